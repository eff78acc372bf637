/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an agreement is about, listed under RUANG LINGKUP, and what each party owes, listed or said
 * in sentences under KEWAJIBAN. */
#include "domain/found-private.h"

#include "domain/obligation-state.h"

#define PARTY \
  "(para pihak|pihak (?:kesatu|pertama|kedua|ketiga|keempat|kelima|keenam|[IVX]{1,4}|[0-9]))"

static SelFoundPromise *
add_promise (SelFinder *self, GPtrArray *promises, SelSpan span, const SelArticle *article)
{
  SelFoundPromise *promise;
  SelMatch match;

  span = sel_paper_trim (self->paper, span, "");
  if (sel_paper_find (self->paper, "[;,.]?\\s*(?:dan/atau|dan|serta|atau)?\\s*\\Z", span, &match) &&
      sel_paper_has (self->paper, "\\A[;,.]", match.whole))
    span.end = match.whole.start;
  if (span.end - span.start < 3)
    return NULL;

  promise = sel_found_promise_new ();
  sel_found_text_set (self->paper, &promise->text, span);
  promise->article = g_strdup (article->number);
  g_ptr_array_add (promises, promise);
  return promise;
}

#define EVERY "\\bsetiap\\s+(?:(?:awal|pertengahan|akhir)\\s+)?"
#define LONG "(bulan|triwulan|semester|tahun)\\b"

/* How many months lie between one time and the next; 0 where it is not sure. */
static guint
read_months (const SelPaper *paper, SelSpan count, SelSpan unit)
{
  guint n = 1;

  if (!sel_span_is_empty (count) && !sel_found_count_read (paper, count, &n))
    return 0;
  switch (g_ascii_tolower (paper->text[unit.start]))
    {
    case 'b':
      return n;
    case 's':
      return 6 * n;
    default:
      return sel_paper_has (paper, "\\Atriwulan", unit) ? 3 * n : 12 * n;
    }
}

/* "setiap 3 (tiga) bulan", "setiap triwulan", "sekali dalam setahun". What comes back several times
 * within that, or at two distances, is left to a person. */
static void
find_recurrence (SelFinder *self, SelFoundPromise *promise)
{
  static const char *const patterns[] = {
    EVERY "(?:" SEL_FOUND_COUNT "\\s*)?" LONG,
    "\\b(?:sekali|(?:1|satu)(?: \\([^)]*\\))? kali)(?: dalam)?\\s+"
    "(?:se|" SEL_FOUND_COUNT "\\s*)" LONG,
    "\\blaporan (?:()\\b)?(bulan|triwulan|semester|tahun)an\\b",
  };
  SelFoundNumber *recurrence = &promise->recurrence;
  guint said = 0;

  for (guint i = 0; i < G_N_ELEMENTS (patterns); i++)
    {
      SelSpan rest = promise->text.span;
      SelMatch match;

      for (; sel_paper_find (self->paper, patterns[i], rest, &match); rest.start = match.whole.end)
        {
          const guint n = read_months (self->paper, match.groups[0], match.groups[1]);

          if (n == 0 || (said && said != n))
            return;
          said = n;
          recurrence->span = match.whole;
        }
    }
  if (sel_paper_has (self->paper,
                     "(?:[2-9]|dua|tiga|empat|lima|enam)(?: \\([^)]*\\))? kali\\b",
                     promise->text.span))
    return;
  for (guint i = SEL_RECURRENCE_MONTHLY; said && i <= SEL_RECURRENCE_YEARLY; i++)
    if (sel_recurrence_get_months ((SelRecurrence) i) == said)
      recurrence->number = i;
}

static const SelParagraph *
paragraph_at (GArray *paragraphs, guint i)
{
  return &g_array_index (paragraphs, SelParagraph, i);
}

static gboolean
introduces_list (const SelPaper *paper, const SelParagraph *paragraph)
{
  return sel_paper_has (paper, ":\\s*\\Z", paragraph->text);
}

/* Where the list ends that begins at @first: at a paragraph of another kind, unless that is of a
 * list within. */
static guint
find_list_end (GArray *paragraphs, guint first, char outer)
{
  const char kind = paragraph_at (paragraphs, first)->kind;
  guint i = first;

  for (; i < paragraphs->len; i++)
    {
      const char here = paragraph_at (paragraphs, i)->kind;

      if (here == 0 || (here == outer && outer != kind))
        break;
      if (here != kind && i > first && kind == '-')
        break;
    }
  return i;
}

static gboolean
is_entry (GArray *paragraphs, guint i, char kind)
{
  return paragraph_at (paragraphs, i)->kind == kind;
}

/* An entry, with the list within it. */
static SelSpan
get_entry (GArray *paragraphs, guint i, guint end)
{
  const char kind = paragraph_at (paragraphs, i)->kind;
  SelSpan span = paragraph_at (paragraphs, i)->text;

  for (guint j = i + 1; j < end && !is_entry (paragraphs, j, kind); j++)
    span.end = paragraph_at (paragraphs, j)->text.end;
  return span;
}

/* "… mencakup: (a) pendidikan; (b) penelitian; dan (c) layanan." */
static void
add_inline_scope (SelFinder *self, const SelArticle *article)
{
  SelSpan rest = article->body;
  SelMatch match, next;

  if (!sel_paper_find (self->paper, ":\\s*\\([a1]\\)\\s*", rest, &match))
    return;

  rest.start = match.whole.end;
  while (sel_paper_find (self->paper, "[;,]\\s*(?:dan |serta )?\\(([a-z]|[0-9]{1,2})\\)\\s*", rest,
                         &next))
    {
      add_promise (self, self->found->scope, (SelSpan){ rest.start, next.whole.start }, article);
      rest.start = next.whole.end;
    }
  if (sel_paper_find (self->paper, "\\.(?:\\s|\\Z)", rest, &next))
    rest.end = next.whole.start;
  add_promise (self, self->found->scope, rest, article);
}

static void
find_scope (SelFinder *self, const SelArticle *article)
{
  g_autoptr (GArray) paragraphs = sel_paragraphs_find (self->paper, article->body);

  for (guint i = 0; i + 1 < paragraphs->len; i++)
    {
      const char outer = paragraph_at (paragraphs, i)->kind;
      const char kind = paragraph_at (paragraphs, i + 1)->kind;
      guint end;

      if (!introduces_list (self->paper, paragraph_at (paragraphs, i)) || kind == 0)
        continue;
      end = find_list_end (paragraphs, i + 1, outer);
      for (guint j = i + 1; j < end; j++)
        if (is_entry (paragraphs, j, kind))
          add_promise (self, self->found->scope, get_entry (paragraphs, j, end), article);
      return;
    }
  add_inline_scope (self, article);
}

static void
set_obligation (SelFinder *self, SelFoundPromise *promise, SelSpan party)
{
  if (promise == NULL)
    return;

  if (!sel_span_is_empty (party))
    sel_found_text_set (self->paper, &promise->party, party);
  find_recurrence (self, promise);
}

#define OWES                                                                       \
  "\\s+(?:berkewajiban|wajib|mempunyai kewajiban|memiliki kewajiban|"              \
  "berkewajiban dan bertanggung jawab|bertanggung jawab|mempunyai tanggung jawab|" \
  "mempunyai tugas dan tanggung jawab|bertugas(?: dan bertanggung jawab)?)"        \
  "(?: untuk| atas| meliputi| sebagai berikut| yaitu)*\\s*:?\\s*"

/* What the agreement calls its parties, when it does not number them. */
static gboolean
is_own_label (SelFinder *self, SelSpan span)
{
  g_autofree char *label = sel_paper_dup_text (self->paper, span);

  for (guint i = 0; i < self->found->parties->len; i++)
    {
      const SelFoundParty *party = g_ptr_array_index (self->found->parties, i);

      if (g_ascii_strcasecmp (party->label.text, label) == 0)
        return TRUE;
    }
  return FALSE;
}

/* Whether a paragraph says that a party owes something, and who. What is a right of one is no
 * obligation. */
static gboolean
find_debtor (SelFinder *self, SelSpan text, SelSpan *party, SelSpan *rest)
{
  SelMatch match;

  if (sel_paper_find (self->paper, "\\A" PARTY OWES, text, &match) ||
      sel_paper_find (self->paper,
                      "\\A(?:kewajiban|tugas dan tanggung jawab|tanggung jawab) (?:dari )?" PARTY
                      "(?: meliputi| adalah| yaitu| sebagai berikut| untuk)*\\s*:?\\s*",
                      text, &match) ||
      (sel_paper_find (self->paper, "\\A[\"“]?([^\"”:;,.]{2,40}?)[\"”]?" OWES, text, &match) &&
       is_own_label (self, match.groups[0])))
    {
      *party = match.groups[0];
      *rest = (SelSpan){ match.whole.end, text.end };
      return TRUE;
    }
  return FALSE;
}

/* The party that the heading of an article names: "KEWAJIBAN PIHAK KESATU". */
static SelSpan
find_titled_party (SelFinder *self, const SelArticle *article)
{
  SelMatch match;

  if (sel_paper_find (self->paper, "kewajiban (?:dan tanggung jawab )?" PARTY, article->heading,
                      &match))
    return match.groups[0];
  return (SelSpan){ 0, 0 };
}

static guint
add_list (SelFinder *self,
          GArray *paragraphs,
          guint first,
          char outer,
          SelSpan party,
          const SelArticle *article)
{
  const char kind = paragraph_at (paragraphs, first)->kind;
  const guint end = find_list_end (paragraphs, first, outer);

  for (guint i = first; i < end; i++)
    if (is_entry (paragraphs, i, kind))
      set_obligation (self,
                      add_promise (self, self->found->obligations,
                                   get_entry (paragraphs, i, end), article),
                      party);
  return end;
}

/* Whether the paragraph announces obligations of the party that the heading names. */
static gboolean
announces (SelFinder *self, SelSpan text)
{
  return sel_paper_has (self->paper, "\\A(?:kewajiban|berkewajiban|wajib)\\b", text);
}

/* "PIHAK KESATU wajib …, dan PIHAK KEDUA wajib …": each owes its part. */
static void
add_sentence (SelFinder *self, SelSpan rest, SelSpan party, const SelArticle *article)
{
  SelMatch next;

  while (sel_paper_find (self->paper, "[,;]?\\s+(?:dan|sedangkan|serta)\\s+" PARTY OWES, rest,
                         &next))
    {
      set_obligation (self,
                      add_promise (self, self->found->obligations,
                                   (SelSpan){ rest.start, next.whole.start }, article),
                      party);
      party = next.groups[0];
      rest.start = next.whole.end;
    }
  set_obligation (self, add_promise (self, self->found->obligations, rest, article), party);
}

static void
find_obligations (SelFinder *self, const SelArticle *article)
{
  const SelPaper *paper = self->paper;
  g_autoptr (GArray) paragraphs = sel_paragraphs_find (paper, article->body);
  const SelSpan titled = find_titled_party (self, article);

  for (guint i = 0; i < paragraphs->len;)
    {
      const SelParagraph *paragraph = paragraph_at (paragraphs, i);
      SelSpan party, rest;

      if (!find_debtor (self, paragraph->text, &party, &rest))
        {
          if (sel_span_is_empty (titled) || !announces (self, paragraph->text) ||
              !introduces_list (paper, paragraph))
            {
              i++;
              continue;
            }
          party = titled;
          rest = (SelSpan){ paragraph->text.end, paragraph->text.end };
        }

      if (introduces_list (paper, paragraph) && i + 1 < paragraphs->len &&
          paragraph_at (paragraphs, i + 1)->kind)
        i = add_list (self, paragraphs, i + 1, paragraph->kind, party, article);
      else
        {
          add_sentence (self, rest, party, article);
          i++;
        }
    }
}

void
sel_finder_find_promises (SelFinder *self)
{
  GPtrArray *articles = self->found->articles;

  for (guint i = 0; i < articles->len; i++)
    {
      const SelArticle *article = g_ptr_array_index (articles, i);

      if (self->found->scope->len == 0 &&
          sel_paper_has (self->paper, "\\bruang lingkup\\b|\\bscope\\b",
                         *article->title ? article->heading : article->body))
        find_scope (self, article);
      if (sel_paper_has (self->paper,
                         "\\bkewajiban\\b|\\btanggung ?jawab\\b|\\bobligations\\b|"
                         "\\bberkewajiban\\b",
                         *article->title ? article->heading : article->body))
        find_obligations (self, article);
    }
}
