/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A row that holds a reference to another record: its title, and a search for another one. */
#pragma once

#include <adwaita.h>

#include "ui/office.h"

G_BEGIN_DECLS

#define SEL_TYPE_REFERENCE_ROW (sel_reference_row_get_type ())
G_DECLARE_FINAL_TYPE (SelReferenceRow, sel_reference_row, SEL, REFERENCE_ROW, AdwActionRow)

void sel_reference_row_attach (SelReferenceRow *self,
                               SelOffice *office,
                               const SelRecordType *type,
                               gboolean is_optional);
void sel_reference_row_narrow (SelReferenceRow *self, const SelField *within, gint64 owner);
void sel_reference_row_offer (SelReferenceRow *self, gint64 id, const char *title);
void sel_reference_row_set_id (SelReferenceRow *self, gint64 id);
gint64 sel_reference_row_get_id (SelReferenceRow *self);

G_END_DECLS
