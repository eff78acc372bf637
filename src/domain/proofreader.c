/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/proofreader.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "domain/paper-pattern.h"
#include "domain/term.h"
#include "domain/word-numbers.h"

#define ORDINAL "pihak (kesatu|pertama|kedua|ketiga|keempat|kelima|keenam|ketujuh|kedelapan)\\b"

void
sel_remark_free (SelRemark *self)
{
  g_free (self->message);
  g_free (self);
}

/* Takes @message. */
void
sel_proofreader_add (GPtrArray *remarks, SelRemarkKind kind, SelSpan span, char *message)
{
  SelRemark *remark = g_new0 (SelRemark, 1);

  remark->kind = kind;
  remark->span = span;
  remark->message = message;
  g_ptr_array_add (remarks, remark);
}

static char *
dup_day (const GDate *date, const char *format)
{
  char text[64];

  return g_strdup (g_date_strftime (text, sizeof text, format, date) ? text : "");
}

static void
check_weekday (const SelPaper *paper, const SelPrintedDate *printed, GPtrArray *remarks)
{
  g_autofree char *said = NULL;
  g_autofree char *day = NULL;
  g_autofree char *weekday = NULL;
  GDate date;

  if (!sel_printed_date_get (printed, &date) || printed->weekday == G_DATE_BAD_WEEKDAY ||
      printed->weekday == g_date_get_weekday (&date))
    return;

  said = sel_paper_dup_text (paper, printed->weekday_span);
  day = dup_day (&date, "%x");
  weekday = dup_day (&date, "%A");
  sel_proofreader_add (
    remarks, SEL_REMARK_WEEKDAY, printed->weekday_span,
    /* Translators: “Rabu” is not the weekday of 10/06/2021, which is a Thursday. */
    g_strdup_printf (_ ("“%s” is not the weekday of %s, which is a %s."), said, day, weekday));
}

static void
check_date (const SelPaper *paper, const SelPrintedDate *printed, GPtrArray *remarks)
{
  g_autofree char *text = NULL;
  GDate date;

  check_weekday (paper, printed, remarks);
  if (sel_printed_date_get (printed, &date))
    return;

  text = sel_paper_dup_text (paper, printed->is_impossible ? printed->span
                                    : sel_span_is_empty (printed->figures_span)
                                      ? printed->contradiction
                                      : printed->figures_span);
  sel_proofreader_add (
    remarks, SEL_REMARK_DATE, printed->span,
    printed->is_impossible
      ? g_strdup_printf (_ ("“%s” is in no calendar."), text)
      : g_strdup_printf (_ ("The date in words is not the one in figures: “%s”."), text));
}

static void
check_dates (const SelPaper *paper, GPtrArray *remarks)
{
  SelSpan rest = { 0, paper->length };
  SelPrintedDate printed;

  while (sel_printed_date_find (paper, rest, &printed))
    {
      check_date (paper, &printed, remarks);
      rest.start = MAX (printed.span.end, rest.start + 1);
    }
}

/* Whether the words in brackets are a number, but for its unit: "satu juta rupiah". */
static gboolean
read_words (const SelPaper *paper, SelSpan span, guint *number)
{
  const char *text = paper->text + span.start;
  const gsize length = span.end - span.start;
  gsize taken;

  if (!sel_word_numbers_read (text, length, number, &taken))
    return FALSE;
  if (taken == length)
    return TRUE;
  return !sel_paper_has (paper, "\\b(?:koma|setengah|per)\\b|[0-9]",
                         (SelSpan){ span.start + taken, span.end }) &&
         sel_paper_has (paper, "\\A\\s*[a-z]*\\s*\\Z",
                        (SelSpan){ span.start + taken, span.end });
}

/* Whether a date, or part of a decimal: "1,5 (satu koma lima)". */
static gboolean
is_part_of_number (const SelPaper *paper, gsize start)
{
  if (start > 1 && g_ascii_strncasecmp (paper->text + start - 2, "rp", 2) == 0)
    return FALSE;
  return start > 0 && (g_ascii_isalnum (paper->text[start - 1]) ||
                       strchr (",./-", paper->text[start - 1]));
}

static gboolean
is_in_date (const SelPaper *paper, SelSpan span)
{
  return sel_paper_has (paper, "\\A[^)]*\\)[\\s,]*(?:bulan\\s+)?(?:januari|februari|maret|april|"
                               "mei|"
                               "juni|"
                               "juli|agustus|september|oktober|november|desember)\\b",
                        span) ||
         sel_paper_has (paper, "\\btahun\\s+\\Z",
                        (SelSpan){ span.start > 8 ? span.start - 8 : 0, span.start });
}

static void
check_numbers (const SelPaper *paper, GPtrArray *remarks)
{
  SelSpan rest = { 0, paper->length };
  SelMatch match;

  while (sel_paper_find (paper,
                         "([0-9]{1,3}(?:\\.[0-9]{3})+|[0-9]+)(?:,00|,-)?\\s?\\(([a-z\\s]+)\\)",
                         rest, &match))
    {
      const SelSpan figures = match.groups[0];
      guint in_figures, in_words;
      gsize taken;

      rest.start = match.whole.end;
      if (!is_part_of_number (paper, figures.start) &&
          read_words (paper, match.groups[1], &in_words) &&
          sel_word_numbers_read_figures (paper->text + figures.start, figures.end - figures.start,
                                         &in_figures, &taken) &&
          in_figures != in_words &&
          !is_in_date (paper, (SelSpan){ figures.start, paper->length }))
        {
          g_autofree char *text = sel_paper_dup_text (paper, match.whole);

          sel_proofreader_add (
            remarks, SEL_REMARK_NUMBER, match.whole,
            g_strdup_printf (_ ("The number in words is not the one in figures: “%s”."), text));
        }
    }
}

/* 1 for PIHAK KESATU and PIHAK PERTAMA; 0 for what is no ordinal. */
static guint
read_ordinal (const char *label)
{
  static const struct
  {
    const char *word;
    guint ordinal;
  } words[] = {
    { "KESATU", 1 },
    { "PERTAMA", 1 },
    { "KEDUA", 2 },
    { "KETIGA", 3 },
    { "KEEMPAT", 4 },
    { "KELIMA", 5 },
    { "KEENAM", 6 },
    { "KETUJUH", 7 },
    { "KEDELAPAN", 8 },
    { "I", 1 },
    { "II", 2 },
    { "III", 3 },
    { "IV", 4 },
    { "V", 5 },
  };
  const char *last = strrchr (label, ' ');

  for (guint i = 0; last && i < G_N_ELEMENTS (words); i++)
    if (g_ascii_strcasecmp (last + 1, words[i].word) == 0)
      return words[i].ordinal;
  return 0;
}

static const SelFoundParty *
party_at (const SelFoundAgreement *found, guint i)
{
  return g_ptr_array_index (found->parties, i);
}

static gboolean
is_label_of_earlier (const SelFoundAgreement *found, guint position)
{
  const char *label = party_at (found, position)->label.text;

  for (guint i = 0; i < position; i++)
    if (g_ascii_strcasecmp (party_at (found, i)->label.text, label) == 0)
      return TRUE;
  return FALSE;
}

static void
check_labels (const SelFoundAgreement *found, GPtrArray *remarks)
{
  for (guint i = 0; i < found->parties->len; i++)
    {
      const SelFoundText *label = &party_at (found, i)->label;
      const guint ordinal = read_ordinal (label->text);

      if (is_label_of_earlier (found, i))
        sel_proofreader_add (remarks, SEL_REMARK_LABEL, label->span,
                             g_strdup_printf (_ ("Two parties are called “%s”."), label->text));
      else if (ordinal && ordinal != i + 1)
        sel_proofreader_add (remarks, SEL_REMARK_LABEL, label->span,
                             /* Translators: “PIHAK KETIGA” is party number 2. */
                             g_strdup_printf (_ ("“%s” is party number %u."), label->text, i + 1));
    }
}

static gboolean
is_label (const SelFoundAgreement *found, const char *text)
{
  for (guint i = 0; i < found->parties->len; i++)
    if (g_ascii_strcasecmp (party_at (found, i)->label.text, text) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
is_capital (const char *text)
{
  for (; *text; text++)
    if (g_ascii_islower (*text))
      return FALSE;
  return TRUE;
}

/* Labels in the text that no party has, each once. Where labels are in capitals, "pihak ketiga" is
 * somebody else. */
static void
check_unknown_parties (const SelPaper *paper, const SelFoundAgreement *found, GPtrArray *remarks)
{
  g_autoptr (GHashTable) said = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  SelSpan rest = { 0, paper->length };
  gboolean in_capitals;
  SelMatch match;

  if (found->parties->len < 2)
    return;

  in_capitals = is_capital (party_at (found, 0)->label.text);
  while (sel_paper_find (paper, "\\b" ORDINAL, rest, &match))
    {
      g_autofree char *label = sel_paper_dup_text (paper, match.whole);
      g_autofree char *key = g_ascii_strup (label, -1);

      rest.start = match.whole.end;
      if (is_label (found, label) || (in_capitals && !is_capital (label)) ||
          !g_hash_table_add (said, g_steal_pointer (&key)))
        continue;
      sel_proofreader_add (remarks, SEL_REMARK_UNKNOWN_PARTY, match.whole,
                           g_strdup_printf (_ ("No party is called “%s”."), label));
    }
}

static SelSpan
get_first_line (const SelPaper *paper, const SelFoundAgreement *found)
{
  if (found->alias.text)
    return found->alias.span;
  return paper->lines->len ? sel_paper_line_span (paper, 0) : (SelSpan){ 0, 0 };
}

static void
check_document_numbers (const SelPaper *paper, const SelFoundAgreement *found, GPtrArray *remarks)
{
  const guint n = found->numbers->len;

  if (found->parties->len == 0)
    return;
  if (n != found->parties->len)
    {
      const SelSpan span = n ? ((SelFoundText *) g_ptr_array_index (found->numbers, n - 1))->span
                             : get_first_line (paper, found);

      sel_proofreader_add (remarks, SEL_REMARK_DOCUMENT_NUMBER, span,
                           g_strdup (n < found->parties->len
                                       ? _ ("Not every party has a document number of its own.")
                                       : _ ("There are more document numbers than parties.")));
      return;
    }

  for (guint i = 0; i < n; i++)
    {
      const SelFoundText *number = g_ptr_array_index (found->numbers, i);

      if (!number->text)
        sel_proofreader_add (remarks, SEL_REMARK_DOCUMENT_NUMBER, number->span,
                             g_strdup_printf (_ ("The document number of %s is not filled in."),
                                              party_at (found, i)->label.text));
    }
}

static void
check_parent (const SelPaper *paper, const SelFoundAgreement *found, GPtrArray *remarks)
{
  const SelArticle *first = found->articles->len ? g_ptr_array_index (found->articles, 0) : NULL;
  const SelSpan all = { found->alias.span.end, first ? first->body.end : paper->length };

  if (found->parents->len)
    return;
  if (found->kind == SEL_AGREEMENT_ADDENDUM)
    sel_proofreader_add (remarks, SEL_REMARK_PARENT, get_first_line (paper, found),
                         g_strdup (_ ("The agreement that it changes is not cited by its "
                                      "number.")));
  else if ((found->kind == SEL_AGREEMENT_COOPERATION || found->kind == SEL_AGREEMENT_WORK_PLAN) &&
           !sel_paper_has (paper,
                           "\\b(?:nota kesepahaman|nota kesepakatan|kesepakatan bersama|"
                           "memorandum)\\b",
                           all))
    sel_proofreader_add (remarks, SEL_REMARK_PARENT, get_first_line (paper, found),
                         g_strdup (_ ("No umbrella agreement is cited.")));
}

static const SelArticle *
find_term_article (const SelPaper *paper, const SelFoundAgreement *found)
{
  for (guint i = 0; i < found->articles->len; i++)
    {
      const SelArticle *article = g_ptr_array_index (found->articles, i);

      if (sel_paper_has (paper, "\\b(?:jangka waktu|masa berlaku|duration)\\b", article->heading))
        return article;
    }
  return NULL;
}

/* The day before the term comes round again, or that day itself, which many papers say. */
static gboolean
fits_term (const SelFoundAgreement *found)
{
  GDate end;

  sel_term_end (&found->starts_on.date, found->term_months.number, &end);
  if (g_date_compare (&end, &found->ends_on.date) == 0)
    return TRUE;
  g_date_add_days (&end, 1);
  return g_date_compare (&end, &found->ends_on.date) == 0;
}

static void
check_term (const SelPaper *paper, const SelFoundAgreement *found, GPtrArray *remarks)
{
  const SelArticle *article = find_term_article (paper, found);

  if (found->kind == SEL_AGREEMENT_ADDENDUM || found->articles->len == 0)
    return;

  if (found->term_months.number == 0 && !g_date_valid (&found->ends_on.date) &&
      sel_span_is_empty (found->open_ended))
    sel_proofreader_add (remarks, SEL_REMARK_TERM,
                         article ? article->heading : get_first_line (paper, found),
                         g_strdup (_ ("It is not said how long it is in force.")));
  else if (found->term_months.number && g_date_valid (&found->starts_on.date) &&
           g_date_valid (&found->ends_on.date) && !fits_term (found))
    sel_proofreader_add (remarks, SEL_REMARK_TERM, found->ends_on.span,
                         g_strdup (_ ("The last day does not fit the first day and the term.")));
}

static int
compare_places (gconstpointer a, gconstpointer b)
{
  const SelRemark *first = *(SelRemark *const *) a;
  const SelRemark *second = *(SelRemark *const *) b;

  return (first->span.start > second->span.start) - (first->span.start < second->span.start);
}

/**
 * sel_proofreader_read:
 *
 * Returns: (transfer full) (element-type SelRemark): what there is to ask, in the order of the
 *   page; nothing about a document without text
 */
GPtrArray *
sel_proofreader_read (const SelPaper *paper, const SelFoundAgreement *found)
{
  GPtrArray *remarks = g_ptr_array_new_with_free_func ((GDestroyNotify) sel_remark_free);

  if (paper->length == 0)
    return remarks;

  check_dates (paper, remarks);
  check_numbers (paper, remarks);
  check_labels (found, remarks);
  check_unknown_parties (paper, found, remarks);
  check_document_numbers (paper, found, remarks);
  check_parent (paper, found, remarks);
  check_term (paper, found, remarks);
  sel_proofreader_check_articles (paper, found, remarks);
  sel_proofreader_check_names (paper, found, remarks);
  g_ptr_array_sort (remarks, compare_places);
  return remarks;
}
