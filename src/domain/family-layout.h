/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where each agreement of a family stands in its picture: what is made under another below it, what
 * renews another to its right. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  gint64 id;
  gint64 parent; /* 0, or one that need not be among them */
  guint column;  /* the answer */
  guint row;     /* likewise */
} SelFamilyPlace;

void sel_family_lay_out (SelFamilyPlace *places, guint n);

G_END_DECLS
