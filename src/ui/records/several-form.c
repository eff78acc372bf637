/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/records/several-form.h"

#include <glib/gi18n-lib.h>

#include "store/several.h"
#include "ui/dialogs.h"
#include "ui/forms/field-row.h"
#include "ui/forms/record-form.h"
#include "ui/reading.h"
#include "ui/records/several-work.h"

/* It lives as long as the list of its rows, which it borrows. */
typedef struct
{
  GtkWidget *parent;
  SelOffice *office;
  const SelRecordType *type;
  GArray *ids;
  GtkListBox *list;
  AdwComboRow *which;
  GtkLabel *told; /* below the row, lest that move when it is said */
  GPtrArray *fields; /* of SelField: in the order of @which … */
  GPtrArray *rows;   /* … and their rows */
  gboolean is_answered;   /* the user said something in the row that is shown */
  GCancellable *counting; /* (nullable): what the field is in the records now */
} Question;

static void
question_free (gpointer data)
{
  Question *self = data;

  g_object_unref (self->parent);
  g_object_unref (self->office);
  g_clear_object (&self->counting);
  g_array_unref (self->ids);
  g_ptr_array_unref (self->fields);
  g_ptr_array_unref (self->rows);
  g_free (self);
}

/* Nothing is chosen before the user has, lest a field be emptied by a mere Enter. */
static guint
get_place (Question *self)
{
  return adw_combo_row_get_selected (self->which) - 1;
}

/* What a thread is to count: the records that have a value of the field. */
typedef struct
{
  const SelRecordType *type;
  GArray *ids;
  const SelField *field;
} Count;

static void
count_free (gpointer data)
{
  Count *self = data;

  g_array_unref (self->ids);
  g_free (self);
}

static gpointer
count_in_thread (SelConnection *connection, gpointer question, GError **error)
{
  const Count *self = question;
  g_autofree char *n = NULL;
  g_autofree char *n_all = sel_number_dup_display (self->ids->len);
  guint n_filled;

  if (!sel_several_count_filled (connection, self->type, self->ids, self->field, &n_filled, error))
    return NULL;
  if (n_filled == 0)
    return g_strdup (_ ("None of them has a value here yet."));

  n = sel_number_dup_display (n_filled);
  return g_strdup_printf (ngettext ("%s of %s has a value here, which the change would replace.",
                                    "%s of %s have a value here, which the change would replace.",
                                    n_filled),
                          n, n_all);
}

static void
tell (Question *self, const char *sentence)
{
  gtk_label_set_text (self->told, sentence);
  gtk_widget_set_visible (gtk_widget_get_parent (GTK_WIDGET (self->told)), *sentence != '\0');
}

static void
counted_cb (GObject *list, GAsyncResult *result, G_GNUC_UNUSED gpointer user_data)
{
  Question *self = g_object_get_data (list, "question");
  g_autofree char *sentence = sel_read_finish (result, NULL);

  if (sentence) /* or another field was chosen meanwhile */
    tell (self, sentence);
}

/* Says what becomes of what is there. */
static void
tell_filled (Question *self)
{
  const guint place = get_place (self);
  Count *count;

  tell (self, "");
  g_cancellable_cancel (self->counting);
  g_clear_object (&self->counting);
  if (place >= self->fields->len)
    return;

  self->counting = g_cancellable_new ();
  count = g_new0 (Count, 1);
  count->type = self->type;
  count->ids = g_array_ref (self->ids);
  count->field = g_ptr_array_index (self->fields, place);
  sel_read_async (sel_office_get_store (self->office), count_in_thread, count, count_free, g_free,
                  self->counting, self->list, counted_cb);
}

/* What the row of the chosen field holds; NULL with @error where it cannot be in a record. */
static gpointer
read_row (Question *self, const SelField **field, GError **error)
{
  const guint place = get_place (self);
  gpointer record;

  if (place >= self->fields->len)
    return NULL;

  record = sel_record_new (self->type);

  *field = g_ptr_array_index (self->fields, place);
  if (sel_field_row_get (g_ptr_array_index (self->rows, place), *field, record, error))
    return record;

  sel_record_free (self->type, record);
  return NULL;
}

static void
update (Question *self)
{
  const guint place = get_place (self);
  const SelField *field = NULL;
  g_autoptr (GError) error = NULL;
  gpointer record;

  if (gtk_widget_in_destruction (GTK_WIDGET (self->list)))
    return;

  record = read_row (self, &field, &error);
  for (guint i = 0; i < self->rows->len; i++)
    gtk_widget_set_visible (g_ptr_array_index (self->rows, i), i == place);
  if (field)
    sel_field_row_mark (g_ptr_array_index (self->rows, place), field,
                        error ? error->message : NULL);
  sel_dialog_form_set_ready (GTK_WIDGET (self->list),
                             record && self->is_answered &&
                               ((field->flags & SEL_FIELD_OPTIONAL) ||
                                !sel_field_is_empty (field, record)));
  sel_record_free (self->type, record);
}

static void
row_changed_cb (G_GNUC_UNUSED GtkWidget *row, gpointer user_data)
{
  Question *self = user_data;

  self->is_answered = TRUE;
  update (self);
}

static void
which_changed_cb (Question *self)
{
  if (gtk_widget_in_destruction (GTK_WIDGET (self->list)))
    return;

  self->is_answered = FALSE;
  tell_filled (self);
  update (self);
}

static void
answered_cb (gboolean is_yes, gpointer user_data)
{
  Question *self = user_data;
  const SelField *field;
  gpointer record;

  g_cancellable_cancel (self->counting);
  record = is_yes ? read_row (self, &field, NULL) : NULL;
  if (record)
    sel_several_work_change (self->parent, self->office, self->type, self->ids, field, record);
}

/* The row leaves the group of the page that it was made in. */
static void
take_row (Question *self, const SelField *field, GtkWidget *row)
{
  g_ptr_array_add (self->fields, (gpointer) field);
  g_ptr_array_add (self->rows, row);
  gtk_list_box_remove (GTK_LIST_BOX (gtk_widget_get_parent (row)), row);
  gtk_list_box_append (self->list, row);
  sel_field_row_attach (row, field, self->office, row_changed_cb, self);
}

/* What a signature covers comes last: it hardly ever changes. */
static void
take_rows (Question *self)
{
  static const SelFieldFlags order[] = { 0, SEL_FIELD_SIGNED };
  g_autoptr (GtkBuilder) builder = sel_record_form_build (self->type);
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);

  gtk_string_list_append (labels, C_ ("choice", "Choose…"));
  for (guint o = 0; o < G_N_ELEMENTS (order); o++)
    for (guint i = 0; i < self->type->n_fields; i++)
      {
        const SelField *field = &self->type->fields[i];
        GtkWidget *row = GTK_WIDGET (gtk_builder_get_object (builder, field->name));

        if (row == NULL || !sel_several_takes (field) ||
            (field->flags & SEL_FIELD_SIGNED) != order[o])
          continue;

        take_row (self, field, row);
        gtk_string_list_append (labels, sel_field_label (field));
      }

  adw_combo_row_set_model (self->which, G_LIST_MODEL (labels));
}

static void
add_told (Question *self)
{
  GtkWidget *told = gtk_label_new (NULL);
  GtkWidget *row = gtk_list_box_row_new ();

  self->told = GTK_LABEL (told);
  gtk_label_set_xalign (self->told, 0);
  gtk_label_set_wrap (self->told, TRUE);
  gtk_widget_add_css_class (told, "dim-label");
  gtk_widget_add_css_class (told, "several-told");
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  gtk_widget_set_visible (row, FALSE);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), told);
  gtk_list_box_append (self->list, row);
}

static Question *
question_new (GtkWidget *parent, SelOffice *office, const SelRecordType *type, GArray *ids)
{
  Question *self = g_new0 (Question, 1);

  self->parent = g_object_ref (parent);
  self->office = g_object_ref (office);
  self->type = type;
  self->ids = g_array_copy (ids);
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  self->which = ADW_COMBO_ROW (adw_combo_row_new ());
  self->fields = g_ptr_array_new ();
  self->rows = g_ptr_array_new ();

  g_object_set_data_full (G_OBJECT (self->list), "question", self, question_free);
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->which), _ ("Field"));
  gtk_list_box_append (self->list, GTK_WIDGET (self->which));
  take_rows (self);
  add_told (self);
  return self;
}

/* Asks, and changes the records with these @ids. */
void
sel_several_form_present (GtkWidget *parent,
                          SelOffice *office,
                          const SelRecordType *type,
                          GArray *ids)
{
  Question *self = question_new (parent, office, type, ids);
  g_autofree char *n = sel_number_dup_display (ids->len);
  g_autofree char *heading = g_strdup_printf (
    ngettext ("Change %s record", "Change %s records", ids->len), n);

  sel_dialog_ask_form (parent, heading,
                       _ ("All selected records are given the same value. Undo gives each its own "
                          "back."),
                       GTK_WIDGET (self->list), _ ("_Change"), answered_cb, self, NULL);
  g_signal_connect_swapped (self->which, "notify::selected", G_CALLBACK (which_changed_cb), self);
  update (self);
}
