/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which of the partners of the register a page means, by the name that it prints. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  gint64 id;
  const char *name;
  const char *short_name; /* or NULL */
} SelKnownPartner;

gint64 sel_known_partners_find (const SelKnownPartner *partners,
                                guint n_partners,
                                const char *name);

G_END_DECLS
