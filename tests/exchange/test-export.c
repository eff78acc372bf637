/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>

#include "confined/descriptor.h"
#include "confined/pdf-maker.h"
#include "exchange/export-files.h"
#include "exchange/export.h"
#include "exchange/register.h"
#include "exchange/xml-writer.h"
#include "store/export-log.h"
#include "store/named.h"

/* An office with two partners. It exchanges data with the first under A-1; A-2 has ended, A-3 has
 * nothing about data, and A-4 lets no personal data travel. */
/* clang-format off */
#define AGREEMENT_OF(id, ends_on, topic, rest) \
  "<agreement id=\"A-" id "\"><kind>memorandum</kind><title>Kerja</title><stage>signed</stage>" \
  "<signed_on>2024-05-27</signed_on><starts_on>2024-05-27</starts_on><ends_on>" ends_on \
  "</ends_on><note>Rahasia kantor</note></agreement>\n" \
  "<party id=\"Y-" id "\"><agreement>A-" id "</agreement><position>1</position>" \
  "<partner>P-1</partner><number>" id "/NK</number></party>\n" \
  "<scope_item id=\"S-" id "\"><agreement>A-" id "</agreement><position>1</position><topic>" topic \
  "</topic><text>Data</text>" rest "</scope_item>\n"
#define OFFICE(carries) \
  PARTNER \
  "<partner id=\"P-2\"><name>Rutan</name><kind>prison</kind></partner>\n" \
  AGREEMENT_OF ("1", "2027-05-26", "data_exchange", carries) \
  AGREEMENT_OF ("2", "2025-05-26", "data_exchange", "") \
  AGREEMENT_OF ("3", "2027-05-26", "training", "") \
  AGREEMENT_OF ("4", "2027-05-26", "data_exchange", "<carries>public</carries>") \
  "<programme id=\"G-1\"><name>PTKDN</name></programme>\n" \
  "<course id=\"C-1\"><name>Las</name><vocation>welding</vocation></course>\n" \
  "<instructor id=\"I-1\"><name>Budi &amp; Contoh</name><phone>0800-1</phone></instructor>\n" \
  "<cohort id=\"K-1\"><name>Angkatan 1</name><programme>G-1</programme><course>C-1</course>" \
  "<capacity>16</capacity><starts_on>2025-11-03</starts_on><ends_on>2025-11-28</ends_on>" \
  "</cohort>\n" \
  "<session id=\"N-1\"><cohort>K-1</cohort><starts_at>2025-11-03T09:00</starts_at>" \
  "<ends_at>2025-11-03T12:00</ends_at></session>\n" \
  "<session_instructor id=\"T-1\"><session>N-1</session><instructor>I-1</instructor>" \
  "</session_instructor>\n" \
  "<participant id=\"O-1\"><nik>6372014101900001</nik><name>Siti Contoh</name>" \
  "<sex>female</sex><birth_date>1990-01-01</birth_date><kind>rehabilitation_client</kind>" \
  "<referrer>P-2</referrer></participant>\n" \
  "<participant id=\"O-2\"><name>Orang Lain</name><kind>convict</kind></participant>\n" \
  "<enrolment id=\"E-1\"><participant>O-1</participant><cohort>K-1</cohort>" \
  "<stage>accepted</stage><test_score>80.5</test_score><reason>Kasus narkotika</reason></enrolment>\n"
/* clang-format on */

static Register *
office_new (const char *records)
{
  Register *reg = register_new ();

  register_take (reg, records);
  return reg;
}

static gint64
find (Register *reg, const SelRecordType *type, const char *name)
{
  g_autoptr (SelReading) reading = sel_reading_begin (reg->store, NULL);
  g_autoptr (GError) error = NULL;
  gint64 id = 0;
  GDate today;

  if (name == NULL)
    return 0;
  g_date_clear (&today, 1);
  g_date_set_dmy (&today, 22, G_DATE_NOVEMBER, 2025);
  sel_named_find (reading->connection, type, name, &today, 0, &id, &error);
  g_assert_no_error (error);
  return id;
}

static SelExportOrder
order_of (Register *reg, SelExportKind kind, const char *partner, const char *agreement)
{
  return (SelExportOrder){
    .choice = {
      .kind = kind,
      .partner = find (reg, &sel_partner_type, partner),
      .agreement = find (reg, &sel_agreement_type, agreement),
      .programme = kind == SEL_EXPORT_ROSTER ? find (reg, &sel_programme_type, "PTKDN") : 0,
    },
    .purpose = "Placement",
    .sender = "office",
    .sender_name = "Office",
  };
}

static SelExportResult *
try_export (Register *reg,
            const SelExportOrder *order,
            const char *name,
            SelExportProgressFunc progress,
            GCancellable *cancellable,
            GError **error)
{
  g_autofree char *path = register_dup_path (reg, name);
  GDate today;

  g_date_clear (&today, 1);
  g_date_set_dmy (&today, 22, G_DATE_NOVEMBER, 2025);
  return sel_export_run (reg->store, order, path, &today, progress, cancellable, cancellable,
                         error);
}

static SelExportResult *
export_to (Register *reg, const SelExportOrder *order, const char *name)
{
  g_autoptr (GError) error = NULL;
  SelExportResult *result = try_export (reg, order, name, NULL, NULL, &error);

  g_assert_no_error (error);
  return result;
}

static char *
read_file (Register *reg, const char *name)
{
  g_autofree char *path = register_dup_path (reg, name);
  g_autoptr (GError) error = NULL;
  char *text;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  return text;
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* The files beside the database and what it came from, in order, without those of SQLite. */
static char *
list_files (Register *reg)
{
  g_autoptr (GDir) folder = g_dir_open (reg->folder, 0, NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  const char *name;

  while ((name = g_dir_read_name (folder)))
    if (!g_str_has_prefix (name, "selaras.db") && !g_str_equal (name, "exchange.xml"))
      g_ptr_array_add (names, (char *) g_intern_string (name));
  g_ptr_array_sort (names, compare_names);
  g_ptr_array_add (names, NULL);
  return g_strjoinv (" ", (char **) names->pdata);
}

static void
assert_files (Register *reg, const char *expected)
{
  g_autofree char *files = list_files (reg);

  g_assert_cmpstr (files, ==, expected);
}

/* What may not leave is told, and leaves no trace. */
static void
test_what_is_refused (void)
{
  static const struct
  {
    SelExportKind kind;
    const char *partner;
    const char *agreement;
    const char *purpose;
    const char *sender;
    const char *message; /* begins so */
  } cases[] = {
    { SEL_EXPORT_ROSTER, "BLK Banjarbaru", NULL, "x", "office", "It has personal data, which" },
    { SEL_EXPORT_ROSTER, "Rutan", "1/NK", "x", "office", "The partner is not a party" },
    { SEL_EXPORT_OUTCOMES, "BLK Banjarbaru", "2/NK", "x", "office", "That agreement is not in" },
    { SEL_EXPORT_ROSTER, "BLK Banjarbaru", "3/NK", "x", "office", "The scope of that agreement" },
    { SEL_EXPORT_EVERYTHING, "BLK Banjarbaru", "4/NK", "x", "office",
      "The scope of that agreement lets no personal data" },
    { SEL_EXPORT_SCHEDULE, "BLK Banjarbaru", NULL, " ", "office", "The purpose is missing" },
    { SEL_EXPORT_SCHEDULE, "Rutan", "1/NK", "x", "office", "The partner is not a party" },
    { SEL_EXPORT_SCHEDULE, "Rutan", NULL, "x", NULL, "The file has to say which office" },
    { SEL_EXPORT_SCHEDULE, "Rutan", NULL, "x", " ", "The file has to say which office" },
    { SEL_EXPORT_SCHEDULE, "Rutan", NULL, "x", "My Office", "Sender: It has small letters" },
  };
  g_autoptr (Register) reg = office_new (EXCHANGE (1, OFFICE ("")));

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      SelExportOrder order = order_of (reg, cases[i].kind, cases[i].partner, cases[i].agreement);
      g_autoptr (GError) error = NULL;

      g_test_message ("case %" G_GSIZE_FORMAT, i);
      order.purpose = cases[i].purpose;
      order.sender = cases[i].sender;
      g_assert_null (try_export (reg, &order, "out.xml", NULL, NULL, &error));
      g_assert_error (error, SEL_EXPORT_ERROR, SEL_EXPORT_ERROR_REFUSED);
      g_test_message ("%s", error->message);
      g_assert_true (g_str_has_prefix (error->message, cases[i].message));
    }

  assert_files (reg, "");
  g_assert_cmpint (register_get_int (reg, "SELECT count (*) FROM export"), ==, 0);
  g_assert_cmpint (register_get_int (reg, "SELECT count (*) FROM act"), ==, 1);
}

/* An agreement that says no more lets personal data travel, but not what is specific. */
static void
test_what_travels_by_default (void)
{
  g_autoptr (Register) reg = office_new (EXCHANGE (1, OFFICE ("")));
  SelExportOrder order = order_of (reg, SEL_EXPORT_ROSTER, "BLK Banjarbaru", "1/NK");
  g_autoptr (SelExportResult) result = export_to (reg, &order, "roster.xml");
  g_autofree char *text = read_file (reg, "roster.xml");
  guint participants = sel_record_type_index (&sel_participant_type);

  g_assert_nonnull (strstr (text, "<nik>6372014101900001</nik>"));
  g_assert_nonnull (strstr (text, "<kind>unstated</kind>"));
  g_assert_nonnull (strstr (text, "<note>Rahasia kantor</note>"));
  g_assert_nonnull (strstr (text, "<test_score>80.5</test_score>"));
  g_assert_null (strstr (text, "rehabilitation_client"));
  g_assert_null (strstr (text, "referrer")); /* the prison that sent her would tell it */
  g_assert_null (strstr (text, "Rutan"));
  g_assert_null (strstr (text, "Kasus narkotika"));
  g_assert_null (strstr (text, "Orang Lain"));
  g_assert_cmpint (result->sensitivity, ==, SEL_PERSONAL);
  g_assert_cmpuint (result->n_of[participants], ==, 1);
  for (guint i = 0; i < sel_participant_type.n_fields; i++)
    g_assert_cmpint (sel_export_result_has_withheld (result, participants, i), ==,
                     g_str_equal (sel_participant_type.fields[i].name, "kind") ||
                       g_str_equal (sel_participant_type.fields[i].name, "referrer"));
}

static void
test_what_travels_where_all_may (void)
{
  g_autoptr (Register) reg =
    office_new (EXCHANGE (1, OFFICE ("<carries>specific</carries>")));
  SelExportOrder order = order_of (reg, SEL_EXPORT_ROSTER, "BLK Banjarbaru", "1/NK");
  g_autoptr (SelExportResult) result = export_to (reg, &order, "roster.xml");
  g_autofree char *text = read_file (reg, "roster.xml");

  g_assert_nonnull (strstr (text, "<kind>rehabilitation_client</kind>"));
  g_assert_nonnull (strstr (text, "<reason>Kasus narkotika</reason>"));
  g_assert_null (strstr (text, "unstated"));
  g_assert_cmpint (result->sensitivity, ==, SEL_SPECIFIC);
}

/* Without an agreement, what is public and what a record cannot be without. */
static void
test_a_schedule_without_an_agreement (void)
{
  g_autoptr (Register) reg = office_new (EXCHANGE (1, OFFICE ("")));
  SelExportOrder order = order_of (reg, SEL_EXPORT_SCHEDULE, "Rutan", NULL);
  g_autoptr (SelExportResult) result = export_to (reg, &order, "schedule.xml");
  g_autofree char *text = read_file (reg, "schedule.xml");

  g_assert_true (g_str_has_prefix (text,
                                   "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                                   "<exchange xmlns=\"urn:selaras:exchange:1\">\n"
                                   "  <header>\n"
                                   "    <sender>office</sender>\n"
                                   "    <sender_name>Office</sender_name>\n"
                                   "    <made_at>2"));
  g_assert_nonnull (strstr (text, "    <sequence>1</sequence>\n    <sensitivity>public</sensitivity>\n"
                                  "  </header>\n  <programme id=\""));
  g_assert_nonnull (strstr (text, "    <name>Budi &amp; Contoh</name>\n  </instructor>\n"));
  g_assert_null (strstr (text, "<phone>"));
  g_assert_null (strstr (text, "<agreement"));
  g_assert_null (strstr (text, "<participant"));
  g_assert_cmpint (result->sensitivity, ==, SEL_INTERNAL); /* the name of the instructor */
  g_assert_cmpuint (result->n, ==, 6);
}

static void
test_it_is_in_the_log (void)
{
  g_autoptr (Register) reg = office_new (EXCHANGE (1, OFFICE ("")));
  SelExportOrder order = order_of (reg, SEL_EXPORT_ROSTER, "BLK Banjarbaru", "1/NK");
  g_autoptr (SelExportResult) result = export_to (reg, &order, "roster.xml");
  g_autoptr (SelReading) reading = sel_reading_begin (reg->store, NULL);
  g_autoptr (GArray) siti = sel_export_log_list_receipts (reading->connection, 1, NULL);
  g_autoptr (GArray) other = sel_export_log_list_receipts (reading->connection, 2, NULL);
  const SelReceipt *receipt = &g_array_index (siti, SelReceipt, 0);

  g_assert_cmpuint (siti->len, ==, 1);
  g_assert_cmpuint (other->len, ==, 0);
  g_assert_cmpint (receipt->id, ==, result->export);
  g_assert_cmpstr (receipt->partner_name, ==, "BLK Banjarbaru");
  g_assert_cmpint (receipt->partner, ==, order.choice.partner);
  g_assert_cmpint (receipt->agreement, ==, order.choice.agreement);
  g_assert_cmpstr (receipt->agreement_name, ==, "1/NK");
  g_assert_cmpstr (receipt->purpose, ==, "Placement");
  g_assert_cmpstr (receipt->file, ==, "roster.xml");
  g_assert_cmpint (receipt->sensitivity, ==, 1 + SEL_PERSONAL);
  g_assert_cmpint (register_get_int (reg, "SELECT n_records FROM export"), ==,
                   (gint64) result->n);
  g_assert_cmpint (register_get_int (reg, "SELECT n_people FROM export"), ==, 1);
  g_assert_cmpint (register_get_int (reg, "SELECT sum (last - first + 1) FROM export_run"), ==,
                   (gint64) result->n);
  g_assert_cmpint (register_get_int (reg, "SELECT count (*) FROM change WHERE act = 2"), ==, 0);
}

/* The file tells the state of the register, and not when it was written. */
static void
test_the_same_register_gives_the_same_bytes (void)
{
  g_autoptr (Register) reg = office_new (EXCHANGE (1, OFFICE ("")));
  SelExportOrder order = order_of (reg, SEL_EXPORT_EVERYTHING, "BLK Banjarbaru", "1/NK");
  g_autoptr (SelExportResult) first = export_to (reg, &order, "one.xml");
  g_autoptr (SelExportResult) second = export_to (reg, &order, "two.xml");
  g_autoptr (SelExportResult) third = NULL;
  g_autofree char *one = read_file (reg, "one.xml");
  g_autofree char *two = read_file (reg, "two.xml");

  g_assert_cmpstr (one, ==, two);
  g_assert_cmpint (first->header->sequence, ==, second->header->sequence);

  register_take (reg, EXCHANGE (2, "<partner id=\"P-3\"><name>Baru</name><kind>bank</kind>"
                                   "</partner>\n"));
  third = export_to (reg, &order, "three.xml");
  g_assert_cmpint (third->header->sequence, >, first->header->sequence);
  g_assert_cmpuint (third->n, ==, first->n + 1);
}

static void
test_a_file_that_is_there_stays (void)
{
  g_autoptr (Register) reg = office_new (EXCHANGE (1, OFFICE ("")));
  SelExportOrder order = order_of (reg, SEL_EXPORT_SCHEDULE, "Rutan", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) folder_error = NULL;
  g_autoptr (SelExportResult) result = NULL;
  g_autofree char *kept = NULL;
  g_autofree char *replaced = NULL;
  g_autofree char *path = register_dup_path (reg, "out.xml");
  struct stat about;

  register_write (reg, "out.xml", "mine");
  g_assert_null (try_export (reg, &order, "out.xml", NULL, NULL, &error));
  g_assert_error (error, SEL_EXPORT_ERROR, SEL_EXPORT_ERROR_REFUSED);
  g_assert_true (g_str_has_prefix (error->message, "“out.xml” is there already"));
  kept = read_file (reg, "out.xml");
  g_assert_cmpstr (kept, ==, "mine");

  order.replaces = TRUE;
  result = export_to (reg, &order, "out.xml");
  replaced = read_file (reg, "out.xml");
  g_assert_true (g_str_has_prefix (replaced, "<?xml"));
  assert_files (reg, "out.xml");
  g_assert_cmpint (stat (path, &about), ==, 0);
  g_assert_cmpuint (about.st_mode & 0777, ==, 0600);

  g_assert_null (try_export (reg, &order, "nowhere/out.xml", NULL, NULL, &folder_error));
  g_assert_error (folder_error, SEL_EXPORT_ERROR, SEL_EXPORT_ERROR_FAILED);
}

/* What one that was killed has left goes, unless another may still be at it. */
static void
test_leftovers_are_swept (void)
{
  g_autoptr (Register) reg = office_new (EXCHANGE (1, OFFICE ("")));
  SelExportOrder order = order_of (reg, SEL_EXPORT_SCHEDULE, "Rutan", NULL);
  g_autoptr (SelExportFiles) another = NULL;
  g_autoptr (SelExportResult) beside = NULL;
  g_autoptr (SelExportResult) alone = NULL;

  another = sel_export_files_new (reg->folder, FALSE, NULL);
  register_write (reg, ".selaras-0123abcd.part", "someone");
  beside = export_to (reg, &order, "one.xml");
  assert_files (reg, ".selaras-0123abcd.part one.xml");

  g_clear_pointer (&another, sel_export_files_free);
  alone = export_to (reg, &order, "two.xml");
  assert_files (reg, "one.xml two.xml");
}

static void
cancel_cb (G_GNUC_UNUSED double fraction, G_GNUC_UNUSED guint64 n_records, gpointer cancellable)
{
  g_cancellable_cancel (cancellable);
}

static void
test_cancelled (void)
{
  g_autoptr (Register) reg = office_new (EXCHANGE (1, OFFICE ("")));
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  SelExportOrder order = order_of (reg, SEL_EXPORT_EVERYTHING, "BLK Banjarbaru", "1/NK");
  g_autoptr (GError) error = NULL;
  g_autoptr (SelExportResult) result = NULL;

  register_write (reg, "out.xml", "mine");
  order.replaces = TRUE;
  g_assert_null (try_export (reg, &order, "out.xml", cancel_cb, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  assert_files (reg, "out.xml");
  g_assert_cmpint (register_get_int (reg, "SELECT count (*) FROM export"), ==, 0);

  /* And the register is as good as before. */
  result = export_to (reg, &order, "out.xml");
  g_assert_cmpuint (result->n, ==, 23);
}

/* As no part of the program would, nor one that keeps the log. */
static void
execute_outside (Register *reg, const char *sql)
{
  g_autofree char *path = register_dup_path (reg, "selaras.db");
  g_autoptr (SelConnection) connection = NULL;
  g_autoptr (GError) error = NULL;

  register_close (reg);
  connection = sel_connection_open (path, SEL_CONNECTION_WRITE, &error);
  g_assert_no_error (error);
  sel_connection_execute (connection, sql, &error);
  g_assert_no_error (error);
  g_clear_pointer (&connection, sel_connection_close);
  register_open (reg);
}

/* What the log cannot keep does not leave, and what gave way to it comes back. */
static void
test_taken_back_when_the_log_fails (void)
{
  g_autoptr (Register) reg = office_new (EXCHANGE (1, OFFICE ("")));
  SelExportOrder order = order_of (reg, SEL_EXPORT_SCHEDULE, "Rutan", NULL);
  g_autoptr (SelExportFiles) files = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *swapped = NULL;
  g_autofree char *kept = NULL;
  int file;

  register_write (reg, "out.xml", "mine");
  files = sel_export_files_new (reg->folder, TRUE, &error);
  for (guint i = 0; i < 2; i++)
    {
      file = sel_export_files_begin (files, i ? "out.xml" : "new.pdf", &error);
      g_assert_cmpint (write (file, "theirs", 6), ==, 6);
      sel_export_files_end (files, &error);
      g_assert_no_error (error);
    }
  g_assert_true (sel_export_files_publish (files, &error));
  swapped = read_file (reg, "out.xml");
  g_assert_cmpstr (swapped, ==, "theirs");
  g_clear_pointer (&files, sel_export_files_free);
  kept = read_file (reg, "out.xml");
  g_assert_cmpstr (kept, ==, "mine");
  assert_files (reg, "out.xml");

  /* Such as when its table cannot be written. */
  order.replaces = TRUE;
  execute_outside (reg, "CREATE TRIGGER no BEFORE INSERT ON export_run"
                        " BEGIN SELECT raise (ABORT, 'no'); END");
  g_assert_null (try_export (reg, &order, "out.xml", NULL, NULL, &error));
  g_assert_error (error, SEL_STORE_ERROR, SEL_STORE_ERROR_FAILED);
  assert_files (reg, "out.xml");
  g_free (kept);
  kept = read_file (reg, "out.xml");
  g_assert_cmpstr (kept, ==, "mine");
}

static void
be_quicker (double fraction, G_GNUC_UNUSED guint64 n_records, gpointer user_data)
{
  const char *path = user_data;

  if (fraction >= 1)
    g_file_set_contents (path, "mine", -1, NULL);
}

/* A file that came in the meantime stays, and nothing is said to have left. */
static void
test_a_file_that_comes_meanwhile_stays (void)
{
  g_autoptr (Register) reg = office_new (EXCHANGE (1, OFFICE ("")));
  SelExportOrder order = order_of (reg, SEL_EXPORT_SCHEDULE, "Rutan", NULL);
  g_autofree char *path = register_dup_path (reg, "out.xml");
  g_autofree char *kept = NULL;
  g_autoptr (GError) error = NULL;
  GDate today;

  g_date_clear (&today, 1);
  g_date_set_dmy (&today, 22, G_DATE_NOVEMBER, 2025);
  g_assert_null (sel_export_run (reg->store, &order, path, &today, be_quicker, path, NULL, &error));
  g_assert_error (error, SEL_EXPORT_ERROR, SEL_EXPORT_ERROR_REFUSED);
  assert_files (reg, "out.xml");
  kept = read_file (reg, "out.xml");
  g_assert_cmpstr (kept, ==, "mine");
  g_assert_cmpint (register_get_int (reg, "SELECT count (*) FROM export"), ==, 0);
  g_assert_cmpint (register_get_int (reg, "SELECT count (*) FROM export_run"), ==, 0);
}

/* Each with the name that it is to have, beside an exchange called out.xml. */
static void
test_names_of_documents (void)
{
  static const struct
  {
    const char *file;
    guint n_pages;        /* tells the content */
    const char *expected; /* # stands for eight digits of the hash */
  } documents[] = {
    { "pks.pdf", 1, "pks.pdf" },
    { "pks.pdf", 2, "pks-#.pdf" },
    { "PKS.pdf", 1, "pks.pdf" },
    { "PKS.pdf", 3, "PKS-#.pdf" },
    { "out.xml", 1, "out-#.xml" },
    { "../evil.pdf", 4, "document-#.pdf" },
    { "/etc/passwd", 4, "document-#.pdf" },
    { ".hidden", 5, "document-#.pdf" },
    { "two  spaces.pdf", 6, "document-#.pdf" },
    { "tanpa-akhiran", 7, "tanpa-akhiran" },
    { "tanpa-akhiran", 8, "tanpa-akhiran-#" },
    { "lain.pdf", 9, "lain-#.pdf" }, /* lies there, and is somebody's */
  };
  g_autoptr (Register) reg = office_new (EXCHANGE (1, OFFICE ("")));
  g_autoptr (Register) other = register_new ();
  SelExportOrder order = order_of (reg, SEL_EXPORT_AGREEMENTS, "BLK Banjarbaru", "1/NK");
  g_autoptr (SelExportResult) result = NULL;
  g_autoptr (SelImportResult) taken = NULL;
  g_autoptr (GString) text = g_string_new ("<exchange xmlns=\"urn:selaras:exchange:1\">\n");
  g_autofree char *path = g_build_filename (other->folder, "out.xml", NULL);
  g_autofree char *relative = NULL;
  g_autofree char *kept = NULL;
  GDate today;
  const SelImportRequest request = { path, 0, &today, NULL, 0, NULL, NULL };

  g_string_append (text, HEADER_OF ("office", 2));
  for (guint i = 0; i < G_N_ELEMENTS (documents); i++)
    {
      g_autoptr (GBytes) pdf = pdf_drawn (documents[i].n_pages);
      g_autofree char *sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, pdf);
      g_autofree char *name = g_strdup_printf ("d%u.pdf", i);

      register_write_bytes (reg, name, pdf);
      g_string_append_printf (text,
                              "<document id=\"D-%u\"><agreement>A-1</agreement>"
                              "<kind>signed</kind><title>%u</title><file>%s</file>"
                              "<sha256>%s</sha256></document>\n",
                              i, i, name, sha256);
    }
  g_string_append (text, "</exchange>\n");
  register_take (reg, text->str);

  /* Names that no reader lets in. */
  for (guint i = 0; i < G_N_ELEMENTS (documents); i++)
    {
      g_autofree char *sql = g_strdup_printf ("UPDATE document SET file = '%s' WHERE title = '%u'",
                                              documents[i].file, i);

      execute_outside (reg, sql);
    }

  relative = g_strdup_printf ("../%s/out.xml", strrchr (other->folder, '/') + 1);
  register_write (other, "lain.pdf", "mine");
  order.replaces = TRUE;
  result = export_to (reg, &order, relative);
  g_assert_cmpuint (result->n_documents, ==, 10);
  kept = read_file (other, "lain.pdf");
  g_assert_cmpstr (kept, ==, "mine");

  g_date_clear (&today, 1);
  g_date_set_dmy (&today, 22, G_DATE_NOVEMBER, 2025);
  taken = sel_import_run (other->store, &request, NULL, NULL, NULL, NULL);
  g_assert_true (taken->is_applied);
  for (guint i = 0; i < G_N_ELEMENTS (documents); i++)
    {
      g_autofree char *sql =
        g_strdup_printf ("SELECT file FROM document WHERE title = '%u'", i);
      g_autofree char *hash_sql =
        g_strdup_printf ("SELECT substr (sha256, 1, 8) FROM document WHERE title = '%u'", i);
      g_autofree char *file = register_dup_text (other, sql);
      g_autofree char *hash = register_dup_text (other, hash_sql);
      g_auto (GStrv) parts = g_strsplit (documents[i].expected, "#", 2);
      g_autofree char *expected = g_strjoinv (hash, parts);

      g_assert_cmpstr (file, ==, expected);
    }
}

/* That a sender may not say a kind takes nothing from what is known. */
static void
test_a_stand_in_takes_nothing_back (void)
{
#define SITI(kind)                                                                               \
  "<participant id=\"0195d3a0-0000-7000-8000-000000000001\"><name>Siti Contoh</name><kind>" kind \
  "</kind></participant>\n"
  g_autoptr (Register) reg = register_new ();
  g_autoptr (SelImportResult) same = NULL;
  g_autofree char *kind = NULL;
  g_autofree char *unstated = NULL;

  register_take (reg, EXCHANGE (1, SITI ("unstated")));
  unstated = register_dup_text (reg, "SELECT kind FROM participant");
  g_assert_cmpstr (unstated, ==, "unstated");

  register_take (reg, EXCHANGE_OF ("other", 1, SITI ("convict")));
  same = register_import (reg, EXCHANGE (2, SITI ("unstated")), 0);
  register_assert_counts (same, 0, 0, 1, 0);
  kind = register_dup_text (reg, "SELECT kind FROM participant");
  g_assert_cmpstr (kind, ==, "convict");
}

static char *
written (const char *text)
{
  g_autofree char *path = NULL;
  g_auto (SelDescriptor) file = g_file_open_tmp ("selaras-XXXXXX", &path, NULL);
  g_autoptr (SelXmlWriter) writer = sel_xml_writer_new (file, "out.xml");
  char *content;

  sel_xml_writer_put_text (writer, text);
  g_assert_true (sel_xml_writer_flush (writer, NULL));
  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
  unlink (path);
  return content;
}

static void
test_text_is_escaped (void)
{
  static const struct
  {
    const char *text;
    const char *expected;
  } cases[] = {
    { "", "" },
    { "Contoh", "Contoh" },
    { "<a href='x'>R&D</a>", "&lt;a href='x'&gt;R&amp;D&lt;/a&gt;" },
    { "]]>", "]]&gt;" },
    { "one\ntwo\tthree\r", "one\ntwo\tthree&#13;" },
    { "a\x01z\x1f", "a\xef\xbf\xbdz\xef\xbf\xbd" },
    { "\xef\xbf\xbe \xef\xbf\xbf \xef\xbf\xbd \xef\xbb\xbf",
      "\xef\xbf\xbd \xef\xbf\xbd \xef\xbf\xbd \xef\xbb\xbf" },
    { "“Sitī” 🙂", "“Sitī” 🙂" },
  };
  g_autofree char *much = g_strnfill (600000, 'x');
  g_autofree char *all = written (much);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *content = written (cases[i].text);

      g_assert_cmpstr (content, ==, cases[i].expected);
    }
  g_assert_true (g_str_equal (all, much));
}

static void
test_a_full_disk (void)
{
  g_auto (SelDescriptor) file = open ("/dev/full", O_WRONLY | O_CLOEXEC);
  g_autoptr (SelXmlWriter) writer = sel_xml_writer_new (file, "out.xml");
  g_autoptr (GError) error = NULL;

  sel_xml_writer_put_text (writer, "text");
  g_assert_false (sel_xml_writer_flush (writer, &error));
  g_assert_error (error, SEL_EXPORT_ERROR, SEL_EXPORT_ERROR_FAILED);
  g_assert_true (g_str_has_prefix (error->message,
                                   "The disk is full: there is no room for “out.xml”"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/export/what-is-refused", test_what_is_refused);
  g_test_add_func ("/export/what-travels-by-default", test_what_travels_by_default);
  g_test_add_func ("/export/what-travels-where-all-may", test_what_travels_where_all_may);
  g_test_add_func ("/export/a-schedule-without-an-agreement",
                   test_a_schedule_without_an_agreement);
  g_test_add_func ("/export/it-is-in-the-log", test_it_is_in_the_log);
  g_test_add_func ("/export/the-same-register-gives-the-same-bytes",
                   test_the_same_register_gives_the_same_bytes);
  g_test_add_func ("/export/a-file-that-is-there-stays", test_a_file_that_is_there_stays);
  g_test_add_func ("/export/leftovers-are-swept", test_leftovers_are_swept);
  g_test_add_func ("/export/cancelled", test_cancelled);
  g_test_add_func ("/export/taken-back-when-the-log-fails", test_taken_back_when_the_log_fails);
  g_test_add_func ("/export/a-file-that-comes-meanwhile-stays",
                   test_a_file_that_comes_meanwhile_stays);
  g_test_add_func ("/export/names-of-documents", test_names_of_documents);
  g_test_add_func ("/export/a-stand-in-takes-nothing-back", test_a_stand_in_takes_nothing_back);
  g_test_add_func ("/export/text-is-escaped", test_text_is_escaped);
  g_test_add_func ("/export/a-full-disk", test_a_full_disk);
  return g_test_run ();
}
