/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "drain.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <unistd.h>

static int ours = -1;

static gpointer
drain_in_thread (gpointer data)
{
  const int theirs = GPOINTER_TO_INT (data);
  static guint8 heard[1 << 18];

  while (read (theirs, heard, sizeof heard) > 0)
    ;
  return NULL;
}

/* To be called by LLVMFuzzerInitialize(). */
void
drain_start (void)
{
  int pair[2];

  g_assert (socketpair (AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, pair) == 0);
  ours = pair[0];
  g_thread_unref (g_thread_new ("drain", drain_in_thread, GINT_TO_POINTER (pair[1])));
}

/* Has @reader read a file of @data, as the helper program would. */
void
drain_run (int (*reader) (SelFrameChannel *, int), const uint8_t *data, size_t length)
{
  const int file = memfd_create ("input", MFD_CLOEXEC);
  SelFrameChannel *channel = sel_frame_channel_new (dup (ours), 0);

  g_assert (write (file, data, length) == (gssize) length && lseek (file, 0, SEEK_SET) == 0);
  reader (channel, file);
  sel_frame_channel_free (channel);
  close (file);
}
