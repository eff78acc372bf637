/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The offices whose signatures are known, in the preferences: each with the fingerprint of its key. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define SEL_TYPE_TRUSTED_KEYS_GROUP (sel_trusted_keys_group_get_type ())
G_DECLARE_FINAL_TYPE (SelTrustedKeysGroup, sel_trusted_keys_group, SEL, TRUSTED_KEYS_GROUP, AdwPreferencesGroup)

void sel_trusted_keys_group_attach (SelTrustedKeysGroup *self,
                                    GSettings *settings,
                                    AdwToastOverlay *toasts);

G_END_DECLS
