/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/export-result.h"

G_DEFINE_QUARK (sel - export - error - quark, sel_export_error)

SelExportResult *
sel_export_result_new (const char *file, SelExportKind kind)
{
  SelExportResult *self = g_new0 (SelExportResult, 1);

  self->file = g_strdup (file);
  self->kind = kind;
  self->header = sel_record_new (&sel_exchange_header_type);
  return self;
}

void
sel_export_result_free (SelExportResult *self)
{
  if (self == NULL)
    return;

  g_free (self->file);
  g_free (self->partner);
  sel_record_free (&sel_exchange_header_type, self->header);
  g_free (self);
}

/* Whether the file has records of the type, without what stands in the field: it was left out, or
 * has the code that tells nothing. Both are places in their tables. */
gboolean
sel_export_result_has_withheld (const SelExportResult *self, guint type, guint field)
{
  return self->n_of[type] > 0 &&
         !sel_export_carries (self->most, &sel_record_types[type]->fields[field]);
}
