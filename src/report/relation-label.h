/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/agreement-view.h"

G_BEGIN_DECLS

const char *sel_relation_label (SelAgreementRelation relation, int own_kind, int kind);

G_END_DECLS
