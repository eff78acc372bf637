/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Says how many of the PDFs can be searched by now, where that is not all of them. */
#pragma once

#include <gtk/gtk.h>

#include "application/page-reader.h"
#include "ui/office.h"

G_BEGIN_DECLS

#define SEL_TYPE_READING_BAR (sel_reading_bar_get_type ())
G_DECLARE_FINAL_TYPE (SelReadingBar, sel_reading_bar, SEL, READING_BAR, GtkWidget)

void sel_reading_bar_attach (SelReadingBar *self, SelOffice *office, SelPageReader *reader);

G_END_DECLS
