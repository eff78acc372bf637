/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The schedule as another calendar reads it. */
#include <string.h>

#include <libical/ical.h>

#include "exchange/calendar.h"
#include "support.h"

#define LONG_TOPIC_CHARS 300

static void
add_frame (SelStore *store)
{
  add (store, &sel_course_type,
       make (&sel_course_type, "name", "Tata boga", "vocation", "Tata boga", NULL));
  add (store, &sel_venue_type,
       make (&sel_venue_type, "name", "Balai, ruang 1; lantai 2", "address",
             "Jalan Contoh 1\nBanjarbaru", "zone", "WITA", NULL));
  add (store, &sel_venue_type,
       make (&sel_venue_type, "name", "Aula", "zone", "WIT", NULL));
  add (store, &sel_instructor_type, make (&sel_instructor_type, "name", "Rina, S.Pd.", NULL));
  add (store, &sel_instructor_type, make (&sel_instructor_type, "name", "Ďuro Žák", NULL));
  add (store, &sel_cohort_type,
       make (&sel_cohort_type, "name", "Angkatan I", "course", "1", "venue", "1", "capacity", "16",
             "starts_on", "2026-12-01", "ends_on", "2026-12-31", NULL));
  add (store, &sel_cohort_type,
       make (&sel_cohort_type, "name", "Angkatan II", "course", "1", "capacity", "16", "starts_on",
             "2026-12-01", "ends_on", "2026-12-31", NULL));
  add (store, &sel_participant_type,
       make (&sel_participant_type, "name", "Orang Rahasia", "kind", "detainee", NULL));
  add (store, &sel_enrolment_type,
       make (&sel_enrolment_type, "participant", "1", "cohort", "1", "stage", "in_training", NULL));
}

/* One past midnight, at the cohort's venue; one at its own; one nowhere. */
static void
add_sessions (SelStore *store)
{
  g_autofree char *topic = g_strnfill (LONG_TOPIC_CHARS, 'x');

  add (store, &sel_session_type,
       make (&sel_session_type, "cohort", "1", "starts_at", "2026-12-01T22:00", "ends_at",
             "2026-12-02T02:30", "topic", "Dapur, alat; \\bahan", NULL));
  add (store, &sel_session_type,
       make (&sel_session_type, "cohort", "1", "venue", "2", "starts_at", "2026-12-03T09:00",
             "ends_at", "2026-12-03T11:00", NULL));
  add (store, &sel_session_type,
       make (&sel_session_type, "cohort", "2", "starts_at", "2026-12-09T08:00", "ends_at",
             "2026-12-09T12:00", "topic", topic, NULL));
  add (store, &sel_session_instructor_type,
       make (&sel_session_instructor_type, "session", "1", "instructor", "1", NULL));
  add (store, &sel_session_instructor_type,
       make (&sel_session_instructor_type, "session", "1", "instructor", "2", NULL));
  execute (store, "UPDATE act SET made_at = '2026-11-16T01:02:03Z'");
  execute (store, "UPDATE session SET uid = 'uid-' || id");
}

static char *
write_calendar (SelStore *store, Place *place, const SelCalendarChoice *choice, guint n)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (place->folder, "schedule.ics", NULL);
  char *text = NULL;
  guint n_sessions = 0;

  sel_calendar_write (store, choice, path, TRUE, &n_sessions, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (n_sessions, ==, n);
  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  return text;
}

static icalcomponent *
parse (const char *text)
{
  icalcomponent *calendar = icalparser_parse_string (text);

  g_assert_nonnull (calendar);
  g_assert_cmpint (icalcomponent_isa (calendar), ==, ICAL_VCALENDAR_COMPONENT);
  g_assert_cmpint (icalcomponent_count_errors (calendar), ==, 0);
  g_assert_true (icalrestriction_check (calendar));
  return calendar;
}

static icalcomponent *
find_event (icalcomponent *calendar, const char *uid)
{
  icalcomponent *event = icalcomponent_get_first_component (calendar, ICAL_VEVENT_COMPONENT);

  while (event && !g_str_equal (icalcomponent_get_uid (event), uid))
    event = icalcomponent_get_next_component (calendar, ICAL_VEVENT_COMPONENT);
  g_assert_nonnull (event);
  return event;
}

/* When it starts in UTC, by the zone that the file brings along. */
static void
assert_starts (icalcomponent *event, const char *zone, const char *instant)
{
  struct icaltimetype start = icalcomponent_get_dtstart (event);
  struct icaltimetype utc =
    icaltime_convert_to_zone (start, icaltimezone_get_utc_timezone ());

  g_assert_cmpstr (icaltime_get_tzid (start), ==, zone);
  g_assert_cmpstr (icaltime_as_ical_string (zone ? utc : start), ==, instant);
}

static void
test_bytes (void)
{
  g_autoptr (Place) place = place_new ();
  g_autoptr (SelStore) store = open_store (place);
  SelCalendarChoice choice = { .first = date_of ("2026-12-02"), .last = date_of ("2026-12-02") };
  g_autofree char *text = NULL;

  add_frame (store);
  add_sessions (store);
  text = write_calendar (store, place, &choice, 1);
  g_assert_cmpstr (text, ==,
                   "BEGIN:VCALENDAR\r\n"
                   "VERSION:2.0\r\n"
                   "PRODID:-//Selaras//Schedule//EN\r\n"
                   "CALSCALE:GREGORIAN\r\n"
                   "BEGIN:VTIMEZONE\r\n"
                   "TZID:Asia/Makassar\r\n"
                   "BEGIN:STANDARD\r\n"
                   "DTSTART:19700101T000000\r\n"
                   "TZOFFSETFROM:+0800\r\n"
                   "TZOFFSETTO:+0800\r\n"
                   "TZNAME:WITA\r\n"
                   "END:STANDARD\r\n"
                   "END:VTIMEZONE\r\n"
                   "BEGIN:VEVENT\r\n"
                   "UID:uid-1\r\n"
                   "DTSTAMP:20261116T010203Z\r\n"
                   "LAST-MODIFIED:20261116T010203Z\r\n"
                   "SEQUENCE:1\r\n"
                   "DTSTART;TZID=Asia/Makassar:20261201T220000\r\n"
                   "DTEND;TZID=Asia/Makassar:20261202T023000\r\n"
                   "SUMMARY:Tata boga – Angkatan I\r\n"
                   "LOCATION:Balai\\, ruang 1\\; lantai 2\\, Jalan Contoh 1\\nBanjarbaru\r\n"
                   "DESCRIPTION:Dapur\\, alat\\; \\\\bahan\\nInstructors: Rina\\, S.Pd.\\, Ďuro \r\n"
                   " Žák\r\n"
                   "END:VEVENT\r\n"
                   "END:VCALENDAR\r\n");
}

static void
test_read_back (void)
{
  static const SelCalendarChoice all = { 0 };
  g_autoptr (Place) place = place_new ();
  g_autoptr (SelStore) store = open_store (place);
  g_autofree char *text = NULL;
  g_autofree char *again = NULL;
  g_auto (GStrv) lines = NULL;
  g_autofree char *topic = g_strnfill (LONG_TOPIC_CHARS, 'x');
  icalcomponent *calendar;

  add_frame (store);
  add_sessions (store);
  text = write_calendar (store, place, &all, 3);
  again = write_calendar (store, place, &all, 3);
  g_assert_cmpstr (text, ==, again);
  g_assert_null (strstr (text, "Rahasia"));

  lines = g_strsplit (text, "\r\n", 0);
  for (guint i = 0; lines[i]; i++)
    {
      g_assert_cmpuint (strlen (lines[i]), <=, 75);
      g_assert_true (g_utf8_validate (lines[i], -1, NULL));
      g_assert_null (strpbrk (lines[i], "\r\n"));
    }

  calendar = parse (text);
  g_assert_cmpint (icalcomponent_count_components (calendar, ICAL_VEVENT_COMPONENT), ==, 3);
  g_assert_cmpint (icalcomponent_count_components (calendar, ICAL_VTIMEZONE_COMPONENT), ==, 2);
  assert_starts (find_event (calendar, "uid-1"), "Asia/Makassar", "20261201T140000Z");
  assert_starts (find_event (calendar, "uid-2"), "Asia/Jayapura", "20261203T000000Z");
  assert_starts (find_event (calendar, "uid-3"), NULL, "20261209T080000");
  g_assert_cmpstr (icalcomponent_get_location (find_event (calendar, "uid-1")), ==,
                   "Balai, ruang 1; lantai 2, Jalan Contoh 1\nBanjarbaru");
  g_assert_cmpstr (icalcomponent_get_location (find_event (calendar, "uid-2")), ==, "Aula");
  g_assert_null (icalcomponent_get_location (find_event (calendar, "uid-3")));
  g_assert_cmpstr (icalcomponent_get_description (find_event (calendar, "uid-3")), ==, topic);
  g_assert_null (icalcomponent_get_description (find_event (calendar, "uid-2")));
  icalcomponent_free (calendar);
}

/* What changed is newer to whoever has it already, under the same identity. */
static void
test_updates (void)
{
  SelCalendarChoice second = { .cohort = 2 };
  g_autoptr (Place) place = place_new ();
  g_autoptr (SelStore) store = open_store (place);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  SelSession *session;
  icalcomponent *calendar;
  icalcomponent *event;

  add_frame (store);
  add_sessions (store);
  session = load (store, &sel_session_type, 3);
  session->ends_at.minutes += 60;
  change (store, UPDATE, &sel_session_type, session, &error);
  g_assert_no_error (error);

  text = write_calendar (store, place, &second, 1);
  calendar = parse (text);
  event = find_event (calendar, "uid-3");
  g_assert_cmpint (icalcomponent_get_sequence (event), ==, 2);
  g_assert_cmpstr (icaltime_as_ical_string (icalcomponent_get_dtend (event)), ==,
                   "20261209T130000");
  g_assert_cmpint (icaltime_compare (icalcomponent_get_dtstamp (event),
                                     icaltime_from_string ("20261116T010203Z")),
                   !=, 0);
  icalcomponent_free (calendar);
}

static void
test_choices (void)
{
  static const struct
  {
    const char *first;
    const char *last;
    gint64 cohort;
    guint n;
  } cases[] = {
    { NULL, NULL, 0, 3 },
    { NULL, NULL, 1, 2 },
    { "2026-12-02", NULL, 0, 3 }, /* the first goes on that night */
    { "2026-12-03", NULL, 0, 2 },
    { "2026-12-03", NULL, 2, 1 },
    { "2026-11-30", "2026-12-06", 0, 2 },
    { "2026-12-10", NULL, 0, 0 },
  };
  g_autoptr (Place) place = place_new ();
  g_autoptr (SelStore) store = open_store (place);

  add_frame (store);
  add_sessions (store);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      SelCalendarChoice choice = { date_of (cases[i].first), date_of (cases[i].last),
                                   cases[i].cohort };

      g_free (write_calendar (store, place, &choice, cases[i].n));
    }
}

static void
test_refused (void)
{
  static const struct
  {
    const char *name;
    const char *sentence;
  } cases[] = {
    { "schedule.txt", "“schedule.txt” is no name of a calendar. End it with .ics." },
    { "nowhere/schedule.ics", "cannot be written" },
    { "there.ics", "“there.ics” is there already" },
  };
  static const SelCalendarChoice all = { 0 };
  g_autoptr (Place) place = place_new ();
  g_autoptr (SelStore) store = open_store (place);
  g_autofree char *there = g_build_filename (place->folder, "there.ics", NULL);

  g_file_set_contents (there, "mine", -1, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *path = g_build_filename (place->folder, cases[i].name, NULL);
      guint n;

      g_assert_false (sel_calendar_write (store, &all, path, FALSE, &n, NULL, &error));
      g_assert_nonnull (strstr (error->message, cases[i].sentence));
    }
}

#define TEST(name, function) g_test_add_func ("/calendar/" name, function)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  TEST ("bytes", test_bytes);
  TEST ("read-back", test_read_back);
  TEST ("updates", test_updates);
  TEST ("choices", test_choices);
  TEST ("refused", test_refused);

  return g_test_run ();
}
