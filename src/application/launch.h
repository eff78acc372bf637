/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "application/command.h"

G_BEGIN_DECLS

int sel_command_launch (SelCommand *command, char **argv);

G_END_DECLS
