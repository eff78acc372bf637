/* SPDX-License-Identifier: GPL-3.0-or-later */
/* For tests of streams only: takes the place of selaras-confined, says that it is ready, and
 * then says what is in its file, byte for byte. */
#include <unistd.h>

#include "confined/channel.h"
#include "confined/protocol.h"

int
main (void)
{
  SelFrameChannel *channel = sel_frame_channel_new (SEL_FILENO_CHANNEL, 0);
  SelFrameWriter *ready = sel_frame_channel_begin (channel, SEL_FRAME_READY);
  char data[4096];
  gssize length;

  sel_frame_put_u32 (ready, SEL_PROTOCOL_VERSION);
  sel_frame_put_u32 (ready, SEL_CONFINED_BY_LANDLOCK);
  sel_frame_put_u32 (ready, 1);
  sel_frame_channel_end (channel);
  if (!sel_frame_channel_flush (channel))
    return 1;

  while ((length = read (SEL_FILENO_INPUT, data, sizeof data)) > 0)
    if (write (SEL_FILENO_CHANNEL, data, (gsize) length) != length)
      return 1;
  return 0;
}
