/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A whole register as text that two offices can compare: their ids and versions differ, the rest
 * must not. */
#pragma once

#include "store/store.h"

G_BEGIN_DECLS

char *sel_dump_register (SelStore *store);

G_END_DECLS
