/* SPDX-License-Identifier: GPL-3.0-or-later */
/* So many new people that indexes are left for later: each NIK is one person's all the same. */
#include "exchange/register.h"

/* More than store/late-index.c takes for many. */
#define N_PEOPLE 20000

/* One of the people, who has the NIK that begins with 630101, that day and serial. */
static void
add_person (GString *text, const char *key, guint number)
{
  g_string_append_printf (text,
                          "<participant id=\"%s\"><nik>630101%02u0190%04u</nik>"
                          "<name>Siti Contoh</name><kind>tks</kind></participant>\n",
                          key, 1 + number / 9000, 1 + number % 9000);
}

/* A file of the people from 0 to @n, and then @more, in line FIRST_LINE + n. */
static char *
dup_file (guint n, GString *more)
{
  g_autoptr (GString) text =
    g_string_new ("<exchange xmlns=\"urn:selaras:exchange:1\">\n" HEADER_OF ("office", 1));

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *key = g_strdup_printf ("O-%u", i);

      add_person (text, key, i);
    }
  g_string_append (text, more->str);
  g_string_append (text, "</exchange>\n");
  return g_strdup (text->str);
}

static void
assert_index_is_back (Register *reg)
{
  g_assert_cmpint (register_get_int (reg, "SELECT count (*) FROM sqlite_schema"
                                          " WHERE name = 'participant_by_nik'"
                                          " AND sql LIKE 'CREATE UNIQUE INDEX %'"),
                   ==, 1);
  g_assert_cmpint (register_get_int (reg, "SELECT count (*) FROM participant WHERE nik ="
                                          " (SELECT max (nik) FROM participant)"),
                   ==, 1);
}

static void
test_all_are_new (void)
{
  g_autoptr (Register) reg = register_new ();
  g_autoptr (GString) none = g_string_new (NULL);
  g_autofree char *text = dup_file (N_PEOPLE + 100, none);
  g_autoptr (SelImportResult) result = register_import (reg, text, 0);

  register_assert_counts (result, N_PEOPLE + 100, 0, 0, 0);
  assert_index_is_back (reg);
}

/* Of one who came before the index was left, and of one who came after. */
static void
test_a_nik_stands_twice (void)
{
  const guint twins[] = { 5, N_PEOPLE + 5 };

  for (guint i = 0; i < G_N_ELEMENTS (twins); i++)
    {
      g_autoptr (Register) reg = register_new ();
      g_autoptr (GString) more = g_string_new (NULL);
      g_autoptr (SelImportResult) result = NULL;
      g_autofree char *text = NULL;
      g_autofree char *reason =
        g_strdup_printf ("The sender has another participant, “O-%u”, with the same NIK.", twins[i]);

      add_person (more, "TWIN", twins[i]);
      add_person (more, "LAST", N_PEOPLE + 10);
      text = dup_file (N_PEOPLE + 10, more);
      register_refuse (reg, text, FIRST_LINE + N_PEOPLE + 10, "nik",
                       reason);
      result = register_import (reg, text, SEL_IMPORT_ACCEPT_VALID);
      register_assert_counts (result, N_PEOPLE + 11, 0, 0, 1);
      assert_index_is_back (reg);
    }
}

/* The person whom another office spoke of is the same. */
static void
test_known_from_another_sender (void)
{
  g_autoptr (Register) reg = register_new ();
  g_autoptr (GString) more = g_string_new (NULL);
  g_autoptr (SelImportResult) result = NULL;
  g_autofree char *text = NULL;

  register_take (reg, EXCHANGE_OF ("other", 1,
                                   "<participant id=\"X-1\"><nik>6301010401900001</nik>"
                                   "<name>Siti Contoh</name><kind>tks</kind></participant>\n"));
  add_person (more, "KNOWN", 27000);
  add_person (more, "LAST", N_PEOPLE + 10);
  text = dup_file (N_PEOPLE + 10, more);
  result = register_import (reg, text, 0);

  register_assert_counts (result, N_PEOPLE + 11, 0, 1, 0);
  g_assert_cmpint (register_get_int (reg, "SELECT count (DISTINCT record) FROM identity"
                                          " WHERE key IN ('X-1', 'KNOWN')"),
                   ==, 1);
  assert_index_is_back (reg);
}

/* Somebody who is in the register is given the NIK of somebody new. */
static void
test_a_change_takes_a_nik (void)
{
  g_autoptr (Register) reg = register_new ();
  g_autoptr (GString) more = g_string_new (NULL);
  g_autofree char *text = NULL;

  register_take (reg, EXCHANGE_OF ("office", 1,
                                   "<participant id=\"OLD\"><nik>6301010401900001</nik>"
                                   "<name>Siti Contoh</name><kind>tks</kind></participant>\n"));
  add_person (more, "OLD", N_PEOPLE + 5);
  text = dup_file (N_PEOPLE + 10, more);
  register_refuse (reg, text, FIRST_LINE + N_PEOPLE + 10, "nik",
                   "Another participant in the register has the same NIK.");
  assert_index_is_back (reg);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/import-many/all-are-new", test_all_are_new);
  g_test_add_func ("/import-many/a-nik-stands-twice", test_a_nik_stands_twice);
  g_test_add_func ("/import-many/known-from-another-sender", test_known_from_another_sender);
  g_test_add_func ("/import-many/a-change-takes-a-nik", test_a_change_takes_a_nik);
  return g_test_run ();
}
