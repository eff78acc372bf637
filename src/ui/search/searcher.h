/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asks the register what it has about a few words, off the main loop. Its signal "changed" says
 * that the same words may find something else by now. */
#pragma once

#include "store/find.h"
#include "ui/office.h"

G_BEGIN_DECLS

#define SEL_TYPE_SEARCHER (sel_searcher_get_type ())
G_DECLARE_FINAL_TYPE (SelSearcher, sel_searcher, SEL, SEARCHER, GObject)

SelSearcher *sel_searcher_new (SelOffice *office);
void sel_searcher_prepare (SelSearcher *self);
void sel_searcher_find_async (SelSearcher *self,
                              const char *typed,
                              GAsyncReadyCallback callback,
                              gpointer user_data);
SelFoundAll *sel_searcher_find_finish (SelSearcher *self, GAsyncResult *result, GError **error);
void sel_searcher_cancel (SelSearcher *self);

G_END_DECLS
