/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A disk that fails while the register is made, brought up to date or written by a form: each
 * failure is a sentence, and nothing is half done. */
#include <glib/gstdio.h>

#include "store/database-file.h"
#include "support.h"
#include "support/fault-vfs.h"

/* Beyond as many writes nothing of what is tested here goes. */
#define MANY 2000

/* The first ones each, and later ones more and more thinly: they are alike. */
#define NEXT(n) ((n) + 1 + (n) / 20)

static void
assert_sentence (const GError *error)
{
  g_assert_nonnull (error);
  g_assert_true (error->domain == SEL_STORE_ERROR);
  g_assert_true (g_str_has_suffix (error->message, ".") || g_str_has_suffix (error->message, "”"));
}

static void
assert_sound (SelStore *store)
{
  g_autofree char *integrity = ask_text (store, "PRAGMA integrity_check");

  g_assert_cmpstr (integrity, ==, "ok");
  g_assert_cmpint (ask (store, "PRAGMA user_version"), ==, SEL_DATABASE_VERSION);
}

/* Opens the register while the @n-th write fails. Returns whether one did. */
static gboolean
open_with_fault (Place *place, FaultKind kind, guint n)
{
  g_autoptr (SelStore) store = NULL;
  g_autoptr (GError) error = NULL;
  gboolean failed;

  fault_vfs_arm (kind, n);
  store = sel_store_open (place->path, &error);
  failed = fault_vfs_disarm ();
  g_assert_true (store || failed);
  if (store == NULL)
    assert_sentence (error);
  return failed;
}

static void
test_new_file (gconstpointer kind)
{
  for (guint n = 1; n < MANY; n = NEXT (n))
    {
      g_autoptr (Place) place = place_new ();
      gboolean failed = open_with_fault (place, GPOINTER_TO_INT (kind), n);
      g_autoptr (SelStore) store = open_store (place);

      add_participants (store, 3);
      assert_sound (store);
      if (!failed)
        {
          g_test_message ("%u writes could fail", n - 1);
          return;
        }
    }

  g_assert_not_reached ();
}

/* Makes the file that the first version of the program wrote. */
static void
make_old (Place *place)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SelConnection) connection = NULL;

  g_assert_true (sel_database_file_prepare (place->path, &error));
  connection = sel_connection_open (place->path, SEL_CONNECTION_WRITE, &error);
  sel_database_file_migrate (connection, 1, &error);
  g_assert_no_error (error);
  sel_connection_execute (
    connection,
    "INSERT INTO partner (id, uid, version, name, kind)"
    " VALUES (1, '00000000-0000-7000-8000-000000000001', 1, 'BLK', 'training_centre')",
    &error);
  g_assert_no_error (error);
}

static void
test_old_file (gconstpointer kind)
{
  for (guint n = 1; n < MANY; n = NEXT (n))
    {
      g_autoptr (Place) place = place_new ();
      g_autoptr (SelStore) store = NULL;
      gboolean failed;

      make_old (place);
      failed = open_with_fault (place, GPOINTER_TO_INT (kind), n);
      store = open_store (place);
      assert_sound (store);
      g_assert_cmpint (ask (store, "SELECT count (*) FROM partner"), ==, 1);
      if (!failed)
        {
          g_test_message ("%u writes could fail", n - 1);
          return;
        }
    }

  g_assert_not_reached ();
}

static gpointer
rename_first (SelStore *store, const char *name)
{
  SelParticipant *person = load (store, &sel_participant_type, 1);

  g_free (person->name);
  person->name = g_strdup (name);
  return person;
}

/* A form's save on one and the same connection, which fails and then goes on. */
static void
test_form (gconstpointer kind)
{
  g_autoptr (Place) place = place_new ();
  g_autoptr (SelStore) store = open_store (place);

  add_participants (store, 3);
  for (guint n = 1; n < MANY; n = NEXT (n))
    {
      g_autofree char *name = g_strdup_printf ("Orang %u", n);
      g_autofree char *before = ask_text (store, "SELECT name FROM participant WHERE id = 1");
      g_autofree char *after = NULL;
      gint64 n_acts = ask (store, "SELECT count (*) FROM act");
      gpointer person = rename_first (store, name);
      g_autoptr (GError) error = NULL;
      gboolean is_saved;
      gboolean failed;

      fault_vfs_arm (GPOINTER_TO_INT (kind), n);
      is_saved = change (store, UPDATE, &sel_participant_type, person, &error) > 0;
      failed = fault_vfs_disarm ();

      g_assert_true (is_saved || failed);
      if (!is_saved)
        assert_sentence (error);
      after = ask_text (store, "SELECT name FROM participant WHERE id = 1");
      g_assert_cmpstr (after, ==, is_saved ? name : before);
      g_assert_cmpint (ask (store, "SELECT count (*) FROM act"), ==, n_acts + is_saved);

      add_participants (store, 1);
      if (!failed)
        {
          g_test_message ("%u writes could fail", n - 1);
          assert_sound (store);
          return;
        }
    }

  g_assert_not_reached ();
}

int
main (int argc, char *argv[])
{
  static const char *const kinds[N_FAULT_KINDS] = { "once", "full", "lasting" };
  static const struct
  {
    const char *name;
    GTestDataFunc func;
  } tests[] = {
    { "new-file", test_new_file },
    { "old-file", test_old_file },
    { "form", test_form },
  };

  g_test_init (&argc, &argv, NULL);
  fault_vfs_install ();
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    for (guint kind = 0; kind < N_FAULT_KINDS; kind++)
      {
        g_autofree char *path =
          g_strdup_printf ("/store/write-faults/%s/%s", tests[i].name, kinds[kind]);

        g_test_add_data_func (path, GINT_TO_POINTER (kind), tests[i].func);
      }

  return g_test_run ();
}
