/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who signed a package, in a sentence, and the way to trust a key that is not known yet. It hides
 * for what is no package. */
#pragma once

#include <gtk/gtk.h>

#include "exchange/import-result.h"

G_BEGIN_DECLS

#define SEL_TYPE_SIGNATURE_ROW (sel_signature_row_get_type ())
G_DECLARE_FINAL_TYPE (SelSignatureRow, sel_signature_row, SEL, SIGNATURE_ROW, GtkWidget)

void sel_signature_row_show (SelSignatureRow *self, const SelImportResult *result);

G_END_DECLS
