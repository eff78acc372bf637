/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who received data about a person, as rows. */
#pragma once

#include "ui/records/row-group.h"

G_BEGIN_DECLS

void sel_receipts_show (SelRowGroup *group, GArray *receipts);

G_END_DECLS
