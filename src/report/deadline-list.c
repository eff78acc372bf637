/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/deadline-list.h"

#include <glib/gi18n-lib.h>

#include "domain/field.h"
#include "domain/relative-date.h"
#include "report/json.h"
#include "report/text-table.h"

/* Where a line has fewer characters, an agreement is told by its number alone. */
#define WIDE 120

/* The columns before this one are never shortened. */
#define WHAT 2

/* That an obligation is due goes without saying. Free with g_free(). */
static char *
dup_what (const SelDeadline *deadline)
{
  const char *label = sel_deadline_kind_label (deadline->kind);

  if (deadline->what == NULL)
    return g_strdup (label);

  return deadline->kind == SEL_DEADLINE_OBLIGATION
           ? g_strdup (deadline->what)
           : g_strdup_printf ("%s: %s", label, deadline->what);
}

static void
add_row (SelTextTable *table, const SelDeadline *deadline, const GDate *today, gboolean is_wide)
{
  g_autofree char *day = sel_date_dup_display (&deadline->day);
  g_autofree char *distance =
    sel_relative_date_dup_distance (g_date_days_between (today, &deadline->day));
  g_autofree char *what = dup_what (deadline);

  sel_text_table_add (table, day);
  sel_text_table_add (table, distance);
  sel_text_table_add (table, what);
  if (is_wide)
    sel_text_table_add (table, deadline->number);
  sel_text_table_add (table,
                      is_wide || !deadline->number ? deadline->title : deadline->number);
  if (is_wide)
    sel_text_table_add (table, deadline->partners);
}

/**
 * sel_deadline_list_append_text:
 * @width: how many characters a line may have; 0 for any number
 *
 * Appends them as a table.
 */
void
sel_deadline_list_append_text (GString *page, GArray *deadlines, const GDate *today, guint width)
{
  const gboolean is_wide = width == 0 || width >= WIDE;
  const guint n_columns = is_wide ? 6 : 4;
  g_autoptr (SelTextTable) table = sel_text_table_new (n_columns, n_columns);

  if (deadlines->len == 0)
    {
      g_string_append_printf (page, "%s\n", _ ("Nothing is due."));
      return;
    }

  sel_text_table_add (table, _ ("Day"));
  /* Translators: "in 41 days", "today" or "3 days ago" stand below it */
  sel_text_table_add (table, _ ("Due"));
  sel_text_table_add (table, _ ("What"));
  if (is_wide)
    sel_text_table_add (table, _ ("Number"));
  sel_text_table_add (table, _ ("Agreement"));
  if (is_wide)
    sel_text_table_add (table, _ ("Partners"));
  for (guint i = 0; i < deadlines->len; i++)
    add_row (table, &g_array_index (deadlines, SelDeadline, i), today, is_wide);

  if (width)
    sel_text_table_fit (table, WHAT, width);
  sel_text_table_append_to (table, page);
}

void
sel_deadline_list_append_json (GString *page, GArray *deadlines, const GDate *today)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_array (builder);
  for (guint i = 0; i < deadlines->len; i++)
    {
      const SelDeadline *deadline = &g_array_index (deadlines, SelDeadline, i);

      json_builder_begin_object (builder);
      sel_json_add_date (builder, "day", &deadline->day);
      sel_json_add_number (builder, "days_left", g_date_days_between (today, &deadline->day));
      sel_json_add_text (builder, "kind", sel_deadline_kind_code (deadline->kind));
      sel_json_add_text (builder, "number", deadline->number);
      sel_json_add_text (builder, "agreement", deadline->title);
      sel_json_add_text (builder, "partners", deadline->partners);
      sel_json_add_text (builder, "what", deadline->what);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  sel_json_append_to (builder, page);
}
