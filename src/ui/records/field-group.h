/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A group of rows that shows fields of one record: label left, value right, links for references,
 * and an eye for what is masked until it is asked for. Fields that say nothing take no room. */
#pragma once

#include <adwaita.h>

#include "ui/office.h"

G_BEGIN_DECLS

#define SEL_TYPE_FIELD_GROUP (sel_field_group_get_type ())
G_DECLARE_FINAL_TYPE (SelFieldGroup, sel_field_group, SEL, FIELD_GROUP, AdwPreferencesGroup)

void sel_field_group_attach (SelFieldGroup *self,
                             SelOffice *office,
                             const SelRecordType *type,
                             const char *const *fields);
void sel_field_group_show (SelFieldGroup *self, gconstpointer record);

/* Rows for what groups are made of besides fields. */
GtkWidget *sel_value_row_new (const char *label, const char *value);
GtkWidget *sel_link_row_new (const char *title,
                             const char *subtitle,
                             const SelRecordType *type,
                             gint64 id);
void sel_link_row_add_side (GtkWidget *row, GtkWidget *side);
GtkWidget *sel_people_row_new (const char *title,
                               const char *subtitle,
                               const SelRecordType *type,
                               gint64 id);

void sel_fact_append (GString *facts, const char *label, const char *value);

G_END_DECLS
