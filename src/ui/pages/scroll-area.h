/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A widget that draws a part of something larger than itself, in a GtkScrolledWindow: it keeps the
 * two adjustments, and tells its own moves from those of the user. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SEL_TYPE_SCROLL_AREA (sel_scroll_area_get_type ())
G_DECLARE_DERIVABLE_TYPE (SelScrollArea, sel_scroll_area, SEL, SCROLL_AREA, GtkWidget)

struct _SelScrollAreaClass
{
  GtkWidgetClass parent_class;

  /* The user has scrolled: what is seen now begins here, in pixels. */
  void (*scrolled) (SelScrollArea *self, double x, double y);
};

void sel_scroll_area_go_to (SelScrollArea *self, double x, double y, double width, double height);

G_END_DECLS
