/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/exchange/sheet-defaults.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "domain/roster-value.h"
#include "exchange/mapping-needs.h"
#include "store/known.h"
#include "store/record.h"
#include "ui/forms/reference-row.h"

#define COLUMN_KEY "sel-column"

struct _SelSheetDefaults
{
  GtkWidget parent_instance;

  AdwPreferencesGroup *group;
  AdwExpanderRow *more; /* lent by the group; NULL while it is empty */
  GPtrArray *rows;      /* of GtkWidget, lent likewise */

  SelOffice *office;
  SelMapping *mapping; /* borrowed */
  char *shown;         /* the fields that there are rows for, in one text */
};

G_DEFINE_FINAL_TYPE (SelSheetDefaults, sel_sheet_defaults, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static const SelRosterColumn *
column_of (GtkWidget *row)
{
  return g_object_get_data (G_OBJECT (row), COLUMN_KEY);
}

static gboolean
is_choice (const SelRosterColumn *column)
{
  const SelField *field = sel_roster_column_field (column);

  return field && field->kind == SEL_FIELD_CHOICE;
}

static gboolean
is_reference (const SelRosterColumn *column)
{
  const SelField *field = sel_roster_column_field (column);

  return field && field->kind == SEL_FIELD_REFERENCE;
}

/* By which name a table finds the record that was chosen. */
static char *
dup_name (SelSheetDefaults *self, const SelRecordType *type, gint64 id)
{
  g_autoptr (SelReading) reading = sel_reading_begin (sel_office_get_store (self->office), NULL);
  gpointer record = reading && id ? sel_record_load (reading->connection, type, id, NULL) : NULL;
  char *name;

  if (record == NULL)
    return NULL;

  name = sel_field_dup_text (sel_record_type_field (type, "name"), record);
  sel_record_free (type, record);
  return name;
}

/* The record that the mapping names; 0 when there is no such. */
static gint64
find_record (SelSheetDefaults *self, const SelRecordType *type, const char *name)
{
  g_autoptr (SelReading) reading = sel_reading_begin (sel_office_get_store (self->office), NULL);
  gint64 id = 0;

  if (reading == NULL || !sel_known_by_name (reading->connection, type, name, &id, NULL))
    return 0;
  return MAX (id, 0);
}

static char *
dup_said (SelSheetDefaults *self, GtkWidget *row)
{
  const SelField *field = sel_roster_column_field (column_of (row));
  guint selected;

  if (is_reference (column_of (row)))
    return dup_name (self, field->refers_to, sel_reference_row_get_id (SEL_REFERENCE_ROW (row)));
  if (is_choice (column_of (row)))
    {
      selected = adw_combo_row_get_selected (ADW_COMBO_ROW (row));
      return selected ? g_strdup (field->choices[selected - 1].code) : NULL;
    }
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));
}

static void
mark (GtkWidget *row, const char *wrong)
{
  if (wrong)
    gtk_widget_add_css_class (row, "error");
  else
    gtk_widget_remove_css_class (row, "error");
  gtk_widget_set_tooltip_text (row, wrong);
  gtk_accessible_update_state (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_STATE_INVALID,
                               wrong ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE,
                               -1);
}

static void
describe (SelSheetDefaults *self)
{
  g_autofree char *missing = sel_mapping_dup_missing (self->mapping);
  g_autofree char *description = g_markup_escape_text (
    missing ? missing : _ ("What the table has no column for, or leaves empty."), -1);

  adw_preferences_group_set_description (self->group, description);
}

static void
said_cb (GtkWidget *row, SelSheetDefaults *self)
{
  const SelRosterColumn *column = column_of (row);
  g_autofree char *text = dup_said (self, row);
  g_autofree char *wrong = text && *text ? sel_mapping_default_dup_problem (column, text) : NULL;

  if (text && *text)
    sel_mapping_set_default (self->mapping, column->name, text, NULL);
  else
    g_hash_table_remove (self->mapping->defaults, column->name);
  mark (row, wrong);
  if (is_reference (column))
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), NULL);
  describe (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
chosen_cb (GtkWidget *row, G_GNUC_UNUSED GParamSpec *pspec, SelSheetDefaults *self)
{
  said_cb (row, self);
}

static GtkWidget *
new_choice_row (const SelField *field)
{
  GtkWidget *row = adw_combo_row_new ();
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);

  gtk_string_list_append (labels, C_ ("choice", "Not said"));
  for (guint i = 0; field->choices[i].code; i++)
    gtk_string_list_append (labels, sel_choice_label (&field->choices[i]));
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (labels));
  return row;
}

static void
show_record (SelSheetDefaults *self, GtkWidget *row, const SelRecordType *type, const char *name)
{
  const gint64 id = find_record (self, type, name);
  g_autofree char *plain = NULL;
  g_autofree char *subtitle = NULL;

  sel_reference_row_set_id (SEL_REFERENCE_ROW (row), id);
  if (id)
    return;

  plain = g_strdup_printf (_ ("The register does not have “%s”. Choose another."), name);
  subtitle = g_markup_escape_text (plain, -1);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
}

/* Shows what the mapping says, before anybody listens. */
static void
set_said (SelSheetDefaults *self, GtkWidget *row, const SelRosterColumn *column)
{
  const SelField *field = sel_roster_column_field (column);
  const char *text = g_hash_table_lookup (self->mapping->defaults, column->name);
  const char *code;

  if (text == NULL)
    return;
  if (is_reference (column))
    show_record (self, row, field->refers_to, text);
  else if (is_choice (column))
    {
      code = sel_roster_find_choice (field->choices, text);
      for (guint i = 0; code && field->choices[i].code; i++)
        if (g_str_equal (field->choices[i].code, code))
          adw_combo_row_set_selected (ADW_COMBO_ROW (row), i + 1);
    }
  else
    gtk_editable_set_text (GTK_EDITABLE (row), text);
}

static GtkWidget *
new_row (SelSheetDefaults *self, const SelRosterColumn *column)
{
  const SelField *field = sel_roster_column_field (column);
  const char *title = sel_roster_column_header (column);
  GtkWidget *row = is_choice (column)      ? new_choice_row (field)
                   : is_reference (column) ? g_object_new (SEL_TYPE_REFERENCE_ROW, NULL)
                                           : adw_entry_row_new ();

  g_object_set_data (G_OBJECT (row), COLUMN_KEY, (gpointer) column);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  if (is_reference (column))
    sel_reference_row_attach (SEL_REFERENCE_ROW (row), self->office, field->refers_to, TRUE);
  set_said (self, row, column);

  if (is_choice (column))
    g_signal_connect_object (row, "notify::selected", G_CALLBACK (chosen_cb), self, 0);
  else
    g_signal_connect_object (row, "changed", G_CALLBACK (said_cb), self, 0);
  return row;
}

/* Whether it is among the first rows: the table has to say it, and has no column for it. */
static gboolean
comes_first (const SelMapping *blank, const SelMapping *mapping, const SelRosterColumn *column)
{
  return sel_mapping_needs (blank, column) ||
         g_hash_table_contains (mapping->defaults, column->name);
}

static gboolean
has_row (const SelMapping *mapping, const SelRosterColumn *column)
{
  return sel_roster_column_takes_default (column) &&
         (!g_hash_table_contains (mapping->headers, column->name) ||
          g_hash_table_contains (mapping->defaults, column->name));
}

static void
add_row (SelSheetDefaults *self, const SelRosterColumn *column, gboolean is_first)
{
  GtkWidget *row = new_row (self, column);

  if (is_first)
    {
      adw_preferences_group_add (self->group, row);
      g_ptr_array_add (self->rows, row);
      return;
    }

  if (self->more == NULL)
    {
      self->more = ADW_EXPANDER_ROW (adw_expander_row_new ());
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->more),
                                     _ ("More that is the same in all rows"));
    }
  adw_expander_row_add_row (self->more, row);
}

static char *
dup_rows (const SelMapping *mapping)
{
  GString *names = g_string_new (sel_roster_kind_name (mapping->kind));
  const SelRosterColumn *column;

  for (guint i = 0; (column = sel_roster_column_at (mapping->kind, i)); i++)
    if (has_row (mapping, column))
      g_string_append_printf (names, " %s", column->name);
  return g_string_free (names, FALSE);
}

static void
make_rows (SelSheetDefaults *self)
{
  g_autoptr (SelMapping) blank = sel_mapping_new (self->mapping->kind);
  const SelRosterColumn *column;

  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->group, g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  self->more = NULL;

  for (guint i = 0; (column = sel_roster_column_at (self->mapping->kind, i)); i++)
    if (has_row (self->mapping, column))
      add_row (self, column, comes_first (blank, self->mapping, column));

  if (self->more)
    {
      adw_preferences_group_add (self->group, GTK_WIDGET (self->more));
      g_ptr_array_add (self->rows, self->more);
    }
}

/* Shows what @mapping, which lives until another is shown, says of all rows. What is said goes into
 * it. */
void
sel_sheet_defaults_show (SelSheetDefaults *self, SelMapping *mapping)
{
  self->mapping = mapping;
  g_free (self->shown);
  self->shown = dup_rows (mapping);
  make_rows (self);
  describe (self);
}

/* The columns of the mapping are others. While the same is asked the rows stay, and with them what
 * was typed. */
void
sel_sheet_defaults_update (SelSheetDefaults *self)
{
  g_autofree char *wanted = dup_rows (self->mapping);

  if (g_str_equal (wanted, self->shown))
    describe (self);
  else
    sel_sheet_defaults_show (self, self->mapping);
}

void
sel_sheet_defaults_attach (SelSheetDefaults *self, SelOffice *office)
{
  self->office = g_object_ref (office);
}

static void
sel_sheet_defaults_dispose (GObject *object)
{
  SelSheetDefaults *self = SEL_SHEET_DEFAULTS (object);

  if (self->group)
    gtk_widget_unparent (GTK_WIDGET (g_steal_pointer (&self->group)));
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->shown, g_free);
  g_clear_object (&self->office);

  G_OBJECT_CLASS (sel_sheet_defaults_parent_class)->dispose (object);
}

static void
sel_sheet_defaults_class_init (SelSheetDefaultsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sel_sheet_defaults_dispose;

  /* The user said something else. */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", SEL_TYPE_SHEET_DEFAULTS, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/selaras/Selaras/ui/exchange/sheet-defaults.ui");
  gtk_widget_class_bind_template_child (widget_class, SelSheetDefaults, group);
}

static void
sel_sheet_defaults_init (SelSheetDefaults *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->rows = g_ptr_array_new ();
}
