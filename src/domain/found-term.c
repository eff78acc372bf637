/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The day of signature, which opens the text three ways ("Pada hari ini, Sabtu, tanggal sebelas
 * bulan Oktober tahun dua ribu dua puluh lima (11-10-2025), bertempat di …"), and the term, which
 * has an article of its own. */
#include "domain/found-private.h"

#include "domain/term.h"
#include "domain/word-numbers.h"

/* How far behind its begin an opening says its date, and behind that its place. */
#define OPENING_LENGTH 260
#define PLACE_LENGTH 320

#define PLACE                                                                                    \
  "\\bbertempat di\\s+([^;:]+?)(?=[,.]?\\s+(?:kami|yang|telah|para|masing|dengan|antara|dibuat|" \
  "bersepakat|oleh|maka|telah)\\b|[:;]|\\Z)"

static void
find_place (SelFinder *self, SelSpan within)
{
  SelMatch match;

  if ((sel_paper_find (self->paper, PLACE, within, &match) ||
       sel_paper_find (self->paper,
                       "\\A[\\s,)]*di\\s+([^,;:]{3,60}?)(?=,|\\s+(?:kami|yang|telah)\\b)",
                       within, &match)) &&
      !sel_paper_has (self->paper, "\\.{3}|…|_{2}", match.groups[0]))
    sel_found_text_set_cased (self, &self->found->signed_at,
                              sel_paper_trim (self->paper, match.groups[0], ",."));
}

/* A paper without an opening may say where and when at its end: "… dibuat di Purwokerto pada tanggal
 * 20 Juli 2023". */
static void
find_closing (SelFinder *self)
{
  SelFoundAgreement *found = self->found;
  const SelArticle *last =
    found->articles->len ? g_ptr_array_index (found->articles, found->articles->len - 1) : NULL;
  SelPrintedDate printed;
  SelMatch match;
  SelSpan near;

  if (!last || !sel_paper_find (self->paper,
                                "\\b(?:ditandatangani|dibuat)(?: dan ditandatangani)? di "
                                "([^,;:.]{3,60}?),?\\s+(?:pada )?(?:hari [a-z’']+,? )?tanggal\\s+",
                                last->body, &match))
    return;

  near = (SelSpan){ match.whole.end, MIN (last->body.end, match.whole.end + 110) };
  if (!sel_printed_date_find (self->paper, near, &printed) || printed.span.start != near.start ||
      !sel_printed_date_get (&printed, &found->signed_on.date))
    return;
  found->signed_on.span = printed.span;
  sel_found_text_set_cased (self, &found->signed_at, match.groups[0]);
}

void
sel_finder_find_date (SelFinder *self)
{
  SelFoundAgreement *found = self->found;
  SelSpan within = { self->heading.start, self->opening.end };
  SelMatch match;

  if (!sel_paper_find (self->paper, "^pada (?:hari|tanggal)\\b", within, &match) &&
      !sel_paper_find (self->paper, "\\bpada hari ini\\b", within, &match))
    {
      find_closing (self);
      return;
    }

  within = (SelSpan){ match.whole.start,
                      MIN (within.end, match.whole.start + OPENING_LENGTH) };
  if (sel_paper_find (self->paper, "bertanda ?tangan", within, &match))
    within.end = match.whole.start;
  if (sel_printed_date_find (self->paper, within, &found->opening))
    {
      if (sel_printed_date_get (&found->opening, &found->signed_on.date))
        found->signed_on.span = found->opening.span;
      within.start = found->opening.span.end;
    }
  within.end = MIN (self->opening.end, within.start + PLACE_LENGTH);
  find_place (self, within);
}

/* What SEL_FOUND_COUNT has matched; of "3 (tiga)" both must say the same. */
gboolean
sel_found_count_read (const SelPaper *paper, SelSpan span, guint *count)
{
  const char *text = paper->text + span.start;
  const gsize length = span.end - span.start;
  SelMatch bracket;
  guint again;
  gsize taken;

  if (!sel_word_numbers_read (text, length, count, &taken) &&
      !sel_word_numbers_read_figures (text, length, count, &taken))
    return FALSE;
  if (!sel_paper_find (paper, "\\(\\s*([^)]+?)\\s*\\)", span, &bracket))
    return TRUE;

  text = paper->text + bracket.groups[0].start;
  return (sel_word_numbers_read (text, bracket.groups[0].end - bracket.groups[0].start, &again,
                                 &taken) ||
          sel_word_numbers_read_figures (text, bracket.groups[0].end - bracket.groups[0].start,
                                         &again, &taken)) &&
         again == *count;
}

static void
find_months (SelFinder *self, SelSpan within)
{
  SelFoundNumber *months = &self->found->term_months;
  SelMatch match, more;
  guint count;

  if (!sel_paper_find (self->paper,
                       "\\b(?:selama|jangka waktu|masa berlaku|berlaku)"
                       "(?: (?!paling lambat|sebelum|setiap|dari|sampai|tanggal)[a-z]+){0,6}?\\s+" SEL_FOUND_COUNT
                       "\\s*(tahun|bulan)\\b",
                       within, &match) ||
      !sel_found_count_read (self->paper, match.groups[0], &count))
    return;

  if (g_ascii_tolower (self->paper->text[match.groups[1].start]) == 't')
    count *= 12;
  if (sel_paper_find (self->paper, "\\A(?: dan)?\\s+" SEL_FOUND_COUNT "\\s*bulan\\b",
                      (SelSpan){ match.whole.end, within.end }, &more))
    {
      guint rest;

      if (!sel_found_count_read (self->paper, more.groups[0], &rest))
        return;
      count += rest;
      match.whole.end = more.whole.end;
    }
  if (count < 1 || count > 1200)
    return;
  months->number = count;
  months->span = (SelSpan){ match.groups[0].start, match.whole.end };
}

static gboolean
find_date_after (SelFinder *self, const char *pattern, SelSpan within, SelFoundDate *found)
{
  SelMatch match;
  SelPrintedDate printed;

  while (sel_paper_find (self->paper, pattern, within, &match))
    {
      const SelSpan near = { match.whole.end, MIN (within.end, match.whole.end + 110) };

      within.start = match.whole.end;
      if (!sel_printed_date_find (self->paper, near, &printed) ||
          !sel_paper_has (self->paper,
                          "\\A[\\s,:(]*(?:(?:mulai|sejak|pada|hari|tanggal|dari|berlaku|dengan|ini)"
                          "[\\s,:]*)*\\Z",
                          (SelSpan){ near.start, printed.span.start }) ||
          !sel_printed_date_get (&printed, &found->date))
        continue;
      found->span = printed.span;
      return TRUE;
    }
  return FALSE;
}

/* "sejak tanggal ditandatangani". */
static void
find_start (SelFinder *self, SelSpan within)
{
  SelFoundAgreement *found = self->found;
  SelMatch match;

  if (find_date_after (self, "\\b(?:sejak|terhitung(?: sejak| mulai)?|mulai(?: berlaku)?|dari)\\b",
                       within, &found->starts_on))
    return;
  if (sel_paper_find (self->paper,
                      "\\b(?:sejak|mulai|pada|terhitung)(?: mulai| sejak| pada| tanggal| saat)*"
                      "(?: perjanjian kerja sama ini| nota kesepahaman ini|"
                      " nota kesepakatan ini| kesepakatan bersama ini|"
                      " rencana kerja ini| adendum ini| perjanjian ini)?"
                      " (?:ditanda ?tangani|penandatanganan|di ?tanda ?tangani)",
                      within, &match) &&
      g_date_valid (&found->signed_on.date))
    {
      found->starts_on.date = found->signed_on.date;
      found->starts_on.span = match.whole;
    }
}

static void
find_end (SelFinder *self, SelSpan within)
{
  SelFoundAgreement *found = self->found;

  if (find_date_after (self,
                       "\\b(?:sampai(?: dengan)?|hingga|s\\.?/?d\\.?|berakhir(?: pada)?|"
                       "sampai pada)"
                       "(?: pada)?(?: hari)?(?: tanggal)?\\b",
                       within, &found->ends_on) ||
      found->term_months.number == 0 || !g_date_valid (&found->starts_on.date))
    return;

  sel_term_end (&found->starts_on.date, found->term_months.number, &found->ends_on.date);
  found->ends_on.span = found->term_months.span;
}

#define LATEST                                                              \
  "\\b(?:paling (?:lambat|lama|sedikit)|selambat-? ?lambatnya|"             \
  "sekurang-? ?kurangnya)(?: dalam(?: jangka)? waktu)?\\s+" SEL_FOUND_COUNT \
  "\\s*(bulan|hari)(?: kalender)?\\s+sebelum\\s+[^.;]{0,120}?\\b(?:berakhir|habis)"

/* "dapat diperpanjang … paling lambat 3 (tiga) bulan sebelum … berakhir". Who wants to end it early
 * has a time of his own, which is another. */
static gboolean
find_notice (SelFinder *self, SelSpan within)
{
  g_autoptr (GArray) paragraphs = sel_paragraphs_find (self->paper, within);

  for (guint i = 0; i < paragraphs->len; i++)
    {
      const SelSpan text = g_array_index (paragraphs, SelParagraph, i).text;
      SelFoundNumber *notice;
      SelMatch match;
      guint count;

      if (!sel_paper_find (self->paper, LATEST, text, &match) ||
          !sel_paper_has (self->paper, "perpanjang|perbarui|perbaharui", text) ||
          sel_paper_has (self->paper, "mengakhiri|diakhiri|pengakhiran", text) ||
          !sel_found_count_read (self->paper, match.groups[0], &count) || count < 1)
        continue;

      notice = g_ascii_tolower (self->paper->text[match.groups[1].start]) == 'b'
                 ? &self->found->notice_months
                 : &self->found->notice_days;
      notice->number = count;
      notice->span = match.whole;
      return TRUE;
    }
  return FALSE;
}

/* The first article that is about the term, and of it what says how long and not how it is ended
 * early or made longer. */
static SelSpan
find_term_text (SelFinder *self)
{
  static const char *const titles[] = { "jangka waktu", "masa berlaku", "berlaku",
                                        "duration|term" };

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    for (guint j = 0; j < self->found->articles->len; j++)
      {
        const SelArticle *article = g_ptr_array_index (self->found->articles, j);
        g_autofree char *pattern = g_strdup_printf ("\\b(?:%s)\\b", titles[i]);

        if (sel_paper_has (self->paper, pattern, article->heading))
          return article->body;
      }

  for (guint j = 0; j < self->found->articles->len; j++)
    {
      const SelArticle *article = g_ptr_array_index (self->found->articles, j);

      if (sel_paper_has (self->paper,
                         "\\bberlaku(?: terhitung| sejak| mulai| selama| untuk jangka waktu)\\b",
                         article->body))
        return article->body;
    }
  return (SelSpan){ 0, 0 };
}

/* In an article of its own: "PERPANJANGAN". */
static void
find_notice_elsewhere (SelFinder *self)
{
  for (guint i = 0; i < self->found->articles->len; i++)
    {
      const SelArticle *article = g_ptr_array_index (self->found->articles, i);

      if (sel_paper_has (self->paper, "perpanjang", article->heading) &&
          find_notice (self, article->body))
        return;
    }
}

void
sel_finder_find_term (SelFinder *self)
{
  const SelSpan within = find_term_text (self);
  SelMatch match;

  if (sel_span_is_empty (within))
    {
      find_notice_elsewhere (self);
      return;
    }

  find_months (self, within);
  find_start (self, within);
  find_end (self, within);
  if (!find_notice (self, within))
    find_notice_elsewhere (self);
  if (!g_date_valid (&self->found->ends_on.date) && self->found->term_months.number == 0 &&
      sel_paper_find (
        self->paper,
        "\\b(?:jangka waktu )?(?:yang )?tidak (?:ditentukan|terbatas|dibatasi)\\b|"
        "\\bsampai (?:dengan )?(?:diakhiri|dicabut)\\b",
        within, &match))
    self->found->open_ended = match.whole;
}
