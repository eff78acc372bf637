/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Packages that are broken, or made to do harm, and what is said of each. Nothing is left of them.
 * What is right is in each as in the first case; a case says what is not. */
#include <string.h>

#include "confined/error.h"
#include "exchange/parcel.h"
#include "exchange/register.h"
#include "support/folder.h"
#include "support/zip-maker.h"

#define PDF "pks.pdf"
#define CONTENT "%PDF-1.7 and so on"
#define LINK (0120777u << 16)
#define FOLDER (0040755u << 16)
#define DEVICE (0060644u << 16)
#define DOS_FOLDER 0x10u
#define BOMB_BYTES (64u << 20)

typedef enum
{
  NO_LIST = 1 << 0,    /* nothing but the files */
  LIST_TWICE = 1 << 1, /* the PDF is listed twice */
  TWICE = 1 << 2,      /* the PDF is there twice */
  NOT_LISTED = 1 << 3, /* the PDF is there and not listed */
  MISSING = 1 << 4,    /* the PDF is listed and not there */
  OTHER_HASH = 1 << 5,
  NO_EXCHANGE = 1 << 6, /* the list names another exchange file than is there */
  BOMB = 1 << 7,        /* the PDF is zeros that grow a thousand times */
  HIDDEN_BOMB = 1 << 8, /* and says that it is small */
  COMMENT = 1 << 9,     /* a text after the end */
  BEFORE = 1 << 10,     /* bytes before the beginning */
  SPACES = 1 << 11,     /* in the list of files, where JSON allows them */
  SHORT_SIGNATURE = 1 << 12,
  WRONG_SIGNATURE = 1 << 13,
  MANY = 1 << 14, /* 65,001 files more */
  LARGE_LIST = 1 << 15,
} Faults;

typedef struct
{
  const char *name;
  const char *sentence; /* a part of it; NULL: it is opened */
  Faults faults;
  const char *pdf;        /* its name; NULL for the usual one */
  gint64 listed_size_off; /* how far the size in the list is from the real one */
  ZipEntry entry;         /* what else is wrong with the PDF's */
} Hostile;

static const Hostile cases[] = {
  { "sound", NULL },
  { "no-list", "It is not a package of Selaras", NO_LIST },
  { "listed-twice", "Two of its files are called “pks.pdf”", LIST_TWICE },
  { "there-twice", "It has “pks.pdf” twice", TWICE },
  { "not-listed", "It has a “pks.pdf” that is not in its list of files", NOT_LISTED },
  { "missing", "Its “pks.pdf” is missing", MISSING },
  { "other-hash", "Its “pks.pdf” is not the file that was packed", OTHER_HASH },
  { "no-exchange", "Its exchange file is not among its files", NO_EXCHANGE },
  { "bomb", "would grow to more than two hundred times its size", BOMB },
  { "hidden-bomb", "Its “pks.pdf” is not as large as it says", HIDDEN_BOMB },
  { "comment", "Its end is missing", COMMENT },
  { "before", "It is not a package of Selaras", BEFORE },
  { "spaces-in-list", "The list of its files is not in the form", SPACES },
  { "short-signature", "Its signature is not in the form", SHORT_SIGNATURE },
  { "wrong-signature", "was changed after it was signed", WRONG_SIGNATURE },
  { "too-many", "It has more files than a package can have", MANY },
  { "large-list", "The list of its files is too large", LARGE_LIST },
  { "absolute", "“/etc/passwd” is not a plain file name", .pdf = "/etc/passwd" },
  { "above", "“../evil.pdf” is not a plain file name", .pdf = "../evil.pdf" },
  { "above-alone", "“..” is not a plain file name", .pdf = ".." },
  { "windows-path", "is not a plain file name", .pdf = "C:\\evil.pdf" },
  { "subfolder", "“a/b.pdf” is not a plain file name", .pdf = "a/b.pdf" },
  { "hidden", "“.bashrc” is not a plain file name", .pdf = ".bashrc" },
  { "control", "“a�b.pdf” is not a plain file name", .pdf = "a\nb.pdf" },
  { "turned", "is not a plain file name", .pdf = "a\u202efdp.exe" },
  { "no-utf8", "is too long or not in UTF-8", .pdf = "caf\xe9.pdf" },
  { "same-as-exchange", "Two of its files are called “exchange.xml”", .pdf = "exchange.xml" },
  { "same-but-case", "Two of its files are called “Exchange.xml”", .pdf = "Exchange.xml" },
  { "our-own-name", "Two of its files are called “manifest.json”", .pdf = "manifest.json" },
  { "folder-by-name", "is a link, a folder or a device", .entry.name = "pks.pdf/" },
  { "link", "is a link, a folder or a device", .entry.attributes = LINK },
  { "folder", "is a link, a folder or a device", .entry.attributes = FOLDER },
  { "device", "is a link, a folder or a device", .entry.attributes = DEVICE },
  { "dos-folder", "is a link, a folder or a device", .entry.attributes = DOS_FOLDER },
  { "encrypted", "Its “pks.pdf” is encrypted on its own", .entry.flags = 1 },
  { "strongly-encrypted", "Its “pks.pdf” is encrypted on its own", .entry.flags = 1 << 6 },
  { "bzip2", "compressed in a way that a package does not use", .entry.method = 12 },
  { "no-deflate", "Its “pks.pdf” is damaged", .entry.method = 8 },
  { "listed-smaller", "not as large as its list of files says", .listed_size_off = -1 },
  { "listed-larger", "not as large as its list of files says", .listed_size_off = 1 },
  { "listed-huge", "larger than 2 GiB", .listed_size_off = G_GINT64_CONSTANT (1) << 31 },
  { "zip-smaller", "Its “pks.pdf” is not as large as it says", .entry.size_off = -1 },
  { "zip-larger", "Its “pks.pdf” is not as large as it says", .entry.size_off = 1 },
  { "zip64", "It is a Zip64", .entry.size_off = G_MAXUINT32 - (gint64) (sizeof CONTENT - 1) },
  { "two-names", "two different things of its “pks.pdf”", .entry.local_name = "evil.so" },
  { "two-names-longer", "two different things of its “pks.pdf”", .entry.local_name = "evil.pdf" },
  { "overlaps", "Its “exchange.xml” lies over another", .entry.lies_at_0 = TRUE },
  { "gap", "It has bytes that belong to none of its files", .entry.gap = 100 },
};

/* The list, with what a case says of the PDF. */
static GBytes *
make_list (const Hostile *hostile, const char *pdf, gsize size, GBytes *exchange)
{
  const gboolean has_other_exchange = (hostile->faults & NO_EXCHANGE) != 0;
  g_autoptr (SelPackageManifest) manifest =
    sel_package_manifest_new (has_other_exchange ? "other.xml" : PARCEL_EXCHANGE);
  g_autofree char *exchange_hash = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, exchange);
  g_autofree char *hash =
    g_compute_checksum_for_string (G_CHECKSUM_SHA256, CONTENT,
                                   hostile->faults & OTHER_HASH ? 3 : strlen (CONTENT));

  sel_package_manifest_add (manifest, PARCEL_EXCHANGE, (gint64) g_bytes_get_size (exchange),
                            exchange_hash);
  if (!(hostile->faults & NOT_LISTED))
    sel_package_manifest_add (manifest, pdf, (gint64) size + hostile->listed_size_off, hash);
  if (hostile->faults & LIST_TWICE)
    sel_package_manifest_add (manifest, pdf, (gint64) size, hash);
  return sel_package_manifest_dup_bytes (manifest);
}

/* The same list, as another program would write it; or one that is too long for a list. */
static GBytes *
change_list (const Hostile *hostile, GBytes *list)
{
  g_autoptr (GString) text =
    g_string_new_len (g_bytes_get_data (list, NULL), (gssize) g_bytes_get_size (list));

  if (hostile->faults & SPACES)
    g_string_replace (text, "  ", "   ", 0);
  while (hostile->faults & LARGE_LIST && text->len <= SEL_PACKAGE_MOST_MANIFEST)
    g_string_append_len (text, text->str, (gssize) text->len);
  return g_bytes_new (text->str, text->len);
}

static void
add_bytes (ZipMaker *maker, const char *name, GBytes *bytes)
{
  const ZipEntry entry = { .name = name,
                           .data = g_bytes_get_data (bytes, NULL),
                           .length = g_bytes_get_size (bytes) };

  zip_maker_add (maker, &entry);
}

static void
add_signature (ZipMaker *maker, const Hostile *hostile)
{
  static const char nothing[SEL_PACKAGE_SIGNATURE_BYTES];
  const ZipEntry entry = { .name = SEL_PACKAGE_SIGNATURE,
                           .data = nothing,
                           .length = sizeof nothing - (hostile->faults & SHORT_SIGNATURE ? 1 : 0) };

  if (hostile->faults & (SHORT_SIGNATURE | WRONG_SIGNATURE))
    zip_maker_add (maker, &entry);
}

static void
add_pdf (ZipMaker *maker, const Hostile *hostile, const char *pdf, gsize size)
{
  g_autoptr (GBytes) content = NULL;
  g_autoptr (GBytes) packed = NULL;
  ZipEntry entry = hostile->entry;

  if (size == BOMB_BYTES || hostile->faults & HIDDEN_BOMB)
    {
      content = g_bytes_new_take (g_malloc0 (BOMB_BYTES), BOMB_BYTES);
      packed = zip_deflated (content);
      entry.method = 8;
      entry.size_off = (gint64) size - (gint64) g_bytes_get_size (packed);
    }
  else
    packed = g_bytes_new_static (CONTENT, strlen (CONTENT));

  entry.name = entry.name ? entry.name : pdf;
  entry.data = g_bytes_get_data (packed, NULL);
  entry.length = g_bytes_get_size (packed);
  zip_maker_add (maker, &entry);
  if (hostile->faults & TWICE)
    zip_maker_add (maker, &entry);
}

static void
add_many (ZipMaker *maker)
{
  for (guint i = 0; i < SEL_PACKAGE_MOST_FILES + 1; i++)
    {
      g_autofree char *name = g_strdup_printf ("%u.pdf", i);
      const ZipEntry entry = { .name = name, .data = "" };

      zip_maker_add (maker, &entry);
    }
}

static GBytes *
make (const Hostile *hostile)
{
  g_autoptr (GBytes) exchange =
    g_bytes_new_static (EXCHANGE (1, PARTNER), strlen (EXCHANGE (1, PARTNER)));
  const char *pdf = hostile->pdf ? hostile->pdf : PDF;
  const gsize size = hostile->faults & BOMB ? BOMB_BYTES : strlen (CONTENT);
  g_autoptr (GBytes) list = make_list (hostile, pdf, size, exchange);
  g_autoptr (GBytes) changed = change_list (hostile, list);
  ZipMaker maker = zip_maker_new ();

  if (!(hostile->faults & NO_LIST))
    add_bytes (&maker, SEL_PACKAGE_MANIFEST, changed);
  add_signature (&maker, hostile);
  add_bytes (&maker, PARCEL_EXCHANGE, exchange);
  if (!(hostile->faults & MISSING))
    add_pdf (&maker, hostile, pdf, size);
  if (hostile->faults & MANY)
    add_many (&maker);
  return zip_maker_end (&maker);
}

static void
write_hostile (Parcel *parcel, const Hostile *hostile)
{
  g_autoptr (GBytes) bytes = make (hostile);
  g_autoptr (GString) text = g_string_new (hostile->faults & BEFORE ? "MZ" : NULL);

  g_string_append_len (text, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes));
  if (hostile->faults & COMMENT)
    g_string_append (text, "and more");
  parcel_put (parcel, "p.selaras", text->str, text->len);
}

/* What a package is refused with: never that the reader came to grief. */
static void
assert_refused (const GError *error)
{
  g_assert_nonnull (error);
  if (error->domain == SEL_CONFINED_ERROR)
    g_assert_cmpint (error->code, ==, SEL_CONFINED_ERROR_REFUSED);
  else
    g_assert_true (error->domain == SEL_PACKAGE_ERROR &&
                   error->code != SEL_PACKAGE_ERROR_FAILED);
  g_assert_true (g_str_has_prefix (error->message, "“p.selaras”") ||
                 error->code == SEL_PACKAGE_ERROR_WRONG_PASSPHRASE);
  parcel_assert_cache_is_empty ();
}

static void
test_case (gconstpointer data)
{
  const Hostile *hostile = &cases[GPOINTER_TO_UINT (data)];
  g_autoptr (Parcel) parcel = parcel_new ();
  g_autoptr (SelPackage) package = NULL;
  g_autoptr (GError) error = NULL;

  write_hostile (parcel, hostile);
  package = parcel_open (parcel, "p.selaras", NULL, &error);
  if (hostile->sentence == NULL)
    {
      g_assert_no_error (error);
      return;
    }

  assert_refused (error);
  if (!strstr (error->message, hostile->sentence))
    g_error ("%s instead of %s", error->message, hostile->sentence);
}

/* A signed package of which one byte of the list was changed, and all else made to fit. */
static void
test_a_changed_list_does_not_fit_its_signature (void)
{
  g_autoptr (Parcel) parcel = parcel_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (SelSigningKey) key = sel_signing_key_load (&error);
  g_autoptr (GBytes) exchange = parcel_read (parcel, PARCEL_EXCHANGE);
  g_autoptr (GBytes) list = make_list (&cases[0], PDF, strlen (CONTENT), exchange);
  g_autoptr (GBytes) other = make_list (&cases[0], "pks2.pdf", strlen (CONTENT), exchange);
  const guint8 *signature = g_malloc0 (SEL_PACKAGE_SIGNATURE_BYTES);
  g_autoptr (GBytes) signed_bytes =
    g_bytes_new_take ((gpointer) signature, SEL_PACKAGE_SIGNATURE_BYTES);

  g_assert_no_error (error);
  sel_signing_key_sign (key, list, (guint8 *) signature);
  for (guint is_changed = 0; is_changed < 2; is_changed++)
    {
      ZipMaker maker = zip_maker_new ();
      g_autoptr (GBytes) zip = NULL;
      g_autoptr (SelPackage) package = NULL;

      add_bytes (&maker, SEL_PACKAGE_MANIFEST, is_changed ? other : list);
      add_bytes (&maker, SEL_PACKAGE_SIGNATURE, signed_bytes);
      add_bytes (&maker, PARCEL_EXCHANGE, exchange);
      add_pdf (&maker, &cases[0], is_changed ? "pks2.pdf" : PDF, strlen (CONTENT));
      zip = zip_maker_end (&maker);
      parcel_put (parcel, "p.selaras", g_bytes_get_data (zip, NULL), g_bytes_get_size (zip));

      package = parcel_open (parcel, "p.selaras", NULL, &error);
      g_assert_true ((package != NULL) == !is_changed);
    }

  g_assert_error (error, SEL_PACKAGE_ERROR, SEL_PACKAGE_ERROR_WRONG_SIGNATURE);
  assert_refused (error);
}

/* Opens @length bytes at @data, the package of @parcel that was damaged. */
static SelPackage *
open_damaged (Parcel *parcel,
              const guint8 *data,
              gsize length,
              const char *passphrase,
              GError **error)
{
  parcel_put (parcel, "p.selaras", data, length);
  return parcel_open (parcel, "p.selaras", passphrase, error);
}

/* A small one, since each of its bytes matters. */
static GBytes *
pack_small (Parcel *parcel, const SelPackageOptions *options)
{
  parcel_put (parcel, PARCEL_PDF, CONTENT, strlen (CONTENT));
  parcel_pack (parcel, "whole.selaras", options);
  return parcel_read (parcel, "whole.selaras");
}

#define PASSPHRASE "kuda lumping"

static const SelPackageOptions plain = { 0 };
static const SelPackageOptions encrypted = { .passphrase = PASSPHRASE, .cost = { 1, 8u << 10 } };

static void
test_cut_off (gconstpointer data)
{
  const SelPackageOptions *options = data;
  g_autoptr (Parcel) parcel = parcel_new ();
  g_autoptr (GBytes) whole = pack_small (parcel, options);
  gsize length;
  const guint8 *bytes = g_bytes_get_data (whole, &length);

  for (gsize i = 0; i < length; i += 10)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (open_damaged (parcel, bytes, i, options->passphrase, &error));
      assert_refused (error);
    }
}

/* A plain one may have bytes that mean nothing, such as who may read a file; the files that come
 * out are those that went in. Of an encrypted one each byte counts. */
static void
test_flipped (gconstpointer data)
{
  const SelPackageOptions *options = data;
  g_autoptr (Parcel) parcel = parcel_new ();
  g_autoptr (GBytes) whole = pack_small (parcel, options);
  gsize length;
  g_autofree guint8 *bytes = g_bytes_unref_to_data (g_bytes_ref (whole), &length);

  for (gsize i = 0; i < length; i += 7)
    {
      g_autoptr (SelPackage) package = NULL;
      g_autoptr (GError) error = NULL;

      bytes[i] ^= (guint8) (1 << i % 8);
      package = open_damaged (parcel, bytes, length, options->passphrase, &error);
      if (package && !options->passphrase)
        parcel_assert_whole (parcel, package);
      else
        assert_refused (error);
      bytes[i] ^= (guint8) (1 << i % 8);
    }
}

/* What the head of a container asks for: the place, the number there, and what is said. */
static const struct
{
  const char *name;
  gsize at;
  guint32 value;
  const char *sentence;
} heads[] = {
  { "version", 16, 2, "It was encrypted by a newer Selaras" },
  { "passes", 20, 11, "more memory or time than a package may ask for" },
  { "all-passes", 20, G_MAXUINT32, "more memory or time than a package may ask for" },
  { "no-pass", 20, 0, "Its passphrase is protected too weakly" },
  { "memory", 24, (1u << 20) + 1, "more memory or time than a package may ask for" },
  { "all-memory", 24, G_MAXUINT32, "more memory or time than a package may ask for" },
  { "little-memory", 24, (8u << 10) - 1, "Its passphrase is protected too weakly" },
  { "no-memory", 24, 0, "Its passphrase is protected too weakly" },
  { "other-salt", 28, 1, "This is not the passphrase of “p.selaras”, or the file is damaged." },
  { "other-stream", 44, 1, "This is not the passphrase of “p.selaras”, or the file is damaged." },
};

static void
test_head (gconstpointer data)
{
  const guint i = GPOINTER_TO_UINT (data);
  const guint32 stored = GUINT32_TO_LE (heads[i].value);
  g_autoptr (Parcel) parcel = parcel_new ();
  g_autoptr (GBytes) whole = pack_small (parcel, &encrypted);
  g_autoptr (GError) error = NULL;
  gsize length;
  g_autofree guint8 *bytes = g_bytes_unref_to_data (g_steal_pointer (&whole), &length);

  memcpy (bytes + heads[i].at, &stored, sizeof stored);
  g_assert_null (open_damaged (parcel, bytes, length, PASSPHRASE, &error));
  assert_refused (error);
  g_assert_nonnull (strstr (error->message, heads[i].sentence));
}

/* Pieces of a container that are in another order, left out, said twice, or followed by more. */
static void
test_pieces (void)
{
  const gsize piece = SEL_CIPHER_PIECE + SEL_CIPHER_MORE;
  g_autoptr (Parcel) parcel = parcel_new ();
  g_autoptr (GBytes) whole = NULL;
  g_autoptr (SelPackage) package = NULL;
  g_autoptr (GError) error = NULL;
  const guint8 *bytes;
  gsize length;

  parcel_pack (parcel, "whole.selaras", &encrypted);
  whole = parcel_read (parcel, "whole.selaras");
  bytes = g_bytes_get_data (whole, &length);
  g_assert_cmpuint (length, >, SEL_CIPHER_HEADER_BYTES + 2 * piece);
  package = open_damaged (parcel, bytes, length, PASSPHRASE, &error);
  g_assert_no_error (error);
  g_clear_pointer (&package, sel_package_free);

  for (guint way = 0; way < 4; way++)
    {
      g_autoptr (GByteArray) changed = g_byte_array_new ();
      g_autoptr (GError) refusal = NULL;
      const guint8 *first = bytes + SEL_CIPHER_HEADER_BYTES;
      const guint8 *second = first + piece;
      const gsize rest = length - SEL_CIPHER_HEADER_BYTES - 2 * piece;

      g_byte_array_append (changed, bytes, SEL_CIPHER_HEADER_BYTES);
      g_byte_array_append (changed, way == 0 ? second : first, (guint) piece);
      if (way != 1)
        g_byte_array_append (changed, way == 0 || way == 2 ? first : second, (guint) piece);
      g_byte_array_append (changed, second + piece, (guint) rest);
      if (way == 3)
        g_byte_array_append (changed, second + piece, (guint) rest);

      g_assert_null (open_damaged (parcel, changed->data, changed->len, PASSPHRASE, &refusal));
      assert_refused (refusal);
    }
}

#define ADD_TABLE(group, table, func)                                                           \
  for (guint i = 0; i < G_N_ELEMENTS (table); i++)                                              \
    {                                                                                           \
      g_autofree char *path = g_strconcat ("/package-hostile/" group "/", table[i].name, NULL); \
                                                                                                \
      g_test_add_data_func (path, GUINT_TO_POINTER (i), func);                                  \
    }

static void
add_tests (void)
{
  ADD_TABLE ("zip", cases, test_case)
  ADD_TABLE ("head", heads, test_head)
  g_test_add_func ("/package-hostile/changed-list", test_a_changed_list_does_not_fit_its_signature);
  g_test_add_func ("/package-hostile/pieces", test_pieces);
  g_test_add_data_func ("/package-hostile/cut-off/plain", &plain, test_cut_off);
  g_test_add_data_func ("/package-hostile/cut-off/encrypted", &encrypted, test_cut_off);
  g_test_add_data_func ("/package-hostile/flipped/plain", &plain, test_flipped);
  g_test_add_data_func ("/package-hostile/flipped/encrypted", &encrypted, test_flipped);
}

int
main (int argc, char **argv)
{
  return folder_run_tests (&argc, &argv, add_tests);
}
