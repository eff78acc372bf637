/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support/workbook.h"

char *
workbook_read_part (const char *path, const char *part)
{
  static const char script[] =
    "import sys, xml.dom.minidom, zipfile\n"
    "text = zipfile.ZipFile(sys.argv[1]).read(sys.argv[2])\n"
    "xml.dom.minidom.parseString(text)\n"
    "sys.stdout.buffer.write(text)\n";
  const char *const command[] = { "python3", "-c", script, path, part, NULL };
  g_autoptr (GError) error = NULL;
  char *text = NULL;
  int status;

  g_spawn_sync (NULL, (char **) command, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &text, NULL,
                &status, &error);
  g_assert_no_error (error);
  g_assert_true (g_spawn_check_wait_status (status, NULL));
  return text;
}
