/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where pages lie, how large they are shown, and which of them are kept: what needs no display. */
#include "pdf-maker.h"
#include "pdf-session.h"
#include "rich-pdf.h"
#include "ui/pages/page-cache.h"
#include "ui/pages/page-layout.h"

/* The pages of pdf_drawn(), in points. */
#define PAGE_WIDTH 200
#define PAGE_HEIGHT 100

static SelPdf *
open_drawn (guint n_pages)
{
  g_autoptr (GBytes) bytes = pdf_drawn (n_pages);
  g_autoptr (GError) error = NULL;
  SelPdf *pdf = pdf_open (bytes, NULL, &error);

  g_assert_no_error (error);
  return pdf;
}

static void
test_zoom_text (void)
{
  static const struct
  {
    const char *text, *means;
  } cases[] = {
    { "fit-width", "fit-width" },
    { "fit-page", "fit-page" },
    { "125", "125" },
    { "125.4", "125" },
    { "1", "25" },
    { "4000", "400" },
    { "-3", "fit-width" },
    { "", "fit-width" },
    { "large", "fit-width" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const SelPageZoom zoom = sel_page_zoom_from_text (cases[i].text);
      g_autofree char *text = sel_page_zoom_dup_text (&zoom);

      g_assert_cmpstr (text, ==, cases[i].means);
    }
}

static void
test_zoom_steps (void)
{
  static const struct
  {
    double from;
    int direction;
    double to;
  } cases[] = {
    { 100, 1, 110 },
    { 100, -1, 90 },
    { 99.8, 1, 110 }, /* is shown as 100 */
    { 93, 1, 100 },
    { 93, -1, 90 },
    { 12, 1, 25 },
    { 12, -1, 25 },
    { 400, 1, 400 },
    { 25, -1, 25 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpfloat (sel_page_zoom_step (cases[i].from, cases[i].direction), ==, cases[i].to);
}

static void
test_fits (void)
{
  g_autoptr (SelPdf) pdf = open_drawn (3);
  g_autoptr (SelPageLayout) layout = sel_page_layout_new (pdf);
  const SelPageZoom fit_width = sel_page_zoom_from_text ("fit-width");
  const SelPageZoom fit_page = sel_page_zoom_from_text ("fit-page");
  const SelPageZoom twice = sel_page_zoom_from_percent (200);

  sel_page_layout_fit (layout, &fit_width, 400 + 2 * SEL_PAGE_GAP, 90, 1);
  g_assert_cmpfloat (layout->scale, ==, 400.0 / PAGE_WIDTH);
  g_assert_cmpfloat (sel_page_layout_get_width (layout), ==, 400 + 2 * SEL_PAGE_GAP);
  g_assert_cmpfloat (sel_page_layout_get_height (layout), ==, 3 * 200 + 4 * SEL_PAGE_GAP);

  sel_page_layout_fit (layout, &fit_page, 1000, 150 + 2 * SEL_PAGE_GAP, 1);
  g_assert_cmpfloat_with_epsilon (layout->scale, 150.0 / PAGE_HEIGHT, 1e-9);

  sel_page_layout_fit (layout, &twice, 100, 100, 1);
  g_assert_cmpfloat_with_epsilon (layout->scale, 2 * 96.0 / 72.0, 1e-9);
  g_assert_cmpfloat (sel_page_layout_get_width (layout), >, 500);
}

/* For every scale factor, edges lie on pixels of the screen. */
static void
test_pages_lie_on_pixels (void)
{
  g_autoptr (SelPdf) pdf = open_drawn (7);
  g_autoptr (SelPageLayout) layout = sel_page_layout_new (pdf);
  const SelPageZoom odd = sel_page_zoom_from_percent (137.3);
  const SelPagePlace place = { .page = 2, .y = 13.7, .across = 0.5 };

  for (int factor = 1; factor <= 3; factor++)
    {
      sel_page_layout_fit (layout, &odd, 331, 211, factor);
      sel_page_layout_go_to_place (layout, &place);
      for (guint i = 0; i < 7; i++)
        {
          graphene_rect_t page = sel_page_layout_get_page (layout, i);
          const float edges[] = { page.origin.x, page.origin.y, page.size.width, page.size.height };

          for (guint k = 0; k < G_N_ELEMENTS (edges); k++)
            {
              const float pixels = edges[k] * (float) factor;
              const float whole = (float) (int) (pixels + (pixels < 0 ? -0.5f : 0.5f));

              g_assert_cmpfloat_with_epsilon (pixels, whole, 1e-3);
            }
        }
    }
}

/* What was found at a place is seen there again after any change of size. */
static void
test_place_stays (void)
{
  g_autoptr (SelPdf) pdf = open_drawn (2000);
  g_autoptr (SelPageLayout) layout = sel_page_layout_new (pdf);
  SelPageZoom zoom = sel_page_zoom_from_percent (100);
  SelPagePlace place, found;

  sel_page_layout_fit (layout, &zoom, 700, 500, 1);
  place = (SelPagePlace){ .page = 1234, .x = 10, .y = 40, .across = 0.25, .down = 0.5 };
  for (double percent = 25; percent <= 400; percent *= 2)
    {
      zoom = sel_page_zoom_from_percent (percent);
      sel_page_layout_fit (layout, &zoom, 500 + (int) percent, 300, 1);
      sel_page_layout_go_to_place (layout, &place);
      found = sel_page_layout_find_place (layout, 0.25, 0.5);
      g_assert_cmpuint (found.page, ==, 1234);
      g_assert_cmpfloat_with_epsilon (found.y, 40, 1e-6);
    }

  g_assert_cmpuint (sel_page_layout_find_most_visible (layout), ==, 1234);
}

static void
test_visible_pages (void)
{
  g_autoptr (SelPdf) pdf = open_drawn (2000);
  g_autoptr (SelPageLayout) layout = sel_page_layout_new (pdf);
  const SelPageZoom zoom = sel_page_zoom_from_text ("fit-width");
  SelPagePlace place = { .page = 0, .lead = SEL_PAGE_GAP };
  guint first, last;

  sel_page_layout_fit (layout, &zoom, 200 + 2 * SEL_PAGE_GAP, 250, 1);
  sel_page_layout_go_to_place (layout, &place);
  g_assert_cmpfloat (layout->y, ==, 0);
  sel_page_layout_get_visible (layout, &first, &last);
  g_assert_cmpuint (first, ==, 0);
  g_assert_cmpuint (last, ==, 2);

  place.page = 1999; /* no further than the end */
  sel_page_layout_go_to_place (layout, &place);
  g_assert_cmpfloat (layout->y, ==, sel_page_layout_get_height (layout) - 250);
  sel_page_layout_get_visible (layout, &first, &last);
  g_assert_cmpuint (first, ==, 1997);
  g_assert_cmpuint (last, ==, 1999);
}

static void
count_cb (G_GNUC_UNUSED SelPageCache *cache, G_GNUC_UNUSED guint page, gpointer n)
{
  (*(guint *) n)++;
}

static void
wait_for_sharp (SelPageCache *cache, guint page, double scale)
{
  while (!sel_page_cache_is_sharp (cache, page, scale))
    g_main_context_iteration (NULL, TRUE);
}

/* Bytes of a page at this scale. */
static gsize
size_at (guint scale)
{
  return (gsize) PAGE_WIDTH * scale * PAGE_HEIGHT * scale * 4;
}

static void
test_only_what_is_seen_is_drawn (void)
{
  g_autoptr (SelPdf) pdf = open_drawn (500);
  g_autoptr (SelPageCache) cache = sel_page_cache_new (pdf, 100 * size_at (1));
  guint n_arrived = 0;

  g_signal_connect (cache, "arrived", G_CALLBACK (count_cb), &n_arrived);

  /* Scrolled over, but not stayed at: only the first was under way. */
  for (guint page = 0; page < 400; page += 4)
    sel_page_cache_wish (cache, page, page + 3, 1);
  sel_page_cache_wish (cache, 450, 451, 1);
  wait_for_sharp (cache, 449, 1);

  g_assert_cmpuint (n_arrived, ==, 5);
  g_assert_true (sel_page_cache_is_sharp (cache, 450, 1));
  g_assert_true (sel_page_cache_is_sharp (cache, 452, 1)); /* the next */
  g_assert_null (sel_page_cache_get_texture (cache, 200));
}

static void
test_memory_is_bounded (void)
{
  g_autoptr (SelPdf) pdf = open_drawn (40);
  g_autoptr (SelPageCache) cache = sel_page_cache_new (pdf, 6 * size_at (2));

  for (guint page = 0; page < 40; page++)
    {
      sel_page_cache_wish (cache, page, page, 2);
      wait_for_sharp (cache, page, 2);
      g_assert_cmpuint (sel_page_cache_get_n_bytes (cache), <=, 6 * size_at (2));
    }

  g_assert_null (sel_page_cache_get_texture (cache, 0));
  g_assert_nonnull (sel_page_cache_get_texture (cache, 38));
}

/* Until it is drawn for the new zoom, what there is can be stretched. */
static void
test_other_scale_is_kept (void)
{
  g_autoptr (SelPdf) pdf = open_drawn (1);
  g_autoptr (SelPageCache) cache = sel_page_cache_new (pdf, size_at (8));

  sel_page_cache_wish (cache, 0, 0, 1);
  wait_for_sharp (cache, 0, 1);
  sel_page_cache_wish (cache, 0, 0, 3);
  g_assert_false (sel_page_cache_is_sharp (cache, 0, 3));
  g_assert_nonnull (sel_page_cache_get_texture (cache, 0));
  wait_for_sharp (cache, 0, 3);
  g_assert_cmpint (gdk_texture_get_width (sel_page_cache_get_texture (cache, 0)), ==, 600);
  g_assert_cmpuint (sel_page_cache_get_n_bytes (cache), ==, size_at (3));

  /* No page has more pixels than can be used; it is as sharp as it will be. */
  sel_page_cache_wish (cache, 0, 0, 100);
  wait_for_sharp (cache, 0, 100);
  g_assert_cmpuint (sel_page_cache_get_n_bytes (cache), <=, 96 << 20);
}

/* An A4 sheet at 400 percent is there in a few pixels before it is sharp; and so are, when nothing
 * else is to be done, the pages that come next. */
static void
test_draft_comes_first (void)
{
  g_autoptr (GBytes) bytes = pdf_rich (20);
  g_autoptr (SelPdf) pdf = pdf_open (bytes, NULL, NULL);
  g_autoptr (SelPageCache) cache = sel_page_cache_new (pdf, (gsize) 500 << 20);
  const double scale = 400.0 / 72;
  GdkTexture *draft;

  sel_page_cache_wish (cache, 10, 10, scale);
  while (!sel_page_cache_get_texture (cache, 10))
    g_main_context_iteration (NULL, TRUE);
  draft = sel_page_cache_get_texture (cache, 10);
  g_assert_cmpint (gdk_texture_get_width (draft), <, 400);
  g_assert_false (sel_page_cache_is_sharp (cache, 10, scale));

  wait_for_sharp (cache, 10, scale);
  g_assert_cmpint (gdk_texture_get_width (sel_page_cache_get_texture (cache, 10)), ==, 3306);
  while (!sel_page_cache_get_texture (cache, 18) || !sel_page_cache_get_texture (cache, 2))
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (gdk_texture_get_width (sel_page_cache_get_texture (cache, 18)), <, 400);
  g_assert_null (sel_page_cache_get_texture (cache, 19));
}

/* At ten times that, what is seen is sharp, and the whole page lies under it. */
static void
test_part_is_sharp (void)
{
  g_autoptr (GBytes) bytes = pdf_rich (1);
  g_autoptr (SelPdf) pdf = pdf_open (bytes, NULL, NULL);
  g_autoptr (SelPageCache) cache = sel_page_cache_new (pdf, (gsize) 500 << 20);
  const double scale = 4000.0 / 72;
  const SelPdfPart seen = { 20000, 30000, 800, 600 };
  const SelPdfPart near = { 20100, 30100, 800, 600 };
  const SelPdfPart far = { 100, 100, 800, 600 };
  SelPdfPart part;

  g_assert_false (sel_page_cache_is_whole (cache, 0, scale));
  sel_page_cache_wish (cache, 0, 0, scale);
  sel_page_cache_wish_part (cache, 0, &seen);
  g_assert_false (sel_page_cache_has_parts (cache));
  while (!sel_page_cache_has_parts (cache))
    g_main_context_iteration (NULL, TRUE);

  g_assert_nonnull (sel_page_cache_get_part (cache, 0, &part));
  g_assert_cmpuint (part.x, <=, 20000);
  g_assert_cmpuint (part.x + part.width, >=, 20800);
  g_assert_cmpint (gdk_texture_get_width (sel_page_cache_get_part (cache, 0, &part)), ==,
                   (int) part.width);
  g_assert_nonnull (sel_page_cache_get_texture (cache, 0));

  /* A little further there is enough of it; far away it is drawn anew. */
  sel_page_cache_wish (cache, 0, 0, scale);
  sel_page_cache_wish_part (cache, 0, &near);
  g_assert_true (sel_page_cache_has_parts (cache));
  sel_page_cache_wish (cache, 0, 0, scale);
  sel_page_cache_wish_part (cache, 0, &far);
  g_assert_false (sel_page_cache_has_parts (cache));
}

/* What a point of a page is, wherever the page lies and however it is turned. */
static void
test_points_are_found (void)
{
  g_autoptr (SelPdf) pdf = open_drawn (3);
  g_autoptr (SelPageLayout) layout = sel_page_layout_new (pdf);
  const SelPageZoom zoom = sel_page_zoom_from_percent (150);
  const SelPagePlace second = { .page = 1, .lead = SEL_PAGE_GAP };

  for (guint n_turns = 0; n_turns < 8; n_turns++)
    {
      const graphene_rect_t box = GRAPHENE_RECT_INIT (20, 20, 40, 30);
      graphene_rect_t seen;
      graphene_point_t point;
      guint page;

      layout->is_single = n_turns >= 4;
      sel_page_layout_turn (layout, n_turns);
      layout->current = 1;
      sel_page_layout_fit (layout, &zoom, 700, 500, 1);
      sel_page_layout_go_to_place (layout, &second);
      seen = sel_page_layout_place_rect (layout, 1, &box);
      g_assert_cmpfloat_with_epsilon (seen.size.width, n_turns % 2 ? 60 : 80, 1e-3);
      g_assert_true (sel_page_layout_find_point (layout, seen.origin.x + seen.size.width / 2,
                                                 seen.origin.y + seen.size.height / 2, &page,
                                                 &point));
      g_assert_cmpuint (page, ==, 1);
      g_assert_cmpfloat_with_epsilon (point.x, 40, 0.5);
      g_assert_cmpfloat_with_epsilon (point.y, 35, 0.5);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/page-zoom/text", test_zoom_text);
  g_test_add_func ("/page-zoom/steps", test_zoom_steps);
  g_test_add_func ("/page-layout/fits", test_fits);
  g_test_add_func ("/page-layout/on-pixels", test_pages_lie_on_pixels);
  g_test_add_func ("/page-layout/place-stays", test_place_stays);
  g_test_add_func ("/page-layout/visible-pages", test_visible_pages);
  g_test_add_func ("/page-layout/points-are-found", test_points_are_found);
  g_test_add_func ("/page-cache/draft-comes-first", test_draft_comes_first);
  g_test_add_func ("/page-cache/part-is-sharp", test_part_is_sharp);
  g_test_add_func ("/page-cache/only-what-is-seen", test_only_what_is_seen_is_drawn);
  g_test_add_func ("/page-cache/memory-is-bounded", test_memory_is_bounded);
  g_test_add_func ("/page-cache/other-scale", test_other_scale_is_kept);

  return g_test_run ();
}
