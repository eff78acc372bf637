/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was found of somebody's table, each as a choice that can be corrected: how it is read, what it
 * is about, its encoding, what stands between its columns, its sheet, and its header. */
#pragma once

#include "ui/exchange/sheet-look.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What was corrected. */
typedef enum
{
  SEL_SHEET_OFFER,
  SEL_SHEET_ABOUT,
  SEL_SHEET_LAYOUT,
  SEL_SHEET_HEADER,
} SelSheetChoice;

#define SEL_TYPE_SHEET_CHOICES (sel_sheet_choices_get_type ())
G_DECLARE_FINAL_TYPE (SelSheetChoices, sel_sheet_choices, SEL, SHEET_CHOICES, GtkWidget)

void sel_sheet_choices_show (SelSheetChoices *self,
                             const SelSheetFindings *findings,
                             const char *offer);
const SelSheetOffer *sel_sheet_choices_get_offer (SelSheetChoices *self);
SelRosterKind sel_sheet_choices_get_kind (SelSheetChoices *self);
guint sel_sheet_choices_get_header (SelSheetChoices *self);
SelSheetLayout sel_sheet_choices_get_layout (SelSheetChoices *self);

G_END_DECLS
