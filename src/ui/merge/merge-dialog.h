/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two records that a person knows to be one, at any later time: the other is looked for, and what
 * stands is chosen field by field. */
#pragma once

#include <adwaita.h>

#include "ui/office.h"

G_BEGIN_DECLS

void sel_merge_dialog_present (GtkWidget *parent,
                               SelOffice *office,
                               const SelRecordType *type,
                               gint64 id);

G_END_DECLS
