/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/signature.h"

#include <glib/gi18n-lib.h>

#include "exchange/signing-key.h"
#include "exchange/trusted-keys.h"

/**
 * sel_signature_judge:
 * @trusted_keys: the offices whose signatures are known, as trusted-keys.h has them
 * @sender: the code of the one whom the exchange file names
 * @key: (nullable): the public key that signed it, as text; NULL when nobody did
 */
SelPackageSigner
sel_signature_judge (GVariant *trusted_keys, const char *sender, const char *key)
{
  g_autofree char *key_sender = key ? sel_trusted_keys_dup_sender (trusted_keys, key) : NULL;

  if (key == NULL)
    return SEL_PACKAGE_NOT_SIGNED;
  if (sel_trusted_keys_have (trusted_keys, sender, key))
    return SEL_PACKAGE_SIGNED_BY_TRUSTED;

  return key_sender ? SEL_PACKAGE_SIGNED_BY_OTHER : SEL_PACKAGE_SIGNED_BY_UNKNOWN;
}

/* Whether the package may come from somebody else than it says: by what is known of its sender,
 * another signature was to be expected. The parameters are those of sel_signature_judge(). */
gboolean
sel_signature_is_suspect (GVariant *trusted_keys, const char *sender, const char *key)
{
  const SelPackageSigner signer = sel_signature_judge (trusted_keys, sender, key);

  return signer == SEL_PACKAGE_SIGNED_BY_OTHER ||
         (signer != SEL_PACKAGE_SIGNED_BY_TRUSTED &&
          sel_trusted_keys_have (trusted_keys, sender, NULL));
}

/* Who signed the package, in a sentence or two for its user. Free with g_free(). The parameters are
 * those of sel_signature_judge(). */
char *
sel_signature_dup_sentence (GVariant *trusted_keys, const char *sender, const char *key)
{
  const gboolean has_a_key = sel_trusted_keys_have (trusted_keys, sender, NULL);
  g_autofree char *key_sender = key ? sel_trusted_keys_dup_sender (trusted_keys, key) : NULL;
  g_autofree char *fingerprint = key ? sel_public_key_text_dup_fingerprint (key) : NULL;

  switch (sel_signature_judge (trusted_keys, sender, key))
    {
    case SEL_PACKAGE_SIGNED_BY_TRUSTED:
      /* Translators: %s is the code of an office, such as bnnk-banjarbaru. */
      return g_strdup_printf (_ ("It is signed by “%s”, whose key you trust."), sender);
    case SEL_PACKAGE_SIGNED_BY_OTHER:
      return g_strdup_printf (
        /* Translators: both %s are codes of offices. */
        _ ("It is signed by “%s”, but the exchange says that it comes from “%s”. Ask both before "
           "you rely on it."),
        key_sender, sender);
    case SEL_PACKAGE_SIGNED_BY_UNKNOWN:
      return g_strdup_printf (
        has_a_key
          /* Translators: the first %s is the code of an office, the second thirty digits. */
          ? _ ("It says that it comes from “%s”, but the key that signed it is not the one that "
               "you trust. Call that office before you rely on it, and compare its fingerprint: "
               "%s.")
          : _ ("It says that it comes from “%s”, and is signed with a key that you do not know. "
               "Call that office and compare its fingerprint: %s."),
        sender, fingerprint);
    case SEL_PACKAGE_NOT_SIGNED:
    default:
      return g_strdup_printf (
        has_a_key
          ? _ ("It is not signed, though “%s”, from which it says that it comes, has a key that "
               "you trust. Call that office before you rely on it.")
          : _ ("It is not signed: nothing proves that it comes from “%s”, as it says."),
        sender);
    }
}
