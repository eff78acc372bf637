/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/export-gate.h"
#include "domain/records.h"

#define UNSAID (1u << 0)
#define CARRIES(what) (1u << SEL_CARRIES_##what)

/* An absent setting is personal but never specific, and the most permissive line counts. */
static void
test_what_a_scope_carries (void)
{
  static const struct
  {
    guint carries;
    SelSensitivity most;
  } cases[] = {
    { 0, SEL_PUBLIC },
    { CARRIES (PUBLIC), SEL_PUBLIC },
    { UNSAID, SEL_PERSONAL },
    { CARRIES (PERSONAL), SEL_PERSONAL },
    { CARRIES (SPECIFIC), SEL_SPECIFIC },
    { CARRIES (PUBLIC) | UNSAID, SEL_PERSONAL },
    { CARRIES (PUBLIC) | CARRIES (PERSONAL), SEL_PERSONAL },
    { UNSAID | CARRIES (SPECIFIC), SEL_SPECIFIC },
    { CARRIES (PUBLIC) | CARRIES (PERSONAL) | CARRIES (SPECIFIC), SEL_SPECIFIC },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (sel_export_most_of_scope (cases[i].carries), ==, cases[i].most);
}

#define IN_FORCE SEL_AGREEMENT_STATE_IN_FORCE
#define NONE SEL_AGREEMENT_STATE_DRAFT

static const struct
{
  SelExportKind kind;
  const char *purpose;
  gboolean has_agreement;
  gboolean is_party;
  SelAgreementState state;
  guint carries;
  SelExportObstacle obstacle;
  SelSensitivity most;
} cases[] = {
  /* a purpose is always needed */
  { SEL_EXPORT_AGREEMENTS, NULL, FALSE, FALSE, NONE, 0, SEL_EXPORT_NO_PURPOSE, SEL_PUBLIC },
  { SEL_EXPORT_SCHEDULE, "", FALSE, FALSE, NONE, 0, SEL_EXPORT_NO_PURPOSE, SEL_PUBLIC },
  { SEL_EXPORT_ROSTER, " \t\u00a0", TRUE, TRUE, IN_FORCE, UNSAID, SEL_EXPORT_NO_PURPOSE,
    SEL_PUBLIC },
  /* without people, an agreement is not */
  { SEL_EXPORT_AGREEMENTS, "Audit", FALSE, FALSE, NONE, 0, SEL_EXPORT_ALLOWED, SEL_PUBLIC },
  { SEL_EXPORT_SCHEDULE, "Audit", FALSE, FALSE, NONE, 0, SEL_EXPORT_ALLOWED, SEL_PUBLIC },
  /* but one that is named has to be the partner's */
  { SEL_EXPORT_SCHEDULE, "Audit", TRUE, FALSE, IN_FORCE, UNSAID, SEL_EXPORT_NOT_A_PARTY,
    SEL_PUBLIC },
  { SEL_EXPORT_SCHEDULE, "Audit", TRUE, TRUE, SEL_AGREEMENT_STATE_EXPIRED, UNSAID,
    SEL_EXPORT_ALLOWED, SEL_PUBLIC },
  { SEL_EXPORT_SCHEDULE, "Audit", TRUE, TRUE, IN_FORCE, 0, SEL_EXPORT_ALLOWED, SEL_PUBLIC },
  { SEL_EXPORT_SCHEDULE, "Audit", TRUE, TRUE, IN_FORCE, UNSAID, SEL_EXPORT_ALLOWED, SEL_PERSONAL },
  /* people need one, of the partner, in force, about data */
  { SEL_EXPORT_ROSTER, "Audit", FALSE, FALSE, NONE, 0, SEL_EXPORT_NO_AGREEMENT, SEL_PUBLIC },
  { SEL_EXPORT_OUTCOMES, "Audit", FALSE, FALSE, NONE, 0, SEL_EXPORT_NO_AGREEMENT, SEL_PUBLIC },
  { SEL_EXPORT_EVERYTHING, "Audit", FALSE, FALSE, NONE, 0, SEL_EXPORT_NO_AGREEMENT, SEL_PUBLIC },
  { SEL_EXPORT_ROSTER, "Audit", TRUE, FALSE, IN_FORCE, UNSAID, SEL_EXPORT_NOT_A_PARTY, SEL_PUBLIC },
  { SEL_EXPORT_ROSTER, "Audit", TRUE, TRUE, SEL_AGREEMENT_STATE_DRAFT, UNSAID,
    SEL_EXPORT_NOT_IN_FORCE, SEL_PUBLIC },
  { SEL_EXPORT_ROSTER, "Audit", TRUE, TRUE, SEL_AGREEMENT_STATE_UNDER_REVIEW, UNSAID,
    SEL_EXPORT_NOT_IN_FORCE, SEL_PUBLIC },
  { SEL_EXPORT_ROSTER, "Audit", TRUE, TRUE, SEL_AGREEMENT_STATE_NOT_YET, UNSAID,
    SEL_EXPORT_NOT_IN_FORCE, SEL_PUBLIC },
  { SEL_EXPORT_ROSTER, "Audit", TRUE, TRUE, SEL_AGREEMENT_STATE_EXPIRED, UNSAID,
    SEL_EXPORT_NOT_IN_FORCE, SEL_PUBLIC },
  { SEL_EXPORT_ROSTER, "Audit", TRUE, TRUE, SEL_AGREEMENT_STATE_TERMINATED, UNSAID,
    SEL_EXPORT_NOT_IN_FORCE, SEL_PUBLIC },
  { SEL_EXPORT_ROSTER, "Audit", TRUE, TRUE, SEL_AGREEMENT_STATE_RENEWED, UNSAID,
    SEL_EXPORT_NOT_IN_FORCE, SEL_PUBLIC },
  { SEL_EXPORT_ROSTER, "Audit", TRUE, TRUE, IN_FORCE, 0, SEL_EXPORT_NO_DATA_EXCHANGE, SEL_PUBLIC },
  { SEL_EXPORT_ROSTER, "Audit", TRUE, TRUE, IN_FORCE, CARRIES (PUBLIC),
    SEL_EXPORT_NO_PERSONAL_DATA, SEL_PUBLIC },
  { SEL_EXPORT_ROSTER, "Audit", TRUE, TRUE, IN_FORCE, UNSAID, SEL_EXPORT_ALLOWED, SEL_PERSONAL },
  { SEL_EXPORT_ROSTER, "Audit", TRUE, TRUE, SEL_AGREEMENT_STATE_EXPIRING, UNSAID,
    SEL_EXPORT_ALLOWED, SEL_PERSONAL },
  { SEL_EXPORT_EVERYTHING, "Audit", TRUE, TRUE, IN_FORCE, CARRIES (SPECIFIC), SEL_EXPORT_ALLOWED,
    SEL_SPECIFIC },
};

static void
test_what_may_leave (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const SelExportTerms terms = {
        .kind = cases[i].kind,
        .purpose = cases[i].purpose,
        .has_agreement = cases[i].has_agreement,
        .is_party = cases[i].is_party,
        .state = cases[i].state,
        .carries = cases[i].carries,
      };
      SelSensitivity most;

      g_test_message ("case %" G_GSIZE_FORMAT, i);
      g_assert_cmpint (sel_export_test (&terms, &most), ==, cases[i].obstacle);
      g_assert_cmpint (most, ==, cases[i].most);
    }
}

/* Somebody has to answer for people that are held under another agreement. */
static void
test_what_is_held_elsewhere (void)
{
  SelExportTerms terms = {
    .kind = SEL_EXPORT_ROSTER,
    .purpose = "Audit",
    .has_agreement = TRUE,
    .is_party = TRUE,
    .state = IN_FORCE,
    .carries = UNSAID,
    .n_elsewhere = 1,
  };
  SelSensitivity most;

  g_assert_cmpint (sel_export_test (&terms, &most), ==, SEL_EXPORT_HELD_ELSEWHERE);
  terms.takes_elsewhere = TRUE;
  g_assert_cmpint (sel_export_test (&terms, &most), ==, SEL_EXPORT_ALLOWED);
}

static void
test_every_obstacle_has_a_sentence (void)
{
  for (int obstacle = SEL_EXPORT_NO_PURPOSE; obstacle <= SEL_EXPORT_HELD_ELSEWHERE; obstacle++)
    g_assert_true (g_str_has_suffix (sel_export_obstacle_message (obstacle), "."));
}

/* So that a record can be told under every agreement: a field that may have to stay behind is one
 * that a file can do without, or has a code that tells nothing. */
static void
test_no_record_needs_what_may_not_travel (void)
{
  for (guint i = 0; i < SEL_N_RECORD_TYPES; i++)
    for (guint f = 0; f < sel_record_types[i]->n_fields; f++)
      {
        const SelField *field = &sel_record_types[i]->fields[f];

        if (field->flags & SEL_FIELD_OPTIONAL)
          continue;
        g_test_message ("%s.%s", sel_record_types[i]->name, field->name);
        g_assert_true (field->stand_in || sel_export_carries (SEL_PUBLIC, field));
      }
}

static void
test_which_fields_travel (void)
{
  static const struct
  {
    const SelRecordType *type;
    const char *field;
    SelSensitivity from; /* what has to be allowed at least */
  } fields[] = {
    { &sel_partner_type, "name", SEL_PUBLIC },
    { &sel_partner_type, "contact", SEL_INTERNAL },
    { &sel_agreement_type, "note", SEL_INTERNAL },
    { &sel_instructor_type, "name", SEL_PUBLIC },
    { &sel_instructor_type, "phone", SEL_PERSONAL },
    { &sel_participant_type, "name", SEL_PUBLIC },
    { &sel_participant_type, "nik", SEL_PERSONAL },
    { &sel_participant_type, "kind", SEL_SPECIFIC },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    for (int most = SEL_PUBLIC; most <= SEL_SPECIFIC; most++)
      {
        const SelField *field = sel_record_type_field (fields[i].type, fields[i].field);

        g_test_message ("%s.%s", fields[i].type->name, field->name);
        g_assert_cmpint (sel_export_carries (most, field), ==, most >= (int) fields[i].from);
      }
}

/* A stand-in is a code of its own field, and the least that a required field can say. */
static void
test_stand_ins_are_codes (void)
{
  const SelField *kind = sel_record_type_field (&sel_participant_type, "kind");

  g_assert_cmpstr (kind->stand_in, ==, "unstated");
  g_assert_cmpstr (sel_participant_kinds[SEL_PARTICIPANT_UNSTATED - 1].code, ==, "unstated");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/export-gate/what-a-scope-carries", test_what_a_scope_carries);
  g_test_add_func ("/export-gate/what-may-leave", test_what_may_leave);
  g_test_add_func ("/export-gate/what-is-held-elsewhere", test_what_is_held_elsewhere);
  g_test_add_func ("/export-gate/every-obstacle-has-a-sentence",
                   test_every_obstacle_has_a_sentence);
  g_test_add_func ("/export-gate/no-record-needs-what-may-not-travel",
                   test_no_record_needs_what_may_not_travel);
  g_test_add_func ("/export-gate/which-fields-travel", test_which_fields_travel);
  g_test_add_func ("/export-gate/stand-ins-are-codes", test_stand_ins_are_codes);

  return g_test_run ();
}
