/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads an exchange file through the confined reader, checked and with every field handed over, and
 * prints how many records there were:
 *
 *   read-exchange FILE */
#include <stdio.h>
#include <stdlib.h>

#include "confined/exchange-stream.h"

int
main (int argc, char **argv)
{
  g_autoptr (SelExchangeStream) stream = NULL;
  g_autoptr (GError) error = NULL;
  SelExchangeItem item = { 0 };

  if (argc != 2)
    {
      fprintf (stderr, "usage: read-exchange FILE\n");
      return EXIT_FAILURE;
    }

  stream = sel_exchange_stream_new_for_path (argv[1], NULL, &error);
  while (stream && sel_exchange_stream_next (stream, &item, NULL, &error) &&
         item.kind != SEL_EXCHANGE_ITEM_END)
    ;
  if (error)
    {
      fprintf (stderr, "read-exchange: %s\n", error->message);
      return EXIT_FAILURE;
    }

  printf ("%" G_GUINT64_FORMAT "\n", item.n_records);
  return EXIT_SUCCESS;
}
