/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/mapping.h"

#include <errno.h>
#include <string.h>

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "confined/error.h"
#include "confined/exchange-header.h"
#include "domain/roster-value.h"
#include "domain/typed.h"

/* The groups and keys of the file. */
#define MAPPING "mapping"
#define LAYOUT "layout"
#define COLUMNS "columns"
#define DEFAULTS "defaults"

SelMapping *
sel_mapping_new (SelRosterKind kind)
{
  SelMapping *self = g_new0 (SelMapping, 1);

  self->kind = kind;
  self->headers = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  self->defaults = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  return self;
}

void
sel_mapping_free (SelMapping *self)
{
  if (self == NULL)
    return;

  g_free (self->layout.sheet);
  g_free (self->sender);
  g_free (self->sender_name);
  g_hash_table_unref (self->headers);
  g_hash_table_unref (self->defaults);
  g_free (self);
}

static gboolean
fail (GError **error, char *message)
{
  g_set_error_literal (error, SEL_CONFINED_ERROR, SEL_CONFINED_ERROR_REFUSED, message);
  g_free (message);
  return FALSE;
}

/* @header: (nullable): NULL when no column says it */
void
sel_mapping_set_header (SelMapping *self, const SelRosterColumn *column, const char *header)
{
  if (header)
    g_hash_table_insert (self->headers, (gpointer) column->name, g_strdup (header));
  else
    g_hash_table_remove (self->headers, column->name);
}

/* Returns: (transfer full) (nullable): why @text cannot be what the column says in all rows; NULL
 * when it can. Whether the register has a record of that name is not asked. */
char *
sel_mapping_default_dup_problem (const SelRosterColumn *column, const char *text)
{
  const SelField *field = sel_roster_column_field (column);
  const SelCell cell = { SEL_CELL_TEXT, text };
  g_autoptr (GError) error = NULL;
  g_autofree char *value = NULL;
  guint minutes;
  GDate date;

  if (column->role == SEL_ROSTER_SESSION_DATE)
    return sel_roster_date_read (&cell, &date) ? NULL : g_strdup (sel_typed_date_problem (text));
  if (column->role == SEL_ROSTER_SESSION_TIME)
    return sel_roster_clock_read (&cell, &minutes) ? NULL
                                                   : g_strdup (_ ("Write the time such as 09.00."));
  if (field == NULL || field->kind == SEL_FIELD_REFERENCE ||
      sel_roster_value_read (field, &cell, &value, &error))
    return NULL;
  return g_strdup (error->message);
}

/* Returns: (transfer full) (nullable): what is wrong with something that is said of all rows; NULL
 * when nothing is */
char *
sel_mapping_dup_problem (const SelMapping *self)
{
  GHashTableIter iter;
  gpointer name, text;

  g_hash_table_iter_init (&iter, self->defaults);
  while (g_hash_table_iter_next (&iter, &name, &text))
    {
      const SelRosterColumn *column = sel_roster_column_by_name (self->kind, name);
      g_autofree char *wrong = sel_mapping_default_dup_problem (column, text);

      if (wrong)
        return g_steal_pointer (&wrong);
    }

  return NULL;
}

/* Sets what the column called @name says where the table does not; whether it can say that is
 * another question. */
gboolean
sel_mapping_set_default (SelMapping *self, const char *name, const char *text, GError **error)
{
  const SelRosterColumn *column = sel_roster_column_by_name (self->kind, name);
  g_autoptr (GString) names = NULL;

  if (column)
    {
      g_hash_table_insert (self->defaults, (gpointer) column->name, g_strdup (text));
      return TRUE;
    }

  names = g_string_new (NULL);
  for (guint i = 0; (column = sel_roster_column_at (self->kind, i)); i++)
    g_string_append_printf (names, "%s%s", i ? ", " : "", column->name);
  /* Translators: a word from the command line or a file, and the ones that can stand there */
  return fail (error, g_strdup_printf (_ ("“%s” is not a field of this table; they are: %s."),
                                       name, names->str));
}

/* Whether all is said that an import needs beforehand. */
gboolean
sel_mapping_check (const SelMapping *self, GError **error)
{
  const SelField *field = sel_record_type_field (&sel_exchange_header_type, "sender");

  if (self->sender == NULL)
    return fail (error,
                 g_strdup (_ ("The mapping does not say who sends the table. Give the office’s "
                              "code with --sender when you save the mapping.")));
  if (!field->form->matches (self->sender))
    return fail (error, g_strdup_printf (_ ("“%s” is not the code of an office. %s"), self->sender,
                                         _ (field->form->message)));
  if (g_hash_table_size (self->headers) == 0 && self->kind != SEL_ROSTER_IMS)
    return fail (error, g_strdup (_ ("The mapping names no column of the table.")));
  return TRUE;
}

static char *
dup_folder (void)
{
  return g_build_filename (g_get_user_data_dir (), "selaras", "mappings", NULL);
}

/* A name is that of a file, and nothing that leads elsewhere. */
static gboolean
check_name (const char *name, GError **error)
{
  if (*name && *name != '.' && !strpbrk (name, "/\\") && strlen (name) <= 100)
    return TRUE;

  return fail (error, g_strdup_printf (_ ("“%s” cannot be the name of a mapping: use letters, "
                                          "digits and hyphens."),
                                       name));
}

char *
sel_mapping_dup_path (const char *name)
{
  g_autofree char *folder = dup_folder ();
  g_autofree char *file = g_strconcat (name, ".ini", NULL);

  return g_build_filename (folder, file, NULL);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return g_utf8_collate (*(const char *const *) a, *(const char *const *) b);
}

/* The names of those that were saved, in order. */
GStrv
sel_mapping_list (void)
{
  g_autofree char *path = dup_folder ();
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  const char *file;

  while (folder && (file = g_dir_read_name (folder)))
    if (g_str_has_suffix (file, ".ini") && g_utf8_validate (file, -1, NULL))
      g_ptr_array_add (names, g_strndup (file, strlen (file) - strlen (".ini")));

  g_ptr_array_sort (names, compare_names);
  g_ptr_array_add (names, NULL);
  return (GStrv) g_ptr_array_steal (names, NULL);
}

static SelSheetEncoding
find_encoding (const char *name)
{
  for (guint i = 1; i < SEL_N_ENCODINGS; i++)
    if (g_ascii_strcasecmp (sel_sheet_encoding_name (i), name) == 0)
      return i;

  return 0;
}

static void
load_layout (SelMapping *self, GKeyFile *file)
{
  g_autofree char *delimiter = g_key_file_get_string (file, LAYOUT, "delimiter", NULL);
  g_autofree char *encoding = g_key_file_get_string (file, LAYOUT, "encoding", NULL);

  self->layout.sheet = g_key_file_get_string (file, LAYOUT, "sheet", NULL);
  if (delimiter && *delimiter)
    self->layout.delimiter = g_str_equal (delimiter, "tab") ? '\t' : (guint8) *delimiter;
  if (encoding)
    self->layout.encoding = find_encoding (encoding);
}

/* Takes the keys of a group, which are names of columns. */
static gboolean
load_group (SelMapping *self, GKeyFile *file, const char *group, GError **error)
{
  g_auto (GStrv) names = g_key_file_get_keys (file, group, NULL, NULL);

  for (guint i = 0; names && names[i]; i++)
    {
      const SelRosterColumn *column = sel_roster_column_by_name (self->kind, names[i]);
      g_autofree char *text = g_key_file_get_string (file, group, names[i], error);

      if (text == NULL)
        return FALSE;
      if (column && g_str_equal (group, COLUMNS))
        sel_mapping_set_header (self, column, text);
      else if (!sel_mapping_set_default (self, names[i], text, error))
        return FALSE;
    }

  return TRUE;
}

static SelMapping *
load_file (GKeyFile *file, GError **error)
{
  g_autofree char *kind_name = g_key_file_get_string (file, MAPPING, "kind", error);
  g_autoptr (SelMapping) self = NULL;
  g_autofree char *problem = NULL;
  SelRosterKind kind;

  if (kind_name == NULL)
    return NULL;
  if (!sel_roster_kind_by_name (kind_name, &kind))
    {
      fail (error, g_strdup_printf (_ ("“%s” is no kind of table."), kind_name));
      return NULL;
    }

  self = sel_mapping_new (kind);
  self->sender = g_key_file_get_string (file, MAPPING, "sender", NULL);
  self->sender_name = g_key_file_get_string (file, MAPPING, "sender_name", NULL);
  load_layout (self, file);
  if (!load_group (self, file, COLUMNS, error) || !load_group (self, file, DEFAULTS, error))
    return NULL;
  if ((problem = sel_mapping_dup_problem (self)))
    {
      fail (error, g_steal_pointer (&problem));
      return NULL;
    }
  return g_steal_pointer (&self);
}

/**
 * sel_mapping_load:
 *
 * Returns: (transfer full) (nullable): the mapping that was saved as @name
 */
SelMapping *
sel_mapping_load (const char *name, GError **error)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autoptr (GError) reason = NULL;
  g_autofree char *path = NULL;
  SelMapping *self;

  if (!check_name (name, error))
    return NULL;

  path = sel_mapping_dup_path (name);
  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    {
      fail (error, g_strdup_printf (_ ("There is no mapping called “%s”. “selaras read-sheet FILE "
                                       "--save-mapping NAME” makes one."),
                                    name));
      return NULL;
    }
  if (g_key_file_load_from_file (file, path, G_KEY_FILE_NONE, &reason) &&
      (self = load_file (file, &reason)))
    return self;

  fail (error, g_strdup_printf (_ ("The mapping “%s” cannot be read: %s"), name, reason->message));
  return NULL;
}

static void
save_table (GHashTable *table, GKeyFile *file, const char *group, SelRosterKind kind)
{
  const SelRosterColumn *column;

  for (guint i = 0; (column = sel_roster_column_at (kind, i)); i++)
    if (g_hash_table_contains (table, column->name))
      g_key_file_set_string (file, group, column->name, g_hash_table_lookup (table, column->name));
}

static void
save_layout (const SelSheetLayout *layout, GKeyFile *file)
{
  const char delimiter[] = { (char) layout->delimiter, '\0' };

  if (layout->sheet)
    g_key_file_set_string (file, LAYOUT, "sheet", layout->sheet);
  if (layout->delimiter)
    g_key_file_set_string (file, LAYOUT, "delimiter", *delimiter == '\t' ? "tab" : delimiter);
  if (layout->encoding)
    g_key_file_set_string (file, LAYOUT, "encoding", sel_sheet_encoding_name (layout->encoding));
}

static GKeyFile *
make_file (const SelMapping *self)
{
  GKeyFile *file = g_key_file_new ();

  g_key_file_set_string (file, MAPPING, "kind", sel_roster_kind_name (self->kind));
  if (self->sender)
    g_key_file_set_string (file, MAPPING, "sender", self->sender);
  if (self->sender_name)
    g_key_file_set_string (file, MAPPING, "sender_name", self->sender_name);
  save_layout (&self->layout, file);
  save_table (self->headers, file, COLUMNS, self->kind);
  save_table (self->defaults, file, DEFAULTS, self->kind);
  return file;
}

/* Keeps the mapping as @name, in place of one that was. */
gboolean
sel_mapping_save (const SelMapping *self, const char *name, GError **error)
{
  g_autoptr (GKeyFile) file = make_file (self);
  g_autofree char *folder = dup_folder ();
  g_autofree char *path = NULL;

  if (!check_name (name, error))
    return FALSE;

  if (g_mkdir_with_parents (folder, 0700) != 0)
    return fail (error, g_strdup_printf (_ ("The folder “%s” cannot be made: %s."), folder,
                                         g_strerror (errno)));
  path = sel_mapping_dup_path (name);
  return g_key_file_save_to_file (file, path, error);
}

/* Returns: (transfer full): the mapping as it stands in a file */
char *
sel_mapping_dup_text (const SelMapping *self)
{
  g_autoptr (GKeyFile) file = make_file (self);

  return g_key_file_to_data (file, NULL, NULL);
}

/* Returns: (transfer full) (nullable): the mapping that sel_mapping_dup_text() wrote */
SelMapping *
sel_mapping_new_for_text (const char *text, GError **error)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();

  return g_key_file_load_from_data (file, text, (gsize) -1, G_KEY_FILE_NONE, error)
           ? load_file (file, error)
           : NULL;
}

static void
copy_table (GHashTable *to, GHashTable *from)
{
  GHashTableIter iter;
  gpointer name, text;

  g_hash_table_iter_init (&iter, from);
  while (g_hash_table_iter_next (&iter, &name, &text))
    g_hash_table_insert (to, name, g_strdup (text));
}

SelMapping *
sel_mapping_copy (const SelMapping *self)
{
  SelMapping *copy = sel_mapping_new (self->kind);

  copy->layout = self->layout;
  copy->layout.sheet = g_strdup (self->layout.sheet);
  copy->sender = g_strdup (self->sender);
  copy->sender_name = g_strdup (self->sender_name);
  copy_table (copy->headers, self->headers);
  copy_table (copy->defaults, self->defaults);
  return copy;
}

/* Takes from @before what it says of the office and of all rows, which is not of the layout. */
void
sel_mapping_keep_said (SelMapping *self, const SelMapping *before)
{
  GHashTableIter iter;
  gpointer name, text;

  g_free (self->sender);
  self->sender = g_strdup (before->sender);
  g_free (self->sender_name);
  self->sender_name = g_strdup (before->sender_name);

  g_hash_table_iter_init (&iter, before->defaults);
  while (g_hash_table_iter_next (&iter, &name, &text))
    sel_mapping_set_default (self, name, text, NULL);
}
