/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/deadline-list.h"

#include <glib/gi18n-lib.h>

#include "domain/field.h"
#include "report/json.h"
#include "report/text-table.h"

#define N_COLUMNS 6

void
sel_deadline_list_append_text (GString *page, GArray *deadlines, const GDate *today)
{
  g_autoptr (SelTextTable) table = sel_text_table_new (N_COLUMNS, N_COLUMNS - 1);

  if (deadlines->len == 0)
    {
      g_string_append_printf (page, "%s\n", _ ("Nothing is due."));
      return;
    }

  sel_text_table_add (table, _ ("Day"));
  sel_text_table_add (table, _ ("What"));
  sel_text_table_add (table, _ ("Number"));
  sel_text_table_add (table, _ ("Agreement"));
  sel_text_table_add (table, _ ("Partners"));
  /* Translators: how many days are left; less than none when it has passed */
  sel_text_table_add (table, _ ("Days left"));
  for (guint i = 0; i < deadlines->len; i++)
    {
      const SelDeadline *deadline = &g_array_index (deadlines, SelDeadline, i);
      g_autofree char *day = sel_date_dup_display (&deadline->day);
      const char *label = sel_deadline_kind_label (deadline->kind);
      g_autofree char *what =
        deadline->what ? g_strdup_printf ("%s: %s", label, deadline->what) : g_strdup (label);

      sel_text_table_add (table, day);
      sel_text_table_add (table, what);
      sel_text_table_add (table, deadline->number ? deadline->number : "");
      sel_text_table_add (table, deadline->title);
      sel_text_table_add (table, deadline->partners ? deadline->partners : "");
      sel_text_table_add_number (table, g_date_days_between (today, &deadline->day));
    }
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
