/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/deadline-list.h"

#include <string.h>

#include "support/folder.h"

static void
add (GArray *deadlines, SelDeadlineKind kind, const char *day, const char *number, const char *what)
{
  SelDeadline deadline = {
    .kind = kind,
    .title = (char *) "Pendampingan klien pascarehabilitasi",
    .number = (char *) number,
    .what = (char *) what,
    .partners = (char *) "BNN, Balai Besar Rehabilitasi",
  };

  g_date_clear (&deadline.day, 1);
  g_date_set_parse (&deadline.day, day);
  g_array_append_val (deadlines, deadline);
}

/* What is due as seen on 22 November 2026. Free with g_free(). */
static char *
dup_list (gboolean as_json, guint width)
{
  g_autoptr (GArray) deadlines = g_array_new (FALSE, FALSE, sizeof (SelDeadline));
  g_autoptr (GString) page = g_string_new (NULL);
  GDate today;

  add (deadlines, SEL_DEADLINE_OBLIGATION, "2026-02-22", "PKS/4/II/2024/BABES",
       "menyerahkan daftar\nklien setiap triwulan");
  add (deadlines, SEL_DEADLINE_NOTICE, "2026-11-22", "PKS/4/II/2024/BABES", NULL);
  add (deadlines, SEL_DEADLINE_END, "2026-11-30", NULL, NULL);
  g_date_clear (&today, 1);
  g_date_set_dmy (&today, 22, G_DATE_NOVEMBER, 2026);

  if (as_json)
    sel_deadline_list_append_json (page, deadlines, &today);
  else
    sel_deadline_list_append_text (page, deadlines, &today, width);
  return g_strdup (page->str);
}

static void
test_a_table (void)
{
  static const struct
  {
    guint width;
    const char *table;
  } tables[] = {
    { 0, "  Day               Due           What                                      Number    "
         "           Agreement                             Partners\n"
         "  22 February 2026  273 days ago  menyerahkan daftar klien setiap triwulan  PKS/4/II/2024/BABES"
         "  Pendampingan klien pascarehabilitasi  BNN, Balai Besar Rehabilitasi\n"
         "  22 November 2026  today         Last day for notice                       PKS/4/II/2024/BABES"
         "  Pendampingan klien pascarehabilitasi  BNN, Balai Besar Rehabilitasi\n"
         "  30 November 2026  in 8 days     Last day                                                     "
         "  Pendampingan klien pascarehabilitasi  BNN, Balai Besar Rehabilitasi\n" },
    { 130, "  Day               Due           What                     Number               "
           "Agreement                 Partners\n"
           "  22 February 2026  273 days ago  menyerahkan daftar kli…  PKS/4/II/2024/BABES  "
           "Pendampingan klien pasc…  BNN, Balai Besar Rehabi…\n"
           "  22 November 2026  today         Last day for notice      PKS/4/II/2024/BABES  "
           "Pendampingan klien pasc…  BNN, Balai Besar Rehabi…\n"
           "  30 November 2026  in 8 days     Last day                                      "
           "Pendampingan klien pasc…  BNN, Balai Besar Rehabi…\n" },
    { 80, "  Day               Due           What                    Agreement\n"
          "  22 February 2026  273 days ago  menyerahkan daftar kl…  PKS/4/II/2024/BABES\n"
          "  22 November 2026  today         Last day for notice     PKS/4/II/2024/BABES\n"
          "  30 November 2026  in 8 days     Last day                Pendampingan klien pa…\n" },
    { 20, "  Day               Due           What      Agreeme…\n"
          "  22 February 2026  273 days ago  menyera…  PKS/4/I…\n"
          "  22 November 2026  today         Last da…  PKS/4/I…\n"
          "  30 November 2026  in 8 days     Last day  Pendamp…\n" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_autofree char *table = dup_list (FALSE, tables[i].width);

      g_assert_cmpstr (table, ==, tables[i].table);
    }
}

/* Other programs count with the days. */
static void
test_json_has_numbers (void)
{
  g_autofree char *json = dup_list (TRUE, 0);

  g_assert_nonnull (strstr (json, "\"days_left\" : -273,"));
  g_assert_nonnull (strstr (json, "\"what\" : \"menyerahkan daftar\\nklien setiap triwulan\""));
}

static void
add_tests (void)
{
  g_test_add_func ("/deadline-list/a-table", test_a_table);
  g_test_add_func ("/deadline-list/json-has-numbers", test_json_has_numbers);
}

int
main (int argc, char **argv)
{
  return folder_run_tests (&argc, &argv, add_tests);
}
