/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/comparison.h"

#include <string.h>

#include "support/typeset.h"

#define HEAD "^PERJANJIAN KERJA SAMA\n^TENTANG\n^PELATIHAN KERJA\nPIHAK KESATU adalah BNN.\n"
#define AIM \
  "^Pasal 1\n^TUJUAN\nPerjanjian ini bertujuan agar klien yang selesai rehabilitasi terampil.\n"
#define SCOPE \
  "^Pasal 2\n^RUANG LINGKUP\nRuang lingkup meliputi pelatihan kerja dan penempatan peserta.\n"
#define TERM \
  "^Pasal 3\n^JANGKA WAKTU\nPerjanjian ini berlaku selama 3 (tiga) tahun sejak ditandatangani.\n"
#define COSTS \
  "^Pasal 4\n^PEMBIAYAAN\nBiaya dibebankan pada anggaran masing-masing PIHAK.\n"

/* What is set, and what is said of it: for each part that differs its number before and after, then
 * "-" what was removed, "+" what was added, "~" what was changed, ">" what was moved, "#" a number. */
static const struct
{
  const char *name;
  const char *before, *after;
  const char *differences;
} cases[] = {
  { "same", HEAD AIM TERM, HEAD AIM TERM, "" },
  { "term", HEAD AIM SCOPE TERM,
    HEAD AIM SCOPE "^Pasal 3\n^JANGKA WAKTU\n"
                   "Perjanjian ini berlaku selama 5 (lima) tahun sejak ditandatangani.\n",
    "3/3 ~3 (tiga)=5 (lima)" },
  { "inserted", HEAD AIM "^Pasal 2\n^JANGKA WAKTU\nBerlaku selama 3 (tiga) tahun.\n",
    HEAD AIM "^Pasal 2\n^KERAHASIAAN\nPARA PIHAK menjaga kerahasiaan data.\n"
             "^Pasal 3\n^JANGKA WAKTU\nBerlaku selama 3 (tiga) tahun.\n",
    "-/2 +Pasal 2 KERAHASIAAN PARA PIHAK menjaga kerahasiaan data.|2/3 #" },
  { "renumbered", HEAD AIM "^Pasal 2\n^JANGKA WAKTU\nBerlaku selama 3 (tiga) tahun.\n",
    HEAD AIM SCOPE "^Pasal 3\n^JANGKA WAKTU\nBerlaku selama 4 (empat) tahun.\n",
    "-/2 +Pasal 2 RUANG LINGKUP Ruang lingkup meliputi pelatihan kerja dan penempatan peserta."
    "|2/3 #|2/3 ~3 (tiga)=4 (empat)" },
  { "removed", HEAD AIM SCOPE "^Pasal 3\n^PENUTUP\nDibuat rangkap dua.\n",
    HEAD AIM "^Pasal 2\n^PENUTUP\nDibuat rangkap dua.\n",
    "2/- -Pasal 2 RUANG LINGKUP Ruang lingkup meliputi pelatihan kerja dan penempatan peserta."
    "|3/2 #" },
  { "party", "PIHAK KESATU adalah Badan Narkotika Nasional.\n" AIM,
    "PIHAK KESATU adalah Badan Narkotika Nasional Kota Banjarbaru.\n" AIM,
    "begin +Kota Banjarbaru" },
  { "moved sentence",
    HEAD "^Pasal 1\n^TUGAS\nPIHAK KESATU menyiapkan peserta. PIHAK KEDUA menyiapkan tempat "
         "pelatihan.\nBiaya ditanggung bersama.\n",
    HEAD "^Pasal 1\n^TUGAS\nPIHAK KEDUA menyiapkan tempat pelatihan. Biaya ditanggung bersama.\n"
         "PIHAK KESATU menyiapkan peserta.\n",
    "1/1 >PIHAK KESATU menyiapkan peserta." },
  { "moved to another article",
    HEAD "^Pasal 1\n^TUGAS\nKlien mengikuti ujian. Balai melatih mereka selama tiga bulan.\n"
         "^Pasal 2\n^HASIL\nHasil dilaporkan setiap semester.\n",
    HEAD "^Pasal 1\n^TUGAS\nKlien mengikuti ujian.\n"
         "^Pasal 2\n^HASIL\nHasil dilaporkan setiap semester. Balai melatih mereka selama tiga bulan.\n",
    "1/1 >Balai melatih mereka selama tiga bulan."
    "|2/2 >Balai melatih mereka selama tiga bulan." },
  /* two words are moved within an article, but not from one to another */
  { "moved name",
    HEAD "^Pasal 1\n^PENUTUP\nDitandatangani LAKSMI PRAMESWARI sebagai PIHAK KEDUA di Jakarta\n"
         "^Pasal 2\n^LAIN\nSatu PIHAK KETIGA dua tiga empat lima enam tujuh.\n"
         "^Pasal 3\n^AKHIR\nDelapan sembilan sepuluh sebelas dua belas tiga belas.\n",
    HEAD "^Pasal 1\n^PENUTUP\nDitandatangani sebagai PIHAK KEDUA di Jakarta LAKSMI PRAMESWARI\n"
         "^Pasal 2\n^LAIN\nSatu dua tiga empat lima enam tujuh.\n"
         "^Pasal 3\n^AKHIR\nDelapan sembilan PIHAK KETIGA sepuluh sebelas dua belas tiga belas.\n",
    "1/1 >LAKSMI PRAMESWARI|2/2 -PIHAK KETIGA|3/3 +PIHAK KETIGA" },
  { "moved article", HEAD AIM "^Pasal 2\n^BIAYA\nBiaya ditanggung bersama.\n"
                              "^Pasal 3\n^LAPORAN\nLaporan disampaikan setiap enam bulan.\n",
    HEAD AIM "^Pasal 2\n^LAPORAN\nLaporan disampaikan setiap enam bulan.\n"
             "^Pasal 3\n^BIAYA\nBiaya ditanggung bersama.\n",
    "3/2 #|2/3 #" },
  { "title", HEAD "^Pasal 1\n^BIAYA\nBiaya ditanggung bersama oleh PARA PIHAK.\n",
    HEAD "^Pasal 1\n^PEMBIAYAAN\nBiaya ditanggung bersama oleh PARA PIHAK.\n",
    "1/1 ~BIAYA=PEMBIAYAAN" },
  { "without titles", HEAD "Pasal 1\nSatu dua tiga.\nPasal 2\nEmpat lima enam.\n",
    HEAD "Pasal 1\nSatu dua tiga.\nPasal 2\nTujuh delapan.\n",
    "2/2 ~Empat lima enam=Tujuh delapan" },
  { "punctuation and figures", HEAD "^Pasal 1\n^BIAYA\nSebesar Rp1.000,00; dibayar 2 kali, lunas.\n",
    HEAD "^Pasal 1\n^BIAYA\nSebesar Rp1.500,00; dibayar 2 kali lunas.\n",
    "1/1 ~Rp1.000,00=Rp1.500,00|1/1 -," },
  { "lines, hyphens and blanks",
    HEAD "^Pasal 1\n^BIAYA\nBiaya masing-masing PIHAK menurut kesepakatan.\n",
    HEAD "^Pasal 1\n^BIAYA\nBiaya   masing-\nmasing PIHAK\nmenurut kesepa-\nkatan.\n", "" },
  { "heads and feet of pages",
    HEAD AIM SCOPE TERM COSTS,
    "_Naskah BNN\n" HEAD AIM SCOPE "~Halaman 1\f_Naskah BNN\n" TERM "~Halaman 2\f_Naskah BNN\n" COSTS
    "~Halaman 3",
    "" },
  { "quotes and dashes", HEAD "^Pasal 1\n^DATA\nyang disebut \"Data\" - tanpa nama.\n",
    HEAD "^Pasal 1\n^DATA\nyang disebut “Data” – tanpa nama.\n", "" },
  { "scanned", HEAD AIM "^Pasal 2\n^JANGKA WAKTU\nBerlaku selama 3 (tiga) tahun sejak ditandatangani.\n"
                        "^Pasal 3\n^PENUTUP\nPIHAK KEDUA selanjutnya menyampaikan 10 berkas.\n",
    HEAD "^Pasa1 l\n^TUJUAN\nPerjanjian ini bertujuan agar klien yang selesai rehabilitasi ` terampil.\n"
         "^PasaI 2\n^JANGKA WAKTU\nBerlaku selama 3 (tiga) tahun ~ sejak ditandatangani.\n"
         "^Pasal 3\n^PENUTUP\nPlHAK KEDUA se1anjutnya menyampaikan I0 berkas.\n",
    "" },
  { "filled in", HEAD "^Pasal 1\n^WAKTU\nMulai tanggal ............ sampai selesai.\n",
    HEAD "^Pasal 1\n^WAKTU\nMulai tanggal 27 Mei 2024 sampai selesai.\n",
    "1/1 ~............=27 Mei 2024" },
  { "rows of dots", HEAD "^Pasal 1\n^WAKTU\nNomor ...... dan tanggal ……\n",
    HEAD "^Pasal 1\n^WAKTU\nNomor ............ dan tanggal ...\n", "" },
  { "annex", HEAD AIM "^LAMPIRAN I\nDaftar tempat: Bandung Barat.\n",
    HEAD AIM "^LAMPIRAN I\nDaftar tempat: Bandung Barat dan Bekasi.\n", "end +dan Bekasi" },
  { "no articles", "Rencana kerja tahun 2024.\n", "Rencana kerja tahun 2025.\n", "begin ~2024=2025" },
  { "nothing", "", "", "" },
  { "nothing and something", "", "Rencana kerja.\n", "begin +Rencana kerja." },
};

static const char *
number_of (const SelArticle *article)
{
  return article ? article->number : "-";
}

static void
say_difference (GString *said,
                const SelPaper *before,
                const SelPaper *after,
                const SelComparedPart *part,
                const SelDifference *difference)
{
  g_autofree char *was = sel_paper_dup_text (before, difference->before);
  g_autofree char *is = sel_paper_dup_text (after, difference->after);

  if (said->len)
    g_string_append_c (said, '|');
  if (part->before || part->after)
    g_string_append_printf (said, "%s/%s ", number_of (part->before), number_of (part->after));
  else
    g_string_append (said, part->is_closing ? "end " : "begin ");

  switch (difference->kind)
    {
    case SEL_DIFFERENCE_REMOVED:
      g_string_append_printf (said, "-%s", was);
      g_assert_cmpuint (difference->after.start, ==, difference->after.end);
      break;
    case SEL_DIFFERENCE_ADDED:
      g_string_append_printf (said, "+%s", is);
      g_assert_cmpuint (difference->before.start, ==, difference->before.end);
      break;
    case SEL_DIFFERENCE_CHANGED:
      g_string_append_printf (said, "~%s=%s", was, is);
      break;
    case SEL_DIFFERENCE_MOVED:
      g_string_append_printf (said, ">%s", was);
      g_assert_cmpstr (is, ==, was);
      break;
    case SEL_DIFFERENCE_RENUMBERED:
      g_assert_true (g_str_has_prefix (was, "Pasal ") && strlen (was) < 10);
      g_string_append_c (said, '#');
      break;
    default:
      g_assert_not_reached ();
    }
}

static void
test_differences (gconstpointer data)
{
  const gsize i = GPOINTER_TO_SIZE (data);
  g_autoptr (SelPaper) before = typeset_read (cases[i].before);
  g_autoptr (SelPaper) after = typeset_read (cases[i].after);
  g_autoptr (SelComparison) comparison = sel_comparison_new (before, after);
  g_autoptr (GString) said = g_string_new (NULL);
  guint n = 0;

  for (guint j = 0; j < comparison->parts->len; j++)
    {
      const SelComparedPart *part = g_ptr_array_index (comparison->parts, j);

      for (guint k = 0; k < part->differences->len; k++, n++)
        say_difference (said, before, after, part,
                        &g_array_index (part->differences, SelDifference, k));
    }
  g_assert_cmpstr (said->str, ==, cases[i].differences);
  g_assert_cmpuint (comparison->n_differences, ==, n);
}

/* A difference has its place on the pages of both papers; what was added is, on the older, where it
 * would be. */
static void
test_places (void)
{
  g_autoptr (SelPaper) before = typeset_read (HEAD AIM "^Pasal 2\n^JANGKA WAKTU\nBerlaku selama tiga tahun.\n");
  g_autoptr (SelPaper) after = typeset_read (HEAD AIM "\f" SCOPE "^Pasal 3\n^JANGKA WAKTU\nBerlaku selama tiga tahun.\n");
  g_autoptr (SelComparison) comparison = sel_comparison_new (before, after);
  const SelComparedPart *part = g_ptr_array_index (comparison->parts, 2);
  const SelDifference *difference = &g_array_index (part->differences, SelDifference, 0);
  g_autoptr (GArray) places = sel_paper_dup_places (after, difference->after);

  g_assert_null (part->before);
  g_assert_cmpstr (part->after->title, ==, "RUANG LINGKUP");
  g_assert_cmpuint (places->len, ==, 3);
  g_assert_cmpuint (g_array_index (places, SelPlace, 0).page, ==, 1);
  g_assert_cmpuint (difference->before.start, ==,
                    (gsize) (strstr (before->text, "Pasal 2") - before->text));
}

/* Papers with more articles than anybody agrees on, none like another. */
static void
test_hostile (void)
{
  g_autoptr (GString) one = g_string_new (NULL);
  g_autoptr (GString) other = g_string_new (NULL);
  g_autoptr (SelPaper) before = NULL;
  g_autoptr (SelPaper) after = NULL;
  g_autoptr (SelComparison) comparison = NULL;
  gint64 begin;

  for (guint i = 1; i <= 2000; i++)
    {
      g_string_append_printf (one, "^Pasal %u\nsatu %u dua %u\n", i, i, i * 7);
      g_string_append_printf (other, "^Pasal %u\ntiga %u empat %u\n", i + 1, i * 3, i);
      if (i % 20 == 0)
        {
          g_string_append_c (one, '\f');
          g_string_append_c (other, '\f');
        }
    }
  before = typeset_read (one->str);
  after = typeset_read (other->str);
  begin = g_get_monotonic_time ();
  comparison = sel_comparison_new (before, after);
  g_assert_cmpint (g_get_monotonic_time () - begin, <, 20 * G_USEC_PER_SEC);
  g_assert_cmpuint (comparison->n_differences, >, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/comparison/differences/%s", cases[i].name);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_differences);
    }
  g_test_add_func ("/comparison/places", test_places);
  g_test_add_func ("/comparison/hostile", test_hostile);
  return g_test_run ();
}
