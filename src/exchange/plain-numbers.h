/* SPDX-License-Identifier: GPL-3.0-or-later */
/* libxlsxwriter prints numbers as the locale has them; XML has a point in them. While one of these
 * is there, its thread prints them so. It has to end on the thread that began it. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _SelPlainNumbers SelPlainNumbers;

SelPlainNumbers *sel_plain_numbers_begin (void);
void sel_plain_numbers_end (SelPlainNumbers *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SelPlainNumbers, sel_plain_numbers_end)

G_END_DECLS
