/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What every page of a window works with: the open register, the settings, and what day it is. */
#pragma once

#include <gio/gio.h>

#include "store/store.h"

G_BEGIN_DECLS

#define SEL_TYPE_OFFICE (sel_office_get_type ())
G_DECLARE_FINAL_TYPE (SelOffice, sel_office, SEL, OFFICE, GObject)

SelOffice *sel_office_new (SelStore *store, GSettings *settings);
SelStore *sel_office_get_store (SelOffice *self);
GSettings *sel_office_get_settings (SelOffice *self);
const GDate *sel_office_get_today (SelOffice *self);
guint sel_office_get_notice_days (SelOffice *self);
guint sel_office_get_training_hour (SelOffice *self);

void sel_office_say (SelOffice *self, const char *message);
void sel_office_say_undoable (SelOffice *self, const char *message);
void sel_office_fail (SelOffice *self, const char *message);

G_END_DECLS
