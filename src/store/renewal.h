/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes the draft that renews an agreement (domain/renewal.h). */
#pragma once

#include "store/act.h"

G_BEGIN_DECLS

typedef struct
{
  gint64 agreement;    /* that is renewed */
  GDate ends_on;       /* its last day, as its addenda left it */
  GArray *scope_items; /* gint64: those that go on … */
  GArray *obligations; /* … likewise */
  gint64 draft;        /* (out) */
} SelRenewal;

gboolean sel_renewal_write (SelAct *act, SelRenewal *self, GError **error);

G_END_DECLS
