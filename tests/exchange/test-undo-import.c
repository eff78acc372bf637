/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An import is taken back whole, but for what was changed since or is needed. */
#include "confined/pdf-maker.h"
#include "exchange/register.h"
#include "store/history.h"
#include "store/record.h"
#include "store/undo-import.h"

#define PARTNER_OF(id, name, parent) \
  "<partner id=\"" id "\"><name>" name "</name><kind>training_centre</kind>" parent "</partner>\n"
#define PERSON(id, rest) \
  "<participant id=\"" id "\">" rest "<kind>tks</kind></participant>\n"
#define NAMED "<name>Siti Contoh</name>"

typedef struct
{
  gint64 exchange;
  SelUndoneImport *outcome;
  GCancellable *cancellable;
} Undoing;

static gboolean
undo_in_act (SelAct *act, gpointer user_data, GError **error)
{
  Undoing *undoing = user_data;

  return sel_undo_import (act, undoing->exchange, undoing->outcome, NULL, NULL,
                          undoing->cancellable, error);
}

static SelUndoneImport *
try_undo (Register *reg, gint64 exchange, GError **error)
{
  g_autoptr (SelUndoneImport) outcome = sel_undone_import_new ();
  Undoing undoing = { exchange, outcome, NULL };

  if (!sel_store_write (reg->store, SEL_ACT_UNDO, undo_in_act, &undoing, NULL, error))
    return NULL;
  return g_steal_pointer (&outcome);
}

static SelUndoneImport *
undo (Register *reg, gint64 exchange)
{
  g_autoptr (GError) error = NULL;
  SelUndoneImport *outcome = try_undo (reg, exchange, &error);

  g_assert_no_error (error);
  return outcome;
}

static void
assert_outcome (const SelUndoneImport *outcome, guint64 removed, guint64 reset, guint64 kept)
{
  g_assert_cmpuint (outcome->n_removed, ==, removed);
  g_assert_cmpuint (outcome->n_reset, ==, reset);
  g_assert_cmpuint (outcome->n_kept, ==, kept);
}

static void
assert_kept (const SelUndoneImport *outcome,
             guint index,
             const char *key,
             gint64 line,
             const char *field,
             SelKeptReason reason)
{
  const SelKept *kept = g_ptr_array_index (outcome->kept, index);

  g_assert_cmpstr (kept->key, ==, key);
  g_assert_cmpint (kept->line, ==, line);
  g_assert_cmpstr (kept->field ? kept->field->name : NULL, ==, field);
  g_assert_cmpint (kept->reason, ==, reason);
}

typedef struct
{
  const SelRecordType *type;
  gint64 id;
  const char *field;
  const char *text;
} Edit;

static gboolean
edit_in_act (SelAct *act, gpointer user_data, GError **error)
{
  const Edit *edit = user_data;
  gpointer record = sel_record_load (sel_act_get_connection (act), edit->type, edit->id, error);
  gboolean is_done;

  g_assert_nonnull (record);
  g_assert_true (
    sel_field_set_text (sel_record_type_field (edit->type, edit->field), record, edit->text, NULL));
  is_done = sel_act_update (act, edit->type, record, error);
  sel_record_free (edit->type, record);
  return is_done;
}

static void
edit (Register *reg, const SelRecordType *type, gint64 id, const char *field, const char *text)
{
  g_autoptr (GError) error = NULL;
  Edit data = { type, id, field, text };

  sel_store_write (reg->store, SEL_ACT_FORM, edit_in_act, &data, NULL, &error);
  g_assert_no_error (error);
}

static void
test_all_of_it_goes (void)
{
  g_autoptr (Register) reg = register_new ();
  g_autoptr (SelUndoneImport) outcome = NULL;
  g_autoptr (SelImportResult) again = NULL;
  g_autoptr (SelReading) reading = NULL;
  g_autoptr (GPtrArray) history = NULL;
  const char *text = EXCHANGE (1, PARTNER_OF ("P-1", "BNN", "") PARTNER_OF (
                                    "P-2", "BNN Kota", "<parent>P-1</parent>")
                                    PERSON ("O-1", NAMED) PERSON ("O-2", NAMED));

  register_take (reg, text);
  outcome = undo (reg, 1);
  assert_outcome (outcome, 4, 0, 0);
  g_assert_cmpstr (outcome->file, ==, "exchange.xml");
  g_assert_cmpint (register_get_int (reg, "SELECT count (*) FROM partner"), ==, 0);
  g_assert_cmpint (register_get_int (reg, "SELECT count (*) FROM participant"), ==, 0);
  g_assert_cmpint (register_get_int (reg, "SELECT count (*) FROM identity"), ==, 0);
  g_assert_cmpint (
    register_get_int (
      reg, "SELECT count (*) FROM participant_words WHERE participant_words MATCH 'siti'"),
    ==, 0);

  reading = sel_reading_begin (reg->store, NULL);
  history = sel_history_read (reading->connection, &sel_participant_type, 2, 10, NULL);
  g_assert_cmpuint (history->len, ==, 2);
  g_assert_cmpint (((SelHistoryEntry *) history->pdata[0])->verb, ==, SEL_HISTORY_REMOVED);
  g_assert_cmpint (((SelHistoryEntry *) history->pdata[0])->source, ==, SEL_ACT_UNDO);

  /* Its number is free again, and ids are not used twice. */
  again = register_import (reg, text, 0);
  register_assert_counts (again, 4, 0, 0, 0);
  g_assert_cmpint (register_get_int (reg, "SELECT min (id) FROM participant"), ==, 3);
}

static void
test_what_was_changed_goes_back (void)
{
  g_autoptr (Register) reg = register_new ();
  g_autoptr (SelUndoneImport) outcome = NULL;
  g_autofree char *partner = NULL;
  g_autofree char *person = NULL;

  register_take (reg, EXCHANGE (1, PARTNER_OF ("P-1", "BNN", "") PERSON ("O-1", NAMED)));
  register_take (
    reg, EXCHANGE (2, PARTNER_OF ("P-1", "BNN RI", "")
                        PERSON ("O-1", NAMED "<address>Jalan B</address><phone>0800</phone>")
                          PERSON ("O-2", NAMED)));
  edit (reg, &sel_participant_type, 1, "phone", "0811");

  outcome = undo (reg, 2);
  assert_outcome (outcome, 1, 2, 1);
  assert_kept (outcome, 0, "O-1", FIRST_LINE + 1, "phone", SEL_KEPT_CHANGED);
  partner = register_dup_text (reg, "SELECT name FROM partner");
  g_assert_cmpstr (partner, ==, "BNN");
  person = register_dup_text (
    reg, "SELECT group_concat (coalesce (address, 'none') || phone) FROM participant");
  g_assert_cmpstr (person, ==, "none0811");
}

static gboolean
add_participant (SelAct *act, gpointer user_data, GError **error)
{
  SelParticipant *person = sel_record_new (&sel_participant_type);
  gboolean is_done;

  person->name = g_strdup ("Ani");
  person->kind = SEL_PARTICIPANT_TKS;
  person->nik = g_strdup (user_data);
  person->referrer = user_data ? 0 : 2;
  is_done = sel_act_insert (act, &sel_participant_type, person, error);
  sel_record_free (&sel_participant_type, person);
  return is_done;
}

/* Of what it added, what was corrected stays, and what that and others refer to. */
static void
test_what_is_needed_stays (void)
{
  g_autoptr (Register) reg = register_new ();
  g_autoptr (SelUndoneImport) outcome = NULL;
  g_autoptr (SelImportResult) again = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *names = NULL;
  const char *text =
    EXCHANGE (1, PARTNER_OF ("P-1", "A", "") PARTNER_OF ("P-2", "B", "<parent>P-1</parent>")
                   PARTNER_OF ("P-3", "C", "<parent>P-2</parent>") PARTNER_OF ("P-4", "D", "")
                     PERSON ("O-1", NAMED) PERSON ("O-2", NAMED) PERSON ("O-3", NAMED));

  register_take (reg, text);
  edit (reg, &sel_participant_type, 2, "address", "Jalan C");
  g_assert_true (sel_store_write (reg->store, SEL_ACT_FORM, add_participant, NULL, NULL, &error));

  outcome = undo (reg, 1);
  assert_outcome (outcome, 4, 0, 3);
  assert_kept (outcome, 0, "O-2", FIRST_LINE + 5, NULL, SEL_KEPT_CHANGED);
  assert_kept (outcome, 1, "P-2", FIRST_LINE + 1, NULL, SEL_KEPT_IN_USE);
  assert_kept (outcome, 2, "P-1", FIRST_LINE, NULL, SEL_KEPT_IN_USE);
  names = register_dup_text (reg, "SELECT group_concat (name, '') FROM partner ORDER BY id");
  g_assert_cmpstr (names, ==, "AB");
  g_assert_cmpint (register_get_int (reg, "SELECT count (*) FROM participant"), ==, 2);

  /* What stayed is known again. */
  again = register_import (reg, text, SEL_IMPORT_DRY_RUN);
  register_assert_counts (again, 4, 0, 3, 0);
}

static void
test_what_is_no_longer_possible_stays (void)
{
  g_autoptr (Register) reg = register_new ();
  g_autoptr (SelUndoneImport) outcome = NULL;
  g_autoptr (GError) error = NULL;
  char nik[] = "6372014101900001";

  register_take (reg, EXCHANGE (1, PERSON ("O-1", "<nik>6372014101900001</nik>" NAMED)));
  register_take (reg, EXCHANGE (2, PERSON ("O-1", "<nik>6372014101900002</nik>" NAMED)));
  g_assert_true (sel_store_write (reg->store, SEL_ACT_FORM, add_participant, nik, NULL, &error));

  outcome = undo (reg, 2);
  assert_outcome (outcome, 0, 0, 1);
  assert_kept (outcome, 0, "O-1", FIRST_LINE, NULL, SEL_KEPT_TAKEN);
  g_assert_cmpint (
    register_get_int (reg, "SELECT count (*) FROM participant WHERE nik LIKE '637201410190000_'"),
    ==, 2);
}

/* Where something stays, the file that may be why is named: of the same sender, after it, not taken
 * back, and not one that brought nothing. */
static void
test_a_later_file_is_named (void)
{
  g_autoptr (Register) reg = register_new ();
  const char *second = PERSON ("O-1", "<name>Siti Lain</name>");
  g_autofree char *text = g_strdup_printf (EXCHANGE (2, "%s"), second);
  g_autofree char *again = g_strdup_printf (EXCHANGE (3, "%s"), second);
  g_autoptr (SelUndoneImport) last = NULL;
  g_autoptr (SelUndoneImport) first = NULL;
  g_autofree char *remark = NULL;

  register_take (reg, EXCHANGE (1, PERSON ("O-1", NAMED)));
  register_take (reg, text);
  sel_import_result_free (register_import (reg, again, 0));

  last = undo (reg, 3);
  g_assert_null (last->follower);
  first = undo (reg, 1);
  assert_outcome (first, 0, 0, 1);
  g_assert_cmpstr (first->follower, ==, "exchange.xml");
  remark = sel_undone_import_dup_remark (first);
  g_assert_cmpstr (remark, ==,
                   "“exchange.xml” of the same sender came in after it. What both wrote stays, also "
                   "if that one is taken back now.");
}

static void
test_documents_go_with_their_bytes (void)
{
  g_autoptr (Register) reg = register_new ();
  g_autoptr (GBytes) pdf = pdf_drawn (1);
  g_autofree char *sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, pdf);
  g_autofree char *text = g_strconcat (
    "<exchange xmlns=\"urn:selaras:exchange:1\">\n", HEADER_OF ("office", 1),
    "<agreement id=\"A-1\"><kind>memorandum</kind><title>T</title><stage>draft</stage></agreement>"
    "<document id=\"D-1\"><agreement>A-1</agreement><kind>draft</kind><title>T</title>"
    "<file>t.pdf</file><sha256>",
    sha256, "</sha256></document></exchange>", NULL);
  g_autoptr (SelUndoneImport) outcome = NULL;

  register_write_bytes (reg, "t.pdf", pdf);
  register_take (reg, text);
  outcome = undo (reg, 1);
  assert_outcome (outcome, 2, 0, 0);
  g_assert_cmpint (register_get_int (reg, "SELECT count (*) FROM content"), ==, 0);
}

static void
test_once_and_only_what_there_is (void)
{
  g_autoptr (Register) reg = register_new ();
  g_autoptr (SelUndoneImport) outcome = NULL;
  g_autoptr (GError) unknown = NULL;
  g_autoptr (GError) twice = NULL;

  register_take (reg, EXCHANGE (1, PARTNER));
  g_assert_null (try_undo (reg, 2, &unknown));
  g_assert_error (unknown, SEL_STORE_ERROR, SEL_STORE_ERROR_NOT_FOUND);
  g_assert_cmpstr (unknown->message, ==, "There is no import with the number 2.");

  outcome = undo (reg, 1);
  g_assert_null (try_undo (reg, 1, &twice));
  g_assert_error (twice, SEL_STORE_ERROR, SEL_STORE_ERROR_CONFLICT);
  g_assert_cmpstr (twice->message, ==,
                   "The import of “exchange.xml” was taken back before. Nothing was changed.");
}

static void
test_cancelling_leaves_everything (void)
{
  g_autoptr (Register) reg = register_new ();
  g_autoptr (SelUndoneImport) outcome = sel_undone_import_new ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  Undoing undoing = { 1, outcome, cancellable };

  register_take (reg, EXCHANGE (1, PARTNER PERSON ("O-1", NAMED)));
  g_cancellable_cancel (cancellable);
  g_assert_false (
    sel_store_write (reg->store, SEL_ACT_UNDO, undo_in_act, &undoing, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpint (register_get_int (reg, "SELECT count (*) FROM participant"), ==, 1);
  g_assert_cmpint (register_get_int (reg, "SELECT count (*) FROM act"), ==, 1);
}

#define TEST(name, function) g_test_add_func ("/undo-import/" name, function)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  TEST ("all-of-it-goes", test_all_of_it_goes);
  TEST ("what-was-changed-goes-back", test_what_was_changed_goes_back);
  TEST ("what-is-needed-stays", test_what_is_needed_stays);
  TEST ("what-is-no-longer-possible-stays", test_what_is_no_longer_possible_stays);
  TEST ("a-later-file-is-named", test_a_later_file_is_named);
  TEST ("documents-go-with-their-bytes", test_documents_go_with_their_bytes);
  TEST ("once-and-only-what-there-is", test_once_and_only_what_there_is);
  TEST ("cancelling-leaves-everything", test_cancelling_leaves_everything);
  return g_test_run ();
}
