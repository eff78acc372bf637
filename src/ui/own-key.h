/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What other offices need to know this one's packages, to be copied from the preferences. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

void sel_own_key_show (AdwActionRow *key, AdwActionRow *fingerprint);

G_END_DECLS
