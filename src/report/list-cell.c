/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/list-cell.h"

#include <stdio.h>

#include <glib/gi18n-lib.h>

#include "domain/agreement-state.h"
#include "domain/region.h"

/* How the list is called, in the user's language. */
const char *
sel_list_label (const SelListQuery *query)
{
  return _ (query->type ? query->type->plural : query->label);
}

/* Whether the list masks a column. */
gboolean
sel_list_has_personal (const SelListQuery *query)
{
  for (guint i = 0; i < query->n_columns; i++)
    if (query->columns[i].sensitivity >= SEL_PERSONAL)
      return TRUE;

  return FALSE;
}

/* The moment that the cell tells, as clocks show it here; NULL for a cell that tells none. */
GDateTime *
sel_list_cell_dup_moment (const SelListColumn *column, const char *text)
{
  g_autoptr (GDateTime) instant =
    column->kind == SEL_COLUMN_INSTANT ? g_date_time_new_from_iso8601 (text, NULL) : NULL;

  return instant ? g_date_time_to_local (instant) : NULL;
}

static const char *
find_label (const SelChoice *choices, const char *code)
{
  for (; choices->code; choices++)
    if (g_str_equal (choices->code, code))
      return sel_choice_label (choices);

  return code;
}

/* What a file says for @text, the stable form of a cell of @column: the words of the list, but
 * dates in ISO 8601 and plain numbers, which other programs read. Free with g_free(). */
char *
sel_list_cell_dup_text (const SelListColumn *column, const char *text, gboolean with_personal)
{
  g_autoptr (GDateTime) moment = NULL;

  if (*text == '\0')
    return g_strdup ("");
  if (column->sensitivity >= SEL_PERSONAL && !with_personal)
    return sel_text_dup_masked (text);

  switch (column->kind)
    {
    case SEL_COLUMN_CHOICE:
    case SEL_COLUMN_STATE:
      return g_strdup (find_label (column->choices, text));
    case SEL_COLUMN_REGION:
      return g_strdup (sel_region_name (text) ? sel_region_name (text) : text);
    case SEL_COLUMN_INSTANT:
      moment = sel_list_cell_dup_moment (column, text);
      return moment ? g_date_time_format_iso8601 (moment) : g_strdup (text);
    case SEL_COLUMN_TEXT:
    case SEL_COLUMN_DATE:
    case SEL_COLUMN_NUMBER:
    default:
      return g_strdup (text);
    }
}

static char *
dup_short_date (const char *text)
{
  g_autoptr (GDateTime) date = NULL;
  int year, month, day;

  if (sscanf (text, "%d-%d-%d", &year, &month, &day) != 3)
    return g_strdup (text);

  date = g_date_time_new_utc (year, month, day, 0, 0, 0);
  /* Translators: a date in a list, short: "11 Oct 2025" */
  return date ? g_date_time_format (date, _ ("%-d %b %Y")) : g_strdup (text);
}

static char *
dup_instant (const char *text)
{
  g_autoptr (GDateTime) instant = g_date_time_new_from_iso8601 (text, NULL);

  return instant ? sel_instant_dup_display (instant) : g_strdup (text);
}

/* What a person reads for @text, on the screen and on paper. Free with g_free(). */
char *
sel_list_cell_dup_display (const SelListColumn *column, const char *text, gboolean with_personal)
{
  if (*text == '\0' || (column->sensitivity >= SEL_PERSONAL && !with_personal))
    return sel_list_cell_dup_text (column, text, with_personal);

  switch (column->kind)
    {
    case SEL_COLUMN_DATE:
      return dup_short_date (text);
    case SEL_COLUMN_INSTANT:
      return dup_instant (text);
    case SEL_COLUMN_NUMBER:
      return sel_number_dup_display (g_ascii_strtod (text, NULL));
    case SEL_COLUMN_STATE:
      return g_strdup_printf ("%s %s", sel_agreement_state_mark (text),
                              find_label (column->choices, text));
    case SEL_COLUMN_TEXT:
    case SEL_COLUMN_CHOICE:
    case SEL_COLUMN_REGION:
    default:
      return sel_list_cell_dup_text (column, text, with_personal);
    }
}
