/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/private-folder.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "confined/descriptor.h"

#define PREFIX "package-"

struct _SelPrivateFolder
{
  char *path;
  SelDescriptor folder; /* locked, with others, as long as it is in use */
};

typedef DIR SelListing;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SelListing, closedir)

static SelListing *
list (int folder)
{
  int again = openat (folder, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  SelListing *listing = again >= 0 ? fdopendir (again) : NULL;

  if (listing == NULL && again >= 0)
    close (again);
  return listing;
}

/* Only files are ever made there. */
static void
remove_files (int folder)
{
  g_autoptr (SelListing) listing = list (folder);
  const struct dirent *entry;

  while (listing && (entry = readdir (listing)))
    unlinkat (folder, entry->d_name, 0);
}

/* Removes the folders of processes that are no more: nobody holds their locks. */
static void
sweep (int above)
{
  g_autoptr (SelListing) listing = list (above);
  const struct dirent *entry;

  while (listing && (entry = readdir (listing)))
    if (g_str_has_prefix (entry->d_name, PREFIX))
      {
        g_auto (SelDescriptor) folder =
          openat (above, entry->d_name, O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW);

        if (folder < 0 || flock (folder, LOCK_EX | LOCK_NB) != 0)
          continue;
        remove_files (folder);
        unlinkat (above, entry->d_name, AT_REMOVEDIR);
      }
}

/**
 * sel_private_folder_new:
 * @number: (out): the errno on failure
 *
 * Returns: (transfer full) (nullable): an empty folder that only its owner can enter
 */
SelPrivateFolder *
sel_private_folder_new (int *number)
{
  g_autofree char *above_path = g_build_filename (g_get_user_cache_dir (), "selaras", NULL);
  g_autofree char *path = g_build_filename (above_path, PREFIX "XXXXXX", NULL);
  g_auto (SelDescriptor) above = -1;
  g_auto (SelDescriptor) folder = -1;
  SelPrivateFolder *self;

  /* The lock on the folder above keeps others from sweeping between the two steps. */
  if (g_mkdir_with_parents (above_path, 0700) != 0 ||
      (above = open (above_path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)) < 0 ||
      flock (above, LOCK_EX) != 0)
    {
      *number = errno;
      return NULL;
    }

  sweep (above);
  if (!g_mkdtemp_full (path, 0700) ||
      (folder = open (path, O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW)) < 0 ||
      flock (folder, LOCK_SH | LOCK_NB) != 0)
    {
      *number = errno;
      rmdir (path);
      return NULL;
    }

  self = g_new0 (SelPrivateFolder, 1);
  self->path = g_steal_pointer (&path);
  self->folder = g_steal_fd (&folder);
  return self;
}

void
sel_private_folder_free (SelPrivateFolder *self)
{
  remove_files (self->folder);
  rmdir (self->path);
  close (self->folder);
  g_free (self->path);
  g_free (self);
}

const char *
sel_private_folder_get_path (SelPrivateFolder *self)
{
  return self->path;
}

/**
 * sel_private_folder_create:
 * @name: a plain file name
 *
 * Returns: (transfer full): a new file, open for reading and writing; -1 with errno, also when
 *   there is one of that name
 */
int
sel_private_folder_create (SelPrivateFolder *self, const char *name)
{
  return openat (self->folder, name, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
}
