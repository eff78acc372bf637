/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/ical-file.h"

#include <errno.h>

#include <glib/gi18n-lib.h>

#include "confined/whole.h"
#include "domain/file-name.h"
#include "exchange/export-files.h"
#include "exchange/export-result.h"
#include "store/export-log.h"

/* %s is what the file is about. */
#define HEAD                      \
  "BEGIN:VCALENDAR\r\n"           \
  "VERSION:2.0\r\n"               \
  "PRODID:-//Selaras//%s//EN\r\n" \
  "CALSCALE:GREGORIAN\r\n"
#define TAIL "END:VCALENDAR\r\n"

/* When nothing was ever written. */
#define NEVER "1970-01-01T00:00:00Z"

#define MOST_PENDING (256 * 1024)

static gboolean
flush (SelIcalFile *self, GError **error)
{
  if (!sel_write_whole (self->file, self->pending->str, self->pending->len))
    return sel_export_files_fail (self->name, errno, error);

  g_string_truncate (self->pending, 0);
  return TRUE;
}

gboolean
sel_ical_file_append (SelIcalFile *self, icalcomponent *take_component, GError **error)
{
  char *text = icalcomponent_as_ical_string_r (take_component);

  g_string_append (self->pending, text);
  icalmemory_free_buffer (text);
  icalcomponent_free (take_component);
  return !g_cancellable_set_error_if_cancelled (self->cancellable, error) &&
         (self->pending->len < MOST_PENDING || flush (self, error));
}

struct icaltimetype
sel_ical_date (const GDate *date)
{
  struct icaltimetype ical = icaltime_null_date ();

  ical.year = g_date_get_year (date);
  ical.month = g_date_get_month (date);
  ical.day = g_date_get_day (date);
  return ical;
}

/* Those that are NULL are left out. */
void
sel_ical_add_all (icalcomponent *component, icalproperty **properties, guint n_properties)
{
  for (guint i = 0; i < n_properties; i++)
    if (properties[i])
      icalcomponent_add_property (component, properties[i]);
}

gboolean
sel_ical_check_name (const char *path, GError **error)
{
  g_autofree char *shown = NULL;

  if (sel_file_name_ends (path, ".ics"))
    return TRUE;

  shown = g_filename_display_basename (path);
  g_set_error (error, SEL_EXPORT_ERROR, SEL_EXPORT_ERROR_REFUSED,
               _ ("“%s” is no name of a calendar. End it with .ics."), shown);
  return FALSE;
}

gboolean
sel_ical_stamp_read (SelConnection *connection, struct icaltimetype *stamp, GError **error)
{
  g_autofree char *made_at = NULL;
  g_autoptr (GDateTime) moment = NULL;
  gint64 act;

  if (!sel_export_log_read_state (connection, &act, &made_at, error))
    return FALSE;

  moment = g_date_time_new_from_iso8601 (made_at ? made_at : NEVER, NULL);
  *stamp = icaltime_from_timet_with_zone (moment ? (time_t) g_date_time_to_unix (moment) : 0, FALSE,
                                          icaltimezone_get_utc_timezone ());
  return TRUE;
}

/**
 * sel_ical_file_write:
 * @path: ends in .ics
 * @replaces: whether a file that is there gives way
 * @product: what it is about, in one English word
 * @fill: appends what is in it
 *
 * Waits, on whatever thread calls. On error nothing is left behind.
 */
gboolean
sel_ical_file_write (const char *path,
                     gboolean replaces,
                     const char *product,
                     const struct icaltimetype *stamp,
                     SelIcalFill fill,
                     gpointer user_data,
                     GCancellable *cancellable,
                     GError **error)
{
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (SelExportFiles) files = NULL;
  g_autoptr (GString) pending = g_string_new (NULL);
  SelIcalFile self = { name, .pending = pending, .stamp = *stamp, .cancellable = cancellable };

  g_string_append_printf (pending, HEAD, product);
  if (!sel_ical_check_name (name, error) ||
      !(files = sel_export_files_new (folder, replaces, error)) ||
      !sel_export_files_check (files, name, error) ||
      (self.file = sel_export_files_begin (files, name, error)) < 0 ||
      !fill (&self, user_data, error))
    return FALSE;

  g_string_append (pending, TAIL);
  if (!flush (&self, error) || !sel_export_files_end (files, error) ||
      !sel_export_files_publish (files, error))
    return FALSE;

  sel_export_files_keep (files);
  return TRUE;
}
