/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a person typed to narrow a list: words, each of which must stand somewhere in what a row is
 * found by. A word stands there as it was typed, wherever in another one ("udi" in Budi, "12/X" in
 * PKS/12/X/2025), whatever the case and the marks; or in another form of it (word-fold.h), as kerja
 * sama in kerjasama. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _SelSought SelSought;

SelSought *sel_sought_new (const char *typed);
void sel_sought_free (SelSought *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SelSought, sel_sought_free)

gboolean sel_sought_is_in (SelSought *self, const char *const *texts, guint n_texts);

G_END_DECLS
