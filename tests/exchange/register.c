/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/register.h"

#include <string.h>

#include "store/record.h"
#include "support/folder.h"

Register *
register_new (void)
{
  Register *self = g_new0 (Register, 1);

  self->folder = folder_new ();
  register_open (self);
  return self;
}

void
register_free (Register *self)
{
  register_close (self);
  folder_remove (self->folder);
  g_free (self);
}

char *
register_dup_path (Register *self, const char *name)
{
  return g_build_filename (self->folder, name, NULL);
}

void
register_write (Register *self, const char *name, const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));

  register_write_bytes (self, name, bytes);
}

void
register_write_bytes (Register *self, const char *name, GBytes *bytes)
{
  g_autofree char *path = register_dup_path (self, name);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes),
                       &error);
  g_assert_no_error (error);
}

void
register_close (Register *self)
{
  g_clear_object (&self->store);
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

void
register_open (Register *self)
{
  g_autofree char *path = register_dup_path (self, "selaras.db");
  g_autoptr (GError) error = NULL;

  self->store = sel_store_open (path, &error);
  g_assert_no_error (error);
}

/* Takes in @text as the file exchange.xml. */
SelImportResult *
register_import (Register *self, const char *text, SelImportFlags flags)
{
  g_autofree char *path = register_dup_path (self, "exchange.xml");
  g_autoptr (GError) error = NULL;
  SelImportResult *result;
  GDate today;
  const SelImportRequest request = { path, flags, &today, NULL, 0, NULL, NULL };

  g_date_clear (&today, 1);
  g_date_set_dmy (&today, 22, G_DATE_NOVEMBER, 2025);
  register_write (self, "exchange.xml", text);
  result = sel_import_run (self->store, &request, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  return result;
}

/* The same, where all of it is good. */
void
register_take (Register *self, const char *text)
{
  g_autoptr (SelImportResult) result = register_import (self, text, 0);

  g_assert_true (result->is_applied);
}

/* Asserts that @text is refused for one reason, and that nothing of it is kept. */
void
register_refuse (Register *self,
                 const char *text,
                 guint line,
                 const char *field,
                 const char *reason)
{
  gint64 n_acts = register_get_int (self, "SELECT count (*) FROM act");
  gint64 n_identities = register_get_int (self, "SELECT count (*) FROM identity");
  g_autoptr (SelImportResult) result = register_import (self, text, 0);
  const SelImportNote *note;

  g_assert_cmpuint (result->notes[SEL_IMPORT_REFUSED]->len, ==, 1);
  note = g_ptr_array_index (result->notes[SEL_IMPORT_REFUSED], 0);
  g_assert_cmpuint (note->line, ==, line);
  g_assert_cmpstr (note->field ? note->field->name : NULL, ==, field);
  g_assert_cmpstr (note->reason, ==, reason);

  g_assert_cmpuint (result->n[SEL_IMPORT_REFUSED], ==, 1);
  g_assert_false (result->is_applied);
  g_assert_cmpint (register_get_int (self, "SELECT count (*) FROM act"), ==, n_acts);
  g_assert_cmpint (register_get_int (self, "SELECT count (*) FROM identity"), ==, n_identities);
}

static gboolean
set_phone_in_act (SelAct *act, gpointer user_data, GError **error)
{
  SelParticipant *person =
    sel_record_load (sel_act_get_connection (act), &sel_participant_type, 1, error);
  gboolean is_done;

  g_free (person->phone);
  person->phone = g_strdup (user_data);
  is_done = sel_act_update (act, &sel_participant_type, person, error);
  sel_record_free (&sel_participant_type, person);
  return is_done;
}

/* A person sets the phone of the first participant. */
void
register_set_phone (Register *self, const char *phone)
{
  g_autoptr (GError) error = NULL;

  sel_store_write (self->store, SEL_ACT_FORM, set_phone_in_act, (gpointer) phone, NULL, &error);
  g_assert_no_error (error);
}

gint64
register_get_int (Register *self, const char *sql)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SelReading) reading = sel_reading_begin (self->store, &error);
  gint64 value;

  g_assert_no_error (error);
  sel_connection_get_int (reading->connection, sql, &value, &error);
  g_assert_no_error (error);
  return value;
}

/* The first column of the first row; NULL without one. */
char *
register_dup_text (Register *self, const char *sql)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SelReading) reading = sel_reading_begin (self->store, &error);
  g_autoptr (SelStatement) stmt = sel_connection_prepare (reading->connection, sql, &error);
  gboolean has_row;

  g_assert_no_error (error);
  sel_statement_step (stmt, &has_row, &error);
  g_assert_no_error (error);
  return has_row ? g_strdup (sel_statement_get_text (stmt, 0)) : NULL;
}

void
register_assert_counts (const SelImportResult *result,
                        guint64 n_new,
                        guint64 n_changed,
                        guint64 n_same,
                        guint64 n_refused)
{
  g_assert_cmpuint (result->n[SEL_IMPORT_NEW], ==, n_new);
  g_assert_cmpuint (result->n[SEL_IMPORT_CHANGED], ==, n_changed);
  g_assert_cmpuint (result->n[SEL_IMPORT_SAME], ==, n_same);
  g_assert_cmpuint (result->n[SEL_IMPORT_REFUSED], ==, n_refused);
}
