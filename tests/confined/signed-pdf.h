/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A PDF that Siti Rahayu signed, by a certificate of an issuer that nobody knows: made by openssl
 * each time, so that what signs is not what checks. */
#pragma once

#include <glib.h>

/* Where the parts of the file begin and end, to be tampered with. */
typedef struct
{
  GBytes *bytes;
  char *issuer; /* its certificate, PEM */
  gsize gap, gap_end;
} SignedPdf;

SignedPdf *signed_pdf_new (void);
void signed_pdf_free (SignedPdf *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SignedPdf, signed_pdf_free)
