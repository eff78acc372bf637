/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/records/row-group.h"

#include <glib/gi18n-lib.h>

#include "store/history.h"
#include "ui/line-layout.h"
#include "ui/record-actions.h"
#include "ui/reveal.h"

#define MOST_HISTORY 50

/* Characters of the title of a part, in a line with what became of it. */
#define MOST_OF_TITLE 40

struct _SelRowGroup
{
  AdwPreferencesGroup parent_instance;

  GPtrArray *rows;
};

G_DEFINE_FINAL_TYPE (SelRowGroup, sel_row_group, ADW_TYPE_PREFERENCES_GROUP)

enum
{
  SIGNAL_REVEALED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
sel_row_group_finalize (GObject *object)
{
  g_ptr_array_unref (SEL_ROW_GROUP (object)->rows);

  G_OBJECT_CLASS (sel_row_group_parent_class)->finalize (object);
}

static void
sel_row_group_class_init (SelRowGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sel_row_group_finalize;

  /* What was masked in a row is shown, and that it was is in the log. */
  signals[SIGNAL_REVEALED] = g_signal_new ("revealed", SEL_TYPE_ROW_GROUP, G_SIGNAL_RUN_LAST, 0,
                                           NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
sel_row_group_init (SelRowGroup *self)
{
  self->rows = g_ptr_array_new ();
}

void
sel_row_group_clear (SelRowGroup *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
}

void
sel_row_group_append (SelRowGroup *self, GtkWidget *row)
{
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  g_ptr_array_add (self->rows, row);
}

/* What stands there instead, after the rows were made, when there are none. */
void
sel_row_group_set_empty (SelRowGroup *self, const char *text)
{
  GtkWidget *row;

  if (self->rows->len)
    return;

  row = sel_action_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), text);
  gtk_widget_add_css_class (row, "empty-row");
  sel_row_group_append (self, row);
}

static void
edit_cb (GtkWidget *button, gpointer office)
{
  GtkWidget *row = gtk_widget_get_ancestor (button, ADW_TYPE_ACTION_ROW);

  sel_record_edit (row, office, g_object_get_data (G_OBJECT (row), "type"),
                   *(gint64 *) g_object_get_data (G_OBJECT (row), "id"));
}

static void
delete_cb (GtkWidget *button, gpointer office)
{
  GtkWidget *row = gtk_widget_get_ancestor (button, ADW_TYPE_ACTION_ROW);

  sel_record_delete (GTK_WIDGET (gtk_widget_get_root (row)), office,
                     g_object_get_data (G_OBJECT (row), "type"),
                     *(gint64 *) g_object_get_data (G_OBJECT (row), "id"));
}

static GtkWidget *
add_button (GtkWidget *row,
            SelOffice *office,
            const char *icon,
            const char *verb,
            const char *title,
            GCallback callback)
{
  g_autofree char *name = g_strdup_printf ("%s: %s", verb, title);
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, verb);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_object (button, "clicked", callback, office, 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  return button;
}

/* @subtitle may be NULL. */
GtkWidget *
sel_part_row_new (SelOffice *office,
                  const SelRecordType *type,
                  gint64 id,
                  const char *title,
                  const char *subtitle)
{
  GtkWidget *row = sel_action_row_new ();
  GtkWidget *edit;

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  if (subtitle)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);

  g_object_set_data (G_OBJECT (row), "type", (gpointer) type);
  g_object_set_data_full (G_OBJECT (row), "id", g_memdup2 (&id, sizeof id), g_free);
  edit =
    add_button (row, office, "document-edit-symbolic", _ ("Edit"), title, G_CALLBACK (edit_cb));
  g_object_set_data (G_OBJECT (row), "edit", edit);
  add_button (row, office, "user-trash-symbolic", _ ("Delete"), title, G_CALLBACK (delete_cb));
  return row;
}

void
sel_part_row_add_tool (GtkWidget *row, GtkWidget *button)
{
  GtkWidget *edit = g_object_get_data (G_OBJECT (row), "edit");

  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  gtk_widget_insert_before (button, gtk_widget_get_parent (edit), edit);
}

static void
revealed_cb (gboolean is_logged, gpointer user_data)
{
  g_autoptr (GtkWidget) button = user_data;
  GtkWidget *row = gtk_widget_get_ancestor (button, ADW_TYPE_ACTION_ROW);

  if (!is_logged || row == NULL) /* it was made anew meanwhile */
    return;

  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), g_object_get_data (G_OBJECT (row), "all"));
  gtk_widget_set_visible (button, FALSE);
  g_signal_emit (gtk_widget_get_ancestor (row, SEL_TYPE_ROW_GROUP), signals[SIGNAL_REVEALED], 0);
}

static void
eye_cb (GtkWidget *button, gpointer office)
{
  GtkWidget *row = gtk_widget_get_ancestor (button, ADW_TYPE_ACTION_ROW);

  sel_reveal (office, g_object_get_data (G_OBJECT (row), "type"),
              *(gint64 *) g_object_get_data (G_OBJECT (row), "id"),
              g_ptr_array_ref (g_object_get_data (G_OBJECT (row), "fields")), revealed_cb,
              g_object_ref (button));
}

/**
 * sel_part_row_add_eye:
 * @fields: of #SelField: what is masked
 * @all: the subtitle without a mask
 *
 * Gives a row of a part an eye: that the fields were looked at goes to the log, then they are shown.
 */
void
sel_part_row_add_eye (GtkWidget *row, SelOffice *office, GPtrArray *fields, const char *all)
{
  g_autoptr (GString) labels = g_string_new (NULL);
  GtkWidget *edit = g_object_get_data (G_OBJECT (row), "edit");
  g_autofree char *verb = NULL;
  GtkWidget *eye;

  for (guint i = 0; i < fields->len; i++)
    g_string_append_printf (labels, "%s%s", i ? ", " : "",
                            sel_field_label (g_ptr_array_index (fields, i)));
  verb = g_strdup_printf (_ ("Show: %s (this is recorded)"), labels->str);

  g_object_set_data_full (G_OBJECT (row), "fields", g_ptr_array_ref (fields),
                          (GDestroyNotify) g_ptr_array_unref);
  g_object_set_data_full (G_OBJECT (row), "all", g_strdup (all), g_free);
  eye = add_button (row, office, "view-reveal-symbolic", verb,
                    adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), G_CALLBACK (eye_cb));
  gtk_widget_insert_before (eye, gtk_widget_get_parent (edit), edit);
}

static const char *
verb_label (SelHistoryVerb verb)
{
  switch (verb)
    {
    case SEL_HISTORY_ADDED:
      return C_ ("history", "Added");
    case SEL_HISTORY_CHANGED:
      return C_ ("history", "Changed");
    case SEL_HISTORY_DELETED:
      return C_ ("history", "Deleted");
    case SEL_HISTORY_REMOVED:
      return C_ ("history", "Taken back with its import");
    case SEL_HISTORY_MERGED:
      return C_ ("history", "Merged with another");
    case SEL_HISTORY_REVEALED:
    default:
      return C_ ("history", "Looked at");
    }
}

/* What was changed, and where there are several of its kind which of them, by the title of now. */
static char *
dup_part (const SelHistoryEntry *entry)
{
  const char *label = _ (entry->type->label);
  const gboolean is_cut = entry->title && g_utf8_strlen (entry->title, -1) > MOST_OF_TITLE;
  g_autofree char *start = is_cut ? g_utf8_substring (entry->title, 0, MOST_OF_TITLE) : NULL;
  g_autofree char *title = is_cut ? g_strconcat (start, "…", NULL) : g_strdup (entry->title);

  if (title == NULL || (entry->verb != SEL_HISTORY_CHANGED && entry->verb != SEL_HISTORY_REVEALED))
    return g_strdup (label);

  /* Translators: a part of a record, and which of them: “Party: BNN Kota Banjarbaru” */
  return g_strdup_printf (C_ ("history", "%s: %s"), label, title);
}

static char *
dup_heading (const SelHistoryEntry *entry)
{
  g_autofree char *when =
    entry->made_at ? sel_instant_dup_display (entry->made_at) : g_strdup ("—");
  g_autofree char *part = dup_part (entry);

  /* Translators: an entry of a history: "Changed (Party: BNN) · 11 Oct 2025, 09:30 · Siti" */
  return g_strdup_printf (_ ("%s (%s) · %s · %s"), verb_label (entry->verb), part, when,
                          entry->actor);
}

static char *
dup_details (const SelHistoryEntry *entry)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (entry->source == SEL_ACT_UNDO)
    g_string_append (text, _ ("by undo"));
  if (entry->file && entry->line)
    /* Translators: where an import said it: file, line, sender */
    g_string_append_printf (text, _ ("from %s, line %d, of %s"), entry->file, (int) entry->line,
                            entry->sender_name);
  else if (entry->file)
    g_string_append_printf (text, _ ("from %s of %s"), entry->file, entry->sender_name);
  if (entry->why)
    /* Translators: why a person corrected what a signature covers */
    g_string_append_printf (text, _ ("Correction: %s"), entry->why);

  for (guint i = 0; i < entry->values->len; i++)
    {
      const SelHistoryValue *value = &g_array_index (entry->values, SelHistoryValue, i);

      if (text->len)
        g_string_append_c (text, '\n');
      if (entry->verb == SEL_HISTORY_REVEALED)
        g_string_append (text, sel_field_label (value->field));
      else
        g_string_append_printf (text, "%s: %s → %s", sel_field_label (value->field),
                                value->before ? value->before : "–",
                                value->after ? value->after : "–");
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
undone_cb (GObject *store, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SelOffice) office = user_data;
  g_autoptr (GError) error = NULL;

  if (sel_store_write_finish (SEL_STORE (store), result, &error) < 0)
    sel_office_fail (office, error->message);
  else
    sel_office_say (office, _ ("The two are two again."));
}

static void
undo_merge_cb (SelOffice *office, GtkWidget *button)
{
  const gint64 *act = g_object_get_data (G_OBJECT (button), "act");

  gtk_widget_set_sensitive (button, FALSE);
  sel_store_undo_act_async (sel_office_get_store (office), *act, undone_cb, g_object_ref (office));
}

static void
add_undo (GtkWidget *row, SelOffice *office, gint64 act)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("_Undo the merge"));

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_object_set_data_full (G_OBJECT (button), "act", g_memdup2 (&act, sizeof act), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (undo_merge_cb), office,
                           G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
}

/* Fills the group with the history of the record, newest first. */
void
sel_row_group_show_history (SelRowGroup *self,
                            SelOffice *office,
                            const SelRecordType *type,
                            gint64 id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SelReading) reading = sel_reading_begin (sel_office_get_store (office), &error);
  g_autoptr (GPtrArray) entries = NULL;

  sel_row_group_clear (self);
  if (reading)
    entries = sel_history_read (reading->connection, type, id, MOST_HISTORY, &error);
  if (entries == NULL)
    sel_office_fail (office, error->message);

  for (guint i = 0; entries && i < entries->len; i++)
    {
      const SelHistoryEntry *entry = g_ptr_array_index (entries, i);
      g_autofree char *heading = dup_heading (entry);
      g_autofree char *details = dup_details (entry);
      GtkWidget *row = sel_action_row_new ();

      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), heading);
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), details);
      adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
      gtk_widget_add_css_class (row, "history-row");
      if (entry->verb == SEL_HISTORY_MERGED && entry->type == type && !entry->is_undone)
        add_undo (row, office, entry->act);
      sel_row_group_append (self, row);
    }
  sel_row_group_set_empty (self, _ ("Nothing has happened yet."));
}
