/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The offices whose signatures are known: a list of (sender, public key), "a(ss)", as the settings
 * keep it. A sender is the code that stands in the header of its exchange files; one that changes
 * its key has two for a while. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean sel_trusted_keys_have (GVariant *self, const char *sender, const char *key);
char *sel_trusted_keys_dup_sender (GVariant *self, const char *key);
GVariant *sel_trusted_keys_add (GVariant *self, const char *sender, const char *key);
GVariant *sel_trusted_keys_remove (GVariant *self, const char *sender);

G_END_DECLS
