/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/import.h"

#include <errno.h>
#include <fcntl.h>

#include <glib/gi18n-lib.h>

#include "confined/descriptor.h"
#include "confined/error.h"
#include "exchange/importer.h"
#include "store/exchange-log.h"

/* How many items lie between two looks at the progress. */
#define PROGRESS_STEP 512

typedef struct
{
  SelExchangeStream *stream;
  int folder; /* of the file: its PDFs lie there */
  SelImportFlags flags;
  const GDate *today;
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
  if (error->domain == SEL_PACKAGE_ERROR)
    return error->code != SEL_PACKAGE_ERROR_FAILED;

  return error->domain == SEL_CONFINED_ERROR && error->code != SEL_CONFINED_ERROR_NOT_CONFINED &&
         error->code != SEL_CONFINED_ERROR_FAILED;
}

static gboolean
read_header (Import *self, GError **error)
{
  SelExchangeItem item;

  if (!sel_exchange_stream_next (self->stream, &item, self->cancellable, error))
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
    .sequence = header->sequence,
    .file = self->result->file,
  };

  return sel_exchange_log_find_newest (sel_act_get_connection (act), header->sender,
                                       &self->result->newest_sequence, error) &&
         sel_exchange_log_add (act, &entry, &self->result->exchange, error);
}

static void
tell_progress (Import *self, guint64 n_items)
{
  if (self->progress)
    self->progress (sel_exchange_stream_get_progress (self->stream), n_items, self->user_data);
}

static gboolean
take_items (Import *self, SelImporter *importer, GError **error)
{
  SelExchangeItem item;

  for (guint64 n_items = 0;; n_items++)
    {
      if (g_cancellable_set_error_if_cancelled (self->cancellable, error) ||
          !sel_exchange_stream_next (self->stream, &item, self->cancellable, error))
        return FALSE;

      if (item.kind == SEL_EXCHANGE_ITEM_END)
        {
          sel_importer_take_end (importer, &item);
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
  g_autoptr (SelImporter) importer =
    sel_importer_new (act, result, self->folder, self->today, self->cancellable);

  if (!add_to_log (self, act, error) || !take_items (self, importer, error))
    return FALSE;

  self->is_over = TRUE;
  result->is_applied =
    !(self->flags & SEL_IMPORT_DRY_RUN) &&
    (result->n[SEL_IMPORT_REFUSED] == 0 || self->flags & SEL_IMPORT_ACCEPT_VALID);
  return result->is_applied &&
         sel_exchange_log_set_counts (act, result->exchange, result->n[SEL_IMPORT_NEW],
                                      result->n[SEL_IMPORT_CHANGED], result->n[SEL_IMPORT_SAME],
                                      result->n[SEL_IMPORT_REFUSED], error);
}

/* Runs an import that has its stream, with the PDFs in the folder at @folder_path. */
static SelImportResult *
run (Import *self, SelStore *store, const char *name, const char *folder_path, GError **error)
{
  g_auto (SelDescriptor) folder = open (folder_path, O_PATH | O_DIRECTORY | O_CLOEXEC);
  g_autoptr (SelImportResult) result = self->result = sel_import_result_new (name);
  g_autoptr (GError) local_error = NULL;

  self->folder = folder;
  result->is_dry_run = (self->flags & SEL_IMPORT_DRY_RUN) != 0;
  if (!read_header (self, error))
    return NULL;

  if (!sel_store_write (store, SEL_ACT_IMPORT, import_in_act, self, NULL, &local_error) &&
      (!self->is_over || local_error))
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }

  if (!result->is_applied)
    result->exchange = 0;
  return g_steal_pointer (&result);
}

/**
 * sel_import_run:
 * @path: the exchange file; its PDFs lie beside it
 * @today: what rules count from
 *
 * Takes in an exchange file, or says what would become of it. Waits, on whatever thread calls.
 *
 * Returns: (transfer full): what became of the file; NULL with an error when it cannot be read to
 * its end, when the database or the computer failed, or on cancellation. Nothing was changed then.
 */
SelImportResult *
sel_import_run (SelStore *store,
                const char *path,
                SelImportFlags flags,
                const GDate *today,
                SelImportProgressFunc progress,
                gpointer user_data,
                GCancellable *cancellable,
                GError **error)
{
  g_autofree char *name = g_filename_display_basename (path);
  g_autofree char *folder_path = g_path_get_dirname (path);
  g_autoptr (SelExchangeStream) stream = sel_exchange_stream_new_for_path (path, error);
  Import self = { stream, -1, flags, today, progress, user_data, cancellable, NULL, FALSE };

  return stream ? run (&self, store, name, folder_path, error) : NULL;
}

/**
 * sel_import_run_package:
 * @package: an open package, which is called by its own name in what is said of it
 *
 * As sel_import_run(), of the exchange file in a package. The result says who signed it.
 */
SelImportResult *
sel_import_run_package (SelStore *store,
                        SelPackage *package,
                        SelImportFlags flags,
                        const GDate *today,
                        SelImportProgressFunc progress,
                        gpointer user_data,
                        GCancellable *cancellable,
                        GError **error)
{
  const char *name = sel_package_get_name (package);
  g_autofree char *folder_path = g_path_get_dirname (sel_package_get_exchange (package));
  g_autoptr (SelExchangeStream) stream = NULL;
  g_auto (SelDescriptor) file =
    open (sel_package_get_exchange (package), O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
  Import self = { NULL, -1, flags, today, progress, user_data, cancellable, NULL, FALSE };
  SelImportResult *result;

  if (file < 0)
    {
      sel_confined_set_system_error (error, name, errno);
      return NULL;
    }
  if (!(stream = self.stream = sel_exchange_stream_new (file, name, error)) ||
      !(result = run (&self, store, name, folder_path, error)))
    return NULL;

  result->signature = sel_package_dup_signature_sentence (package);
  result->signer = sel_package_get_signer (package);
  return result;
}
