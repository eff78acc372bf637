/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/roster-row-private.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "domain/roster-value.h"
#include "domain/typed.h"
#include "store/known.h"

/* In which one choice is remembered to be said; others are worked out each time. */
#define MOST_WAYS 100

static void
clear_place (gpointer data)
{
  SelRosterPlace *place = data;

  g_clear_pointer (&place->choices, g_hash_table_unref);
}

/**
 * sel_roster_rows_new:
 * @mapping: (transfer none): how the table is read
 * @queue: (transfer none): where the records go
 * @names: (transfer none): what the register knows
 */
SelRosterRows *
sel_roster_rows_new (const SelMapping *mapping, SelItemQueue *queue, SelSenderNames *names)
{
  SelRosterRows *self = g_new0 (SelRosterRows, 1);
  const SelRosterColumn *column;

  self->mapping = mapping;
  self->queue = queue;
  self->names = names;
  self->written = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->passed_over = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->places = g_array_new (FALSE, FALSE, sizeof (SelRosterPlace));
  g_array_set_clear_func (self->places, clear_place);

  for (guint i = 0; (column = sel_roster_column_at (mapping->kind, i)); i++)
    {
      const SelRosterPlace place = {
        .column = column,
        .field = sel_roster_column_field (column),
        .cell = -1,
        .fixed = g_hash_table_lookup (mapping->defaults, column->name),
      };

      if (place.fixed || g_hash_table_contains (mapping->headers, column->name))
        g_array_append_val (self->places, place);
    }
  return self;
}

static void
clear_row (SelRosterRows *self)
{
  sel_item_queue_drop (self->queue, g_steal_pointer (&self->person));
  sel_item_queue_drop (self->queue, g_steal_pointer (&self->main));
  g_clear_pointer (&self->identifier, g_free);
  self->cohort = self->programme = 0;
  g_date_clear (&self->session_date, 1);
  self->session_minutes = -1;
  self->is_refused = FALSE;
}

void
sel_roster_rows_free (SelRosterRows *self)
{
  if (self == NULL)
    return;

  clear_row (self);
  g_array_unref (self->places);
  g_hash_table_unref (self->written);
  g_hash_table_unref (self->passed_over);
  g_free (self);
}

/* Says in which cell of a row @column stands. */
void
sel_roster_rows_set_cell (SelRosterRows *self, const SelRosterColumn *column, guint cell)
{
  for (guint i = 0; i < self->places->len; i++)
    if (g_array_index (self->places, SelRosterPlace, i).column == column)
      g_array_index (self->places, SelRosterPlace, i).cell = (int) cell;
}

static void
refuse (SelRosterRows *self,
        const SelRecordType *type,
        const char *field,
        const char *value,
        const char *reason)
{
  self->queue->n_refused += !self->is_refused;
  self->is_refused = TRUE;
  sel_item_queue_refuse (self->queue, self->number, type, self->identifier,
                         field ? sel_record_type_field (type, field) : NULL, value, reason);
}

/* Refuses the row. @field: (nullable): of @type */
void
sel_roster_rows_refuse (SelRosterRows *self,
                        const SelRecordType *type,
                        const char *field,
                        const char *reason)
{
  refuse (self, type, field, NULL, reason);
}

/* Refuses the row for what stands in one cell of it. */
static void
refuse_cell (SelRosterRows *self,
             const SelRecordType *type,
             const char *field,
             const SelRosterColumn *column,
             const SelCell *cell,
             const char *reason)
{
  g_autofree char *masked =
    cell->text && sel_roster_column_is_personal (column) ? sel_text_dup_masked (cell->text) : NULL;

  refuse (self, type, field, masked ? masked : cell->text, reason);
}

/* The item that says a field of @type. */
static SelQueuedItem *
item_of (SelRosterRows *self, const SelRecordType *type)
{
  return self->main && self->main->type == type ? self->main : self->person;
}

/* Takes the name of a record in the register. */
static gboolean
take_reference (SelRosterRows *self,
                const SelRosterPlace *place,
                const SelCell *cell,
                GError **error)
{
  const SelRecordType *type = place->field->refers_to;
  SelQueuedItem *item = item_of (self, place->column->type);
  g_autofree char *name = g_strstrip (g_strdup (cell->text ? cell->text : ""));
  g_autofree char *key = NULL;
  gint64 record;

  if (*name == '\0' || g_str_equal (name, "-"))
    return TRUE;
  if (!sel_sender_names_find (self->names, type, name, &record, error))
    return FALSE;
  if (record <= 0)
    {
      refuse_cell (
        self, place->column->type, place->field->name, place->column, cell,
        record == 0 ? _ ("The register has none of this name. Write it as it stands there, or add "
                         "it first.")
                    : _ ("The register has several of this name. Give them different names "
                         "first."));
      return TRUE;
    }

  if (type == &sel_cohort_type)
    self->cohort = record;
  else if (type == &sel_programme_type)
    self->programme = record;
  if (item->type != place->column->type)
    return TRUE; /* the cohort of an attendance, which only finds the session */

  if (!sel_sender_names_refer (self->names, type, record, self->number, &key, error))
    return FALSE;
  sel_queued_item_set (item, place->field->name, key);
  return TRUE;
}

/* A choice is said in few ways, in many rows: each is worked out once. */
static gboolean
read_value (SelRosterPlace *place, const SelCell *cell, char **text, GError **error)
{
  const char *known;

  if (place->field->kind != SEL_FIELD_CHOICE || cell->type != SEL_CELL_TEXT)
    return sel_roster_value_read (place->field, cell, text, error);

  if (place->choices == NULL)
    place->choices = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  known = g_hash_table_lookup (place->choices, cell->text);
  if (known)
    {
      *text = g_strdup (known);
      return TRUE;
    }

  if (!sel_roster_value_read (place->field, cell, text, error))
    return FALSE;
  if (*text && g_hash_table_size (place->choices) < MOST_WAYS)
    g_hash_table_insert (place->choices, g_strdup (cell->text), g_strdup (*text));
  return TRUE;
}

static void
take_value (SelRosterRows *self, SelRosterPlace *place, const SelCell *cell)
{
  SelQueuedItem *item = item_of (self, place->column->type);
  g_autoptr (GError) wrong = NULL;
  char *text = NULL;

  if (!read_value (place, cell, &text, &wrong))
    refuse_cell (self, place->column->type, place->field->name, place->column, cell, wrong->message);
  else if (text)
    {
      char **said = &item->texts[place->field - item->type->fields];

      g_free (*said);
      *said = text;
    }
}

/* Place and date of birth in one cell; a column of its own for either counts more. */
static void
take_birth (SelRosterRows *self, const SelRosterColumn *column, const SelCell *cell)
{
  g_autofree char *place = NULL;
  GDate date;

  if (!sel_roster_birth_read (cell, &place, &date))
    {
      refuse_cell (self, &sel_participant_type, "birth_date", column, cell,
                   _ ("Write place and date such as “Banjarbaru, 11/10/1990”."));
      return;
    }

  if (place && !sel_queued_item_get (self->person, "birth_place"))
    sel_queued_item_set (self->person, "birth_place", place);
  if (g_date_valid (&date) && !sel_queued_item_get (self->person, "birth_date"))
    {
      g_autofree char *text = sel_date_dup_text (&date);

      sel_queued_item_set (self->person, "birth_date", text);
    }
}

static void
take_session (SelRosterRows *self, const SelRosterColumn *column, const SelCell *cell)
{
  const SelRosterRole role = column->role;
  guint minutes;

  if (sel_roster_clock_read (cell, &minutes) && (role == SEL_ROSTER_SESSION_TIME ||
                                                 cell->type == SEL_CELL_DATE))
    self->session_minutes = (int) minutes;
  else if (role == SEL_ROSTER_SESSION_TIME)
    refuse_cell (self, &sel_attendance_type, "session", column, cell,
                 _ ("Write the time such as 09.00."));

  if (role == SEL_ROSTER_SESSION_DATE && !sel_roster_date_read (cell, &self->session_date))
    refuse_cell (self, &sel_attendance_type, "session", column, cell,
                 sel_typed_date_problem (cell->text));
}

static gboolean
take_cell (SelRosterRows *self, SelRosterPlace *place, const SelCell *cell, GError **error)
{
  switch (place->column->role)
    {
    case SEL_ROSTER_IDENTIFIER:
      self->identifier = cell->text ? g_strstrip (g_strdup (cell->text)) : NULL;
      if (self->identifier && *self->identifier == '\0')
        g_clear_pointer (&self->identifier, g_free);
      return TRUE;
    case SEL_ROSTER_BIRTH:
      take_birth (self, place->column, cell);
      return TRUE;
    case SEL_ROSTER_SESSION_DATE:
    case SEL_ROSTER_SESSION_TIME:
      take_session (self, place->column, cell);
      return TRUE;
    case SEL_ROSTER_FIELD:
    default:
      if (place->field->kind == SEL_FIELD_REFERENCE)
        return take_reference (self, place, cell, error);
      take_value (self, place, cell);
      return TRUE;
    }
}

static void
begin_row (SelRosterRows *self, guint number)
{
  const SelRecordType *type = sel_roster_kind_type (self->mapping->kind);
  const gboolean is_about_people = self->mapping->kind <= SEL_ROSTER_ATTENDANCE;

  self->number = number;
  self->person = sel_item_queue_new_item (self->queue, SEL_EXCHANGE_ITEM_RECORD, number,
                                          is_about_people ? &sel_participant_type : type);
  if (self->person->type != type)
    self->main = sel_item_queue_new_item (self->queue, SEL_EXCHANGE_ITEM_RECORD, number, type);
}

/**
 * sel_roster_rows_take:
 * @number: of the row, from 1
 *
 * Puts into the queue what the row says, or why it is refused.
 *
 * Returns: %FALSE when the register cannot be read
 */
gboolean
sel_roster_rows_take (SelRosterRows *self,
                      guint number,
                      guint n_cells,
                      const SelCell *cells,
                      GError **error)
{
  gboolean is_done = TRUE;

  begin_row (self, number);
  for (guint i = 0; i < self->places->len && is_done; i++)
    {
      SelRosterPlace *place = &g_array_index (self->places, SelRosterPlace, i);
      const SelCell fixed = { SEL_CELL_TEXT, place->fixed };

      place->is_said = place->cell >= 0 && place->cell < (int) n_cells && cells[place->cell].type;
      if (place->is_said)
        is_done = take_cell (self, place, &cells[place->cell], error);
      else if (place->fixed)
        is_done = take_cell (self, place, &fixed, error);
    }

  is_done = is_done && (self->is_refused || sel_roster_rows_make_records (self, error));
  clear_row (self);
  return is_done;
}
