/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes an exchange file of invented participants for the benchmarks, always the same for the
 * same count:
 *
 *   make-participants COUNT [SEQUENCE] > participants.xml
 *
 * SEQUENCE is the number of the file among its sender’s; from the second on, one person in a
 * hundred has moved since the one before. Each has every field, about 450 bytes, and a NIK of its
 * own that fits the other fields. */
#include <errno.h>
#include <glib.h>
#include <stdio.h>
#include <stdlib.h>

/* Districts of South Kalimantan, as data/regions/regions.csv has them. */
static const char *const districts[] = {
  "63.01.01", "63.01.02", "63.02.01", "63.02.03", "63.03.01", "63.03.04", "63.04.01",
  "63.05.01", "63.06.01", "63.07.01", "63.08.01", "63.09.01", "63.71.01", "63.71.02",
  "63.71.03", "63.72.02"
};

static const char *const given_names[] = {
  "Ahmad", "Aisyah", "Bambang", "Citra", "Dedi", "Dewi", "Eko", "Fitri", "Gunawan", "Hasanah",
  "Indra", "Jamilah", "Kurniawan", "Lestari", "Muhammad", "Nur", "Oktavia", "Purnomo",
  "Rahmat", "Siti", "Taufik", "Umar", "Wahyu", "Yuliana", "Zainal"
};

static const char *const family_names[] = {
  "Abdullah", "Basri", "Cahyono", "Darmawan", "Effendi", "Fauzi", "Ginting", "Hidayat",
  "Iskandar", "Jaya", "Kusuma", "Lubis", "Maulana", "Nasution", "Pratama", "Ramadhan",
  "Saputra", "Tanjung", "Utami", "Wijaya", "Yusuf", "Zulkarnain"
};

static const char *const towns[] = {
  "Banjarbaru", "Banjarmasin", "Martapura", "Kandangan", "Barabai", "Tanjung"
};

static const char *const educations[] = {
  "primary", "junior", "senior", "vocational", "diploma", "bachelor"
};

static const char *const kinds[] = {
  "rehabilitation_client", "post_rehabilitation_client", "job_seeker", "tks", "tkm"
};

/* Births from 1 January 1970 on, on so many days in turn; a prime, so that every other list is
 * met at every one of its places. */
#define FIRST_BIRTH_YEAR 1970
#define N_BIRTH_DAYS 12007

#define PICK(list, number) ((list)[(number) % G_N_ELEMENTS (list)])

static void
print_head (guint sequence)
{
  printf ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
          "<exchange xmlns=\"urn:selaras:exchange:1\">\n"
          "  <header>\n"
          "    <sender>bench</sender>\n"
          "    <sender_name>Bench</sender_name>\n"
          "    <made_at>2019-05-16T09:00:00+08:00</made_at>\n"
          "    <sequence>%u</sequence>\n"
          "  </header>\n"
          "  <partner id=\"P-1\">\n"
          "    <name>BNN Kota Banjarbaru</name>\n"
          "    <kind>regency_office</kind>\n"
          "  </partner>\n",
          sequence);
}

static void
print_participant (guint number, guint sequence)
{
  guint house = number % 300 + (number % 100 ? 1 : sequence);
  guint round = number / N_BIRTH_DAYS; /* people born on one day differ in district, then serial */
  const char *district = PICK (districts, round);
  guint serial = round / G_N_ELEMENTS (districts) + 1;
  gboolean is_female = number % 2;
  GDate birth;

  g_date_clear (&birth, 1);
  g_date_set_dmy (&birth, 1, 1, FIRST_BIRTH_YEAR);
  g_date_add_days (&birth, number % N_BIRTH_DAYS);

  printf ("  <participant id=\"O-%07u\">\n", number + 1);
  printf ("    <nik>%.2s%.2s%.2s%02u%02u%02u%04u</nik>\n",
          district,
          district + 3,
          district + 6,
          g_date_get_day (&birth) + (is_female ? 40u : 0u),
          (guint) g_date_get_month (&birth),
          g_date_get_year (&birth) % 100u,
          serial);
  printf ("    <name>%s %s %u</name>\n",
          PICK (given_names, number),
          PICK (family_names, number / 7),
          number % 1000);
  printf ("    <sex>%s</sex>\n", is_female ? "female" : "male");
  printf ("    <birth_date>%04u-%02u-%02u</birth_date>\n",
          g_date_get_year (&birth),
          (guint) g_date_get_month (&birth),
          g_date_get_day (&birth));
  printf ("    <birth_place>%s</birth_place>\n", PICK (towns, number));
  printf ("    <region>%s</region>\n", district);
  printf ("    <address>Jalan Contoh Nomor %u, RT %03u RW %02u</address>\n",
          house,
          number % 40 + 1,
          number % 12 + 1);
  printf ("    <phone>0800%08u</phone>\n", number);
  printf ("    <education>%s</education>\n", PICK (educations, number));
  printf ("    <kind>%s</kind>\n", PICK (kinds, number));
  printf ("    <referrer>P-1</referrer>\n");
  printf ("  </participant>\n");
}

int
main (int argc, char **argv)
{
  guint64 count;
  guint64 sequence = 1;

  if (argc < 2 || argc > 3 ||
      !g_ascii_string_to_unsigned (argv[1], 10, 1, 10000000, &count, NULL) ||
      (argc == 3 && !g_ascii_string_to_unsigned (argv[2], 10, 1, 1000, &sequence, NULL)))
    {
      fprintf (stderr, "usage: make-participants COUNT [SEQUENCE] > FILE (at most 10000000)\n");
      return EXIT_FAILURE;
    }

  print_head ((guint) sequence);
  for (guint i = 0; i < count; i++)
    print_participant (i, (guint) sequence);
  printf ("</exchange>\n");

  if (fflush (stdout) != 0)
    {
      fprintf (stderr, "make-participants: %s\n", g_strerror (errno));
      return EXIT_FAILURE;
    }
  return EXIT_SUCCESS;
}
