/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/paper-words.h"

#include <string.h>

#define SOFT_HYPHEN 0xad

/* What dust on a page, or a stamp over it, looks like to a scanner. */
static const char specks[] = "`´·~^¬¦|¨¸";

/* By what a typewriter has for it: words differ in no more than that when they were only typed with
 * another program. */
static const struct
{
  const char *marks;
  char plain;
} alike[] = {
  { "“”„‟«»″", '"' },
  { "‘’‚‛′", '\'' },
  { "‐‑‒–—―−", '-' },
};

static gboolean
is_part_of_word (gunichar c)
{
  return g_unichar_isalnum (c) || g_unichar_ismark (c) || c == SOFT_HYPHEN;
}

static char
find_plain (gunichar c)
{
  for (guint i = 0; i < G_N_ELEMENTS (alike); i++)
    if (g_utf8_strchr (alike[i].marks, -1, c))
      return alike[i].plain;
  return c < 0x80 ? (char) c : '?';
}

/* Goes on after a hyphen or a mark at @at within a word: "masing-masing", "kesepa-" and "katan" in
 * the next line, "1.000,50". */
static const char *
skip_joint (const char *at, const char *end, gunichar last, gboolean *is_broken)
{
  const gboolean is_hyphen = find_plain (g_utf8_get_char (at)) == '-';
  const char *next = g_utf8_next_char (at);
  const char *line = next;

  if (next >= end)
    return NULL;
  if (*at == '.' || *at == ',')
    return g_unichar_isdigit (last) && g_ascii_isdigit (*next) ? next : NULL;
  if (!is_hyphen || !g_unichar_isalpha (last))
    return NULL;
  if (g_unichar_isalpha (g_utf8_get_char (next)))
    return next;

  while (line < end && g_ascii_isspace (*line))
    line++;
  if (line == end || !memchr (next, '\n', (gsize) (line - next)) ||
      !g_unichar_islower (g_utf8_get_char (line)))
    return NULL;
  *is_broken = TRUE;
  return line;
}

static const char *
skip_word (const char *at, const char *end, gboolean *is_broken)
{
  gunichar last = 0;

  while (at < end)
    {
      const gunichar c = g_utf8_get_char (at);
      const char *next = is_part_of_word (c) ? g_utf8_next_char (at)
                         : last              ? skip_joint (at, end, last, is_broken)
                                             : NULL;

      if (next == NULL)
        break;
      last = is_part_of_word (c) ? c : 0;
      at = next;
    }
  return at;
}

/* A row of dots or lines, to be filled in by hand, is one mark however long it is. */
static const char *
skip_mark (const char *at, const char *end)
{
  const gunichar c = g_utf8_get_char (at);
  const char *next = g_utf8_next_char (at);

  if (strchr ("._-", *at) || c == 0x2026)
    while (next < end && g_utf8_get_char (next) == c)
      next = g_utf8_next_char (next);
  return next;
}

/* A number in which a scanner saw letters: "I0" is 10. */
static void
repair_number (char *form)
{
  static const char letters[] = "IlOo";
  static const char figures[] = "1100";

  if (form[strspn (form, "0123456789IlOo.,")] || form[strcspn (form, "0123456789")] == '\0')
    return;
  for (; *form; form++)
    if (strchr (letters, *form))
      *form = figures[strchr (letters, *form) - letters];
}

static char *
dup_form (const SelPaper *paper, gsize start, gsize end)
{
  g_autofree char *text = sel_paper_dup_text (paper, (SelSpan){ start, end });
  g_autoptr (GString) form = NULL;

  if (!g_str_is_ascii (text))
    {
      g_autofree char *normal = g_utf8_normalize (text, -1, G_NORMALIZE_ALL_COMPOSE);

      form = g_string_new (normal);
      g_string_replace (form, "\u00ad", "", 0);
      for (guint i = 0; i < G_N_ELEMENTS (alike); i++)
        for (const char *at = alike[i].marks; *at; at = g_utf8_next_char (at))
          {
            g_autofree char *mark = g_utf8_substring (at, 0, 1);

            g_string_replace (form, mark, (char[2]){ alike[i].plain, '\0' }, 0);
          }
      return g_strdup (form->str);
    }
  repair_number (text);
  return g_steal_pointer (&text);
}

/* A word of which it is not clear yet whether its hyphen is only there for the end of the line. */
typedef struct
{
  guint index;
  char *with, *without;
} Broken;

static void
broken_clear (gpointer data)
{
  Broken *self = data;

  g_free (self->with);
  g_free (self->without);
}

static char *
dup_without_hyphen (const SelPaper *paper, gsize start, gsize end)
{
  const char *newline = memchr (paper->text + start, '\n', end - start);
  const gsize at = (gsize) (newline - paper->text);
  g_autofree char *first = dup_form (paper, start, at);
  g_autofree char *second = dup_form (paper, at, end);

  g_strchomp (first);
  if (g_str_has_suffix (first, "-"))
    first[strlen (first) - 1] = '\0';
  return g_strconcat (first, second, NULL);
}

static guint32
number_form (GHashTable *numbers, const char *form)
{
  gpointer number = g_hash_table_lookup (numbers, form);

  if (number == NULL)
    {
      number = GUINT_TO_POINTER (g_hash_table_size (numbers) + 1);
      g_hash_table_insert (numbers, g_strdup (form), number);
    }
  return GPOINTER_TO_UINT (number);
}

static void
take_mark (GHashTable *numbers, const char *at, const char *end, SelPaperWord *word)
{
  const gunichar c = g_utf8_get_char (at);
  const gboolean is_row = g_utf8_next_char (at) < end;
  g_autofree char *whole = g_strndup (at, (gsize) (end - at));

  word->mark = find_plain (c);
  if (is_row || c == 0x2026)
    word->number = number_form (numbers, "…");
  else if (word->mark != '?')
    word->number = number_form (numbers, (char[2]){ word->mark, '\0' });
  else
    word->number = number_form (numbers, whole);
}

static GArray *
find_words (const SelPaper *paper, GHashTable *numbers, GArray *broken)
{
  GArray *words = g_array_new (FALSE, FALSE, sizeof (SelPaperWord));
  const char *end = paper->text + paper->length;

  for (const char *at = paper->text; at < end;)
    {
      SelPaperWord word = { .start = (gsize) (at - paper->text) };
      const gunichar c = g_utf8_get_char (at);
      gboolean is_broken = FALSE;

      if (g_unichar_isspace (c) || g_unichar_iscntrl (c) || g_utf8_strchr (specks, -1, c))
        {
          at = g_utf8_next_char (at);
          continue;
        }

      at = is_part_of_word (c) ? skip_word (at, end, &is_broken) : skip_mark (at, end);
      word.end = (gsize) (at - paper->text);
      if (is_broken)
        {
          const Broken one = { words->len, dup_form (paper, word.start, word.end),
                               dup_without_hyphen (paper, word.start, word.end) };

          g_array_append_val (broken, one);
        }
      else if (is_part_of_word (c))
        {
          g_autofree char *form = dup_form (paper, word.start, word.end);

          word.number = number_form (numbers, form);
        }
      else
        take_mark (numbers, paper->text + word.start, at, &word);
      g_array_append_val (words, word);
    }
  return words;
}

/* Where either form is a word elsewhere, that is meant. */
static void
number_broken (GHashTable *numbers, GArray *broken, GArray *words)
{
  for (guint i = 0; i < broken->len; i++)
    {
      const Broken *one = &g_array_index (broken, Broken, i);
      const gboolean is_joined = !g_hash_table_contains (numbers, one->with) &&
                                 g_hash_table_contains (numbers, one->without);

      g_array_index (words, SelPaperWord, one->index).number =
        number_form (numbers, is_joined ? one->without : one->with);
    }
}

/**
 * sel_paper_words_find:
 * @words: (out caller-allocates):
 */
void
sel_paper_words_find (const SelPaper *before, const SelPaper *after, SelPaperWords *words)
{
  g_autoptr (GHashTable) numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GArray) broken_before = g_array_new (FALSE, FALSE, sizeof (Broken));
  g_autoptr (GArray) broken_after = g_array_new (FALSE, FALSE, sizeof (Broken));

  g_array_set_clear_func (broken_before, broken_clear);
  g_array_set_clear_func (broken_after, broken_clear);
  words->before = find_words (before, numbers, broken_before);
  words->after = find_words (after, numbers, broken_after);
  number_broken (numbers, broken_before, words->before);
  number_broken (numbers, broken_after, words->after);
}

void
sel_paper_words_clear (SelPaperWords *self)
{
  g_clear_pointer (&self->before, g_array_unref);
  g_clear_pointer (&self->after, g_array_unref);
}
