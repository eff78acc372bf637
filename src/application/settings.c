/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "application/settings.h"

#define G_SETTINGS_ENABLE_BACKEND
#include <gio/gsettingsbackend.h>

#include "application/uninstalled.h"
#include "config.h"

/* What the schema says too, where it was not found. */
#define DAYS_UNLESS_SET 90

static GSettingsSchema *
find_schema (void)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autofree char *folder = sel_uninstalled_dup_folder ("data");
  g_autoptr (GSettingsSchemaSource) own = NULL;
  GSettingsSchema *schema = NULL;

  if (source)
    schema = g_settings_schema_source_lookup (source, SEL_APPLICATION_ID, TRUE);
  if (schema == NULL && folder)
    own = g_settings_schema_source_new_from_directory (folder, source, TRUE, NULL);
  if (own)
    schema = g_settings_schema_source_lookup (own, SEL_APPLICATION_ID, FALSE);

  return schema;
}

/* The preferences, or NULL when Selaras is neither installed whole nor run from where it was built.
 */
GSettings *
sel_settings_new (void)
{
  g_autoptr (GSettingsSchema) schema = find_schema ();

  return schema ? g_settings_new_full (schema, NULL, NULL) : NULL;
}

/* How many days before its end an agreement counts as expiring, as the preferences have it. */
guint
sel_notice_days_read (void)
{
  g_autoptr (GSettings) settings = sel_settings_new ();

  return settings ? (guint) g_settings_get_int (settings, "notice-days") : DAYS_UNLESS_SET;
}

static char *
dup_text (const char *key)
{
  g_autoptr (GSettings) settings = sel_settings_new ();

  return settings ? g_settings_get_string (settings, key) : NULL;
}

/* The code of this office in the files that it sends; empty or NULL until somebody says it. */
char *
sel_office_id_dup (void)
{
  return dup_text ("office-id");
}

/* What this office is called in the files that it sends, likewise. */
char *
sel_office_name_dup (void)
{
  return dup_text ("office-name");
}

/* Returns: (transfer full): the offices whose signatures are known, as exchange/trusted-keys.h has
 * them */
GVariant *
sel_trusted_keys_read (void)
{
  g_autoptr (GSettings) settings = sel_settings_new ();

  return settings
           ? g_settings_get_value (settings, "trusted-keys")
           : g_variant_ref_sink (g_variant_new_array (G_VARIANT_TYPE ("(ss)"), NULL, 0));
}

/* Whether what is set is still there tomorrow: dconf is told through the session bus, and in memory
 * it only is because somebody wants that, or because there is nothing better. */
static gboolean
is_kept (void)
{
  g_autoptr (GSettingsBackend) backend = g_settings_backend_get_default ();
  const char *name = G_OBJECT_TYPE_NAME (backend);
  g_autoptr (GDBusConnection) bus = NULL;

  if (g_str_equal (name, "GMemorySettingsBackend"))
    return g_strcmp0 (g_getenv ("GSETTINGS_BACKEND"), "memory") == 0;
  if (!g_str_equal (name, "DConfSettingsBackend"))
    return TRUE;

  bus = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, NULL);
  return bus != NULL;
}

/* FALSE when they cannot be kept. */
gboolean
sel_trusted_keys_write (GVariant *keys)
{
  g_autoptr (GSettings) settings = sel_settings_new ();
  const gboolean is_set =
    settings && is_kept () && g_settings_set_value (settings, "trusted-keys", keys);

  g_settings_sync ();
  return is_set;
}
