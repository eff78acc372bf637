/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who is told of what was written, in which order it is written, and when the register closes. */
#include "store/reveal.h"
#include "support.h"

static gint64
add_partner (SelStore *store, const char *name)
{
  return add (store, &sel_partner_type,
              make (&sel_partner_type, "name", name, "kind", "agency", NULL));
}

static gboolean
reveal_in_act (SelAct *act, gpointer id, GError **error)
{
  g_autoptr (GPtrArray) fields = g_ptr_array_new ();

  g_ptr_array_add (fields, (gpointer) sel_record_type_field (&sel_participant_type, "nik"));
  return sel_reveal_note (act, &sel_participant_type, *(gint64 *) id, *(gint64 *) id, fields, error);
}

static void
count_changed_cb (G_GNUC_UNUSED SelStore *store, guint types, gpointer count)
{
  g_assert_cmpuint (types, !=, 0);
  ++*(guint *) count;
}

static void
test_reveal_is_logged (void)
{
  g_autoptr (Place) place = place_new ();
  g_autoptr (SelStore) store = open_store (place);
  g_autoptr (GError) error = NULL;
  gint64 id = add (store, &sel_participant_type,
                   make (&sel_participant_type, "name", "Ani", "kind", "tks", "nik",
                         "6372014101900001", NULL));
  guint n_changed = 0;

  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_signal_connect (store, "changed", G_CALLBACK (count_changed_cb), &n_changed);
  sel_store_write (store, SEL_ACT_REVEAL, reveal_in_act, &id, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (
    ask (store, "SELECT count (*) FROM act JOIN change ON change.act = act.id JOIN change_value v"
                " ON v.change = change.id WHERE act.source = 'reveal' AND change.verb = 'reveal'"
                " AND v.field = 'nik' AND v.before IS NULL AND v.after IS NULL"),
    ==, 1);

  /* Nothing was changed, so that no list is read again. */
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_cmpuint (n_changed, ==, 0);
}

static void
write_in_turn_cb (SelStore *store, G_GNUC_UNUSED guint types, gpointer rounds)
{
  if (++*(guint *) rounds < 3)
    add_partner (store, "Lagi");
}

/* Whoever is told of a change may write at once. */
static void
test_changed_is_told_outside_the_act (void)
{
  g_autoptr (Place) place = place_new ();
  g_autoptr (SelStore) store = open_store (place);
  guint rounds = 0;

  g_signal_connect (store, "changed", G_CALLBACK (write_in_turn_cb), &rounds);
  add_partner (store, "A");
  g_assert_cmpuint (rounds, ==, 0);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_cmpuint (rounds, ==, 3);
  g_assert_cmpint (ask (store, "SELECT count (*) FROM partner"), ==, 3);
}

/* What nobody was told of yet does not keep the register open. */
static void
test_store_is_closed_at_once (void)
{
  g_autoptr (Place) place = place_new ();
  g_autofree char *log = g_strconcat (place->path, "-wal", NULL);
  SelStore *store = open_store (place);

  add_partner (store, "A");
  g_assert_true (g_file_test (log, G_FILE_TEST_EXISTS));
  g_object_add_weak_pointer (G_OBJECT (store), (gpointer *) &store);
  g_object_unref (store);
  g_assert_null (store);
  g_assert_false (g_file_test (log, G_FILE_TEST_EXISTS));
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
note_act_cb (GObject *source, GAsyncResult *result, gpointer acts)
{
  gint64 act = sel_store_write_finish (SEL_STORE (source), result, NULL);

  g_array_append_val (acts, act);
}

static gboolean
add_partner_in_act (SelAct *act, G_GNUC_UNUSED gpointer data, GError **error)
{
  SelPartner *partner = make (&sel_partner_type, "name", "A", "kind", "agency", NULL);
  gboolean is_done = sel_act_insert (act, &sel_partner_type, partner, error);

  sel_record_free (&sel_partner_type, partner);
  return is_done;
}

static void
test_writes_are_done_in_turn (void)
{
  g_autoptr (Place) place = place_new ();
  g_autoptr (SelStore) store = open_store (place);
  g_autoptr (GArray) acts = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < 50; i++)
    sel_store_write_async (store, SEL_ACT_FORM, add_partner_in_act, NULL, NULL, note_act_cb, acts);
  while (acts->len < 50)
    g_main_context_iteration (NULL, TRUE);
  for (guint i = 0; i < 50; i++)
    g_assert_cmpint (g_array_index (acts, gint64, i), ==, i + 1);
}

static gboolean
fail_if_begun (G_GNUC_UNUSED SelAct *act, G_GNUC_UNUSED gpointer user_data, G_GNUC_UNUSED GError **error)
{
  g_assert_not_reached ();
}

/* Somebody may have cancelled it while another program wrote, which takes longer than a look. */
static void
test_what_was_cancelled_does_not_begin (void)
{
  g_autoptr (Place) place = place_new ();
  g_autoptr (SelStore) store = open_store (place);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_false (sel_store_write_cancellable (store, SEL_ACT_EXPORT, fail_if_begun, NULL, cancellable,
                                               NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

#define TEST(name, function) g_test_add_func ("/store/store/" name, function)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  TEST ("reveal-is-logged", test_reveal_is_logged);
  TEST ("changed-is-told-outside-the-act", test_changed_is_told_outside_the_act);
  TEST ("store-is-closed-at-once", test_store_is_closed_at_once);
  TEST ("writes-are-done-in-turn", test_writes_are_done_in_turn);
  TEST ("what-was-cancelled-does-not-begin", test_what_was_cancelled_does_not_begin);
  return g_test_run ();
}
