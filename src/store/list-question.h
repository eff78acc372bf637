/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a list model asks on another thread, and what it is told: copies, and no widget or model. */
#pragma once

#include "store/list-query.h"
#include "store/store.h"

G_BEGIN_DECLS

typedef struct _SelListQuestion SelListQuestion;

typedef struct
{
  GArray *ids;       /* of gint64, in their order */
  gint64 total;      /* how many there are without search and filters */
  GHashTable *shown; /* SelRow by gint64: the rows that were asked for, as they look now */
} SelListAnswer;

SelListQuestion *sel_list_question_new (SelStore *store,
                                        const SelListQuery *query,
                                        const SelListRequest *request,
                                        GArray *take_shown);
void sel_list_question_free (SelListQuestion *self);
SelListAnswer *sel_list_question_answer (const SelListQuestion *self,
                                         GCancellable *cancellable,
                                         GError **error);

void sel_list_answer_free (SelListAnswer *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SelListAnswer, sel_list_answer_free)

G_END_DECLS
