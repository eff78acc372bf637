/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/scope-topic.h"

#include <string.h>

/* What makes a line of a scope be about something; the first that fits. Only what says that data
 * are exchanged is about that: it lets them travel. */
static const struct
{
  SelScopeTopic topic;
  const char *words[8];
} topics[] = {
  { SEL_SCOPE_DATA_EXCHANGE,
    { "pertukaran data", "pertukaran dan pemanfaatan data", "pemanfaatan data", "berbagi data" } },
  { SEL_SCOPE_MONITORING, { "pemantauan", "evaluasi", "monitoring" } },
  { SEL_SCOPE_CAPACITY, { "kapasitas" } },
  { SEL_SCOPE_PLACEMENT,
    { "penempatan", "kesempatan kerja", "lowongan", "magang", "penyaluran kerja" } },
  { SEL_SCOPE_TRAINING, { "pelatihan", "keterampilan", "vokasi", "sertifikasi", "kompetensi" } },
  { SEL_SCOPE_REHABILITATION, { "rehabilitasi", "asesmen", "konseling", "rawat jalan" } },
  { SEL_SCOPE_OUTREACH, { "sosialisasi", "penyuluhan", "penyebarluasan", "pencegahan" } },
  { SEL_SCOPE_FACILITIES, { "sarana", "prasarana", "instruktur" } },
};

/**
 * sel_scope_topic_of_text:
 *
 * Returns: what a line of a scope is likely to be about, for a person to confirm
 */
SelScopeTopic
sel_scope_topic_of_text (const char *text)
{
  g_autofree char *lower = g_utf8_strdown (text, -1);

  for (guint i = 0; i < G_N_ELEMENTS (topics); i++)
    for (guint j = 0; j < G_N_ELEMENTS (topics[i].words) && topics[i].words[j]; j++)
      if (strstr (lower, topics[i].words[j]))
        return topics[i].topic;
  return SEL_SCOPE_OTHER;
}
