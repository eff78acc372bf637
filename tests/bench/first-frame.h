/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef void (*SelFirstFrameFunc) (GtkWindow *window);

void sel_first_frame_call (SelFirstFrameFunc function);
void sel_first_frame_print (void);

G_END_DECLS
