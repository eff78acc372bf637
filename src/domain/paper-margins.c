/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/paper-margins.h"

#include <string.h>

/* How much of a page from its top, and from its bottom, may be its head and foot. */
#define MARGIN 0.13f

/* Lines that repeat are at one height, to so many points. */
#define HEIGHT_STEP 10.0f

#define PAGE_NUMBER                                               \
  "^[-–—|( ]*(?:(?:hal(?:aman)?|hlm|page)\\b[. :]*)?\\d{1,4}" \
  "(?:\\s*(?:dari|of|/)\\s*\\d{1,4})?(?:\\s*\\|\\s*(?:halaman|page))?[-–—|) ]*$"

static gboolean
is_in_margin (const SelPageText *page, const SelPageLine *line)
{
  const float middle = line->place.y + line->place.height / 2;

  return middle < MARGIN * page->height || middle > (1 - MARGIN) * page->height;
}

/* What lines that repeat have in common: their letters, with "#" for the number of the page, which
 * is told from others by growing with it. A heading is not at home there. */
static char *
dup_key (const SelPageLine *line, guint page)
{
  g_autoptr (GString) key = g_string_new (NULL);
  const char *at = line->text->str;

  if (g_ascii_strncasecmp (at, "pasal", 5) == 0)
    return NULL;

  g_string_printf (key, "%d ", (int) (line->place.y / HEIGHT_STEP + 0.5f));
  while (*at)
    if (g_ascii_isdigit (*at))
      {
        char *end;
        const gint64 number = g_ascii_strtoll (at, &end, 10);

        if (end - at <= 4)
          g_string_append_printf (key, "#%d", (int) number - (int) page);
        else
          g_string_append_len (key, at, end - at);
        at = end;
      }
    else
      g_string_append_c (key, g_ascii_tolower (*at++));
  return g_strdup (key->str);
}

/* The same with its numbers as they are, for those that do not grow: "Nomor 12 Tahun 2025". */
static char *
dup_fixed_key (const SelPageLine *line)
{
  g_autofree char *lower = g_ascii_strdown (line->text->str, -1);

  return g_strdup_printf ("%d =%s", (int) (line->place.y / HEIGHT_STEP + 0.5f), lower);
}

static void
count (GHashTable *seen, char *key)
{
  if (key)
    g_hash_table_insert (seen, key,
                         GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (seen, key)) + 1));
}

static gboolean
has_repeated (GHashTable *seen, const char *key, guint n_pages)
{
  const guint least = MAX (2, n_pages / 4);

  return key && GPOINTER_TO_UINT (g_hash_table_lookup (seen, key)) >= least;
}

typedef void (*EachFunc) (SelPageLine *line, guint page, gpointer user_data);

static void
for_each_margin_line (GPtrArray *pages,
                      GPtrArray *lines_of_pages,
                      EachFunc func,
                      gpointer user_data)
{
  for (guint i = 0; i < pages->len; i++)
    {
      GPtrArray *lines = g_ptr_array_index (lines_of_pages, i);

      for (guint j = 0; j < lines->len; j++)
        if (is_in_margin (g_ptr_array_index (pages, i), g_ptr_array_index (lines, j)))
          func (g_ptr_array_index (lines, j), i, user_data);
    }
}

static void
count_line (SelPageLine *line, guint page, gpointer seen)
{
  count (seen, dup_key (line, page));
  count (seen, dup_fixed_key (line));
}

typedef struct
{
  GHashTable *seen;
  GRegex *number;
  guint n_pages;
} Marking;

static void
mark_line (SelPageLine *line, guint page, gpointer user_data)
{
  Marking *marking = user_data;
  g_autofree char *key = dup_key (line, page);
  g_autofree char *fixed = dup_fixed_key (line);

  line->is_margin = g_regex_match (marking->number, line->text->str, 0, NULL) ||
                    has_repeated (marking->seen, key, marking->n_pages) ||
                    (key && has_repeated (marking->seen, fixed, marking->n_pages));
}

/**
 * sel_paper_mark_margins:
 * @pages: (element-type SelPageText)
 * @lines_of_pages: the lines of each page
 *
 * Marks the numbers of pages, and what stands at one height at the head or the foot of several.
 */
void
sel_paper_mark_margins (GPtrArray *pages, GPtrArray *lines_of_pages)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GRegex) number = g_regex_new (PAGE_NUMBER, G_REGEX_CASELESS, 0, NULL);
  Marking marking = { seen, number, pages->len };

  for_each_margin_line (pages, lines_of_pages, count_line, seen);
  for_each_margin_line (pages, lines_of_pages, mark_line, &marking);
}
