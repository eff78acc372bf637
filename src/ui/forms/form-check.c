/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "domain/records.h"
#include "store/related.h"
#include "ui/forms/field-row.h"
#include "ui/forms/record-form-private.h"

void
sel_record_form_add_problem (SelRecordForm *self, const char *text, SelSeverity severity)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, severity == SEL_ERROR ? "error" : "warning");
  gtk_box_append (self->problems, label);
  gtk_widget_set_visible (GTK_WIDGET (self->problems), TRUE);
}

void
sel_record_form_clear_problems (SelRecordForm *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->problems))))
    gtk_box_remove (self->problems, child);
  gtk_widget_set_visible (GTK_WIDGET (self->problems), FALSE);
}

static gboolean
lead_cb (gpointer widget)
{
  gtk_widget_child_focus (widget, GTK_DIR_TAB_FORWARD);
  return G_SOURCE_REMOVE;
}

/* Puts the focus into @widget, which has to be mended, once the sentence that says so is laid out: it
 * takes room from the rows. */
void
sel_record_form_lead_to (GtkWidget *widget)
{
  g_idle_add_full (G_PRIORITY_LOW, lead_cb, g_object_ref (widget), g_object_unref);
}

static void
mark (SelRecordForm *self, guint place, const char *message)
{
  sel_field_row_mark (self->rows[place], &self->type->fields[place], message);
  if (self->first_wrong == NULL)
    self->first_wrong = self->rows[place];
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
          mark (self, i, error->message);
          sel_record_form_add_problem (self, error->message, SEL_ERROR);
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

  sel_record_form_add_problem (self, error->message, SEL_ERROR);
  return FALSE;
}

/* A draft has no owner yet; and of what a row holds that cannot be read, that was said. */
static gboolean
holds (SelRecordForm *self, const SelFinding *finding)
{
  GtkWidget *row = self->rows[finding->field - self->type->fields];
  gpointer scratch = sel_record_new (self->type);
  const gboolean can_be_read =
    row == NULL || sel_field_row_get (row, finding->field, scratch, NULL);

  sel_record_free (self->type, scratch);
  return can_be_read && !(self->drafted && finding->field->flags & SEL_FIELD_OWNER);
}

/* Of what nobody has filled in yet, and of what the form does not show, nothing is said. */
static gboolean
is_to_come (SelRecordForm *self, guint place, gconstpointer record)
{
  return self->rows[place] == NULL ||
         (sel_record_form_is_new (self) &&
          sel_field_is_empty (&self->type->fields[place], record));
}

static gboolean
show_findings (SelRecordForm *self, gpointer record)
{
  g_autoptr (SelFindings) findings = sel_findings_new ();
  gboolean is_good = check_record (self, record, findings);

  for (guint i = 0; i < sel_findings_get_n (findings); i++)
    {
      const SelFinding *finding = sel_findings_get (findings, i);
      guint place = (guint) (finding->field - self->type->fields);
      g_autofree char *text =
        g_strdup_printf ("%s: %s", sel_field_label (finding->field), finding->message);

      if (!holds (self, finding))
        continue;
      is_good &= finding->severity != SEL_ERROR;
      if (!self->touched[place] && is_to_come (self, place, record))
        continue;
      sel_record_form_add_problem (self, text, finding->severity);
      if (finding->severity == SEL_ERROR && self->rows[place])
        mark (self, place, finding->message);
    }

  return is_good;
}

/* What became of the record in the meantime stands there until it is saved again. */
static void
show_changes (SelRecordForm *self)
{
  if (self->changes == NULL)
    return;

  sel_record_form_add_problem (
    self, _ ("Nothing was saved yet: the record was changed in the meantime."), SEL_ERROR);
  for (guint i = 0; i < self->changes->len; i++)
    if (self->rows[i] && self->changes->pdata[i])
      sel_record_form_add_problem (self, self->changes->pdata[i], SEL_WARNING);
}

/* Reads the rows into @record, and shows what is wrong with it. */
gboolean
sel_record_form_check (SelRecordForm *self, gpointer record)
{
  gboolean is_good;

  self->first_wrong = NULL;
  sel_record_form_clear_problems (self);
  show_changes (self);
  is_good = read_rows (self, record);
  sel_record_derive (self->type, record);
  return show_findings (self, record) && is_good;
}
