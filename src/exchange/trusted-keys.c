/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/trusted-keys.h"

/**
 * sel_trusted_keys_have:
 * @key: (nullable): one public key, as text; NULL for any
 *
 * Whether a key of @sender is known.
 */
gboolean
sel_trusted_keys_have (GVariant *self, const char *sender, const char *key)
{
  GVariantIter iter;
  const char *known_sender, *known_key;

  g_variant_iter_init (&iter, self);
  while (g_variant_iter_next (&iter, "(&s&s)", &known_sender, &known_key))
    if (g_str_equal (known_sender, sender) && (!key || g_str_equal (known_key, key)))
      return TRUE;
  return FALSE;
}

/**
 * sel_trusted_keys_dup_sender:
 *
 * Returns: (transfer full) (nullable): whose key it is; NULL when it is not known
 */
char *
sel_trusted_keys_dup_sender (GVariant *self, const char *key)
{
  GVariantIter iter;
  const char *known_sender, *known_key;

  g_variant_iter_init (&iter, self);
  while (g_variant_iter_next (&iter, "(&s&s)", &known_sender, &known_key))
    if (g_str_equal (known_key, key))
      return g_strdup (known_sender);
  return NULL;
}

static GVariantBuilder *
copy_without (GVariant *self, const char *sender, const char *key)
{
  GVariantBuilder *builder = g_variant_builder_new (G_VARIANT_TYPE ("a(ss)"));
  GVariantIter iter;
  const char *known_sender, *known_key;

  g_variant_iter_init (&iter, self);
  while (g_variant_iter_next (&iter, "(&s&s)", &known_sender, &known_key))
    if (!g_str_equal (known_sender, sender) || (key && !g_str_equal (known_key, key)))
      g_variant_builder_add (builder, "(ss)", known_sender, known_key);
  return builder;
}

/* Returns: (transfer full): the list with this key of @sender too */
GVariant *
sel_trusted_keys_add (GVariant *self, const char *sender, const char *key)
{
  g_autoptr (GVariantBuilder) builder = copy_without (self, sender, key);

  g_variant_builder_add (builder, "(ss)", sender, key);
  return g_variant_ref_sink (g_variant_builder_end (builder));
}

/* Returns: (transfer full): the list without any key of @sender */
GVariant *
sel_trusted_keys_remove (GVariant *self, const char *sender)
{
  g_autoptr (GVariantBuilder) builder = copy_without (self, sender, NULL);

  return g_variant_ref_sink (g_variant_builder_end (builder));
}
