/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "application/command.h"

#include <glib/gi18n-lib.h>

#include "application/identity.h"
#include "config.h"

typedef struct
{
  char *database;
  gboolean wants_help;
  gboolean wants_version;
  gboolean is_dry_run;
  gboolean accepts_valid;
  gboolean takes_older;
  char *format;
  SelExportWords export;
  SelListWords list;
  SelScheduleWords schedule;
  GStrv words; /* that are no options */
} Options;

static void
clear_options (Options *options)
{
  g_free (options->database);
  g_free (options->format);
  g_free (options->list.search);
  g_free (options->schedule.cohort);
  sel_export_words_clear (&options->export);
  g_strfreev (options->words);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, clear_options)

/* What a part of the line takes, besides --database and --help. */
typedef enum
{
  TAKES_VERSION = 1 << 0,
  TAKES_WORDS = 1 << 1,
  TAKES_IMPORT = 1 << 2,
  TAKES_FORMAT = 1 << 3,
  TAKES_EXPORT = 1 << 4,
  TAKES_LIST = 1 << 5,
  TAKES_SCHEDULE = 1 << 6,
} Takes;

static const struct
{
  const char *name;
  SelCommandKind kind;
  const char *usage;
  const char *about;
  const char *formats; /* that it knows */
  Takes takes;
} commands[] = {
  {
    "import",
    SEL_COMMAND_IMPORT,
    N_ ("import FILE…"),
    N_ ("Take exchange files into the register: all of a file, or nothing if a record is refused."),
    "text json",
    TAKES_WORDS | TAKES_IMPORT | TAKES_FORMAT,
  },
  {
    "undo-import",
    SEL_COMMAND_UNDO_IMPORT,
    N_ ("undo-import NUMBER"),
    N_ ("Take back all that an import did, except what was changed since or is needed by others;"
        " “report imports” lists the numbers."),
    "text json",
    TAKES_WORDS | TAKES_FORMAT,
  },
  {
    "export",
    SEL_COMMAND_EXPORT,
    N_ ("export --partner=PARTNER --purpose=TEXT FILE"),
    N_ ("Write an exchange file for a partner, with its PDFs beside it, and keep in the log what "
        "left and why. People are sent only under an agreement in force whose scope has the "
        "exchange of data."),
    "text json",
    TAKES_WORDS | TAKES_EXPORT | TAKES_FORMAT,
  },
  {
    "list",
    SEL_COMMAND_LIST,
    N_ ("list agreements|partners|participants|cohorts|imports FILE"),
    N_ ("Save a list for a spreadsheet, as the window shows it: FILE ends in .xlsx or .csv. What is"
        " masked there is masked here."),
    NULL,
    TAKES_WORDS | TAKES_LIST,
  },
  {
    "schedule",
    SEL_COMMAND_SCHEDULE,
    N_ ("schedule FILE"),
    N_ ("Save the sessions from today on, or all of a cohort, for another calendar: FILE ends in"
        " .ics. Taken in again it changes what is there already."),
    NULL,
    TAKES_WORDS | TAKES_SCHEDULE,
  },
  {
    "report",
    SEL_COMMAND_REPORT,
    "report summary|imports",
    N_ ("Print how many of each record there are, the agreements by state, and the programmes with"
        " their targets; or the files that came in."),
    "text json csv",
    TAKES_WORDS | TAKES_FORMAT,
  },
  {
    "check",
    SEL_COMMAND_CHECK,
    "check",
    N_ ("Look whether everything in the database is as it should be."),
    NULL,
    TAKES_WORDS,
  },
};

static const char *const format_names[] = {
  [SEL_FORMAT_TEXT] = "text",
  [SEL_FORMAT_JSON] = "json",
  [SEL_FORMAT_CSV] = "csv",
};

static void
add_export_entries (GOptionContext *context, SelExportWords *export)
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
      N_ ("The agreement that it rests on, by its UID or number"), N_ ("AGREEMENT") },
    { "purpose", 0, 0, G_OPTION_ARG_STRING, &export->purpose,
      N_ ("What the partner needs it for"), N_ ("TEXT") },
    { "sender-id", 0, 0, G_OPTION_ARG_STRING, &export->sender,
      N_ ("The code of this office, instead of that in the preferences"), N_ ("CODE") },
    { "sender-name", 0, 0, G_OPTION_ARG_STRING, &export->sender_name,
      N_ ("The name of this office, instead of that in the preferences"), N_ ("NAME") },
    { "force", 0, 0, G_OPTION_ARG_NONE, &export->replaces,
      N_ ("Replace files of the same names"), NULL },
    { NULL },
  };

  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
}

static GOptionContext *
make_context (const char *usage, const char *about, Takes takes, Options *options)
{
  GOptionContext *context = g_option_context_new (usage);
  const GOptionEntry shared[] = {
    { "database", 0, 0, G_OPTION_ARG_FILENAME, &options->database,
      N_ ("Use this database instead of the usual one"), N_ ("FILE") },
    { "help", 'h', 0, G_OPTION_ARG_NONE, &options->wants_help, N_ ("Print this, and end"), NULL },
    { NULL },
  };
  const GOptionEntry words[] = {
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options->words, NULL, NULL },
    { NULL },
  };
  const GOptionEntry version[] = {
    { "version", 0, 0, G_OPTION_ARG_NONE, &options->wants_version,
      N_ ("Print the version, and end"), NULL },
    { NULL },
  };
  const GOptionEntry import[] = {
    { "dry-run", 0, 0, G_OPTION_ARG_NONE, &options->is_dry_run,
      N_ ("Say what would happen, and change nothing"), NULL },
    { "accept-valid", 0, 0, G_OPTION_ARG_NONE, &options->accepts_valid,
      N_ ("Take the good records, and list the others"), NULL },
    { "older", 0, 0, G_OPTION_ARG_NONE, &options->takes_older,
      N_ ("Take a file though a newer one of its sender came in before"), NULL },
    { NULL },
  };
  const GOptionEntry format[] = {
    { "format", 0, 0, G_OPTION_ARG_STRING, &options->format,
      N_ ("How the result is printed; “text” unless it is said"), N_ ("FORMAT") },
    { NULL },
  };

  g_option_context_set_translation_domain (context, GETTEXT_PACKAGE);
  g_option_context_set_help_enabled (context, FALSE); /* it would print, and end the process */
  g_option_context_set_summary (context, about);
  g_option_context_add_main_entries (context, shared, GETTEXT_PACKAGE);
  if (takes & TAKES_VERSION)
    g_option_context_add_main_entries (context, version, GETTEXT_PACKAGE);
  if (takes & TAKES_WORDS)
    g_option_context_add_main_entries (context, words, GETTEXT_PACKAGE);
  if (takes & TAKES_IMPORT)
    g_option_context_add_main_entries (context, import, GETTEXT_PACKAGE);
  if (takes & TAKES_EXPORT)
    add_export_entries (context, &options->export);
  if (takes & TAKES_LIST)
    sel_list_words_add_entries (&options->list, context);
  if (takes & TAKES_SCHEDULE)
    sel_schedule_words_add_entries (&options->schedule, context);
  if (takes & TAKES_FORMAT)
    g_option_context_add_main_entries (context, format, GETTEXT_PACKAGE);

  return context;
}

/* Reads the options in @arguments. FALSE when that is all: help was asked for, or a mistake made.
 */
static gboolean
read_options (GOptionContext *context, GStrv *arguments, const Options *options, SelAnswer *answer)
{
  g_autoptr (GError) error = NULL;

  if (!g_option_context_parse_strv (context, arguments, &error))
    {
      sel_answer_fail (answer, SEL_STATUS_USAGE, error->message);
      return FALSE;
    }

  if (options->wants_help)
    {
      g_autofree char *help = g_option_context_get_help (context, TRUE, NULL);

      sel_answer_say (answer, help);
    }
  return !options->wants_help;
}

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
read_window (const Options *options, GStrv words, const char *folder, SelAnswer *answer)
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

/* Whether the words after a command are what it needs. */
static gboolean
check_words (SelCommandKind kind, GStrv words, SelAnswer *answer)
{
  static const char *const reports[] = { "summary", "imports", NULL };
  guint n_words = words ? g_strv_length (words) : 0;

  if (kind == SEL_COMMAND_IMPORT && n_words == 0)
    fail_usage (answer, _ ("Say which file to import."));
  else if (kind == SEL_COMMAND_UNDO_IMPORT &&
           (n_words != 1 || !g_ascii_string_to_unsigned (words[0], 10, 1, G_MAXINT64, NULL, NULL)))
    fail_usage (answer, _ ("Say the number of the import: “selaras report imports” lists them."));
  else if (kind == SEL_COMMAND_REPORT &&
           (n_words != 1 || !g_strv_contains (reports, words[0])))
    fail_usage (answer, _ ("Say which report: there are “summary” and “imports”."));
  else if (kind == SEL_COMMAND_LIST && (n_words != 2 || !sel_list_by_name (words[0])))
    fail_usage (answer, _ ("Say which list, and which file to write: there are “agreements”, "
                           "“partners”, “participants”, “cohorts” and “imports”."));
  else if ((kind == SEL_COMMAND_EXPORT || kind == SEL_COMMAND_SCHEDULE) && n_words != 1)
    fail_usage (answer, _ ("Say which one file to write."));
  else if (kind == SEL_COMMAND_CHECK && n_words > 0)
    fail_usage (answer, _ ("“check” takes no file; name a database with --database."));
  else
    return TRUE;

  return FALSE;
}

/* Reads the line from the word of the command on. */
static SelCommand *
read_command (guint index,
              const char *database,
              GStrv *words,
              const char *folder,
              SelAnswer *answer)
{
  g_auto (Options) options = { 0 };
  g_autoptr (GOptionContext) context =
    make_context (_ (commands[index].usage), _ (commands[index].about), commands[index].takes,
                  &options);
  g_autoptr (SelCommand) self = NULL;

  if (!read_options (context, words, &options, answer) ||
      !check_words (commands[index].kind, options.words, answer))
    return NULL;

  self =
    make_command (commands[index].kind, options.database ? options.database : database, folder);
  if (options.format && !read_format (self, options.format, commands[index].formats, answer))
    return NULL;

  if (self->kind == SEL_COMMAND_IMPORT || self->kind == SEL_COMMAND_EXPORT ||
      self->kind == SEL_COMMAND_SCHEDULE)
    self->files = dup_absolute (options.words, folder);
  else if (self->kind == SEL_COMMAND_UNDO_IMPORT)
    self->import = g_ascii_strtoll (options.words[0], NULL, 10);
  else if (self->kind == SEL_COMMAND_LIST)
    {
      self->files = dup_absolute (options.words + 1, folder);
      self->list = (SelListWords){ g_strdup (options.words[0]), g_strdup (options.list.search),
                                   options.list.replaces };
    }
  else if (self->kind == SEL_COMMAND_REPORT)
    self->report = g_strdup (options.words[0]);
  self->schedule =
    (SelScheduleWords){ g_strdup (options.schedule.cohort), options.schedule.replaces };
  if (self->kind == SEL_COMMAND_EXPORT)
    {
      const char *mistake = sel_export_words_check (&options.export);

      if (mistake)
        {
          fail_usage (answer, mistake);
          return NULL;
        }
      sel_export_words_copy (&self->export, &options.export);
    }
  self->flags = (options.is_dry_run ? SEL_IMPORT_DRY_RUN : 0) |
                (options.accepts_valid ? SEL_IMPORT_ACCEPT_VALID : 0) |
                (options.takes_older ? SEL_IMPORT_TAKE_OLDER : 0);
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
  g_auto (Options) options = { 0 };
  g_auto (GStrv) words = prepend_program (arguments);
  g_autofree char *about = dup_commands_text ();
  g_autoptr (GOptionContext) context =
    make_context (_ ("[COMMAND | FILE]"), about, TAKES_VERSION, &options);

  g_option_context_set_strict_posix (context, TRUE);
  if (!read_options (context, &words, &options, answer))
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

        return read_command (i, options.database, &rest, folder, answer);
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
  copy->schedule.cohort = g_strdup (self->schedule.cohort);
  sel_export_words_copy (&copy->export, &self->export);
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
  g_free (self->schedule.cohort);
  g_strfreev (self->files);
  sel_export_words_clear (&self->export);
  g_free (self);
}
