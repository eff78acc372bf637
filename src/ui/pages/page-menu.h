/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What can be done with the text of a page: on the right button, the Menu key and Shift+F10. */
#pragma once

#include "ui/pages/page-view.h"

G_BEGIN_DECLS

void sel_page_menu_add_keys (GtkWidgetClass *widget_class);
void sel_page_menu_add (SelPageView *view);
void sel_page_menu_allocate (SelPageView *view);

G_END_DECLS
