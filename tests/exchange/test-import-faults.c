/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What comes between an import and its file, or its reader: a sentence that names the file, a
 * register that stays as it was, and an import that works when the next one is tried. */
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include "exchange/register.h"

#define N_PEOPLE 20000

/* When it is known that the file is being read, and much of it is left. */
#define EARLY 1024

static void
write_people (const char *path)
{
  g_autoptr (GString) text =
    g_string_new ("<exchange xmlns=\"urn:selaras:exchange:1\">\n" HEADER_OF ("office", 1));
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < N_PEOPLE; i++)
    g_string_append_printf (text,
                            "<participant id=\"O-%u\"><name>Siti Contoh Nomor %u</name>"
                            "<kind>tks</kind></participant>\n",
                            i, i);
  g_string_append (text, "</exchange>\n");
  g_file_set_contents (path, text->str, (gssize) text->len, &error);
  g_assert_no_error (error);
}

static void
make_nothing (G_GNUC_UNUSED const char *path)
{
}

static void
make_empty (const char *path)
{
  g_assert_true (g_file_set_contents (path, "", 0, NULL));
}

static void
make_folder (const char *path)
{
  g_assert_cmpint (g_mkdir (path, 0700), ==, 0);
}

static void
make_pipe (const char *path)
{
  g_assert_cmpint (mkfifo (path, 0600), ==, 0);
}

static void
make_unreadable (const char *path)
{
  write_people (path);
  g_assert_cmpint (g_chmod (path, 0), ==, 0);
}

static void
make_circle (const char *path)
{
  g_assert_cmpint (symlink ("people.xml", path), ==, 0);
}

/* A regular file, of which no byte can be read. */
static void
make_failing (const char *path)
{
  g_assert_cmpint (symlink ("/proc/self/mem", path), ==, 0);
}

/* A device that is no file. */
static void
make_device (const char *path)
{
  g_assert_cmpint (symlink ("/dev/zero", path), ==, 0);
}

/* The reader is the only child of this process. */
static void
kill_reader (G_GNUC_UNUSED const char *path)
{
  g_autofree char *list = g_strdup_printf ("/proc/self/task/%d/children", (int) gettid ());
  g_autofree char *children = NULL;
  g_autoptr (GError) error = NULL;
  pid_t reader;

  g_file_get_contents (list, &children, NULL, &error);
  g_assert_no_error (error);
  reader = (pid_t) g_ascii_strtoll (children, NULL, 10);
  g_assert_cmpint (reader, >, 0);
  g_assert_cmpint (kill (reader, SIGKILL), ==, 0);
}

/* The channel to the reader is the only socket of this process. */
static void
cut_channel (G_GNUC_UNUSED const char *path)
{
  guint n_cut = 0;

  for (int fd = 3; fd < 64; fd++)
    if (shutdown (fd, SHUT_RDWR) == 0)
      n_cut++;
  g_assert_cmpuint (n_cut, ==, 1);
}

static void
cut_file (const char *path)
{
  GStatBuf about;

  g_assert_cmpint (g_stat (path, &about), ==, 0);
  g_assert_cmpint (truncate (path, about.st_size / 4 * 3), ==, 0);
}

static void
empty_file (const char *path)
{
  g_assert_cmpint (truncate (path, 0), ==, 0);
}

static void
add_to_file (const char *path)
{
  int file = open (path, O_WRONLY | O_APPEND | O_CLOEXEC);

  g_assert_cmpint (write (file, "<more/>", 7), ==, 7);
  close (file);
}

/* Without changing its length. */
static void
write_over_file (const char *path)
{
  static const char zeroes[1000];
  int file = open (path, O_WRONLY | O_CLOEXEC);
  GStatBuf about;

  g_assert_cmpint (g_stat (path, &about), ==, 0);
  g_assert_cmpint (pwrite (file, zeroes, sizeof zeroes, about.st_size / 4 * 3), ==, sizeof zeroes);
  close (file);
}

static void
replace_file (const char *path)
{
  g_autofree char *other = g_strconcat (path, ".new", NULL);

  g_assert_true (g_file_set_contents (other, "<html/>", -1, NULL));
  g_assert_cmpint (g_rename (other, path), ==, 0);
}

static void
remove_file (const char *path)
{
  g_assert_cmpint (g_unlink (path), ==, 0);
}

typedef struct
{
  const char *name;
  void (*make) (const char *path);
  void (*disturb) (const char *path); /* NULL when it fails from the start */
  const char *sentence;               /* the whole of it, or its end; NULL when it goes well */
} Case;

#define CUT_OFF "The file ends too early: the rest was cut off. Ask its sender to send it again."
#define DIED                                                                                            \
  "“people.xml” could not be read: the reader stopped in the middle of it. Try again; if it stops " \
  "again the file is damaged, and its sender has to send it anew."

static const Case cases[] = {
  { "missing", make_nothing, NULL,
    "“people.xml” cannot be opened: No such file or directory. Check its name, and that you may "
    "read it." },
  { "unreadable", make_unreadable, NULL,
    "“people.xml” cannot be opened: Permission denied. Check its name, and that you may read it." },
  { "circle", make_circle, NULL,
    "“people.xml” cannot be opened: Too many levels of symbolic links. Check its name, and that "
    "you may read it." },
  { "folder", make_folder, NULL,
    "“people.xml” is not a file that can be read. Choose an XML file." },
  { "pipe", make_pipe, NULL, "“people.xml” is not a file that can be read. Choose an XML file." },
  { "device", make_device, NULL,
    "“people.xml” is not a file that can be read. Choose an XML file." },
  { "empty", make_empty, NULL,
    "“people.xml”: The file is empty. Ask its sender to send it again." },
  { "failing", make_failing, NULL,
    "“people.xml”: The file cannot be read any further. Copy it to this computer and try again." },
  { "reader-killed", write_people, kill_reader, DIED },
  { "channel-cut", write_people, cut_channel, DIED },
  { "cut", write_people, cut_file, CUT_OFF },
  { "emptied", write_people, empty_file, CUT_OFF },
  { "grown", write_people, add_to_file,
    "Something follows the end of the exchange. Only one exchange goes in one file." },
  { "written-over", write_people, write_over_file,
    "There is a character here that XML does not allow. Take it out." },
  { "replaced", write_people, replace_file, NULL },
  { "removed", write_people, remove_file, NULL },
};

/* An import that is disturbed in its middle. */
typedef struct
{
  const Case *fault;
  const char *path;
  gboolean is_disturbed;
} Disturbance;

static void
disturb_cb (G_GNUC_UNUSED double fraction, guint64 n_records, gpointer user_data)
{
  Disturbance *self = user_data;

  if (self->is_disturbed || n_records < EARLY)
    return;

  self->is_disturbed = TRUE;
  self->fault->disturb (self->path);
}

static void
run_case (const Case *fault, Register *reg, const char *path, GError **error)
{
  Disturbance disturbance = { fault, path, FALSE };
  g_autoptr (SelImportResult) result = NULL;
  GDate today;
  const SelImportRequest request = { path, 0, &today, NULL };

  g_date_clear (&today, 1);
  g_date_set_dmy (&today, 22, G_DATE_NOVEMBER, 2025);
  fault->make (path);
  result = sel_import_run (reg->store, &request, fault->disturb ? disturb_cb : NULL, &disturbance,
                           NULL, error);
  g_assert_true (fault->disturb == NULL || disturbance.is_disturbed);
  g_assert_true (result == NULL || result->is_applied);
}

static void
test_case (gconstpointer data)
{
  const Case *fault = data;
  g_autoptr (Register) reg = register_new ();
  g_autofree char *path = register_dup_path (reg, "people.xml");
  g_autofree char *word = register_dup_path (reg, "selaras.db.unfinished");
  g_autoptr (GError) error = NULL;

  if (fault->make == make_unreadable && geteuid () == 0)
    {
      g_test_skip ("To root every file is readable.");
      return;
    }

  run_case (fault, reg, path, &error);
  if (fault->sentence)
    {
      g_assert_nonnull (error);
      g_assert_true (sel_import_is_refusal (error));
      g_assert_true (g_str_has_prefix (error->message, "“people.xml”"));
      if (!g_str_has_suffix (error->message, fault->sentence))
        g_assert_cmpstr (error->message, ==, fault->sentence);
    }
  else
    g_assert_no_error (error);

  g_assert_false (g_file_test (word, G_FILE_TEST_EXISTS));
  g_assert_cmpint (register_get_int (reg, "SELECT count (*) FROM participant"), ==,
                   fault->sentence ? 0 : N_PEOPLE);
  g_assert_cmpint (register_get_int (reg, "SELECT (SELECT count (*) FROM act) +"
                                          " (SELECT count (*) FROM exchange)"),
                   ==, fault->sentence ? 0 : 2);
  register_take (reg, EXCHANGE (2, PARTNER));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *name = g_strconcat ("/import/faults/", cases[i].name, NULL);

      g_test_add_data_func (name, &cases[i], test_case);
    }

  return g_test_run ();
}
