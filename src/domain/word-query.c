/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/word-query.h"

#include <string.h>

#include "domain/word-affix.h"
#include "domain/word-fold.h"

/* More words than these are not looked at, nor longer ones: nobody types them. */
#define MOST_TERMS 12
#define MOST_BYTES 60

/* What one letter begins is too much to be looked for, unless it is all of a number. */
static gboolean
says_something (const char *word)
{
  return strlen (word) > 1 || g_ascii_isdigit (*word);
}

static void
add_term (GPtrArray *query, GPtrArray *words, const char *from, const char *end)
{
  SelWordTerm *term = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GString) folded = g_string_new (NULL);

  if (end - from <= MOST_BYTES)
    {
      sel_word_fold (from, end, folded);
      sel_word_fold_begun (from, end, term);
    }
  if (term->len == 0 || !says_something (folded->str))
    {
      g_ptr_array_unref (term);
      return;
    }

  g_ptr_array_add (query, term);
  g_ptr_array_add (words, g_strdup (folded->str));
}

/* Where two words are typed that are known as a pair, they are meant side by side. */
static void
join_compounds (GPtrArray *query, GPtrArray *words)
{
  for (guint i = 0; i + 1 < query->len; i++)
    {
      const char *first = g_ptr_array_index (words, i);
      const char *second = g_ptr_array_index (words, i + 1);

      if (sel_word_is_compound (first, second))
        {
          SelWordTerm *term = g_ptr_array_new_with_free_func (g_free);

          g_ptr_array_add (term, g_strconcat (first, " ", second, NULL));
          g_ptr_array_unref (g_ptr_array_index (query, i));
          g_ptr_array_index (query, i) = term;
          g_ptr_array_unref (g_ptr_array_remove_index (query, i + 1));
          g_ptr_array_remove_index (words, i + 1);
        }
    }
}

/**
 * sel_word_query_new:
 *
 * Returns: (transfer full) (element-type SelWordTerm): all of which must be there; empty where
 *   nothing was typed that can be looked for
 */
GPtrArray *
sel_word_query_new (const char *typed)
{
  GPtrArray *query = g_ptr_array_new ();
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  const char *from, *end;

  while (query->len < MOST_TERMS && sel_word_next (&typed, &from, &end))
    if (query->len == 0 || *end != '\0' || !sel_word_is_affix (from, end))
      add_term (query, words, from, end);
  join_compounds (query, words);
  g_ptr_array_set_free_func (query, (GDestroyNotify) g_ptr_array_unref);
  return query;
}

/* Whether the word @folded, before which @before stands, is what @begun says. */
static gboolean
is_meant (const char *begun, const char *before, const char *folded)
{
  const char *second = strchr (begun, ' ');
  const char *own = strchr (folded, ' ');

  if (second == NULL)
    return g_str_has_prefix (folded, begun) || (own && g_str_has_prefix (own + 1, begun));
  if (own)
    return g_str_has_prefix (folded, begun);
  return strlen (before) == (gsize) (second - begun) &&
         strncmp (before, begun, (gsize) (second - begun)) == 0 &&
         g_str_has_prefix (folded, second + 1);
}

static int
find_term (GPtrArray *query, const char *before, const char *folded, gboolean *is_pair)
{
  for (guint i = 0; i < query->len; i++)
    {
      SelWordTerm *term = g_ptr_array_index (query, i);

      for (guint j = 0; j < term->len; j++)
        {
          const char *begun = g_ptr_array_index (term, j);

          if (is_meant (begun, before, folded))
            {
              *is_pair = strchr (begun, ' ') && !strchr (folded, ' ');
              return (int) i;
            }
        }
    }

  return -1;
}

/**
 * sel_word_query_find:
 * @text: as it was written
 *
 * Returns: (transfer full): a #SelWordPlace for each word of @text that is meant, in their order;
 *   two that are meant as a pair are one place
 */
GArray *
sel_word_query_find (GPtrArray *query, const char *text)
{
  GArray *places = g_array_new (FALSE, FALSE, sizeof (SelWordPlace));
  g_autoptr (GString) before = g_string_new (NULL);
  g_autoptr (GString) folded = g_string_new (NULL);
  const char *at = text;
  const char *from, *end;
  gsize before_from = 0;

  while (sel_word_next (&at, &from, &end))
    {
      gboolean is_pair;
      int term;

      sel_word_fold (from, end, folded);
      term = find_term (query, before->str, folded->str, &is_pair);
      if (term >= 0)
        {
          SelWordPlace place = { (gsize) (from - text), (gsize) (end - text), (guint) term };

          if (is_pair)
            place.from = before_from;
          g_array_append_val (places, place);
        }
      before_from = (gsize) (from - text);
      g_string_assign (before, folded->str);
    }

  return places;
}

/* Whether all of @query is in @folded: words that are folded already, each with a space before. */
gboolean
sel_word_query_is_in (GPtrArray *query, const char *folded)
{
  for (guint i = 0; i < query->len; i++)
    {
      SelWordTerm *term = g_ptr_array_index (query, i);
      gboolean is_found = FALSE;

      for (guint j = 0; j < term->len && !is_found; j++)
        {
          char begun[2 * MOST_BYTES + 4] = " ";

          g_strlcpy (begun + 1, g_ptr_array_index (term, j), sizeof begun - 1);
          is_found = strstr (folded, begun) != NULL;
        }
      if (!is_found)
        return FALSE;
    }

  return TRUE;
}

/* How many different terms stand in the places from @first that end within @length bytes. */
static guint
count_terms (const GArray *places, guint first, gsize length)
{
  const SelWordPlace *begin = &g_array_index (places, SelWordPlace, first);
  guint32 seen = 0;
  guint n = 0;

  for (guint i = first; i < places->len; i++)
    {
      const SelWordPlace *place = &g_array_index (places, SelWordPlace, i);

      if (place->end > begin->from + length)
        break;
      n += seen & 1u << place->term ? 0 : 1;
      seen |= 1u << place->term;
    }

  return n;
}

/* The first place from which most of what was asked for stands within @length bytes. */
static guint
choose_place (const GArray *places, gsize length)
{
  guint best = 0;
  guint most = 0;

  for (guint i = 0; i < places->len; i++)
    {
      guint n = count_terms (places, i, length);

      if (n > most)
        {
          most = n;
          best = i;
        }
    }

  return best;
}

static const char *
move_back (const char *text, const char *at, guint n_characters)
{
  const char *word = at;

  while (at > text && n_characters > 0)
    {
      at = g_utf8_prev_char (at);
      n_characters--;
      if (g_unichar_isspace (g_utf8_get_char (at)))
        word = g_utf8_next_char (at);
    }

  return at == text ? text : word;
}

static const char *
move_on (const char *at, guint n_characters)
{
  const char *word = at;

  while (*at && n_characters > 0)
    {
      if (g_unichar_isspace (g_utf8_get_char (at)))
        word = at;
      at = g_utf8_next_char (at);
      n_characters--;
    }

  return *at == '\0' ? at : word;
}

/* Appends what stands from @from to @end, with one space where there are more, or ends of lines. */
static void
append_words (GString *words, const char *from, const char *end)
{
  gboolean was_space = words->len == 0 || words->str[words->len - 1] == ' ';

  for (const char *at = from; at < end; at = g_utf8_next_char (at))
    {
      gunichar character = g_utf8_get_char (at);
      gboolean is_space = g_unichar_isspace (character) || g_unichar_iscntrl (character);

      if (!is_space)
        g_string_append_unichar (words, character);
      else if (!was_space)
        g_string_append_c (words, ' ');
      was_space = is_space;
    }
}

/* Likewise, as markup. */
static void
append_plain (GString *markup, const char *from, const char *end)
{
  /* What stands last in it says whether a space is wanted first. */
  gboolean was_space = markup->len == 0 || markup->str[markup->len - 1] == ' ';
  g_autoptr (GString) words = g_string_new (was_space ? NULL : "x");
  g_autofree char *escaped = NULL;

  append_words (words, from, end);
  escaped = g_markup_escape_text (words->str + (was_space ? 0 : 1), -1);
  g_string_append (markup, escaped);
}

static gboolean
is_space_between (const char *from, const char *end)
{
  for (; from < end; from = g_utf8_next_char (from))
    if (!g_unichar_isspace (g_utf8_get_char (from)))
      return FALSE;

  return TRUE;
}

/* Where the words end that stand side by side from @first on, none twice; and how many terms they
 * are. */
static guint
measure_run (const GArray *places, guint first, const char *text, guint *n_terms)
{
  guint32 seen = 0;
  guint i;

  *n_terms = 0;
  for (i = first; i < places->len; i++)
    {
      const SelWordPlace *place = &g_array_index (places, SelWordPlace, i);

      if (seen >> place->term & 1 ||
          (i > first && !is_space_between (text + (place - 1)->end, text + place->from)))
        break;
      ++*n_terms;
      seen |= 1u << place->term;
    }

  return i;
}

/**
 * sel_word_places_dup_words:
 * @places: of sel_word_query_find() in @text
 *
 * Returns: (transfer full): what was asked for as it is written where most of it stands side by
 *   side, for a search that knows no folds; "" for nothing
 */
char *
sel_word_places_dup_words (const GArray *places, const char *text)
{
  GString *words = g_string_new (NULL);
  guint first = 0, end = 0, most = 0;

  for (guint i = 0; i < places->len; i++)
    {
      guint n_terms;
      guint run_end = measure_run (places, i, text, &n_terms);

      if (n_terms > most)
        {
          most = n_terms;
          first = i;
          end = run_end;
        }
    }

  if (most)
    append_words (words, text + g_array_index (places, SelWordPlace, first).from,
                  text + g_array_index (places, SelWordPlace, end - 1).end);
  return g_string_free (words, FALSE);
}

/**
 * sel_word_places_dup_snippet:
 * @places: of sel_word_query_find() in @text
 * @n_characters: how long it may be, about
 *
 * Returns: (transfer full): the part of @text that has most of what was asked for, as markup for
 *   Pango, with that in bold
 */
char *
sel_word_places_dup_snippet (const GArray *places, const char *text, guint n_characters)
{
  GString *markup = g_string_new (NULL);
  const char *from = text, *end, *at;
  guint first = 0;

  if (places->len)
    {
      first = choose_place (places, n_characters / 2);
      from = move_back (text, text + g_array_index (places, SelWordPlace, first).from,
                        n_characters / 4);
    }
  end = move_on (from, n_characters);
  at = from;

  if (from > text)
    g_string_append (markup, "… ");
  for (guint i = 0; i < places->len; i++)
    {
      const SelWordPlace *place = &g_array_index (places, SelWordPlace, i);

      if (text + place->from < at)
        continue;
      if (text + place->end > end)
        break;
      append_plain (markup, at, text + place->from);
      g_string_append (markup, "<b>");
      append_plain (markup, text + place->from, text + place->end);
      g_string_append (markup, "</b>");
      at = text + place->end;
    }
  append_plain (markup, at, end);
  if (*end)
    g_string_append (markup, " …");
  return g_string_free (markup, FALSE);
}
