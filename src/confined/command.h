/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How the confined reader is started. It is the program selaras-confined, found in this order:
 *
 *   the file that the environment's SELARAS_CONFINED names (tests);
 *   confined/selaras-confined beside this program, where the build leaves it;
 *   libexecdir/selaras/selaras-confined, where it is installed.
 *
 * It closes its own doors with Landlock. Where the kernel has none it is started inside bubblewrap,
 * and where that is missing too it is not started. */
#pragma once

#include <glib.h>

#include "confined/protocol.h"

G_BEGIN_DECLS

/* What the reader is to do; each mode opens no more than it needs. */
typedef enum
{
  SEL_CONFINED_READ_EXCHANGE, /* is given its file at the start; opens none */
  SEL_CONFINED_READ_SHEET,    /* likewise */
  SEL_CONFINED_READ_PACKAGE,  /* likewise */
  SEL_CONFINED_PROBE_PDF,     /* opens no files */
  SEL_CONFINED_SHOW_PDF,      /* reads fonts */
} SelConfinedMode;

char *sel_confined_find_helper (void);
gboolean sel_confined_choose (guint landlock_abi, const char *bubblewrap,
                              SelConfinement *confinement);
GStrv sel_confined_command_new (const char *helper, SelConfinedMode mode,
                                SelConfinement confinement);

G_END_DECLS
