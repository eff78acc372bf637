/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The bytes of the PDFs, kept once each under their SHA-256. */
#pragma once

#include "domain/document.h"
#include "store/act.h"

G_BEGIN_DECLS

/* One PDF is no larger than this; SQLite could not keep a gigabyte. */
#define SEL_CONTENT_MOST_MEBIBYTES 512

gboolean sel_content_forget_unnamed (SelAct *act, GError **error);
gboolean sel_content_put (SelAct *act, const char *sha256, GBytes *bytes, GError **error);
gboolean sel_content_add (SelAct *act, SelDocument *document, GBytes *bytes, GError **error);
GBytes *sel_content_get (SelConnection *connection, const char *sha256, GError **error);

G_END_DECLS
