/* SPDX-License-Identifier: GPL-3.0-or-later */
/* In which form something is told: for a person, for a program, or for a spreadsheet. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  SEL_FORMAT_TEXT,
  SEL_FORMAT_JSON,
  SEL_FORMAT_CSV,
} SelFormat;

G_END_DECLS
