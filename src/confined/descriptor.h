/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An open file that closes itself: g_auto (SelDescriptor) fd = -1. GLib has one since 2.76. */
#pragma once

#include <glib.h>
#include <unistd.h>

typedef int SelDescriptor;

G_DEFINE_AUTO_CLEANUP_FREE_FUNC (SelDescriptor, close, -1)
