/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What needs attention on a day. */
#pragma once

#include "domain/records.h"
#include "store/connection.h"

G_BEGIN_DECLS

/* In the order in which they press. */
typedef enum
{
  SEL_AGENDA_EXPIRING,   /* agreements that end within the days of notice; the nearest end first */
  SEL_AGENDA_NOTICE,     /* agreements whose last day for notice is so near, or has passed */
  SEL_AGENDA_EXPIRED,    /* agreements that ended; the last one first */
  SEL_AGENDA_OBLIGATION, /* due within SEL_AGENDA_DAYS or overdue; the longest overdue first */
  SEL_AGENDA_NUMBER,     /* parties without a document number; the oldest signature first */
  SEL_AGENDA_REVIEW,     /* texts that are with a reviewer; the one whose answer is due first first */
  SEL_AGENDA_COHORT,     /* cohorts that start within SEL_AGENDA_DAYS; the nearest start first */
  SEL_AGENDA_FOLLOW_UP,  /* due within SEL_AGENDA_FOLLOW_UP_DAYS or overdue; likewise */
  SEL_AGENDA_OPEN_ENDED, /* agreements without a last day: a list to look through now and then */
  SEL_AGENDA_AUTHORITY,  /* parties of which is not known by what their signatory signed: likewise */
} SelAgendaKind;

#define SEL_N_AGENDA_KINDS (SEL_AGENDA_AUTHORITY + 1)

#define SEL_AGENDA_DAYS 30
#define SEL_AGENDA_FOLLOW_UP_DAYS 7

/* How many items of a kind are read; the rest are counted. */
#define SEL_AGENDA_MOST 50

typedef struct
{
  gint64 id;     /* of the record to open, see sel_agenda_kind_opens() */
  char *title;   /* of the agreement, obligation or cohort; the name of a person */
  char *partner; /* the parties, or the one that is meant; NULL for none, as is context */
  char *context; /* agreement of an obligation, course of a cohort, programme of a follow-up */
  GDate date;    /* the end, signature, start or due date; may be invalid without a signature */
  int days;      /* from today to the date; negative when it lies behind */
} SelAgendaItem;

typedef struct
{
  GArray *items; /* of SelAgendaItem, the most pressing first */
  gint64 n_all;
} SelAgendaGroup;

typedef struct
{
  SelAgendaGroup groups[SEL_N_AGENDA_KINDS];
} SelAgenda;

SelAgenda *sel_agenda_read (SelConnection *connection,
                            const GDate *today,
                            guint notice_days,
                            GError **error);
void sel_agenda_free (SelAgenda *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SelAgenda, sel_agenda_free)

gboolean sel_agenda_count (SelConnection *connection,
                           const GDate *today,
                           guint notice_days,
                           gint64 *n_waiting,
                           GError **error);
const SelRecordType *sel_agenda_kind_opens (SelAgendaKind kind);

G_END_DECLS
