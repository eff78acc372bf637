/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An iCalendar file (RFC 5545) on its way to the disk. The same register gives the same bytes. */
#pragma once

#include <gio/gio.h>
#include <libical/ical.h>

#include "store/connection.h"

G_BEGIN_DECLS

typedef struct
{
  const char *name; /* of the file, lent */
  int file;
  GString *pending;
  struct icaltimetype stamp; /* when the register was last written */
  GCancellable *cancellable; /* (nullable), lent */
} SelIcalFile;

typedef gboolean (*SelIcalFill) (SelIcalFile *file, gpointer user_data, GError **error);

gboolean sel_ical_check_name (const char *path, GError **error);
gboolean sel_ical_stamp_read (SelConnection *connection, struct icaltimetype *stamp, GError **error);
gboolean sel_ical_file_write (const char *path,
                              gboolean replaces,
                              const char *product,
                              const struct icaltimetype *stamp,
                              SelIcalFill fill,
                              gpointer user_data,
                              GCancellable *cancellable,
                              GError **error);
gboolean sel_ical_file_append (SelIcalFile *self, icalcomponent *take_component, GError **error);
struct icaltimetype sel_ical_date (const GDate *date);
void sel_ical_add_all (icalcomponent *component, icalproperty **properties, guint n_properties);

G_END_DECLS
