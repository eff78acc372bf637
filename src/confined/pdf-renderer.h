/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The confined side of SelPdf: one document, opened and drawn by Poppler. It draws; what a
 * document would like to run, fetch, launch or attach is not looked at. */
#pragma once

#include "confined/channel.h"

G_BEGIN_DECLS

GStrv sel_pdf_renderer_prepare (void);
int sel_pdf_renderer_run (SelFrameChannel *channel, int input_fd);

G_END_DECLS
