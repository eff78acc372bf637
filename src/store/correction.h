/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Signed means frozen: what the signature covers (SEL_FIELD_SIGNED) changes by an addendum, or by a
 * correction whose reason the log keeps. To fill in what was empty is neither: numbers may come after
 * the signature, and the register may learn of a text in parts. But for one: a scope item that lets data
 * leave the office (domain/export-gate.h) is not added to a signed text without a reason. */
#pragma once

#include "domain/records.h"
#include "store/connection.h"

G_BEGIN_DECLS

gboolean sel_correction_admit (SelConnection *connection,
                               const SelRecordType *type,
                               gconstpointer before,
                               gconstpointer after,
                               const char *why,
                               GError **error);

G_END_DECLS
