/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/roster-look.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "domain/roster-value.h"
#include "domain/typed.h"

/* So many NIK that all end in 0 are no chance: one in a hundred thousand tables has them. */
#define LEAST_CUT_NIKS 5

/* A copy of a row that is lent. */
SelLookRow *
sel_look_row_new (const SelSheetRow *row)
{
  SelLookRow *self = g_new0 (SelLookRow, 1);

  self->number = row->number;
  self->n_cells = row->n_cells;
  self->cells = g_new (SelCell, row->n_cells);
  for (guint i = 0; i < row->n_cells; i++)
    self->cells[i] = (SelCell){ row->cells[i].type, g_strdup (row->cells[i].text) };
  return self;
}

void
sel_look_row_free (gpointer row)
{
  SelLookRow *self = row;

  for (guint i = 0; i < self->n_cells; i++)
    g_free ((char *) self->cells[i].text);
  g_free (self->cells);
  g_free (self);
}

/* How many columns of @kind the row names. */
static guint
count_columns (const SelLookRow *row, SelRosterKind kind)
{
  g_autoptr (GHashTable) columns = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < row->n_cells; i++)
    if (row->cells[i].type == SEL_CELL_TEXT)
      {
        const SelRosterColumn *column = sel_roster_column_by_header (kind, row->cells[i].text);

        if (column)
          g_hash_table_add (columns, (gpointer) column);
      }

  return g_hash_table_size (columns);
}

/* The cell of the header that says @text, whatever its capitals, spaces and dots; -1 for none. */
int
sel_roster_find_cell (const SelLookRow *header, const char *text)
{
  g_autofree char *key = sel_roster_dup_key (text);

  for (guint i = 0; i < header->n_cells; i++)
    if (header->cells[i].text)
      {
        g_autofree char *found = sel_roster_dup_key (header->cells[i].text);

        if (g_str_equal (found, key))
          return (int) i;
      }

  return -1;
}

/* The place of the row that names most columns of @mapping; the number of rows when none does. */
guint
sel_roster_find_header (const GPtrArray *rows, const SelMapping *mapping)
{
  guint header = rows->len;
  guint most = 0;

  for (guint i = 0; i < rows->len; i++)
    {
      GHashTableIter iter;
      gpointer text;
      guint n = 0;

      g_hash_table_iter_init (&iter, mapping->headers);
      while (g_hash_table_iter_next (&iter, NULL, &text))
        n += sel_roster_find_cell (g_ptr_array_index (rows, i), text) >= 0;
      if (n > most)
        {
          most = n;
          header = i;
        }
    }

  return header;
}

/**
 * sel_roster_niks_are_cut:
 * @rows: (element-type SelLookRow): the first of the table
 * @header: place of the header
 * @cell: the column of the NIK
 *
 * Returns: whether every NIK there is ends in 0, as those do that were once numbers: in a CSV file,
 *   sixteen digits are all that tells
 */
gboolean
sel_roster_niks_are_cut (const GPtrArray *rows, guint header, int cell)
{
  guint n = 0;

  for (guint i = header + 1; i < rows->len; i++)
    {
      const SelLookRow *row = g_ptr_array_index (rows, i);
      const char *text = (int) row->n_cells > cell ? row->cells[cell].text : NULL;

      if (text == NULL)
        continue;
      if (strlen (text) != 16 || strspn (text, "0123456789") != 16 || text[15] != '0')
        return FALSE;
      n++;
    }

  return n >= LEAST_CUT_NIKS;
}

/* What the columns of the header are called says what they are. */
static void
propose_columns (SelRosterLook *self)
{
  const SelLookRow *header =
    self->header < self->rows->len ? g_ptr_array_index (self->rows, self->header) : NULL;

  g_hash_table_remove_all (self->mapping->headers);
  for (guint i = 0; header && i < header->n_cells; i++)
    {
      const char *text = header->cells[i].text;
      const SelRosterColumn *column =
        text ? sel_roster_column_by_header (self->mapping->kind, text) : NULL;

      if (column && !g_hash_table_contains (self->mapping->headers, column->name))
        sel_mapping_set_header (self->mapping, column, text);
    }
}

/* Finds the header and what the table is about: where most columns are known. Among equals, the
 * first of each. */
static void
propose (SelRosterLook *self, const SelRosterKind *told)
{
  SelRosterKind best = told ? *told : SEL_ROSTER_PARTICIPANTS;
  guint most = 0;

  self->header = self->rows->len;
  if (self->kind == SEL_SHEET_IMS)
    best = SEL_ROSTER_IMS;
  for (guint i = 0; i < self->rows->len && self->kind != SEL_SHEET_IMS; i++)
    for (SelRosterKind kind = 0; kind < SEL_N_TABLE_KINDS; kind++)
      {
        const guint n = told && *told != kind
                          ? 0
                          : count_columns (g_ptr_array_index (self->rows, i), kind);

        if (n > most)
          {
            most = n;
            best = kind;
            self->header = i;
          }
      }

  self->mapping = sel_mapping_new (best);
  propose_columns (self);
}

/* What a later file need not be the same in is found anew each time. */
static void
keep_layout (SelRosterLook *self, const SelSheetLayout *told)
{
  SelSheetLayout *layout = &self->mapping->layout;

  layout->delimiter = told->delimiter;
  layout->encoding = told->encoding;
  if (told->sheet)
    layout->sheet = g_strdup (told->sheet);
}

/**
 * sel_roster_look:
 * @layout: what is said of the file; the rest is found
 * @kind: (nullable): what the table is about; found when it is not said
 *
 * Returns: (transfer full) (nullable): what was found
 */
SelRosterLook *
sel_roster_look (const char *path,
                 const SelSheetLayout *layout,
                 const SelRosterKind *kind,
                 GCancellable *cancellable,
                 GError **error)
{
  g_autoptr (SelSheetStream) stream =
    sel_sheet_stream_new_for_path (path, layout, SEL_ROSTER_LOOK_ROWS, cancellable, error);
  g_autoptr (SelRosterLook) self = NULL;
  const SelSheetFound *found;
  SelSheetRow row;

  if (stream == NULL)
    return NULL;

  self = g_new0 (SelRosterLook, 1);
  found = sel_sheet_stream_get_found (stream);
  self->kind = found->kind;
  self->delimiter = found->delimiter;
  self->encoding = found->encoding;
  self->sheets = g_strdupv (found->sheets);
  self->sheet = found->sheet;
  self->rows = g_ptr_array_new_with_free_func (sel_look_row_free);
  do
    {
      if (!sel_sheet_stream_next (stream, &row, cancellable, error))
        return NULL;
      if (row.number)
        g_ptr_array_add (self->rows, sel_look_row_new (&row));
    }
  while (row.number);

  propose (self, kind);
  keep_layout (self, layout);
  return g_steal_pointer (&self);
}

void
sel_roster_look_free (SelRosterLook *self)
{
  if (self == NULL)
    return;

  g_strfreev (self->sheets);
  if (self->rows)
    g_ptr_array_unref (self->rows);
  sel_mapping_free (self->mapping);
  g_free (self);
}

/* Takes another row for the header; the columns of the mapping are proposed anew. */
void
sel_roster_look_take_header (SelRosterLook *self, guint header)
{
  self->header = header;
  propose_columns (self);
}

/* Whether the table has every column of @mapping, in one row, and the sheet it names. */
gboolean
sel_roster_look_fits (const SelRosterLook *self, const SelMapping *mapping)
{
  const char *sheet = self->sheets[0] ? self->sheets[self->sheet] : NULL;
  const SelLookRow *header;
  GHashTableIter iter;
  gpointer text;
  guint place;

  if (self->kind == SEL_SHEET_IMS || mapping->kind == SEL_ROSTER_IMS)
    return self->kind == SEL_SHEET_IMS && mapping->kind == SEL_ROSTER_IMS;
  if (mapping->layout.sheet && g_strcmp0 (mapping->layout.sheet, sheet) != 0)
    return FALSE;

  place = sel_roster_find_header (self->rows, mapping);
  if (place == self->rows->len)
    return FALSE;

  header = g_ptr_array_index (self->rows, place);
  g_hash_table_iter_init (&iter, mapping->headers);
  while (g_hash_table_iter_next (&iter, NULL, &text))
    if (sel_roster_find_cell (header, text) < 0)
      return FALSE;

  return TRUE;
}

/* Reads the table by a copy of @mapping, which fits it. */
void
sel_roster_look_take_mapping (SelRosterLook *self, const SelMapping *mapping)
{
  sel_mapping_free (self->mapping);
  self->mapping = sel_mapping_copy (mapping);
  self->header = sel_roster_find_header (self->rows, mapping);
}

/* In which cell of a row @column stands; -1 when it has none. */
int
sel_roster_look_find_column (const SelRosterLook *self, const SelRosterColumn *column)
{
  const char *text = g_hash_table_lookup (self->mapping->headers, column->name);

  return text && self->header < self->rows->len
           ? sel_roster_find_cell (g_ptr_array_index (self->rows, self->header), text)
           : -1;
}

/**
 * sel_roster_look_count_lost_niks:
 * @n_niks: (out): how many cells say a NIK
 *
 * Returns: how many of them lost digits, because a spreadsheet kept them as numbers
 */
guint
sel_roster_look_count_lost_niks (const SelRosterLook *self, guint *n_niks)
{
  const SelRosterColumn *column = sel_roster_column_by_name (self->mapping->kind, "nik");
  const int cell = column ? sel_roster_look_find_column (self, column) : -1;
  guint n_lost = 0;

  *n_niks = 0;
  for (guint i = self->header + 1; cell >= 0 && i < self->rows->len; i++)
    {
      const SelLookRow *row = g_ptr_array_index (self->rows, i);

      if (cell >= (int) row->n_cells || row->cells[cell].type == SEL_CELL_EMPTY)
        continue;
      *n_niks += 1;
      n_lost += sel_roster_nik_is_lost (&row->cells[cell]);
    }

  return cell >= 0 && sel_roster_niks_are_cut (self->rows, self->header, cell) ? *n_niks : n_lost;
}

static char *
fail_cell (const SelRosterColumn *column, const char *problem, GError **error)
{
  g_set_error (error, SEL_RECORD_ERROR, SEL_RECORD_ERROR_FORM, "%s: %s",
               sel_roster_column_header (column), problem);
  return NULL;
}

static char *
dup_birth (const SelRosterColumn *column, const SelCell *cell, GError **error)
{
  g_autofree char *place = NULL;
  g_autofree char *day = NULL;
  GDate date;

  if (!sel_roster_birth_read (cell, &place, &date))
    return fail_cell (column, _ ("Write place and date such as “Banjarbaru, 11/10/1990”."), error);

  day = g_date_valid (&date) ? sel_date_dup_text (&date) : NULL;
  return place && day ? g_strconcat (place, ", ", day, NULL)
                      : g_strdup (place ? place : day);
}

/**
 * sel_roster_look_dup_value:
 * @row: (transfer none): of the look
 * @column: of its mapping
 *
 * Returns: (transfer full) (nullable): what the cell would be read as, without asking the register;
 *   NULL without an error when it says nothing; the error begins with the name of the column
 */
char *
sel_roster_look_dup_value (const SelRosterLook *self,
                           const SelLookRow *row,
                           const SelRosterColumn *column,
                           GError **error)
{
  const int place = sel_roster_look_find_column (self, column);
  const SelField *field = sel_roster_column_field (column);
  const SelCell *cell;
  char *text = NULL;
  GDate date;

  if (place < 0 || place >= (int) row->n_cells || row->cells[place].type == SEL_CELL_EMPTY)
    return NULL;

  cell = &row->cells[place];
  if (column->role == SEL_ROSTER_BIRTH)
    return dup_birth (column, cell, error);
  if (column->role == SEL_ROSTER_SESSION_DATE)
    return sel_roster_date_read (cell, &date) ? sel_date_dup_text (&date)
                                              : fail_cell (column, sel_typed_date_problem (cell->text), error);
  if (field == NULL || field->kind == SEL_FIELD_REFERENCE)
    return g_strstrip (g_strdup (cell->text));
  sel_roster_value_read (field, cell, &text, error);
  return text;
}
