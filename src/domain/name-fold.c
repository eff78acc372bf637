/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/name-fold.h"

#include <string.h>

/* Titles before a name. Those of study and office that come after it stand behind a comma (EYD V,
 * decree 0424/I/BS.00.01/2022 of the Language Agency, on the comma), or have a full stop inside, as
 * S.Pd.; H. and Hj. are who has been on the hajj. */
static const char *const titles[] = {
  "h",
  "hj",
  "kh",
  "drs",
  "dra",
  "dr",
  "drg",
  "ir",
  "prof",
  "ust",
  "ustadz",
  "ustadzah",
  NULL,
};

/* How Muhammad is written in front of another name, in registers and on identity cards; the letters
 * are folded by then, so that Mochammad is mohamad. */
static const char *const muhammads[] = {
  "muhamad",
  "mohamad",
  "muhamed",
  "mohamed",
  "moh",
  "muh",
  "mohd",
  "muhd",
  "mhd",
  "md",
  "m",
  NULL,
};

/* Spelling changed twice: oe became u in 1947 (Ejaan Republik, Soewandi's decree 264/Bhg.A), and tj,
 * dj, j, nj, sj and ch became c, j, y, ny, sy and kh in 1972 (Ejaan yang Disempurnakan, Keppres
 * 57/1972); names were left to their bearers, so both live. As an old j is a new y and a new j an
 * old dj, all three are one here. Achmad, Akhmad and Ahmad are one name: kh and ch are h. */
static const struct
{
  char first;
  char second; /* 0 for none */
  char folded;
} spellings[] = {
  { 'o', 'e', 'u' },
  { 'd', 'j', 'y' },
  { 't', 'j', 'c' },
  { 'c', 'h', 'h' },
  { 'k', 'h', 'h' },
  { 'j', 0, 'y' },
};

static gboolean
is_letter (char character)
{
  return g_ascii_isalnum (character) || (guchar) character >= 0x80;
}

/* Appends the letters of a word from @from to @end, each once where it is doubled: Sitti is Siti. */
static void
append_letters (const char *from, const char *end, GString *folded)
{
  gsize start = folded->len;

  while (from < end)
    {
      char letter = *from;
      gsize length = 1;

      for (guint i = 0; i < G_N_ELEMENTS (spellings); i++)
        if (*from == spellings[i].first &&
            (spellings[i].second == 0 || from[1] == spellings[i].second))
          {
            letter = spellings[i].folded;
            length = spellings[i].second ? 2 : 1;
            break;
          }

      if (folded->len == start || folded->str[folded->len - 1] != letter || g_ascii_isdigit (letter))
        g_string_append_c (folded, letter);
      from += length;
    }
}

/* Whether the word, at whose end @end is, goes on behind a full stop, as S.Pd does. */
static gboolean
has_stop_inside (const char *end)
{
  return *end == '.' && is_letter (end[1]);
}

static gboolean
is_title (const char *from, const char *end)
{
  gsize length = (gsize) (end - from);

  for (guint i = 0; titles[i]; i++)
    if (strlen (titles[i]) == length && strncmp (titles[i], from, length) == 0)
      return TRUE;

  return FALSE;
}

static void
append_word (const char *from, const char *end, GString *folded)
{
  gsize start = folded->len;

  append_letters (from, end, folded);
  if (start == 0 && g_strv_contains (muhammads, folded->str))
    g_string_assign (folded, "muhamad");
}

static void
fold_lower (const char *name, GString *folded)
{
  const char *at = name;

  while (*at && *at != ',')
    {
      const char *from;
      gboolean is_abbreviated = FALSE;

      /* An apostrophe is no letter and parts no word: Ma'ruf is Maruf. */
      if (!is_letter (*at))
        {
          at++;
          continue;
        }

      from = at;
      while (is_letter (*at))
        at++;
      while (has_stop_inside (at))
        {
          is_abbreviated = TRUE;
          for (at++; is_letter (*at); at++)
            ;
        }

      if (!is_abbreviated && !(folded->len == 0 && is_title (from, at)))
        append_word (from, at, folded);
    }
}

/* Small letters, without the marks on them; a space for all but letters beyond ASCII. */
static char *
dup_plain (const char *name)
{
  g_autofree char *lower = g_utf8_casefold (name, -1);
  char *plain = g_utf8_normalize (lower, -1, G_NORMALIZE_ALL);
  char *to = plain;
  const char *next;

  for (const char *at = plain; plain && *at; at = next)
    {
      gunichar letter = g_utf8_get_char (at);
      gsize length;

      next = g_utf8_next_char (at); /* before its bytes may be overwritten */
      length = (gsize) (next - at);

      if (g_unichar_ismark (letter))
        continue;
      if (letter >= 0x80 && !g_unichar_isalnum (letter))
        *to++ = ' ';
      else
        {
          memmove (to, at, length);
          to += length;
        }
    }
  if (plain)
    *to = '\0';
  return plain;
}

/**
 * sel_name_fold:
 * @name: a person's, in valid UTF-8
 * @folded: is set; empty when nothing of the name is left
 *
 * What two writings of one name have in common: without titles, spaces, marks and doubled letters,
 * in one spelling. It is for asking a person, never for deciding.
 */
void
sel_name_fold (const char *name, GString *folded)
{
  char small[128];
  gsize length = strlen (name);
  gboolean is_plain = length < sizeof small;

  g_string_truncate (folded, 0);
  for (gsize i = 0; is_plain && i <= length; i++)
    {
      small[i] = g_ascii_tolower (name[i]);
      is_plain = (guchar) name[i] < 0x80;
    }

  if (is_plain) /* nearly all are, and a million names are folded at a time */
    fold_lower (small, folded);
  else
    {
      g_autofree char *plain = dup_plain (name);

      if (plain)
        fold_lower (plain, folded);
    }
}
