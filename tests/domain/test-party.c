/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/party.h"

static void
test_labels (void)
{
  static const struct
  {
    const char *label;
    gint64 position;
    const char *shown;
  } cases[] = {
    { NULL, 1, "PIHAK KESATU" },
    { NULL, 2, "PIHAK KEDUA" },
    { NULL, 10, "PIHAK KESEPULUH" },
    { NULL, 11, "PIHAK KE-11" },
    { "PIHAK PERTAMA", 1, "PIHAK PERTAMA" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *shown = sel_party_dup_label (cases[i].label, cases[i].position);

      g_assert_cmpstr (shown, ==, cases[i].shown);
    }
}

static void
test_authorities (void)
{
  static const struct
  {
    const char *text;
    int authority;
  } cases[] = {
    { "Keputusan Presiden Nomor 12/TPA Tahun 2023 tanggal 2 Januari 2023", SEL_AUTHORITY_DECREE },
    { "SURAT KUASA Gubernur Nomor 100/SK/II/2024", SEL_AUTHORITY_ATTORNEY },
    { "Surat Kuasa berdasarkan Keputusan Gubernur Nomor 5", SEL_AUTHORITY_ATTORNEY },
    { "Peraturan Daerah Nomor 3 Tahun 2019", SEL_AUTHORITY_REGULATION },
    { "Akta Pendirian Nomor 7", SEL_AUTHORITY_REGULATION },
    { "dalam jabatannya tersebut", SEL_AUTHORITY_OFFICE },
    { "berkedudukan di Jakarta", 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (sel_authority_of_text (cases[i].text), ==, cases[i].authority);
}

static void
test_authority_numbers (void)
{
  static const char *const cases[][2] = {
    { "Keputusan Presiden Nomor 12/TPA Tahun 2023 tanggal 2 Januari 2023", "12/TPA Tahun 2023" },
    { "SURAT KUASA Gubernur NOMOR: 100/SK/II/2024, selanjutnya", "100/SK/II/2024" },
    { "Peraturan Daerah Nomor 3 Tahun 2019 tentang Dinas", "3 Tahun 2019" },
    { "dalam jabatannya tersebut", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *number = sel_authority_dup_number (cases[i][0]);

      g_assert_cmpstr (number, ==, cases[i][1]);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/party/labels", test_labels);
  g_test_add_func ("/party/authorities", test_authorities);
  g_test_add_func ("/party/authority-numbers", test_authority_numbers);

  return g_test_run ();
}
