/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What becomes of a package whose reader a file has taken over: it tells one list, and then other
 * files. The reader here says what is in its file, byte for byte. */
#include <string.h>

#include "confined/descriptor.h"
#include "confined/frame.h"
#include "confined/package-protocol.h"
#include "exchange/package-unpack.h"
#include "exchange/parcel.h"
#include "support/folder.h"
#include "support/input.h"

#define CONTENT "<x/>"

/* The reader lists a.xml, with the size and hash of CONTENT, and then says this. */
static const struct
{
  const char *name;
  const char *entry; /* what it calls the file; NULL for none */
  gint64 size;       /* what it says of it */
  const char *data;
  gboolean is_twice;
  const char *sentence; /* NULL: it is taken */
} cases[] = {
  { "truth", "a.xml", 4, CONTENT, FALSE, NULL },
  { "above", "../a.xml", 4, CONTENT, FALSE, "“../a.xml” that is not in its list of files" },
  { "absolute", "/tmp/a.xml", 4, CONTENT, FALSE, "that is not in its list of files" },
  { "case", "A.xml", 4, CONTENT, FALSE, "that is not in its list of files" },
  { "other-size", "a.xml", 5, CONTENT, FALSE, "not as large as its list of files says" },
  { "negative-size", "a.xml", -1, CONTENT, FALSE, "not as large as its list of files says" },
  { "more-data", "a.xml", 4, CONTENT CONTENT, FALSE, "not as large as its list of files says" },
  { "less-data", "a.xml", 4, "<x", FALSE, "not as large as its list of files says" },
  { "no-data", "a.xml", 4, NULL, FALSE, "not as large as its list of files says" },
  { "other-data", "a.xml", 4, "<y/>", FALSE, "its SHA-256 is another" },
  { "twice", "a.xml", 4, CONTENT, TRUE, "It has “a.xml” twice" },
  { "missing", NULL, 0, NULL, FALSE, "Its “a.xml” is missing" },
};

static void
say_list (SelFrameWriter *said)
{
  g_autofree char *sha256 = g_compute_checksum_for_string (G_CHECKSUM_SHA256, CONTENT, -1);

  sel_frame_begin (said, SEL_FRAME_PACKAGE_MANIFEST);
  sel_frame_put_text (said, "a.xml");
  sel_frame_put_u32 (said, 1);
  sel_frame_end (said);
  sel_frame_begin (said, SEL_FRAME_PACKAGE_LISTED);
  sel_frame_put_text (said, "a.xml");
  sel_frame_put_i64 (said, strlen (CONTENT));
  sel_frame_put_text (said, sha256);
  sel_frame_end (said);
}

static void
say_file (SelFrameWriter *said, guint i)
{
  sel_frame_begin (said, SEL_FRAME_PACKAGE_ENTRY);
  sel_frame_put_text (said, cases[i].entry);
  sel_frame_put_i64 (said, cases[i].size);
  sel_frame_end (said);
  if (cases[i].data)
    {
      sel_frame_begin (said, SEL_FRAME_PACKAGE_DATA);
      sel_frame_put_bytes (said, (const guint8 *) cases[i].data, strlen (cases[i].data));
      sel_frame_end (said);
    }
}

static void
test_case (gconstpointer data)
{
  const guint i = GPOINTER_TO_UINT (data);
  g_auto (SelFrameWriter) said = { 0 };
  g_auto (SelDescriptor) file = -1;
  g_autoptr (SelPrivateFolder) folder = NULL;
  g_autoptr (SelPackageManifest) manifest = NULL;
  g_autoptr (GError) error = NULL;
  SelPackageJob job = { .name = "p.selaras" };
  SelUnpacked unpacked = { 0 };
  int number;

  say_list (&said);
  if (cases[i].entry)
    say_file (&said, i);
  if (cases[i].is_twice)
    say_file (&said, i);
  sel_frame_begin (&said, SEL_FRAME_PACKAGE_END);
  sel_frame_end (&said);
  file = input_new ((const char *) said.data, said.length);

  folder = sel_private_folder_new (&number);
  g_assert_nonnull (folder);
  g_assert_true (sel_package_unpack (file, folder, &unpacked, &job, &error) ==
                 (cases[i].sentence == NULL));
  manifest = unpacked.manifest;
  if (cases[i].sentence == NULL)
    g_assert_no_error (error);
  else
    {
      g_assert_error (error, SEL_PACKAGE_ERROR, SEL_PACKAGE_ERROR_REFUSED);
      g_assert_nonnull (strstr (error->message, cases[i].sentence));
    }

  g_clear_pointer (&folder, sel_private_folder_free);
  parcel_assert_cache_is_empty ();
}

static void
add_tests (void)
{
  g_setenv ("SELARAS_CONFINED", g_getenv ("ECHO_READER"), TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/package-unpack/", cases[i].name, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_case);
    }
}

int
main (int argc, char **argv)
{
  return folder_run_tests (&argc, &argv, add_tests);
}
