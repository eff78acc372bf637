/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "confined/error.h"
#include "confined/pdf-answers.h"
#include "confined/pdf-contents.h"

static void
free_link (gpointer data)
{
  SelPdfLink *self = data;

  g_free (self->target.address);
  g_free (self);
}

static void
free_bookmark (gpointer data)
{
  SelPdfBookmark *self = data;

  g_free (self->title);
  g_free (self->target.address);
  g_free (self);
}

static void
free_signature (gpointer data)
{
  SelPdfSignature *self = data;

  g_free (self->signer);
  g_free (self);
}

/* Addresses that a browser or a mail program is for. */
static gboolean
may_be_opened (const char *address)
{
  static const char *const schemes[] = { "http", "https", "mailto" };
  g_autoptr (GUri) uri = g_uri_parse (address, G_URI_FLAGS_PARSE_RELAXED, NULL);

  return uri && g_strv_contains (schemes, g_uri_get_scheme (uri));
}

/* FALSE for what no reader says. */
static gboolean
take_target (SelFrameReader *values, guint n_pages, SelPdfTarget *target)
{
  const guint32 kind = sel_frame_get_u32 (values);
  const char *address;

  target->page = sel_frame_get_u32 (values);
  target->top = sel_frame_get_f64 (values);
  address = sel_frame_get_text (values, SEL_PDF_MAX_ADDRESS);
  if (!address || kind > SEL_PDF_TARGET_PROGRAM || target->page >= n_pages ||
      !(target->top >= 0 && target->top <= SEL_PDF_MAX_SIDE))
    return FALSE;

  target->kind = kind;
  if (kind == SEL_PDF_TARGET_ADDRESS && may_be_opened (address))
    target->address = g_strdup (address);
  return TRUE;
}

/* The functions below add what they take, sound or not, so that it is freed with the rest. */

static gboolean
take_link (SelFrameReader *values, guint n_pages, GPtrArray *list)
{
  SelPdfLink *link = g_new0 (SelPdfLink, 1);
  const double most = 4 * SEL_PDF_MAX_SIDE;

  g_ptr_array_add (list, link);
  link->x = sel_frame_get_f64 (values);
  link->y = sel_frame_get_f64 (values);
  link->width = sel_frame_get_f64 (values);
  link->height = sel_frame_get_f64 (values);
  return take_target (values, n_pages, &link->target) && list->len <= SEL_PDF_MAX_LINKS &&
         ABS (link->x) <= most && ABS (link->y) <= most && link->width > 0 &&
         link->width <= most && link->height > 0 && link->height <= most;
}

static gboolean
take_bookmark (SelFrameReader *values, guint n_pages, GPtrArray *list)
{
  const SelPdfBookmark *before = list->len ? list->pdata[list->len - 1] : NULL;
  SelPdfBookmark *bookmark = g_new0 (SelPdfBookmark, 1);

  g_ptr_array_add (list, bookmark);
  bookmark->depth = sel_frame_get_u32 (values);
  bookmark->title = g_strdup (sel_frame_get_text (values, SEL_PDF_MAX_TITLE));
  return take_target (values, n_pages, &bookmark->target) && bookmark->title &&
         list->len <= SEL_PDF_MAX_BOOKMARKS && bookmark->depth < SEL_PDF_MAX_DEPTH &&
         bookmark->depth <= (before ? before->depth + 1 : 0);
}

static gboolean
take_signature (SelFrameReader *values, G_GNUC_UNUSED guint n_pages, GPtrArray *list)
{
  SelPdfSignature *signature = g_new0 (SelPdfSignature, 1);

  g_ptr_array_add (list, signature);
  signature->integrity = sel_frame_get_u32 (values);
  signature->covers_all = sel_frame_get_u32 (values) != 0;
  signature->is_trusted = sel_frame_get_u32 (values) != 0;
  signature->signer = g_strdup (sel_frame_get_text (values, SEL_PDF_MAX_TITLE));
  return signature->signer && list->len <= SEL_PDF_MAX_SIGNATURES &&
         signature->integrity >= SEL_PDF_INTACT && signature->integrity <= SEL_PDF_UNCHECKED;
}

static const struct
{
  SelFrameKind question, answer;
  GDestroyNotify free;
  gboolean (*take) (SelFrameReader *values, guint n_pages, GPtrArray *list);
} lists[] = {
  { SEL_FRAME_PDF_LINKS, SEL_FRAME_PDF_LINKS_ARE, free_link, take_link },
  { SEL_FRAME_PDF_OUTLINE, SEL_FRAME_PDF_OUTLINE_IS, free_bookmark, take_bookmark },
  { SEL_FRAME_PDF_SIGNATURES, SEL_FRAME_PDF_SIGNATURES_ARE, free_signature, take_signature },
};

/**
 * sel_pdf_answer_list:
 * @question: its kind
 * @n_pages: of the document
 *
 * Returns: (transfer full) (nullable): SelPdfLinks, SelPdfBookmarks or SelPdfSignatures
 */
GPtrArray *
sel_pdf_answer_list (SelFrame *answer,
                     SelFrameKind question,
                     const char *name,
                     guint page,
                     guint n_pages,
                     GError **error)
{
  SelFrameReader *values = &answer->payload;
  g_autoptr (GPtrArray) list = NULL;
  gboolean is_sound = TRUE;
  guint i = 0;

  while (lists[i].question != question)
    i++;
  if (!sel_pdf_answer_is (answer, lists[i].answer, name, page, error))
    return NULL;

  list = g_ptr_array_new_with_free_func (lists[i].free);
  while (is_sound && sel_frame_get_u32 (values) == 1)
    is_sound = lists[i].take (values, n_pages, list);
  if (is_sound && sel_frame_reader_finish (values))
    return g_steal_pointer (&list);

  g_propagate_error (error, sel_confined_error_new (SEL_CONFINED_ERROR_PROTOCOL, name));
  return NULL;
}
