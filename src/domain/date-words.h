/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Numbers and dates in words, as agreements print them: in Indonesian, whatever the language of
 * the interface. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

const char *sel_date_words_weekday (const GDate *date);
const char *sel_date_words_month (GDateMonth month);
char *sel_date_words_dup_number (guint number);
char *sel_date_words_dup_short (const GDate *date);
char *sel_date_words_dup_long (const GDate *date);
char *sel_date_words_dup_opening (const GDate *date);

G_END_DECLS
