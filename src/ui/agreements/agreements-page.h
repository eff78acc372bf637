/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/section.h"

G_BEGIN_DECLS

#define SEL_TYPE_AGREEMENTS_PAGE (sel_agreements_page_get_type ())
G_DECLARE_FINAL_TYPE (SelAgreementsPage, sel_agreements_page, SEL, AGREEMENTS_PAGE, GtkWidget)

void sel_agreements_page_show_page (SelAgreementsPage *self,
                                    gint64 agreement,
                                    const char *sha256,
                                    const char *file,
                                    guint page,
                                    const char *words);

G_END_DECLS
