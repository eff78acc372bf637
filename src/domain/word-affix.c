/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rules of affixes are those that Nazief and Adriani (1996) gave and that Tala (2003) uses
 * without a dictionary: which prefixes and suffixes there are, in what order they come off, which
 * do not go together (a me- has no -an, a pe- or ke- no -kan), and which letter of the root a nasal
 * has eaten (menyelesaikan: selesai). As with Tala, what is left must have two syllables.
 *
 * Left out, because in agreements they take away more from roots than from affixes: the particles
 * -lah, -kah and -pun (masalah, himpun), the possessives -ku and -mu (berlaku), the prefix se-
 * (selesai), infixes, and menge- before one syllable (mengesahkan). There is no dictionary either:
 * where a root looks as if it had an affix, and where a nasal may stand for itself, a short list
 * says so for the words of such texts. */
#include "domain/word-affix.h"

#include <string.h>

#include "domain/word-lists.h"

#define IS_ONE_OF(word, list) is_one_of (word, list, G_N_ELEMENTS (list))

static gboolean
is_one_of (const char *word, const char *const *list, gsize n)
{
  for (gsize i = 0; i < n && *list[i] <= *word; i++)
    if (*word == *list[i] && word[1] == list[i][1] && g_str_equal (word, list[i]))
      return TRUE;

  return FALSE;
}

static gboolean
begins_with_one_of (const char *word, const char *const *list, gsize n)
{
  for (gsize i = 0; i < n; i++)
    if (*word == *list[i] && g_str_has_prefix (word, list[i]))
      return TRUE;

  return FALSE;
}

static int
find_compound (const char *word)
{
  for (guint i = 0; i < G_N_ELEMENTS (compounds) && *compounds[i].joined <= *word; i++)
    if (*word == *compounds[i].joined && word[1] == compounds[i].joined[1] &&
        g_str_equal (word, compounds[i].joined))
      return (int) i;

  return -1;
}

/* Whether nothing comes off. */
gboolean
sel_word_is_root (const char *word)
{
  return IS_ONE_OF (word, roots) || find_compound (word) >= 0;
}

/* g_str_has_prefix() for what begins nearly every word that is looked at here. */
static inline gboolean
begins (const char *word, const char *prefix)
{
  while (*prefix && *word == *prefix)
    {
      word++;
      prefix++;
    }

  return *prefix == '\0';
}

static gboolean
is_vowel (char letter)
{
  return letter != '\0' && strchr ("aeiou", letter) != NULL;
}

static guint
count_syllables (const char *word, gsize length)
{
  guint n = 0;

  for (gsize i = 0; i < length; i++)
    n += is_vowel (word[i]);

  return n;
}

/* Which suffixes go with a word's first prefix. */
typedef enum
{
  SUFFIX_AN = 1 << 0,
  SUFFIX_KAN = 1 << 1,
  SUFFIX_I = 1 << 2,
} Suffixes;

static Suffixes
suffixes_of (const char *word)
{
  if (begins (word, "me") || begins (word, "di") ||
      begins (word, "ter"))
    return SUFFIX_KAN | SUFFIX_I;
  if (begins (word, "ber") && !begins (word, "berke"))
    return SUFFIX_AN | SUFFIX_KAN;
  return SUFFIX_AN;
}

/* What may be left without a suffix: two syllables, and enough of them. */
static gboolean
is_enough (const char *word, gsize length)
{
  return length >= 3 && count_syllables (word, length) >= 2;
}

/* Loan words end in -si (evaluasi); of roots in -s only those of two syllables get an -i
 * (mengawasi, membatasi). */
static gboolean
can_lose_i (const char *word, gsize length)
{
  for (guint i = 0; i < G_N_ELEMENTS (ending_in_i); i++)
    if (g_str_has_suffix (word, ending_in_i[i]))
      return FALSE;
  if (!g_str_has_suffix (word, "si"))
    return TRUE;
  return g_str_has_suffix (word, "asi") && count_syllables (word, length) <= 4;
}

static gboolean
strip_end (GString *word, const char *suffix)
{
  gsize length = strlen (suffix);

  if (word->len <= length || !g_str_has_suffix (word->str, suffix) ||
      !is_enough (word->str, word->len - length))
    return FALSE;

  g_string_truncate (word, word->len - length);
  return TRUE;
}

/* Takes one suffix off. */
static gboolean
strip_suffix (GString *word)
{
  Suffixes suffixes = suffixes_of (word->str);

  if (sel_word_is_root (word->str))
    return FALSE;
  if (suffixes & SUFFIX_KAN && strip_end (word, "kan"))
    return TRUE;
  if (suffixes & SUFFIX_AN && strip_end (word, "an"))
    return TRUE;
  return suffixes & SUFFIX_I && can_lose_i (word->str, word->len) && strip_end (word, "i");
}

/* What stands between me- or pe- and the root: how long it is, and which letter it has eaten; 0 for
 * nothing. @rest is what comes after those two letters. */
static gsize
measure_nasal (const char *rest, char *eaten)
{
  *eaten = '\0';
  if (begins (rest, "ny"))
    {
      if (IS_ONE_OF (rest, with_n))
        return 0;
      *eaten = 's';
      return 2;
    }
  if (begins (rest, "ng"))
    {
      if (begins_with_one_of (rest + 2, after_k, G_N_ELEMENTS (after_k)))
        *eaten = 'k';
      return 2;
    }
  if (*rest == 'n' && is_vowel (rest[1]))
    {
      if (begins_with_one_of (rest, with_n, G_N_ELEMENTS (with_n)))
        return 0;
      *eaten = 't';
      return 1;
    }
  if (*rest == 'm' && is_vowel (rest[1]))
    {
      if (begins_with_one_of (rest, with_m, G_N_ELEMENTS (with_m)))
        return 0;
      *eaten = 'p';
      return 1;
    }
  if (*rest == 'n' && rest[1] != '\0' && strchr ("cdjstz", rest[1]))
    return 1;
  if (*rest == 'm' && rest[1] != '\0' && strchr ("bfpv", rest[1]))
    return 1;
  return 0;
}

/* Whether a root follows whose first syllable ends in r, before which ber- and per- lose their own
 * (bekerja, pekerja). */
static gboolean
has_lost_r (const char *rest)
{
  return *rest != '\0' && !is_vowel (*rest) && *rest != 'r' && rest[1] == 'e' && rest[2] == 'r' &&
         !is_vowel (rest[3]);
}

/* How long the first prefix of @word is, which may be ke- if @can_be_ke, and which letter it has
 * eaten; 0 without one. */
gsize
sel_word_measure_prefix (const char *word, gboolean can_be_ke, char *eaten)
{
  gsize nasal;

  *eaten = '\0';
  if (begins (word, "di"))
    return 2;
  if (begins (word, "ke"))
    return can_be_ke ? 2 : 0;
  if (begins (word, "belajar") || begins (word, "pelajar"))
    return 3;
  if (begins (word, "ber") || begins (word, "per") ||
      begins (word, "ter"))
    return 3;
  if ((begins (word, "be") || begins (word, "pe")) && has_lost_r (word + 2))
    return 2;
  if (!begins (word, "me") && !begins (word, "pe"))
    return 0;

  if ((nasal = measure_nasal (word + 2, eaten)))
    return 2 + nasal;
  if (word[2] == '\0' || strchr ("lrwymn", word[2]) == NULL)
    return 0;
  return is_vowel (word[3]) || word[2] == 'n' ? 2 : 0;
}

/* Takes one prefix off. */
static gboolean
strip_prefix (GString *word, gboolean can_be_ke)
{
  char eaten;
  gsize length;

  if (sel_word_is_root (word->str))
    return FALSE;

  length = sel_word_measure_prefix (word->str, can_be_ke, &eaten);
  if (length == 0 || !is_enough (word->str + length, word->len - length))
    return FALSE;

  g_string_erase (word, 0, (gssize) length);
  if (eaten)
    g_string_prepend_c (word, eaten);
  return TRUE;
}

/* The most that come off are those of memper- and diberke-. */
#define MOST_PREFIXES 3

void
sel_word_strip_affixes (GString *word)
{
  gboolean has_suffix, can_be_ke;

  if (word->len > 5)
    strip_end (word, "nya");
  has_suffix = strip_suffix (word);

  /* ke- goes with -an, and stands first, or behind ber-, di- and me- (berkewajiban). */
  can_be_ke = has_suffix;
  for (guint i = 0; i < MOST_PREFIXES; i++)
    {
      gboolean was_ke = begins (word->str, "ke");

      if (!strip_prefix (word, can_be_ke))
        break;
      can_be_ke = has_suffix && !was_ke;
    }
}

/* Parts kerjasama into kerja and sama. */
void
sel_word_part_compound (GString *word)
{
  int i = find_compound (word->str);

  if (i >= 0)
    g_string_insert_c (word, (gssize) compounds[i].first, ' ');
}

/* Whether two folded words are what one may be written as. */
gboolean
sel_word_is_compound (const char *first, const char *second)
{
  g_autofree char *joined = g_strconcat (first, second, NULL);
  int i = find_compound (joined);

  return i >= 0 && strlen (first) == compounds[i].first;
}

/**
 * sel_word_begin_compound:
 * @word: as it begins, without its prefix
 * @begun: (inout): asked for the first pair with 0; is moved on
 *
 * Returns: (transfer full) (nullable): the first of two words that it may be on its way to, a
 *   space, and as much of the second as is there
 */
char *
sel_word_begin_compound (const char *word, guint *begun)
{
  gsize length = strlen (word);

  for (guint i = *begun; i < G_N_ELEMENTS (compounds); i++)
    if (length > compounds[i].first && begins (compounds[i].joined, word))
      {
        *begun = i + 1;
        return g_strdup_printf ("%.*s %s", (int) compounds[i].first, word,
                                word + compounds[i].first);
      }

  return NULL;
}
