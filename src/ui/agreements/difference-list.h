/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What differs between two texts, by article: what was and what is. While it is found out, or where
 * nothing can be, a sentence in its place.
 *
 * Its signals: "chosen" with the number of a difference; "cancelled" when the user no longer wants
 * to wait. */
#pragma once

#include <gtk/gtk.h>

#include "ui/agreements/papers.h"

G_BEGIN_DECLS

#define SEL_TYPE_DIFFERENCE_LIST (sel_difference_list_get_type ())
G_DECLARE_FINAL_TYPE (SelDifferenceList, sel_difference_list, SEL, DIFFERENCE_LIST, GtkWidget)

void sel_difference_list_wait (SelDifferenceList *self);
void sel_difference_list_say (SelDifferenceList *self, const char *sentence);
void sel_difference_list_show (SelDifferenceList *self, const SelPapers *papers);

G_END_DECLS
