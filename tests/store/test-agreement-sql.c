/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The state of an agreement, and when it ends, are said twice, in C and in SQL: here the two are held
 * equal. */
#include "domain/agreement-end.h"
#include "domain/agreement-state.h"
#include "domain/term.h"
#include "store/lists.h"
#include "support.h"

/* Days from today; NONE for no date. */
#define NONE G_MININT

static const int starts[] = { NONE, -10, 0, 1 };
static const int ends[] = { NONE, -1, 0, 30, 90, 91, 150, 160 };
static const struct
{
  int months; /* SEL_NO_INTEGER is too large for an int: -1 */
  int days;
  gboolean is_given;
} notices[] = { { -1, -1, FALSE }, { 2, -1, FALSE }, { -1, 1, FALSE }, { 2, 1, TRUE } };

static const int terminations[] = { NONE, -1, 0, 1 };

static const struct
{
  SelAgreementStage stage; /* 0 for no successor */
  int starts_on;
  int signed_on;
} successors[] = {
  { 0, NONE, NONE },
  { SEL_AGREEMENT_STAGE_DRAFT, -1, NONE },
  { SEL_AGREEMENT_STAGE_UNDER_REVIEW, -1, NONE },
  { SEL_AGREEMENT_STAGE_SIGNED, -1, -5 },
  { SEL_AGREEMENT_STAGE_SIGNED, 0, -5 },
  { SEL_AGREEMENT_STAGE_SIGNED, 1, -5 },
  { SEL_AGREEMENT_STAGE_SIGNED, NONE, -1 },
  { SEL_AGREEMENT_STAGE_TERMINATED, -1, -5 },
};

static GDate
day (int from_today)
{
  GDate date = { 0 };

  if (from_today == NONE)
    return date;

  date = date_of (TODAY);
  if (from_today >= 0)
    g_date_add_days (&date, (guint) from_today);
  else
    g_date_subtract_days (&date, (guint) -from_today);
  return date;
}

/* The agreements of the grid and what C needs to know of them, in the order of their ids; those
 * of successors are in between, as terms of their own. */
static gboolean
add_grid_in_act (SelAct *act, gpointer data, GError **error)
{
  GArray *terms = data;
  SelAgreement *agreement = make (&sel_agreement_type, "title", "Uji", "kind", "memorandum", NULL);
  gboolean is_done = TRUE;

  for (int stage = SEL_AGREEMENT_STAGE_DRAFT; stage <= SEL_AGREEMENT_STAGE_TERMINATED; stage++)
    for (gsize s = 0; s < G_N_ELEMENTS (starts); s++)
      for (gsize e = 0; e < G_N_ELEMENTS (ends); e++)
        for (gsize t = 0; t < G_N_ELEMENTS (terminations); t++)
          for (gsize n = 0; is_done && n < G_N_ELEMENTS (successors); n++)
            {
              const gsize w = (s + e + t + n) % G_N_ELEMENTS (notices);
              SelAgreementTerms of_it = { stage, day (starts[s]), day (ends[e]),
                                          day (terminations[t]), day (NONE), day (NONE) };
              SelAgreementTerms of_successor = { successors[n].stage, day (successors[n].starts_on),
                                                 day (NONE), day (NONE), day (NONE),
                                                 day (NONE) };

              g_clear_pointer (&agreement->record.uid, g_free);
              agreement->renews = 0;
              agreement->stage = stage;
              agreement->starts_on = of_it.starts_on;
              agreement->ends_on = of_it.ends_on;
              agreement->terminated_on = of_it.terminated_on;
              agreement->signed_on = day (-20);
              agreement->notice_months = notices[w].months < 0 ? SEL_NO_INTEGER : notices[w].months;
              agreement->notice_days = notices[w].days < 0 ? SEL_NO_INTEGER : notices[w].days;
              agreement->notice_given_on = day (notices[w].is_given ? -1 : NONE);
              if (!notices[w].is_given)
                sel_term_notice_by (&of_it.ends_on, agreement->notice_months,
                                    agreement->notice_days, &of_it.notice_by);
              is_done = sel_act_insert (act, &sel_agreement_type, agreement, error);
              if (successors[n].stage >= SEL_AGREEMENT_STAGE_SIGNED)
                of_it.successor_starts_on =
                  day (successors[n].starts_on == NONE ? successors[n].signed_on
                                                       : successors[n].starts_on);
              g_array_append_val (terms, of_it);
              if (successors[n].stage == 0)
                continue;

              g_clear_pointer (&agreement->record.uid, g_free);
              agreement->renews = agreement->record.id;
              agreement->stage = (int) successors[n].stage;
              agreement->starts_on = of_successor.starts_on;
              agreement->ends_on = day (NONE);
              agreement->terminated_on = day (NONE);
              agreement->signed_on = day (successors[n].signed_on);
              agreement->notice_months = agreement->notice_days = SEL_NO_INTEGER;
              is_done = is_done && sel_act_insert (act, &sel_agreement_type, agreement, error);
              g_array_append_val (terms, of_successor);
            }

  sel_record_free (&sel_agreement_type, agreement);
  return is_done;
}

static void
compare_states (SelStore *store, GArray *terms, guint notice_days)
{
  g_autoptr (SelListRequest) request = sel_list_request_new ();
  g_autoptr (SelReading) reading = sel_reading_begin (store, NULL);
  GDate today = day (0);
  GDate horizon = day ((int) notice_days);
  gint64 ids[SEL_LIST_PAGE];

  request->today = sel_date_dup_text (&today);
  request->horizon = sel_date_dup_text (&horizon);
  for (guint first = 0; first < terms->len; first += SEL_LIST_PAGE)
    {
      guint n = MIN (SEL_LIST_PAGE, terms->len - first);
      g_autoptr (GPtrArray) rows = NULL;
      g_autoptr (GError) error = NULL;

      for (guint i = 0; i < n; i++)
        ids[i] = first + i + 1;
      rows = sel_list_query_read_rows (&sel_agreements_list, request, reading->connection, ids, n,
                                       &error);
      g_assert_no_error (error);
      g_assert_cmpuint (rows->len, ==, n);

      for (guint i = 0; i < n; i++)
        {
          gint64 id = sel_row_get_id (rows->pdata[i]);
          const SelAgreementTerms *of_it = &g_array_index (terms, SelAgreementTerms, id - 1);
          const char *state = sel_row_get_text (rows->pdata[i], SEL_AGREEMENTS_STATE);

          if (!g_str_equal (state, sel_agreement_state_code (
                                     sel_agreement_state_on (of_it, &today, notice_days))))
            g_test_message ("agreement %d, notice %u", (int) id, notice_days);
          g_assert_cmpstr (state, ==,
                           sel_agreement_state_code (
                             sel_agreement_state_on (of_it, &today, notice_days)));
        }
    }
}

static void
test_sql_says_what_c_says (void)
{
  g_autoptr (Place) place = place_new ();
  g_autoptr (SelStore) store = open_store (place);
  g_autoptr (GArray) terms = g_array_new (FALSE, TRUE, sizeof (SelAgreementTerms));
  g_autoptr (GError) error = NULL;

  sel_store_write (store, SEL_ACT_FORM, add_grid_in_act, terms, NULL, &error);
  g_assert_no_error (error);
  compare_states (store, terms, 90);
  compare_states (store, terms, 0);
}

#define N_AGREEMENTS 200
#define MOST_ADDENDA 4

/* Agreements with random addenda, and the end of each as C has it, at its id. */
static gboolean
add_addenda_in_act (SelAct *act, gpointer data, GError **error)
{
  GArray *ends_of = data;
  gboolean is_done = TRUE;

  for (guint i = 0; is_done && i < N_AGREEMENTS; i++)
    {
      SelAgreement *agreement = make (&sel_agreement_type, "title", "Uji", "kind", "memorandum", NULL);
      SelAgreement *addendum = make (&sel_agreement_type, "title", "Uji", "kind", "addendum", NULL);
      SelAgreementAddendum signed_ones[MOST_ADDENDA];
      const gint n = g_test_rand_int_range (0, MOST_ADDENDA + 1);
      guint n_signed = 0;
      GDate end;

      agreement->stage = SEL_AGREEMENT_STAGE_SIGNED;
      agreement->signed_on = day (-20);
      agreement->ends_on = day (ends[g_test_rand_int_range (0, G_N_ELEMENTS (ends))]);
      is_done = sel_act_insert (act, &sel_agreement_type, agreement, error);
      for (gint a = 0; is_done && a < n; a++)
        {
          g_clear_pointer (&addendum->record.uid, g_free);
          addendum->parent = agreement->record.id;
          addendum->stage = g_test_rand_int_range (SEL_AGREEMENT_STAGE_DRAFT,
                                                   SEL_AGREEMENT_STAGE_TERMINATED + 1);
          addendum->signed_on = day (g_test_rand_bit () ? NONE : g_test_rand_int_range (-3, 0));
          addendum->ends_on = day (ends[g_test_rand_int_range (0, G_N_ELEMENTS (ends))]);
          addendum->open_ended = !g_date_valid (&addendum->ends_on) && g_test_rand_bit ();
          is_done = sel_act_insert (act, &sel_agreement_type, addendum, error);
          if (addendum->stage >= SEL_AGREEMENT_STAGE_SIGNED)
            signed_ones[n_signed++] =
              (SelAgreementAddendum){ addendum->record.id, addendum->signed_on, addendum->ends_on,
                                      addendum->open_ended };
        }

      sel_agreement_effective_end (&agreement->ends_on, signed_ones, n_signed, &end);
      g_array_set_size (ends_of, (guint) agreement->record.id + 1);
      g_array_index (ends_of, GDate, agreement->record.id) = end;
      sel_record_free (&sel_agreement_type, agreement);
      sel_record_free (&sel_agreement_type, addendum);
    }

  return is_done;
}

static void
test_sql_says_when_it_ends (void)
{
  g_autoptr (Place) place = place_new ();
  g_autoptr (SelStore) store = open_store (place);
  g_autoptr (GArray) ends_of = g_array_new (FALSE, TRUE, sizeof (GDate));
  g_autoptr (SelListRequest) request = sel_list_request_new ();
  g_autoptr (GArray) ids = NULL;
  g_autoptr (SelReading) reading = NULL;
  g_autoptr (GError) error = NULL;
  GDate today = day (0);
  guint n_compared = 0;

  sel_store_write (store, SEL_ACT_FORM, add_addenda_in_act, ends_of, NULL, &error);
  g_assert_no_error (error);

  request->today = sel_date_dup_text (&today);
  request->horizon = sel_date_dup_text (&today);
  request->filters[SEL_AGREEMENTS_BY_KIND] = g_strdup ("memorandum");
  reading = sel_reading_begin (store, NULL);
  ids = sel_list_query_read_ids (&sel_agreements_list, request, reading->connection, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (ids->len, ==, N_AGREEMENTS);
  for (guint i = 0; i < ids->len; i++)
    {
      const gint64 id = g_array_index (ids, gint64, i);
      g_autoptr (GPtrArray) rows = sel_list_query_read_rows (&sel_agreements_list, request,
                                                             reading->connection, &id, 1, &error);
      const GDate *end = &g_array_index (ends_of, GDate, id);
      g_autofree char *expected = g_date_valid (end) ? sel_date_dup_text (end) : NULL;
      const char *said;

      g_assert_no_error (error);
      said = sel_row_get_text (rows->pdata[0], SEL_AGREEMENTS_ENDS_ON);
      g_test_message ("agreement %d", (int) id);
      g_assert_cmpstr (said && *said ? said : NULL, ==, expected);
      n_compared += expected != NULL;
    }
  g_assert_cmpuint (n_compared, >, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/agreement-sql/sql-says-what-c-says", test_sql_says_what_c_says);
  g_test_add_func ("/store/agreement-sql/sql-says-when-it-ends", test_sql_says_when_it_ends);
  return g_test_run ();
}
