/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/known-partners.h"

#include <string.h>

/* What offices shorten, and what the shortened stands for. */
static const struct
{
  const char *shortened;
  const char *whole;
} abbreviations[] = {
  { "bnn", "badan narkotika nasional" },
  { "bnnp", "badan narkotika nasional provinsi" },
  { "kemnaker", "kementerian ketenagakerjaan" },
  { "kemensos", "kementerian sosial" },
  { "kemenkumham", "kementerian hukum dan hak asasi manusia" },
  { "ham", "hak asasi manusia" },
  { "ditjen", "direktorat jenderal" },
  { "kanwil", "kantor wilayah" },
  { "pemprov", "pemerintah provinsi" },
  { "pemkab", "pemerintah kabupaten" },
  { "pemkot", "pemerintah kota" },
  { "disnaker", "dinas tenaga kerja" },
  { "disnakertrans", "dinas tenaga kerja dan transmigrasi" },
  { "dinsos", "dinas sosial" },
  { "rutan", "rumah tahanan negara" },
  { "lapas", "lembaga pemasyarakatan" },
  { "bapas", "balai pemasyarakatan" },
  { "blk", "balai latihan kerja" },
  { "rsud", "rumah sakit umum daerah" },
  { "kab", "kabupaten" },
  { "prov", "provinsi" },
};

/* Of no weight: "Republik Indonesia" behind a ministry, "(Persero) Tbk" behind a company. */
static const char *const dropped[] = { "republik", "indonesia", "ri", "persero",
                                       "tbk", "the", NULL };

static void
append_word (GString *folded, const char *word)
{
  if (g_strv_contains (dropped, word))
    return;
  for (guint i = 0; i < G_N_ELEMENTS (abbreviations); i++)
    if (strcmp (abbreviations[i].shortened, word) == 0)
      word = abbreviations[i].whole;
  if (folded->len)
    g_string_append_c (folded, ' ');
  g_string_append (folded, word);
}

/* What two writings of the name of an institution have in common. */
static char *
dup_folded (const char *name)
{
  g_autofree char *lower = g_utf8_strdown (name, -1);
  g_auto (GStrv) words = g_strsplit_set (lower, " \t\n.,;:()\"'/-", 0);
  g_autoptr (GString) folded = g_string_new (NULL);

  for (guint i = 0; words[i]; i++)
    if (*words[i])
      append_word (folded, words[i]);
  return g_strdup (folded->str);
}

static gboolean
is_same (const char *folded, const char *name)
{
  g_autofree char *other = name ? dup_folded (name) : NULL;

  return other && *other && strcmp (folded, other) == 0;
}

/**
 * sel_known_partners_find:
 * @name: as it is printed
 *
 * Returns: the id of the one partner that has this name, however it is shortened; 0 where none
 *   has, or several have
 */
gint64
sel_known_partners_find (const SelKnownPartner *partners,
                         guint n_partners,
                         const char *name)
{
  g_autofree char *folded = dup_folded (name);
  gint64 found = 0;

  for (guint i = 0; i < n_partners && *folded; i++)
    {
      if (!is_same (folded, partners[i].name) && !is_same (folded, partners[i].short_name))
        continue;
      if (found)
        return 0;
      found = partners[i].id;
    }
  return found;
}
