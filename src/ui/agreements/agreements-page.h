/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/section.h"

G_BEGIN_DECLS

#define SEL_TYPE_AGREEMENTS_PAGE (sel_agreements_page_get_type ())
G_DECLARE_FINAL_TYPE (SelAgreementsPage, sel_agreements_page, SEL, AGREEMENTS_PAGE, GtkWidget)

G_END_DECLS
