/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/deadline-calendar.h"

#include "domain/field.h"
#include "exchange/ical-file.h"
#include "store/deadlines.h"

typedef struct
{
  GArray *deadlines;
  GArray *const *distances; /* of guint, for each kind */
} Filling;

/* "Obligation due: Laporan tahunan · Pelatihan kerja". Nobody is named, not even who reads a draft. */
static char *
dup_summary (const SelDeadline *deadline)
{
  const char *what = deadline->kind == SEL_DEADLINE_OBLIGATION ? deadline->what : NULL;
  g_autofree char *text = g_strdup_printf ("%s: %s%s%s", sel_deadline_kind_label (deadline->kind),
                                           what ? what : "", what ? " · " : "", deadline->title);

  return sel_text_dup_printable (text, FALSE);
}

/* The day begins at midnight where it is read, and no hour is set for it. */
static icalcomponent *
make_alarm (guint distance, const char *summary)
{
  icalcomponent *alarm = icalcomponent_new (ICAL_VALARM_COMPONENT);
  struct icaltriggertype trigger = {
    .time = icaltime_null_time (),
    .duration = icaldurationtype_from_int (-(int) distance * 24 * 60 * 60),
  };

  icalcomponent_add_property (alarm, icalproperty_new_action (ICAL_ACTION_DISPLAY));
  icalcomponent_add_property (alarm, icalproperty_new_description (summary));
  icalcomponent_add_property (alarm, icalproperty_new_trigger (trigger));
  return alarm;
}

static icalcomponent *
make_event (SelIcalFile *file, const SelDeadline *deadline, GArray *distances)
{
  icalcomponent *event = icalcomponent_new (ICAL_VEVENT_COMPONENT);
  g_autofree char *summary = dup_summary (deadline);
  g_autofree char *partners =
    deadline->partners ? sel_text_dup_printable (deadline->partners, FALSE) : NULL;
  g_autofree char *uid =
    g_strdup_printf ("%s-%s", deadline->uid, sel_deadline_kind_code (deadline->kind));
  icalproperty *properties[] = {
    icalproperty_new_uid (uid),
    icalproperty_new_dtstamp (file->stamp),
    icalproperty_new_lastmodified (file->stamp),
    icalproperty_new_sequence ((int) MIN (deadline->version, G_MAXINT)),
    icalproperty_new_dtstart (sel_ical_date (&deadline->day)),
    icalproperty_new_summary (summary),
    partners ? icalproperty_new_description (partners) : NULL,
    icalproperty_new_transp (ICAL_TRANSP_TRANSPARENT),
  };

  sel_ical_add_all (event, properties, G_N_ELEMENTS (properties));
  for (guint i = 0; i < distances->len; i++)
    icalcomponent_add_component (event, make_alarm (g_array_index (distances, guint, i), summary));
  return event;
}

static gboolean
append_deadlines (SelIcalFile *file, gpointer user_data, GError **error)
{
  const Filling *filling = user_data;

  for (guint i = 0; i < filling->deadlines->len; i++)
    {
      const SelDeadline *deadline = &g_array_index (filling->deadlines, SelDeadline, i);

      if (!sel_ical_file_append (
            file, make_event (file, deadline, filling->distances[deadline->kind]), error))
        return FALSE;
    }

  return TRUE;
}

static GArray *
read_deadlines (SelStore *store, const GDate *today, struct icaltimetype *stamp, GError **error)
{
  g_autoptr (SelReading) reading = sel_reading_begin (store, error);
  GArray *deadlines = NULL;

  if (reading == NULL || !sel_connection_execute (reading->connection, "BEGIN", error))
    return NULL;

  if (sel_ical_stamp_read (reading->connection, stamp, error))
    deadlines = sel_deadlines_read (reading->connection, today, error);
  sel_connection_execute (reading->connection, "COMMIT", NULL);
  return deadlines;
}

/**
 * sel_deadline_calendar_write:
 * @distances: (element-type guint): for each #SelDeadlineKind, how many days before it to remind
 * @path: ends in .ics
 * @replaces: whether a file that is there gives way
 * @n_deadlines: (out): how many are in it
 *
 * Waits, on whatever thread calls. On error nothing is left behind.
 */
gboolean
sel_deadline_calendar_write (SelStore *store,
                             const GDate *today,
                             GArray *const *distances,
                             const char *path,
                             gboolean replaces,
                             guint *n_deadlines,
                             GCancellable *cancellable,
                             GError **error)
{
  struct icaltimetype stamp;
  g_autoptr (GArray) deadlines = NULL;
  Filling filling = { NULL, distances };

  if (!sel_ical_check_name (path, error) ||
      !(deadlines = read_deadlines (store, today, &stamp, error)))
    return FALSE;

  filling.deadlines = deadlines;
  *n_deadlines = deadlines->len;
  return sel_ical_file_write (path, replaces, "Deadlines", &stamp, append_deadlines, &filling,
                              cancellable, error);
}
