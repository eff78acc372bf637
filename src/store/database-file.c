/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/database-file.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/vfs.h>
#include <unistd.h>

#include <gio/gio.h>
#include <gio/gunixmounts.h>
#include <glib/gi18n-lib.h>

#include "sql-resources.h"

/* The SQLite file format, section 1.3: the header of 100 bytes. */
#define HEADER_BYTES 100
#define HEADER_MAGIC "SQLite format 3"
#define OFFSET_PAGE_SIZE 16
#define OFFSET_N_PAGES 28
#define OFFSET_USER_VERSION 60
#define OFFSET_APPLICATION_ID 68

/* $XDG_DATA_HOME/selaras/selaras.db. Free with g_free(). */
char *
sel_database_file_dup_default_path (void)
{
  return g_build_filename (g_get_user_data_dir (), "selaras", "selaras.db", NULL);
}

static guint32
get_big_endian (const guint8 *bytes)
{
  return (guint32) bytes[0] << 24 | (guint32) bytes[1] << 16 | (guint32) bytes[2] << 8 | bytes[3];
}

/* What a desktop mounts a share with; all that goes through FUSE has one number. */
static gboolean
is_on_fuse_network (const char *path)
{
  static const char *const types[] = { "fuse.gvfsd-fuse", "fuse.sshfs",     "fuse.rclone",
                                       "fuse.davfs",      "fuse.glusterfs", "fuse.ceph-fuse" };
  g_autoptr (GUnixMountEntry) mount = g_unix_mount_for (path, NULL);

  for (guint i = 0; mount && i < G_N_ELEMENTS (types); i++)
    if (g_str_equal (g_unix_mount_get_fs_type (mount), types[i]))
      return TRUE;

  return FALSE;
}

/* File systems whose locks another computer does not see, or does not keep (statfs(2)). */
static gboolean
is_on_network (const char *path, int fd)
{
  static const guint32 types[] = {
    0x6969,     /* NFS */
    0x517b,     /* SMB */
    0xff534d42, /* CIFS */
    0xfe534d42, /* SMB2 */
    0x5346414f, /* AFS */
    0x01021997, /* 9P */
    0x00c36400, /* Ceph */
  };
  struct statfs about;

  if (fstatfs (fd, &about) != 0)
    return FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    if ((guint32) about.f_type == types[i])
      return TRUE;

  return about.f_type == 0x65735546 && is_on_fuse_network (path);
}

static void
set_too_new_error (const char *path, gint64 version, gint64 known, GError **error)
{
  g_autofree char *name = g_filename_display_name (path);

  g_set_error (error, SEL_STORE_ERROR, SEL_STORE_ERROR_TOO_NEW,
               _ ("“%s” was written by a newer Selaras (version %d of the database; this one knows "
                  "%d). It was left as it is; update Selaras."),
               name, (int) version, (int) known);
}

static gboolean
check_header (const char *path, const guint8 *header, goffset size, GError **error)
{
  guint32 page_size = (guint32) header[OFFSET_PAGE_SIZE] << 8 | header[OFFSET_PAGE_SIZE + 1];
  guint32 version = get_big_endian (header + OFFSET_USER_VERSION);
  g_autofree char *log = g_strconcat (path, "-wal", NULL);
  g_autofree char *name = g_filename_display_name (path);

  if (memcmp (header, HEADER_MAGIC, sizeof HEADER_MAGIC) != 0 ||
      get_big_endian (header + OFFSET_APPLICATION_ID) != SEL_DATABASE_APPLICATION_ID)
    {
      g_set_error (error, SEL_STORE_ERROR, SEL_STORE_ERROR_NOT_OURS,
                   _ ("“%s” is not a Selaras database. It was left as it is; choose another file."),
                   name);
      return FALSE;
    }

  if (version > SEL_DATABASE_VERSION)
    {
      set_too_new_error (path, version, SEL_DATABASE_VERSION, error);
      return FALSE;
    }

  /* A file that was cut short; while there is a log the header may lag behind. */
  page_size = page_size == 1 ? 65536 : page_size;
  if (!g_file_test (log, G_FILE_TEST_EXISTS) &&
      (goffset) page_size * get_big_endian (header + OFFSET_N_PAGES) > size)
    {
      g_set_error (error, SEL_STORE_ERROR, SEL_STORE_ERROR_DAMAGED,
                   _ ("The database “%s” is damaged: a part of the file is missing. It was left as "
                      "it is; restore it from a copy."),
                   name);
      return FALSE;
    }

  return TRUE;
}

static void
set_not_a_file_error (const char *path, GError **error)
{
  g_autofree char *name = g_filename_display_name (path);

  g_set_error (error, SEL_STORE_ERROR, SEL_STORE_ERROR_NOT_OURS,
               _ ("“%s” is not a file. Choose the file of a database."), name);
}

static gboolean
check_file (const char *path, int fd, GError **error)
{
  guint8 header[HEADER_BYTES];
  struct stat about;
  ssize_t length;

  if (fstat (fd, &about) != 0 || !S_ISREG (about.st_mode))
    {
      set_not_a_file_error (path, error);
      return FALSE;
    }
  if (is_on_network (path, fd))
    {
      g_autofree char *name = g_filename_display_name (path);

      g_set_error (error, SEL_STORE_ERROR, SEL_STORE_ERROR_NETWORK,
                   _ ("“%s” is on a network share, where a database can be damaged. "
                      "Keep it on this computer."),
                   name);
      return FALSE;
    }
  if (about.st_size == 0)
    return TRUE;

  length = pread (fd, header, sizeof header, 0);
  if (length < (ssize_t) sizeof header)
    memset (header, 0, sizeof header);

  return check_header (path, header, about.st_size, error);
}

static void
set_open_error (const char *path, int reason, GError **error)
{
  g_autofree char *name = g_filename_display_name (path);

  if (reason == EISDIR)
    set_not_a_file_error (path, error);
  else if (reason == EACCES || reason == EROFS || reason == EPERM)
    g_set_error (error, SEL_STORE_ERROR, SEL_STORE_ERROR_READ_ONLY,
                 _ ("The database “%s” cannot be written: %s. Ask for the right to write it, or "
                    "copy it elsewhere."),
                 name, g_strerror (reason));
  else
    g_set_error (error, SEL_STORE_ERROR, SEL_STORE_ERROR_FAILED,
                 _ ("The database “%s” cannot be opened: %s."), name, g_strerror (reason));
}

/* Makes sure, before SQLite sees it, that the file at @path is a database of ours that can be
 * written, or an empty file (made here, for its owner alone). Writes nothing to one that is not. */
gboolean
sel_database_file_prepare (const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  gboolean is_good;
  int fd;

  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      set_open_error (path, errno, error);
      return FALSE;
    }

  fd = open (path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  if (fd < 0)
    {
      set_open_error (path, errno, error);
      return FALSE;
    }

  is_good = check_file (path, fd, error);
  close (fd);
  return is_good;
}

/* Where the old file is kept, whole, for the day on which a step turns out to have been wrong. */
static char *
dup_copy_path (SelConnection *connection, gint64 version)
{
  const char *path = sel_connection_get_path (connection);
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *moment = g_date_time_format (now, "%Y%m%dT%H%M%SZ");

  return g_strdup_printf ("%s.version-%d.%s", path, (int) version, moment);
}

static gboolean
take_step (SelConnection *connection, gint64 version, GError **error)
{
  g_autofree char *resource = g_strdup_printf ("/org/selaras/Selaras/sql/%04d.sql", (int) version);
  g_autofree char *mark = g_strdup_printf ("PRAGMA user_version = %d", (int) version);
  g_autoptr (GBytes) sql = g_resources_lookup_data (resource, G_RESOURCE_LOOKUP_FLAGS_NONE, error);

  return sql && sel_connection_execute (connection, g_bytes_get_data (sql, NULL), error) &&
         sel_connection_execute (connection, mark, error);
}

static gboolean
take_steps (SelConnection *connection, gint64 after, gint64 last, GError **error)
{
  /* Resources that nobody names are left out when a program is linked with this library. */
  sel_sql_get_resource ();

  if (!sel_connection_execute (connection, "BEGIN IMMEDIATE", error))
    return FALSE;

  for (gint64 version = after + 1; version <= last; version++)
    if (!take_step (connection, version, error))
      return FALSE;

  return sel_connection_execute (connection, "COMMIT", error);
}

/* A try that fails leaves no copy: there will be others, and the file is as old as before. */
static gboolean
bring_up_to_date (SelConnection *connection, gint64 after, gint64 last, GError **error)
{
  g_autofree char *copy = after > 0 ? dup_copy_path (connection, after) : NULL;

  if (copy && !sel_connection_back_up (connection, copy, error))
    return FALSE;
  if (take_steps (connection, after, last, error))
    return TRUE;

  sel_connection_execute (connection, "ROLLBACK", NULL);
  if (copy)
    unlink (copy);
  return FALSE;
}

/**
 * sel_database_file_migrate:
 * @connection: to a file that sel_database_file_prepare() let through
 * @version: that it is to have
 *
 * Brings the database to @version in one transaction, after a copy of an older one. One that is
 * newer already is %SEL_STORE_ERROR_TOO_NEW: the header of a file may lag behind its log.
 */
gboolean
sel_database_file_migrate (SelConnection *connection, gint64 version, GError **error)
{
  g_autofree char *mark =
    g_strdup_printf ("PRAGMA application_id = %d", SEL_DATABASE_APPLICATION_ID);
  gint64 current;

  if (!sel_connection_get_int (connection, "PRAGMA user_version", &current, error))
    return FALSE;
  if (current > version)
    {
      set_too_new_error (sel_connection_get_path (connection), current, version, error);
      return FALSE;
    }

  /* Whose file it is stands in it before anything is written to the log, or a crash in between
   * would leave a file that is nobody’s. */
  if (current == 0 && !sel_connection_execute (connection, mark, error))
    return FALSE;
  if (!sel_connection_execute (connection, "PRAGMA journal_mode = WAL", error))
    return FALSE;
  if (current == version)
    return TRUE;

  if (!bring_up_to_date (connection, current, version, error))
    return FALSE;

  /* The next start reads the version from the header of the file itself. */
  return sel_connection_execute (connection, "PRAGMA wal_checkpoint (TRUNCATE)", error);
}
