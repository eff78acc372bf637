/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/word-fold.h"

#include <string.h>

#include "domain/word-affix.h"

static gboolean
is_in_word (const char *at)
{
  gunichar character;

  if ((guchar) *at < 0x80) /* nearly all are */
    return g_ascii_isalnum (*at);

  character = g_utf8_get_char (at);
  return g_unichar_isalnum (character) || g_unichar_ismark (character);
}

/* Where a hyphen parts a word at the end of a line, it goes on behind it. */
static const char *
skip_line_end (const char *at)
{
  const char *next = at + 1;

  if (*at != '-' || (*next != '\n' && *next != '\r'))
    return NULL;
  while (*next == '\n' || *next == '\r' || *next == ' ')
    next++;
  return g_ascii_islower (*next) ? next : NULL;
}

/**
 * sel_word_next:
 * @at: (inout): where to look from, in valid UTF-8; is moved behind the word
 * @from: (out): the word …
 * @end: (out): … and its end
 *
 * Returns: %FALSE where there is none any more
 */
gboolean
sel_word_next (const char **at, const char **from, const char **end)
{
  const char *place = *at;

  while (*place && !is_in_word (place))
    place = g_utf8_next_char (place);
  *from = place;

  while (*place)
    {
      const char *next = NULL;

      if (is_in_word (place))
        next = g_utf8_next_char (place);
      else
        next = skip_line_end (place);
      if (next == NULL)
        break;
      place = next;
    }

  *end = *at = place;
  return *from < *end;
}

/* Small letters and figures, without marks. */
static void
set_plain (GString *word, const char *from, const char *end)
{
  gboolean is_plain = TRUE;

  g_string_truncate (word, 0);
  for (const char *at = from; at < end; at++)
    {
      is_plain &= (guchar) *at < 0x80;
      if (g_ascii_isalnum (*at))
        g_string_append_c (word, g_ascii_tolower (*at));
    }
  if (is_plain)
    return;

  {
    g_autofree char *composed = g_utf8_normalize (from, end - from, G_NORMALIZE_ALL);

    g_string_truncate (word, 0);
    for (const char *at = composed; at && *at; at = g_utf8_next_char (at))
      if (g_unichar_isalnum (g_utf8_get_char (at)))
        g_string_append_unichar (word, g_unichar_tolower (g_utf8_get_char (at)));
  }
}

/* Below this no word has an affix. */
#define LEAST_WITH_AFFIX 5

/* Numbers of documents have letters too: 12/PKS/IV. */
static gboolean
is_word_of_letters (const GString *word)
{
  for (gsize i = 0; i < word->len; i++)
    if (!g_ascii_islower (word->str[i]))
      return FALSE;

  return TRUE;
}

/**
 * sel_word_fold:
 * @from: a word as sel_word_next() finds it …
 * @end: … and its end
 * @folded: is set: to the word without its affixes, or to two of them with a space between
 */
void
sel_word_fold (const char *from, const char *end, GString *folded)
{
  set_plain (folded, from, end);
  if (folded->len < LEAST_WITH_AFFIX || !is_word_of_letters (folded))
    return;

  sel_word_strip_affixes (folded);
  sel_word_part_compound (folded);
}

/* Appends the words of @text, each folded, with spaces between them. */
void
sel_word_fold_text (const char *text, GString *folded)
{
  g_autoptr (GString) word = g_string_new (NULL);
  const char *from, *end;

  while (sel_word_next (&text, &from, &end))
    {
      sel_word_fold (from, end, word);
      if (word->len == 0)
        continue;
      if (folded->len)
        g_string_append_c (folded, ' ');
      g_string_append_len (folded, word->str, (gssize) word->len);
    }
}

/* What is left of a word when its prefix came off may be this short while it is being typed. */
#define LEAST_BEGUN 2

static void
add_once (GPtrArray *begun, const char *word)
{
  for (guint i = 0; i < begun->len; i++)
    if (g_str_equal (g_ptr_array_index (begun, i), word))
      return;

  g_ptr_array_add (begun, g_strdup (word));
}

/* Adds @word, and the two words that it may be on its way to: kerjasa- to kerjasama. Where there is
 * so little of the second as in kerjas-, it would be found everywhere: then it is the first
 * alone. */
static void
add_begun (GPtrArray *begun, const char *word)
{
  guint place = 0;
  char *pair;

  add_once (begun, word);
  while ((pair = sel_word_begin_compound (word, &place)))
    {
      char *second = strchr (pair, ' ');

      if (strlen (second + 1) < LEAST_BEGUN)
        *second = '\0';
      add_once (begun, pair);
      g_free (pair);
    }
}

/* pelat- is on its way to pelatihan, though a syllable of latih is missing. */
static void
add_without_prefix (GPtrArray *begun, const char *plain)
{
  g_autoptr (GString) rest = g_string_new (NULL);
  char eaten;
  gsize length = sel_word_measure_prefix (plain, FALSE, &eaten);

  if (length == 0 || sel_word_is_root (plain) || strlen (plain) < length + LEAST_BEGUN)
    return;

  if (eaten)
    g_string_append_c (rest, eaten);
  g_string_append (rest, plain + length);
  add_begun (begun, rest->str);
}

/* perjanjia- is on its way to perjanjian, and folds to more than that does. */
static void
add_without_suffix (GPtrArray *begun, const char *plain)
{
  static const char *const endings[] = { "n", "an" };
  g_autoptr (GString) folded = g_string_new (NULL);

  sel_word_fold (plain, plain + strlen (plain), folded);
  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *whole = g_strconcat (plain, endings[i], NULL);
      g_autoptr (GString) other = g_string_new (NULL);

      sel_word_fold (whole, whole + strlen (whole), other);
      if (other->len >= LEAST_BEGUN && other->len <= folded->len)
        add_begun (begun, other->str);
    }
}

/* Whether no more than a prefix was typed yet, which says nothing of the word. */
gboolean
sel_word_is_affix (const char *from, const char *end)
{
  static const char *const prefixes[] = {
    "be",
    "ber",
    "di",
    "ke",
    "me",
    "mem",
    "men",
    "meng",
    "meny",
    "pe",
    "pem",
    "pen",
    "peng",
    "peny",
    "per",
    "te",
    "ter",
  };
  g_autoptr (GString) plain = g_string_new (NULL);

  set_plain (plain, from, end);
  for (guint i = 0; i < G_N_ELEMENTS (prefixes); i++)
    if (g_str_equal (plain->str, prefixes[i]))
      return TRUE;

  return plain->len == 1;
}

/**
 * sel_word_fold_begun:
 * @from: a word that may go on …
 * @end: … and its end
 * @begun: (element-type utf8): gets what folded words may begin with that begin with this one, the
 *   most likely first; two words with a space between are both meant
 */
void
sel_word_fold_begun (const char *from, const char *end, GPtrArray *begun)
{
  g_autoptr (GString) folded = g_string_new (NULL);
  g_autoptr (GString) plain = g_string_new (NULL);

  sel_word_fold (from, end, folded);
  if (folded->len == 0)
    return;

  add_begun (begun, folded->str);
  set_plain (plain, from, end);
  if (plain->len < LEAST_BEGUN || !is_word_of_letters (plain))
    return;

  add_without_prefix (begun, plain->str);
  add_without_suffix (begun, plain->str);
}
