/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How the confined renderer tells where a document's bookmarks and links lead. Nothing is
 * followed, and what would run a program is told as nothing but that. */
#pragma once

#include "confined/pdf-objects.h"

void sel_pdf_put_outline (SelFrameWriter *answer, Document *document);
void sel_pdf_put_links (SelFrameWriter *answer, Document *document, Page *page);
