/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "confined/pixels.h"

/**
 * sel_pixels_new:
 * @bytes: (transfer none): as many as @width and @height need, without gaps
 */
SelPixels *
sel_pixels_new (GBytes *bytes, guint width, guint height)
{
  SelPixels *self = g_atomic_rc_box_new0 (SelPixels);

  g_assert (g_bytes_get_size (bytes) == (gsize) width * height * 4);
  self->bytes = g_bytes_ref (bytes);
  self->width = width;
  self->height = height;
  self->stride = (gsize) width * 4;
  return self;
}

static void
clear (gpointer data)
{
  SelPixels *self = data;

  g_bytes_unref (self->bytes);
}

void
sel_pixels_unref (SelPixels *self)
{
  g_atomic_rc_box_release_full (self, clear);
}
