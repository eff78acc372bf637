/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every NIK here is invented. */
#include "dates.h"

#include <string.h>
#include <time.h>

#include "domain/nik.h"

/* The sex is 'm', 'f' or '?'. */
static const struct
{
  const char *nik;
  char sex;
  const char *birth_date;
  guint findings;
} cases[] = {
  { "6372041101909001", '?', NULL, 0 },
  { "6372041101909001", 'm', "1990-01-11", 0 },
  { "6372045101909001", 'f', "1990-01-11", 0 },
  /* form */
  { "", '?', NULL, SEL_NIK_WRONG_LENGTH },
  { "637204110190900", '?', NULL, SEL_NIK_WRONG_LENGTH },
  { "63720411019090012", '?', NULL, SEL_NIK_WRONG_LENGTH },
  { "637204110190900A", '?', NULL, SEL_NIK_NOT_DIGITS },
  { " 637204110190900", '?', NULL, SEL_NIK_NOT_DIGITS },
  { "63.72.04.110190.9001", '?', NULL, SEL_NIK_NOT_DIGITS },
  { "６３７２０４１１０１９０９００１", '?', NULL, SEL_NIK_NOT_DIGITS },
  /* day 01-31 or 41-71 */
  { "6372043101909001", '?', NULL, 0 },
  { "6372047101909001", '?', NULL, 0 },
  { "6372044101909001", '?', NULL, 0 },
  { "6372040001909001", '?', NULL, SEL_NIK_IMPOSSIBLE_DATE },
  { "6372043201909001", '?', NULL, SEL_NIK_IMPOSSIBLE_DATE },
  { "6372044001909001", '?', NULL, SEL_NIK_IMPOSSIBLE_DATE },
  { "6372047201909001", '?', NULL, SEL_NIK_IMPOSSIBLE_DATE },
  { "6372049901909001", '?', NULL, SEL_NIK_IMPOSSIBLE_DATE },
  { "6372041100909001", '?', NULL, SEL_NIK_IMPOSSIBLE_DATE },
  { "6372041113909001", '?', NULL, SEL_NIK_IMPOSSIBLE_DATE },
  { "6372043104909001", '?', NULL, SEL_NIK_IMPOSSIBLE_DATE },
  { "6372047104909001", '?', NULL, SEL_NIK_IMPOSSIBLE_DATE },
  { "6372042902889001", '?', NULL, 0 },
  { "6372042902009001", '?', NULL, 0 },
  { "6372046902009001", '?', NULL, 0 },
  { "6372042902909001", '?', NULL, SEL_NIK_IMPOSSIBLE_DATE },
  { "6372043002889001", '?', NULL, SEL_NIK_IMPOSSIBLE_DATE },
  /* serial 0001 and up */
  { "6372041101900001", '?', NULL, 0 },
  { "6372041101900000", '?', NULL, SEL_NIK_ZERO_SERIAL },
  /* region */
  { "6372991101909001", '?', NULL, SEL_NIK_UNKNOWN_REGION },
  { "9901011101909001", '?', NULL, SEL_NIK_UNKNOWN_REGION },
  { "6372001101909001", '?', NULL, SEL_NIK_UNKNOWN_REGION },
  { "9101011101909001", '?', NULL, 0 }, /* Merauke, before 2022 */
  /* sex and birth date */
  { "6372041101909001", 'f', "1990-01-11", SEL_NIK_OTHER_SEX },
  { "6372045101909001", 'm', "1990-01-11", SEL_NIK_OTHER_SEX },
  { "6372041101909001", 'm', "1990-01-12", SEL_NIK_OTHER_BIRTH_DATE },
  { "6372041101909001", 'm', "1990-02-11", SEL_NIK_OTHER_BIRTH_DATE },
  { "6372041101909001", 'm', "1991-01-11", SEL_NIK_OTHER_BIRTH_DATE },
  { "6372041101109001", 'm', "2010-01-11", 0 },
  { "6372041101109001", 'm', "1910-01-11", 0 },
  /* more than one */
  { "6372995101900000", 'm', "1990-01-12",
    SEL_NIK_UNKNOWN_REGION | SEL_NIK_ZERO_SERIAL | SEL_NIK_OTHER_SEX | SEL_NIK_OTHER_BIRTH_DATE },
  { "0000000000000000", 'm', "1990-01-12",
    SEL_NIK_UNKNOWN_REGION | SEL_NIK_ZERO_SERIAL | SEL_NIK_IMPOSSIBLE_DATE },
};

static void
test_findings (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GDate birth_date = date (cases[i].birth_date);
      gboolean sex_is_known = cases[i].sex != '?';
      gboolean is_female = cases[i].sex == 'f';
      guint findings = sel_nik_check (cases[i].nik, sex_is_known, is_female, &birth_date);

      g_test_message ("\"%s\", %c", cases[i].nik, cases[i].sex);
      g_assert_cmpuint (findings, ==, cases[i].findings);
    }
}

/* Wrong length, letters, an impossible date or serial are errors; a mismatch or an unknown region
 * is a warning. */
static void
test_errors_and_warnings (void)
{
  guint errors = SEL_NIK_NOT_DIGITS | SEL_NIK_WRONG_LENGTH |
                 SEL_NIK_IMPOSSIBLE_DATE | SEL_NIK_ZERO_SERIAL;

  for (guint bit = SEL_NIK_NOT_DIGITS; bit <= SEL_NIK_OTHER_BIRTH_DATE; bit <<= 1)
    {
      g_assert_cmpint (sel_nik_finding_is_error (bit), ==, (errors & bit) != 0);
      g_assert_true (g_str_has_suffix (sel_nik_finding_message (bit), "."));
    }
}

/* A large import passes through here: a million checks take a fraction of a second of processor
 * time, so that one second leaves room for slow machines and sanitizers. */
static void
test_identifiers_that_are_like_one_are_hidden (void)
{
  g_autofree char *nik = sel_nik_dup_hidden ("6372014101900001");
  g_autofree char *other = sel_nik_dup_hidden ("O-2019-0000000001");
  g_autofree char *hash = sel_nik_dup_hidden ("nik-0123456789abcdef0123");
  g_autofree char *shorter = sel_nik_dup_hidden ("637201410190000");

  g_assert_cmpstr (nik, ==, "637•••••••••••01");
  g_assert_cmpstr (other, ==, "O-2019-0000000001");
  g_assert_cmpstr (shorter, ==, "637201410190000");
  g_assert_cmpstr (hash, ==, "nik-••••••");
  g_assert_null (sel_nik_dup_hidden (NULL));
}

static void
test_a_million_are_quick (void)
{
  char nik[] = "6372041101909001";
  GDate birth_date = date ("1990-01-11");
  clock_t start = clock ();
  guint n_odd = 0;

  for (guint i = 0; i < 1000000; i++)
    {
      nik[0] = (char) ('1' + i % 9);
      nik[1] = (char) ('0' + i / 9 % 10);
      n_odd += sel_nik_check (nik, TRUE, FALSE, &birth_date) != 0;
    }

  g_assert_cmpuint (n_odd, >, 0);
  g_assert_cmpint (clock () - start, <, CLOCKS_PER_SEC);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/domain/nik/findings", test_findings);
  g_test_add_func ("/domain/nik/errors-and-warnings", test_errors_and_warnings);
  g_test_add_func ("/domain/nik/identifiers-that-are-like-one-are-hidden",
                   test_identifiers_that_are_like_one_are_hidden);
  g_test_add_func ("/domain/nik/a-million-are-quick", test_a_million_are_quick);
  return g_test_run ();
}
