/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/found-records.h"

#include "domain/paper-pattern.h"
#include "support/typeset.h"

#include "dates.h"

#define HEAD                                                                                   \
  "PERJANJIAN KERJA SAMA\nANTARA\nBADAN NARKOTIKA NASIONAL\nDENGAN\nDINAS SOSIAL KOTA BOGOR\n" \
  "TENTANG\nPENDAMPINGAN\n\n"                                                                  \
  "Pada hari ini, Senin, tanggal lima bulan Februari tahun dua ribu dua puluh empat\n"         \
  "(05-02-2024), bertempat di Bogor, kami yang bertanda tangan di bawah ini:\n\n"              \
  "1. RATNA WULAN : Deputi Rehabilitasi, bertindak untuk dan atas nama Badan Narkotika\n"      \
  "   Nasional, selanjutnya disebut PIHAK KESATU.\n\n"                                         \
  "2. HERMAN SETIADI : Kepala Dinas, bertindak untuk dan atas nama Dinas Sosial Kota Bogor,\n" \
  "   selanjutnya disebut PIHAK KEDUA.\n\n"

static SelFoundAgreement *
find (const char *text)
{
  g_autoptr (SelPaper) paper = typeset_read (text);

  return sel_found_agreement_new (paper);
}

/* What is not sure is 0. */
static const struct
{
  const char *owed;
  guint recurrence;
} recurrences[] = {
  { "menyampaikan laporan setiap bulan", SEL_RECURRENCE_MONTHLY },
  { "menyampaikan laporan setiap triwulan", SEL_RECURRENCE_QUARTERLY },
  { "menyampaikan laporan setiap 3 (tiga) bulan", SEL_RECURRENCE_QUARTERLY },
  { "menyampaikan laporan setiap semester", SEL_RECURRENCE_HALF_YEARLY },
  { "menyampaikan laporan setiap 6 (enam) bulan", SEL_RECURRENCE_HALF_YEARLY },
  { "menyampaikan laporan setiap tahun", SEL_RECURRENCE_YEARLY },
  { "menyampaikan laporan setiap akhir tahun", SEL_RECURRENCE_YEARLY },
  { "menyampaikan laporan 1 (satu) kali dalam 1 (satu) tahun", SEL_RECURRENCE_YEARLY },
  { "menyampaikan laporan sekali dalam setahun", SEL_RECURRENCE_YEARLY },
  { "menyampaikan laporan triwulanan", SEL_RECURRENCE_QUARTERLY },
  { "menyampaikan laporan setiap 3 (empat) bulan", 0 },
  { "menyampaikan laporan setiap 4 (empat) bulan", 0 },
  { "menyampaikan laporan 2 (dua) kali setiap tahun", 0 },
  { "menyampaikan laporan setiap bulan dan setiap tahun", 0 },
  { "menyusun rencana kerja tahunan", 0 },
  { "menyampaikan laporan paling lambat 1 (satu) bulan", 0 },
};

static void
test_recurrence (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (recurrences); i++)
    {
      g_autofree char *text =
        g_strdup_printf (HEAD "Pasal 1\nKEWAJIBAN\n\nPIHAK KESATU wajib %s.\n", recurrences[i].owed);
      g_autoptr (SelFoundAgreement) found = find (text);
      const SelFoundPromise *promise;

      g_test_message ("%s", recurrences[i].owed);
      g_assert_cmpuint (found->obligations->len, ==, 1);
      promise = g_ptr_array_index (found->obligations, 0);
      g_assert_cmpuint (promise->recurrence.number, ==, recurrences[i].recurrence);
    }
}

static const struct
{
  const char *term;
  guint months, days;
  gboolean is_open_ended;
} terms[] = {
  { "Perjanjian ini berlaku selama 2 (dua) tahun.\n\n"
    "Perjanjian ini dapat diperpanjang dengan usul paling lambat 3 (tiga) bulan sebelum jangka\n"
    "waktu berakhir.",
    3, 0, FALSE },
  { "Perjanjian ini dapat diperpanjang dengan usul selambat-lambatnya 30 (tiga puluh) hari\n"
    "sebelum berakhirnya Perjanjian ini.",
    0, 30, FALSE },
  { "Perpanjangan diajukan paling lambat 30 (tiga puluh) hari kerja sebelum berakhir.", 0, 0,
    FALSE },
  { "Perpanjangan diajukan paling lambat 3 (dua) bulan sebelum berakhir.", 0, 0, FALSE },
  { "Pihak yang hendak mengakhiri memberitahukannya paling lambat 3 (tiga) bulan sebelum\n"
    "perjanjian berakhir.",
    0, 0, FALSE },
  { "Perjanjian ini berlaku untuk jangka waktu yang tidak ditentukan.", 0, 0, TRUE },
};

static void
test_term (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (terms); i++)
    {
      g_autofree char *text =
        g_strdup_printf (HEAD "Pasal 1\nJANGKA WAKTU\n\n%s\n", terms[i].term);
      g_autoptr (SelFoundAgreement) found = find (text);

      g_test_message ("%s", terms[i].term);
      g_assert_cmpuint (found->notice_months.number, ==, terms[i].months);
      g_assert_cmpuint (found->notice_days.number, ==, terms[i].days);
      g_assert_cmpint (!sel_span_is_empty (found->open_ended), ==, terms[i].is_open_ended);
    }
}

/* The place of a party is its own: what ends the one before stays there. */
static void
test_place_of_a_party (void)
{
  static const char *const between[] = {
    "PIHAK KESATU.\n\n2. HERMAN",
    "“PIHAK KESATU”; dan\n\n2. HERMAN",
    "PIHAK KESATU,\ndan\n2. HERMAN",
  };

  for (guint i = 0; i < G_N_ELEMENTS (between); i++)
    {
      g_auto (GStrv) halves = g_strsplit (HEAD, "PIHAK KESATU.\n\n2. HERMAN", 2);
      g_autofree char *text = g_strconcat (halves[0], between[i], halves[1], NULL);
      g_autoptr (SelPaper) paper = typeset_read (text);
      g_autoptr (SelFoundAgreement) found = sel_found_agreement_new (paper);
      const SelFoundParty *party;
      g_autofree char *printed = NULL;

      g_assert_cmpuint (found->parties->len, ==, 2);
      party = g_ptr_array_index (found->parties, 1);
      printed = sel_paper_dup_text (paper, party->span);
      g_assert_true (g_str_has_prefix (printed, "2. HERMAN SETIADI"));
      g_assert_cmpstr (party->signatory.text, ==, "Herman Setiadi");
    }
}

/* A paper that says when and by whom, once that day has come. */
static void
test_signed (void)
{
  g_autoptr (SelFoundAgreement) found = find (HEAD);
  GDate day = date ("2024-02-05");
  GDate before = date ("2024-02-04");

  g_assert_true (sel_found_agreement_is_signed (found, &day));
  g_assert_false (sel_found_agreement_is_signed (found, &before));
  g_ptr_array_set_size (found->parties, 1);
  g_assert_false (sel_found_agreement_is_signed (found, &day));
}

/* What was found goes into records as it is; the party of an obligation is one of the list. */
static void
test_records (void)
{
  g_autoptr (SelFoundAgreement) found =
    find (HEAD "Pasal 1\nKEWAJIBAN\n\nPIHAK KEDUA wajib menyampaikan laporan setiap triwulan.\n\n"
               "Pasal 2\nJANGKA WAKTU\n\nPerjanjian ini berlaku selama 2 (dua) tahun sejak tanggal\n"
               "ditandatangani. Perpanjangan diajukan paling lambat 3 (tiga) bulan sebelum berakhir.\n");
  GDate today = date ("2024-03-01");
  const GDate first_report = date ("2024-05-04"); /* signed on 5 February */
  GDate not_known;
  SelAgreement *agreement = sel_found_agreement_dup_record (found, &today);
  SelParty *party = sel_found_agreement_dup_party (found, 1);
  SelObligation *obligation =
    sel_found_agreement_dup_obligation (found, 0, &agreement->signed_on);

  g_assert_cmpint (agreement->stage, ==, SEL_AGREEMENT_STAGE_SIGNED);
  g_assert_cmpint (agreement->term_months, ==, 24);
  g_assert_cmpint (agreement->notice_months, ==, 3);
  g_assert_cmpint (agreement->notice_days, ==, SEL_NO_INTEGER);
  g_assert_false (agreement->open_ended);
  g_assert_cmpint (party->position, ==, 2);
  g_assert_null (party->label);
  g_assert_cmpstr (party->signatory, ==, "Herman Setiadi");
  g_assert_cmpint (obligation->party, ==, -2);
  g_assert_cmpint (obligation->recurrence, ==, SEL_RECURRENCE_QUARTERLY);
  g_assert_cmpint (g_date_compare (&obligation->due_on, &first_report), ==, 0);
  g_assert_cmpstr (obligation->article, ==, "1");
  sel_record_free (&sel_obligation_type, obligation);

  g_date_clear (&not_known, 1);
  obligation = sel_found_agreement_dup_obligation (found, 0, &not_known);
  g_assert_cmpint (obligation->recurrence, ==, 0);
  g_assert_false (g_date_valid (&obligation->due_on));
  sel_record_free (&sel_agreement_type, agreement);
  sel_record_free (&sel_party_type, party);
  sel_record_free (&sel_obligation_type, obligation);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/found-agreement/recurrence", test_recurrence);
  g_test_add_func ("/found-agreement/term", test_term);
  g_test_add_func ("/found-agreement/place-of-a-party", test_place_of_a_party);
  g_test_add_func ("/found-agreement/signed", test_signed);
  g_test_add_func ("/found-agreement/records", test_records);
  return g_test_run ();
}
