/* SPDX-License-Identifier: GPL-3.0-or-later */
/* IMS Enterprise files, as other programs write them rather than as the standard has them. */
#include <string.h>

#include "exchange/register.h"
#include "exchange/roster-source.h"

#define COURSE                                                                                  \
  "<course id=\"C-1\"><name>Pertukangan kayu</name><vocation>Pertukangan</vocation></course>\n" \
  "<instructor id=\"I-1\"><name>Contoh, S.T.</name></instructor>\n"

#define ID(id) "<sourcedid><source>SIS</source><id>" id "</id></sourcedid>"
/* clang-format off */
#define SITI                                                                     \
  "<person recstatus=\"1\">" ID ("  S-1\n ") "<name><fn>Siti Contoh</fn></name>" \
  "<demographics><gender>1</gender><bday>1 Januari 1990</bday></demographics>"   \
  "<tel teltype=\"1\">0800</tel><email>x@example.org</email></person>\n"
#define ALI                                                                             \
  "<person>" ID ("S-2") "<name><n><given>Ali</given><family>Contoh</family></n></name>" \
  "<demographics><bday>1991-02-02</bday><gender>2</gender></demographics>"              \
  "<email>y@example.org</email></person>\n"
#define TEACHER "<person>" ID ("T-1") "<name><fn>Guru Contoh</fn></name></person>\n"
#define CLERK "<person>" ID ("M-1") "<name><fn>Staf Contoh</fn></name></person>\n"
#define GROUP                                                                               \
  "<group>" ID ("K-1") "<description><short>Angkatan I</short><long>x</long></description>" \
  "<timeframe><begin restrict=\"0\">6/10/2025</begin><end>2025-12-05</end></timeframe>"     \
  "</group>\n"
#define MEMBER(id, role)                                                                   \
  "<member>" ID (id) "<idtype>1</idtype><role roletype=\"" role "\"><status>1</status></role>" \
  "</member>"
#define MEMBERSHIP                                                                              \
  "<membership>" ID ("K-1") MEMBER ("S-1", "01")                                                \
  "<member idtype=\"1\">" ID (" S-2 ") "<role roletype=\"Learner\"><status>1</status></role>"   \
  "</member>" MEMBER ("T-1", "02") MEMBER ("M-1", "07")                                         \
  "<member><idtype>2</idtype>" ID ("K-2") "<role roletype=\"04\"/></member></membership>\n"
/* clang-format on */

#define FILE_OF(content) "<?xml version=\"1.0\"?>\n<enterprise>" content "</enterprise>\n"
#define WHOLE FILE_OF (SITI ALI TEACHER CLERK GROUP MEMBERSHIP)

static SelImportResult *
import_bytes (Register *reg, const char *text, gsize length, GError **error)
{
  g_autofree char *path = register_dup_path (reg, "ims.xml");
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, length);
  g_autoptr (SelMapping) mapping = sel_mapping_new (SEL_ROSTER_IMS);
  g_autoptr (SelItemSource) source = NULL;
  GDate today;
  SelImportRequest request = { path, SEL_IMPORT_ACCEPT_VALID, &today, NULL, 0, NULL, NULL };

  register_write_bytes (reg, "ims.xml", bytes);
  mapping->sender = g_strdup ("sekolah");
  sel_mapping_set_default (mapping, "kind", "Pencari kerja", NULL);
  sel_mapping_set_default (mapping, "stage", "in_training", NULL);
  sel_mapping_set_default (mapping, "course", "pertukangan kayu", NULL);
  sel_mapping_set_default (mapping, "capacity", "16", NULL);
  source = sel_roster_source_new (reg->store, path, mapping, NULL, NULL, NULL, error);
  g_date_clear (&today, 1);
  g_date_set_dmy (&today, 22, G_DATE_NOVEMBER, 2025);
  request.source = source;
  return source ? sel_import_run (reg->store, &request, NULL, NULL, NULL, error) : NULL;
}

static SelImportResult *
import_ims (Register *reg, const char *text)
{
  g_autoptr (GError) error = NULL;
  SelImportResult *result = import_bytes (reg, text, strlen (text), &error);

  g_assert_no_error (error);
  for (guint v = SEL_IMPORT_REFUSED; v <= SEL_IMPORT_WARNING; v++)
    for (guint i = 0; i < result->notes[v]->len; i++)
      {
        g_autofree char *sentence =
          sel_import_note_dup_sentence (g_ptr_array_index (result->notes[v], i), "ims.xml");

        g_test_message ("%s", sentence);
      }
  return result;
}

static void
assert_text (Register *reg, const char *sql, const char *expected)
{
  g_autofree char *text = register_dup_text (reg, sql);

  g_assert_cmpstr (text, ==, expected);
}

static gboolean
warns (const SelImportResult *result, const char *id, const char *reason)
{
  for (guint i = 0; i < result->notes[SEL_IMPORT_WARNING]->len; i++)
    {
      const SelImportNote *note = g_ptr_array_index (result->notes[SEL_IMPORT_WARNING], i);

      if (g_strcmp0 (note->id, id) == 0 && strstr (note->reason, reason))
        return TRUE;
    }

  return FALSE;
}

static void
test_a_roster (void)
{
  g_autoptr (Register) reg = register_new ();
  g_autoptr (SelImportResult) first = NULL;
  g_autoptr (SelImportResult) second = NULL;

  register_take (reg, EXCHANGE (1, COURSE));
  first = import_ims (reg, WHOLE);
  /* Two participants, an instructor, a cohort, two enrolments; the course is introduced. */
  register_assert_counts (first, 6, 0, 1, 0);
  assert_text (reg,
               "SELECT group_concat (p, '/') FROM (SELECT name || ' ' || sex || ' ' || birth_date"
               " || ' ' || kind || ' ' || coalesce (phone, '-') AS p FROM participant ORDER BY id)",
               "Siti Contoh female 1990-01-01 job_seeker 0800/"
               "Ali Contoh male 1991-02-02 job_seeker -");
  assert_text (reg, "SELECT name || starts_on || ends_on || capacity FROM cohort",
               "Angkatan I2025-10-062025-12-0516");
  assert_text (reg,
               "SELECT group_concat (name || stage, '/') FROM enrolment"
               " JOIN participant ON participant.id = participant",
               "Siti Contohin_training/Ali Contohin_training");
  assert_text (reg, "SELECT name FROM instructor WHERE id = 2", "Guru Contoh");

  g_assert_true (warns (first, "M-1", "only manages or helps"));
  g_assert_true (warns (first, "T-1", "has no place in the register: say it of the sessions"));
  g_assert_true (warns (first, "K-2", "A group within a group"));
  g_assert_true (warns (first, NULL, "The element “person/email” came 2 times."));

  second = import_ims (reg, WHOLE);
  register_assert_counts (second, 0, 0, 6, 0);
  g_assert_cmpint (register_get_int (reg, "SELECT max (version) FROM participant"), ==, 1);
}

/* What the file says of those whom the register has by now. */
/* clang-format off */
#define UPDATE_OF(person, group, role)                                                         \
  FILE_OF ("<person" person ">" ID ("S-1") "<name><fn>Siti Baru</fn></name>"                   \
           "<tel>0899</tel></person>\n"                                                        \
           "<person" person ">" ID ("T-1") "<name><fn>Guru Contoh</fn></name>"                 \
           "<tel>0877</tel></person>\n"                                                        \
           "<group" group ">" ID ("K-1") "<description><short>Angkatan I</short></description>" \
           "<timeframe><end>2025-12-19</end></timeframe></group>\n"                            \
           "<membership>" ID ("K-1")                                                           \
           "<member>" ID ("S-1") "<idtype>1</idtype><role roletype=\"01\"" role "/></member>"   \
           "<member>" ID ("T-1") "<idtype>1</idtype><role roletype=\"02\"" role "/></member>"   \
           "</membership>\n")
/* clang-format on */

/* Add, update, or nothing said: the record is as the file says, and what it does not say stays. */
static void
test_an_update (void)
{
  static const char *const files[] = {
    UPDATE_OF ("", "", ""),
    UPDATE_OF (" recstatus=\"1\"", " recstatus=\"1\"", " recstatus=\"1\""),
    UPDATE_OF (" recstatus=\"2\"", " recstatus=\"2\"", " recstatus=\"2\""),
  };

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr (Register) reg = register_new ();
      g_autoptr (SelImportResult) first = NULL;
      g_autoptr (SelImportResult) second = NULL;
      g_autoptr (SelImportResult) third = NULL;

      register_take (reg, EXCHANGE (1, COURSE));
      first = import_ims (reg, WHOLE);
      g_assert_true (first->is_applied);
      second = import_ims (reg, files[i]);
      /* Siti, the instructor and the cohort; the enrolment is the same. */
      register_assert_counts (second, 0, 3, 1, 0);
      assert_text (reg,
                   "SELECT name || ' ' || sex || ' ' || birth_date || ' ' || kind || ' ' || phone"
                   " FROM participant WHERE id = 1",
                   "Siti Baru female 1990-01-01 job_seeker 0899");
      assert_text (reg, "SELECT name || phone FROM instructor WHERE id = 2", "Guru Contoh0877");
      assert_text (reg, "SELECT name || starts_on || ends_on || capacity FROM cohort",
                   "Angkatan I2025-10-062025-12-1916");
      assert_text (reg, "SELECT group_concat (stage, '/') FROM enrolment",
                   "in_training/in_training");

      third = import_ims (reg, files[i]);
      register_assert_counts (third, 0, 0, 4, 0);
    }
}

/* An update of what nobody added is new. */
static void
test_an_update_of_what_is_not_known (void)
{
  g_autoptr (Register) reg = register_new ();
  g_autoptr (SelImportResult) result = NULL;

  register_take (reg, EXCHANGE (1, COURSE));
  result = import_ims (reg, UPDATE_OF (" recstatus=\"2\"", " recstatus=\"2\"", " recstatus=\"2\""));
  /* The group has no first day, so that neither it nor the enrolment comes in. */
  register_assert_counts (result, 2, 0, 1, 2);
}

/* Whom and what another office spoke of before is found by name, and keeps what it said. */
static void
test_somebody_else_s_records (void)
{
  g_autoptr (Register) reg = register_new ();
  g_autoptr (SelImportResult) first = NULL;
  g_autoptr (SelImportResult) second = NULL;

  register_take (
    reg, EXCHANGE (1, COURSE "<cohort id=\"K\"><name>Angkatan I</name><course>C-1</course>"
                             "<capacity>20</capacity><starts_on>2025-10-06</starts_on>"
                             "<ends_on>2025-12-05</ends_on></cohort>\n"
                             "<participant id=\"P\"><name>Siti Contoh</name><sex>female</sex>"
                             "<birth_date>1990-01-01</birth_date><address>Jl. A</address>"
                             "<phone>0811</phone><kind>convict</kind></participant>\n"
                             "<enrolment id=\"E\"><participant>P</participant><cohort>K</cohort>"
                             "<stage>accepted</stage></enrolment>\n"));
  first = import_ims (reg, WHOLE);
  /* New are Ali, the instructor and his enrolment; Siti's telephone changes. */
  register_assert_counts (first, 3, 1, 2, 0);
  assert_text (reg, "SELECT phone || address || kind FROM participant WHERE id = 1",
               "0800Jl. Aconvict");
  assert_text (reg, "SELECT name || capacity FROM cohort", "Angkatan I20");
  assert_text (reg, "SELECT group_concat (stage, '/') FROM enrolment", "accepted/in_training");

  /* The same, and the course, which the sender's cohort is introduced with. */
  second = import_ims (reg, WHOLE);
  register_assert_counts (second, 0, 0, 7, 0);
}

/* Each of these says the same as the whole file does. */
static void
test_what_is_tolerated (void)
{
  static const char *const files[] = {
    FILE_OF (MEMBERSHIP GROUP CLERK TEACHER ALI SITI),
    "<!DOCTYPE enterprise SYSTEM \"ims_epv1p1.dtd\">\n"
    "<enterprise>" SITI ALI TEACHER CLERK GROUP MEMBERSHIP "</enterprise>",
    "<!DOCTYPE enterprise [<!ENTITY x \"y\"><!ELEMENT z ANY>]>\n"
    "<enterprise>" SITI ALI TEACHER CLERK GROUP MEMBERSHIP "</enterprise>",
    "<ENTERPRISE xmlns=\"http://www.imsglobal.org/xsd/x\"><PROPERTIES><DATASOURCE>y</DATASOURCE>"
    "</PROPERTIES>" SITI ALI TEACHER CLERK GROUP MEMBERSHIP "</ENTERPRISE>",
  };

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr (Register) reg = register_new ();
      g_autoptr (SelImportResult) result = NULL;

      register_take (reg, EXCHANGE (1, COURSE));
      result = import_ims (reg, files[i]);
      register_assert_counts (result, 6, 0, 1, 0);
      g_assert_false (warns (result, NULL, "“properties”"));
    }
}

static void
test_a_membership_that_names_its_group_last (void)
{
  g_autoptr (Register) reg = register_new ();
  g_autoptr (SelImportResult) result = NULL;

  register_take (reg, EXCHANGE (1, COURSE));
  result = import_ims (
    reg, FILE_OF (SITI GROUP "<membership>" MEMBER ("S-1", "01") ID ("K-1") "</membership>"));
  register_assert_counts (result, 3, 0, 1, 0);
}

/* What it says of its encoding is right, or wrong. */
/* clang-format off */
#define LATIN_CALLED(encoding)                                                    \
  "<?xml version=\"1.0\" encoding=\"" encoding "\"?><enterprise><person>" ID ("1") \
  "<name><fn>Ren\xe9 \x96</fn></name></person></enterprise>"
/* clang-format on */

static void
test_encodings (void)
{
  static const char *const files[] = { LATIN_CALLED ("ISO-8859-1"), LATIN_CALLED ("UTF-8") };

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr (Register) reg = register_new ();
      g_autoptr (SelImportResult) result = import_ims (reg, files[i]);

      register_assert_counts (result, 1, 0, 0, 0);
      assert_text (reg, "SELECT name FROM participant", "Ren\xc3\xa9 –");
    }
}

/* clang-format off */
#define ENROLLED FILE_OF (SITI GROUP "<membership>" ID ("K-1") MEMBER ("S-1", "01") "</membership>")
#define ALL_DELETED                                                                     \
  FILE_OF ("<person recstatus=\"3\">" ID ("S-1") "<name><fn>Siti Contoh</fn></name></person>" \
           "<group recstatus=\"3\">" ID ("K-1") "<description><short>x</short></description>" \
           "</group><membership>" ID ("K-1") "<member>" ID ("S-1") "<idtype>1</idtype>"       \
           "<role roletype=\"01\" recstatus=\"3\"/></member></membership>")
/* clang-format on */

static void
test_nothing_is_deleted (void)
{
  g_autoptr (Register) reg = register_new ();
  g_autoptr (SelImportResult) first = NULL;
  g_autoptr (SelImportResult) second = NULL;

  register_take (reg, EXCHANGE (1, COURSE));
  first = import_ims (reg, ENROLLED);
  register_assert_counts (first, 3, 0, 1, 0);
  second = import_ims (reg, ALL_DELETED);
  register_assert_counts (second, 0, 0, 0, 0);
  g_assert_cmpuint (second->n[SEL_IMPORT_WARNING], ==, 3);
  g_assert_true (warns (second, "K-1", "No file deletes anything"));
  g_assert_true (warns (second, "S-1", "No file deletes anything"));
  g_assert_cmpint (register_get_int (reg, "SELECT count (*) FROM enrolment"), ==, 1);
}

/* clang-format off */
#define BAD                                                                             \
  FILE_OF ("<person><name><fn>Siti</fn></name></person>\n"                              \
           "<person>" ID ("S-2") "</person>\n"                                          \
           "<person>" ID ("S-3") "<name><fn>Ali</fn></name>"                            \
           "<demographics><bday>kemarin</bday></demographics></person>\n"               \
           "<membership>" MEMBER ("S-9", "01") "</membership>\n")
/* clang-format on */

static void
test_bad_records_are_refused (void)
{
  g_autoptr (Register) reg = register_new ();
  g_autoptr (SelImportResult) result = import_ims (reg, BAD);

  register_assert_counts (result, 0, 0, 0, 4);
}

/* 200,000 rows are held, and one more is told of. */
static void
test_too_many (void)
{
  g_autoptr (Register) reg = register_new ();
  g_autoptr (GString) text = g_string_new ("<enterprise><membership>" ID ("K-1"));
  g_autoptr (GError) error = NULL;
  g_autoptr (SelImportResult) result = NULL;

  for (guint i = 0; i < 199999; i++)
    g_string_append (text, MEMBER ("S-1", "07"));
  g_string_append (text, "</membership>");
  {
    g_autofree char *enough = g_strconcat (text->str, "</enterprise>", NULL);

    result = import_bytes (reg, enough, strlen (enough), &error);
    g_assert_no_error (error);
    register_assert_counts (result, 0, 0, 0, 0);
    g_assert_cmpuint (result->n[SEL_IMPORT_WARNING], ==, 199999);
    g_assert_cmpuint (result->notes[SEL_IMPORT_WARNING]->len, ==, SEL_IMPORT_MOST_NOTES);
  }

  g_string_append (text, ALI "</enterprise>");
  sel_import_result_free (result);
  result = import_bytes (reg, text->str, text->len, &error);
  g_assert_null (result);
  g_assert_cmpstr (error->message, ==,
                   "“ims.xml” has more than 200,000 persons, groups and members. Divide it into "
                   "several files.");
}

static void
test_hostile (void)
{
  static const struct
  {
    const char *text;
    const char *sentence; /* a part of it */
  } files[] = {
    { "<!DOCTYPE enterprise [<!ENTITY x \"y\">]><enterprise>&x;</enterprise>", "uses an entity" },
    { "<!DOCTYPE enterprise [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><enterprise>&x;"
      "</enterprise>",
      "uses an entity" },
    { "<!DOCTYPE enterprise SYSTEM \"x.dtd\"><enterprise>&nbsp;</enterprise>", "uses an entity" },
    { "<enterprise>&x;</enterprise>", "uses an entity" },
    { "<enterprise><person></enterprise>", "not well-formed" },
    { "<enterprise><person>", "not well-formed" },
    { "<enterprise/><enterprise/>", "not well-formed" },
    { "<x><enterprise/></x>", "not well-formed" },
    { "<?xml version=\"1.0\" encoding=\"EBCDIC-CP-US\"?><enterprise/>", "“EBCDIC-CP-US”" },
    { "<html><body>x</body></html>", "a web page or another XML file" },
    { "Nama,NIK\n", "is not an IMS Enterprise file" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr (Register) reg = register_new ();
      g_autoptr (GError) error = NULL;
      g_autoptr (SelImportResult) result =
        import_bytes (reg, files[i].text, strlen (files[i].text), &error);

      g_assert_null (result);
      g_test_message ("%u: %s", i, error->message);
      g_assert_nonnull (strstr (error->message, files[i].sentence));
      g_assert_true (sel_import_is_refusal (error));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/import-ims/a-roster", test_a_roster);
  g_test_add_func ("/import-ims/an-update", test_an_update);
  g_test_add_func ("/import-ims/an-update-of-what-is-not-known",
                   test_an_update_of_what_is_not_known);
  g_test_add_func ("/import-ims/somebody-else-s-records", test_somebody_else_s_records);
  g_test_add_func ("/import-ims/what-is-tolerated", test_what_is_tolerated);
  g_test_add_func ("/import-ims/a-membership-that-names-its-group-last",
                   test_a_membership_that_names_its_group_last);
  g_test_add_func ("/import-ims/encodings", test_encodings);
  g_test_add_func ("/import-ims/nothing-is-deleted", test_nothing_is_deleted);
  g_test_add_func ("/import-ims/bad-records-are-refused", test_bad_records_are_refused);
  g_test_add_func ("/import-ims/too-many", test_too_many);
  g_test_add_func ("/import-ims/hostile", test_hostile);

  return g_test_run ();
}
