/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A container that stands its children side by side, all equally wide, as far as there is room
 * for them, and one below the other where there is not. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SEL_TYPE_COLUMNS (sel_columns_get_type ())
G_DECLARE_FINAL_TYPE (SelColumns, sel_columns, SEL, COLUMNS, GtkBox)

G_END_DECLS
