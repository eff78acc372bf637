/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A text of which nothing may stay in memory, such as a passphrase. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef char SelSecret;

void sel_secret_free (SelSecret *secret);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SelSecret, sel_secret_free)

G_END_DECLS
