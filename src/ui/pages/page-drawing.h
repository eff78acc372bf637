/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a page looks like: paper, white unless the user wants it dark, and what is marked on it. */
#pragma once

#include <gtk/gtk.h>

#include "ui/pages/page-layout.h"

G_BEGIN_DECLS

/* What a mark on the page says; by its shape, and by its colour too. */
typedef enum
{
  SEL_MARK_FOUND,
  SEL_MARK_REMOVED, /* struck through */
  SEL_MARK_ADDED,   /* underlined */
} SelMarkStyle;

void sel_page_draw_paper (GtkSnapshot *snapshot, const graphene_rect_t *place, gboolean is_dark);
graphene_size_t sel_page_draw_turned (GtkSnapshot *snapshot,
                                      const graphene_rect_t *place,
                                      guint n_turns);
void sel_page_draw_problem (GtkSnapshot *snapshot,
                            const graphene_rect_t *place,
                            GtkWidget *widget,
                            const char *problem,
                            gboolean is_dark);
void sel_page_draw_hits (GtkSnapshot *snapshot,
                         const SelPageLayout *layout,
                         guint page,
                         GArray *hits,
                         SelMarkStyle style,
                         guint current);

G_END_DECLS
