/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tables of other offices, taken in by the importer of exchange files. */
#include <string.h>
#include <utime.h>

#include <archive.h>
#include <archive_entry.h>
#include <xlsxwriter.h>

#include "exchange/register.h"
#include "exchange/roster-look.h"
#include "exchange/roster-source.h"
#include "exchange/template.h"
#include "support/folder.h"

/* What the register has before: a programme with a cohort, its two sessions, and a participant. */
#define KNOWN                                                                                   \
  PARTNER                                                                                       \
  "<programme id=\"G-1\"><name>Vokasi 2025</name></programme>\n"                                \
  "<course id=\"C-1\"><name>Pertukangan kayu</name><vocation>Pertukangan</vocation></course>\n" \
  "<cohort id=\"K-1\"><name>Angkatan I 2025</name><course>C-1</course><capacity>16</capacity>"  \
  "<starts_on>2025-10-06</starts_on><ends_on>2025-12-05</ends_on></cohort>\n"                   \
  "<session id=\"S-1\"><cohort>K-1</cohort><starts_at>2025-10-06T08:00</starts_at>"             \
  "<ends_at>2025-10-06T12:00</ends_at></session>\n"                                             \
  "<session id=\"S-2\"><cohort>K-1</cohort><starts_at>2025-10-06T13:00</starts_at>"             \
  "<ends_at>2025-10-06T16:00</ends_at></session>\n"                                             \
  "<session id=\"S-3\"><cohort>K-1</cohort><starts_at>2025-10-07T08:00</starts_at>"             \
  "<ends_at>2025-10-07T12:00</ends_at></session>\n"                                             \
  "<participant id=\"O-1\"><nik>6372014101900001</nik><name>Siti Contoh</name>"                 \
  "<sex>female</sex><birth_date>1990-01-01</birth_date><phone>0800111</phone>"                  \
  "<kind>convict</kind></participant>\n"

#define PEOPLE                                                           \
  "DAFTAR PESERTA PELATIHAN, TAHUN 2025\n"                               \
  "\n"                                                                   \
  "No;Nama Lengkap;No. KTP;L/P;Tempat, Tanggal Lahir;No. HP;Asal\n"      \
  "1;Siti Contoh;6372014101900001;P;Banjarbaru, 1 Januari 1990;0800;x\n" \
  "2;Ali Contoh;6372010202910002;L;Martapura, 02-02-1991;0801;y\n"       \
  "3;Budi Contoh;;L;Barabai, 3/3/1992;;z\n"

typedef struct
{
  SelRosterKind kind;
  const char *defaults[4][2];
  const char *sender;
} Reading;

static const Reading people = { SEL_ROSTER_PARTICIPANTS, { { "kind", "Pencari kerja" } }, "blk" };

/* Imports @path as a person would who accepts what is proposed. */
static SelImportResult *
import_path (Register *reg, const char *path, const Reading *reading, int at, GError **error)
{
  const SelSheetLayout layout = { 0 };
  const struct utimbuf times = { 1760000000 + at, 1760000000 + at };
  g_autoptr (SelRosterLook) look = NULL;
  g_autoptr (SelItemSource) source = NULL;
  GDate today;
  SelImportRequest request = { path, SEL_IMPORT_ACCEPT_VALID, &today, NULL, 0, NULL, NULL };

  g_assert_cmpint (utime (path, &times), ==, 0);
  look = sel_roster_look (path, &layout, NULL, NULL, error);
  if (look == NULL)
    return NULL;

  g_assert_cmpint (look->mapping->kind, ==, reading->kind);
  look->mapping->sender = g_strdup (reading->sender);
  for (guint i = 0; i < 4 && reading->defaults[i][0]; i++)
    g_assert_true (sel_mapping_set_default (look->mapping, reading->defaults[i][0],
                                            reading->defaults[i][1], NULL));

  source = sel_roster_source_new (reg->store, path, look->mapping, NULL, NULL, NULL, error);
  g_date_clear (&today, 1);
  g_date_set_dmy (&today, 22, G_DATE_NOVEMBER, 2025);
  request.source = source;
  return source ? sel_import_run (reg->store, &request, NULL, NULL, NULL, error) : NULL;
}

static SelImportResult *
import_csv (Register *reg, const char *text, const Reading *reading, int at)
{
  g_autofree char *path = register_dup_path (reg, "peserta.csv");
  g_autoptr (GError) error = NULL;
  SelImportResult *result;

  register_write (reg, "peserta.csv", text);
  result = import_path (reg, path, reading, at, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < result->notes[SEL_IMPORT_REFUSED]->len; i++)
    {
      g_autofree char *sentence = sel_import_note_dup_sentence (
        g_ptr_array_index (result->notes[SEL_IMPORT_REFUSED], i), "peserta.csv");

      g_test_message ("%s", sentence);
    }
  return result;
}

/* The row that was refused @nth, for what. */
static void
assert_refused (const SelImportResult *result,
                guint nth,
                guint line,
                const char *field,
                const char *value,
                const char *reason)
{
  const SelImportNote *note = g_ptr_array_index (result->notes[SEL_IMPORT_REFUSED], nth);

  g_assert_cmpuint (note->line, ==, line);
  g_assert_cmpstr (note->field ? note->field->name : NULL, ==, field);
  g_assert_cmpstr (note->value, ==, value);
  g_assert_nonnull (strstr (note->reason, reason));
}

static void
assert_text (Register *reg, const char *sql, const char *expected)
{
  g_autofree char *text = register_dup_text (reg, sql);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_participants (void)
{
  g_autoptr (Register) reg = register_new ();
  g_autoptr (SelImportResult) first = import_csv (reg, PEOPLE, &people, 0);
  g_autoptr (SelImportResult) second = import_csv (reg, PEOPLE, &people, 0);

  register_assert_counts (first, 3, 0, 0, 0);
  g_assert_true (first->is_applied);
  g_assert_cmpstr (first->header->sender, ==, "blk");
  g_assert_cmpint (first->header->sequence, ==, SEL_NO_INTEGER);
  assert_text (reg,
               "SELECT group_concat (concat, '/') FROM (SELECT name || ' ' || sex || ' ' ||"
               " birth_date || ' ' || birth_place || ' ' || kind AS concat FROM participant"
               " ORDER BY id)",
               "Siti Contoh female 1990-01-01 Banjarbaru job_seeker/"
               "Ali Contoh male 1991-02-02 Martapura job_seeker/"
               "Budi Contoh male 1992-03-03 Barabai job_seeker");
  assert_text (reg, "SELECT phone FROM participant WHERE nik = '6372010202910002'", "0801");
  register_assert_counts (second, 0, 0, 3, 0);
  g_assert_cmpint (register_get_int (reg, "SELECT max (version) FROM participant"), ==, 1);
}

/* No identifier that a report shows is a NIK. */
static void
test_a_report_shows_no_nik (void)
{
  g_autoptr (Register) reg = register_new ();
  g_autoptr (SelImportResult) result = import_csv (reg, PEOPLE, &people, 0);

  g_assert_true (result->is_applied);
  g_assert_cmpint (
    register_get_int (reg, "SELECT count (*) FROM identity WHERE key LIKE '%63720%'"), ==, 0);
}

static void
test_a_newer_table_updates (void)
{
  g_autoptr (Register) reg = register_new ();
  g_autoptr (SelImportResult) first = import_csv (reg, PEOPLE, &people, 0);
  g_autoptr (SelImportResult) second = import_csv (reg,
                                                   "NIK,Nama,Telepon\n"
                                                   "6372010202910002,Ali Contoh,0899\n",
                                                   &people, 1);

  g_assert_true (first->is_applied);
  register_assert_counts (second, 0, 1, 0, 0);
  /* What has no column stays, though the same sender said it. */
  assert_text (reg,
               "SELECT phone || birth_place || birth_date FROM participant"
               " WHERE nik = '6372010202910002'",
               "0899Martapura1991-02-02");
}

#define BY_XML(sequence, phone)                                                             \
  EXCHANGE_OF ("blk", sequence,                                                             \
               "<participant id=\"X-1\"><nik>6372010202910002</nik><name>Ali Contoh</name>" \
               "<phone>" phone "</phone><kind>job_seeker</kind></participant>\n")
#define BY_TABLE(phone) "NIK,Nama,Telepon\n6372010202910002,Ali Contoh," phone "\n"

static void
assert_phone (Register *reg, const char *expected)
{
  assert_text (reg, "SELECT phone FROM participant WHERE nik = '6372010202910002'", expected);
}

/* Tables have no place among the numbered files of their sender: what came in last counts. */
static void
test_a_table_has_no_number (void)
{
  g_autoptr (Register) reg = register_new ();
  g_autoptr (SelImportResult) earlier = NULL;
  g_autoptr (SelImportResult) again = NULL;
  g_autoptr (SelImportResult) older = NULL;

  register_take (reg, BY_XML (1, "0801"));
  sel_import_result_free (import_csv (reg, BY_TABLE ("0802"), &people, 0));
  assert_phone (reg, "0802");
  g_assert_cmpint (register_get_int (reg, "SELECT sequence FROM exchange WHERE id = 2"), ==, 0);

  register_take (reg, BY_XML (2, "0803"));
  assert_phone (reg, "0803");

  /* Another one, saved a day before, and changed in the same second as the next. */
  earlier = import_csv (reg, BY_TABLE ("0804"), &people, -86400);
  register_assert_counts (earlier, 0, 1, 0, 0);
  g_assert_false (sel_import_result_is_old (earlier));
  sel_import_result_free (import_csv (reg, BY_TABLE ("0805"), &people, -86400));
  assert_phone (reg, "0805");

  again = import_csv (reg, BY_TABLE ("0805"), &people, 7);
  register_assert_counts (again, 0, 0, 1, 0);

  /* The numbered ones are as they were among themselves. */
  older = register_import (reg, BY_XML (1, "0801"), SEL_IMPORT_DRY_RUN);
  g_assert_true (sel_import_result_is_old (older));
  g_assert_cmpint (older->newest_sequence, ==, 2);
  sel_import_result_free (register_import (reg, BY_XML (2, "0803"), 0));
  assert_phone (reg, "0805");
  register_take (reg, BY_XML (3, "0806"));
  assert_phone (reg, "0806");
}

/* The same table again changes nothing, whatever was changed meanwhile; another one does. */
static void
test_the_same_table_after_a_change (void)
{
  g_autoptr (Register) reg = register_new ();
  g_autoptr (SelImportResult) again = NULL;
  g_autoptr (SelImportResult) other = NULL;

  sel_import_result_free (import_csv (reg, BY_TABLE ("0802"), &people, 0));
  register_set_phone (reg, "0811");

  again = import_csv (reg, BY_TABLE ("0802"), &people, 60);
  g_assert_true (again->is_applied);
  register_assert_counts (again, 0, 0, 1, 0);
  g_assert_cmpuint (again->n[SEL_IMPORT_WARNING], ==, 1);
  g_assert_cmpstr (
    ((SelImportNote *) g_ptr_array_index (again->notes[SEL_IMPORT_WARNING], 0))->reason, ==,
    "It differs in: Phone. That was changed since this file came in before, and stays.");
  assert_phone (reg, "0811");

  other = import_csv (reg, BY_TABLE ("0802") "\n", &people, 60);
  register_assert_counts (other, 0, 1, 0, 0);
  assert_phone (reg, "0802");
}

/* Somebody without a NIK is found by name and birth date, and gets the NIK when it comes. */
static void
test_a_nik_comes_later (void)
{
  g_autoptr (Register) reg = register_new ();
  g_autoptr (SelImportResult) first = import_csv (reg, PEOPLE, &people, 0);
  g_autoptr (SelImportResult) second =
    import_csv (reg, "NIK,Nama,Tgl Lahir\n6372010303920003,BUDI CONTOH,3/3/1992\n", &people, 1);

  g_assert_true (first->is_applied);
  register_assert_counts (second, 0, 1, 0, 0);
  assert_text (reg, "SELECT nik FROM participant WHERE birth_place = 'Barabai'",
               "6372010303920003");
}

/* Another office's participant is the same by the NIK, and keeps what the table does not say. */
static void
test_somebody_else_s_participant (void)
{
  g_autoptr (Register) reg = register_new ();

  register_take (reg, EXCHANGE (1, KNOWN));
  {
    g_autoptr (SelImportResult) result =
      import_csv (reg, "NIK,Nama,Alamat\n6372014101900001,Siti Contoh,Jl. A\n", &people, 0);

    register_assert_counts (result, 0, 1, 0, 0);
    assert_text (reg, "SELECT kind || phone || address FROM participant", "convict0800111Jl. A");
  }
}

static void
test_bad_rows_are_refused (void)
{
  g_autoptr (Register) reg = register_new ();
  g_autoptr (SelImportResult) result = import_csv (reg,
                                                   "NIK,Nama,Tgl Lahir,L/P\n"
                                                   "6372014101900001,Siti Contoh,1/1/1990,P\n"
                                                   "\n"
                                                   "3.17E+15,Ali Contoh,2/2/1991,L\n"
                                                   "6372010202910002,Ali Contoh,31/31/1991,X\n"
                                                   "637201,Ali Contoh,2/2/1991,L\n"
                                                   ",Ali Contoh,,L\n"
                                                   "6372014101900001,Siti Contoh,1/1/1990,P\n",
                                                   &people, 0);

  register_assert_counts (result, 1, 0, 0, 5);
  assert_refused (result, 0, 4, "nik", "••••••", "its digits are lost");
  assert_refused (result, 1, 5, "sex", "X", "It must be one of these: Male, Female.");
  assert_refused (result, 2, 5, "birth_date", "31/31/1991", "There is no such day");
  assert_refused (result, 3, 6, "nik", "••••••", "A NIK has 16 digits and nothing else.");
  assert_refused (result, 4, 7, NULL, NULL, "does not say who it is about");
  assert_refused (result, 5, 8, NULL, NULL, "first in line 2");
}

/* One identifier stands for one person, also where the first goes by a NIK that the register knows. */
static void
test_an_identifier_that_stands_twice (void)
{
  const Reading with_identifiers = { .kind = SEL_ROSTER_PARTICIPANTS, .sender = "blk", .defaults = { { "kind", "job_seeker" } } };
  const char *table = "ID,NIK,Nama\n"
                      "A1,6372014101900001,Siti Contoh\n"
                      "A1,6372010202910002,Ali Contoh\n";
  g_autoptr (Register) reg = register_new ();
  g_autoptr (SelImportResult) result = NULL;

  register_take (reg, EXCHANGE_OF ("other", 1, "<participant id=\"X\"><nik>6372014101900001</nik>"
                                               "<name>Siti Contoh</name><kind>job_seeker</kind>"
                                               "</participant>"));
  result = import_csv (reg, table, &with_identifiers, 0);
  register_assert_counts (result, 0, 0, 1, 1);
  assert_refused (result, 0, 3, NULL, NULL, "first in line 2");
}

static void
test_niks_that_lost_a_digit (void)
{
  g_autoptr (Register) reg = register_new ();
  g_autofree char *path = register_dup_path (reg, "nik.csv");
  g_autoptr (GString) text = g_string_new ("Nama,NIK\n");
  g_autoptr (GError) error = NULL;

  for (guint i = 1; i <= 5; i++)
    g_string_append_printf (text, "Siti,63720141019%u0010\n", i);
  register_write (reg, "nik.csv", text->str);
  g_assert_null (import_path (reg, path, &people, 0, &error));
  g_assert_nonnull (strstr (error->message, "every NIK in the column “NIK” ends in 0"));
  g_assert_true (sel_import_is_refusal (error));

  g_clear_error (&error);
  g_string_append (text, "Ali,6372010202910002\n");
  register_write (reg, "nik.csv", text->str);
  {
    g_autoptr (SelImportResult) result = import_path (reg, path, &people, 0, &error);

    g_assert_no_error (error);
    g_assert_cmpuint (result->n[SEL_IMPORT_NEW], ==, 6);
  }
}

static const Reading enrolments = {
  SEL_ROSTER_ENROLMENTS,
  { { "kind", "job_seeker" }, { "stage", "Dites" }, { "cohort", "angkatan i 2025" } },
  "blk"
};

#define SCORES                                               \
  "NIK;Nama;Nilai Tes Tertulis;Nilai Wawancara;Keterangan\n" \
  "6372014101900001;Siti Contoh;85,5;90;\n"                  \
  "6372010202910002;Ali Contoh;70;65,25;Susulan\n"

static void
test_enrolments (void)
{
  g_autoptr (Register) reg = register_new ();

  register_take (reg, EXCHANGE (1, KNOWN));
  {
    g_autoptr (SelImportResult) first = import_csv (reg, SCORES, &enrolments, 0);
    g_autoptr (SelImportResult) second = import_csv (reg, SCORES, &enrolments, 0);
    g_autoptr (SelImportResult) third = import_csv (reg, SCORES, &enrolments, 5);

    /* Ali, and two enrolments; the cohort and Siti are introduced. */
    register_assert_counts (first, 3, 0, 2, 0);
    register_assert_counts (second, 0, 0, 2, 0);
    register_assert_counts (third, 0, 0, 2, 0);
    assert_text (reg,
                 "SELECT group_concat (e, '/') FROM (SELECT p.name || ' ' || c.name || ' ' ||"
                 " test_score || ' ' || interview_score || ' ' || stage AS e"
                 " FROM enrolment JOIN participant p ON p.id = participant"
                 " JOIN cohort c ON c.id = cohort ORDER BY enrolment.id)",
                 "Siti Contoh Angkatan I 2025 85.5 90.0 tested/"
                 "Ali Contoh Angkatan I 2025 70.0 65.25 tested");
    assert_text (reg, "SELECT phone || kind FROM participant WHERE id = 1", "0800111convict");
  }
}

/* A default is for what is new: who has come further stays there. */
static void
test_a_default_takes_nothing_back (void)
{
  g_autoptr (Register) reg = register_new ();

  register_take (reg, EXCHANGE (1, KNOWN "<enrolment id=\"E-1\"><participant>O-1</participant>"
                                         "<cohort>K-1</cohort><stage>accepted</stage>"
                                         "</enrolment>\n"));
  {
    g_autoptr (SelImportResult) result = import_csv (reg, SCORES, &enrolments, 0);

    register_assert_counts (result, 2, 1, 2, 0);
    assert_text (reg, "SELECT stage || test_score FROM enrolment WHERE id = 1", "accepted85.5");
    sel_import_result_free (result);
    result = import_csv (reg,
                         "NIK;Nama;Tahap;Nilai Tes Tertulis;Nilai Wawancara\n"
                         "6372014101900001;Siti Contoh;;86;90\n",
                         &enrolments, 1);
    assert_text (reg, "SELECT stage || test_score FROM enrolment WHERE id = 1", "accepted86.0");
  }
}

static void
test_names_that_are_not_known (void)
{
  g_autoptr (Register) reg = register_new ();
  g_autoptr (SelImportResult) result = NULL;

  register_take (reg, EXCHANGE (1, KNOWN));
  result = import_csv (reg,
                       "NIK;Nama;Angkatan;Nilai Tes;Wawancara\n"
                       "6372014101900001;;Angkatan II 2025;80;80\n"
                       "6372010202910002;;Angkatan I 2025;80;80\n",
                       &enrolments, 0);
  g_assert_cmpuint (result->n[SEL_IMPORT_REFUSED], ==, 2);
  assert_refused (result, 0, 2, "cohort", "Angkatan II 2025", "The register has none of this name.");
  assert_refused (result, 1, 3, "name", NULL, "the table has no name");
}

static void
test_attendance (void)
{
  static const Reading attendance = {
    SEL_ROSTER_ATTENDANCE, { { "cohort", "Angkatan I 2025" } }, "blk"
  };
  g_autoptr (Register) reg = register_new ();
  g_autoptr (SelImportResult) scores = NULL;
  g_autoptr (SelImportResult) first = NULL;
  g_autoptr (SelImportResult) second = NULL;

  register_take (reg, EXCHANGE (1, KNOWN));
  scores = import_csv (reg, SCORES, &enrolments, 0);
  first = import_csv (reg,
                      "NIK;Tanggal;Jam;Kehadiran;Sikap\n"
                      "6372014101900001;6/10/2025;08.00;H;Baik\n"
                      "6372014101900001;6/10/2025;13.00;I;\n"
                      "6372010202910002;7 Oktober 2025;;A;\n"
                      "6372010202910002;6 Oktober 2025;;A;\n"
                      "6372010202910002;8 Oktober 2025;;A;\n"
                      "6372010202910009;7 Oktober 2025;;A;\n",
                      &attendance, 1);

  g_assert_cmpuint (first->n_of[sel_record_type_index (&sel_attendance_type)][SEL_IMPORT_NEW], ==,
                    3);
  g_assert_cmpuint (first->n[SEL_IMPORT_REFUSED], ==, 3);
  assert_refused (first, 0, 5, "session", NULL, "several sessions on that day");
  assert_refused (first, 1, 6, "session", NULL, "no session at that time");
  assert_refused (first, 2, 7, "enrolment", NULL, "does not have this person enrolled");
  assert_text (reg, "SELECT group_concat (status) FROM attendance", "present,excused,absent");

  second = import_csv (reg, "NIK;Tanggal;Jam;Kehadiran\n6372014101900001;6/10/2025;08.00;T\n",
                       &attendance, 2);
  g_assert_cmpuint (second->n[SEL_IMPORT_CHANGED], ==, 1);
  assert_text (reg, "SELECT status || conduct FROM attendance WHERE id = 1", "lateBaik");
}

static void
test_instructors_and_venues (void)
{
  static const Reading instructors = { SEL_ROSTER_INSTRUCTORS, { { NULL } }, "blk" };
  static const Reading venues = { SEL_ROSTER_VENUES, { { "zone", "wita" } }, "blk" };
  g_autoptr (Register) reg = register_new ();
  g_autoptr (SelImportResult) result = NULL;

  register_take (reg, EXCHANGE (1, KNOWN));
  result = import_csv (reg,
                       "Nama Instruktur,Instansi,Kejuruan,No. HP\n"
                       "\"Contoh, S.T.\",BLK Banjarbaru,Las,0800\n",
                       &instructors, 0);
  register_assert_counts (result, 1, 0, 1, 0);
  assert_text (reg,
               "SELECT i.name || p.name FROM instructor i JOIN partner p ON p.id = i.partner",
               "Contoh, S.T.BLK Banjarbaru");

  sel_import_result_free (result);
  result = import_csv (reg, "Nama Gedung,Kapasitas,Alamat\nAula,40,Jl. A\n", &venues, 1);
  register_assert_counts (result, 1, 0, 0, 0);
  sel_import_result_free (result);
  result = import_csv (reg, "Nama Gedung,Kapasitas,Alamat\nAULA,50,Jl. A\n", &venues, 2);
  register_assert_counts (result, 0, 1, 0, 0);
  assert_text (reg, "SELECT capacity || zone FROM venue", "50WITA");
}

/* A NIK that is a number in the workbook is refused by that alone, whatever its last digit. */
static void
test_a_workbook (void)
{
  g_autoptr (Register) reg = register_new ();
  g_autofree char *path = register_dup_path (reg, "peserta.xlsx");
  lxw_workbook *workbook = workbook_new (path);
  lxw_worksheet *sheet = workbook_add_worksheet (workbook, "Peserta");
  lxw_format *date = workbook_add_format (workbook);
  g_autoptr (SelImportResult) result = NULL;
  g_autoptr (GError) error = NULL;

  format_set_num_format (date, "dd mmmm yyyy");
  worksheet_write_string (sheet, 0, 0, "DAFTAR PESERTA", NULL);
  worksheet_write_string (sheet, 2, 0, "Nama", NULL);
  worksheet_write_string (sheet, 2, 1, "NIK", NULL);
  worksheet_write_string (sheet, 2, 2, "Tgl. Lahir", NULL);
  worksheet_write_string (sheet, 3, 0, "Siti Contoh", NULL);
  worksheet_write_string (sheet, 3, 1, "6372014101900001", NULL);
  worksheet_write_number (sheet, 3, 2, 32874, date);
  worksheet_write_string (sheet, 4, 0, "Ali Contoh", NULL);
  worksheet_write_number (sheet, 4, 1, 6372010202910002, NULL);
  worksheet_write_string (sheet, 4, 2, "2 Februari 1991", NULL);
  workbook_close (workbook);

  result = import_path (reg, path, &people, 0, &error);
  g_assert_no_error (error);
  register_assert_counts (result, 1, 0, 0, 1);
  assert_refused (result, 0, 5, "nik", "637•••••••••••02", "The spreadsheet kept this NIK as a number");
  assert_text (reg, "SELECT name || nik || birth_date FROM participant",
               "Siti Contoh63720141019000011990-01-01");
}

/* The text of a part of a workbook. */
static char *
dup_part (const char *path, const char *part)
{
  struct archive *archive = archive_read_new ();
  struct archive_entry *entry;
  char *text = g_malloc0 (1 << 20);

  archive_read_support_format_zip (archive);
  g_assert_cmpint (archive_read_open_filename (archive, path, 4096), ==, ARCHIVE_OK);
  do
    g_assert_cmpint (archive_read_next_header (archive, &entry), ==, ARCHIVE_OK);
  while (!g_str_equal (archive_entry_pathname (entry), part));
  g_assert_cmpint (archive_read_data (archive, text, (1 << 20) - 1), >, 0);
  archive_read_free (archive);
  return text;
}

/* A NIK that is typed into a template stays a text, and what is to be chosen can be chosen. */
static void
test_a_template_keeps_niks (void)
{
  g_autoptr (Register) reg = register_new ();
  g_autofree char *path = register_dup_path (reg, "t.xlsx");
  g_autofree char *sheet = NULL;
  g_autofree char *styles = NULL;

  g_assert_true (sel_template_write (SEL_ROSTER_PARTICIPANTS, path, FALSE, NULL));
  sheet = dup_part (path, "xl/worksheets/sheet1.xml");
  styles = dup_part (path, "xl/styles.xml");
  g_assert_true (
    g_regex_match_simple ("<cellXfs[^>]*><xf [^>]*><xf numFmtId=\"49\"", styles, 0, 0));
  g_assert_true (g_regex_match_simple ("<col min=\"2\" [^>]*style=\"1\"", sheet, 0, 0));
  g_assert_nonnull (strstr (sheet, "<pane ySplit=\"1\""));
  g_assert_nonnull (strstr (sheet, "<dataValidations count=\"3\">"));
  g_assert_nonnull (strstr (sheet, "'Choices'!$A$2:$A$3"));
}

/* What is written into a template is read without anybody choosing a column. */
static void
test_templates (void)
{
  const SelSheetLayout layout = { 0 };

  for (SelRosterKind kind = 0; kind < SEL_N_TABLE_KINDS; kind++)
    {
      g_autoptr (Register) reg = register_new ();
      g_autofree char *path = register_dup_path (reg, "t.xlsx");
      g_autoptr (SelRosterLook) look = NULL;
      g_autoptr (GError) error = NULL;
      const SelRosterColumn *column;
      const SelLookRow *header;

      g_assert_true (sel_template_write (kind, path, FALSE, &error));
      g_assert_no_error (error);
      look = sel_roster_look (path, &layout, NULL, NULL, &error);
      g_assert_no_error (error);
      g_assert_cmpint (look->mapping->kind, ==, kind);
      g_assert_cmpuint (look->header, ==, 0);
      g_assert_cmpuint (look->rows->len, ==, 1);
      g_assert_cmpuint (g_strv_length (look->sheets), ==, 3);
      header = g_ptr_array_index (look->rows, 0);
      g_assert_cmpuint (g_hash_table_size (look->mapping->headers), ==, header->n_cells);
      for (guint i = 0; (column = sel_roster_column_at (kind, i)); i++)
        g_assert_true (column->role == SEL_ROSTER_BIRTH ||
                       g_hash_table_contains (look->mapping->headers, column->name));
    }
}

static void
test_a_table_without_its_columns (void)
{
  g_autoptr (Register) reg = register_new ();
  g_autofree char *path = register_dup_path (reg, "x.csv");
  g_autoptr (SelMapping) mapping = sel_mapping_new (SEL_ROSTER_PARTICIPANTS);
  g_autoptr (GError) error = NULL;

  register_write (reg, "x.csv", "Nama,Umur\nSiti,20\n");
  sel_mapping_set_header (mapping, sel_roster_column_by_name (mapping->kind, "name"), "nama.");
  sel_mapping_set_header (mapping, sel_roster_column_by_name (mapping->kind, "nik"), "No. KTP");
  g_assert_null (sel_roster_source_new (reg->store, path, mapping, NULL, NULL, NULL, &error));
  g_assert_nonnull (strstr (error->message, "with --sender"));

  g_clear_error (&error);
  mapping->sender = g_strdup ("blk");
  g_assert_null (sel_roster_source_new (reg->store, path, mapping, NULL, NULL, NULL, &error));
  g_assert_nonnull (strstr (error->message, "these columns of the mapping: “No. KTP”."));
}

static void
test_a_mapping_is_kept (void)
{
  g_autoptr (SelMapping) mapping = sel_mapping_new (SEL_ROSTER_ENROLMENTS);
  g_autoptr (SelMapping) again = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) names = NULL;

  mapping->sender = g_strdup ("bnnk-banjarbaru");
  mapping->sender_name = g_strdup ("BNN Kota Banjarbaru");
  mapping->layout = (SelSheetLayout){ g_strdup ("Nilai; 2025"), '\t', SEL_ENCODING_WINDOWS_1252 };
  sel_mapping_set_header (mapping, sel_roster_column_by_name (mapping->kind, "nik"),
                          " No. KTP =\n[x] ");
  g_assert_true (sel_mapping_set_default (mapping, "stage", "Dites", NULL));
  g_assert_false (sel_mapping_set_default (mapping, "shoe", "43", &error));
  g_assert_nonnull (strstr (error->message, "“shoe” is not a field of this table; they are: "));

  g_clear_error (&error);
  g_assert_true (sel_mapping_save (mapping, "nilai", &error));
  again = sel_mapping_load ("nilai", &error);
  g_assert_no_error (error);
  g_assert_cmpint (again->kind, ==, SEL_ROSTER_ENROLMENTS);
  g_assert_cmpstr (again->sender, ==, "bnnk-banjarbaru");
  g_assert_cmpstr (again->sender_name, ==, "BNN Kota Banjarbaru");
  g_assert_cmpstr (again->layout.sheet, ==, "Nilai; 2025");
  g_assert_cmpuint (again->layout.delimiter, ==, '\t');
  g_assert_cmpint (again->layout.encoding, ==, SEL_ENCODING_WINDOWS_1252);
  g_assert_cmpstr (g_hash_table_lookup (again->headers, "nik"), ==, " No. KTP =\n[x] ");
  g_assert_cmpstr (g_hash_table_lookup (again->defaults, "stage"), ==, "Dites");

  names = sel_mapping_list ();
  g_assert_cmpstr (names[0], ==, "nilai");
  g_assert_null (names[1]);
  g_assert_null (sel_mapping_load ("../nilai", &error));
  g_clear_error (&error);
  g_assert_null (sel_mapping_load ("lain", &error));
  g_assert_nonnull (strstr (error->message, "There is no mapping called “lain”."));
}

static void
add_tests (void)
{
  g_test_add_func ("/import-roster/participants", test_participants);
  g_test_add_func ("/import-roster/a-report-shows-no-nik", test_a_report_shows_no_nik);
  g_test_add_func ("/import-roster/a-newer-table-updates", test_a_newer_table_updates);
  g_test_add_func ("/import-roster/a-table-has-no-number", test_a_table_has_no_number);
  g_test_add_func ("/import-roster/the-same-table-after-a-change",
                   test_the_same_table_after_a_change);
  g_test_add_func ("/import-roster/a-nik-comes-later", test_a_nik_comes_later);
  g_test_add_func ("/import-roster/somebody-else-s-participant", test_somebody_else_s_participant);
  g_test_add_func ("/import-roster/bad-rows-are-refused", test_bad_rows_are_refused);
  g_test_add_func ("/import-roster/an-identifier-that-stands-twice",
                   test_an_identifier_that_stands_twice);
  g_test_add_func ("/import-roster/niks-that-lost-a-digit", test_niks_that_lost_a_digit);
  g_test_add_func ("/import-roster/enrolments", test_enrolments);
  g_test_add_func ("/import-roster/a-default-takes-nothing-back",
                   test_a_default_takes_nothing_back);
  g_test_add_func ("/import-roster/names-that-are-not-known", test_names_that_are_not_known);
  g_test_add_func ("/import-roster/attendance", test_attendance);
  g_test_add_func ("/import-roster/instructors-and-venues", test_instructors_and_venues);
  g_test_add_func ("/import-roster/a-workbook", test_a_workbook);
  g_test_add_func ("/import-roster/templates", test_templates);
  g_test_add_func ("/import-roster/a-template-keeps-niks", test_a_template_keeps_niks);
  g_test_add_func ("/import-roster/a-table-without-its-columns", test_a_table_without_its_columns);
  g_test_add_func ("/import-roster/a-mapping-is-kept", test_a_mapping_is_kept);
}

int
main (int argc, char **argv)
{
  return folder_run_tests (&argc, &argv, add_tests);
}
