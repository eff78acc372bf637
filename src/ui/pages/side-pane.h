/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Beside the pages: what helps to find one's way in them, one list at a time. A list that is hidden
 * has no place in the switcher. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SEL_TYPE_SIDE_PANE (sel_side_pane_get_type ())
G_DECLARE_FINAL_TYPE (SelSidePane, sel_side_pane, SEL, SIDE_PANE, GtkWidget)

typedef enum
{
  SEL_SIDE_STAYS,        /* where the user left it */
  SEL_SIDE_COMES_FORWARD /* when it is shown: the user has asked for it */
} SelSideManner;

void sel_side_pane_add (SelSidePane *self,
                        GtkWidget *list,
                        const char *title,
                        const char *icon,
                        SelSideManner manner);

void sel_side_pane_bring_forward (SelSidePane *self, GtkWidget *list);
void sel_side_pane_choose (SelSidePane *self, int width);

G_END_DECLS
