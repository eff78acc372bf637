/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A drawn page: 32 bits a pixel as cairo's CAIRO_FORMAT_ARGB32 and GDK_MEMORY_DEFAULT have them, on
 * white, rows from the top. Nothing changes it any more, so any thread may read it. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  GBytes *bytes;
  guint width;
  guint height;
  gsize stride; /* bytes from one row to the next */
} SelPixels;

SelPixels *sel_pixels_new (GBytes *bytes, guint width, guint height);
void sel_pixels_unref (SelPixels *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SelPixels, sel_pixels_unref)

G_END_DECLS
