/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/file-name.h"

#include <string.h>

/* Whether something, and then @end, such as ".csv", is @name: in small letters or in capitals, as
 * other systems write them. */
gboolean
sel_file_name_ends (const char *name, const char *end)
{
  gsize length = strlen (name);
  gsize end_length = strlen (end);

  return length > end_length && g_ascii_strcasecmp (name + length - end_length, end) == 0;
}
