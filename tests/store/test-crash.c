/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A process that is killed, or finds the disk full, while it writes: what was committed is there,
 * the rest never was. */
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include "support.h"
#include "support/no-room.h"

/* Runs @work on the register in a process of its own, which is killed when it has said that it is
 * in the middle, and a while later. */
static void
kill_in_the_middle (Place *place, void (*work) (SelStore *store, int ready), guint milliseconds)
{
  int ready[2];
  char byte;
  pid_t child;

  g_assert_cmpint (pipe (ready), ==, 0);
  child = fork ();
  if (child == 0)
    {
      SelStore *store = sel_store_open (place->path, NULL);

      if (store)
        work (store, ready[1]);
      _exit (1);
    }

  g_assert_cmpint (read (ready[0], &byte, 1), ==, 1);
  g_usleep (milliseconds * 1000);
  kill (child, SIGKILL);
  waitpid (child, NULL, 0);
  close (ready[0]);
  close (ready[1]);
}

static gboolean
add_and_wait_in_act (SelAct *act, gpointer ready, GError **error)
{
  SelParticipant *person = make (&sel_participant_type, "name", "Ani", "kind", "tks", NULL);

  /* A small cache, so that pages go to the log before the end. */
  sel_connection_execute (sel_act_get_connection (act), "PRAGMA cache_size = 10", NULL);
  for (guint i = 0; i < 5000; i++)
    {
      g_clear_pointer (&person->record.uid, g_free);
      if (!sel_act_insert (act, &sel_participant_type, person, error))
        _exit (2);
    }
  if (write (*(int *) ready, "x", 1) == 1)
    pause ();
  _exit (3);
}

static void
write_one_long_act (SelStore *store, int ready)
{
  sel_store_write (store, SEL_ACT_IMPORT, add_and_wait_in_act, &ready, NULL, NULL);
}

static void
test_killed_within_an_act (void)
{
  g_autoptr (Place) place = place_new ();
  g_autoptr (SelStore) store = open_store (place);

  add_participants (store, 3);
  g_clear_object (&store);
  kill_in_the_middle (place, write_one_long_act, 0);

  store = open_store (place);
  g_assert_cmpint (ask (store, "SELECT count (*) FROM participant"), ==, 3);
  g_assert_cmpint (ask (store, "SELECT count (*) FROM change"), ==, 1);
  g_assert_cmpint (ask (store, "SELECT next FROM counter WHERE type = 'participant'"), ==, 4);
  g_assert_cmpint (add (store, &sel_participant_type,
                        make (&sel_participant_type, "name", "Budi", "kind", "tks", NULL)),
                   ==, 4);
}

static void
write_many_acts (SelStore *store, int ready)
{
  add_participants (store, 7);
  if (write (ready, "x", 1) == 1)
    for (;;)
      add_participants (store, 7);
}

/* Every act is there with all that belongs to it, or not at all. */
static void
test_killed_between_acts (void)
{
  g_autoptr (Place) place = place_new ();

  for (guint i = 0; i < 8; i++)
    {
      g_autoptr (SelStore) store = NULL;
      g_autofree char *integrity = NULL;

      kill_in_the_middle (place, write_many_acts, 5 + 7 * i);
      store = open_store (place);
      integrity = ask_text (store, "PRAGMA integrity_check");
      g_assert_cmpstr (integrity, ==, "ok");
      g_assert_cmpint (ask (store, "SELECT count (*) FROM pragma_foreign_key_check"), ==, 0);
      g_assert_cmpint (
        ask (store, "SELECT (SELECT 7 * count (*) FROM act) - (SELECT count (*) FROM participant)"),
        ==, 0);
      g_assert_cmpint (ask (store,
                            "SELECT (SELECT count (*) FROM act) - (SELECT count (*) FROM change)"),
                       ==, 0);
      g_assert_cmpint (
        ask (store,
             "SELECT (SELECT count (*) FROM participant)"
             " - (SELECT count (*) FROM participant_words WHERE participant_words MATCH 'orang')"),
        ==, 0);
    }
}

static gboolean
add_many_in_act (SelAct *act, G_GNUC_UNUSED gpointer data, GError **error)
{
  SelParticipant *person = make (&sel_participant_type, "name", "Ani", "kind", "tks", NULL);
  gboolean is_done = TRUE;

  sel_connection_execute (sel_act_get_connection (act), "PRAGMA cache_size = 10", NULL);
  for (guint i = 0; is_done && i < 20000; i++)
    {
      g_clear_pointer (&person->record.uid, g_free);
      is_done = sel_act_insert (act, &sel_participant_type, person, error);
    }

  sel_record_free (&sel_participant_type, person);
  return is_done;
}

/* No file may grow beyond a limit for a while, which is as near as a test comes to a full disk. */
static void
test_no_room (void)
{
  g_autoptr (Place) place = place_new ();
  g_autoptr (SelStore) store = open_store (place);
  g_autoptr (GError) error = NULL;

  add_participants (store, 3);
  no_room_begin (500000);
  g_assert_false (sel_store_write (store, SEL_ACT_IMPORT, add_many_in_act, NULL, NULL, &error));
  no_room_end ();
  g_assert_error (error, SEL_STORE_ERROR, SEL_STORE_ERROR_FAILED);

  /* With room again, the same connection goes on. */
  g_assert_cmpint (ask (store, "SELECT count (*) FROM participant"), ==, 3);
  g_assert_cmpint (add (store, &sel_participant_type,
                        make (&sel_participant_type, "name", "Budi", "kind", "tks", NULL)),
                   ==, 4);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/crash/killed-within-an-act", test_killed_within_an_act);
  g_test_add_func ("/store/crash/killed-between-acts", test_killed_between_acts);
  g_test_add_func ("/store/crash/no-room", test_no_room);
  return g_test_run ();
}
