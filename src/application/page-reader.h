/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads the text of the PDFs that came in, so that it can be found: on a thread of its own, with
 * the PDFs in confined processes, one after the other. What was read is kept at once; it goes on
 * where it stopped, also after the next start. Its property "reading" tells whether it is at it. */
#pragma once

#include "store/store.h"

G_BEGIN_DECLS

#define SEL_TYPE_PAGE_READER (sel_page_reader_get_type ())
G_DECLARE_FINAL_TYPE (SelPageReader, sel_page_reader, SEL, PAGE_READER, GObject)

SelPageReader *sel_page_reader_new (SelStore *store);
void sel_page_reader_start (SelPageReader *self);
void sel_page_reader_stop (SelPageReader *self);
void sel_page_reader_try_again (SelPageReader *self);

gboolean sel_page_reader_is_reading (SelPageReader *self);
void sel_page_reader_get_progress (SelPageReader *self, guint *n_done, guint *n_all);
const char *sel_page_reader_get_trouble (SelPageReader *self);

G_END_DECLS
