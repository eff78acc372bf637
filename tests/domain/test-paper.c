/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/paper.h"

#include <string.h>

#include "domain/paper-pattern.h"
#include "support/typeset.h"

#define PROSE_LEFT "kiri yang mengisi kolom nomor"
#define PROSE_RIGHT "kanan yang mengisi kolom juga"

/* What is set, and what is read. */
static const struct
{
  const char *set;
  const char *read;
} cases[] = {
  { "", "" },
  { "satu dua\ntiga", "satu dua|tiga" },
  /* the number of a paragraph stays with it */
  { "(1)  PIHAK KESATU berhak\n     menerima data.\n(2)  PIHAK KEDUA wajib.",
    "(1) PIHAK KESATU berhak|menerima data.|(2) PIHAK KEDUA wajib." },
  /* what stands in cells is read cell by cell */
  { "1.   RAHMAT        :   Direktur Jenderal,\n"
    "     WIRYADINATA       berkedudukan di\n"
    "                       Jakarta.",
    "1. RAHMAT|WIRYADINATA|: Direktur Jenderal,|berkedudukan di|Jakarta." },
  /* a form, line by line */
  { "Nama       :   Rahmat\nJabatan    :   Direktur\nAlamat     :   Jakarta\n"
    "               Selatan",
    "Nama : Rahmat|Jabatan : Direktur|Alamat : Jakarta|Selatan" },
  /* a wide blank in a line is no gap between cells */
  { "kata kata kata    kata kata kata kata kata\nkata kata\nkata kata kata",
    "kata kata kata kata kata kata kata kata|kata kata|kata kata kata" },
  /* spaced letters */
  { "^P a s a l  1 2\n^J A N G K A  W A K T U", "Pasal 12|JANGKA WAKTU" },
  /* ligatures */
  { "sertiﬁkat", "sertifikat" },
  /* numbers of pages, and what repeats at their heads and feet */
  { "_Perjanjian BNN\nsatu\n~^- 1 -\f_Perjanjian BNN\ndua\n~^- 2 -\f_Lain\ntiga\n~^- 3 -",
    "satu|dua|Lain|tiga" },
  { "satu\n~Halaman 1 dari 2\fdua\n~Halaman 2 dari 2", "satu|dua" },
  { "_Pasal 1\nsatu\f_Pasal 2\ndua", "Pasal 1|satu|Pasal 2|dua" },
};

static void
test_lines (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SelPaper) paper = typeset_read (cases[i].set);
      g_autofree char *lines = typeset_dup_lines (paper);

      g_test_message ("%s", cases[i].set);
      g_assert_cmpstr (lines, ==, cases[i].read);
    }
}

/* Two columns of prose are read one after the other, below what goes over both. */
static void
test_columns (void)
{
  g_autoptr (GString) set = g_string_new ("^LAMPIRAN\n");
  g_autoptr (GString) left = g_string_new ("LAMPIRAN");
  g_autoptr (GString) right = g_string_new (NULL);
  g_autoptr (SelPaper) paper = NULL;
  g_autofree char *lines = NULL;
  g_autofree char *expected = NULL;

  for (guint i = 0; i < 8; i++)
    {
      g_string_append_printf (set, "%s %u                %s %u\n", PROSE_LEFT, i, PROSE_RIGHT, i);
      g_string_append_printf (left, "|%s %u", PROSE_LEFT, i);
      g_string_append_printf (right, "|%s %u", PROSE_RIGHT, i);
    }
  expected = g_strconcat (left->str, right->str, NULL);

  paper = typeset_read (set->str);
  lines = typeset_dup_lines (paper);
  g_assert_cmpstr (lines, ==, expected);
}

static void
test_text (void)
{
  const struct
  {
    const char *set;
    const char *text;
  } texts[] = {
    { "satu\n  dua", "satu dua" },
    { "Undang-\nUndang", "Undang-Undang" },
    { "9/PKS/\nX/2025", "9/PKS/X/2025" },
    { "9/PKS\n/X/2025", "9/PKS/X/2025" },
    { "satu -\ndua", "satu - dua" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (SelPaper) paper = typeset_read (texts[i].set);
      g_autofree char *text = sel_paper_dup_text (paper, (SelSpan){ 0, G_MAXSIZE });

      g_assert_cmpstr (text, ==, texts[i].text);
    }
}

/* What is found in the text is found on the page, a rectangle for each of its lines. */
static void
test_places (void)
{
  g_autoptr (SelPaper) paper = typeset_read ("satu dua\ntiga empat\flima");
  const char *from = strstr (paper->text, "dua");
  const gsize start = (gsize) (from - paper->text);
  g_autoptr (GArray) places = sel_paper_dup_places (paper, (SelSpan){ start, start + 8 });
  g_autoptr (GArray) all = sel_paper_dup_places (paper, (SelSpan){ start, G_MAXSIZE });
  const SelPlace *place;

  g_assert_cmpuint (places->len, ==, 2);
  place = &g_array_index (places, SelPlace, 0);
  g_assert_cmpfloat (place->rectangle.x, ==, 60 + 5 * 6);
  g_assert_cmpfloat (place->rectangle.y, ==, 120);
  g_assert_cmpfloat (place->rectangle.width, ==, 18);
  place = &g_array_index (places, SelPlace, 1);
  g_assert_cmpfloat (place->rectangle.y, ==, 136);
  g_assert_cmpfloat (place->rectangle.width, ==, 24);

  g_assert_cmpuint (all->len, ==, 3);
  place = &g_array_index (all, SelPlace, 2);
  g_assert_cmpuint (place->page, ==, 1);
  g_assert_cmpfloat (place->rectangle.width, ==, 24);
}

/* Scanners take some letters for others. */
static void
test_patterns (void)
{
  const struct
  {
    const char *text, *pattern;
    gboolean is_found;
  } patterns[] = {
    { "PlHAK KEDUA", "pihak kedua", TRUE },
    { "P1HAK\nKEDUA", "pihak kedua", TRUE },
    { "Pasa1 3", "^pasal [0-9]", TRUE },
    { "N0MOR: 3", "nomor", TRUE },
    { "PIHAKKEDUA", "pihak kedua", FALSE },
    { "dalam Pasal 3", "^pasal", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (patterns); i++)
    {
      g_autoptr (SelPaper) paper = typeset_read (patterns[i].text);

      g_test_message ("%s", patterns[i].text);
      g_assert_cmpint (sel_paper_has (paper, patterns[i].pattern, (SelSpan){ 0, G_MAXSIZE }),
                       ==, patterns[i].is_found);
    }
}

/* Letters all over a page, as no page has them, take no time to speak of. */
static void
test_hostile_page (void)
{
  const guint n = 40000;
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree SelRectangle *places = g_new (SelRectangle, 2 * n);
  g_autoptr (GPtrArray) pages = g_ptr_array_new_with_free_func (
    (GDestroyNotify) sel_page_text_free);
  g_autoptr (SelPaper) paper = NULL;
  const gint64 start = g_get_monotonic_time ();

  for (guint i = 0; i < n; i++)
    {
      places[2 * i] = (SelRectangle){ (float) (i * 7919 % 600), (float) (i * 104729 % 800), 5, 9 };
      places[2 * i + 1] = (SelRectangle){ 0, 0, 0, 0 };
      g_string_append (text, "a ");
    }
  g_ptr_array_add (pages, sel_page_text_new (600, 800, text->str, places));
  paper = sel_paper_new (pages);
  g_assert_cmpuint (paper->length, >=, n);
  g_assert_cmpint (g_get_monotonic_time () - start, <, 10 * G_USEC_PER_SEC);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/paper/lines", test_lines);
  g_test_add_func ("/paper/columns", test_columns);
  g_test_add_func ("/paper/text", test_text);
  g_test_add_func ("/paper/places", test_places);
  g_test_add_func ("/paper/patterns", test_patterns);
  g_test_add_func ("/paper/hostile-page", test_hostile_page);
  return g_test_run ();
}
