/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How large pages are shown. As text it is "fit-width", "fit-page" or a whole number of percent,
 * where 100 is the size of the paper on a usual screen of 96 dots per inch. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define SEL_PAGE_ZOOM_LEAST 25.0
#define SEL_PAGE_ZOOM_MOST 400.0

/* Pixels for each point (1/72 inch) at 100 percent. */
#define SEL_PAGE_ZOOM_FULL_SCALE (96.0 / 72.0)

typedef enum
{
  SEL_PAGE_ZOOM_FIT_WIDTH,
  SEL_PAGE_ZOOM_FIT_PAGE,
  SEL_PAGE_ZOOM_PERCENT,
} SelPageZoomKind;

typedef struct
{
  SelPageZoomKind kind;
  double percent; /* of PERCENT */
} SelPageZoom;

SelPageZoom sel_page_zoom_from_percent (double percent);
SelPageZoom sel_page_zoom_from_text (const char *text);
char *sel_page_zoom_dup_text (const SelPageZoom *self);
double sel_page_zoom_step (double percent, int direction);

G_END_DECLS
