/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/export.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "exchange/export-documents.h"
#include "exchange/export-files.h"
#include "exchange/private-folder.h"
#include "exchange/xml-writer.h"
#include "store/export-log.h"
#include "store/export-selection.h"
#include "store/record-export.h"
#include "store/title.h"

/* How many records lie between two looks at the progress. */
#define PROGRESS_STEP 1024

typedef struct
{
  const SelExportOrder *order;
  const char *name; /* of the exchange file, as the system has it */
  const GDate *today;
  SelExportProgressFunc progress;
  gpointer user_data;
  GCancellable *cancellable;
  SelExportResult *result;
  SelConnection *connection;
  SelExportFiles *files;   /* the exchange file and its PDFs */
  SelExportFiles *leaving; /* what the user sees of them: these, or their package */
  SelExportSelection *selection;
  GHashTable *names;  /* of the PDFs, by the ids of the documents */
  guint64 n_expected; /* records, at most */
  SelXmlWriter *writer;
  GArray *written[SEL_N_RECORD_TYPES]; /* of SelRun */
} Export;

static gboolean
refuse (GError **error, const char *message)
{
  g_set_error_literal (error, SEL_EXPORT_ERROR, SEL_EXPORT_ERROR_REFUSED, message);
  return FALSE;
}

static gboolean
test_gate (Export *self, GError **error)
{
  SelExportTerms terms = { .purpose = self->order->purpose };
  SelExportObstacle obstacle;

  if (!sel_export_terms_read (self->connection, &self->order->choice, self->today, &terms, error))
    return FALSE;

  obstacle = sel_export_test (&terms, &self->result->most);
  return obstacle == SEL_EXPORT_ALLOWED || refuse (error, sel_export_obstacle_message (obstacle));
}

/* Sets a field of the header. What is wrong with it is wrong with what was asked for. */
static gboolean
set_header (Export *self, const char *name, const char *text, GError **error)
{
  const SelField *field = sel_record_type_field (&sel_exchange_header_type, name);
  g_autoptr (GError) wrong = NULL;

  return sel_field_set_text (field, self->result->header, text, &wrong) ||
         refuse (error, wrong->message);
}

static gboolean
read_uid (Export *self, gint64 agreement, char **uid, GError **error)
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
make_header (Export *self, GError **error)
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

static void
put (SelXmlWriter *writer, const char *markup)
{
  sel_xml_writer_put (writer, markup, strlen (markup));
}

static void
write_header (Export *self)
{
  const SelRecordType *type = &sel_exchange_header_type;

  put (self->writer, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<" SEL_EXCHANGE_ROOT
                     " xmlns=\"" SEL_EXCHANGE_NAMESPACE "\">\n  <header>\n");
  for (guint i = 0; i < type->n_fields; i++)
    {
      const SelField *field = &type->fields[i];
      g_autofree char *text = sel_field_dup_text (field, self->result->header);
      g_autofree char *open = g_strdup_printf ("    <%s>", field->name);
      g_autofree char *close = g_strdup_printf ("</%s>\n", field->name);

      if (sel_field_is_empty (field, self->result->header))
        continue;
      put (self->writer, open);
      sel_xml_writer_put_text (self->writer, text);
      put (self->writer, close);
    }
  put (self->writer, "  </header>\n");
}

/* A field as it is written a million times. */
typedef struct
{
  const SelField *field;
  int column;
  gboolean is_withheld; /* the code that tells nothing stands in its place */
  gboolean has_left;    /* in some record */
  GString *open;
  GString *close;
} Column;

static void
clear_column (gpointer data)
{
  Column *column = data;

  g_string_free (column->open, TRUE);
  g_string_free (column->close, TRUE);
}

/* The fields of @type that the file has, in their order. */
static GArray *
make_columns (const SelRecordType *type, SelSensitivity most)
{
  GArray *columns = g_array_new (FALSE, TRUE, sizeof (Column));

  g_array_set_clear_func (columns, clear_column);
  for (guint i = 0; i < type->n_fields; i++)
    {
      const SelField *field = &type->fields[i];
      Column column = {
        .field = field,
        .column = SEL_RECORD_EXPORT_FIRST_FIELD + (int) i,
        .is_withheld = !sel_export_carries (most, field),
      };

      if (column.is_withheld && field->stand_in == NULL)
        continue;
      column.open = g_string_new (NULL);
      column.close = g_string_new (NULL);
      g_string_printf (column.open, "    <%s>", field->name);
      g_string_printf (column.close, "</%s>\n", field->name);
      g_array_append_val (columns, column);
    }

  return columns;
}

/* Nothing but what a reader takes for nothing: an empty element is refused. */
static gboolean
is_blank (const char *text)
{
  return text == NULL || text[strspn (text, " \t\r\n")] == '\0';
}

static void
write_field (Export *self, Column *column, const char *text)
{
  if (is_blank (text))
    return;

  column->has_left |= !column->is_withheld;
  sel_xml_writer_put (self->writer, column->open->str, column->open->len);
  sel_xml_writer_put_text (self->writer, text);
  sel_xml_writer_put (self->writer, column->close->str, column->close->len);
}

/* Writes the record that @stmt stands on. */
static void
write_record (Export *self, SelStatement *stmt, GArray *columns, const SelRecordType *type)
{
  const gint64 id = sel_statement_get_int (stmt, SEL_RECORD_EXPORT_ID);

  put (self->writer, "  <");
  put (self->writer, type->name);
  put (self->writer, " id=\"");
  put (self->writer, sel_statement_get_text (stmt, SEL_RECORD_EXPORT_UID));
  put (self->writer, "\">\n");
  for (guint i = 0; i < columns->len; i++)
    {
      Column *column = &g_array_index (columns, Column, i);

      if (column->is_withheld)
        write_field (self, column, column->field->stand_in);
      else if (type == &sel_document_type && column->field->offset == offsetof (SelDocument, file))
        write_field (self, column, g_hash_table_lookup (self->names, &id));
      else
        write_field (self, column, sel_statement_get_text (stmt, column->column));
    }
  put (self->writer, "  </");
  put (self->writer, type->name);
  put (self->writer, ">\n");
}

/* Packing reads and writes again all that was written. */
static void
note_progress (Export *self, double fraction)
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

static gboolean
go_on (Export *self, GError **error)
{
  if (g_cancellable_set_error_if_cancelled (self->cancellable, error))
    return FALSE;
  note_progress (self, self->n_expected ? (double) self->result->n / (double) self->n_expected : 1);
  return TRUE;
}

static gboolean
write_run (Export *self, SelStatement *stmt, GArray *columns, guint index, GError **error)
{
  const SelRecordType *type = sel_record_types[index];
  gboolean has_row;

  while (sel_statement_step (stmt, &has_row, error))
    {
      if (!has_row)
        return TRUE;

      write_record (self, stmt, columns, type);
      sel_runs_add (self->written[index], sel_statement_get_int (stmt, SEL_RECORD_EXPORT_ID));
      self->result->n_of[index]++;
      if (++self->result->n % PROGRESS_STEP == 0 && !go_on (self, error))
        return FALSE;
    }

  return FALSE;
}

static void
note_sensitivity (Export *self, const GArray *columns)
{
  for (guint i = 0; i < columns->len; i++)
    {
      const Column *column = &g_array_index (columns, Column, i);

      if (column->has_left)
        self->result->sensitivity = MAX (self->result->sensitivity, column->field->sensitivity);
    }
}

static gboolean
write_type (Export *self, guint index, GError **error)
{
  const SelRecordType *type = sel_record_types[index];
  const GArray *runs = self->selection->runs[index];
  g_autoptr (GArray) columns = make_columns (type, self->result->most);
  g_autoptr (SelStatement) stmt =
    sel_connection_prepare (self->connection, sel_record_export_sql (type), error);

  if (stmt == NULL || !go_on (self, error))
    return FALSE;

  for (guint i = 0; i < runs->len; i++)
    {
      const SelRun *run = &g_array_index (runs, SelRun, i);

      sel_statement_reset (stmt);
      sel_statement_bind_int (stmt, 1, run->first);
      sel_statement_bind_int (stmt, 2, run->last);
      if (!write_run (self, stmt, columns, index, error))
        return FALSE;
    }

  note_sensitivity (self, columns);
  return TRUE;
}

static gboolean
write_exchange (Export *self, GError **error)
{
  int file = sel_export_files_begin (self->files, self->name, error);
  g_autoptr (SelXmlWriter) writer = NULL;

  if (file < 0)
    return FALSE;

  self->writer = writer = sel_xml_writer_new (file, self->name);
  write_header (self);
  for (guint i = 0; i < SEL_N_RECORD_TYPES; i++)
    if (!write_type (self, i, error))
      return FALSE;

  put (self->writer, "</" SEL_EXCHANGE_ROOT ">\n");
  self->n_expected = self->result->n; /* without the gaps that there were between the ids */
  return sel_xml_writer_flush (self->writer, error) && sel_export_files_end (self->files, error) &&
         go_on (self, error);
}

/* Writes all files under their other names. */
static gboolean
write_files (Export *self, GError **error)
{
  const SelExportChoice *choice = &self->order->choice;

  if (!test_gate (self, error) || !make_header (self, error) ||
      !sel_export_files_check (self->files, self->name, error) ||
      !(self->result->partner =
          sel_title_dup (self->connection, &sel_partner_type, choice->partner, error)) ||
      !(self->selection = sel_export_selection_read (self->connection, choice, error)))
    return FALSE;

  for (guint i = 0; i < SEL_N_RECORD_TYPES; i++)
    self->n_expected += sel_runs_get_n (self->selection->runs[i]);

  self->names = sel_export_documents_write (
    self->connection, self->selection->runs[sel_record_type_index (&sel_document_type)],
    self->name, self->files, &self->result->n_documents, self->cancellable, error);
  return self->names && write_exchange (self, error);
}

/* Runs write_files() on one view of the register, which others may go on changing. */
static gboolean
write_files_of (Export *self, SelStore *store, GError **error)
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
pack (Export *self, const char *folder, const char *name, GError **error)
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

/* Writes them where nobody else can read them, and then the package called @name. */
static gboolean
write_packed (Export *self, SelStore *store, const char *name, GError **error)
{
  g_auto (GStrv) stem = g_strsplit (name, SEL_PACKAGE_ENDING, 2);
  g_autofree char *exchange = g_strconcat (stem[0], ".xml", NULL);
  g_autoptr (SelPrivateFolder) folder = NULL;
  g_autoptr (SelExportFiles) files = NULL;
  int number;

  if (!sel_export_files_check (self->leaving, name, error))
    return FALSE;
  if (!(folder = sel_private_folder_new (&number)))
    return sel_export_files_fail (name, number, error);
  if (!(files = sel_export_files_new (sel_private_folder_get_path (folder), FALSE, error)))
    return FALSE;

  self->name = exchange;
  self->files = files;
  return write_files_of (self, store, error) &&
         pack (self, sel_private_folder_get_path (folder), name, error);
}

/* Writes what is to leave under other names. */
static gboolean
write_all (Export *self, SelStore *store, const char *name, GError **error)
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
  Export *self = user_data;
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
  const Export *self = user_data;

  return sel_export_log_withdraw (act, self->result->export, error);
}

/* Keeps in the log what leaves, and then lets it: so no file is there that the log does not know,
 * whatever ends the program in between. */
static gboolean
leave (Export *self, SelStore *store, GError **error)
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
  Export self = { order, NULL, today, progress, user_data, cancellable, result, .leaving = files };
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
