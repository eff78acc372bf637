/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "confined/pdf-renderer.h"

#include <fontconfig/fontconfig.h>
#include <string.h>
#include <sys/mman.h>

#include "confined/descriptor.h"
#include "confined/pdf-drawing.h"
#include "confined/pdf-finding.h"
#include "confined/pdf-objects.h"
#include "confined/pdf-signatures.h"
#include "confined/pdf-targets.h"
#include "confined/protocol.h"

typedef struct
{
  SelFrameChannel *channel;
  GBytes *bytes;
  Document *document; /* once it is open */
  guint n_pages;
} Renderer;

/* Asks for a font that every computer must find: libraries load tables and code when they first
 * need them, which is too late once the doors are closed, and slow while somebody waits. */
static const char warm_up[] =
  "%PDF-1.4\n"
  "1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
  "2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
  "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]/Contents 4 0 R"
  "/Resources<</Font<</F 5 0 R>>>>>>endobj\n"
  "4 0 obj<</Length 28>>stream\n"
  "BT /F 9 Tf(Selaras)Tj ET    \n"
  "endstream endobj\n"
  "5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj\n"
  "trailer<</Root 1 0 R/Size 6>>\n"
  "startxref 0 %%EOF\n";

/* Poppler converts titles and passwords. The C library keeps a converter loaded as long as one is
 * open; so these are never closed. */
static void
load_converters (void)
{
  g_iconv_open ("UTF-8", "UTF-16BE");
  g_iconv_open ("UTF-8", "UTF-16LE");
  g_iconv_open ("ISO-8859-1", "UTF-8");
}

static void
draw_warm_up (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (warm_up, sizeof warm_up - 1);
  g_autoptr (Document) document = poppler_document_new_from_bytes (bytes, NULL, NULL);
  g_autoptr (Page) page = document ? poppler_document_get_page (document, 0) : NULL;
  const SelPdfDrawing drawing = {
    .whole_width = 16, .whole_height = 16, .width = 16, .height = 16
  };
  guint32 pixels[16 * 16];

  if (page)
    sel_pdf_draw (page, &drawing, (guint8 *) pixels);
}

static void
add_all (GStrvBuilder *folders, FcStrList *list)
{
  const FcChar8 *folder;

  while ((folder = FcStrListNext (list)))
    g_strv_builder_add (folders, (const char *) folder);
  FcStrListDone (list);
}

/**
 * sel_pdf_renderer_prepare:
 *
 * Does what can be done before a document comes, while the doors are open.
 *
 * Returns: (transfer full): the folders in which fonts and their tables are
 */
GStrv
sel_pdf_renderer_prepare (void)
{
  g_autoptr (GStrvBuilder) folders = g_strv_builder_new ();

  FcInit ();
  add_all (folders, FcConfigGetFontDirs (NULL));
  add_all (folders, FcConfigGetCacheDirs (NULL));
  g_strv_builder_add (folders, SEL_POPPLER_DATA);
  load_converters ();
  draw_warm_up ();
  return g_strv_builder_end (folders);
}

static gboolean
fail (Renderer *self, SelFailure failure)
{
  sel_frame_put_u32 (sel_frame_channel_begin (self->channel, SEL_FRAME_FAILED), failure);
  return sel_frame_channel_end (self->channel);
}

/* As much of @text as fits and is UTF-8: Poppler makes it from whatever the document says. */
void
sel_pdf_put_sound_text (SelFrameWriter *answer, const char *text, gsize max_length)
{
  const char *end;

  g_utf8_validate_len (text, strnlen (text, max_length), &end);
  sel_frame_put_text_len (answer, text, (gsize) (end - text));
}

/* A page that cannot be read, or is larger than any page, has no size; the rest can be shown. */
static void
put_size (SelFrameWriter *answer, Document *document, guint index)
{
  g_autoptr (Page) page = poppler_document_get_page (document, (int) index);
  double width = 0, height = 0;

  if (page)
    poppler_page_get_size (page, &width, &height);
  if (!(width >= 1 && width <= SEL_PDF_MAX_SIDE && height >= 1 && height <= SEL_PDF_MAX_SIDE))
    width = height = 0;

  sel_frame_put_f64 (answer, width);
  sel_frame_put_f64 (answer, height);
}

/* Poppler 22.12 crashes on a wrong password, unless it reads from a stream. */
static Document *
open_document (GBytes *bytes, const char *password, GError **error)
{
  g_autoptr (GInputStream) stream = NULL;

  if (!password)
    return poppler_document_new_from_bytes (bytes, NULL, error);

  stream = g_memory_input_stream_new_from_bytes (bytes);
  return poppler_document_new_from_stream (stream, (goffset) g_bytes_get_size (bytes), password,
                                           NULL, error);
}

static gboolean
answer_open (Renderer *self, const char *password, int file)
{
  g_autoptr (GMappedFile) mapped = g_mapped_file_new_from_fd (file, FALSE, NULL);
  g_autoptr (GBytes) bytes = mapped ? g_mapped_file_get_bytes (mapped) : NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *title = NULL;
  SelFrameWriter *answer;
  int n_pages;

  g_clear_object (&self->document);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  self->bytes = bytes ? g_bytes_ref (bytes) : NULL;
  self->document = bytes ? open_document (bytes, password, &error) : NULL;
  if (g_error_matches (error, POPPLER_ERROR, POPPLER_ERROR_ENCRYPTED))
    return fail (self, SEL_FAILURE_ENCRYPTED);

  n_pages = self->document ? poppler_document_get_n_pages (self->document) : 0;
  if (n_pages < 1)
    return fail (self, SEL_FAILURE_DAMAGED);
  if (n_pages > SEL_PDF_MAX_PAGES)
    return fail (self, SEL_FAILURE_TOO_MANY_PAGES);

  self->n_pages = (guint) n_pages;
  title = poppler_document_get_title (self->document);
  answer = sel_frame_channel_begin (self->channel, SEL_FRAME_PDF_OPENED);
  if (title)
    sel_pdf_put_sound_text (answer, title, SEL_PDF_MAX_TITLE);
  else
    sel_frame_put_text (answer, NULL);
  sel_frame_put_u32 (answer, self->n_pages);
  for (guint i = 0; i < self->n_pages; i++)
    put_size (answer, self->document, i);
  return sel_frame_channel_end (self->channel);
}

static gboolean
is_part (const SelPdfDrawing *drawing)
{
  return drawing->width > 0 && drawing->height > 0 && drawing->width <= drawing->whole_width &&
         drawing->height <= drawing->whole_height &&
         drawing->x <= drawing->whole_width - drawing->width &&
         drawing->y <= drawing->whole_height - drawing->height &&
         drawing->whole_width <= SEL_PDF_MAX_WHOLE_SIDE &&
         drawing->whole_height <= SEL_PDF_MAX_WHOLE_SIDE &&
         (guint64) drawing->width * drawing->height <= SEL_PDF_MAX_PIXELS;
}

static gboolean
answer_render (Renderer *self, Page *page, SelFrameReader *values, int file)
{
  SelPdfDrawing drawing;
  guint8 *pixels;
  gsize size;
  gboolean is_drawn;

  drawing.style = sel_frame_get_u32 (values);
  drawing.whole_width = sel_frame_get_u32 (values);
  drawing.whole_height = sel_frame_get_u32 (values);
  drawing.x = sel_frame_get_u32 (values);
  drawing.y = sel_frame_get_u32 (values);
  drawing.width = sel_frame_get_u32 (values);
  drawing.height = sel_frame_get_u32 (values);
  if (!sel_frame_reader_finish (values) || !is_part (&drawing))
    return FALSE;

  size = (gsize) drawing.width * drawing.height * 4;
  pixels = mmap (NULL, size, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
  if (pixels == MAP_FAILED)
    return fail (self, SEL_FAILURE_PAGE);

  is_drawn = sel_pdf_draw (page, &drawing, pixels);
  munmap (pixels, size); /* the program seals this memory: nobody may hold it */
  if (!is_drawn)
    return fail (self, SEL_FAILURE_PAGE);

  sel_frame_channel_begin (self->channel, SEL_FRAME_PDF_RENDERED);
  return sel_frame_channel_end (self->channel);
}

static gboolean
answer_search (Renderer *self, Page *page, const char *words)
{
  sel_pdf_put_hits (sel_frame_channel_begin (self->channel, SEL_FRAME_PDF_HITS), page, words);
  return sel_frame_channel_end (self->channel);
}

static gboolean
answer_links (Renderer *self, Page *page)
{
  SelFrameWriter *answer = sel_frame_channel_begin (self->channel, SEL_FRAME_PDF_LINKS_ARE);

  sel_pdf_put_links (answer, self->document, page);
  return sel_frame_channel_end (self->channel);
}

static gboolean
answer_outline (Renderer *self)
{
  SelFrameWriter *answer;

  if (!self->document)
    return FALSE;

  answer = sel_frame_channel_begin (self->channel, SEL_FRAME_PDF_OUTLINE_IS);
  sel_pdf_put_outline (answer, self->document);
  return sel_frame_channel_end (self->channel);
}

static gboolean
answer_signatures (Renderer *self, const char *issuers)
{
  SelFrameWriter *answer;

  if (!self->bytes)
    return FALSE;

  answer = sel_frame_channel_begin (self->channel, SEL_FRAME_PDF_SIGNATURES_ARE);
  sel_pdf_put_signatures (answer, self->bytes, issuers);
  return sel_frame_channel_end (self->channel);
}

static double
clamp (double value, double most)
{
  return value > 0 ? MIN (value, most) : 0; /* what is not a number is 0 too */
}

/* The part of a letter that is on the page: text can stand beside it, or be larger. */
static void
put_place (SelFrameWriter *answer, const PopplerRectangle *place, double width, double height)
{
  const double x = clamp (place->x1, width);
  const double y = clamp (place->y1, height);

  sel_frame_put_f64 (answer, x);
  sel_frame_put_f64 (answer, y);
  sel_frame_put_f64 (answer, MAX (0, clamp (place->x2, width) - x));
  sel_frame_put_f64 (answer, MAX (0, clamp (place->y2, height) - y));
}

/* Poppler gives a rectangle for each letter of the text, from the top left as seen; one that it
 * does not give covers nothing. */
static gboolean
answer_text (Renderer *self, Page *page)
{
  const PopplerRectangle nowhere = { 0, 0, 0, 0 };
  g_autofree char *own_text = poppler_page_get_text (page);
  const char *text = own_text ? own_text : "";
  g_autofree PopplerRectangle *places = NULL;
  SelFrameWriter *answer;
  const char *end;
  double width, height;
  guint n_places = 0;
  glong n_letters;

  if (!poppler_page_get_text_layout (page, &places, &n_places))
    n_places = 0;
  poppler_page_get_size (page, &width, &height);
  width = clamp (width, SEL_PDF_MAX_SIDE);
  height = clamp (height, SEL_PDF_MAX_SIDE);

  g_utf8_validate (text, -1, &end);
  n_letters = MIN (g_utf8_strlen (text, end - text), (glong) SEL_PDF_MAX_LETTERS);
  end = g_utf8_offset_to_pointer (text, n_letters);

  answer = sel_frame_channel_begin (self->channel, SEL_FRAME_PDF_PAGE_TEXT);
  sel_frame_put_text_len (answer, text, (gsize) (end - text));
  sel_frame_put_u32 (answer, (guint32) n_letters);
  for (glong i = 0; i < n_letters; i++)
    put_place (answer, i < (glong) n_places ? &places[i] : &nowhere, width, height);
  return sel_frame_channel_end (self->channel);
}

static gboolean
answer_words (Renderer *self, Page *page)
{
  g_autofree char *text = poppler_page_get_text (page);
  SelFrameWriter *answer = sel_frame_channel_begin (self->channel, SEL_FRAME_PDF_PAGE_WORDS);

  sel_pdf_put_sound_text (answer, text ? text : "", SEL_PDF_MAX_LETTERS);
  return sel_frame_channel_end (self->channel);
}

/* Most questions are about one page of the open document. */
static gboolean
answer_about_page (Renderer *self, SelFrame *question, int file)
{
  SelFrameReader *values = &question->payload;
  guint32 index = sel_frame_get_u32 (values);
  g_autoptr (Page) page = NULL;
  const char *words;

  if (self->document && index < self->n_pages)
    page = poppler_document_get_page (self->document, (int) index);
  if (!page)
    return fail (self, SEL_FAILURE_PAGE);

  switch (question->kind)
    {
    case SEL_FRAME_PDF_RENDER:
      return answer_render (self, page, values, file);

    case SEL_FRAME_PDF_SEARCH:
      words = sel_frame_get_text (values, SEL_PDF_MAX_WORDS);
      return sel_frame_reader_finish (values) && words && answer_search (self, page, words);

    case SEL_FRAME_PDF_TEXT:
      return answer_text (self, page);

    case SEL_FRAME_PDF_WORDS:
      return answer_words (self, page);

    case SEL_FRAME_PDF_LINKS:
      return answer_links (self, page);

    default:
      return FALSE;
    }
}

static gboolean
answer (Renderer *self, SelFrame *question)
{
  SelFrameReader *values = &question->payload;
  g_auto (SelDescriptor) file = sel_frame_channel_take_file (self->channel);
  const char *words;

  switch (question->kind)
    {
    case SEL_FRAME_PDF_OPEN:
      words = sel_frame_get_text (values, SEL_PDF_MAX_PASSWORD);
      return sel_frame_reader_finish (values) && answer_open (self, words, file);

    case SEL_FRAME_PDF_OUTLINE:
      return sel_frame_reader_finish (values) && answer_outline (self);

    case SEL_FRAME_PDF_SIGNATURES:
      words = sel_frame_get_text (values, SEL_PDF_MAX_ISSUERS);
      return sel_frame_reader_finish (values) && words && answer_signatures (self, words);

    default:
      return answer_about_page (self, question, file);
    }
}

/**
 * sel_pdf_renderer_run:
 * @channel: to the program
 * @input_fd: not used: a document comes with the question to open it
 *
 * Answers questions until the program hangs up.
 *
 * Returns: the exit status of this process
 */
int
sel_pdf_renderer_run (SelFrameChannel *channel, G_GNUC_UNUSED int input_fd)
{
  Renderer self = { .channel = channel };
  SelFrame question;
  SelChannelState state;

  while ((state = sel_frame_channel_next (channel, &question)) == SEL_CHANNEL_FRAME)
    if (!answer (&self, &question) || !sel_frame_channel_flush (channel))
      break;

  g_clear_object (&self.document);
  g_clear_pointer (&self.bytes, g_bytes_unref);
  return state == SEL_CHANNEL_CLOSED ? EXIT_SUCCESS : EXIT_FAILURE;
}
