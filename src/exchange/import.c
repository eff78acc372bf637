/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/import.h"

#include <fcntl.h>

#include <glib/gi18n-lib.h>

#include "confined/descriptor.h"
#include "confined/error.h"
#include "exchange/importer.h"
#include "store/exchange-log.h"
#include "store/plan-table.h"

/* How many items lie between two looks at the progress. */
#define PROGRESS_STEP 512

/* How much of a file is read at once to tell it from others. */
#define HASH_BLOCK 65536

G_DEFINE_QUARK (sel - import - error - quark, sel_import_error)

typedef struct
{
  SelItemSource *source;           /* borrowed */
  int folder;                      /* of the file: its PDFs lie there */
  const SelImportRequest *request; /* borrowed */
  SelImportProgressFunc progress;
  gpointer user_data;
  GCancellable *cancellable;
  SelImportResult *result;
  gboolean is_over; /* the file was taken to its end */
} Import;

/* Whether @error speaks of the file, which its sender has to make anew, and not of the database or
 * the computer. */
gboolean
sel_import_is_refusal (const GError *error)
{
  if (error->domain == SEL_IMPORT_ERROR)
    return TRUE;
  if (error->domain == SEL_PACKAGE_ERROR)
    return error->code != SEL_PACKAGE_ERROR_FAILED;

  return error->domain == SEL_CONFINED_ERROR && error->code != SEL_CONFINED_ERROR_NOT_CONFINED &&
         error->code != SEL_CONFINED_ERROR_FAILED;
}

static gboolean
read_header (Import *self, GError **error)
{
  SelExchangeItem item;

  if (!sel_item_source_next (self->source, &item, self->cancellable, error))
    return FALSE;
  if (item.kind != SEL_EXCHANGE_ITEM_HEADER)
    {
      g_propagate_error (error,
                         sel_confined_error_new (SEL_CONFINED_ERROR_PROTOCOL, self->result->file));
      return FALSE;
    }

  for (guint i = 0; i < item.type->n_fields; i++)
    if (!sel_field_set_text (&item.type->fields[i], self->result->header, item.texts[i], error))
      return FALSE;
  return TRUE;
}

/* What a file without a number is known by when it comes again: what is in it. */
static gboolean
read_hash (Import *self, GError **error)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autoptr (GFile) file = g_file_new_for_path (self->request->path);
  g_autoptr (GFileInputStream) stream = g_file_read (file, self->cancellable, error);
  g_autofree guchar *block = g_malloc (HASH_BLOCK);
  gssize n_read = 1;

  while (stream && n_read > 0)
    {
      n_read = g_input_stream_read (G_INPUT_STREAM (stream), block, HASH_BLOCK, self->cancellable,
                                    error);
      if (n_read > 0)
        g_checksum_update (checksum, block, n_read);
    }
  if (stream == NULL || n_read < 0)
    return FALSE;

  self->result->hash = g_strdup (g_checksum_get_string (checksum));
  return TRUE;
}

static gboolean
add_to_log (Import *self, SelAct *act, GError **error)
{
  const SelExchangeHeader *header = self->result->header;
  const SelExchangeEntry entry = {
    .sender = header->sender,
    .sender_name = header->sender_name,
    .recipient = header->recipient,
    .made_at = header->made_at,
    .agreement = header->agreement,
    .sequence = sel_import_result_has_number (self->result) ? header->sequence : 0,
    .hash = self->result->hash,
    .file = self->result->file,
  };
  SelConnection *connection = sel_act_get_connection (act);

  return sel_exchange_log_find_newest (connection, header->sender, &self->result->newest_sequence,
                                       error) &&
         (entry.hash == NULL ||
          sel_exchange_log_has_file (connection, header->sender, entry.hash,
                                     &self->result->is_again, error)) &&
         sel_exchange_log_add (act, &entry, &self->result->exchange, error);
}

/* A dry run only tells of it. */
static gboolean
check_age (Import *self, GError **error)
{
  const SelImportResult *result = self->result;

  if (!sel_import_result_is_old (result) ||
      self->request->flags & (SEL_IMPORT_DRY_RUN | SEL_IMPORT_TAKE_OLDER))
    return TRUE;

  g_set_error (error, SEL_IMPORT_ERROR, SEL_IMPORT_ERROR_OLDER,
               /* Translators: the name of a file, its sender, two numbers of files that one sender
                * sent, counted up */
               _ ("“%s” is number %ld of %s, of whom number %ld came in before. Nothing was changed; "
                  "take it only if it was left out by mistake."),
               result->file, (glong) result->header->sequence, result->header->sender_name,
               (glong) result->newest_sequence);
  return FALSE;
}

static void
tell_progress (Import *self, guint64 n_items)
{
  if (self->progress)
    self->progress (sel_item_source_get_progress (self->source), n_items, self->user_data);
}

static gboolean
take_items (Import *self, SelImporter *importer, GError **error)
{
  SelExchangeItem item;

  for (guint64 n_items = 0;; n_items++)
    {
      if (g_cancellable_set_error_if_cancelled (self->cancellable, error) ||
          !sel_item_source_next (self->source, &item, self->cancellable, error))
        return FALSE;

      if (item.kind == SEL_EXCHANGE_ITEM_END)
        {
          sel_importer_take_end (importer, &item);
          sel_item_source_note_warnings (self->source, self->result);
          tell_progress (self, n_items);
          return TRUE;
        }
      if (item.kind == SEL_EXCHANGE_ITEM_REFUSAL)
        sel_importer_take_refusal (importer, &item);
      else if (!sel_importer_take_record (importer, &item, error))
        return FALSE;

      if (n_items % PROGRESS_STEP == 0)
        tell_progress (self, n_items);
    }
}

/* Takes in the whole file. An act is taken back by failing, whether or not anything went wrong. */
static gboolean
import_in_act (SelAct *act, gpointer user_data, GError **error)
{
  Import *self = user_data;
  SelImportResult *result = self->result;
  g_autoptr (SelImporter) importer = NULL;

  sel_act_let_cancel (act, self->cancellable);
  if (result->is_dry_run)
    sel_act_set_trial (act);
  if (!add_to_log (self, act, error) || !check_age (self, error) ||
      (!result->is_dry_run && !sel_act_mark (act, result->file, error)))
    return FALSE;

  importer = sel_importer_new (act, result, self->folder, self->request, self->cancellable);
  if (!take_items (self, importer, error) || !sel_importer_finish (importer, error))
    return FALSE;

  self->is_over = TRUE;
  result->is_applied =
    !(self->request->flags & SEL_IMPORT_DRY_RUN) &&
    (result->n[SEL_IMPORT_REFUSED] == 0 || self->request->flags & SEL_IMPORT_ACCEPT_VALID);
  return result->is_applied &&
         sel_exchange_log_set_counts (act, result->exchange,
                                      result->n[SEL_IMPORT_NEW] + result->n[SEL_IMPORT_DOUBTFUL],
                                      result->n[SEL_IMPORT_CHANGED], result->n[SEL_IMPORT_SAME],
                                      result->n[SEL_IMPORT_REFUSED], error) &&
         (self->request->plan == 0 || sel_plan_table_remove (act, self->request->plan, error));
}

/**
 * sel_import_run:
 *
 * Takes in an exchange file, or says what would become of it. Waits, on whatever thread calls.
 *
 * Returns: (transfer full): what became of the file; NULL with an error when it cannot be read to
 * its end, when the database or the computer failed, or on cancellation. Nothing was changed then.
 */
SelImportResult *
sel_import_run (SelStore *store,
                const SelImportRequest *request,
                SelImportProgressFunc progress,
                gpointer user_data,
                GCancellable *cancellable,
                GError **error)
{
  SelPackage *package = request->package;
  const char *path = package ? sel_package_get_exchange (package) : request->path;
  g_autofree char *file = g_filename_display_basename (request->path);
  g_autofree char *folder_path = g_path_get_dirname (path);
  g_auto (SelDescriptor) folder = open (folder_path, O_PATH | O_DIRECTORY | O_CLOEXEC);
  g_autoptr (SelItemSource) own =
    request->source ? NULL : sel_item_source_new_for_exchange (path, file, error);
  SelItemSource *source = request->source ? request->source : own;
  g_autoptr (SelImportResult) result = sel_import_result_new (file);
  g_autoptr (GError) local_error = NULL;
  Import self = { source, folder, request, progress, user_data, cancellable, result, FALSE };

  result->is_dry_run = (request->flags & SEL_IMPORT_DRY_RUN) != 0;
  if (package)
    {
      result->signature = sel_package_dup_signature_sentence (package);
      result->signer = sel_package_get_signer (package);
      result->signing_key = g_strdup (sel_package_get_key (package));
    }
  if (source == NULL || !read_header (&self, error) ||
      (!sel_import_result_has_number (result) && !read_hash (&self, error)))
    return NULL;

  if (!sel_store_write_cancellable (store, SEL_ACT_IMPORT, import_in_act, &self, cancellable, NULL,
                                    &local_error) &&
      (!self.is_over || local_error))
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }

  if (!result->is_applied)
    result->exchange = 0;
  return g_steal_pointer (&result);
}
