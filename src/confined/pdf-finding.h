/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How the confined renderer finds words on a page. */
#pragma once

#include "confined/pdf-objects.h"

void sel_pdf_put_hits (SelFrameWriter *answer, Page *page, const char *words);
