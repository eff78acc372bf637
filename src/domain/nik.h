/* SPDX-License-Identifier: GPL-3.0-or-later */
/* NIK, the number of every resident: six digits for the region that issued it, six for the date
 * of birth (DDMMYY, the day plus 40 for women), four that count up (PP 37/2007, article 37). */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  /* errors */
  SEL_NIK_NOT_DIGITS = 1 << 0,
  SEL_NIK_WRONG_LENGTH = 1 << 1,
  SEL_NIK_IMPOSSIBLE_DATE = 1 << 2,
  SEL_NIK_ZERO_SERIAL = 1 << 3,
  /* warnings */
  SEL_NIK_UNKNOWN_REGION = 1 << 4,
  SEL_NIK_OTHER_SEX = 1 << 5,
  SEL_NIK_OTHER_BIRTH_DATE = 1 << 6,
} SelNikFindings;

SelNikFindings sel_nik_check (const char *nik,
                              gboolean sex_is_known,
                              gboolean is_female,
                              const GDate *birth_date);
gboolean sel_nik_finding_is_error (SelNikFindings finding);
const char *sel_nik_finding_message (SelNikFindings finding);
/* Begins the identifier that is made of a NIK where a table has none: a hash, which all NIKs are too
 * few to hide behind. */
#define SEL_NIK_KEY "nik"

char *sel_nik_dup_hidden (const char *identifier);

G_END_DECLS
