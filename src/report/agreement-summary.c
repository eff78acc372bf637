/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/agreement-summary.h"

#include <glib/gi18n-lib.h>

#include "report/agreement-page.h"
#include "report/book-file.h"
#include "report/book-sheet.h"

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

/* How it is tried to get all on one page, one after the other: first in smaller letters, then with
 * less of what there is much of. One long text does not cost the others their rows, and four lines
 * keep a name whole. */
static const struct
{
  double font_size;
  guint most_rows; /* of a part; 0 for all */
  int most_lines;  /* of a cell; 0 for all */
} tries[] = {
  { 9, 0, 0 },
  { 8, 0, 0 },
  { 8, 12, 0 },
  { 7, 12, 0 },
  { 8, 12, 4 },
  { 7, 12, 4 },
  { 7, 8, 4 },
  { 7, 6, 4 },
  { 7, 4, 4 },
  { 7, 3, 3 },
  { 6, 2, 2 },
  { 6, 2, 1 },
};

static void
draw_part (SelPrintout *paper, const SelAgreementPart *part, guint most_rows)
{
  /* The facts are all wanted, and few. */
  const guint n = most_rows && part->title ? MIN (most_rows, part->rows->len) : part->rows->len;

  if (part->rows->len == 0)
    return;

  if (part->title)
    sel_printout_add_band (paper, part->title);
  sel_printout_begin_table (paper, part->columns, part->n_columns);
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
make_paper (const SelAgreementSummaryOrder *order, const SelAgreementPage *page, guint attempt)
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
make_one_page (const SelAgreementSummaryOrder *order, const SelAgreementPage *page)
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
  g_auto (SelAgreementPage) page = { 0 };

  return sel_agreement_page_read (&page, store, order, error) ? make_one_page (order, &page) : NULL;
}

typedef struct
{
  const SelAgreementSummaryOrder *order;
  const SelAgreementPage *page;
} Writing;

static void
put_part (SelBookSheet *sheet, const SelAgreementPart *part)
{
  if (part->rows->len == 0)
    return;

  sel_book_sheet_next_row (sheet);
  if (part->title)
    {
      sel_book_sheet_put (sheet, 0, part->title, SEL_BOOK_BOLD);
      sel_book_sheet_next_row (sheet);
      for (guint i = 0; i < part->n_columns; i++)
        sel_book_sheet_put (sheet, i, part->columns[i].label, SEL_BOOK_BOLD);
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
fill_sheet (gpointer user_data, SelBookSheet *sheet, G_GNUC_UNUSED GError **error)
{
  static const double widths[SEL_AGREEMENT_PAGE_MOST_COLUMNS] = { 44, 36, 36, 36, 16, 36 };
  const SelAgreementPage *page = ((const Writing *) user_data)->page;

  for (guint i = 0; i < SEL_AGREEMENT_PAGE_MOST_COLUMNS; i++)
    sel_book_sheet_set_width (sheet, i, widths[i]);
  sel_book_sheet_put (sheet, 0, page->agreement->title, SEL_BOOK_BOLD);
  sel_book_sheet_next_row (sheet);
  for (guint i = 0; i < page->parts->len; i++)
    put_part (sheet, g_ptr_array_index (page->parts, i));
  return TRUE;
}

static SelPrintout *
make_its_paper (gpointer user_data, G_GNUC_UNUSED GError **error)
{
  const Writing *self = user_data;

  return make_one_page (self->order, self->page);
}

static const SelBookContent content = { make_its_paper, fill_sheet };

/**
 * sel_agreement_summary_write:
 * @path: ends in .pdf or .xlsx
 *
 * Writes the page to a file; a workbook has all, also what does not fit on a page. Waits, on
 * whatever thread calls.
 */
gboolean
sel_agreement_summary_write (SelStore *store,
                             const SelAgreementSummaryOrder *order,
                             const char *path,
                             gboolean replaces,
                             GError **error)
{
  g_auto (SelAgreementPage) page = { 0 };
  Writing writing = { order, &page };

  return sel_agreement_page_read (&page, store, order, error) &&
         sel_book_file_write (path, replaces, &content, &writing, NULL, NULL, error);
}
