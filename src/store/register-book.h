/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the register book (buku register perjanjian) says of the agreements of a list. */
#pragma once

#include <gio/gio.h>

#include "store/agreement-link.h"
#include "store/list-query.h"

G_BEGIN_DECLS

typedef struct
{
  char *name; /* of the partner */
  char *number;
  char *signatory;
  char *office;
} SelRegisterParty;

typedef struct
{
  SelAgreementLink *agreement; /* with the last day as its addenda left it */
  char *under;                 /* number and title of its parent; NULL for none */
  char *renews;                /* likewise of that which it renews */
  GArray *parties;             /* SelRegisterParty, in the order of the page */
  GArray *owned;               /* of which the agreement is the first */
} SelRegisterEntry;

GPtrArray *sel_register_book_read (SelConnection *connection,
                                   const SelListRequest *request,
                                   const GDate *today,
                                   guint notice_days,
                                   GCancellable *cancellable,
                                   GError **error);

G_END_DECLS
