/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The notes of an import as a file, for the sender to mend what was refused. */
#pragma once

#include "ui/exchange/note-list.h"
#include "ui/office.h"

G_BEGIN_DECLS

void sel_report_file_write (const char *path, SelNoteList *notes, SelOffice *office);

G_END_DECLS
