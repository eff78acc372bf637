/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "confined/exchange-teller.h"

#include <string.h>

/**
 * sel_exchange_teller_begin:
 *
 * Returns: (transfer none): where the values of a frame are put, before sel_exchange_teller_end()
 */
SelFrameWriter *
sel_exchange_teller_begin (SelExchangeTeller *self, SelExchangeFrameKind kind)
{
  return sel_frame_channel_begin (self->channel, kind);
}

void
sel_exchange_teller_end (SelExchangeTeller *self)
{
  if (!sel_frame_channel_end (self->channel))
    self->is_over = TRUE;
}

/* A name in the file may be as long as a tag. */
static void
put_cut_text (SelFrameWriter *writer, const char *text)
{
  gsize length = strlen (text);

  if (length > SEL_EXCHANGE_MOST_DETAIL)
    length = (gsize) (g_utf8_find_prev_char (text, text + SEL_EXCHANGE_MOST_DETAIL + 1) - text);
  sel_frame_put_text_len (writer, text, length);
}

static void
tell_problem (SelExchangeTeller *self,
              SelExchangeFrameKind kind,
              SelExchangeProblem problem,
              const SelExchangePlace *place,
              const char *detail)
{
  SelFrameWriter *writer = sel_exchange_teller_begin (self, kind);

  sel_frame_put_u32 (writer, problem);
  sel_frame_put_u32 (writer, place->line);
  sel_frame_put_u32 (writer, place->type);
  sel_frame_put_u32 (writer, place->field);
  put_cut_text (writer, place->id);
  put_cut_text (writer, detail ? detail : "");
  sel_exchange_teller_end (self);
}

/**
 * sel_exchange_teller_refuse:
 * @detail: (nullable): as @problem asks for
 *
 * Tells one problem of one record; of too many, only their number is told.
 */
void
sel_exchange_teller_refuse (SelExchangeTeller *self,
                            SelExchangeProblem problem,
                            const SelExchangePlace *place,
                            const char *detail)
{
  if (self->is_over)
    return;

  if (++self->n_problems <= SEL_EXCHANGE_MOST_PROBLEMS)
    tell_problem (self, SEL_FRAME_EXCHANGE_REFUSED, problem, place, detail);
}

/**
 * sel_exchange_teller_stop:
 * @detail: (nullable): as @problem asks for
 *
 * Tells why the file cannot be read any further. The first time counts.
 */
void
sel_exchange_teller_stop (SelExchangeTeller *self,
                          SelExchangeProblem problem,
                          const SelExchangePlace *place,
                          const char *detail)
{
  if (self->is_over)
    return;

  tell_problem (self, SEL_FRAME_EXCHANGE_STOPPED, problem, place, detail);
  self->is_over = TRUE;
}

/**
 * sel_exchange_teller_finish:
 *
 * Tells that the file was read to its end, unless something was in the way.
 */
void
sel_exchange_teller_finish (SelExchangeTeller *self)
{
  SelFrameWriter *writer;

  if (self->is_over)
    return;

  writer = sel_exchange_teller_begin (self, SEL_FRAME_EXCHANGE_END);
  sel_frame_put_i64 (writer, self->n_refused);
  sel_frame_put_i64 (writer, MAX (self->n_problems - SEL_EXCHANGE_MOST_PROBLEMS, 0));
  sel_exchange_teller_end (self);
  self->is_over = TRUE;
}
