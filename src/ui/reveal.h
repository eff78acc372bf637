/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A masked value is shown only once it stands in the log that it was looked at. */
#pragma once

#include "ui/office.h"

G_BEGIN_DECLS

/* @is_logged: the values may be shown. When it is not, the user has been told why. */
typedef void (*SelRevealedFunc) (gboolean is_logged, gpointer user_data);

void sel_reveal_two (SelOffice *office,
                     const SelRecordType *type,
                     gint64 one,
                     gint64 other,
                     GPtrArray *take_fields,
                     SelRevealedFunc func,
                     gpointer user_data);
void sel_reveal (SelOffice *office,
                 const SelRecordType *type,
                 gint64 id,
                 GPtrArray *take_fields,
                 SelRevealedFunc func,
                 gpointer user_data);

G_END_DECLS
