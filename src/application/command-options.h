/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The options of a command line: which there are, and how they are read. */
#pragma once

#include <gio/gio.h>

#include "application/answer.h"
#include "application/command-export.h"
#include "application/command-save.h"
#include "application/due.h"
#include "application/sheet-command.h"

G_BEGIN_DECLS

/* What a part of the line takes, besides --database and --help. */
typedef enum
{
  SEL_TAKES_VERSION = 1 << 0,
  SEL_TAKES_WORDS = 1 << 1,
  SEL_TAKES_IMPORT = 1 << 2,
  SEL_TAKES_FORMAT = 1 << 3,
  SEL_TAKES_EXPORT = 1 << 4,
  SEL_TAKES_SHEET = 1 << 5,
  SEL_TAKES_PASSPHRASE = 1 << 6,
  SEL_TAKES_SIGN = 1 << 7,
  SEL_TAKES_REMOVE = 1 << 8,
  SEL_TAKES_LIST = 1 << 9,
  SEL_TAKES_SCHEDULE = 1 << 10,
  SEL_TAKES_FORCE = 1 << 11,
  SEL_TAKES_DUE = 1 << 12,
} SelTakes;

typedef struct
{
  char *database;
  gboolean wants_help;
  gboolean wants_version;
  gboolean is_dry_run;
  gboolean accepts_valid;
  gboolean takes_older;
  gboolean replaces;
  char *format;
  int width; /* which one process says to another; 0 for none */
  char *report_file;
  SelExportWords export;
  SelListWords list;
  SelScheduleWords schedule;
  SelDueWords due;
  SelSheetOptions sheet;
  char *passphrase_file;
  gboolean is_signed;
  gboolean is_removal;
  GStrv words; /* that are no options */
} SelCommandOptions;

void sel_command_options_clear (SelCommandOptions *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SelCommandOptions, sel_command_options_clear)

GOptionContext *sel_command_options_new_context (SelCommandOptions *self,
                                                 const char *usage,
                                                 const char *about,
                                                 SelTakes takes);
gboolean sel_command_options_read (SelCommandOptions *self,
                                   GOptionContext *context,
                                   GStrv *arguments,
                                   SelAnswer *answer);

G_END_DECLS
