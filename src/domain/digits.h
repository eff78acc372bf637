/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/* The number that the first @n_digits characters of @text, which are digits, say. */
static inline guint
sel_digits (const char *text, guint n_digits)
{
  guint value = 0;

  for (guint i = 0; i < n_digits; i++)
    value = value * 10 + (guint) (text[i] - '0');
  return value;
}
