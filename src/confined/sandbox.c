/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "confined/sandbox.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gio.h>
#include <seccomp.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

#include "confined/landlock.h"

typedef void *SelSeccompFilter;

G_DEFINE_AUTO_CLEANUP_FREE_FUNC (SelSeccompFilter, seccomp_release, NULL)

/* What a program needs that computes, and speaks over what is open already. */
static const int computing[] = {
  SCMP_SYS (read), SCMP_SYS (readv), SCMP_SYS (pread64), SCMP_SYS (lseek), SCMP_SYS (_llseek),
  SCMP_SYS (write), SCMP_SYS (writev), SCMP_SYS (recvmsg), SCMP_SYS (sendmsg), SCMP_SYS (close),
  SCMP_SYS (poll), SCMP_SYS (ppoll), SCMP_SYS (fstat), SCMP_SYS (fstat64), SCMP_SYS (newfstatat),
  SCMP_SYS (munmap), SCMP_SYS (mremap), SCMP_SYS (madvise), SCMP_SYS (brk), SCMP_SYS (futex),
  SCMP_SYS (rt_sigaction), SCMP_SYS (rt_sigprocmask), SCMP_SYS (rt_sigreturn),
  SCMP_SYS (sigaltstack), SCMP_SYS (restart_syscall), SCMP_SYS (sched_yield),
  SCMP_SYS (clock_gettime), SCMP_SYS (gettimeofday), SCMP_SYS (getrandom), SCMP_SYS (getpid),
  SCMP_SYS (gettid), SCMP_SYS (exit), SCMP_SYS (exit_group)
};

/* What it takes to find and read a font, where Landlock or bubblewrap show it one. */
static const int looking_up_files[] = {
  SCMP_SYS (access), SCMP_SYS (faccessat), SCMP_SYS (faccessat2), SCMP_SYS (stat),
  SCMP_SYS (stat64), SCMP_SYS (lstat), SCMP_SYS (lstat64), SCMP_SYS (fstatat64),
  SCMP_SYS (statx), SCMP_SYS (statfs), SCMP_SYS (fstatfs), SCMP_SYS (readlink),
  SCMP_SYS (readlinkat), SCMP_SYS (getdents64)
};

static gboolean
succeeded (int status, const char *call, GError **error)
{
  int number = status < -1 ? -status : errno; /* libseccomp returns -errno, the kernel sets it */

  if (status >= 0)
    return TRUE;

  g_set_error (error, G_IO_ERROR, g_io_error_from_errno (number),
               "%s: %s", call, g_strerror (number));
  return FALSE;
}

static int
allow_all (scmp_filter_ctx filter, const int *calls, gsize n_calls)
{
  int status = 0;

  for (gsize i = 0; i < n_calls && status == 0; i++)
    status = seccomp_rule_add (filter, SCMP_ACT_ALLOW, calls[i], 0);
  return status;
}

static int
allow_masked (scmp_filter_ctx filter, int call, guint argument, guint64 mask, guint64 value)
{
  return seccomp_rule_add (filter, SCMP_ACT_ALLOW, call, 1,
                           SCMP_CMP (argument, SCMP_CMP_MASKED_EQ, mask, value));
}

/* Memory that can be written never becomes code, and no code is loaded any more. */
static int
allow_memory (scmp_filter_ctx filter)
{
  const int calls[] = { SCMP_SYS (mmap), SCMP_SYS (mmap2), SCMP_SYS (mprotect) };
  int status = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (calls) && status == 0; i++)
    status = allow_masked (filter, calls[i], 2, PROT_EXEC, 0);
  return status;
}

/* All that is not allowed answers "not permitted" instead of killing the process: libraries ask
 * for things that they can do without (a cache to write, a thread to name), and a document need
 * not be lost over that. What is refused is refused either way. */
static gboolean
enter_seccomp (gboolean may_read_files, GError **error)
{
  const guint64 writing = O_ACCMODE | O_CREAT | O_TRUNC;
  g_auto (SelSeccompFilter) filter = seccomp_init (SCMP_ACT_ERRNO (EPERM));
  int status;

  if (!filter)
    return succeeded (-ENOMEM, "seccomp_init", error);

  status = allow_all (filter, computing, G_N_ELEMENTS (computing));
  if (status == 0)
    status = allow_memory (filter);
  if (status == 0)
    status = seccomp_rule_add (filter, SCMP_ACT_ALLOW, SCMP_SYS (fcntl), 1,
                               SCMP_A1 (SCMP_CMP_EQ, F_GETFL));
  /* abort () signals its own process. */
  if (status == 0)
    status = seccomp_rule_add (filter, SCMP_ACT_ALLOW, SCMP_SYS (tgkill), 1,
                               SCMP_A0 (SCMP_CMP_EQ, (scmp_datum_t) getpid ()));
  if (status == 0 && may_read_files)
    status = allow_all (filter, looking_up_files, G_N_ELEMENTS (looking_up_files));
  if (status == 0 && may_read_files)
    status = allow_masked (filter, SCMP_SYS (openat), 2, writing, O_RDONLY);
  if (status == 0)
    status = seccomp_load (filter);

  return succeeded (status, "seccomp", error);
}

static gboolean
set_limit (int resource, guint64 value, GError **error)
{
  const struct rlimit limit = { .rlim_cur = value, .rlim_max = value };

  return succeeded (setrlimit ((__rlimit_resource_t) resource, &limit), "setrlimit", error);
}

/* Time is limited by the program, which knows when it asked. */
static gboolean
enter_limits (GError **error)
{
#ifndef __SANITIZE_ADDRESS__ /* which reserves terabytes of addresses for itself */
  if (!set_limit (RLIMIT_AS, SEL_SANDBOX_MEMORY, error) ||
      !set_limit (RLIMIT_DATA, SEL_SANDBOX_MEMORY, error))
    return FALSE;
#endif
  return set_limit (RLIMIT_CORE, 0, error) && set_limit (RLIMIT_FSIZE, 0, error) &&
         set_limit (RLIMIT_NOFILE, 64, error);
}

/* bubblewrap was to leave nothing but libraries and fonts to be seen. */
static gboolean
is_walled_in (GError **error)
{
  if (access ("/etc/passwd", F_OK) != 0 && errno == ENOENT)
    return TRUE;

  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, "bubblewrap: no walls");
  return FALSE;
}

/**
 * sel_sandbox_close_files:
 *
 * Closes every file from the descriptor @first on.
 */
gboolean
sel_sandbox_close_files (guint first, GError **error)
{
  return succeeded (close_range (first, G_MAXUINT, 0), "close_range", error);
}

/**
 * sel_sandbox_enter:
 * @confinement: by Landlock, or by the bubblewrap that this process was started in
 * @readable_folders: what may still be read, with all beneath it; with none, no file can be opened
 *
 * For good: no new files but those, nothing written, no network, no other program or process, no
 * new code, bounded memory. If any of it cannot be had, the process must not go on.
 */
gboolean
sel_sandbox_enter (SelConfinement confinement,
                   const char *const *readable_folders,
                   GError **error)
{
  if (!enter_limits (error) ||
      !succeeded (prctl (PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0), "PR_SET_NO_NEW_PRIVS", error) ||
      !succeeded (prctl (PR_SET_DUMPABLE, 0, 0, 0, 0), "PR_SET_DUMPABLE", error))
    return FALSE;

  if (confinement == SEL_CONFINED_BY_LANDLOCK
        ? !sel_landlock_enter (readable_folders, error)
        : !is_walled_in (error))
    return FALSE;

  return enter_seccomp (readable_folders[0] != NULL, error);
}
