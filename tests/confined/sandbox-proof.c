/* SPDX-License-Identifier: GPL-3.0-or-later */
/* For test-sandbox.c only: enters the sandbox that selaras-confined enters, and then tries what
 * nobody in there may do.
 *
 *   sandbox-proof MODE landlock|bubblewrap|none ATTEMPT
 *
 * Exit status: 0 the attempt was refused, 1 it was not, 2 the sandbox could not be entered. */
#include <netinet/in.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/ptrace.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/uio.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

#include "confined/sandbox.h"

static gboolean
reads_file (void)
{
  return open ("/etc/passwd", O_RDONLY) >= 0;
}

static gboolean
lists_folder (void)
{
  return open ("/home", O_RDONLY | O_DIRECTORY) >= 0;
}

static gboolean
reads_font_folder (void)
{
  return open ("/usr/share/fonts", O_RDONLY | O_DIRECTORY) >= 0;
}

static gboolean
writes_file (void)
{
  return open ("/tmp", O_TMPFILE | O_RDWR, 0600) >= 0;
}

static gboolean
writes_beside_fonts (void)
{
  return open ("/usr/share/fonts", O_TMPFILE | O_RDWR, 0600) >= 0;
}

static gboolean
removes_file (void)
{
  return unlink ("/tmp/selaras-is-not-there") == 0 || errno == ENOENT;
}

static gboolean
makes_memory_file (void)
{
  return memfd_create ("proof", 0) >= 0;
}

static gboolean
opens_socket (void)
{
  return socket (AF_INET, SOCK_STREAM, 0) >= 0 || socket (AF_UNIX, SOCK_STREAM, 0) >= 0;
}

/* Over a socket that was open before. */
static int early_socket;

static gboolean
connects (void)
{
  const struct sockaddr_in address = { .sin_family = AF_INET, .sin_port = 9 };

  return connect (early_socket, (const struct sockaddr *) &address, sizeof address) == 0 ||
         errno == ECONNREFUSED || errno == ENETUNREACH;
}

static gboolean
sends_datagram (void)
{
  const struct sockaddr_in to = { .sin_family = AF_INET, .sin_port = 9 };

  return sendto (early_socket, "!", 1, 0, (const struct sockaddr *) &to, sizeof to) >= 0 ||
         errno == ECONNREFUSED || errno == ENETUNREACH || errno == EPIPE;
}

static gboolean
forks (void)
{
  pid_t child = fork ();

  if (child == 0)
    _exit (0);
  return child > 0;
}

static gboolean
runs_program (void)
{
  char *const arguments[] = { (char *) "false", NULL };

  execv ("/bin/false", arguments); /* which ends as a success of this would */
  return FALSE;
}

static gboolean
traces (void)
{
  return ptrace (PTRACE_TRACEME, 0, NULL, NULL) == 0;
}

static gboolean
reads_other_memory (void)
{
  char byte;
  struct iovec local = { &byte, 1 };
  struct iovec remote = { &byte, 1 };

  return process_vm_readv (getpid (), &local, 1, &remote, 1, 0) == 1;
}

static gboolean
signals_parent (void)
{
  return kill (getppid (), 0) == 0;
}

static gboolean
makes_code (void)
{
  const int flags = MAP_PRIVATE | MAP_ANONYMOUS;
  void *page = mmap (NULL, 4096, PROT_READ | PROT_WRITE, flags, -1, 0);

  return page != MAP_FAILED && mprotect (page, 4096, PROT_READ | PROT_EXEC) == 0;
}

static gboolean
maps_code (void)
{
  const int flags = MAP_PRIVATE | MAP_ANONYMOUS;

  return mmap (NULL, 4096, PROT_READ | PROT_EXEC, flags, -1, 0) != MAP_FAILED;
}

static gboolean
takes_memory (void)
{
  const int flags = MAP_PRIVATE | MAP_ANONYMOUS;

  return mmap (NULL, SEL_SANDBOX_MEMORY, PROT_READ | PROT_WRITE, flags, -1, 0) != MAP_FAILED;
}

static gboolean
raises_limit (void)
{
  const struct rlimit limit = { RLIM_INFINITY, RLIM_INFINITY };

  return setrlimit (RLIMIT_FSIZE, &limit) == 0;
}

static const struct
{
  const char *name;
  gboolean (*succeeds) (void);
} attempts[] = {
  { "read-file", reads_file },
  { "list-folder", lists_folder },
  { "read-font-folder", reads_font_folder },
  { "write-file", writes_file },
  { "write-beside-fonts", writes_beside_fonts },
  { "remove-file", removes_file },
  { "make-memory-file", makes_memory_file },
  { "open-socket", opens_socket },
  { "connect", connects },
  { "send-datagram", sends_datagram },
  { "fork", forks },
  { "run-program", runs_program },
  { "trace", traces },
  { "read-other-memory", reads_other_memory },
  { "signal-parent", signals_parent },
  { "make-code", makes_code },
  { "map-code", maps_code },
  { "take-memory", takes_memory },
  { "raise-limit", raises_limit },
};

static void
enter (const char *mode, const char *confinement)
{
  const char *const fonts[] = { "/usr/share/fonts", NULL };
  const char *const *folders = strcmp (mode, "show-pdf") == 0 ? fonts : &fonts[1];
  const gboolean is_wrapped = strcmp (confinement, "bubblewrap") == 0;
  g_autoptr (GError) error = NULL;

  if (strcmp (confinement, "none") == 0 ||
      sel_sandbox_enter (is_wrapped ? SEL_CONFINED_BY_BUBBLEWRAP : SEL_CONFINED_BY_LANDLOCK,
                         folders, &error))
    return;

  dprintf (STDERR_FILENO, "%s\n", error->message);
  _exit (2);
}

int
main (int argc, char *argv[])
{
  g_assert (argc == 4);
  early_socket = socket (AF_INET, SOCK_DGRAM, 0);
  enter (argv[1], argv[2]);

  for (guint i = 0; i < G_N_ELEMENTS (attempts); i++)
    if (strcmp (attempts[i].name, argv[3]) == 0)
      _exit (attempts[i].succeeds () ? 1 : 0);
  _exit (2);
}
