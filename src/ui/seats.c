/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/seats.h"

#include <glib/gi18n-lib.h>

#include "domain/field.h"

/* "12 of 16 seats", in the user's language. Free with g_free(). */
char *
sel_seats_dup_display (gint64 filled, gint64 capacity)
{
  g_autofree char *some = sel_number_dup_display ((double) filled);
  g_autofree char *all = sel_number_dup_display ((double) capacity);

  /* Translators: taken seats and all seats of a cohort */
  return g_strdup_printf (_ ("%s of %s seats"), some, all);
}
