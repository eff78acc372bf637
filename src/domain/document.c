/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/document.h"

#include <glib/gi18n-lib.h>

#include "domain/agreement.h"
#include "domain/form.h"

typedef SelDocument RECORD;

const SelChoice sel_document_kinds[] = {
  { "draft", NC_ ("choice", "Draft") },
  { "signed", NC_ ("choice", "Signed text") },
  { "annex", NC_ ("choice", "Annex") },
  { NULL },
};

static const SelField fields[] = {
  FIELD (agreement, REFERENCE, PUBLIC, SEL_FIELD_OWNER, N_ ("Agreement"),
         .hint = N_ ("The agreement that it is a text of"), .refers_to = &sel_agreement_type),
  FIELD (kind, CHOICE, PUBLIC, SEL_FIELD_SIGNED, N_ ("Kind"),
         .hint = N_ ("Draft, signed text or annex"),
         .choices = sel_document_kinds),
  FIELD (title, TEXT, PUBLIC, 0, N_ ("Title"), .hint = N_ ("What it is called in the office")),
  FIELD (edition, TEXT, PUBLIC, SEL_FIELD_OPTIONAL, N_ ("Version"),
         .hint = N_ ("Which text on the way to signature, such as 2")),
  FIELD (file, TEXT, PUBLIC, 0, N_ ("File"), .hint = N_ ("Name of the PDF, without a folder"),
         .form = &sel_form_file),
  FIELD (sha256, TEXT, PUBLIC, SEL_FIELD_SIGNED, N_ ("SHA-256"),
         .hint = N_ ("Hash of the content, 64 hexadecimal digits"), .form = &sel_form_sha256),
  FIELD (pages, INTEGER, PUBLIC, SEL_FIELD_OPTIONAL, N_ ("Pages"),
         .hint = N_ ("How many pages it has"), .least = 1, .most = 20000),
};

const SelRecordType sel_document_type =
  SEL_RECORD_TYPE ("document", N_ ("Document"), N_ ("Documents"), NULL);
