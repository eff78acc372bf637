/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What word-affix.c knows of single words, for itself alone. */
#pragma once

#include <glib.h>

/* clang-format off */

/* Roots that look as if they had a prefix or a suffix. In alphabetical order. */
static const char *const roots[] = {
  "berita", "capai", "damai", "didik", "digital", "dimensi", "direktorat", "direktur",
  "disabilitas", "disiplin", "divisi", "kabupaten", "kelola", "kembali", "kemudian", "kendali",
  "kepala", "memorandum", "menteri", "mulai", "narkotika", "nilai", "pakai", "pegawai",
  "pelihara", "pemerintah", "penjara", "periksa", "perihal", "perintah", "pertama", "peserta",
  "sampai", "selesai", "tanya", "teliti", "terima",
};

/* What comes after meng- and peng- where they have eaten a k, without that k. */
static const char *const after_k[] = {
  "aji", "aryawan", "elola", "eluar", "embang", "emas", "emuka", "enal", "endali", "endara",
  "erah", "erja", "etahu", "irim", "oordinasi", "omunikasi", "onsultasi", "umpul", "unjung",
  "urang", "ualifikasi",
};

/* Roots that begin with m, whole after me- and pe-, where most have lost a p. */
static const char *const with_m[] = {
  "maaf", "magang", "maju", "maksud", "manfaat", "masak", "masuk", "masyarakat", "menang",
  "milik", "minat", "minta", "mohon", "muat", "mudah", "mukim", "mulai", "musnah", "musyawarah",
};

/* Likewise with n, where most have lost a t, and with ny, where most have lost an s. */
static const char *const with_n[] = {
  "nama", "naung", "nikah", "nikmat", "nilai", "nomor", "nyaman", "nyata",
};

/* How words end whose -i is their own, also where a nasal has eaten their first letter. */
static const char *const ending_in_i[] = {
  "kembali", "endali", "eliti", "capai", "damai", "mulai", "nilai", "pakai", "emakai", "pegawai",
  "sampai", "elesai",
};

/* Two words that are written as one between affixes (ketenagakerjaan), or by mistake. The first is
 * as long as it says. */
static const struct
{
  const char *joined;
  gsize first;
} compounds[] = {
  { "alihdaya", 4 }, { "alihfungsi", 4 }, { "beritahu", 4 }, { "dayaguna", 4 },
  { "ikutserta", 4 }, { "kerjasama", 5 }, { "latarbelakang", 5 }, { "lipatganda", 5 },
  { "narasumber", 4 }, { "pascarehabilitasi", 5 }, { "ratarata", 4 }, { "rumahsakit", 5 },
  { "rumahtangga", 5 }, { "sebarluas", 5 }, { "sumberdaya", 6 }, { "tandatangan", 5 },
  { "tanggungjawab", 8 }, { "tatabusana", 4 }, { "tatacara", 4 }, { "tataboga", 4 },
  { "tatakelola", 4 }, { "tenagakerja", 6 }, { "tindaklanjut", 6 }, { "tugaspokok", 5 },
  { "ujicoba", 3 }, { "ujikompetensi", 3 }, { "wargabinaan", 5 }, { "warganegara", 5 },
  { "wirausaha", 4 },
};
