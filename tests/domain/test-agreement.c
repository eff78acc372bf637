/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/agreement.h"

/* What follows from the first day and the term, unless the page says something else. */
static void
test_last_day_follows_from_the_term (void)
{
  static const struct
  {
    const char *starts_on;
    const char *term_months;
    const char *ends_on;
    const char *open_ended;
    const char *expected;
  } rows[] = {
    { "2020-07-10", "36", NULL, NULL, "2023-07-09" },
    { "2020-07-10", "36", "2023-07-10", NULL, "2023-07-10" },
    { "2020-07-10", "36", NULL, "true", NULL },
    { "2020-07-10", NULL, NULL, NULL, NULL },
    { NULL, "36", NULL, NULL, NULL },
  };
  const SelRecordType *type = &sel_agreement_type;

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const char *const texts[][2] = {
        { "starts_on", rows[i].starts_on },
        { "term_months", rows[i].term_months },
        { "ends_on", rows[i].ends_on },
        { "open_ended", rows[i].open_ended },
      };
      gpointer agreement = sel_record_new (type);
      const SelField *ends_on = sel_record_type_field (type, "ends_on");
      g_autofree char *text = NULL;

      for (gsize f = 0; f < G_N_ELEMENTS (texts); f++)
        if (texts[f][1])
          g_assert_true (sel_field_set_text (sel_record_type_field (type, texts[f][0]), agreement,
                                             texts[f][1], NULL));
      sel_record_derive (type, agreement);
      text = sel_field_is_empty (ends_on, agreement) ? NULL
                                                     : sel_field_dup_text (ends_on, agreement);
      g_assert_cmpstr (text, ==, rows[i].expected);
      sel_record_free (type, agreement);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/agreement/last-day-follows-from-the-term",
                   test_last_day_follows_from_the_term);
  return g_test_run ();
}
