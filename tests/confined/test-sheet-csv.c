/* SPDX-License-Identifier: GPL-3.0-or-later */
/* CSV files as the program sees them: read by the confined reader, out of its own process. */
#include <string.h>
#include <unistd.h>

#include "confined/descriptor.h"
#include "confined/error.h"
#include "confined/sheet-stream.h"
#include "support/input.h"

/* All rows as "1:a|b/", with what a cell that is empty is: nothing. The error instead, if any. */
static char *
dup_rows (const char *data, gsize length, const SelSheetLayout *layout, SelSheetFound *found)
{
  g_auto (SelDescriptor) input = input_new (data, length);
  g_autoptr (GString) rows = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (SelSheetStream) stream =
    sel_sheet_stream_new (input, "peserta.csv", layout, 0, NULL, &error);
  SelSheetRow row;

  if (stream && found)
    *found = *sel_sheet_stream_get_found (stream);
  while (stream && sel_sheet_stream_next (stream, &row, NULL, &error) && row.number)
    {
      g_string_append_printf (rows, "%u:", row.number);
      for (guint i = 0; i < row.n_cells; i++)
        {
          const char *text = row.cells[i].text ? row.cells[i].text : "";

          g_assert_cmpint (row.cells[i].type, ==, *text ? SEL_CELL_TEXT : SEL_CELL_EMPTY);
          g_string_append_printf (rows, "%s%s", i ? "|" : "", text);
        }
      g_string_append_c (rows, '/');
    }

  return error ? g_strdup (error->message) : g_strdup (rows->str);
}

#define CASE(data, encoding, delimiter, rows)        \
  {                                                  \
    data, sizeof data - 1, encoding, delimiter, rows \
  }
#define UTF8 SEL_ENCODING_UTF8
#define MARKED SEL_ENCODING_UTF8_MARKED
#define WINDOWS SEL_ENCODING_WINDOWS_1252
#define LE SEL_ENCODING_UTF16_LE
#define BE SEL_ENCODING_UTF16_BE

static const struct
{
  const char *data;
  gsize length;
  SelSheetEncoding encoding;
  char delimiter;
  const char *rows;
} cases[] = {
  CASE ("a,b\nc,d\n", UTF8, ',', "1:a|b/2:c|d/"),
  CASE ("a,b\nc,d", UTF8, ',', "1:a|b/2:c|d/"),
  CASE ("a;b\r\nc;d\r\n", UTF8, ';', "1:a|b/2:c|d/"),
  CASE ("a\tb\rc\td\r", UTF8, '\t', "1:a|b/2:c|d/"),
  CASE ("a|b\nc|d\n", UTF8, '|', "1:a|b/2:c|d/"),
  CASE ("sep=;\r\na;b,c\r\n", UTF8, ';', "1:a|b,c/"),
  CASE ("a\nb\n", UTF8, ',', "1:a/2:b/"),
  CASE ("\n\na,b\n\n,,\nc,d\n", UTF8, ',', "3:a|b/6:c|d/"),
  CASE ("a,,c,,\n,b\n", UTF8, ',', "1:a||c/2:|b/"),
  CASE ("a,b,c\nd\ne,f,g,h\n", UTF8, ',', "1:a|b|c/2:d/3:e|f|g|h/"),
  CASE ("\"a,1\",\"b \"\"c\"\"\"\n", UTF8, ',', "1:a,1|b \"c\"/"),
  CASE ("\"a\nb\",c\nd,e\n", UTF8, ',', "1:a\nb|c/2:d|e/"),
  CASE ("\"a\r\nb\",c\r\nd,e\r\n", UTF8, ',', "1:a\nb|c/2:d|e/"),
  CASE ("\"\",b\n", UTF8, ',', "1:|b/"),
  CASE ("a 5\" pipe,b\n", UTF8, ',', "1:a 5\" pipe|b/"),
  CASE ("\"a\"x,b\n", UTF8, ',', "1:ax|b/"),
  CASE ("nama;nilai\nSiti;85,5\nAli;90,25\n", UTF8, ';', "1:nama|nilai/2:Siti|85,5/3:Ali|90,25/"),
  CASE ("Daftar peserta, 2025\n\nNo;Nama;NIK\n1;Siti;x\n", UTF8, ';',
        "1:Daftar peserta, 2025/3:No|Nama|NIK/4:1|Siti|x/"),
  CASE ("Nama;Lahir;L/P;HP\nSiti;A, 1990;P;1\nAli;B, 1991;L;2\n", UTF8, ';',
        "1:Nama|Lahir|L/P|HP/2:Siti|A, 1990|P|1/3:Ali|B, 1991|L|2/"),
  CASE ("Tempat, tanggal\na;b, c;d\ne;f, g;h\n", UTF8, ';',
        "1:Tempat, tanggal/2:a|b, c|d/3:e|f, g|h/"),
  CASE ("\xef\xbb\xbfnama,x\n", MARKED, ',', "1:nama|x/"),
  CASE ("Ren\xc3\xa9,x\n", UTF8, ',', "1:Ren\xc3\xa9|x/"),
  CASE ("Ren\xe9,\x80\x93\n", WINDOWS, ',', "1:Ren\xc3\xa9|\xe2\x82\xac\xe2\x80\x9c/"),
  CASE ("\xff\xfe"
        "a\0,\0\xe9\0\n\0",
        LE,
        ',',
        "1:a|\xc3\xa9/"),
  CASE ("\xfe\xff\0a\0,\0b\0\n", BE, ',', "1:a|b/"),
  CASE ("a\0,\0b\0\n\0", LE, ',', "1:a|b/"),
  CASE ("\0a\0;\0b\0\n", BE, ';', "1:a|b/"),
  CASE ("\xff\xfe\x3d\xd8\x00\xde,\0b\0", LE, ',', "1:\xf0\x9f\x98\x80|b/"),
};

static void
test_rows (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const SelSheetLayout layout = { 0 };
      SelSheetFound found = { 0 };
      g_autofree char *rows = dup_rows (cases[i].data, cases[i].length, &layout, &found);

      g_test_message ("%u", i);
      g_assert_cmpstr (rows, ==, cases[i].rows);
      g_assert_cmpint (found.kind, ==, SEL_SHEET_CSV);
      g_assert_cmpint (found.encoding, ==, cases[i].encoding);
      g_assert_cmpint ((int) found.delimiter, ==, cases[i].delimiter);
    }
}

#define WRONG(data, sentence)       \
  {                                 \
    data, sizeof data - 1, sentence \
  }

static const struct
{
  const char *data;
  gsize length;
  const char *sentence; /* a part of it */
} wrong[] = {
  WRONG ("", "“peserta.csv”: There is nothing in it."),
  WRONG ("a,b\n\"c,d\n", "“peserta.csv”, row 2: The file ends inside of a cell"),
  WRONG ("a,b\nc\0,d\n", "“peserta.csv”, row 2: There is a zero byte"),
  WRONG ("a,b\nc,\x81\n", "There are bytes here that are no text"),
  WRONG ("\xff\xfe"
         "a\0\x00\xdc",
         "There are bytes here that are no text"),
  WRONG ("\xff\xfe"
         "a\0\x00\xd8",
         "There are bytes here that are no text"),
  WRONG ("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 W\0o\0r\0k\0b\0o\0o\0k\0", "of the old kind (XLS)"),
  WRONG ("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0",
         "protected with a password"),
  WRONG ("\x09\x08\x10\x00", "of the old kind (XLS)"),
  WRONG ("%PDF-1.7", "This is no table that can be read here."),
  WRONG (" <html><table>", "a web page or another XML file"),
  WRONG ("\xef\xbb\xbf<?xml version=\"1.0\"?>", "a web page or another XML file"),
};

static void
test_hostile (void)
{
  const SelSheetLayout layout = { 0 };

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autofree char *rows = dup_rows (wrong[i].data, wrong[i].length, &layout, NULL);

      g_test_message ("%u: %s", i, rows);
      g_assert_nonnull (strstr (rows, wrong[i].sentence));
    }
}

/* @unit, @n times between @before and @after. */
static char *
read_repeated (const char *before, const char *unit, gsize n, const char *after)
{
  const SelSheetLayout layout = { 0 };
  g_autoptr (GString) text = g_string_new (before);

  for (gsize i = 0; i < n; i++)
    g_string_append (text, unit);
  g_string_append (text, after);
  return dup_rows (text->str, text->len, &layout, NULL);
}

static void
test_too_much (void)
{
  static const struct
  {
    const char *before, *unit;
    gsize n;
    const char *after, *sentence;
  } table[] = {
    { "a,b\n", "x", 10 << 20, "\n", "row 2: A cell holds more than 128 KiB" },
    { "a,b\nc,\"", "x\n", 10 << 20, "\n", "row 2: A cell holds more than 128 KiB" },
    { "a;b\n", "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx;", 1 << 18, "\n",
      "row 2: The row has more than 1,000 columns" },
    { "a;b\n", ";", 1 << 20, "\nc;d\n", "1:a|b/3:c|d/" },
    { "a;b\n", "\n", 1 << 20, "c;d\n", "1:a|b/1048578:c|d/" },
    { "a;b\n", "\n", 6 << 20, "c;d\n", "The table has more than 5,000,000 rows" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autofree char *rows =
        read_repeated (table[i].before, table[i].unit, table[i].n, table[i].after);

      g_test_message ("%u: %.80s", i, rows);
      g_assert_nonnull (strstr (rows, table[i].sentence));
    }
}

/* A character, a line end or a quotation mark may lie on either side of any block. */
static void
test_blocks (void)
{
  static const char *const tails[] = { "\xc3\xa9,b", "\"\"\"\",b", "a\r\nc", "\"x\r\ny\",b" };
  static const char *const expected[] = { "\xc3\xa9|b/", "\"|b/", "a/", "x\ny|b/" };

  for (guint i = 0; i < G_N_ELEMENTS (tails); i++)
    for (gsize n = (64 << 10) - 8; n < (64 << 10) + 2; n++)
      {
        const SelSheetLayout layout = { .delimiter = ',' };
        g_autoptr (GString) text = g_string_new (NULL);
        g_autofree char *rows = NULL;

        while (text->len < n - 1)
          g_string_append_c (text, 'x');
        g_string_append_c (text, ',');
        g_string_append (text, tails[i]);
        rows = dup_rows (text->str, text->len, &layout, NULL);
        g_assert_nonnull (strstr (rows, expected[i]));
      }
}

/* Which encoding it is shows where the first letter is that is not of ASCII, however late. */
static void
test_a_late_accent (void)
{
  static const struct
  {
    const char *after, *rows;
  } table[] = {
    { "Ren\xe9,x\n", ":Ren\xc3\xa9|x/" },
    { "Ren\xc3\xa9,x\n", ":Ren\xc3\xa9|x/" },
    { "x,Ren\xe9", ":x|Ren\xc3\xa9/" },
    { "x,Ren\xc3", ":x|Ren\xc3\x83/" },
    { "Ren\xc3\xa9,\xe9\n", ":Ren\xc3\x83\xc2\xa9|\xc3\xa9/" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    for (guint n = 0; n < 4; n++)
      {
        static const char *const starts[] = { "", "x", "xx", "xxx" };
        g_autofree char *rows = read_repeated (starts[n], "abcdefg\n", 1 << 15, table[i].after);

        g_assert_true (g_str_has_suffix (rows, table[i].rows));
      }
}

/* A letter in UTF-8, and far on one in another encoding: no guess makes both right. */
static void
test_mixed_encodings (void)
{
  g_autofree char *rows = read_repeated ("Ren\xc3\xa9,x\n", "abcdefg\n", 1 << 15, "Ren\xe9\n");
  g_autofree char *cut = read_repeated ("Ren\xc3\xa9,x\n", "abcdefg\n", 1 << 15, "Ren\xc3");

  g_assert_true (g_str_has_prefix (rows, "“peserta.csv”, row 32"));
  g_assert_nonnull (strstr (rows, "There are bytes here that are no text in the encoding"));
  g_assert_nonnull (strstr (cut, "There are bytes here that are no text in the encoding"));
}

/* To say what a file is takes no more than its beginning. */
static void
test_a_look_at_a_large_file (void)
{
  const SelSheetLayout layout = { 0 };
  g_autofree char *text = g_strnfill (64 << 20, '\n');
  g_auto (SelDescriptor) input = -1;
  g_autoptr (GError) error = NULL;
  g_autoptr (SelSheetStream) stream = NULL;
  SelSheetRow row;

  memcpy (text, "a,b\nc,d\n", 8);
  input = input_new (text, 64 << 20);
  stream = sel_sheet_stream_new (input, "x.csv", &layout, 2, NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < 3; i++)
    g_assert_true (sel_sheet_stream_next (stream, &row, NULL, &error));
  g_assert_cmpint (lseek (input, 0, SEEK_CUR), <=, 1 << 20);
}

static void
test_what_is_told_counts (void)
{
  const SelSheetLayout comma = { .delimiter = ',', .encoding = SEL_ENCODING_WINDOWS_1252 };
  const SelSheetLayout utf8 = { .encoding = SEL_ENCODING_UTF8 };
  g_autofree char *rows = dup_rows ("a;\xc3\xa9;c,d\n", 9, &comma, NULL);
  g_autofree char *error = dup_rows ("a;\xe9\n", 5, &utf8, NULL);

  g_assert_cmpstr (rows, ==, "1:a;\xc3\x83\xc2\xa9;c|d/");
  g_assert_nonnull (strstr (error, "Save it as “CSV UTF-8”."));
}

static void
test_only_so_many_rows (void)
{
  const SelSheetLayout layout = { 0 };
  g_auto (SelDescriptor) input = input_new ("a\nb\n\nc\nd\n", 9);
  g_autoptr (GError) error = NULL;
  g_autoptr (SelSheetStream) stream =
    sel_sheet_stream_new (input, "x.csv", &layout, 3, NULL, &error);
  SelSheetRow row;

  for (guint i = 0; i < 3; i++)
    g_assert_true (sel_sheet_stream_next (stream, &row, NULL, &error) && row.number);
  g_assert_cmpuint (row.number, ==, 4);
  g_assert_true (sel_sheet_stream_next (stream, &row, NULL, &error));
  g_assert_cmpuint (row.number, ==, 0);
  g_assert_no_error (error);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/sheet-csv/rows", test_rows);
  g_test_add_func ("/sheet-csv/hostile", test_hostile);
  g_test_add_func ("/sheet-csv/too-much", test_too_much);
  g_test_add_func ("/sheet-csv/blocks", test_blocks);
  g_test_add_func ("/sheet-csv/a-late-accent", test_a_late_accent);
  g_test_add_func ("/sheet-csv/mixed-encodings", test_mixed_encodings);
  g_test_add_func ("/sheet-csv/a-look-at-a-large-file", test_a_look_at_a_large_file);
  g_test_add_func ("/sheet-csv/what-is-told-counts", test_what_is_told_counts);
  g_test_add_func ("/sheet-csv/only-so-many-rows", test_only_so_many_rows);

  return g_test_run ();
}
