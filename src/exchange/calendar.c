/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/calendar.h"

#include <errno.h>
#include <string.h>

#include <glib/gi18n-lib.h>
#include <libical/ical.h>

#include "confined/whole.h"
#include "domain/file-name.h"
#include "exchange/export-files.h"
#include "exchange/export-result.h"
#include "store/export-log.h"

#define HEAD                            \
  "BEGIN:VCALENDAR\r\n"                 \
  "VERSION:2.0\r\n"                     \
  "PRODID:-//Selaras//Schedule//EN\r\n" \
  "CALSCALE:GREGORIAN\r\n"
#define TAIL "END:VCALENDAR\r\n"

/* When nothing was ever written. */
#define NEVER "1970-01-01T00:00:00Z"

#define MOST_PENDING (256 * 1024)

/* As the time zone database calls them; none has summer time. */
static const char *const zone_names[] = {
  [SEL_ZONE_WIB] = "Asia/Jakarta",
  [SEL_ZONE_WITA] = "Asia/Makassar",
  [SEL_ZONE_WIT] = "Asia/Jayapura",
};

typedef struct
{
  const char *name; /* of the file */
  int file;
  GString *pending;
  struct icaltimetype stamp;
} Writing;

static gboolean
flush (Writing *self, GError **error)
{
  if (!sel_write_whole (self->file, self->pending->str, self->pending->len))
    return sel_export_files_fail (self->name, errno, error);

  g_string_truncate (self->pending, 0);
  return TRUE;
}

static void
append_component (Writing *self, icalcomponent *take_component)
{
  char *text = icalcomponent_as_ical_string_r (take_component);

  g_string_append (self->pending, text);
  icalmemory_free_buffer (text);
  icalcomponent_free (take_component);
}

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

static void
append_zone (Writing *self, SelZone zone)
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
  append_component (self, component);
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
make_event (Writing *self, const SelCalendarSession *session)
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

  for (guint i = 0; i < G_N_ELEMENTS (properties); i++)
    if (properties[i])
      icalcomponent_add_property (event, properties[i]);

  return event;
}

static gboolean
write_sessions (Writing *self, const GArray *sessions, GCancellable *cancellable, GError **error)
{
  gboolean has_zone[G_N_ELEMENTS (zone_names)] = { FALSE };

  for (guint i = 0; i < sessions->len; i++)
    {
      int zone = g_array_index (sessions, SelCalendarSession, i).venue_zone;

      if (zone)
        has_zone[zone - 1] = TRUE;
    }

  g_string_append (self->pending, HEAD);
  for (guint i = 0; i < G_N_ELEMENTS (zone_names); i++)
    if (has_zone[i])
      append_zone (self, i);

  for (guint i = 0; i < sessions->len; i++)
    {
      append_component (self, make_event (self, &g_array_index (sessions, SelCalendarSession, i)));
      if (g_cancellable_set_error_if_cancelled (cancellable, error) ||
          (self->pending->len >= MOST_PENDING && !flush (self, error)))
        return FALSE;
    }

  g_string_append (self->pending, TAIL);
  return flush (self, error);
}

static GArray *
read_sessions (SelConnection *connection,
               const SelCalendarChoice *choice,
               struct icaltimetype *stamp,
               GError **error)
{
  g_autofree char *made_at = NULL;
  g_autoptr (GDateTime) moment = NULL;
  gint64 act;

  if (!sel_export_log_read_state (connection, &act, &made_at, error))
    return NULL;

  moment = g_date_time_new_from_iso8601 (made_at ? made_at : NEVER, NULL);
  *stamp = icaltime_from_timet_with_zone (moment ? (time_t) g_date_time_to_unix (moment) : 0,
                                          FALSE, icaltimezone_get_utc_timezone ());
  return sel_calendar_read (connection, choice, error);
}

/* Both on one view of the register: what is newer than its stamp would be passed over. */
static GArray *
read_sessions_of (SelStore *store,
                  const SelCalendarChoice *choice,
                  struct icaltimetype *stamp,
                  GError **error)
{
  g_autoptr (SelReading) reading = sel_reading_begin (store, error);
  GArray *sessions;

  if (reading == NULL || !sel_connection_execute (reading->connection, "BEGIN", error))
    return NULL;

  sessions = read_sessions (reading->connection, choice, stamp, error);
  sel_connection_execute (reading->connection, "COMMIT", NULL);
  return sessions;
}

static gboolean
check_name (const char *name, GError **error)
{
  g_autofree char *shown = NULL;

  if (sel_file_name_ends (name, ".ics"))
    return TRUE;

  shown = g_filename_display_name (name);
  g_set_error (error, SEL_EXPORT_ERROR, SEL_EXPORT_ERROR_REFUSED,
               _ ("“%s” is no name of a calendar. End it with .ics."), shown);
  return FALSE;
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
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (SelExportFiles) files = NULL;
  g_autoptr (GArray) sessions = NULL;
  g_autoptr (GString) pending = g_string_new (NULL);
  Writing self = { name, .pending = pending };

  if (!check_name (name, error) || !(files = sel_export_files_new (folder, replaces, error)) ||
      !sel_export_files_check (files, name, error) ||
      !(sessions = read_sessions_of (store, choice, &self.stamp, error)) ||
      (self.file = sel_export_files_begin (files, name, error)) < 0 ||
      !write_sessions (&self, sessions, cancellable, error) ||
      !sel_export_files_end (files, error) || !sel_export_files_publish (files, error))
    return FALSE;

  sel_export_files_keep (files);
  *n_sessions = sessions->len;
  return TRUE;
}
