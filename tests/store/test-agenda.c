/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

#include "store/agenda.h"
#include "store/agreement-link.h"

#define NOTICE_DAYS 90

static const char *const kind_names[SEL_N_AGENDA_KINDS] = {
  "expiring", "notice", "expired", "obligation", "number", "review", "cohort", "follow-up",
  "open-ended", "authority"
};

/* A line for each item: "kind id: title (partner) [context] date days". */
static char *
dup_lines (const SelAgenda *agenda)
{
  GString *text = g_string_new (NULL);

  for (guint kind = 0; kind < SEL_N_AGENDA_KINDS; kind++)
    for (guint i = 0; i < agenda->groups[kind].items->len; i++)
      {
        const SelAgendaItem *item = &g_array_index (agenda->groups[kind].items, SelAgendaItem, i);
        g_autofree char *date = sel_date_dup_text (&item->date);

        g_string_append_printf (text,
                                "%s %d: %s (%s) [%s] %s %+d\n",
                                kind_names[kind],
                                (int) item->id,
                                item->title,
                                item->partner ? item->partner : "",
                                item->context ? item->context : "",
                                date,
                                item->days);
      }

  return g_string_free (text, FALSE);
}

static SelAgenda *
read_agenda (SelFixture *fixture, const char *day)
{
  g_autoptr (GError) error = NULL;
  GDate today = sel_fixture_date (day);
  SelAgenda *agenda = sel_agenda_read (fixture->connection, &today, NOTICE_DAYS, &error);

  g_assert_no_error (error);
  return agenda;
}

static gint64
count_agenda (SelFixture *fixture, const char *day)
{
  g_autoptr (GError) error = NULL;
  GDate today = sel_fixture_date (day);
  gint64 n_waiting;

  sel_agenda_count (fixture->connection, &today, NOTICE_DAYS, &n_waiting, &error);
  g_assert_no_error (error);
  return n_waiting;
}

static void
assert_lines (SelFixture *fixture, const char *day, const char *expected)
{
  g_autoptr (SelAgenda) agenda = read_agenda (fixture, day);
  g_autofree char *lines = dup_lines (agenda);

  g_assert_cmpstr (lines, ==, expected);
}

static void
add_agreements (SelAct *act)
{
  static const struct
  {
    const char *title;
    const char *kind;
    const char *stage;
    const char *starts_on;
    const char *ends_on;
    const char *terminated_on;
    const char *renews;
  } agreements[] = {
    { "ends in 90 days", "memorandum", "signed", "2023-01-10", "2026-01-09", NULL, NULL },
    { "ends in 91 days", "memorandum", "signed", "2023-01-11", "2026-01-10", NULL, NULL },
    { "ends today", "memorandum", "signed", NULL, "2025-10-11", NULL, NULL },
    { "ended yesterday", "memorandum", "signed", "2022-10-11", "2025-10-10", NULL, NULL },
    { "was renewed", "memorandum", "signed", "2016-01-01", "2018-12-31", NULL, NULL },
    { "renews", "memorandum", "signed", "2019-01-01", "2030-12-31", NULL, "5" },
    { "draft", "memorandum", "draft", NULL, "2025-10-01", NULL, NULL },
    { "was terminated", "memorandum", "terminated", "2023-01-01", "2025-12-01", "2024-06-01",
      NULL },
    { "will be terminated", "memorandum", "terminated", "2023-01-01", "2025-12-01", "2025-11-01",
      NULL },
    { "to be renewed", "memorandum", "signed", "2016-05-16", "2019-05-15", NULL, NULL },
    { "draft of the renewal", "memorandum", "draft", "2019-05-16", "2022-05-15", NULL, "10" },
    { "open-ended", "memorandum", "signed", "2018-03-02", NULL, NULL, NULL },
    { "adds", "addendum", "signed", "2019-03-02", NULL, NULL, NULL },
    { "still to start", "memorandum", "signed", "2025-12-01", "2025-12-31", NULL, NULL },
    { "renewed in time", "memorandum", "signed", "2022-11-01", "2025-10-31", NULL, NULL },
    { "renews in time", "memorandum", "signed", "2025-11-01", "2028-10-31", NULL, "15" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (agreements); i++)
    sel_fixture_add (act, "agreement", "title", agreements[i].title, "kind", agreements[i].kind,
                     "stage", agreements[i].stage, "signed_on", "2016-01-01",
                     "starts_on", agreements[i].starts_on, "ends_on", agreements[i].ends_on,
                     "terminated_on", agreements[i].terminated_on, "renews", agreements[i].renews,
                     NULL);
}

static void
test_agreements (void)
{
  g_autoptr (SelFixture) fixture = sel_fixture_new ();
  SelAct *act = sel_fixture_begin (fixture);

  sel_fixture_add (act, "partner", "name", "Badan Narkotika Nasional", "short_name", "BNN",
                   "kind", "agency", NULL);
  sel_fixture_add (act, "partner", "name", "Rutan Tamiang Layang", "kind", "prison", NULL);
  add_agreements (act);
  sel_fixture_add (act, "party", "authority", "office", "agreement", "4", "position", "2", "partner", "1",
                   "number", "NK/2", NULL);
  sel_fixture_add (act, "party", "authority", "office", "agreement", "4", "position", "1", "partner", "2",
                   "number", "NK/1", NULL);
  sel_fixture_end (act);

  assert_lines (fixture,
                "2025-10-11",
                "expiring 3: ends today () [] 2025-10-11 +0\n"
                "expiring 9: will be terminated () [] 2025-12-01 +51\n"
                "expiring 1: ends in 90 days () [] 2026-01-09 +90\n"
                "expired 4: ended yesterday (Rutan Tamiang Layang, BNN) [] 2025-10-10 -1\n"
                "expired 10: to be renewed () [] 2019-05-15 -2341\n"
                "open-ended 12: open-ended () [] 2018-03-02 -2780\n");
  g_assert_cmpint (count_agenda (fixture, "2025-10-11"), ==, 5);
}

static gboolean
lists (const SelAgendaGroup *group, gint64 id)
{
  for (guint i = 0; i < group->items->len; i++)
    if (g_array_index (group->items, SelAgendaItem, i).id == id)
      return TRUE;
  return FALSE;
}

/* The conditions of the agenda say the same as sel_agreement_state_on(), with one addition: what
 * has a signed successor does not ask for attention, even in a gap before that one starts. */
static void
test_as_the_states (void)
{
  g_autoptr (SelFixture) fixture = sel_fixture_new ();
  SelAct *act = sel_fixture_begin (fixture);
  GDate day = sel_fixture_date ("2018-12-20");
  GDate end = sel_fixture_date ("2026-03-01");

  add_agreements (act);
  sel_fixture_end (act);

  for (; g_date_compare (&day, &end) < 0; g_date_add_days (&day, 5))
    {
      g_autofree char *text = sel_date_dup_text (&day);
      g_autoptr (SelAgenda) agenda = read_agenda (fixture, text);
      g_autoptr (GArray) links =
        sel_agreement_links_read (fixture->connection, SEL_SQL_AGREEMENT_LINKS " WHERE r.id >= $1",
                                  0, &day, NOTICE_DAYS, NULL);

      g_assert_cmpuint (links->len, ==, 16);
      for (guint i = 0; i < links->len; i++)
        {
          const SelAgreementLink *link = &g_array_index (links, SelAgreementLink, i);
          gboolean has_successor = g_date_valid (&link->terms.successor_starts_on);

          g_test_message ("%s on %s", link->title, text);
          g_assert_cmpint (lists (&agenda->groups[SEL_AGENDA_EXPIRING], link->id),
                           ==,
                           link->state == SEL_AGREEMENT_STATE_EXPIRING && !has_successor);
          g_assert_cmpint (lists (&agenda->groups[SEL_AGENDA_EXPIRED], link->id),
                           ==,
                           link->state == SEL_AGREEMENT_STATE_EXPIRED && !has_successor);
        }
    }
}

static void
test_obligations_and_numbers (void)
{
  g_autoptr (SelFixture) fixture = sel_fixture_new ();
  SelAct *act = sel_fixture_begin (fixture);

  sel_fixture_add (act, "partner", "name", "Badan Narkotika Nasional", "short_name", "BNN",
                   "kind", "agency", NULL);
  sel_fixture_add (act, "partner", "name", "Kemnaker", "kind", "ministry", NULL);
  sel_fixture_add (act, "agreement", "title", "PTKDN", "kind", "memorandum", "stage", "signed",
                   "signed_on", "2024-05-27", "ends_on", "2029-05-26", NULL);
  sel_fixture_add (act, "agreement", "title", "Draft", "kind", "memorandum", "stage", "draft",
                   NULL);
  sel_fixture_add (act, "agreement", "title", "Ended", "kind", "memorandum",
                   "stage", "terminated", "signed_on", "2020-01-01",
                   "terminated_on", "2024-06-01", NULL);
  sel_fixture_add (act, "party", "authority", "office", "agreement", "1", "position", "1", "partner", "1",
                   "number", "NK/1", NULL);
  sel_fixture_add (act, "party", "authority", "office", "agreement", "1", "position", "2", "partner", "2", NULL);
  sel_fixture_add (act, "party", "authority", "office", "agreement", "2", "position", "1", "partner", "2", NULL);
  sel_fixture_add (act, "party", "authority", "office", "agreement", "3", "position", "1", "partner", "2", NULL);

  sel_fixture_add (act, "obligation", "agreement", "1", "text", "within 30 days",
                   "due_on", "2025-11-10", NULL);
  sel_fixture_add (act, "obligation", "agreement", "1", "text", "later", "due_on", "2025-11-11",
                   NULL);
  sel_fixture_add (act, "obligation", "agreement", "1", "text", "done", "due_on", "2025-01-01",
                   "done_on", "2025-01-01", NULL);
  sel_fixture_add (act, "obligation", "agreement", "1", "party", "2", "text", "reports",
                   "due_on", "2025-03-31", "recurrence", "quarterly", "done_on", "2025-07-02",
                   NULL);
  sel_fixture_add (act, "obligation", "agreement", "1", "text", "reported",
                   "due_on", "2025-03-31", "recurrence", "quarterly", "done_on", "2025-10-02",
                   NULL);
  sel_fixture_add (act, "obligation", "agreement", "2", "text", "of a draft",
                   "due_on", "2025-01-01", NULL);
  sel_fixture_add (act, "obligation", "agreement", "3", "text", "after the end",
                   "due_on", "2023-12-31", "recurrence", "yearly", "done_on", "2023-12-31", NULL);
  sel_fixture_add (act, "obligation", "agreement", "3", "text", "lapsed",
                   "due_on", "2023-12-31", NULL);
  sel_fixture_end (act);

  assert_lines (fixture,
                "2025-10-11",
                "obligation 1: reports (Kemnaker) [PTKDN] 2025-09-30 -11\n"
                "obligation 1: within 30 days (BNN, Kemnaker) [PTKDN] 2025-11-10 +30\n"
                "number 1: PTKDN (Kemnaker) [] 2024-05-27 -502\n");
  g_assert_cmpint (count_agenda (fixture, "2025-10-11"), ==, 3);
}

static void
test_cohorts_and_follow_ups (void)
{
  g_autoptr (SelFixture) fixture = sel_fixture_new ();
  SelAct *act = sel_fixture_begin (fixture);

  sel_fixture_add (act, "partner", "name", "Badan Narkotika Nasional", "short_name", "BNN",
                   "kind", "agency", NULL);
  sel_fixture_add (act, "programme", "name", "Pascarehabilitasi", NULL);
  sel_fixture_add (act, "course", "name", "Tata boga dasar", "vocation", "Tata boga", NULL);
  sel_fixture_add (act, "cohort", "name", "last month", "course", "1", "programme", "1",
                   "capacity", "16", "starts_on", "2025-09-11", "ends_on", "2025-12-11", NULL);
  sel_fixture_add (act, "cohort", "name", "in 30 days", "course", "1", "capacity", "16",
                   "starts_on", "2025-11-10", "ends_on", "2025-12-11", NULL);
  sel_fixture_add (act, "cohort", "name", "in 31 days", "course", "1", "capacity", "16",
                   "starts_on", "2025-11-11", "ends_on", "2025-12-11", NULL);
  sel_fixture_add (act, "cohort", "name", "today", "course", "1", "capacity", "16",
                   "starts_on", "2025-10-11", "ends_on", "2025-12-11", NULL);

  sel_fixture_add (act, "participant", "name", "Andi", "kind", "tkm", NULL);
  sel_fixture_add (act, "participant", "name", "Budi", "kind", "tkm", NULL);
  sel_fixture_add (act, "enrolment", "participant", "1", "cohort", "1", "referrer", "1",
                   "stage", "completed", NULL);
  sel_fixture_add (act, "enrolment", "participant", "2", "programme", "1", "stage", "completed",
                   NULL);
  sel_fixture_add (act, "follow_up", "enrolment", "1", "due_on", "2025-10-18", NULL);
  sel_fixture_add (act, "follow_up", "enrolment", "1", "due_on", "2025-10-19", NULL);
  sel_fixture_add (act, "follow_up", "enrolment", "1", "due_on", "2025-01-01",
                   "held_on", "2025-01-02", "outcome", "employed", NULL);
  sel_fixture_add (act, "follow_up", "enrolment", "2", "due_on", "2025-10-01", NULL);
  sel_fixture_end (act);

  assert_lines (fixture,
                "2025-10-11",
                "cohort 4: today () [Tata boga dasar] 2025-10-11 +0\n"
                "cohort 2: in 30 days () [Tata boga dasar] 2025-11-10 +30\n"
                "follow-up 2: Budi () [Pascarehabilitasi] 2025-10-01 -10\n"
                "follow-up 1: Andi () [Pascarehabilitasi] 2025-10-18 +7\n");
  g_assert_cmpint (count_agenda (fixture, "2025-10-11"), ==, 4);
  g_assert_true (sel_agenda_kind_opens (SEL_AGENDA_COHORT) == &sel_cohort_type);
  g_assert_true (sel_agenda_kind_opens (SEL_AGENDA_FOLLOW_UP) == &sel_participant_type);
}

/* What does not fit is counted. */
static void
test_most (void)
{
  g_autoptr (SelFixture) fixture = sel_fixture_new ();
  g_autoptr (SelAgenda) agenda = NULL;
  SelAct *act = sel_fixture_begin (fixture);

  sel_fixture_add (act, "course", "name", "Las", "vocation", "Las", NULL);
  sel_fixture_add (act, "agreement", "title", "A", "kind", "memorandum", "stage", "signed",
                   "ends_on", "2029-05-26", NULL);
  for (guint i = 0; i < SEL_AGENDA_MOST + 10; i++)
    {
      sel_fixture_add (act, "cohort", "name", "C", "course", "1", "capacity", "16",
                       "starts_on", "2025-10-20", "ends_on", "2025-12-11", NULL);
      sel_fixture_add (act, "obligation", "agreement", "1", "text", "O", "due_on", "2025-10-20",
                       NULL);
    }
  sel_fixture_end (act);

  agenda = read_agenda (fixture, "2025-10-11");
  g_assert_cmpuint (agenda->groups[SEL_AGENDA_COHORT].items->len, ==, SEL_AGENDA_MOST);
  g_assert_cmpint (agenda->groups[SEL_AGENDA_COHORT].n_all, ==, SEL_AGENDA_MOST + 10);
  g_assert_cmpuint (agenda->groups[SEL_AGENDA_OBLIGATION].items->len, ==, SEL_AGENDA_MOST);
  g_assert_cmpint (agenda->groups[SEL_AGENDA_OBLIGATION].n_all, ==, SEL_AGENDA_MOST + 10);
  g_assert_cmpint (count_agenda (fixture, "2025-10-11"), ==, 2 * (SEL_AGENDA_MOST + 10));
}

static void
test_empty (void)
{
  g_autoptr (SelFixture) fixture = sel_fixture_new ();

  assert_lines (fixture, "2025-10-11", "");
  g_assert_cmpint (count_agenda (fixture, "2025-10-11"), ==, 0);
}

static void
test_notice_reviews_and_authority (void)
{
  g_autoptr (SelFixture) fixture = sel_fixture_new ();
  SelAct *act = sel_fixture_begin (fixture);
  static const char *const terms[][4] = {
    /* title, last day, months of notice, day it was given */
    { "said", "2026-01-31", "3", "2025-10-01" },
    { "due", "2026-01-31", "3", NULL },
    { "missed", "2026-01-09", "3", NULL },
    { "far", "2026-12-31", "3", NULL },
    { "ended", "2025-10-10", "3", NULL },
  };

  sel_fixture_add (act, "partner", "name", "BNN", "kind", "agency", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (terms); i++)
    sel_fixture_add (act, "agreement", "title", terms[i][0], "kind", "memorandum", "stage",
                     "signed", "signed_on", "2023-02-01", "ends_on", terms[i][1], "notice_months",
                     terms[i][2], "notice_given_on", terms[i][3], NULL);
  sel_fixture_add (act, "agreement", "title", "text", "kind", "memorandum", "stage",
                   "under_review", NULL);
  sel_fixture_add (act, "review", "agreement", "6", "reviewer", "Biro Hukum", "sent_on",
                   "2025-10-01", "due_on", "2025-10-15", NULL);
  sel_fixture_add (act, "review", "agreement", "6", "reviewer", "Mitra", "sent_on", "2025-10-02",
                   NULL);
  sel_fixture_add (act, "review", "agreement", "6", "reviewer", "Pusat", "sent_on", "2025-09-01",
                   "decision", "approved", "decided_on", "2025-09-10", NULL);
  sel_fixture_add (act, "review", "agreement", "4", "reviewer", "Of what is signed", NULL);
  for (guint i = 0; i < 4; i++)
    {
      static const char *const authorities[][2] = {
        { NULL, NULL }, { "office", NULL }, { "attorney", NULL }, { "decree", "KEP/1/2025" }
      };

      sel_fixture_add (act, "party", "agreement", "4", "position", "1", "partner", "1", "number",
                       "1", "signatory", authorities[i][0], "authority", authorities[i][0],
                       "authority_number", authorities[i][1], NULL);
    }
  sel_fixture_end (act);

  assert_lines (fixture, "2025-10-11",
                "expiring 3: missed () [] 2026-01-09 +90\n"
                "notice 3: missed () [] 2025-10-09 -2\n"
                "notice 2: due () [] 2025-10-31 +20\n"
                "expired 5: ended () [] 2025-10-10 -1\n"
                "review 6: text (Mitra) [] 2025-10-02 -9\n"
                "review 6: text (Biro Hukum) [] 2025-10-15 +4\n"
                "authority 4: far (BNN) [] 2023-02-01 -983\n"
                "authority 4: far (BNN) [attorney] 2023-02-01 -983\n");
  g_assert_cmpint (count_agenda (fixture, "2025-10-11"), ==, 6);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/agenda/agreements", test_agreements);
  g_test_add_func ("/agenda/as-the-states", test_as_the_states);
  g_test_add_func ("/agenda/obligations-and-numbers", test_obligations_and_numbers);
  g_test_add_func ("/agenda/cohorts-and-follow-ups", test_cohorts_and_follow_ups);
  g_test_add_func ("/agenda/most", test_most);
  g_test_add_func ("/agenda/empty", test_empty);

  g_test_add_func ("/agenda/notice-reviews-and-authority", test_notice_reviews_and_authority);
  return g_test_run ();
}
