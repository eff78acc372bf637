/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/schedule-clashes.h"

#include "domain/clash.h"
#include "store/cohort-sql.h"

/* What a session takes, and how that is called. */
static const struct
{
  const char *taken;
  const char *name;
} kinds[SEL_N_CLASH_KINDS] = {
  [SEL_CLASH_INSTRUCTOR] = {
    "SELECT instructor FROM session_instructor WHERE session = $1",
    "SELECT name FROM instructor WHERE id = $1",
  },
  [SEL_CLASH_VENUE] = {
    "SELECT coalesce (s.venue, c.venue) FROM session s JOIN cohort c ON c.id = s.cohort"
    " WHERE s.id = $1 AND coalesce (s.venue, c.venue) IS NOT NULL",
    "SELECT name FROM venue WHERE id = $1",
  },
  [SEL_CLASH_PARTICIPANT] = {
    "SELECT DISTINCT e.participant FROM session s JOIN enrolment e ON e.cohort = s.cohort"
    " WHERE s.id = $1 AND " SEL_SQL_ATTENDS,
    "SELECT name FROM participant WHERE id = $1",
  },
};

static gboolean
append_bookings (SelStatement *stmt,
                 const SelScheduleSession *session,
                 GArray *bookings,
                 GError **error)
{
  SelZone zone = sel_schedule_session_zone (session);
  SelBooking booking = {
    .holder = session->id,
    .start = sel_civil_time_to_instant (&session->starts_at, zone),
    .end = sel_civil_time_to_instant (&session->ends_at, zone),
  };
  gboolean has_row = TRUE;

  sel_statement_bind_int (stmt, 1, session->id);
  while (has_row)
    {
      if (!sel_statement_step (stmt, &has_row, error))
        return FALSE;
      if (!has_row)
        break;

      booking.resource = sel_statement_get_int (stmt, 0);
      g_array_append_val (bookings, booking);
    }

  sel_statement_reset (stmt);
  return TRUE;
}

static GArray *
read_bookings (SelConnection *connection, SelClashKind kind, GArray *sessions, GError **error)
{
  g_autoptr (SelStatement) stmt = sel_connection_prepare (connection, kinds[kind].taken, error);
  g_autoptr (GArray) bookings = g_array_new (FALSE, FALSE, sizeof (SelBooking));

  if (stmt == NULL)
    return NULL;

  for (guint i = 0; i < sessions->len; i++)
    if (!append_bookings (stmt, &g_array_index (sessions, SelScheduleSession, i), bookings, error))
      return NULL;

  return g_steal_pointer (&bookings);
}

static char *
read_name (SelConnection *connection, SelClashKind kind, gint64 id, GError **error)
{
  g_autoptr (SelStatement) stmt = sel_connection_prepare (connection, kinds[kind].name, error);
  gboolean has_row;

  if (stmt == NULL)
    return NULL;

  sel_statement_bind_int (stmt, 1, id);
  if (!sel_statement_step (stmt, &has_row, error))
    return NULL;

  return g_strdup (has_row ? sel_statement_get_text (stmt, 0) : "");
}

static void
clear_clash (gpointer data)
{
  SelScheduleClash *clash = data;

  g_clear_pointer (&clash->name, g_free);
  g_clear_pointer (&clash->other_cohort, g_free);
}

static void
add_clash (SelScheduleSession *session,
           const SelScheduleSession *other,
           SelClashKind kind,
           gint64 id,
           const char *name)
{
  SelScheduleClash clash = {
    .kind = kind,
    .id = id,
    .name = g_strdup (name),
    .other = other->id,
    .other_cohort = g_strdup (other->cohort_name),
    .other_starts_at = other->starts_at,
    .other_ends_at = other->ends_at,
    .other_zone = sel_schedule_session_zone (other),
  };

  if (session->clashes == NULL)
    {
      session->clashes = g_array_new (FALSE, FALSE, sizeof (SelScheduleClash));
      g_array_set_clear_func (session->clashes, clear_clash);
    }
  g_array_append_val (session->clashes, clash);
}

static gboolean
find_clashes_of (SelConnection *connection,
                 SelClashKind kind,
                 GArray *sessions,
                 GHashTable *by_id,
                 GError **error)
{
  g_autoptr (GArray) bookings = read_bookings (connection, kind, sessions, error);
  g_autoptr (GArray) clashes = bookings ? sel_clashes_find (bookings) : NULL;

  if (clashes == NULL)
    return FALSE;

  for (guint i = 0; i < clashes->len; i++)
    {
      const SelClash *clash = &g_array_index (clashes, SelClash, i);
      SelScheduleSession *earlier = g_hash_table_lookup (by_id, &clash->earlier);
      SelScheduleSession *later = g_hash_table_lookup (by_id, &clash->later);
      g_autofree char *name = read_name (connection, kind, clash->resource, error);

      if (name == NULL)
        return FALSE;

      add_clash (earlier, later, kind, clash->resource, name);
      add_clash (later, earlier, kind, clash->resource, name);
    }

  return TRUE;
}

/* Gives each of @sessions (of #SelScheduleSession) its clashes with the others. */
gboolean
sel_schedule_find_clashes (SelConnection *connection, GArray *sessions, GError **error)
{
  g_autoptr (GHashTable) by_id = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < sessions->len; i++)
    {
      SelScheduleSession *session = &g_array_index (sessions, SelScheduleSession, i);

      g_hash_table_insert (by_id, &session->id, session);
    }

  for (guint kind = 0; kind < SEL_N_CLASH_KINDS; kind++)
    if (!find_clashes_of (connection, kind, sessions, by_id, error))
      return FALSE;

  return TRUE;
}
