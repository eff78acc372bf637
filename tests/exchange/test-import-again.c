/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a file says twice, or a file that is not newer says again. */
#include "exchange/register.h"
#include "store/merge-records.h"
#include "store/record.h"
#include "store/undo-import.h"
#include "store/undo.h"

#define PARTNER_CALLED(name) \
  "<partner id=\"P-1\"><name>" name "</name><kind>training_centre</kind></partner>\n"
#define AGREEMENT                                                                         \
  "<agreement id=\"A-1\"><kind>memorandum</kind><title>Kerja</title><stage>draft</stage>" \
  "</agreement>\n"
#define PARTY                                                                                \
  "<party id=\"Y-1\"><agreement>A-1</agreement><position>1</position><partner>P-1</partner>" \
  "</party>\n"

static void
assert_warning (const SelImportResult *result, guint line, const char *reason)
{
  const SelImportNote *note;

  g_assert_cmpuint (result->notes[SEL_IMPORT_WARNING]->len, ==, 1);
  note = result->notes[SEL_IMPORT_WARNING]->pdata[0];
  g_assert_cmpuint (note->line, ==, line);
  g_assert_cmpstr (note->reason, ==, reason);
}

/* Of two files with one number the second says what it says anew; what either said before does not
 * come back with it. */
static void
test_the_same_number_with_other_words (void)
{
  g_autoptr (Register) reg = register_new ();
  g_autoptr (SelImportResult) same = NULL;
  g_autoptr (SelImportResult) other = NULL;
  g_autoptr (SelImportResult) back = NULL;
  g_autofree char *name = NULL;
  const char *first = EXCHANGE (1, PARTNER_CALLED ("BLK Banjarbaru"));
  const char *second = EXCHANGE (1, PARTNER_CALLED ("BLK Martapura"));

  register_take (reg, first);
  same = register_import (reg, first, 0);
  register_assert_counts (same, 0, 0, 1, 0);
  g_assert_cmpuint (same->n[SEL_IMPORT_WARNING], ==, 0);

  other = register_import (reg, second, 0);
  register_assert_counts (other, 0, 1, 0, 0);
  g_assert_cmpuint (other->n[SEL_IMPORT_WARNING], ==, 0);

  back = register_import (reg, first, 0);
  register_assert_counts (back, 0, 0, 1, 0);
  assert_warning (back, FIRST_LINE,
                  "It differs in: Name. That was changed since a file with this number said the "
                  "same, and stays.");
  name = register_dup_text (reg, "SELECT name FROM partner");
  g_assert_cmpstr (name, ==, "BLK Martapura");
}

/* The second copy is refused, and what refers to the first is not. */
static void
test_what_refers_to_the_first_of_two_is_taken (void)
{
  g_autoptr (Register) reg = register_new ();
  g_autoptr (SelImportResult) result =
    register_import (reg, EXCHANGE (1, PARTNER PARTNER AGREEMENT PARTY), SEL_IMPORT_ACCEPT_VALID);

  register_assert_counts (result, 3, 0, 0, 1);
  g_assert_cmpint (register_get_int (reg, "SELECT count (*) FROM party"), ==, 1);
}

#define HELD(sequence, sensitivity, records)                                      \
  "<exchange xmlns=\"urn:selaras:exchange:1\">\n<header><sender>office</sender>"  \
  "<sender_name>Office</sender_name><made_at>2025-10-11T09:00:00+07:00</made_at>" \
  "<sequence>" #sequence "</sequence>" sensitivity "</header>\n" records "</exchange>\n"
#define SITI(rest) \
  "<participant id=\"O-1\">" rest "</participant>\n"

#define SITTI                                                                         \
  "<participant id=\"O-2\"><name>Sitti</name><phone>0800</phone><kind>convict</kind>" \
  "</participant>\n"

/* What a sender may not say any more is not taken back; what it leaves out is. */
static void
test_what_is_withheld_stays (void)
{
  g_autoptr (Register) reg = register_new ();
  g_autoptr (SelImportResult) narrow = NULL;
  g_autofree char *kept = NULL;
  g_autofree char *left = NULL;

  register_take (reg, HELD (1, "",
                            SITI ("<nik>6372014101900001</nik><name>Siti</name>"
                                  "<birth_place>Solo</birth_place><phone>0800</phone>"
                                  "<kind>convict</kind>")));
  narrow = register_import (
    reg, HELD (2, "<sensitivity>internal</sensitivity>", SITI ("<name>Siti</name><kind>unstated</kind>")),
    0);
  register_assert_counts (narrow, 0, 1, 0, 0);
  kept = register_dup_text (
    reg, "SELECT nik || phone || kind || coalesce (birth_place, ' none') FROM participant");
  g_assert_cmpstr (kept, ==, "63720141019000010800convict none");

  register_take (reg, HELD (3, "<sensitivity>personal</sensitivity>",
                            SITI ("<name>Siti</name><kind>unstated</kind>")));
  left = register_dup_text (reg, "SELECT coalesce (phone, 'none') || kind FROM participant");
  g_assert_cmpstr (left, ==, "noneconvict");
}

typedef struct
{
  gint64 exchange;
  SelUndoneImport *outcome;
} Undoing;

static gboolean
undo_in_act (SelAct *act, gpointer user_data, GError **error)
{
  const Undoing *undoing = user_data;

  return sel_undo_import (act, undoing->exchange, undoing->outcome, NULL, NULL, NULL, error);
}

static void
undo (Register *reg, gint64 exchange)
{
  g_autoptr (SelUndoneImport) outcome = sel_undone_import_new ();
  g_autoptr (GError) error = NULL;
  Undoing undoing = { exchange, outcome };

  sel_store_write (reg->store, SEL_ACT_UNDO, undo_in_act, &undoing, NULL, &error);
  g_assert_no_error (error);
}

/* A file that was taken back is not what is known: it can be taken again, though a later one that
 * did not speak of it stands. */
static void
test_what_was_taken_back_is_not_known (void)
{
  g_autoptr (Register) reg = register_new ();
  g_autoptr (SelImportResult) again = NULL;
  g_autoptr (SelImportResult) first = NULL;
  g_autofree char *name = NULL;
  const char *second = EXCHANGE (2, PARTNER_CALLED ("BLK Martapura"));

  register_take (reg, EXCHANGE (1, PARTNER_CALLED ("BLK Banjarbaru")));
  register_take (reg, second);
  register_take (reg, EXCHANGE (3, AGREEMENT));
  undo (reg, 2);

  again = register_import (reg, second, SEL_IMPORT_TAKE_OLDER);
  register_assert_counts (again, 0, 1, 0, 0);
  name = register_dup_text (reg, "SELECT name FROM partner");
  g_assert_cmpstr (name, ==, "BLK Martapura");

  /* What stands is newer than the first. */
  first =
    register_import (reg, EXCHANGE (1, PARTNER_CALLED ("BLK Banjarbaru")), SEL_IMPORT_TAKE_OLDER);
  register_assert_counts (first, 0, 0, 1, 0);
}

static gboolean
merge_in_act (SelAct *act, G_GNUC_UNUSED gpointer user_data, GError **error)
{
  return sel_merge_records (act, &sel_participant_type, 1, 2, NULL, error);
}

/* A file may be one of several that tell of one state of the sender's register: it is taken for what
 * the others did not say, and may change nothing when it is the very same. */
static void
test_files_of_one_number (void)
{
  static const char narrow[] =
    HELD (5, "<sensitivity>internal</sensitivity>", SITI ("<name>Siti</name><kind>unstated</kind>"));
  static const char wide[] =
    HELD (5, "", SITI ("<nik>6372014101900001</nik><name>Siti</name><phone>0800</phone>"
                       "<kind>convict</kind>"));
  static const char less[] = HELD (5, "", SITI ("<name>Siti</name><kind>convict</kind>"));
  static const char two[] =
    HELD (5, "", SITI ("<name>Siti</name><kind>convict</kind>") SITTI);
  static const struct
  {
    const char *files[3];
    char between;        /* done before the last: e: a person sets the phone; m: the two are merged;
                          * u: the file before is taken back */
    const char *changed; /* by the last: how many, and what stands then */
  } cases[] = {
    { { narrow, wide }, ' ', "1 Siti 6372014101900001 0800 convict" },
    { { wide, narrow }, ' ', "0 Siti 6372014101900001 0800 convict" },
    { { wide, wide }, 'e', "0 Siti 6372014101900001 0811 convict" },
    { { narrow, wide, wide }, 'e', "0 Siti 6372014101900001 0811 convict" },
    { { narrow, wide, narrow }, 'e', "0 Siti 6372014101900001 0811 convict" },
    { { wide, narrow, wide }, 'e', "0 Siti 6372014101900001 0811 convict" },
    { { narrow, wide, wide }, 'u', "1 Siti 6372014101900001 0800 convict" },
    { { wide, less }, ' ', "0 Siti 6372014101900001 0800 convict" },
    { { two, two }, 'm', "0 Siti - 0800 convict" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (Register) reg = register_new ();
      guint last = cases[i].files[2] ? 2 : 1;
      g_autoptr (SelImportResult) result = NULL;
      g_autoptr (GError) error = NULL;
      g_autofree char *person = NULL;
      g_autofree char *changed = NULL;

      for (guint f = 0; f < last; f++)
        register_take (reg, cases[i].files[f]);
      if (cases[i].between == 'e')
        register_set_phone (reg, "0811");
      else if (cases[i].between == 'm')
        sel_store_write (reg->store, SEL_ACT_MERGE, merge_in_act, NULL, NULL, &error);
      else if (cases[i].between == 'u')
        undo (reg, 2);
      g_assert_no_error (error);

      result = register_import (reg, cases[i].files[last], 0);
      person = register_dup_text (reg, "SELECT name || ' ' || coalesce (nik, '-') || ' '"
                                       " || phone || ' ' || kind FROM participant");
      changed = g_strdup_printf ("%d %s", (int) result->n[SEL_IMPORT_CHANGED], person);
      g_assert_cmpstr (changed, ==, cases[i].changed);
      g_assert_cmpuint (result->n[SEL_IMPORT_NEW], ==, 0);
    }
}

static gboolean
undo_act_in_act (SelAct *act, gpointer user_data, GError **error)
{
  return sel_undo_act (act, *(const gint64 *) user_data, error);
}

/* Whose the phone number is after what was done: its sender takes it back by leaving it out. */
static void
test_what_an_undo_brought_back_is_the_senders (void)
{
  static const struct
  {
    const char *steps; /* i: a file changes it, u: that is taken back; e: a person does; z: the last
                        * act is taken back */
    const char *left;  /* when the sender leaves it out */
  } cases[] = {
    { "", "none" },
    { "iu", "none" },
    { "e", "0811" },
    { "ez", "none" },
    { "ezz", "0811" },
    { "ezzz", "none" },
    { "eiu", "0811" },
    { "iue", "0811" },
    { "iuez", "none" },
    { "eieu", "0822" },
    { "iuiu", "none" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (Register) reg = register_new ();
      g_autofree char *left = NULL;
      const char *phone = "0811";
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", cases[i].steps);
      register_take (reg, HELD (1, "", SITI ("<name>Siti</name><phone>0800</phone><kind>tks</kind>")));
      for (const char *step = cases[i].steps; *step; step++)
        if (*step == 'i')
          register_take (
            reg, HELD (2, "", SITI ("<name>Siti</name><phone>0899</phone><kind>tks</kind>")));
        else if (*step == 'u')
          undo (reg, register_get_int (reg, "SELECT max (id) FROM exchange"));
        else if (*step == 'e')
          {
            register_set_phone (reg, phone);
            phone = "0822";
          }
        else
          {
            gint64 act = register_get_int (reg, "SELECT max (id) FROM act");

            sel_store_write (reg->store, SEL_ACT_UNDO, undo_act_in_act, &act, NULL, &error);
          }
      g_assert_no_error (error);

      register_take (reg, HELD (3, "", SITI ("<name>Siti</name><kind>tks</kind>")));
      left = register_dup_text (reg, "SELECT coalesce (phone, 'none') FROM participant");
      g_assert_cmpstr (left, ==, cases[i].left);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/import/again/the-same-number-with-other-words",
                   test_the_same_number_with_other_words);
  g_test_add_func ("/import/again/what-refers-to-the-first-of-two-is-taken",
                   test_what_refers_to_the_first_of_two_is_taken);
  g_test_add_func ("/import/again/what-is-withheld-stays", test_what_is_withheld_stays);
  g_test_add_func ("/import/again/files-of-one-number", test_files_of_one_number);
  g_test_add_func ("/import/again/what-was-taken-back-is-not-known",
                   test_what_was_taken_back_is_not_known);
  g_test_add_func ("/import/again/what-an-undo-brought-back-is-the-senders",
                   test_what_an_undo_brought_back_is_the_senders);
  return g_test_run ();
}
