/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A disk that fails while a file is taken in, or taken back: each failure is a sentence, the
 * register is as it was, and goes on. */
#include "exchange/register.h"
#include "store/undo-import.h"
#include "support/fault-vfs.h"

#define FILE_NAME "participants.xml"

/* Beyond as many writes nothing of what is tested here goes. */
#define MANY 100000

/* What a file of some records, or of very many that do not fit the cache, is taken with. */
typedef struct
{
  const char *name;
  const char *n_participants;
  const char *cache;
  guint n_each;   /* so many writes fail each in turn … */
  guint thinning; /* … and later ones, which are alike, more and more thinly */
} Size;

static const Size sizes[] = {
  { "small", "20", "PRAGMA cache_size = 200", 200, 10 },
  { "large", "21000", "PRAGMA cache_size = 200", 3, 1 },
};

static gboolean
execute_in_act (SelAct *act, gpointer sql, GError **error)
{
  return sel_connection_execute (sel_act_get_connection (act), sql, error);
}

static Register *
register_with_file (const Size *size)
{
  Register *reg = register_new ();
  const char *const command[] = { g_getenv ("MAKE_PARTICIPANTS"), size->n_participants, NULL };
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  g_spawn_sync (NULL, (char **) command, NULL, G_SPAWN_DEFAULT, NULL, NULL, &text, NULL, NULL,
                &error);
  g_assert_no_error (error);
  register_write (reg, FILE_NAME, text);
  sel_store_write (reg->store, SEL_ACT_FORM, execute_in_act, (gpointer) size->cache, NULL, &error);
  g_assert_no_error (error);
  register_take (reg, EXCHANGE (1, PARTNER));
  return reg;
}

typedef gboolean (*WorkFunc) (Register *reg, GError **error);

static gboolean
import (Register *reg, GError **error)
{
  g_autofree char *path = register_dup_path (reg, FILE_NAME);
  g_autoptr (SelImportResult) result = NULL;
  GDate today;
  const SelImportRequest request = { path, 0, &today, NULL };

  g_date_clear (&today, 1);
  g_date_set_dmy (&today, 22, G_DATE_NOVEMBER, 2025);
  result = sel_import_run (reg->store, &request, NULL, NULL, NULL, error);
  g_assert_true (result == NULL || result->is_applied);
  return result != NULL;
}

static gboolean
undo_in_act (SelAct *act, G_GNUC_UNUSED gpointer user_data, GError **error)
{
  g_autoptr (SelUndoneImport) outcome = sel_undone_import_new ();
  gint64 newest;

  return sel_connection_get_int (sel_act_get_connection (act), "SELECT max (id) FROM exchange",
                                 &newest, error) &&
         sel_undo_import (act, newest, outcome, NULL, NULL, NULL, error);
}

static gboolean
undo (Register *reg, GError **error)
{
  return sel_store_write (reg->store, SEL_ACT_UNDO, undo_in_act, NULL, NULL, error);
}

static void
do_well (Register *reg, WorkFunc work)
{
  g_autoptr (GError) error = NULL;

  work (reg, &error);
  g_assert_no_error (error);
}

static gboolean
add_course_in_act (SelAct *act, G_GNUC_UNUSED gpointer user_data, GError **error)
{
  SelCourse *course = sel_record_new (&sel_course_type);
  gboolean is_done;

  course->name = g_strdup ("Tata boga");
  course->vocation = g_strdup ("Pariwisata");
  course->hours = 40;
  is_done = sel_act_insert (act, &sel_course_type, course, error);
  sel_record_free (&sel_course_type, course);
  return is_done;
}

static gboolean
add_course (Register *reg, GError **error)
{
  return sel_store_write (reg->store, SEL_ACT_FORM, add_course_in_act, NULL, NULL, error);
}

static char *
dup_state (Register *reg)
{
  g_autofree char *word = register_dup_path (reg, "selaras.db.unfinished");

  g_assert_false (g_file_test (word, G_FILE_TEST_EXISTS));
  return register_dup_text (
    reg,
    "SELECT (SELECT group_concat (id || name) FROM partner) || ' ' ||"
    " (SELECT count (*) FROM participant) || ' ' || (SELECT count (*) FROM identity) || ' ' ||"
    " (SELECT count (*) FROM exchange) || ' ' || (SELECT count (*) FROM act) || ' ' ||"
    " (SELECT count (*) FROM change) || ' ' || (SELECT count (*) FROM sqlite_schema) || ' ' ||"
    " (SELECT count (*) FROM participant_words WHERE participant_words MATCH 'a* OR s*')");
}

static void
assert_sound (Register *reg)
{
  g_autofree char *integrity = register_dup_text (reg, "PRAGMA integrity_check");

  g_assert_cmpstr (integrity, ==, "ok");
  g_assert_cmpint (register_get_int (reg, "SELECT count (*) FROM pragma_foreign_key_check"), ==, 0);
}

/* Does @work while the @n-th write fails. Returns whether one did. */
static gboolean
fail_once (Register *reg, WorkFunc work, WorkFunc back, FaultKind kind, guint n)
{
  g_autofree char *before = dup_state (reg);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  gboolean is_done;
  gboolean failed;

  fault_vfs_arm (kind, n);
  is_done = work (reg, &error);
  failed = fault_vfs_disarm ();
  after = dup_state (reg);

  if (is_done)
    {
      g_assert_cmpstr (after, !=, before);
      do_well (reg, back);
    }
  else
    {
      g_assert_true (failed);
      g_assert_true (error->domain == SEL_STORE_ERROR);
      g_assert_true (g_str_has_suffix (error->message, ".") ||
                     g_str_has_suffix (error->message, "”"));
      g_assert_cmpstr (after, ==, before);
      do_well (reg, add_course);
    }
  return failed;
}

static void
fail_often (const Size *size, FaultKind kind, WorkFunc first, WorkFunc work, WorkFunc back)
{
  g_autoptr (Register) reg = register_with_file (size);
  guint n_tried = 0;
  guint n = 1;

  if (first)
    do_well (reg, first);
  while (fail_once (reg, work, back, kind, n))
    {
      n += n < size->n_each ? 1 : 1 + n / size->thinning;
      n_tried++;
      g_assert_cmpuint (n, <, MANY);
    }

  g_test_message ("fewer than %u writes, of which %u failed", n, n_tried);
  assert_sound (reg);
}

static void
test_import (gconstpointer data)
{
  guint kind = GPOINTER_TO_UINT (data);

  fail_often (&sizes[kind / N_FAULT_KINDS], kind % N_FAULT_KINDS, NULL, import, undo);
}

static void
test_undo (gconstpointer data)
{
  guint kind = GPOINTER_TO_UINT (data);

  fail_often (&sizes[kind / N_FAULT_KINDS], kind % N_FAULT_KINDS, import, undo, import);
}

int
main (int argc, char **argv)
{
  static const char *const kinds[N_FAULT_KINDS] = { "once", "full", "lasting" };

  g_test_init (&argc, &argv, NULL);
  fault_vfs_install ();
  for (guint i = 0; i < G_N_ELEMENTS (sizes) * N_FAULT_KINDS; i++)
    {
      const char *size = sizes[i / N_FAULT_KINDS].name;
      const char *kind = kinds[i % N_FAULT_KINDS];
      g_autofree char *import_path =
        g_strdup_printf ("/import/write-faults/%s/%s", size, kind);
      g_autofree char *undo_path =
        g_strdup_printf ("/undo-import/write-faults/%s/%s", size, kind);

      g_test_add_data_func (import_path, GUINT_TO_POINTER (i), test_import);
      g_test_add_data_func (undo_path, GUINT_TO_POINTER (i), test_undo);
    }

  return g_test_run ();
}
