/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "confined/package-reader.h"

#include <stdlib.h>

#include <archive.h>
#include <archive_entry.h>

#include "confined/package-directory.h"

#define BLOCK (64u << 10)

typedef struct archive SelArchive;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SelArchive, archive_read_free)

typedef struct
{
  SelFrameChannel *channel;
  SelArchive *archive;
  GPtrArray *entries; /* of SelPackageEntry */
  gboolean is_over;   /* there is nothing more to say, or nobody to hear it */
} Reader;

/* What is done with a piece of an entry's bytes. FALSE once there are too many. */
typedef gboolean (*TakeFunc) (Reader *self, const guint8 *data, gsize length, gpointer user_data);

static void
tell (Reader *self)
{
  if (!sel_frame_channel_end (self->channel))
    self->is_over = TRUE;
}

/* Says that the package cannot be read any further. */
static gboolean
stop (Reader *self, SelPackageProblem problem, const char *name)
{
  if (!self->is_over)
    {
      SelFrameWriter *writer = sel_frame_channel_begin (self->channel, SEL_FRAME_PACKAGE_STOPPED);

      sel_frame_put_u32 (writer, problem);
      sel_frame_put_text (writer, name);
      tell (self);
    }
  self->is_over = TRUE;
  return FALSE;
}

/* Goes to the next entry of the archive, which is the one that the list of the zip has there.
 * A warning is about a name, which libarchive puts into the letters of this process's locale: it is
 * the list's that counts. */
static gboolean
go_to (Reader *self, const SelPackageEntry *entry)
{
  struct archive_entry *found;
  const int status = archive_read_next_header (self->archive, &found);

  if (status != ARCHIVE_OK && status != ARCHIVE_WARN)
    return stop (self, SEL_PACKAGE_ENTRY_DAMAGED, entry->name);
  if (archive_entry_filetype (found) != AE_IFREG)
    return stop (self, SEL_PACKAGE_ENTRY_NO_FILE, entry->name);
  if (archive_entry_size (found) != entry->size)
    return stop (self, SEL_PACKAGE_ENTRY_TWO_WAYS, entry->name);
  return TRUE;
}

/* Gives all bytes of the entry to @take; they are as many as it has said. */
static gboolean
read_entry (Reader *self, const SelPackageEntry *entry, TakeFunc take, gpointer user_data)
{
  guint8 data[BLOCK];
  gsize length = 0;

  while (!self->is_over)
    {
      const gssize n = archive_read_data (self->archive, data, sizeof data);

      if (n < 0)
        return stop (self, SEL_PACKAGE_ENTRY_DAMAGED, entry->name);
      if (n == 0)
        return length == entry->size || stop (self, SEL_PACKAGE_ENTRY_SIZE, entry->name);

      length += (gsize) n;
      if (length > entry->size)
        return stop (self, SEL_PACKAGE_ENTRY_SIZE, entry->name);
      if (!take (self, data, (gsize) n, user_data))
        return FALSE;
    }

  return FALSE;
}

static gboolean
keep (G_GNUC_UNUSED Reader *self, const guint8 *data, gsize length, gpointer user_data)
{
  g_byte_array_append (user_data, data, (guint) length);
  return TRUE;
}

static gboolean
tell_data (Reader *self, const guint8 *data, gsize length, G_GNUC_UNUSED gpointer user_data)
{
  sel_frame_put_bytes (sel_frame_channel_begin (self->channel, SEL_FRAME_PACKAGE_DATA),
                       data, length);
  tell (self);
  return !self->is_over;
}

static void
tell_manifest (Reader *self, const SelPackageManifest *manifest)
{
  SelFrameWriter *writer = sel_frame_channel_begin (self->channel, SEL_FRAME_PACKAGE_MANIFEST);

  sel_frame_put_text (writer, manifest->exchange);
  sel_frame_put_u32 (writer, manifest->files->len);
  tell (self);

  for (guint i = 0; i < manifest->files->len && !self->is_over; i++)
    {
      const SelPackageFile *file = g_ptr_array_index (manifest->files, i);

      writer = sel_frame_channel_begin (self->channel, SEL_FRAME_PACKAGE_LISTED);
      sel_frame_put_text (writer, file->name);
      sel_frame_put_i64 (writer, file->size);
      sel_frame_put_text (writer, file->sha256);
      tell (self);
    }
}

static gboolean
read_manifest (Reader *self, const SelPackageEntry *entry)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autoptr (SelPackageManifest) manifest = NULL;

  if (!g_str_equal (entry->name, SEL_PACKAGE_MANIFEST))
    return stop (self, SEL_PACKAGE_NO_MANIFEST, NULL);
  if (entry->size > SEL_PACKAGE_MOST_MANIFEST)
    return stop (self, SEL_PACKAGE_MANIFEST_TOO_LARGE, NULL);
  if (!go_to (self, entry) || !read_entry (self, entry, keep, bytes))
    return FALSE;

  manifest = sel_package_manifest_parse ((const char *) bytes->data, bytes->len);
  if (manifest == NULL)
    return stop (self, SEL_PACKAGE_MANIFEST_FORM, NULL);
  tell_manifest (self, manifest);
  return !self->is_over;
}

static gboolean
read_signature (Reader *self, const SelPackageEntry *entry)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();

  if (entry->size != SEL_PACKAGE_SIGNATURE_BYTES)
    return stop (self, SEL_PACKAGE_SIGNATURE_FORM, NULL);
  if (!go_to (self, entry) || !read_entry (self, entry, keep, bytes))
    return FALSE;

  sel_frame_put_bytes (sel_frame_channel_begin (self->channel, SEL_FRAME_PACKAGE_SIGNATURE),
                       bytes->data, bytes->len);
  tell (self);
  return !self->is_over;
}

static gboolean
read_file (Reader *self, const SelPackageEntry *entry)
{
  SelFrameWriter *writer;

  if (!go_to (self, entry))
    return FALSE;

  writer = sel_frame_channel_begin (self->channel, SEL_FRAME_PACKAGE_ENTRY);
  sel_frame_put_text (writer, entry->name);
  sel_frame_put_i64 (writer, entry->size);
  tell (self);
  return read_entry (self, entry, tell_data, NULL);
}

static void
read_all (Reader *self)
{
  struct archive_entry *more;

  if (!read_manifest (self, g_ptr_array_index (self->entries, 0)))
    return;

  for (guint i = 1; i < self->entries->len; i++)
    {
      const SelPackageEntry *entry = g_ptr_array_index (self->entries, i);
      const gboolean is_signature = i == 1 && g_str_equal (entry->name, SEL_PACKAGE_SIGNATURE);

      if (!(is_signature ? read_signature (self, entry) : read_file (self, entry)))
        return;
    }

  if (archive_read_next_header (self->archive, &more) != ARCHIVE_EOF)
    stop (self, SEL_PACKAGE_DAMAGED, NULL);
  else
    {
      sel_frame_channel_begin (self->channel, SEL_FRAME_PACKAGE_END);
      tell (self);
    }
}

/**
 * sel_package_reader_run:
 * @channel: where the frames of package-protocol.h go
 * @input: (transfer none): the open file, at its beginning
 *
 * Reads a package, in memory that grows with the number of its files but not with their size.
 *
 * Returns: the exit status of the process
 */
int
sel_package_reader_run (SelFrameChannel *channel, int input)
{
  g_autoptr (SelArchive) archive = archive_read_new ();
  g_autoptr (GPtrArray) entries = NULL;
  g_autofree char *name = NULL;
  Reader self = { .channel = channel, .archive = archive };
  SelPackageProblem problem;

  entries = self.entries = sel_package_directory_read (input, &problem, &name);
  if (entries == NULL)
    stop (&self, problem, name);
  else if (archive_read_support_format_zip_seekable (archive) != ARCHIVE_OK ||
           archive_read_open_fd (archive, input, BLOCK) != ARCHIVE_OK)
    stop (&self, SEL_PACKAGE_DAMAGED, NULL);
  else
    read_all (&self);

  return sel_frame_channel_flush (channel) ? EXIT_SUCCESS : EXIT_FAILURE;
}
