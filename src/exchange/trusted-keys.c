/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/trusted-keys.h"

#include <glib/gi18n-lib.h>

#include "confined/exchange-header.h"
#include "exchange/package-job.h"
#include "exchange/signing-key.h"

/* Whether @sender can be the code of an office, as the header of an exchange file has it. */
static gboolean
check_sender (const char *sender, GError **error)
{
  const SelRecordType *type = &sel_exchange_header_type;
  SelExchangeHeader *header = sel_record_new (type);
  gboolean is_code = TRUE;

  for (guint i = 0; i < type->n_fields && is_code; i++)
    if (g_str_equal (type->fields[i].name, "sender"))
      is_code = sel_field_set_text (&type->fields[i], header, sender, error);
  sel_record_free (type, header);
  return is_code;
}

/* Whether @key can be a public key, as text, and @sender the code of the office whose it is. */
gboolean
sel_trusted_key_check (const char *sender, const char *key, GError **error)
{
  guint8 bytes[SEL_PACKAGE_KEY_BYTES];

  if (!check_sender (sender, error))
    return FALSE;
  if (sel_public_key_parse (key, bytes))
    return TRUE;

  g_set_error_literal (error, SEL_PACKAGE_ERROR, SEL_PACKAGE_ERROR_REFUSED,
                       _ ("This is not a public key. The other office sees its own in its "
                          "preferences, or with “selaras key”: 44 characters, of which the last "
                          "is “=”."));
  return FALSE;
}

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

/* @key: (nullable): the one that goes; NULL for all of @sender
 *
 * Returns: (transfer full): the list without it */
GVariant *
sel_trusted_keys_remove (GVariant *self, const char *sender, const char *key)
{
  g_autoptr (GVariantBuilder) builder = copy_without (self, sender, key);

  return g_variant_ref_sink (g_variant_builder_end (builder));
}
