/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a page looks like: paper, which is white in every style, and what is marked on it. */
#pragma once

#include <gtk/gtk.h>

#include "confined/pdf.h"

G_BEGIN_DECLS

void sel_page_draw_paper (GtkSnapshot *snapshot, const graphene_rect_t *place, GdkTexture *texture);
void sel_page_draw_problem (GtkSnapshot *snapshot,
                            const graphene_rect_t *place,
                            GtkWidget *widget,
                            const char *problem);
graphene_rect_t sel_page_place_hit (const graphene_rect_t *page,
                                    double scale,
                                    const SelPdfHit *hit);
void sel_page_draw_hits (GtkSnapshot *snapshot,
                         const graphene_rect_t *place,
                         double scale,
                         guint page,
                         GArray *hits,
                         guint current);

G_END_DECLS
