/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support/no-room.h"

#include <signal.h>
#include <sys/resource.h>

static void
limit_files (rlim_t size)
{
  struct rlimit limit;

  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  limit.rlim_cur = MIN (size, limit.rlim_max);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
}

void
no_room_begin (guint size)
{
  signal (SIGXFSZ, SIG_IGN); /* a write fails instead */
  limit_files (size);
}

void
no_room_end (void)
{
  limit_files (RLIM_INFINITY);
}
