/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/export-files.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>

#include <glib/gi18n-lib.h>

#include "confined/descriptor.h"
#include "exchange/export-result.h"

#define PART_PREFIX ".selaras-"
#define PART_SUFFIX ".part"

/* Where a file is on its way. */
typedef enum
{
  WRITTEN,   /* under its other name */
  PUBLISHED, /* under its own, where there was none */
  SWAPPED,   /* under its own; the one that had it is under the other name */
  REPLACED,  /* under its own; the one that had it is gone */
} Stage;

typedef struct
{
  char *name;
  char *other; /* until it has its own */
  Stage stage;
} File;

struct _SelExportFiles
{
  SelDescriptor folder;
  SelDescriptor open; /* the file that is written; -1 */
  gboolean replaces;
  gboolean is_kept;
  GArray *files; /* of File, in the order in which they are published */
};

static void
clear_file (gpointer data)
{
  File *file = data;

  g_free (file->name);
  g_free (file->other);
}

/* Sets the sentence for what happened to the file called @name, and returns FALSE. @number is an
 * errno. */
gboolean
sel_export_files_fail (const char *name, int number, GError **error)
{
  g_autofree char *shown = g_filename_display_name (name);

  if (number == ENOSPC || number == EDQUOT)
    g_set_error (error, SEL_EXPORT_ERROR, SEL_EXPORT_ERROR_FAILED,
                 _ ("The disk is full: there is no room for “%s”, and nothing was written. Make "
                    "room, or choose another folder."),
                 shown);
  else if (number == EEXIST)
    g_set_error (error, SEL_EXPORT_ERROR, SEL_EXPORT_ERROR_REFUSED,
                 _ ("“%s” is there already, and is left as it is. Choose another name or folder, "
                    "or replace it with --force."),
                 shown);
  else if (number == EISDIR)
    g_set_error (error, SEL_EXPORT_ERROR, SEL_EXPORT_ERROR_REFUSED,
                 _ ("“%s” is there already, and is not a file. Choose another name or folder."),
                 shown);
  else
    g_set_error (error, SEL_EXPORT_ERROR, SEL_EXPORT_ERROR_FAILED,
                 _ ("“%s” cannot be written: %s. Nothing of it was left behind."), shown,
                 g_strerror (number));
  return FALSE;
}

static gboolean
is_part (const char *name)
{
  return g_str_has_prefix (name, PART_PREFIX) && g_str_has_suffix (name, PART_SUFFIX);
}

/* Removes what a run that was killed has left in the folder: they hold personal data. As long as
 * another is at work there, which its lock says, nothing is touched. */
static void
sweep (int folder, const char *path)
{
  g_autoptr (GDir) listing = NULL;
  const char *name;

  if (flock (folder, LOCK_EX | LOCK_NB) != 0)
    return;

  listing = g_dir_open (path, 0, NULL);
  while (listing && (name = g_dir_read_name (listing)))
    if (is_part (name))
      unlinkat (folder, name, 0);
}

/* @replaces: files of the same names give way. */
SelExportFiles *
sel_export_files_new (const char *folder, gboolean replaces, GError **error)
{
  g_autoptr (SelExportFiles) self = g_new0 (SelExportFiles, 1);

  self->folder = open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  self->open = -1;
  self->replaces = replaces;
  self->files = g_array_new (FALSE, FALSE, sizeof (File));
  g_array_set_clear_func (self->files, clear_file);
  if (self->folder < 0)
    {
      sel_export_files_fail (folder, errno, error);
      return NULL;
    }

  sweep (self->folder, folder);
  flock (self->folder, LOCK_SH); /* waits for a sweep; let go of when the folder is closed */
  return g_steal_pointer (&self);
}

/* Takes back what was not to stay. What was replaced where files cannot be swapped is gone, and so
 * the new one stays. */
static void
undo_file (SelExportFiles *self, const File *file)
{
  switch (file->stage)
    {
    case WRITTEN:
      unlinkat (self->folder, file->other, 0);
      break;
    case PUBLISHED:
      unlinkat (self->folder, file->name, 0);
      break;
    case SWAPPED:
      renameat (self->folder, file->other, self->folder, file->name);
      break;
    default:
      break;
    }
}

void
sel_export_files_free (SelExportFiles *self)
{
  if (self == NULL)
    return;

  for (guint i = 0; i < self->files->len && !self->is_kept; i++)
    undo_file (self, &g_array_index (self->files, File, i));
  g_array_unref (self->files);
  if (self->open >= 0)
    close (self->open);
  if (self->folder >= 0)
    close (self->folder);
  g_free (self);
}

/* Whether a file called @name may be made. What is there is met only now or, if it comes in the
 * meantime, by sel_export_files_publish(). */
gboolean
sel_export_files_check (SelExportFiles *self, const char *name, GError **error)
{
  struct stat about;

  if (fstatat (self->folder, name, &about, AT_SYMLINK_NOFOLLOW) != 0)
    return errno == ENOENT || sel_export_files_fail (name, errno, error);
  if (!S_ISREG (about.st_mode) && !S_ISLNK (about.st_mode))
    return sel_export_files_fail (name, EISDIR, error);

  return self->replaces || sel_export_files_fail (name, EEXIST, error);
}

gboolean
sel_export_files_is_taken (SelExportFiles *self, const char *name)
{
  struct stat about;

  return fstatat (self->folder, name, &about, AT_SYMLINK_NOFOLLOW) == 0;
}

/* Whether a file called @name is there and holds @bytes already. */
gboolean
sel_export_files_is_there (SelExportFiles *self, const char *name, GBytes *bytes)
{
  g_auto (SelDescriptor) file =
    openat (self->folder, name, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
  const char *data = g_bytes_get_data (bytes, NULL);
  gsize size = g_bytes_get_size (bytes);
  char buffer[16384];
  struct stat about;

  if (file < 0 || fstat (file, &about) != 0 || !S_ISREG (about.st_mode) ||
      about.st_size != (goffset) size)
    return FALSE;

  for (gsize at = 0; at < size;)
    {
      gssize n = read (file, buffer, MIN (sizeof buffer, size - at));

      if (n <= 0 || memcmp (buffer, data + at, (gsize) n) != 0)
        return FALSE;
      at += (gsize) n;
    }

  return TRUE;
}

/* Opens a file to write, which is to be called @name: the descriptor is lent until the end of it is
 * told; -1 with an error. Like the register it is for its owner alone. */
int
sel_export_files_begin (SelExportFiles *self, const char *name, GError **error)
{
  File file = { 0 };

  g_return_val_if_fail (self->open < 0, -1);

  if (!sel_export_files_check (self, name, error))
    return -1;

  for (guint tries = 0; self->open < 0; tries++)
    {
      g_free (file.other);
      file.other = g_strdup_printf (PART_PREFIX "%08x" PART_SUFFIX, g_random_int ());
      self->open =
        openat (self->folder, file.other, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
      if (self->open < 0 && (errno != EEXIST || tries == 100))
        {
          sel_export_files_fail (name, errno, error);
          g_free (file.other);
          return -1;
        }
    }

  file.name = g_strdup (name);
  g_array_append_val (self->files, file);
  return self->open;
}

/* The file is whole: it is brought to the disk. */
gboolean
sel_export_files_end (SelExportFiles *self, GError **error)
{
  const File *file = &g_array_index (self->files, File, self->files->len - 1);
  int failure = fsync (self->open) == 0 ? 0 : errno;

  if (close (self->open) != 0 && failure == 0)
    failure = errno;
  self->open = -1;
  return failure == 0 || sel_export_files_fail (file->name, failure, error);
}

/* Gives @file its own name, in one step for whoever looks on. Some file systems can do no more than
 * put it over what is there. */
static gboolean
publish_file (SelExportFiles *self, File *file, GError **error)
{
  gboolean swaps = sel_export_files_is_taken (self, file->name);

  if (swaps && !sel_export_files_check (self, file->name, error))
    return FALSE;
  if (renameat2 (self->folder, file->other, self->folder, file->name,
                 swaps ? RENAME_EXCHANGE : RENAME_NOREPLACE) == 0)
    {
      file->stage = swaps ? SWAPPED : PUBLISHED;
      return TRUE;
    }
  if (errno != EINVAL && errno != ENOSYS)
    return sel_export_files_fail (file->name, errno, error);

  if (renameat (self->folder, file->other, self->folder, file->name) != 0)
    return sel_export_files_fail (file->name, errno, error);
  file->stage = swaps ? REPLACED : PUBLISHED;
  return TRUE;
}

/* Gives all files their names, in the order in which they were begun. */
gboolean
sel_export_files_publish (SelExportFiles *self, GError **error)
{
  for (guint i = 0; i < self->files->len; i++)
    if (!publish_file (self, &g_array_index (self->files, File, i), error))
      return FALSE;

  return TRUE;
}

/* They stay, and what they replaced goes. */
void
sel_export_files_keep (SelExportFiles *self)
{
  for (guint i = 0; i < self->files->len; i++)
    {
      const File *file = &g_array_index (self->files, File, i);

      if (file->stage == SWAPPED)
        unlinkat (self->folder, file->other, 0);
    }

  self->is_kept = TRUE;
  fsync (self->folder);
}
