/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/section.h"

G_BEGIN_DECLS

#define SEL_TYPE_PARTNERS_PAGE (sel_partners_page_get_type ())
G_DECLARE_FINAL_TYPE (SelPartnersPage, sel_partners_page, SEL, PARTNERS_PAGE, GtkWidget)

G_END_DECLS
