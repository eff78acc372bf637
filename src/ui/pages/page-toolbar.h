/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The tools over the pages. Where it is too narrow for all, those leave that keys and menus also
 * have. Its buttons are for the actions of the document view that it is in. */
#pragma once

#include "ui/pages/page-view.h"

G_BEGIN_DECLS

#define SEL_TYPE_PAGE_TOOLBAR (sel_page_toolbar_get_type ())
G_DECLARE_FINAL_TYPE (SelPageToolbar, sel_page_toolbar, SEL, PAGE_TOOLBAR, GtkWidget)

void sel_page_toolbar_attach (SelPageToolbar *self, SelPageView *view);

G_END_DECLS
