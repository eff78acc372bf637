/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/pages/page-zoom.h"

static const char fit_width[] = "fit-width";
static const char fit_page[] = "fit-page";

/* Each is a step that can be seen, from one to the next. */
static const double steps[] = {
  25, 33, 50, 67, 75, 90, 100, 110, 125, 150, 175, 200, 250, 300, 400
};

/* What is shown as the same percentage is the same. */
#define SAME 0.5

SelPageZoom
sel_page_zoom_from_percent (double percent)
{
  return (SelPageZoom){ SEL_PAGE_ZOOM_PERCENT,
                        CLAMP (percent, SEL_PAGE_ZOOM_LEAST, SEL_PAGE_ZOOM_MOST) };
}

/* What is none of the three forms fits the width. */
SelPageZoom
sel_page_zoom_from_text (const char *text)
{
  double percent = g_ascii_strtod (text, NULL);

  if (percent > 0)
    return sel_page_zoom_from_percent (percent);
  return (SelPageZoom){ g_str_equal (text, fit_page) ? SEL_PAGE_ZOOM_FIT_PAGE
                                                     : SEL_PAGE_ZOOM_FIT_WIDTH,
                        0 };
}

char *
sel_page_zoom_dup_text (const SelPageZoom *self)
{
  switch (self->kind)
    {
    case SEL_PAGE_ZOOM_FIT_WIDTH:
      return g_strdup (fit_width);
    case SEL_PAGE_ZOOM_FIT_PAGE:
      return g_strdup (fit_page);
    default:
      return g_strdup_printf ("%.0f", self->percent);
    }
}

/**
 * sel_page_zoom_step:
 * @direction: above 0 for larger, below for smaller
 *
 * Returns: the next percentage of those that buttons and keys go through
 */
double
sel_page_zoom_step (double percent, int direction)
{
  const guint n = G_N_ELEMENTS (steps);

  if (direction > 0)
    {
      for (guint i = 0; i < n; i++)
        if (steps[i] > percent + SAME)
          return steps[i];
      return steps[n - 1];
    }

  for (guint i = n; i > 0; i--)
    if (steps[i - 1] < percent - SAME)
      return steps[i - 1];
  return steps[0];
}
