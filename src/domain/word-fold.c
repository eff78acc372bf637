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
#include "domain/word-fold.h"

#include <string.h>

#include "domain/word-lists.h"

#define IS_ONE_OF(word, list) is_one_of (word, list, G_N_ELEMENTS (list))

static gboolean
is_one_of (const char *word, const char *const *list, gsize n)
{
  for (gsize i = 0; i < n; i++)
    if (*word == *list[i] && g_str_equal (word, list[i]))
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
  for (guint i = 0; i < G_N_ELEMENTS (compounds); i++)
    if (*word == *compounds[i].joined && g_str_equal (word, compounds[i].joined))
      return (int) i;

  return -1;
}

/* Whether nothing comes off. */
static gboolean
is_root (const char *word)
{
  return IS_ONE_OF (word, roots) || find_compound (word) >= 0;
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
  if (g_str_has_prefix (word, "me") || g_str_has_prefix (word, "di") ||
      g_str_has_prefix (word, "ter"))
    return SUFFIX_KAN | SUFFIX_I;
  if (g_str_has_prefix (word, "ber") && !g_str_has_prefix (word, "berke"))
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

  if (is_root (word->str))
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
  if (g_str_has_prefix (rest, "ny"))
    {
      if (IS_ONE_OF (rest, with_n))
        return 0;
      *eaten = 's';
      return 2;
    }
  if (g_str_has_prefix (rest, "ng"))
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
static gsize
measure_prefix (const char *word, gboolean can_be_ke, char *eaten)
{
  gsize nasal;

  *eaten = '\0';
  if (g_str_has_prefix (word, "di"))
    return 2;
  if (g_str_has_prefix (word, "ke"))
    return can_be_ke ? 2 : 0;
  if (g_str_has_prefix (word, "belajar") || g_str_has_prefix (word, "pelajar"))
    return 3;
  if (g_str_has_prefix (word, "ber") || g_str_has_prefix (word, "per") ||
      g_str_has_prefix (word, "ter"))
    return 3;
  if ((g_str_has_prefix (word, "be") || g_str_has_prefix (word, "pe")) && has_lost_r (word + 2))
    return 2;
  if (!g_str_has_prefix (word, "me") && !g_str_has_prefix (word, "pe"))
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

  if (is_root (word->str))
    return FALSE;

  length = measure_prefix (word->str, can_be_ke, &eaten);
  if (length == 0 || !is_enough (word->str + length, word->len - length))
    return FALSE;

  g_string_erase (word, 0, (gssize) length);
  if (eaten)
    g_string_prepend_c (word, eaten);
  return TRUE;
}

/* The most that come off are those of memper- and diberke-. */
#define MOST_PREFIXES 3

static void
strip_affixes (GString *word)
{
  gboolean has_suffix, can_be_ke;

  if (word->len > 5)
    strip_end (word, "nya");
  has_suffix = strip_suffix (word);

  /* ke- goes with -an, and stands first, or behind ber-, di- and me- (berkewajiban). */
  can_be_ke = has_suffix;
  for (guint i = 0; i < MOST_PREFIXES; i++)
    {
      gboolean was_ke = g_str_has_prefix (word->str, "ke");

      if (!strip_prefix (word, can_be_ke))
        break;
      can_be_ke = has_suffix && !was_ke;
    }
}

/* Parts kerjasama into kerja and sama. */
static void
part_compound (GString *word)
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

static gboolean
is_in_word (gunichar character)
{
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

  while (*place && !is_in_word (g_utf8_get_char (place)))
    place = g_utf8_next_char (place);
  *from = place;

  while (*place)
    {
      const char *next = NULL;

      if (is_in_word (g_utf8_get_char (place)))
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

  strip_affixes (folded);
  part_compound (folded);
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

static void
add_once (GPtrArray *begun, const char *word)
{
  for (guint i = 0; i < begun->len; i++)
    if (g_str_equal (g_ptr_array_index (begun, i), word))
      return;

  g_ptr_array_add (begun, g_strdup (word));
}

/* Adds @word, and the two words that it may be on its way to: kerjas- to kerjasama. */
static void
add_begun (GPtrArray *begun, const char *word)
{
  gsize length = strlen (word);

  add_once (begun, word);
  for (guint i = 0; i < G_N_ELEMENTS (compounds); i++)
    if (length > compounds[i].first && g_str_has_prefix (compounds[i].joined, word))
      {
        g_autofree char *first = g_strndup (word, compounds[i].first);
        g_autofree char *parted = g_strconcat (first, " ", word + compounds[i].first, NULL);

        add_once (begun, parted);
      }
}

/* What is left of a word when its prefix came off may be this short while it is being typed. */
#define LEAST_BEGUN 3

/* pelat- is on its way to pelatihan, though a syllable of latih is missing. */
static void
add_without_prefix (GPtrArray *begun, const char *plain)
{
  g_autoptr (GString) rest = g_string_new (NULL);
  char eaten;
  gsize length = measure_prefix (plain, FALSE, &eaten);

  if (length == 0 || is_root (plain) || strlen (plain) < length + LEAST_BEGUN)
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
