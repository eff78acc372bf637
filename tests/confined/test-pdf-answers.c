/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers about a PDF that no sound reader gives. */
#include "confined/pdf-answers.h"

#include <math.h>

#include "confined/pdf.h"
#include "confined/protocol.h"

/* Answers to "open" that are none: how many pages are claimed, and the numbers that follow. */
static const struct
{
  guint claimed;
  guint n_values;
  double value;
} openings[] = {
  { 0, 0, 0 },
  { 1, 0, 0 },
  { 1, 1, 100 },
  { 1, 3, 100 },
  { 1, 2, -100 },
  { 1, 2, 0.5 },
  { 1, 2, 1e9 },
  { 1, 2, NAN },
  { 1, 2, INFINITY },
  { SEL_PDF_MAX_PAGES + 1, 2, 100 },
  { G_MAXUINT32, 2, 100 },
};

static SelFrame
frame_from (SelFrameWriter *writer, guint32 kind)
{
  SelFrame frame = { .kind = kind };

  sel_frame_reader_init (&frame.payload, writer->data, writer->length);
  return frame;
}

static void
test_openings (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (openings); i++)
    {
      g_auto (SelFrameWriter) writer = { 0 };
      g_autoptr (GError) error = NULL;
      g_autofree char *title = NULL;
      g_autoptr (GArray) sizes = NULL;
      SelFrame answer;

      g_test_message ("opening %u", i);
      sel_frame_put_text (&writer, NULL);
      sel_frame_put_u32 (&writer, openings[i].claimed);
      for (guint j = 0; j < openings[i].n_values; j++)
        sel_frame_put_f64 (&writer, openings[i].value);

      answer = frame_from (&writer, SEL_FRAME_PDF_OPENED);
      g_assert_false (sel_pdf_answer_opened (&answer, "x.pdf", FALSE, &title, &sizes, &error));
      g_assert_error (error, SEL_CONFINED_ERROR, SEL_CONFINED_ERROR_PROTOCOL);
    }
}

static void
test_hits (void)
{
  const guint claims[] = { 1, 3, SEL_PDF_MAX_HITS + 1, G_MAXUINT32 };

  for (guint i = 0; i < G_N_ELEMENTS (claims); i++)
    {
      g_auto (SelFrameWriter) writer = { 0 };
      g_autoptr (GArray) hits = sel_pdf_hits_new ();
      g_autoptr (GError) error = NULL;
      SelFrame answer;

      sel_frame_put_u32 (&writer, claims[i]);
      for (guint j = 0; j < 2 * 4; j++)
        sel_frame_put_f64 (&writer, 10);

      answer = frame_from (&writer, SEL_FRAME_PDF_HITS);
      g_assert_false (sel_pdf_answer_hits (&answer, "x.pdf", 0, hits, &error));
      g_assert_error (error, SEL_CONFINED_ERROR, SEL_CONFINED_ERROR_PROTOCOL);
    }
}

static void
test_others (void)
{
  g_auto (SelFrameWriter) writer = { 0 };
  g_autoptr (GError) error = NULL;
  SelFrame answer;

  sel_frame_put_u32 (&writer, 99);
  answer = frame_from (&writer, SEL_FRAME_FAILED); /* for no known reason */
  g_assert_false (sel_pdf_answer_rendered (&answer, "x.pdf", 0, &error));
  g_assert_error (error, SEL_CONFINED_ERROR, SEL_CONFINED_ERROR_PROTOCOL);
  g_clear_error (&error);

  answer = frame_from (&writer, SEL_FRAME_PDF_RENDERED); /* with something to say */
  g_assert_false (sel_pdf_answer_rendered (&answer, "x.pdf", 0, &error));
  g_assert_error (error, SEL_CONFINED_ERROR, SEL_CONFINED_ERROR_PROTOCOL);
  g_clear_error (&error);

  answer = frame_from (&writer, SEL_FRAME_PDF_HITS); /* to another question */
  g_assert_false (sel_pdf_answer_rendered (&answer, "x.pdf", 0, &error));
  g_assert_error (error, SEL_CONFINED_ERROR, SEL_CONFINED_ERROR_PROTOCOL);
  g_clear_error (&error);

  answer = frame_from (&writer, SEL_FRAME_PDF_PAGE_TEXT); /* with half a text */
  g_assert_null (sel_pdf_answer_text (&answer, "x.pdf", 0, &(SelPdfSize){ 100, 100 }, &error));
  g_assert_error (error, SEL_CONFINED_ERROR, SEL_CONFINED_ERROR_PROTOCOL);
}

/* Texts, how many letters are claimed, and the numbers that follow. The first is sound. */
static const struct
{
  const char *text;
  guint claimed;
  guint n_values;
  double value;
} texts[] = {
  { "aé", 2, 8, 10 },
  { "aé", 3, 12, 10 },
  { "aé", 3, 8, 10 },
  { "aé", 1, 4, 10 },
  { "aé", 2, 7, 10 },
  { "aé", 2, 9, 10 },
  { "aé", 2, 8, -1 },
  { "aé", 2, 8, 1e9 },
  { "aé", 2, 8, NAN },
  { "aé", 2, 8, INFINITY },
  { "a\xff", 2, 8, 10 },
  { "", SEL_PDF_MAX_LETTERS + 1, 0, 0 },
  { "", G_MAXUINT32, 0, 0 },
};

static void
test_texts (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_auto (SelFrameWriter) writer = { 0 };
      g_autoptr (SelPageText) text = NULL;
      g_autoptr (GError) error = NULL;
      SelFrame answer;

      g_test_message ("text %u", i);
      sel_frame_put_text (&writer, texts[i].text);
      sel_frame_put_u32 (&writer, texts[i].claimed);
      for (guint j = 0; j < texts[i].n_values; j++)
        sel_frame_put_f64 (&writer, texts[i].value);

      answer = frame_from (&writer, SEL_FRAME_PDF_PAGE_TEXT);
      text = sel_pdf_answer_text (&answer, "x.pdf", 0, &(SelPdfSize){ 100, 50 }, &error);
      if (i == 0)
        {
          g_assert_no_error (error);
          g_assert_cmpuint (text->n_letters, ==, 2);
          g_assert_cmpfloat (text->places[1].height, ==, 10);
        }
      else
        g_assert_error (error, SEL_CONFINED_ERROR, SEL_CONFINED_ERROR_PROTOCOL);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pdf-answers/openings", test_openings);
  g_test_add_func ("/pdf-answers/hits", test_hits);
  g_test_add_func ("/pdf-answers/others", test_others);
  g_test_add_func ("/pdf-answers/texts", test_texts);
  return g_test_run ();
}
