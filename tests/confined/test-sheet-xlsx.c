/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Workbooks as the program sees them: read by the confined reader, out of its own process. */
#include <string.h>

#include <archive.h>
#include <archive_entry.h>
#include <xlsxwriter.h>

#include "confined/descriptor.h"
#include "confined/sheet-stream.h"
#include "support/input.h"

#define MAIN "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
#define RELATIONS "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

#define ROOT_RELATIONS                                                                       \
  "<Relationships><Relationship Id=\"rId1\" Type=\"" RELATIONS "/officeDocument\" Target=\"" \
  "xl/workbook.xml\"/></Relationships>"
#define WORKBOOK_RELATIONS                                                                        \
  "<Relationships>"                                                                               \
  "<Relationship Id=\"rId1\" Type=\"" RELATIONS "/worksheet\" Target=\"worksheets/a.xml\"/>"      \
  "<Relationship Id=\"rId2\" Type=\"" RELATIONS "/worksheet\" Target=\"/xl/worksheets/b.xml\"/>"  \
  "<Relationship Id=\"rId3\" Type=\"" RELATIONS "/sharedStrings\" Target=\"sharedStrings.xml\"/>" \
  "<Relationship Id=\"rId4\" Type=\"" RELATIONS "/styles\" Target=\"styles.xml\"/>"               \
  "</Relationships>"
#define WORKBOOK_OF(properties)                                                     \
  "<workbook xmlns=\"" MAIN "\" xmlns:r=\"" RELATIONS "\">" properties              \
  "<sheets><sheet name=\"Petunjuk\" sheetId=\"1\" state=\"hidden\" r:id=\"rId2\"/>" \
  "<sheet name=\"Peserta\" sheetId=\"2\" r:id=\"rId1\"/></sheets></workbook>"
#define STRINGS                                                                      \
  "<sst xmlns=\"" MAIN "\"><si><t>Nama</t></si><si><r><t>Si</t></r><r><t xml:space=" \
  "\"preserve\">ti </t></r><rPh sb=\"0\" eb=\"1\"><t>x</t></rPh></si><si><t/></si></sst>"
#define STYLES                                                                                \
  "<styleSheet xmlns=\"" MAIN "\"><numFmts><numFmt numFmtId=\"164\" formatCode=\""            \
  "[$-421]dd\\ mmmm\\ yyyy\"/><numFmt numFmtId=\"165\" formatCode=\"&quot;day&quot;0\"/>"     \
  "</numFmts><cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs><cellXfs><xf numFmtId=\"0\"/>" \
  "<xf numFmtId=\"14\"/><xf numFmtId=\"164\"/><xf numFmtId=\"165\"/><xf numFmtId=\"49\"/>"    \
  "</cellXfs></styleSheet>"
#define SHEET_OF(rows) "<worksheet xmlns=\"" MAIN "\"><sheetData>" rows "</sheetData></worksheet>"

typedef struct
{
  const char *name;
  const char *text; /* NULL: the part is not there */
} Part;

static void
add_part (struct archive *archive, const char *name, const char *text, gsize length)
{
  struct archive_entry *entry = archive_entry_new ();

  archive_entry_set_pathname (entry, name);
  archive_entry_set_size (entry, (la_int64_t) length);
  archive_entry_set_filetype (entry, AE_IFREG);
  archive_entry_set_perm (entry, 0644);
  g_assert_cmpint (archive_write_header (archive, entry), ==, ARCHIVE_OK);
  g_assert_cmpint (archive_write_data (archive, text, length), ==, (gssize) length);
  archive_entry_free (entry);
}

/* A workbook of these parts, those of @others in place of the ones of the same name. */
static int
new_workbook (const Part *others, guint n_others, guint n_more)
{
  const Part parts[] = {
    { "_rels/.rels", ROOT_RELATIONS },
    { "xl/workbook.xml", WORKBOOK_OF ("") },
    { "xl/_rels/workbook.xml.rels", WORKBOOK_RELATIONS },
    { "xl/sharedStrings.xml", STRINGS },
    { "xl/styles.xml", STYLES },
    { "xl/worksheets/a.xml", SHEET_OF ("<row><c><v>1</v></c></row>") },
    { "xl/worksheets/b.xml", SHEET_OF ("<row><c><v>2</v></c></row>") },
  };
  const gsize size = 64 << 20;
  g_autofree char *bytes = g_malloc (size);
  struct archive *archive = archive_write_new ();
  gsize used = 0;
  int input;

  archive_write_set_format_zip (archive);
  archive_write_open_memory (archive, bytes, size, &used);
  for (guint i = 0; i < n_more; i++)
    {
      g_autofree char *name = g_strdup_printf ("x%u", i);

      add_part (archive, name, "", 0);
    }
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      const char *text = parts[i].text;

      for (guint j = 0; j < n_others; j++)
        if (others[j].name && g_str_equal (others[j].name, parts[i].name))
          text = others[j].text;
      if (text)
        add_part (archive, parts[i].name, text, strlen (text));
    }
  archive_write_free (archive);
  input = input_new (bytes, used);
  return input;
}

/* All rows as "1:t(a)|n(1)/", by the first letters of their types. The error instead, if any. */
static char *
dup_rows (int input, const char *sheet)
{
  static const char letters[] = "-tndbe";
  const SelSheetLayout layout = { .sheet = (char *) sheet };
  g_autoptr (GString) rows = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (SelSheetStream) stream =
    sel_sheet_stream_new (input, "x.xlsx", &layout, 0, NULL, &error);
  SelSheetRow row;

  while (stream && sel_sheet_stream_next (stream, &row, NULL, &error) && row.number)
    {
      g_string_append_printf (rows, "%u:", row.number);
      for (guint i = 0; i < row.n_cells; i++)
        if (row.cells[i].type == SEL_CELL_EMPTY)
          g_string_append (rows, "|");
        else
          g_string_append_printf (rows, "%c(%s)|", letters[row.cells[i].type], row.cells[i].text);
      g_string_append_c (rows, '/');
    }

  return error ? g_strdup (error->message) : g_strdup (rows->str);
}

static const struct
{
  const char *rows;
  const char *expected;
} cells[] = {
  { "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>1</v></c></row>",
    "1:t(Nama)|t(Siti )|/" },
  { "<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>",
    "1:n(1)|n(2)|/2:n(3)|/" },
  { "<row r=\"3\"><c r=\"B3\"><v>1</v></c><c><v>2</v></c><c r=\"F3\"><v>3</v></c></row>"
    "<row r=\"9\"><c><v>4</v></c></row>",
    "3:|n(1)|n(2)|||n(3)|/9:n(4)|/" },
  { "<row><c t=\"inlineStr\"><is><t>a</t></is></c><c t=\"str\"><f>B1</f><v>b</v></c>"
    "<c t=\"b\"><v>1</v></c><c t=\"b\"><v>0</v></c><c t=\"e\"><v>#REF!</v></c></row>",
    "1:t(a)|t(b)|b(true)|b(false)|e(#REF!)|/" },
  { "<row><c t=\"inlineStr\"><is><r><t>a</t></r><r><t>b</t></r><rPh><t>x</t></rPh></is></c></row>",
    "1:t(ab)|/" },
  { "<row><c s=\"1\"><v>45941</v></c><c s=\"2\"><v>45941.375</v></c><c s=\"1\"><v>0.375</v></c>"
    "<c s=\"3\"><v>45941</v></c><c s=\"4\"><v>45941</v></c><c><v>45941</v></c></row>",
    "1:d(2025-10-11)|d(2025-10-11T09:00)|d(09:00)|n(45941)|n(45941)|n(45941)|/" },
  { "<row><c s=\"1\"><v>1</v></c><c s=\"1\"><v>59</v></c><c s=\"1\"><v>61</v></c>"
    "<c s=\"1\"><v>-1</v></c><c s=\"1\"><v>1e9</v></c></row>",
    "1:d(1900-01-01)|d(1900-02-28)|d(1900-03-01)|n(-1)|n(1000000000)|/" },
  { "<row><c t=\"d\"><v>2025-10-11T00:00:00</v></c>"
    "<c t=\"d\"><v>2025-10-11T09:30:00Z</v></c></row>",
    "1:d(2025-10-11)|d(2025-10-11T09:30)|/" },
  { "<row><c><v>6.3720141019E15</v></c><c><v>6372014101900000</v></c><c><v>0.1</v></c>"
    "<c><v>85.5</v></c><c><v>0.30000000000000004</v></c></row>",
    "1:n(6372014101900000)|n(6372014101900000)|n(0.1)|n(85.5)|n(0.3)|/" },
  { "<row><c t=\"s\"><v>2</v></c><c s=\"1\"/><c r=\"XFD1\" s=\"1\"/></row><row/>"
    "<row><c><v>1</v></c></row>",
    "3:n(1)|/" },
  { "<row><c t=\"str\"><v>a&amp;b&#10;c</v></c></row>", "1:t(a&b\nc)|/" },
  { "<row><c t=\"inlineStr\"><is><t>Jl. A_x000D_&#10;No. 1_x000d_RT 2_x0009_b</t></is></c>"
    "<c t=\"str\"><f>B1</f><v>a_x000A_b</v></c></row>",
    "1:t(Jl. A\nNo. 1\nRT 2\tb)|t(a\nb)|/" },
  { "<row><c t=\"inlineStr\"><is><t>_x005F_x000D_ _x005f_x005F_ _x00E9__xd83d__xDE00_</t></is></c>"
    "</row>",
    "1:t(_x000D_ _x005F_ \xc3\xa9\xf0\x9f\x98\x80)|/" },
  { "<row><c t=\"inlineStr\"><is><t>_x0000_ _xD83D_ _xDE00__xD83D_ _x00G0_ _x12_ x000D_ _x000D"
    "</t></is></c></row>",
    "1:t(_x0000_ _xD83D_ _xDE00__xD83D_ _x00G0_ _x12_ x000D_ _x000D)|/" },
  { "<row spans=\"1:2\"><c><f>1+1</f><v>2</v></c></row>", "1:n(2)|/" },
};

static void
test_cells (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    {
      g_autofree char *sheet = g_strdup_printf (SHEET_OF ("%s"), cells[i].rows);
      const Part part = { "xl/worksheets/a.xml", sheet };
      g_auto (SelDescriptor) input = new_workbook (&part, 1, 0);
      g_autofree char *rows = dup_rows (input, NULL);

      g_test_message ("%u", i);
      g_assert_cmpstr (rows, ==, cells[i].expected);
    }
}

/* What is written for a character that XML has no place for is that character. */
static void
test_escapes_of_shared_texts (void)
{
  const Part parts[] = {
    { "xl/sharedStrings.xml",
      "<sst xmlns=\"" MAIN "\"><si><t>Siti_x000D_&#10;Contoh</t></si><si><t>_x005F_x0041_</t></si>"
      "<si><r><t>a_x00</t></r><r><t>41_</t></r></si><si><t>b</t></si></sst>" },
    { "xl/worksheets/a.xml", SHEET_OF ("<row><c t=\"s\"><v>0</v></c><c t=\"s\"><v>1</v></c>"
                                       "<c t=\"s\"><v>2</v></c><c t=\"s\"><v>3</v></c></row>") },
  };
  g_auto (SelDescriptor) input = new_workbook (parts, 2, 0);
  g_autofree char *rows = dup_rows (input, NULL);

  g_assert_cmpstr (rows, ==, "1:t(Siti\nContoh)|t(_x0041_)|t(a_x0041_)|t(b)|/");
}

static void
test_1904 (void)
{
  const Part parts[] = {
    { "xl/workbook.xml", WORKBOOK_OF ("<workbookPr date1904=\"1\"/>") },
    { "xl/worksheets/a.xml",
      SHEET_OF ("<row><c s=\"1\"><v>44479</v></c><c s=\"1\"><v>1</v></c></row>") },
  };
  g_auto (SelDescriptor) input = new_workbook (parts, 2, 0);
  g_autofree char *rows = dup_rows (input, NULL);

  g_assert_cmpstr (rows, ==, "1:d(2025-10-11)|d(1904-01-02)|/");
}

static void
test_sheets (void)
{
  g_auto (SelDescriptor) input = new_workbook (NULL, 0, 0);
  const SelSheetLayout layout = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (SelSheetStream) stream =
    sel_sheet_stream_new (input, "x.xlsx", &layout, 0, NULL, &error);
  const SelSheetFound *found = sel_sheet_stream_get_found (stream);
  g_auto (SelDescriptor) second = new_workbook (NULL, 0, 0);
  g_auto (SelDescriptor) third = new_workbook (NULL, 0, 0);
  g_autofree char *hidden = dup_rows (second, "Petunjuk");
  g_autofree char *none = dup_rows (third, "Nilai");

  g_assert_no_error (error);
  g_assert_cmpint (found->kind, ==, SEL_SHEET_XLSX);
  g_assert_cmpstr (found->sheets[0], ==, "Petunjuk");
  g_assert_cmpstr (found->sheets[1], ==, "Peserta");
  g_assert_cmpuint (found->sheet, ==, 1);
  g_assert_cmpstr (hidden, ==, "1:n(2)|/");
  g_assert_nonnull (strstr (none, "no sheet of this name. It has: Petunjuk, Peserta."));
}

#define A "xl/worksheets/a.xml"

static const struct
{
  Part part;
  const char *sentence; /* a part of it */
} wrong[] = {
  { { "_rels/.rels", NULL }, "no table that can be read here" },
  { { "_rels/.rels", "<x" }, "damaged or incomplete" },
  { { "_rels/.rels", "" }, "damaged or incomplete" },
  { { "_rels/.rels", "<!DOCTYPE x [<!ENTITY a \"b\">]><x>&a;</x>" }, "document type (DOCTYPE)" },
  { { "xl/workbook.xml", NULL }, "damaged or incomplete" },
  { { "xl/workbook.xml", "<workbook/>" }, "no table that can be read here" },
  { { "xl/_rels/workbook.xml.rels", NULL }, "no table that can be read here" },
  { { "xl/sharedStrings.xml", "<!DOCTYPE sst SYSTEM \"file:///etc/passwd\"><sst/>" },
    "document type (DOCTYPE)" },
  { { "xl/sharedStrings.xml", "<sst><si><t>a</si></sst>" }, "damaged or incomplete" },
  { { "xl/styles.xml", "<styleSheet>" }, "damaged or incomplete" },
  { { A, NULL }, "damaged or incomplete" },
  { { A, SHEET_OF ("<row><c t=\"s\"><v>3</v></c></row>") }, "row 1: The workbook is damaged" },
  { { A, SHEET_OF ("<row><c t=\"s\"><v>-1</v></c></row>") }, "row 1: The workbook is damaged" },
  { { A, SHEET_OF ("<row r=\"2\"/><row r=\"2\"/>") }, "damaged or incomplete" },
  { { A, SHEET_OF ("<row r=\"0\"/>") }, "damaged or incomplete" },
  { { A, SHEET_OF ("<row r=\"99999999\"/>") }, "damaged or incomplete" },
  { { A, SHEET_OF ("<row><c r=\"C1\"><v>1</v></c><c r=\"A1\"><v>1</v></c></row>") },
    "damaged or incomplete" },
  { { A, SHEET_OF ("<row><c r=\"ZZZZZZZZZZ1\"><v>1</v></c></row>") }, "more than 1,000 columns" },
  { { A, SHEET_OF ("<row><c r=\"1\"><v>1</v></c></row>") }, "more than 1,000 columns" },
  { { A, "<worksheet><sheetData><row><c><v>1</v>" }, "damaged or incomplete" },
  { { A, "<worksheet><sheetData><row><c><v>&#0;</v>" }, "damaged or incomplete" },
  { { A, "<worksheet><sheetData><row><c><v>&xxe;</v></c></row></sheetData></worksheet>" },
    "damaged or incomplete" },
};

static void
test_hostile (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_auto (SelDescriptor) input = new_workbook (&wrong[i].part, 1, 0);
      g_autofree char *rows = dup_rows (input, NULL);

      g_test_message ("%u: %s", i, rows);
      g_assert_nonnull (strstr (rows, wrong[i].sentence));
    }
}

/* A part of @n times @unit. */
static char *
read_repeated (const char *name, const char *before, const char *unit, gsize n, const char *after)
{
  g_autoptr (GString) text = g_string_new (before);
  g_auto (SelDescriptor) input = -1;
  Part part = { name, NULL };

  for (gsize i = 0; i < n; i++)
    g_string_append (text, unit);
  g_string_append (text, after);
  part.text = text->str;
  input = new_workbook (&part, 1, 0);
  return dup_rows (input, NULL);
}

static void
test_too_much (void)
{
  g_autofree char *cell = read_repeated (A, "<worksheet><row><c t=\"str\"><v>", "xxxxxxxxxx", 20000,
                                         "</v></c></row></worksheet>");
  g_autofree char *bomb = read_repeated (A, "<worksheet>", "<x></x>", 12 << 20, "</worksheet>");
  g_autofree char *sheets = read_repeated (
    "xl/workbook.xml", "<workbook xmlns:r=\"" RELATIONS "\">",
    "<sheet name=\"x\" r:id=\"rId1\"/>", 300, "</workbook>");
  g_autofree char *row = read_repeated (
    A, "<worksheet><row>", "<c t=\"s\"><v>0</v></c>", 2000, "</row></worksheet>");
  g_auto (SelDescriptor) many = new_workbook (NULL, 0, 5000);
  g_autofree char *parts = dup_rows (many, NULL);

  g_assert_nonnull (strstr (cell, "row 1: A cell holds more than 128 KiB"));
  g_assert_nonnull (strstr (bomb, "swells to more than 200 times its size"));
  g_assert_nonnull (strstr (sheets, "more than 256 sheets"));
  g_assert_nonnull (strstr (row, "row 1: The row has more than 1,000 columns"));
  g_assert_nonnull (strstr (parts, "more than 4,096 files"));
}

/* Texts that say nothing take room all the same. What swells less is no bomb for that. */
static void
test_too_many_texts (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);
  g_autoptr (GString) text = g_string_new ("<sst>");
  Part part = { "xl/sharedStrings.xml", NULL };
  g_auto (SelDescriptor) input = -1;
  g_autofree char *rows = NULL;

  for (guint i = 0; i < 21 << 10; i++)
    {
      for (guint j = 0; j < 1 << 10; j++)
        g_string_append (text, "<si/>");
      g_string_append (text, "<!--");
      for (guint j = 0; j < 8; j++)
        g_string_append_printf (text, "%08x", g_rand_int (rand));
      g_string_append (text, "-->");
    }
  g_string_append (text, "</sst>");
  part.text = text->str;
  input = new_workbook (&part, 1, 0);
  rows = dup_rows (input, NULL);
  g_assert_nonnull (strstr (rows, "more than 160 MiB of different texts"));
}

/* Cut anywhere, or with a byte of it turned, a workbook is a sentence or still read. */
static void
test_damaged (void)
{
  g_auto (SelDescriptor) input = new_workbook (NULL, 0, 0);
  guint8 bytes[8192];
  const gssize length = pread (input, bytes, sizeof bytes, 0);

  g_assert_cmpint (length, <, (gssize) sizeof bytes);
  for (gssize i = 4; i < length; i += 97)
    {
      g_auto (SelDescriptor) cut = input_new ((char *) bytes, (gsize) i);
      g_auto (SelDescriptor) turned = -1;
      g_autofree char *of_cut = dup_rows (cut, NULL);
      g_autofree char *of_turned = NULL;

      g_assert_nonnull (strstr (of_cut, "x.xlsx"));
      bytes[i] ^= 0xff;
      turned = input_new ((char *) bytes, (gsize) length);
      bytes[i] ^= 0xff;
      of_turned = dup_rows (turned, NULL);
      g_assert_null (strstr (of_turned, "could not be read"));
    }
}

static void
test_open_document (void)
{
  char bytes[4096];
  struct archive *archive = archive_write_new ();
  g_auto (SelDescriptor) input = -1;
  g_autofree char *rows = NULL;
  gsize used = 0;

  archive_write_set_format_zip (archive);
  archive_write_open_memory (archive, bytes, sizeof bytes, &used);
  add_part (archive, "mimetype", "application/vnd.oasis.opendocument.spreadsheet", 46);
  archive_write_free (archive);
  input = input_new (bytes, used);
  rows = dup_rows (input, NULL);
  g_assert_nonnull (strstr (rows, "OpenDocument spreadsheet (ODS)"));
}

/* A workbook as another program writes it. */
static void
test_a_whole_workbook (void)
{
  g_autofree char *folder = g_dir_make_tmp ("selaras-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "x.xlsx", NULL);
  lxw_workbook *workbook = workbook_new (path);
  lxw_worksheet *sheet = workbook_add_worksheet (workbook, "Peserta");
  lxw_format *date = workbook_add_format (workbook);
  const SelSheetLayout layout = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (SelSheetStream) stream = NULL;
  SelSheetRow row;

  format_set_num_format (date, "dd/mm/yyyy");
  worksheet_write_string (sheet, 0, 0, "Nama", NULL);
  worksheet_write_string (sheet, 2, 0, "Ren\xc3\xa9", NULL);
  worksheet_write_number (sheet, 2, 1, 33157, date);
  worksheet_write_boolean (sheet, 2, 2, 1, NULL);
  workbook_close (workbook);

  stream = sel_sheet_stream_new_for_path (path, &layout, 0, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (sel_sheet_stream_next (stream, &row, NULL, &error));
  g_assert_true (sel_sheet_stream_next (stream, &row, NULL, &error));
  g_assert_cmpuint (row.number, ==, 3);
  g_assert_cmpstr (row.cells[0].text, ==, "Ren\xc3\xa9");
  g_assert_cmpint (row.cells[1].type, ==, SEL_CELL_DATE);
  g_assert_cmpstr (row.cells[1].text, ==, "1990-10-11");
  g_assert_cmpint (row.cells[2].type, ==, SEL_CELL_BOOLEAN);
  g_assert_true (sel_sheet_stream_next (stream, &row, NULL, &error));
  g_assert_cmpuint (row.number, ==, 0);
  unlink (path);
  rmdir (folder);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/sheet-xlsx/cells", test_cells);
  g_test_add_func ("/sheet-xlsx/escapes-of-shared-texts", test_escapes_of_shared_texts);
  g_test_add_func ("/sheet-xlsx/1904", test_1904);
  g_test_add_func ("/sheet-xlsx/sheets", test_sheets);
  g_test_add_func ("/sheet-xlsx/hostile", test_hostile);
  g_test_add_func ("/sheet-xlsx/too-much", test_too_much);
  g_test_add_func ("/sheet-xlsx/too-many-texts", test_too_many_texts);
  g_test_add_func ("/sheet-xlsx/damaged", test_damaged);
  g_test_add_func ("/sheet-xlsx/open-document", test_open_document);
  g_test_add_func ("/sheet-xlsx/a-whole-workbook", test_a_whole_workbook);

  return g_test_run ();
}
