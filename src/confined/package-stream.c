/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "confined/package-stream.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "confined/package-protocol.h"
#include "confined/process.h"
#include "domain/field.h"

struct _SelPackageStream
{
  SelConfinedProcess *process;
  char *name; /* of the package, for sentences */
  gboolean has_begun;
  SelPackageItemKind last;
};

/* Of those from ENTRY_DAMAGED on, %s is the name of an entry. */
static const char *const sentences[SEL_N_PACKAGE_PROBLEMS] = {
  [SEL_PACKAGE_UNREADABLE] =
    N_ ("The computer cannot read it. Copy it to this computer’s disk and try again."),
  [SEL_PACKAGE_TRUNCATED] = N_ ("Its end is missing. Fetch it again, or ask its sender for it."),
  [SEL_PACKAGE_DAMAGED] =
    N_ ("It is damaged: the list of its files cannot be read. Ask its sender for it again."),
  [SEL_PACKAGE_HIDDEN_BYTES] =
    N_ ("It has bytes that belong to none of its files. Do not trust it; ask its sender for "
        "another."),
  [SEL_PACKAGE_ZIP64] =
    N_ ("It is a Zip64, which a package never is. Ask its sender to make it with Selaras."),
  [SEL_PACKAGE_TOO_MANY] =
    N_ ("It has more files than a package can have. Ask its sender for several smaller ones."),
  [SEL_PACKAGE_NO_MANIFEST] =
    N_ ("It does not begin with the list of its files, so it is no package. Ask its sender to make "
        "it with Selaras."),
  [SEL_PACKAGE_MANIFEST_TOO_LARGE] =
    N_ ("The list of its files is too large. Ask its sender for several smaller packages."),
  [SEL_PACKAGE_MANIFEST_FORM] =
    N_ ("The list of its files is not in the form that it has to have. Ask its sender to make it "
        "with Selaras, and not to change it."),
  [SEL_PACKAGE_SIGNATURE_FORM] =
    N_ ("Its signature is not in the form that it has to have. Ask its sender to make it anew."),
  [SEL_PACKAGE_ENTRY_DAMAGED] = N_ ("Its “%s” is damaged. Ask its sender for it again."),
  [SEL_PACKAGE_ENTRY_TWO_WAYS] =
    N_ ("It says two different things of its “%s”. Do not trust it; ask its sender for another."),
  [SEL_PACKAGE_ENTRY_OVERLAPS] =
    N_ ("Its “%s” lies over another of its files. Do not trust it; ask its sender for another."),
  [SEL_PACKAGE_ENTRY_ENCRYPTED] =
    N_ ("Its “%s” is encrypted on its own. Ask its sender to encrypt the package as a whole, with "
        "Selaras."),
  [SEL_PACKAGE_ENTRY_METHOD] =
    N_ ("Its “%s” is compressed in a way that a package does not use. Ask its sender to make it "
        "with Selaras."),
  [SEL_PACKAGE_ENTRY_NO_FILE] =
    N_ ("Its “%s” is a link, a folder or a device. A package has files only; ask its sender to "
        "make it with Selaras."),
  [SEL_PACKAGE_ENTRY_NAME] =
    N_ ("The name “%s” is too long or not in UTF-8. Ask its sender to give that file another."),
  [SEL_PACKAGE_ENTRY_RATIO] =
    N_ ("Its “%s” would grow to more than two hundred times its size, as what is made to fill "
        "disks does. Do not trust it; ask its sender for another."),
  [SEL_PACKAGE_ENTRY_SIZE] =
    N_ ("Its “%s” is not as large as it says. Do not trust it; ask its sender for another."),
};

/**
 * sel_package_stream_new:
 * @file: (transfer none): the zip, open for reading only and at its beginning; nobody else reads it
 * @name: what its user calls it, for sentences
 *
 * Returns: (transfer full) (nullable): the stream; on error %SEL_CONFINED_ERROR
 */
SelPackageStream *
sel_package_stream_new (int file, const char *name, GError **error)
{
  g_autoptr (SelPackageStream) self = g_new0 (SelPackageStream, 1);

  self->name = g_strdup (name);
  self->process = sel_confined_process_spawn (SEL_CONFINED_READ_PACKAGE, file, name, error);
  return self->process ? g_steal_pointer (&self) : NULL;
}

/**
 * sel_package_stream_free:
 *
 * Ends the reader too, wherever it is.
 */
void
sel_package_stream_free (SelPackageStream *self)
{
  g_clear_pointer (&self->process, sel_confined_process_free);
  g_free (self->name);
  g_free (self);
}

/* What came is what no sound reader says; it is ended at once. */
static gboolean
fail_protocol (SelPackageStream *self, GError **error)
{
  g_clear_pointer (&self->process, sel_confined_process_free);
  g_propagate_error (error, sel_confined_error_new (SEL_CONFINED_ERROR_PROTOCOL, self->name));
  return FALSE;
}

/* Takes one of the files that the manifest lists. Its name may be one that no file can have. */
static gboolean
take_listed (SelPackageStream *self,
             SelPackageManifest *manifest,
             GCancellable *cancellable,
             GError **error)
{
  const char *name, *sha256;
  SelFrame frame;
  gint64 size;

  if (!sel_confined_process_read (self->process, &frame, cancellable, error))
    return FALSE;

  name = sel_frame_get_text (&frame.payload, SEL_FRAME_MAX_PAYLOAD);
  size = sel_frame_get_i64 (&frame.payload);
  sha256 = sel_frame_get_text (&frame.payload, SEL_FRAME_MAX_PAYLOAD);
  if (frame.kind != SEL_FRAME_PACKAGE_LISTED || !name || !sha256 ||
      !sel_frame_reader_finish (&frame.payload))
    return fail_protocol (self, error);

  sel_package_manifest_add (manifest, name, size, sha256);
  return TRUE;
}

static gboolean
take_manifest (SelPackageStream *self,
               SelFrameReader *payload,
               SelPackageItem *item,
               GCancellable *cancellable,
               GError **error)
{
  g_autofree char *exchange = g_strdup (sel_frame_get_text (payload, SEL_FRAME_MAX_PAYLOAD));
  const guint n_files = sel_frame_get_u32 (payload);
  g_autoptr (SelPackageManifest) manifest = NULL;
  gsize length = 0;

  if (self->has_begun || !exchange || !sel_frame_reader_finish (payload) || n_files == 0 ||
      n_files > SEL_PACKAGE_MOST_FILES)
    return fail_protocol (self, error);

  manifest = sel_package_manifest_new (exchange);
  for (guint i = 0; i < n_files; i++)
    {
      const SelPackageFile *file;

      if (!take_listed (self, manifest, cancellable, error))
        return FALSE;

      /* All of it came out of so many bytes. */
      file = g_ptr_array_index (manifest->files, i);
      length += strlen (file->name) + strlen (file->sha256);
      if (length > SEL_PACKAGE_MOST_MANIFEST)
        return fail_protocol (self, error);
    }

  self->has_begun = TRUE;
  item->kind = SEL_PACKAGE_ITEM_MANIFEST;
  item->manifest = g_steal_pointer (&manifest);
  return TRUE;
}

static gboolean
take_signature (SelPackageStream *self,
                SelFrameReader *payload,
                SelPackageItem *item,
                GError **error)
{
  item->kind = SEL_PACKAGE_ITEM_SIGNATURE;
  item->data = sel_frame_get_bytes (payload, SEL_PACKAGE_SIGNATURE_BYTES, &item->length);

  return (self->has_begun && self->last == SEL_PACKAGE_ITEM_MANIFEST &&
          item->length == SEL_PACKAGE_SIGNATURE_BYTES && sel_frame_reader_finish (payload)) ||
         fail_protocol (self, error);
}

static gboolean
take_entry (SelPackageStream *self, SelFrameReader *payload, SelPackageItem *item, GError **error)
{
  item->kind = SEL_PACKAGE_ITEM_ENTRY;
  item->name = sel_frame_get_text (payload, SEL_PACKAGE_MOST_NAME);
  item->size = sel_frame_get_i64 (payload);

  return (self->has_begun && item->name && sel_frame_reader_finish (payload)) ||
         fail_protocol (self, error);
}

static gboolean
take_data (SelPackageStream *self, SelFrameReader *payload, SelPackageItem *item, GError **error)
{
  item->kind = SEL_PACKAGE_ITEM_DATA;
  item->data = sel_frame_get_bytes (payload, SEL_PACKAGE_MOST_DATA, &item->length);

  return (self->has_begun && item->length > 0 && sel_frame_reader_finish (payload) &&
          (self->last == SEL_PACKAGE_ITEM_ENTRY || self->last == SEL_PACKAGE_ITEM_DATA)) ||
         fail_protocol (self, error);
}

static gboolean
take_end (SelPackageStream *self, SelFrameReader *payload, SelPackageItem *item, GError **error)
{
  if (!self->has_begun || !sel_frame_reader_finish (payload))
    return fail_protocol (self, error);

  item->kind = SEL_PACKAGE_ITEM_END;
  g_clear_pointer (&self->process, sel_confined_process_free);
  return TRUE;
}

static gboolean
fail_stopped (SelPackageStream *self, SelFrameReader *payload, GError **error)
{
  const guint32 problem = sel_frame_get_u32 (payload);
  const char *name = sel_frame_get_text (payload, SEL_FRAME_MAX_PAYLOAD);
  g_autofree char *shown = sel_text_dup_printable (name, FALSE);
  g_autoptr (GString) sentence = NULL;

  if (!sel_frame_reader_finish (payload) || problem >= SEL_N_PACKAGE_PROBLEMS ||
      sentences[problem] == NULL || (problem >= SEL_PACKAGE_ENTRY_DAMAGED) != (name != NULL))
    return fail_protocol (self, error);

  sentence = g_string_new (_ (sentences[problem]));
  if (name)
    g_string_replace (sentence, "%s", shown, 1);
  g_set_error (error, SEL_CONFINED_ERROR, SEL_CONFINED_ERROR_REFUSED,
               _ ("“%s”: %s"), self->name, sentence->str);
  g_clear_pointer (&self->process, sel_confined_process_free);
  return FALSE;
}

static gboolean
take (SelPackageStream *self,
      SelFrame *frame,
      SelPackageItem *item,
      GCancellable *cancellable,
      GError **error)
{
  switch (frame->kind)
    {
    case SEL_FRAME_PACKAGE_MANIFEST:
      return take_manifest (self, &frame->payload, item, cancellable, error);
    case SEL_FRAME_PACKAGE_SIGNATURE:
      return take_signature (self, &frame->payload, item, error);
    case SEL_FRAME_PACKAGE_ENTRY:
      return take_entry (self, &frame->payload, item, error);
    case SEL_FRAME_PACKAGE_DATA:
      return take_data (self, &frame->payload, item, error);
    case SEL_FRAME_PACKAGE_END:
      return take_end (self, &frame->payload, item, error);
    case SEL_FRAME_PACKAGE_STOPPED:
      return fail_stopped (self, &frame->payload, error);
    default:
      return fail_protocol (self, error);
    }
}

/**
 * sel_package_stream_next:
 * @item: (out): what comes next, lent until the next call; the manifest is the caller's
 *
 * Waits for the next item. Nothing may be asked for after the end or an error.
 *
 * Returns: %FALSE on error: %SEL_CONFINED_ERROR_REFUSED when the package breaks a rule of its form,
 *   with its name and the reason; others when the reader came to grief
 */
gboolean
sel_package_stream_next (SelPackageStream *self,
                         SelPackageItem *item,
                         GCancellable *cancellable,
                         GError **error)
{
  SelFrame frame;

  g_return_val_if_fail (self->process, FALSE);

  *item = (SelPackageItem){ 0 };
  if (!sel_confined_process_read (self->process, &frame, cancellable, error) ||
      !take (self, &frame, item, cancellable, error))
    return FALSE;

  self->last = item->kind;
  return TRUE;
}
