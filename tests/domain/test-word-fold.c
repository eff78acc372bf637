/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/word-fold.h"

#include <string.h>

/* What the words of a line have in common. They are from agreements, decrees and reports. */
static const struct
{
  const char *words;
  const char *folded;
} families[] = {
  { "kerja sama|kerjasama|bekerja sama|bekerjasama|Kerja Sama|kerja-sama", "kerja sama" },
  { "janji|perjanjian|menjanjikan|dijanjikan", "janji" },
  { "pelaksanaan|melaksanakan|dilaksanakan|pelaksana|terlaksana|pelaksanaannya", "laksana" },
  { "selesai|penyelesaian|menyelesaikan|diselesaikan", "selesai" },
  { "ketenagakerjaan|tenaga kerja|tenagakerja", "tenaga kerja" },
  { "wajib|kewajiban|diwajibkan|mewajibkan|berkewajiban", "wajib" },
  { "latih|pelatihan|melatih|dilatih|berlatih|pelatihannya", "latih" },
  { "tanda tangan|menandatangani|ditandatangani|penandatanganan|penanda tangan|tandatangan",
    "tanda tangan" },
  { "tanggung jawab|bertanggung jawab|pertanggungjawaban|bertanggungjawab", "tanggung jawab" },
  { "beri tahu|pemberitahuan|memberitahukan|diberitahukan", "beri tahu" },
  { "warga negara|kewarganegaraan", "warga negara" },
  { "atur|peraturan|mengatur|diatur|pengaturan", "atur" },
  { "biaya|pembiayaan|membiayai|dibiayai", "biaya" },
  { "didik|pendidikan|mendidik|dididik", "didik" },
  { "guna|penggunaan|menggunakan|digunakan|pengguna", "guna" },
  { "awas|pengawasan|mengawasi|diawasi", "awas" },
  { "pantau|pemantauan|memantau|dipantau", "pantau" },
  { "lapor|laporan|pelaporan|melaporkan|dilaporkan", "lapor" },
  { "kembang|pengembangan|mengembangkan|dikembangkan", "kembang" },
  { "tempat|penempatan|menempatkan|ditempatkan", "tempat" },
  { "tingkat|peningkatan|meningkatkan|ditingkatkan", "tingkat" },
  { "lindung|perlindungan|melindungi|dilindungi|terlindungi", "lindung" },
  { "panjang|perpanjangan|memperpanjang|diperpanjang", "panjang" },
  { "akhir|pengakhiran|mengakhiri|berakhir|diakhiri", "akhir" },
  { "ubah|perubahan|mengubah|diubah", "ubah" },
  { "kelola|pengelolaan|mengelola|dikelola", "kelola" },
  { "manfaat|pemanfaatan|memanfaatkan|dimanfaatkan|bermanfaat", "manfaat" },
  { "milik|memiliki|dimiliki", "milik" },
  { "sepakat|kesepakatan|menyepakati|disepakati", "sepakat" },
  { "berdaya|pemberdayaan|memberdayakan|diberdayakan", "daya" },
  { "rehabilitasi|direhabilitasi|merehabilitasi", "rehabilitasi" },
  { "pulih|pemulihan|memulihkan|dipulihkan", "pulih" },
  { "rahasia|kerahasiaan|merahasiakan|dirahasiakan", "rahasia" },
  { "dasar|berdasarkan|mendasari|didasari", "dasar" },
  { "serta|menyertakan|disertakan|penyertaan", "serta" },
  { "peserta|kepesertaan", "peserta" },
  { "tahu|mengetahui|diketahui|pengetahuan", "tahu" },
  { "tinjau|peninjauan|meninjau|ditinjau", "tinjau" },
  { "ajar|belajar|pelajar|pembelajaran|pelajaran", "ajar" },
  { "nilai|penilaian|menilai|dinilai", "nilai" },
  { "teliti|penelitian|meneliti|diteliti", "teliti" },
  { "sehat|kesehatan|menyehatkan", "sehat" },
  { "pekerja|pekerjaan|bekerja|mengerjakan|dikerjakan", "kerja" },
  { "pemerintah|pemerintahan", "pemerintah" },
  { "hubung|berhubungan|menghubungi|perhubungan", "hubung" },
  { "lanjut|melanjutkan|dilanjutkan|berkelanjutan|kelanjutan", "lanjut" },
  { "Évaluasi|evaluasi|mengevaluasi|dievaluasi", "evaluasi" },
  { "pelak-\nsanaan|pelak-\r\n  sanaan", "laksana" },
};

/* What is whole stays whole. */
static const char *const wholes[] = {
  "pihak",
  "dinas",
  "badan",
  "bulan",
  "tangan",
  "jalan",
  "bahan",
  "kelas",
  "direktur",
  "direktorat",
  "kepala",
  "kabupaten",
  "menteri",
  "memorandum",
  "negara",
  "nasional",
  "informasi",
  "instansi",
  "sekolah",
  "seleksi",
  "masalah",
  "kantor",
  "pertama",
  "perihal",
  "akan",
  "dengan",
  "bukan",
  "provinsi",
  "media",
  "mesin",
  "metode",
  "waktu",
};

/* Words that must not become one. */
static const char *const apart[][2] = {
  { "peserta", "serta" },
  { "pemerintah", "perintah" },
  { "beri", "berita" },
  { "kerja", "kejar" },
  { "tenaga", "tanggung" },
  { "pelatihan", "pelayanan" },
  { "perjanjian", "jaminan" },
  { "2024", "2025" },
};

static char *
dup_folded (const char *text)
{
  GString *folded = g_string_new (NULL);

  sel_word_fold_text (text, folded);
  return g_string_free (folded, FALSE);
}

static void
test_families (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (families); i++)
    {
      g_auto (GStrv) words = g_strsplit (families[i].words, "|", -1);

      for (guint j = 0; words[j]; j++)
        {
          g_autofree char *folded = dup_folded (words[j]);

          if (g_strcmp0 (folded, families[i].folded) != 0)
            {
              g_test_message ("%s: %s, not %s", words[j], folded, families[i].folded);
              g_test_fail ();
            }
        }
    }
}

static void
test_wholes (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (wholes); i++)
    {
      g_autofree char *folded = dup_folded (wholes[i]);

      if (g_strcmp0 (folded, wholes[i]) != 0)
        {
          g_test_message ("%s: %s", wholes[i], folded);
          g_test_fail ();
        }
    }
}

static void
test_apart (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (apart); i++)
    {
      g_autofree char *one = dup_folded (apart[i][0]);
      g_autofree char *other = dup_folded (apart[i][1]);

      g_assert_cmpstr (one, !=, other);
    }
}

/* A number keeps its parts, whatever letters are in them. */
static void
test_numbers (void)
{
  g_autofree char *folded = dup_folded ("NOMOR: PKS/12/X/KA/HK.02/2025/BNN, 3x");

  g_assert_cmpstr (folded, ==, "nomor pks 12 x ka hk 02 2025 bnn 3x");
}

/* From the third letter to the last, each of these is on its way to what the word folds to. */
static void
test_begun (void)
{
  static const char *const words[] = {
    "pelaksanaan",
    "perjanjian",
    "kerjasama",
    "melaksanakan",
    "ketenagakerjaan",
    "pelatihan",
    "bekerja",
    "dilatih",
    "kesehatan",
    "penandatanganan",
  };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_autofree char *whole = dup_folded (words[i]);

      /* Before that, a prefix alone, or so, may have been typed. */
      for (gsize length = 6; length <= strlen (words[i]); length++)
        {
          g_autoptr (GPtrArray) begun = g_ptr_array_new_with_free_func (g_free);
          gboolean is_found = FALSE;

          sel_word_fold_begun (words[i], words[i] + length, begun);
          for (guint j = 0; j < begun->len; j++)
            is_found |= g_str_has_prefix (whole, g_ptr_array_index (begun, j));
          if (!is_found)
            {
              g_autofree char *typed = g_strndup (words[i], length);

              g_test_message ("“%s” finds no “%s”", typed, whole);
              g_test_fail ();
            }
        }
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/word-fold/families", test_families);
  g_test_add_func ("/word-fold/wholes", test_wholes);
  g_test_add_func ("/word-fold/apart", test_apart);
  g_test_add_func ("/word-fold/numbers", test_numbers);
  g_test_add_func ("/word-fold/begun", test_begun);
  return g_test_run ();
}
