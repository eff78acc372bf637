/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/csv.h"

static const struct
{
  const char *cell;
  const char *written;
} cells[] = {
  { "plain", "plain" },
  { NULL, "" },
  { "a,b", "\"a,b\"" },
  { "say \"yes\"", "\"say \"\"yes\"\"\"" },
  { "two\nlines", "\"two\nlines\"" },
  { "=1+1", "'=1+1" },
  { "@cmd,x", "\"'@cmd,x\"" },
  { " =1+1", "' =1+1" },
  { "+62 811", "+62 811" },
  { "-5.2", "-5.2" },
  { "+5", "+5" },
  { "Budi;=1+1", "Budi;'=1+1" },
  { "a; -b", "a;' -b" },
  { "a;b; 5", "a;b; 5" },
};

static void
test_cells (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    {
      g_autoptr (GString) csv = g_string_new (NULL);
      g_autofree char *row = g_strconcat ("x,", cells[i].written, "\r\n", NULL);
      const char *const both[] = { "x", cells[i].cell };

      sel_csv_append_row (csv, both, G_N_ELEMENTS (both));
      g_assert_cmpstr (csv->str, ==, row);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/csv/cells", test_cells);

  return g_test_run ();
}
