/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who or what is in two places at once. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What can be in one place at a time (a person, a room), and by what it is taken. */
typedef struct
{
  gint64 resource;
  gint64 holder; /* the session */
  gint64 start;  /* instants, domain/civil-time.h */
  gint64 end;
} SelBooking;

/* Two holders want the same resource at the same time. */
typedef struct
{
  gint64 resource;
  gint64 earlier; /* the holder that starts first */
  gint64 later;
} SelClash;

GArray *sel_clashes_find (GArray *bookings);

G_END_DECLS
