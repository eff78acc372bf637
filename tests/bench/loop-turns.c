/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "loop-turns.h"

static gint64 turned; /* when the loop began to do something */
static gint64 longest;

/* Between two waits the loop does one turn. */
static int
poll_cb (GPollFD *files, guint n_files, int timeout)
{
  int result;

  longest = sel_loop_turns_get_longest ();
  result = g_poll (files, n_files, timeout);
  turned = g_get_monotonic_time ();
  return result;
}

void
sel_loop_turns_begin (void)
{
  g_main_context_set_poll_func (NULL, poll_cb);
  longest = 0;
  turned = g_get_monotonic_time ();
}

gint64
sel_loop_turns_get_longest (void)
{
  return MAX (longest, g_get_monotonic_time () - turned);
}
