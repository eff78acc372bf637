/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The forms of texts that have one: said as an XSD pattern for other offices' programs, and as a
 * function, which a million records pass through. A test holds the two equal. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  const char *pattern; /* XSD 1.0, of the whole text */
  gboolean (*matches) (const char *text);
  const char *message; /* untranslated: what the text should be */
} SelForm;

extern const SelForm sel_form_region;
extern const SelForm sel_form_nik;
extern const SelForm sel_form_sha256;
extern const SelForm sel_form_file;

G_END_DECLS
