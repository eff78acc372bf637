/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "application/autostart.h"

#include <errno.h>
#include <glib/gstdio.h>

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

#include "config.h"

#define ENTRY                     \
  "[Desktop Entry]\n"             \
  "Type=Application\n"            \
  "Name=%s\n"                     \
  "Exec=selaras due --notify\n"   \
  "TryExec=selaras\n"             \
  "Icon=" SEL_APPLICATION_ID "\n" \
  "NoDisplay=true\n"

static char *
dup_path (void)
{
  return g_build_filename (g_get_user_config_dir (), "autostart", SEL_APPLICATION_ID ".Due.desktop",
                           NULL);
}

gboolean
sel_autostart_is_on (void)
{
  g_autofree char *path = dup_path ();

  return g_file_test (path, G_FILE_TEST_EXISTS);
}

gboolean
sel_autostart_set (gboolean is_on, GError **error)
{
  g_autofree char *path = dup_path ();
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *entry = g_strdup_printf (ENTRY, _ ("Reminders of Selaras"));

  if (is_on && g_mkdir_with_parents (folder, 0700) == 0)
    return g_file_set_contents (path, entry, -1, error);
  if (!is_on && (g_unlink (path) == 0 || errno == ENOENT))
    return TRUE;

  g_set_error (error, G_IO_ERROR, (int) g_io_error_from_errno (errno),
               _ ("“%s” could not be changed: %s."), path, g_strerror (errno));
  return FALSE;
}
