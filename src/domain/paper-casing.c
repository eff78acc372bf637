/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/found-private.h"

#include <string.h>

/* A line is a sentence, and shows how its words are written, when fewer of its letters are
 * capitals; in hundredths. */
#define SENTENCE_CAPITALS 50u

typedef struct
{
  guint n_capitals; /* as PTKDN, */
  guint n_others;   /* Ptkdn or ptkdn */
} SelWordForms;

/* Small in a title, unless first. */
static const char *const small_words[] = {
  "dan", "di", "ke", "dari", "bagi", "dalam", "untuk", "pada", "oleh", "dengan",
  "atas", "tentang", "yang", "serta", "melalui", "antara", "terhadap", "atau", "sebagai", NULL
};

static gboolean
is_letter (char c)
{
  return g_ascii_isalnum (c) || (guchar) c >= 0x80 || c == '\'';
}

static void
count_word (SelCasing *self, const char *word, gsize length)
{
  g_autofree char *lower = g_ascii_strdown (word, (gssize) length);
  SelWordForms *forms = g_hash_table_lookup (self->words, lower);
  gboolean is_capital = TRUE;

  for (gsize i = 0; i < length; i++)
    is_capital &= !g_ascii_islower (word[i]);
  if (!forms)
    g_hash_table_insert (self->words, g_steal_pointer (&lower), forms = g_new0 (SelWordForms, 1));
  if (is_capital)
    forms->n_capitals++;
  else
    forms->n_others++;
}

static void
count_line (SelCasing *self, const char *line, gsize length)
{
  guint n_letters = 0, n_capitals = 0;

  for (gsize i = 0; i < length; i++)
    {
      n_letters += g_ascii_isalpha (line[i]);
      n_capitals += g_ascii_isupper (line[i]);
    }
  if (n_letters == 0 || 100 * n_capitals / n_letters >= SENTENCE_CAPITALS)
    return;

  for (gsize i = 0; i < length;)
    {
      gsize n = 0;

      while (i + n < length && is_letter (line[i + n]))
        n++;
      if (n > 0)
        count_word (self, line + i, n);
      i += n + 1;
    }
}

SelCasing *
sel_casing_new (const SelPaper *paper)
{
  SelCasing *self = g_new0 (SelCasing, 1);

  self->words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  for (guint i = 0; i < paper->lines->len; i++)
    {
      const SelSpan line = sel_paper_line_span (paper, i);

      count_line (self, paper->text + line.start, line.end - line.start);
    }
  return self;
}

void
sel_casing_free (SelCasing *self)
{
  g_hash_table_unref (self->words);
  g_free (self);
}

/* "BNN", "IIB", "PT": by the text, or because nobody could say it. */
static gboolean
is_abbreviation (const SelCasing *self, const char *lower)
{
  const SelWordForms *forms = g_hash_table_lookup (self->words, lower);

  if (forms)
    return forms->n_capitals > forms->n_others;
  return strlen (lower) > 1 &&
         (!strpbrk (lower, "aeiou") || strspn (lower, "ivxab") == strlen (lower));
}

static gboolean
is_degree (const char *word, gsize length)
{
  static const char *const degrees[] = { "SH", "SE", "MM", "MH", "ST", "MT", "MA", "SKM", "SP",
                                         "MAP", "SIP", "CA", "SIK", "MPH", "MBA", NULL };
  g_autofree char *degree = g_strndup (word, length);

  return g_strv_contains (degrees, degree);
}

/* Small words are written small, but "Dalam Negeri" is a name. */
static gboolean
is_small_word (const char *lower, const char *rest)
{
  return g_strv_contains (small_words, lower) &&
         !(g_str_equal (lower, "dalam") && g_ascii_strncasecmp (rest, " negeri", 7) == 0);
}

/* A word of a title, or of the name of a person where @self is NULL. */
static void
append_word (const SelCasing *self, GString *cased, const char *word, gsize length)
{
  g_autofree char *lower = g_ascii_strdown (word, (gssize) length);
  const gboolean is_first = cased->len == 0;
  const gsize start = cased->len;

  if (self && !is_first && is_small_word (lower, word + length))
    {
      g_string_append (cased, lower);
      return;
    }
  if (self ? is_abbreviation (self, lower) : !strpbrk (lower, "aeiouy") || is_degree (word, length))
    {
      g_string_append_len (cased, word, (gssize) length);
      return;
    }
  g_string_append (cased, lower);
  cased->str[start] = g_ascii_toupper (cased->str[start]);
}

/* A degree or a title has its own letters: "M.Si.", "Dr.". */
static gboolean
has_stop (const char *at, gsize n)
{
  return at[n] == '.' || (n > 0 && at[-1] == '.');
}

static char *
dup_cased (const SelCasing *self, const char *text)
{
  g_autoptr (GString) cased = g_string_new (NULL);

  for (const char *at = text; *at;)
    {
      gsize n = 0;

      while (is_letter (at[n]))
        n++;
      if (n == 0)
        {
          g_string_append_c (cased, *at++);
          continue;
        }
      if (at > text ? has_stop (at, n) : at[n] == '.')
        g_string_append_len (cased, at, (gssize) n);
      else
        append_word (self, cased, at, n);
      at += n;
    }
  return g_strdup (cased->str);
}

static guint
count_capitals (const char *text)
{
  guint n_letters = 0, n_capitals = 0;

  for (const char *at = text; *at; at++)
    {
      n_letters += g_ascii_isalpha (*at);
      n_capitals += g_ascii_isupper (*at);
    }
  return n_letters ? 100 * n_capitals / n_letters : 0;
}

/**
 * sel_casing_dup:
 *
 * Returns: (transfer full): @text as a title is written, if it is in capitals; or as it is
 */
char *
sel_casing_dup (const SelCasing *self, const char *text)
{
  return count_capitals (text) < 60 ? g_strdup (text) : dup_cased (self, text);
}

/**
 * sel_casing_dup_name:
 *
 * Returns: (transfer full): the name of a person, each word of which is in capitals, with small
 *   letters; titles and degrees stay as they are
 */
char *
sel_casing_dup_name (const char *text)
{
  return count_capitals (text) < 60 ? g_strdup (text) : dup_cased (NULL, text);
}
