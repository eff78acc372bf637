/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Workbooks for other offices to fill in: what they write there is read without further ado. */
#pragma once

#include "domain/roster.h"

G_BEGIN_DECLS

gboolean sel_template_write (SelRosterKind kind, const char *path, gboolean replaces, GError **error);

G_END_DECLS
