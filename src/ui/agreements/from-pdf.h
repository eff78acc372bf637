/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A new agreement from its PDF: the form of one, filled in from the text of the pages, which stand
 * beside it. Each value that was read has a button that shows its place. What is part of the
 * agreement is listed below, and added with it where the user leaves it checked. */
#pragma once

#include <gtk/gtk.h>

#include "ui/office.h"

G_BEGIN_DECLS

void sel_agreement_from_pdf (GtkWidget *page, SelOffice *office, GFile *file);

G_END_DECLS
