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
  char *format;
  char *passphrase_file;
  gboolean is_signed;
  gboolean is_removal;
  GStrv words; /* that are no options */
} Options;

static void
clear_options (Options *options)
{
  g_free (options->database);
  g_free (options->format);
  g_free (options->passphrase_file);
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
  TAKES_PASSPHRASE = 1 << 4,
  TAKES_SIGN = 1 << 5,
  TAKES_REMOVE = 1 << 6,
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
    N_ ("Take exchange files, or packages of them, into the register: all of a file, or nothing if"
        " a record is refused."),
    "text json",
    TAKES_WORDS | TAKES_IMPORT | TAKES_FORMAT | TAKES_PASSPHRASE,
  },
  {
    "report",
    SEL_COMMAND_REPORT,
    "report summary",
    N_ ("Print how many of each record there are, the agreements by state, and the programmes with"
        " their targets."),
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
  {
    "package",
    SEL_COMMAND_PACKAGE,
    N_ ("package FILE PACKAGE"),
    N_ ("Make a package of an exchange file and the PDFs beside it, for another office."),
    NULL,
    TAKES_WORDS | TAKES_PASSPHRASE | TAKES_SIGN,
  },
  {
    "key",
    SEL_COMMAND_KEY,
    "key",
    N_ ("Print this office’s public key, which other offices need to know its packages."),
    NULL,
    TAKES_WORDS,
  },
  {
    "trust",
    SEL_COMMAND_TRUST,
    N_ ("trust [SENDER [KEY]]"),
    N_ ("Trust the key of another office; without a key, list or remove those that are trusted."),
    NULL,
    TAKES_WORDS | TAKES_REMOVE,
  },
};

static const char *const format_names[] = {
  [SEL_FORMAT_TEXT] = "text",
  [SEL_FORMAT_JSON] = "json",
  [SEL_FORMAT_CSV] = "csv",
};

static void
add_package_options (GOptionContext *context, Takes takes, Options *options)
{
  const GOptionEntry passphrase[] = {
    { "passphrase-file", 0, 0, G_OPTION_ARG_FILENAME, &options->passphrase_file,
      N_ ("The first line of this file is the passphrase of the package"), N_ ("FILE") },
    { NULL },
  };
  const GOptionEntry sign[] = {
    { "sign", 0, 0, G_OPTION_ARG_NONE, &options->is_signed,
      N_ ("Sign it with this office’s key"), NULL },
    { NULL },
  };
  const GOptionEntry remove[] = {
    { "remove", 0, 0, G_OPTION_ARG_NONE, &options->is_removal,
      N_ ("Trust the keys of this office no more"), NULL },
    { NULL },
  };

  if (takes & TAKES_PASSPHRASE)
    g_option_context_add_main_entries (context, passphrase, GETTEXT_PACKAGE);
  if (takes & TAKES_SIGN)
    g_option_context_add_main_entries (context, sign, GETTEXT_PACKAGE);
  if (takes & TAKES_REMOVE)
    g_option_context_add_main_entries (context, remove, GETTEXT_PACKAGE);
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
  if (takes & TAKES_FORMAT)
    g_option_context_add_main_entries (context, format, GETTEXT_PACKAGE);
  add_package_options (context, takes, options);

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

/* What is wrong with the words after a command, or NULL. */
static const char *
find_fault (SelCommandKind kind, const Options *options)
{
  const GStrv words = options->words;
  const guint n_words = words ? g_strv_length (words) : 0;

  switch (kind)
    {
    case SEL_COMMAND_IMPORT:
      return n_words > 0 ? NULL : _ ("Say which file to import.");
    case SEL_COMMAND_REPORT:
      return n_words == 1 && g_str_equal (words[0], "summary")
               ? NULL
               : _ ("Say which report: there is “summary”.");
    case SEL_COMMAND_CHECK:
      return n_words == 0 ? NULL : _ ("“check” takes no file; name a database with --database.");
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

/* Takes what a command is to work with from the words and options of its line. */
static void
take_options (SelCommand *self, const Options *options, const char *folder)
{
  if (self->kind == SEL_COMMAND_IMPORT || self->kind == SEL_COMMAND_PACKAGE)
    self->files = dup_absolute (options->words, folder);
  if (self->kind == SEL_COMMAND_TRUST)
    self->words = g_strdupv (options->words);
  if (options->passphrase_file)
    self->passphrase_file = g_canonicalize_filename (options->passphrase_file, folder);

  self->flags = (options->is_dry_run ? SEL_IMPORT_DRY_RUN : 0) |
                (options->accepts_valid ? SEL_IMPORT_ACCEPT_VALID : 0);
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
  g_auto (Options) options = { 0 };
  g_autoptr (GOptionContext) context =
    make_context (_ (commands[index].usage), _ (commands[index].about), commands[index].takes,
                  &options);
  g_autoptr (SelCommand) self = NULL;
  const char *fault;

  if (!read_options (context, words, &options, answer))
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
  g_strfreev (self->files);
  g_free (self->passphrase_file);
  g_strfreev (self->words);
  g_free (self);
}
