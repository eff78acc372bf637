/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What happens to a file that the program is pointed at: it becomes a register or is left alone. */
#include <signal.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include "store/database-file.h"
#include "support.h"

#define NOBODY 65534

static void
write_file (const char *path, gconstpointer bytes, gsize size)
{
  g_autoptr (GError) error = NULL;

  g_file_set_contents_full (path, bytes, (gssize) size, G_FILE_SET_CONTENTS_NONE, 0600, &error);
  g_assert_no_error (error);
}

static char *
read_file (const char *path, gsize *size)
{
  g_autoptr (GError) error = NULL;
  char *bytes = NULL;

  g_file_get_contents (path, &bytes, size, &error);
  g_assert_no_error (error);
  return bytes;
}

static char *
hash_of (const char *path)
{
  gsize size;
  g_autofree char *bytes = read_file (path, &size);

  return g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) bytes, size);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

/* The names in the folder, without that of the lock. */
static char *
list_folder (Place *place)
{
  g_autoptr (GDir) dir = g_dir_open (place->folder, 0, NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  while ((name = g_dir_read_name (dir)))
    if (!g_str_has_suffix (name, ".lock"))
      g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_names);
  g_ptr_array_add (names, NULL);

  return g_strjoinv (" ", (char **) names->pdata);
}

/* Runs @sql on the file as another program would. */
static void
prepare_with (const char *path, const char *sql)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SelConnection) connection = NULL;

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    write_file (path, "", 0);
  connection = sel_connection_open (path, SEL_CONNECTION_WRITE, &error);
  g_assert_no_error (error);
  sel_connection_execute (connection, sql, &error);
  g_assert_no_error (error);
}

static void
make_register (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SelStore) store = sel_store_open (path, &error);

  g_assert_no_error (error);
  add_participants (store, 100);
}

static void
make_text (const char *path)
{
  write_file (path, "Daftar peserta\n", 15);
}

static void
make_long_text (const char *path)
{
  g_autofree char *text = g_strnfill (5000, 'x');

  write_file (path, text, 5000);
}

static void
make_foreign (const char *path)
{
  prepare_with (path, "CREATE TABLE note (text TEXT); INSERT INTO note VALUES ('mine')");
}

static void
make_foreign_with_id (const char *path)
{
  prepare_with (path, "PRAGMA application_id = 252006674; CREATE TABLE note (text TEXT)");
}

static void
make_newer (const char *path)
{
  make_register (path);
  prepare_with (path, "PRAGMA user_version = 99; PRAGMA wal_checkpoint (TRUNCATE)");
}

static void
cut (const char *path, gsize size)
{
  make_register (path);
  g_assert_cmpint (truncate (path, (off_t) size), ==, 0);
}

static void
make_half (const char *path)
{
  cut (path, 20000);
}

static void
make_stump (const char *path)
{
  cut (path, 60);
}

/* The header is whole, the rest of the first page is not: SQLite does not find the tables. */
static void
make_garbage (const char *path)
{
  gsize size;
  g_autofree char *bytes = NULL;

  make_register (path);
  bytes = read_file (path, &size);
  memset (bytes + 100, 0xa5, 3996);
  write_file (path, bytes, size);
}

static const struct
{
  const char *name;
  void (*prepare) (const char *path);
  SelStoreError code;
  const char *says;
} refused[] = {
  { "text", make_text, SEL_STORE_ERROR_NOT_OURS, "is not a Selaras database" },
  { "long-text", make_long_text, SEL_STORE_ERROR_NOT_OURS, "is not a Selaras database" },
  { "foreign", make_foreign, SEL_STORE_ERROR_NOT_OURS, "is not a Selaras database" },
  { "foreign-with-id", make_foreign_with_id, SEL_STORE_ERROR_NOT_OURS,
    "is not a Selaras database" },
  { "newer", make_newer, SEL_STORE_ERROR_TOO_NEW, "update Selaras" },
  { "half", make_half, SEL_STORE_ERROR_DAMAGED, "a part of the file is missing" },
  { "stump", make_stump, SEL_STORE_ERROR_NOT_OURS, "is not a Selaras database" },
  { "garbage", make_garbage, SEL_STORE_ERROR_DAMAGED, "is damaged" },
};

static void
assert_refused (Place *place, SelStoreError code, const char *says)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SelStore) store = sel_store_open (place->path, &error);

  g_assert_null (store);
  g_assert_error (error, SEL_STORE_ERROR, (int) code);
  g_test_message ("%s", error->message);
  g_assert_nonnull (strstr (error->message, says));
  g_assert_nonnull (strstr (error->message, place->path));
}

static void
test_refused (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  g_autoptr (Place) place = place_new ();
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *names = NULL;

  refused[i].prepare (place->path);
  before = hash_of (place->path);
  assert_refused (place, refused[i].code, refused[i].says);
  after = hash_of (place->path);
  names = list_folder (place);
  g_assert_cmpstr (after, ==, before);
  g_assert_cmpstr (names, ==, "selaras.db");
}

static void
test_directory (void)
{
  g_autoptr (Place) place = place_new ();

  g_assert_cmpint (g_mkdir (place->path, 0700), ==, 0);
  assert_refused (place, SEL_STORE_ERROR_NOT_OURS, "is not a file");
}

/* The name of a file is bytes, what is said of it is text. */
static void
test_name_of_any_bytes (void)
{
  g_autoptr (Place) place = place_new ();
  g_autofree char *path = g_build_filename (place->folder, "\xfc.db", NULL);
  g_autoptr (GError) error = NULL;

  make_text (path);
  g_assert_null (sel_store_open (path, &error));
  g_assert_error (error, SEL_STORE_ERROR, SEL_STORE_ERROR_NOT_OURS);
  g_assert_true (g_utf8_validate (error->message, -1, NULL));
  g_assert_nonnull (strstr (error->message, "/\uFFFD.db”"));
}

/* A register that is not there yet is made, with its folder, for its owner alone. */
static void
test_new (void)
{
  g_autoptr (Place) place = place_new ();
  g_autofree char *folder = g_build_filename (place->folder, "selaras", NULL);
  g_autofree char *path = g_build_filename (folder, "office.db", NULL);
  g_autofree char *lock = g_strconcat (path, ".lock", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (SelStore) store = sel_store_open (path, &error);
  g_autofree char *journal = NULL;
  GStatBuf about;

  g_assert_no_error (error);
  g_assert_cmpint (g_stat (path, &about), ==, 0);
  g_assert_cmpuint (about.st_mode & 0777, ==, 0600);
  g_assert_cmpint (g_stat (folder, &about), ==, 0);
  g_assert_cmpuint (about.st_mode & 0777, ==, 0700);
  g_assert_cmpint (ask (store, "PRAGMA user_version"), ==, SEL_DATABASE_VERSION);
  g_assert_cmpint (ask (store, "PRAGMA application_id"), ==, SEL_DATABASE_APPLICATION_ID);
  journal = ask_text (store, "PRAGMA journal_mode");
  g_assert_cmpstr (journal, ==, "wal");

  g_clear_object (&store);
  g_assert_cmpint (g_remove (path), ==, 0);
  g_assert_cmpint (g_remove (lock), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0); /* nothing else was left */
}

static void
test_empty_file_becomes_a_register (void)
{
  g_autoptr (Place) place = place_new ();

  write_file (place->path, "", 0);
  make_register (place->path);
  make_register (place->path);
  {
    g_autoptr (SelStore) store = open_store (place);

    g_assert_cmpint (ask (store, "SELECT count (*) FROM participant"), ==, 200);
  }
}

/* A crash in the first start leaves a file that says whose it is and holds nothing. */
static void
test_first_start_is_made_good (void)
{
  g_autoptr (Place) place = place_new ();

  prepare_with (place->path, "PRAGMA application_id = 0x53656c61; PRAGMA journal_mode = WAL");
  make_register (place->path);
}

static void
copy_file (const char *from, const char *to, const char *suffix)
{
  g_autofree char *source = g_strconcat (from, suffix, NULL);
  g_autofree char *target = g_strconcat (to, suffix, NULL);
  gsize size;
  g_autofree char *bytes = read_file (source, &size);

  write_file (target, bytes, size);
}

/* After a crash of a newer program, its version may stand in the log only. */
static void
test_newer_in_the_log (void)
{
  g_autoptr (Place) place = place_new ();
  g_autoptr (Place) crashed = place_new ();
  g_autoptr (GError) error = NULL;

  make_register (place->path);
  {
    g_autoptr (SelConnection) connection =
      sel_connection_open (place->path, SEL_CONNECTION_WRITE, &error);

    g_assert_no_error (error);
    sel_connection_execute (connection, "PRAGMA user_version = 99", &error);
    g_assert_no_error (error);
    copy_file (place->path, crashed->path, "");
    copy_file (place->path, crashed->path, "-wal");
  }
  assert_refused (crashed, SEL_STORE_ERROR_TOO_NEW, "update Selaras");
}

static void
test_held_by_this_process (void)
{
  g_autoptr (Place) place = place_new ();
  g_autoptr (SelStore) store = open_store (place);

  assert_refused (place, SEL_STORE_ERROR_BUSY, "is in use by");
  g_clear_object (&store);
  store = open_store (place);
}

static void
test_held_by_another_process (void)
{
  g_autoptr (Place) place = place_new ();
  g_autofree char *says = NULL;
  int ready[2];
  char byte;
  pid_t child;

  g_assert_cmpint (pipe (ready), ==, 0);
  child = fork ();
  if (child == 0)
    {
      g_autoptr (SelStore) store = sel_store_open (place->path, NULL);

      if (store && write (ready[1], "x", 1) == 1)
        pause ();
      _exit (1);
    }

  g_assert_cmpint (read (ready[0], &byte, 1), ==, 1);
  says = g_strdup_printf ("process %d. Close it there first.", (int) child);
  assert_refused (place, SEL_STORE_ERROR_BUSY, says);

  /* However it ends, the lock ends with it. */
  kill (child, SIGKILL);
  waitpid (child, NULL, 0);
  close (ready[0]);
  close (ready[1]);
  {
    g_autoptr (SelStore) store = open_store (place);

    g_assert_cmpint (ask (store, "SELECT count (*) FROM participant"), ==, 0);
  }
}

/* Opens each file of the register and closes it again, as a file chooser does with the files it
 * lists: that lets go of every lock that this process holds on them (fcntl(2)). */
static void
look_into_files (const char *path)
{
  static const char *const suffixes[] = { "", "-wal", "-shm" };

  for (gsize i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *file = g_strconcat (path, suffixes[i], NULL);
      gsize size;
      g_autofree char *bytes = read_file (file, &size);
    }
}

static guint64
inode_of (const char *path, const char *suffix)
{
  g_autofree char *file = g_strconcat (path, suffix, NULL);
  GStatBuf about;

  g_assert_cmpint (g_stat (file, &about), ==, 0);
  return about.st_ino;
}

/* Another program that knows SQLite looks into the register while it is open here, whatever this
 * process did with the files before: it does not take the log away from under the store. */
static void
test_another_program_looks_in (void)
{
  g_autoptr (Place) place = place_new ();
  g_autoptr (SelStore) store = NULL;
  guint64 log, index;
  int status, ready[2];
  char byte;
  pid_t child;

  g_assert_cmpint (pipe (ready), ==, 0);
  child = fork ();
  if (child == 0)
    {
      gint64 n = 0;
      g_autoptr (SelConnection) connection = NULL;

      close (ready[1]);
      if (read (ready[0], &byte, 1) == 1)
        connection = sel_connection_open (place->path, SEL_CONNECTION_WRITE, NULL);
      if (connection)
        sel_connection_get_int (connection, "SELECT count (*) FROM participant", &n, NULL);
      g_clear_pointer (&connection, sel_connection_close);
      _exit (n == 100 ? 0 : 1);
    }

  store = open_store (place);
  add_participants (store, 100);
  g_assert_cmpint (ask (store, "SELECT count (*) FROM participant"), ==, 100);
  log = inode_of (place->path, "-wal");
  index = inode_of (place->path, "-shm");
  look_into_files (place->path);

  g_assert_cmpint (write (ready[1], "x", 1), ==, 1);
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  close (ready[0]);
  close (ready[1]);
  g_assert_cmpint (status, ==, 0);

  g_assert_cmpuint (inode_of (place->path, "-wal"), ==, log);
  g_assert_cmpuint (inode_of (place->path, "-shm"), ==, index);
  add_participants (store, 100);
  g_assert_cmpint (ask (store, "SELECT count (*) FROM participant"), ==, 200);
  g_clear_object (&store);
  store = open_store (place);
  g_assert_cmpint (ask (store, "SELECT count (*) FROM participant"), ==, 200);
}

/* Root may write everything, so that it has to be somebody else for a while. */
static void
become_nobody (Place *place)
{
  if (geteuid () != 0)
    return;

  g_assert_cmpint (chown (place->folder, NOBODY, NOBODY), ==, 0);
  g_assert_cmpint (chown (place->path, NOBODY, NOBODY), ==, 0);
  g_assert_cmpint (seteuid (NOBODY), ==, 0);
}

static void
become_root_again (void)
{
  if (getuid () == 0)
    g_assert_cmpint (seteuid (0), ==, 0);
}

static void
test_read_only_file (void)
{
  g_autoptr (Place) place = place_new ();
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  make_register (place->path);
  before = hash_of (place->path);
  g_assert_cmpint (g_chmod (place->path, 0400), ==, 0);

  become_nobody (place);
  assert_refused (place, SEL_STORE_ERROR_READ_ONLY, "cannot be written");
  become_root_again ();
  after = hash_of (place->path);
  g_assert_cmpstr (after, ==, before);
}

static void
test_read_only_folder (void)
{
  g_autoptr (Place) place = place_new ();
  g_autofree char *lock = g_strconcat (place->path, ".lock", NULL);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  make_register (place->path);
  before = hash_of (place->path);
  g_assert_cmpint (g_remove (lock), ==, 0);
  g_assert_cmpint (g_chmod (place->folder, 0500), ==, 0);

  become_nobody (place);
  assert_refused (place, SEL_STORE_ERROR_READ_ONLY, "cannot be written");
  become_root_again ();
  g_assert_cmpint (g_chmod (place->folder, 0700), ==, 0);
  after = hash_of (place->path);
  g_assert_cmpstr (after, ==, before);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autofree char *path = g_strconcat ("/store/database-file/refused/", refused[i].name, NULL);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_refused);
    }
  g_test_add_func ("/store/database-file/directory", test_directory);
  g_test_add_func ("/store/database-file/name-of-any-bytes", test_name_of_any_bytes);
  g_test_add_func ("/store/database-file/new", test_new);
  g_test_add_func ("/store/database-file/empty-file-becomes-a-register",
                   test_empty_file_becomes_a_register);
  g_test_add_func ("/store/database-file/first-start-is-made-good", test_first_start_is_made_good);
  g_test_add_func ("/store/database-file/newer-in-the-log", test_newer_in_the_log);
  g_test_add_func ("/store/database-file/held-by-this-process", test_held_by_this_process);
  g_test_add_func ("/store/database-file/held-by-another-process", test_held_by_another_process);
  g_test_add_func ("/store/database-file/another-program-looks-in", test_another_program_looks_in);
  g_test_add_func ("/store/database-file/read-only-file", test_read_only_file);
  g_test_add_func ("/store/database-file/read-only-folder", test_read_only_folder);
  return g_test_run ();
}
