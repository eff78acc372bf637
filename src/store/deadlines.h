/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The days that bind the office: of agreements, of what is owed under them, of their drafts. */
#pragma once

#include "domain/reminder.h"
#include "store/connection.h"

G_BEGIN_DECLS

typedef struct
{
  SelDeadlineKind kind;
  gint64 agreement;
  char *uid;      /* of the agreement, obligation or review */
  gint64 version; /* of the same */
  char *title;    /* of the agreement */
  char *number;   /* (nullable): of the agreement, that stands first on the page */
  char *what;     /* the obligation, or the reviewer; NULL for the others */
  char *partners; /* NULL without any */
  GDate day;
} SelDeadline;

GArray *sel_deadlines_read (SelConnection *connection, const GDate *today, GError **error);

G_END_DECLS
