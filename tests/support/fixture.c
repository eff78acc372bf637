/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support/fixture.h"

#include <stdarg.h>

#include "store/store.h"
#include "support/folder.h"

SelFixture *
sel_fixture_new (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  SelStore *store = NULL;
  SelFixture *self = g_new0 (SelFixture, 1);

  self->folder = folder_new ();
  path = g_build_filename (self->folder, "selaras.db", NULL);

  /* The store makes the file; what is tested here is below it. */
  store = sel_store_open (path, &error);
  g_assert_no_error (error);
  g_clear_object (&store);
  self->connection = sel_connection_open (path, SEL_CONNECTION_WRITE, &error);
  g_assert_no_error (error);

  return self;
}

void
sel_fixture_free (SelFixture *self)
{
  sel_connection_close (self->connection);
  folder_remove (self->folder);
  g_free (self);
}

SelAct *
sel_fixture_begin (SelFixture *self)
{
  g_autoptr (GError) error = NULL;
  SelAct *act = sel_act_begin (self->connection, SEL_ACT_IMPORT, &error);

  g_assert_no_error (error);
  return act;
}

/**
 * sel_fixture_add:
 * @act: any act, on whatever store
 * @type: name of a record type
 * @...: pairs of a field's name and its text, as sel_field_set_text() reads it (a reference is the
 *   id of an earlier record), then %NULL
 *
 * Returns: the id of the new record: the first of its type is 1, the next 2
 */
gint64
sel_fixture_add (SelAct *act, const char *type, ...)
{
  g_autoptr (GError) error = NULL;
  const SelRecordType *record_type = sel_record_type_by_name (type);
  SelRecord *record = NULL;
  const char *name;
  gint64 id;
  va_list list;

  g_assert_nonnull (record_type);
  record = sel_record_new (record_type);
  va_start (list, type);
  while ((name = va_arg (list, const char *)))
    {
      const SelField *field = sel_record_type_field (record_type, name);

      if (field == NULL)
        g_error ("%s has no field %s", type, name);
      sel_field_set_text (field, record, va_arg (list, const char *), &error);
      g_assert_no_error (error);
    }
  va_end (list);

  sel_act_insert (act, record_type, record, &error);
  g_assert_no_error (error);
  id = record->id;
  sel_record_free (record_type, record);
  return id;
}

void
sel_fixture_end (SelAct *take_act)
{
  g_autoptr (SelAct) act = take_act;
  g_autoptr (GError) error = NULL;

  sel_act_commit (act, &error);
  g_assert_no_error (error);
}

/* The date of "2025-10-11". */
GDate
sel_fixture_date (const char *text)
{
  g_autofree char *at_midnight = g_strconcat (text, "T00:00", NULL);
  SelCivilTime time;

  g_assert_true (sel_civil_time_parse (at_midnight, &time));
  return time.date;
}
