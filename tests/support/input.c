/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support/input.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <unistd.h>

/* A file without a name that holds @data, open for reading as a reader gets it. Close it. */
int
input_new (const char *data, gsize length)
{
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;
  int written = g_file_open_tmp ("input-XXXXXX", &path, &error);
  int input = open (path, O_RDONLY | O_CLOEXEC);

  g_assert_no_error (error);
  g_assert_cmpint (input, >=, 0);
  g_unlink (path);

  while (length > 0)
    {
      gssize n = write (written, data, length);

      g_assert_cmpint (n, >, 0);
      data += n;
      length -= (gsize) n;
    }
  close (written);
  return input;
}
