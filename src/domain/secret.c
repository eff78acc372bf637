/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/secret.h"

#include <string.h>

/* @secret: (nullable) (transfer full): is overwritten, then freed with g_free() */
void
sel_secret_free (SelSecret *secret)
{
  if (secret)
    explicit_bzero (secret, strlen (secret));
  g_free (secret);
}
