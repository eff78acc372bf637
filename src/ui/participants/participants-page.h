/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/section.h"

G_BEGIN_DECLS

#define SEL_TYPE_PARTICIPANTS_PAGE (sel_participants_page_get_type ())
G_DECLARE_FINAL_TYPE (SelParticipantsPage, sel_participants_page, SEL, PARTICIPANTS_PAGE, GtkWidget)

void sel_participants_page_show_people (SelParticipantsPage *self,
                                        const SelRecordType *type,
                                        gint64 id);

G_END_DECLS
