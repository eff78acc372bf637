/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "confined/exchange-protocol.h"

G_BEGIN_DECLS

char *sel_exchange_problem_dup_sentence (SelExchangeProblem problem,
                                         const SelField *field,
                                         const char *detail);

G_END_DECLS
