/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/export-selection.h"
#include "support.h"

#define ADD(type, ...) add (store, &sel_##type##_type, make (&sel_##type##_type, __VA_ARGS__, NULL))

/* Two agreements of partner 1, which lies three steps under partner 4, and one of partner 5; two
 * programmes, each with a cohort and people, and a group. */
static void
fill (SelStore *store)
{
  ADD (partner, "name", "BLK", "kind", "training_centre");
  ADD (partner, "name", "Dinas", "kind", "provincial_office");
  ADD (partner, "name", "Ditjen", "kind", "agency");
  ADD (partner, "name", "Kementerian", "kind", "ministry");
  ADD (partner, "name", "Rutan", "kind", "prison");
  execute (store, "UPDATE partner SET parent = id + 1 WHERE id < 4");

  ADD (agreement, "kind", "cooperation", "title", "Pelatihan", "stage", "draft");
  ADD (agreement, "kind", "memorandum", "title", "Kerja sama", "stage", "draft");
  ADD (agreement, "kind", "memorandum", "title", "Dahulu", "stage", "draft");
  ADD (agreement, "kind", "memorandum", "title", "Lain", "stage", "draft");
  execute (store, "UPDATE agreement SET parent = 2 WHERE id = 1");
  execute (store, "UPDATE agreement SET renews = 3 WHERE id = 2");
  ADD (party, "agreement", "1", "position", "1", "partner", "1");
  ADD (party, "agreement", "4", "position", "1", "partner", "5");
  ADD (scope_item, "agreement", "1", "position", "1", "topic", "training", "text", "Pelatihan");
  ADD (scope_item, "agreement", "4", "position", "1", "topic", "training", "text", "Pelatihan");

  ADD (programme, "name", "Satu");
  ADD (programme, "name", "Dua");
  ADD (course, "name", "Las", "vocation", "welding");
  ADD (venue, "name", "Bengkel", "zone", "WITA", "partner", "1");
  ADD (instructor, "name", "Budi Contoh");
  ADD (instructor, "name", "Siti Contoh");
  ADD (cohort, "name", "A", "programme", "1", "course", "1", "agreement", "4", "capacity", "16",
       "starts_on", "2025-11-03", "ends_on", "2025-11-28");
  ADD (cohort, "name", "B", "programme", "2", "course", "1", "venue", "1", "capacity", "16",
       "starts_on", "2025-11-03", "ends_on", "2025-11-28");
  ADD (session, "cohort", "1", "starts_at", "2025-11-03T09:00", "ends_at", "2025-11-03T12:00");
  ADD (session, "cohort", "2", "starts_at", "2025-11-03T09:00", "ends_at", "2025-11-03T12:00");
  ADD (session_instructor, "session", "2", "instructor", "2");

  for (guint i = 0; i < 5; i++)
    ADD (participant, "name", "Contoh", "kind", "tks");
  execute (store, "UPDATE participant SET referrer = 5 WHERE id = 4");
  ADD (group, "name", "Maju", "programme", "2");
  ADD (membership, "group", "1", "participant", "5", "role", "member");
  ADD (mentoring, "mentor", "3", "group", "1");
  ADD (enrolment, "participant", "1", "cohort", "1", "stage", "accepted");
  ADD (enrolment, "participant", "4", "cohort", "2", "stage", "accepted");
  ADD (enrolment, "participant", "2", "programme", "2", "stage", "referred");
  ADD (attendance, "session", "2", "enrolment", "2", "status", "present");
  ADD (follow_up, "enrolment", "2", "due_on", "2026-02-01");
}

static char *
dup_selection (SelStore *store, const SelExportChoice *choice, SelSensitivity most)
{
  g_autoptr (SelReading) reading = sel_reading_begin (store, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (SelExportSelection) selection =
    sel_export_selection_read (reading->connection, choice, most, &error);
  GString *text = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < SEL_N_RECORD_TYPES; i++)
    {
      const GArray *runs = selection->runs[i];

      if (runs->len)
        g_string_append_printf (text, "%s%s", text->len ? "; " : "", sel_record_types[i]->name);
      for (guint r = 0; r < runs->len; r++)
        {
          const SelRun *run = &g_array_index (runs, SelRun, r);

          g_string_append_printf (text, run->last > run->first ? " %ld-%ld" : " %ld",
                                  (glong) run->first, (glong) run->last);
        }
    }

  return g_string_free (text, FALSE);
}

/* What a choice needs and all that it refers to, and nothing else; what is referred to first. */
static void
test_selections (void)
{
  static const struct
  {
    SelExportChoice choice;
    const char *selection;
  } cases[] = {
    { { SEL_EXPORT_AGREEMENTS, 1, 0, 0, 0 },
      "partner 4 3 2 1; agreement 3 2 1; party 1; scope_item 1" },
    { { SEL_EXPORT_AGREEMENTS, 5, 0, 0, 0 }, "partner 5; agreement 4; party 2; scope_item 2" },
    { { SEL_EXPORT_AGREEMENTS, 2, 0, 0, 0 }, "" },
    { { SEL_EXPORT_SCHEDULE, 1, 0, 0, 1 },
      "agreement 4; programme 1; course 1; cohort 1; session 1" },
    { { SEL_EXPORT_SCHEDULE, 1, 0, 2, 0 },
      "partner 4 3 2 1; programme 2; course 1; venue 1; instructor 2; cohort 2; session 2; "
      "session_instructor 1" },
    { { SEL_EXPORT_SCHEDULE, 1, 0, 1, 2 }, "" },
    { { SEL_EXPORT_SCHEDULE, 1, 0, 0, 0 },
      "partner 4 3 2 1; agreement 4; programme 1-2; course 1; venue 1; instructor 2; cohort 1-2; "
      "session 1-2; session_instructor 1" },
    { { SEL_EXPORT_ROSTER, 1, 0, 0, 1 },
      "agreement 4; programme 1; course 1; cohort 1; participant 1; enrolment 1" },
    { { SEL_EXPORT_ROSTER, 1, 1, 2, 0 },
      "partner 4-5 3 2 1; agreement 3 2 1; programme 2; course 1; venue 1; cohort 2; "
      "participant 2-5; group 1; membership 1; mentoring 1; enrolment 2-3" },
    { { SEL_EXPORT_OUTCOMES, 1, 0, 2, 0 },
      "partner 4-5 3 2 1; programme 2; course 1; venue 1; cohort 2; participant 2 4; "
      "enrolment 2-3; follow_up 1" },
    { { SEL_EXPORT_EVERYTHING, 1, 0, 0, 0 },
      "partner 4-5 3 2 1; agreement 3-4 2 1; party 1-2; scope_item 1-2; programme 1-2; course 1; "
      "venue 1; instructor 1-2; cohort 1-2; session 1-2; session_instructor 1; participant 1-5; "
      "group 1; membership 1; mentoring 1; enrolment 1-3; attendance 1; follow_up 1" },
  };
  g_autoptr (Place) place = place_new ();
  g_autoptr (SelStore) store = open_store (place);

  fill (store);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *selection = dup_selection (store, &cases[i].choice, SEL_SPECIFIC);

      g_test_message ("case %" G_GSIZE_FORMAT, i);
      g_assert_cmpstr (selection, ==, cases[i].selection);
    }
}

/* The institution that referred someone, and that nothing else names, stays behind with that. */
static void
test_what_stays_behind_brings_nothing (void)
{
  const SelExportChoice choice = { SEL_EXPORT_OUTCOMES, 1, 0, 2, 0 };
  g_autoptr (Place) place = place_new ();
  g_autoptr (SelStore) store = open_store (place);
  g_autofree char *selection = NULL;

  fill (store);
  selection = dup_selection (store, &choice, SEL_PERSONAL);
  g_assert_cmpstr (selection, ==,
                   "partner 4 3 2 1; programme 2; course 1; venue 1; cohort 2; participant 2 4; "
                   "enrolment 2-3; follow_up 1");
}

/* Each rule alone lets it in: one is made under what renews it. */
static void
test_a_circle (void)
{
  const SelExportChoice choice = { SEL_EXPORT_AGREEMENTS, 1, 0, 0, 0 };
  g_autoptr (Place) place = place_new ();
  g_autoptr (SelStore) store = open_store (place);
  g_autoptr (SelReading) reading = NULL;
  g_autoptr (SelExportSelection) selection = NULL;
  g_autoptr (GError) error = NULL;

  fill (store);
  execute (store, "UPDATE agreement SET parent = 1 WHERE id = 3");
  reading = sel_reading_begin (store, NULL);
  selection = sel_export_selection_read (reading->connection, &choice, SEL_SPECIFIC, &error);
  g_assert_null (selection);
  g_assert_error (error, SEL_STORE_ERROR, SEL_STORE_ERROR_FAILED);
  g_assert_true (g_str_has_prefix (error->message, "Agreement “"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/export-selection/selections", test_selections);
  g_test_add_func ("/store/export-selection/what-stays-behind-brings-nothing",
                   test_what_stays_behind_brings_nothing);
  g_test_add_func ("/store/export-selection/a-circle", test_a_circle);
  return g_test_run ();
}
