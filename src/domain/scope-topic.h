/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/scope-item.h"

G_BEGIN_DECLS

SelScopeTopic sel_scope_topic_of_text (const char *text);

G_END_DECLS
