/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/amendment.h"

#include <glib/gi18n-lib.h>

#include "domain/agreement.h"

typedef SelAmendment RECORD;

static const SelField fields[] = {
  FIELD (agreement, REFERENCE, PUBLIC, SEL_FIELD_OWNER, N_ ("Addendum"),
         .hint = N_ ("The addendum that changes the article"), .refers_to = &sel_agreement_type),
  FIELD (article, TEXT, PUBLIC, SEL_FIELD_SIGNED, N_ ("Article"),
         .hint = N_ ("The Pasal of the agreement that is changed, such as 5")),
  FIELD (text, TEXT, PUBLIC, SEL_FIELD_SIGNED | SEL_FIELD_MULTILINE, N_ ("Text"),
         .hint = N_ ("How it reads from now on, or what is changed in it"), .most = 10000),
};

const SelRecordType sel_amendment_type =
  SEL_RECORD_TYPE ("amendment", N_ ("Changed article"), N_ ("Changed articles"), NULL);
