/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two records side by side, field by field, with what differs marked. Where they are to become one,
 * it is chosen field by field what stands. */
#pragma once

#include <gtk/gtk.h>

#include "domain/records.h"

G_BEGIN_DECLS

#define SEL_TYPE_PAIR_VIEW (sel_pair_view_get_type ())
G_DECLARE_FINAL_TYPE (SelPairView, sel_pair_view, SEL, PAIR_VIEW, GtkWidget)

/* What is shown, lent for the call. */
typedef struct
{
  const SelRecordType *type;
  const char *left_heading;
  const char *right_heading;
  const char *const *left; /* a text for each field, the stable form or a title; NULL for nothing */
  const char *const *right;
  gboolean can_choose;
} SelPairShown;

void sel_pair_view_show (SelPairView *self, const SelPairShown *shown);
void sel_pair_view_set_revealed (SelPairView *self, gboolean is_revealed);
gboolean sel_pair_view_takes_right (SelPairView *self, guint field);

G_END_DECLS
