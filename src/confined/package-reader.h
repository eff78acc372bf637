/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "confined/channel.h"

G_BEGIN_DECLS

int sel_package_reader_run (SelFrameChannel *channel, int input_fd);

G_END_DECLS
