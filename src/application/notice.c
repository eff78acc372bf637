/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "application/notice.h"

#include <gio/gio.h>

#include "config.h"

/* What the schema says too, for a Selaras that was not installed. */
#define DAYS_UNLESS_SET 90

/* How many days before its end an agreement counts as expiring, as the preferences have it. */
guint
sel_notice_days_read (void)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchema) schema =
    source ? g_settings_schema_source_lookup (source, SEL_APPLICATION_ID, TRUE) : NULL;
  g_autoptr (GSettings) settings = NULL;

  if (schema == NULL)
    return DAYS_UNLESS_SET;

  settings = g_settings_new_full (schema, NULL, NULL);
  return (guint) g_settings_get_int (settings, "notice-days");
}
