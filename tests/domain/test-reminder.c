/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dates.h"

#include "domain/reminder.h"

static char *
dup_list (const char *text)
{
  g_autoptr (GArray) distances = sel_reminder_parse (text);
  g_autoptr (GString) list = g_string_new (NULL);

  if (distances == NULL)
    return NULL;

  for (guint i = 0; i < distances->len; i++)
    g_string_append_printf (list, "%s%u", i ? " " : "", g_array_index (distances, guint, i));
  return g_string_free (g_steal_pointer (&list), FALSE);
}

static void
test_parse (void)
{
  static const struct
  {
    const char *text;
    const char *list; /* NULL: it is none */
  } cases[] = {
    { "180, 90, 30, 7, 0", "180 90 30 7 0" },
    { "7 30;90,30", "90 30 7" },
    { "", "" },
    { " , ", "" },
    { "3660", "3660" },
    { "3661", NULL },
    { "-1", NULL },
    { "30 days", NULL },
    { "1 2 3 4 5 6 7 8 9 10 11 12 13", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *list = dup_list (cases[i].text);

      g_assert_cmpstr (list, ==, cases[i].list);
    }
}

/* A day on 31 December, with reminders 30, 7 and 0 days before it: 1, 24 and 31 December. */
static void
test_falls (void)
{
  static const struct
  {
    const char *last_look;
    const char *today;
    gboolean falls;
  } cases[] = {
    { NULL, "2025-11-30", FALSE },
    { NULL, "2025-12-01", TRUE },
    { NULL, "2025-12-02", FALSE },
    { NULL, "2025-12-31", TRUE },
    { NULL, "2026-01-01", FALSE },          /* they stop */
    { "2025-12-01", "2025-12-01", FALSE },  /* it was said today already */
    { "2025-11-28", "2025-12-05", TRUE },   /* the computer was off */
    { "2025-12-01", "2025-12-23", FALSE },
    { "2025-12-23", "2025-12-26", TRUE },
    { "2025-12-23", "2026-01-02", FALSE },
  };
  g_autoptr (GArray) distances = sel_reminder_parse ("30, 7, 0");

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GDate deadline = date ("2025-12-31");
      GDate last_look = date (cases[i].last_look);
      GDate today = date (cases[i].today);

      g_test_message ("case %u", (guint) i);
      g_assert_cmpint (sel_reminder_falls (distances, &deadline, &last_look, &today), ==,
                       cases[i].falls);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/reminder/parse", test_parse);
  g_test_add_func ("/reminder/falls", test_falls);

  return g_test_run ();
}
