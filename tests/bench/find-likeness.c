/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Looks among all participants of a register for those who may be one, as if all had just come, and
 * prints how many pairs there are:
 *
 *   find-likeness DATABASE */
#include <stdio.h>
#include <stdlib.h>

#include "store/likeness.h"
#include "store/store.h"

static gboolean
add_all (SelConnection *connection, SelNewcomers *newcomers, GError **error)
{
  g_autoptr (SelStatement) stmt =
    sel_connection_prepare (connection, "SELECT id, birth_date FROM participant ORDER BY id", error);
  SelParticipant *person = sel_record_new (&sel_participant_type);
  const SelField *birth_date = sel_record_type_field (&sel_participant_type, "birth_date");
  gboolean has_row = TRUE;
  gboolean is_done = stmt != NULL;

  while (is_done && has_row)
    {
      is_done = sel_statement_step (stmt, &has_row, error);
      if (!is_done || !has_row)
        break;
      person->record.id = sel_statement_get_int (stmt, 0);
      is_done =
        sel_field_set_text (birth_date, person, sel_statement_get_text (stmt, 1), error);
      sel_newcomers_add (newcomers, &sel_participant_type, person);
    }

  sel_record_free (&sel_participant_type, person);
  return is_done;
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SelNewcomers) newcomers = sel_newcomers_new ();
  g_autoptr (SelStore) store = NULL;
  g_autoptr (SelReading) reading = NULL;
  g_autoptr (GArray) pairs = NULL;
  gboolean is_cut;

  if (argc != 2)
    {
      fprintf (stderr, "usage: find-likeness DATABASE\n");
      return EXIT_FAILURE;
    }

  store = sel_store_open (argv[1], &error);
  reading = store ? sel_reading_begin (store, &error) : NULL;
  if (reading && add_all (reading->connection, newcomers, &error))
    pairs = sel_likeness_find (reading->connection, newcomers, &is_cut, NULL, &error);
  if (pairs == NULL)
    {
      fprintf (stderr, "find-likeness: %s\n", error->message);
      return EXIT_FAILURE;
    }

  printf ("%u\n", pairs->len);
  return EXIT_SUCCESS;
}
