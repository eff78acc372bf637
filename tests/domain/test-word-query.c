/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/word-query.h"

#include "domain/word-fold.h"

/* What is typed, what is written, and whether the one finds the other. */
static const struct
{
  const char *typed;
  const char *text;
  gboolean is_found;
} cases[] = {
  { "kerja sama", "Perjanjian Kerja Sama", TRUE },
  { "kerjasama", "Perjanjian Kerja Sama", TRUE },
  { "bekerja sama", "PARA PIHAK sepakat melakukan kerjasama", TRUE },
  { "kerja sama", "bersama-sama mencari pekerjaan", FALSE }, /* not side by side */
  { "kerjas", "kerja sama", TRUE },
  { "kerja sa", "kerja sama", TRUE },
  { "perjanj", "PERJANJIAN", TRUE },
  { "pelatihan", "melatih peserta", TRUE },
  { "pelatihan narkotika", "melatih peserta", FALSE },
  { "narko pelat", "Pelatihan pasca rehabilitasi narkotika", TRUE },
  { "kerja sama pem", "Kerja sama magang", TRUE }, /* of the last word no letter is there yet */
  { "kerja sama pem ", "Kerja sama magang", FALSE },
  { "PKS/12/X", "Nomor PKS/12/X/2025", TRUE },
  { "PKS/13", "Nomor PKS/12/X/2025", FALSE },
  { "3", "Pasal 3", TRUE },
  { "évaluasi", "evaluasi", TRUE },
  { "50%", "50 persen", TRUE },
};

static void
test_cases (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) query = sel_word_query_new (cases[i].typed);
      g_autoptr (GString) folded = g_string_new (" ");
      g_autoptr (GString) words = g_string_new (NULL);
      g_autoptr (GArray) places = sel_word_query_find (query, cases[i].text);
      guint32 seen = 0;

      sel_word_fold_text (cases[i].text, words);
      g_string_append (folded, words->str);
      for (guint j = 0; j < places->len; j++)
        seen |= 1u << g_array_index (places, SelWordPlace, j).term;

      g_test_message ("“%s” in “%s”", cases[i].typed, cases[i].text);
      g_assert_cmpuint (query->len, >, 0);
      g_assert_cmpint (sel_word_query_is_in (query, folded->str), ==, cases[i].is_found);
      g_assert_cmpint (seen == (1u << query->len) - 1, ==, cases[i].is_found);
    }
}

/* Nothing is asked for that would find everything. */
static void
test_nothing (void)
{
  static const char *const typed[] = { "", "  ", "/-.", "a", "k p" };

  for (guint i = 0; i < G_N_ELEMENTS (typed); i++)
    {
      g_autoptr (GPtrArray) query = sel_word_query_new (typed[i]);

      g_assert_cmpuint (query->len, ==, 0);
    }
}

static void
test_snippets (void)
{
  static const struct
  {
    const char *typed;
    const char *text;
    guint n_characters;
    const char *snippet;
  } snippets[] = {
    { "kerjasama", "PERJANJIAN\nKERJA  SAMA\ntentang", 60,
      "PERJANJIAN <b>KERJA SAMA</b> tentang" },
    { "melatih", "<Pelatihan> & kerja", 60, "&lt;<b>Pelatihan</b>&gt; &amp; kerja" },
    { "wajib", "Pihak pertama menyediakan tempat, dan kewajiban pihak kedua adalah mengirim peserta",
      40, "… dan <b>kewajiban</b> pihak kedua adalah …" },
    { "nihil", "Tidak ada yang cocok", 60, "Tidak ada yang cocok" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (snippets); i++)
    {
      g_autoptr (GPtrArray) query = sel_word_query_new (snippets[i].typed);
      g_autoptr (GArray) places = sel_word_query_find (query, snippets[i].text);
      g_autofree char *snippet =
        sel_word_places_dup_snippet (places, snippets[i].text, snippets[i].n_characters);

      g_assert_cmpstr (snippet, ==, snippets[i].snippet);
    }
}

/* What a search that knows no folds is given. */
static void
test_words (void)
{
  static const struct
  {
    const char *typed;
    const char *text;
    const char *words;
  } cases_of_words[] = {
    { "selesai selisih", "Bila selesai, maka PENYELESAIAN\n  PERSELISIHAN dilakukan",
      "PENYELESAIAN PERSELISIHAN" },
    { "kerjasama", "PERJANJIAN\nKERJA\nSAMA", "KERJA SAMA" },
    { "selesai selisih", "PENYELESAIAN PERSELISIHAN\nPerselisihan diselesaikan",
      "PENYELESAIAN PERSELISIHAN" },
    { "latih biaya", "Pelatihan, lalu biaya", "Pelatihan" },
    { "magang", "Pasal 1", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases_of_words); i++)
    {
      g_autoptr (GPtrArray) query = sel_word_query_new (cases_of_words[i].typed);
      g_autoptr (GArray) places = sel_word_query_find (query, cases_of_words[i].text);
      g_autofree char *words = sel_word_places_dup_words (places, cases_of_words[i].text);

      g_assert_cmpstr (words, ==, cases_of_words[i].words);
    }
}

/* Of two places, that with more of what was asked for. */
static void
test_the_best_part (void)
{
  g_autoptr (GPtrArray) query = sel_word_query_new ("biaya pelatihan");
  g_autoptr (GString) text = g_string_new ("Biaya perjalanan. ");
  g_autoptr (GArray) places = NULL;
  g_autofree char *snippet = NULL;

  for (guint i = 0; i < 50; i++)
    g_string_append (text, "Lain-lain. ");
  g_string_append (text, "Pembiayaan pelatihan ada pada pihak kedua.");
  places = sel_word_query_find (query, text->str);
  snippet = sel_word_places_dup_snippet (places, text->str, 60);
  g_assert_nonnull (strstr (snippet, "<b>Pembiayaan</b> <b>pelatihan</b>"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/word-query/cases", test_cases);
  g_test_add_func ("/word-query/nothing", test_nothing);
  g_test_add_func ("/word-query/snippets", test_snippets);
  g_test_add_func ("/word-query/words", test_words);
  g_test_add_func ("/word-query/the-best-part", test_the_best_part);
  return g_test_run ();
}
