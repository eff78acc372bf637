/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/found-private.h"

/* The heading of no agreement is longer, in lines. */
#define MAX_HEADING 80

/* The number of an agreement; where it is too long for a line, the next goes on with it. */
#define NUMBER                                                              \
  "([^\\s,;]+[/.-]\\n[^\\s,;]*[^\\s,;.)]|[^\\s,;]*[/.][^\\s,;]*[^\\s,;.)])" \
  "((?:\\s+tahun\\s+[0-9]{4})?)"

void
sel_found_text_set (const SelPaper *paper, SelFoundText *text, SelSpan span)
{
  g_free (text->text);
  text->text = sel_paper_dup_text (paper, span);
  text->span = span;
  if (*text->text == '\0')
    g_clear_pointer (&text->text, g_free);
}

void
sel_found_text_set_cased (const SelFinder *finder, SelFoundText *text, SelSpan span)
{
  g_autofree char *printed = NULL;

  sel_found_text_set (finder->paper, text, span);
  if (!text->text)
    return;
  printed = text->text;
  text->text = sel_casing_dup (finder->casing, printed);
}

static void
text_free (SelFoundText *self)
{
  g_free (self->text);
  g_free (self);
}

SelFoundParty *
sel_found_party_new (void)
{
  return g_new0 (SelFoundParty, 1);
}

static void
party_free (SelFoundParty *self)
{
  g_free (self->label.text);
  g_free (self->number.text);
  g_free (self->institution.text);
  g_free (self->heading.text);
  g_free (self->signatory.text);
  g_free (self->office.text);
  g_free (self->basis.text);
  g_free (self);
}

SelFoundPromise *
sel_found_promise_new (void)
{
  return g_new0 (SelFoundPromise, 1);
}

static void
promise_free (SelFoundPromise *self)
{
  g_free (self->text.text);
  g_free (self->party.text);
  g_free (self->article);
  g_free (self);
}

void
sel_found_agreement_free (SelFoundAgreement *self)
{
  g_free (self->alias.text);
  g_free (self->title.text);
  g_free (self->signed_at.text);
  g_ptr_array_unref (self->parties);
  g_ptr_array_unref (self->numbers);
  g_ptr_array_unref (self->articles);
  g_ptr_array_unref (self->scope);
  g_ptr_array_unref (self->obligations);
  g_ptr_array_unref (self->parents);
  g_free (self);
}

/* The heading ends where the first sentence begins. */
static void
find_parts (SelFinder *self)
{
  const SelPaper *paper = self->paper;
  const SelArticle *first =
    self->found->articles->len ? g_ptr_array_index (self->found->articles, 0) : NULL;
  gsize end = first ? first->heading.start : paper->length;
  SelMatch match;

  if (paper->lines->len > MAX_HEADING && !first)
    end = sel_paper_line_span (paper, MAX_HEADING).start;
  self->opening.end = end;
  if (sel_paper_find (paper,
                      "^(?:pada hari|pada tanggal|(?:kami )?yang bertanda ?tangan|on this|"
                      "para pihak|sehubungan|untuk melaksanakan|bahwa )\\b",
                      (SelSpan){ 0, end }, &match))
    end = match.whole.start;
  self->heading = (SelSpan){ 0, end };
  self->opening.start = end;
}

static void
add_parent (SelFinder *self, const SelMatch *number)
{
  const SelSpan year = number->groups[1];
  SelFoundText *parent = g_new0 (SelFoundText, 1);

  sel_found_text_set (self->paper, parent,
                      (SelSpan){ number->groups[0].start, MAX (number->groups[0].end, year.end) });
  g_ptr_array_add (self->found->parents, parent);
}

/* The numbers of agreements that the opening cites: those of laws are introduced as laws. */
static void
find_parents (SelFinder *self)
{
  SelSpan rest = self->opening;
  SelMatch match;

  while (sel_paper_find (self->paper,
                         "(?:nota kesepahaman|nota kesepakatan|kesepakatan bersama|"
                         "perjanjian kerja ?sama|memorandum)\\b[^;.]{0,200}?"
                         "nomor\\s*[:.]?\\s*" NUMBER,
                         rest, &match))
    {
      SelMatch second;

      add_parent (self, &match);
      rest.start = match.whole.end;
      if (sel_paper_find (self->paper,
                          "\\A[\\s,]*(?:dan|serta)?\\s*nomor\\s*[:.]?\\s*" NUMBER, rest,
                          &second))
        {
          add_parent (self, &second);
          rest.start = second.whole.end;
        }
    }
}

/**
 * sel_found_agreement_new:
 *
 * Finds what the text says. It reads nothing but the text, so that the same page always says the
 * same.
 */
SelFoundAgreement *
sel_found_agreement_new (const SelPaper *paper)
{
  SelFoundAgreement *found = g_new0 (SelFoundAgreement, 1);
  g_autoptr (SelCasing) casing = sel_casing_new (paper);
  SelFinder finder = { paper, found, casing, { 0, 0 }, { 0, 0 } };
  g_autoptr (GPtrArray) headings = NULL;

  found->parties = g_ptr_array_new_with_free_func ((GDestroyNotify) party_free);
  found->numbers = g_ptr_array_new_with_free_func ((GDestroyNotify) text_free);
  found->scope = g_ptr_array_new_with_free_func ((GDestroyNotify) promise_free);
  found->obligations = g_ptr_array_new_with_free_func ((GDestroyNotify) promise_free);
  found->parents = g_ptr_array_new_with_free_func ((GDestroyNotify) text_free);
  found->articles = sel_articles_find (paper);

  find_parts (&finder);
  headings = sel_finder_find_heading (&finder);
  sel_finder_find_date (&finder);
  sel_finder_find_parties (&finder, headings);
  sel_finder_find_term (&finder);
  sel_finder_find_promises (&finder);
  find_parents (&finder);
  return found;
}

/* Whether it reads like a paper that was signed: the day is past, and each party has who signs for
 * it. A draft leaves one or the other open. */
gboolean
sel_found_agreement_is_signed (const SelFoundAgreement *self, const GDate *today)
{
  if (!g_date_valid (&self->signed_on.date) ||
      g_date_compare (&self->signed_on.date, today) > 0 || self->parties->len < 2)
    return FALSE;

  for (guint i = 0; i < self->parties->len; i++)
    if (((const SelFoundParty *) g_ptr_array_index (self->parties, i))->signatory.text == NULL)
      return FALSE;
  return TRUE;
}
