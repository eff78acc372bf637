/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "application/command.h"

#include <glib/gi18n-lib.h>

#include "application/command-book.h"
#include "application/command-options.h"
#include "application/identity.h"
#include "config.h"
#include "domain/file-name.h"
#include "report/import-report-file.h"

static const struct
{
  const char *name;
  SelCommandKind kind;
  const char *usage;
  const char *about;
  const char *formats; /* that it knows */
  SelTakes takes;
} commands[] = {
  {
    "import",
    SEL_COMMAND_IMPORT,
    N_ ("import FILE…"),
    N_ ("Take exchange files, packages of them, or tables of other offices, into the register: all"
        " of a file, or nothing if a record is refused."),
    "text json",
    SEL_TAKES_WORDS | SEL_TAKES_IMPORT | SEL_TAKES_FORMAT | SEL_TAKES_PASSPHRASE,
  },
  {
    "undo-import",
    SEL_COMMAND_UNDO_IMPORT,
    N_ ("undo-import NUMBER"),
    N_ ("Take back all that an import did, except what was changed since or is needed by others;"
        " “report imports” lists the numbers."),
    "text json",
    SEL_TAKES_WORDS | SEL_TAKES_FORMAT,
  },
  {
    "export",
    SEL_COMMAND_EXPORT,
    N_ ("export --partner=PARTNER --purpose=TEXT FILE"),
    N_ ("Write an exchange file for a partner, with its PDFs beside it, or all of it as one package"
        " if FILE ends in .selaras, and keep in the log what left and why. People are sent only "
        "under an agreement in force whose scope has the exchange of data."),
    "text json",
    SEL_TAKES_WORDS | SEL_TAKES_EXPORT | SEL_TAKES_SIGN | SEL_TAKES_PASSPHRASE | SEL_TAKES_FORCE |
      SEL_TAKES_FORMAT,
  },
  {
    "list",
    SEL_COMMAND_LIST,
    N_ ("list agreements|partners|participants|cohorts|imports|exports|register|agreement AGREEMENT"
        " FILE"),
    N_ ("Save a list as the window shows it: FILE ends in .xlsx, .csv or .pdf. What is masked there is"
        " masked here. The register book, and one agreement on a page, end in .pdf or .xlsx."),
    NULL,
    SEL_TAKES_WORDS | SEL_TAKES_LIST | SEL_TAKES_FORCE,
  },
  {
    "schedule",
    SEL_COMMAND_SCHEDULE,
    N_ ("schedule FILE"),
    N_ ("Save the sessions from today on, or all of a cohort, for another calendar: FILE ends in"
        " .ics. Taken in again it changes what is there already."),
    NULL,
    SEL_TAKES_WORDS | SEL_TAKES_SCHEDULE | SEL_TAKES_FORCE,
  },
  {
    "due",
    SEL_COMMAND_DUE,
    N_ ("due [FILE]"),
    N_ ("Print what is due: last days of agreements and for notice, obligations, reviews. A FILE that"
        " ends in .ics is a calendar of them, with their reminders."),
    "text json",
    SEL_TAKES_WORDS | SEL_TAKES_DUE | SEL_TAKES_FORCE | SEL_TAKES_FORMAT,
  },
  {
    "report",
    SEL_COMMAND_REPORT,
    N_ ("report summary|imports|receipts PERSON"),
    N_ ("Print how many of each record there are, the agreements by state, and the programmes with"
        " their targets; or the files that came in; or who received data about a person."),
    "text json csv",
    SEL_TAKES_WORDS | SEL_TAKES_FORMAT,
  },
  {
    "check",
    SEL_COMMAND_CHECK,
    "check",
    N_ ("Look whether everything in the database is as it should be."),
    NULL,
    SEL_TAKES_WORDS,
  },
  {
    "read-sheet",
    SEL_COMMAND_READ_SHEET,
    N_ ("read-sheet FILE"),
    N_ ("Say what is in a table of another office, and how it would be read."),
    "text json",
    SEL_TAKES_WORDS | SEL_TAKES_SHEET | SEL_TAKES_FORMAT,
  },
  {
    "template",
    SEL_COMMAND_TEMPLATE,
    N_ ("template KIND FILE.xlsx"),
    N_ ("Make a workbook for other offices to fill in."),
    NULL,
    SEL_TAKES_WORDS | SEL_TAKES_FORCE,
  },
  {
    "package",
    SEL_COMMAND_PACKAGE,
    N_ ("package FILE PACKAGE"),
    N_ ("Make a package of an exchange file and the PDFs beside it, for another office."),
    NULL,
    SEL_TAKES_WORDS | SEL_TAKES_PASSPHRASE | SEL_TAKES_SIGN | SEL_TAKES_FORCE,
  },
  {
    "key",
    SEL_COMMAND_KEY,
    "key",
    N_ ("Print this office’s public key, which other offices need to know its packages."),
    NULL,
    SEL_TAKES_WORDS,
  },
  {
    "trust",
    SEL_COMMAND_TRUST,
    N_ ("trust [SENDER [KEY]]"),
    N_ ("Trust the key of another office; without a key, list or remove those that are trusted."),
    NULL,
    SEL_TAKES_WORDS | SEL_TAKES_REMOVE,
  },
};

static const char *const format_names[] = {
  [SEL_FORMAT_TEXT] = "text",
  [SEL_FORMAT_JSON] = "json",
  [SEL_FORMAT_CSV] = "csv",
};

static void
fail_usage (SelAnswer *answer, const char *message)
{
  sel_answer_fail (answer, SEL_STATUS_USAGE, message);
  sel_answer_fail (
    answer, SEL_STATUS_USAGE,
    _ ("“selaras --help” lists the commands, and “selaras COMMAND --help” the options of one."));
}

static SelCommand *
make_command (SelCommandKind kind, const char *database, const char *folder)
{
  SelCommand *self = g_new0 (SelCommand, 1);

  self->kind = kind;
  self->database = sel_database_dup_canonical_path (database, folder);
  return self;
}

static GStrv
dup_absolute (GStrv files, const char *folder)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; files && files[i]; i++)
    {
      g_autofree char *absolute = g_canonicalize_filename (files[i], folder);

      g_strv_builder_add (builder, absolute);
    }

  return g_strv_builder_end (builder);
}

/* Without a command: the window, and a file that it opens. */
static SelCommand *
read_window (const SelCommandOptions *options, GStrv words, const char *folder, SelAnswer *answer)
{
  g_autoptr (SelCommand) self = make_command (SEL_COMMAND_WINDOW, options->database, folder);

  self->files = dup_absolute (words, folder);
  if (g_strv_length (self->files) > 1 ||
      (self->files[0] && !g_file_test (self->files[0], G_FILE_TEST_EXISTS)))
    {
      g_autofree char *shown = g_filename_display_name (words[0]);
      g_autofree char *message =
        g_strdup_printf (_ ("“%s” is neither a command nor a file."), shown);

      fail_usage (answer, message);
      return NULL;
    }

  return g_steal_pointer (&self);
}

/* Sets the format to the one called @name, which @known has among its words. */
static gboolean
read_format (SelCommand *self, const char *name, const char *known, SelAnswer *answer)
{
  g_auto (GStrv) names = g_strsplit (known, " ", 0);
  g_autofree char *list = g_strjoinv (", ", names);
  g_autofree char *message = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (format_names); i++)
    if (g_str_equal (format_names[i], name) && g_strv_contains ((const char *const *) names, name))
      {
        self->format = i;
        return TRUE;
      }

  /* Translators: a word from the command line, and the ones that can stand there */
  message = g_strdup_printf (_ ("“%s” is not a format; it is one of these: %s."), name, list);
  fail_usage (answer, message);
  return FALSE;
}

/* Takes where the report of an import goes. It replaces what is there, but nothing that the command
 * works with. */
static gboolean
read_report_file (SelCommand *self, const char *path, const char *folder, SelAnswer *answer)
{
  g_autofree char *absolute = g_canonicalize_filename (path, folder);
  g_autofree char *name = g_filename_display_basename (path);
  g_autofree char *message = NULL;
  g_autoptr (GError) error = NULL;

  if (!sel_import_report_file_find_format (absolute, &self->report_format, &error))
    {
      fail_usage (answer, error->message);
      return FALSE;
    }
  if (g_strv_contains ((const char *const *) self->files, absolute) ||
      g_str_equal (absolute, self->database) ||
      g_strcmp0 (absolute, self->passphrase_file) == 0)
    {
      message = g_strdup_printf (
        _ ("The report would replace “%s”, which the import needs. Give it another name."), name);
      fail_usage (answer, message);
      return FALSE;
    }

  self->report_file = g_steal_pointer (&absolute);
  return TRUE;
}

static const char *
find_report_fault (const GStrv words, guint n_words)
{
  static const char *const reports[] = { "summary", "imports", NULL };

  if (n_words > 0 && g_str_equal (words[0], "receipts"))
    return n_words == 2 ? NULL : _ ("Say of which person: the UID, the NIK or the name.");
  return n_words == 1 && g_strv_contains (reports, words[0])
           ? NULL
           : _ ("Say which report: there are “summary”, “imports” and “receipts”.");
}

/* What is wrong with the words after a command, or NULL. */
static const char *
find_fault (SelCommandKind kind, const SelCommandOptions *options)
{
  const GStrv words = options->words;
  const guint n_words = words ? g_strv_length (words) : 0;

  switch (kind)
    {
    case SEL_COMMAND_IMPORT:
      return n_words > 0 ? NULL : _ ("Say which file to import.");
    case SEL_COMMAND_UNDO_IMPORT:
      return n_words == 1 && g_ascii_string_to_unsigned (words[0], 10, 1, G_MAXINT64, NULL, NULL)
               ? NULL
               : _ ("Say the number of the import: “selaras report imports” lists them.");
    case SEL_COMMAND_EXPORT:
      if (n_words != 1)
        return _ ("Say which one file to write.");
      if ((options->is_signed || options->passphrase_file) &&
          !sel_file_name_ends (words[0], SEL_PACKAGE_ENDING))
        return _ ("Only a package is signed or encrypted: end the name of the file with .selaras.");
      return sel_export_words_check (&options->export);
    case SEL_COMMAND_LIST:
      return sel_list_find_fault (words, n_words);
    case SEL_COMMAND_SCHEDULE:
      return n_words == 1 ? NULL : _ ("Say which one file to write.");
    case SEL_COMMAND_DUE:
      return n_words <= 1 ? NULL : _ ("Say which one file to write, or none.");
    case SEL_COMMAND_REPORT:
      return find_report_fault (words, n_words);
    case SEL_COMMAND_CHECK:
      return n_words == 0 ? NULL : _ ("“check” takes no file; name a database with --database.");
    case SEL_COMMAND_READ_SHEET:
      return n_words == 1 ? NULL : _ ("Say which file to read, and no more than one.");
    case SEL_COMMAND_TEMPLATE:
      return n_words == 2 ? NULL : _ ("Say what the table is about, and which file to make.");
    case SEL_COMMAND_PACKAGE:
      return n_words == 2
               ? NULL
               : _ ("Say which exchange file to pack, and what to call the package.");
    case SEL_COMMAND_KEY:
      return n_words == 0 ? NULL : _ ("“key” takes nothing.");
    case SEL_COMMAND_TRUST:
      if (options->is_removal)
        return n_words == 1 ? NULL : _ ("Say which sender’s keys are to be removed.");
      return n_words == 0 || n_words == 2 ? NULL : _ ("Say which sender to trust, and its key.");
    case SEL_COMMAND_WINDOW:
    default:
      g_return_val_if_reached (NULL);
    }
}

/* Takes what a command is to work with from the words of its line. */
static void
take_words (SelCommand *self, GStrv words, const char *folder)
{
  switch (self->kind)
    {
    case SEL_COMMAND_IMPORT:
    case SEL_COMMAND_EXPORT:
    case SEL_COMMAND_SCHEDULE:
    case SEL_COMMAND_DUE:
    case SEL_COMMAND_READ_SHEET:
    case SEL_COMMAND_PACKAGE:
      self->files = dup_absolute (words, folder);
      break;
    case SEL_COMMAND_LIST:
      self->list.name = g_strdup (words[0]);
      if (g_str_equal (words[0], SEL_AGREEMENT_NAME))
        self->list.agreement = g_strdup (*++words);
      self->files = dup_absolute (words + 1, folder);
      break;
    case SEL_COMMAND_TEMPLATE:
      self->sheet.kind = g_strdup (words[0]);
      self->files = dup_absolute (words + 1, folder);
      break;
    case SEL_COMMAND_UNDO_IMPORT:
      self->import = g_ascii_strtoll (words[0], NULL, 10);
      break;
    case SEL_COMMAND_REPORT:
      self->report = g_strdup (words[0]);
      self->person = g_strdup (words[1]);
      break;
    case SEL_COMMAND_TRUST:
      self->words = g_strdupv (words);
      break;
    case SEL_COMMAND_CHECK:
    case SEL_COMMAND_KEY:
    case SEL_COMMAND_WINDOW:
    default:
      break;
    }
}

/* Likewise from its options. */
static void
take_options (SelCommand *self, const SelCommandOptions *options, const char *folder)
{
  sel_sheet_options_copy (&self->sheet, &options->sheet);
  sel_export_words_copy (&self->export, &options->export);
  self->list.search = g_strdup (options->list.search);
  self->schedule.cohort = g_strdup (options->schedule.cohort);
  self->due.notifies = options->due.notifies;
  self->due.within = options->due.within;
  self->replaces = self->export.replaces = self->list.replaces = self->schedule.replaces =
    self->due.replaces = options->replaces;
  if (options->passphrase_file)
    self->passphrase_file = g_canonicalize_filename (options->passphrase_file, folder);

  self->flags = (options->is_dry_run ? SEL_IMPORT_DRY_RUN : 0) |
                (options->accepts_valid ? SEL_IMPORT_ACCEPT_VALID : 0) |
                (options->takes_older ? SEL_IMPORT_TAKE_OLDER : 0);
  self->is_signed = options->is_signed;
  self->is_removal = options->is_removal;
}

/* Reads the line from the word of the command on. */
static SelCommand *
read_command (guint index,
              const char *database,
              GStrv *words,
              const char *folder,
              SelAnswer *answer)
{
  g_auto (SelCommandOptions) options = { 0 };
  g_autoptr (GOptionContext) context =
    sel_command_options_new_context (&options, _ (commands[index].usage),
                                     _ (commands[index].about), commands[index].takes);
  g_autoptr (SelCommand) self = NULL;
  const char *fault;

  if (!sel_command_options_read (&options, context, words, answer))
    return NULL;
  if ((fault = find_fault (commands[index].kind, &options)))
    {
      fail_usage (answer, fault);
      return NULL;
    }

  self =
    make_command (commands[index].kind, options.database ? options.database : database, folder);
  if (options.format && !read_format (self, options.format, commands[index].formats, answer))
    return NULL;

  take_options (self, &options, folder);
  take_words (self, options.words, folder);
  if (options.report_file && !read_report_file (self, options.report_file, folder, answer))
    return NULL;

  return g_steal_pointer (&self);
}

static char *
dup_commands_text (void)
{
  GString *text = g_string_new (_ ("Register of agreements, of the people they serve, and of their"
                                   " training.\nWithout a command the window opens."));

  g_string_append_printf (text, "\n\n%s", _ ("Commands:"));
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    g_string_append_printf (text, "\n  %s\n      %s", _ (commands[i].usage), _ (commands[i].about));

  return g_string_free (text, FALSE);
}

/* As GOption reads lines: with the name of the program first. */
static GStrv
prepend_program (const char *const *arguments)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  g_strv_builder_add (builder, "selaras");
  g_strv_builder_addv (builder, (const char **) arguments);
  return g_strv_builder_end (builder);
}

/**
 * sel_command_parse:
 * @arguments: what follows the name of the program
 * @folder: what relative paths start from
 * @answer: takes what there is to say, and the exit status, when nothing is left to be done
 *
 * Reads a command line.
 *
 * Returns: (transfer full) (nullable): what to do; NULL after help, the version, or a mistake
 */
SelCommand *
sel_command_parse (const char *const *arguments, const char *folder, SelAnswer *answer)
{
  g_auto (SelCommandOptions) options = { 0 };
  g_auto (GStrv) words = prepend_program (arguments);
  g_autofree char *about = dup_commands_text ();
  g_autoptr (GOptionContext) context =
    sel_command_options_new_context (&options, _ ("[COMMAND | FILE]"), about, SEL_TAKES_VERSION);

  g_option_context_set_strict_posix (context, TRUE);
  if (!sel_command_options_read (&options, context, &words, answer))
    return NULL;

  if (options.wants_version)
    {
      sel_answer_say (answer, "Selaras " SEL_VERSION "\n");
      return NULL;
    }

  for (guint i = 0; words[1] && i < G_N_ELEMENTS (commands); i++)
    if (g_str_equal (words[1], commands[i].name))
      {
        /* GOption takes the first word for the name of the program. */
        g_auto (GStrv) rest = g_strdupv (words + 1);
        SelCommand *self = read_command (i, options.database, &rest, folder, answer);

        if (self)
          self->width = (guint) MAX (options.width, 0);
        return self;
      }

  return read_window (&options, words + 1, folder, answer);
}

SelCommand *
sel_command_copy (const SelCommand *self)
{
  SelCommand *copy = g_memdup2 (self, sizeof *self);

  copy->database = g_strdup (self->database);
  copy->files = g_strdupv (self->files);
  copy->report = g_strdup (self->report);
  copy->list.name = g_strdup (self->list.name);
  copy->list.search = g_strdup (self->list.search);
  copy->list.agreement = g_strdup (self->list.agreement);
  copy->schedule.cohort = g_strdup (self->schedule.cohort);
  copy->report_file = g_strdup (self->report_file);
  copy->person = g_strdup (self->person);
  sel_export_words_copy (&copy->export, &self->export);
  sel_sheet_options_copy (&copy->sheet, &self->sheet);
  copy->passphrase_file = g_strdup (self->passphrase_file);
  copy->words = g_strdupv (self->words);
  return copy;
}

void
sel_command_free (SelCommand *self)
{
  if (self == NULL)
    return;

  g_free (self->database);
  g_free (self->report);
  g_free (self->list.name);
  g_free (self->list.search);
  g_free (self->list.agreement);
  g_free (self->schedule.cohort);
  g_free (self->report_file);
  g_free (self->person);
  g_strfreev (self->files);
  sel_export_words_clear (&self->export);
  sel_sheet_options_clear (&self->sheet);
  g_free (self->passphrase_file);
  g_strfreev (self->words);
  g_free (self);
}

/* Whether it is about the register, and has to be carried out where that is open. */
gboolean
sel_command_needs_database (const SelCommand *self)
{
  return self->kind < SEL_COMMAND_READ_SHEET;
}
