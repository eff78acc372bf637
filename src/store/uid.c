/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/uid.h"

/* A UUID of version 7 (RFC 9562, section 5.7): milliseconds first, so that new ones go to the end
 * of their index. Free with g_free(). */
char *
sel_uid_new (void)
{
  guint64 milliseconds = (guint64) g_get_real_time () / 1000;
  guint32 random = g_random_int ();

  return g_strdup_printf ("%08x-%04x-7%03x-%04x-%04x%08x",
                          (guint) (milliseconds >> 16),
                          (guint) (milliseconds & 0xffff),
                          random & 0xfff,
                          0x8000 | (random >> 12 & 0x3fff),
                          random >> 16 ^ (g_random_int () & 0xffff),
                          g_random_int ());
}
