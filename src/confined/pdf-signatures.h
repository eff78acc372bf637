/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who signed a PDF, and whether it is still what they signed (ISO 32000-1, 12.8): found in the
 * bytes themselves, because that is what a signature is about. */
#pragma once

#include "confined/frame.h"

void sel_pdf_put_signatures (SelFrameWriter *answer, GBytes *file, const char *issuers);
