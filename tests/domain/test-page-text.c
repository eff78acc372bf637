/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/page-text.h"

/* Letters 6 wide and 12 high, in lines 14 apart from 20, 30 on; blanks are 3 wide, and the end of
 * a line covers nothing. */
static SelPageText *
make_page (const char *text)
{
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (SelRectangle));
  float x = 20, y = 30;

  for (const char *at = text; *at; at = g_utf8_next_char (at))
    {
      SelRectangle place = { x, y, *at == ' ' ? 3 : 6, 12 };

      if (*at == '\n')
        {
          place = (SelRectangle){ x, y, 0, 0 };
          x = 20;
          y += 14;
        }
      else
        x += place.width;
      g_array_append_val (places, place);
    }
  return sel_page_text_new (200, 100, text, (SelRectangle *) places->data);
}

static void
assert_rectangle (GArray *rectangles, guint i, float x, float y, float width, float height)
{
  const SelRectangle *one = &g_array_index (rectangles, SelRectangle, i);

  g_assert_cmpfloat (one->x, ==, x);
  g_assert_cmpfloat (one->y, ==, y);
  g_assert_cmpfloat (one->width, ==, width);
  g_assert_cmpfloat (one->height, ==, height);
}

static void
test_rectangles (void)
{
  g_autoptr (SelPageText) page = make_page ("Pihak é\nkesatu\n\ndan");
  g_autoptr (GArray) word = sel_page_text_dup_rectangles (page, 1, 2);
  g_autoptr (GArray) lines = sel_page_text_dup_rectangles (page, 6, 8);
  g_autoptr (GArray) all = sel_page_text_dup_rectangles (page, 0, G_MAXUINT);
  g_autoptr (GArray) none = sel_page_text_dup_rectangles (page, 7, 1);
  g_autoptr (GArray) beyond = sel_page_text_dup_rectangles (page, 400, 2);

  g_assert_cmpuint (page->n_letters, ==, 19);
  g_assert_cmpuint (word->len, ==, 1);
  assert_rectangle (word, 0, 26, 30, 12, 12);
  g_assert_cmpuint (lines->len, ==, 2);
  assert_rectangle (lines, 0, 53, 30, 6, 12);
  assert_rectangle (lines, 1, 20, 44, 36, 12);
  g_assert_cmpuint (all->len, ==, 3);
  assert_rectangle (all, 2, 20, 72, 18, 12);
  g_assert_cmpuint (none->len, ==, 0); /* the end of a line alone */
  g_assert_cmpuint (beyond->len, ==, 0);
}

/* Two columns of one height are two lines, though the text goes from one to the other. */
static void
test_rectangles_of_columns (void)
{
  const SelRectangle places[] = { { 100, 10, 6, 12 }, { 106, 10, 6, 12 }, { 20, 10, 6, 12 } };
  g_autoptr (SelPageText) page = sel_page_text_new (200, 100, "abc", places);
  g_autoptr (GArray) rectangles = sel_page_text_dup_rectangles (page, 0, 3);

  g_assert_cmpuint (rectangles->len, ==, 2);
  assert_rectangle (rectangles, 0, 100, 10, 12, 12);
  assert_rectangle (rectangles, 1, 20, 10, 6, 12);
}

static void
test_range (void)
{
  g_autoptr (SelPageText) page = make_page ("Pihak é\nkesatu");
  const struct
  {
    guint first, n_letters;
    const char *text;
  } cases[] = {
    { 0, 5, "Pihak" },
    { 6, 3, "é\nk" },
    { 8, 100, "kesatu" },
    { 8, G_MAXUINT, "kesatu" },
    { 14, 1, "" },
    { 99, 99, "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = sel_page_text_dup_range (page, cases[i].first, cases[i].n_letters);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

static void
test_find_letter (void)
{
  g_autoptr (SelPageText) page = make_page ("Pihak é\nkesatu");
  g_autoptr (SelPageText) empty = make_page ("");
  const struct
  {
    double x, y;
    guint letter;
    double distance;
  } cases[] = {
    { 21, 31, 0, 0 },
    { 45, 41, 4, 0 },
    { 26, 50, 9, 0 },    /* on both, at the edge */
    { 17, 26, 0, 5 },    /* beside the first */
    { 190, 50, 13, 134 } /* the end of the second line */
  };
  guint letter = 99;
  double distance = 0;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%g, %g", cases[i].x, cases[i].y);
      g_assert_true (sel_page_text_find_letter (page, cases[i].x, cases[i].y, &letter, &distance));
      if (i == 2)
        g_assert_true (letter == 8 || letter == 9);
      else
        g_assert_cmpuint (letter, ==, cases[i].letter);
      g_assert_cmpfloat_with_epsilon (distance, cases[i].distance, 0.001);
    }
  g_assert_false (sel_page_text_find_letter (empty, 20, 30, &letter, NULL));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/page-text/rectangles", test_rectangles);
  g_test_add_func ("/page-text/rectangles-of-columns", test_rectangles_of_columns);
  g_test_add_func ("/page-text/range", test_range);
  g_test_add_func ("/page-text/find-letter", test_find_letter);
  return g_test_run ();
}
