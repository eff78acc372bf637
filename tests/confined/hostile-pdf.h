/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Families of PDFs that are broken, or meant to do harm: what one member of them says, the others
 * vary. */
#pragma once

#include "broken-pdf.h"

GPtrArray *hostile_pdfs_new (void);
