/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A document on paper: each page is drawn by a confined reader, with the pixels that a printer
 * can use, and lies on a sheet of its own, made smaller where it would not fit. */
#pragma once

#include "confined/pdf.h"
#include "ui/pages/document-view.h"

G_BEGIN_DECLS

void sel_page_print (GtkWidget *parent, const SelOpenDocument *document, guint page);
GtkPrintOperation *sel_page_print_new (SelPdf *pdf, const char *name, guint page);

G_END_DECLS
