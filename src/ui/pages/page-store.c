/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/pages/page-store.h"

struct _SelPageStore
{
  gsize most_bytes;
  gsize n_bytes;
  GHashTable *pages; /* SelKeptPage by number */
  guint64 now;       /* counts what is used */
};

static void
page_free (gpointer data)
{
  SelKeptPage *self = data;

  g_clear_object (&self->texture);
  g_clear_object (&self->part_texture);
  g_free (self->problem);
  g_free (self);
}

/**
 * sel_page_store_new:
 * @most_bytes: how much is kept, unless what may not be given up is more
 */
SelPageStore *
sel_page_store_new (gsize most_bytes)
{
  SelPageStore *self = g_new0 (SelPageStore, 1);

  self->most_bytes = most_bytes;
  self->pages = g_hash_table_new_full (NULL, NULL, NULL, page_free);
  return self;
}

void
sel_page_store_free (SelPageStore *self)
{
  g_hash_table_unref (self->pages);
  g_free (self);
}

/**
 * sel_page_store_find:
 *
 * Returns: (nullable): what is known of the page
 */
SelKeptPage *
sel_page_store_find (SelPageStore *self, guint page)
{
  return g_hash_table_lookup (self->pages, GUINT_TO_POINTER (page));
}

static SelKeptPage *
find_or_add (SelPageStore *self, guint page)
{
  SelKeptPage *found = sel_page_store_find (self, page);

  if (!found)
    {
      found = g_new0 (SelKeptPage, 1);
      g_hash_table_insert (self->pages, GUINT_TO_POINTER (page), found);
    }

  found->last_used = ++self->now;
  return found;
}

/* As sel_page_store_find(), of a page that is looked at. */
const SelKeptPage *
sel_page_store_use (SelPageStore *self, guint page)
{
  SelKeptPage *found = sel_page_store_find (self, page);

  if (found)
    found->last_used = ++self->now;
  return found;
}

static gsize
count_bytes (GdkTexture *texture)
{
  if (!texture)
    return 0;

  return (gsize) gdk_texture_get_width (texture) * (gsize) gdk_texture_get_height (texture) * 4;
}

static void
count_page (SelPageStore *self, SelKeptPage *page)
{
  self->n_bytes -= page->n_bytes;
  page->n_bytes = count_bytes (page->texture) + count_bytes (page->part_texture);
  self->n_bytes += page->n_bytes;
}

static void
give_up (SelPageStore *self, SelKeptPage *page)
{
  g_clear_object (&page->texture);
  g_clear_object (&page->part_texture);
  count_page (self, page);
}

/* A part of another time lies no longer on top. */
void
sel_page_store_put (SelPageStore *self, guint page, GdkTexture *texture, SelPdfStyle style)
{
  SelKeptPage *kept = find_or_add (self, page);

  g_set_object (&kept->texture, texture);
  g_clear_object (&kept->part_texture);
  kept->style = style;
  count_page (self, kept);
}

/* Lies on top of the page, which is there. */
void
sel_page_store_put_part (SelPageStore *self,
                         guint page,
                         GdkTexture *texture,
                         SelPdfStyle style,
                         const SelPdfPart *part,
                         double scale)
{
  SelKeptPage *kept = find_or_add (self, page);

  g_set_object (&kept->part_texture, texture);
  kept->style = style;
  kept->part = *part;
  kept->part_scale = scale;
  count_page (self, kept);
}

void
sel_page_store_put_problem (SelPageStore *self, guint page, const char *problem)
{
  SelKeptPage *kept = find_or_add (self, page);

  give_up (self, kept);
  g_free (kept->problem);
  kept->problem = g_strdup (problem);
}

/* Keeps to the bound, and the pages from @first to @last in any case. */
void
sel_page_store_trim (SelPageStore *self, guint first, guint last)
{
  while (self->n_bytes > self->most_bytes)
    {
      SelKeptPage *oldest = NULL;
      GHashTableIter iter;
      gpointer number, value;

      g_hash_table_iter_init (&iter, self->pages);
      while (g_hash_table_iter_next (&iter, &number, &value))
        {
          SelKeptPage *page = value;
          const gboolean stays = GPOINTER_TO_UINT (number) >= first &&
                                 GPOINTER_TO_UINT (number) <= last;

          if (page->n_bytes > 0 && !stays && (!oldest || page->last_used < oldest->last_used))
            oldest = page;
        }

      if (!oldest)
        return;
      give_up (self, oldest);
    }
}

gsize
sel_page_store_get_n_bytes (SelPageStore *self)
{
  return self->n_bytes;
}

gsize
sel_page_store_get_most_bytes (SelPageStore *self)
{
  return self->most_bytes;
}
