/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/section.h"

G_BEGIN_DECLS

#define SEL_TYPE_SCHEDULE_PAGE (sel_schedule_page_get_type ())
G_DECLARE_FINAL_TYPE (SelSchedulePage, sel_schedule_page, SEL, SCHEDULE_PAGE, GtkWidget)

G_END_DECLS
