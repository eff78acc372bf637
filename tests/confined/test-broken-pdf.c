/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every broken or hostile PDF gets its page or its sentence, in time, and the next one is opened
 * as if nothing had been. */
#include <string.h>

#include "confined/protocol.h"
#include "confined/sandbox.h"
#include "broken-pdf.h"
#include "hostile-pdf.h"
#include "confined/pdf-contents.h"
#include "pdf-maker.h"
#include "pdf-session.h"

/* Milliseconds; what cannot be drawn by then counts as hanging. */
#define PATIENCE 6000

static const char *
describe (const GError *error)
{
  return error ? error->message : "drawn";
}

/* A sentence of ours, about this file. */
static void
assert_sentence (const GError *error)
{
  g_assert_cmpuint (error->domain, ==, SEL_CONFINED_ERROR);
  g_assert_nonnull (strstr (error->message, "perjanjian.pdf"));
  g_assert_true (g_str_has_suffix (error->message, "."));
  g_assert_cmpint (error->code, !=, SEL_CONFINED_ERROR_PROTOCOL);
}

static void
assert_outcome (BrokenOutcome outcome, const GError *opening, const GError *page)
{
  switch (outcome)
    {
    case DRAWN:
      g_assert_no_error (opening);
      g_assert_no_error (page);
      break;
    case DAMAGED:
      g_assert_error (opening, SEL_CONFINED_ERROR, SEL_CONFINED_ERROR_DAMAGED);
      break;
    case BAD_PAGE:
      g_assert_no_error (opening);
      g_assert_error (page, SEL_CONFINED_ERROR, SEL_CONFINED_ERROR_DAMAGED);
      break;
    case LOCKED:
      g_assert_error (opening, SEL_CONFINED_ERROR, SEL_CONFINED_ERROR_ENCRYPTED);
      break;
    case TOO_LARGE:
      g_assert_error (opening, SEL_CONFINED_ERROR, SEL_CONFINED_ERROR_TOO_LARGE);
      break;
    case ANY_ANSWER:
      break;
    }
}

/* Kilobytes of addresses that the reader has ever had; it may not have more than its limit. */
static guint64
find_peak (SelPdf *pdf)
{
  g_autofree char *path = NULL;
  g_autofree char *status = NULL;
  const char *peak;

  if (!pdf->process)
    return 0;

  path = g_strdup_printf ("/proc/%d/status", (int) sel_confined_process_get_pid (pdf->process));
  if (!g_file_get_contents (path, &status, NULL, NULL) || !(peak = strstr (status, "VmPeak:")))
    return 0;
  return g_ascii_strtoull (peak + strlen ("VmPeak:"), NULL, 10);
}

static void
assert_bounded (SelPdf *pdf)
{
#ifndef __SANITIZE_ADDRESS__ /* which reserves terabytes of addresses for itself */
  g_assert_cmpuint (find_peak (pdf), <=, SEL_SANDBOX_MEMORY >> 10);
#else
  find_peak (pdf);
#endif
}

/* Waits for a list; whatever it says, it is a list or a sentence. */
static void
take_list (SelPdf *pdf, GAsyncResult **result)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) list = NULL;

  pdf_wait_for (result);
  list = sel_pdf_list_finish (pdf, *result, &error);
  g_assert_true ((list == NULL) == (error != NULL));
  if (error)
    assert_sentence (error);
  g_clear_object (result);
}

static void
ask_for_lists (SelPdf *pdf)
{
  g_autoptr (GAsyncResult) result = NULL;

  sel_pdf_list_bookmarks_async (pdf, NULL, pdf_keep_result_cb, &result);
  take_list (pdf, &result);
  sel_pdf_list_links_async (pdf, 0, NULL, pdf_keep_result_cb, &result);
  take_list (pdf, &result);
  sel_pdf_list_signatures_async (pdf, "", NULL, pdf_keep_result_cb, &result);
  take_list (pdf, &result);
}

/* Everything that the program ever asks of a document. */
static void
ask_all (SelPdf *pdf, gboolean *is_slow, GError **error)
{
  const guint n_pages = MIN (sel_pdf_get_n_pages (pdf), 3);
  g_autoptr (GError) search_error = NULL;
  g_autoptr (GArray) hits = NULL;

  sel_confined_process_set_patience (pdf->process, PATIENCE);
  for (guint i = 0; i < n_pages; i++)
    {
      g_autoptr (GError) page_error = NULL;
      g_autoptr (GError) text_error = NULL;
      g_autoptr (SelPixels) pixels = pdf_render (pdf, i, 0.1, &page_error);
      g_autoptr (SelPageText) text = pdf_text (pdf, i, &text_error);

      g_assert_true ((pixels == NULL) == (page_error != NULL));
      g_assert_true ((text == NULL) == (text_error != NULL));
      if (text_error)
        assert_sentence (text_error);
      *is_slow |= g_error_matches (text_error, SEL_CONFINED_ERROR, SEL_CONFINED_ERROR_TIMEOUT);
      if (page_error)
        assert_sentence (page_error);
      if (page_error && i == 0)
        g_propagate_error (error, g_steal_pointer (&page_error));
    }

  assert_bounded (pdf);
  ask_for_lists (pdf);
  assert_bounded (pdf);
  hits = pdf_search (pdf, "selaras", &search_error);
  g_assert_true ((hits == NULL) == (search_error != NULL));
  if (search_error)
    assert_sentence (search_error);
}

/* What can be opened has a text for each page, or the reader died of one; the rest has none. */
static void
assert_pages_are_read (GBytes *bytes, gboolean can_be_opened)
{
  g_autoptr (GPtrArray) pages = NULL;
  g_autoptr (GError) error = NULL;

  if (sel_pdf_read_pages (bytes, "perjanjian.pdf", NULL, &pages, &error))
    {
      g_assert_true (can_be_opened);
      g_assert_cmpuint (pages->len, >=, 1);
    }
  else
    assert_sentence (error);
}

static void
test_broken (gconstpointer data)
{
  const BrokenPdf *broken = data;
  g_autoptr (GBytes) bytes = broken->make (broken->first, broken->second);
  g_autoptr (GBytes) sound = pdf_drawn (1);
  g_autoptr (GError) opening = NULL;
  g_autoptr (GError) page = NULL;
  g_autoptr (GError) probing = NULL;
  g_autoptr (SelPdf) pdf = NULL;
  g_autoptr (SelPdf) next = NULL;
  gint64 start = g_get_monotonic_time ();
  gboolean is_slow = FALSE;
  guint n_pages, taken;

  pdf = pdf_open (bytes, NULL, &opening);
  if (opening)
    assert_sentence (opening);
  else
    ask_all (pdf, &is_slow, &page);

  taken = (guint) ((g_get_monotonic_time () - start) / 1000);
  g_test_message ("%u ms: %s, %s", taken, describe (opening), describe (page));
  assert_outcome (broken->outcome, opening, page);
  g_assert_cmpuint (taken, <, 10 * PATIENCE);

  /* The importer's look at it comes to the same. Who reads all text has more patience than there is
   * here: it is not tried on what the reader was silent about. */
  sel_pdf_probe (bytes, "perjanjian.pdf", NULL, &n_pages, &probing);
  g_assert_cmpint (probing ? probing->code : -1, ==, opening ? opening->code : -1);
  if (!is_slow)
    assert_pages_are_read (bytes, probing == NULL);

  next = pdf_open (sound, NULL, NULL);
  g_assert_nonnull (next);
}

/* The reader does not rely on the program to count its pages. */
static void
test_no_such_page (void)
{
  const SelFrameKind kinds[] = { SEL_FRAME_PDF_RENDER, SEL_FRAME_PDF_SEARCH, SEL_FRAME_PDF_TEXT };
  g_autoptr (GBytes) bytes = pdf_drawn (2);
  g_autoptr (SelPdf) pdf = pdf_open (bytes, NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      SelPdfQuestion *question = sel_pdf_question_new (kinds[i], i == 0 ? 2 : G_MAXUINT32);
      g_autoptr (GAsyncResult) result = NULL;
      g_autoptr (GTask) task = g_task_new (pdf, NULL, pdf_keep_result_cb, &result);
      g_autoptr (GError) error = NULL;

      question->whole_width = question->whole_height = 10;
      question->part = (SelPdfPart){ 0, 0, 10, 10 };
      g_task_set_task_data (task, question, (GDestroyNotify) sel_pdf_question_free);
      sel_pdf_ask (pdf, task);
      pdf_wait_for (&result);
      g_assert_null (g_task_propagate_pointer (task, &error));
      g_assert_error (error, SEL_CONFINED_ERROR, SEL_CONFINED_ERROR_DAMAGED);
    }
}

int
main (int argc, char *argv[])
{
  GPtrArray *hostile = hostile_pdfs_new (); /* for as long as there are tests */

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < n_broken_pdfs; i++)
    {
      g_autofree char *path = g_strconcat ("/broken-pdf/", broken_pdfs[i].name, NULL);

      g_test_add_data_func (path, &broken_pdfs[i], test_broken);
    }
  for (guint i = 0; i < hostile->len; i++)
    {
      const BrokenPdf *pdf = hostile->pdata[i];
      g_autofree char *path = g_strconcat ("/broken-pdf/", pdf->name, NULL);

      g_test_add_data_func (path, pdf, test_broken);
    }
  g_test_add_func ("/broken-pdf/no-such-page", test_no_such_page);

  g_assert_cmpuint (n_broken_pdfs + hostile->len, >=, 200);
  return g_test_run ();
}
