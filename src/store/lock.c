/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/lock.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include <glib/gi18n-lib.h>

struct _SelLock
{
  char *database;
  int fd;
  int file;  /* the database, or -1 */
  int index; /* of its log, or -1 */
};

#define MOST_HOLDER_BYTES 300

static char *
dup_holder (int fd)
{
  char text[MOST_HOLDER_BYTES + 1] = { 0 };
  ssize_t length = pread (fd, text, MOST_HOLDER_BYTES, 0);
  char *end = length > 0 ? strchr (text, '\n') : NULL;

  if (end)
    *end = '\0';

  return length > 0 && g_utf8_validate (text, -1, NULL) ? g_strdup (text)
                                                        : g_strdup (_ ("another program"));
}

static gboolean
write_holder (int fd)
{
  g_autofree char *holder = NULL;

  /* Translators: who holds a database: the user's name, the computer, the number of the process */
  holder = g_strdup_printf (_ ("%s on %s, process %d"), g_get_user_name (), g_get_host_name (),
                            (int) getpid ());
  return ftruncate (fd, 0) == 0 &&
         pwrite (fd, holder, strlen (holder), 0) == (ssize_t) strlen (holder);
}

/* Takes the lock beside the file @database, or fails with %SEL_STORE_ERROR_BUSY and the name of
 * its holder. The kernel gives it back when the process ends, however it ends. */
SelLock *
sel_lock_take (const char *database, GError **error)
{
  g_autofree char *path = g_strconcat (database, ".lock", NULL);
  g_autofree char *name = g_filename_display_name (database);
  g_autoptr (SelLock) self = g_new0 (SelLock, 1);
  struct flock whole = { .l_type = F_WRLCK, .l_whence = SEEK_SET };

  self->database = g_strdup (database);
  self->file = self->index = -1;
  self->fd = open (path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
  if (self->fd < 0)
    {
      g_set_error (error, SEL_STORE_ERROR, SEL_STORE_ERROR_READ_ONLY,
                   _ ("The folder of the database “%s” cannot be written: %s. Ask for the right to "
                      "write it, or move the database elsewhere."),
                   name, g_strerror (errno));
      return NULL;
    }

  if (fcntl (self->fd, F_OFD_SETLK, &whole) != 0)
    {
      g_autofree char *holder = dup_holder (self->fd);

      g_set_error (error, SEL_STORE_ERROR, SEL_STORE_ERROR_BUSY,
                   _ ("The database “%s” is in use by %s. Close it there first."), name,
                   holder);
      return NULL;
    }

  if (!write_holder (self->fd))
    {
      g_set_error (error, SEL_STORE_ERROR, SEL_STORE_ERROR_FAILED,
                   _ ("The lock of the database “%s” could not be written: %s."), name,
                   g_strerror (errno));
      return NULL;
    }

  return g_steal_pointer (&self);
}

/* Where SQLite locks: the shared bytes of a database (os.h), and in the index of its log the byte
 * by which one who comes knows whether others are there (os_unix.c). Every version keeps to them. */
#define SHARED_FIRST (0x40000000 + 2)
#define SHARED_BYTES 510
#define SOMEBODY_IS_THERE 128

static gboolean
share (SelLock *self, const char *suffix, off_t first, off_t n_bytes, int *fd, GError **error)
{
  g_autofree char *path = g_strconcat (self->database, suffix, NULL);
  g_autofree char *name = g_filename_display_name (path);
  struct flock shared = {
    .l_type = F_RDLCK,
    .l_whence = SEEK_SET,
    .l_start = first,
    .l_len = n_bytes,
  };

  *fd = open (path, O_RDONLY | O_CLOEXEC);
  if (*fd >= 0 && fcntl (*fd, F_OFD_SETLK, &shared) == 0)
    return TRUE;

  if (*fd >= 0 && (errno == EAGAIN || errno == EACCES))
    g_set_error (error, SEL_STORE_ERROR, SEL_STORE_ERROR_BUSY,
                 _ ("The database “%s” is in use by %s. Close it there first."), name,
                 _ ("another program"));
  else
    g_set_error (error, SEL_STORE_ERROR, SEL_STORE_ERROR_FAILED,
                 _ ("The database “%s” cannot be opened: %s."), name, g_strerror (errno));
  return FALSE;
}

/* Whoever knows SQLite and looks into the database while it is open here must see that it is, or he
 * empties the index of the log and deletes the log when he leaves. SQLite's own locks do not last:
 * they belong to the process, which loses them all once anything in it opens and closes the file,
 * and a file chooser does that to every file it lists (fcntl(2)). These belong to what is opened
 * here. The database has its log, and a connection. */
gboolean
sel_lock_keep_log (SelLock *self, GError **error)
{
  return share (self, "", SHARED_FIRST, SHARED_BYTES, &self->file, error) &&
         share (self, "-shm", SOMEBODY_IS_THERE, 1, &self->index, error);
}

static void
unlock (int fd)
{
  struct flock whole = { .l_type = F_UNLCK, .l_whence = SEEK_SET };

  if (fd >= 0)
    fcntl (fd, F_OFD_SETLK, &whole);
}

/* Before the last connection is closed, which takes the log away itself. The files stay open, for
 * closing them here would take SQLite's own locks. */
void
sel_lock_leave_log (SelLock *self)
{
  unlock (self->index);
  unlock (self->file);
}

static void
close_file (int fd)
{
  if (fd >= 0)
    close (fd);
}

void
sel_lock_release (SelLock *self)
{
  if (self == NULL)
    return;

  close_file (self->index);
  close_file (self->file);
  close_file (self->fd);
  g_free (self->database);
  g_free (self);
}
