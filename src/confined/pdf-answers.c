/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "confined/pdf-answers.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "confined/error.h"

/**
 * sel_pdf_error_for_page:
 *
 * Returns: (transfer full): that this page cannot be shown, though others may
 */
GError *
sel_pdf_error_for_page (const char *name, guint page)
{
  return g_error_new (SEL_CONFINED_ERROR, SEL_CONFINED_ERROR_DAMAGED,
                      /* Translators: %u is the number of a page, %s the name of a file. */
                      _ ("Page %u of “%s” cannot be shown: it is damaged, or larger than a sheet "
                         "can be. Other pages may be sound; ask its sender for a new copy."),
                      page + 1, name);
}

static GError *
error_from_failure (guint32 failure, const char *name, gboolean has_password, guint page)
{
  switch (failure)
    {
    case SEL_FAILURE_ENCRYPTED:
      return g_error_new (SEL_CONFINED_ERROR, SEL_CONFINED_ERROR_ENCRYPTED,
                          has_password
                            ? _ ("This is not the password of “%s”. Check it and try again.")
                            : _ ("“%s” is protected. Enter its password to read it."),
                          name);
    case SEL_FAILURE_TOO_MANY_PAGES:
      return g_error_new (SEL_CONFINED_ERROR, SEL_CONFINED_ERROR_TOO_LARGE,
                          _ ("“%s” has more than %u pages, the most that are shown. Ask its sender "
                             "for its parts."),
                          name, SEL_PDF_MAX_PAGES);
    case SEL_FAILURE_DAMAGED:
      return sel_confined_error_new (SEL_CONFINED_ERROR_DAMAGED, name);
    case SEL_FAILURE_PAGE:
      return sel_pdf_error_for_page (name, page);
    default:
      return sel_confined_error_new (SEL_CONFINED_ERROR_PROTOCOL, name);
    }
}

static gboolean
set_unexpected (GError **error, const char *name)
{
  g_propagate_error (error, sel_confined_error_new (SEL_CONFINED_ERROR_PROTOCOL, name));
  return FALSE;
}

static gboolean
expect (SelFrame *answer,
        SelFrameKind kind,
        const char *name,
        gboolean has_password,
        guint page,
        GError **error)
{
  guint32 failure;

  if (answer->kind == kind)
    return TRUE;
  if (answer->kind != SEL_FRAME_FAILED)
    return set_unexpected (error, name);

  failure = sel_frame_get_u32 (&answer->payload);
  if (!sel_frame_reader_finish (&answer->payload))
    return set_unexpected (error, name);

  g_propagate_error (error, error_from_failure (failure, name, has_password, page));
  return FALSE;
}

/**
 * sel_pdf_answer_is:
 * @kind: what answers the question
 *
 * Returns: %FALSE if it is another answer, or says no
 */
gboolean
sel_pdf_answer_is (SelFrame *answer,
                   SelFrameKind kind,
                   const char *name,
                   guint page,
                   GError **error)
{
  return expect (answer, kind, name, FALSE, page, error);
}

/* Either no size at all, or one that a page can have. */
static gboolean
is_sound_size (const SelPdfSize *size)
{
  return (size->width == 0 && size->height == 0) ||
         (size->width >= 1 && size->width <= SEL_PDF_MAX_SIDE &&
          size->height >= 1 && size->height <= SEL_PDF_MAX_SIDE);
}

/**
 * sel_pdf_answer_opened:
 * @title: (out) (transfer full) (nullable): the document's own
 * @sizes: (out) (transfer full): a SelPdfSize for each page, at least one
 */
gboolean
sel_pdf_answer_opened (SelFrame *answer,
                       const char *name,
                       gboolean has_password,
                       char **title,
                       GArray **sizes,
                       GError **error)
{
  SelFrameReader *values = &answer->payload;
  g_autoptr (GArray) read = NULL;
  const char *own_title;
  guint32 n_pages;

  if (!expect (answer, SEL_FRAME_PDF_OPENED, name, has_password, 0, error))
    return FALSE;

  own_title = sel_frame_get_text (values, SEL_PDF_MAX_TITLE);
  n_pages = sel_frame_get_u32 (values);
  if (n_pages < 1 || n_pages > SEL_PDF_MAX_PAGES)
    return set_unexpected (error, name);

  read = g_array_sized_new (FALSE, FALSE, sizeof (SelPdfSize), n_pages);
  for (guint32 i = 0; i < n_pages; i++)
    {
      SelPdfSize size;

      size.width = sel_frame_get_f64 (values);
      size.height = sel_frame_get_f64 (values);
      if (!is_sound_size (&size))
        return set_unexpected (error, name);
      g_array_append_val (read, size);
    }
  if (!sel_frame_reader_finish (values))
    return set_unexpected (error, name);

  *title = g_strdup (own_title);
  *sizes = g_steal_pointer (&read);
  return TRUE;
}

gboolean
sel_pdf_answer_rendered (SelFrame *answer, const char *name, guint page, GError **error)
{
  return expect (answer, SEL_FRAME_PDF_RENDERED, name, FALSE, page, error) &&
         (sel_frame_reader_finish (&answer->payload) || set_unexpected (error, name));
}

static gboolean
take_context (SelFrameReader *values, SelPdfHit *hit)
{
  const char *context = sel_frame_get_text (values, SEL_PDF_MAX_CONTEXT);

  hit->begin = sel_frame_get_u32 (values);
  hit->end = sel_frame_get_u32 (values);
  if (!context || hit->begin > hit->end || hit->end > strlen (context) ||
      !g_utf8_validate (context, hit->begin, NULL) || !g_utf8_validate (context, hit->end, NULL))
    return FALSE;

  hit->context = g_strdup (context);
  return TRUE;
}

static void
clear_hit (gpointer hit)
{
  g_free (((SelPdfHit *) hit)->context);
}

/**
 * sel_pdf_hits_new:
 *
 * Returns: (transfer full) (element-type SelPdfHit): none yet
 */
GArray *
sel_pdf_hits_new (void)
{
  GArray *hits = g_array_new (FALSE, FALSE, sizeof (SelPdfHit));

  g_array_set_clear_func (hits, clear_hit);
  return hits;
}

/**
 * sel_pdf_answer_hits:
 * @hits: the SelPdfHits of this page are added here
 */
gboolean
sel_pdf_answer_hits (SelFrame *answer,
                     const char *name,
                     guint page,
                     GArray *hits,
                     GError **error)
{
  SelFrameReader *values = &answer->payload;
  guint32 n_hits;

  if (!expect (answer, SEL_FRAME_PDF_HITS, name, FALSE, page, error))
    return FALSE;

  n_hits = sel_frame_get_u32 (values);
  if (n_hits > SEL_PDF_MAX_HITS)
    return set_unexpected (error, name);

  for (guint32 i = 0; i < n_hits; i++)
    {
      SelPdfHit hit = { .page = page };

      hit.x = sel_frame_get_f64 (values);
      hit.y = sel_frame_get_f64 (values);
      hit.width = sel_frame_get_f64 (values);
      hit.height = sel_frame_get_f64 (values);
      if (!take_context (values, &hit))
        return set_unexpected (error, name);
      g_array_append_val (hits, hit);
    }

  return sel_frame_reader_finish (values) || set_unexpected (error, name);
}

static gboolean
get_length (SelFrameReader *values, float *length)
{
  const double value = sel_frame_get_f64 (values);

  *length = (float) value;
  return value >= 0 && value <= SEL_PDF_MAX_SIDE; /* nor is it NAN */
}

static gboolean
get_places (SelFrameReader *values, SelRectangle *places, guint n)
{
  for (guint i = 0; i < n; i++)
    if (!get_length (values, &places[i].x) || !get_length (values, &places[i].y) ||
        !get_length (values, &places[i].width) || !get_length (values, &places[i].height))
      return FALSE;
  return TRUE;
}

/**
 * sel_pdf_answer_text:
 * @size: of the page
 *
 * Returns: (transfer full) (nullable): the text of the page, "" if it has none
 */
SelPageText *
sel_pdf_answer_text (SelFrame *answer,
                     const char *name,
                     guint page,
                     const SelPdfSize *size,
                     GError **error)
{
  SelFrameReader *values = &answer->payload;
  g_autofree SelRectangle *places = NULL;
  const char *text;
  guint32 n_letters;

  if (!expect (answer, SEL_FRAME_PDF_PAGE_TEXT, name, FALSE, page, error))
    return NULL;

  text = sel_frame_get_text (values, SEL_PDF_MAX_LETTERS * 4);
  n_letters = sel_frame_get_u32 (values);
  if (text && n_letters <= SEL_PDF_MAX_LETTERS && n_letters == (gulong) g_utf8_strlen (text, -1))
    {
      places = g_new (SelRectangle, n_letters);
      if (get_places (values, places, n_letters) && sel_frame_reader_finish (values))
        return sel_page_text_new (size->width, size->height, text, places);
    }

  set_unexpected (error, name);
  return NULL;
}

/**
 * sel_pdf_answer_words:
 *
 * Returns: (transfer full) (nullable): the text of the page without its places, "" if it has none
 */
char *
sel_pdf_answer_words (SelFrame *answer, const char *name, guint page, GError **error)
{
  const char *text;

  if (!expect (answer, SEL_FRAME_PDF_PAGE_WORDS, name, FALSE, page, error))
    return NULL;

  text = sel_frame_get_text (&answer->payload, SEL_PDF_MAX_LETTERS);
  if (text && sel_frame_reader_finish (&answer->payload))
    return g_strdup (text);

  set_unexpected (error, name);
  return NULL;
}

/**
 * sel_pdf_set_too_large:
 *
 * Says that the file is larger than a confined reader is given.
 */
void
sel_pdf_set_too_large (GError **error, const char *name)
{
  g_set_error (
    error, SEL_CONFINED_ERROR, SEL_CONFINED_ERROR_TOO_LARGE,
    /* Translators: %s is the name of a file. */
    _ ("“%s” is larger than %u MiB, the most that is opened. Ask its sender for a smaller "
       "file."),
    name, SEL_PDF_MAX_BYTES >> 20);
}

/**
 * sel_pdf_set_too_much_text:
 *
 * Says that the file has more text than anybody reads, though its pages may be shown.
 */
void
sel_pdf_set_too_much_text (GError **error, const char *name)
{
  g_set_error (error, SEL_CONFINED_ERROR, SEL_CONFINED_ERROR_TOO_LARGE,
               /* Translators: %s is the name of a file. */
               _ ("“%s” has more text than is read at once. Its pages can be shown all the same."),
               name);
}
