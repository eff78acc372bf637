/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include <glib.h>

#include "domain/region.h"

static void
test_names (void)
{
  static const struct
  {
    const char *code;
    const char *name;
    const char *full_name;
  } cases[] = {
    { "63", "Kalimantan Selatan", "Kalimantan Selatan" },
    { "63.72", "Kota Banjarbaru", "Kota Banjarbaru, Kalimantan Selatan" },
    { "63.72.04", "Banjarbaru Utara", "Banjarbaru Utara, Kota Banjarbaru, Kalimantan Selatan" },
    { "63.72.04.1001", "Banjarbaru Utara",
      "Banjarbaru Utara, Kota Banjarbaru, Kalimantan Selatan" }, /* a village there */
    { "62.13", "Kabupaten Barito Timur", "Kabupaten Barito Timur, Kalimantan Tengah" },
    { "35.29.22", "Ra\"as", "Ra\"as, Kabupaten Sumenep, Jawa Timur" },
    { "11", "Aceh", "Aceh" },
    { "96.71", "Kota Sorong", "Kota Sorong, Papua Barat Daya" },
    { "99", NULL, NULL },
    { "63.73", NULL, NULL },
    { "63.72.99", NULL, NULL },
    { "91.01", NULL, NULL }, /* Merauke until 2022: 93.01 today */
    { "6372", NULL, NULL },
    { "", NULL, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *full_name = sel_region_dup_full_name (cases[i].code);

      g_test_message ("\"%s\"", cases[i].code);
      g_assert_cmpstr (sel_region_name (cases[i].code), ==, cases[i].name);
      g_assert_cmpstr (full_name, ==, cases[i].full_name);
    }
}

/* Every line of the file is found: 38 provinces, 514 regencies and cities, 7285 districts. A name
 * in quotation marks (Ra"as) is left to test_names (). */
static void
test_the_whole_file_is_in_the_table (void)
{
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  g_autoptr (GError) error = NULL;
  guint n_regions = 0;

  g_file_get_contents (g_getenv ("REGIONS"), &text, NULL, &error);
  g_assert_no_error (error);
  lines = g_strsplit (text, "\n", 0);

  for (guint i = 1; *lines[i]; i++)
    {
      char *name = strchr (lines[i], ',');

      *name++ = '\0';
      if (*name != '"')
        g_assert_cmpstr (sel_region_name (lines[i]), ==, name);
      n_regions++;
    }
  g_assert_cmpuint (n_regions, ==, 38 + 514 + 7285);
}

static void
test_form_of_codes (void)
{
  static const char *const valid[] = {
    "11", "96", "63.01", "63.69", "63.71", "63.99", "63.72.01", "63.72.99", "63.72.04.1001"
  };
  static const char *const malformed[] = {
    "", "6", "63.", "63.7", "6372", "63-72", "63.72.", "63.72.0", "63.72.04.", "63.72.04.10",
    "a3", "63.7a", "63 72", "10", "00", "63.00", "63.70", "63.72.00", " 63", "63.72.04x1001"
  };

  for (gsize i = 0; i < G_N_ELEMENTS (valid); i++)
    {
      g_test_message ("\"%s\"", valid[i]);
      g_assert_true (sel_region_code_is_valid (valid[i]));
    }
  for (gsize i = 0; i < G_N_ELEMENTS (malformed); i++)
    {
      g_test_message ("\"%s\"", malformed[i]);
      g_assert_false (sel_region_code_is_valid (malformed[i]));
    }
}

/* Keppres 41/1987. */
static void
test_zones (void)
{
  static const struct
  {
    const char *provinces;
    SelZone zone;
  } cases[] = {
    { "11 12 13 14 15 16 17 18 19 21 31 32 33 34 35 36 61 62", SEL_ZONE_WIB },
    { "51 52 53 63 64 65 71 72 73 74 75 76", SEL_ZONE_WITA },
    { "81 82 91 92 93 94 95 96", SEL_ZONE_WIT },
  };
  SelZone zone;

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (GStrv) provinces = g_strsplit (cases[i].provinces, " ", 0);

      for (guint j = 0; provinces[j]; j++)
        {
          g_test_message ("%s", provinces[j]);
          g_assert_true (sel_region_zone (provinces[j], &zone));
          g_assert_cmpint (zone, ==, cases[i].zone);
        }
    }

  g_assert_true (sel_region_zone ("63.72.04", &zone));
  g_assert_cmpint (zone, ==, SEL_ZONE_WITA);
  g_assert_false (sel_region_zone ("99", &zone));
  g_assert_false (sel_region_zone ("6372", &zone));
}

static void
test_known_prefixes (void)
{
  static const struct
  {
    const char *digits;
    gboolean is_known;
  } cases[] = {
    { "637204", TRUE },
    { "110101", TRUE },
    { "930101", TRUE },  /* Merauke today */
    { "910101", TRUE },  /* and until 2022 */
    { "910130", TRUE },  /* whatever its district then */
    { "927101", TRUE },  /* Sorong until 2022 */
    { "647301", TRUE },  /* Tarakan until 2012 */
    { "910100", FALSE }, /* no district */
    { "637200", FALSE },
    { "637299", FALSE },
    { "647501", FALSE },
    { "970101", FALSE },
    { "000000", FALSE },
    { "999999", FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].digits);
      g_assert_cmpint (sel_region_is_known_prefix (cases[i].digits), ==, cases[i].is_known);
    }
}

/* Districts come last, and no more than were asked for. */
static void
test_found_by_name (void)
{
  static const struct
  {
    const char *words;
    guint most;
    const char *codes;
  } cases[] = {
    { "bogor", 2, "32.01 32.71" },
    { "kota bogor", 9, "32.71" },
    { "kalimantan sel", 9, "63" },
    { "kab barito ti", 9, "62.13" },
    { "banjarbaru", 3, "63.72 63.72.04 63.72.05" },
    { "tidak ada di mana pun", 9, "" },
    { "", 9, "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) codes = sel_region_find (cases[i].words, cases[i].most);
      g_autofree char *joined = NULL;

      g_ptr_array_add (codes, NULL);
      joined = g_strjoinv (" ", (char **) codes->pdata);
      g_assert_cmpstr (joined, ==, cases[i].codes);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/domain/region/names", test_names);
  g_test_add_func ("/domain/region/whole-file", test_the_whole_file_is_in_the_table);
  g_test_add_func ("/domain/region/form-of-codes", test_form_of_codes);
  g_test_add_func ("/domain/region/zones", test_zones);
  g_test_add_func ("/domain/region/found-by-name", test_found_by_name);
  g_test_add_func ("/domain/region/known-prefixes", test_known_prefixes);
  return g_test_run ();
}
