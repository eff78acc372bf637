/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The lazy list: what it reads, what it tells its views, and whose answer it takes. */
#include "store/export-log.h"
#include "store/list-model.h"
#include "store/lists.h"
#include "store/runs.h"
#include "support.h"

#define MANY 100000

/* A model that has loaded, and notes what it says. */
typedef struct
{
  SelListModel *model;
  guint n_loaded;
  guint n_failed;
  GString *told; /* "position-removed+added " for each change */
} View;

static void
loaded_cb (G_GNUC_UNUSED SelListModel *model, View *view)
{
  view->n_loaded++;
}

static void
failed_cb (G_GNUC_UNUSED SelListModel *model, G_GNUC_UNUSED const char *message, View *view)
{
  view->n_failed++;
}

static void
items_changed_cb (G_GNUC_UNUSED GListModel *model,
                  guint position,
                  guint removed,
                  guint added,
                  View *view)
{
  g_string_append_printf (view->told, "%u-%u+%u ", position, removed, added);
}

/* Until all is asked and answered. */
static void
wait (View *view)
{
  while (sel_list_model_is_loading (view->model) || g_main_context_pending (NULL))
    g_main_context_iteration (NULL, TRUE);
}

static View *
view_new (SelStore *store, const SelListQuery *query)
{
  GDate today = date_of (TODAY);
  View *view = g_new0 (View, 1);

  view->told = g_string_new (NULL);
  view->model = sel_list_model_new (store, query);
  g_signal_connect (view->model, "loaded", G_CALLBACK (loaded_cb), view);
  g_signal_connect (view->model, "failed", G_CALLBACK (failed_cb), view);
  g_signal_connect (view->model, "items-changed", G_CALLBACK (items_changed_cb), view);
  sel_list_model_set_day (view->model, &today, 90);
  wait (view);
  g_string_truncate (view->told, 0);
  return view;
}

static void
view_free (View *view)
{
  g_object_unref (view->model);
  g_string_free (view->told, TRUE);
  g_free (view);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (View, view_free)

static guint
n_items (View *view)
{
  return g_list_model_get_n_items (G_LIST_MODEL (view->model));
}

static char *
name_at (View *view, guint position)
{
  g_autoptr (SelRow) row = g_list_model_get_item (G_LIST_MODEL (view->model), position);

  return g_strdup (sel_row_get_text (row, 0));
}

static void
assert_name (View *view, guint position, const char *name)
{
  g_autofree char *found = name_at (view, position);

  g_assert_cmpstr (found, ==, name);
}

static void
assert_told (View *view, const char *told)
{
  g_assert_cmpstr (view->told->str, ==, told);
  g_string_truncate (view->told, 0);
}

static void
rename_participant (SelStore *store, gint64 id, const char *name)
{
  g_autoptr (GError) error = NULL;
  SelParticipant *person = load (store, &sel_participant_type, id);

  g_free (person->name);
  person->name = g_strdup (name);
  change (store, UPDATE, &sel_participant_type, person, &error);
  g_assert_no_error (error);
}

static void
delete_participant (SelStore *store, gint64 id)
{
  g_autoptr (GError) error = NULL;

  change (store, DELETE, &sel_participant_type, load (store, &sel_participant_type, id), &error);
  g_assert_no_error (error);
}

static void
test_only_the_rows_asked_for_are_read (void)
{
  g_autoptr (Place) place = place_new ();
  g_autoptr (SelStore) store = open_store (place);
  g_autoptr (View) view = NULL;

  add_participants (store, MANY);
  view = view_new (store, &sel_participants_list);
  g_assert_cmpuint (n_items (view), ==, MANY);
  g_assert_cmpint (sel_list_model_get_total (view->model), ==, MANY);
  g_assert_cmpuint (sel_list_model_get_n_loaded (view->model), ==, 0);

  assert_name (view, 69999, "Orang 070000");
  g_assert_cmpuint (sel_list_model_get_n_loaded (view->model), <=, 64);
  g_assert_cmpint (sel_list_model_get_id (view->model, 69999), ==, 70000);
  g_assert_cmpuint (sel_list_model_find (view->model, 70000), ==, 69999);
  g_assert_cmpuint (sel_list_model_find (view->model, MANY + 1), ==, G_MAXUINT);
  g_assert_null (g_list_model_get_item (G_LIST_MODEL (view->model), MANY));

  /* Scrolled from one end to the other, it holds little more than is seen. */
  for (guint i = 0; i < MANY; i += 50)
    {
      g_autofree char *name = g_strdup_printf ("Orang %06u", i + 1);

      assert_name (view, i, name);
    }
  g_assert_cmpuint (sel_list_model_get_n_loaded (view->model), <=, 512);
}

static void
test_search_filter_order (void)
{
  g_autoptr (Place) place = place_new ();
  g_autoptr (SelStore) store = open_store (place);
  g_autoptr (View) view = NULL;

  add_participants (store, 300);
  add (store, &sel_participant_type,
       make (&sel_participant_type, "name", "Ani", "kind", "tks", NULL));
  view = view_new (store, &sel_participants_list);
  g_assert_false (sel_list_model_is_narrowed (view->model));

  sel_list_model_set_search (view->model, "  ani ");
  wait (view);
  g_assert_cmpuint (n_items (view), ==, 1);
  assert_name (view, 0, "Ani");
  g_assert_cmpint (sel_list_model_get_total (view->model), ==, 301);
  g_assert_true (sel_list_model_is_narrowed (view->model));

  sel_list_model_set_search (view->model, "");
  sel_list_model_set_filter (view->model, SEL_PARTICIPANTS_BY_KIND, "job_seeker");
  sel_list_model_set_order (view->model, 0, TRUE);
  wait (view);
  g_assert_cmpuint (n_items (view), ==, 300);
  assert_name (view, 0, "Orang 000300");
  g_assert_cmpstr (sel_list_model_get_filter (view->model, SEL_PARTICIPANTS_BY_KIND), ==,
                   "job_seeker");

  sel_list_model_set_filter (view->model, SEL_PARTICIPANTS_BY_KIND, NULL);
  wait (view);
  assert_name (view, 300, "Ani");
}

/* All that is set in one turn of the main loop is one question. */
static void
test_one_question_a_turn (void)
{
  g_autoptr (Place) place = place_new ();
  g_autoptr (SelStore) store = open_store (place);
  g_autoptr (View) view = view_new (store, &sel_participants_list);
  guint before = view->n_loaded;

  sel_list_model_set_search (view->model, "a");
  sel_list_model_set_search (view->model, "an");
  sel_list_model_set_order (view->model, 1, FALSE);
  wait (view);
  g_assert_cmpuint (view->n_loaded, ==, before + 1);

  /* What is set already is no question. */
  sel_list_model_set_search (view->model, " an");
  sel_list_model_set_order (view->model, 1, FALSE);
  g_assert_false (sel_list_model_is_loading (view->model));
}

static void
test_newest_question_wins (void)
{
  g_autoptr (Place) place = place_new ();
  g_autoptr (SelStore) store = open_store (place);
  g_autoptr (View) view = NULL;

  add_participants (store, 20000);
  add (store, &sel_participant_type,
       make (&sel_participant_type, "name", "Ani", "kind", "tks", NULL));
  view = view_new (store, &sel_participants_list);
  for (guint i = 0; i < 20; i++)
    {
      sel_list_model_set_search (view->model, i % 2 ? "orang" : "o");
      g_main_context_iteration (NULL, FALSE); /* it is asked, not answered */
    }
  sel_list_model_set_search (view->model, "ani");
  wait (view);
  g_assert_cmpuint (n_items (view), ==, 1);
  assert_name (view, 0, "Ani");
  g_assert_cmpuint (view->n_failed, ==, 0);
}

/* A view keeps its place: it is told of what differs, and of nothing else. */
static void
test_live_refresh (void)
{
  g_autoptr (Place) place = place_new ();
  g_autoptr (SelStore) store = open_store (place);
  g_autoptr (View) view = NULL;
  g_autoptr (SelRow) kept = NULL;
  g_autoptr (SelRow) still = NULL;

  add_participants (store, 1000);
  view = view_new (store, &sel_participants_list);
  assert_name (view, 500, "Orang 000501");
  kept = g_list_model_get_item (G_LIST_MODEL (view->model), 510);

  /* in place */
  rename_participant (store, 501, "Orang 000501 A");
  wait (view);
  assert_told (view, "500-1+1 ");
  assert_name (view, 500, "Orang 000501 A");

  /* a new one in front, so that all others move */
  add (store, &sel_participant_type,
       make (&sel_participant_type, "name", "Ani", "kind", "tks", NULL));
  wait (view);
  assert_told (view, "0-0+1 ");
  assert_name (view, 501, "Orang 000501 A");
  still = g_list_model_get_item (G_LIST_MODEL (view->model), 511);
  g_assert_true (still == kept);

  /* one goes, one changes at the same time */
  delete_participant (store, 1);
  rename_participant (store, 502, "Orang 000502 A");
  wait (view);
  g_assert_cmpuint (n_items (view), ==, 1000);
  assert_name (view, 501, "Orang 000502 A");
  g_string_truncate (view->told, 0);

  /* from one end to the other */
  rename_participant (store, 1000, "Abas");
  wait (view);
  assert_told (view, "0-1000+1000 ");

  /* another type, which is not in the list */
  add (store, &sel_course_type, make (&sel_course_type, "name", "Las", "vocation", "Las", NULL));
  wait (view);
  assert_told (view, "");
}

/* What changes while nobody looks is read once, when somebody does. */
static void
test_out_of_sight (void)
{
  g_autoptr (Place) place = place_new ();
  g_autoptr (SelStore) store = open_store (place);
  View *view;

  add_participants (store, 1);
  view = view_new (store, &sel_participants_list);
  wait (view);
  sel_list_model_set_in_sight (view->model, FALSE);
  view->n_loaded = 0;

  add_participants (store, 1);
  add_participants (store, 1);
  while (g_main_context_pending (NULL))
    g_main_context_iteration (NULL, FALSE);
  g_assert_cmpuint (view->n_loaded, ==, 0);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (view->model)), ==, 1);
  g_assert_true (sel_list_model_is_loading (view->model));

  sel_list_model_set_in_sight (view->model, TRUE);
  wait (view);
  g_assert_cmpuint (view->n_loaded, ==, 1);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (view->model)), ==, 3);
  view_free (view);
}

/* What is in a row may be another record's, and may change with the day. */
static void
test_rows_change_in_place (void)
{
  g_autoptr (Place) place = place_new ();
  g_autoptr (SelStore) store = open_store (place);
  g_autoptr (View) view = NULL;
  g_autoptr (SelRow) row = NULL;
  GDate later = date_of ("2026-01-01");

  add (store, &sel_agreement_type,
       make (&sel_agreement_type, "title", "Satu", "kind", "memorandum", "stage", "signed",
             "signed_on", TODAY, "ends_on", "2025-12-31", NULL));
  view = view_new (store, &sel_agreements_list);
  row = g_list_model_get_item (G_LIST_MODEL (view->model), 0);
  g_assert_cmpstr (sel_row_get_text (row, SEL_AGREEMENTS_STATE), ==, "expiring");

  sel_list_model_set_day (view->model, &later, 90);
  wait (view);
  assert_told (view, "0-1+1 ");
  g_clear_object (&row);
  row = g_list_model_get_item (G_LIST_MODEL (view->model), 0);
  g_assert_cmpstr (sel_row_get_text (row, SEL_AGREEMENTS_STATE), ==, "expired");
}

static void
test_deleted_row_has_its_place (void)
{
  g_autoptr (Place) place = place_new ();
  g_autoptr (SelStore) store = open_store (place);
  g_autoptr (View) view = NULL;

  add_participants (store, 3);
  view = view_new (store, &sel_participants_list);
  execute (store, "DELETE FROM participant WHERE id = 2");
  assert_name (view, 1, "");
  assert_name (view, 2, "Orang 000003");
  g_assert_cmpuint (view->n_failed, ==, 0);
}

/* A list that cannot be read says so once, not for each of its rows. */
static void
test_failure_is_told (void)
{
  g_autoptr (Place) place = place_new ();
  g_autoptr (SelStore) store = open_store (place);
  g_autoptr (View) view = NULL;

  add_participants (store, 100);
  view = view_new (store, &sel_participants_list);
  execute (store, "ALTER TABLE participant RENAME COLUMN nik TO nok");
  for (guint i = 0; i < 64; i++)
    assert_name (view, i, "");
  g_assert_cmpuint (view->n_failed, ==, 1);

  sel_list_model_set_search (view->model, "orang");
  wait (view);
  g_assert_cmpuint (view->n_failed, ==, 2);
  g_assert_cmpuint (n_items (view), ==, 100);

  /* Once it can be read again, the rows are there. */
  execute (store, "ALTER TABLE participant RENAME COLUMN nok TO nik");
  sel_list_model_set_search (view->model, "");
  wait (view);
  assert_name (view, 0, "Orang 000001");
}

static void
test_nothing_before_the_day_is_known (void)
{
  g_autoptr (Place) place = place_new ();
  g_autoptr (SelStore) store = open_store (place);
  g_autoptr (SelListModel) model = sel_list_model_new (store, &sel_agreements_list);

  sel_list_model_set_search (model, "data");
  g_assert_false (sel_list_model_is_loading (model));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (model)), ==, 0);
}

/* Let go of while it asks, and with the store as well: nothing is touched afterwards. */
static void
test_let_go_while_loading (void)
{
  g_autoptr (Place) place = place_new ();
  SelStore *store = open_store (place);
  GDate today = date_of (TODAY);
  SelListModel *model;

  add_participants (store, 5000);
  model = sel_list_model_new (store, &sel_participants_list);
  sel_list_model_set_day (model, &today, 90);
  g_main_context_iteration (NULL, FALSE);
  g_object_add_weak_pointer (G_OBJECT (model), (gpointer *) &model);
  g_object_add_weak_pointer (G_OBJECT (store), (gpointer *) &store);
  g_object_unref (model);
  g_object_unref (store);
  while (model || store)
    g_main_context_iteration (NULL, FALSE);

  store = open_store (place);
  model = sel_list_model_new (store, &sel_participants_list);
  sel_list_model_set_day (model, &today, 90);
  g_object_unref (model); /* before it asked */
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_object_unref (store);
}

/* The import of a file that changed no record is listed all the same. */
static gboolean
import_in_act (SelAct *act, G_GNUC_UNUSED gpointer data, GError **error)
{
  sel_act_set_exchange (act, 1);
  return sel_connection_execute (
    sel_act_get_connection (act),
    "INSERT INTO exchange (id, sender, sender_name, made_at, sequence, file, imported_at, actor)"
    " VALUES (1, 'bnn', 'BNN', '2025-10-11T09:00:00+07:00', 1, 'a.xml', '2025-10-11T02:00:00Z', "
    "'ani')",
    error);
}

static void
test_imports_are_listed (void)
{
  g_autoptr (Place) place = place_new ();
  g_autoptr (SelStore) store = open_store (place);
  g_autoptr (View) view = view_new (store, &sel_exchanges_list);
  g_autoptr (GError) error = NULL;
  gint64 act = 0;

  sel_store_write (store, SEL_ACT_IMPORT, import_in_act, NULL, &act, &error);
  g_assert_no_error (error);
  g_assert_cmpint (act, ==, 1);
  wait (view);
  assert_told (view, "0-0+1 ");
}

static gboolean
export_in_act (SelAct *act, G_GNUC_UNUSED gpointer user_data, GError **error)
{
  g_autoptr (GArray) none = sel_runs_new ();
  GArray *runs[SEL_N_RECORD_TYPES];
  const SelExportEntry entry = {
    .partner = 7,
    .partner_name = "BLK Banjarbaru",
    .purpose = "Placement",
    .kind = SEL_EXPORT_AGREEMENTS,
    .file = "out.xml",
    .runs = runs,
  };
  gint64 id;

  for (guint i = 0; i < SEL_N_RECORD_TYPES; i++)
    runs[i] = none;
  return sel_export_log_add (act, &entry, &id, error);
}

/* An export changes no record, and is seen all the same. */
static void
test_exports_are_listed (void)
{
  g_autoptr (Place) place = place_new ();
  g_autoptr (SelStore) store = open_store (place);
  g_autoptr (View) view = view_new (store, &sel_exports_list);
  g_autoptr (GError) error = NULL;

  sel_store_write (store, SEL_ACT_EXPORT, export_in_act, NULL, NULL, &error);
  g_assert_no_error (error);
  wait (view);
  assert_told (view, "0-0+1 ");
}

#define TEST(name, function) g_test_add_func ("/store/list-model/" name, function)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  TEST ("only-the-rows-asked-for-are-read", test_only_the_rows_asked_for_are_read);
  TEST ("search-filter-order", test_search_filter_order);
  TEST ("one-question-a-turn", test_one_question_a_turn);
  TEST ("newest-question-wins", test_newest_question_wins);
  TEST ("live-refresh", test_live_refresh);
  TEST ("out-of-sight", test_out_of_sight);
  TEST ("rows-change-in-place", test_rows_change_in_place);
  TEST ("deleted-row-has-its-place", test_deleted_row_has_its_place);
  TEST ("failure-is-told", test_failure_is_told);
  TEST ("nothing-before-the-day-is-known", test_nothing_before_the_day_is_known);
  TEST ("let-go-while-loading", test_let_go_while_loading);
  TEST ("imports-are-listed", test_imports_are_listed);
  TEST ("exports-are-listed", test_exports_are_listed);
  return g_test_run ();
}
