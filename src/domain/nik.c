/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/nik.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "domain/digits.h"
#include "domain/field.h"
#include "domain/region.h"

#define N_DIGITS 16
#define ADDED_FOR_WOMEN 40

/* Compares the six digits at @digits with what else is known of the person. */
static SelNikFindings
check_birth (const char *digits,
             gboolean sex_is_known,
             gboolean is_female,
             const GDate *birth_date)
{
  guint day = sel_digits (digits, 2);
  guint month = sel_digits (digits + 2, 2);
  guint year = sel_digits (digits + 4, 2);
  gboolean says_female = day > ADDED_FOR_WOMEN;
  SelNikFindings findings = 0;

  if (says_female)
    day -= ADDED_FOR_WOMEN;

  /* The century is not said; 2000 + year is a leap year whenever 1900 + year is one. */
  if (!g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) (2000 + year)))
    return SEL_NIK_IMPOSSIBLE_DATE;

  if (sex_is_known && says_female != !!is_female)
    findings |= SEL_NIK_OTHER_SEX;
  if (g_date_valid (birth_date) &&
      (day != g_date_get_day (birth_date) || month != g_date_get_month (birth_date) ||
       year != g_date_get_year (birth_date) % 100u))
    findings |= SEL_NIK_OTHER_BIRTH_DATE;
  return findings;
}

/**
 * sel_nik_check:
 * @nik: what was entered, not %NULL
 * @sex_is_known: whether @is_female is to be compared
 * @is_female: of the person
 * @birth_date: of the person, invalid when it is not known
 *
 * There is no check digit: a NIK without findings may still be another person's.
 *
 * Returns: what is wrong or odd with @nik; 0 for nothing
 */
SelNikFindings
sel_nik_check (const char *nik,
               gboolean sex_is_known,
               gboolean is_female,
               const GDate *birth_date)
{
  SelNikFindings findings;
  gsize length = 0;

  g_return_val_if_fail (nik && birth_date, 0);

  while (g_ascii_isdigit (nik[length]))
    length++;
  if (nik[length] != '\0')
    return SEL_NIK_NOT_DIGITS;
  if (length != N_DIGITS)
    return SEL_NIK_WRONG_LENGTH;

  findings = check_birth (nik + 6, sex_is_known, is_female, birth_date);
  if (!sel_region_is_known_prefix (nik))
    findings |= SEL_NIK_UNKNOWN_REGION;
  if (sel_digits (nik + 12, 4) == 0)
    findings |= SEL_NIK_ZERO_SERIAL;
  return findings;
}

/* Whether no NIK is ever issued like that. The others are warnings: regions are divided, old cards
 * have errors, and a NIK stays as it is when the date of birth on the card is corrected. */
gboolean
sel_nik_finding_is_error (SelNikFindings finding)
{
  return finding < SEL_NIK_UNKNOWN_REGION;
}

/* What to tell a person about one finding. It never holds the NIK, which is personal data. */
const char *
sel_nik_finding_message (SelNikFindings finding)
{
  switch (finding)
    {
    case SEL_NIK_NOT_DIGITS:
      return _ ("A NIK has digits only: take out letters, spaces and punctuation.");
    case SEL_NIK_WRONG_LENGTH:
      return _ ("A NIK has exactly 16 digits: compare it with the card.");
    case SEL_NIK_IMPOSSIBLE_DATE:
      return _ ("Digits 7 to 12 of the NIK are not a possible date of birth (day, month and year; "
                "for women, 40 is added to the day): compare it with the card.");
    case SEL_NIK_ZERO_SERIAL:
      return _ ("A NIK never ends in 0000: compare it with the card.");
    case SEL_NIK_UNKNOWN_REGION:
      return _ ("The first six digits of the NIK are not the code of a known district: "
                "compare them with the card.");
    case SEL_NIK_OTHER_SEX:
      return _ ("The NIK is that of a person of the other sex: compare both with the card.");
    case SEL_NIK_OTHER_BIRTH_DATE:
      return _ ("The NIK holds another date of birth: compare both with the card.");
    default:
      g_return_val_if_reached (NULL);
    }
}

/**
 * sel_nik_dup_hidden:
 * @identifier: (nullable): what a sender calls a record
 *
 * Some offices call people by their NIK.
 *
 * Returns: (transfer full) (nullable): @identifier, masked if it looks like one
 */
char *
sel_nik_dup_hidden (const char *identifier)
{
  const gboolean is_like_nik = identifier && strlen (identifier) == N_DIGITS &&
                               strspn (identifier, "0123456789") == N_DIGITS;

  if (identifier && g_str_has_prefix (identifier, SEL_NIK_KEY "-"))
    return g_strdup (SEL_NIK_KEY "-••••••");
  return is_like_nik ? sel_text_dup_masked (identifier) : g_strdup (identifier);
}
