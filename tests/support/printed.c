/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "printed.h"

#include <string.h>

#include "confined/pdf.h"

GStrv
printed_read (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *contents = NULL;
  g_autoptr (GBytes) bytes = NULL;
  GStrv texts = NULL;
  gsize length;

  g_file_get_contents (path, &contents, &length, &error);
  g_assert_no_error (error);
  bytes = g_bytes_new (contents, length);
  sel_pdf_read_texts (bytes, "printed.pdf", NULL, NULL, NULL, &texts, &error);
  g_assert_no_error (error);
  return texts;
}

void
printed_assert_in_order (const char *text, const char *const *parts)
{
  const char *at = text;

  for (; *parts; parts++)
    {
      const char *found = strstr (at, *parts);

      if (found == NULL)
        g_error ("no “%s” in “%s”", *parts, at);
      at = found + strlen (*parts);
    }
}
