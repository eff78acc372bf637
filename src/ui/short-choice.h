/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A drop-down list of texts that may be long: it is no wider than its place, and they end in an
 * ellipsis there. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void sel_short_choice_attach (GtkDropDown *choice);

G_END_DECLS
