/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/uid.h"

/* Writes the lowest @n_digits of @number as hexadecimals, and returns where they end. */
static char *
put_digits (char *at, guint64 number, guint n_digits)
{
  for (guint i = n_digits; i > 0; i--)
    {
      at[i - 1] = "0123456789abcdef"[number & 0xf];
      number >>= 4;
    }

  return at + n_digits;
}

/* A UUID of version 7 (RFC 9562, section 5.7): milliseconds first, so that new ones go to the end
 * of their index. Free with g_free(). An import makes very many, so that nothing is formatted. */
char *
sel_uid_new (void)
{
  guint64 milliseconds = (guint64) g_get_real_time () / 1000;
  guint64 random = (guint64) g_random_int () << 32 | g_random_int ();
  char *uid = g_malloc (sizeof "xxxxxxxx-xxxx-7xxx-xxxx-xxxxxxxxxxxx");
  char *at = uid;

  at = put_digits (at, milliseconds >> 16, 8);
  *at++ = '-';
  at = put_digits (at, milliseconds, 4);
  *at++ = '-';
  at = put_digits (at, 0x7000 | (random & 0xfff), 4);
  *at++ = '-';
  at = put_digits (at, 0x8000 | (random >> 12 & 0x3fff), 4); /* the variant, 10 in binary */
  *at++ = '-';
  at = put_digits (at, random >> 32, 4);
  at = put_digits (at, g_random_int (), 8);
  *at = '\0';
  return uid;
}

/* What no UUID is, for a record that will not stay. Free with g_free(). */
char *
sel_uid_new_for_trial (gint64 id)
{
  char *uid = g_malloc (sizeof "xxxxxxxx");

  *put_digits (uid, (guint64) id, 8) = '\0';
  return uid;
}
