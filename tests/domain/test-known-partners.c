/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/known-partners.h"

static const SelKnownPartner partners[] = {
  { 1, "Badan Narkotika Nasional", "BNN" },
  { 2, "BNN Kota Banjarbaru", NULL },
  { 3, "Rumah Tahanan Negara Kelas IIB Tamiang Layang", "Rutan Tamiang Layang" },
  { 4, "Kementerian Sosial Republik Indonesia", NULL },
  { 5, "Yayasan Harapan", NULL },
  { 6, "Yayasan Harapan", NULL },
  { 7, "PT Bank Guna Karya Nusantara (Persero) Tbk", NULL },
};

static const struct
{
  const char *name;
  gint64 id;
} cases[] = {
  { "Badan Narkotika Nasional Republik Indonesia", 1 },
  { "bnn", 1 },
  { "BADAN NARKOTIKA NASIONAL KOTA BANJARBARU", 2 },
  { "Badan Narkotika Nasional Kota Banjarmasin", 0 },
  { "Rutan Kelas IIB Tamiang Layang", 3 },
  { "Rumah Tahanan Negara Tamiang Layang", 3 }, /* its short name, in full */
  { "Kemensos RI", 4 },
  { "Yayasan Harapan", 0 }, /* two have that name */
  { "PT. Bank Guna Karya Nusantara", 7 },
  { "Republik Indonesia", 0 },
  { "", 0 },
};

static void
test_find (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].name);
      g_assert_cmpint (sel_known_partners_find (partners, G_N_ELEMENTS (partners), cases[i].name),
                       ==, cases[i].id);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/known-partners/find", test_find);
  return g_test_run ();
}
