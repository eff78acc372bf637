/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/date-words.h"

static const char *const up_to_ten[] = {
  "nol", "satu", "dua", "tiga", "empat", "lima",
  "enam", "tujuh", "delapan", "sembilan", "sepuluh"
};

/* "Minggu" … "Sabtu". */
const char *
sel_date_words_weekday (const GDate *date)
{
  static const char *const names[] = {
    [G_DATE_MONDAY] = "Senin",
    [G_DATE_TUESDAY] = "Selasa",
    [G_DATE_WEDNESDAY] = "Rabu",
    [G_DATE_THURSDAY] = "Kamis",
    [G_DATE_FRIDAY] = "Jumat",
    [G_DATE_SATURDAY] = "Sabtu",
    [G_DATE_SUNDAY] = "Minggu",
  };

  g_return_val_if_fail (date && g_date_valid (date), NULL);

  return names[g_date_get_weekday (date)];
}

/* "Januari" … "Desember". */
const char *
sel_date_words_month (GDateMonth month)
{
  static const char *const names[] = {
    "Januari", "Februari", "Maret", "April", "Mei", "Juni",
    "Juli", "Agustus", "September", "Oktober", "November", "Desember"
  };

  g_return_val_if_fail (g_date_valid_month (month), NULL);

  return names[month - 1];
}

/* Appends how many of @unit there are; one of them is "se-": sebelas, seratus, seribu. */
static void
append_count (GString *words, guint count, const char *unit)
{
  if (count == 0)
    return;
  if (count == 1)
    g_string_append_printf (words, "se%s ", unit);
  else
    g_string_append_printf (words, "%s %s ", up_to_ten[count], unit);
}

/* The number in words (terbilang), 0 to 9999: "dua ribu dua puluh lima". */
char *
sel_date_words_dup_number (guint number)
{
  g_autoptr (GString) words = g_string_new (NULL);
  guint rest = number % 100;

  g_return_val_if_fail (number <= 9999, NULL);

  append_count (words, number / 1000, "ribu");
  append_count (words, number / 100 % 10, "ratus");
  if (rest >= 20)
    {
      append_count (words, rest / 10, "puluh");
      rest %= 10;
    }
  if (rest > 10)
    append_count (words, rest - 10, "belas");
  else if (rest > 0 || number == 0)
    g_string_append (words, up_to_ten[rest]);

  return g_strchomp (g_strdup (words->str));
}

/* "11 Oktober 2025". */
char *
sel_date_words_dup_short (const GDate *date)
{
  g_return_val_if_fail (date && g_date_valid (date), NULL);

  return g_strdup_printf ("%d %s %d",
                          g_date_get_day (date),
                          sel_date_words_month (g_date_get_month (date)),
                          g_date_get_year (date));
}

/* "tanggal sebelas bulan Oktober tahun dua ribu dua puluh lima". */
char *
sel_date_words_dup_long (const GDate *date)
{
  g_autofree char *day = NULL;
  g_autofree char *year = NULL;

  g_return_val_if_fail (date && g_date_valid (date), NULL);

  day = sel_date_words_dup_number (g_date_get_day (date));
  year = sel_date_words_dup_number (g_date_get_year (date));
  return g_strdup_printf ("tanggal %s bulan %s tahun %s",
                          day,
                          sel_date_words_month (g_date_get_month (date)),
                          year);
}

/* The date three ways, as an agreement opens: "hari Sabtu tanggal sebelas bulan Oktober tahun dua
 * ribu dua puluh lima (11-10-2025)". */
char *
sel_date_words_dup_opening (const GDate *date)
{
  g_autofree char *words = NULL;

  g_return_val_if_fail (date && g_date_valid (date), NULL);

  words = sel_date_words_dup_long (date);
  return g_strdup_printf ("hari %s %s (%02d-%02d-%04d)",
                          sel_date_words_weekday (date),
                          words,
                          g_date_get_day (date),
                          g_date_get_month (date),
                          g_date_get_year (date));
}
