/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <stdio.h>

#include <glib.h>

/* The date of "2025-10-11"; none for NULL. */
static inline GDate
date (const char *text)
{
  GDate result = { 0 };
  int year;
  int month;
  int day;

  if (text == NULL)
    return result;

  g_assert_cmpint (sscanf (text, "%4d-%2d-%2d", &year, &month, &day), ==, 3);
  g_date_set_dmy (&result, (GDateDay) day, (GDateMonth) month, (GDateYear) year);
  return result;
}
