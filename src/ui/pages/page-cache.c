/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/pages/page-cache.h"

#include <math.h>

/* 96 MiB. A page that would have more pixels is drawn with these, and stretched: A4 at 260 percent
 * on a screen of twice the usual density is still sharp. */
#define MOST_PIXELS (24 << 20)
/* A side of a texture that every graphics card takes. */
#define MOST_SIDE 16000

typedef struct
{
  GdkTexture *texture;
  gsize n_bytes;
  char *problem; /* why there is no texture: a sentence */
  guint64 last_used;
} Page;

struct _SelPageCache
{
  GObject parent_instance;

  SelPdf *pdf;
  gsize most_bytes;
  gsize n_bytes;
  GHashTable *pages; /* by their number */
  guint64 now;       /* counts what is used */

  gboolean has_wishes;
  guint first, last; /* the pages that are seen */
  double scale;      /* pixels of the screen for each point */
  gboolean is_asking;
  guint asked; /* the page */
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

static void
page_free (gpointer data)
{
  Page *self = data;

  g_clear_object (&self->texture);
  g_free (self->problem);
  g_free (self);
}

static Page *
find (SelPageCache *self, guint page)
{
  return g_hash_table_lookup (self->pages, GUINT_TO_POINTER (page));
}

static gboolean
is_wished (SelPageCache *self, guint page)
{
  return self->has_wishes && page + 1 >= self->first && page <= self->last + 1;
}

static void
remove_page (SelPageCache *self, guint page)
{
  const Page *removed = find (self, page);

  if (removed)
    self->n_bytes -= removed->n_bytes;
  g_hash_table_remove (self->pages, GUINT_TO_POINTER (page));
}

/* What is on the screen stays, however large it is. */
static void
give_up_oldest (SelPageCache *self)
{
  while (self->n_bytes > self->most_bytes)
    {
      guint64 oldest = G_MAXUINT64;
      guint given_up = 0;
      GHashTableIter iter;
      gpointer number, value;

      g_hash_table_iter_init (&iter, self->pages);
      while (g_hash_table_iter_next (&iter, &number, &value))
        {
          const Page *page = value;

          if (page->texture && page->last_used < oldest &&
              !is_wished (self, GPOINTER_TO_UINT (number)))
            {
              oldest = page->last_used;
              given_up = GPOINTER_TO_UINT (number);
            }
        }

      if (oldest == G_MAXUINT64)
        return;
      remove_page (self, given_up);
    }
}

static Page *
put_page (SelPageCache *self, guint page)
{
  Page *added = g_new0 (Page, 1);

  remove_page (self, page);
  added->last_used = ++self->now;
  g_hash_table_insert (self->pages, GUINT_TO_POINTER (page), added);
  return added;
}

static void
put_pixels (SelPageCache *self, guint page, SelPixels *pixels)
{
  Page *added = put_page (self, page);

  added->texture = gdk_memory_texture_new ((int) pixels->width, (int) pixels->height,
                                           GDK_MEMORY_DEFAULT, pixels->bytes, pixels->stride);
  added->n_bytes = g_bytes_get_size (pixels->bytes);
  self->n_bytes += added->n_bytes;
  give_up_oldest (self);
}

/* A page that cannot be drawn is one matter, a reader that draws no page any more another. */
static gboolean
is_about_page (const GError *error)
{
  return g_error_matches (error, SEL_CONFINED_ERROR, SEL_CONFINED_ERROR_DAMAGED) ||
         g_error_matches (error, SEL_CONFINED_ERROR, SEL_CONFINED_ERROR_TOO_LARGE);
}

static void
rendered_cb (GObject *pdf, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SelPageCache) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SelPixels) pixels = sel_pdf_render_finish (SEL_PDF (pdf), result, &error);
  const guint page = self->asked;

  self->is_asking = FALSE;
  if (pixels)
    put_pixels (self, page, pixels);
  else if (is_about_page (error))
    put_page (self, page)->problem = g_strdup (error->message);
  else
    {
      self->has_wishes = FALSE;
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        g_signal_emit (self, signals[SIGNAL_FAILED], 0, error);
      return;
    }

  ask_next (self);
  g_signal_emit (self, signals[SIGNAL_ARRIVED], 0, page);
}

static double
get_drawn_scale (SelPageCache *self, guint page, double scale)
{
  double width, height, most;

  sel_pdf_get_page_size (self->pdf, page, &width, &height);
  most = MIN (sqrt (MOST_PIXELS / (width * height)), MOST_SIDE / MAX (width, height));
  return MIN (scale, most);
}

/* Whether it was asked for. */
static gboolean
ask (SelPageCache *self, guint page)
{
  if (sel_page_cache_get_problem (self, page) || sel_page_cache_is_sharp (self, page, self->scale))
    return FALSE;

  self->is_asking = TRUE;
  self->asked = page;
  sel_pdf_render_async (self->pdf, page, get_drawn_scale (self, page, self->scale), NULL,
                        rendered_cb, g_object_ref (self));
  return TRUE;
}

static void
ask_next (SelPageCache *self)
{
  if (self->is_asking || !self->has_wishes)
    return;

  for (guint page = self->first; page <= self->last; page++)
    if (ask (self, page))
      return;
  if (self->last + 1 < sel_pdf_get_n_pages (self->pdf) && ask (self, self->last + 1))
    return;
  if (self->first > 0)
    ask (self, self->first - 1);
}

static void
sel_page_cache_finalize (GObject *object)
{
  SelPageCache *self = SEL_PAGE_CACHE (object);

  g_clear_object (&self->pdf);
  g_hash_table_unref (self->pages);

  G_OBJECT_CLASS (sel_page_cache_parent_class)->finalize (object);
}

static void
sel_page_cache_class_init (SelPageCacheClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sel_page_cache_finalize;

  /* The page was drawn, or there is a sentence that tells why it cannot be. */
  signals[SIGNAL_ARRIVED] = g_signal_new ("arrived", SEL_TYPE_PAGE_CACHE, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  /* No page will be drawn any more, for this reason. */
  signals[SIGNAL_FAILED] = g_signal_new ("failed", SEL_TYPE_PAGE_CACHE, G_SIGNAL_RUN_LAST, 0, NULL,
                                         NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
sel_page_cache_init (SelPageCache *self)
{
  self->pages = g_hash_table_new_full (NULL, NULL, NULL, page_free);
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
  self->most_bytes = most_bytes;
  return self;
}

SelPdf *
sel_page_cache_get_pdf (SelPageCache *self)
{
  return self->pdf;
}

/**
 * sel_page_cache_wish:
 * @first: the pages from here …
 * @last: … to here are seen
 * @scale: pixels of the screen for each point
 *
 * Takes the place of the wish before.
 */
void
sel_page_cache_wish (SelPageCache *self, guint first, guint last, double scale)
{
  self->has_wishes = TRUE;
  self->first = first;
  self->last = last;
  self->scale = scale;
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
  Page *found = find (self, page);

  if (found == NULL)
    return NULL;

  found->last_used = ++self->now;
  return found->texture;
}

/**
 * sel_page_cache_get_problem:
 *
 * Returns: (nullable): the sentence that is to be seen in place of the page
 */
const char *
sel_page_cache_get_problem (SelPageCache *self, guint page)
{
  const Page *found = find (self, page);

  return found ? found->problem : NULL;
}

/* Whether the page is there with as many pixels as can be used at @scale. */
gboolean
sel_page_cache_is_sharp (SelPageCache *self, guint page, double scale)
{
  const Page *found = find (self, page);
  double width, height;

  if (found == NULL || found->texture == NULL)
    return FALSE;

  sel_pdf_get_page_size (self->pdf, page, &width, &height);
  width *= get_drawn_scale (self, page, scale);
  return gdk_texture_get_width (found->texture) == (int) (MAX (1, width) + 0.5);
}

gsize
sel_page_cache_get_n_bytes (SelPageCache *self)
{
  return self->n_bytes;
}
