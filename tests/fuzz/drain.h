/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The other side of a confined reader that runs inside a target: takes whatever it says. */
#pragma once

#include <stddef.h>
#include <stdint.h>

#include "confined/channel.h"

G_BEGIN_DECLS

/* What libFuzzer calls, once and for each input. */
int LLVMFuzzerInitialize (int *argc, char ***argv);
int LLVMFuzzerTestOneInput (const uint8_t *data, size_t length);

void drain_start (void);
void drain_run (int (*reader) (SelFrameChannel *, int), const uint8_t *data, size_t length);

G_END_DECLS
