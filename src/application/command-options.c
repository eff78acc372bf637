/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "application/command-options.h"

#include <glib/gi18n-lib.h>

void
sel_command_options_clear (SelCommandOptions *self)
{
  g_free (self->database);
  g_free (self->format);
  g_free (self->list.search);
  g_free (self->schedule.cohort);
  g_free (self->report_file);
  sel_export_words_clear (&self->export);
  sel_sheet_options_clear (&self->sheet);
  g_free (self->passphrase_file);
  g_strfreev (self->words);
}

static void
add_shared_options (SelCommandOptions *self, GOptionContext *context, SelTakes takes)
{
  const GOptionEntry shared[] = {
    { "database", 0, 0, G_OPTION_ARG_FILENAME, &self->database,
      N_ ("Use this database instead of the usual one"), N_ ("FILE") },
    { "help", 'h', 0, G_OPTION_ARG_NONE, &self->wants_help, N_ ("Print this, and end"), NULL },
    { NULL },
  };
  const GOptionEntry words[] = {
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &self->words, NULL, NULL },
    { NULL },
  };
  const GOptionEntry general[] = {
    { "version", 0, 0, G_OPTION_ARG_NONE, &self->wants_version,
      N_ ("Print the version, and end"), NULL },
    { "width", 0, G_OPTION_FLAG_HIDDEN, G_OPTION_ARG_INT, &self->width, NULL, NULL },
    { NULL },
  };
  const GOptionEntry force[] = {
    { "force", 0, 0, G_OPTION_ARG_NONE, &self->replaces, N_ ("Replace files of the same names"),
      NULL },
    { NULL },
  };
  const GOptionEntry format[] = {
    { "format", 0, 0, G_OPTION_ARG_STRING, &self->format,
      N_ ("How the result is printed; “text” unless it is said"), N_ ("FORMAT") },
    { NULL },
  };

  g_option_context_add_main_entries (context, shared, GETTEXT_PACKAGE);
  if (takes & SEL_TAKES_VERSION)
    g_option_context_add_main_entries (context, general, GETTEXT_PACKAGE);
  if (takes & SEL_TAKES_WORDS)
    g_option_context_add_main_entries (context, words, GETTEXT_PACKAGE);
  if (takes & SEL_TAKES_FORCE)
    g_option_context_add_main_entries (context, force, GETTEXT_PACKAGE);
  if (takes & SEL_TAKES_FORMAT)
    g_option_context_add_main_entries (context, format, GETTEXT_PACKAGE);
}

static void
add_import_options (SelCommandOptions *self, GOptionContext *context)
{
  const GOptionEntry import[] = {
    { "dry-run", 0, 0, G_OPTION_ARG_NONE, &self->is_dry_run,
      N_ ("Say what would happen, and change nothing"), NULL },
    { "accept-valid", 0, 0, G_OPTION_ARG_NONE, &self->accepts_valid,
      N_ ("Take the good records, and list the others"), NULL },
    { "older", 0, 0, G_OPTION_ARG_NONE, &self->takes_older,
      N_ ("Take a file though a newer one of its sender came in before"), NULL },
    { "report", 0, 0, G_OPTION_ARG_FILENAME, &self->report_file,
      N_ ("Write what became of the records to this file too: .txt, .json or .csv"), N_ ("FILE") },
    { "mapping", 0, 0, G_OPTION_ARG_STRING, &self->sheet.mapping,
      N_ ("The files are tables: read them with the mapping that was saved so"), N_ ("NAME") },
    { "sheet", 0, 0, G_OPTION_ARG_STRING, &self->sheet.sheet,
      N_ ("Read this sheet of a workbook"), N_ ("NAME") },
    { NULL },
  };

  g_option_context_add_main_entries (context, import, GETTEXT_PACKAGE);
}

static void
add_export_options (SelExportWords *export, GOptionContext *context)
{
  const GOptionEntry entries[] = {
    { "what", 0, 0, G_OPTION_ARG_STRING, &export->what,
      N_ ("“agreements” of the partner unless it is said, “roster”, “schedule”, “outcomes” or "
          "“everything”"),
      N_ ("WHAT") },
    { "programme", 0, 0, G_OPTION_ARG_STRING, &export->programme,
      N_ ("Only of this programme, by its UID or name"), N_ ("PROGRAMME") },
    { "cohort", 0, 0, G_OPTION_ARG_STRING, &export->cohort,
      N_ ("Only of this cohort, by its UID or name"), N_ ("COHORT") },
    { "partner", 0, 0, G_OPTION_ARG_STRING, &export->partner,
      N_ ("Who receives it, by its UID or name"), N_ ("PARTNER") },
    { "agreement", 0, 0, G_OPTION_ARG_STRING, &export->agreement,
      N_ ("The agreement that it rests on, by its UID, number or title"), N_ ("AGREEMENT") },
    { "elsewhere", 0, 0, G_OPTION_ARG_NONE, &export->takes_elsewhere,
      N_ ("Also people of cohorts that are held under other agreements"), NULL },
    { "purpose", 0, 0, G_OPTION_ARG_STRING, &export->purpose,
      N_ ("What the partner needs it for"), N_ ("TEXT") },
    { "sender-id", 0, 0, G_OPTION_ARG_STRING, &export->sender,
      N_ ("The code of this office, instead of that in the preferences"), N_ ("CODE") },
    { "sender-name", 0, 0, G_OPTION_ARG_STRING, &export->sender_name,
      N_ ("The name of this office, instead of that in the preferences"), N_ ("NAME") },
    { NULL },
  };

  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
}

static void
add_sheet_options (SelCommandOptions *self, GOptionContext *context)
{
  const GOptionEntry sheet[] = {
    { "sheet", 0, 0, G_OPTION_ARG_STRING, &self->sheet.sheet,
      N_ ("Read this sheet of a workbook"), N_ ("NAME") },
    { "kind", 0, 0, G_OPTION_ARG_STRING, &self->sheet.kind,
      N_ ("What the table is about; found unless it is said"), N_ ("KIND") },
    { "reveal", 0, 0, G_OPTION_ARG_NONE, &self->sheet.reveals,
      N_ ("Show what is personal, which is masked otherwise"), NULL },
    { "save-mapping", 0, 0, G_OPTION_ARG_STRING, &self->sheet.mapping,
      N_ ("Keep how it is read under this name"), N_ ("NAME") },
    { "sender", 0, 0, G_OPTION_ARG_STRING, &self->sheet.sender,
      N_ ("Code of the office that sends such tables"), N_ ("CODE") },
    { "sender-name", 0, 0, G_OPTION_ARG_STRING, &self->sheet.sender_name,
      N_ ("Name of that office"), N_ ("NAME") },
    { "default", 0, 0, G_OPTION_ARG_STRING_ARRAY, &self->sheet.defaults,
      N_ ("What a field is where the table does not say it"), N_ ("FIELD=VALUE") },
    { NULL },
  };

  g_option_context_add_main_entries (context, sheet, GETTEXT_PACKAGE);
}

static void
add_package_options (SelCommandOptions *self, GOptionContext *context, SelTakes takes)
{
  const GOptionEntry passphrase[] = {
    { "passphrase-file", 0, 0, G_OPTION_ARG_FILENAME, &self->passphrase_file,
      N_ ("The first line of this file is the passphrase of the package"), N_ ("FILE") },
    { NULL },
  };
  const GOptionEntry sign[] = {
    { "sign", 0, 0, G_OPTION_ARG_NONE, &self->is_signed,
      N_ ("Sign it with this office’s key"), NULL },
    { NULL },
  };
  const GOptionEntry remove[] = {
    { "remove", 0, 0, G_OPTION_ARG_NONE, &self->is_removal,
      N_ ("Trust the keys of this office no more"), NULL },
    { NULL },
  };

  if (takes & SEL_TAKES_PASSPHRASE)
    g_option_context_add_main_entries (context, passphrase, GETTEXT_PACKAGE);
  if (takes & SEL_TAKES_SIGN)
    g_option_context_add_main_entries (context, sign, GETTEXT_PACKAGE);
  if (takes & SEL_TAKES_REMOVE)
    g_option_context_add_main_entries (context, remove, GETTEXT_PACKAGE);
}

/**
 * sel_command_options_new_context:
 * @self: is borrowed by the context, which writes into it
 * @about: what help says first
 *
 * Returns: (transfer full): what reads the options of @takes
 */
GOptionContext *
sel_command_options_new_context (SelCommandOptions *self,
                                 const char *usage,
                                 const char *about,
                                 SelTakes takes)
{
  GOptionContext *context = g_option_context_new (usage);

  g_option_context_set_translation_domain (context, GETTEXT_PACKAGE);
  g_option_context_set_help_enabled (context, FALSE); /* it would print, and end the process */
  g_option_context_set_summary (context, about);
  add_shared_options (self, context, takes);
  if (takes & SEL_TAKES_IMPORT)
    add_import_options (self, context);
  if (takes & SEL_TAKES_EXPORT)
    add_export_options (&self->export, context);
  if (takes & SEL_TAKES_LIST)
    sel_list_words_add_entries (&self->list, context);
  if (takes & SEL_TAKES_SCHEDULE)
    sel_schedule_words_add_entries (&self->schedule, context);
  if (takes & SEL_TAKES_DUE)
    sel_due_words_add_entries (&self->due, context);
  if (takes & SEL_TAKES_SHEET)
    add_sheet_options (self, context);
  add_package_options (self, context, takes);

  return context;
}

/* Reads the options in @arguments. FALSE when that is all: help was asked for, or a mistake made.
 */
gboolean
sel_command_options_read (SelCommandOptions *self,
                          GOptionContext *context,
                          GStrv *arguments,
                          SelAnswer *answer)
{
  g_autoptr (GError) error = NULL;

  if (!g_option_context_parse_strv (context, arguments, &error))
    {
      sel_answer_fail (answer, SEL_STATUS_USAGE, error->message);
      return FALSE;
    }

  if (self->wants_help)
    {
      g_autofree char *help = g_option_context_get_help (context, TRUE, NULL);

      sel_answer_say (answer, help);
    }
  return !self->wants_help;
}
