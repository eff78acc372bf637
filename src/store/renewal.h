/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes the draft that renews an agreement (domain/renewal.h). */
#pragma once

#include "domain/agreement.h"
#include "store/act.h"

G_BEGIN_DECLS

typedef struct
{
  SelAgreement *draft; /* of sel_renewal_new(); has its id once it is written */
  GArray *scope_items; /* gint64: those of the old one that go on … */
  GArray *obligations; /* … likewise */
} SelRenewal;

gboolean sel_renewal_write (SelAct *act, SelRenewal *self, GError **error);

G_END_DECLS
