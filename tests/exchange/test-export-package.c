/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An export that leaves as one package. */
#include <glib/gstdio.h>

#include "confined/pdf-maker.h"
#include "exchange/export.h"
#include "exchange/parcel.h"
#include "exchange/register.h"
#include "support/folder.h"
#include "support/no-room.h"

#define PASSPHRASE "empat kata acak panjang"

/* An office with one agreement, of which it has the PDF. */
static Register *
office_new (void)
{
  Register *reg = register_new ();
  g_autoptr (GBytes) pdf = pdf_drawn (3);
  g_autofree char *sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, pdf);
  g_autofree char *text = g_strdup_printf (
    EXCHANGE (1, PARTNER "<agreement id=\"A-1\"><kind>memorandum</kind><title>Kerja</title>"
                         "<stage>signed</stage><signed_on>2024-05-27</signed_on>"
                         "<starts_on>2024-05-27</starts_on><ends_on>2027-05-26</ends_on>"
                         "</agreement>\n"
                         "<party id=\"Y-1\"><agreement>A-1</agreement><position>1</position>"
                         "<partner>P-1</partner></party>\n"
                         "<document id=\"D-1\"><agreement>A-1</agreement><kind>signed</kind>"
                         "<title>PKS</title><file>pks.pdf</file><sha256>%s</sha256></document>\n"),
    sha256);

  register_write_bytes (reg, "pks.pdf", pdf);
  register_take (reg, text);
  return reg;
}

static SelExportResult *
try_export (Register *reg,
            const char *path,
            SelExportProgressFunc progress,
            gpointer user_data,
            GCancellable *cancellable,
            GError **error)
{
  const SelExportOrder order = {
    .choice = { .kind = SEL_EXPORT_AGREEMENTS, .partner = 1 },
    .purpose = "Placement",
    .sender = "office",
    .sender_name = "Office",
    .package = &(SelPackageOptions){ NULL, PASSPHRASE, PARCEL_COST },
  };
  GDate today;

  g_date_clear (&today, 1);
  g_date_set_dmy (&today, 22, G_DATE_NOVEMBER, 2025);
  return sel_export_run (reg->store, &order, path, &today, progress, user_data, cancellable,
                         error);
}

static void
assert_takes (Register *reg, SelPackage *package, const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SelImportResult) result = NULL;
  GDate today;

  g_date_clear (&today, 1);
  g_date_set_dmy (&today, 22, G_DATE_NOVEMBER, 2025);
  result = sel_import_run (reg->store,
                           &(SelImportRequest){ .path = path, .today = &today, .package = package },
                           NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (result->is_applied);
}

static guint
count_files (const char *path)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (folder))
    n++;
  return n;
}

static void
note_progress (double fraction, G_GNUC_UNUSED guint64 n_records, gpointer user_data)
{
  double *last = user_data;

  g_assert_cmpfloat (fraction, >=, *last);
  g_assert_cmpfloat (fraction, <=, 1);
  *last = fraction;
}

static void
test_it_is_one_file (void)
{
  g_autoptr (Register) reg = office_new ();
  g_autoptr (Register) other = register_new ();
  g_autofree char *folder = register_dup_path (other, "out");
  g_autofree char *path = g_build_filename (folder, "mitra.selaras", NULL);
  g_autoptr (GVariant) nobody =
    g_variant_ref_sink (g_variant_new_array (G_VARIANT_TYPE ("(ss)"), NULL, 0));
  g_autoptr (SelExportResult) result = NULL;
  g_autoptr (SelPackage) package = NULL;
  g_autoptr (GError) none = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *file = NULL;

  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  result = try_export (reg, path, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (result->file, ==, "mitra.selaras");
  g_assert_true (result->is_packed);
  g_assert_cmpuint (result->n_documents, ==, 1);
  g_assert_cmpuint (count_files (folder), ==, 1);
  file = register_dup_text (reg, "SELECT file FROM export");
  g_assert_cmpstr (file, ==, "mitra.selaras");
  parcel_assert_cache_is_empty ();

  g_assert_null (sel_package_open (path, NULL, nobody, NULL, NULL, NULL, &none));
  g_assert_error (none, SEL_PACKAGE_ERROR, SEL_PACKAGE_ERROR_NEEDS_PASSPHRASE);
  package = sel_package_open (path, PASSPHRASE, nobody, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_str_has_suffix (sel_package_get_exchange (package), "/mitra.xml"));
  assert_takes (other, package, path);
  g_assert_cmpint (register_get_int (other, "SELECT count (*) FROM content"), ==, 1);

  g_assert_cmpint (g_remove (path), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

static void
test_the_progress_goes_on_while_it_is_packed (void)
{
  g_autoptr (Register) reg = office_new ();
  g_autofree char *path = register_dup_path (reg, "out.selaras");
  g_autoptr (GError) error = NULL;
  g_autoptr (SelExportResult) result = NULL;
  double last = 0;

  result = try_export (reg, path, note_progress, &last, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpfloat (last, ==, 1);
}

static void
cancel_late (double fraction, G_GNUC_UNUSED guint64 n_records, gpointer cancellable)
{
  if (fraction > 0.5)
    g_cancellable_cancel (cancellable);
}

static void
test_cancelled_while_it_is_packed (void)
{
  g_autoptr (Register) reg = office_new ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autofree char *path = register_dup_path (reg, "out.selaras");
  const guint n_before = count_files (reg->folder);
  g_autoptr (GError) error = NULL;

  g_assert_null (try_export (reg, path, cancel_late, cancellable, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (count_files (reg->folder), ==, n_before);
  g_assert_cmpint (register_get_int (reg, "SELECT count (*) FROM export"), ==, 0);
  parcel_assert_cache_is_empty ();
}

static void
test_a_file_that_is_there_stays (void)
{
  g_autoptr (Register) reg = office_new ();
  g_autofree char *path = register_dup_path (reg, "out.selaras");
  g_autofree char *kept = NULL;
  g_autoptr (GError) error = NULL;

  register_write (reg, "out.selaras", "mine");
  g_assert_null (try_export (reg, path, NULL, NULL, NULL, &error));
  g_assert_error (error, SEL_EXPORT_ERROR, SEL_EXPORT_ERROR_REFUSED);
  g_assert_true (g_file_get_contents (path, &kept, NULL, NULL));
  g_assert_cmpstr (kept, ==, "mine");
}

/* What fails there is not the folder that the user chose. */
static void
test_no_room_to_put_it_together (void)
{
  g_autoptr (Register) reg = office_new ();
  g_autofree char *path = register_dup_path (reg, "out.selaras");
  g_autofree char *expected =
    g_strdup_printf ("A package is first put together in the folder “%s/selaras/package-",
                     g_get_user_cache_dir ());
  g_autoptr (GError) error = NULL;

  no_room_begin (100);
  g_assert_null (try_export (reg, path, NULL, NULL, NULL, &error));
  no_room_end ();

  g_assert_error (error, SEL_EXPORT_ERROR, SEL_EXPORT_ERROR_FAILED);
  g_assert_true (g_str_has_prefix (error->message, expected));
  parcel_assert_cache_is_empty ();
}

static void
add_tests (void)
{
  g_test_add_func ("/export-package/it-is-one-file", test_it_is_one_file);
  g_test_add_func ("/export-package/the-progress-goes-on-while-it-is-packed",
                   test_the_progress_goes_on_while_it_is_packed);
  g_test_add_func ("/export-package/cancelled-while-it-is-packed",
                   test_cancelled_while_it_is_packed);
  g_test_add_func ("/export-package/a-file-that-is-there-stays", test_a_file_that_is_there_stays);
  g_test_add_func ("/export-package/no-room-to-put-it-together", test_no_room_to_put_it_together);
}

int
main (int argc, char *argv[])
{
  return folder_run_tests (&argc, &argv, add_tests);
}
