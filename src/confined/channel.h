/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Frames over one end of a socket pair (AF_UNIX, SOCK_STREAM), buffered both ways: a million small
 * frames go out and come in some thousands of system calls. */
#pragma once

#include "confined/frame.h"

G_BEGIN_DECLS

typedef enum
{
  SEL_CHANNEL_FRAME,  /* here is one */
  SEL_CHANNEL_WAIT,   /* no whole frame yet; only where reading does not block */
  SEL_CHANNEL_CLOSED, /* the other side has gone */
  SEL_CHANNEL_BROKEN, /* what came is no frame: read no more */
} SelChannelState;

typedef enum
{
  SEL_CHANNEL_ACCEPTS_FILES = 1 << 0, /* take open files that come along; else they are refused */
  SEL_CHANNEL_NEVER_BLOCKS = 1 << 1,
} SelChannelFlags;

typedef struct _SelFrameChannel SelFrameChannel;

SelFrameChannel *sel_frame_channel_new (int fd, SelChannelFlags flags);
void sel_frame_channel_free (SelFrameChannel *self);
int sel_frame_channel_get_fd (SelFrameChannel *self);

SelFrameWriter *sel_frame_channel_begin (SelFrameChannel *self, guint32 kind);
gboolean sel_frame_channel_end (SelFrameChannel *self);
gboolean sel_frame_channel_end_with_file (SelFrameChannel *self, int file);
gboolean sel_frame_channel_flush (SelFrameChannel *self);

SelChannelState sel_frame_channel_next (SelFrameChannel *self, SelFrame *frame);
int sel_frame_channel_take_file (SelFrameChannel *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SelFrameChannel, sel_frame_channel_free)

G_END_DECLS
