/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The command line: selaras [--database FILE] [FILE | COMMAND …]. It is read and carried out
 * by the same code in the process that was started for it and in the one whose window has the
 * database open. */
#pragma once

#include <gio/gio.h>

#include "application/answer.h"
#include "application/command-export.h"
#include "application/command-save.h"
#include "application/due.h"
#include "application/sheet-command.h"
#include "exchange/import.h"
#include "report/format.h"
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
  SEL_COMMAND_DUE,
  SEL_COMMAND_REPORT,
  SEL_COMMAND_CHECK,

  /* These know nothing of the register. */
  SEL_COMMAND_READ_SHEET,
  SEL_COMMAND_TEMPLATE,
  SEL_COMMAND_PACKAGE,
  SEL_COMMAND_KEY,
  SEL_COMMAND_TRUST,
} SelCommandKind;

typedef struct
{
  SelCommandKind kind;
  char *database;       /* the canonical path */
  SelImportFlags flags; /* of an import */
  gint64 import;        /* the number of the one that is undone */
  char *report;         /* the name of one */
  char *person;         /* that it is about, as called by whoever asks; NULL for none */
  SelExportWords export;
  SelListWords list;
  SelScheduleWords schedule;
  SelDueWords due;
  SelFormat format;
  guint width;             /* of the terminal that a table is for; 0 for none */
  char *report_file;       /* of an import: the absolute path of its report; NULL for none */
  SelFormat report_format; /* of that */
  SelSheetOptions sheet;   /* of an import, of what reads a sheet, and of a template */

  /* Absolute paths: of an import; the exchange file and the package; at most one for others. */
  GStrv files;
  char *passphrase_file; /* likewise: what opens or closes packages; NULL for none */

  gboolean replaces;   /* files of the same names */
  gboolean is_signed;  /* of a package */
  gboolean is_removal; /* of trust */
  GStrv words;         /* whom to trust, and the key; or nobody, to list them */
} SelCommand;

SelCommand *sel_command_parse (const char *const *arguments, const char *folder, SelAnswer *answer);
SelCommand *sel_command_copy (const SelCommand *self);
void sel_command_free (SelCommand *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SelCommand, sel_command_free)

gboolean sel_command_needs_database (const SelCommand *self);
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
