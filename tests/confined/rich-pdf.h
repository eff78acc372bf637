/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An agreement of A4 pages with bookmarks, links and many lines of text. */
#pragma once

#include <glib.h>

GBytes *pdf_rich (guint n_pages);
