/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/roster.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "domain/attendance.h"
#include "domain/cohort.h"
#include "domain/enrolment.h"
#include "domain/instructor.h"
#include "domain/participant.h"
#include "domain/venue.h"

#define PARTICIPANTS (1u << SEL_ROSTER_PARTICIPANTS)
#define ENROLMENTS (1u << SEL_ROSTER_ENROLMENTS)
#define ATTENDANCE (1u << SEL_ROSTER_ATTENDANCE)
#define INSTRUCTORS (1u << SEL_ROSTER_INSTRUCTORS)
#define VENUES (1u << SEL_ROSTER_VENUES)
#define IMS (1u << SEL_ROSTER_IMS)
#define PEOPLE (PARTICIPANTS | ENROLMENTS | ATTENDANCE)

#define COLUMN(name_, type_, header_, kinds_, aliases_)                                     \
  {                                                                                         \
    .name = #name_, .role = SEL_ROSTER_FIELD, .type = &sel_##type_##_type, .field = #name_, \
    .header = header_, .aliases = aliases_, .kinds = kinds_                                 \
  }
#define SPECIAL(name_, role_, header_, kinds_, aliases_)                                \
  {                                                                                     \
    .name = #name_, .role = SEL_ROSTER_##role_, .header = header_, .aliases = aliases_, \
    .kinds = kinds_                                                                     \
  }

/* In the order of a template. What is before another of the same alias takes it. */
/* clang-format off */
static const SelRosterColumn columns[] = {
  SPECIAL (identifier, IDENTIFIER, N_ ("Identifier"), PEOPLE | INSTRUCTORS | VENUES,
           "pengenal|id|id peserta|kode peserta|no peserta|nomor peserta|no registrasi|"
           "nomor registrasi|no reg|nomor induk|no induk|nomor induk peserta|identifier|"
           "participant id|student id|registration number|id instruktur|kode instruktur|nip|"
           "instructor id|kode tempat|id tempat|venue id"),
  COLUMN (nik, participant, N_ ("NIK"), PEOPLE,
          "nik|no nik|nomor nik|no ktp|nomor ktp|ktp|nik ktp|no ktp nik|nik no ktp|"
          "nomor induk kependudukan|no induk kependudukan|national id|national id number|"
          "id number"),
  COLUMN (name, participant, N_ ("Name"), PEOPLE,
          "nama|nama lengkap|nama peserta|nama lengkap peserta|nama klien|nama siswa|"
          "nama wbp|nama warga binaan|nama anggota|name|full name|participant|"
          "participant name|student name"),
  COLUMN (sex, participant, N_ ("Sex"), PEOPLE,
          "jenis kelamin|l p|p l|jk|j k|kelamin|lk pr|sex|gender|m f"),
  COLUMN (birth_place, participant, N_ ("Birth place"), PEOPLE,
          "tempat lahir|tmpt lahir|tmp lahir|tpt lahir|kota lahir|birth place|place of birth|"
          "birthplace"),
  COLUMN (birth_date, participant, N_ ("Birth date"), PEOPLE,
          "tanggal lahir|tgl lahir|tgl lhr|tanggal kelahiran|birth date|date of birth|"
          "birthdate|dob|birthday"),
  SPECIAL (birth, BIRTH, N_ ("Place and date of birth"), PEOPLE,
           "tempat tanggal lahir|tempat tgl lahir|tempat dan tanggal lahir|"
           "tempat dan tgl lahir|tempat tanggal kelahiran|tmpt tgl lahir|tmp tgl lahir|"
           "tpt tgl lahir|ttl|place and date of birth|place date of birth|birth place and date"),
  COLUMN (region, participant, N_ ("Region"), PARTICIPANTS,
          "wilayah|kode wilayah|kode kemendagri|region|region code"),
  COLUMN (address, participant, N_ ("Address"), PARTICIPANTS,
          "alamat|alamat lengkap|alamat rumah|alamat domisili|alamat tinggal|domisili|"
          "alamat ktp|address|home address"),
  COLUMN (phone, participant, N_ ("Phone"), PARTICIPANTS,
          "telepon|no hp|nomor hp|hp|no telp|no telepon|nomor telepon|telp|no hp wa|no wa|"
          "nomor wa|whatsapp|no whatsapp|handphone|no handphone|nomor handphone|kontak|"
          "no kontak|phone|phone number|mobile|mobile phone|telephone"),
  COLUMN (education, participant, N_ ("Education"), PARTICIPANTS,
          "pendidikan|pendidikan terakhir|pend terakhir|pddk|tingkat pendidikan|education|"
          "highest education|last education"),
  COLUMN (kind, participant, N_ ("Kind"), PARTICIPANTS | ENROLMENTS | IMS,
          "jenis|jenis peserta|kategori peserta|kategori|kind|kind of participant|category"),
  COLUMN (referrer, participant, N_ ("Referred by"), PARTICIPANTS,
          "dirujuk oleh|perujuk|asal rujukan|lembaga perujuk|instansi perujuk|"
          "instansi pengirim|asal instansi|pengusul|referred by|referrer|"
          "referring institution"),
  COLUMN (programme, enrolment, N_ ("Programme"), ENROLMENTS,
          "program|nama program|program pelatihan|programme|program name"),
  COLUMN (cohort, enrolment, N_ ("Cohort"), ENROLMENTS | ATTENDANCE,
          "angkatan|nama angkatan|kelas|gelombang|batch|rombel|rombongan belajar|cohort|class"),
  COLUMN (referrer, enrolment, N_ ("Referred by"), ENROLMENTS,
          "dirujuk oleh|perujuk|asal rujukan|lembaga perujuk|instansi perujuk|"
          "instansi pengirim|asal instansi|pengusul|referred by|referrer|"
          "referring institution"),
  COLUMN (referred_on, enrolment, N_ ("Referred on"), ENROLMENTS,
          "tanggal rujukan|tgl rujukan|tanggal dirujuk|tanggal daftar|tgl daftar|"
          "tanggal pendaftaran|referred on|referral date"),
  COLUMN (stage, enrolment, N_ ("Stage"), ENROLMENTS | IMS,
          "tahap|tahapan|status|status peserta|status seleksi|hasil seleksi|hasil|stage|"
          "result"),
  COLUMN (test_score, enrolment, N_ ("Written test"), ENROLMENTS,
          "tes tertulis|nilai tes tertulis|nilai tes|nilai tertulis|nilai ujian tertulis|"
          "skor tes tertulis|ujian tertulis|hasil tes tertulis|tertulis|written test|"
          "test score|written test score"),
  COLUMN (interview_score, enrolment, N_ ("Interview"), ENROLMENTS,
          "wawancara|nilai wawancara|skor wawancara|hasil wawancara|nilai interview|"
          "interview|interview score"),
  COLUMN (priority, enrolment, N_ ("Priority"), ENROLMENTS,
          "prioritas|priority"),
  COLUMN (decided_on, enrolment, N_ ("Decided on"), ENROLMENTS,
          "tanggal keputusan|tgl keputusan|tanggal penetapan|tanggal pengumuman|decided on|"
          "decision date"),
  COLUMN (reason, enrolment, N_ ("Reason"), ENROLMENTS,
          "alasan|keterangan|ket|catatan|reason|note|notes|remarks"),
  SPECIAL (session_date, SESSION_DATE, N_ ("Session date"), ATTENDANCE,
           "tanggal sesi|tanggal|tgl|tanggal pertemuan|tanggal pelatihan|hari tanggal|"
           "hari tgl|tanggal kehadiran|session date|date"),
  SPECIAL (session_time, SESSION_TIME, N_ ("Session time"), ATTENDANCE,
           "waktu sesi|jam|jam mulai|pukul|waktu|jam sesi|session time|time|start time"),
  COLUMN (status, attendance, N_ ("Status"), ATTENDANCE,
          "status|kehadiran|status kehadiran|absensi|absen|presensi|hadir|h i s a|h i s a t|"
          "h s i a|attendance|attendance status"),
  COLUMN (conduct, attendance, N_ ("Conduct"), ATTENDANCE,
          "sikap|catatan sikap|perilaku|keterangan|ket|catatan|conduct|note|notes|remarks"),
  COLUMN (name, instructor, N_ ("Name"), INSTRUCTORS,
          "nama|nama lengkap|nama instruktur|instruktur|nama pengajar|pengajar|nama pelatih|"
          "narasumber|nama narasumber|name|full name|instructor|instructor name|trainer"),
  COLUMN (partner, instructor, N_ ("Partner"), INSTRUCTORS,
          "mitra|instansi|asal instansi|lembaga|unit kerja|asal lembaga|tempat tugas|partner|"
          "institution|employer"),
  COLUMN (vocations, instructor, N_ ("Vocations"), INSTRUCTORS,
          "kejuruan|bidang|bidang keahlian|keahlian|kompetensi|jurusan|materi|vocation|"
          "vocations|trade|trades|subject|subjects"),
  COLUMN (phone, instructor, N_ ("Phone"), INSTRUCTORS,
          "telepon|no hp|nomor hp|hp|no telp|no telepon|nomor telepon|telp|no wa|nomor wa|"
          "whatsapp|handphone|no handphone|kontak|phone|phone number|mobile|mobile phone|"
          "telephone"),
  COLUMN (name, venue, N_ ("Name"), VENUES,
          "nama|nama tempat|tempat|tempat pelatihan|nama gedung|gedung|ruang|ruangan|"
          "nama ruang|nama ruangan|lokasi|name|venue|venue name|room|building"),
  COLUMN (partner, venue, N_ ("Partner"), VENUES,
          "mitra|instansi|pemilik|lembaga|milik|partner|institution|owner"),
  COLUMN (address, venue, N_ ("Address"), VENUES,
          "alamat|alamat lengkap|address"),
  COLUMN (region, venue, N_ ("Region"), VENUES,
          "wilayah|kode wilayah|kode kemendagri|region|region code"),
  COLUMN (capacity, venue, N_ ("Capacity"), VENUES,
          "daya tampung|kapasitas|jumlah kursi|jumlah orang|capacity|seats"),
  COLUMN (zone, venue, N_ ("Time zone"), VENUES,
          "zona waktu|zona|waktu|time zone|zone"),

  COLUMN (programme, cohort, N_ ("Programme"), IMS, ""),
  COLUMN (course, cohort, N_ ("Course"), IMS, ""),
  COLUMN (capacity, cohort, N_ ("Capacity"), IMS, ""),
  COLUMN (starts_on, cohort, N_ ("Starts on"), IMS, ""),
  COLUMN (ends_on, cohort, N_ ("Ends on"), IMS, ""),
};
/* clang-format on */

static const struct
{
  const char *name;
  const char *label;
  const SelRecordType *type;
} kinds[SEL_N_ROSTER_KINDS] = {
  [SEL_ROSTER_PARTICIPANTS] = { "participants", N_ ("Participants"), &sel_participant_type },
  [SEL_ROSTER_ENROLMENTS] = { "enrolments", N_ ("Enrolments"), &sel_enrolment_type },
  [SEL_ROSTER_ATTENDANCE] = { "attendance", N_ ("Attendances"), &sel_attendance_type },
  [SEL_ROSTER_INSTRUCTORS] = { "instructors", N_ ("Instructors"), &sel_instructor_type },
  [SEL_ROSTER_VENUES] = { "venues", N_ ("Venues"), &sel_venue_type },
  [SEL_ROSTER_IMS] = { "ims", N_ ("IMS Enterprise"), &sel_participant_type },
};

/* As it stands in the file of a mapping, and on the command line. */
const char *
sel_roster_kind_name (SelRosterKind kind)
{
  g_return_val_if_fail (kind < SEL_N_ROSTER_KINDS, NULL);

  return kinds[kind].name;
}

const char *
sel_roster_kind_label (SelRosterKind kind)
{
  g_return_val_if_fail (kind < SEL_N_ROSTER_KINDS, NULL);

  return _ (kinds[kind].label);
}

gboolean
sel_roster_kind_by_name (const char *name, SelRosterKind *kind)
{
  for (guint i = 0; i < SEL_N_ROSTER_KINDS; i++)
    if (g_str_equal (kinds[i].name, name))
      {
        *kind = i;
        return TRUE;
      }

  return FALSE;
}

/* The record that a row of the table is. */
const SelRecordType *
sel_roster_kind_type (SelRosterKind kind)
{
  g_return_val_if_fail (kind < SEL_N_ROSTER_KINDS, NULL);

  return kinds[kind].type;
}

/* sel_roster_dup_key() of what nearly all is. */
static char *
dup_ascii_key (const char *text)
{
  char *key = g_malloc (strlen (text) + 1);
  gsize length = 0;

  for (const char *at = text; *at; at++)
    if (g_ascii_isalnum (*at))
      key[length++] = g_ascii_tolower (*at);
    else if (length && key[length - 1] != ' ')
      key[length++] = ' ';

  if (length && key[length - 1] == ' ')
    length--;
  key[length] = '\0';
  return key;
}

/**
 * sel_roster_dup_key:
 *
 * Returns: (transfer full): @text as headers and choices are compared: in small letters, with one
 *   space for whatever is neither letter nor digit, and none at either end: "tgl lahir" for
 *   "Tgl. Lahir *"
 */
char *
sel_roster_dup_key (const char *text)
{
  g_autofree char *folded = NULL;
  GString *key;

  if (g_str_is_ascii (text))
    return dup_ascii_key (text);

  folded = g_utf8_strdown (text, -1);
  key = g_string_new (NULL);

  for (const char *at = folded; *at; at = g_utf8_next_char (at))
    {
      const gunichar c = g_utf8_get_char (at);

      if (g_unichar_isalnum (c))
        g_string_append_unichar (key, c);
      else if (key->len && key->str[key->len - 1] != ' ')
        g_string_append_c (key, ' ');
    }

  if (key->len && key->str[key->len - 1] == ' ')
    g_string_truncate (key, key->len - 1);
  return g_string_free (key, FALSE);
}

/* The columns of a kind in the order of its template; NULL behind the last. */
const SelRosterColumn *
sel_roster_column_at (SelRosterKind kind, guint position)
{
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    if (columns[i].kinds & (1u << kind) && position-- == 0)
      return &columns[i];

  return NULL;
}

const SelRosterColumn *
sel_roster_column_by_name (SelRosterKind kind, const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    if (columns[i].kinds & (1u << kind) && g_str_equal (columns[i].name, name))
      return &columns[i];

  return NULL;
}

static gboolean
has_alias (const SelRosterColumn *column, const char *key)
{
  const gsize length = strlen (key);

  for (const char *alias = column->aliases; alias; alias = strchr (alias, '|'))
    {
      alias += *alias == '|';
      if (strncmp (alias, key, length) == 0 && (alias[length] == '|' || alias[length] == '\0'))
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_called (const SelRosterColumn *column, const char *key)
{
  g_autofree char *header = sel_roster_dup_key (sel_roster_column_header (column));

  return g_str_equal (header, key) || has_alias (column, key);
}

static const SelRosterColumn *
find_by_key (SelRosterKind kind, const char *key)
{
  for (guint i = 0; *key && i < G_N_ELEMENTS (columns); i++)
    if (columns[i].kinds & (1u << kind) && is_called (&columns[i], key))
      return &columns[i];

  return NULL;
}

/**
 * sel_roster_column_by_header:
 * @header: as it stands above a column
 *
 * Returns: (nullable): what the column says, by its name in English, Indonesian or the language of
 *   the user; what stands in parentheses may be an explanation
 */
const SelRosterColumn *
sel_roster_column_by_header (SelRosterKind kind, const char *header)
{
  g_autofree char *key = sel_roster_dup_key (header);
  const SelRosterColumn *column = find_by_key (kind, key);
  const char *parenthesis = strchr (header, '(');

  if (column == NULL && parenthesis)
    {
      g_autofree char *before = g_strndup (header, (gsize) (parenthesis - header));
      g_autofree char *short_key = sel_roster_dup_key (before);

      column = find_by_key (kind, short_key);
    }
  return column;
}

/* The field that the column says; NULL for a special one. */
const SelField *
sel_roster_column_field (const SelRosterColumn *column)
{
  return column->type ? sel_record_type_field (column->type, column->field) : NULL;
}

/* What a template writes above the column, translated. */
const char *
sel_roster_column_header (const SelRosterColumn *column)
{
  return _ (column->header);
}

/* Whether what stands in it is shown masked. */
gboolean
sel_roster_column_is_personal (const SelRosterColumn *column)
{
  const SelField *field = sel_roster_column_field (column);

  return field ? field->sensitivity >= SEL_PERSONAL : column->role == SEL_ROSTER_IDENTIFIER;
}
