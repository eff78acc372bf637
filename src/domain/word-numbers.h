/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Numbers and months as agreements print them in words (domain/date-words.h), read back: also
 * where they were scanned, or are written in one ("duapuluh"). */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean sel_word_numbers_read (const char *text, gsize length, guint *number, gsize *n_bytes);
gboolean sel_word_numbers_read_figures (const char *text,
                                        gsize length,
                                        guint *number,
                                        gsize *n_bytes);
gboolean sel_word_numbers_read_month (const char *text,
                                      gsize length,
                                      GDateMonth *month,
                                      gsize *n_bytes);
gboolean sel_word_numbers_read_weekday (const char *text,
                                        gsize length,
                                        GDateWeekday *weekday,
                                        gsize *n_bytes);

G_END_DECLS
