/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dates.h"

#include "domain/date-words.h"

static void
test_numbers (void)
{
  static const struct
  {
    guint number;
    const char *words;
  } cases[] = {
    { 0, "nol" },
    { 1, "satu" },
    { 9, "sembilan" },
    { 10, "sepuluh" },
    { 11, "sebelas" },
    { 12, "dua belas" },
    { 19, "sembilan belas" },
    { 20, "dua puluh" },
    { 21, "dua puluh satu" },
    { 31, "tiga puluh satu" },
    { 99, "sembilan puluh sembilan" },
    { 100, "seratus" },
    { 101, "seratus satu" },
    { 110, "seratus sepuluh" },
    { 111, "seratus sebelas" },
    { 119, "seratus sembilan belas" },
    { 178, "seratus tujuh puluh delapan" },
    { 664, "enam ratus enam puluh empat" },
    { 900, "sembilan ratus" },
    { 1000, "seribu" },
    { 1001, "seribu satu" },
    { 1111, "seribu seratus sebelas" },
    { 1998, "seribu sembilan ratus sembilan puluh delapan" },
    { 2000, "dua ribu" },
    { 2016, "dua ribu enam belas" },
    { 2025, "dua ribu dua puluh lima" },
    { 9999, "sembilan ribu sembilan ratus sembilan puluh sembilan" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *words = sel_date_words_dup_number (cases[i].number);

      g_assert_cmpstr (words, ==, cases[i].words);
    }
}

static void
test_dates (void)
{
  static const struct
  {
    const char *date;
    const char *in_short;
    const char *opening;
  } cases[] = {
    /* the agreements of the five cases */
    { "2025-10-11", "11 Oktober 2025",
      "hari Sabtu tanggal sebelas bulan Oktober "
      "tahun dua ribu dua puluh lima (11-10-2025)" },
    { "2024-05-27", "27 Mei 2024",
      "hari Senin tanggal dua puluh tujuh bulan Mei "
      "tahun dua ribu dua puluh empat (27-05-2024)" },
    { "2019-05-16", "16 Mei 2019",
      "hari Kamis tanggal enam belas bulan Mei "
      "tahun dua ribu sembilan belas (16-05-2019)" },
    { "2020-07-10", "10 Juli 2020",
      "hari Jumat tanggal sepuluh bulan Juli "
      "tahun dua ribu dua puluh (10-07-2020)" },
    { "2026-01-01", "1 Januari 2026",
      "hari Kamis tanggal satu bulan Januari "
      "tahun dua ribu dua puluh enam (01-01-2026)" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GDate day = date (cases[i].date);
      g_autofree char *in_short = sel_date_words_dup_short (&day);
      g_autofree char *opening = sel_date_words_dup_opening (&day);

      g_assert_cmpstr (in_short, ==, cases[i].in_short);
      g_assert_cmpstr (opening, ==, cases[i].opening);
    }
}

static void
test_long_date (void)
{
  GDate day = date ("2025-10-11");
  g_autofree char *words = sel_date_words_dup_long (&day);

  g_assert_cmpstr (words, ==, "tanggal sebelas bulan Oktober tahun dua ribu dua puluh lima");
}

/* 5 October 2025 was a Sunday. */
static void
test_weekdays (void)
{
  static const char *const names[] = {
    "Minggu", "Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu"
  };
  GDate day = date ("2025-10-05");

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_assert_cmpstr (sel_date_words_weekday (&day), ==, names[i]);
      g_date_add_days (&day, 1);
    }
}

static void
test_months (void)
{
  static const char *const names[] = {
    "Januari", "Februari", "Maret", "April", "Mei", "Juni",
    "Juli", "Agustus", "September", "Oktober", "November", "Desember"
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_assert_cmpstr (sel_date_words_month (i + 1), ==, names[i]);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/domain/date-words/numbers", test_numbers);
  g_test_add_func ("/domain/date-words/dates", test_dates);
  g_test_add_func ("/domain/date-words/long-date", test_long_date);
  g_test_add_func ("/domain/date-words/weekdays", test_weekdays);
  g_test_add_func ("/domain/date-words/months", test_months);
  return g_test_run ();
}
