/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lists as files: byte for byte, and as a spreadsheet reads them. */
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include <gio/gio.h>

#include "report/list-file.h"
#include "report/list-sheet.h"
#include "store/lists.h"
#include "support.h"
#include "support/no-room.h"
#include "support/workbook.h"

#define MARK "\357\273\277"

static SelListOrder *
order_of (const SelListQuery *query)
{
  g_autoptr (SelListRequest) request = sel_list_request_new ();
  SelListOrder *order;

  request->today = g_strdup (TODAY);
  request->horizon = g_strdup ("2026-01-09");
  order = sel_list_order_new (query, request);
  order->replaces = TRUE;
  return order;
}

static char *
dup_path (Place *place, const char *name)
{
  return g_build_filename (place->folder, name, NULL);
}

static SelListReceipt
save (SelStore *store, const SelListOrder *order, const char *path)
{
  g_autoptr (GError) error = NULL;
  SelListReceipt receipt = { 0 };

  sel_list_file_write (store, order, path, &receipt, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  return receipt;
}

static char *
contents (const char *path)
{
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  return text;
}

static char *
save_csv (SelStore *store, const SelListOrder *order, Place *place)
{
  g_autofree char *path = dup_path (place, "list.csv");

  save (store, order, path);
  return contents (path);
}

static void
assert_has (const char *text, const char *part)
{
  if (strstr (text, part) == NULL)
    g_error ("no “%s” in: %s", part, text);
}

static void
add_people (SelStore *store)
{
  add (store, &sel_participant_type,
       make (&sel_participant_type, "name", "Ani, S.Pd.", "kind", "rehabilitation_client", "nik",
             "6372014101900001", "birth_date", "1990-01-01", NULL));
  add (store, &sel_participant_type,
       make (&sel_participant_type, "name", "=HYPERLINK(\"x\")", "kind", "tks", NULL));
  add (store, &sel_participant_type,
       make (&sel_participant_type, "name", "Ṡiti", "kind", "tks", NULL));
}

/* What the screen masks stays masked, and a cell is no formula. */
static void
test_csv (void)
{
  g_autoptr (Place) place = place_new ();
  g_autoptr (SelStore) store = open_store (place);
  g_autoptr (SelListOrder) order = order_of (&sel_participants_list);
  g_autofree char *csv = NULL;
  g_autofree char *path = dup_path (place, "list.csv");
  struct stat about;

  add_people (store);
  csv = save_csv (store, order, place);
  g_assert_cmpstr (csv, ==,
                   MARK "Name,NIK,Birth date,Stage,Programme,Cohort\r\n"
                        "\"'=HYPERLINK(\"\"x\"\")\",,,,,\r\n"
                        "\"Ani, S.Pd.\",637•••••••••••01,1990-01-01,,,\r\n"
                        "Ṡiti,,,,,\r\n");
  g_assert_cmpint (stat (path, &about), ==, 0);
  g_assert_cmpint (about.st_mode & 07777, ==, 0600);
  g_assert_cmpint (ask (store, "SELECT count (*) FROM change WHERE verb = 'reveal'"), ==, 0);
}

/* The columns where the user moved them, in the user's order, of the rows that were found. */
static void
test_as_shown (void)
{
  g_autoptr (Place) place = place_new ();
  g_autoptr (SelStore) store = open_store (place);
  g_autoptr (SelListOrder) order = order_of (&sel_participants_list);
  g_autofree char *csv = NULL;

  add_people (store);
  order->request->search = g_strdup ("Ani");
  order->columns[0] = 2;
  order->columns[1] = 0;
  order->n_columns = 2;
  csv = save_csv (store, order, place);
  g_assert_cmpstr (csv, ==, MARK "Birth date,Name\r\n1990-01-01,\"Ani, S.Pd.\"\r\n");

  g_clear_pointer (&order->request->search, g_free);
  order->request->column = 0;
  order->request->is_descending = TRUE;
  order->columns[0] = 0;
  order->n_columns = 1;
  g_free (csv);
  csv = save_csv (store, order, place);
  g_assert_cmpstr (csv, ==,
                   MARK "Name\r\nṠiti\r\n\"Ani, S.Pd.\"\r\n\"'=HYPERLINK(\"\"x\"\")\"\r\n");
}

static void
test_personal_values_are_recorded (void)
{
  g_autoptr (Place) place = place_new ();
  g_autoptr (SelStore) store = open_store (place);
  g_autoptr (SelListOrder) order = order_of (&sel_participants_list);
  g_autofree char *csv = NULL;
  g_autofree char *log = NULL;

  add_people (store);
  order->with_personal = TRUE;
  order->columns[0] = 1;
  order->n_columns = 1;
  csv = save_csv (store, order, place);
  g_assert_cmpstr (csv, ==, MARK "NIK\r\n\r\n6372014101900001\r\n\r\n");
  log = ask_text (store, "SELECT act.source || ' ' || type || ' ' || record || '-' || last || ' '"
                         " || field FROM change JOIN act ON act.id = change.act"
                         " JOIN change_value v ON v.change = change.id WHERE verb = 'reveal'");
  g_assert_cmpstr (log, ==, "reveal participant 1-3 nik");
}

/* That all in a list are clients of a rehabilitation is said by the list itself. */
static void
test_a_sensitive_filter_is_recorded (void)
{
  g_autoptr (Place) place = place_new ();
  g_autoptr (SelStore) store = open_store (place);
  g_autoptr (SelListOrder) order = order_of (&sel_participants_list);
  g_autofree char *path = dup_path (place, "list.csv");
  g_autofree char *log = NULL;
  SelListReceipt receipt;

  add_people (store);
  order->request->filters[SEL_PARTICIPANTS_BY_KIND] = g_strdup ("rehabilitation_client");
  receipt = save (store, order, path);
  g_assert_cmpuint (receipt.n_rows, ==, 1);
  g_assert_true (receipt.is_recorded);
  log = ask_text (store, "SELECT record || '-' || last || ' ' || field FROM change"
                         " JOIN change_value v ON v.change = change.id WHERE verb = 'reveal'");
  g_assert_cmpstr (log, ==, "1-1 kind");
}

/* Whoever was sent by a prison is told by a list of those that it sent. */
static void
test_a_list_of_those_that_one_sent_is_recorded (void)
{
  g_autoptr (Place) place = place_new ();
  g_autoptr (SelStore) store = open_store (place);
  g_autoptr (SelListOrder) order = order_of (&sel_participants_list);
  g_autofree char *path = dup_path (place, "list.csv");
  g_autofree char *log = NULL;
  SelListReceipt receipt;

  add_people (store);
  execute (store, "INSERT INTO partner (id, uid, version, name, kind) VALUES (9, 'p9', 1, 'Rutan', 'prison');"
                  "UPDATE participant SET referrer = 9 WHERE id = 2");
  order->request->filters[SEL_PARTICIPANTS_BY_PARTNER] = g_strdup ("9");
  receipt = save (store, order, path);
  g_assert_cmpuint (receipt.n_rows, ==, 1);
  g_assert_true (receipt.is_recorded);
  log = ask_text (store, "SELECT record || '-' || last || ' ' || field FROM change"
                         " JOIN change_value v ON v.change = change.id WHERE verb = 'reveal'");
  g_assert_cmpstr (log, ==, "2-2 referrer");
}

static void
test_sheet (void)
{
  g_autoptr (Place) place = place_new ();
  g_autoptr (SelStore) store = open_store (place);
  g_autoptr (SelListOrder) order = order_of (&sel_participants_list);
  g_autofree char *path = dup_path (place, "List.XLSX");
  g_autofree char *book = NULL;
  g_autofree char *sheet = NULL;
  g_autofree char *styles = NULL;

  add_people (store);
  order->with_personal = TRUE;
  save (store, order, path);
  book = workbook_read_part (path, "xl/workbook.xml");
  sheet = workbook_read_part (path, "xl/worksheets/sheet1.xml");
  styles = workbook_read_part (path, "xl/styles.xml");

  assert_has (book, "<sheet name=\"Participants\"");
  assert_has (styles, "formatCode=\"d mmm yyyy\"");
  assert_has (sheet, "<pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" "
                     "state=\"frozen\"/>");
  assert_has (sheet, "<col min=\"1\" max=\"1\" width=\"40.7109375\" customWidth=\"1\"/>"
                     "<col min=\"2\" max=\"2\" width=\"20.7109375\" customWidth=\"1\"/>");
  assert_has (sheet, "<c r=\"A1\" s=\"1\" t=\"inlineStr\"><is><t>Name</t></is></c>");
  assert_has (sheet, "<c r=\"A2\" t=\"inlineStr\"><is><t>=HYPERLINK(\"x\")</t></is></c></row>");
  assert_has (sheet, "<c r=\"B3\" t=\"inlineStr\"><is><t>6372014101900001</t></is></c>"
                     "<c r=\"C3\" s=\"2\"><v>32874</v></c></row>");
  assert_has (sheet, "<autoFilter ref=\"A1:F4\"/>");
}

/* Codes in words, counts as numbers, moments by the clock of this computer. */
static void
test_kinds_of_columns (void)
{
  g_autoptr (Place) place = place_new ();
  g_autoptr (SelStore) store = open_store (place);
  g_autoptr (SelListOrder) partners = order_of (&sel_partners_list);
  g_autoptr (SelListOrder) agreements = order_of (&sel_agreements_list);
  g_autoptr (SelListOrder) imports = order_of (&sel_exchanges_list);
  g_autofree char *path = dup_path (place, "list.xlsx");
  g_autofree char *partner = NULL;
  g_autofree char *agreement = NULL;
  g_autofree char *import = NULL;
  g_autofree char *sheet = NULL;

  add (store, &sel_partner_type,
       make (&sel_partner_type, "name", "BNNK", "kind", "agency", "region", "63.72", NULL));
  add (store, &sel_agreement_type,
       make (&sel_agreement_type, "title", "Payung\tA", "kind", "memorandum", "stage", "signed",
             "signed_on", "2024-05-27", "starts_on", "2024-05-27", "ends_on", "1899-12-31", NULL));
  execute (store, "INSERT INTO exchange (sender, sender_name, made_at, sequence, file,"
                  " imported_at, n_new, n_changed, n_same, n_refused, actor)"
                  " SELECT 'x', 'BNN', '2026-01-01T00:00:00Z', 7, 'a.xml', '2026-01-02T23:30:00Z',"
                  " 12, 0, 0, 0, 'Ani'");
  execute (store, "INSERT INTO exchange (sender, sender_name, made_at, sequence, file,"
                  " imported_at, n_new, n_changed, n_same, n_refused, actor)"
                  " SELECT 'x', 'BNN', '2026-01-01T00:00:00Z', 0, 'a.csv', '2026-01-01T23:30:00Z',"
                  " 1, 0, 0, 0, 'Ani'"); /* a table, which has no number */

  partner = save_csv (store, partners, place);
  g_assert_cmpstr (partner, ==, MARK "Name,Short name,Kind,Region,Agreements\r\n"
                                     "BNNK,,National agency,Kota Banjarbaru,0\r\n");
  agreement = save_csv (store, agreements, place);
  g_assert_cmpstr (agreement, ==,
                   MARK "Number,Title,Kind,Partners,Signed,Ends,State\r\n"
                        ",Payung\tA,Memorandum,,2024-05-27,1899-12-31,Expired\r\n");
  import = save_csv (store, imports, place);
  g_assert_cmpstr (import, ==,
                   MARK "Imported,Sender,File,Taken back,Sequence,New,Changed,Same,Refused,By,Import no.\r\n"
                        "2026-01-02T07:30:00+08,BNN,a.csv,,,1,0,0,0,Ani,2\r\n"
                        "2026-01-03T07:30:00+08,BNN,a.xml,,7,12,0,0,0,Ani,1\r\n");

  save (store, imports, path);
  sheet = workbook_read_part (path, "xl/worksheets/sheet1.xml");
  assert_has (sheet, "<c r=\"A3\" s=\"2\"><v>46025.3125</v></c>");
  assert_has (sheet, "<c r=\"E3\"><v>7</v></c><c r=\"F3\"><v>12</v></c>");

  g_free (sheet);
  save (store, agreements, path);
  sheet = workbook_read_part (path, "xl/worksheets/sheet1.xml");
  assert_has (sheet, "<c r=\"E2\" s=\"2\"><v>45439</v></c>"
                     "<c r=\"F2\" t=\"inlineStr\"><is><t>1899-12-31</t></is></c>");
}

static void
test_what_a_cell_holds (void)
{
  g_autofree char *longest = g_strnfill (32767, 'x');
  g_autofree char *longer = g_strnfill (32768, 'x');
  g_autofree char *pairs = g_malloc (4 * 16384 + 1); /* of two units each */
  g_autofree char *kept = sel_sheet_dup_text (longest);
  g_autofree char *cut = sel_sheet_dup_text (longer);
  g_autofree char *cut_pairs = NULL;
  g_autofree char *odd = sel_sheet_dup_text ("a\001b\tc\r\nd\357\277\277e\377f");
  g_autofree char *escape = sel_sheet_dup_text ("_x0041_x0042_ _x004_ _");

  for (guint i = 0; i < 16384; i++)
    memcpy (pairs + 4 * i, "😀", 4);
  pairs[4 * 16384] = '\0';
  cut_pairs = sel_sheet_dup_text (pairs);

  g_assert_cmpstr (kept, ==, longest);
  g_assert_cmpint (g_utf8_strlen (cut, -1), ==, 32767);
  g_assert_true (g_str_has_suffix (cut, "x…"));
  g_assert_cmpint (g_utf8_strlen (cut_pairs, -1), ==, 16384);
  g_assert_true (g_str_has_suffix (cut_pairs, "😀…"));
  g_assert_cmpstr (odd, ==, "a�b\tc�\nd�e�f");
  g_assert_cmpstr (escape, ==, "_x005F_x0041_x005F_x0042_ _x004_ _");
}

/* The database and its companions are all that lies there. */
static void
assert_nothing_is_left (Place *place)
{
  g_autoptr (GDir) dir = g_dir_open (place->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)))
    g_assert_true (g_str_has_prefix (name, "selaras.db"));
}

static void
assert_fails (SelStore *store, Place *place, const char *name, const char *sentence)
{
  g_autoptr (SelListOrder) order = order_of (&sel_partners_list);
  g_autoptr (GError) error = NULL;
  g_autofree char *path = dup_path (place, name);
  SelListReceipt receipt;

  g_assert_false (sel_list_file_write (store, order, path, &receipt, NULL, NULL, NULL, &error));
  g_assert_nonnull (error);
  assert_has (error->message, sentence);
  assert_nothing_is_left (place);
}

static void
test_names (void)
{
  g_autoptr (Place) place = place_new ();
  g_autoptr (SelStore) store = open_store (place);

  assert_fails (store, place, "list.ods",
                "“list.ods” does not say how to save the list. End it with .xlsx, .csv or .pdf.");
  assert_fails (store, place, ".csv", "“.csv” does not say how to save the list.");
  assert_fails (store, place, "nowhere/list.csv", "cannot be written");
}

/* What does not fit is told before anything is written. */
static void
test_more_rows_than_a_sheet_has (void)
{
  g_autoptr (Place) place = place_new ();
  g_autoptr (SelStore) store = open_store (place);

  execute (store, "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n"
                  " WHERE i < 1048576) INSERT INTO partner (uid, version, name, kind)"
                  " SELECT i, 1, 'P', 'other' FROM n");
  assert_fails (store, place, "list.xlsx",
                "A spreadsheet has at most 1048575 rows, and the list has 1048576. Save it as CSV");
}

/* A disk that takes no more. */
static void
test_no_room (void)
{
  g_autoptr (Place) place = place_new ();
  g_autoptr (SelStore) store = open_store (place);

  execute (store, "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n"
                  " WHERE i < 20000) INSERT INTO partner (uid, version, name, kind)"
                  " SELECT i, 1, 'Balai Latihan Kerja ' || i, 'other' FROM n");
  no_room_begin (300000);
  assert_fails (store, place, "list.csv", "“list.csv” cannot be written: ");
  assert_fails (store, place, "list.xlsx", "“list.xlsx” cannot be written: ");
  assert_fails (store, place, "list.pdf", "“list.pdf” cannot be written: ");
  no_room_end ();
}

static void
cancel_cb (guint n, G_GNUC_UNUSED guint n_rows, gpointer cancellable)
{
  if (n >= 128)
    g_cancellable_cancel (cancellable);
}

static void
test_cancelled (void)
{
  static const char *const names[] = { "list.csv", "list.xlsx", "list.pdf" };
  g_autoptr (Place) place = place_new ();
  g_autoptr (SelStore) store = open_store (place);
  g_autoptr (SelListOrder) order = order_of (&sel_participants_list);

  add_participants (store, 1000);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (GCancellable) cancellable = g_cancellable_new ();
      g_autoptr (GError) error = NULL;
      g_autofree char *path = dup_path (place, names[i]);
      SelListReceipt receipt;

      g_assert_false (sel_list_file_write (store, order, path, &receipt, cancel_cb, cancellable,
                                           cancellable, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      assert_nothing_is_left (place);
    }
}

#define TEST(name, function) g_test_add_func ("/list-file/" name, function)

int
main (int argc, char **argv)
{
  g_setenv ("TZ", "Asia/Makassar", TRUE);
  g_test_init (&argc, &argv, NULL);

  TEST ("csv", test_csv);
  TEST ("as-shown", test_as_shown);
  TEST ("personal-values-are-recorded", test_personal_values_are_recorded);
  TEST ("a-sensitive-filter-is-recorded", test_a_sensitive_filter_is_recorded);
  TEST ("a-list-of-those-that-one-sent-is-recorded",
        test_a_list_of_those_that_one_sent_is_recorded);
  TEST ("sheet", test_sheet);
  TEST ("kinds-of-columns", test_kinds_of_columns);
  TEST ("what-a-cell-holds", test_what_a_cell_holds);
  TEST ("names", test_names);
  TEST ("more-rows-than-a-sheet-has", test_more_rows_than_a_sheet_has);
  TEST ("no-room", test_no_room);
  TEST ("cancelled", test_cancelled);

  return g_test_run ();
}
