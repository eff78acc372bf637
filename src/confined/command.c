/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "confined/command.h"

/* What bubblewrap shows: libraries and fonts, where Debian and most others keep them. */
static const char *const shown[] = {
  "/lib", "/lib32", "/lib64", "/usr/lib", "/usr/lib32", "/usr/lib64", "/usr/local/lib",
  "/etc/ld.so.cache", "/etc/fonts", "/usr/share/fontconfig", "/usr/share/fonts",
  "/usr/local/share/fonts", "/var/cache/fontconfig", SEL_POPPLER_DATA
};

static const char *const mode_names[] = {
  [SEL_CONFINED_READ_EXCHANGE] = "read-exchange",
  [SEL_CONFINED_READ_SHEET] = "read-sheet",
  [SEL_CONFINED_READ_PACKAGE] = "read-package",
  [SEL_CONFINED_PROBE_PDF] = "probe-pdf",
  [SEL_CONFINED_SHOW_PDF] = "show-pdf",
};

static char *
find_beside_this_program (void)
{
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *folder = program ? g_path_get_dirname (program) : NULL;
  g_autofree char *helper = NULL;

  if (!folder)
    return NULL;

  helper = g_build_filename (folder, "confined", "selaras-confined", NULL);
  return g_file_test (helper, G_FILE_TEST_IS_EXECUTABLE) ? g_steal_pointer (&helper) : NULL;
}

/**
 * sel_confined_find_helper:
 *
 * Returns: (transfer full): the path of the reader, which need not exist
 */
char *
sel_confined_find_helper (void)
{
  const char *named = g_getenv ("SELARAS_CONFINED");
  char *beside;

  if (named && *named)
    return g_strdup (named);

  beside = find_beside_this_program ();
  return beside ? beside : g_strdup (SEL_LIBEXECDIR "/selaras-confined");
}

/**
 * sel_confined_choose:
 * @landlock_abi: as sel_landlock_get_abi() says
 * @bubblewrap: (nullable): the path of bwrap
 *
 * Returns: %FALSE when there is no way to confine a reader
 */
gboolean
sel_confined_choose (guint landlock_abi, const char *bubblewrap, SelConfinement *confinement)
{
  *confinement = landlock_abi > 0 ? SEL_CONFINED_BY_LANDLOCK : SEL_CONFINED_BY_BUBBLEWRAP;
  return landlock_abi > 0 || bubblewrap;
}

static void
add_shown (GStrvBuilder *command, const char *path)
{
  g_strv_builder_add (command, "--ro-bind-try");
  g_strv_builder_add (command, path);
  g_strv_builder_add (command, path);
}

static void
add_bubblewrap (GStrvBuilder *command, const char *helper)
{
  const char *walls[] = { "bwrap", "--unshare-all", "--die-with-parent", "--new-session",
                          "--cap-drop", "ALL", "--chdir", "/", NULL };
  g_autofree char *fonts = g_build_filename (g_get_user_data_dir (), "fonts", NULL);
  g_autofree char *old_fonts = g_build_filename (g_get_home_dir (), ".fonts", NULL);

  g_strv_builder_addv (command, walls);
  for (guint i = 0; i < G_N_ELEMENTS (shown); i++)
    add_shown (command, shown[i]);
  add_shown (command, fonts);
  add_shown (command, old_fonts);
  add_shown (command, helper);
  g_strv_builder_add (command, "--");
}

/**
 * sel_confined_command_new:
 * @helper: the path of the reader
 *
 * Returns: (transfer full): the words that start it
 */
GStrv
sel_confined_command_new (const char *helper, SelConfinedMode mode, SelConfinement confinement)
{
  const gboolean is_wrapped = confinement == SEL_CONFINED_BY_BUBBLEWRAP;
  g_autoptr (GStrvBuilder) command = g_strv_builder_new ();

  if (is_wrapped)
    add_bubblewrap (command, helper);
  g_strv_builder_add (command, helper);
  g_strv_builder_add (command, mode_names[mode]);
  g_strv_builder_add (command, is_wrapped ? "bubblewrap" : "landlock");
  return g_strv_builder_end (command);
}
