/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How the PDFs of broken-pdf.c and hostile-pdf.c are put together: each is a sound page but for
 * what it is given. */
#pragma once

#include <glib.h>

/* The content of a sound page. */
#define RED_BOX "1 0 0 rg 20 50 40 30 re f"

GBytes *broken_raw (const char *text, const char *second);
GBytes *broken_page (const char *entries, const char *content);
GBytes *broken_pages (const char *root, const char *third);
GBytes *broken_document (const char *catalog, const char *trailer);
GBytes *broken_page_and_object (const char *entries, const char *fifth);
GBytes *broken_page_and_stream (const char *resources,
                                const char *content,
                                const char *entries,
                                const void *data,
                                gsize length);
GBytes *broken_form (const char *entries, const char *content);
GBytes *broken_image (const char *entries, const char *data);
GBytes *broken_pattern (const char *entries, const char *content);
GBytes *broken_font (const char *entries, const char *descriptor);
char *broken_repeat (const char *text, gsize times);
