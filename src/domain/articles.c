/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/articles.h"

#include <string.h>

#include "domain/paper-pattern.h"
#include "domain/word-numbers.h"

#define MAX_TITLE_LINES 4

#define NUMBER "([0-9lIOoSs|]{1,3}[A-Z]?|[IVXLC]{1,7})"
#define HEADING \
  "^pasal[\\s.:]*" NUMBER "(?![0-9A-Za-z/])(?:\\s*/\\s*article [0-9IVX]+)?[\\s.:]*(.*)$"
#define ENGLISH_HEADING "^article[\\s.:]*" NUMBER "(?![0-9A-Za-z/])[\\s.:]*(.*)$"

/* What a sentence goes on with behind "Pasal 3", and no title begins with. */
#define GOES_ON                                                                           \
  "\\A(?:ayat|huruf|angka|dan|atau|sampai|s\\.d|jo|juncto|tentang|undang|peraturan|nota|" \
  "perjanjian|keputusan|adendum|kesepakatan|di atas|tersebut|ini|paragraph|of|and)\\b"

/* How a line ends whose sentence goes on with "Pasal 3". */
#define LEADS_ON                                                                                \
  "(?:[,(]|\\b(?:dalam|pada|dan|dengan|dari|sampai|ketentuan|menurut|sesuai|oleh|atau|atas|di|" \
  "berdasarkan|ke|sebagaimana|dimaksud|melaksanakan|terhadap|antara|tersebut|bahwa|the|in|of|"  \
  "untuk|mengubah|kecuali))\\Z"

typedef struct
{
  guint line;
  SelSpan number;
  SelSpan rest; /* of the line */
  guint arabic; /* how the number can be read; 0 where it cannot */
  guint roman;
  char suffix;
  gboolean stands_alone; /* centred, or with a title in capitals: it can be nothing else */
} Candidate;

void
sel_article_free (SelArticle *self)
{
  g_free (self->number);
  g_free (self->title);
  g_free (self);
}

static guint
read_roman (const char *text, gsize length)
{
  static const struct
  {
    char letter;
    guint value;
  } letters[] = { { 'I', 1 }, { 'V', 5 }, { 'X', 10 }, { 'L', 50 }, { 'C', 100 } };
  guint sum = 0, last = 0;

  for (gsize i = length; i-- > 0;)
    {
      guint value = 0;

      for (guint j = 0; j < G_N_ELEMENTS (letters); j++)
        if (letters[j].letter == text[i])
          value = letters[j].value;
      if (value == 0)
        return 0;
      if (value < last)
        sum -= value;
      else
        sum += last = value;
    }
  return sum;
}

static void
read_number (const SelPaper *paper, Candidate *self)
{
  const char *text = paper->text + self->number.start;
  gsize length = self->number.end - self->number.start;
  gsize taken;

  self->roman = read_roman (text, length);
  if (length > 1 && g_ascii_isdigit (text[0]) && g_ascii_isupper (text[length - 1]) &&
      !strchr ("IOS", text[length - 1]))
    self->suffix = text[--length];
  if (!sel_word_numbers_read_figures (text, length, &self->arabic, &taken) || taken != length)
    self->arabic = length == 1 && strchr ("Ss", text[0]) ? 5 : 0;
}

/* Letters that are capitals, in hundredths of all. */
static guint
count_capitals (const SelPaper *paper, SelSpan span)
{
  guint n_letters = 0, n_capitals = 0;

  for (gsize i = span.start; i < span.end; i++)
    if (g_ascii_isalpha (paper->text[i]))
      {
        n_letters++;
        n_capitals += g_ascii_isupper (paper->text[i]);
      }
  return n_letters ? 100 * n_capitals / n_letters : 0;
}

static gboolean
is_in_capitals (const SelPaper *paper, SelSpan span)
{
  return count_capitals (paper, span) >= 75;
}

/* Whether what stands behind the number of an article can be its title. */
static gboolean
is_title (const SelPaper *paper, SelSpan rest, gboolean is_centred)
{
  if (sel_paper_has (paper, GOES_ON, rest) && !is_in_capitals (paper, rest))
    return FALSE;
  if (sel_paper_has (paper, "\\.{4}|…|[,;:]\\Z|\\s[0-9]+\\Z", rest))
    return FALSE; /* of a list of contents, or of a sentence */
  return is_in_capitals (paper, rest) ||
         (is_centred && !sel_paper_has (paper, "\\.\\Z", rest)) ||
         sel_paper_has (paper, "\\A[-–—(]", rest);
}

static gboolean
leads_on (const SelPaper *paper, guint line)
{
  return line > 0 &&
         sel_paper_has (paper, LEADS_ON, sel_paper_line_span (paper, line - 1));
}

static gboolean
read_candidate (const SelPaper *paper, guint line, const char *pattern, Candidate *self)
{
  const SelSpan span = sel_paper_line_span (paper, line);
  const gboolean is_centred = sel_paper_line_is_centred (paper, line);
  SelMatch match;
  gboolean is_bare;

  if (!sel_paper_find (paper, pattern, span, &match))
    return FALSE;

  *self = (Candidate){ .line = line, .number = match.groups[0], .rest = match.groups[1] };
  self->rest = sel_paper_trim (paper, self->rest, "");
  read_number (paper, self);
  if (self->arabic == 0 && self->roman == 0)
    return FALSE;

  is_bare = sel_span_is_empty (self->rest);
  if (!is_bare && !is_title (paper, self->rest, is_centred))
    return FALSE;
  if (leads_on (paper, line) && !(is_centred && is_bare))
    return FALSE;
  if (is_bare && paper->text[span.end - 1] == '.' && leads_on (paper, line))
    return FALSE;

  self->stands_alone = (is_bare && is_centred) || is_in_capitals (paper, self->rest);
  return TRUE;
}

static GArray *
find_candidates (const SelPaper *paper, const char *pattern)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (Candidate));

  for (guint i = 0; i < paper->lines->len; i++)
    {
      Candidate candidate;

      if (read_candidate (paper, i, pattern, &candidate))
        g_array_append_val (found, candidate);
    }
  return found;
}

/* Whether the document counts its articles in Roman numerals. "I" and "II" alone say nothing. */
static gboolean
is_roman (GArray *candidates)
{
  guint n_roman = 0, n_arabic = 0;

  for (guint i = 0; i < candidates->len; i++)
    {
      const Candidate *one = &g_array_index (candidates, Candidate, i);

      n_roman += one->roman && !one->arabic;
      n_arabic += one->arabic && !one->roman;
    }
  if (n_roman || n_arabic || candidates->len == 0)
    return n_roman > n_arabic;
  return g_array_index (candidates, Candidate, 0).roman == 1;
}

/* An addendum counts its own in Roman numerals and quotes those that it changes. */
static gboolean
begins_roman (const SelPaper *paper, GArray *candidates)
{
  const Candidate *first = candidates->len ? &g_array_index (candidates, Candidate, 0) : NULL;
  const Candidate *later = NULL;

  if (!first || first->roman != 1 || paper->text[first->number.start] != 'I')
    return FALSE;

  for (guint i = 1; i < candidates->len; i++)
    {
      const Candidate *one = &g_array_index (candidates, Candidate, i);

      if (one->roman == 2 && paper->text[one->number.start] == 'I')
        later = one;
      if (one->arabic == 2 && g_ascii_isdigit (paper->text[one->number.start]))
        return FALSE; /* "Pasal I" was a scanned "Pasal 1" */
    }
  return later != NULL;
}

static gboolean
is_title_line (const SelPaper *paper, guint line, gboolean must_be_centred)
{
  const SelSpan span = sel_paper_line_span (paper, line);
  const gboolean is_centred = sel_paper_line_is_centred (paper, line);

  if (sel_paper_has (paper, "^(?:\\(?[0-9a-z]{1,3}[.)]|pasal\\b|bab\\b|lampiran\\b|article\\b)",
                     span))
    return FALSE;
  if (count_capitals (paper, span) == 0 || sel_paper_has (paper, "[.;:]\\Z", span))
    return FALSE;
  return is_in_capitals (paper, span) ? is_centred || !must_be_centred
                                      : is_centred && span.end - span.start < 90 &&
                                          g_ascii_isupper (paper->text[span.start]);
}

/* The lines below the heading that are its title. The first says how the others look. */
static SelSpan
find_title_below (const SelPaper *paper, guint line)
{
  const guint first = line + 1;
  SelSpan title = { 0, 0 };

  for (guint i = first; i < paper->lines->len && i < first + MAX_TITLE_LINES; i++)
    {
      const SelSpan span = sel_paper_line_span (paper, i);

      if (!is_title_line (paper, i, i > first))
        break;
      if (i > first && is_in_capitals (paper, span) != is_in_capitals (paper, title))
        break;
      if (i == first)
        title = span;
      title.end = span.end;
      if (!is_in_capitals (paper, span))
        break; /* a short line of small letters may be the begin of the text */
    }
  return title;
}

/* "BAB II": what stands below is its title, and no article's. */
static gboolean
is_chapter (const SelPaper *paper, guint line)
{
  return line < paper->lines->len &&
         sel_paper_has (paper, "\\A(?:bab|chapter) [IVXLC0-9]+\\b",
                        sel_paper_line_span (paper, line));
}

static SelSpan
find_title_above (const SelPaper *paper, guint line, gsize least)
{
  SelSpan title = { 0, 0 };

  if (line == 0)
    return title;
  title = sel_paper_line_span (paper, line - 1);
  if (title.start < least || !is_in_capitals (paper, title) ||
      !is_title_line (paper, line - 1, TRUE) || is_chapter (paper, line - 2))
    return (SelSpan){ 0, 0 };
  return title;
}

static char *
dup_number (const SelPaper *paper, const Candidate *self, gboolean roman, guint *value)
{
  const guint length = (guint) (self->number.end - self->number.start);

  *value = roman ? self->roman : self->arabic;
  if (roman)
    return g_strndup (paper->text + self->number.start, length);
  return self->suffix ? g_strdup_printf ("%u%c", self->arabic, self->suffix)
                      : g_strdup_printf ("%u", self->arabic);
}

static SelArticle *
make_article (const SelPaper *paper, const Candidate *candidate, gboolean roman)
{
  SelArticle *self = g_new0 (SelArticle, 1);
  const SelPaperLine *line = &g_array_index (paper->lines, SelPaperLine, candidate->line);
  SelSpan title = sel_paper_trim (paper, candidate->rest, "-–—()\"");

  self->number = dup_number (paper, candidate, roman, &self->value);
  self->heading = sel_paper_line_span (paper, candidate->line);
  self->page = line->page;
  self->place = line->place;
  if (sel_span_is_empty (title))
    title = find_title_below (paper, candidate->line);
  else if (is_in_capitals (paper, title))
    {
      const SelSpan more = find_title_below (paper, candidate->line);

      if (!sel_span_is_empty (more) && is_in_capitals (paper, more))
        title.end = more.end;
    }

  self->title = sel_paper_dup_text (paper, sel_paper_trim (paper, title, "()"));
  self->heading.end = MAX (self->heading.end, title.end);
  return self;
}

/* Titles that stand above "Pasal 1", where none stands below. */
static void
take_titles_above (const SelPaper *paper, GPtrArray *articles)
{
  guint n_untitled = 0, n_above = 0;

  for (guint i = 0; i < articles->len; i++)
    n_untitled += *((SelArticle *) g_ptr_array_index (articles, i))->title == '\0';
  if (2 * n_untitled < articles->len || articles->len == 0)
    return;

  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < articles->len; i++)
      {
        SelArticle *self = g_ptr_array_index (articles, i);
        const SelArticle *before = i ? g_ptr_array_index (articles, i - 1) : NULL;
        const gsize least = before ? before->heading.end : 0;
        const guint line = sel_paper_find_line (paper, self->heading.start);
        const SelSpan title = find_title_above (paper, line, least);

        if (sel_span_is_empty (title))
          continue;
        if (pass == 0)
          n_above++;
        else if (3 * n_above >= 2 * articles->len && *self->title == '\0')
          {
            g_free (self->title);
            self->title = sel_paper_dup_text (paper, title);
            self->heading.start = title.start;
          }
      }
}

/* Where the articles end: at an annex, or the other language. */
static gsize
find_end (const SelPaper *paper, gsize start, gsize end)
{
  for (guint i = sel_paper_find_line (paper, start) + 1; i < paper->lines->len; i++)
    {
      const SelSpan span = sel_paper_line_span (paper, i);

      if (span.start >= end)
        break;
      if (is_in_capitals (paper, span) && sel_paper_has (paper, "\\A(?:lampiran|annex)\\b", span))
        return span.start;
      if (sel_paper_line_is_centred (paper, i) &&
          (is_chapter (paper, i) || sel_paper_has (paper, ENGLISH_HEADING, span)))
        return span.start;
    }
  return end;
}

static void
end_bodies (const SelPaper *paper, GPtrArray *articles)
{
  for (guint i = 0; i < articles->len; i++)
    {
      SelArticle *self = g_ptr_array_index (articles, i);
      const SelArticle *next = i + 1 < articles->len ? g_ptr_array_index (articles, i + 1) : NULL;
      const gsize end = next ? next->heading.start : paper->length;

      self->body = (SelSpan){ self->heading.end, find_end (paper, self->heading.end, end) };
      self->body = sel_paper_trim (paper, self->body, "");
    }
}

/* Whether @candidate is an article of its own, where @last is the number of the one before. */
static gboolean
is_article (const Candidate *candidate, guint value, guint last)
{
  if (value == 0)
    return FALSE;
  return candidate->stands_alone || value == last + 1 || (value == last && candidate->suffix);
}

/* What a scanner made of a number can often be read in several ways: the one that comes next is
 * meant. */
static gboolean
choose_roman (const Candidate *candidate, gboolean roman, guint last)
{
  if (candidate->roman && !candidate->arabic)
    return TRUE;
  if (candidate->arabic && !candidate->roman)
    return FALSE;
  if (candidate->arabic == last + 1)
    return FALSE;
  return roman || candidate->roman == last + 1;
}

static GPtrArray *
find_articles (const SelPaper *paper, const char *pattern)
{
  GPtrArray *articles = g_ptr_array_new_with_free_func ((GDestroyNotify) sel_article_free);
  g_autoptr (GArray) candidates = find_candidates (paper, pattern);
  const gboolean only_roman = begins_roman (paper, candidates);
  const gboolean roman = only_roman || is_roman (candidates);
  guint last = 0;

  for (guint i = 0; i < candidates->len; i++)
    {
      const Candidate *candidate = &g_array_index (candidates, Candidate, i);
      const gboolean as_roman = only_roman || choose_roman (candidate, roman, last);
      const guint value = as_roman ? candidate->roman : candidate->arabic;

      if (only_roman &&
          (!candidate->roman || !g_ascii_isupper (paper->text[candidate->number.start])))
        continue;
      if (!is_article (candidate, value, last))
        continue;
      g_ptr_array_add (articles, make_article (paper, candidate, as_roman));
      last = value;
    }

  take_titles_above (paper, articles);
  end_bodies (paper, articles);
  return articles;
}

/**
 * sel_articles_find:
 *
 * Returns: (transfer full) (element-type SelArticle): the articles in their order; those of an
 *   English text only where there is no other
 */
GPtrArray *
sel_articles_find (const SelPaper *paper)
{
  g_autoptr (GPtrArray) articles = find_articles (paper, HEADING);

  if (articles->len > 0)
    return g_steal_pointer (&articles);
  return find_articles (paper, ENGLISH_HEADING);
}

/**
 * sel_articles_get_at:
 *
 * Returns: (nullable): the article in which a byte of the text stands
 */
const SelArticle *
sel_articles_get_at (GPtrArray *articles, gsize offset)
{
  for (guint i = 0; i < articles->len; i++)
    {
      const SelArticle *self = g_ptr_array_index (articles, i);

      if (offset >= self->heading.start && offset < MAX (self->heading.end, self->body.end))
        return self;
    }
  return NULL;
}

/**
 * sel_articles_get_by_number:
 *
 * Returns: (nullable): the first article of that number
 */
const SelArticle *
sel_articles_get_by_number (GPtrArray *articles, const char *number)
{
  for (guint i = 0; i < articles->len; i++)
    {
      const SelArticle *self = g_ptr_array_index (articles, i);

      if (g_ascii_strcasecmp (self->number, number) == 0)
        return self;
    }
  return NULL;
}
