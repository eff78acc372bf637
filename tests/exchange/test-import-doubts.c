/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Records that may be the same as others, and what a person says of them. */
#include "exchange/register.h"

#define PERSON(id, name, born, rest) \
  "<participant id=\"" id "\"><name>" name "</name><birth_date>" born "</birth_date>" rest "<kind>tks</kind></participant>\n"
#define SITI PERSON ("O-1", "Siti Rahayu", "1991-05-04", "<phone>0800</phone>")
#define SITTI PERSON ("X-7", "Hj. Sitti Rahaju, S.Pd.", "1991-05-04", "<address>Jalan A</address>")

static SelImportResult *
import_decided (Register *reg, const char *text, GPtrArray *pairs, SelImportFlags flags)
{
  g_autofree char *path = register_dup_path (reg, "exchange.xml");
  g_autoptr (SelDecisions) decisions = sel_decisions_new (pairs);
  g_autoptr (GError) error = NULL;
  GDate today;
  const SelImportRequest request = { path, flags, &today, decisions, 0, NULL, NULL };
  SelImportResult *result;

  g_date_clear (&today, 1);
  g_date_set_dmy (&today, 22, G_DATE_NOVEMBER, 2025);
  register_write (reg, "exchange.xml", text);
  result = sel_import_run (reg->store, &request, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  return result;
}

static void
assert_likeness (Register *reg, const char *expected)
{
  g_autofree char *found = register_dup_text (
    reg, "SELECT group_concat (type || ' ' || one || ' ' || other || ' ' || decision, ', ')"
         " FROM likeness ORDER BY type, one, other");

  g_assert_cmpstr (found, ==, expected);
}

static const char *
text_of (char **texts, const SelRecordType *type, const char *field)
{
  return texts[sel_record_type_field (type, field) - type->fields];
}

static void
test_a_plan_shows_both (void)
{
  g_autoptr (Register) reg = register_new ();
  g_autoptr (SelImportResult) plan = NULL;
  const SelImportNote *note;
  const SelImportPair *pair;

  register_take (reg, EXCHANGE_OF ("one", 1, SITI));
  plan = register_import (
    reg, EXCHANGE_OF ("two", 1, PERSON ("X-6", "Ani", "1991-05-04", "") SITTI), SEL_IMPORT_DRY_RUN);
  register_assert_counts (plan, 1, 0, 0, 0);
  g_assert_cmpuint (plan->n[SEL_IMPORT_DOUBTFUL], ==, 1);

  g_assert_cmpuint (plan->notes[SEL_IMPORT_DOUBTFUL]->len, ==, 1);
  note = plan->notes[SEL_IMPORT_DOUBTFUL]->pdata[0];
  g_assert_cmpuint (note->line, ==, FIRST_LINE + 1);
  g_assert_cmpstr (note->id, ==, "X-7");
  g_assert_cmpstr (note->reason, ==, "It may be the same as one that is in the register.");

  g_assert_cmpuint (plan->pairs->len, ==, 1);
  pair = plan->pairs->pdata[0];
  g_assert_cmpstr (pair->key, ==, "X-7");
  g_assert_cmpint (pair->older, ==, 1);
  g_assert_null (pair->older_key);
  g_assert_cmpint (pair->decision, ==, SEL_DECISION_LATER);
  g_assert_cmpstr (text_of (pair->theirs, &sel_participant_type, "address"), ==, "Jalan A");
  g_assert_cmpstr (text_of (pair->ours, &sel_participant_type, "address"), ==, NULL);
  g_assert_cmpstr (text_of (pair->ours, &sel_participant_type, "phone"), ==, "0800");
  g_assert_cmpstr (text_of (pair->ours, &sel_participant_type, "name"), ==, "Siti Rahayu");
  assert_likeness (reg, NULL);
}

/* Undecided, it comes in and waits. */
static void
test_later (void)
{
  g_autoptr (Register) reg = register_new ();
  g_autoptr (SelImportResult) result = NULL;
  const SelImportNote *note;

  register_take (reg, EXCHANGE_OF ("one", 1, SITI));
  result = register_import (reg, EXCHANGE_OF ("two", 1, SITTI), 0);
  register_assert_counts (result, 0, 0, 0, 0);
  g_assert_cmpuint (result->n[SEL_IMPORT_DOUBTFUL], ==, 1);
  g_assert_cmpuint (result->notes[SEL_IMPORT_DOUBTFUL]->len, ==, 1);
  note = result->notes[SEL_IMPORT_DOUBTFUL]->pdata[0];
  g_assert_cmpuint (note->line, ==, FIRST_LINE);
  g_assert_cmpstr (note->id, ==, "X-7");
  g_assert_cmpstr (note->reason, ==, "It may be the same as one that is in the register.");
  g_assert_cmpint (register_get_int (reg, "SELECT count (*) FROM participant"), ==, 2);
  g_assert_cmpint (register_get_int (reg, "SELECT n_new FROM exchange WHERE id = 2"), ==, 1);
  assert_likeness (reg, "participant 1 2 open");
}

static void
test_two (void)
{
  g_autoptr (Register) reg = register_new ();
  g_autoptr (SelImportResult) plan = NULL;
  g_autoptr (SelImportResult) replanned = NULL;
  g_autoptr (SelImportResult) result = NULL;
  const char *text = EXCHANGE_OF ("two", 1, SITTI);

  register_take (reg, EXCHANGE_OF ("one", 1, SITI));
  plan = register_import (reg, text, SEL_IMPORT_DRY_RUN);
  ((SelImportPair *) plan->pairs->pdata[0])->decision = SEL_DECISION_TWO;

  replanned = import_decided (reg, text, plan->pairs, SEL_IMPORT_DRY_RUN);
  register_assert_counts (replanned, 1, 0, 0, 0);
  g_assert_cmpint (((SelImportPair *) replanned->pairs->pdata[0])->decision, ==, SEL_DECISION_TWO);

  result = import_decided (reg, text, plan->pairs, 0);
  register_assert_counts (result, 1, 0, 0, 0);
  g_assert_cmpuint (result->n[SEL_IMPORT_DOUBTFUL], ==, 0);
  assert_likeness (reg, "participant 1 2 two");
}

static void
test_same (void)
{
  g_autoptr (Register) reg = register_new ();
  g_autoptr (SelImportResult) plan = NULL;
  g_autoptr (SelImportResult) result = NULL;
  g_autoptr (SelImportResult) again = NULL;
  g_autofree char *person = NULL;
  const char *text = EXCHANGE_OF ("two", 1, SITTI);

  register_take (reg, EXCHANGE_OF ("one", 1, SITI));
  plan = register_import (reg, text, SEL_IMPORT_DRY_RUN);
  ((SelImportPair *) plan->pairs->pdata[0])->decision = SEL_DECISION_SAME;

  result = import_decided (reg, text, plan->pairs, 0);
  register_assert_counts (result, 0, 1, 0, 0);
  person = register_dup_text (
    reg, "SELECT group_concat (name || ' ' || address || ' ' || phone) FROM participant");
  g_assert_cmpstr (person, ==, "Hj. Sitti Rahaju, S.Pd. Jalan A 0800");
  assert_likeness (reg, NULL);

  again = register_import (reg, text, 0);
  register_assert_counts (again, 0, 0, 1, 0);
}

/* The same person twice in one file, under two identifiers; the second is then known by both. */
static void
test_both_in_one_file (void)
{
  g_autoptr (Register) reg = register_new ();
  g_autoptr (SelImportResult) plan = NULL;
  g_autoptr (SelImportResult) result = NULL;
  g_autoptr (SelImportResult) again = NULL;
  const SelImportNote *note;
  SelImportPair *pair;
  const char *text = EXCHANGE_OF ("one", 1, SITI SITTI);

  plan = register_import (reg, text, SEL_IMPORT_DRY_RUN);
  register_assert_counts (plan, 1, 0, 0, 0);
  note = plan->notes[SEL_IMPORT_DOUBTFUL]->pdata[0];
  g_assert_cmpstr (note->reason, ==, "It may be the same as “O-1” of this file.");
  pair = plan->pairs->pdata[0];
  g_assert_cmpint (pair->older, ==, 0);
  g_assert_cmpstr (pair->older_key, ==, "O-1");

  pair->decision = SEL_DECISION_SAME;
  result = import_decided (reg, text, plan->pairs, 0);
  register_assert_counts (result, 1, 1, 0, 0);
  g_assert_cmpint (register_get_int (reg, "SELECT count (*) FROM participant"), ==, 1);
  g_assert_cmpint (register_get_int (reg, "SELECT count (*) FROM identity WHERE record = 1"), ==,
                   2);

  again = register_import (reg, text, 0);
  register_assert_counts (again, 0, 0, 2, 0);
}

#define AGREEMENT(id)                                                                    \
  "<agreement id=\"" id "\"><kind>memorandum</kind><title>T</title><stage>draft</stage>" \
  "</agreement>\n"
#define PARTY(id, agreement, partner, number)                                       \
  "<party id=\"" id "\"><agreement>" agreement "</agreement><position>1</position>" \
  "<partner>" partner "</partner><number>" number "</number></party>\n"
#define COURSE(id) \
  "<course id=\"" id "\"><name>Tata boga</name><vocation>Boga</vocation></course>\n"
#define COHORT(id, course, name)                                                                  \
  "<cohort id=\"" id "\"><name>" name "</name><course>" course "</course><capacity>16</capacity>" \
  "<starts_on>2025-01-06</starts_on><ends_on>2025-02-06</ends_on></cohort>\n"
#define NAMED_PARTNER(id, name) \
  "<partner id=\"" id "\"><name>" name "</name><kind>agency</kind></partner>\n"

/* Partners and cohorts are known by their names, agreements by the number that a party gave. */
static void
test_other_records (void)
{
  g_autoptr (Register) reg = register_new ();
  g_autoptr (SelImportResult) plan = NULL;
  g_autoptr (GString) found = g_string_new (NULL);

  register_take (reg, EXCHANGE_OF ("one", 1,
                                   NAMED_PARTNER ("P", "BNN Kota Banjarbaru") AGREEMENT ("A")
                                     PARTY ("Y", "A", "P", "PKS/12/X/2025") COURSE ("C")
                                       COHORT ("K", "C", "Angkatan 1")));
  plan = register_import (reg,
                          EXCHANGE_OF ("two", 1,
                                       NAMED_PARTNER ("P1", "BNN  KOTA Banjarbaru")
                                         NAMED_PARTNER ("P2", "BNN Kota Banjarmasin")
                                           AGREEMENT ("A1") PARTY ("Y1", "A1", "P1", "PKS-12-X-2025")
                                             AGREEMENT ("A2") PARTY ("Y2", "A2", "P2", "1/2025")
                                               COURSE ("C1") COHORT ("K1", "C1", "ANGKATAN 1")
                                                 COHORT ("K2", "C1", "Angkatan 2")),
                          SEL_IMPORT_DRY_RUN);
  for (guint i = 0; i < plan->pairs->len; i++)
    g_string_append_printf (found, "%s ", ((SelImportPair *) plan->pairs->pdata[i])->key);
  g_assert_cmpstr (found->str, ==, "P1 A1 C1 K1 ");
  register_assert_counts (plan, 5, 0, 0, 0);
}

/* Of whom no day of birth is known, nobody is asked. */
static void
test_without_a_birth_date (void)
{
  g_autoptr (Register) reg = register_new ();
  g_autoptr (SelImportResult) plan = register_import (
    reg,
    EXCHANGE (1, "<participant id=\"1\"><name>Ani</name><kind>tks</kind></participant>\n"
                 "<participant id=\"2\"><name>Ani</name><kind>tks</kind></participant>\n" PERSON ("3", "Ani", "1990-01-01", "") PERSON ("4", "Ani", "1990-01-02", "")),
    SEL_IMPORT_DRY_RUN);

  register_assert_counts (plan, 4, 0, 0, 0);
  g_assert_cmpuint (plan->pairs->len, ==, 0);
}

/* One sender has two names for a person: each may stand once in a file. */
static void
test_either_name_once (void)
{
  g_autoptr (Register) reg = register_new ();
  g_autoptr (SelImportResult) plan = NULL;
  g_autoptr (SelImportResult) result = NULL;
  const SelImportNote *note;

  register_take (reg, EXCHANGE (1, SITI));
  plan = register_import (reg, EXCHANGE (2, SITTI), SEL_IMPORT_DRY_RUN);
  ((SelImportPair *) plan->pairs->pdata[0])->decision = SEL_DECISION_SAME;
  result = import_decided (reg, EXCHANGE (2, SITTI SITTI), plan->pairs, SEL_IMPORT_ACCEPT_VALID);
  register_assert_counts (result, 0, 1, 0, 1);
  g_assert_cmpint (register_get_int (reg, "SELECT count (*) FROM identity WHERE record = 1"), ==, 2);

  register_take (reg, EXCHANGE (3, SITI SITTI));
  g_clear_pointer (&result, sel_import_result_free);
  result = register_import (reg, EXCHANGE (4, SITI SITI SITTI SITTI SITI), SEL_IMPORT_ACCEPT_VALID);
  g_assert_cmpuint (result->n[SEL_IMPORT_REFUSED], ==, 3);
  for (guint i = 0; i < 3; i++)
    {
      static const struct
      {
        guint line;
        const char *reason;
      } refused[] = {
        { FIRST_LINE + 1, "The identifier stands twice in this file: first in line 8." },
        { FIRST_LINE + 3, "The identifier stands twice in this file: first in line 10." },
        { FIRST_LINE + 4, "The identifier stands twice in this file: first in line 8." },
      };

      note = result->notes[SEL_IMPORT_REFUSED]->pdata[i];
      g_assert_cmpuint (note->line, ==, refused[i].line);
      g_assert_cmpstr (note->reason, ==, refused[i].reason);
    }
}

/* Two who are known wait as well when a file corrects one so that they are alike; what is not
 * called otherwise does not, and a plan has no question about them. */
static void
test_known_ones_that_become_alike (void)
{
  static const struct
  {
    const char *corrected;
    const char *likeness;
  } cases[] = {
    { PERSON ("X-7", "Sitti Rahaju", "1991-05-04", ""), "participant 1 2 open" },
    { PERSON ("X-7", "Ani", "1991-05-04", "<phone>0811</phone>"), NULL },
    { PERSON ("X-7", "Sitti Rahaju", "1991-05-05", ""), NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (Register) reg = register_new ();
      g_autoptr (SelImportResult) plan = NULL;
      g_autoptr (SelImportResult) result = NULL;
      g_autofree char *text = g_strdup_printf (EXCHANGE_OF ("two", 2, "%s"), cases[i].corrected);

      register_take (reg, EXCHANGE_OF ("one", 1, SITI));
      register_take (reg, EXCHANGE_OF ("two", 1, PERSON ("X-7", "Ani", "1991-05-04", "")));
      plan = register_import (reg, text, SEL_IMPORT_DRY_RUN);
      register_assert_counts (plan, 0, 1, 0, 0);
      g_assert_cmpuint (plan->pairs->len, ==, 0);

      result = register_import (reg, text, 0);
      register_assert_counts (result, 0, 1, 0, 0);
      g_assert_cmpuint (result->n[SEL_IMPORT_DOUBTFUL], ==, 0);
      assert_likeness (reg, cases[i].likeness);
    }
}

static void
test_partners_that_become_alike (void)
{
  g_autoptr (Register) reg = register_new ();

  register_take (reg,
                 EXCHANGE (1, NAMED_PARTNER ("P-1", "BNN Kota") NAMED_PARTNER ("P-2", "BLK Kota")));
  assert_likeness (reg, NULL);
  register_take (reg,
                 EXCHANGE (2, NAMED_PARTNER ("P-1", "B.L.K. Kota") NAMED_PARTNER ("P-2", "BLK Kota")));
  assert_likeness (reg, "partner 1 2 open");
}

#define UNDER_AN_AGREEMENT(sender)                                                \
  EXCHANGE_OF (sender, 1,                                                         \
               PARTNER                                                            \
               "<agreement id=\"A\"><kind>memorandum</kind><title>Kerja</title>"  \
               "<stage>signed</stage><signed_on>2024-05-27</signed_on>"           \
               "<starts_on>2024-05-27</starts_on><ends_on>2027-05-26</ends_on>"   \
               "</agreement>\n"                                                   \
               "<party id=\"Y\"><agreement>A</agreement><position>1</position>"   \
               "<partner>P-1</partner><number>1/NK/2024</number></party>\n"       \
               "<programme id=\"R\"><name>Rehabilitasi 2024</name></programme>\n" \
               "<programme_agreement id=\"R-1\"><programme>R</programme>"         \
               "<agreement>A</agreement></programme_agreement>\n")

/* What ties two records that are the same as two others is the same as what ties those. */
static void
test_what_ties_them_is_the_same (void)
{
  g_autoptr (Register) reg = register_new ();
  g_autoptr (SelImportResult) plan = NULL;
  g_autoptr (SelImportResult) result = NULL;
  g_autoptr (SelImportResult) again = NULL;

  register_take (reg, UNDER_AN_AGREEMENT ("one"));
  plan = register_import (reg, UNDER_AN_AGREEMENT ("two"), SEL_IMPORT_DRY_RUN);
  g_assert_cmpuint (plan->pairs->len, ==, 3);
  for (guint i = 0; i < plan->pairs->len; i++)
    ((SelImportPair *) plan->pairs->pdata[i])->decision = SEL_DECISION_SAME;

  result = import_decided (reg, UNDER_AN_AGREEMENT ("two"), plan->pairs, 0);
  g_assert_true (result->is_applied);
  register_assert_counts (result, 0, 0, 5, 0);
  again = register_import (reg, UNDER_AN_AGREEMENT ("two"), 0);
  register_assert_counts (again, 0, 0, 5, 0);
  g_assert_cmpint (register_get_int (reg, "SELECT count (*) FROM programme_agreement"), ==, 1);
  g_assert_cmpint (register_get_int (reg, "SELECT count (*) FROM party"), ==, 1);
}

#define DUTIES(sender, first, second)                                                                                                        \
  EXCHANGE_OF (sender, 1,                                                                                                                    \
               PARTNER NAMED_PARTNER ("P-2", "Rutan Tamiang") "<agreement id=\"A\"><kind>memorandum</kind><title>Kerja</title>"              \
                                                              "<stage>signed</stage><signed_on>2024-05-27</signed_on>"                       \
                                                              "<starts_on>2024-05-27</starts_on><ends_on>2027-05-26</ends_on></agreement>\n" \
                                                              "<party id=\"Y-1\"><agreement>A</agreement><position>1</position>"             \
                                                              "<partner>P-1</partner><number>1/NK/2024</number></party>\n"                   \
                                                              "<party id=\"Y-2\"><agreement>A</agreement><position>2</position>"             \
                                                              "<partner>P-2</partner></party>\n" first second)
#define OBLIGATION(id, party, due_on)                                            \
  "<obligation id=\"" id "\"><agreement>A</agreement><party>Y-" party "</party>" \
  "<text>Menyampaikan laporan</text><due_on>" due_on "</due_on></obligation>\n"

/* What two parties owe in the same words, and at two times, are as many duties: none is taken for
 * another, in whatever order another office has them. */
static void
test_duties_in_the_same_words_are_kept_apart (void)
{
  const char *theirs = DUTIES ("two", OBLIGATION ("X-1", "2", "2026-12-31"),
                               OBLIGATION ("X-2", "1", "2026-06-30")
                                 OBLIGATION ("X-3", "1", "2027-06-30"));
  g_autoptr (Register) reg = register_new ();
  g_autoptr (SelImportResult) plan = NULL;
  g_autoptr (SelImportResult) result = NULL;
  g_autofree char *duties = NULL;

  register_take (reg, DUTIES ("one", OBLIGATION ("O-1", "1", "2026-06-30"),
                              OBLIGATION ("O-2", "2", "2026-12-31")));
  plan = register_import (reg, theirs, SEL_IMPORT_DRY_RUN);
  for (guint i = 0; i < plan->pairs->len; i++)
    ((SelImportPair *) plan->pairs->pdata[i])->decision = SEL_DECISION_SAME;

  result = import_decided (reg, theirs, plan->pairs, 0);
  register_assert_counts (result, 1, 0, 7, 0);
  duties = register_dup_text (
    reg, "SELECT group_concat (id || ' ' || party || ' ' || due_on, '; ') FROM obligation");
  g_assert_cmpstr (duties, ==, "1 1 2026-06-30; 2 2 2026-12-31; 3 1 2027-06-30");
}

#define ENROLLED(sender, key, stage)                                                            \
  EXCHANGE_OF (sender, 1,                                                                       \
               "<programme id=\"R\"><name>Rehabilitasi 2024</name></programme>\n"               \
               "<participant id=\"" key "\"><nik>6372014101900001</nik><name>Siti</name>"       \
               "<kind>tks</kind></participant>\n"                                               \
               "<enrolment id=\"E\"><participant>" key "</participant><programme>R</programme>" \
               "<stage>" stage "</stage></enrolment>\n")

/* What another office says first of an enrolment does not set back how far the person came. */
static void
test_nobody_is_set_back (void)
{
  static const struct
  {
    const char *ours;
    const char *theirs;
    const char *stage;
  } cases[] = {
    { ENROLLED ("one", "O-1", "accepted"), ENROLLED ("two", "X-1", "referred"), "accepted" },
    { ENROLLED ("one", "O-1", "referred"), ENROLLED ("two", "X-1", "accepted"), "accepted" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (Register) reg = register_new ();
      g_autoptr (SelImportResult) plan = NULL;
      g_autoptr (SelImportResult) result = NULL;
      g_autofree char *stage = NULL;

      register_take (reg, cases[i].ours);
      plan = register_import (reg, cases[i].theirs, SEL_IMPORT_DRY_RUN);
      for (guint p = 0; p < plan->pairs->len; p++)
        ((SelImportPair *) plan->pairs->pdata[p])->decision = SEL_DECISION_SAME;
      result = import_decided (reg, cases[i].theirs, plan->pairs, 0);
      g_assert_true (result->is_applied);
      stage = register_dup_text (reg, "SELECT group_concat (stage) FROM enrolment");
      g_assert_cmpstr (stage, ==, cases[i].stage);
    }
}

/* Of more pairs than are listed, or looked for, it is said that there are more. */
static void
test_more_pairs_than_fit (void)
{
  static const struct
  {
    guint n_people; /* each of whom may be any other */
    guint n_pairs;
    const char *more;
  } cases[] = {
    { 100, 4950, NULL },
    { 142, 10000,
      "Only the first 10000 pairs can be decided before the import. After it, the others wait "
      "among the possible duplicates of the register." },
    { 1415, 10000, "The search for possible duplicates ended at 1000000 pairs; there may be more." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (Register) reg = register_new ();
      g_autoptr (GString) people = g_string_new (NULL);
      g_autoptr (SelImportResult) plan = NULL;
      g_autofree char *text = NULL;
      g_autofree char *more = NULL;

      for (guint n = 0; n < cases[i].n_people; n++)
        g_string_append_printf (people, PERSON ("O-%u", "Siti", "1991-05-04", ""), n);
      text = g_strdup_printf (EXCHANGE (1, "%s"), people->str);
      plan = register_import (reg, text, SEL_IMPORT_DRY_RUN);
      g_assert_cmpuint (plan->pairs->len, ==, cases[i].n_pairs);
      more = sel_import_result_dup_more_pairs (plan);
      g_assert_cmpstr (more, ==, cases[i].more);

      if (i == 1)
        {
          g_autoptr (SelImportResult) result = register_import (reg, text, 0);

          g_assert_null (sel_import_result_dup_more_pairs (result));
          g_assert_cmpint (register_get_int (reg, "SELECT count (*) FROM likeness"), ==, 10011);
        }
    }
}

#define TEST(name, function) g_test_add_func ("/import/doubts/" name, function)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  TEST ("a-plan-shows-both", test_a_plan_shows_both);
  TEST ("later", test_later);
  TEST ("two", test_two);
  TEST ("same", test_same);
  TEST ("both-in-one-file", test_both_in_one_file);
  TEST ("other-records", test_other_records);
  TEST ("without-a-birth-date", test_without_a_birth_date);
  TEST ("either-name-once", test_either_name_once);
  TEST ("known-ones-that-become-alike", test_known_ones_that_become_alike);
  TEST ("partners-that-become-alike", test_partners_that_become_alike);
  TEST ("duties-in-the-same-words-are-kept-apart", test_duties_in_the_same_words_are_kept_apart);
  TEST ("nobody-is-set-back", test_nobody_is_set_back);
  TEST ("more-pairs-than-fit", test_more_pairs_than_fit);
  TEST ("what-ties-them-is-the-same", test_what_ties_them_is_the_same);

  return g_test_run ();
}
