/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "exchange/register.h"
#include "store/record.h"

#define AGREEMENT                                                  \
  "<agreement id=\"A-1\"><kind>memorandum</kind><title>Pelatihan " \
  "kerja</title><stage>draft</stage>"                              \
  "<open_ended>true</open_ended></agreement>\n"
#define PARTY \
  "<party "   \
  "id=\"Y-1\"><agreement>A-1</agreement><position>1</position><partner>P-1</partner></party>\n"

#define OTHER_AGREEMENT \
  "<agreement "         \
  "id=\"A-2\"><kind>memorandum</kind><title>Data</title><stage>draft</stage></agreement>\n"

#define PARTNER_CALLED(name) \
  "<partner id=\"P-1\"><name>" name "</name><kind>training_centre</kind></partner>\n"

#define PERSON(id, fields, rest) \
  "<participant id=\"" id "\">" fields "<name>Siti Contoh</name>" rest "</participant>\n"
#define SITI                                    \
  PERSON ("O-1", "<nik>6372014101900001</nik>", \
          "<sex>female</sex><birth_date>1990-01-01</birth_date><kind>job_seeker</kind>")

static void
test_new_records_are_written (void)
{
  g_autoptr (Register) reg = register_new ();
  g_autoptr (SelImportResult) result =
    register_import (reg, EXCHANGE (1, PARTNER AGREEMENT PARTY SITI), 0);
  g_autofree char *partner = NULL;

  register_assert_counts (result, 4, 0, 0, 0);
  g_assert_cmpuint (result->n_of[sel_record_type_index (&sel_partner_type)][SEL_IMPORT_NEW], ==, 1);
  g_assert_true (result->is_applied);
  g_assert_cmpstr (result->header->sender, ==, "office");

  partner =
    register_dup_text (reg,
                       "SELECT partner.name FROM party JOIN partner ON partner.id = party.partner");
  g_assert_cmpstr (partner, ==, "BLK Banjarbaru");
  g_assert_cmpint (register_get_int (reg, "SELECT line FROM identity WHERE key = 'A-1'"), ==,
                   FIRST_LINE + 1);
  g_assert_cmpint (register_get_int (reg, "SELECT exchange FROM act WHERE source = 'import'"), ==,
                   result->exchange);
  g_assert_cmpint (register_get_int (reg, "SELECT n_new FROM exchange"), ==, 4);
}

static void
test_the_same_file_changes_nothing (void)
{
  g_autoptr (Register) reg = register_new ();
  g_autoptr (SelImportResult) first =
    register_import (reg, EXCHANGE (1, PARTNER AGREEMENT PARTY SITI), 0);
  g_autoptr (SelImportResult) second =
    register_import (reg, EXCHANGE (1, PARTNER AGREEMENT PARTY SITI), 0);

  register_assert_counts (second, 0, 0, 4, 0);
  g_assert_true (second->is_applied);
  g_assert_false (sel_import_result_is_old (second));
  g_assert_cmpint (register_get_int (reg, "SELECT count (*) FROM change WHERE act <> 1"), ==, 0);
  g_assert_cmpint (register_get_int (reg, "SELECT max (version) FROM participant"), ==, 1);
  g_assert_cmpint (register_get_int (reg, "SELECT max (exchange) FROM identity"), ==,
                   first->exchange);
  g_assert_cmpint (register_get_int (reg, "SELECT n_same FROM exchange WHERE id = 2"), ==, 4);
}

static void
test_a_newer_file_updates (void)
{
  g_autoptr (Register) reg = register_new ();
  g_autoptr (SelImportResult) first = register_import (reg, EXCHANGE (1, PARTNER AGREEMENT), 0);
  g_autoptr (SelImportResult) second = register_import (
    reg,
    EXCHANGE (2, PARTNER
              "<agreement id=\"A-1\"><kind>memorandum</kind><title>Pelatihan dan kerja</title>"
              "<stage>under_review</stage><open_ended>true</open_ended></agreement>\n"),
    0);
  g_autofree char *fields = NULL;

  register_assert_counts (second, 0, 1, 1, 0);
  fields =
    register_dup_text (reg, "SELECT group_concat (field || '=' || after, ' ') FROM change_value");
  g_assert_cmpstr (fields, ==, "stage=under_review title=Pelatihan dan kerja");
  g_assert_cmpint (register_get_int (reg, "SELECT version FROM agreement"), ==, 2);
  g_assert_cmpint (register_get_int (reg, "SELECT max (exchange) FROM identity"), ==,
                   first->exchange);
  g_assert_cmpint (register_get_int (reg, "SELECT line FROM change WHERE verb = 'update'"), ==,
                   FIRST_LINE + 1);
  g_assert_cmpint (second->exchange, >, first->exchange);
}

static gboolean
rename_partner (SelAct *act, gpointer user_data, GError **error)
{
  SelPartner *partner = sel_record_load (sel_act_get_connection (act), &sel_partner_type, 1, error);
  gboolean is_done;

  g_assert_nonnull (partner);
  g_free (partner->name);
  partner->name = g_strdup (user_data);
  is_done = sel_act_update (act, &sel_partner_type, partner, error);
  sel_record_free (&sel_partner_type, partner);
  return is_done;
}

static void
assert_partner_is_called (Register *reg, const char *expected)
{
  g_autofree char *name = register_dup_text (reg, "SELECT name FROM partner WHERE id = 1");

  g_assert_cmpstr (name, ==, expected);
}

/* What a person corrected stays when a file comes again, until its sender says something newer. */
static void
test_a_correction_outlives_the_same_file (void)
{
  g_autoptr (Register) reg = register_new ();
  g_autoptr (SelImportResult) again = NULL;
  g_autoptr (SelImportResult) newer = NULL;
  g_autoptr (GError) error = NULL;
  char corrected[] = "BLK Kota Banjarbaru";

  register_take (reg, EXCHANGE (2, PARTNER));
  sel_store_write (reg->store, SEL_ACT_FORM, rename_partner, corrected, NULL, &error);
  g_assert_no_error (error);

  again = register_import (reg, EXCHANGE (2, PARTNER), 0);
  register_assert_counts (again, 0, 0, 1, 0);
  assert_partner_is_called (reg, corrected);

  newer = register_import (reg, EXCHANGE (3, PARTNER), 0);
  register_assert_counts (newer, 0, 1, 0, 0);
  assert_partner_is_called (reg, "BLK Banjarbaru");
}

/* Who insists on a file that was left out takes it in, except for what newer ones wrote. */
static void
test_an_older_file_leaves_what_newer_ones_wrote (void)
{
  g_autoptr (Register) reg = register_new ();
  g_autoptr (SelImportResult) late = NULL;
  g_autofree char *address = NULL;
  const SelImportNote *note;

  register_take (reg, EXCHANGE (1, PARTNER_CALLED ("BLK A") SITI));
  register_take (reg, EXCHANGE (3, PARTNER_CALLED ("BLK C")));
  late = register_import (
    reg,
    EXCHANGE (2, PARTNER_CALLED ("BLK B") PERSON ("O-1", "<nik>6372014101900001</nik>",
                                                  "<address>Jalan B</address><kind>tks</kind>")
                   PERSON ("O-2", "", "<kind>tks</kind>")),
    SEL_IMPORT_TAKE_OLDER);
  register_assert_counts (late, 1, 1, 1, 0);
  note = g_ptr_array_index (late->notes[SEL_IMPORT_WARNING], 0);
  g_assert_cmpuint (note->line, ==, FIRST_LINE);
  g_assert_true (g_str_has_prefix (note->reason, "It differs in: Name. It stays as it is"));
  assert_partner_is_called (reg, "BLK C");
  address = register_dup_text (reg, "SELECT address FROM participant WHERE id = 1");
  g_assert_cmpstr (address, ==, "Jalan B");
}

static void
test_an_older_file_is_refused (void)
{
  g_autoptr (Register) reg = register_new ();
  g_autoptr (SelImportResult) first = register_import (reg, EXCHANGE (5, PARTNER), 0);
  g_autoptr (SelImportResult) plan =
    register_import (reg, EXCHANGE (4, PARTNER SITI), SEL_IMPORT_DRY_RUN);
  g_autofree char *path = register_dup_path (reg, "exchange.xml");
  g_autoptr (GError) error = NULL;
  GDate today;
  const SelImportRequest request = { path, 0, &today, NULL, 0, NULL, NULL };

  g_assert_false (sel_import_result_is_old (first));
  g_assert_true (sel_import_result_is_old (plan));
  g_assert_cmpint (plan->newest_sequence, ==, 5);

  g_date_set_dmy (&today, 22, G_DATE_NOVEMBER, 2025);
  g_assert_null (sel_import_run (reg->store, &request, NULL, NULL, NULL, &error));
  g_assert_error (error, SEL_IMPORT_ERROR, SEL_IMPORT_ERROR_OLDER);
  g_assert_cmpstr (error->message, ==,
                   "“exchange.xml” is number 4 of Office, of whom number 5 came in before. Nothing "
                   "was changed; take it only if it was left out by mistake.");
  g_assert_true (sel_import_is_refusal (error));
  g_assert_cmpint (register_get_int (reg, "SELECT count (*) FROM participant"), ==, 0);
}

/* What one office leaves out takes back its own words, and nobody else's. */
static void
test_an_absent_field_takes_back_only_ones_own (void)
{
  g_autoptr (Register) reg = register_new ();
  g_autofree char *address = NULL;
  g_autofree char *phone = NULL;

  register_take (reg, EXCHANGE_OF ("one", 1,
                                   PERSON ("O-1", "<nik>6372014101900001</nik>",
                                           "<address>Jalan A</address><kind>tks</kind>")));
  register_take (reg, EXCHANGE_OF ("two", 1,
                                   PERSON ("X", "<nik>6372014101900001</nik>",
                                           "<phone>0800</phone><kind>tks</kind>")));
  phone = register_dup_text (reg, "SELECT address || phone FROM participant");
  g_assert_cmpstr (phone, ==, "Jalan A0800");

  register_take (
    reg, EXCHANGE_OF ("one", 2, PERSON ("O-1", "<nik>6372014101900001</nik>", "<kind>tks</kind>")));
  address = register_dup_text (reg, "SELECT coalesce (address, 'none') || phone FROM participant");
  g_assert_cmpstr (address, ==, "none0800");
}

static void
test_a_nik_finds_the_same_person (void)
{
  g_autoptr (Register) reg = register_new ();
  g_autoptr (SelImportResult) first =
    register_import (reg, EXCHANGE_OF ("one", 1, PARTNER SITI), 0);
  g_autoptr (SelImportResult) second = register_import (
    reg,
    EXCHANGE_OF (
      "two", 1,
      PERSON ("X-7", "<nik>6372014101900001</nik>",
              "<sex>female</sex><birth_date>1990-01-01</birth_date><kind>job_seeker</kind>")),
    0);
  g_autoptr (SelImportResult) third = register_import (
    reg, EXCHANGE_OF ("two", 2, PERSON ("X-7", "", "<phone>0800</phone><kind>job_seeker</kind>")),
    0);

  register_assert_counts (second, 0, 0, 1, 0);
  register_assert_counts (third, 0, 1, 0, 0);
  g_assert_cmpint (register_get_int (reg, "SELECT count (*) FROM participant"), ==, 1);
  g_assert_cmpint (
    register_get_int (reg,
                      "SELECT count (*) FROM identity WHERE record = 1 AND key IN ('O-1', 'X-7')"),
    ==, 2);
}

static void
test_a_uuid_is_the_uid (void)
{
  static const char records[] =
    "<partner id=\"3F2504E0-4F89-41D3-9A0C-0305E82C3301\"><name>BNN</name>"
    "<kind>agency</kind></partner>\n";
  g_autoptr (Register) reg = register_new ();
  g_autofree char *one = g_strconcat ("<exchange xmlns=\"urn:selaras:exchange:1\">",
                                      HEADER_OF ("one", 1), records, "</exchange>", NULL);
  g_autofree char *two = g_strconcat ("<exchange xmlns=\"urn:selaras:exchange:1\">",
                                      HEADER_OF ("two", 1), records, "</exchange>", NULL);
  g_autoptr (SelImportResult) first = register_import (reg, one, 0);
  g_autoptr (SelImportResult) second = register_import (reg, two, 0);
  g_autofree char *uid = register_dup_text (reg, "SELECT uid FROM partner");

  g_assert_cmpstr (uid, ==, "3f2504e0-4f89-41d3-9a0c-0305e82c3301");
  register_assert_counts (first, 1, 0, 0, 0);
  register_assert_counts (second, 0, 0, 1, 0);
}

/* Each is one file; the partner of an earlier one is known. */
static const struct
{
  const char *name;
  const char *text;
  guint line;
  const char *field;
  const char *reason;
} refusals[] = {
  { "rule",
    EXCHANGE (2,
              "<agreement id=\"A-1\"><kind>memorandum</kind><title>T</title>"
              "<stage>signed</stage></agreement>\n"),
    FIRST_LINE, "signed_on", "A signed agreement needs the day of its signature." },
  { "nik", EXCHANGE (2, PARTNER PERSON ("O-1", "<nik>6372019901900001</nik>", "<kind>tks</kind>")),
    FIRST_LINE + 1, "nik",
    "Digits 7 to 12 of the NIK are not a possible date of birth (day, month and year; for"
    " women, 40 is added to the day): compare it with the card." },
  { "schema", EXCHANGE (2, PARTNER PERSON ("O-1", "<nik>637201</nik>", "<kind>tks</kind>")),
    FIRST_LINE + 1, "nik", "A NIK has 16 digits and nothing else." },
  { "beside others",
    EXCHANGE (2,
              PARTNER AGREEMENT PARTY OTHER_AGREEMENT
              "<obligation id=\"W-1\"><agreement>A-2</agreement><party>Y-1</party><text>x</text>"
              "</obligation>\n"),
    FIRST_LINE + 4, "party", "It is a party to another agreement." },
  { "later", EXCHANGE (2, PARTY), FIRST_LINE, "agreement",
    "It refers to “A-1”, which is neither before it in the file nor known from this sender." },
  { "stranger",
    EXCHANGE_OF ("other", 1, PERSON ("O-1", "", "<kind>tks</kind><referrer>P-1</referrer>")),
    FIRST_LINE, "referrer",
    "It refers to “P-1”, which is neither before it in the file nor known from this sender." },
  { "twice", EXCHANGE (2, PARTNER AGREEMENT AGREEMENT), FIRST_LINE + 2, NULL,
    "The identifier stands twice in this file: first in line 9." },
  { "one-nik", EXCHANGE (2, SITI PERSON ("O-2", "<nik>6372014101900001</nik>", "<kind>tks</kind>")),
    FIRST_LINE + 1, "nik", "The sender has another participant, “O-1”, with the same NIK." },
  { "once",
    EXCHANGE (2,
              "<group id=\"G\"><name>Kelompok</name></group>\n" SITI
              "<membership id=\"M-1\"><group>G</group><participant>O-1</participant>"
              "<role>member</role></membership>\n"
              "<membership id=\"M-2\"><group>G</group><participant>O-1</participant>"
              "<role>chair</role></membership>\n"),
    FIRST_LINE + 3, NULL, "The same is already in the register." },
};

static void
test_refusal (gconstpointer data)
{
  g_autoptr (Register) reg = register_new ();
  guint i = GPOINTER_TO_UINT (data);

  register_take (reg, EXCHANGE (1, PARTNER));
  register_refuse (reg, refusals[i].text, refusals[i].line, refusals[i].field, refusals[i].reason);
}

static void
test_its_own_parent_is_refused (void)
{
  g_autoptr (Register) reg = register_new ();

  register_take (reg, EXCHANGE (1, PARTNER));
  register_refuse (reg,
                   EXCHANGE (2, "<partner id=\"P-1\"><name>BLK Banjarbaru</name>"
                                "<kind>training_centre</kind><parent>P-1</parent></partner>\n"),
                   FIRST_LINE, "parent", "A partner cannot be its own parent institution.");
}

/* Nor over others, which two files can say together. */
static void
test_a_circle_is_refused (void)
{
#define INSTITUTION(id, rest) \
  "<partner id=\"" id "\"><name>" id "</name><kind>agency</kind>" rest "</partner>\n"
  g_autoptr (Register) reg = register_new ();
  g_autoptr (SelImportResult) result = NULL;
  const SelImportNote *note;

  register_take (reg, EXCHANGE (1, INSTITUTION ("P-1", "") INSTITUTION ("P-2", "<parent>P-1</parent>")));
  result = register_import (
    reg, EXCHANGE (2, INSTITUTION ("P-2", "") INSTITUTION ("P-1", "<parent>P-2</parent>") INSTITUTION ("P-3", "<parent>P-1</parent>")), 0);
  g_assert_true (result->is_applied); /* P-2 had been let go by then */

  g_clear_pointer (&result, sel_import_result_free);
  result = register_import (
    reg, EXCHANGE (3, INSTITUTION ("P-3", "") INSTITUTION ("P-2", "<parent>P-3</parent>")), 0);
  g_assert_true (result->is_applied);

  g_clear_pointer (&result, sel_import_result_free);
  result = register_import (reg, EXCHANGE_OF ("office", 4, "<partner id=\"P-3\"><name>P-3</name>"
                                                           "<kind>agency</kind><parent>P-1</parent></partner>"),
                            0);
  g_assert_false (result->is_applied);
  g_assert_cmpuint (result->n[SEL_IMPORT_REFUSED], ==, 1);
  note = result->notes[SEL_IMPORT_REFUSED]->pdata[0];
  g_assert_nonnull (strstr (note->reason, "itself a part of this one"));
}

static void
test_another_persons_nik_is_refused (void)
{
  g_autoptr (Register) reg = register_new ();

  register_take (reg, EXCHANGE (1, SITI PERSON ("O-2", "", "<kind>tks</kind>")));
  register_refuse (reg,
                   EXCHANGE (2, PERSON ("O-2", "<nik>6372014101900001</nik>", "<kind>tks</kind>")),
                   FIRST_LINE, "nik", "Another participant in the register has the same NIK.");
}

#define BAD_PARTNER "<partner id=\"P-2\"><name>X</name><kind>nonsense</kind></partner>\n"
#define HANGS_ON_IT PERSON ("O-2", "", "<kind>tks</kind><referrer>P-2</referrer>")

static void
test_accept_valid_takes_the_good_ones (void)
{
  g_autoptr (Register) reg = register_new ();
  g_autoptr (SelImportResult) result =
    register_import (reg, EXCHANGE (1, PARTNER BAD_PARTNER SITI HANGS_ON_IT),
                     SEL_IMPORT_ACCEPT_VALID);
  const SelImportNote *note;

  register_assert_counts (result, 2, 0, 0, 2);
  g_assert_true (result->is_applied);
  note = g_ptr_array_index (result->notes[SEL_IMPORT_REFUSED], 0);
  g_assert_cmpstr (note->id, ==, "P-2");
  note = g_ptr_array_index (result->notes[SEL_IMPORT_REFUSED], 1);
  g_assert_cmpstr (note->id, ==, "O-2");
  g_assert_cmpstr (note->reason, ==, "It refers to “P-2”, which was refused.");

  g_assert_cmpint (register_get_int (reg, "SELECT count (*) FROM partner"), ==, 1);
  g_assert_cmpint (register_get_int (reg, "SELECT count (*) FROM participant"), ==, 1);
  g_assert_cmpint (register_get_int (reg, "SELECT count (*) FROM identity"), ==, 2);
  g_assert_cmpint (register_get_int (reg, "SELECT n_refused FROM exchange"), ==, 2);
}

static void
test_all_or_nothing (void)
{
  g_autoptr (Register) reg = register_new ();
  g_autoptr (SelImportResult) result =
    register_import (reg, EXCHANGE (1, PARTNER BAD_PARTNER SITI), 0);

  register_assert_counts (result, 2, 0, 0, 1);
  g_assert_false (result->is_applied);
  g_assert_cmpint (result->exchange, ==, 0);
  g_assert_cmpint (
    register_get_int (reg,
                      "SELECT (SELECT count (*) FROM partner) + (SELECT count (*) FROM participant)"
                      " + (SELECT count (*) FROM act) + (SELECT count (*) FROM exchange) + (SELECT "
                      "count (*) FROM origin)"),
    ==, 0);
}

static GBytes *
read_database (Register *reg)
{
  g_autofree char *path = register_dup_path (reg, "selaras.db");
  g_autoptr (GError) error = NULL;
  char *content;
  gsize length;

  g_file_get_contents (path, &content, &length, &error);
  g_assert_no_error (error);
  return g_bytes_new_take (content, length);
}

static void
test_a_dry_run_leaves_every_byte (void)
{
  g_autoptr (Register) reg = register_new ();
  g_autoptr (SelImportResult) result = NULL;
  g_autoptr (GBytes) before = NULL;
  g_autoptr (GBytes) after = NULL;
  const SelImportNote *note;

  register_take (reg, EXCHANGE (1, PARTNER));
  register_close (reg);
  before = read_database (reg);

  register_open (reg);
  result = register_import (
    reg,
    EXCHANGE (
      2,
      "<partner id=\"P-1\"><name>BLK Banjarbaru</name><kind>school</kind></partner>\n" BAD_PARTNER
        SITI),
    SEL_IMPORT_DRY_RUN);
  register_close (reg);
  after = read_database (reg);

  g_assert_true (g_bytes_equal (before, after));
  register_assert_counts (result, 1, 1, 0, 1);
  g_assert_false (result->is_applied);
  note = g_ptr_array_index (result->notes[SEL_IMPORT_CHANGED], 0);
  g_assert_cmpstr (note->reason, ==, "Kind");
  note = g_ptr_array_index (result->notes[SEL_IMPORT_NEW], 0);
  g_assert_cmpuint (note->line, ==, FIRST_LINE + 2);
  register_open (reg);
}

static void
test_warnings_keep_nothing_out (void)
{
  g_autoptr (Register) reg = register_new ();
  g_autoptr (SelImportResult) result =
    register_import (reg, EXCHANGE (1, PERSON ("O-1", "", "<region>99</region><kind>tks</kind>")),
                     0);
  g_autofree char *sentence = NULL;

  register_assert_counts (result, 1, 0, 0, 0);
  g_assert_cmpuint (result->n[SEL_IMPORT_WARNING], ==, 1);
  sentence = sel_import_note_dup_sentence (g_ptr_array_index (result->notes[SEL_IMPORT_WARNING], 0),
                                           result->file);
  g_assert_cmpstr (
    sentence, ==, "exchange.xml, line 8: Participant “O-1”, Region “99”: The region code is not known.");
}

typedef struct
{
  const SelRecordType *type;
  gint64 id;
} Deletion;

static gboolean
delete_record (SelAct *act, gpointer user_data, GError **error)
{
  const Deletion *deletion = user_data;

  return sel_act_delete (act, deletion->type, deletion->id, error);
}

static void
test_what_was_deleted_comes_back (void)
{
  g_autoptr (Register) reg = register_new ();
  g_autoptr (SelImportResult) result = NULL;
  g_autoptr (GError) error = NULL;
  Deletion deletion = { &sel_partner_type, 1 };

  register_take (reg, EXCHANGE (1, PARTNER));
  sel_store_write (reg->store, SEL_ACT_FORM, delete_record, &deletion, NULL, &error);
  g_assert_no_error (error);

  register_refuse (
    reg, EXCHANGE (2, PERSON ("O-1", "", "<kind>tks</kind><referrer>P-1</referrer>")), FIRST_LINE,
    "referrer",
    "It refers to “P-1”, which is neither before it in the file nor known from this sender.");
  result = register_import (
    reg, EXCHANGE (3, PARTNER PERSON ("O-1", "", "<kind>tks</kind><referrer>P-1</referrer>")), 0);
  register_assert_counts (result, 2, 0, 0, 0);
  g_assert_cmpint (register_get_int (reg, "SELECT referrer FROM participant"), ==, 2);
}

static void
cancel_cb (G_GNUC_UNUSED double fraction, guint64 n_records, gpointer user_data)
{
  if (n_records > 0)
    g_cancellable_cancel (user_data);
}

static void
test_cancelling_leaves_nothing (void)
{
  g_autoptr (Register) reg = register_new ();
  g_autoptr (GString) text =
    g_string_new ("<exchange xmlns=\"urn:selaras:exchange:1\">" HEADER_OF ("office", 1));
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autofree char *path = register_dup_path (reg, "exchange.xml");
  g_autoptr (GError) error = NULL;
  SelImportResult *result;
  GDate today;
  const SelImportRequest request = { path, 0, &today, NULL, 0, NULL, NULL };

  for (guint i = 0; i < 2000; i++)
    g_string_append_printf (text,
                            "<partner id=\"P-%u\"><name>Mitra</name><kind>other</kind></partner>\n",
                            i);
  g_string_append (text, "</exchange>");
  register_write (reg, "exchange.xml", text->str);
  g_date_clear (&today, 1);
  g_date_set_dmy (&today, 22, G_DATE_NOVEMBER, 2025);

  result =
    sel_import_run (reg->store, &request, cancel_cb, cancellable, cancellable, &error);
  g_assert_null (result);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpint (
    register_get_int (reg, "SELECT (SELECT count (*) FROM partner) + (SELECT count (*) FROM act)"),
    ==, 0);
}

static void
test_a_file_that_is_not_there (void)
{
  g_autoptr (Register) reg = register_new ();
  g_autoptr (GError) error = NULL;
  GDate today;
  const SelImportRequest request = { "/nowhere/exchange.xml", 0, &today, NULL, 0, NULL, NULL };

  g_date_clear (&today, 1);
  g_date_set_dmy (&today, 22, G_DATE_NOVEMBER, 2025);
  g_assert_null (
    sel_import_run (reg->store, &request, NULL, NULL, NULL, &error));
  g_assert_nonnull (error);
  g_assert_true (sel_import_is_refusal (error));
  g_assert_nonnull (strstr (error->message, "exchange.xml"));
}

/* What the schema refuses, and what a rule does; nothing personal is told as it is. */
static void
test_values_are_told_unless_they_are_personal (void)
{
  g_autoptr (Register) reg = register_new ();
  g_autoptr (SelImportResult) result = register_import (
    reg,
    EXCHANGE (1, PERSON ("O-1", "<nik>63720141019000011</nik>", "<kind>nobody</kind>")
                   PERSON ("O-2", "", "<birth_date>2090-01-01</birth_date><kind>tks</kind>")),
    SEL_IMPORT_DRY_RUN);
  const GPtrArray *notes = result->notes[SEL_IMPORT_REFUSED];

  g_assert_cmpuint (notes->len, ==, 3);
  g_assert_cmpstr (((SelImportNote *) notes->pdata[0])->value, ==, "637••••••••••••11");
  g_assert_cmpstr (((SelImportNote *) notes->pdata[1])->value, ==, "••••••");
  g_assert_cmpstr (((SelImportNote *) notes->pdata[2])->value, ==, "2090-01-01");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/import/new-records-are-written", test_new_records_are_written);
  g_test_add_func ("/import/the-same-file-changes-nothing", test_the_same_file_changes_nothing);
  g_test_add_func ("/import/a-newer-file-updates", test_a_newer_file_updates);
  g_test_add_func ("/import/a-correction-outlives-the-same-file",
                   test_a_correction_outlives_the_same_file);
  g_test_add_func ("/import/values-are-told-unless-they-are-personal",
                   test_values_are_told_unless_they_are_personal);
  g_test_add_func ("/import/an-older-file-is-refused", test_an_older_file_is_refused);
  g_test_add_func ("/import/an-older-file-leaves-what-newer-ones-wrote",
                   test_an_older_file_leaves_what_newer_ones_wrote);
  g_test_add_func ("/import/an-absent-field-takes-back-only-ones-own",
                   test_an_absent_field_takes_back_only_ones_own);
  g_test_add_func ("/import/a-nik-finds-the-same-person", test_a_nik_finds_the_same_person);
  g_test_add_func ("/import/a-uuid-is-the-uid", test_a_uuid_is_the_uid);
  for (guint i = 0; i < G_N_ELEMENTS (refusals); i++)
    {
      g_autofree char *path = g_strconcat ("/import/refused/", refusals[i].name, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_refusal);
    }
  g_test_add_func ("/import/its-own-parent-is-refused", test_its_own_parent_is_refused);
  g_test_add_func ("/import/a-circle-is-refused", test_a_circle_is_refused);
  g_test_add_func ("/import/another-persons-nik-is-refused", test_another_persons_nik_is_refused);
  g_test_add_func ("/import/accept-valid-takes-the-good-ones",
                   test_accept_valid_takes_the_good_ones);
  g_test_add_func ("/import/all-or-nothing", test_all_or_nothing);
  g_test_add_func ("/import/a-dry-run-leaves-every-byte", test_a_dry_run_leaves_every_byte);
  g_test_add_func ("/import/warnings-keep-nothing-out", test_warnings_keep_nothing_out);
  g_test_add_func ("/import/what-was-deleted-comes-back", test_what_was_deleted_comes_back);
  g_test_add_func ("/import/cancelling-leaves-nothing", test_cancelling_leaves_nothing);
  g_test_add_func ("/import/a-file-that-is-not-there", test_a_file_that_is_not_there);

  return g_test_run ();
}
