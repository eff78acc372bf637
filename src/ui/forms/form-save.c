/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include <glib/gi18n-lib.h>

#include "domain/records.h"
#include "store/merge.h"
#include "ui/forms/record-form-private.h"
#include "ui/dialogs.h"
#include "ui/record-actions.h"
#include "ui/reveal.h"

typedef struct
{
  SelRecordForm *form;
  const SelRecordType *type;
  gpointer record;
  gboolean is_new;
  char *why;     /* (nullable): of a correction of what a signature covers */
  GArray *parts; /* (nullable): of #SelFormPart, to be written with a new record … */
  const SelFormWith *with;
  gpointer taken; /* … and what @with has noted */
} Save;

static void
save_free (Save *self)
{
  sel_record_free (self->type, self->record);
  g_object_unref (self->form);
  g_free (self->why);
  g_clear_pointer (&self->parts, g_array_unref);
  if (self->taken)
    self->with->free_taken (self->taken);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Save, save_free)

static gboolean
insert_all (SelAct *act, Save *save, GError **error)
{
  if (!sel_act_insert (act, save->type, save->record, error))
    return FALSE;

  for (guint i = 0; save->parts && i < save->parts->len; i++)
    {
      const SelFormPart *part = &g_array_index (save->parts, SelFormPart, i);

      *SEL_MEMBER (gint64, part->record, sel_record_type_owner (part->type, save->type)) =
        ((SelRecord *) save->record)->id;
      if (!sel_act_insert (act, part->type, part->record, error))
        return FALSE;
    }

  return save->taken == NULL ||
         save->with->write (act, ((SelRecord *) save->record)->id, save->taken, error);
}

static gboolean
save_write (SelAct *act, gpointer user_data, GError **error)
{
  Save *save = user_data;

  sel_act_set_why (act, save->why);
  return save->is_new ? insert_all (act, save, error)
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
  sel_record_form_add_problem (
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
  gtk_widget_set_sensitive (GTK_WIDGET (self->place), !is_saving);
}

static void save_for (SelRecordForm *self, const char *why);

/* What the form is to hold after a conflict, once what it would show may be shown. */
typedef struct
{
  SelRecordForm *form;
  gpointer base;
  gpointer mine;
  GPtrArray *changes;
} Merge;

static void
merge_free (Merge *self)
{
  sel_record_free (self->form->type, self->base);
  sel_record_free (self->form->type, self->mine);
  g_clear_pointer (&self->changes, g_ptr_array_unref);
  g_object_unref (self->form);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Merge, merge_free)

/* To save again writes what is in the form then. */
static void
merged_cb (gboolean is_logged, gpointer user_data)
{
  g_autoptr (Merge) merge = user_data;
  SelRecordForm *self = merge->form;

  set_saving (self, FALSE);
  if (!is_logged)
    return;

  sel_record_free (self->type, self->record);
  self->record = g_steal_pointer (&merge->base);
  self->changes = g_steal_pointer (&merge->changes);
  sel_record_form_set_rows (self, merge->mine);
  sel_record_form_check (self, merge->mine);
}

/* Brings into the form, field by field, what has become of the record while the person made @mine
 * of it. A personal value that came meanwhile is logged before it is shown. */
static gboolean
merge_record (SelRecordForm *self, gconstpointer mine, GError **error)
{
  g_autoptr (SelReading) reading = sel_reading_begin (sel_office_get_store (self->office), error);
  g_autoptr (Merge) merge = g_new0 (Merge, 1);
  g_autoptr (GPtrArray) fields = NULL;
  gint64 id = ((SelRecord *) self->record)->id;

  merge->form = g_object_ref (self);
  merge->base = sel_record_copy (self->type, self->record);
  merge->mine = sel_record_copy (self->type, mine);
  if (reading)
    merge->changes =
      sel_merge_record (reading->connection, self->type, merge->base, merge->mine, error);
  if (merge->changes == NULL)
    return FALSE;

  fields = sel_record_form_list_personal (self, merge->mine, mine);
  if (fields->len)
    sel_reveal (self->office, self->type, id, g_steal_pointer (&fields), merged_cb,
                g_steal_pointer (&merge));
  else
    merged_cb (TRUE, g_steal_pointer (&merge));
  return TRUE;
}

static void
save_for_reason_cb (const char *why, gpointer user_data)
{
  save_for (user_data, why);
}

static void
show_failure (SelRecordForm *self, gconstpointer record, const GError *failure)
{
  g_autoptr (GError) error = NULL;
  gboolean is_conflict = g_error_matches (failure, SEL_STORE_ERROR, SEL_STORE_ERROR_CONFLICT);

  sel_record_form_clear_problems (self);
  if (is_conflict && merge_record (self, record, &error))
    return;

  set_saving (self, FALSE);
  if (g_error_matches (failure, SEL_STORE_ERROR, SEL_STORE_ERROR_FROZEN))
    sel_dialog_ask_reason (GTK_WIDGET (self), _ ("Why is it corrected?"), failure->message,
                           _ ("_Correct"), save_for_reason_cb, g_object_ref (self),
                           g_object_unref);
  else
    sel_record_form_add_problem (self, error ? error->message : failure->message, SEL_ERROR);
}

/* Who has added something knows best what else there is to say of it. */
static void
say_saved (const Save *save)
{
  const SelRecordForm *form = save->form;
  g_autofree char *said =
    save->with && form->asker ? save->with->dup_said (form->asker) : NULL;

  sel_office_say_undoable (form->office, said             ? said
                                         : save->is_new ? _ ("Added")
                                                        : _ ("Saved"));
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

  if (act < 0)
    {
      show_failure (self, save->record, error);
      return;
    }

  set_saving (self, FALSE);
  if (act > 0)
    say_saved (save);
  if (self->asker)
    self->saved (self->asker, id);
  /* A part is seen where it was added; a session has a place of its own, in its week. */
  else if (save->is_new && !self->saved && parent &&
           (!sel_record_type_is_part (save->type) || save->type == &sel_session_type))
    sel_record_open (parent, save->type, id);
  gtk_window_destroy (GTK_WINDOW (self));
}

/* What the asker has to write with a new record; FALSE when it cannot be written as it is. */
static gboolean
take_with (SelRecordForm *self, Save *save)
{
  g_autoptr (GError) error = NULL;

  if (!save->is_new || !self->with || !self->asker)
    return TRUE;

  save->with = self->with;
  save->taken = self->with->take (self->asker, &error);
  if (error)
    sel_record_form_add_problem (self, error->message, SEL_ERROR);
  return save->taken != NULL;
}

/* @why (nullable) is the reason of a correction. */
static void
save_for (SelRecordForm *self, const char *why)
{
  Save *save;
  gpointer record = sel_record_copy (self->type, self->record);

  memset (self->touched, TRUE, self->type->n_fields * sizeof (gboolean));
  g_clear_pointer (&self->changes, g_ptr_array_unref);
  if (!sel_record_form_check (self, record))
    {
      if (self->first_wrong)
        sel_record_form_lead_to (self->first_wrong);
      sel_record_free (self->type, record);
      return;
    }
  if (self->drafted)
    {
      if (self->asker)
        self->drafted (self->asker, g_steal_pointer (&record));
      sel_record_free (self->type, record);
      gtk_window_destroy (GTK_WINDOW (self));
      return;
    }

  save = g_new0 (Save, 1);
  save->form = g_object_ref (self);
  save->type = self->type;
  save->record = record;
  save->is_new = sel_record_form_is_new (self);
  save->why = g_strdup (why);
  if (save->is_new && self->companion)
    save->parts = sel_form_companion_dup_parts (self->companion);
  if (!take_with (self, save))
    {
      save_free (save);
      return;
    }
  set_saving (self, TRUE);
  self->patience_source = g_timeout_add_once (PATIENCE, tell_to_wait, self);
  sel_store_write_async (sel_office_get_store (self->office), SEL_ACT_FORM, save_write, save, NULL,
                         saved_cb, save);
}

/* Saves what the rows hold, and closes the form when that is done. */
void
sel_record_form_save (SelRecordForm *self)
{
  save_for (self, NULL);
}
