/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The details of a session: when, where, who teaches, what clashes, and the list of people. */
#pragma once

#include <gtk/gtk.h>

#include "ui/office.h"

G_BEGIN_DECLS

#define SEL_TYPE_SESSION_VIEW (sel_session_view_get_type ())
G_DECLARE_FINAL_TYPE (SelSessionView, sel_session_view, SEL, SESSION_VIEW, GtkWidget)

void sel_session_view_attach (SelSessionView *self, SelOffice *office);
void sel_session_view_show (SelSessionView *self, gint64 id);

G_END_DECLS
