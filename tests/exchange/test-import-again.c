/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a file says twice, or a file that is not newer says again. */
#include "exchange/register.h"

#define PARTNER_CALLED(name) \
  "<partner id=\"P-1\"><name>" name "</name><kind>training_centre</kind></partner>\n"
#define AGREEMENT                                                                         \
  "<agreement id=\"A-1\"><kind>memorandum</kind><title>Kerja</title><stage>draft</stage>" \
  "</agreement>\n"
#define PARTY                                                                                \
  "<party id=\"Y-1\"><agreement>A-1</agreement><position>1</position><partner>P-1</partner>" \
  "</party>\n"

/* The sender mended the file but not its number: nothing changes, and it is told. */
static void
test_the_same_number_with_other_words (void)
{
  g_autoptr (Register) reg = register_new ();
  g_autoptr (SelImportResult) same = NULL;
  g_autoptr (SelImportResult) other = NULL;
  g_autofree char *name = NULL;
  const SelImportNote *note;

  register_take (reg, EXCHANGE (1, PARTNER_CALLED ("BLK Banjarbaru")));
  same = register_import (reg, EXCHANGE (1, PARTNER_CALLED ("BLK Banjarbaru")), 0);
  register_assert_counts (same, 0, 0, 1, 0);
  g_assert_cmpuint (same->n[SEL_IMPORT_WARNING], ==, 0);

  other = register_import (reg, EXCHANGE (1, PARTNER_CALLED ("BLK Martapura")), 0);
  register_assert_counts (other, 0, 0, 1, 0);
  g_assert_cmpuint (other->notes[SEL_IMPORT_WARNING]->len, ==, 1);
  note = other->notes[SEL_IMPORT_WARNING]->pdata[0];
  g_assert_cmpuint (note->line, ==, FIRST_LINE);
  g_assert_cmpstr (note->reason, ==,
                   "It differs in: Name. It stays as it is, because this file is not newer than "
                   "what is known.");
  name = register_dup_text (reg, "SELECT name FROM partner");
  g_assert_cmpstr (name, ==, "BLK Banjarbaru");
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

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/import/again/the-same-number-with-other-words",
                   test_the_same_number_with_other_words);
  g_test_add_func ("/import/again/what-refers-to-the-first-of-two-is-taken",
                   test_what_refers_to_the_first_of_two_is_taken);
  g_test_add_func ("/import/again/what-is-withheld-stays", test_what_is_withheld_stays);
  return g_test_run ();
}
