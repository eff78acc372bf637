/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/agreement-summary.h"

#include <glib/gi18n-lib.h>

#include "report/book-file.h"
#include "report/book-sheet.h"
#include "report/relation-label.h"
#include "store/agreement-view.h"
#include "store/record.h"

#define MOST_COLUMNS 5

/* A part of the page: a table, whose first cells say what the others are where it has no labels. */
typedef struct
{
  const char *title;
  const char *labels[MOST_COLUMNS];
  double shares[MOST_COLUMNS];
  guint n_columns;
  guint small_column; /* in small letters; 0 for none */
  GPtrArray *rows;    /* of GStrv, plain texts */
} Part;

/* All that is on it. */
typedef struct
{
  SelAgreement *agreement;
  SelAgreementView *view;
  GPtrArray *parts;
} Page;

SelAgreementSummaryOrder *
sel_agreement_summary_order_new (gint64 agreement,
                                 const char *office,
                                 const GDate *today,
                                 guint notice_days)
{
  SelAgreementSummaryOrder *self = g_new0 (SelAgreementSummaryOrder, 1);

  self->agreement = agreement;
  self->office = office && *office ? g_strdup (office) : NULL;
  self->today = *today;
  self->notice_days = notice_days;
  return self;
}

void
sel_agreement_summary_order_free (SelAgreementSummaryOrder *self)
{
  if (self == NULL)
    return;

  g_free (self->office);
  g_free (self);
}

static void
part_free (gpointer data)
{
  Part *self = data;

  g_ptr_array_unref (self->rows);
  g_free (self);
}

static void
page_clear (Page *self)
{
  if (self->agreement)
    sel_record_free (&sel_agreement_type, self->agreement);
  sel_agreement_view_free (self->view);
  g_ptr_array_unref (self->parts);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Page, page_clear)

static Part *
add_part (Page *page, const char *title, guint n_columns)
{
  Part *part = g_new0 (Part, 1);

  part->title = title;
  part->n_columns = n_columns;
  part->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  g_ptr_array_add (page->parts, part);
  return part;
}

static void
set_column (Part *part, guint column, const char *label, double share)
{
  part->labels[column] = label;
  part->shares[column] = share;
}

/* Adds a row of as many texts as there are columns; these are taken, and may be NULL. */
static void
add_row (Part *part, char *first, ...)
{
  char **cells = g_new0 (char *, part->n_columns + 1);
  va_list texts;

  va_start (texts, first);
  cells[0] = first ? first : g_strdup ("");
  for (guint i = 1; i < part->n_columns; i++)
    {
      char *text = va_arg (texts, char *);

      cells[i] = text ? text : g_strdup ("");
    }
  va_end (texts);
  g_ptr_array_add (part->rows, cells);
}

static char *
dup_day (const GDate *day)
{
  return g_date_valid (day) ? sel_date_dup_display (day) : NULL;
}

/* A fact, unless nothing is known of it. */
static void
add_fact (Part *part, const char *label, char *take_text)
{
  if (take_text && *take_text)
    add_row (part, g_strdup (label), take_text);
  else
    g_free (take_text);
}

static char *
dup_state (SelAgreementState state)
{
  return g_strdup_printf ("%s %s", sel_agreement_state_mark (sel_agreement_state_code (state)),
                          sel_agreement_state_label (state));
}

static char *
dup_ends_on (const Page *page)
{
  const GDate *own = &page->agreement->ends_on;
  const GDate *ends_on = &page->view->ends_on;
  g_autofree char *day = dup_day (ends_on);
  gboolean is_same = g_date_valid (own) == g_date_valid (ends_on) &&
                     (day == NULL || g_date_compare (own, ends_on) == 0);

  if (day == NULL)
    return g_strdup (is_same ? _ ("open-ended") : _ ("open-ended by an addendum"));
  /* Translators: the last day of an agreement */
  return is_same ? g_steal_pointer (&day) : g_strdup_printf (_ ("%s by an addendum"), day);
}

static char *
dup_witnesses (const GArray *witnesses)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < witnesses->len; i++)
    {
      const SelAgreementWitness *witness = &g_array_index (witnesses, SelAgreementWitness, i);

      g_string_append_printf (text, "%s%s%s%s", i ? "; " : "", witness->name,
                              witness->office ? ", " : "", witness->office ? witness->office : "");
    }

  return g_strdup (text->str);
}

static void
add_facts (Page *page)
{
  const SelAgreement *agreement = page->agreement;
  Part *part = add_part (page, NULL, 2);

  part->shares[0] = 1;
  part->shares[1] = 4;
  add_fact (part, _ ("State"), dup_state (page->view->state));
  add_fact (part, _ ("Kind"),
            g_strdup (agreement->alias
                        ? agreement->alias
                        : sel_choice_label (&sel_agreement_kinds[agreement->kind - 1])));
  add_fact (part, _ ("Signed on"), dup_day (&agreement->signed_on));
  add_fact (part, _ ("Signed at"), g_strdup (agreement->signed_at));
  add_fact (part, _ ("Starts on"), dup_day (&agreement->starts_on));
  add_fact (part, _ ("Ends on"), dup_ends_on (page));
  add_fact (part, _ ("Terminated on"), dup_day (&agreement->terminated_on));
  add_fact (part, _ ("Reason"), g_strdup (agreement->terminated_why));
  add_fact (part, _ ("Witnesses"), dup_witnesses (page->view->witnesses));
  add_fact (part, _ ("Note"), g_strdup (agreement->note));
}

static void
add_parties (Page *page)
{
  Part *part = add_part (page, _ ("Parties"), 4);

  set_column (part, 0, _ ("Partner"), 8);
  set_column (part, 1, _ ("Number"), 6);
  set_column (part, 2, _ ("Signatory"), 5);
  set_column (part, 3, _ ("Office"), 7);
  for (guint i = 0; i < page->view->parties->len; i++)
    {
      const SelAgreementParty *party = &g_array_index (page->view->parties, SelAgreementParty, i);

      add_row (part, g_strdup_printf ("%u. %s", i + 1, party->partner_name),
               g_strdup (party->number ? party->number : _ ("number missing")),
               g_strdup (party->signatory), g_strdup (party->office));
    }
}

static void
add_scope (Page *page)
{
  Part *part = add_part (page, _ ("Scope"), 3);

  set_column (part, 0, _ ("Text"), 16);
  set_column (part, 1, _ ("Topic"), 6);
  set_column (part, 2, _ ("Article"), 3);
  for (guint i = 0; i < page->view->scope_items->len; i++)
    {
      const SelAgreementScopeItem *item =
        &g_array_index (page->view->scope_items, SelAgreementScopeItem, i);

      add_row (part, g_strdup (item->text),
               g_strdup (sel_choice_label (&sel_scope_topics[item->topic - 1])),
               g_strdup (item->article));
    }
}

static void
add_obligations (Page *page)
{
  Part *part = add_part (page, _ ("Obligations"), 5);

  set_column (part, 0, _ ("Text"), 12);
  set_column (part, 1, _ ("Owed by"), 6);
  set_column (part, 2, _ ("Next due"), 4);
  set_column (part, 3, _ ("State"), 4);
  set_column (part, 4, _ ("Article"), 2.5);
  for (guint i = 0; i < page->view->obligations->len; i++)
    {
      const SelAgreementObligation *obligation =
        &g_array_index (page->view->obligations, SelAgreementObligation, i);

      add_row (
        part, g_strdup (obligation->text),
        g_strdup (obligation->partner_name ? obligation->partner_name : _ ("all parties")),
        dup_day (&obligation->next_due),
        g_strdup (sel_obligation_state_label (obligation->state)), g_strdup (obligation->article));
    }
}

/* What was done under it, as far as records count it. */
static void
add_cohorts (Page *page)
{
  Part *part = add_part (page, _ ("Cohorts under it"), 4);

  set_column (part, 0, _ ("Cohort"), 8);
  set_column (part, 1, _ ("Course"), 8);
  set_column (part, 2, _ ("Starts"), 5);
  set_column (part, 3, _ ("Filled"), 5);
  for (guint i = 0; i < page->view->cohorts->len; i++)
    {
      const SelAgreementCohort *cohort =
        &g_array_index (page->view->cohorts, SelAgreementCohort, i);
      g_autofree char *filled = sel_number_dup_display ((double) cohort->filled);
      g_autofree char *capacity = sel_number_dup_display ((double) cohort->capacity);

      add_row (part, g_strdup (cohort->name), g_strdup (cohort->course_name),
               dup_day (&cohort->starts_on), g_strdup_printf (_ ("%s of %s"), filled, capacity));
    }
}

static void
add_family (Page *page)
{
  Part *part = add_part (page, _ ("Family"), 4);

  set_column (part, 0, _ ("Relation"), 4);
  set_column (part, 1, _ ("Number"), 6);
  set_column (part, 2, _ ("Title"), 12);
  set_column (part, 3, _ ("State"), 5);
  for (SelAgreementRelation relation = 0; relation < SEL_N_AGREEMENT_RELATIONS; relation++)
    for (guint i = 0; i < page->view->relations[relation]->len; i++)
      {
        const SelAgreementLink *link =
          &g_array_index (page->view->relations[relation], SelAgreementLink, i);

        add_row (part, g_strdup (sel_relation_label (relation, link->kind)),
                 g_strdup (link->number), g_strdup (link->title), dup_state (link->state));
      }
}

static void
add_documents (Page *page)
{
  Part *part = add_part (page, _ ("Documents"), 3);

  set_column (part, 0, _ ("Title"), 6);
  set_column (part, 1, _ ("Kind"), 3);
  set_column (part, 2, _ ("SHA-256"), 16);
  part->small_column = 2; /* a hash is read as one */
  for (guint i = 0; i < page->view->documents->len; i++)
    {
      const SelAgreementDocument *document =
        &g_array_index (page->view->documents, SelAgreementDocument, i);

      add_row (part, g_strdup (document->title),
               g_strdup (sel_choice_label (&sel_document_kinds[document->kind - 1])),
               g_strdup (document->sha256));
    }
}

static gboolean
read_page (SelStore *store, const SelAgreementSummaryOrder *order, Page *page, GError **error)
{
  g_autoptr (SelReading) reading = sel_reading_begin (store, error);

  page->parts = g_ptr_array_new_with_free_func (part_free);
  if (reading == NULL || !sel_connection_execute (reading->connection, "BEGIN", error))
    return FALSE;

  page->agreement =
    sel_record_load (reading->connection, &sel_agreement_type, order->agreement, error);
  if (page->agreement)
    page->view = sel_agreement_view_read (reading->connection, order->agreement, &order->today,
                                          order->notice_days, error);
  sel_connection_execute (reading->connection, "COMMIT", NULL);
  if (page->view == NULL)
    return FALSE;

  add_facts (page);
  add_parties (page);
  add_scope (page);
  add_obligations (page);
  add_cohorts (page);
  add_family (page);
  add_documents (page);
  return TRUE;
}

/* How it is tried to get all on one page, one after the other: first in smaller letters, and then
 * with less of what there is much of. */
static const struct
{
  double font_size;
  guint most_rows; /* of a part; 0 for all */
  int most_lines;  /* of a cell; 0 for all */
} tries[] = {
  { 9, 0, 0 },
  { 8, 0, 0 },
  { 8, 12, 3 },
  { 8, 8, 3 },
  { 8, 6, 3 },
  { 7, 12, 3 },
  { 7, 10, 3 },
  { 7, 8, 3 },
  { 7, 6, 2 },
  { 7, 4, 2 },
  { 7, 3, 2 },
  { 6, 2, 1 },
};

static void
draw_part (SelPrintout *paper, const Part *part, guint most_rows)
{
  /* The facts are all wanted, and few. */
  const guint n = most_rows && part->title ? MIN (most_rows, part->rows->len) : part->rows->len;

  if (part->rows->len == 0)
    return;

  if (part->title)
    sel_printout_add_band (paper, part->title);
  sel_printout_begin_table (paper, part->title ? part->labels : NULL, part->shares, part->n_columns);
  for (guint i = 0; i < n; i++)
    {
      g_auto (GStrv) cells = g_strdupv (g_ptr_array_index (part->rows, i));

      for (guint j = 0; cells[j]; j++)
        {
          char *plain = cells[j];

          if (part->title == NULL && j == 0)
            cells[j] = g_markup_printf_escaped ("<b>%s</b>", plain);
          else if (j > 0 && j == part->small_column)
            cells[j] = g_markup_printf_escaped ("<small>%s</small>", plain);
          else
            cells[j] = g_markup_escape_text (plain, -1);
          g_free (plain);
        }
      sel_printout_add_row (paper, cells);
    }
  sel_printout_end_table (paper);

  if (n < part->rows->len)
    {
      g_autofree char *left_out = g_strdup_printf (
        ngettext ("and %u more, in the register", "and %u more, in the register",
                  part->rows->len - n),
        part->rows->len - n);

      sel_printout_add_text (paper, left_out);
    }
}

static SelPrintout *
make_paper (const SelAgreementSummaryOrder *order, const Page *page, guint attempt)
{
  g_autoptr (SelPrintout) paper =
    sel_printout_new (SEL_PRINTOUT_A4_SHORT, SEL_PRINTOUT_A4_LONG, tries[attempt].font_size);
  g_autofree char *today = sel_date_dup_display (&order->today);
  g_autofree char *as_of = g_strdup_printf (_ ("As of %s"), today);
  g_autofree char *left = g_markup_escape_text (order->office ? order->office : "", -1);
  g_autofree char *right = g_markup_escape_text (as_of, -1);

  sel_printout_begin (paper, page->agreement->title, left, right);
  sel_printout_set_most_lines (paper, tries[attempt].most_lines);
  for (guint i = 0; i < page->parts->len; i++)
    draw_part (paper, g_ptr_array_index (page->parts, i), tries[attempt].most_rows);
  sel_printout_end (paper);
  return g_steal_pointer (&paper);
}

static SelPrintout *
make_one_page (const SelAgreementSummaryOrder *order, const Page *page)
{
  SelPrintout *paper = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (tries); i++)
    {
      sel_printout_free (paper);
      paper = make_paper (order, page, i);
      if (sel_printout_get_n_pages (paper) == 1)
        break;
    }

  return paper;
}

/* The page, ready to be drawn. Waits, on whatever thread calls. */
SelPrintout *
sel_agreement_summary_paper_new (SelStore *store,
                                 const SelAgreementSummaryOrder *order,
                                 GError **error)
{
  g_auto (Page) page = { 0 };

  return read_page (store, order, &page, error) ? make_one_page (order, &page) : NULL;
}

typedef struct
{
  const SelAgreementSummaryOrder *order;
  const Page *page;
} Writing;

static void
put_part (SelBookSheet *sheet, const Part *part)
{
  if (part->rows->len == 0)
    return;

  sel_book_sheet_next_row (sheet);
  if (part->title)
    {
      sel_book_sheet_put (sheet, 0, part->title, SEL_BOOK_BOLD);
      sel_book_sheet_next_row (sheet);
      for (guint i = 0; i < part->n_columns; i++)
        sel_book_sheet_put (sheet, i, part->labels[i], SEL_BOOK_BOLD);
      sel_book_sheet_next_row (sheet);
    }
  for (guint i = 0; i < part->rows->len; i++)
    {
      char **cells = g_ptr_array_index (part->rows, i);

      for (guint j = 0; cells[j]; j++)
        sel_book_sheet_put (sheet, j, cells[j],
                            part->title || j > 0 ? SEL_BOOK_TEXT : SEL_BOOK_BOLD);
      sel_book_sheet_next_row (sheet);
    }
}

static gboolean
write_sheet (const Writing *self, int file, const char *name, const char *folder, GError **error)
{
  static const double widths[MOST_COLUMNS] = { 44, 36, 36, 36, 16 };
  g_autoptr (SelBookSheet) sheet = sel_book_sheet_new (file, name, folder, error);

  if (sheet == NULL)
    return FALSE;

  for (guint i = 0; i < MOST_COLUMNS; i++)
    sel_book_sheet_set_width (sheet, i, widths[i]);
  sel_book_sheet_put (sheet, 0, self->page->agreement->title, SEL_BOOK_BOLD);
  sel_book_sheet_next_row (sheet);
  for (guint i = 0; i < self->page->parts->len; i++)
    put_part (sheet, g_ptr_array_index (self->page->parts, i));
  return sel_book_sheet_end (sheet, error);
}

static gboolean
write_file (int file,
            const char *name,
            const char *folder,
            gboolean as_sheet,
            gpointer user_data,
            GError **error)
{
  const Writing *self = user_data;
  g_autoptr (SelPrintout) paper = NULL;

  if (as_sheet)
    return write_sheet (self, file, name, folder, error);

  paper = make_one_page (self->order, self->page);
  return sel_printout_write_pdf (paper, file, name, NULL, error);
}

/**
 * sel_agreement_summary_write:
 * @path: ends in .pdf or .xlsx
 *
 * Writes the page to a file; a workbook has all, also what does not fit on a page. Waits, on whatever
 * thread calls.
 */
gboolean
sel_agreement_summary_write (SelStore *store,
                             const SelAgreementSummaryOrder *order,
                             const char *path,
                             gboolean replaces,
                             GError **error)
{
  g_auto (Page) page = { 0 };
  Writing writing = { order, &page };

  return read_page (store, order, &page, error) &&
         sel_book_file_write (path, replaces, write_file, &writing, error);
}
