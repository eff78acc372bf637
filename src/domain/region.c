/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/region.h"

#include <string.h>

#include "domain/digits.h"

typedef struct
{
  guint code; /* six digits, zeros for the levels left out: 63.72 is 637200 */
  guint name; /* where it starts in region_names */
} Region;

/* Made from data/regions at build time: region_names, regions (in order of their codes) and
 * former_regencies (their first four digits, in order). */
#include "domain/region-table.h"

/* Whether the text has the shape of a Kemendagri code, whether or not there is such a region:
 * province, regency or city, district, village. */
gboolean
sel_region_is_shaped (const char *code)
{
  gsize length = strlen (code);

  if (length != 2 && length != 5 && length != 8 && length != 13)
    return FALSE;

  for (gsize i = 0; i < length; i++)
    if ((i == 2 || i == 5 || i == 8) ? code[i] != '.' : !g_ascii_isdigit (code[i]))
      return FALSE;
  return TRUE;
}

/* The code as in the table, 0 when it is malformed. */
static guint
parse_code (const char *code)
{
  gsize length = strlen (code);
  guint province;
  guint regency = 0;
  guint district = 0;

  if (!sel_region_is_shaped (code))
    return 0;

  province = sel_digits (code, 2);
  if (length > 2)
    regency = sel_digits (code + 3, 2);
  if (length > 5)
    district = sel_digits (code + 6, 2);

  if (province < 11 ||
      (length > 2 && (regency == 0 || regency == 70)) ||
      (length > 5 && district == 0))
    return 0;
  return province * 10000 + regency * 100 + district;
}

static const Region *
find_region (guint code)
{
  gsize low = 0;
  gsize high = G_N_ELEMENTS (regions);

  while (low < high)
    {
      gsize middle = (low + high) / 2;

      if (regions[middle].code < code)
        low = middle + 1;
      else
        high = middle;
    }
  return low < G_N_ELEMENTS (regions) && regions[low].code == code ? &regions[low] : NULL;
}

static const char *
find_name (guint code)
{
  const Region *region = find_region (code);

  return region ? region_names + region->name : NULL;
}

/* Whether @code has the form of a region code; there need be no such region. */
gboolean
sel_region_code_is_valid (const char *code)
{
  g_return_val_if_fail (code, FALSE);

  return parse_code (code) != 0;
}

/* The name of the province, regency, city or district; NULL when it is not known. */
const char *
sel_region_name (const char *code)
{
  g_return_val_if_fail (code, NULL);

  return find_name (parse_code (code));
}

/* The name with those of the regions around it, smallest first: "Banjarbaru Utara, Kota
 * Banjarbaru, Kalimantan Selatan"; NULL when it is not known. */
char *
sel_region_dup_full_name (const char *code)
{
  guint number;
  const char *name;
  const char *regency;
  const char *province;

  g_return_val_if_fail (code, NULL);

  number = parse_code (code);
  name = find_name (number);
  if (!name)
    return NULL;

  province = find_name (number / 10000 * 10000);
  regency = find_name (number / 100 * 100);
  if (name == province)
    return g_strdup (name);
  if (name == regency)
    return g_strjoin (", ", name, province, NULL);
  return g_strjoin (", ", name, regency, province, NULL);
}

/* "63", "63.72" or "63.72.04". */
static char *
dup_code (guint code)
{
  if (code % 10000 == 0)
    return g_strdup_printf ("%02u", code / 10000);
  if (code % 100 == 0)
    return g_strdup_printf ("%02u.%02u", code / 10000, code / 100 % 100);

  return g_strdup_printf ("%02u.%02u.%02u", code / 10000, code / 100 % 100, code % 100);
}

/**
 * sel_region_find:
 * @words: the words of a name, or how they begin: "kab bog"
 *
 * Returns: (transfer full) (element-type utf8): the codes of at most @most regions that are called
 *   so: provinces, regencies and cities before districts
 */
GPtrArray *
sel_region_find (const char *words, guint most)
{
  GPtrArray *codes = g_ptr_array_new_with_free_func (g_free);

  if (*words == '\0')
    return codes;

  for (guint pass = 0; pass < 2; pass++)
    for (gsize i = 0; i < G_N_ELEMENTS (regions) && codes->len < most; i++)
      if ((regions[i].code % 100 != 0) == pass &&
          g_str_match_string (words, region_names + regions[i].name, FALSE))
        g_ptr_array_add (codes, dup_code (regions[i].code));
  return codes;
}

/**
 * sel_region_zone:
 * @code: a code of any level; its province decides
 * @zone: (out): what clocks there show
 *
 * Keppres 41/1987, by the provinces of today: western are Sumatra, Java, West and Central
 * Kalimantan; eastern are Maluku and Papua; central is what lies between.
 *
 * Returns: %FALSE, with @zone unchanged, when the province is not known
 */
gboolean
sel_region_zone (const char *code, SelZone *zone)
{
  guint province;

  g_return_val_if_fail (code && zone, FALSE);

  province = parse_code (code) / 10000;
  if (!find_region (province * 10000))
    return FALSE;

  if (province < 50 || province == 61 || province == 62)
    *zone = SEL_ZONE_WIB;
  else
    *zone = province < 80 ? SEL_ZONE_WITA : SEL_ZONE_WIT;
  return TRUE;
}

/* Whether a NIK may start with these six digits: the code of a district, or of any district in a
 * regency that has since moved to a new province. Its old code stays in each NIK issued under it
 * (a NIK never changes), and its districts then are not in the table, which is of today. */
gboolean
sel_region_is_known_prefix (const char *digits)
{
  guint code;

  g_return_val_if_fail (digits && strnlen (digits, 6) == 6, FALSE);

  code = sel_digits (digits, 6);
  if (code % 100 == 0)
    return FALSE;
  if (find_region (code))
    return TRUE;

  for (gsize i = 0; i < G_N_ELEMENTS (former_regencies); i++)
    if (former_regencies[i] == code / 100)
      return TRUE;
  return FALSE;
}
