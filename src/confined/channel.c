/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "confined/channel.h"

#include <errno.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

/* What gathers before it is sent, and what is asked for at once: about what the kernel holds for
 * one socket, so that the two sides work at the same time. */
#define OUT_BUFFER (128u << 10)
#define IN_BUFFER (256u << 10)

struct _SelFrameChannel
{
  int fd;
  SelChannelFlags flags;
  int file; /* came along and was not taken yet, or -1 */

  SelFrameWriter out;

  guint8 *in;
  gsize in_allocated;
  gsize in_start; /* what was received and not read yet: from here … */
  gsize in_end;   /* … to here */
};

/**
 * sel_frame_channel_new:
 * @fd: (transfer full): one end of a socket pair
 */
SelFrameChannel *
sel_frame_channel_new (int fd, SelChannelFlags flags)
{
  SelFrameChannel *self = g_new0 (SelFrameChannel, 1);

  self->fd = fd;
  self->flags = flags;
  self->file = -1;
  self->in_allocated = IN_BUFFER;
  self->in = g_malloc (self->in_allocated);
  return self;
}

void
sel_frame_channel_free (SelFrameChannel *self)
{
  if (self->file >= 0)
    close (self->file);
  close (self->fd);
  sel_frame_writer_clear (&self->out);
  g_free (self->in);
  g_free (self);
}

int
sel_frame_channel_get_fd (SelFrameChannel *self)
{
  return self->fd;
}

/**
 * sel_frame_channel_begin:
 *
 * Returns: (transfer none): where the values of a new frame are put; end it with
 *   sel_frame_channel_end() or sel_frame_channel_end_with_file()
 */
SelFrameWriter *
sel_frame_channel_begin (SelFrameChannel *self, guint32 kind)
{
  sel_frame_begin (&self->out, kind);
  return &self->out;
}

/* Sends @length bytes at @data, the first of them with @file unless that is -1. */
static gboolean
send_all (SelFrameChannel *self, const guint8 *data, gsize length, int file)
{
  union
  {
    struct cmsghdr header;
    char space[CMSG_SPACE (sizeof (int))];
  } control = { 0 };
  const int flags = MSG_NOSIGNAL | (self->flags & SEL_CHANNEL_NEVER_BLOCKS ? MSG_DONTWAIT : 0);

  while (length > 0)
    {
      struct iovec part = { .iov_base = (void *) data, .iov_len = length };
      struct msghdr message = { .msg_iov = &part, .msg_iovlen = 1 };
      gssize sent;

      if (file >= 0)
        {
          control.header.cmsg_level = SOL_SOCKET;
          control.header.cmsg_type = SCM_RIGHTS;
          control.header.cmsg_len = CMSG_LEN (sizeof file);
          memcpy (CMSG_DATA (&control.header), &file, sizeof file);
          message.msg_control = &control;
          message.msg_controllen = sizeof control;
        }

      sent = sendmsg (self->fd, &message, flags);
      if (sent < 0 && errno == EINTR)
        continue;
      if (sent < 0)
        return FALSE;

      file = -1;
      data += sent;
      length -= (gsize) sent;
    }

  return TRUE;
}

/**
 * sel_frame_channel_flush:
 *
 * Sends what has gathered. A channel that never blocks fails when the other side does not read:
 * the program asks one short question at a time, so a sound reader always has room.
 *
 * Returns: %FALSE when the other side has gone or does not read
 */
gboolean
sel_frame_channel_flush (SelFrameChannel *self)
{
  gsize length = self->out.length;

  self->out.length = 0;
  return send_all (self, self->out.data, length, -1);
}

/**
 * sel_frame_channel_end:
 *
 * Ends the frame; it is sent with those after it, or by sel_frame_channel_flush().
 */
gboolean
sel_frame_channel_end (SelFrameChannel *self)
{
  sel_frame_end (&self->out);
  return self->out.length < OUT_BUFFER || sel_frame_channel_flush (self);
}

/**
 * sel_frame_channel_end_with_file:
 * @file: (transfer none): an open file for the other side
 *
 * Ends the frame and sends it now. It is a short one, so that it arrives in one piece and the
 * other side never holds two files at once.
 */
gboolean
sel_frame_channel_end_with_file (SelFrameChannel *self, int file)
{
  gsize before = self->out.begun;
  gsize length = self->out.length - before;

  g_assert (length <= 4096);
  sel_frame_end (&self->out);
  self->out.length = 0;
  return send_all (self, self->out.data, before, -1) &&
         send_all (self, self->out.data + before, length, file);
}

/* Keeps the file that came with a message. More than one, or one that nobody accepts, and
 * the other side is not what it should be. */
static gboolean
keep_file (SelFrameChannel *self, struct msghdr *message)
{
  for (struct cmsghdr *part = CMSG_FIRSTHDR (message); part; part = CMSG_NXTHDR (message, part))
    {
      if (part->cmsg_level != SOL_SOCKET || part->cmsg_type != SCM_RIGHTS || self->file >= 0 ||
          part->cmsg_len != CMSG_LEN (sizeof (int)))
        return FALSE;
      memcpy (&self->file, CMSG_DATA (part), sizeof (int));
    }

  return !(message->msg_flags & MSG_CTRUNC);
}

static gssize
receive (SelFrameChannel *self, guint8 *data, gsize length)
{
  union
  {
    struct cmsghdr header;
    char space[CMSG_SPACE (sizeof (int))];
  } control = { 0 };
  struct iovec part = { .iov_base = data, .iov_len = length };
  struct msghdr message = { .msg_iov = &part, .msg_iovlen = 1 };
  gssize received;
  int flags = MSG_CMSG_CLOEXEC;

  /* Without room for them the kernel closes the files that come along. */
  if (self->flags & SEL_CHANNEL_ACCEPTS_FILES)
    {
      message.msg_control = &control;
      message.msg_controllen = CMSG_LEN (sizeof (int));
    }
  if (self->flags & SEL_CHANNEL_NEVER_BLOCKS)
    flags |= MSG_DONTWAIT;

  do
    received = recvmsg (self->fd, &message, flags);
  while (received < 0 && errno == EINTR);

  if (received >= 0 && !keep_file (self, &message))
    {
      errno = EPROTO;
      return -1;
    }
  return received;
}

/* Receives once, into a buffer with room for @wanted bytes from in_start on. */
static SelChannelState
fill (SelFrameChannel *self, gsize wanted)
{
  gssize received;

  memmove (self->in, self->in + self->in_start, self->in_end - self->in_start);
  self->in_end -= self->in_start;
  self->in_start = 0;

  if (wanted > self->in_allocated)
    {
      self->in_allocated = wanted;
      self->in = g_realloc (self->in, self->in_allocated);
    }

  received = receive (self, self->in + self->in_end, self->in_allocated - self->in_end);
  if (received > 0)
    {
      self->in_end += (gsize) received;
      return SEL_CHANNEL_FRAME;
    }
  if (received < 0 && (errno == EAGAIN || errno == EWOULDBLOCK))
    return SEL_CHANNEL_WAIT;
  if (received == 0 || errno == ECONNRESET)
    return SEL_CHANNEL_CLOSED;
  return SEL_CHANNEL_BROKEN;
}

/**
 * sel_frame_channel_next:
 * @frame: (out): the frame, lent until the next call
 *
 * Reads the next frame. The length that the other side claims is believed only up to
 * SEL_FRAME_MAX_PAYLOAD.
 */
SelChannelState
sel_frame_channel_next (SelFrameChannel *self, SelFrame *frame)
{
  for (;;)
    {
      SelFrameReader header;
      SelChannelState state;
      gsize held = self->in_end - self->in_start;
      gsize wanted = SEL_FRAME_HEADER;

      if (held >= SEL_FRAME_HEADER)
        {
          sel_frame_reader_init (&header, self->in + self->in_start, SEL_FRAME_HEADER);
          wanted += sel_frame_get_u32 (&header);
          frame->kind = sel_frame_get_u32 (&header);

          if (wanted > SEL_FRAME_HEADER + SEL_FRAME_MAX_PAYLOAD)
            return SEL_CHANNEL_BROKEN;
          if (held >= wanted)
            {
              sel_frame_reader_init (&frame->payload,
                                     self->in + self->in_start + SEL_FRAME_HEADER,
                                     wanted - SEL_FRAME_HEADER);
              self->in_start += wanted;
              return SEL_CHANNEL_FRAME;
            }
        }

      state = fill (self, wanted);
      if (state != SEL_CHANNEL_FRAME)
        return state;
    }
}

/**
 * sel_frame_channel_take_file:
 *
 * Returns: (transfer full): the open file that came with the frame just read, or -1
 */
int
sel_frame_channel_take_file (SelFrameChannel *self)
{
  return g_steal_fd (&self->file);
}
