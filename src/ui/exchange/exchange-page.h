/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The exchange files that came in and those that left, and the way of the next one: chosen or
 * dropped, looked through, shown as a plan, imported. */
#pragma once

#include "ui/section.h"

G_BEGIN_DECLS

#define SEL_TYPE_EXCHANGE_PAGE (sel_exchange_page_get_type ())
G_DECLARE_FINAL_TYPE (SelExchangePage, sel_exchange_page, SEL, EXCHANGE_PAGE, GtkWidget)

void sel_exchange_page_open (SelExchangePage *self, GFile *file);

G_END_DECLS
