/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "confined/pdf-finding.h"

#include <string.h>

#include "confined/protocol.h"

/* Characters of the page on either side of what was found. */
#define LEAD 32
#define TAIL 48

/* The text of a page and where each of its characters stands. */
typedef struct
{
  gunichar *characters;
  guint n_characters;
  PopplerRectangle *places; /* from the top of the page */
} Text;

static void
text_clear (Text *self)
{
  g_free (self->characters);
  g_free (self->places);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Text, text_clear)

static void
text_read (Text *self, Page *page)
{
  g_autofree char *text = poppler_page_get_text (page);
  guint n_places = 0;
  glong n_characters = 0;

  if (!text || !poppler_page_get_text_layout (page, &self->places, &n_places))
    return;

  self->characters = g_utf8_to_ucs4 (text, -1, NULL, &n_characters, NULL);
  if (self->characters)
    self->n_characters = MIN (n_places, (guint) n_characters);
}

static gboolean
is_in (const PopplerRectangle *place, const PopplerRectangle *hit)
{
  const double x = (place->x1 + place->x2) / 2;
  const double y = (place->y1 + place->y2) / 2;

  return x >= hit->x1 && x <= hit->x2 && y >= hit->y1 && y <= hit->y2;
}

/* The characters that stand in @hit, from the first of them on. */
static gboolean
text_find (const Text *self, const PopplerRectangle *hit, guint *first, guint *end)
{
  guint i = 0;

  while (i < self->n_characters && !is_in (&self->places[i], hit))
    i++;

  *first = i;
  while (i < self->n_characters && is_in (&self->places[i], hit))
    i++;

  *end = i;
  return *end > *first;
}

static void
append (const Text *self, GString *words, guint from, guint to)
{
  for (guint i = from; i < to; i++)
    {
      const gunichar character = self->characters[i];
      const gboolean is_gap = g_unichar_isspace (character) || g_unichar_iscntrl (character);

      if (!is_gap)
        g_string_append_unichar (words, character);
      else if (words->len > 0 && words->str[words->len - 1] != ' ')
        g_string_append_c (words, ' ');
    }
}

/* Whole words only, unless one is longer than all that is told. */
static guint
find_begin (const Text *self, guint first)
{
  const guint least = first > LEAD ? first - LEAD : 0;

  if (least == 0)
    return 0;
  for (guint i = least; i < first; i++)
    if (g_unichar_isspace (self->characters[i]))
      return i + 1;
  return first;
}

static guint
find_end (const Text *self, guint end)
{
  const guint most = MIN (self->n_characters, end + TAIL);

  if (most == self->n_characters)
    return most;
  for (guint i = most; i > end; i--)
    if (g_unichar_isspace (self->characters[i - 1]))
      return i - 1;
  return end;
}

/* The words around a hit, and which of their bytes are the hit itself. */
static void
put_context (SelFrameWriter *answer, const Text *text, const PopplerRectangle *hit)
{
  g_autoptr (GString) words = g_string_new (NULL);
  guint first, end, begin_bytes, end_bytes;

  if (!text_find (text, hit, &first, &end))
    {
      sel_frame_put_text (answer, "");
      sel_frame_put_u32 (answer, 0);
      sel_frame_put_u32 (answer, 0);
      return;
    }

  append (text, words, find_begin (text, first), first);
  begin_bytes = (guint) words->len;
  append (text, words, first, MIN (end, first + TAIL));
  end_bytes = (guint) words->len;
  append (text, words, end, find_end (text, end));
  sel_frame_put_text (answer, words->str);
  sel_frame_put_u32 (answer, begin_bytes);
  sel_frame_put_u32 (answer, end_bytes);
}

/* Poppler counts from the bottom of the page, we from its top. */
static PopplerRectangle
turn_over (const PopplerRectangle *hit, double page_height)
{
  return (PopplerRectangle){ hit->x1, page_height - hit->y2, hit->x2, page_height - hit->y1 };
}

void
sel_pdf_put_hits (SelFrameWriter *answer, Page *page, const char *words)
{
  const PopplerFindFlags how = POPPLER_FIND_DEFAULT | POPPLER_FIND_MULTILINE;
  GList *hits = poppler_page_find_text_with_options (page, words, how);
  const guint n_hits = MIN (g_list_length (hits), SEL_PDF_MAX_HITS);
  g_auto (Text) text = { 0 };
  GList *link = hits;
  double page_height;

  poppler_page_get_size (page, NULL, &page_height);
  if (n_hits > 0)
    text_read (&text, page);

  sel_frame_put_u32 (answer, n_hits);
  for (guint i = 0; i < n_hits; i++, link = link->next)
    {
      const PopplerRectangle hit = turn_over (link->data, page_height);

      sel_frame_put_f64 (answer, hit.x1);
      sel_frame_put_f64 (answer, hit.y1);
      sel_frame_put_f64 (answer, hit.x2 - hit.x1);
      sel_frame_put_f64 (answer, hit.y2 - hit.y1);
      put_context (answer, &text, &hit);
    }

  g_list_free_full (hits, (GDestroyNotify) poppler_rectangle_free);
}
