/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <locale.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "exchange/parcel.h"
#include "exchange/trusted-keys.h"
#include "support/folder.h"

#define PASSPHRASE "kuda lumping di bawah hujan"

/* Each way to pack, and what is said of who did. */
static const struct
{
  const char *name;
  gboolean is_signed;
  const char *passphrase;
  SelPackageSigner signer;
  const char *sentence; /* a part of it */
} ways[] = {
  { "plain", FALSE, NULL, SEL_PACKAGE_NOT_SIGNED,
    "It is not signed: nothing proves that it comes from “office”, as it says." },
  { "signed", TRUE, NULL, SEL_PACKAGE_SIGNED_BY_UNKNOWN, "a key that you do not know" },
  { "encrypted", FALSE, PASSPHRASE, SEL_PACKAGE_NOT_SIGNED, "not signed" },
  { "both", TRUE, PASSPHRASE, SEL_PACKAGE_SIGNED_BY_UNKNOWN, "compare its fingerprint: " },
};

static SelSigningKey *
load_key (void)
{
  g_autoptr (GError) error = NULL;
  SelSigningKey *key = sel_signing_key_load (&error);

  g_assert_no_error (error);
  return key;
}

static char *
dup_key_path (void)
{
  return g_build_filename (g_get_user_data_dir (), "selaras", "signing-key", NULL);
}

static void
test_way (gconstpointer data)
{
  const guint i = GPOINTER_TO_UINT (data);
  g_autoptr (Parcel) parcel = parcel_new ();
  g_autoptr (SelSigningKey) key = load_key ();
  const SelPackageOptions options = { ways[i].is_signed ? key : NULL, ways[i].passphrase,
                                      PARCEL_COST };
  g_autofree char *path = parcel_dup_path (parcel, "p.selaras");
  g_autofree char *sentence = NULL;
  g_autoptr (SelPackage) package = NULL;
  g_autoptr (GError) error = NULL;
  struct stat about;

  parcel_pack (parcel, "p.selaras", &options);
  g_assert_cmpuint (parcel_count_files (parcel), ==, 3);
  g_assert_cmpint (stat (path, &about), ==, 0);
  g_assert_cmpint (about.st_mode & 0777, ==, 0600);
  g_assert_true (sel_package_is_package (path));

  package = parcel_open (parcel, "p.selaras", ways[i].passphrase, &error);
  g_assert_no_error (error);
  parcel_assert_whole (parcel, package);
  g_assert_cmpint (sel_package_get_signer (package), ==, ways[i].signer);
  sentence = sel_package_dup_signature_sentence (package);
  g_assert_nonnull (strstr (sentence, ways[i].sentence));

  g_clear_pointer (&package, sel_package_free);
  parcel_assert_cache_is_empty ();
}

static void
test_the_same_files_are_the_same_bytes (void)
{
  g_autoptr (Parcel) parcel = parcel_new ();
  g_autoptr (SelSigningKey) key = load_key ();
  const SelPackageOptions options = { .key = key };
  g_autoptr (GBytes) first = NULL;
  g_autoptr (GBytes) second = NULL;

  parcel_pack (parcel, "1.selaras", &options);
  g_setenv ("TZ", "Asia/Jayapura", TRUE);
  setlocale (LC_ALL, "C");
  parcel_pack (parcel, "2.selaras", &options);
  g_unsetenv ("TZ");
  setlocale (LC_ALL, "C.UTF-8");

  first = parcel_read (parcel, "1.selaras");
  second = parcel_read (parcel, "2.selaras");
  g_assert_true (g_bytes_equal (first, second));
}

static void
test_the_passphrase_is_asked_for (void)
{
  g_autoptr (Parcel) parcel = parcel_new ();
  const SelPackageOptions options = { .passphrase = PASSPHRASE, .cost = PARCEL_COST };
  g_autoptr (GError) none = NULL;
  g_autoptr (GError) wrong = NULL;

  parcel_pack (parcel, "p.selaras", &options);
  g_assert_null (parcel_open (parcel, "p.selaras", NULL, &none));
  g_assert_error (none, SEL_PACKAGE_ERROR, SEL_PACKAGE_ERROR_NEEDS_PASSPHRASE);
  g_assert_null (parcel_open (parcel, "p.selaras", PASSPHRASE ".", &wrong));
  g_assert_error (wrong, SEL_PACKAGE_ERROR, SEL_PACKAGE_ERROR_WRONG_PASSPHRASE);
  parcel_assert_cache_is_empty ();
}

static GVariant *
trust (GVariant *known, const char *sender, const SelSigningKey *key)
{
  g_autofree char *text = sel_public_key_dup_text (key->public_key);

  return sel_trusted_keys_add (known, sender, text);
}

/* Who is known, and what that makes of a package that says to come from "office" and is signed with
 * the second key, or with none. */
static const struct
{
  const char *name;
  const char *known;  /* a sender of the key that signed, or NULL */
  const char *others; /* a sender of another key, or NULL */
  gboolean is_signed;
  SelPackageSigner signer;
  const char *sentence;
} acquaintances[] = {
  { "known", "office", NULL, TRUE, SEL_PACKAGE_SIGNED_BY_TRUSTED,
    "It is signed by “office”, whose key you trust." },
  { "of-another", "bnn", NULL, TRUE, SEL_PACKAGE_SIGNED_BY_OTHER,
    "It is signed by “bnn”, but the exchange says that it comes from “office”." },
  { "another-key", NULL, "office", TRUE, SEL_PACKAGE_SIGNED_BY_UNKNOWN,
    "the key that signed it is not the one that you trust" },
  { "of-another-though-known", "bnn", "office", TRUE, SEL_PACKAGE_SIGNED_BY_OTHER, "by “bnn”" },
  { "two-keys", "office", "office", TRUE, SEL_PACKAGE_SIGNED_BY_TRUSTED, "whose key you trust" },
  { "unknown", NULL, "bnn", TRUE, SEL_PACKAGE_SIGNED_BY_UNKNOWN, "a key that you do not know" },
  { "not-signed-though-known", NULL, "office", FALSE, SEL_PACKAGE_NOT_SIGNED,
    "has a key that you trust" },
};

static void
test_acquaintance (gconstpointer data)
{
  const guint i = GPOINTER_TO_UINT (data);
  g_autoptr (Parcel) parcel = parcel_new ();
  g_autoptr (SelSigningKey) other = load_key ();
  g_autofree char *key_path = dup_key_path ();
  g_autofree char *path = parcel_dup_path (parcel, "p.selaras");
  g_autoptr (GVariant) known =
    g_variant_ref_sink (g_variant_new_array (G_VARIANT_TYPE ("(ss)"), NULL, 0));
  g_autoptr (SelSigningKey) key = NULL;
  g_autoptr (SelPackage) package = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *sentence = NULL;

  g_assert_cmpint (g_unlink (key_path), ==, 0);
  key = load_key ();
  parcel_pack (parcel, "p.selaras",
               &(SelPackageOptions){ .key = acquaintances[i].is_signed ? key : NULL });
  if (acquaintances[i].known)
    {
      g_autoptr (GVariant) before = g_steal_pointer (&known);

      known = trust (before, acquaintances[i].known, key);
    }
  if (acquaintances[i].others)
    {
      g_autoptr (GVariant) before = g_steal_pointer (&known);

      known = trust (before, acquaintances[i].others, other);
    }

  package = sel_package_open (path, NULL, known, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (sel_package_get_signer (package), ==, acquaintances[i].signer);
  sentence = sel_package_dup_signature_sentence (package);
  g_assert_nonnull (strstr (sentence, acquaintances[i].sentence));
}

static void
cancel_cb (double fraction, gpointer user_data)
{
  if (fraction > 0.7)
    g_cancellable_cancel (user_data);
}

static void
test_writing_stops_when_told (void)
{
  const char *const others[] = { PARCEL_PDF, NULL };
  const SelPackageOptions options = { .passphrase = PASSPHRASE, .cost = PARCEL_COST };
  g_autoptr (Parcel) parcel = parcel_new ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autofree char *path = parcel_dup_path (parcel, "p.selaras");
  g_autoptr (GError) error = NULL;

  g_assert_false (sel_package_write (parcel->folder, PARCEL_EXCHANGE, others, &options, path, TRUE,
                                     cancel_cb, cancellable, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (parcel_count_files (parcel), ==, 2);
}

static void
test_opening_stops_when_told (void)
{
  g_autoptr (Parcel) parcel = parcel_new ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GVariant) nobody =
    g_variant_ref_sink (g_variant_new_array (G_VARIANT_TYPE ("(ss)"), NULL, 0));
  g_autofree char *path = parcel_dup_path (parcel, "p.selaras");
  g_autoptr (GError) error = NULL;

  parcel_pack (parcel, "p.selaras", &(SelPackageOptions){ 0 });
  g_assert_null (
    sel_package_open (path, NULL, nobody, cancel_cb, cancellable, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  parcel_assert_cache_is_empty ();
}

/* What cannot be packed: the name of the other file, how it is made, and what is said. */
static const struct
{
  const char *name;
  const char *other;
  gboolean is_link;
  gboolean is_missing;
  const char *sentence;
} unpackable[] = {
  { "missing", "no.pdf", FALSE, TRUE, "“no.pdf” cannot be packed: No such file" },
  { "link", "link.pdf", TRUE, FALSE, "“link.pdf” cannot be packed: Too many levels" },
  { "folder", "..", FALSE, TRUE, "“..” cannot be packed" },
  { "same-but-case", "Exchange.XML", FALSE, FALSE,
    "Two of its files are called “Exchange.XML”, or so but for small and capital letters." },
  { "hidden", ".x.pdf", FALSE, FALSE, "“.x.pdf” is not a plain file name" },
  { "our-own-name", "Manifest.json", FALSE, FALSE, "Two of its files are called “Manifest.json”" },
};

static void
test_unpackable (gconstpointer data)
{
  const guint i = GPOINTER_TO_UINT (data);
  const char *const others[] = { unpackable[i].other, NULL };
  g_autoptr (Parcel) parcel = parcel_new ();
  g_autofree char *path = parcel_dup_path (parcel, "p.selaras");
  g_autofree char *other = parcel_dup_path (parcel, unpackable[i].other);
  g_autoptr (GError) error = NULL;
  guint n_files;

  if (unpackable[i].is_link)
    g_assert_cmpint (symlink (PARCEL_PDF, other), ==, 0);
  else if (!unpackable[i].is_missing)
    parcel_put (parcel, unpackable[i].other, "%PDF", 4);
  n_files = parcel_count_files (parcel);

  g_assert_false (sel_package_write (parcel->folder, PARCEL_EXCHANGE, others,
                                     &(SelPackageOptions){ 0 }, path, TRUE, NULL, NULL, NULL,
                                     &error));
  g_assert_error (error, SEL_PACKAGE_ERROR, SEL_PACKAGE_ERROR_REFUSED);
  g_assert_nonnull (strstr (error->message, unpackable[i].sentence));
  g_assert_cmpuint (parcel_count_files (parcel), ==, n_files);
}

static void
test_the_key_stays_the_same (void)
{
  g_autoptr (Parcel) parcel = parcel_new ();
  g_autoptr (SelSigningKey) first = load_key ();
  g_autoptr (SelSigningKey) second = load_key ();
  g_autofree char *path = dup_key_path ();
  g_autofree char *text = sel_public_key_dup_text (first->public_key);
  g_autofree char *fingerprint = sel_public_key_dup_fingerprint (first->public_key);
  guint8 read[SEL_PACKAGE_KEY_BYTES];
  struct stat about;

  g_assert_cmpmem (first->public_key, SEL_PACKAGE_KEY_BYTES, second->public_key,
                   SEL_PACKAGE_KEY_BYTES);
  g_assert_cmpint (stat (path, &about), ==, 0);
  g_assert_cmpint (about.st_mode & 0777, ==, 0600);
  g_assert_true (sel_public_key_parse (text, read));
  g_assert_cmpmem (first->public_key, SEL_PACKAGE_KEY_BYTES, read, sizeof read);
  g_assert_true (g_regex_match_simple ("^[0-9]{5}( [0-9]{5}){5}$", fingerprint, 0, 0));
}

static void
test_a_key_that_others_read_is_refused (void)
{
  g_autoptr (Parcel) parcel = parcel_new ();
  g_autoptr (SelSigningKey) key = load_key ();
  g_autofree char *path = dup_key_path ();
  g_autoptr (GError) readable = NULL;
  g_autoptr (GError) damaged = NULL;

  g_assert_cmpint (chmod (path, 0640), ==, 0);
  g_assert_null (sel_signing_key_load (&readable));
  g_assert_nonnull (strstr (readable->message, "Others can read the office’s signing key"));
  g_assert_cmpint (chmod (path, 0600), ==, 0);
  g_assert_cmpint (truncate (path, 40), ==, 0);
  g_assert_null (sel_signing_key_load (&damaged));
  g_assert_nonnull (strstr (damaged->message, "is damaged"));
}

/* The public key is that of RFC 8032, 7.1, test 1. */
static void
test_a_known_fingerprint (void)
{
  const char *text = "11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=";
  guint8 key[SEL_PACKAGE_KEY_BYTES];
  g_autofree char *fingerprint = NULL;

  g_assert_true (sel_public_key_parse (text, key));
  fingerprint = sel_public_key_dup_fingerprint (key);
  g_assert_cmpstr (fingerprint, ==, "02145 44043 66322 31051 70008 37623");

  g_assert_false (sel_public_key_parse ("11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHUR", key));
  g_assert_false (sel_public_key_parse ("11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo= ", key));
  g_assert_false (sel_public_key_parse ("", key));
}

/* A folder of a process that was killed goes with the next package; one in use stays. */
static void
test_what_was_left_is_swept (void)
{
  g_autoptr (Parcel) parcel = parcel_new ();
  g_autofree char *stale =
    g_build_filename (g_get_user_cache_dir (), "selaras", "package-stale0", NULL);
  g_autofree char *file = g_build_filename (stale, "exchange.xml", NULL);
  g_autoptr (SelPackage) first = NULL;
  g_autoptr (SelPackage) second = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir_with_parents (stale, 0700), ==, 0);
  g_assert_true (g_file_set_contents (file, "x", 1, NULL));
  parcel_pack (parcel, "p.selaras", &(SelPackageOptions){ 0 });

  first = parcel_open (parcel, "p.selaras", NULL, &error);
  g_assert_no_error (error);
  g_assert_false (g_file_test (stale, G_FILE_TEST_EXISTS));
  second = parcel_open (parcel, "p.selaras", NULL, &error);
  g_assert_no_error (error);
  parcel_assert_whole (parcel, first);
  parcel_assert_whole (parcel, second);
}

static void
test_other_files_are_no_packages (void)
{
  g_autoptr (Parcel) parcel = parcel_new ();
  g_autofree char *xml = parcel_dup_path (parcel, PARCEL_EXCHANGE);
  g_autofree char *nothing = parcel_dup_path (parcel, "nothing.selaras");
  g_autoptr (GError) not_one = NULL;
  g_autoptr (GError) missing = NULL;

  g_assert_false (sel_package_is_package (xml));
  g_assert_false (sel_package_is_package (nothing));
  g_assert_false (sel_package_is_package (parcel->folder));
  g_assert_null (parcel_open (parcel, PARCEL_EXCHANGE, NULL, &not_one));
  g_assert_cmpstr (not_one->message, ==,
                   "“exchange.xml”: It is not a package of Selaras. Choose a file that ends in "
                   "“.selaras”.");
  g_assert_null (parcel_open (parcel, "nothing.selaras", NULL, &missing));
  g_assert_nonnull (strstr (missing->message, "cannot be opened: No such file"));
}

#define ADD_TABLE(group, table, func)                                                   \
  for (guint i = 0; i < G_N_ELEMENTS (table); i++)                                      \
    {                                                                                   \
      g_autofree char *path = g_strconcat ("/package/" group "/", table[i].name, NULL); \
                                                                                        \
      g_test_add_data_func (path, GUINT_TO_POINTER (i), func);                          \
    }

static void
add_tests (void)
{
  ADD_TABLE ("way", ways, test_way)
  ADD_TABLE ("acquaintance", acquaintances, test_acquaintance)
  ADD_TABLE ("unpackable", unpackable, test_unpackable)
  g_test_add_func ("/package/same-bytes", test_the_same_files_are_the_same_bytes);
  g_test_add_func ("/package/passphrase", test_the_passphrase_is_asked_for);
  g_test_add_func ("/package/writing-stops", test_writing_stops_when_told);
  g_test_add_func ("/package/opening-stops", test_opening_stops_when_told);
  g_test_add_func ("/package/key-stays", test_the_key_stays_the_same);
  g_test_add_func ("/package/key-that-others-read", test_a_key_that_others_read_is_refused);
  g_test_add_func ("/package/fingerprint", test_a_known_fingerprint);
  g_test_add_func ("/package/swept", test_what_was_left_is_swept);
  g_test_add_func ("/package/other-files", test_other_files_are_no_packages);
}

int
main (int argc, char **argv)
{
  return folder_run_tests (&argc, &argv, add_tests);
}
