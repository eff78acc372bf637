/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What leaves the register by the command line. */
#include <string.h>

#include "application/commands.h"
#include "support/folder.h"

#define DATA_AGREEMENT                                                                              \
  "<agreement id=\"A-1\"><kind>memorandum</kind><title>Data</title><stage>signed</stage>"           \
  "<signed_on>2024-05-27</signed_on><starts_on>2024-05-27</starts_on><open_ended>true</open_ended>" \
  "</agreement>\n<party id=\"Y-1\"><agreement>A-1</agreement><position>1</position>"                \
  "<partner>P-1</partner><number>1/NK</number></party>\n<scope_item id=\"S-1\">"                    \
  "<agreement>A-1</agreement><position>1</position><topic>data_exchange</topic>"                    \
  "<text>Data</text></scope_item>\n<participant id=\"O-1\"><name>Siti Contoh</name>"                \
  "<kind>convict</kind></participant>\n"

#define TO_BLK "export --partner=BLK_Banjarbaru --purpose=Placement "
#define FROM "--sender-id=office --sender-name=Office "

/* What a command that writes a file ends with. */
static const CommandCase exports[] = {
  { TO_BLK FROM "out.xml", SEL_STATUS_DONE, "out.xml, for BLK Banjarbaru, number 1\n", NULL },
  { TO_BLK FROM "--agreement=1/NK --what=everything out.xml", SEL_STATUS_DONE,
    "  Participants: Kind (“unstated” stands in its place)\n"
    "  Participants: Referred by\n", NULL },
  { "list partners out.csv", SEL_STATUS_DONE, "1 row was saved as “out.csv”\n", NULL },
  { "list --search=Nobody partners out.xlsx", SEL_STATUS_DONE,
    "0 rows were saved as “out.xlsx”\n", NULL },
  { "list partners out.ods", SEL_STATUS_REFUSED, NULL,
    "“out.ods” does not say how to save the list. End it with .xlsx, .csv or .pdf." },
  { "schedule out.ics", SEL_STATUS_DONE, "0 sessions were saved as “out.ics”\n", NULL },
  { "schedule --cohort=Nobody out.ics", SEL_STATUS_REFUSED, NULL, "“Nobody”" },
  { "schedule out.txt", SEL_STATUS_REFUSED, NULL,
    "“out.txt” is no name of a calendar. End it with .ics." },
  { TO_BLK FROM "--what=everything out.xml", SEL_STATUS_REFUSED, NULL,
    "It has personal data, which leaves under an agreement only" },
  { TO_BLK FROM "--what=everything --format=json out.xml", SEL_STATUS_REFUSED,
    "\"error\" : \"It has personal data", "It has personal data" },
  { TO_BLK "out.xml", SEL_STATUS_REFUSED, NULL, "--sender-id" },
  { TO_BLK FROM "--sign --passphrase-file there.xml out.selaras", SEL_STATUS_DONE,
    "out.selaras, for BLK Banjarbaru, number 1\n", NULL },
  { TO_BLK FROM "--passphrase-file no out.selaras", SEL_STATUS_REFUSED, NULL,
    "The passphrase cannot be taken from “no”" },
  { TO_BLK FROM "--format=json --passphrase-file no out.selaras", SEL_STATUS_REFUSED,
    "\"error\" : \"The passphrase cannot be taken from “no”", "“no”" },
  { TO_BLK FROM "--sign out.SELARAS", SEL_STATUS_DONE, "out.SELARAS, for BLK Banjarbaru", NULL },
  { TO_BLK FROM "there.xml", SEL_STATUS_REFUSED, NULL, "“there.xml” is there already" },
  { TO_BLK FROM "--force there.xml", SEL_STATUS_DONE, "Done.\n", NULL },
  { TO_BLK FROM "nowhere/out.xml", SEL_STATUS_FAILED, NULL, "nowhere" },
  { TO_BLK FROM "--agreement=2/NK out.xml", SEL_STATUS_REFUSED, NULL,
    "Agreement “2/NK” is not in the register" },
  { "export --partner=BNN --purpose=x " FROM "out.xml", SEL_STATUS_REFUSED, NULL,
    "Partner “BNN” is not in the register" },
  { "export --partner=Banjar --purpose=x " FROM "out.xml", SEL_STATUS_REFUSED, NULL,
    "as it stands there. These are there:\n  " },
  { "export --partner=Banjar --purpose=x " FROM "out.xml", SEL_STATUS_REFUSED, NULL,
    "  BLK Banjarbaru\n" },
  { "export --partner=BLK_Banjarbaru " FROM "out.xml", SEL_STATUS_REFUSED, NULL,
    "The purpose is missing" },
};

static void
test_exports (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (exports); i++)
    {
      g_autoptr (Register) reg = register_new ();
      g_autoptr (SelAnswer) answer = NULL;

      register_take (reg, EXCHANGE (1, PARTNER DATA_AGREEMENT));
      register_write (reg, "there.xml", "mine");
      answer = commands_run (reg, exports[i].line);
      commands_assert (answer, &exports[i]);
    }
}

#define PEOPLE                                                                               \
  "<participant id=\"O-2\"><nik>6372014101900001</nik><name>Siti</name><kind>tks</kind>"     \
  "</participant>\n<participant id=\"O-3\"><name>Ani</name><birth_date>1991-05-04</birth_date><kind>tks</kind></participant>\n" \
  "<participant id=\"O-4\"><name>ani</name><kind>tks</kind></participant>\n"

/* Who received data about a person, who is called by UID, by NIK or by name. */
static void
test_receipts (void)
{
  g_autoptr (Register) reg = register_new ();
  g_autofree char *uid = NULL;
  g_autofree char *by_uid = NULL;
  g_autoptr (SelAnswer) before = NULL;
  g_autoptr (SelAnswer) export = NULL;
  g_autoptr (SelAnswer) text = NULL;
  g_autoptr (SelAnswer) csv = NULL;
  g_autoptr (SelAnswer) json = NULL;
  g_autoptr (SelAnswer) nobody = NULL;
  g_autoptr (SelAnswer) several = NULL;
  g_autofree char *ani = NULL;

  register_take (reg, EXCHANGE (1, PARTNER DATA_AGREEMENT PEOPLE));
  before = commands_run (reg, "report receipts siti");
  g_assert_cmpint (before->status, ==, SEL_STATUS_DONE);
  g_assert_cmpstr (before->output->str, ==,
                   "Nobody received data about this person from this register.\n");

  export = commands_run (reg, TO_BLK FROM "--agreement=1/NK --what=everything out.xml");
  g_assert_cmpint (export->status, ==, SEL_STATUS_DONE);
  text = commands_run (reg, "report receipts siti");
  g_assert_true (g_str_has_prefix (text->output->str, "  Exported "));
  g_assert_nonnull (strstr (text->output->str, "  BLK Banjarbaru  1/NK       Everything  "));

  uid = register_dup_text (reg, "SELECT uid FROM participant WHERE name = 'Siti'");
  by_uid = g_strdup_printf ("report receipts --format=csv %s", uid);
  csv = commands_run (reg, by_uid);
  g_assert_true (g_str_has_prefix (
    csv->output->str, "made_at,partner,agreement,what,sensitivity,purpose,file,actor\r\n2"));
  g_assert_nonnull (strstr (csv->output->str,
                            ",BLK Banjarbaru,1/NK,everything,personal,Placement,out.xml,"));
  json = commands_run (reg, "report receipts --format=json 6372014101900001");
  g_assert_nonnull (strstr (json->output->str, "      \"agreement\" : \"1/NK\",\n"));

  nobody = commands_run (reg, "report receipts Nobody");
  g_assert_cmpint (nobody->status, ==, SEL_STATUS_REFUSED);
  g_assert_nonnull (strstr (nobody->errors->str, "This participant is not in the register"));
  g_assert_null (strstr (nobody->errors->str, "Nobody"));
  several = commands_run (reg, "report receipts Ani");
  g_assert_cmpint (several->status, ==, SEL_STATUS_REFUSED);
  g_assert_nonnull (strstr (several->errors->str, "not the only one of that name"));
  ani = register_dup_text (
    reg, "SELECT group_concat (char (10) || '  ' || uid || coalesce ('  ' || birth_date, ''), '')"
         " FROM (SELECT uid, birth_date FROM participant WHERE name = 'Ani' ORDER BY id)");
  g_assert_nonnull (strstr (several->errors->str, ani));
}

static void
test_export_in_json (void)
{
  g_autoptr (Register) reg = register_new ();
  g_autoptr (SelAnswer) answer = NULL;
  g_autofree char *made_at = NULL;
  g_autofree char *uid = NULL;
  g_autofree char *expected = NULL;

  register_take (reg, EXCHANGE (1, PARTNER DATA_AGREEMENT));
  made_at = register_dup_text (reg, "SELECT made_at FROM act");
  uid = register_dup_text (reg, "SELECT uid FROM agreement");
  answer = commands_run (reg, TO_BLK FROM "--agreement=1/nk --what=everything --format=json out.xml");
  expected = g_strdup_printf ("{\n"
                              "  \"file\" : \"out.xml\",\n"
                              "  \"what\" : \"everything\",\n"
                              "  \"partner\" : \"BLK Banjarbaru\",\n"
                              "  \"sender\" : \"office\",\n"
                              "  \"made_at\" : \"%s\",\n"
                              "  \"sequence\" : 1,\n"
                              "  \"agreement\" : \"%s\",\n"
                              "  \"total\" : 5,\n"
                              "  \"counts\" : {\n"
                              "    \"partner\" : 1,\n"
                              "    \"agreement\" : 1,\n"
                              "    \"party\" : 1,\n"
                              "    \"scope_item\" : 1,\n"
                              "    \"participant\" : 1\n"
                              "  },\n"
                              "  \"documents\" : 0,\n"
                              "  \"cohorts_elsewhere\" : 0,\n"
                              "  \"sensitivity\" : \"internal\",\n"
                              "  \"withheld\" : [\n"
                              "    {\n"
                              "      \"record\" : \"participant\",\n"
                              "      \"field\" : \"kind\",\n"
                              "      \"stand_in\" : \"unstated\"\n"
                              "    },\n"
                              "    {\n"
                              "      \"record\" : \"participant\",\n"
                              "      \"field\" : \"referrer\",\n"
                              "      \"stand_in\" : null\n"
                              "    }\n"
                              "  ]\n"
                              "}\n",
                              made_at, uid);
  g_assert_cmpstr (answer->output->str, ==, expected);
}

/* From the office that packs to the one that takes it in, which comes to know its key. */
static void
test_a_package_there_and_back (void)
{
  g_autoptr (Register) reg = register_new ();
  g_autofree char *trust = NULL;
  g_auto (GStrv) key = NULL;
  /* A line that is NULL is the one that trusts the key. */
  const CommandCase steps[] = {
    { "package good.xml --sign p.selaras --passphrase-file pass", SEL_STATUS_DONE,
      "“p.selaras” holds the exchange file and 0 PDFs.\nIt is signed with this office’s key: ",
      NULL },
    { "import p.selaras", SEL_STATUS_REFUSED, NULL, "name that with --passphrase-file" },
    { "import p.selaras --passphrase-file wrong", SEL_STATUS_REFUSED, NULL,
      "This is not the passphrase of “p.selaras”" },
    { "import p.selaras --passphrase-file pass --dry-run", SEL_STATUS_DONE,
      "p.selaras, from Office, made on 11 October 2025, number 1\n"
      "It says that it comes from “office”, and is signed with a key that you do not know.",
      NULL },
    { NULL, SEL_STATUS_DONE, "The key of “office” is trusted.", NULL },
    { "trust", SEL_STATUS_DONE, "office  ", NULL },
    { "import p.selaras --passphrase-file pass --format=json", SEL_STATUS_DONE,
      "\"signer\" : \"trusted\"", NULL },
    { "trust --remove office", SEL_STATUS_DONE, "The keys of “office” are trusted no more.", NULL },
    { "import p.selaras --passphrase-file pass", SEL_STATUS_DONE, "a key that you do not know",
      NULL },
  };
  g_autoptr (SelAnswer) shown = commands_run (reg, "key");

  key = g_strsplit (shown->output->str, "\n", 0);
  g_assert_true (g_str_has_prefix (key[0], "Public key: "));
  trust = g_strconcat ("trust office ", key[0] + strlen ("Public key: "), NULL);
  register_write (reg, "good.xml", EXCHANGE (1, PARTNER));
  register_write (reg, "pass", "kuda lumping\n");
  register_write (reg, "wrong", "kuda terbang\n");

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_autoptr (SelAnswer) answer = commands_run (reg, steps[i].line ? steps[i].line : trust);

      commands_assert (answer, &steps[i]);
    }
  g_assert_cmpint (register_get_int (reg, "SELECT count (*) FROM partner"), ==, 1);
}

static void
test_on_a_thread (void)
{
  g_autoptr (Register) reg = register_new ();
  g_autoptr (SelAnswer) answer = NULL;

  register_take (reg, EXCHANGE (1, PARTNER));
  answer = commands_run_on_thread (reg, TO_BLK FROM "out.xml");
  g_assert_cmpint (answer->status, ==, SEL_STATUS_DONE);
}

static void
add_tests (void)
{
  g_test_add_func ("/export-command/exports", test_exports);
  g_test_add_func ("/export-command/receipts", test_receipts);
  g_test_add_func ("/export-command/in-json", test_export_in_json);
  g_test_add_func ("/export-command/package-there-and-back", test_a_package_there_and_back);
  g_test_add_func ("/export-command/on-a-thread", test_on_a_thread);
}

int
main (int argc, char **argv)
{
  return folder_run_tests (&argc, &argv, add_tests);
}
