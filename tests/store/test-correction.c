/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/history.h"
#include "support.h"

typedef struct
{
  const SelRecordType *type;
  gpointer record; /* NULL: its deletion */
  gint64 id;
  const char *why;
} Edit;

static gboolean
edit_write (SelAct *act, gpointer user_data, GError **error)
{
  Edit *edit = user_data;

  sel_act_set_why (act, edit->why);
  return edit->record ? sel_act_update (act, edit->type, edit->record, error)
                      : sel_act_delete (act, edit->type, edit->id, error);
}

static gboolean
write_edit (SelStore *store, SelActSource source, Edit *edit, GError **error)
{
  return sel_store_write (store, source, edit_write, edit, NULL, error);
}

/* Two agreements, the first a draft; the second is signed by party 2, whose number is still to come. */
static SelStore *
open_filled (Place *place)
{
  SelStore *store = open_store (place);

  add (store, &sel_partner_type, make (&sel_partner_type, "name", "BNN", "kind", "agency", NULL));
  add (store, &sel_agreement_type,
       make (&sel_agreement_type, "title", "Rencana", "kind", "memorandum", "stage", "draft", NULL));
  add (store, &sel_agreement_type,
       make (&sel_agreement_type, "title", "Pelatihan", "kind", "memorandum", "stage", "signed",
             "signed_on", TODAY, "ends_on", "2028-10-10", NULL));
  for (guint agreement = 1; agreement <= 2; agreement++)
    add (store, &sel_party_type,
         make (&sel_party_type, "position", "1", "agreement", agreement == 1 ? "1" : "2", "partner",
               "1", "signatory", "Deputi", NULL));
  add (store, &sel_scope_item_type,
       make (&sel_scope_item_type, "agreement", "2", "position", "1", "topic", "training", "text",
             "Pelatihan", NULL));
  for (guint i = 0; i < 2; i++)
    add (store, &sel_document_type,
         make (&sel_document_type, "agreement", "2", "kind", i == 0 ? "signed" : "annex", "title",
               "Naskah", "file", "n.pdf", "sha256",
               "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", NULL));
  return store;
}

/* What a form would change, and whether it has to say why. */
static void
test_what_the_signature_covers (void)
{
  static const struct
  {
    const SelRecordType *type;
    gint64 id;
    const char *field;
    const char *text;
    gboolean is_frozen;
  } cases[] = {
    { &sel_agreement_type, 2, "title", "Pelatihan kerja", TRUE },
    { &sel_agreement_type, 2, "ends_on", "2029-10-10", TRUE },
    { &sel_agreement_type, 2, "ends_on", "", TRUE },
    { &sel_agreement_type, 2, "stage", "draft", TRUE },
    { &sel_agreement_type, 2, "note", "Disimpan di lemari 3", FALSE },
    { &sel_agreement_type, 2, "signed_at", "Jakarta", FALSE }, /* it was empty */
    { &sel_agreement_type, 1, "title", "Rencana kerja", FALSE },
    { &sel_party_type, 2, "signatory", "Kepala", TRUE },
    { &sel_party_type, 2, "number", "PKS/3/2025", FALSE }, /* it may come later */
    { &sel_party_type, 1, "signatory", "Kepala", FALSE },
    { &sel_scope_item_type, 1, "topic", "data_exchange", TRUE }, /* it opens the gate of exports */
    { &sel_document_type, 1, "kind", "draft", TRUE },
    { &sel_document_type, 2, "kind", "signed", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (Place) place = place_new ();
      g_autoptr (SelStore) store = open_filled (place);
      g_autoptr (GError) error = NULL;
      gpointer record = load (store, cases[i].type, cases[i].id);
      Edit edit = { cases[i].type, record, cases[i].id, NULL };
      gboolean is_done;

      g_test_message ("%s = %s", cases[i].field, cases[i].text);
      g_assert_true (sel_field_set_text (sel_record_type_field (cases[i].type, cases[i].field),
                                         record, cases[i].text, NULL));
      is_done = write_edit (store, SEL_ACT_FORM, &edit, &error);
      if (cases[i].is_frozen)
        {
          g_assert_error (error, SEL_STORE_ERROR, SEL_STORE_ERROR_FROZEN);
          edit.why = "  ";
          g_assert_false (write_edit (store, SEL_ACT_FORM, &edit, NULL));
          edit.why = "Salah ketik";
          g_assert_true (write_edit (store, SEL_ACT_FORM, &edit, NULL));
        }
      else
        g_assert_true (is_done);
      sel_record_free (cases[i].type, record);
    }
}

static void
test_the_error_names_the_field (void)
{
  g_autoptr (Place) place = place_new ();
  g_autoptr (SelStore) store = open_filled (place);
  g_autoptr (GError) error = NULL;
  SelParty *party = load (store, &sel_party_type, 2);
  Edit edit = { &sel_party_type, party, 2, NULL };

  g_free (party->signatory);
  party->signatory = g_strdup ("Kepala");
  g_assert_false (write_edit (store, SEL_ACT_FORM, &edit, &error));
  g_assert_cmpstr (error->message, ==,
                   "The signature covers “Signatory”. It changes by an addendum; what was only "
                   "written down wrongly can be corrected, with the reason.");
  sel_record_free (&sel_party_type, party);
}

static void
test_history_tells_why (void)
{
  g_autoptr (Place) place = place_new ();
  g_autoptr (SelStore) store = open_filled (place);
  g_autoptr (SelReading) reading = NULL;
  g_autoptr (GPtrArray) entries = NULL;
  const SelHistoryEntry *entry;
  Edit edit = { &sel_party_type, NULL, 2, " Dicatat dua kali " };

  g_assert_true (write_edit (store, SEL_ACT_FORM, &edit, NULL));

  reading = sel_reading_begin (store, NULL);
  entries = sel_history_read (reading->connection, &sel_agreement_type, 2, 10, NULL);
  entry = g_ptr_array_index (entries, 0);
  g_assert_cmpint (entry->verb, ==, SEL_HISTORY_DELETED);
  g_assert_cmpstr (entry->why, ==, "Dicatat dua kali");
}

static gboolean
insert_write (SelAct *act, gpointer user_data, GError **error)
{
  Edit *edit = user_data;

  sel_act_set_why (act, edit->why);
  return sel_act_insert (act, edit->type, edit->record, error);
}

/* By a scope item about the exchange of data exports are opened. */
static void
test_the_gate_is_not_opened_afterwards (void)
{
  static const struct
  {
    const char *agreement;
    const char *topic;
    gboolean is_frozen;
  } cases[] = {
    { "1", "data_exchange", FALSE }, /* a draft */
    { "2", "training", FALSE },
    { "2", "data_exchange", TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (Place) place = place_new ();
      g_autoptr (SelStore) store = open_filled (place);
      g_autoptr (GError) error = NULL;
      gpointer item = make (&sel_scope_item_type, "agreement", cases[i].agreement, "position", "2",
                            "topic", cases[i].topic, "text", "Pertukaran data", NULL);
      Edit edit = { &sel_scope_item_type, item, 0, NULL };
      const gboolean is_done =
        sel_store_write (store, SEL_ACT_FORM, insert_write, &edit, NULL, &error);

      g_assert_cmpint (is_done, ==, !cases[i].is_frozen);
      if (cases[i].is_frozen)
        {
          g_assert_error (error, SEL_STORE_ERROR, SEL_STORE_ERROR_FROZEN);
          edit.why = "Terlewat";
          g_assert_true (sel_store_write (store, SEL_ACT_FORM, insert_write, &edit, NULL, NULL));
        }
      sel_record_free (&sel_scope_item_type, item);
    }
}

/* What an import says, or an undo, is not asked for its reason. */
static void
test_only_forms_are_asked (void)
{
  g_autoptr (Place) place = place_new ();
  g_autoptr (SelStore) store = open_filled (place);
  Edit edit = { &sel_party_type, NULL, 2, NULL };

  g_assert_false (write_edit (store, SEL_ACT_FORM, &edit, NULL));
  g_assert_true (write_edit (store, SEL_ACT_IMPORT, &edit, NULL));
}

/* The agreement is signed as long as its parts go with it. */
static void
test_a_signed_agreement_is_deleted_for_a_reason (void)
{
  g_autoptr (Place) place = place_new ();
  g_autoptr (SelStore) store = open_filled (place);
  g_autoptr (GError) error = NULL;
  Edit edit = { &sel_agreement_type, NULL, 2, NULL };

  g_assert_false (write_edit (store, SEL_ACT_FORM, &edit, &error));
  g_assert_error (error, SEL_STORE_ERROR, SEL_STORE_ERROR_FROZEN);
  g_assert_cmpint (ask (store, "SELECT count (*) FROM party"), ==, 2);

  edit.why = "Dicatat dua kali";
  g_assert_true (write_edit (store, SEL_ACT_FORM, &edit, NULL));
  g_assert_cmpint (ask (store, "SELECT count (*) FROM agreement"), ==, 1);
  edit.id = 1;
  edit.why = NULL;
  g_assert_true (write_edit (store, SEL_ACT_FORM, &edit, NULL));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/correction/what-the-signature-covers", test_what_the_signature_covers);
  g_test_add_func ("/correction/the-error-names-the-field", test_the_error_names_the_field);
  g_test_add_func ("/correction/the-gate-is-not-opened-afterwards",
                   test_the_gate_is_not_opened_afterwards);
  g_test_add_func ("/correction/history-tells-why", test_history_tells_why);
  g_test_add_func ("/correction/only-forms-are-asked", test_only_forms_are_asked);
  g_test_add_func ("/correction/a-signed-agreement-is-deleted-for-a-reason",
                   test_a_signed_agreement_is_deleted_for_a_reason);

  return g_test_run ();
}
