/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/past-imports.h"

#include <glib/gi18n-lib.h>

#include "report/csv.h"
#include "report/json.h"
#include "report/text-table.h"

/* The columns, in order. What is counted stands last, where it lines up on the right. */
enum
{
  NUMBER,
  IMPORTED_AT,
  SENDER,
  FILE_NAME,
  BY,
  UNDONE_AT,
  SEQUENCE,
  N_NEW,
  N_CHANGED,
  N_SAME,
  N_REFUSED,
  N_COLUMNS,
};

static const struct
{
  const char *name; /* in JSON and CSV */
  const char *label;
} columns[N_COLUMNS] = {
  [NUMBER] = { "import", N_ ("Number") },
  [IMPORTED_AT] = { "imported_at", N_ ("Imported") },
  [SENDER] = { "sender_name", N_ ("Sender") },
  [FILE_NAME] = { "file", N_ ("File") },
  [BY] = { "actor", N_ ("By") },
  [UNDONE_AT] = { "undone_at", N_ ("Taken back") },
  [SEQUENCE] = { "sequence", N_ ("Sequence") },
  [N_NEW] = { "new", N_ ("New") },
  [N_CHANGED] = { "changed", N_ ("Changed") },
  [N_SAME] = { "same", N_ ("Same") },
  [N_REFUSED] = { "refused", N_ ("Refused") },
};

/* The text of a cell, which is lent; NULL for a number. */
static const char *
get_text (const SelPastImport *past, guint column)
{
  switch (column)
    {
    case IMPORTED_AT:
      return past->imported_at;
    case SENDER:
      return past->sender_name;
    case FILE_NAME:
      return past->file;
    case BY:
      return past->actor;
    case UNDONE_AT:
      return past->undone_at;
    default:
      return NULL;
    }
}

static const char *
get_text_or_empty (const SelPastImport *past, guint column)
{
  const char *text = get_text (past, column);

  return text ? text : "";
}

/* A table that came in has no number among its sender's files. */
static gboolean
is_number (const SelPastImport *past, guint column)
{
  return column == NUMBER || column > SEQUENCE || (column == SEQUENCE && past->sequence);
}

static gint64
get_number (const SelPastImport *past, guint column)
{
  switch (column)
    {
    case NUMBER:
      return past->id;
    case SEQUENCE:
      return past->sequence;
    case N_NEW:
      return past->n_new;
    case N_CHANGED:
      return past->n_changed;
    case N_SAME:
      return past->n_same;
    case N_REFUSED:
    default:
      return past->n_refused;
    }
}

static char *
dup_moment (const char *text)
{
  g_autoptr (GDateTime) moment = text ? g_date_time_new_from_iso8601 (text, NULL) : NULL;

  return moment ? sel_instant_dup_display (moment) : g_strdup (text);
}

/* For a person, in the user's language. */
void
sel_past_imports_append_text (GString *page, const GPtrArray *imports)
{
  g_autoptr (SelTextTable) table = sel_text_table_new (N_COLUMNS, SEQUENCE);

  if (imports->len == 0)
    {
      g_string_append_printf (page, "%s\n", _ ("No exchange file came in yet"));
      return;
    }

  for (guint column = 0; column < N_COLUMNS; column++)
    sel_text_table_add (table, _ (columns[column].label));
  for (guint i = 0; i < imports->len; i++)
    for (guint column = 0; column < N_COLUMNS; column++)
      {
        const SelPastImport *past = imports->pdata[i];

        if (is_number (past, column))
          sel_text_table_add_number (table, get_number (past, column));
        else if (column == IMPORTED_AT || column == UNDONE_AT)
          {
            g_autofree char *moment = dup_moment (get_text (past, column));

            sel_text_table_add (table, moment);
          }
        else
          sel_text_table_add (table, get_text (past, column));
      }
  sel_text_table_append_to (table, page);
}

/* For other programs. */
void
sel_past_imports_append_json (GString *page, const GPtrArray *imports)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "imports");
  json_builder_begin_array (builder);
  for (guint i = 0; i < imports->len; i++)
    {
      json_builder_begin_object (builder);
      for (guint column = 0; column < N_COLUMNS; column++)
        if (is_number (imports->pdata[i], column))
          sel_json_add_number (builder, columns[column].name,
                               get_number (imports->pdata[i], column));
        else
          sel_json_add_text (builder, columns[column].name, get_text (imports->pdata[i], column));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  sel_json_append_to (builder, page);
}

/* For spreadsheets. */
void
sel_past_imports_append_csv (GString *page, const GPtrArray *imports)
{
  const char *cells[N_COLUMNS];

  for (guint column = 0; column < N_COLUMNS; column++)
    cells[column] = columns[column].name;
  sel_csv_append_row (page, cells, N_COLUMNS);

  for (guint i = 0; i < imports->len; i++)
    {
      char *numbers[N_COLUMNS] = { NULL };

      for (guint column = 0; column < N_COLUMNS; column++)
        {
          numbers[column] = is_number (imports->pdata[i], column)
                              ? g_strdup_printf ("%" G_GINT64_FORMAT,
                                                 get_number (imports->pdata[i], column))
                              : g_strdup (get_text_or_empty (imports->pdata[i], column));
          cells[column] = numbers[column];
        }
      sel_csv_append_row (page, cells, N_COLUMNS);
      for (guint column = 0; column < N_COLUMNS; column++)
        g_free (numbers[column]);
    }
}
