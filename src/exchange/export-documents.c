/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/export-documents.h"

#include <errno.h>
#include <string.h>

#include "confined/whole.h"
#include "domain/form.h"
#include "store/content.h"
#include "store/runs.h"

/* In bytes: every file system takes a name of 255, and something may be added to it. */
#define LONGEST_NAME 200

/* Digits of the hash that tell names apart. */
#define HASH_DIGITS 8

typedef struct
{
  SelConnection *connection; /* borrowed */
  SelExportFiles *files;     /* borrowed */
  GCancellable *cancellable; /* borrowed */
  GHashTable *names;         /* of a document’s id, the name of its file */
  GHashTable *taken;         /* Taken by its name, folded */
} Documents;

/* A name that was given. */
typedef struct
{
  char *name;
  char *sha256; /* of what it is for */
} Taken;

static Taken *
taken_new (const char *name, const char *sha256)
{
  Taken *self = g_new0 (Taken, 1);

  self->name = g_strdup (name);
  self->sha256 = g_strdup (sha256);
  return self;
}

static void
taken_free (gpointer data)
{
  Taken *self = data;

  g_free (self->name);
  g_free (self->sha256);
  g_free (self);
}

/* Whether it can be the name of a file wherever the exchange goes, and be read from it again: in
 * the exchange one space stands for many. */
static gboolean
is_usual (const char *name)
{
  if (!sel_form_file.matches (name) || strlen (name) > LONGEST_NAME ||
      g_str_has_prefix (name, " ") || g_str_has_suffix (name, " ") || strstr (name, "  "))
    return FALSE;

  for (; *name; name = g_utf8_next_char (name))
    if (!g_unichar_isprint (g_utf8_get_char (name)))
      return FALSE;
  return TRUE;
}

/* The name to try the @nth time: its own, and then one that tells which content it is for. */
static char *
dup_nth_name (const char *name, const char *sha256, guint nth)
{
  const char *dot = strrchr (name, '.');
  int stem = dot ? (int) (dot - name) : (int) strlen (name);

  if (nth == 0)
    return g_strdup (name);
  if (nth == 1)
    return g_strdup_printf ("%.*s-%.*s%s", stem, name, HASH_DIGITS, sha256, dot ? dot : "");
  return g_strdup_printf ("%.*s-%.*s-%u%s", stem, name, HASH_DIGITS, sha256, nth, dot ? dot : "");
}

/* Whether something else lies in the folder under that name, which may be anybody's. */
static gboolean
is_of_others (Documents *self, const char *name, GBytes *content)
{
  return sel_export_files_is_taken (self->files, name) &&
         !sel_export_files_is_there (self->files, name, content);
}

/* The name under which the content goes; @is_new unless an earlier document has brought it. Small
 * and capital letters are one to some of the systems that the files go to. */
static char *
take_name (Documents *self,
           const char *file,
           const char *sha256,
           GBytes *content,
           gboolean *is_new)
{
  g_autofree char *usual =
    is_usual (file) ? g_strdup (file)
                    : g_strdup_printf ("document-%.*s.pdf", HASH_DIGITS, sha256);

  for (guint nth = 0;; nth++)
    {
      g_autofree char *name = dup_nth_name (usual, sha256, nth);
      g_autofree char *folded = g_utf8_casefold (name, -1);
      const Taken *taken = g_hash_table_lookup (self->taken, folded);

      *is_new = taken == NULL && !is_of_others (self, name, content);
      if (*is_new)
        g_hash_table_insert (self->taken, g_steal_pointer (&folded), taken_new (name, sha256));
      if (*is_new || (taken && g_str_equal (taken->sha256, sha256)))
        return g_strdup (*is_new ? name : taken->name);
    }
}

/* Writes the content, unless the folder has it from an earlier export. */
static gboolean
write_content (Documents *self, const char *name, GBytes *bytes, GError **error)
{
  int file;

  if (sel_export_files_is_there (self->files, name, bytes))
    return TRUE;

  file = sel_export_files_begin (self->files, name, error);
  if (file < 0)
    return FALSE;
  if (!sel_write_whole (file, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes)))
    return sel_export_files_fail (name, errno, error);
  return sel_export_files_end (self->files, error);
}

static gboolean
write_document (Documents *self, SelStatement *stmt, guint64 *n, GError **error)
{
  gint64 id = sel_statement_get_int (stmt, 0);
  const char *sha256 = sel_statement_get_text (stmt, 2);
  g_autoptr (GBytes) content = sel_content_get (self->connection, sha256, error);
  gboolean is_new;
  char *name;

  if (content == NULL)
    return FALSE;

  name = take_name (self, sel_statement_get_text (stmt, 1), sha256, content, &is_new);
  g_hash_table_insert (self->names, g_memdup2 (&id, sizeof id), name);
  *n += is_new ? 1 : 0;
  return !is_new || write_content (self, name, content, error);
}

static gboolean
write_run (Documents *self, const SelRun *run, guint64 *n, GError **error)
{
  g_autoptr (SelStatement) stmt =
    sel_connection_prepare (self->connection,
                            "SELECT id, file, sha256 FROM document"
                            " WHERE id BETWEEN $1 AND $2 ORDER BY id",
                            error);
  gboolean has_row;

  if (stmt == NULL)
    return FALSE;

  sel_statement_bind_int (stmt, 1, run->first);
  sel_statement_bind_int (stmt, 2, run->last);
  while (sel_statement_step (stmt, &has_row, error))
    {
      if (!has_row)
        return TRUE;
      if (g_cancellable_set_error_if_cancelled (self->cancellable, error) ||
          !write_document (self, stmt, n, error))
        return FALSE;
    }

  return FALSE;
}

/**
 * sel_export_documents_write:
 * @runs: the ids of the documents
 * @exchange: the name of the exchange file, which no PDF may have
 * @n: (out): how many PDFs there are
 *
 * Writes the PDFs of documents. Two with one name but other bytes are told apart by their hash, and
 * so is one from what lies in the folder already.
 *
 * Returns: (transfer full): the name of the file for each document, by its id
 */
GHashTable *
sel_export_documents_write (SelConnection *connection,
                            const GArray *runs,
                            const char *exchange,
                            SelExportFiles *files,
                            guint64 *n,
                            GCancellable *cancellable,
                            GError **error)
{
  g_autoptr (GHashTable) names =
    g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  g_autoptr (GHashTable) taken =
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, taken_free);
  Documents self = { connection, files, cancellable, names, taken };

  *n = 0;
  g_hash_table_insert (taken, g_utf8_casefold (exchange, -1), taken_new (exchange, ""));
  for (guint i = 0; i < runs->len; i++)
    if (!write_run (&self, &g_array_index (runs, SelRun, i), n, error))
      return NULL;

  return g_steal_pointer (&names);
}
