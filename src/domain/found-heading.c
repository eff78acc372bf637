/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The heading: "PERJANJIAN KERJA SAMA ANTARA … DAN/DENGAN … TENTANG …", mostly in centred lines,
 * with a NOMOR for each party below, or above. */
#include "domain/found-private.h"

#include <string.h>

#define MEMORANDUM                                                             \
  "nota kesepahaman|nota kesepakatan|kesepakatan bersama|kesepahaman bersama|" \
  "memorandum saling pengertian|memorandum kesepahaman|memorandum of understanding"
#define COOPERATION "perjanjian kerja ?sama|perjanjian pelaksanaan|perjanjian kemitraan|" \
                    "cooperation agreement|memorandum of agreement"
#define ADDENDUM "adendum|addendum|amandemen|amendment"
#define WORK_PLAN "rencana kerja|rencana aksi|rencana kegiatan"

#define SEPARATOR "^(?:dan|dengan|serta|and|dan/and|with)$"
#define MAX_TITLE_LINES 12

static const struct
{
  int kind;
  const char *pattern;
} kinds[] = {
  { SEL_AGREEMENT_ADDENDUM, "^(?:" ADDENDUM ")\\b(?: (?:ke-?\\s?[0-9IVX]+|pertama|kedua|ketiga|"
                            "keempat|kelima|[IVX]+)\\b)?" },
  { SEL_AGREEMENT_WORK_PLAN, "^(?:" WORK_PLAN ")\\b" },
  { SEL_AGREEMENT_MEMORANDUM, "^(?:" MEMORANDUM ")\\b" },
  { SEL_AGREEMENT_COOPERATION, "^(?:" COOPERATION ")\\b" },
};

static gboolean
find_alias (SelFinder *self, SelMatch *first)
{
  gboolean is_found = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      SelMatch match;

      if (!sel_paper_find (self->paper, kinds[i].pattern, self->heading, &match) ||
          (is_found && match.whole.start >= first->whole.start))
        continue;
      *first = match;
      self->found->kind = kinds[i].kind;
      is_found = TRUE;
    }
  return is_found;
}

/* "PERJANJIAN KERJA SAMA (MoU)": what calls itself both is not for a program to name. */
static gboolean
is_mixed (SelFinder *self, SelSpan own)
{
  if (self->found->kind == SEL_AGREEMENT_COOPERATION)
    return sel_paper_has (self->paper, "\\b(?:mou|" MEMORANDUM ")\\b", own);
  if (self->found->kind == SEL_AGREEMENT_MEMORANDUM)
    return sel_paper_has (self->paper, "\\b(?:pks|" COOPERATION ")\\b", own);
  return FALSE;
}

static gsize
find_first (SelFinder *self, const char *pattern, SelSpan within)
{
  SelMatch match;

  return sel_paper_find (self->paper, pattern, within, &match) ? match.whole.start
                                                               : within.end;
}

static void
find_kind (SelFinder *self)
{
  SelMatch match;
  SelSpan own;

  if (!find_alias (self, &match))
    return;

  sel_found_text_set_cased (self, &self->found->alias, match.whole);
  own = (SelSpan){ match.whole.start, self->heading.end };
  own.end = find_first (self, "^(?:antara|between|tentang|nomor)\\b", own);
  if (is_mixed (self, own))
    self->found->kind = 0;
}

/* A line of the title, and not what follows it. */
static gboolean
is_title_line (SelFinder *self, guint line)
{
  const SelSpan span = sel_paper_line_span (self->paper, line);

  return span.start < self->heading.end &&
         !sel_paper_has (self->paper,
                         "\\A(?:nomor|no\\b|number|antara$|between$|dengan$|pada |"
                         "[-_=–—. ]+$|tahun [0-9]{4}$|article|concerning$|pasal |" MEMORANDUM
                         "|" COOPERATION ")",
                         span);
}

static void
find_title (SelFinder *self)
{
  SelMatch match;
  SelSpan title;
  guint line;

  if (!sel_paper_find (self->paper,
                       "^(?:tentang|concerning|regarding|on)\\b(?:\\s*/\\s*concerning)?[ :]*",
                       self->heading, &match))
    return;

  title = (SelSpan){ match.whole.end, match.whole.end };
  line = sel_paper_find_line (self->paper, match.whole.start);
  if (sel_paper_line_span (self->paper, line).end <= match.whole.end)
    line++;
  for (guint n = 0; n < MAX_TITLE_LINES && line < self->paper->lines->len; n++, line++)
    {
      if (!is_title_line (self, line))
        break;
      title.end = sel_paper_line_span (self->paper, line).end;
    }

  title = sel_paper_trim (self->paper, title, "\"");
  if (!sel_paper_has (self->paper, "\\.{3}|…|_{3}", title))
    sel_found_text_set_cased (self, &self->found->title, title);
}

static void
add_heading (SelFinder *self, GPtrArray *headings, SelSpan span)
{
  SelFoundText *heading;

  span = sel_paper_trim (self->paper, span, ",;");
  if (sel_span_is_empty (span))
    return;
  heading = g_new0 (SelFoundText, 1);
  sel_found_text_set_cased (self, heading, span);
  g_ptr_array_add (headings, heading);
}

static void
heading_free (gpointer data)
{
  SelFoundText *self = data;

  g_free (self->text);
  g_free (self);
}

/* The parties as the heading names them, parted by lines that say no more than "DAN"; or, in one
 * line, by "DENGAN". */
static GPtrArray *
find_headings (SelFinder *self)
{
  GPtrArray *headings = g_ptr_array_new_with_free_func (heading_free);
  SelSpan all = self->heading;
  SelMatch match;
  gsize start;

  if (!sel_paper_find (self->paper, "^(?:antara|between)\\b\\s*", all, &match))
    return headings;

  all.start = start = match.whole.end;
  all.end = find_first (self, "^(?:tentang|concerning|regarding|nomor|no\\.|number)\\b", all);
  while (sel_paper_find (self->paper, SEPARATOR, (SelSpan){ start, all.end }, &match) ||
         sel_paper_find (self->paper, "\\bdengan\\b", (SelSpan){ start, all.end }, &match))
    {
      add_heading (self, headings, (SelSpan){ start, match.whole.start });
      start = match.whole.end;
    }
  add_heading (self, headings, (SelSpan){ start, all.end });
  return headings;
}

/* Scanned figures: "B-1l04" is B-1104, "2O25" is 2025. */
static void
repair_figures (char *number)
{
  for (gsize i = 1; number[i]; i++)
    {
      const gboolean after = g_ascii_isdigit (number[i - 1]);
      const gboolean before = g_ascii_isdigit (number[i + 1]);

      if (strchr ("l|", number[i]) && (after || before))
        number[i] = '1';
      else if (strchr ("Oo", number[i]) && after && before)
        number[i] = '0';
    }
}

static void
add_number (SelFinder *self, SelSpan span)
{
  SelFoundText *number = g_new0 (SelFoundText, 1);

  span = sel_paper_trim (self->paper, span, ":,;\"");
  if (sel_paper_has (self->paper, "[0-9]", span) &&
      !sel_paper_has (self->paper, "\\.{3}|…|_{2}|\\s{4}|/\\s*/|\\A/", span))
    {
      sel_found_text_set (self->paper, number, span);
      repair_figures (number->text);
    }
  else
    number->span = span;
  g_ptr_array_add (self->found->numbers, number);
}

/* Where a number that is too long for its line ends. */
static gsize
reach_number (SelFinder *self, SelSpan value)
{
  const guint line = sel_paper_find_line (self->paper, value.start) + 1;
  SelSpan next;

  if (line >= self->paper->lines->len)
    return value.end;
  next = sel_paper_line_span (self->paper, line);
  if (next.end > self->heading.end || sel_paper_has (self->paper, "\\s", next))
    return value.end;
  return sel_paper_has (self->paper, "/\\Z", value) ||
             sel_paper_has (self->paper, "\\A/", next)
           ? next.end
           : value.end;
}

/* The numbers of the agreement that an addendum changes are not its own: they stand between "ATAS"
 * and "ANTARA". */
static gboolean
is_of_parent (SelFinder *self, gsize at)
{
  const SelSpan before = { 0, at };
  SelMatch match;
  gsize start;

  if (self->found->kind != SEL_AGREEMENT_ADDENDUM ||
      !sel_paper_find (self->paper, "\\b(?:atas|terhadap)\\b", before, &match))
    return FALSE;
  start = match.whole.end;
  return !sel_paper_has (self->paper, "^(?:antara|tentang)\\b", (SelSpan){ start, at });
}

/* A line may begin with NOMOR, and have another beside it; an address that has one is none. */
static gboolean
is_number_line (SelFinder *self, gsize at)
{
  const guint line = sel_paper_find_line (self->paper, at);

  return sel_paper_has (self->paper, "\\A(?:nomor|number|no\\.)",
                        sel_paper_line_span (self->paper, line));
}

static void
find_numbers (SelFinder *self)
{
  SelSpan rest = self->heading;
  SelMatch match;

  while (sel_paper_find (self->paper,
                         "(?:^|(?<=\\s))(?:nomor|number|no\\.)(?:\\s*/\\s*number)?"
                         "(?: pihak [a-z]+)?[ ]*[:.]*[ ]*((?:(?!\\bnomor\\b)[^\\n])*)",
                         rest, &match))
    {
      SelSpan value = match.groups[0];

      rest.start = MAX (match.whole.end, rest.start + 1);
      if (!is_number_line (self, match.whole.start) || is_of_parent (self, match.whole.start))
        continue;
      value.end = reach_number (self, value);
      add_number (self, value);
      rest.start = MAX (rest.start, value.end);
    }
}

/**
 * sel_finder_find_heading:
 *
 * Returns: (transfer full) (element-type SelFoundText): the parties as it names them
 */
GPtrArray *
sel_finder_find_heading (SelFinder *self)
{
  find_kind (self);
  find_title (self);
  find_numbers (self);
  return find_headings (self);
}
