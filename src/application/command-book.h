/* SPDX-License-Identifier: GPL-3.0-or-later */
/* selaras list register and selaras list agreement: what is for paper. */
#pragma once

#include "application/command-save.h"

G_BEGIN_DECLS

#define SEL_REGISTER_NAME "register"
#define SEL_AGREEMENT_NAME "agreement"

const char *sel_list_find_fault (GStrv words, guint n_words);

void sel_register_save (SelStore *store,
                        const SelListWords *words,
                        const char *path,
                        const GDate *today,
                        guint notice_days,
                        GCancellable *cancellable,
                        SelAnswer *answer);
void sel_agreement_save (SelStore *store,
                         const SelListWords *words,
                         const char *path,
                         const GDate *today,
                         guint notice_days,
                         SelAnswer *answer);

G_END_DECLS
