/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "application/due.h"

#include <glib/gi18n-lib.h>

#include "application/command-save.h"
#include "application/reminders.h"
#include "application/settings.h"
#include "config.h"
#include "domain/field.h"
#include "domain/typed.h"
#include "exchange/deadline-calendar.h"
#include "report/deadline-list.h"
#include "store/deadlines.h"

/* Lines of a notification; desktops show few. */
#define MOST_LINES 4

/* Lets @context read the options into @self, which lives as long. */
void
sel_due_words_add_entries (SelDueWords *self, GOptionContext *context)
{
  const GOptionEntry entries[] = {
    { "notify", 0, 0, G_OPTION_ARG_NONE, &self->notifies,
      N_ ("Remind by a notification of the desktop, of what has come near since it last did"), NULL },
    { "within", 0, 0, G_OPTION_ARG_INT, &self->within,
      N_ ("Print only what is overdue, or due in so many days"), N_ ("DAYS") },
    { NULL },
  };

  self->within = -1;
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
}

static GArray *
read_deadlines (SelStore *store, const GDate *today, GError **error)
{
  g_autoptr (SelReading) reading = sel_reading_begin (store, error);

  return reading ? sel_deadlines_read (reading->connection, today, error) : NULL;
}

/* "30 Nov 2026 · Last day for notice: Pelatihan kerja" */
static void
append_line (GString *text, const SelDeadline *deadline)
{
  g_autofree char *day = sel_date_dup_display (&deadline->day);

  g_string_append_printf (text, "%s%s · %s: %s", text->len ? "\n" : "", day,
                          sel_deadline_kind_label (deadline->kind),
                          deadline->kind == SEL_DEADLINE_OBLIGATION ? deadline->what
                                                                    : deadline->title);
}

/* The lines of a notification about @deadlines, of which there are @n or more; free with g_free(). */
static char *
dup_lines (GPtrArray *deadlines)
{
  g_autoptr (GString) text = g_string_new (NULL);
  const guint n_shown = MIN (deadlines->len, MOST_LINES);

  for (guint i = 0; i < n_shown; i++)
    append_line (text, g_ptr_array_index (deadlines, i));
  if (deadlines->len > n_shown)
    {
      const guint n_more = deadlines->len - n_shown;
      g_autofree char *number = sel_number_dup_display (n_more);

      g_string_append_c (text, '\n');
      g_string_append_printf (text, ngettext ("and %s more", "and %s more", n_more), number);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* Those of which a reminder falls on @today, lent. */
static GPtrArray *
choose_falling (GArray *deadlines,
                const SelReminders *reminders,
                const GDate *last_look,
                const GDate *today)
{
  GPtrArray *falling = g_ptr_array_new ();

  for (guint i = 0; i < deadlines->len; i++)
    {
      SelDeadline *deadline = &g_array_index (deadlines, SelDeadline, i);

      if (sel_reminder_falls (reminders->distances[deadline->kind], &deadline->day, last_look,
                              today))
        g_ptr_array_add (falling, deadline);
    }

  return falling;
}

/* As the desktop has it (Desktop Notifications Specification 1.2). It is told directly: a process of the
 * command line is gone before a GApplication would have a name. */
static gboolean
notify (GPtrArray *falling, GError **error)
{
  g_autoptr (GDBusConnection) bus = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, error);
  g_autofree char *number = sel_number_dup_display (falling->len);
  g_autofree char *title =
    /* Translators: the title of a notification: how many days come near */
    g_strdup_printf (ngettext ("%s deadline comes near", "%s deadlines come near", falling->len),
                     number);
  g_autofree char *lines = dup_lines (falling);
  g_autofree char *body = g_markup_escape_text (lines, -1);
  g_autoptr (GVariant) reply = NULL;
  GVariantBuilder hints;

  if (bus == NULL)
    return FALSE;

  g_variant_builder_init (&hints, G_VARIANT_TYPE_VARDICT);
  g_variant_builder_add (&hints, "{sv}", "desktop-entry", g_variant_new_string (SEL_APPLICATION_ID));
  reply = g_dbus_connection_call_sync (
    bus, "org.freedesktop.Notifications", "/org/freedesktop/Notifications",
    "org.freedesktop.Notifications", "Notify",
    g_variant_new ("(susssasa{sv}i)", "Selaras", 0u, SEL_APPLICATION_ID, title, body, NULL, &hints, -1),
    G_VARIANT_TYPE ("(u)"), G_DBUS_CALL_FLAGS_NONE, -1, NULL, error);
  return reply != NULL;
}

/* Invalid when there was none. */
static GDate
read_last_look (GSettings *settings)
{
  g_autofree char *text = settings ? g_settings_get_string (settings, "reminded-on") : NULL;
  GDate day;

  g_date_clear (&day, 1);
  if (text)
    sel_typed_date (text, &day);
  return day;
}

/* Reminds by a notification of the desktop of what has come near since the last time; of nothing
 * when nothing has. */
static gboolean
remind (SelStore *store, const GDate *today, GError **error)
{
  g_autoptr (GSettings) settings = sel_settings_new ();
  g_autoptr (SelReminders) reminders = sel_reminders_new (settings);
  g_autoptr (GArray) deadlines = read_deadlines (store, today, error);
  g_autoptr (GPtrArray) falling = NULL;
  g_autofree char *text = sel_date_dup_text (today);
  GDate last_look;

  if (deadlines == NULL)
    return FALSE;

  last_look = read_last_look (settings);
  falling = choose_falling (deadlines, reminders, &last_look, today);
  if (falling->len && !notify (falling, error))
    return FALSE;

  if (settings)
    {
      g_settings_set_string (settings, "reminded-on", text);
      g_settings_sync ();
    }
  return TRUE;
}

static void
save (SelStore *store,
      const SelDueWords *words,
      const char *path,
      const GDate *today,
      GCancellable *cancellable,
      SelAnswer *answer)
{
  g_autoptr (GSettings) settings = sel_settings_new ();
  g_autoptr (SelReminders) reminders = sel_reminders_new (settings);
  g_autofree char *file = g_filename_display_basename (path);
  g_autofree char *number = NULL;
  g_autofree char *line = NULL;
  g_autoptr (GError) error = NULL;
  guint n;

  if (!sel_deadline_calendar_write (store, today, reminders->distances, path, words->replaces, &n,
                                    cancellable, &error))
    {
      sel_save_fail (answer, error);
      return;
    }

  number = sel_number_dup_display (n);
  line = g_strdup_printf (
    ngettext ("%s deadline was saved as “%s”", "%s deadlines were saved as “%s”", n), number,
    file);
  sel_answer_say_line (answer, line);
}

/* Leaves those of @deadlines, which are in the order of their days, that are due within @days. */
static void
cut_off (GArray *deadlines, const GDate *today, int days)
{
  guint n = 0;

  while (n < deadlines->len &&
         g_date_days_between (today, &g_array_index (deadlines, SelDeadline, n).day) <= days)
    n++;
  g_array_set_size (deadlines, n);
}

static void
print (SelStore *store,
       const SelDueWords *words,
       SelFormat format,
       guint width,
       const GDate *today,
       SelAnswer *answer)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) deadlines = read_deadlines (store, today, &error);
  g_autoptr (GString) page = g_string_new (NULL);

  if (deadlines == NULL)
    {
      sel_answer_fail (answer, SEL_STATUS_FAILED, error->message);
      return;
    }

  if (words->within >= 0)
    cut_off (deadlines, today, words->within);
  if (format == SEL_FORMAT_JSON)
    sel_deadline_list_append_json (answer->output, deadlines, today);
  else
    {
      sel_deadline_list_append_text (page, deadlines, today, width);
      sel_answer_say (answer, page->str);
    }
}

/* @path (nullable) is of a calendar to save them in; a line of the table may have @width characters,
 * or any number when that is 0. Waits, on whatever thread calls. */
void
sel_due_run (SelStore *store,
             const SelDueWords *words,
             const char *path,
             SelFormat format,
             guint width,
             const GDate *today,
             GCancellable *cancellable,
             SelAnswer *answer)
{
  g_autoptr (GError) error = NULL;

  if (path)
    save (store, words, path, today, cancellable, answer);
  else if (!words->notifies)
    print (store, words, format, width, today, answer);
  else if (!remind (store, today, &error))
    sel_answer_fail (answer, SEL_STATUS_FAILED, error->message);
}
