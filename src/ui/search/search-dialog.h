/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Search everywhere: one entry, and what is found while one types, by groups. */
#pragma once

#include "application/page-reader.h"
#include "ui/search/searcher.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

void sel_search_dialog_present (GtkWindow *parent,
                                SelOffice *office,
                                SelSearcher *searcher,
                                SelPageReader *reader,
                                const char *words);

G_END_DECLS
