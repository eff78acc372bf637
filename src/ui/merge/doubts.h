/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The desk at which a person decides which records are one: those of a plan, before it is carried
 * out, and those that wait in the register. */
#pragma once

#include <gtk/gtk.h>

#include "exchange/import-result.h"
#include "ui/office.h"

G_BEGIN_DECLS

/* Pairs of the register that are counted, and shown at a time; when they are decided, the next are
 * read. */
#define SEL_DOUBTS_MOST_PAIRS 1000

#define SEL_TYPE_DOUBTS (sel_doubts_get_type ())
G_DECLARE_FINAL_TYPE (SelDoubts, sel_doubts, SEL, DOUBTS, GtkWidget)

void sel_doubts_attach (SelDoubts *self, SelOffice *office);
void sel_doubts_show_plan (SelDoubts *self, gint64 plan, GPtrArray *pairs);
void sel_doubts_show_waiting (SelDoubts *self);
void sel_doubts_show_two (SelDoubts *self, const SelRecordType *type, gint64 one, gint64 other);
void sel_doubts_clear (SelDoubts *self);

G_END_DECLS
