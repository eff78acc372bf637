/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/civil-time.h"

static SelCivilTime
parsed (const char *text)
{
  SelCivilTime time;

  g_assert_true (sel_civil_time_parse (text, &time));
  return time;
}

static gint64
instant (const char *text, SelZone zone)
{
  SelCivilTime time = parsed (text);

  return sel_civil_time_to_instant (&time, zone);
}

static void
test_text_reads_back (void)
{
  static const char *const texts[] = {
    "2025-10-11T09:00",
    "2024-02-29T23:59",
    "2025-01-01T00:00",
    "0001-01-01T00:00",
    "9999-12-31T23:59",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      SelCivilTime time = parsed (texts[i]);
      g_autofree char *text = sel_civil_time_dup_text (&time);

      g_assert_cmpstr (text, ==, texts[i]);
    }
}

static void
test_other_texts_are_refused (void)
{
  static const char *const texts[] = {
    "",
    "2025-10-11",
    "2025-10-11 09:00",
    "2025-10-11t09:00",
    "2025-10-11T09.00",
    "2025-10-11T9:00",
    "2025-10-11T09:0",
    "2025-10-11T09:00:00",
    "2025-10-11T09:00Z",
    " 2025-10-11T09:00",
    "2025-10-11T09:00 ",
    "11-10-2025T09:00",
    "+025-10-11T09:00",
    "0000-01-01T00:00",
    "2025-00-11T09:00",
    "2025-13-11T09:00",
    "2025-02-29T09:00",
    "2025-10-32T09:00",
    "2025-10-11T24:00",
    "2025-10-11T09:60",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      SelCivilTime time = { .minutes = 7 };

      g_test_message ("\"%s\"", texts[i]);
      g_assert_false (sel_civil_time_parse (texts[i], &time));
      g_assert_cmpuint (time.minutes, ==, 7);
    }
}

static void
test_order (void)
{
  static const char *const texts[] = {
    "2025-10-10T23:59",
    "2025-10-11T00:00",
    "2025-10-11T09:00",
    "2025-10-11T09:01",
    "2026-01-01T00:00",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    for (gsize j = 0; j < G_N_ELEMENTS (texts); j++)
      {
        SelCivilTime a = parsed (texts[i]);
        SelCivilTime b = parsed (texts[j]);
        int order = sel_civil_time_compare (&a, &b);

        g_assert_cmpint ((order > 0) - (order < 0), ==, (i > j) - (i < j));
      }
}

/* UTC+7, +8 and +9: the same instant reads an hour later in the next zone to the east. */
static void
test_instants (void)
{
  static const struct
  {
    const char *text;
    SelZone zone;
    gint64 instant;
  } cases[] = {
    { "2025-10-11T09:00", SEL_ZONE_WIB, 29335800 },
    { "2025-10-11T10:00", SEL_ZONE_WITA, 29335800 },
    { "2025-10-11T11:00", SEL_ZONE_WIT, 29335800 },
    { "1970-01-01T07:00", SEL_ZONE_WIB, 0 },
    { "1970-01-01T06:59", SEL_ZONE_WIB, -1 },
    { "2000-03-01T09:00", SEL_ZONE_WIT, 15864480 },
    { "0001-01-01T08:00", SEL_ZONE_WITA, -1035593280 },
    { "9999-12-31T23:59", SEL_ZONE_WITA, 4223371679 - 8 * 60 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      SelCivilTime back;
      g_autofree char *text = NULL;

      g_test_message ("%s %s", cases[i].text, sel_zone_name (cases[i].zone));
      g_assert_cmpint (instant (cases[i].text, cases[i].zone), ==, cases[i].instant);
      sel_civil_time_from_instant (cases[i].instant, cases[i].zone, &back);
      text = sel_civil_time_dup_text (&back);
      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

static void
test_zone_names (void)
{
  g_assert_cmpstr (sel_zone_name (SEL_ZONE_WIB), ==, "WIB");
  g_assert_cmpstr (sel_zone_name (SEL_ZONE_WITA), ==, "WITA");
  g_assert_cmpstr (sel_zone_name (SEL_ZONE_WIT), ==, "WIT");
}

static void
test_overlap_is_half_open (void)
{
  static const struct
  {
    gint64 a[2];
    gint64 b[2];
    gboolean overlaps;
  } cases[] = {
    { { 540, 600 }, { 600, 660 }, FALSE }, /* 09.00 to 10.00, 10.00 to 11.00 */
    { { 540, 601 }, { 600, 660 }, TRUE },
    { { 540, 660 }, { 570, 600 }, TRUE },
    { { 540, 600 }, { 540, 600 }, TRUE },
    { { 540, 600 }, { 700, 760 }, FALSE },
    { { 540, 600 }, { 570, 570 }, FALSE }, /* nothing takes place in an empty span */
    { { 540, 540 }, { 540, 540 }, FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const gint64 *a = cases[i].a;
      const gint64 *b = cases[i].b;

      g_test_message ("case %" G_GSIZE_FORMAT, i);
      g_assert_cmpint (sel_civil_span_overlaps (a[0], a[1], b[0], b[1]), ==, cases[i].overlaps);
      g_assert_cmpint (sel_civil_span_overlaps (b[0], b[1], a[0], a[1]), ==, cases[i].overlaps);
    }
}

/* 09.00 to 10.00 in Bandung and 10.00 to 11.00 in Banjarbaru are the same hour. */
static void
test_overlap_across_zones (void)
{
  g_assert_true (sel_civil_span_overlaps (instant ("2025-10-11T09:00", SEL_ZONE_WIB),
                                          instant ("2025-10-11T10:00", SEL_ZONE_WIB),
                                          instant ("2025-10-11T10:00", SEL_ZONE_WITA),
                                          instant ("2025-10-11T11:00", SEL_ZONE_WITA)));
  g_assert_false (sel_civil_span_overlaps (instant ("2025-10-11T09:00", SEL_ZONE_WIB),
                                           instant ("2025-10-11T10:00", SEL_ZONE_WIB),
                                           instant ("2025-10-11T09:00", SEL_ZONE_WITA),
                                           instant ("2025-10-11T10:00", SEL_ZONE_WITA)));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/domain/civil-time/text-reads-back", test_text_reads_back);
  g_test_add_func ("/domain/civil-time/other-texts-are-refused", test_other_texts_are_refused);
  g_test_add_func ("/domain/civil-time/order", test_order);
  g_test_add_func ("/domain/civil-time/instants", test_instants);
  g_test_add_func ("/domain/civil-time/zone-names", test_zone_names);
  g_test_add_func ("/domain/civil-time/overlap-is-half-open", test_overlap_is_half_open);
  g_test_add_func ("/domain/civil-time/overlap-across-zones", test_overlap_across_zones);
  return g_test_run ();
}
