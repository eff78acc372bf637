/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/plain-numbers.h"

#include <locale.h>

struct _SelPlainNumbers
{
  locale_t plain;
  locale_t before;
};

SelPlainNumbers *
sel_plain_numbers_begin (void)
{
  SelPlainNumbers *self = g_new0 (SelPlainNumbers, 1);

  self->before = uselocale ((locale_t) 0);
  self->plain = newlocale (LC_NUMERIC_MASK, "C", duplocale (self->before));
  uselocale (self->plain);
  return self;
}

void
sel_plain_numbers_end (SelPlainNumbers *self)
{
  uselocale (self->before);
  freelocale (self->plain);
  g_free (self);
}
