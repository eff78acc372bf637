/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The family of an agreement as one picture: umbrellas above what is made under them, a line from one
 * to the other; chains of renewals from left to right, along a broken line. Each is a button that
 * opens it; the one that is shown has its versions below it. */
#pragma once

#include "store/agreement-view.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SEL_TYPE_FAMILY_TREE (sel_family_tree_get_type ())
G_DECLARE_FINAL_TYPE (SelFamilyTree, sel_family_tree, SEL, FAMILY_TREE, GtkWidget)

void sel_family_tree_show (SelFamilyTree *self, const SelAgreementView *view, gint64 shown);

G_END_DECLS
