/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/exchange/sheet-sender.h"

#include <glib/gi18n-lib.h>

#include "store/exchange-log.h"

/* As many bytes as a code has at most. */
#define MOST_CODE 100

struct _SelSheetSender
{
  GtkWidget parent_instance;

  GtkWidget *grid;
  GtkDropDown *known;
  GtkEditable *code;
  GtkEditable *name;

  GPtrArray *senders; /* of SelSender */
  gboolean is_setting;
};

G_DEFINE_FINAL_TYPE (SelSheetSender, sel_sheet_sender, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* What a partner may be called that has not sent anything: "blk-banjarbaru". */
static char *
dup_code (const SelSender *sender)
{
  g_autofree char *ascii = NULL;
  GString *code;

  if (sender->code)
    return g_strdup (sender->code);

  ascii = g_str_to_ascii (sender->name, "C");
  code = g_string_new (NULL);
  for (const char *at = ascii; *at && code->len < MOST_CODE; at++)
    if (g_ascii_isalnum (*at))
      g_string_append_c (code, g_ascii_tolower (*at));
    else if (code->len && code->str[code->len - 1] != '-')
      g_string_append_c (code, '-');
  if (code->len && code->str[code->len - 1] == '-')
    g_string_truncate (code, code->len - 1);
  return g_string_free (code, FALSE);
}

/* Which of the known ones the entries say; the place of "another" when none. */
static guint
find_known (SelSheetSender *self)
{
  for (guint i = 0; i < self->senders->len; i++)
    {
      const SelSender *sender = g_ptr_array_index (self->senders, i);
      g_autofree char *code = dup_code (sender);

      if (g_str_equal (code, gtk_editable_get_text (self->code)) &&
          g_str_equal (sender->name, gtk_editable_get_text (self->name)))
        return i + 1;
    }

  return 0;
}

static void
known_chosen_cb (SelSheetSender *self)
{
  const guint selected = gtk_drop_down_get_selected (self->known);
  const SelSender *sender;
  g_autofree char *code = NULL;

  if (self->is_setting || selected == 0 || selected > self->senders->len)
    return;

  sender = g_ptr_array_index (self->senders, selected - 1);
  code = dup_code (sender);
  self->is_setting = TRUE;
  gtk_editable_set_text (self->code, code);
  gtk_editable_set_text (self->name, sender->name);
  self->is_setting = FALSE;
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
typed_cb (SelSheetSender *self)
{
  if (self->is_setting)
    return;

  self->is_setting = TRUE;
  gtk_drop_down_set_selected (self->known, find_known (self));
  self->is_setting = FALSE;
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/* Shows who sends it, if that is known. @senders: (element-type SelSender): those that can be chosen;
 * @code, @name: (nullable) */
void
sel_sheet_sender_show (SelSheetSender *self,
                       GPtrArray *senders,
                       const char *code,
                       const char *name)
{
  g_autoptr (GtkStringList) items = gtk_string_list_new (NULL);

  g_clear_pointer (&self->senders, g_ptr_array_unref);
  self->senders = g_ptr_array_ref (senders);

  /* Translators: an office that is not among the known ones */
  gtk_string_list_append (items, _ ("Another office"));
  for (guint i = 0; i < senders->len; i++)
    gtk_string_list_append (items, ((const SelSender *) g_ptr_array_index (senders, i))->name);

  self->is_setting = TRUE;
  gtk_drop_down_set_model (self->known, G_LIST_MODEL (items));
  gtk_editable_set_text (self->code, code ? code : "");
  gtk_editable_set_text (self->name, name ? name : "");
  gtk_drop_down_set_selected (self->known, find_known (self));
  self->is_setting = FALSE;
}

const char *
sel_sheet_sender_get_code (SelSheetSender *self)
{
  return gtk_editable_get_text (self->code);
}

const char *
sel_sheet_sender_get_name (SelSheetSender *self)
{
  return gtk_editable_get_text (self->name);
}

static void
sel_sheet_sender_dispose (GObject *object)
{
  SelSheetSender *self = SEL_SHEET_SENDER (object);

  g_clear_pointer (&self->grid, gtk_widget_unparent);
  g_clear_pointer (&self->senders, g_ptr_array_unref);

  G_OBJECT_CLASS (sel_sheet_sender_parent_class)->dispose (object);
}

static void
sel_sheet_sender_class_init (SelSheetSenderClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sel_sheet_sender_dispose;

  /* The user chose or typed something else. */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", SEL_TYPE_SHEET_SENDER, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/selaras/Selaras/ui/exchange/sheet-sender.ui");
  gtk_widget_class_bind_template_child (widget_class, SelSheetSender, grid);
  gtk_widget_class_bind_template_child (widget_class, SelSheetSender, known);
  gtk_widget_class_bind_template_child (widget_class, SelSheetSender, code);
  gtk_widget_class_bind_template_child (widget_class, SelSheetSender, name);
  gtk_widget_class_bind_template_callback (widget_class, known_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, typed_cb);
}

static void
sel_sheet_sender_init (SelSheetSender *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->senders = g_ptr_array_new ();
}
