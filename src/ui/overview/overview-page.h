/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/section.h"

G_BEGIN_DECLS

#define SEL_TYPE_OVERVIEW_PAGE (sel_overview_page_get_type ())
G_DECLARE_FINAL_TYPE (SelOverviewPage, sel_overview_page, SEL, OVERVIEW_PAGE, GtkWidget)

G_END_DECLS
