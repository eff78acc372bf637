/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A small register for a test, filled with records said as text. */
#pragma once

#include "store/act.h"

G_BEGIN_DECLS

/* An empty register in a folder of its own, for one test. */
typedef struct
{
  char *folder;
  SelConnection *connection;
} SelFixture;

SelFixture *sel_fixture_new (void);
void sel_fixture_free (SelFixture *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SelFixture, sel_fixture_free)

SelAct *sel_fixture_begin (SelFixture *self);
gint64 sel_fixture_add (SelAct *act, const char *type, ...) G_GNUC_NULL_TERMINATED;
void sel_fixture_end (SelAct *take_act);

GDate sel_fixture_date (const char *text);

G_END_DECLS
