/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/articles.h"

#include "support/typeset.h"

#define BODY "Biaya dibebankan pada anggaran masing-masing PIHAK sesuai ketentuan yang ada.\n"

/* What is set, and the articles that are read: "number title", with "|" between. */
static const struct
{
  const char *set;
  const char *articles;
} cases[] = {
  { "tanpa pasal", "" },
  { "^Pasal 1\n^MAKSUD DAN TUJUAN\n" BODY "^Pasal 2\n^JANGKA WAKTU\n" BODY,
    "1 MAKSUD DAN TUJUAN|2 JANGKA WAKTU" },
  { "^PASAL 1\n^RUANG LINGKUP PEMBINAAN\n^DAN PELATIHAN KERJA\n" BODY,
    "1 RUANG LINGKUP PEMBINAAN DAN PELATIHAN KERJA" },
  /* in one line, with a dash, a colon or brackets */
  { "^PASAL 5 – JANGKA WAKTU\n" BODY "^PASAL 6: PENUTUP\n" BODY, "5 JANGKA WAKTU|6 PENUTUP" },
  { "^Pasal 5\n^(JANGKA WAKTU)\n" BODY, "5 JANGKA WAKTU" },
  { "^Pasal 1. Ketentuan Umum\n" BODY "^Pasal 2. Jangka Waktu\n" BODY,
    "1 Ketentuan Umum|2 Jangka Waktu" },
  { "^Pasal 1\n^Ketentuan Umum\n" BODY "^Pasal 2\n^Jangka Waktu\n" BODY,
    "1 Ketentuan Umum|2 Jangka Waktu" },
  /* without titles, and at the left */
  { "Pasal 1\n(1) " BODY "Pasal 2\n" BODY, "1 |2 " },
  { "^KETENTUAN UMUM\n^Pasal 1\n(1) " BODY "^JANGKA WAKTU\n^Pasal 2\n(1) " BODY,
    "1 KETENTUAN UMUM|2 JANGKA WAKTU" },
  /* inserted ones, and Roman ones, as an addendum has them */
  { "^Pasal 5\n^SATU\n" BODY "^Pasal 5A\n^DUA\n" BODY "^Pasal 6\n^TIGA\n" BODY,
    "5 SATU|5A DUA|6 TIGA" },
  { "^Pasal I\nKetentuan Pasal 7 diubah sehingga berbunyi:\n^Pasal 7\n^JANGKA WAKTU\n" BODY
    "^Pasal II\n" BODY,
    "I |II " },
  { "^Pasal IV\n^SATU\n" BODY "^Pasal V\n^DUA\n" BODY, "IV SATU|V DUA" },
  /* references, also at the begin of a line */
  { "^Pasal 1\n^SATU\nData sebagaimana dimaksud dalam\nPasal 3 ayat (1) disampaikan menurut\n"
    "Pasal 2.\nPasal 4 berlaku untuk itu.\n^Pasal 2\n^DUA\n" BODY,
    "1 SATU|2 DUA" },
  { "^Pasal 1\n^SATU\nKetentuan ini mengubah yang telah disepakati dalam\nPasal 4\n"
    "Nota Kesepahaman.\n^Pasal 2\n^DUA\n" BODY,
    "1 SATU|2 DUA" },
  { "DAFTAR ISI\nPasal 1 Maksud .......... 2\nPasal 2 Tujuan .......... 3\n^Pasal 1\n^MAKSUD\n" BODY
    "^Pasal 2\n^TUJUAN\n" BODY,
    "1 MAKSUD|2 TUJUAN" },
  /* scanned */
  { "^Pasa1 l\n^MAKSUD\n" BODY "^PasaI 2\n^TUJUAN\n" BODY "^P a s a l  3\n^SATU\n" BODY
    "^Pasal I0\n^PENUTUP\n" BODY,
    "1 MAKSUD|2 TUJUAN|3 SATU|10 PENUTUP" },
  /* over pages with heads */
  { "_Naskah BNN\n^Pasal 1\f_Naskah BNN\n^MAKSUD\n" BODY "\f_Naskah BNN\n^Pasal 2\n^TUJUAN\n" BODY,
    "1 MAKSUD|2 TUJUAN" },
  /* the English of a pair is not counted again, but alone it is */
  { "^Pasal 1\n^MAKSUD\n" BODY "^Article 1\n^PURPOSE\n" BODY, "1 MAKSUD" },
  { "^Article 1\n^PURPOSE\n" BODY "^Article 2\n^SCOPE\n" BODY, "1 PURPOSE|2 SCOPE" },
  /* out of sequence: for the proofreader to say */
  { "^Pasal 1\n^SATU\n" BODY "^Pasal 3\n^TIGA\n" BODY, "1 SATU|3 TIGA" },
};

static void
test_articles (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SelPaper) paper = typeset_read (cases[i].set);
      g_autoptr (GPtrArray) articles = sel_articles_find (paper);
      g_autoptr (GString) found = g_string_new (NULL);

      for (guint j = 0; j < articles->len; j++)
        {
          const SelArticle *article = g_ptr_array_index (articles, j);

          g_string_append_printf (found, "%s%s %s", j ? "|" : "", article->number, article->title);
        }
      g_test_message ("%s", cases[i].set);
      g_assert_cmpstr (found->str, ==, cases[i].articles);
    }
}

/* An article knows its page, its place there and its text, which ends before the annex. */
static void
test_place_and_body (void)
{
  g_autoptr (SelPaper) paper =
    typeset_read ("judul\f^Pasal 1\n^MAKSUD\nsatu dua\n"
                  "^Pasal 2\n^TUJUAN\ntiga\n^LAMPIRAN I\nempat");
  g_autoptr (GPtrArray) articles = sel_articles_find (paper);
  const SelArticle *first = g_ptr_array_index (articles, 0);
  const SelArticle *last = g_ptr_array_index (articles, 1);
  g_autofree char *first_body = sel_paper_dup_text (paper, first->body);
  g_autofree char *last_body = sel_paper_dup_text (paper, last->body);

  g_assert_cmpuint (articles->len, ==, 2);
  g_assert_cmpuint (first->page, ==, 1);
  g_assert_cmpfloat (first->place.y, ==, 120);
  g_assert_cmpstr (first_body, ==, "satu dua");
  g_assert_cmpstr (last_body, ==, "tiga");
  g_assert_true (sel_articles_get_at (articles, last->body.start) == last);
  g_assert_null (sel_articles_get_at (articles, 0));
  g_assert_true (sel_articles_get_by_number (articles, "2") == last);
  g_assert_null (sel_articles_get_by_number (articles, "3"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/articles/articles", test_articles);
  g_test_add_func ("/articles/place-and-body", test_place_and_body);
  return g_test_run ();
}
