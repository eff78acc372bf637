/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/lock.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include <glib/gi18n-lib.h>

struct _SelLock
{
  int fd;
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

void
sel_lock_release (SelLock *self)
{
  if (self == NULL)
    return;

  if (self->fd >= 0)
    close (self->fd);
  g_free (self);
}
