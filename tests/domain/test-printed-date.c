/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/printed-date.h"

#include <string.h>

#include "domain/paper-pattern.h"
#include "domain/word-numbers.h"
#include "support/typeset.h"

/* What is printed; the day it says, "" where it says two, NULL where it says none; and the
 * weekday. */
static const struct
{
  const char *printed;
  const char *date;
  int weekday;
} cases[] = {
  { "Pada hari ini, Sabtu, tanggal sebelas bulan Oktober tahun dua ribu dua puluh lima\n"
    "(11-10-2025), bertempat",
    "2025-10-11", G_DATE_SATURDAY },
  { "Pada hari Jum'at, tanggal Sepuluh Juli Dua Ribu Dua Puluh", "2020-07-10", G_DATE_FRIDAY },
  { "hari ini Senin tanggal 14 (empat belas) bulan Juli tahun 2025 (dua ribu dua puluh lima)",
    "2025-07-14", G_DATE_MONDAY },
  { "hari Rabu tanggal lima belas, bulan Januari, tahun dua ribu dua puluh lima (15/01/2025)",
    "2025-01-15", G_DATE_WEDNESDAY },
  { "sampai dengan 31 Desember 2026.", "2026-12-31", 0 },
  { "tanggal 1 Nopember 2019", "2019-11-01", 0 },
  { "pada 27.05.2024", "2024-05-27", 0 },
  { "tiga puluh satu Maret seribu sembilan ratus sembilan puluh sembilan", "1999-03-31", 0 },
  /* scanned */
  { "hari Sabtu, tangga1 sebe1as bu1an 0ktober tahun dua ribu dua pu1uh 1ima", "2025-10-11",
    G_DATE_SATURDAY },
  { "(l1-1O-2O25)", "2025-10-11", 0 },
  { "tanggal duapuluh tujuh bulan Mei tahun duaribu duapuluh empat", "2024-05-27", 0 },
  /* it says two days, or one that is in no calendar */
  { "tanggal sebelas Oktober dua ribu dua puluh lima (12-10-2025)", "", 0 },
  { "12 (sebelas) Oktober 2025", "", 0 },
  { "30 Februari 2025", "", 0 },
  /* no dates */
  { "Nomor 9/10/2025/PKS", NULL, 0 },
  { "Pada hari ini, ........ tanggal ........ bulan ........ tahun ........", NULL, 0 },
  { "500.15/233/2025", NULL, 0 },
  { "Pasal 3 Tahun 2025", NULL, 0 },
};

static void
test_dates (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SelPaper) paper = typeset_read (cases[i].printed);
      SelPrintedDate printed;
      GDate date;
      char text[16] = "";

      g_test_message ("%s", cases[i].printed);
      if (!cases[i].date)
        {
          g_assert_false (sel_printed_date_find (paper, (SelSpan){ 0, G_MAXSIZE }, &printed));
          continue;
        }
      g_assert_true (sel_printed_date_find (paper, (SelSpan){ 0, G_MAXSIZE }, &printed));
      if (sel_printed_date_get (&printed, &date))
        g_date_strftime (text, sizeof text, "%Y-%m-%d", &date);
      g_assert_cmpstr (text, ==, cases[i].date);
      g_assert_cmpint (printed.weekday, ==, cases[i].weekday);
    }
}

static void
test_numbers (void)
{
  const struct
  {
    const char *text;
    guint number;
    gsize n_bytes; /* 0 for none */
  } numbers[] = {
    { "nol", 0, 3 },
    { "tiga", 3, 4 },
    { "sepuluh tahun", 10, 7 },
    { "dua belas", 12, 9 },
    { "seratus tujuh puluh delapan", 178, 27 },
    { "enam ratus enam puluh empat", 664, 27 },
    { "seribu", 1000, 6 },
    { "seribu sembilan ratus", 1900, 21 },
    { "dua ribu dua puluh lima", 2025, 23 },
    { "tiga juta lima ratus ribu", 3500000, 25 },
    { "tiga (3)", 3, 4 },
    { "dua tiga", 2, 3 },
    { "DUA\nPULUH", 20, 9 },
    { "t1ga", 3, 4 },
    { "belas", 0, 0 },
    { "satuan", 0, 0 },
    { "tahun", 0, 0 },
    { "", 0, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      guint number = 0;
      gsize n_bytes = 0;

      g_test_message ("%s", numbers[i].text);
      g_assert_cmpint (sel_word_numbers_read (numbers[i].text, strlen (numbers[i].text), &number,
                                              &n_bytes),
                       ==, numbers[i].n_bytes > 0);
      g_assert_cmpuint (n_bytes, ==, numbers[i].n_bytes);
      if (n_bytes)
        g_assert_cmpuint (number, ==, numbers[i].number);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/printed-date/dates", test_dates);
  g_test_add_func ("/printed-date/numbers", test_numbers);
  return g_test_run ();
}
