/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/renewal.h"
#include "store/renewal.h"
#include "support.h"

static void
fill (SelStore *store)
{
  add (store, &sel_partner_type, make (&sel_partner_type, "name", "BNN", "kind", "agency", NULL));
  add (store, &sel_partner_type,
       make (&sel_partner_type, "name", "BLK", "kind", "training_centre", NULL));
  add (store, &sel_agreement_type,
       make (&sel_agreement_type, "title", "Pelatihan", "kind", "memorandum", "stage", "signed",
             "signed_on", "2019-05-16", "starts_on", "2019-05-16", "term_months", "36", NULL));
  add (store, &sel_party_type,
       make (&sel_party_type, "position", "1", "agreement", "1", "partner", "1", "number", "NK/1",
             NULL));
  add (store, &sel_party_type,
       make (&sel_party_type, "position", "2", "agreement", "1", "partner", "2", NULL));
  add (store, &sel_scope_item_type,
       make (&sel_scope_item_type, "agreement", "1", "position", "1", "topic", "training", "text",
             "Pelatihan", NULL));
  add (store, &sel_scope_item_type,
       make (&sel_scope_item_type, "agreement", "1", "position", "2", "topic", "other", "text",
             "Yang lain", NULL));
  add (store, &sel_obligation_type,
       make (&sel_obligation_type, "agreement", "1", "party", "2", "text", "Laporan", "due_on",
             "2019-11-30", "recurrence", "yearly", "done_on", "2021-11-30", NULL));
}

static gboolean
renew (SelAct *act, gpointer user_data, GError **error)
{
  return sel_renewal_write (act, user_data, error);
}

static void
test_a_draft_is_made_whole (void)
{
  g_autoptr (Place) place = place_new ();
  g_autoptr (SelStore) store = open_store (place);
  g_autoptr (GArray) scope_items = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GArray) obligations = g_array_new (FALSE, FALSE, sizeof (gint64));
  SelRenewal renewal = { .scope_items = scope_items, .obligations = obligations };
  const GDate ends_on = date_of ("2022-05-15");
  SelAgreement *old;
  g_autoptr (GError) error = NULL;
  g_autofree char *draft = NULL;
  g_autofree char *parties = NULL;
  g_autofree char *promises = NULL;
  const gint64 first = 1;
  gint64 n_acts;

  fill (store);
  old = load (store, &sel_agreement_type, 1);
  renewal.draft = sel_renewal_new (old, &ends_on);
  n_acts = ask (store, "SELECT count (*) FROM act");
  g_array_append_val (scope_items, first);
  g_array_append_val (obligations, first);
  g_assert_true (sel_store_write (store, SEL_ACT_FORM, renew, &renewal, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpint (renewal.draft->record.id, ==, 2);

  draft = ask_text (store, "SELECT stage || ' ' || renews || ' ' || starts_on || ' ' || ends_on"
                           " FROM agreement WHERE id = 2");
  g_assert_cmpstr (draft, ==, "draft 1 2022-05-16 2025-05-15");
  parties = ask_text (store, "SELECT group_concat (position || ':' || partner || ':'"
                             " || coalesce (number, '-'), ' ') FROM party WHERE agreement = 2");
  g_assert_cmpstr (parties, ==, "1:1:- 2:2:-");
  promises = ask_text (store, "SELECT (SELECT group_concat (text) FROM scope_item WHERE agreement = 2)"
                              " || ' / ' || o.text || ' ' || o.due_on || ' ' || o.recurrence || ' '"
                              " || y.position || ' ' || coalesce (o.done_on, '-')"
                              " FROM obligation o JOIN party y ON y.id = o.party"
                              " WHERE o.agreement = 2");
  g_assert_cmpstr (promises, ==, "Pelatihan / Laporan 2022-11-30 yearly 2 -");

  /* One act, which undo takes back whole. */
  g_assert_cmpint (ask (store, "SELECT count (*) FROM act"), ==, n_acts + 1);

  sel_record_free (&sel_agreement_type, old);
  sel_record_free (&sel_agreement_type, renewal.draft);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/renewal/a-draft-is-made-whole", test_a_draft_is_made_whole);

  return g_test_run ();
}
