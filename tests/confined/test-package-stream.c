/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the program believes of what a reader of packages says that a file has taken over. */
#include <string.h>

#include "confined/descriptor.h"
#include "confined/error.h"
#include "confined/frame.h"
#include "confined/package-protocol.h"
#include "confined/package-stream.h"
#include "support/input.h"

#define SHA256 "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
#define NONE (-1)

static void
say_list (SelFrameWriter *said, guint n_claimed, guint n_listed)
{
  sel_frame_begin (said, SEL_FRAME_PACKAGE_MANIFEST);
  sel_frame_put_text (said, "a.xml");
  sel_frame_put_u32 (said, n_claimed);
  sel_frame_end (said);

  for (guint i = 0; i < n_listed; i++)
    {
      sel_frame_begin (said, SEL_FRAME_PACKAGE_LISTED);
      sel_frame_put_text (said, "a.xml");
      sel_frame_put_i64 (said, 3);
      sel_frame_put_text (said, SHA256);
      sel_frame_end (said);
    }
}

static void
say_bytes (SelFrameWriter *said, guint kind, gsize length)
{
  g_autofree guint8 *bytes = g_malloc0 (length + 1);

  sel_frame_begin (said, kind);
  sel_frame_put_bytes (said, bytes, length);
  sel_frame_end (said);
}

static void
say_entry (SelFrameWriter *said, const char *name)
{
  sel_frame_begin (said, SEL_FRAME_PACKAGE_ENTRY);
  sel_frame_put_text (said, name);
  sel_frame_put_i64 (said, 3);
  sel_frame_end (said);
}

static void
say_end (SelFrameWriter *said)
{
  sel_frame_begin (said, SEL_FRAME_PACKAGE_END);
  sel_frame_end (said);
}

static void
say_stopped (SelFrameWriter *said, guint problem, const char *name)
{
  sel_frame_begin (said, SEL_FRAME_PACKAGE_STOPPED);
  sel_frame_put_u32 (said, problem);
  sel_frame_put_text (said, name);
  sel_frame_end (said);
}

static void
truth (SelFrameWriter *said)
{
  say_list (said, 1, 1);
  say_bytes (said, SEL_FRAME_PACKAGE_SIGNATURE, SEL_PACKAGE_SIGNATURE_BYTES);
  say_entry (said, "a.xml");
  say_bytes (said, SEL_FRAME_PACKAGE_DATA, 3);
  say_end (said);
}

static void
refusal (SelFrameWriter *said)
{
  say_list (said, 1, 1);
  say_stopped (said, SEL_PACKAGE_ENTRY_DAMAGED, "a.xml");
}

static void
no_end (SelFrameWriter *said)
{
  say_list (said, 1, 1);
  say_entry (said, "a.xml");
}

static void
entry_first (SelFrameWriter *said)
{
  say_entry (said, "a.xml");
}

static void
end_first (SelFrameWriter *said)
{
  say_end (said);
}

static void
signature_first (SelFrameWriter *said)
{
  say_bytes (said, SEL_FRAME_PACKAGE_SIGNATURE, SEL_PACKAGE_SIGNATURE_BYTES);
}

static void
two_lists (SelFrameWriter *said)
{
  say_list (said, 1, 1);
  say_list (said, 1, 1);
}

static void
empty_list (SelFrameWriter *said)
{
  say_list (said, 0, 0);
}

static void
huge_list (SelFrameWriter *said)
{
  say_list (said, SEL_PACKAGE_MOST_FILES + 1, 1);
}

static void
short_list (SelFrameWriter *said)
{
  say_list (said, 2, 1);
  say_entry (said, "a.xml");
}

static void
signature_later (SelFrameWriter *said)
{
  say_list (said, 1, 1);
  say_entry (said, "a.xml");
  say_bytes (said, SEL_FRAME_PACKAGE_SIGNATURE, SEL_PACKAGE_SIGNATURE_BYTES);
}

static void
two_signatures (SelFrameWriter *said)
{
  say_list (said, 1, 1);
  say_bytes (said, SEL_FRAME_PACKAGE_SIGNATURE, SEL_PACKAGE_SIGNATURE_BYTES);
  say_bytes (said, SEL_FRAME_PACKAGE_SIGNATURE, SEL_PACKAGE_SIGNATURE_BYTES);
}

static void
short_signature (SelFrameWriter *said)
{
  say_list (said, 1, 1);
  say_bytes (said, SEL_FRAME_PACKAGE_SIGNATURE, SEL_PACKAGE_SIGNATURE_BYTES - 1);
}

static void
data_of_no_entry (SelFrameWriter *said)
{
  say_list (said, 1, 1);
  say_bytes (said, SEL_FRAME_PACKAGE_DATA, 3);
}

static void
no_data (SelFrameWriter *said)
{
  say_list (said, 1, 1);
  say_entry (said, "a.xml");
  say_bytes (said, SEL_FRAME_PACKAGE_DATA, 0);
}

static void
too_much_data (SelFrameWriter *said)
{
  say_list (said, 1, 1);
  say_entry (said, "a.xml");
  say_bytes (said, SEL_FRAME_PACKAGE_DATA, SEL_PACKAGE_MOST_DATA + 1);
}

static void
claimed_data (SelFrameWriter *said)
{
  say_list (said, 1, 1);
  say_entry (said, "a.xml");
  sel_frame_begin (said, SEL_FRAME_PACKAGE_DATA);
  sel_frame_put_u32 (said, 1000);
  sel_frame_end (said);
}

static void
nameless_entry (SelFrameWriter *said)
{
  say_list (said, 1, 1);
  say_entry (said, NULL);
}

static void
long_name (SelFrameWriter *said)
{
  g_autofree char *name = g_strnfill (SEL_PACKAGE_MOST_NAME + 1, 'a');

  say_list (said, 1, 1);
  say_entry (said, name);
}

static void
unknown_problem (SelFrameWriter *said)
{
  say_stopped (said, SEL_N_PACKAGE_PROBLEMS, "a.xml");
}

static void
no_problem (SelFrameWriter *said)
{
  say_stopped (said, 0, NULL);
}

static void
problem_of_no_entry (SelFrameWriter *said)
{
  say_stopped (said, SEL_PACKAGE_ENTRY_DAMAGED, NULL);
}

static void
record (SelFrameWriter *said)
{
  say_list (said, 1, 1);
  sel_frame_begin (said, SEL_FRAME_EXCHANGE_FIRST);
  sel_frame_end (said);
}

static const struct
{
  const char *name;
  void (*say) (SelFrameWriter *);
  int error; /* SelConfinedError, or NONE */
} cases[] = {
  { "truth", truth, NONE },
  { "refusal", refusal, SEL_CONFINED_ERROR_REFUSED },
  { "no-end", no_end, SEL_CONFINED_ERROR_DIED },
  { "entry-first", entry_first, SEL_CONFINED_ERROR_PROTOCOL },
  { "end-first", end_first, SEL_CONFINED_ERROR_PROTOCOL },
  { "signature-first", signature_first, SEL_CONFINED_ERROR_PROTOCOL },
  { "two-lists", two_lists, SEL_CONFINED_ERROR_PROTOCOL },
  { "empty-list", empty_list, SEL_CONFINED_ERROR_PROTOCOL },
  { "huge-list", huge_list, SEL_CONFINED_ERROR_PROTOCOL },
  { "short-list", short_list, SEL_CONFINED_ERROR_PROTOCOL },
  { "signature-later", signature_later, SEL_CONFINED_ERROR_PROTOCOL },
  { "two-signatures", two_signatures, SEL_CONFINED_ERROR_PROTOCOL },
  { "short-signature", short_signature, SEL_CONFINED_ERROR_PROTOCOL },
  { "data-of-no-entry", data_of_no_entry, SEL_CONFINED_ERROR_PROTOCOL },
  { "no-data", no_data, SEL_CONFINED_ERROR_PROTOCOL },
  { "too-much-data", too_much_data, SEL_CONFINED_ERROR_PROTOCOL },
  { "claimed-data", claimed_data, SEL_CONFINED_ERROR_PROTOCOL },
  { "nameless-entry", nameless_entry, SEL_CONFINED_ERROR_PROTOCOL },
  { "long-name", long_name, SEL_CONFINED_ERROR_PROTOCOL },
  { "unknown-problem", unknown_problem, SEL_CONFINED_ERROR_PROTOCOL },
  { "no-problem", no_problem, SEL_CONFINED_ERROR_PROTOCOL },
  { "problem-of-no-entry", problem_of_no_entry, SEL_CONFINED_ERROR_PROTOCOL },
  { "record", record, SEL_CONFINED_ERROR_PROTOCOL },
};

static void
test_case (gconstpointer data)
{
  const guint i = GPOINTER_TO_UINT (data);
  g_auto (SelDescriptor) file = -1;
  g_autoptr (SelPackageStream) stream = NULL;
  g_autoptr (SelPackageManifest) manifest = NULL;
  g_autoptr (GError) error = NULL;
  SelFrameWriter said = { 0 };
  SelPackageItem item = { 0 };

  cases[i].say (&said);
  file = input_new ((const char *) said.data, said.length);
  sel_frame_writer_clear (&said);

  stream = sel_package_stream_new (file, "frames", &error);
  g_assert_no_error (error);
  while (item.kind != SEL_PACKAGE_ITEM_END && sel_package_stream_next (stream, &item, NULL, &error))
    if (item.manifest)
      manifest = item.manifest;

  if (cases[i].error != NONE)
    g_assert_error (error, SEL_CONFINED_ERROR, cases[i].error);
  else
    g_assert_no_error (error);
}

#define LIST(files)                                                                             \
  "{\n  \"format\": \"selaras-package-1\",\n  \"exchange\": \"a.xml\",\n  \"files\": [\n" files \
  "\n  ]\n}\n"
#define FILE_OF(name, size) \
  "    {\"name\": \"" name "\", \"size\": " size ", \"sha256\": \"" SHA256 "\"}"

/* A list is one only in its one form. */
static const struct
{
  const char *text;
  guint n_files; /* 0: it is none */
} lists[] = {
  { LIST (FILE_OF ("a.xml", "3")), 1 },
  { LIST (FILE_OF ("a.xml", "0") ",\n" FILE_OF ("say \\\"b\\\".pdf", "9223372036854775799")), 2 },
  { "", 0 },
  { "{}", 0 },
  { LIST (""), 0 },
  { LIST (FILE_OF ("a.xml", "03")), 0 },
  { LIST (FILE_OF ("a.xml", "-3")), 0 },
  { LIST (FILE_OF ("a.xml", "3.0")), 0 },
  { LIST (FILE_OF ("a.xml", "")), 0 },
  { LIST (FILE_OF ("a.xml", "99999999999999999999999")), 0 },
  { LIST (FILE_OF ("\\a.xml", "3")), 0 },
  { LIST (FILE_OF ("\xc3.xml", "3")), 0 },
  { LIST (FILE_OF ("a.xml", "3") ","), 0 },
  { LIST (FILE_OF ("a.xml", "3")) "\n", 0 },
  { " " LIST (FILE_OF ("a.xml", "3")), 0 },
  { LIST (FILE_OF ("a.xml", "3") ",\n" FILE_OF ("b", "3") "}"), 0 },
};

static void
test_lists (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      g_autoptr (SelPackageManifest) list =
        sel_package_manifest_parse (lists[i].text, strlen (lists[i].text));

      g_test_message ("list %u", i);
      g_assert_cmpuint (list ? list->files->len : 0, ==, lists[i].n_files);
    }
}

/* Cut off anywhere it is none, and nothing beyond its end is looked at. */
static void
test_a_list_that_was_cut_off (void)
{
  const gsize length = strlen (lists[1].text);

  for (gsize i = 0; i < length; i++)
    {
      g_autofree char *part = g_memdup2 (lists[1].text, i);

      g_assert_null (sel_package_manifest_parse (part, i));
    }
}

int
main (int argc, char **argv)
{
  g_setenv ("SELARAS_CONFINED", g_getenv ("ECHO_READER"), TRUE);
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/package-stream/", cases[i].name, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_case);
    }
  g_test_add_func ("/package-list/forms", test_lists);
  g_test_add_func ("/package-list/cut-off", test_a_list_that_was_cut_off);

  return g_test_run ();
}
