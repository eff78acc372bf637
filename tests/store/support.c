/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support.h"

#include <stdarg.h>

#include "support/folder.h"

Place *
place_new (void)
{
  Place *self = g_new0 (Place, 1);

  self->folder = folder_new ();
  self->path = g_build_filename (self->folder, "selaras.db", NULL);
  return self;
}

void
place_free (Place *self)
{
  folder_remove (self->folder);
  g_free (self->path);
  g_free (self);
}

/* The date of "2025-10-11"; none for NULL. */
GDate
date_of (const char *text)
{
  g_autofree char *at_midnight = text ? g_strconcat (text, "T00:00", NULL) : NULL;
  SelCivilTime time = { 0 };

  if (text)
    g_assert_true (sel_civil_time_parse (at_midnight, &time));

  return time.date;
}

SelStore *
open_store (Place *place)
{
  g_autoptr (GError) error = NULL;
  SelStore *store = sel_store_open (place->path, &error);

  g_assert_no_error (error);
  return store;
}

static gboolean
execute_in_act (SelAct *act, gpointer sql, GError **error)
{
  /* Outside the log, as no part of the program would: only kept because of the exchange. */
  sel_act_set_exchange (act, 0);
  return sel_connection_execute (sel_act_get_connection (act), sql, error);
}

/* Writes behind the back of the change log. */
void
execute (SelStore *store, const char *sql)
{
  g_autoptr (GError) error = NULL;

  sel_store_write (store, SEL_ACT_IMPORT, execute_in_act, (gpointer) sql, NULL, &error);
  g_assert_no_error (error);
}

char *
ask_text (SelStore *store, const char *sql)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SelReading) reading = sel_reading_begin (store, &error);
  g_autoptr (SelStatement) stmt = NULL;
  gboolean has_row;

  g_assert_no_error (error);
  stmt = sel_connection_prepare (reading->connection, sql, &error);
  g_assert_no_error (error);
  sel_statement_step (stmt, &has_row, &error);
  g_assert_no_error (error);
  return has_row ? g_strdup (sel_statement_get_text (stmt, 0)) : NULL;
}

gint64
ask (SelStore *store, const char *sql)
{
  g_autofree char *text = ask_text (store, sql);

  return text ? g_ascii_strtoll (text, NULL, 10) : 0;
}

/* A record of @type with pairs of field and text, as the log would write it; ends with NULL. */
gpointer
make (const SelRecordType *type, ...)
{
  gpointer record = sel_record_new (type);
  const char *name;
  va_list list;

  va_start (list, type);
  while ((name = va_arg (list, const char *)))
    {
      g_autoptr (GError) error = NULL;
      const SelField *field = sel_record_type_field (type, name);

      g_assert_nonnull (field);
      sel_field_set_text (field, record, va_arg (list, const char *), &error);
      g_assert_no_error (error);
    }
  va_end (list);

  return record;
}

typedef struct
{
  Verb verb;
  const SelRecordType *type;
  SelRecord *record;
} Change;

static void
free_change (gpointer data)
{
  Change *self = data;

  sel_record_free (self->type, self->record);
  g_free (self);
}

static gboolean
change_in_act (SelAct *act, gpointer data, GError **error)
{
  Change *self = data;

  switch (self->verb)
    {
    case INSERT:
      return sel_act_insert (act, self->type, self->record, error);
    case UPDATE:
      return sel_act_update (act, self->type, self->record, error);
    case DELETE:
    default:
      return sel_act_delete (act, self->type, self->record->id, error);
    }
}

static void
take_result_cb (G_GNUC_UNUSED GObject *source, GAsyncResult *result, gpointer user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static gint64
wait_for (SelStore *store, GAsyncResult **result, GError **error)
{
  gint64 act;

  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);

  act = sel_store_write_finish (store, *result, error);
  g_clear_object (result);
  return act;
}

gint64
write_form (SelStore *store,
            SelStoreWriteFunc write,
            gpointer user_data,
            GDestroyNotify destroy,
            GError **error)
{
  GAsyncResult *result = NULL;

  sel_store_write_async (store, SEL_ACT_FORM, write, user_data, destroy, take_result_cb, &result);
  return wait_for (store, &result, error);
}

gint64
change (SelStore *store, Verb verb, const SelRecordType *type, gpointer take_record, GError **error)
{
  Change *data = g_new0 (Change, 1);

  data->verb = verb;
  data->type = type;
  data->record = take_record;
  return write_form (store, change_in_act, data, free_change, error);
}

gint64
undo (SelStore *store, gboolean redo, GError **error)
{
  GAsyncResult *result = NULL;

  sel_store_undo_async (store, redo, take_result_cb, &result);
  return wait_for (store, &result, error);
}

static gboolean
add_in_act (SelAct *act, gpointer data, GError **error)
{
  Change *self = data;

  sel_act_set_why (act, "Data uji"); /* also for what is added to a signed text */
  return sel_act_insert (act, self->type, self->record, error);
}

/* Adds the record at once, and gives its id. */
gint64
add (SelStore *store, const SelRecordType *type, gpointer take_record)
{
  g_autoptr (GError) error = NULL;
  Change data = { INSERT, type, take_record };
  gint64 id;

  sel_store_write (store, SEL_ACT_FORM, add_in_act, &data, NULL, &error);
  g_assert_no_error (error);
  id = data.record->id;
  sel_record_free (type, take_record);
  return id;
}

static gboolean
add_participants_in_act (SelAct *act, gpointer data, GError **error)
{
  SelParticipant *participant = sel_record_new (&sel_participant_type);
  gboolean is_done = TRUE;

  for (guint i = 0; is_done && i < *(guint *) data; i++)
    {
      sel_record_clear (&sel_participant_type, participant);
      participant->name = g_strdup_printf ("Orang %06u", i + 1);
      participant->kind = SEL_PARTICIPANT_JOB_SEEKER;
      is_done = sel_act_insert (act, &sel_participant_type, participant, error);
    }

  sel_record_free (&sel_participant_type, participant);
  return is_done;
}

/* "Orang 000001" and so on, in one act. */
void
add_participants (SelStore *store, guint n)
{
  g_autoptr (GError) error = NULL;

  sel_store_write (store, SEL_ACT_FORM, add_participants_in_act, &n, NULL, &error);
  g_assert_no_error (error);
}

gpointer
load (SelStore *store, const SelRecordType *type, gint64 id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SelReading) reading = sel_reading_begin (store, &error);
  gpointer record;

  g_assert_no_error (error);
  record = sel_record_load (reading->connection, type, id, &error);
  g_assert_no_error (error);
  return record;
}
