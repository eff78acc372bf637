/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Small pages in a list, to see where one is and to go elsewhere. Only those in sight are drawn. */
#pragma once

#include <gtk/gtk.h>

#include "ui/pages/page-cache.h"

G_BEGIN_DECLS

#define SEL_TYPE_THUMBNAILS (sel_thumbnails_get_type ())
G_DECLARE_FINAL_TYPE (SelThumbnails, sel_thumbnails, SEL, THUMBNAILS, GtkWidget)

void sel_thumbnails_set_document (SelThumbnails *self, SelPageCache *pages);
void sel_thumbnails_set_hits (SelThumbnails *self, GArray *hits);

G_END_DECLS
