/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "confined/pdf-signatures.h"

#include <gnutls/pkcs7.h>
#include <gnutls/x509.h>
#include <string.h>

#include "confined/pdf-objects.h"
#include "confined/protocol.h"

/* More than any chain of certificates with its time stamp and revocation lists takes. */
#define MAX_MESSAGE (8u << 20)

/* The content of a time stamp (RFC 3161), which has the form of a signature and is none. */
#define TIME_STAMP "1.2.840.113549.1.9.16.1.4"

typedef struct gnutls_pkcs7_int Message;
typedef struct gnutls_x509_crt_int Certificate;
typedef struct gnutls_x509_trust_list_st TrustList;
typedef gnutls_pkcs7_signature_info_st Info;

static void
free_list (TrustList *list)
{
  gnutls_x509_trust_list_deinit (list, 1);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Message, gnutls_pkcs7_deinit)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Certificate, gnutls_x509_crt_deinit)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrustList, free_list)

/* The file, which is signed but for a gap in which the signature itself stands. */
typedef struct
{
  const guint8 *file;
  gsize length;
  guint64 range[4]; /* begin and length of what is before and after the gap */
} Signed;

typedef struct
{
  SelPdfIntegrity integrity;
  gboolean covers_all;
  gboolean is_trusted;
  char name[256];
} Facts;

static const guint8 *
skip_blanks (const guint8 *at, const guint8 *end)
{
  while (at < end && memchr ("\0\t\n\f\r ", *at, 6))
    at++;
  return at;
}

static const guint8 *
read_number (const guint8 *at, const guint8 *end, guint64 *number)
{
  const guint8 *begin = at = skip_blanks (at, end);

  *number = 0;
  while (at < end && g_ascii_isdigit (*at) && *number <= G_MAXUINT32)
    *number = *number * 10 + (guint64) (*at++ - '0');
  return at > begin && *number <= G_MAXUINT32 ? at : NULL;
}

/* Reads "[0 840 960 240]". */
static gboolean
read_range (Signed *self, const guint8 *at)
{
  const guint8 *end = self->file + self->length;

  at = skip_blanks (at, end);
  if (at == end || *at != '[')
    return FALSE;

  at++;
  for (guint i = 0; i < 4; i++)
    if (!(at = read_number (at, end, &self->range[i])))
      return FALSE;
  return self->range[0] == 0 && self->range[1] < self->range[2] &&
         self->range[2] <= self->length && self->range[3] <= self->length - self->range[2];
}

/* The signature is all that is in the gap: "<30820…>". Nothing else can hide there. */
static GByteArray *
read_gap (const Signed *self)
{
  const guint8 *at = self->file + self->range[1];
  const guint8 *end = self->file + self->range[2];
  g_autoptr (GByteArray) message = NULL;

  if (end - at < 2 || *at != '<' || end[-1] != '>' || end - at > 2 * (gssize) MAX_MESSAGE)
    return NULL;

  message = g_byte_array_sized_new ((guint) (end - at) / 2);
  for (at++, end--; at + 1 < end; at += 2)
    {
      const int high = g_ascii_xdigit_value ((char) at[0]);
      const int low = g_ascii_xdigit_value ((char) at[1]);
      const guint8 byte = (guint8) (high << 4 | low);

      if (high < 0 || low < 0)
        return NULL;
      g_byte_array_append (message, &byte, 1);
    }
  return at == end ? g_steal_pointer (&message) : NULL;
}

/* What follows the message in the gap is padding: DER tells how long it is. */
static void
cut_padding (GByteArray *message)
{
  const guint8 *data = message->data;
  gsize length = 0;
  guint n_bytes;

  if (message->len < 2 || data[0] != 0x30 || data[1] <= 0x80)
    return;

  n_bytes = data[1] & 0x7f;
  if (n_bytes > 4 || message->len < 2 + n_bytes)
    return;
  for (guint i = 0; i < n_bytes; i++)
    length = length << 8 | data[2 + i];
  if (length < message->len - 2 - n_bytes)
    g_byte_array_set_size (message, (guint) (2 + n_bytes + length));
}

static Message *
import_message (const GByteArray *bytes)
{
  const gnutls_datum_t datum = { bytes->data, bytes->len };
  g_autoptr (Message) message = NULL;

  if (gnutls_pkcs7_init (&message) < 0 ||
      gnutls_pkcs7_import (message, &datum, GNUTLS_X509_FMT_DER) < 0 ||
      gnutls_pkcs7_get_signature_count (message) != 1)
    return NULL;
  return g_steal_pointer (&message);
}

static Certificate *
import_certificate (const gnutls_datum_t *datum)
{
  g_autoptr (Certificate) certificate = NULL;

  if (gnutls_x509_crt_init (&certificate) < 0 ||
      gnutls_x509_crt_import (certificate, datum, GNUTLS_X509_FMT_DER) < 0)
    return NULL;
  return g_steal_pointer (&certificate);
}

static void
free_certificate (gpointer certificate)
{
  gnutls_x509_crt_deinit (certificate);
}

static GPtrArray *
list_certificates (Message *message)
{
  GPtrArray *all = g_ptr_array_new_with_free_func (free_certificate);
  const int n = MIN (gnutls_pkcs7_get_crt_count (message), 16);

  for (int i = 0; i < n; i++)
    {
      gnutls_datum_t datum;
      Certificate *certificate;

      if (gnutls_pkcs7_get_crt_raw2 (message, (unsigned) i, &datum) < 0)
        continue;
      certificate = import_certificate (&datum);
      if (certificate)
        g_ptr_array_add (all, certificate);
      gnutls_free (datum.data);
    }
  return all;
}

static gboolean
is_signers (Certificate *certificate, const Info *info)
{
  guint8 serial[64];
  size_t length = sizeof serial;
  gnutls_datum_t issuer = { 0 };
  gboolean is_same = FALSE;

  if (gnutls_x509_crt_get_serial (certificate, serial, &length) < 0 ||
      gnutls_x509_crt_get_raw_issuer_dn (certificate, &issuer) < 0)
    return FALSE;

  if (info->signer_serial.size == length && info->issuer_dn.size == issuer.size)
    is_same = memcmp (info->signer_serial.data, serial, length) == 0 &&
              memcmp (info->issuer_dn.data, issuer.data, issuer.size) == 0;
  gnutls_free (issuer.data);
  return is_same;
}

static Certificate *
find_signer (Message *message, GPtrArray *certificates)
{
  Info info;
  Certificate *found = NULL;

  if (gnutls_pkcs7_get_signature_info (message, 0, &info) < 0)
    return NULL;

  for (guint i = 0; i < certificates->len && !found; i++)
    if (is_signers (certificates->pdata[i], &info))
      found = certificates->pdata[i];
  gnutls_pkcs7_signature_info_deinit (&info);
  return found;
}

static void
read_name (Certificate *certificate, Facts *facts)
{
  static const char *const names[] = { GNUTLS_OID_X520_COMMON_NAME,
                                       GNUTLS_OID_X520_ORGANIZATION_NAME };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      size_t length = sizeof facts->name;

      if (gnutls_x509_crt_get_dn_by_oid (certificate, names[i], 0, 0, facts->name, &length) >= 0)
        return;
    }
  facts->name[0] = '\0';
}

static SelPdfIntegrity
verify (const Signed *self, Message *message, Certificate *signer)
{
  const gsize length = self->range[1] + self->range[3];
  g_autofree guint8 *all = g_try_malloc (length);
  gnutls_datum_t data = { all, (unsigned) length };
  int status;

  if (!all)
    return SEL_PDF_UNCHECKED;

  memcpy (all, self->file, self->range[1]);
  memcpy (all + self->range[1], self->file + self->range[2], self->range[3]);
  status = gnutls_pkcs7_verify_direct (message, signer, 0, &data, 0);
  if (status >= 0)
    return SEL_PDF_INTACT;
  return status == GNUTLS_E_PK_SIG_VERIFY_FAILED ? SEL_PDF_CHANGED : SEL_PDF_UNCHECKED;
}

/* Whether the signer's certificate comes from an issuer that the office trusts. When does not
 * matter: a contract is read longer than a certificate is valid. */
static gboolean
is_trusted (Certificate *signer, GPtrArray *certificates, TrustList *issuers)
{
  const guint how = GNUTLS_VERIFY_DISABLE_TIME_CHECKS | GNUTLS_VERIFY_DISABLE_TRUSTED_TIME_CHECKS |
                    GNUTLS_VERIFY_ALLOW_UNSORTED_CHAIN;
  g_autofree Certificate **chain = g_new (Certificate *, certificates->len + 1);
  guint n = 0;
  unsigned problems = 0;

  chain[n++] = signer;
  for (guint i = 0; i < certificates->len; i++)
    if (certificates->pdata[i] != signer)
      chain[n++] = certificates->pdata[i];

  return gnutls_x509_trust_list_verify_crt (issuers, chain, n, how, &problems, NULL) >= 0 &&
         problems == 0;
}

/* After the last signed byte there may be an end of line. */
static gboolean
covers_all (const Signed *self)
{
  const guint8 *end = self->file + self->length;

  return skip_blanks (self->file + self->range[2] + self->range[3], end) == end;
}

/* What there is to know of the signature whose range stands at @at; FALSE if it is nobody's. */
static gboolean
find_facts (Signed *self, const guint8 *at, TrustList *issuers, Facts *facts)
{
  g_autoptr (GByteArray) bytes = read_range (self, at) ? read_gap (self) : NULL;
  g_autoptr (GPtrArray) certificates = NULL;
  g_autoptr (Message) message = NULL;
  Certificate *signer;

  if (!bytes)
    return TRUE;

  facts->covers_all = covers_all (self);
  cut_padding (bytes);
  message = import_message (bytes);
  if (!message)
    return TRUE;
  if (g_strcmp0 (gnutls_pkcs7_get_embedded_data_oid (message), TIME_STAMP) == 0)
    return FALSE;

  certificates = list_certificates (message);
  signer = find_signer (message, certificates);
  if (signer)
    {
      read_name (signer, facts);
      facts->integrity = verify (self, message, signer);
      facts->is_trusted = is_trusted (signer, certificates, issuers);
    }
  return TRUE;
}

static void
put_facts (SelFrameWriter *answer, const Facts *facts)
{
  sel_frame_put_u32 (answer, 1);
  sel_frame_put_u32 (answer, facts->integrity);
  sel_frame_put_u32 (answer, facts->covers_all);
  sel_frame_put_u32 (answer, facts->is_trusted);
  sel_pdf_put_sound_text (answer, facts->name, sizeof facts->name);
}

static TrustList *
import_issuers (const char *pem)
{
  const gnutls_datum_t datum = { (guint8 *) pem, (unsigned) strlen (pem) };
  TrustList *list = NULL;

  if (gnutls_x509_trust_list_init (&list, 0) >= 0 && datum.size > 0)
    gnutls_x509_trust_list_add_trust_mem (list, &datum, NULL, GNUTLS_X509_FMT_PEM, 0, 0);
  return list;
}

/**
 * sel_pdf_put_signatures:
 * @issuers: the certificates that the office trusts, PEM; may be ""
 */
void
sel_pdf_put_signatures (SelFrameWriter *answer, GBytes *file, const char *issuers)
{
  static const char key[] = "/ByteRange";
  Signed signed_file = { .file = g_bytes_get_data (file, NULL), .length = g_bytes_get_size (file) };
  const guint8 *at = signed_file.file;
  const guint8 *end = at + signed_file.length;
  g_autoptr (TrustList) trusted = import_issuers (issuers);
  guint n = 0;

  while (n < SEL_PDF_MAX_SIGNATURES && (at = memmem (at, (gsize) (end - at), key, strlen (key))))
    {
      Facts facts = { .integrity = SEL_PDF_UNCHECKED };

      at += strlen (key);
      if (find_facts (&signed_file, at, trusted, &facts))
        {
          put_facts (answer, &facts);
          n++;
        }
    }
  sel_frame_put_u32 (answer, 0);
}
