/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "confined/whole.h"

#include <errno.h>
#include <unistd.h>

/**
 * sel_read_whole:
 *
 * Reads until @data is full or the file ends.
 *
 * Returns: how many bytes there were, or -1 with errno
 */
gssize
sel_read_whole (int file, gpointer data, gsize size)
{
  gsize length = 0;

  while (length < size)
    {
      const gssize n = read (file, (guint8 *) data + length, size - length);

      if (n == 0)
        break;
      if (n < 0 && errno != EINTR)
        return -1;
      if (n > 0)
        length += (gsize) n;
    }

  return (gssize) length;
}

/**
 * sel_write_whole:
 *
 * Returns: %FALSE with errno
 */
gboolean
sel_write_whole (int file, gconstpointer data, gsize length)
{
  const guint8 *at = data;

  while (length > 0)
    {
      const gssize n = write (file, at, length);

      if (n < 0 && errno != EINTR)
        return FALSE;
      if (n > 0)
        {
          at += n;
          length -= (gsize) n;
        }
    }

  return TRUE;
}
