/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "domain/attendance.h"
#include "domain/enrolment.h"
#include "domain/participant.h"
#include "domain/roster-value.h"
#include "domain/roster.h"

/* What people write for a choice, besides its code and label, as sel_roster_dup_key() has it.
 * "Lulus" is not among them: it may be the selection that was passed, or the training. */
static const struct
{
  const SelChoice *choices;
  const char *code;
  const char *words; /* "|" before, between and after */
} words[] = {
  { sel_sexes, "male", "|l|lk|laki|laki laki|pria|m|" },
  { sel_sexes, "female", "|p|pr|perempuan|wanita|f|w|" },
  { sel_educations, "none",
    "|tidak sekolah|tidak bersekolah|tidak tamat sd|belum tamat sd|belum sekolah|" },
  { sel_educations, "primary", "|sd|mi|sd mi|paket a|sekolah dasar|tamat sd|" },
  { sel_educations, "junior", "|smp|mts|sltp|smp mts|paket b|sekolah menengah pertama|" },
  { sel_educations, "senior",
    "|sma|ma|smu|slta|sma ma|paket c|sekolah menengah atas|sma smk|slta smk|" },
  { sel_educations, "vocational", "|smk|stm|smea|mak|smk mak|sekolah menengah kejuruan|" },
  { sel_educations, "diploma",
    "|d1|d2|d3|d4|d i|d ii|d iii|d iv|d 1|d 2|d 3|d 4|diploma i|diploma ii|diploma iii|diploma iv|"
    "diploma 1|diploma 2|diploma 3|diploma 4|" },
  { sel_educations, "bachelor", "|s1|s 1|sarjana|sarjana s1|strata 1|strata i|d4 s1|" },
  { sel_educations, "master", "|s2|s 2|magister|magister s2|strata 2|strata ii|" },
  { sel_educations, "doctor", "|s3|s 3|doktor|doktor s3|strata 3|strata iii|" },
  { sel_participant_kinds, "rehabilitation_client",
    "|klien rehabilitasi|rehabilitasi|klien rehab|rehab|" },
  { sel_participant_kinds, "post_rehabilitation_client",
    "|klien pascarehabilitasi|klien pasca rehabilitasi|pascarehabilitasi|pasca rehabilitasi|"
    "pasca rehab|klien pasca rehab|" },
  { sel_participant_kinds, "convict", "|narapidana|napi|" },
  { sel_participant_kinds, "detainee", "|tahanan|" },
  { sel_participant_kinds, "juvenile", "|anak binaan|" },
  { sel_participant_kinds, "bapas_client", "|klien bapas|klien pemasyarakatan|" },
  { sel_participant_kinds, "job_seeker", "|pencari kerja|pencaker|" },
  { sel_participant_kinds, "tks", "|tenaga kerja sukarela|tenaga kerja sukarela tks|" },
  { sel_participant_kinds, "tkm", "|tenaga kerja mandiri|tenaga kerja mandiri tkm|" },
  { sel_participant_kinds, "companion", "|pendamping|petugas|pendamping atau petugas|" },
  { sel_enrolment_stages, "referred", "|dirujuk|rujukan|terdaftar|pendaftar|" },
  { sel_enrolment_stages, "tested", "|dites|sudah tes|" },
  { sel_enrolment_stages, "interviewed", "|diwawancara|sudah wawancara|" },
  { sel_enrolment_stages, "accepted", "|diterima|lulus seleksi|lolos|lolos seleksi|" },
  { sel_enrolment_stages, "waiting", "|cadangan|daftar tunggu|" },
  { sel_enrolment_stages, "rejected",
    "|ditolak|tidak lulus seleksi|tidak diterima|tidak lolos|tidak lolos seleksi|" },
  { sel_enrolment_stages, "in_training", "|dilatih|sedang dilatih|mengikuti pelatihan|" },
  { sel_enrolment_stages, "completed", "|selesai|tamat|lulus pelatihan|selesai pelatihan|" },
  { sel_enrolment_stages, "dropped",
    "|gugur|berhenti|keluar|mengundurkan diri|mundur|drop out|do|" },
  { sel_attendance_statuses, "present", "|h|hadir|masuk|v|" },
  { sel_attendance_statuses, "late", "|t|tl|terlambat|telat|" },
  { sel_attendance_statuses, "excused", "|i|izin|ijin|" },
  { sel_attendance_statuses, "sick", "|s|sakit|" },
  { sel_attendance_statuses, "absent",
    "|a|alpa|alfa|alpha|tidak hadir|tanpa keterangan|tk|bolos|" },
};

static gboolean
is_same (const char *text, const char *key)
{
  g_autofree char *folded = sel_roster_dup_key (text);

  return g_str_equal (folded, key);
}

static const char *
find_key (const SelChoice *choices, const char *key)
{
  g_autofree char *word = g_strconcat ("|", key, "|", NULL);

  for (const SelChoice *choice = choices; choice->code; choice++)
    if (is_same (choice->code, key) || is_same (choice->label, key) ||
        is_same (sel_choice_label (choice), key))
      return choice->code;

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (words[i].choices == choices && strstr (words[i].words, word))
      return words[i].code;

  return NULL;
}

/**
 * sel_roster_find_choice:
 * @text: "L", "Perempuan", "SMA/sederajat", "hadir"
 *
 * Returns: (nullable): the code of the choice that people write so
 */
const char *
sel_roster_find_choice (const SelChoice *choices, const char *text)
{
  static const char equal[] = " sederajat";
  g_autofree char *key = sel_roster_dup_key (text);
  const char *code = *key ? find_key (choices, key) : NULL;

  if (code == NULL && g_str_has_suffix (key, equal))
    {
      key[strlen (key) - strlen (equal)] = '\0';
      code = find_key (choices, key);
    }
  return code;
}
