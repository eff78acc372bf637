/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Dates as agreements print them, once or several times over: "hari Sabtu, tanggal sebelas bulan
 * Oktober tahun dua ribu dua puluh lima (11-10-2025)", "11 Oktober 2025", "11-10-2025". */
#pragma once

#include "domain/paper.h"

G_BEGIN_DECLS

typedef struct
{
  SelSpan span;
  GDate words;        /* with the name of the month; not valid where it is not said */
  SelSpan words_span; /* from the day to the year */
  GDate figures;      /* 11-10-2025; not valid where it is not said */
  SelSpan figures_span;
  GDateWeekday weekday; /* G_DATE_BAD_WEEKDAY where it is not said */
  SelSpan weekday_span;
  SelSpan contradiction;  /* what says two numbers at once: "12 (sebelas)" */
  gboolean is_impossible; /* no calendar has what it says */
} SelPrintedDate;

gboolean sel_printed_date_find (const SelPaper *paper, SelSpan within, SelPrintedDate *date);
gboolean sel_printed_date_get (const SelPrintedDate *self, GDate *date);

G_END_DECLS
