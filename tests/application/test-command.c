/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include "application/commands.h"
#include "application/identity.h"
#include "support/folder.h"

/* Lines that are wrong, or ask for no more than words. */
static const CommandCase lines[] = {
  { "--help", SEL_STATUS_DONE, "import FILE…", NULL },
  { "-h", SEL_STATUS_DONE, "--database=FILE", NULL },
  { "import --help", SEL_STATUS_DONE, "--accept-valid", NULL },
  { "report --help", SEL_STATUS_DONE, "--format=FORMAT", NULL },
  { "check --help", SEL_STATUS_DONE, "[OPTION…] check", NULL },
  { "--version", SEL_STATUS_DONE, "Selaras ", NULL },
  { "--nonsense", SEL_STATUS_USAGE, NULL, "--nonsense" },
  { "nonsense", SEL_STATUS_USAGE, NULL, "“nonsense” is neither a command nor a file." },
  { "--database", SEL_STATUS_USAGE, NULL, "--database" },
  { "import", SEL_STATUS_USAGE, NULL, "Say which file to import." },
  { "import --nonsense x.xml", SEL_STATUS_USAGE, NULL, "--nonsense" },
  { "import --format=csv x.xml", SEL_STATUS_USAGE, NULL,
    "“csv” is not a format; it is one of these: text, json." },
  { "import --help", SEL_STATUS_DONE, "--report=FILE", NULL },
  { "import --report a.xml", SEL_STATUS_USAGE, NULL, "Say which file to import." },
  { "import --report r.doc x.xml", SEL_STATUS_USAGE, NULL,
    "“r.doc” does not say how the report is to be written: end its name in .txt for text, in .json "
    "for a program, or in .csv for a spreadsheet." },
  { "import --report txt x.xml", SEL_STATUS_USAGE, NULL, "“txt” does not say" },
  { "import --mapping m --report ../nowhere/y.csv x.xml y.csv", SEL_STATUS_USAGE, NULL,
    "The report would replace “y.csv”, which the import needs." },
  { "--database r.txt import --report r.txt x.xml", SEL_STATUS_USAGE, NULL, "would replace “r.txt”" },
  { "import --report r.txt --passphrase-file r.txt x.selaras", SEL_STATUS_USAGE, NULL,
    "would replace “r.txt”" },
  { "undo-import --report r.txt 1", SEL_STATUS_USAGE, NULL, "--report" },
  { "export --help", SEL_STATUS_DONE, "--agreement=AGREEMENT", NULL },
  { "export", SEL_STATUS_USAGE, NULL, "Say which one file to write." },
  { "export --partner=BNN a.xml b.xml", SEL_STATUS_USAGE, NULL, "Say which one file to write." },
  { "export x.xml", SEL_STATUS_USAGE, NULL, "Say for which partner" },
  { "export --partner=BNN --what=people x.xml", SEL_STATUS_USAGE, NULL,
    "agreements, roster, schedule, outcomes, everything." },
  { "export --partner=BNN --what=roster x.xml", SEL_STATUS_USAGE, NULL,
    "A roster is that of a programme or a cohort" },
  { "export --partner=BNN --what=roster --programme=A --cohort=B x.xml", SEL_STATUS_USAGE, NULL,
    "Say a programme or a cohort, not both." },
  { "export --partner=BNN --programme=A x.xml", SEL_STATUS_USAGE, NULL,
    "go with a roster, a schedule or outcomes" },
  { "export --partner=BNN --format=csv x.xml", SEL_STATUS_USAGE, NULL, "“csv” is not a format" },
  { "export --dry-run x.xml", SEL_STATUS_USAGE, NULL, "--dry-run" },
  { "export --sign x.xml", SEL_STATUS_USAGE, NULL, "Only a package is signed or encrypted" },
  { "import --partner=BNN x.xml", SEL_STATUS_USAGE, NULL, "--partner" },
  { "list --help", SEL_STATUS_DONE, "--search=TEXT", NULL },
  { "list", SEL_STATUS_USAGE, NULL, "Say which list" },
  { "list people people.csv", SEL_STATUS_USAGE, NULL, "Say which list" },
  { "list participants", SEL_STATUS_USAGE, NULL, "Say which list" },
  { "list participants a.csv b.csv", SEL_STATUS_USAGE, NULL, "Say which list" },
  { "list register", SEL_STATUS_USAGE, NULL, "Say which list" },
  { "list agreement a.pdf", SEL_STATUS_USAGE, NULL, "Say which agreement" },
  { "list --cohort=A participants a.csv", SEL_STATUS_USAGE, NULL, "--cohort" },
  { "schedule --help", SEL_STATUS_DONE, "--cohort=COHORT", NULL },
  { "schedule", SEL_STATUS_USAGE, NULL, "Say which one file to write." },
  { "schedule --search=A a.ics", SEL_STATUS_USAGE, NULL, "--search" },
  { "report", SEL_STATUS_USAGE, NULL, "Say which report" },
  { "report nonsense", SEL_STATUS_USAGE, NULL, "Say which report" },
  { "undo-import", SEL_STATUS_USAGE, NULL, "Say the number of the import" },
  { "undo-import first", SEL_STATUS_USAGE, NULL, "Say the number of the import" },
  { "report summary more", SEL_STATUS_USAGE, NULL, "Say which report" },
  { "report receipts", SEL_STATUS_USAGE, NULL, "Say of which person" },
  { "report receipts Siti Contoh", SEL_STATUS_USAGE, NULL, "Say of which person" },
  { "report summary --format=xml", SEL_STATUS_USAGE, NULL,
    "“xml” is not a format; it is one of these: text, json, csv." },
  { "report summary --dry-run", SEL_STATUS_USAGE, NULL, "--dry-run" },
  { "read-sheet --help", SEL_STATUS_DONE, "--save-mapping=NAME", NULL },
  { "read-sheet", SEL_STATUS_USAGE, NULL, "Say which file to read, and no more than one." },
  { "read-sheet a.csv b.csv", SEL_STATUS_USAGE, NULL, "no more than one" },
  { "read-sheet --mapping x a.csv", SEL_STATUS_USAGE, NULL, "--mapping" },
  { "template participants", SEL_STATUS_USAGE, NULL, "Say what the table is about" },
  { "check selaras.db", SEL_STATUS_USAGE, NULL, "“check” takes no file" },
  { "import --help", SEL_STATUS_DONE, "--passphrase-file=FILE", NULL },
  { "package --help", SEL_STATUS_DONE, "--sign", NULL },
  { "package x.xml", SEL_STATUS_USAGE, NULL, "Say which exchange file to pack" },
  { "package x.xml y.selaras z", SEL_STATUS_USAGE, NULL, "Say which exchange file to pack" },
  { "check --sign", SEL_STATUS_USAGE, NULL, "--sign" },
  { "key x", SEL_STATUS_USAGE, NULL, "“key” takes nothing." },
  { "trust office", SEL_STATUS_USAGE, NULL, "Say which sender to trust, and its key." },
  { "trust --remove", SEL_STATUS_USAGE, NULL, "Say which sender’s keys are to be removed." },
};

static void
test_lines (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_autoptr (SelAnswer) answer = sel_answer_new ();

      g_assert_null (commands_parse (lines[i].line, "/nowhere", answer));
      commands_assert (answer, &lines[i]);
    }
}

static void
test_options_are_read (void)
{
  g_autoptr (SelAnswer) answer = sel_answer_new ();
  g_autoptr (SelCommand) import =
    commands_parse ("--database one.db import --dry-run --accept-valid --format=json --report ../R.CSV a.xml "
                    "../b.xml",
                    "/nowhere/x", answer);
  g_autoptr (SelCommand) export =
    commands_parse ("export --what roster --cohort K-1 --partner BNN --agreement 1/NK --purpose Placement "
                    "--sender-id blk --sender-name BLK --force --format json ../out.xml",
                    "/nowhere/x", answer);
  g_autoptr (SelCommand) report =
    commands_parse ("--database one.db report summary --database=/nowhere/two.db --format csv", "/nowhere",
                    answer);

  g_assert_cmpint (import->kind, ==, SEL_COMMAND_IMPORT);
  g_assert_cmpstr (import->database, ==, "/nowhere/x/one.db");
  g_assert_cmpint (import->flags, ==, SEL_IMPORT_DRY_RUN | SEL_IMPORT_ACCEPT_VALID);
  g_assert_cmpint (import->format, ==, SEL_FORMAT_JSON);
  g_assert_cmpstr (import->report_file, ==, "/nowhere/R.CSV");
  g_assert_cmpint (import->report_format, ==, SEL_FORMAT_CSV);
  g_assert_cmpstr (import->files[0], ==, "/nowhere/x/a.xml");
  g_assert_cmpstr (import->files[1], ==, "/nowhere/b.xml");
  g_assert_null (import->files[2]);

  g_assert_cmpint (export->kind, ==, SEL_COMMAND_EXPORT);
  g_assert_cmpint (export->format, ==, SEL_FORMAT_JSON);
  g_assert_cmpstr (export->files[0], ==, "/nowhere/out.xml");
  g_assert_null (export->files[1]);
  g_assert_cmpstr (export->export.what, ==, "roster");
  g_assert_cmpstr (export->export.cohort, ==, "K-1");
  g_assert_cmpstr (export->export.partner, ==, "BNN");
  g_assert_cmpstr (export->export.agreement, ==, "1/NK");
  g_assert_cmpstr (export->export.purpose, ==, "Placement");
  g_assert_cmpstr (export->export.sender, ==, "blk");
  g_assert_cmpstr (export->export.sender_name, ==, "BLK");
  g_assert_true (export->export.replaces);

  g_assert_cmpint (report->kind, ==, SEL_COMMAND_REPORT);
  g_assert_cmpstr (report->database, ==, "/nowhere/two.db");
  g_assert_cmpint (report->format, ==, SEL_FORMAT_CSV);
}

/* Carries out @line where no database is needed. */
static SelAnswer *
run_without_database (const char *line, const char *folder)
{
  SelAnswer *answer = sel_answer_new ();
  g_autoptr (SelCommand) command = commands_parse (line, folder, answer);
  GDate today;

  g_assert_nonnull (command);
  g_assert_false (sel_command_needs_database (command));
  g_date_clear (&today, 1);
  sel_command_run (command, NULL, &today, 0, NULL, answer);
  return answer;
}

static void
test_a_table_is_looked_at (void)
{
  g_autoptr (Register) reg = register_new ();
  g_autoptr (SelAnswer) masked = NULL;
  g_autoptr (SelAnswer) revealed = NULL;
  g_autoptr (SelAnswer) json = NULL;
  g_autoptr (SelAnswer) wrong = NULL;
  g_autoptr (SelAnswer) said = NULL;

  register_write (reg, "a.csv",
                  "Daftar\nNama;NIK;L/P;Umur\nSiti;6372014101900001;P;1\nAli;x;X;2\n");
  masked = run_without_database ("read-sheet a.csv", reg->folder);
  g_assert_cmpint (masked->status, ==, SEL_STATUS_DONE);
  g_assert_nonnull (strstr (masked->output->str, "a.csv: CSV with “;” between the columns, in "
                                                 "UTF-8\nParticipants, with the names of the "
                                                 "columns in row 2\n"));
  g_assert_nonnull (strstr (masked->output->str, "Row 4, Sex: It must be one of these: Male, "
                                                 "Female."));
  g_assert_nonnull (strstr (masked->output->str, "Siti  Female"));
  g_assert_nonnull (strstr (masked->output->str, "Not said yet: Kind. Records that are new to the "
                                                 "register would be refused. What is the same in "
                                                 "all rows can be said with --default.\n"));
  g_assert_null (strstr (masked->output->str, "6372014101900001"));

  revealed = run_without_database ("read-sheet --reveal a.csv", reg->folder);
  g_assert_nonnull (strstr (revealed->output->str, "6372014101900001"));

  json = run_without_database (
    "read-sheet --format=json --kind=instructors --save-mapping=x --sender=blk a.csv", reg->folder);
  g_assert_nonnull (strstr (json->output->str, "\"kind\" : \"instructors\""));
  g_assert_nonnull (strstr (json->output->str, "\"header\" : 2"));

  wrong = run_without_database ("read-sheet --default shoe=43 a.csv", reg->folder);
  g_assert_cmpint (wrong->status, ==, SEL_STATUS_USAGE);
  sel_answer_free (wrong);
  said = run_without_database ("read-sheet --default kind=job_seeker a.csv", reg->folder);
  g_assert_null (strstr (said->output->str, "Not said yet"));
  wrong = run_without_database ("read-sheet --default kind=shoe a.csv", reg->folder);
  g_assert_cmpint (wrong->status, ==, SEL_STATUS_USAGE);
  g_assert_nonnull (strstr (wrong->errors->str, "Kind: It must be one of these: Rehab"));
  sel_answer_free (wrong);
  wrong = run_without_database ("read-sheet --save-mapping=x a.csv", reg->folder);
  g_assert_cmpint (wrong->status, ==, SEL_STATUS_REFUSED);
  g_assert_nonnull (strstr (wrong->errors->str, "with --sender"));
  sel_answer_free (wrong);
  wrong = run_without_database ("template nonsense t.xlsx", reg->folder);
  g_assert_cmpint (wrong->status, ==, SEL_STATUS_USAGE);
}

/* What is there stays unless it is to be replaced, and nothing else is left in the folder. */
static void
test_a_template_replaces_only_what_it_is_told_to (void)
{
  g_autoptr (Register) reg = register_new ();
  g_autofree char *path = register_dup_path (reg, "t.xlsx");
  g_autofree char *text = NULL;
  g_autofree char *made = NULL;
  g_autoptr (SelAnswer) refused = NULL;
  g_autoptr (SelAnswer) replaced = NULL;
  g_autoptr (SelAnswer) nowhere = NULL;
  g_autoptr (SelAnswer) other = NULL;
  g_autoptr (GDir) folder = NULL;
  guint n_files = 0;

  register_write (reg, "t.xlsx", "mine");
  refused = run_without_database ("template participants t.xlsx", reg->folder);
  g_assert_cmpint (refused->status, ==, SEL_STATUS_REFUSED);
  g_assert_nonnull (strstr (refused->errors->str,
                            "“t.xlsx” is there already, and is left as it is. Choose another name "
                            "or folder, or replace it with --force."));
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, "mine");

  replaced = run_without_database ("template --force participants t.xlsx", reg->folder);
  g_assert_cmpint (replaced->status, ==, SEL_STATUS_DONE);
  g_assert_true (g_file_get_contents (path, &made, NULL, NULL));
  g_assert_true (g_str_has_prefix (made, "PK\3\4"));

  nowhere = run_without_database ("template participants no/t.xlsx", reg->folder);
  g_assert_cmpint (nowhere->status, ==, SEL_STATUS_FAILED);
  other = run_without_database ("template participants t.csv", reg->folder);
  g_assert_cmpint (other->status, ==, SEL_STATUS_REFUSED);
  g_assert_nonnull (strstr (other->errors->str,
                            "“t.csv” is no name of a workbook. End it with .xlsx."));

  folder = g_dir_open (reg->folder, 0, NULL);
  for (const char *name; (name = g_dir_read_name (folder));)
    n_files += !g_str_has_prefix (name, "selaras.db");
  g_assert_cmpuint (n_files, ==, 1);
}

static void
test_a_table_is_imported (void)
{
  g_autoptr (Register) reg = register_new ();
  g_autoptr (SelAnswer) answer = sel_answer_new ();
  g_autoptr (SelAnswer) saved = NULL;
  g_autoptr (SelCommand) bare = commands_parse ("import a.csv", reg->folder, answer);
  g_autoptr (SelCommand) mapped = commands_parse ("import --mapping blk a.csv", reg->folder, answer);
  GDate today;

  register_write (reg, "a.csv", "Nama;NIK\nSiti;6372014101900001\n");
  saved = run_without_database (
    "read-sheet --save-mapping blk --sender blk --default kind=job_seeker a.csv", reg->folder);
  g_assert_nonnull (strstr (saved->output->str, "The mapping is saved as “blk”, in "));

  g_date_clear (&today, 1);
  g_date_set_dmy (&today, 22, G_DATE_NOVEMBER, 2025);
  sel_command_run (bare, reg->store, &today, 0, NULL, answer);
  g_assert_cmpint (answer->status, ==, SEL_STATUS_REFUSED);
  g_assert_nonnull (strstr (answer->errors->str, "“a.csv” is a table."));

  sel_answer_free (answer);
  answer = sel_answer_new ();
  sel_command_run (mapped, reg->store, &today, 0, NULL, answer);
  g_assert_cmpint (answer->status, ==, SEL_STATUS_DONE);
  g_assert_true (g_str_has_prefix (answer->output->str, "a.csv, from blk, saved on "));
  g_assert_cmpint (register_get_int (reg, "SELECT count (*) FROM participant"), ==, 1);
}

/* The number of its sender's exchange files is none of a table's. */
static void
test_a_table_has_no_number (void)
{
  g_autoptr (Register) reg = register_new ();
  g_autoptr (SelAnswer) import = NULL;
  g_autoptr (SelAnswer) text = NULL;
  g_autoptr (SelAnswer) csv = NULL;
  g_autoptr (SelAnswer) json = NULL;

  register_write (reg, "a.csv", "Nama;NIK\nSiti;6372014101900001\n");
  sel_answer_free (run_without_database (
    "read-sheet --save-mapping blk --sender blk --default kind=job_seeker a.csv", reg->folder));
  import = commands_run (reg, "import --mapping blk --format=json a.csv");
  g_assert_nonnull (strstr (import->output->str, "\"sequence\" : null"));

  csv = commands_run (reg, "report imports --format=csv");
  g_assert_true (g_str_has_suffix (csv->output->str, ",,,1,0,0,0\r\n"));
  json = commands_run (reg, "report imports --format=json");
  g_assert_nonnull (strstr (json->output->str, "\"sequence\" : null"));
  text = commands_run (reg, "report imports");
  g_assert_nonnull (strstr (text->output->str, "  1        0     0        0\n"));
}

/* An agreement is named as people name it, and a file that is there stays unless told otherwise. */
static void
test_an_agreement_on_a_page (void)
{
  static const CommandCase pages[] = {
    { "list agreement 7/PKS/2025 one.pdf", SEL_STATUS_DONE,
      "The agreement was saved as “one.pdf”\n", NULL },
    { "list agreement 7/PKS/2025 one.pdf", SEL_STATUS_REFUSED, NULL, "“one.pdf” is there already" },
    { "list agreement --force 7/PKS/2025 one.pdf", SEL_STATUS_DONE, "was saved", NULL },
    { "list agreement --force magang one.pdf", SEL_STATUS_DONE, "was saved", NULL },
    { "list register --search=Magang r.pdf", SEL_STATUS_DONE, "with 1 agreement was saved", NULL },
    { "list register --search=xyzzy r.xlsx", SEL_STATUS_DONE, "with 0 agreements", NULL },
  };
  g_autoptr (Register) reg = register_new ();

  register_take (reg, EXCHANGE (1, PARTNER
                                "<agreement id=\"A\"><kind>cooperation</kind>"
                                "<title>Magang</title><stage>draft</stage></agreement>\n"
                                "<party id=\"A/1\"><agreement>A</agreement><position>1</position>"
                                "<partner>P-1</partner><number>7/PKS/2025</number></party>\n"));
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      g_autoptr (SelAnswer) answer = commands_run (reg, pages[i].line);

      commands_assert (answer, &pages[i]);
    }
}

#define TWIN(id, stage, number)                                                                   \
  "<agreement id=\"" id "\"><kind>cooperation</kind><title>Magang</title>" stage "</agreement>\n" \
  "<party id=\"" id "/1\"><agreement>" id "</agreement><position>1</position><partner>P-1</partner>" number "</party>\n"
#define DRAFT "<stage>draft</stage>"
#define SIGNED \
  "<stage>signed</stage><signed_on>2025-01-01</signed_on><ends_on>2029-12-31</ends_on>"

/* Of agreements with one title each says how it stands, and begins with what names it alone. */
static void
test_agreements_of_one_title (void)
{
  g_autoptr (Register) reg = register_new ();
  g_autoptr (SelAnswer) answer = NULL;
  g_autofree char *draft = NULL;
  g_autofree char *second = NULL;
  g_autofree char *third = NULL;
  g_autofree char *said = NULL;

  register_take (reg, EXCHANGE (1, PARTNER
                                     TWIN ("A", SIGNED, "<number>7/PKS/2025</number>")
                                       TWIN ("B", SIGNED, "<number>NO 8</number>")
                                         TWIN ("C", DRAFT, "")
                                           TWIN ("D", SIGNED, "<number>9/PKS/2025</number>")
                                             TWIN ("E", DRAFT, "<number>9/PKS/2025</number>")));
  draft = register_dup_text (reg, "SELECT uid FROM agreement WHERE id = 3");
  second = register_dup_text (reg, "SELECT uid FROM agreement WHERE id = 4");
  third = register_dup_text (reg, "SELECT uid FROM agreement WHERE id = 5");
  said = g_strdup_printf ("selaras: Agreement “Magang”: several are called so. Name the one that is "
                          "meant by what its line begins with:\n"
                          "  7/PKS/2025  In force  Magang\n"
                          "  'NO 8'  In force  Magang\n"
                          "  %s  Draft  Magang\n"
                          "  %s  9/PKS/2025  In force  Magang\n"
                          "  %s  9/PKS/2025  Draft  Magang\n",
                          draft, second, third);

  answer = commands_run (reg, "list agreement Magang one.pdf");
  g_assert_cmpint (answer->status, ==, SEL_STATUS_REFUSED);
  g_assert_cmpstr (answer->errors->str, ==, said);
}

static void
test_no_command_is_the_window (void)
{
  g_autoptr (Register) reg = register_new ();
  g_autoptr (SelAnswer) answer = sel_answer_new ();
  g_autoptr (SelCommand) bare = commands_parse ("", reg->folder, answer);
  g_autoptr (SelCommand) with_file = NULL;
  g_autofree char *path = register_dup_path (reg, "exchange.xml");

  g_assert_cmpint (bare->kind, ==, SEL_COMMAND_WINDOW);
  g_assert_null (bare->files[0]);

  register_write (reg, "exchange.xml", "");
  with_file = commands_parse ("exchange.xml", reg->folder, answer);
  g_assert_cmpint (with_file->kind, ==, SEL_COMMAND_WINDOW);
  g_assert_cmpstr (with_file->files[0], ==, path);
}

/* One file has one name, whichever way leads to it. */
static void
test_a_database_has_one_name (void)
{
  g_autoptr (Register) reg = register_new ();
  g_autofree char *path = register_dup_path (reg, "selaras.db");
  g_autofree char *link = register_dup_path (reg, "link.db");
  g_autofree char *by_path = sel_database_dup_canonical_path (path, "/");
  g_autofree char *by_link = NULL;
  g_autofree char *relative = sel_database_dup_canonical_path ("./selaras.db", reg->folder);
  g_autofree char *usual = sel_database_dup_canonical_path (NULL, "/");
  g_autofree char *id = sel_application_dup_id (path);
  g_autofree char *usual_id = sel_application_dup_id (usual);

  g_assert_cmpint (symlink (path, link), ==, 0);
  by_link = sel_database_dup_canonical_path (link, "/");
  g_assert_cmpstr (by_link, ==, by_path);
  g_assert_cmpstr (relative, ==, by_path);
  g_assert_cmpstr (usual_id, ==, "org.selaras.Selaras");
  g_assert_true (g_str_has_prefix (id, "org.selaras.Selaras.db"));
  g_assert_true (g_application_id_is_valid (id));
}

#define AGREEMENT                                                                              \
  "<agreement id=\"A-1\"><kind>memorandum</kind><title>Pelatihan</title><stage>draft</stage>"  \
  "<open_ended>true</open_ended></agreement>\n<document id=\"D-1\"><agreement>A-1</agreement>" \
  "<kind>signed</kind><title>PKS</title><file>pks.pdf</file><sha256>" PDF_SHA256               \
  "</sha256></document>\n"
#define PDF_SHA256 "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"

#define BAD_PARTNER "<partner id=\"P-2\"><name>X</name><kind>nonsense</kind></partner>\n"

/* What each command ends with; good.xml can be taken, bad.xml has a record that is refused, and
 * broken.xml cannot be read. */
static const CommandCase runs[] = {
  { "import good.xml", SEL_STATUS_DONE, "Done.\n", NULL },
  { "import --dry-run good.xml", SEL_STATUS_DONE, "nothing was changed", NULL },
  { "import bad.xml", SEL_STATUS_REFUSED,
    "bad.xml, line 9: Partner “P-2”, Kind “nonsense”: It must be one of these", NULL },
  { "import --dry-run bad.xml", SEL_STATUS_REFUSED, "line 9", NULL },
  { "import --accept-valid bad.xml", SEL_STATUS_PARTLY, "Done without 1 record that was refused.",
    NULL },
  { "import broken.xml", SEL_STATUS_REFUSED, NULL, "“broken.xml”, line 1" },
  { "import --accept-valid broken.xml", SEL_STATUS_REFUSED, NULL, "“broken.xml”, line 1" },
  { "import missing.xml", SEL_STATUS_REFUSED, NULL, "“missing.xml” cannot be opened" },
  { "import good.xml bad.xml", SEL_STATUS_REFUSED, "Done.\n", NULL },
  { "import --format=json bad.xml", SEL_STATUS_REFUSED, "\"applied\" : false", NULL },
  { "import --format=json broken.xml", SEL_STATUS_REFUSED, "\"error\" : \"“broken.xml”, line 1",
    "broken.xml" },
  { "import --older good.xml", SEL_STATUS_DONE, "To take it back: selaras undo-import 1\n", NULL },
  { "--database other.db import good.xml", SEL_STATUS_DONE, "/other.db' undo-import 1\n", NULL },
  { "import --report no/r.txt good.xml", SEL_STATUS_FAILED, "Done.\n",
    "No such file or directory. What was imported is in the register all the same; the output says "
    "what.\n" },
  { "import --report no/r.txt bad.xml", SEL_STATUS_FAILED, "Nothing was changed",
    "No such file or directory. The register was not changed either; give the report another name or "
    "folder, and import again.\n" },
  { "import --report no/r.txt --dry-run good.xml", SEL_STATUS_FAILED, "nothing was changed",
    "The register was not changed either" },
  { "undo-import 1", SEL_STATUS_REFUSED, NULL, "There is no import with the number 1." },
  { "report imports", SEL_STATUS_DONE, "No exchange file came in yet\n", NULL },
  { "package broken.xml p.selaras", SEL_STATUS_REFUSED, NULL, "“broken.xml”, line 1" },
  { "package bad.xml p.selaras", SEL_STATUS_REFUSED, NULL,
    "“bad.xml”, line 9: Kind: It must be one of these" },
  { "package missing.xml p.selaras", SEL_STATUS_REFUSED, NULL, "“missing.xml” cannot be opened" },
  { "package good.xml bad.xml", SEL_STATUS_REFUSED, NULL,
    "“bad.xml” is there already, and is left as it is." },
  { "package with-pdf.xml p.selaras", SEL_STATUS_REFUSED, NULL, "“pks.pdf” cannot be packed" },
  { "package good.xml p.selaras --passphrase-file no", SEL_STATUS_REFUSED, NULL,
    "The passphrase cannot be taken from “no”: No such file" },
  { "package good.xml p.selaras --passphrase-file empty", SEL_STATUS_REFUSED, NULL,
    "Its first line has to be the passphrase" },
  { "package good.xml /no/p.selaras", SEL_STATUS_FAILED, NULL, "“/no” cannot be written" },
  { "trust office nonsense", SEL_STATUS_USAGE, NULL, "This is not a public key." },
  { "trust OFFICE 11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=", SEL_STATUS_USAGE, NULL,
    "It has small letters" },
  { "trust --remove nobody", SEL_STATUS_REFUSED, NULL, "No key of “nobody” was trusted." },
  { "--width=60 due", SEL_STATUS_DONE, "Nothing is due.\n", NULL },
  { "report summary", SEL_STATUS_DONE, "The register on 22 November 2025", NULL },
  { "report summary --format=json", SEL_STATUS_DONE, "\"counts\" : {", NULL },
  { "report summary --format=csv", SEL_STATUS_DONE, "count,partner,,,,,,0\r\n", NULL },
  { "list register r.pdf", SEL_STATUS_DONE, "The register with 0 agreements was saved as “r.pdf”\n",
    NULL },
  { "list register r.xlsx", SEL_STATUS_DONE, "was saved as “r.xlsx”\n", NULL },
  { "list register r.csv", SEL_STATUS_REFUSED, NULL, "End it with .pdf or .xlsx." },
  { "list register no/r.pdf", SEL_STATUS_FAILED, NULL, "cannot be written" },
  { "list agreement 12/PKS a.pdf", SEL_STATUS_REFUSED, NULL, "“12/PKS” is not in the register" },
  { "check", SEL_STATUS_DONE,
    "The register is whole: 0 records and 0 documents, with 0 warnings.", NULL },
};

static void
test_run (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr (Register) reg = register_new ();
  g_autoptr (SelAnswer) answer = NULL;

  register_write (reg, "good.xml", EXCHANGE (1, PARTNER));
  register_write (reg, "bad.xml", EXCHANGE (2, PARTNER BAD_PARTNER));
  register_write (reg, "broken.xml", "<exchange");
  register_write (reg, "with-pdf.xml", EXCHANGE (1, AGREEMENT));
  register_write (reg, "empty", "\nthe second line");
  answer = commands_run (reg, runs[i].line);
  commands_assert (answer, &runs[i]);
}

static void
test_import_in_json (void)
{
  g_autoptr (Register) reg = register_new ();
  g_autoptr (SelAnswer) answer = NULL;

  register_write (reg, "bad.xml", EXCHANGE (2, PARTNER BAD_PARTNER));
  answer = commands_run (reg, "import --accept-valid --format=json bad.xml");
  g_assert_cmpstr (
    answer->output->str, ==,
    "{\n"
    "  \"files\" : [\n"
    "    {\n"
    "      \"file\" : \"bad.xml\",\n"
    "      \"import\" : 1,\n"
    "      \"sender\" : \"office\",\n"
    "      \"sender_name\" : \"Office\",\n"
    "      \"made_at\" : \"2025-10-11T09:00:00+07:00\",\n"
    "      \"sequence\" : 2,\n"
    "      \"newest_sequence\" : null,\n"
    "      \"dry_run\" : false,\n"
    "      \"applied\" : true,\n"
    "      \"more_pairs\" : null,\n"
    "      \"total\" : {\n"
    "        \"new\" : 1,\n"
    "        \"changed\" : 0,\n"
    "        \"same\" : 0,\n"
    "        \"doubtful\" : 0,\n"
    "        \"refused\" : 1,\n"
    "        \"warnings\" : 0\n"
    "      },\n"
    "      \"counts\" : {\n"
    "        \"partner\" : {\n"
    "          \"new\" : 1,\n"
    "          \"changed\" : 0,\n"
    "          \"same\" : 0,\n"
    "          \"doubtful\" : 0,\n"
    "          \"refused\" : 1,\n"
    "          \"warnings\" : 0\n"
    "        }\n"
    "      },\n"
    "      \"new\" : [],\n"
    "      \"changed\" : [],\n"
    "      \"doubtful\" : [],\n"
    "      \"refused\" : [\n"
    "        {\n"
    "          \"line\" : 9,\n"
    "          \"record\" : \"partner\",\n"
    "          \"id\" : \"P-2\",\n"
    "          \"field\" : \"kind\",\n"
    "          \"value\" : \"nonsense\",\n"
    "          \"reason\" : \"It must be one of these: ministry, agency, unit, provincial_office, "
    "regency_office, prison,"
    " rehabilitation, training_centre, company, bank, school, organisation, other.\"\n"
    "        }\n"
    "      ],\n"
    "      \"warnings\" : []\n"
    "    }\n"
    "  ]\n"
    "}\n");
}

static void
test_an_import_is_undone (void)
{
  g_autoptr (Register) reg = register_new ();
  g_autoptr (SelAnswer) import = NULL;
  g_autoptr (SelAnswer) before = NULL;
  g_autoptr (SelAnswer) undo = NULL;
  g_autoptr (SelAnswer) after = NULL;

  register_write (reg, "good.xml", EXCHANGE (3, PARTNER));
  import = commands_run (reg, "import good.xml");
  before = commands_run (reg, "report imports --format=csv");
  g_assert_nonnull (strstr (before->output->str, ",Office,good.xml,"));
  g_assert_true (g_str_has_suffix (before->output->str, ",,3,1,0,0,0\r\n"));

  undo = commands_run (reg, "undo-import 1");
  g_assert_cmpint (undo->status, ==, SEL_STATUS_DONE);
  g_assert_cmpstr (undo->output->str, ==,
                   "The import of good.xml, from Office, was taken back.\n"
                   "1 record was removed.\n"
                   "0 records were set back.\n");
  after = commands_run (reg, "report imports --format=json");
  g_assert_null (strstr (after->output->str, "\"undone_at\" : null"));
  g_assert_cmpint (register_get_int (reg, "SELECT count (*) FROM partner"), ==, 0);
}

/* What another office wrote does not speak to the terminal. */
static void
test_nothing_moves_the_cursor (void)
{
  g_autoptr (Register) reg = register_new ();
  g_autoptr (SelAnswer) answer = NULL;

  register_write (
    reg, "evil.xml",
    "<exchange "
    "xmlns=\"urn:selaras:exchange:1\"><header><sender>e</sender><sender_name>A&#x9b;31mB&#x202e;</"
    "sender_name>"
    "<made_at>2025-10-11T09:00:00+07:00</made_at><sequence>1</sequence></header></exchange>");
  answer = commands_run (reg, "import evil.xml");
  g_assert_nonnull (strstr (answer->output->str, "from A\uFFFD31mB\uFFFD,"));
}

/* The words of a command line are bytes, and a message may quote any of them. */
static void
test_any_bytes_can_be_said (void)
{
  g_autoptr (SelAnswer) answer = sel_answer_new ();

  sel_answer_fail (answer, SEL_STATUS_USAGE, "--\xfc");
  g_assert_cmpstr (answer->errors->str, ==, "selaras: --\uFFFD\n");
}

static void
test_on_a_thread (void)
{
  g_autoptr (Register) reg = register_new ();
  g_autoptr (SelAnswer) answer = NULL;

  register_write (reg, "good.xml", EXCHANGE (1, PARTNER));
  answer = commands_run_on_thread (reg, "import good.xml");
  g_assert_cmpint (answer->status, ==, SEL_STATUS_DONE);
  g_assert_cmpint (register_get_int (reg, "SELECT count (*) FROM partner"), ==, 1);
}

static void
add_tests (void)
{
  g_test_add_func ("/command/lines", test_lines);
  g_test_add_func ("/command/options-are-read", test_options_are_read);
  g_test_add_func ("/command/a-table-is-looked-at", test_a_table_is_looked_at);
  g_test_add_func ("/command/a-table-is-imported", test_a_table_is_imported);
  g_test_add_func ("/command/a-table-has-no-number", test_a_table_has_no_number);
  g_test_add_func ("/command/a-template-replaces-only-what-it-is-told-to",
                   test_a_template_replaces_only_what_it_is_told_to);
  g_test_add_func ("/command/an-agreement-on-a-page", test_an_agreement_on_a_page);
  g_test_add_func ("/command/agreements-of-one-title", test_agreements_of_one_title);
  g_test_add_func ("/command/no-command-is-the-window", test_no_command_is_the_window);
  g_test_add_func ("/command/a-database-has-one-name", test_a_database_has_one_name);
  for (guint i = 0; i < G_N_ELEMENTS (runs); i++)
    {
      g_autofree char *path = g_strdup_printf ("/command/run/%u-%s", i, runs[i].line);

      g_strdelimit (path + strlen ("/command/run/"), " /", '-');
      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_run);
    }
  g_test_add_func ("/command/import-in-json", test_import_in_json);
  g_test_add_func ("/command/an-import-is-undone", test_an_import_is_undone);
  g_test_add_func ("/command/nothing-moves-the-cursor", test_nothing_moves_the_cursor);
  g_test_add_func ("/command/any-bytes-can-be-said", test_any_bytes_can_be_said);
  g_test_add_func ("/command/on-a-thread", test_on_a_thread);
}

int
main (int argc, char **argv)
{
  return folder_run_tests (&argc, &argv, add_tests);
}
