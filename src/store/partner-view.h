/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a partner's page shows besides the record. */
#pragma once

#include "domain/records.h"
#include "store/agreement-link.h"

G_BEGIN_DECLS

typedef struct
{
  gint64 id;
  char *name;
  int kind; /* SelPartnerKind */
  char *region;
} SelPartnerChild;

typedef struct
{
  gint64 id;
  char *name;
  gint64 capacity; /* SEL_NO_INTEGER: not known */
  int zone;        /* 1 + SelZone */
} SelPartnerVenue;

typedef struct
{
  gint64 id;
  char *name;
  char *vocations;
} SelPartnerInstructor;

typedef struct
{
  GArray *agreements;  /* of SelAgreementLink, the latest signature first */
  GArray *children;    /* of SelPartnerChild, by name */
  GArray *venues;      /* of SelPartnerVenue, by name */
  GArray *instructors; /* of SelPartnerInstructor, by name */
  gint64 n_referred;   /* people whom it referred, each once */
} SelPartnerView;

SelPartnerView *sel_partner_view_read (SelConnection *connection,
                                       gint64 id,
                                       const GDate *today,
                                       guint notice_days,
                                       GError **error);
void sel_partner_view_free (SelPartnerView *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SelPartnerView, sel_partner_view_free)

G_END_DECLS
