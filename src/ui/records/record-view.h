/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The frame around the detail of a record: its title, what can be done with it, and the groups
 * that a Builder file puts inside. Without a record it says what to do. */
#pragma once

#include <adwaita.h>

#include "ui/office.h"

G_BEGIN_DECLS

#define SEL_TYPE_RECORD_VIEW (sel_record_view_get_type ())
G_DECLARE_FINAL_TYPE (SelRecordView, sel_record_view, SEL, RECORD_VIEW, GtkWidget)

void sel_record_view_attach (SelRecordView *self, SelOffice *office, const SelRecordType *type);
void sel_record_view_show (SelRecordView *self, gint64 id, const char *title, const char *subtitle);
void sel_record_view_set_mark (SelRecordView *self, const char *state, const char *why);
void sel_record_view_show_several (SelRecordView *self, guint n);
void sel_record_view_clear (SelRecordView *self);

G_END_DECLS
