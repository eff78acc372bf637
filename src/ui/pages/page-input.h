/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What keys, mouse and fingers do on the pages, besides what a GtkScrolledWindow does by itself:
 * scroll by lines and screens, turn pages, and zoom around where the hand is. */
#pragma once

#include "ui/pages/page-view.h"

G_BEGIN_DECLS

void sel_page_input_add_keys (GtkWidgetClass *widget_class);
void sel_page_input_add_gestures (SelPageView *view);

G_END_DECLS
