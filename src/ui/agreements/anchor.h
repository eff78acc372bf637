/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A scope item or an obligation is anchored to an article of the page. */
#pragma once

#include "ui/office.h"

G_BEGIN_DECLS

void sel_anchor_promise (SelOffice *office,
                         const SelRecordType *type,
                         gint64 id,
                         const char *article);

G_END_DECLS
