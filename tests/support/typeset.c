/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support/typeset.h"

#define LEFT 60
#define TOP 120
#define PAGE_HEIGHT 842

static SelPageText *
set_page (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", 0);
  g_autoptr (GString) letters = g_string_new (NULL);
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (SelRectangle));
  float y = TOP;

  for (guint i = 0; lines[i]; i++, y += 16)
    {
      const char *at = lines[i];
      float x = LEFT;

      if (*at == '_') /* in the margin at the head … */
        y = 30, at++;
      else if (*at == '~') /* … and at the foot of the page */
        y = PAGE_HEIGHT - 40, at++;
      if (*at == '^') /* centred */
        x += 3 * (TYPESET_COLUMNS - g_utf8_strlen (++at, -1));

      for (; *at; at = g_utf8_next_char (at), x += 6)
        {
          const SelRectangle place = { x, y, 6, 12 };

          g_string_append_unichar (letters, g_utf8_get_char (at));
          g_array_append_val (places, place);
        }
      g_string_append_c (letters, '\n');
      g_array_append_vals (places, &(SelRectangle){ 0, 0, 0, 0 }, 1);
      if (y < TOP)
        y = TOP - 16;
    }
  return sel_page_text_new (595, PAGE_HEIGHT, letters->str, (SelRectangle *) places->data);
}

/* @text has a line for each line, and a form feed between two pages. A line may begin with "^",
 * which centres it, after "_" or "~", which put it into the margin at the head or the foot. */
GPtrArray *
typeset_pages (const char *text)
{
  GPtrArray *pages = g_ptr_array_new_with_free_func ((GDestroyNotify) sel_page_text_free);
  g_auto (GStrv) each = g_strsplit (text, "\f", 0);

  for (guint i = 0; each[i]; i++)
    g_ptr_array_add (pages, set_page (each[i]));
  return pages;
}

SelPaper *
typeset_read (const char *text)
{
  g_autoptr (GPtrArray) pages = typeset_pages (text);

  return sel_paper_new (pages);
}

/* What was read, with "|" between lines. */
char *
typeset_dup_lines (const SelPaper *paper)
{
  char *lines = g_strdup (paper->text);

  return g_strdelimit (g_strchomp (lines), "\n", '|');
}
