/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The report of an import, as a file. */
#include <string.h>

#include "application/commands.h"
#include "report/import-report-file.h"
#include "support/folder.h"
#include "support/no-room.h"

static void
assert_file (Register *reg, const char *name, const char *expected)
{
  g_autofree char *path = register_dup_path (reg, name);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (text, ==, expected);
}

/* One is good, one may be Siti, and one has half a NIK. */
#define PEOPLE                                                                                  \
  "<participant id=\"X-7\"><name>Sitti Rahaju</name><birth_date>1991-05-04</birth_date>"        \
  "<kind>tks</kind></participant>\n"                                                            \
  "<participant id=\"X-8\"><name>Ali</name><birth_date>1980-01-01</birth_date><kind>tks</kind>" \
  "</participant>\n"                                                                            \
  "<participant id=\"X-9\"><nik>637201410190</nik><name>Budi</name><birth_date>1980-01-01"      \
  "</birth_date><kind>tks</kind></participant>\n"

#define REPORT_CSV                                                                                        \
  "file,line,record,id,verdict,field,value,reason\r\n"                                                    \
  "people.xml,10,participant,X-9,refused,nik,637•••••••90,A NIK has 16 digits and nothing " \
  "else.\r\n"                                                                                             \
  "people.xml,8,participant,X-7,doubtful,,,It may be the same as one that is in the register.\r\n"        \
  "broken.xml,,,,refused,,,\"“broken.xml”, line 1: The file has no namespace; that of exchange "      \
  "files is “urn:selaras:exchange:1”.\"\r\n"

#define REPORT_TEXT                                                                                                      \
  "people.xml, from Office, made on 11 October 2025, number 1\n"                                                         \
  "                New  Changed  Same  Doubtful  Refused  Warning\n"                                                     \
  "  Participants    1        0     0         1        1        0\n"                                                     \
  "  Together        1        0     0         1        1        0\n\n"                                                   \
  "Refused\n"                                                                                                            \
  "  people.xml, line 10: Participant “X-9”, NIK “637•••••••90”: A NIK has 16 digits and nothing " \
  "else.\n\n"                                                                                                            \
  "Doubtful\n"                                                                                                           \
  "  people.xml, line 8: Participant “X-7”: It may be the same as one that is in the register.\n\n"                  \
  "Done without 1 record that was refused.\n"

#define REPORT_TEXT_OF_BROKEN                                                         \
  "\nbroken.xml\n"                                                                    \
  "  “broken.xml”, line 1: The file has no namespace; that of exchange files is " \
  "“urn:selaras:exchange:1”.\n"

#define REPORT_JSON                                                                                     \
  "{\n"                                                                                                 \
  "  \"files\" : [\n"                                                                                   \
  "    {\n"                                                                                             \
  "      \"file\" : \"people.xml\",\n"                                                                  \
  "      \"import\" : null,\n"                                                                          \
  "      \"sender\" : \"two\",\n"                                                                       \
  "      \"sender_name\" : \"Office\",\n"                                                               \
  "      \"made_at\" : \"2025-10-11T09:00:00+07:00\",\n"                                                \
  "      \"sequence\" : 1,\n"                                                                           \
  "      \"newest_sequence\" : null,\n"                                                                 \
  "      \"dry_run\" : true,\n"                                                                         \
  "      \"applied\" : false,\n"                                                                        \
  "      \"more_pairs\" : null,\n"                                                                      \
  "      \"total\" : {\n"                                                                               \
  "        \"new\" : 1,\n"                                                                              \
  "        \"changed\" : 0,\n"                                                                          \
  "        \"same\" : 0,\n"                                                                             \
  "        \"doubtful\" : 1,\n"                                                                         \
  "        \"refused\" : 1,\n"                                                                          \
  "        \"warnings\" : 0\n"                                                                          \
  "      },\n"                                                                                          \
  "      \"counts\" : {\n"                                                                              \
  "        \"participant\" : {\n"                                                                       \
  "          \"new\" : 1,\n"                                                                            \
  "          \"changed\" : 0,\n"                                                                        \
  "          \"same\" : 0,\n"                                                                           \
  "          \"doubtful\" : 1,\n"                                                                       \
  "          \"refused\" : 1,\n"                                                                        \
  "          \"warnings\" : 0\n"                                                                        \
  "        }\n"                                                                                         \
  "      },\n"                                                                                          \
  "      \"new\" : [\n"                                                                                 \
  "        {\n"                                                                                         \
  "          \"line\" : 9,\n"                                                                           \
  "          \"record\" : \"participant\",\n"                                                           \
  "          \"id\" : \"X-8\",\n"                                                                       \
  "          \"field\" : null,\n"                                                                       \
  "          \"value\" : null,\n"                                                                       \
  "          \"reason\" : null\n"                                                                       \
  "        }\n"                                                                                         \
  "      ],\n"                                                                                          \
  "      \"changed\" : [],\n"                                                                           \
  "      \"doubtful\" : [\n"                                                                            \
  "        {\n"                                                                                         \
  "          \"line\" : 8,\n"                                                                           \
  "          \"record\" : \"participant\",\n"                                                           \
  "          \"id\" : \"X-7\",\n"                                                                       \
  "          \"field\" : null,\n"                                                                       \
  "          \"value\" : null,\n"                                                                       \
  "          \"reason\" : \"It may be the same as one that is in the register.\"\n"                     \
  "        }\n"                                                                                         \
  "      ],\n"                                                                                          \
  "      \"refused\" : [\n"                                                                             \
  "        {\n"                                                                                         \
  "          \"line\" : 10,\n"                                                                          \
  "          \"record\" : \"participant\",\n"                                                           \
  "          \"id\" : \"X-9\",\n"                                                                       \
  "          \"field\" : \"nik\",\n"                                                                    \
  "          \"value\" : \"637•••••••90\",\n"                                             \
  "          \"reason\" : \"A NIK has 16 digits and nothing else.\"\n"                                  \
  "        }\n"                                                                                         \
  "      ],\n"                                                                                          \
  "      \"warnings\" : []\n"                                                                           \
  "    },\n"                                                                                            \
  "    {\n"                                                                                             \
  "      \"file\" : \"broken.xml\",\n"                                                                  \
  "      \"error\" : \"“broken.xml”, line 1: The file has no namespace; that of exchange files is " \
  "“urn:selaras:exchange:1”.\"\n"                                                                   \
  "    }\n"                                                                                             \
  "  ]\n"                                                                                               \
  "}\n"

/* All files of the line go into one report, which says no more of a person than the output does. */
static void
test_import_is_reported (void)
{
  g_autoptr (Register) reg = register_new ();
  g_autoptr (SelAnswer) dry = NULL;
  g_autoptr (SelAnswer) done = NULL;
  g_autoptr (SelAnswer) again = NULL;

  register_take (reg, EXCHANGE_OF ("one", 1,
                                   "<participant id=\"O-1\"><name>Siti Rahayu</name><birth_date>"
                                   "1991-05-04</birth_date><kind>tks</kind></participant>\n"));
  register_write (reg, "people.xml", EXCHANGE_OF ("two", 1, PEOPLE));
  register_write (reg, "broken.xml", "<exchange/>");
  register_write (reg, "r.csv", "what was there");

  dry = commands_run (reg, "import --dry-run --report r.json people.xml broken.xml");
  g_assert_cmpint (dry->status, ==, SEL_STATUS_REFUSED);
  assert_file (reg, "r.json", REPORT_JSON);

  done = commands_run (reg, "import --accept-valid --report r.txt people.xml broken.xml");
  g_assert_cmpint (done->status, ==, SEL_STATUS_REFUSED);
  g_assert_cmpstr (done->output->str, ==, REPORT_TEXT "To take it back: selaras undo-import 2\n");
  assert_file (reg, "r.txt", REPORT_TEXT REPORT_TEXT_OF_BROKEN);

  sel_answer_free (commands_run (reg, "undo-import 2"));
  again = commands_run (reg, "import --accept-valid --format=json --report r.csv people.xml broken.xml");
  g_assert_nonnull (strstr (again->output->str, "\"applied\" : true"));
  assert_file (reg, "r.csv", REPORT_CSV);
}

/* A NIK that is refused in a table is masked as well. */
static void
test_a_table_is_reported (void)
{
  g_autoptr (Register) reg = register_new ();
  g_autoptr (SelAnswer) answer = NULL;

  register_write (reg, "a.csv", "Nama;NIK\nAli;637201410190\n");
  sel_answer_free (commands_run (
    reg, "read-sheet --save-mapping blk --sender blk --default kind=job_seeker a.csv"));
  answer = commands_run (reg, "import --mapping blk --report r.csv a.csv");
  g_assert_cmpint (answer->status, ==, SEL_STATUS_REFUSED);
  assert_file (reg, "r.csv",
               "file,line,record,id,verdict,field,value,reason\r\n"
               "a.csv,2,participant,nik-••••••,refused,nik,637•••••••90,A NIK has 16 "
               "digits and nothing else.\r\n");
}

/* Whoever calls people by their NIK, or refers to them by it, is not echoed. */
static void
test_a_nik_as_identifier_is_masked (void)
{
  g_autoptr (Register) reg = register_new ();
  g_autoptr (SelAnswer) answer = NULL;

  register_write (reg, "niks.xml",
                  EXCHANGE (1, "<participant id=\"6372014101900001\"><name>Ali</name>"
                               "<birth_date>1990</birth_date><kind>tks</kind></participant>\n"
                               "<group id=\"G-1\"><name>KUB</name></group>\n"
                               "<membership id=\"M-1\"><group>G-1</group>"
                               "<participant>6372014101900001</participant><role>member</role></membership>\n"));
  answer = commands_run (reg, "import --report r.json niks.xml");
  g_assert_cmpint (answer->status, ==, SEL_STATUS_REFUSED);
  g_assert_nonnull (strstr (answer->output->str, "It refers to “637"));
  g_assert_null (strstr (answer->output->str, "6372014101900001"));
}

/* Who signed it is told in the report, too. */
static void
test_a_package_is_reported (void)
{
  g_autoptr (Register) reg = register_new ();
  g_autoptr (SelAnswer) answer = NULL;
  char *back;

  register_write (reg, "good.xml", EXCHANGE (1, PARTNER));
  sel_answer_free (commands_run (reg, "package good.xml p.selaras"));
  answer = commands_run (reg, "import --report r.txt p.selaras");
  g_assert_cmpint (answer->status, ==, SEL_STATUS_DONE);
  back = strstr (answer->output->str, "To take it back: ");
  g_assert_nonnull (back);
  *back = '\0'; /* that is for who imported it */
  assert_file (reg, "r.txt", answer->output->str);
}

/* A report whose writing fails half-way leaves what was there. */
static void
test_a_report_is_written_whole (void)
{
  g_autoptr (Register) reg = register_new ();
  g_autoptr (SelImportReportFile) report = sel_import_report_file_new (SEL_FORMAT_CSV);
  g_autofree char *path = register_dup_path (reg, "r.csv");
  g_autoptr (GError) error = NULL;

  register_write (reg, "r.csv", "what was there");

  no_room_begin (20);
  g_assert_false (sel_import_report_file_write (report, path, &error));
  no_room_end ();

  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_FAILED);
  assert_file (reg, "r.csv", "what was there");
}

static void
add_tests (void)
{
  g_test_add_func ("/import-report/of-exchange-files", test_import_is_reported);
  g_test_add_func ("/import-report/of-a-table", test_a_table_is_reported);
  g_test_add_func ("/import-report/a-nik-as-identifier-is-masked",
                   test_a_nik_as_identifier_is_masked);
  g_test_add_func ("/import-report/of-a-package", test_a_package_is_reported);
  g_test_add_func ("/import-report/is-written-whole", test_a_report_is_written_whole);
}

int
main (int argc, char **argv)
{
  return folder_run_tests (&argc, &argv, add_tests);
}
