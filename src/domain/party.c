/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/party.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "domain/agreement.h"
#include "domain/document.h"
#include "domain/findings.h"
#include "domain/partner.h"

typedef SelParty RECORD;

const SelChoice sel_authorities[] = {
  { "office", NC_ ("choice", "The office itself") },
  { "decree", NC_ ("choice", "Decree") },
  { "attorney", NC_ ("choice", "Power of attorney") },
  { "regulation", NC_ ("choice", "Regulation or statutes") },
  { NULL },
};

static const SelField fields[] = {
  FIELD (agreement, REFERENCE, PUBLIC, SEL_FIELD_OWNER, N_ ("Agreement"),
         .hint = N_ ("The agreement it is a party to"), .refers_to = &sel_agreement_type),
  FIELD (position, INTEGER, PUBLIC, SEL_FIELD_SIGNED, N_ ("Order"),
         .hint = N_ ("1 for PIHAK KESATU, 2 for PIHAK KEDUA, and so on"), .least = 1, .most = 99),
  FIELD (partner, REFERENCE, PUBLIC, SEL_FIELD_SIGNED, N_ ("Partner"),
         .hint = N_ ("The institution"), .refers_to = &sel_partner_type),
  FIELD (number, TEXT, PUBLIC, SEL_FIELD_SIGNED | SEL_FIELD_OPTIONAL | SEL_FIELD_SEARCHED,
         N_ ("Document number"),
         .hint = N_ ("This party’s own NOMOR; it may come after the signature")),
  FIELD (signatory, TEXT, PUBLIC, SEL_FIELD_SIGNED | SEL_FIELD_OPTIONAL | SEL_FIELD_SEARCHED,
         N_ ("Signatory"), .hint = N_ ("Who signed for it")),
  FIELD (office, TEXT, PUBLIC, SEL_FIELD_SIGNED | SEL_FIELD_OPTIONAL, N_ ("Office"),
         .hint = N_ ("The office that the signatory holds")),
  FIELD (on_behalf_of, TEXT, PUBLIC, SEL_FIELD_SIGNED | SEL_FIELD_OPTIONAL, N_ ("On behalf of"),
         .hint = N_ ("For whom the signatory acts")),
  FIELD (label, TEXT, PUBLIC, SEL_FIELD_SIGNED | SEL_FIELD_OPTIONAL, N_ ("Called"),
         .hint = N_ ("What the page calls it, where that is not PIHAK KESATU, PIHAK KEDUA and so "
                     "on"),
         .most = 100),
  FIELD (unit, TEXT, PUBLIC, SEL_FIELD_SIGNED | SEL_FIELD_OPTIONAL, N_ ("Unit"),
         .hint = N_ ("The unit of the institution that carries it out")),
  FIELD (authority, CHOICE, PUBLIC, SEL_FIELD_SIGNED | SEL_FIELD_OPTIONAL, N_ ("Authority"),
         .hint = N_ ("What entitles the signatory to sign"), .choices = sel_authorities),
  FIELD (authority_number, TEXT, PUBLIC, SEL_FIELD_SIGNED | SEL_FIELD_OPTIONAL,
         N_ ("Number of the authority"),
         .hint = N_ ("The number of the decree, letter or regulation")),
  FIELD (authority_date, DATE, PUBLIC, SEL_FIELD_SIGNED | SEL_FIELD_OPTIONAL,
         N_ ("Date of the authority"), .hint = N_ ("The day it was given")),
  FIELD (authority_document, REFERENCE, PUBLIC, SEL_FIELD_OPTIONAL,
         N_ ("Document of the authority"), .hint = N_ ("Its PDF, among those of the agreement"),
         .refers_to = &sel_document_type),
};

/* A decree, a letter or a regulation is known by its number. */
static void
check (gconstpointer record, const GDate *today, SelFindings *findings)
{
  const SelParty *self = record;

  if (g_date_valid (&self->authority_date) && g_date_compare (&self->authority_date, today) > 0)
    sel_findings_add (findings, "authority_date", SEL_ERROR,
                      _ ("The day on which the authority was given is still to come."));
  if (self->authority > SEL_AUTHORITY_OFFICE && !self->authority_number)
    sel_findings_add (findings, "authority_number", SEL_WARNING,
                      _ ("The number of the authority is missing."));
}

const SelRecordType sel_party_type =
  SEL_RECORD_TYPE ("party", N_ ("Party"), N_ ("Parties"), check);

/* What the page calls the party: as recorded, or after its place. Ordinals beyond the tenth are
 * written in figures. Free with g_free(). */
char *
sel_party_dup_label (const char *label, gint64 position)
{
  static const char *const ordinals[] = { "KESATU", "KEDUA", "KETIGA", "KEEMPAT", "KELIMA",
                                          "KEENAM", "KETUJUH", "KEDELAPAN", "KESEMBILAN",
                                          "KESEPULUH" };

  if (label)
    return g_strdup (label);
  if (position >= 1 && position <= (gint64) G_N_ELEMENTS (ordinals))
    return g_strconcat ("PIHAK ", ordinals[position - 1], NULL);

  return g_strdup_printf ("PIHAK KE-%d", (int) position);
}

/* The #SelAuthority that printed words such as "Keputusan Presiden Nomor 12/TPA Tahun 2023" name; 0 where
 * they name none. A letter that gives power (surat kuasa) may cite the decree of who gives it. */
int
sel_authority_of_text (const char *text)
{
  static const struct
  {
    const char *word;
    SelAuthority authority;
  } words[] = {
    { "kuasa", SEL_AUTHORITY_ATTORNEY },
    { "surat tugas", SEL_AUTHORITY_ATTORNEY },
    { "keputusan", SEL_AUTHORITY_DECREE },
    { "surat perintah", SEL_AUTHORITY_DECREE },
    { "peraturan", SEL_AUTHORITY_REGULATION },
    { "undang-undang", SEL_AUTHORITY_REGULATION },
    { "anggaran dasar", SEL_AUTHORITY_REGULATION },
    { "akta", SEL_AUTHORITY_REGULATION },
    { "jabatan", SEL_AUTHORITY_OFFICE },
  };
  g_autofree char *folded = g_utf8_strdown (text, -1);

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (strstr (folded, words[i].word))
      return (int) words[i].authority;

  return 0;
}

/* What follows NOMOR in such words, up to its date; NULL where there is none. Free with g_free(). */
char *
sel_authority_dup_number (const char *text)
{
  g_autoptr (GRegex) regex =
    g_regex_new ("\\bnomor\\s*:?\\s*(.+?)\\s*(?:,|;|\\(|\\btanggal\\b|\\btentang\\b|$)",
                 G_REGEX_CASELESS | G_REGEX_OPTIMIZE, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;

  return g_utf8_validate (text, -1, NULL) && g_regex_match (regex, text, 0, &match)
           ? g_match_info_fetch (match, 1)
           : NULL;
}
