/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How one element of an IMS Enterprise file becomes an item: what it says, and which record of the
 * register it is about. */
#include "exchange/ims-private.h"

#include <string.h>

#include "domain/roster-value.h"
#include "store/known.h"

/* A copy of a row that is lent. */
SelImsRow *
sel_ims_row_new (const SelSheetRow *row)
{
  const guint n_cells = MIN (row->n_cells, SEL_N_IMS_CELLS);
  gsize size = sizeof (SelImsRow) + 1;
  guint32 place = 1;
  SelImsRow *self;

  for (guint i = 0; i < n_cells; i++)
    size += row->cells[i].text ? strlen (row->cells[i].text) + 1 : 0;

  self = g_malloc0 (size);
  self->number = row->number;
  for (guint i = 0; i < n_cells; i++)
    if (row->cells[i].text)
      {
        self->places[i] = place;
        place += (guint32) (g_stpcpy (self->texts + place, row->cells[i].text) -
                            (self->texts + place)) +
                 1;
      }
  return self;
}

void
sel_ims_row_free (gpointer row)
{
  g_free (((SelImsRow *) row)->key);
  g_free (row);
}

/* What the row says in @cell; NULL for nothing. */
const char *
sel_ims_get (const SelImsRow *row, SelImsCell cell)
{
  return row->places[cell] ? row->texts + row->places[cell] : NULL;
}

gboolean
sel_ims_is_kind (const SelImsRow *row, const char *kind)
{
  return g_strcmp0 (sel_ims_get (row, SEL_IMS_KIND), kind) == 0;
}

/* A number of the standard's vocabularies, with or without leading zeroes; 0 for none. */
guint
sel_ims_get_number (const SelImsRow *row, SelImsCell cell)
{
  static const char *const words[] = { "learner", "instructor" };
  const char *text = sel_ims_get (row, cell);

  for (guint i = 0; text && cell == SEL_IMS_ROLE && i < G_N_ELEMENTS (words); i++)
    if (g_ascii_strcasecmp (text, words[i]) == 0)
      return i + 1;
  if (text && cell == SEL_IMS_ROLE && g_ascii_strcasecmp (text, "mentor") == 0)
    return 6;
  return text ? (guint) MIN (g_ascii_strtoull (text, NULL, 10), 31) : 0;
}

static char *
dup_default (SelImsSource *self, const char *name)
{
  const SelRosterColumn *column = sel_roster_column_by_name (SEL_ROSTER_IMS, name);
  const SelCell cell = { SEL_CELL_TEXT, g_hash_table_lookup (self->mapping->defaults, name) };
  char *text = NULL;

  if (cell.text)
    sel_roster_value_read (sel_roster_column_field (column), &cell, &text, NULL);
  return text;
}

void
sel_ims_set_default (SelImsSource *self, SelQueuedItem *item, const char *field)
{
  g_autofree char *text = dup_default (self, field);

  if (text && sel_queued_item_get (item, field) == NULL)
    sel_queued_item_set (item, field, text);
}

/* Sets a date, which need not be as the standard has it. */
void
sel_ims_set_date (SelQueuedItem *item, const char *field, const char *text)
{
  const SelCell cell = { text ? SEL_CELL_TEXT : SEL_CELL_EMPTY, text };
  g_autofree char *plain = NULL;
  GDate date;

  if (sel_roster_date_read (&cell, &date))
    {
      plain = sel_date_dup_text (&date);
      sel_queued_item_set (item, field, plain);
    }
  else if (text) /* the rules say what is wrong with it */
    sel_queued_item_set (item, field, text);
}

/* Notes what the person or group in @row is, for those that refer to it. */
void
sel_ims_remember (GHashTable *taken, SelImsRow *row, gint64 record, const char *key)
{
  const char *id = sel_ims_get (row, SEL_IMS_ID);

  row->record = MAX (record, 0);
  row->key = g_str_equal (key, id) ? NULL : g_strdup (key);
  g_hash_table_insert (taken, (gpointer) id, row);
}

/**
 * sel_ims_find_taken:
 * @type: of a person or a group
 * @record: (out): what @id is in the register, as this file says, or else the sender before; 0: new
 * @key: (out) (transfer none): what references say
 */
gboolean
sel_ims_find_taken (SelImsSource *self,
                    const SelRecordType *type,
                    const char *id,
                    gint64 *record,
                    const char **key,
                    GError **error)
{
  const SelImsRow *row =
    g_hash_table_lookup (type == &sel_cohort_type ? self->groups : self->persons, id);

  *key = row && row->key ? row->key : id;
  if (row == NULL)
    return sel_sender_names_find_key (self->names, type, id, record, error);

  *record = row->record;
  return TRUE;
}

/* Looks for the record that is the same as @item: by what the sender calls it, or else by name, a
 * person by the day of birth too. */
gboolean
sel_ims_find_present (SelImsSource *self,
                      const SelQueuedItem *item,
                      const char *id,
                      gint64 *record,
                      gboolean *is_theirs,
                      GError **error)
{
  const char *name = sel_queued_item_get (item, "name");
  const char *birth_date;

  if (!sel_sender_names_find_key (self->names, item->type, id, record, error))
    return FALSE;

  *is_theirs = *record != 0;
  if (*is_theirs)
    return TRUE;
  if (item->type != &sel_participant_type)
    return sel_sender_names_find (self->names, item->type, name, record, error);

  birth_date = sel_queued_item_get (item, "birth_date");
  return birth_date == NULL ||
         sel_known_person (sel_sender_names_get_connection (self->names), name, birth_date, record,
                           error);
}

/* Sets what @item is called, by which the import finds @record, of which the rest stays. */
gboolean
sel_ims_set_id (SelImsSource *self,
                SelQueuedItem *item,
                const char *id,
                gint64 record,
                gboolean is_theirs,
                GError **error)
{
  if (is_theirs || record <= 0)
    item->id = g_strdup (id);
  else if (!sel_sender_names_dup_key (self->names, item->type, record, &item->id, &is_theirs,
                                      error))
    return FALSE;

  return record <= 0 || sel_sender_names_keep_present (self->names, item, record, is_theirs, NULL,
                                                       NULL, error);
}

/* Pushes @item, or drops it when it did not come about. */
gboolean
sel_ims_finish (SelImsSource *self, SelQueuedItem *item, gboolean is_done)
{
  if (is_done)
    sel_item_queue_push (&self->queue, item);
  else
    sel_item_queue_drop (&self->queue, item);
  return is_done;
}
