/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What most sections are made of: a list of records, and the detail of the selected one, whose
 * groups the section's Builder file puts inside. The section fills them when "fill" asks. */
#pragma once

#include "store/list-query.h"
#include "ui/lists/record-list.h"

G_BEGIN_DECLS

#define SEL_TYPE_RECORD_PANE (sel_record_pane_get_type ())
G_DECLARE_FINAL_TYPE (SelRecordPane, sel_record_pane, SEL, RECORD_PANE, GtkWidget)

void sel_record_pane_attach (SelRecordPane *self, SelOffice *office, const SelListQuery *query);
SelRecordList *sel_record_pane_get_list (SelRecordPane *self);
void sel_record_pane_set_title (SelRecordPane *self, const char *title, const char *subtitle);
void sel_record_pane_set_mark (SelRecordPane *self, const char *state, const char *why);
void sel_record_pane_open (SelRecordPane *self, gint64 id);
gint64 sel_record_pane_get_shown (SelRecordPane *self);

G_END_DECLS
