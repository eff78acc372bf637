/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One confined reader at work, seen from the program. It is killed when this is freed, when it
 * breaks the protocol, when it is silent for too long, and when the thread that spawned it ends:
 * use it in that thread only.
 *
 * A worker thread asks and waits: sel_confined_process_ask(), then sel_confined_process_read().
 * The main loop asks and goes on: sel_confined_process_watch() once, then answers arrive. */
#pragma once

#include <gio/gio.h>

#include "confined/channel.h"
#include "confined/command.h"
#include "confined/error.h"

G_BEGIN_DECLS

/* The longest silence, in milliseconds, of a reader that was asked something. */
#define SEL_CONFINED_PATIENCE 20000

typedef struct _SelConfinedProcess SelConfinedProcess;

/* An answer, lent for the call; or the error that ended the process, once. */
typedef void (*SelConfinedFunc) (SelFrame *frame, const GError *error, gpointer user_data);

SelConfinedProcess *sel_confined_process_spawn (SelConfinedMode mode,
                                                int input,
                                                const char *name,
                                                GError **error);
SelConfinedProcess *sel_confined_process_spawn_command (const char *const *command,
                                                        int input,
                                                        const char *name,
                                                        GError **error);
void sel_confined_process_free (SelConfinedProcess *self);

void sel_confined_process_set_name (SelConfinedProcess *self, const char *name);
void sel_confined_process_set_patience (SelConfinedProcess *self, guint milliseconds);
GPid sel_confined_process_get_pid (SelConfinedProcess *self);
gboolean sel_confined_process_is_alive (SelConfinedProcess *self);
gboolean sel_confined_process_get_confinement (SelConfinedProcess *self,
                                               SelConfinement *confinement);

SelFrameWriter *sel_confined_process_begin (SelConfinedProcess *self, guint32 kind);
gboolean sel_confined_process_ask (SelConfinedProcess *self, int file, GError **error);
gboolean sel_confined_process_read (SelConfinedProcess *self,
                                    SelFrame *frame,
                                    GCancellable *cancellable,
                                    GError **error);
void sel_confined_process_watch (SelConfinedProcess *self,
                                 SelConfinedFunc func,
                                 gpointer user_data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SelConfinedProcess, sel_confined_process_free)

G_END_DECLS
