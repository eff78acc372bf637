/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support/fault-vfs.h"

#include <sqlite3.h>

/* The file of the VFS below follows it in memory. */
typedef struct
{
  sqlite3_file base;
  sqlite3_file *real;
} File;

static sqlite3_vfs *real_vfs;

/* SQLite's sorter writes from a thread of its own. */
static gint n_left; /* until the disk fails; 0 when it does not */
static FaultKind fault_kind;
static gint has_failed;

static sqlite3_file *
real_of (sqlite3_file *file)
{
  return ((File *) file)->real;
}

/* Whether the disk fails now. */
static gboolean
fails (void)
{
  if (g_atomic_int_get (&has_failed))
    return fault_kind != FAULT_ONCE;
  if (g_atomic_int_get (&n_left) == 0 || !g_atomic_int_dec_and_test (&n_left))
    return FALSE;

  g_atomic_int_set (&has_failed, TRUE);
  return TRUE;
}

/* A full disk still syncs, cuts and deletes. */
static gboolean
fails_but_for_room (void)
{
  return fault_kind != FAULT_FULL && fails ();
}

static int
file_close (sqlite3_file *file)
{
  return real_of (file)->pMethods->xClose (real_of (file));
}

static int
file_read (sqlite3_file *file, void *data, int size, sqlite3_int64 offset)
{
  return real_of (file)->pMethods->xRead (real_of (file), data, size, offset);
}

static int
file_write (sqlite3_file *file, const void *data, int size, sqlite3_int64 offset)
{
  if (!fails ())
    return real_of (file)->pMethods->xWrite (real_of (file), data, size, offset);

  if (fault_kind == FAULT_ONCE)
    real_of (file)->pMethods->xWrite (real_of (file), data, size / 2, offset);
  return fault_kind == FAULT_FULL ? SQLITE_FULL : SQLITE_IOERR_WRITE;
}

static int
file_truncate (sqlite3_file *file, sqlite3_int64 size)
{
  return fails_but_for_room () ? SQLITE_IOERR_TRUNCATE
                               : real_of (file)->pMethods->xTruncate (real_of (file), size);
}

/* No test here cuts the power: thousands of registers are sooner written without. */
static int
file_sync (G_GNUC_UNUSED sqlite3_file *file, G_GNUC_UNUSED int flags)
{
  return fails_but_for_room () ? SQLITE_IOERR_FSYNC : SQLITE_OK;
}

static int
file_get_size (sqlite3_file *file, sqlite3_int64 *size)
{
  return real_of (file)->pMethods->xFileSize (real_of (file), size);
}

static int
file_lock (sqlite3_file *file, int level)
{
  return real_of (file)->pMethods->xLock (real_of (file), level);
}

static int
file_unlock (sqlite3_file *file, int level)
{
  return real_of (file)->pMethods->xUnlock (real_of (file), level);
}

static int
file_check_lock (sqlite3_file *file, int *is_locked)
{
  return real_of (file)->pMethods->xCheckReservedLock (real_of (file), is_locked);
}

static int
file_control (sqlite3_file *file, int op, void *argument)
{
  return real_of (file)->pMethods->xFileControl (real_of (file), op, argument);
}

static int
file_get_sector_size (sqlite3_file *file)
{
  return real_of (file)->pMethods->xSectorSize (real_of (file));
}

static int
file_get_characteristics (sqlite3_file *file)
{
  return real_of (file)->pMethods->xDeviceCharacteristics (real_of (file));
}

static int
file_map_shm (sqlite3_file *file, int region, int size, int extends, void volatile **memory)
{
  if (extends && fails ())
    return fault_kind == FAULT_FULL ? SQLITE_FULL : SQLITE_IOERR_SHMSIZE;
  return real_of (file)->pMethods->xShmMap (real_of (file), region, size, extends, memory);
}

static int
file_lock_shm (sqlite3_file *file, int offset, int n, int flags)
{
  return real_of (file)->pMethods->xShmLock (real_of (file), offset, n, flags);
}

static void
file_order_shm (sqlite3_file *file)
{
  real_of (file)->pMethods->xShmBarrier (real_of (file));
}

static int
file_unmap_shm (sqlite3_file *file, int deletes)
{
  return real_of (file)->pMethods->xShmUnmap (real_of (file), deletes);
}

static const sqlite3_io_methods methods = {
  .iVersion = 2,
  .xClose = file_close,
  .xRead = file_read,
  .xWrite = file_write,
  .xTruncate = file_truncate,
  .xSync = file_sync,
  .xFileSize = file_get_size,
  .xLock = file_lock,
  .xUnlock = file_unlock,
  .xCheckReservedLock = file_check_lock,
  .xFileControl = file_control,
  .xSectorSize = file_get_sector_size,
  .xDeviceCharacteristics = file_get_characteristics,
  .xShmMap = file_map_shm,
  .xShmLock = file_lock_shm,
  .xShmBarrier = file_order_shm,
  .xShmUnmap = file_unmap_shm,
};

static int
vfs_open (G_GNUC_UNUSED sqlite3_vfs *vfs,
          sqlite3_filename name,
          sqlite3_file *file,
          int flags,
          int *flags_out)
{
  File *self = (File *) file;
  int result;

  self->base.pMethods = NULL;
  if (flags & SQLITE_OPEN_CREATE && fails ())
    return SQLITE_CANTOPEN;

  self->real = (sqlite3_file *) (self + 1);
  result = real_vfs->xOpen (real_vfs, name, self->real, flags, flags_out);
  if (self->real->pMethods)
    self->base.pMethods = &methods;
  return result;
}

static int
vfs_delete (G_GNUC_UNUSED sqlite3_vfs *vfs, const char *name, G_GNUC_UNUSED int syncs)
{
  return fails_but_for_room () ? SQLITE_IOERR_DELETE : real_vfs->xDelete (real_vfs, name, FALSE);
}

/* Makes it the one that SQLite takes; before any database is opened. */
void
fault_vfs_install (void)
{
  static sqlite3_vfs vfs;

  real_vfs = sqlite3_vfs_find (NULL);
  vfs = *real_vfs;
  vfs.zName = "fault";
  vfs.szOsFile = (int) sizeof (File) + real_vfs->szOsFile;
  vfs.xOpen = vfs_open;
  vfs.xDelete = vfs_delete;
  sqlite3_vfs_register (&vfs, TRUE);
}

/* The @n-th thing that is written from now on fails, as @kind says; from 1. */
void
fault_vfs_arm (FaultKind kind, guint n)
{
  fault_kind = kind;
  g_atomic_int_set (&has_failed, FALSE);
  g_atomic_int_set (&n_left, (gint) n);
}

/* The disk is good again. Returns whether it had failed. */
gboolean
fault_vfs_disarm (void)
{
  gboolean failed = g_atomic_int_get (&has_failed);

  g_atomic_int_set (&n_left, 0);
  g_atomic_int_set (&has_failed, FALSE);
  return failed;
}
