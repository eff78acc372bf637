/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which texts were there before, in a fixed amount of memory however many there are: for each a mark
 * of 32 bits is kept. It takes a text for one that was there once in some billions, and always when
 * it is full; it never takes one that was there for new. Who needs to know asks the register then. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _SelSieve SelSieve;

SelSieve *sel_sieve_new (guint n_slots);
void sel_sieve_free (SelSieve *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SelSieve, sel_sieve_free)

gboolean sel_sieve_catches (SelSieve *self, const char *text);

G_END_DECLS
