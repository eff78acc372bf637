/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "confined/landlock.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gio.h>
#include <sys/prctl.h>
#include <sys/syscall.h>

#include "confined/descriptor.h"

/* The kernel that runs may know more than the headers we were built with, so what we use of its
 * interface is written out here, from Documentation/userspace-api/landlock.rst. A kernel that
 * knows fewer members takes the longer structure as long as those are zero. */
typedef struct
{
  guint64 handled_access_fs;
  guint64 handled_access_net;
  guint64 scoped;
} RulesetAttributes;

typedef struct
{
  guint64 allowed_access;
  gint32 parent_fd;
} __attribute__ ((packed)) PathBeneath;

enum
{
  CREATE_RULESET_VERSION = 1 << 0,
  RULE_PATH_BENEATH = 1,
};

#define ACCESS_READ_FILE (G_GUINT64_CONSTANT (1) << 2)
#define ACCESS_READ_DIR (G_GUINT64_CONSTANT (1) << 3)

/* All that an ABI knows to deny is denied. */
static const struct
{
  guint abi;
  RulesetAttributes adds;
} known[] = {
  { 1, { .handled_access_fs = 0x1fff } }, /* execute, read, write, make and remove of each kind */
  { 2, { .handled_access_fs = 0x2000 } }, /* link and rename across folders */
  { 3, { .handled_access_fs = 0x4000 } }, /* truncate */
  { 4, { .handled_access_net = 0x3 } },   /* bind and connect, TCP */
  { 5, { .handled_access_fs = 0x8000 } }, /* ioctl on devices */
  { 6, { .scoped = 0x3 } },               /* abstract sockets and signals of others */
};

/**
 * sel_landlock_get_abi:
 *
 * Returns: the version of Landlock's interface in the running kernel; 0 where it has none
 */
guint
sel_landlock_get_abi (void)
{
  long abi = syscall (SYS_landlock_create_ruleset, NULL, (gsize) 0, CREATE_RULESET_VERSION);

  return abi > 0 ? (guint) abi : 0;
}

static void
set_error (GError **error, const char *call)
{
  int number = errno;

  g_set_error (error, G_IO_ERROR, g_io_error_from_errno (number),
               "%s: %s", call, g_strerror (number));
}

/* A folder that is not there needs no rule. */
static gboolean
allow_folder (int ruleset, const char *folder, GError **error)
{
  PathBeneath rule = { .allowed_access = ACCESS_READ_FILE | ACCESS_READ_DIR };
  g_auto (SelDescriptor) fd = open (folder, O_PATH | O_DIRECTORY | O_CLOEXEC);

  if (fd < 0)
    return TRUE;

  rule.parent_fd = fd;
  if (syscall (SYS_landlock_add_rule, ruleset, RULE_PATH_BENEATH, &rule, 0u) == 0)
    return TRUE;

  set_error (error, "landlock_add_rule");
  return FALSE;
}

/**
 * sel_landlock_enter:
 * @readable_folders: what may still be read, with all beneath it
 *
 * Denies this process and its children the rest of the file system, and what else the kernel's
 * Landlock can deny, until they end. Needs PR_SET_NO_NEW_PRIVS. Files that are open stay open.
 */
gboolean
sel_landlock_enter (const char *const *readable_folders, GError **error)
{
  const guint abi = sel_landlock_get_abi ();
  RulesetAttributes attributes = { 0 };
  g_auto (SelDescriptor) ruleset = -1;

  for (guint i = 0; i < G_N_ELEMENTS (known) && known[i].abi <= abi; i++)
    {
      attributes.handled_access_fs |= known[i].adds.handled_access_fs;
      attributes.handled_access_net |= known[i].adds.handled_access_net;
      attributes.scoped |= known[i].adds.scoped;
    }

  ruleset = (int) syscall (SYS_landlock_create_ruleset, &attributes, sizeof attributes, 0u);
  if (ruleset < 0)
    {
      set_error (error, "landlock_create_ruleset");
      return FALSE;
    }

  for (guint i = 0; readable_folders[i]; i++)
    if (!allow_folder (ruleset, readable_folders[i], error))
      return FALSE;

  if (syscall (SYS_landlock_restrict_self, ruleset, 0u) == 0)
    return TRUE;

  set_error (error, "landlock_restrict_self");
  return FALSE;
}
