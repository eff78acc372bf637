/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/export-private.h"

#include <glib/gi18n-lib.h>

#include "exchange/export-documents.h"
#include "exchange/private-folder.h"
#include "store/export-log.h"
#include "store/title.h"

static gboolean
refuse (GError **error, const char *message)
{
  g_set_error_literal (error, SEL_EXPORT_ERROR, SEL_EXPORT_ERROR_REFUSED, message);
  return FALSE;
}

static gboolean
test_gate (SelExporting *self, GError **error)
{
  SelExportTerms terms = { .purpose = self->order->purpose,
                           .takes_elsewhere = self->order->takes_elsewhere };
  SelExportObstacle obstacle;

  if (!sel_export_terms_read (self->connection, &self->order->choice, self->today, &terms, error))
    return FALSE;

  self->result->n_elsewhere = terms.n_elsewhere;
  obstacle = sel_export_test (&terms, &self->result->most);
  return obstacle == SEL_EXPORT_ALLOWED || refuse (error, sel_export_obstacle_message (obstacle));
}

/* Sets a field of the header. What is wrong with it is wrong with what was asked for. */
static gboolean
set_header (SelExporting *self, const char *name, const char *text, GError **error)
{
  const SelField *field = sel_record_type_field (&sel_exchange_header_type, name);
  g_autoptr (GError) wrong = NULL;

  return sel_field_set_text (field, self->result->header, text, &wrong) ||
         refuse (error, wrong->message);
}

static gboolean
read_uid (SelExporting *self, gint64 agreement, char **uid, GError **error)
{
  g_autoptr (SelStatement) stmt =
    sel_connection_prepare (self->connection, "SELECT uid FROM agreement WHERE id = $1", error);
  gboolean has_row;

  *uid = NULL;
  if (stmt == NULL)
    return FALSE;

  sel_statement_bind_int (stmt, 1, agreement);
  if (!sel_statement_step (stmt, &has_row, error))
    return FALSE;
  *uid = has_row ? g_strdup (sel_statement_get_text (stmt, 0)) : NULL;
  return TRUE;
}

static gboolean
make_header (SelExporting *self, GError **error)
{
  g_autofree char *sender = g_strstrip (g_strdup (self->order->sender ? self->order->sender : ""));
  g_autofree char *sender_name =
    g_strstrip (g_strdup (self->order->sender_name ? self->order->sender_name : ""));
  g_autofree char *made_at = NULL;
  g_autofree char *uid = NULL;
  gint64 sequence;

  if (*sender == '\0' || *sender_name == '\0')
    return refuse (error,
                   _ ("The file has to say which office it comes from: set the code and the name "
                      "of your office in the preferences, or say --sender-id and --sender-name."));
  if (!sel_export_log_read_state (self->connection, &sequence, &made_at, error) ||
      !read_uid (self, self->order->choice.agreement, &uid, error))
    return FALSE;
  if (made_at == NULL)
    return refuse (error, _ ("The register is empty: there is nothing to export."));

  self->result->header->sequence = sequence;
  self->result->header->sensitivity = 1 + (int) self->result->most;
  return set_header (self, "sender", sender, error) &&
         set_header (self, "sender_name", sender_name, error) &&
         set_header (self, "made_at", made_at, error) &&
         (uid == NULL || set_header (self, "agreement", uid, error));
}

/* Packing reads and writes again all that was written. */
static void
note_progress (SelExporting *self, double fraction)
{
  if (self->progress)
    self->progress (self->order->package ? fraction / 2 : fraction, self->result->n,
                    self->user_data);
}

static void
note_packing (double fraction, gpointer user_data)
{
  note_progress (user_data, 1 + fraction);
}

/* Tells the progress; FALSE on cancellation. */
gboolean
sel_exporting_go_on (SelExporting *self, GError **error)
{
  if (g_cancellable_set_error_if_cancelled (self->cancellable, error))
    return FALSE;
  note_progress (self, self->n_expected ? (double) self->result->n / (double) self->n_expected : 1);
  return TRUE;
}

/* Writes all files under their other names. */
static gboolean
write_files (SelExporting *self, GError **error)
{
  const SelExportChoice *choice = &self->order->choice;

  if (!test_gate (self, error) || !make_header (self, error) ||
      !sel_export_files_check (self->files, self->name, error) ||
      !(self->result->partner =
          sel_title_dup (self->connection, &sel_partner_type, choice->partner, error)) ||
      !(self->selection =
          sel_export_selection_read (self->connection, choice, self->result->most, error)))
    return FALSE;

  for (guint i = 0; i < SEL_N_RECORD_TYPES; i++)
    self->n_expected += sel_runs_get_n (self->selection->runs[i]);

  self->names = sel_export_documents_write (
    self->connection, self->selection->runs[sel_record_type_index (&sel_document_type)],
    self->name, self->files, &self->result->n_documents, self->cancellable, error);
  return self->names && sel_exporting_write (self, error);
}

/* Runs write_files() on one view of the register, which others may go on changing. */
static gboolean
write_files_of (SelExporting *self, SelStore *store, GError **error)
{
  g_autoptr (SelReading) reading = sel_reading_begin (store, error);
  gboolean is_done;
  if (reading == NULL || !sel_connection_execute (reading->connection, "BEGIN", error))
    return FALSE;

  self->connection = reading->connection;
  is_done = write_files (self, error);
  return sel_connection_execute (reading->connection, "COMMIT", is_done ? error : NULL) && is_done;
}

/* Packs the files, which lie in @folder, into the one that leaves. */
static gboolean
pack (SelExporting *self, const char *folder, const char *name, GError **error)
{
  g_autoptr (GHashTable) documents = g_hash_table_new (g_str_hash, g_str_equal);
  g_autofree const char **others = NULL;
  GHashTableIter iter;
  gpointer document;
  int file;

  g_hash_table_iter_init (&iter, self->names);
  while (g_hash_table_iter_next (&iter, NULL, &document))
    g_hash_table_add (documents, document);
  others = (const char **) g_hash_table_get_keys_as_array (documents, NULL);

  return sel_export_files_publish (self->files, error) &&
         (file = sel_export_files_begin (self->leaving, name, error)) >= 0 &&
         sel_package_write_into (file, self->result->file, folder, self->name, others,
                                 self->order->package, note_packing, self, self->cancellable,
                                 error) &&
         sel_export_files_end (self->leaving, error);
}

/* Says that what could not be written was not yet where the user wants it. */
static gboolean
blame_folder (const char *path, GError *failure, GError **error)
{
  g_autofree char *shown = g_filename_display_name (path);

  if (g_error_matches (failure, SEL_EXPORT_ERROR, SEL_EXPORT_ERROR_FAILED))
    g_prefix_error (&failure, _ ("A package is first put together in the folder “%s”. "), shown);
  g_propagate_error (error, failure);
  return FALSE;
}

/* Writes them where nobody else can read them, and then the package called @name. */
static gboolean
write_packed (SelExporting *self, SelStore *store, const char *name, GError **error)
{
  g_auto (GStrv) stem = g_strsplit (name, SEL_PACKAGE_ENDING, 2);
  g_autofree char *exchange = g_strconcat (stem[0], ".xml", NULL);
  g_autoptr (SelPrivateFolder) folder = NULL;
  g_autoptr (SelExportFiles) files = NULL;
  g_autoptr (GError) failure = NULL;
  int number;

  if (!sel_export_files_check (self->leaving, name, error))
    return FALSE;
  if (!(folder = sel_private_folder_new (&number)))
    return sel_export_files_fail (name, number, error);
  if (!(files = sel_export_files_new (sel_private_folder_get_path (folder), FALSE, error)))
    return FALSE;

  self->name = exchange;
  self->files = files;
  if (!write_files_of (self, store, &failure))
    return blame_folder (sel_private_folder_get_path (folder), g_steal_pointer (&failure), error);

  return pack (self, sel_private_folder_get_path (folder), name, error);
}

/* Writes what is to leave under other names. */
static gboolean
write_all (SelExporting *self, SelStore *store, const char *name, GError **error)
{
  if (self->order->package)
    return write_packed (self, store, name, error);

  self->name = name;
  self->files = self->leaving;
  return write_files_of (self, store, error);
}

static gboolean
log_in_act (SelAct *act, gpointer user_data, GError **error)
{
  SelExporting *self = user_data;
  g_autofree char *purpose = g_strstrip (g_strdup (self->order->purpose));
  const SelExportEntry entry = {
    .partner = self->order->choice.partner,
    .partner_name = self->result->partner,
    .agreement = self->order->choice.agreement,
    .purpose = purpose,
    .kind = self->result->kind,
    .file = self->result->file,
    .sequence = self->result->header->sequence,
    .n_records = self->result->n,
    .sensitivity = self->result->sensitivity,
    .runs = self->written,
  };

  for (guint i = 0; i < SEL_N_RECORD_TYPES; i++)
    sel_runs_settle (self->written[i]);
  return sel_export_log_add (act, &entry, &self->result->export, error);
}

static gboolean
withdraw_in_act (SelAct *act, gpointer user_data, GError **error)
{
  const SelExporting *self = user_data;

  return sel_export_log_withdraw (act, self->result->export, error);
}

/* Keeps in the log what leaves, and then lets it: so no file is there that the log does not know,
 * whatever ends the program in between. */
static gboolean
leave (SelExporting *self, SelStore *store, GError **error)
{
  if (!sel_store_write_cancellable (store, SEL_ACT_EXPORT, log_in_act, self, self->cancellable,
                                    NULL, error))
    return FALSE;

  if (!sel_export_files_publish (self->leaving, error))
    {
      sel_store_write (store, SEL_ACT_EXPORT, withdraw_in_act, self, NULL, NULL);
      return FALSE;
    }

  sel_export_files_keep (self->leaving);
  return TRUE;
}

/**
 * sel_export_run:
 * @path: the exchange file, beside which its PDFs are written, or the package
 * @today: the day on which the agreement has to be in force
 *
 * Writes an exchange file for a partner. Waits, on whatever thread calls.
 *
 * Returns: (transfer full): what left; NULL with %SEL_EXPORT_ERROR_REFUSED when it may not, and
 * with another error when the database or the computer failed, or on cancellation. Nothing is left
 * behind then.
 */
SelExportResult *
sel_export_run (SelStore *store,
                const SelExportOrder *order,
                const char *path,
                const GDate *today,
                SelExportProgressFunc progress,
                gpointer user_data,
                GCancellable *cancellable,
                GError **error)
{
  g_autofree char *file = g_filename_display_basename (path);
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (SelExportResult) result = sel_export_result_new (file, order->choice.kind);
  g_autoptr (SelExportFiles) files = sel_export_files_new (folder, order->replaces, error);
  SelExporting self = { order, NULL, today, progress, user_data,
                        cancellable, result, .leaving = files };
  gboolean is_done;

  result->is_packed = order->package != NULL;
  for (guint i = 0; i < SEL_N_RECORD_TYPES; i++)
    self.written[i] = sel_runs_new ();

  is_done = files && write_all (&self, store, name, error) && leave (&self, store, error);

  for (guint i = 0; i < SEL_N_RECORD_TYPES; i++)
    g_array_unref (self.written[i]);
  sel_export_selection_free (self.selection);
  g_clear_pointer (&self.names, g_hash_table_unref);
  return is_done ? g_steal_pointer (&result) : NULL;
}
