/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/forms/record-form.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "domain/findings.h"
#include "ui/forms/field-row.h"
#include "ui/forms/reference-row.h"
#include "ui/forms/text-row.h"
#include "ui/record-actions.h"

struct _SelRecordForm
{
  AdwWindow parent_instance;

  AdwToastOverlay *overlay;
  AdwBin *place;
  GtkButton *save_button;
  GtkBox *problems;

  SelOffice *office;
  const SelRecordType *type;
  gpointer record;
  GtkWidget **rows;    /* for each field; NULL where the form has none */
  gboolean *touched;   /* whether the user was there */
  gboolean is_filling; /* while the rows are set by us */
};

G_DEFINE_FINAL_TYPE (SelRecordForm, sel_record_form, ADW_TYPE_WINDOW)

static gboolean
is_new (SelRecordForm *self)
{
  return ((SelRecord *) self->record)->id == 0;
}

static void
add_problem (SelRecordForm *self, const char *text, SelSeverity severity)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, severity == SEL_ERROR ? "error" : "warning");
  gtk_box_append (self->problems, label);
}

static void
clear_problems (SelRecordForm *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->problems))))
    gtk_box_remove (self->problems, child);
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

static gboolean
show_findings (SelRecordForm *self, gpointer record)
{
  g_autoptr (SelFindings) findings = sel_findings_new ();

  sel_record_check (self->type, record, sel_office_get_today (self->office), findings);
  for (guint i = 0; i < sel_findings_get_n (findings); i++)
    {
      const SelFinding *finding = sel_findings_get (findings, i);
      guint place = (guint) (finding->field - self->type->fields);
      g_autofree char *text = g_strdup_printf ("%s: %s", sel_field_label (finding->field), finding->message);

      if (!self->touched[place] && (is_new (self) || self->rows[place] == NULL))
        continue;
      add_problem (self, text, finding->severity);
      if (finding->severity == SEL_ERROR && self->rows[place])
        sel_field_row_mark (self->rows[place], finding->field, finding->message);
    }

  return sel_findings_first_error (findings) == NULL;
}

static gboolean
check (SelRecordForm *self, gpointer record)
{
  gboolean is_good;

  clear_problems (self);
  is_good = read_rows (self, record);
  is_good = show_findings (self, record) && is_good;
  gtk_widget_set_visible (GTK_WIDGET (self->problems), gtk_widget_get_first_child (GTK_WIDGET (self->problems)) != NULL);
  return is_good;
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

static void
saved_cb (GObject *store, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Save) save = user_data;
  SelRecordForm *self = save->form;
  GtkWidget *parent = GTK_WIDGET (gtk_window_get_transient_for (GTK_WINDOW (self)));
  g_autoptr (GError) error = NULL;
  gint64 act = sel_store_write_finish (SEL_STORE (store), result, &error);

  if (act < 0)
    {
      g_autofree char *escaped = g_markup_escape_text (error->message, -1);

      gtk_widget_set_sensitive (GTK_WIDGET (self->save_button), TRUE);
      adw_toast_overlay_add_toast (self->overlay, adw_toast_new (escaped));
      return;
    }

  if (act > 0)
    sel_office_say_undoable (self->office, save->is_new ? _ ("Added") : _ ("Saved"));
  if (save->is_new && parent)
    sel_record_open (parent, save->type, ((SelRecord *) save->record)->id);
  gtk_window_close (GTK_WINDOW (self));
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
  gtk_widget_set_sensitive (GTK_WIDGET (self->save_button), FALSE);
  sel_store_write_async (sel_office_get_store (self->office), SEL_ACT_FORM, save_write, save, NULL, saved_cb, save);
}

static void
sel_record_form_finalize (GObject *object)
{
  SelRecordForm *self = SEL_RECORD_FORM (object);

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

  g_type_ensure (SEL_TYPE_REFERENCE_ROW);
  g_type_ensure (SEL_TYPE_TEXT_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/selaras/Selaras/ui/forms/record-form.ui");
  gtk_widget_class_bind_template_child (widget_class, SelRecordForm, overlay);
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

static void
fill (SelRecordForm *self)
{
  g_autofree char *name = g_strdelimit (g_strdup (self->type->name), "_", '-');
  g_autofree char *path = g_strdup_printf ("/org/selaras/Selaras/ui/forms/%s.ui", name);
  g_autoptr (GtkBuilder) builder = gtk_builder_new_from_resource (path);

  self->is_filling = TRUE;
  for (guint i = 0; i < self->type->n_fields; i++)
    {
      const SelField *field = &self->type->fields[i];
      GtkWidget *row = GTK_WIDGET (gtk_builder_get_object (builder, field->name));

      self->rows[i] = row;
      if (row == NULL)
        continue;
      sel_field_row_attach (row, field, self->office, row_changed_cb, self);
      sel_field_row_set (row, field, self->record);
    }

  adw_bin_set_child (self->place, GTK_WIDGET (gtk_builder_get_object (builder, "page")));
  self->is_filling = FALSE;
}

/* Opens the form above @parent. A record with an id is edited, one without is added. */
void
sel_record_form_present (GtkWidget *parent,
                         SelOffice *office,
                         const SelRecordType *type,
                         gpointer take_record)
{
  SelRecordForm *self = g_object_new (SEL_TYPE_RECORD_FORM, NULL);
  g_autofree char *title = NULL;

  self->office = g_object_ref (office);
  self->type = type;
  self->record = take_record;
  self->rows = g_new0 (GtkWidget *, type->n_fields);
  self->touched = g_new0 (gboolean, type->n_fields);
  fill (self);

  /* Translators: the title of a form; %s is "Agreement", "Partner", … */
  title = g_strdup_printf (is_new (self) ? _ ("New: %s") : _ ("Edit: %s"), _ (type->label));
  gtk_window_set_title (GTK_WINDOW (self), title);
  gtk_window_set_transient_for (GTK_WINDOW (self), GTK_WINDOW (gtk_widget_get_root (parent)));
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_child_focus (GTK_WIDGET (self->place), GTK_DIR_TAB_FORWARD);
}
