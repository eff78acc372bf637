/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/sought.h"

/* What an agreement is found by, in two fields. */
#define TITLE "Fasilitasi Penempatan Tenaga Kerja, kerjasama antardaerah"
#define REST "PKS/12/X/2025 Budi Santoso, José Ramírez; Badan Narkotika Nasional BNN"

static const struct
{
  const char *typed;
  gboolean is_found;
} cases[] = {
  { "", TRUE },
  { "   ", TRUE },
  { "BNN penempatan", TRUE },
  { "penempatan bnn", TRUE },
  { "bnn penempatan magang", FALSE },
  { "udi", TRUE },
  { "12/X", TRUE },
  { "12/x pks", TRUE },
  { "12/XI", FALSE },
  { "PKS/X", FALSE }, /* it is not written so */
  { "12/x, 2025", FALSE },
  { "jose", TRUE },
  { "JOSÉ ramirez", TRUE },
  { "ramírez", TRUE },
  { "kerja sama", TRUE },
  { "kerjasama", TRUE },
  { "bekerja sama", TRUE },
  { "bekerjasama", TRUE },
  { "KERJA SAMA BNN", TRUE },
  { "kerjas", TRUE },
  { "kerja sa", TRUE },
  { "bekerj", TRUE },
  { "menempatkan", TRUE },
  { "ditempatkan", TRUE },
  { "tempat", TRUE },
  { "memfasilitasi", TRUE },
  { "nasional,", TRUE },
  { "(BNN)", TRUE },
  { "a", TRUE },
  { "q", FALSE },
  { "%", FALSE },
  { "kerja kerja", TRUE },
  { "antar-daerah", FALSE },
};

static void
test_cases (void)
{
  static const char *const texts[] = { TITLE, NULL, REST };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SelSought) sought = sel_sought_new (cases[i].typed);

      g_test_message ("“%s”", cases[i].typed);
      g_assert_cmpint (sel_sought_is_in (sought, texts, G_N_ELEMENTS (texts)), ==,
                       cases[i].is_found);
    }
}

/* Two words are one only where they stand in one text. */
static void
test_a_pair_is_of_one_text (void)
{
  static const char *const apart[] = { "Herman Tenaga", "Kerja Mandiri" };
  static const char *const together[] = { "Herman", "Tenaga Kerja Mandiri" };
  g_autoptr (SelSought) sought = sel_sought_new ("tenagakerja");

  g_assert_false (sel_sought_is_in (sought, apart, 2));
  g_assert_true (sel_sought_is_in (sought, together, 2));
}

/* Whether what is typed finds what is written, as in the search everywhere. */
static const struct
{
  const char *typed;
  const char *text;
  gboolean is_found;
} forms[] = {
  { "kerjasama", "Perjanjian Kerja Sama", TRUE },
  { "kerjasama", "Perjanjian Kerja  Sama", TRUE },
  { "bekerja sama", "Perjanjian Kerja Sama", TRUE },
  { "kerja sama", "sepakat bekerja sama", TRUE },
  { "kerja sama", "bersama-sama mencari pekerjaan", FALSE }, /* not side by side */
  { "kerja magang", "magang kerja", TRUE },
  { "pelatihan", "melatih peserta", TRUE },
  { "melatih", "Pelatihan", TRUE },
  { "menyelesaikan", "penyelesaian selesai", TRUE },
  { "pengiriman", "mengirim", TRUE },
  { "kirim", "pengiriman", TRUE },
  { "pilih", "pemilihan", TRUE },
  { "pilih", "dilihat", FALSE },
  { "évaluasi", "evaluasi", TRUE },
  { "evaluasi", "ÉVALUASI", TRUE },
  { "kerjasama 2025", "Kerja Sama 2025", TRUE },
  { "kerjasama 2025", "Kerja Sama 2024", FALSE },
};

static void
test_forms (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      g_autoptr (SelSought) sought = sel_sought_new (forms[i].typed);

      g_test_message ("“%s” in “%s”", forms[i].typed, forms[i].text);
      g_assert_cmpint (sel_sought_is_in (sought, &forms[i].text, 1), ==, forms[i].is_found);
      /* What was looked through before is forgotten. */
      g_assert_cmpint (sel_sought_is_in (sought, &forms[i].text, 1), ==, forms[i].is_found);
    }
}

/* Whatever was typed and written: an answer, and no word beyond its field. */
static void
test_anything (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (20251011);

  for (guint i = 0; i < 2000; i++)
    {
      char typed[24], text[64];
      const char *texts[] = { text };
      g_autoptr (SelSought) sought = NULL;
      g_autofree char *valid = NULL;

      for (guint j = 0; j < sizeof typed; j++)
        typed[j] = (char) g_rand_int_range (rand, 0, 256);
      for (guint j = 0; j < sizeof text; j++)
        text[j] = (char) g_rand_int_range (rand, 0, 256);
      typed[sizeof typed - 1] = text[sizeof text - 1] = '\0';
      sought = sel_sought_new (typed);
      texts[0] = valid = g_utf8_make_valid (text, -1);
      sel_sought_is_in (sought, texts, 1);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/domain/sought/cases", test_cases);
  g_test_add_func ("/domain/sought/a-pair-is-of-one-text", test_a_pair_is_of_one_text);
  g_test_add_func ("/domain/sought/forms", test_forms);
  g_test_add_func ("/domain/sought/anything", test_anything);
  return g_test_run ();
}
