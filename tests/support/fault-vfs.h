/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A disk that fails when it is told to: what SQLite writes goes through here. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  FAULT_ONCE,    /* the disk fails, half of what was to be written is there, and it recovers */
  FAULT_FULL,    /* it is full, and stays so */
  FAULT_LASTING, /* it has gone, as a stick that was pulled */
  N_FAULT_KINDS,
} FaultKind;

void fault_vfs_install (void);
void fault_vfs_arm (FaultKind kind, guint n);
gboolean fault_vfs_disarm (void);

G_END_DECLS
