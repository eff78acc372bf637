/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/family-layout.h"

/* "id@column,row …" of agreements given as "id under parent". */
static void
test_layouts (void)
{
  static const struct
  {
    gint64 parents[6]; /* of the ids from 1 on; -1 ends them */
    const char *layout;
  } rows[] = {
    { { 0, -1 }, "1@0,0" },
    { { 0, 0, -1 }, "1@0,0 2@1,0" },          /* one renews the other */
    { { 0, 1, 1, -1 }, "1@0,0 2@0,1 3@1,1" }, /* two under one */
    { { 0, 1, 2, -1 }, "1@0,0 2@0,1 3@0,2" }, /* a work plan under a PKS */
    { { 0, 1, 1, 2, 2, -1 }, "1@0,0 2@0,1 3@2,1 4@0,2 5@1,2" },
    { { 0, 1, 1, 0, 4, -1 }, "1@0,0 2@0,1 3@1,1 4@2,0 5@2,1" },
    { { 99, 1, -1 }, "1@0,0 2@0,1" }, /* under one that is not shown */
    { { 2, 1, -1 }, "1@0,0 2@0,1" },  /* a circle */
    { { 1, -1 }, "1@0,0" },           /* under itself */
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      SelFamilyPlace places[G_N_ELEMENTS (rows[i].parents)];
      g_autoptr (GString) layout = g_string_new (NULL);
      guint n = 0;

      for (; rows[i].parents[n] >= 0; n++)
        places[n] = (SelFamilyPlace){ .id = n + 1, .parent = rows[i].parents[n] };
      sel_family_lay_out (places, n);
      for (guint p = 0; p < n; p++)
        g_string_append_printf (layout, "%s%d@%u,%u", p ? " " : "", (int) places[p].id,
                                places[p].column, places[p].row);
      g_assert_cmpstr (layout->str, ==, rows[i].layout);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/family-layout/layouts", test_layouts);
  return g_test_run ();
}
