/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two PDFs as papers, and what differs between them: read on a thread, by confined processes. */
#pragma once

#include <gio/gio.h>

#include "domain/comparison.h"

G_BEGIN_DECLS

typedef struct
{
  GBytes *bytes;
  char *name; /* of the file, for sentences */
} SelPaperSource;

typedef struct
{
  SelPaper *papers[2];       /* the older and the newer; with no lines where there is no text */
  SelComparison *comparison; /* NULL where one of them has none */
} SelPapers;

void sel_papers_read_async (const SelPaperSource sources[2],
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data);
SelPapers *sel_papers_read_finish (GAsyncResult *result, GError **error);
void sel_papers_free (SelPapers *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SelPapers, sel_papers_free)

G_END_DECLS
