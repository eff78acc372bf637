/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/pages/page-cache.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "ui/pages/page-store.h"

/* 64 MiB. A page that would have more pixels is drawn with these and stretched, and what is seen of
 * it is drawn again: an A4 sheet that is larger than 420 percent. */
#define MOST_PIXELS (16 << 20)
/* A side of a texture that every graphics card takes. */
#define MOST_SIDE 16000

/* Of a page in a few pixels, which is there in no time; it comes first where the whole has many
 * more, … */
#define DRAFT_PIXELS (1 << 17)
#define MANY_PIXELS (4 << 20)
/* … and ahead of the reader for so many pages. */
#define N_DRAFTS 8

/* How many pixels more than what is seen a part has on each side, to scroll in. */
#define PART_MARGIN 256

/* A page that has ended so many readers, one after the other, is not given to another one. */
#define MOST_DEATHS 2

/* A page that is to be drawn, or a part of one. */
typedef struct
{
  guint page;
  double scale;
  SelPdfStyle style;
  gboolean is_part;
  SelPdfPart part;
} Wish;

struct _SelPageCache
{
  GObject parent_instance;

  SelPdf *pdf;
  SelPageStore *store;

  SelPdfStyle style;
  gboolean has_wishes;
  guint first, last; /* the pages that are seen */
  double scale;      /* pixels of the screen for each point */
  GArray *parts;     /* Wish: of those pages that are not drawn whole */

  guint suspect;      /* the page that the last reader drew when it ended … */
  guint n_deaths;     /* … and how many have, since a page was drawn */
  gboolean is_broken; /* no page is drawn, until there is another SelPdf */
  gboolean is_asking;
  Wish asked;
};

G_DEFINE_FINAL_TYPE (SelPageCache, sel_page_cache, G_TYPE_OBJECT)

enum
{
  SIGNAL_ARRIVED,
  SIGNAL_FAILED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void ask_next (SelPageCache *self);

static SelKeptPage *
find (SelPageCache *self, guint page)
{
  return sel_page_store_find (self->store, page);
}

static void
put_pixels (SelPageCache *self, const Wish *wish, SelPixels *pixels)
{
  g_autoptr (GdkTexture) texture = gdk_memory_texture_new (
    (int) pixels->width, (int) pixels->height, GDK_MEMORY_DEFAULT, pixels->bytes, pixels->stride);

  if (wish->is_part)
    sel_page_store_put_part (self->store, wish->page, texture, wish->style, &wish->part,
                             wish->scale);
  else
    sel_page_store_put (self->store, wish->page, texture, wish->style);

  self->n_deaths = 0;

  /* What is on the screen stays, and what lies beside it, however large it is. */
  sel_page_store_trim (self->store, self->first > 0 ? self->first - 1 : 0, self->last + 1);
}

/* A page that cannot be drawn is one matter, a reader that draws no page any more another. */
static gboolean
is_about_page (const GError *error)
{
  return g_error_matches (error, SEL_CONFINED_ERROR, SEL_CONFINED_ERROR_DAMAGED) ||
         g_error_matches (error, SEL_CONFINED_ERROR, SEL_CONFINED_ERROR_TOO_LARGE);
}

/* A reader that ended may have been ended by the page that it drew. */
static void
blame (SelPageCache *self, guint number, const GError *error)
{
  const gboolean is_late = g_error_matches (error, SEL_CONFINED_ERROR, SEL_CONFINED_ERROR_TIMEOUT);
  g_autofree char *sentence = NULL;

  if (sel_pdf_get_fatal_page (self->pdf) != number)
    return;

  self->n_deaths = number == self->suspect ? self->n_deaths + 1 : 1;
  self->suspect = number;
  if (self->n_deaths < MOST_DEATHS && !is_late)
    return;

  sentence = g_strdup_printf (
    /* Translators: the number of a page that stopped the program that draws it, more than once */
    _ ("Page %u cannot be shown: it stops its reader each time. Other pages may be sound; ask its "
       "sender for a new copy."),
    number + 1);
  sel_page_store_put_problem (self->store, number, sentence);
  g_signal_emit (self, signals[SIGNAL_ARRIVED], 0, number);
}

static void
rendered_cb (GObject *pdf, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SelPageCache) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SelPixels) pixels = sel_pdf_render_finish (SEL_PDF (pdf), result, &error);
  const Wish asked = self->asked;

  self->is_asking = FALSE;
  if (SEL_PDF (pdf) != self->pdf) /* there is another reader by now */
    {
      ask_next (self);
      return;
    }

  if (pixels)
    put_pixels (self, &asked, pixels);
  else if (is_about_page (error))
    sel_page_store_put_problem (self->store, asked.page, error->message);
  else
    {
      self->is_broken = TRUE;
      blame (self, asked.page, error);
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        g_signal_emit (self, signals[SIGNAL_FAILED], 0, error);
      return;
    }

  ask_next (self);
  g_signal_emit (self, signals[SIGNAL_ARRIVED], 0, asked.page);
}

static double
get_pixels (SelPageCache *self, guint page, double scale)
{
  double width, height;

  sel_pdf_get_page_size (self->pdf, page, &width, &height);
  return width * height * scale * scale;
}

static double
get_drawn_scale (SelPageCache *self, guint page, double scale)
{
  double width, height, most;

  sel_pdf_get_page_size (self->pdf, page, &width, &height);
  most = MIN (sqrt (MOST_PIXELS / (width * height)), MOST_SIDE / MAX (width, height));
  return MIN (scale, most);
}

static void
ask (SelPageCache *self, const Wish *wish)
{
  self->is_asking = TRUE;
  self->asked = *wish;
  sel_pdf_render_part_async (self->pdf, wish->page, wish->scale, wish->style,
                             wish->is_part ? &wish->part : NULL, NULL, rendered_cb,
                             g_object_ref (self));
}

static gboolean
ask_draft (SelPageCache *self, guint page)
{
  const double scale = sqrt (DRAFT_PIXELS / get_pixels (self, page, 1));
  const Wish wish = { .page = page, .scale = scale, .style = self->style };
  const SelKeptPage *found = find (self, page);

  if ((found && (found->texture || found->problem)) || scale >= self->scale)
    return FALSE;

  ask (self, &wish);
  return TRUE;
}

/* Whether there is anything of it to be asked for, and was. */
static gboolean
ask_whole (SelPageCache *self, guint page)
{
  const Wish wish = { .page = page,
                      .scale = get_drawn_scale (self, page, self->scale),
                      .style = self->style };

  if (sel_page_cache_get_problem (self, page) || sel_page_cache_is_sharp (self, page, self->scale))
    return FALSE;
  if (get_pixels (self, page, wish.scale) > MANY_PIXELS && ask_draft (self, page))
    return TRUE;

  ask (self, &wish);
  return TRUE;
}

static gboolean
has_part (const SelKeptPage *page, const Wish *wish)
{
  const SelPdfPart *a = &page->part;
  const SelPdfPart *b = &wish->part;

  return page->part_texture && page->style == wish->style && page->part_scale == wish->scale &&
         a->x <= b->x && a->y <= b->y && a->x + a->width >= b->x + b->width &&
         a->y + a->height >= b->y + b->height;
}

/* With some of what lies around it. */
static SelPdfPart
widen (SelPageCache *self, const Wish *wish)
{
  const SelPdfPart *seen = &wish->part;
  SelPdfPart part;
  double width, height;

  sel_pdf_get_page_size (self->pdf, wish->page, &width, &height);
  part.x = seen->x > PART_MARGIN ? seen->x - PART_MARGIN : 0;
  part.y = seen->y > PART_MARGIN ? seen->y - PART_MARGIN : 0;
  part.width = MIN ((guint) floor (width * wish->scale + 0.5) - part.x,
                    seen->x + seen->width + PART_MARGIN - part.x);
  part.height = MIN ((guint) floor (height * wish->scale + 0.5) - part.y,
                     seen->y + seen->height + PART_MARGIN - part.y);
  return part;
}

/* The first of the wished parts that is not there. */
static const Wish *
find_missing_part (SelPageCache *self)
{
  for (guint i = 0; i < self->parts->len; i++)
    {
      Wish *wish = &g_array_index (self->parts, Wish, i);
      const SelKeptPage *page = find (self, wish->page);

      wish->style = self->style;
      if (!page || (!page->problem && !has_part (page, wish)))
        return wish;
    }

  return NULL;
}

static gboolean
ask_part (SelPageCache *self)
{
  const Wish *missing = find_missing_part (self);
  Wish wish;

  if (!missing)
    return FALSE;

  wish = *missing;
  wish.part = widen (self, missing);
  ask (self, &wish);
  return TRUE;
}

/* Drafts never take the place of anything. */
static gboolean
has_room_for_draft (SelPageCache *self)
{
  return sel_page_store_get_n_bytes (self->store) + DRAFT_PIXELS * 4 <=
         sel_page_store_get_most_bytes (self->store);
}

static void
ask_next (SelPageCache *self)
{
  const guint end = sel_pdf_get_n_pages (self->pdf);

  if (self->is_asking || self->is_broken || !self->has_wishes)
    return;

  for (guint page = self->first; page <= self->last; page++)
    if (ask_whole (self, page))
      return;
  if (ask_part (self))
    return;
  if (self->last + 1 < end && ask_whole (self, self->last + 1))
    return;
  if (self->first > 0 && ask_whole (self, self->first - 1))
    return;

  for (guint i = 2; i <= N_DRAFTS && has_room_for_draft (self); i++)
    if ((self->last + i < end && ask_draft (self, self->last + i)) ||
        (self->first >= i && ask_draft (self, self->first - i)))
      return;
}

static void
sel_page_cache_finalize (GObject *object)
{
  SelPageCache *self = SEL_PAGE_CACHE (object);

  g_clear_object (&self->pdf);
  sel_page_store_free (self->store);
  g_array_unref (self->parts);

  G_OBJECT_CLASS (sel_page_cache_parent_class)->finalize (object);
}

static void
sel_page_cache_class_init (SelPageCacheClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sel_page_cache_finalize;

  /* The page was drawn, or there is a sentence that tells why it cannot be. */
  signals[SIGNAL_ARRIVED] = g_signal_new ("arrived", SEL_TYPE_PAGE_CACHE, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  /* No page will be drawn any more, for this reason, until the document is opened anew. */
  signals[SIGNAL_FAILED] = g_signal_new ("failed", SEL_TYPE_PAGE_CACHE, G_SIGNAL_RUN_LAST, 0, NULL,
                                         NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
sel_page_cache_init (SelPageCache *self)
{
  self->parts = g_array_new (FALSE, FALSE, sizeof (Wish));
}

/**
 * sel_page_cache_new:
 * @most_bytes: how much is kept, unless what is seen is more
 */
SelPageCache *
sel_page_cache_new (SelPdf *pdf, gsize most_bytes)
{
  SelPageCache *self = g_object_new (SEL_TYPE_PAGE_CACHE, NULL);

  self->pdf = g_object_ref (pdf);
  self->store = sel_page_store_new (most_bytes);
  return self;
}

/**
 * sel_page_cache_renew:
 * @pdf: the same document, opened anew
 *
 * Goes on with a reader that lives. What was drawn is kept.
 */
void
sel_page_cache_renew (SelPageCache *self, SelPdf *pdf)
{
  g_set_object (&self->pdf, pdf);
  self->is_broken = FALSE;
  ask_next (self);
}

SelPdf *
sel_page_cache_get_pdf (SelPageCache *self)
{
  return self->pdf;
}

/* What is there in another style stays until it is drawn in this one. */
void
sel_page_cache_set_style (SelPageCache *self, SelPdfStyle style)
{
  self->style = style;
  ask_next (self);
}

/**
 * sel_page_cache_wish:
 * @first: the pages from here …
 * @last: … to here are seen
 * @scale: pixels of the screen for each point
 *
 * Takes the place of the wish before, and of its parts.
 */
void
sel_page_cache_wish (SelPageCache *self, guint first, guint last, double scale)
{
  self->has_wishes = TRUE;
  self->first = first;
  self->last = last;
  self->scale = scale;
  g_array_set_size (self->parts, 0);
  ask_next (self);
}

/**
 * sel_page_cache_wish_part:
 * @page: one of those that are seen, and are not drawn whole
 * @part: what is seen of it, in pixels of the screen
 */
void
sel_page_cache_wish_part (SelPageCache *self, guint page, const SelPdfPart *part)
{
  const Wish wish = { .page = page, .scale = self->scale, .is_part = TRUE, .part = *part };

  g_array_append_val (self->parts, wish);
  ask_next (self);
}

/**
 * sel_page_cache_get_texture:
 *
 * Returns: (transfer none) (nullable): the page, perhaps drawn for another scale
 */
GdkTexture *
sel_page_cache_get_texture (SelPageCache *self, guint page)
{
  const SelKeptPage *found = sel_page_store_use (self->store, page);

  return found ? found->texture : NULL;
}

/**
 * sel_page_cache_get_part:
 * @part: (out): what it is of the page, in pixels of the wished scale
 *
 * Returns: (transfer none) (nullable): the sharp part of a page that is not drawn whole
 */
GdkTexture *
sel_page_cache_get_part (SelPageCache *self, guint page, SelPdfPart *part)
{
  const SelKeptPage *found = find (self, page);

  if (!found || !found->part_texture || found->part_scale != self->scale)
    return NULL;

  *part = found->part;
  return found->part_texture;
}

/**
 * sel_page_cache_get_problem:
 *
 * Returns: (nullable): the sentence that is to be seen in place of the page
 */
const char *
sel_page_cache_get_problem (SelPageCache *self, guint page)
{
  const SelKeptPage *found = find (self, page);

  return found ? found->problem : NULL;
}

/* Whether the page is there with as many pixels as can be used at @scale. */
gboolean
sel_page_cache_is_sharp (SelPageCache *self, guint page, double scale)
{
  const SelKeptPage *found = find (self, page);
  double width, height;

  if (found == NULL || found->texture == NULL || found->style != self->style)
    return FALSE;

  sel_pdf_get_page_size (self->pdf, page, &width, &height);
  width *= get_drawn_scale (self, page, scale);
  return gdk_texture_get_width (found->texture) == (int) (MAX (1, width) + 0.5);
}

/* Whether the page has no more pixels at @scale than one can have: no parts of it are needed. */
gboolean
sel_page_cache_is_whole (SelPageCache *self, guint page, double scale)
{
  return get_drawn_scale (self, page, scale) == scale;
}

/* Whether all parts that were wished are there. */
gboolean
sel_page_cache_has_parts (SelPageCache *self)
{
  return !find_missing_part (self);
}

gsize
sel_page_cache_get_n_bytes (SelPageCache *self)
{
  return sel_page_store_get_n_bytes (self->store);
}
