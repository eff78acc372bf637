/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads a table of participants as an import does, every row translated into a record, and prints
 * how many there were:
 *
 *   read-roster DATABASE FILE */
#include <stdio.h>
#include <stdlib.h>

#include "exchange/roster-look.h"
#include "exchange/roster-source.h"

static SelItemSource *
open_source (SelRosterLook *look, SelStore *store, const char *path, GError **error)
{
  look->mapping->sender = g_strdup ("bench");
  return sel_roster_source_new (store, path, look->mapping, NULL, NULL, NULL, error);
}

int
main (int argc, char **argv)
{
  const SelSheetLayout layout = { 0 };
  g_autoptr (SelItemSource) source = NULL;
  g_autoptr (SelRosterLook) look = NULL;
  g_autoptr (SelStore) store = NULL;
  g_autoptr (GError) error = NULL;
  SelExchangeItem item = { 0 };

  if (argc != 3)
    {
      fprintf (stderr, "usage: read-roster DATABASE FILE\n");
      return EXIT_FAILURE;
    }

  if ((store = sel_store_open (argv[1], &error)) &&
      (look = sel_roster_look (argv[2], &layout, NULL, NULL, &error)))
    source = open_source (look, store, argv[2], &error);
  while (source && sel_item_source_next (source, &item, NULL, &error) &&
         item.kind != SEL_EXCHANGE_ITEM_END)
    ;
  if (error)
    {
      fprintf (stderr, "read-roster: %s\n", error->message);
      return EXIT_FAILURE;
    }

  printf ("%" G_GUINT64_FORMAT "\n", item.n_records);
  return EXIT_SUCCESS;
}
