/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/register-book.h"

#include <glib/gi18n-lib.h>

#include "report/book-file.h"
#include "report/book-sheet.h"
#include "report/list-heading.h"
#include "report/relation-label.h"
#include "store/lists.h"
#include "store/register-book.h"

#define FONT_SIZE 8.0

/* Of one agreement with very many parties, so many stand in a row of paper; the next ones follow in
 * another. */
#define PARTIES_IN_ROW 8

SelRegisterOrder *
sel_register_order_new (const SelListRequest *request,
                        const char *office,
                        const GDate *today,
                        guint notice_days)
{
  SelRegisterOrder *self = g_new0 (SelRegisterOrder, 1);

  self->request = sel_list_request_copy (request);
  self->office = office && *office ? g_strdup (office) : NULL;
  self->today = *today;
  self->notice_days = notice_days;
  return self;
}

void
sel_register_order_free (SelRegisterOrder *self)
{
  if (self == NULL)
    return;

  sel_list_request_free (self->request);
  g_free (self->office);
  g_free (self);
}

/* What was read of the book. */
typedef struct
{
  GPtrArray *entries;
  char *narrowed; /* by what; NULL for not at all */
} Book;

static void
book_clear (Book *self)
{
  g_clear_pointer (&self->entries, g_ptr_array_unref);
  g_clear_pointer (&self->narrowed, g_free);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Book, book_clear)

static gboolean
read_book (SelStore *store,
           const SelRegisterOrder *order,
           Book *book,
           GCancellable *cancellable,
           GError **error)
{
  g_autoptr (SelReading) reading = sel_reading_begin_cancellable (store, cancellable, error);

  if (reading == NULL || !sel_connection_execute (reading->connection, "BEGIN", error))
    return FALSE;

  book->entries = sel_register_book_read (reading->connection, order->request, &order->today,
                                          order->notice_days, cancellable, error);
  book->narrowed =
    sel_list_narrowed_dup (&sel_agreements_list, order->request, reading->connection);
  if (!sel_connection_execute (reading->connection, "COMMIT", NULL))
    sel_connection_execute (reading->connection, "ROLLBACK", NULL);
  return book->entries != NULL;
}

static char *
dup_display (const GDate *date)
{
  return g_date_valid (date) ? sel_date_dup_display (date) : NULL;
}

static char *
dup_state (const SelAgreementLink *agreement)
{
  return g_strdup_printf ("%s %s",
                          sel_agreement_state_mark (sel_agreement_state_code (agreement->state)),
                          sel_agreement_state_label (agreement->state));
}

static const GDate *
first_day (const SelAgreementLink *agreement)
{
  return g_date_valid (&agreement->terms.starts_on) ? &agreement->terms.starts_on
                                                    : &agreement->signed_on;
}

static char *
dup_term (const SelAgreementLink *agreement)
{
  g_autofree char *starts = dup_display (first_day (agreement));
  g_autofree char *ends = dup_display (&agreement->terms.ends_on);

  if (starts && ends)
    return g_strdup_printf ("%s –\n%s", starts, ends);
  if (starts)
    return g_strdup_printf (_ ("from %s"), starts);
  return ends ? g_strdup_printf (_ ("until %s"), ends) : g_strdup ("");
}

static char *
dup_year (const SelRegisterEntry *entry)
{
  const GDate *day = &entry->agreement->signed_on;

  return g_date_valid (day) ? g_strdup_printf ("%u", g_date_get_year (day))
                            : g_strdup (_ ("Not signed yet"));
}

/* "No. 12/PKS · Budi, Direktur"; what is not known is left out, but for the number. */
static char *
dup_party_facts (const SelRegisterParty *party)
{
  g_autoptr (GString) facts = g_string_new (NULL);

  if (party->number)
    g_string_append_printf (facts, "%s %s", C_ ("party", "No."), party->number);
  else
    g_string_append (facts, _ ("number missing"));
  if (party->signatory)
    g_string_append_printf (facts, " · %s", party->signatory);
  if (party->signatory && party->office)
    g_string_append_printf (facts, ", %s", party->office);
  return g_strdup (facts->str);
}

static char *
dup_parties (const SelRegisterEntry *entry, guint first)
{
  g_autoptr (GString) markup = g_string_new (NULL);

  for (guint i = first; i < MIN (entry->parties->len, first + PARTIES_IN_ROW); i++)
    {
      const SelRegisterParty *party = &g_array_index (entry->parties, SelRegisterParty, i);
      g_autofree char *facts = dup_party_facts (party);
      g_autofree char *line =
        g_markup_printf_escaped ("%s%u. <b>%s</b>\n%s", markup->len ? "\n" : "", i + 1,
                                 party->name, facts);

      g_string_append (markup, line);
    }

  return g_strdup (markup->str);
}

static char *
dup_escaped (char *take_text)
{
  g_autofree char *text = take_text;

  return g_markup_escape_text (text ? text : "", -1);
}

static void
append_relation (GString *text,
                 const SelRegisterEntry *entry,
                 SelAgreementRelation relation,
                 const char *other)
{
  if (other)
    g_string_append_printf (text, "%s%s: %s", text->len ? "\n" : "",
                            sel_relation_label (relation, entry->agreement->kind, 0), other);
}

/* What it is made under or changes, and what it renews, a line each; NULL for nothing. */
static char *
dup_relations (const SelRegisterEntry *entry)
{
  g_autoptr (GString) text = g_string_new (NULL);

  append_relation (text, entry, SEL_RELATION_PARENT, entry->under);
  append_relation (text, entry, SEL_RELATION_RENEWS, entry->renews);
  return text->len ? g_strdup (text->str) : NULL;
}

static char *
dup_title (const SelRegisterEntry *entry)
{
  g_autofree char *relations = dup_relations (entry);

  return relations ? g_markup_printf_escaped ("%s\n<i>%s</i>", entry->agreement->title, relations)
                   : g_markup_escape_text (entry->agreement->title, -1);
}

static void
add_entry (SelPrintout *paper, const SelRegisterEntry *entry, guint number)
{
  const SelAgreementLink *agreement = entry->agreement;
  g_autofree char *signed_on = dup_display (&agreement->signed_on);
  g_auto (GStrv) cells = g_new0 (char *, 8);

  cells[0] = g_strdup_printf ("%u", number);
  cells[1] = g_markup_printf_escaped ("%s%s%s",
                                      agreement->number ? agreement->number
                                                        : _ ("number missing"),
                                      signed_on ? "\n" : "", signed_on ? signed_on : "");
  cells[2] = dup_escaped (g_strdup (sel_choice_label (&sel_agreement_kinds[agreement->kind - 1])));
  cells[3] = dup_title (entry);
  cells[4] = dup_parties (entry, 0);
  cells[5] = dup_escaped (dup_term (agreement));
  cells[6] = dup_escaped (dup_state (agreement));
  sel_printout_add_row (paper, cells);

  for (guint first = PARTIES_IN_ROW; first < entry->parties->len; first += PARTIES_IN_ROW)
    {
      g_autofree char *parties = dup_parties (entry, first);

      sel_printout_add_row (paper, (char *[]){ "", "", "", "", parties, "", "" });
    }
}

static void
begin_paper (SelPrintout *paper, const SelRegisterOrder *order, const Book *book)
{
  const SelPrintoutColumn columns[] = {
    { _ ("No."), 5, FALSE },
    { _ ("Number and date"), 18, FALSE },
    { _ ("Kind"), 12, FALSE },
    { _ ("Title"), 28, FALSE },
    { _ ("Parties"), 32, FALSE },
    { _ ("Term"), 17, FALSE },
    { _ ("State"), 13, FALSE },
  };
  g_autofree char *n = sel_number_dup_display (book->entries->len);
  g_autofree char *count =
    g_strdup_printf (ngettext ("%s agreement", "%s agreements", book->entries->len), n);

  sel_list_heading_put (paper, _ ("Register of agreements"), order->office, &order->today,
                        book->narrowed, count);
  sel_printout_begin_table (paper, columns, G_N_ELEMENTS (columns));
}

/* That @n of @n_all are done, which is so many thousandths of the whole. */
static void
note_progress (const SelRegisterOrder *order, guint n, guint n_all, guint thousandths)
{
  if (order->done)
    g_atomic_int_set (order->done, (int) ((guint64) n * thousandths / n_all));
}

typedef struct
{
  const SelRegisterOrder *order;
  const Book *book;
  GCancellable *cancellable;
} Writing;

static SelPrintout *
make_paper (gpointer user_data, GError **error)
{
  const Writing *self = user_data;
  const Book *book = self->book;
  g_autoptr (SelPrintout) paper = sel_printout_new (SEL_PRINTOUT_A4_LONG, SEL_PRINTOUT_A4_SHORT, FONT_SIZE);
  g_autofree char *year = NULL;
  guint number = 0;

  begin_paper (paper, self->order, book);
  if (book->entries->len == 0)
    sel_printout_add_text (paper, _ ("There is no such agreement."));

  for (guint i = 0; i < book->entries->len; i++)
    {
      const SelRegisterEntry *entry = g_ptr_array_index (book->entries, i);
      g_autofree char *its_year = dup_year (entry);

      if (g_cancellable_set_error_if_cancelled (self->cancellable, error))
        return NULL;
      if (g_strcmp0 (year, its_year) != 0)
        {
          sel_printout_add_band (paper, its_year);
          number = 0;
          g_free (year);
          year = g_steal_pointer (&its_year);
        }
      add_entry (paper, entry, ++number);
      note_progress (self->order, i + 1, book->entries->len, 500);
    }

  sel_printout_end (paper);
  return g_steal_pointer (&paper);
}

/* The book, ready to be drawn. Waits, on whatever thread calls. */
SelPrintout *
sel_register_paper_new (SelStore *store,
                        const SelRegisterOrder *order,
                        guint *n_agreements,
                        GCancellable *cancellable,
                        GError **error)
{
  g_auto (Book) book = { 0 };
  Writing writing = { order, &book, cancellable };

  if (!read_book (store, order, &book, cancellable, error))
    return NULL;

  *n_agreements = book.entries->len;
  return make_paper (&writing, error);
}

/* Which of a party's texts stands in a cell with those of the others. */
static char *
dup_lines (const SelRegisterEntry *entry, gsize offset)
{
  g_autoptr (GString) lines = g_string_new (NULL);

  for (guint i = 0; i < entry->parties->len; i++)
    {
      const char *text =
        G_STRUCT_MEMBER (char *, &g_array_index (entry->parties, SelRegisterParty, i), offset);

      g_string_append_printf (lines, "%s%u. %s", i ? "\n" : "", i + 1, text ? text : "–");
    }

  return g_strdup (lines->str);
}

static void
put_taken (SelBookSheet *sheet, guint column, char *take_text)
{
  g_autofree char *text = take_text;

  sel_book_sheet_put (sheet, column, text, SEL_BOOK_TEXT);
}

static void
put_entry (SelBookSheet *sheet, const SelRegisterEntry *entry, guint number)
{
  const SelAgreementLink *agreement = entry->agreement;

  put_taken (sheet, 0, dup_year (entry));
  sel_book_sheet_put_number (sheet, 1, number);
  sel_book_sheet_put (sheet, 2, agreement->number, SEL_BOOK_TEXT);
  sel_book_sheet_put_date (sheet, 3, &agreement->signed_on);
  sel_book_sheet_put (sheet, 4, sel_choice_label (&sel_agreement_kinds[agreement->kind - 1]),
                      SEL_BOOK_TEXT);
  sel_book_sheet_put (sheet, 5, agreement->title, SEL_BOOK_TEXT);
  put_taken (sheet, 6, dup_relations (entry));
  put_taken (sheet, 7, dup_lines (entry, offsetof (SelRegisterParty, name)));
  put_taken (sheet, 8, dup_lines (entry, offsetof (SelRegisterParty, number)));
  put_taken (sheet, 9, dup_lines (entry, offsetof (SelRegisterParty, signatory)));
  sel_book_sheet_put_date (sheet, 10, first_day (agreement));
  sel_book_sheet_put_date (sheet, 11, &agreement->terms.ends_on);
  put_taken (sheet, 12, dup_state (agreement));
  sel_book_sheet_next_row (sheet);
}

static void
put_heads (SelBookSheet *sheet)
{
  const struct
  {
    const char *label;
    double width;
  } columns[] = {
    { _ ("Year"), 8 },
    { _ ("No."), 6 },
    { _ ("Number"), 22 },
    { _ ("Signed"), 13 },
    { _ ("Kind"), 20 },
    { _ ("Title"), 44 },
    { _ ("Relations"), 44 },
    { _ ("Parties"), 36 },
    { _ ("Numbers of the parties"), 28 },
    { _ ("Signatories"), 28 },
    { _ ("Starts"), 13 },
    { _ ("Ends"), 13 },
    { _ ("State"), 16 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      sel_book_sheet_set_width (sheet, i, columns[i].width);
      sel_book_sheet_put (sheet, i, columns[i].label, SEL_BOOK_BOLD);
    }
  sel_book_sheet_next_row (sheet);
  sel_book_sheet_end_heads (sheet, G_N_ELEMENTS (columns));
}

static gboolean
fill_sheet (gpointer user_data, SelBookSheet *sheet, GError **error)
{
  const Writing *self = user_data;
  g_autofree char *year = NULL;
  guint number = 0;

  put_heads (sheet);
  for (guint i = 0; i < self->book->entries->len; i++)
    {
      const SelRegisterEntry *entry = g_ptr_array_index (self->book->entries, i);
      g_autofree char *its_year = dup_year (entry);

      if (g_cancellable_set_error_if_cancelled (self->cancellable, error))
        return FALSE;
      number = g_strcmp0 (year, its_year) == 0 ? number + 1 : 1;
      put_entry (sheet, entry, number);
      note_progress (self->order, i + 1, self->book->entries->len, 1000);
      g_free (year);
      year = g_steal_pointer (&its_year);
    }

  return TRUE;
}

static const SelBookContent content = { make_paper, fill_sheet };

/**
 * sel_register_write:
 * @path: ends in .pdf or .xlsx
 *
 * Writes the book to a file. Waits, on whatever thread calls.
 */
gboolean
sel_register_write (SelStore *store,
                    const SelRegisterOrder *order,
                    const char *path,
                    gboolean replaces,
                    guint *n_agreements,
                    GCancellable *cancellable,
                    GError **error)
{
  g_auto (Book) book = { 0 };
  Writing writing = { order, &book, cancellable };

  if (!read_book (store, order, &book, cancellable, error))
    return FALSE;

  *n_agreements = book.entries->len;
  return sel_book_file_write (path, replaces, &content, &writing, order->done, cancellable, error);
}
