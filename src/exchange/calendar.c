/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/calendar.h"

#include <glib/gi18n-lib.h>

#include "exchange/ical-file.h"

/* As the time zone database calls them; none has summer time. */
static const char *const zone_names[] = {
  [SEL_ZONE_WIB] = "Asia/Jakarta",
  [SEL_ZONE_WITA] = "Asia/Makassar",
  [SEL_ZONE_WIT] = "Asia/Jayapura",
};

static struct icaltimetype
time_of (const SelCivilTime *time)
{
  struct icaltimetype ical = icaltime_null_time ();

  ical.year = g_date_get_year (&time->date);
  ical.month = g_date_get_month (&time->date);
  ical.day = g_date_get_day (&time->date);
  ical.hour = (int) time->minutes / 60;
  ical.minute = (int) time->minutes % 60;
  return ical;
}

static gboolean
append_zone (SelIcalFile *self, SelZone zone, GError **error)
{
  SelCivilTime start = { 0 };
  int offset = sel_zone_offset_minutes (zone) * 60;
  icalcomponent *standard = icalcomponent_new (ICAL_XSTANDARD_COMPONENT);
  icalcomponent *component = icalcomponent_new (ICAL_VTIMEZONE_COMPONENT);

  g_date_clear (&start.date, 1);
  g_date_set_dmy (&start.date, 1, G_DATE_JANUARY, 1970);
  icalcomponent_add_property (standard, icalproperty_new_dtstart (time_of (&start)));
  icalcomponent_add_property (standard, icalproperty_new_tzoffsetfrom (offset));
  icalcomponent_add_property (standard, icalproperty_new_tzoffsetto (offset));
  icalcomponent_add_property (standard, icalproperty_new_tzname (sel_zone_name (zone)));
  icalcomponent_add_property (component, icalproperty_new_tzid (zone_names[zone]));
  icalcomponent_add_component (component, standard);
  return sel_ical_file_append (self, component, error);
}

/* By the clock of the venue. Without a venue nobody has said by which: the hour stays the one that
 * was planned wherever it is read, and moves to no other because of a guess. */
static icalproperty *
set_zone (icalproperty *property, const SelCalendarSession *session)
{
  if (session->venue_zone)
    icalproperty_add_parameter (property,
                                icalparameter_new_tzid (zone_names[session->venue_zone - 1]));
  return property;
}

static char *
dup_summary (const SelCalendarSession *session)
{
  g_autofree char *text =
    /* Translators: a session in a calendar: its course, and the cohort that meets */
    g_strdup_printf (_ ("%s – %s"), session->course_name, session->cohort_name);

  return sel_text_dup_printable (text, FALSE);
}

static char *
dup_location (const SelCalendarSession *session)
{
  g_autofree char *text = NULL;

  if (session->venue_name == NULL)
    return NULL;

  text = session->venue_address
           ? g_strdup_printf ("%s, %s", session->venue_name, session->venue_address)
           : g_strdup (session->venue_name);
  return sel_text_dup_printable (text, TRUE);
}

/* Nobody who is taught is named. */
static char *
dup_description (const SelCalendarSession *session)
{
  g_autoptr (GString) text = g_string_new (session->topic);

  if (session->instructors)
    {
      if (text->len)
        g_string_append_c (text, '\n');
      /* Translators: the names of those who teach a session */
      g_string_append_printf (text, _ ("Instructors: %s"), session->instructors);
    }

  return text->len ? sel_text_dup_printable (text->str, TRUE) : NULL;
}

static icalcomponent *
make_event (SelIcalFile *self, const SelCalendarSession *session)
{
  icalcomponent *event = icalcomponent_new (ICAL_VEVENT_COMPONENT);
  g_autofree char *summary = dup_summary (session);
  g_autofree char *location = dup_location (session);
  g_autofree char *description = dup_description (session);
  icalproperty *properties[] = {
    icalproperty_new_uid (session->uid),
    /* A venue or an instructor that is called otherwise changes the session too, but not its
     * version: so both stamps are those of the register. */
    icalproperty_new_dtstamp (self->stamp),
    icalproperty_new_lastmodified (self->stamp),
    icalproperty_new_sequence ((int) MIN (session->version, G_MAXINT)),
    set_zone (icalproperty_new_dtstart (time_of (&session->starts_at)), session),
    set_zone (icalproperty_new_dtend (time_of (&session->ends_at)), session),
    icalproperty_new_summary (summary),
    location ? icalproperty_new_location (location) : NULL,
    description ? icalproperty_new_description (description) : NULL,
  };

  sel_ical_add_all (event, properties, G_N_ELEMENTS (properties));
  return event;
}

static gboolean
append_sessions (SelIcalFile *self, gpointer user_data, GError **error)
{
  const GArray *sessions = user_data;
  gboolean has_zone[G_N_ELEMENTS (zone_names)] = { FALSE };

  for (guint i = 0; i < sessions->len; i++)
    {
      int zone = g_array_index (sessions, SelCalendarSession, i).venue_zone;

      if (zone)
        has_zone[zone - 1] = TRUE;
    }

  for (guint i = 0; i < G_N_ELEMENTS (zone_names); i++)
    if (has_zone[i] && !append_zone (self, i, error))
      return FALSE;

  for (guint i = 0; i < sessions->len; i++)
    if (!sel_ical_file_append (
          self, make_event (self, &g_array_index (sessions, SelCalendarSession, i)), error))
      return FALSE;

  return TRUE;
}

/* Both on one view of the register: what is newer than its stamp would be passed over. */
static GArray *
read_sessions (SelStore *store,
               const SelCalendarChoice *choice,
               struct icaltimetype *stamp,
               GError **error)
{
  g_autoptr (SelReading) reading = sel_reading_begin (store, error);
  GArray *sessions = NULL;

  if (reading == NULL || !sel_connection_execute (reading->connection, "BEGIN", error))
    return NULL;

  if (sel_ical_stamp_read (reading->connection, stamp, error))
    sessions = sel_calendar_read (reading->connection, choice, error);
  sel_connection_execute (reading->connection, "COMMIT", NULL);
  return sessions;
}

/**
 * sel_calendar_write:
 * @path: ends in .ics
 * @replaces: whether a file that is there gives way
 * @n_sessions: (out): how many are in it
 *
 * Writes the sessions. Waits, on whatever thread calls. On error nothing is left behind.
 */
gboolean
sel_calendar_write (SelStore *store,
                    const SelCalendarChoice *choice,
                    const char *path,
                    gboolean replaces,
                    guint *n_sessions,
                    GCancellable *cancellable,
                    GError **error)
{
  g_autoptr (GArray) sessions = NULL;
  struct icaltimetype stamp;

  if (!sel_ical_check_name (path, error) ||
      !(sessions = read_sessions (store, choice, &stamp, error)) ||
      !sel_ical_file_write (path, replaces, "Schedule", &stamp, append_sessions, sessions,
                            cancellable, error))
    return FALSE;

  *n_sessions = sessions->len;
  return TRUE;
}
