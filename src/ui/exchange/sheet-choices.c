/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/exchange/sheet-choices.h"

#include <glib/gi18n-lib.h>

struct _SelSheetChoices
{
  GtkWidget parent_instance;

  GtkWidget *grid;
  GtkDropDown *offer;
  GtkDropDown *kind;
  GtkDropDown *header;
  GtkDropDown *encoding;
  GtkDropDown *delimiter;
  GtkDropDown *sheet;
  GtkWidget *offer_box;
  GtkWidget *kind_box;
  GtkWidget *header_box;
  GtkWidget *encoding_box;
  GtkWidget *delimiter_box;
  GtkWidget *sheet_box;

  const SelSheetFindings *findings; /* borrowed */
  gboolean is_setting;
  SelSheetChoice choice; /* that is to be told … */
  guint telling;         /* … by this source; 0 for none */
};

G_DEFINE_FINAL_TYPE (SelSheetChoices, sel_sheet_choices, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static const char delimiters[] = { ',', ';', '\t', '|' };

/* A mark at the beginning is found, not chosen. */
static const SelSheetEncoding encodings[] = {
  SEL_ENCODING_UTF8,
  SEL_ENCODING_WINDOWS_1252,
  SEL_ENCODING_UTF16_LE,
  SEL_ENCODING_UTF16_BE,
};

static void
set_items (GtkDropDown *drop_down, GtkStringList *take_items, guint selected)
{
  g_autoptr (GtkStringList) items = take_items;

  gtk_drop_down_set_model (drop_down, G_LIST_MODEL (items));
  gtk_drop_down_set_selected (drop_down, selected);
}

static void
show_offers (SelSheetChoices *self, const char *name)
{
  GtkStringList *items = gtk_string_list_new (NULL);
  const GPtrArray *offers = self->findings->offers;
  guint selected = offers->len;

  for (guint i = 0; i < offers->len; i++)
    {
      const SelSheetOffer *offer = g_ptr_array_index (offers, i);

      gtk_string_list_append (items, offer->name);
      if (g_strcmp0 (offer->name, name) == 0)
        selected = i;
    }

  /* Translators: one way to read a table; the others are the names of mappings that were kept */
  gtk_string_list_append (items, _ ("As found in the file"));
  set_items (self->offer, items, selected);
}

static void
show_kinds (SelSheetChoices *self)
{
  GtkStringList *items = gtk_string_list_new (NULL);

  for (guint i = 0; i < SEL_N_TABLE_KINDS; i++)
    gtk_string_list_append (items, sel_roster_kind_label (i));
  set_items (self->kind, items, self->findings->look->mapping->kind);
}

/* The row is told by its number alone: what stands in it may be somebody's name. */
static void
show_headers (SelSheetChoices *self)
{
  GtkStringList *items = gtk_string_list_new (NULL);
  const SelRosterLook *look = self->findings->look;

  for (guint i = 0; i < look->rows->len; i++)
    {
      g_autofree char *label = g_strdup_printf (
        _ ("Row %u"), ((const SelLookRow *) g_ptr_array_index (look->rows, i))->number);

      gtk_string_list_append (items, label);
    }
  if (look->header == look->rows->len)
    gtk_string_list_append (items, C_ ("choice", "Choose…"));
  set_items (self->header, items, look->header);
}

static void
show_encodings (SelSheetChoices *self)
{
  GtkStringList *items = gtk_string_list_new (NULL);
  guint selected = 0;

  for (guint i = 0; i < G_N_ELEMENTS (encodings); i++)
    {
      gtk_string_list_append (items, sel_sheet_encoding_name (encodings[i]));
      if (self->findings->look->encoding == encodings[i])
        selected = i;
    }
  set_items (self->encoding, items, selected);
}

static void
show_delimiters (SelSheetChoices *self)
{
  const char *const names[] = {
    _ ("Comma"),
    _ ("Semicolon"),
    /* Translators: the tab character, between columns */
    _ ("Tab"),
    _ ("Vertical bar"),
    NULL,
  };
  const char *found = memchr (delimiters, (int) self->findings->look->delimiter, sizeof delimiters);

  set_items (self->delimiter, gtk_string_list_new (names), found ? (guint) (found - delimiters) : 0);
}

/**
 * sel_sheet_choices_show:
 * @findings: (transfer none): they live until others are shown
 * @offer: (nullable): the name of the mapping by which the table is read
 */
void
sel_sheet_choices_show (SelSheetChoices *self, const SelSheetFindings *findings, const char *offer)
{
  const SelRosterLook *look = findings->look;
  const gboolean is_csv = look->kind == SEL_SHEET_CSV;
  const gboolean is_table = look->kind != SEL_SHEET_IMS;

  g_clear_handle_id (&self->telling, g_source_remove);
  self->findings = findings;
  self->is_setting = TRUE;
  show_offers (self, offer);
  show_headers (self);
  show_encodings (self);
  show_delimiters (self);
  set_items (self->sheet, gtk_string_list_new ((const char *const *) look->sheets), look->sheet);
  if (is_table)
    show_kinds (self);
  gtk_widget_set_visible (self->offer_box, is_table || findings->offers->len > 0);
  gtk_widget_set_visible (self->kind_box, is_table);
  gtk_widget_set_visible (self->header_box, is_table);
  gtk_widget_set_visible (self->encoding_box, is_csv);
  gtk_widget_set_visible (self->delimiter_box, is_csv);
  gtk_widget_set_visible (self->sheet_box, g_strv_length (look->sheets) > 1);
  self->is_setting = FALSE;
}

/* The mapping that was chosen; NULL for none. */
const SelSheetOffer *
sel_sheet_choices_get_offer (SelSheetChoices *self)
{
  const guint selected = gtk_drop_down_get_selected (self->offer);

  return selected < self->findings->offers->len
           ? g_ptr_array_index (self->findings->offers, selected)
           : NULL;
}

SelRosterKind
sel_sheet_choices_get_kind (SelSheetChoices *self)
{
  return (SelRosterKind) gtk_drop_down_get_selected (self->kind);
}

/* The place of the header among the rows of the look. */
guint
sel_sheet_choices_get_header (SelSheetChoices *self)
{
  return gtk_drop_down_get_selected (self->header);
}

/* What is said of the file; lent. */
SelSheetLayout
sel_sheet_choices_get_layout (SelSheetChoices *self)
{
  const SelRosterLook *look = self->findings->look;
  SelSheetLayout layout = { 0 };

  if (look->kind == SEL_SHEET_XLSX)
    layout.sheet = look->sheets[gtk_drop_down_get_selected (self->sheet)];
  if (look->kind == SEL_SHEET_CSV)
    {
      layout.delimiter = (guint8) delimiters[gtk_drop_down_get_selected (self->delimiter)];
      layout.encoding = encodings[gtk_drop_down_get_selected (self->encoding)];
      if (layout.encoding == look->encoding) /* found, unless it was told: it may show only later */
        layout.encoding = look->mapping->layout.encoding;
    }
  return layout;
}

static void
tell_cb (gpointer user_data)
{
  SelSheetChoices *self = user_data;

  self->telling = 0;
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0, self->choice);
}

/* Told when the list is done with it: to have its items replaced meanwhile, GTK 4.8 does not bear. */
static void
chosen_cb (SelSheetChoices *self, G_GNUC_UNUSED GParamSpec *pspec, GtkDropDown *drop_down)
{
  if (self->is_setting)
    return;

  self->choice = SEL_SHEET_LAYOUT;
  if (drop_down == self->offer)
    self->choice = SEL_SHEET_OFFER;
  else if (drop_down == self->kind)
    self->choice = SEL_SHEET_ABOUT;
  else if (drop_down == self->header)
    self->choice = SEL_SHEET_HEADER;
  if (self->telling == 0)
    self->telling = g_idle_add_once (tell_cb, self);
}

static void
sel_sheet_choices_dispose (GObject *object)
{
  SelSheetChoices *self = SEL_SHEET_CHOICES (object);

  g_clear_handle_id (&self->telling, g_source_remove);
  g_clear_pointer (&self->grid, gtk_widget_unparent);

  G_OBJECT_CLASS (sel_sheet_choices_parent_class)->dispose (object);
}

static void
sel_sheet_choices_class_init (SelSheetChoicesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sel_sheet_choices_dispose;

  /* The user corrected something, which is the argument: a SelSheetChoice. */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", SEL_TYPE_SHEET_CHOICES, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/selaras/Selaras/ui/exchange/sheet-choices.ui");
  gtk_widget_class_bind_template_child (widget_class, SelSheetChoices, grid);
  gtk_widget_class_bind_template_child (widget_class, SelSheetChoices, offer);
  gtk_widget_class_bind_template_child (widget_class, SelSheetChoices, kind);
  gtk_widget_class_bind_template_child (widget_class, SelSheetChoices, header);
  gtk_widget_class_bind_template_child (widget_class, SelSheetChoices, encoding);
  gtk_widget_class_bind_template_child (widget_class, SelSheetChoices, delimiter);
  gtk_widget_class_bind_template_child (widget_class, SelSheetChoices, sheet);
  gtk_widget_class_bind_template_child (widget_class, SelSheetChoices, offer_box);
  gtk_widget_class_bind_template_child (widget_class, SelSheetChoices, kind_box);
  gtk_widget_class_bind_template_child (widget_class, SelSheetChoices, header_box);
  gtk_widget_class_bind_template_child (widget_class, SelSheetChoices, encoding_box);
  gtk_widget_class_bind_template_child (widget_class, SelSheetChoices, delimiter_box);
  gtk_widget_class_bind_template_child (widget_class, SelSheetChoices, sheet_box);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
}

static void
sel_sheet_choices_init (SelSheetChoices *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
