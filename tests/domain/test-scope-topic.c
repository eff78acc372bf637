/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/scope-topic.h"

static const struct
{
  const char *text;
  SelScopeTopic topic;
} cases[] = {
  { "Pertukaran data dan informasi", SEL_SCOPE_DATA_EXCHANGE },
  { "pendataan calon wirausaha", SEL_SCOPE_OTHER },
  { "pelatihan pertukangan kayu", SEL_SCOPE_TRAINING },
  { "pemantauan peserta selama pelatihan", SEL_SCOPE_MONITORING },
  { "penempatan tenaga kerja", SEL_SCOPE_PLACEMENT },
  { "peningkatan kapasitas pendamping", SEL_SCOPE_CAPACITY },
  { "rehabilitasi sosial", SEL_SCOPE_REHABILITATION },
  { "sosialisasi bahaya narkotika", SEL_SCOPE_OUTREACH },
  { "pemanfaatan sarana", SEL_SCOPE_FACILITIES },
  { "", SEL_SCOPE_OTHER },
};

static void
test_topics (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].text);
      g_assert_cmpint (sel_scope_topic_of_text (cases[i].text), ==, cases[i].topic);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scope-topic/topics", test_topics);
  return g_test_run ();
}
