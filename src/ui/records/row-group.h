/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A group whose rows are made anew each time: the parts of a record, its links, its history. */
#pragma once

#include <adwaita.h>

#include "ui/office.h"

G_BEGIN_DECLS

#define SEL_TYPE_ROW_GROUP (sel_row_group_get_type ())
G_DECLARE_FINAL_TYPE (SelRowGroup, sel_row_group, SEL, ROW_GROUP, AdwPreferencesGroup)

void sel_row_group_clear (SelRowGroup *self);
void sel_row_group_append (SelRowGroup *self, GtkWidget *row);
void sel_row_group_set_empty (SelRowGroup *self, const char *text);
void sel_row_group_show_history (SelRowGroup *self,
                                 SelOffice *office,
                                 const SelRecordType *type,
                                 gint64 id);

/* A row about a part of a record, with what can be done about it: edit and delete. */
GtkWidget *sel_part_row_new (SelOffice *office,
                             const SelRecordType *type,
                             gint64 id,
                             const char *title,
                             const char *subtitle);

/* Puts @button before those. */
void sel_part_row_add_tool (GtkWidget *row, GtkWidget *button);

/* Gives it an eye, for what is masked in its subtitle. */
void sel_part_row_add_eye (GtkWidget *row, SelOffice *office, GPtrArray *fields, const char *all);

G_END_DECLS
