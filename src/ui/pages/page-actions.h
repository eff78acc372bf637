/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What can be done with the pages of an open document, as actions of the group "page", and the keys
 * for it. */
#pragma once

#include "ui/pages/page-search.h"
#include "ui/pages/page-view.h"

G_BEGIN_DECLS

GActionGroup *sel_page_actions_new (SelPageView *view,
                                    SelPageSearch *search,
                                    GtkWidget *side);
void sel_page_actions_add_keys (GtkWidgetClass *widget_class);

G_END_DECLS
