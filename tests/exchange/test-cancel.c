/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An import, and the undo of one, cancelled at random moments: each ends soon, and leaves nothing.
 *
 * SELARAS_PARTICIPANTS says how many the file has, SELARAS_CANCELS how often it is cancelled; the
 * worst time is printed. */
#include <stdlib.h>

#include "exchange/register.h"
#include "exchange/roster-source.h"
#include "store/undo-import.h"

/* From the cancellation until it has returned: what a person takes for at once. */
#define MOST_MILLISECONDS 1000

/* Cancels later, from a thread of its own, as a window does while another imports. */
typedef struct
{
  GCancellable *cancellable;
  gint64 delay; /* microseconds */
  gint64 cancelled_at;
} Later;

static gpointer
cancel_in_thread (gpointer data)
{
  Later *later = data;

  g_usleep ((gulong) later->delay);
  later->cancelled_at = g_get_monotonic_time ();
  g_cancellable_cancel (later->cancellable);
  return NULL;
}

static guint
ask_number (const char *name, guint otherwise)
{
  const char *told = g_getenv (name);

  return told ? (guint) atoi (told) : otherwise;
}

static void
make_file (Register *reg)
{
  g_autofree char *count = g_strdup_printf ("%u", ask_number ("SELARAS_PARTICIPANTS", 30000));
  const char *const command[] = { g_getenv ("MAKE_PARTICIPANTS"), count, NULL };
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  g_spawn_sync (NULL, (char **) command, NULL, G_SPAWN_DEFAULT, NULL, NULL, &text, NULL, NULL,
                &error);
  g_assert_no_error (error);
  register_write (reg, "participants.xml", text);
}

static gboolean
import (Register *reg, GCancellable *cancellable, GError **error)
{
  g_autofree char *path = register_dup_path (reg, "participants.xml");
  g_autoptr (SelImportResult) result = NULL;
  GDate today;
  const SelImportRequest request = { path, 0, &today, NULL };

  g_date_clear (&today, 1);
  g_date_set_dmy (&today, 22, G_DATE_NOVEMBER, 2025);
  result = sel_import_run (reg->store, &request, NULL, NULL, cancellable, error);
  return result != NULL;
}

static gboolean
undo_in_act (SelAct *act, gpointer cancellable, GError **error)
{
  g_autoptr (SelUndoneImport) outcome = sel_undone_import_new ();
  gint64 newest;

  return sel_connection_get_int (sel_act_get_connection (act), "SELECT max (id) FROM exchange",
                                 &newest, error) &&
         sel_undo_import (act, newest, outcome, NULL, NULL, cancellable, error);
}

static gboolean
undo (Register *reg, GCancellable *cancellable, GError **error)
{
  return sel_store_write_cancellable (reg->store, SEL_ACT_UNDO, undo_in_act, cancellable,
                                      cancellable, NULL, error);
}

typedef gboolean (*WorkFunc) (Register *reg, GCancellable *cancellable, GError **error);

/* Returns the microseconds that it took. */
static gint64
work_through (Register *reg, WorkFunc work)
{
  gint64 begun_at = g_get_monotonic_time ();
  g_autoptr (GError) error = NULL;

  work (reg, NULL, &error);
  g_assert_no_error (error);
  return g_get_monotonic_time () - begun_at;
}

static char *
dup_state (Register *reg)
{
  g_autofree char *word = register_dup_path (reg, "selaras.db.unfinished");

  g_assert_false (g_file_test (word, G_FILE_TEST_EXISTS));
  return register_dup_text (reg,
                            "SELECT (SELECT count (*) FROM participant) || ' ' ||"
                            " (SELECT count (*) FROM identity) || ' ' ||"
                            " (SELECT count (*) FROM act) || ' ' ||"
                            " (SELECT count (*) FROM change) || ' ' ||"
                            " (SELECT count (*) FROM exchange) || ' ' ||"
                            " (SELECT count (*) FROM sqlite_schema)");
}

/* Whether it was cancelled; @delay later it was asked to be. */
static gboolean
cancel_after (Register *reg, WorkFunc work, gint64 delay, gint64 duration, gint64 *worst)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  Later later = { cancellable, delay, 0 };
  GThread *thread = g_thread_new ("cancel", cancel_in_thread, &later);
  gboolean is_done = work (reg, cancellable, &error);
  gint64 returned_at = g_get_monotonic_time ();
  gint64 waited;

  g_thread_join (thread);
  waited = returned_at - later.cancelled_at;
  g_test_message ("cancelled at %3d%%: %s after %d ms", (int) (delay * 100 / duration),
                  is_done ? "done" : "stopped", (int) (waited / 1000));
  *worst = MAX (*worst, waited);
  if (!is_done)
    g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  return !is_done;
}

/* Cancels @work, which @back takes back, again and again. */
static void
cancel_often (Register *reg, WorkFunc work, WorkFunc back)
{
  gint64 duration = work_through (reg, work);
  gint64 worst = 0;
  g_autofree char *before = NULL;

  work_through (reg, back);
  before = dup_state (reg);
  for (guint i = ask_number ("SELARAS_CANCELS", 20); i > 0; i--)
    {
      gint64 delay = (gint64) (g_test_rand_double () * (double) duration * 1.05);

      if (cancel_after (reg, work, delay, duration, &worst))
        {
          g_autofree char *after = dup_state (reg);

          g_assert_cmpstr (after, ==, before);
        }
      else
        {
          g_free (before);
          work_through (reg, back);
          before = dup_state (reg);
        }
    }

  g_test_message ("%d ms in all; the longest wait was %d ms", (int) (duration / 1000),
                  (int) (worst / 1000));
  g_assert_cmpint (worst / 1000, <=, MOST_MILLISECONDS);

  /* The register is there as before for whoever writes next. */
  work_through (reg, work);
}

static void
test_import (void)
{
  g_autoptr (Register) reg = register_new ();

  make_file (reg);
  cancel_often (reg, import, undo);
}

static void
test_undo (void)
{
  g_autoptr (Register) reg = register_new ();

  make_file (reg);
  work_through (reg, import);
  cancel_often (reg, undo, import);
}

/* Another act that does not end before it is let. */
typedef struct
{
  Register *reg;
  gint is_let; /* atomic, as the next */
  gint has_begun;
} Other;

static gboolean
wait_in_act (G_GNUC_UNUSED SelAct *act, gpointer data, G_GNUC_UNUSED GError **error)
{
  Other *other = data;

  g_atomic_int_set (&other->has_begun, TRUE);
  while (!g_atomic_int_get (&other->is_let))
    g_usleep (1000);
  return TRUE;
}

static gpointer
wait_in_thread (gpointer data)
{
  sel_store_write (((Other *) data)->reg->store, SEL_ACT_FORM, wait_in_act, data, NULL, NULL);
  return NULL;
}

static void
test_waiting (void)
{
  g_autoptr (Register) reg = register_new ();
  Other other = { reg, FALSE, FALSE };
  GThread *thread = g_thread_new ("other", wait_in_thread, &other);
  gint64 worst = 0;

  make_file (reg);
  while (!g_atomic_int_get (&other.has_begun))
    g_usleep (1000);
  g_assert_true (cancel_after (reg, import, 300000, 300000, &worst));
  g_assert_cmpint (worst / 1000, <=, MOST_MILLISECONDS);

  g_atomic_int_set (&other.is_let, TRUE);
  g_thread_join (thread);
  work_through (reg, import);
}

/* Told how far it is, a person stops it. */
static void
stop_cb (double fraction, gpointer cancellable)
{
  g_assert_cmpfloat (fraction, >, 0);
  g_assert_cmpfloat (fraction, <, 0.5);
  g_cancellable_cancel (cancellable);
}

/* The beginning of a table may be long in coming, and an IMS file is read to its end first. */
static void
test_opening_a_table (void)
{
  static const struct
  {
    SelRosterKind kind;
    const char *before, *unit, *after;
  } table[] = {
    { SEL_ROSTER_INSTRUCTORS, "", "\n\n\n\n\n\n\n\n\n\n", "Nama\nSiti\n" },
    { SEL_ROSTER_IMS, "<enterprise>",
      "<person><sourcedid><id>1</id></sourcedid><name><fn>Siti</fn></name></person>\n",
      "</enterprise>" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr (Register) reg = register_new ();
      g_autofree char *path = register_dup_path (reg, "table");
      g_autoptr (GString) text = g_string_new (table[i].before);
      g_autoptr (SelMapping) mapping = sel_mapping_new (table[i].kind);
      g_autoptr (GCancellable) cancellable = g_cancellable_new ();
      g_autoptr (GError) error = NULL;

      while (text->len < 8 << 20)
        g_string_append (text, table[i].unit);
      g_string_append (text, table[i].after);
      register_write (reg, "table", text->str);
      mapping->sender = g_strdup ("blk");
      if (table[i].kind != SEL_ROSTER_IMS)
        sel_mapping_set_header (mapping, sel_roster_column_by_name (mapping->kind, "name"), "Nama");

      g_assert_null (sel_roster_source_new (reg->store, path, mapping, stop_cb, cancellable,
                                            cancellable, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      g_clear_error (&error);

      /* One that was stopped before is not read at all. */
      g_assert_null (sel_roster_source_new (reg->store, path, mapping, NULL, NULL, cancellable,
                                            &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cancel/import", test_import);
  g_test_add_func ("/cancel/undo", test_undo);
  g_test_add_func ("/cancel/waiting", test_waiting);
  g_test_add_func ("/cancel/opening-a-table", test_opening_a_table);

  return g_test_run ();
}
