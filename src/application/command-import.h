/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The command that takes in files. */
#pragma once

#include "application/command.h"

G_BEGIN_DECLS

void sel_command_import (const SelCommand *self,
                         SelStore *store,
                         const GDate *today,
                         GCancellable *cancellable,
                         SelAnswer *answer);

G_END_DECLS
