/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define SEL_TYPE_APPLICATION (sel_application_get_type ())
G_DECLARE_FINAL_TYPE (SelApplication, sel_application, SEL, APPLICATION, AdwApplication)

int sel_application_run_window (const char *database, int argc, char **argv);

G_END_DECLS
