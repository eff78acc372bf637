/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/office.h"

G_BEGIN_DECLS

#define SEL_TYPE_WINDOW (sel_window_get_type ())
G_DECLARE_FINAL_TYPE (SelWindow, sel_window, SEL, WINDOW, AdwApplicationWindow)

SelWindow *sel_window_new (GtkApplication *application, SelOffice *office);
void sel_window_open_file (SelWindow *self, GFile *file);

G_END_DECLS
