/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How long it takes to read an exchange file through the confined reader, checked and with every
 * field handed over, against xmllint, which only checks the same file. */
#include "confined/exchange-stream.h"
#include "side-by-side.h"

#define MOST_TIMES_XMLLINT 1.2

static void
stream (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SelExchangeStream) exchange = sel_exchange_stream_new_for_path (path, &error);
  SelExchangeItem item;

  while (exchange && sel_exchange_stream_next (exchange, &item, NULL, &error) &&
         item.kind != SEL_EXCHANGE_ITEM_END)
    ;
  g_assert_no_error (error);
  g_assert_cmpuint (item.n_records, ==, N_PARTICIPANTS + 1); /* and the partner */
}

int
main (void)
{
  return side_by_side_run ("reading", stream, MOST_TIMES_XMLLINT);
}
