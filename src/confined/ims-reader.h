/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads an IMS Enterprise 1.1 file: each person, group and member becomes a row, of which the first
 * cell says which, and the others are in the order of the lists below. */
#pragma once

#include "confined/sheet-teller.h"

G_BEGIN_DECLS

gboolean sel_ims_reader_knows (const guint8 *bytes, gsize length);
void sel_ims_reader_run (SelSheetTeller *teller, int file);

G_END_DECLS
