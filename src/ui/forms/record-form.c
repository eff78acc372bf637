/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/forms/record-form.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "domain/findings.h"
#include "domain/records.h"
#include "store/merge.h"
#include "store/related.h"
#include "ui/dialogs.h"
#include "ui/forms/field-row.h"
#include "ui/forms/reference-row.h"
#include "ui/forms/text-row.h"
#include "ui/record-actions.h"
#include "ui/reveal.h"

struct _SelRecordForm
{
  AdwWindow parent_instance;

  AdwBin *place;
  GtkButton *save_button;
  GtkBox *problems;

  SelOffice *office;
  const SelRecordType *type;
  gpointer record;
  GtkWidget **rows;    /* for each field; NULL where the form has none */
  gboolean *touched;   /* whether its problems are shown: the user was there, or asked to save */
  gboolean is_filling; /* while the rows are set by us */
  gboolean is_changed; /* by the user */
  gboolean is_saving;
  guint patience_source;
  SelSavedFunc saved;
  GObject *asker; /* weak */
};

G_DEFINE_FINAL_TYPE (SelRecordForm, sel_record_form, ADW_TYPE_WINDOW)

static gboolean
is_new (SelRecordForm *self)
{
  return ((SelRecord *) self->record)->id == 0;
}

static gboolean
is_part (const SelRecordType *type)
{
  for (guint i = 0; i < type->n_fields; i++)
    if (type->fields[i].flags & SEL_FIELD_OWNER)
      return TRUE;

  return FALSE;
}

static void
add_problem (SelRecordForm *self, const char *text, SelSeverity severity)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, severity == SEL_ERROR ? "error" : "warning");
  gtk_box_append (self->problems, label);
  gtk_widget_set_visible (GTK_WIDGET (self->problems), TRUE);
}

static void
clear_problems (SelRecordForm *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->problems))))
    gtk_box_remove (self->problems, child);
  gtk_widget_set_visible (GTK_WIDGET (self->problems), FALSE);
}

/* Reads every row, and shows for those that were touched what is wrong with it. */
static gboolean
read_rows (SelRecordForm *self, gpointer record)
{
  gboolean is_good = TRUE;

  for (guint i = 0; i < self->type->n_fields; i++)
    {
      const SelField *field = &self->type->fields[i];
      g_autoptr (GError) error = NULL;

      if (self->rows[i] == NULL)
        continue;
      if (sel_field_row_get (self->rows[i], field, record, &error))
        {
          sel_field_row_mark (self->rows[i], field, NULL);
          continue;
        }

      is_good = FALSE;
      if (self->touched[i])
        {
          sel_field_row_mark (self->rows[i], field, error->message);
          add_problem (self, error->message, SEL_ERROR);
        }
    }

  return is_good;
}

/* What it takes to look at the records beside it is a few reads by their ids. What could not be
 * looked at is not known to be good. */
static gboolean
check_record (SelRecordForm *self, gpointer record, SelFindings *findings)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SelReading) reading =
    sel_reading_begin (sel_office_get_store (self->office), &error);

  sel_record_check (self->type, record, sel_office_get_today (self->office), findings);
  if (reading &&
      sel_related_check (reading->connection, self->type, record, findings, &error))
    return TRUE;

  add_problem (self, error->message, SEL_ERROR);
  return FALSE;
}

static gboolean
show_findings (SelRecordForm *self, gpointer record)
{
  g_autoptr (SelFindings) findings = sel_findings_new ();
  gboolean is_checked = check_record (self, record, findings);

  for (guint i = 0; i < sel_findings_get_n (findings); i++)
    {
      const SelFinding *finding = sel_findings_get (findings, i);
      guint place = (guint) (finding->field - self->type->fields);
      g_autofree char *text =
        g_strdup_printf ("%s: %s", sel_field_label (finding->field), finding->message);

      if (!self->touched[place] && (is_new (self) || self->rows[place] == NULL))
        continue;
      add_problem (self, text, finding->severity);
      if (finding->severity == SEL_ERROR && self->rows[place])
        sel_field_row_mark (self->rows[place], finding->field, finding->message);
    }

  return is_checked && sel_findings_first_error (findings) == NULL;
}

static gboolean
check (SelRecordForm *self, gpointer record)
{
  gboolean is_good;

  clear_problems (self);
  is_good = read_rows (self, record);
  return show_findings (self, record) && is_good;
}

static void
row_changed_cb (GtkWidget *row, gpointer user_data)
{
  SelRecordForm *self = user_data;
  gpointer record;

  if (self->is_filling)
    return;

  for (guint i = 0; i < self->type->n_fields; i++)
    if (self->rows[i] == row)
      self->touched[i] = TRUE;
  self->is_changed = TRUE;

  record = sel_record_copy (self->type, self->record);
  check (self, record);
  sel_record_free (self->type, record);
}

typedef struct
{
  SelRecordForm *form;
  const SelRecordType *type;
  gpointer record;
  gboolean is_new;
} Save;

static void
save_free (Save *self)
{
  sel_record_free (self->type, self->record);
  g_object_unref (self->form);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Save, save_free)

static gboolean
save_write (SelAct *act, gpointer user_data, GError **error)
{
  Save *save = user_data;

  return save->is_new ? sel_act_insert (act, save->type, save->record, error)
                      : sel_act_update (act, save->type, save->record, error);
}

/* Milliseconds after which the user is told what saving waits for. */
#define PATIENCE 1000

/* One act is written at a time. */
static void
tell_to_wait (gpointer user_data)
{
  SelRecordForm *self = user_data;

  self->patience_source = 0;
  add_problem (
    self,
    _ (
      "Something else is being written, such as an import. This is saved as soon as that is done."),
    SEL_WARNING);
}

static void
set_saving (SelRecordForm *self, gboolean is_saving)
{
  self->is_saving = is_saving;
  g_clear_handle_id (&self->patience_source, g_source_remove);
  gtk_widget_set_sensitive (GTK_WIDGET (self->save_button), !is_saving);
}

/* Sets the rows from @record. */
static void
set_rows (SelRecordForm *self, gconstpointer record)
{
  self->is_filling = TRUE;
  for (guint i = 0; i < self->type->n_fields; i++)
    if (self->rows[i])
      sel_field_row_set (self->rows[i], &self->type->fields[i], record);
  self->is_filling = FALSE;
}

/* Shows field by field what has become of the record while the person made @mine of it. To save
 * again writes what is in the form then. */
static gboolean
show_merge (SelRecordForm *self, gpointer mine, GError **error)
{
  g_autoptr (SelReading) reading = sel_reading_begin (sel_office_get_store (self->office), error);
  g_auto (GStrv) lines =
    reading ? sel_merge_record (reading->connection, self->type, self->record, mine, error) : NULL;

  if (lines == NULL)
    return FALSE;

  set_rows (self, mine);
  check (self, mine);
  add_problem (self, _ ("Nothing was saved yet: the record was changed in the meantime."),
               SEL_ERROR);
  for (char **line = lines; *line; line++)
    add_problem (self, *line, SEL_WARNING);
  return TRUE;
}

static void
show_failure (SelRecordForm *self, gpointer record, const GError *failure)
{
  g_autoptr (GError) error = NULL;
  gboolean is_conflict = g_error_matches (failure, SEL_STORE_ERROR, SEL_STORE_ERROR_CONFLICT);

  if (is_conflict && show_merge (self, record, &error))
    return;

  clear_problems (self);
  add_problem (self, error ? error->message : failure->message, SEL_ERROR);
}

static void
saved_cb (GObject *store, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Save) save = user_data;
  SelRecordForm *self = save->form;
  GtkWidget *parent = GTK_WIDGET (gtk_window_get_transient_for (GTK_WINDOW (self)));
  g_autoptr (GError) error = NULL;
  gint64 act = sel_store_write_finish (SEL_STORE (store), result, &error);
  gint64 id = ((SelRecord *) save->record)->id;

  set_saving (self, FALSE);
  if (act < 0)
    {
      show_failure (self, save->record, error);
      return;
    }

  if (act > 0)
    sel_office_say_undoable (self->office, save->is_new ? _ ("Added") : _ ("Saved"));
  if (self->asker)
    self->saved (self->asker, id);
  /* A part is seen where it was added; a session has a place of its own, in its week. */
  else if (save->is_new && !self->saved && parent &&
           (!is_part (save->type) || save->type == &sel_session_type))
    sel_record_open (parent, save->type, id);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
save_cb (SelRecordForm *self)
{
  Save *save;
  gpointer record = sel_record_copy (self->type, self->record);

  memset (self->touched, TRUE, self->type->n_fields * sizeof (gboolean));
  if (!check (self, record))
    {
      sel_record_free (self->type, record);
      return;
    }

  save = g_new0 (Save, 1);
  save->form = g_object_ref (self);
  save->type = self->type;
  save->record = record;
  save->is_new = is_new (self);
  set_saving (self, TRUE);
  self->patience_source = g_timeout_add_once (PATIENCE, tell_to_wait, self);
  sel_store_write_async (sel_office_get_store (self->office), SEL_ACT_FORM, save_write, save, NULL,
                         saved_cb, save);
}

static gboolean
discard_idle_cb (gpointer user_data)
{
  gtk_window_destroy (GTK_WINDOW (user_data));
  return G_SOURCE_REMOVE;
}

/* The dialog that asked hangs on the form until it has closed. */
static void
discard_cb (gboolean is_yes, gpointer user_data)
{
  if (is_yes)
    g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, discard_idle_cb, g_object_ref (user_data),
                     g_object_unref);
}

static gboolean
sel_record_form_close_request (GtkWindow *window)
{
  SelRecordForm *self = SEL_RECORD_FORM (window);

  /* What is being saved is said, good or bad, when it was. */
  if (self->is_saving)
    return TRUE;
  if (!self->is_changed)
    return GTK_WINDOW_CLASS (sel_record_form_parent_class)->close_request (window);

  sel_dialog_ask (GTK_WIDGET (self),
                  _ ("Discard the changes?"),
                  _ ("What you filled in has not been saved."),
                  _ ("_Discard"),
                  discard_cb,
                  self);
  return TRUE;
}

static void
sel_record_form_finalize (GObject *object)
{
  SelRecordForm *self = SEL_RECORD_FORM (object);

  g_clear_handle_id (&self->patience_source, g_source_remove);
  g_clear_weak_pointer (&self->asker);
  sel_record_free (self->type, self->record);
  g_clear_object (&self->office);
  g_free (self->rows);
  g_free (self->touched);

  G_OBJECT_CLASS (sel_record_form_parent_class)->finalize (object);
}

static void
sel_record_form_class_init (SelRecordFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = sel_record_form_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = sel_record_form_close_request;

  g_type_ensure (SEL_TYPE_REFERENCE_ROW);
  g_type_ensure (SEL_TYPE_TEXT_ROW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/selaras/Selaras/ui/forms/record-form.ui");
  gtk_widget_class_bind_template_child (widget_class, SelRecordForm, place);
  gtk_widget_class_bind_template_child (widget_class, SelRecordForm, save_button);
  gtk_widget_class_bind_template_child (widget_class, SelRecordForm, problems);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
sel_record_form_init (SelRecordForm *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static char *
dup_path (const SelRecordType *type)
{
  g_autofree char *name = g_strdelimit (g_strdup (type->name), "_", '-');

  return g_strdup_printf ("/org/selaras/Selaras/ui/forms/%s.ui", name);
}

/* An obligation is of a party to the same agreement. */
static void
narrow (SelRecordForm *self, GtkWidget *row, const SelField *field)
{
  const SelField *theirs = sel_record_type_shared_owner (self->type, field->refers_to);
  const SelField *ours = sel_record_type_shared_owner (field->refers_to, self->type);

  if (theirs && ours != field)
    sel_reference_row_narrow (SEL_REFERENCE_ROW (row), theirs,
                              *SEL_MEMBER_CONST (gint64, self->record, ours));
}

static void
fill (SelRecordForm *self)
{
  g_autofree char *path = dup_path (self->type);
  g_autoptr (GtkBuilder) builder = gtk_builder_new_from_resource (path);

  for (guint i = 0; i < self->type->n_fields; i++)
    {
      const SelField *field = &self->type->fields[i];
      GtkWidget *row = GTK_WIDGET (gtk_builder_get_object (builder, field->name));

      self->rows[i] = row;
      if (row == NULL)
        continue;
      sel_field_row_attach (row, field, self->office, row_changed_cb, self);
      if (field->kind == SEL_FIELD_REFERENCE)
        narrow (self, row, field);
    }

  set_rows (self, self->record);
  adw_bin_set_child (self->place, GTK_WIDGET (gtk_builder_get_object (builder, "page")));
}

static void
present (SelRecordForm *self)
{
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_child_focus (GTK_WIDGET (self->place), GTK_DIR_TAB_FORWARD);
}

static void
revealed_cb (gboolean is_logged, gpointer user_data)
{
  g_autoptr (SelRecordForm) self = user_data;

  if (is_logged)
    present (self);
  else
    gtk_window_destroy (GTK_WINDOW (self));
}

/* What is masked elsewhere is shown here. */
static void
reveal_and_present (SelRecordForm *self)
{
  g_autoptr (GPtrArray) fields = g_ptr_array_new ();

  for (guint i = 0; i < self->type->n_fields; i++)
    {
      const SelField *field = &self->type->fields[i];

      if (self->rows[i] && field->sensitivity >= SEL_PERSONAL &&
          !sel_field_is_empty (field, self->record))
        g_ptr_array_add (fields, (gpointer) field);
    }

  if (is_new (self) || fields->len == 0)
    present (self);
  else
    sel_reveal (self->office, self->type, ((SelRecord *) self->record)->id,
                g_steal_pointer (&fields), revealed_cb, g_object_ref (self));
}

/* Opens the form above @parent. A record with an id is edited, one without is added. With @saved,
 * @asker is told of the record once it is saved, if it is still there; without, a new record is
 * shown in its section. */
void
sel_record_form_present (GtkWidget *parent,
                         SelOffice *office,
                         const SelRecordType *type,
                         gpointer take_record,
                         SelSavedFunc saved,
                         gpointer asker)
{
  SelRecordForm *self = g_object_new (SEL_TYPE_RECORD_FORM, NULL);
  g_autofree char *title = NULL;

  self->office = g_object_ref (office);
  self->type = type;
  self->record = take_record;
  self->saved = saved;
  g_set_weak_pointer (&self->asker, asker);
  self->rows = g_new0 (GtkWidget *, type->n_fields);
  self->touched = g_new0 (gboolean, type->n_fields);
  fill (self);

  /* Translators: the title of a form; %s is "Agreement", "Partner", … */
  title = g_strdup_printf (is_new (self) ? _ ("New: %s") : _ ("Edit: %s"), _ (type->label));
  gtk_window_set_title (GTK_WINDOW (self), title);
  gtk_window_set_transient_for (GTK_WINDOW (self), GTK_WINDOW (gtk_widget_get_root (parent)));
  reveal_and_present (self);
}

/* Whether a record of @type can be added by its form alone: there is one, and the record is not a
 * part of another. */
gboolean
sel_record_form_can_add (const SelRecordType *type)
{
  g_autofree char *path = dup_path (type);

  return !is_part (type) &&
         g_resources_get_info (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL, NULL, NULL);
}
