/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/records.h"
#include "domain/roster-value.h"
#include "domain/roster.h"

static const struct
{
  const char *header;
  SelRosterKind kind;
  const char *column; /* NULL: none */
} headers[] = {
  { "Nama Lengkap", SEL_ROSTER_PARTICIPANTS, "name" },
  { "NAMA LENGKAP (sesuai KTP)", SEL_ROSTER_PARTICIPANTS, "name" },
  { "No. KTP", SEL_ROSTER_PARTICIPANTS, "nik" },
  { "NIK *", SEL_ROSTER_PARTICIPANTS, "nik" },
  { "Nomor\nInduk Kependudukan", SEL_ROSTER_PARTICIPANTS, "nik" },
  { "Tempat Lahir", SEL_ROSTER_PARTICIPANTS, "birth_place" },
  { "Tgl. Lahir", SEL_ROSTER_PARTICIPANTS, "birth_date" },
  { "Tanggal lahir", SEL_ROSTER_PARTICIPANTS, "birth_date" },
  { "Tanggal Lahir (dd/mm/yyyy)", SEL_ROSTER_PARTICIPANTS, "birth_date" },
  { "Date of Birth", SEL_ROSTER_PARTICIPANTS, "birth_date" },
  { "Tempat, Tanggal Lahir", SEL_ROSTER_PARTICIPANTS, "birth" },
  { "Tempat/Tgl.Lahir", SEL_ROSTER_PARTICIPANTS, "birth" },
  { "TTL", SEL_ROSTER_ENROLMENTS, "birth" },
  { "L/P", SEL_ROSTER_PARTICIPANTS, "sex" },
  { "Jenis Kelamin", SEL_ROSTER_PARTICIPANTS, "sex" },
  { "Gender", SEL_ROSTER_PARTICIPANTS, "sex" },
  { "Alamat", SEL_ROSTER_PARTICIPANTS, "address" },
  { "No. HP/WA", SEL_ROSTER_PARTICIPANTS, "phone" },
  { "Pendidikan", SEL_ROSTER_PARTICIPANTS, "education" },
  { "Nilai Tes Tertulis", SEL_ROSTER_ENROLMENTS, "test_score" },
  { "Nilai Wawancara", SEL_ROSTER_ENROLMENTS, "interview_score" },
  { "Keterangan", SEL_ROSTER_ENROLMENTS, "reason" },
  { "Keterangan", SEL_ROSTER_ATTENDANCE, "conduct" },
  { "Angkatan", SEL_ROSTER_ENROLMENTS, "cohort" },
  { "Tanggal", SEL_ROSTER_ATTENDANCE, "session_date" },
  { "Kehadiran", SEL_ROSTER_ATTENDANCE, "status" },
  { "Nama Instruktur", SEL_ROSTER_INSTRUCTORS, "name" },
  { "Kejuruan", SEL_ROSTER_INSTRUCTORS, "vocations" },
  { "Nama Gedung", SEL_ROSTER_VENUES, "name" },
  { "Kapasitas", SEL_ROSTER_VENUES, "capacity" },
  { "No", SEL_ROSTER_PARTICIPANTS, NULL },
  { "No.", SEL_ROSTER_PARTICIPANTS, NULL },
  { "Nilai Tes Tertulis", SEL_ROSTER_PARTICIPANTS, NULL },
  { "Nama Ibu", SEL_ROSTER_PARTICIPANTS, NULL },
  { "", SEL_ROSTER_PARTICIPANTS, NULL },
  { "(nama)", SEL_ROSTER_PARTICIPANTS, "name" },
  { "***", SEL_ROSTER_PARTICIPANTS, NULL },
};

static void
test_headers (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (headers); i++)
    {
      const SelRosterColumn *column =
        sel_roster_column_by_header (headers[i].kind, headers[i].header);

      g_test_message ("%s", headers[i].header);
      g_assert_cmpstr (column ? column->name : NULL, ==, headers[i].column);
    }
}

/* What a template writes is found again, and every column says a field that there is. */
static void
test_columns (void)
{
  for (SelRosterKind kind = 0; kind < SEL_N_TABLE_KINDS; kind++)
    {
      const SelRosterColumn *column;
      SelRosterKind again;

      g_assert_true (sel_roster_kind_by_name (sel_roster_kind_name (kind), &again));
      g_assert_cmpint (again, ==, kind);
      for (guint i = 0; (column = sel_roster_column_at (kind, i)); i++)
        {
          const char *header = sel_roster_column_header (column);

          g_test_message ("%s %s", sel_roster_kind_name (kind), column->name);
          g_assert_true (sel_roster_column_by_header (kind, header) == column);
          g_assert_true (sel_roster_column_by_name (kind, column->name) == column);
          g_assert_true (!column->type || sel_roster_column_field (column));
        }
    }
}

#define TEXT SEL_CELL_TEXT
#define NUMBER SEL_CELL_NUMBER
#define DATE SEL_CELL_DATE

static const struct
{
  const char *record, *field;
  SelCellType type;
  const char *text;
  const char *expected; /* NULL: refused; "": says nothing */
} values[] = {
  { "participant", "birth_date", TEXT, "11 Oktober 1990", "1990-10-11" },
  { "participant", "birth_date", TEXT, "11/10/1990", "1990-10-11" },
  { "participant", "birth_date", TEXT, "11-10-1990", "1990-10-11" },
  { "participant", "birth_date", TEXT, "11.10.1990", "1990-10-11" },
  { "participant", "birth_date", TEXT, "1990-10-11", "1990-10-11" },
  { "participant", "birth_date", TEXT, "1990-10-11 00:00:00", "1990-10-11" },
  { "participant", "birth_date", TEXT, "1990-10-11T00:00:00Z", "1990-10-11" },
  { "participant", "birth_date", TEXT, "11/10/1990 00.00", "1990-10-11" },
  { "participant", "birth_date", TEXT, "Kamis, 11 Oktober 1990", "1990-10-11" },
  { "participant", "birth_date", TEXT, "11-Okt-1990", "1990-10-11" },
  { "participant", "birth_date", TEXT, "5 Pebruari 1990", "1990-02-05" },
  { "participant", "birth_date", TEXT, "5 Nopember 1990", "1990-11-05" },
  { "participant", "birth_date", TEXT, "5 Agt 1990", "1990-08-05" },
  { "participant", "birth_date", TEXT, " 11\xc2\xa0Oktober 1990 ", "1990-10-11" },
  { "participant", "birth_date", DATE, "1990-10-11", "1990-10-11" },
  { "participant", "birth_date", DATE, "1990-10-11T09:00", "1990-10-11" },
  { "participant", "birth_date", NUMBER, "33157", "1990-10-11" },
  { "participant", "birth_date", TEXT, "33157", "1990-10-11" },
  { "participant", "birth_date", TEXT, "-", "" },
  { "participant", "birth_date", TEXT, "  ", "" },
  { "participant", "birth_date", TEXT, "10/25/1990", NULL },
  { "participant", "birth_date", TEXT, "11/10/90", NULL },
  { "participant", "birth_date", TEXT, "31/02/1990", NULL },
  { "participant", "birth_date", TEXT, "1990", NULL },
  { "participant", "birth_date", DATE, "09:00", NULL },
  { "participant", "birth_date", SEL_CELL_ERROR, "#REF!", NULL },
  { "participant", "birth_date", SEL_CELL_EMPTY, NULL, "" },
  { "participant", "sex", TEXT, "L", "male" },
  { "participant", "sex", TEXT, "p", "female" },
  { "participant", "sex", TEXT, "Laki-laki", "male" },
  { "participant", "sex", TEXT, "LAKI - LAKI", "male" },
  { "participant", "sex", TEXT, "Perempuan", "female" },
  { "participant", "sex", TEXT, "Wanita", "female" },
  { "participant", "sex", TEXT, "M", "male" },
  { "participant", "sex", TEXT, "F", "female" },
  { "participant", "sex", TEXT, "Female", "female" },
  { "participant", "sex", TEXT, "X", NULL },
  { "participant", "education", TEXT, "SD", "primary" },
  { "participant", "education", TEXT, "MTs", "junior" },
  { "participant", "education", TEXT, "SMA/sederajat", "senior" },
  { "participant", "education", TEXT, "SLTA / Sederajat", "senior" },
  { "participant", "education", TEXT, "SMK", "vocational" },
  { "participant", "education", TEXT, "D3", "diploma" },
  { "participant", "education", TEXT, "D-III", "diploma" },
  { "participant", "education", TEXT, "S1", "bachelor" },
  { "participant", "education", TEXT, "Paket C", "senior" },
  { "participant", "education", TEXT, "bachelor", "bachelor" },
  { "participant", "education", TEXT, "sekolah", NULL },
  { "participant", "kind", TEXT, "Klien Rehabilitasi", "rehabilitation_client" },
  { "participant", "kind", TEXT, "TKS", "tks" },
  { "participant", "kind", TEXT, "Warga binaan", NULL },
  { "attendance", "status", TEXT, "H", "present" },
  { "attendance", "status", TEXT, "i", "excused" },
  { "attendance", "status", TEXT, "S", "sick" },
  { "attendance", "status", TEXT, "A", "absent" },
  { "attendance", "status", TEXT, "T", "late" },
  { "attendance", "status", TEXT, "Alfa", "absent" },
  { "attendance", "status", TEXT, "Ijin", "excused" },
  { "enrolment", "stage", TEXT, "Diterima", "accepted" },
  { "enrolment", "stage", TEXT, "Cadangan", "waiting" },
  { "enrolment", "stage", TEXT, "Lulus", NULL },
  { "enrolment", "test_score", TEXT, "85,5", "85.5" },
  { "enrolment", "test_score", TEXT, "85.5", "85.5" },
  { "enrolment", "test_score", NUMBER, "85.5", "85.5" },
  { "enrolment", "test_score", NUMBER, "100", "100" },
  { "enrolment", "test_score", TEXT, "101", NULL },
  { "enrolment", "test_score", TEXT, "baik", NULL },
  { "enrolment", "priority", TEXT, "Ya", "true" },
  { "enrolment", "priority", TEXT, "tidak", "false" },
  { "enrolment", "priority", SEL_CELL_BOOLEAN, "true", "true" },
  { "enrolment", "priority", TEXT, "kadang", NULL },
  { "participant", "name", TEXT, "  Siti \n Contoh ", "Siti Contoh" },
  { "participant", "address", TEXT, "Jl. A\nRT 1", "Jl. A\nRT 1" },
  { "participant", "phone", NUMBER, "81234567", "081234567" },
  { "participant", "phone", TEXT, "81234567890", "081234567890" },
  { "participant", "phone", TEXT, "8123", "8123" },
  { "participant", "phone", TEXT, "+6281234567890", "+6281234567890" },
  { "participant", "phone", TEXT, "0812 3456 7890", "0812 3456 7890" },
  { "participant", "region", TEXT, "6372", "63.72" },
  { "participant", "region", NUMBER, "637201", "63.72.01" },
  { "participant", "region", TEXT, "63.72", "63.72" },
  { "participant", "region", TEXT, "Banjarbaru", "Banjarbaru" },
  { "participant", "nik", TEXT, "6372014101900001", "6372014101900001" },
  { "participant", "nik", TEXT, "'6372 0141 0190 0001", "6372014101900001" },
  { "participant", "nik", TEXT, "637201.410190.0001", "6372014101900001" },
  { "participant", "nik", TEXT, "3.17E+15", NULL },
  { "participant", "nik", TEXT, "3,17E+15", NULL },
  { "participant", "nik", TEXT, "3,1710141019E15", NULL },
  { "participant", "nik", NUMBER, "6372014101900000", NULL },
  { "participant", "nik", NUMBER, "6.3720141019E15", NULL },
  { "participant", "nik", TEXT, "6372014101900010", "6372014101900010" },
  { "venue", "capacity", TEXT, "1.000", "1000" },
  { "venue", "capacity", NUMBER, "30", "30" },
  { "venue", "capacity", TEXT, "30 orang", NULL },
  { "venue", "zone", TEXT, "WITA", "WITA" },
  { "venue", "zone", TEXT, "wib", "WIB" },
};

static void
test_values (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      const SelRecordType *type = sel_record_type_by_name (values[i].record);
      const SelField *field = sel_record_type_field (type, values[i].field);
      const SelCell cell = { values[i].type, values[i].text };
      g_autofree char *text = NULL;
      g_autoptr (GError) error = NULL;
      gboolean is_read = sel_roster_value_read (field, &cell, &text, &error);

      g_test_message ("%s %s: %s", values[i].field, values[i].text, error ? error->message : text);
      g_assert_cmpint (is_read, ==, values[i].expected != NULL);
      g_assert_cmpint (is_read, ==, error == NULL);
      if (is_read)
        g_assert_cmpstr (text ? text : "", ==, values[i].expected);
      else
        {
          g_assert_true (g_str_has_prefix (error->message, sel_field_label (field)));
          g_assert_null (text);
        }
    }
}

static void
test_births (void)
{
  static const struct
  {
    const char *text, *place, *date; /* NULL: not said */
    gboolean is_read;
  } rows[] = {
    { "Banjarbaru, 11 Oktober 1990", "Banjarbaru", "1990-10-11", TRUE },
    { "Kab. Banjar, 11-10-1990", "Kab. Banjar", "1990-10-11", TRUE },
    { "Banjarbaru/11/10/1990", "Banjarbaru", "1990-10-11", TRUE },
    { "Banjarbaru 11.10.1990", "Banjarbaru", "1990-10-11", TRUE },
    { "Banjarbaru", "Banjarbaru", NULL, TRUE },
    { "11-10-1990", NULL, "1990-10-11", TRUE },
    { "Banjarbaru, 1990", "Banjarbaru", NULL, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const SelCell cell = { SEL_CELL_TEXT, rows[i].text };
      g_autofree char *place = NULL;
      g_autofree char *text = NULL;
      GDate date;
      gboolean is_read = sel_roster_birth_read (&cell, &place, &date);

      g_test_message ("%s", rows[i].text);
      text = g_date_valid (&date) ? sel_date_dup_text (&date) : NULL;
      g_assert_cmpint (is_read, ==, rows[i].is_read);
      g_assert_cmpstr (place, ==, rows[i].place);
      g_assert_cmpstr (text, ==, rows[i].date);
    }
}

static void
test_clocks (void)
{
  static const struct
  {
    SelCellType type;
    const char *text;
    int minutes; /* -1: none */
  } rows[] = {
    { SEL_CELL_TEXT, "09.00", 540 },
    { SEL_CELL_TEXT, "09:30 WITA", 570 },
    { SEL_CELL_TEXT, "8.00 - 12.00", 480 },
    { SEL_CELL_DATE, "2025-10-11T09:00", 540 },
    { SEL_CELL_DATE, "09:00", 540 },
    { SEL_CELL_TEXT, "25.00", -1 },
    { SEL_CELL_TEXT, "pagi", -1 },
    { SEL_CELL_DATE, "2025-10-11", -1 },
    { SEL_CELL_EMPTY, NULL, -1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const SelCell cell = { rows[i].type, rows[i].text };
      guint minutes = 0;

      g_assert_cmpint (sel_roster_clock_read (&cell, &minutes), ==, rows[i].minutes >= 0);
      g_assert_cmpint ((int) minutes, ==, MAX (rows[i].minutes, 0));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/roster/headers", test_headers);
  g_test_add_func ("/roster/columns", test_columns);
  g_test_add_func ("/roster/values", test_values);
  g_test_add_func ("/roster/births", test_births);
  g_test_add_func ("/roster/clocks", test_clocks);

  return g_test_run ();
}
