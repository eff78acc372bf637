/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "confined/pdf-renderer.h"

#include <cairo.h>
#include <fontconfig/fontconfig.h>
#include <poppler.h>
#include <string.h>
#include <sys/mman.h>

#include "confined/descriptor.h"
#include "confined/protocol.h"

/* Under names of our own, because later versions of Poppler define this for theirs. */
typedef PopplerDocument Document;
typedef PopplerPage Page;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Document, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Page, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (cairo_t, cairo_destroy)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (cairo_surface_t, cairo_surface_destroy)

typedef struct
{
  SelFrameChannel *channel;
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

static gboolean
draw (Page *page, guint8 *pixels, guint width, guint height)
{
  g_autoptr (cairo_surface_t) surface = NULL;
  g_autoptr (cairo_t) cairo = NULL;
  double page_width, page_height;

  surface = cairo_image_surface_create_for_data (pixels, CAIRO_FORMAT_ARGB32,
                                                 (int) width, (int) height, (int) width * 4);
  cairo = cairo_create (surface);
  poppler_page_get_size (page, &page_width, &page_height);
  cairo_set_source_rgb (cairo, 1, 1, 1);
  cairo_paint (cairo);
  cairo_scale (cairo, width / page_width, height / page_height);
  poppler_page_render (page, cairo);
  cairo_surface_finish (surface);
  return cairo_status (cairo) == CAIRO_STATUS_SUCCESS;
}

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
  guint8 pixels[16 * 16 * 4];

  if (page)
    draw (page, pixels, 16, 16);
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
static void
put_sound_text (SelFrameWriter *answer, const char *text, gsize max_length)
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
    put_sound_text (answer, title, SEL_PDF_MAX_TITLE);
  else
    sel_frame_put_text (answer, NULL);
  sel_frame_put_u32 (answer, self->n_pages);
  for (guint i = 0; i < self->n_pages; i++)
    put_size (answer, self->document, i);
  return sel_frame_channel_end (self->channel);
}

static gboolean
answer_render (Renderer *self, Page *page, guint width, guint height, int file)
{
  const gsize size = (gsize) width * height * 4;
  guint8 *pixels = mmap (NULL, size, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
  gboolean is_drawn;

  if (pixels == MAP_FAILED)
    return fail (self, SEL_FAILURE_PAGE);

  is_drawn = draw (page, pixels, width, height);
  munmap (pixels, size); /* the program seals this memory: nobody may hold it */
  if (!is_drawn)
    return fail (self, SEL_FAILURE_PAGE);

  sel_frame_channel_begin (self->channel, SEL_FRAME_PDF_RENDERED);
  return sel_frame_channel_end (self->channel);
}

/* Poppler counts from the bottom of the page, we from its top. */
static gboolean
answer_search (Renderer *self, Page *page, const char *words)
{
  const PopplerFindFlags how = POPPLER_FIND_DEFAULT | POPPLER_FIND_MULTILINE;
  GList *hits = poppler_page_find_text_with_options (page, words, how);
  const guint n_hits = MIN (g_list_length (hits), SEL_PDF_MAX_HITS);
  SelFrameWriter *answer = sel_frame_channel_begin (self->channel, SEL_FRAME_PDF_HITS);
  GList *link = hits;
  double page_height;

  poppler_page_get_size (page, NULL, &page_height);
  sel_frame_put_u32 (answer, n_hits);
  for (guint i = 0; i < n_hits; i++, link = link->next)
    {
      PopplerRectangle *hit = link->data;

      sel_frame_put_f64 (answer, hit->x1);
      sel_frame_put_f64 (answer, page_height - hit->y2);
      sel_frame_put_f64 (answer, hit->x2 - hit->x1);
      sel_frame_put_f64 (answer, hit->y2 - hit->y1);
    }

  g_list_free_full (hits, (GDestroyNotify) poppler_rectangle_free);
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

/* Every question but the first is about one page of the open document. */
static gboolean
answer_about_page (Renderer *self, SelFrame *question, int file)
{
  SelFrameReader *values = &question->payload;
  guint32 index = sel_frame_get_u32 (values);
  g_autoptr (Page) page = NULL;
  guint width, height;
  const char *words;

  if (self->document && index < self->n_pages)
    page = poppler_document_get_page (self->document, (int) index);
  if (!page)
    return fail (self, SEL_FAILURE_PAGE);

  switch (question->kind)
    {
    case SEL_FRAME_PDF_RENDER:
      width = sel_frame_get_u32 (values);
      height = sel_frame_get_u32 (values);
      return sel_frame_reader_finish (values) && answer_render (self, page, width, height, file);

    case SEL_FRAME_PDF_SEARCH:
      words = sel_frame_get_text (values, SEL_PDF_MAX_WORDS);
      return sel_frame_reader_finish (values) && words && answer_search (self, page, words);

    case SEL_FRAME_PDF_TEXT:
      return answer_text (self, page);

    default:
      return FALSE;
    }
}

static gboolean
answer (Renderer *self, SelFrame *question)
{
  g_auto (SelDescriptor) file = sel_frame_channel_take_file (self->channel);
  const char *password;

  if (question->kind != SEL_FRAME_PDF_OPEN)
    return answer_about_page (self, question, file);

  password = sel_frame_get_text (&question->payload, SEL_PDF_MAX_PASSWORD);
  return sel_frame_reader_finish (&question->payload) && answer_open (self, password, file);
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
  return state == SEL_CHANNEL_CLOSED ? EXIT_SUCCESS : EXIT_FAILURE;
}
