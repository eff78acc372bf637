/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The texts of the agreement that is shown, below its box in the picture of its family: the drafts on
 * the way to signature and what was signed. Each opens beside the record. */
#pragma once

#include "store/agreement-view.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

guint sel_family_versions_count (const GArray *documents);
GtkWidget *sel_family_versions_new (const GArray *documents, gint64 agreement);

G_END_DECLS
