/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/record-actions.h"

#include <glib/gi18n-lib.h>

#include "store/merge-records.h"
#include "store/record.h"
#include "ui/dialogs.h"
#include "ui/forms/record-form.h"

/* Opens the form of the record. */
void
sel_record_edit (GtkWidget *parent, SelOffice *office, const SelRecordType *type, gint64 id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SelReading) reading = sel_reading_begin (sel_office_get_store (office), &error);
  gpointer record = reading ? sel_record_load (reading->connection, type, id, &error) : NULL;

  if (record)
    sel_record_form_present (parent, office, type, record, NULL, NULL);
  else
    sel_office_fail (office, error->message);
}

/* Opens the form for a new record; @take_record says what is known of it, and is freed. */
void
sel_record_add (GtkWidget *parent,
                SelOffice *office,
                const SelRecordType *type,
                gpointer take_record)
{
  gpointer record = take_record ? take_record : sel_record_new (type);

  sel_record_form_present (parent, office, type, record, NULL, NULL);
}

typedef struct
{
  const SelRecordType *type;
  gint64 id;
  char *why; /* (nullable): of a correction of what a signature covers */
  SelOffice *office;
  GtkWidget *parent;
} Deletion;

static void
deletion_free (Deletion *self)
{
  g_object_unref (self->office);
  g_object_unref (self->parent);
  g_free (self->why);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Deletion, deletion_free)

static gboolean
delete_write (SelAct *act, gpointer user_data, GError **error)
{
  const Deletion *deletion = user_data;

  sel_act_set_why (act, deletion->why);
  return sel_merge_forget (act, deletion->type, deletion->id, error) &&
         sel_act_delete (act, deletion->type, deletion->id, error);
}

static void delete_for_reason_cb (const char *why, gpointer user_data);

static void
deleted_cb (GObject *store, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Deletion) deletion = user_data;
  g_autoptr (GError) error = NULL;
  GtkWidget *parent = deletion->parent;

  if (sel_store_write_finish (SEL_STORE (store), result, &error) >= 0)
    sel_office_say_undoable (deletion->office, _ ("Deleted"));
  else if (g_error_matches (error, SEL_STORE_ERROR, SEL_STORE_ERROR_FROZEN))
    sel_dialog_ask_reason (parent, _ ("Why is it deleted?"), error->message, _ ("_Delete"),
                           delete_for_reason_cb, g_steal_pointer (&deletion),
                           (GDestroyNotify) deletion_free);
  else
    sel_dialog_tell (parent, _ ("It was not deleted"), error->message);
}

static void
start_deletion (SelOffice *office, Deletion *take_deletion)
{
  sel_store_write_async (sel_office_get_store (office), SEL_ACT_FORM, delete_write, take_deletion,
                         NULL, deleted_cb, take_deletion);
}

static void
delete_for_reason_cb (const char *why, gpointer user_data)
{
  const Deletion *asked = user_data;
  Deletion *deletion = g_memdup2 (asked, sizeof *asked);

  g_object_ref (deletion->office);
  g_object_ref (deletion->parent);
  deletion->why = g_strdup (why);
  start_deletion (deletion->office, deletion);
}

/* Deletes the record with all that is part of it. Undo brings it back. */
void
sel_record_delete (GtkWidget *parent, SelOffice *office, const SelRecordType *type, gint64 id)
{
  Deletion *deletion = g_new0 (Deletion, 1);

  deletion->type = type;
  deletion->id = id;
  deletion->office = g_object_ref (office);
  deletion->parent = g_object_ref (parent);
  start_deletion (office, deletion);
}

/* Shows the record in its section. */
void
sel_record_open (GtkWidget *widget, const SelRecordType *type, gint64 id)
{
  gtk_widget_activate_action (widget, "win.open-record", "(sx)", type->name, id);
}
