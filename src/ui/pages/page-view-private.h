/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the page view share: page-view.c keeps the place, page-view-draw.c paints,
 * page-view-marks.c knows of hits and links. */
#pragma once

#include "ui/pages/page-drawing.h"
#include "ui/pages/page-layout.h"
#include "ui/pages/page-links.h"
#include "ui/pages/page-notes.h"
#include "ui/pages/page-selection.h"
#include "ui/pages/page-view.h"

struct _SelPageView
{
  SelScrollArea parent_instance;

  SelPageLayout *layout; /* NULL without a document */
  SelPageCache *pages;
  SelPageCache *previews;
  GSignalGroup *arrivals;
  gboolean is_dark;
  gboolean is_single;

  SelPageZoom zoom;
  SelPagePlace place; /* where the user went */
  guint page;         /* from 0 */
  gboolean was_drawn;
  guint drawn_source;

  SelPageLinks *links;
  SelPageSelection *selection;
  GArray *hits; /* SelPdfHit, in the order of pages */
  SelMarkStyle hit_style;
  guint current_hit;
  GPtrArray *notes; /* of SelPageNote; NULL for none */
};

gboolean sel_page_view_is_laid_out (SelPageView *self);
void sel_page_view_go_to_place (SelPageView *self, const SelPagePlace *place);
void sel_page_view_set_current (SelPageView *self, guint page);
void sel_page_view_update_accessible (SelPageView *self);
void sel_page_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot);
gboolean sel_page_view_focus (GtkWidget *widget, GtkDirectionType direction);
