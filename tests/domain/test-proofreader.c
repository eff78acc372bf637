/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/proofreader.h"

#include <string.h>

#include "support/typeset.h"

/* A paper with nothing to say about it: of these, a case changes one. */
static const char sound[] =
  "^PERJANJIAN KERJA SAMA\n"
  "^ANTARA\n"
  "^RUMAH TAHANAN NEGARA KELAS IIB TANJUNG\n"
  "^DENGAN\n"
  "^BALAI LATIHAN KERJA KABUPATEN TABALONG\n"
  "^TENTANG\n"
  "^PEMBINAAN KEMANDIRIAN\n"
  "^NOMOR: PKS/5/2021\n"
  "^NOMOR: 563/88/BLK/2021\n"
  "\n"
  "Pada hari ini, Kamis, tanggal sepuluh bulan Juni tahun dua ribu dua puluh satu\n"
  "(10-06-2021), bertempat di Tanjung, kami yang bertanda tangan di bawah ini:\n"
  "\n"
  "1. ROMMY WASKITA PAMBUDI, selaku Kepala Rumah Tahanan Negara Kelas IIB Tanjung,\n"
  "bertindak untuk dan atas nama Rumah Tahanan Negara Kelas IIB Tanjung,\n"
  "selanjutnya disebut PIHAK KESATU.\n"
  "2. ISNAINI RAHMAH, selaku Kepala Balai Latihan Kerja Kabupaten Tabalong,\n"
  "bertindak untuk dan atas nama Balai Latihan Kerja Kabupaten Tabalong,\n"
  "selanjutnya disebut PIHAK KEDUA.\n"
  "\n"
  "PARA PIHAK melaksanakan Nota Kesepahaman Nomor NK/1/2020 tanggal 3 Maret 2020.\n"
  "\n"
  "^Pasal 1\n"
  "^TUJUAN\n"
  "Pelatihan bagi 16 (enam belas) peserta sesuai Pasal 3 Undang-Undang Nomor 12.\n"
  "^Pasal 2\n"
  "^BIAYA\n"
  "Biaya sebesar Rp1.500.000,00 (satu juta lima ratus ribu rupiah) menurut Pasal 1.\n"
  "^Pasal 3\n"
  "^JANGKA WAKTU\n"
  "Perjanjian ini berlaku selama 2 (dua) tahun sejak tanggal ditandatangani.\n"
  "^Pasal 4\n"
  "^PENUTUP\n"
  "Dibuat rangkap dua. Kerugian pihak ketiga ditanggung bersama.\n"
  "ISNAINI RAHMAH     ROMMY WASKITA PAMBUDI\n";

/* What stands in the paper, what stands there instead, and what is said: the kind of the remark,
 * and the words it is about. */
static const struct
{
  const char *from, *to;
  SelRemarkKind kind; /* 0 for none */
  const char *about;
} cases[] = {
  { "", "", 0, NULL },
  { "Kamis", "Rabu", SEL_REMARK_WEEKDAY, "Rabu" },
  { "(10-06-2021)", "(11-06-2021)", SEL_REMARK_DATE,
    "Kamis, tanggal sepuluh bulan Juni tahun dua ribu dua puluh satu (11-06-2021)" },
  { "3 Maret 2020", "31 April 2020", SEL_REMARK_DATE, "31 April 2020" },
  { "16 (enam belas)", "16 (lima belas)", SEL_REMARK_NUMBER, "16 (lima belas)" },
  { "16 (enam belas)", "16 (keenam belas)", 0, NULL },
  { "16 (enam belas)", "1,5 (satu koma lima)", 0, NULL },
  { "Rp1.500.000,00", "Rp1.600.000,00", SEL_REMARK_NUMBER,
    "1.600.000,00 (satu juta lima ratus ribu rupiah)" },
  { "disebut PIHAK KEDUA", "disebut PIHAK KESATU", SEL_REMARK_LABEL, "PIHAK KESATU" },
  { "disebut PIHAK KEDUA", "disebut PIHAK KETIGA", SEL_REMARK_LABEL, "PIHAK KETIGA" },
  { "Biaya sebesar", "PIHAK KEEMPAT membayar", SEL_REMARK_UNKNOWN_PARTY, "PIHAK KEEMPAT" },
  { "^NOMOR: 563/88/BLK/2021", "", SEL_REMARK_DOCUMENT_NUMBER, "PKS/5/2021" },
  { "563/88/BLK/2021", "...........", SEL_REMARK_DOCUMENT_NUMBER, "..........." },
  { "Nota Kesepahaman Nomor NK/1/2020 tanggal 3 Maret 2020", "ketentuan", SEL_REMARK_PARENT,
    "PERJANJIAN KERJA SAMA" },
  { "selama 2 (dua) tahun sejak", "sejak", SEL_REMARK_TERM, "Pasal 3 JANGKA WAKTU" },
  { "sejak tanggal ditandatangani.", "sejak tanggal ditandatangani, sampai dengan 9 Juni 2024.",
    SEL_REMARK_TERM, "9 Juni 2024" },
  { "sejak tanggal ditandatangani.", "sejak tanggal ditandatangani, sampai dengan 9 Juni 2023.", 0,
    NULL },
  { "sejak tanggal ditandatangani.", "sejak tanggal ditandatangani, sampai dengan 10 Juni 2023.", 0,
    NULL },
  { "^Pasal 4", "^Pasal 5", SEL_REMARK_ARTICLE_SEQUENCE, "Pasal 5 PENUTUP" },
  { "^Pasal 4", "^Pasal 3", SEL_REMARK_ARTICLE_SEQUENCE, "Pasal 3 PENUTUP" },
  { "menurut Pasal 1.", "menurut Pasal 7.", SEL_REMARK_ARTICLE_REFERENCE, "Pasal 7" },
  { "menurut Pasal 1.", "menurut Pasal 7 ayat (2) Nota Kesepahaman.", 0, NULL },
  { "menurut Pasal 1.", "menurut Pasal 7 Perjanjian Kerja Sama ini.", SEL_REMARK_ARTICLE_REFERENCE,
    "Pasal 7" },
  { "^BALAI LATIHAN KERJA KABUPATEN", "^BALAI LATIHAN KERJA KABUPATAN", SEL_REMARK_NAME,
    "BALAI LATIHAN KERJA KABUPATAN TABALONG" },
  { "ISNAINI RAHMAH     ROMMY", "ISNAINI RAHMAN     ROMMY", SEL_REMARK_NAME, "ISNAINI RAHMAN" },
};

static char *
replace (const char *from, const char *to)
{
  const char *at = strstr (sound, from);

  g_assert_nonnull (at);
  return g_strdup_printf ("%.*s%s%s", (int) (at - sound), sound, to, at + strlen (from));
}

static void
test_remarks (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = replace (cases[i].from, cases[i].to);
      g_autoptr (SelPaper) paper = typeset_read (text);
      g_autoptr (SelFoundAgreement) found = sel_found_agreement_new (paper);
      g_autoptr (GPtrArray) remarks = sel_proofreader_read (paper, found);

      g_test_message ("%s", cases[i].to);
      for (guint j = 0; j < remarks->len; j++)
        {
          const SelRemark *remark = g_ptr_array_index (remarks, j);
          g_autofree char *about = sel_paper_dup_text (paper, remark->span);

          g_test_message ("%u: %s: %s", remark->kind, about, remark->message);
          if (remark->kind == cases[i].kind)
            {
              g_autoptr (GArray) places = sel_paper_dup_places (paper, remark->span);

              g_assert_cmpstr (about, ==, cases[i].about);
              g_assert_cmpuint (places->len, >, 0);
            }
        }
      g_assert_cmpuint (remarks->len, ==, cases[i].kind ? 1 : 0);
    }
}

/* A scan without text says nothing, and nothing is said about it. */
static void
test_no_text (void)
{
  g_autoptr (SelPaper) paper = typeset_read ("");
  g_autoptr (SelFoundAgreement) found = sel_found_agreement_new (paper);
  g_autoptr (GPtrArray) remarks = sel_proofreader_read (paper, found);

  g_assert_cmpuint (remarks->len, ==, 0);
  g_assert_cmpuint (found->parties->len, ==, 0);
  g_assert_null (found->title.text);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/proofreader/remarks", test_remarks);
  g_test_add_func ("/proofreader/no-text", test_no_text);
  return g_test_run ();
}
