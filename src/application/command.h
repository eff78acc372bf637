/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The command line: selaras [--database FILE] [FILE | COMMAND …]. It is read and carried out
 * by the same code in the process that was started for it and in the one whose window has the
 * database open. */
#pragma once

#include <gio/gio.h>

#include "application/answer.h"
#include "application/command-export.h"
#include "application/command-save.h"
#include "exchange/import.h"
#include "store/store.h"

G_BEGIN_DECLS

typedef enum
{
  SEL_COMMAND_WINDOW, /* no command: open the window, with the file to import if there is one */
  SEL_COMMAND_IMPORT,
  SEL_COMMAND_UNDO_IMPORT,
  SEL_COMMAND_EXPORT,
  SEL_COMMAND_LIST,
  SEL_COMMAND_SCHEDULE,
  SEL_COMMAND_REPORT,
  SEL_COMMAND_CHECK,
} SelCommandKind;

typedef enum
{
  SEL_FORMAT_TEXT,
  SEL_FORMAT_JSON,
  SEL_FORMAT_CSV,
} SelFormat;

typedef struct
{
  SelCommandKind kind;
  char *database;       /* the canonical path */
  GStrv files;          /* absolute paths: of an import, one of what leaves, or at most one for
                           the window */
  SelImportFlags flags; /* of an import */
  gint64 import;        /* the number of the one that is undone */
  char *report;         /* the name of one */
  SelExportWords export;
  SelListWords list;
  SelScheduleWords schedule;
  SelFormat format;
} SelCommand;

SelCommand *sel_command_parse (const char *const *arguments, const char *folder, SelAnswer *answer);
SelCommand *sel_command_copy (const SelCommand *self);
void sel_command_free (SelCommand *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SelCommand, sel_command_free)

void sel_command_run (const SelCommand *self,
                      SelStore *store,
                      const GDate *today,
                      guint notice_days,
                      GCancellable *cancellable,
                      SelAnswer *answer);
void sel_command_run_async (const SelCommand *self,
                            SelStore *store,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data);
SelAnswer *sel_command_run_finish (GAsyncResult *result);

G_END_DECLS
