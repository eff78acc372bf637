/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What becomes of each record of an exchange file, within the act that takes it in. */
#pragma once

#include <gio/gio.h>

#include "exchange/import.h"
#include "store/act.h"

G_BEGIN_DECLS

typedef struct _SelImporter SelImporter;

SelImporter *sel_importer_new (SelAct *act,
                               SelImportResult *result,
                               int folder,
                               const SelImportRequest *request,
                               GCancellable *cancellable);
void sel_importer_free (SelImporter *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SelImporter, sel_importer_free)

gboolean sel_importer_take_record (SelImporter *self, const SelExchangeItem *item, GError **error);
void sel_importer_take_refusal (SelImporter *self, const SelExchangeItem *item);
gboolean sel_importer_finish (SelImporter *self, GError **error);
void sel_importer_take_end (SelImporter *self, const SelExchangeItem *item);

G_END_DECLS
