/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/list-heading.h"

#include <glib/gi18n-lib.h>

#include "store/title.h"

static char *
dup_filter_value (SelConnection *connection, const SelListFilter *filter, const char *value)
{
  if (filter->choices)
    for (const SelChoice *choice = filter->choices; choice->code; choice++)
      if (g_str_equal (choice->code, value))
        return g_strdup (sel_choice_label (choice));

  return filter->refers_to
           ? sel_title_dup (connection, filter->refers_to, g_ascii_strtoll (value, NULL, 10), NULL)
           : g_strdup (value);
}

/* "State: Expired · “pelatihan”"; NULL where all rows are let through. Free with g_free(). */
char *
sel_list_narrowed_dup (const SelListQuery *query,
                       const SelListRequest *request,
                       SelConnection *connection)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < query->n_filters; i++)
    if (request->filters[i])
      {
        const SelListFilter *filter = &query->filters[i];
        g_autofree char *value = dup_filter_value (connection, filter, request->filters[i]);

        g_string_append_printf (text, "%s%s: %s", text->len ? " · " : "", _ (filter->label),
                                value ? value : "");
      }
  if (request->search && *request->search)
    {
      g_autofree char *search = sel_list_query_dup_shown_search (query, request);

      g_string_append_printf (text, "%s“%s”", text->len ? " · " : "", search);
    }

  return text->len ? g_strdup (text->str) : NULL;
}

/* How many rows are shown, and of how many; free with g_free(). */
char *
sel_list_count_dup (guint n, gint64 total, gboolean is_narrowed)
{
  g_autofree char *shown = sel_number_dup_display (n);
  g_autofree char *all = sel_number_dup_display ((double) total);

  if (is_narrowed)
    /* Translators: "152 of 3,481": rows that are shown, and all that there are */
    return g_strdup_printf (_ ("%s of %s"), shown, all);
  return g_strdup_printf (ngettext ("%s record", "%s records", (gulong) total), all);
}

/* Begins @paper with what stands above the list on each of its pages; @office and @narrowed may be
 * NULL. */
void
sel_list_heading_put (SelPrintout *paper,
                      const char *title,
                      const char *office,
                      const GDate *today,
                      const char *narrowed,
                      const char *count)
{
  g_autofree char *day = sel_date_dup_display (today);
  /* Translators: the day on which a list is printed */
  g_autofree char *as_of = g_strdup_printf (_ ("As of %s"), day);
  const gboolean has_office = office && *office;
  g_autofree char *left = g_markup_printf_escaped ("%s%s%s%s%s", has_office ? office : "",
                                                   has_office ? " · " : "", as_of,
                                                   narrowed ? "\n" : "", narrowed ? narrowed : "");
  g_autofree char *right = g_markup_escape_text (count, -1);

  sel_printout_begin (paper, title, left, right);
}
