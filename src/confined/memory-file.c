/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "confined/memory-file.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

#include "confined/descriptor.h"
#include "confined/whole.h"

/**
 * sel_memory_file_new_blank:
 * @size: in bytes
 *
 * Returns: (transfer full): an open file of zeroes that can be written, but not made longer or
 *   shorter; -1 with errno when the computer has none to give
 */
int
sel_memory_file_new_blank (gsize size)
{
  g_auto (SelDescriptor) file = memfd_create ("selaras", MFD_CLOEXEC | MFD_ALLOW_SEALING);

  if (file < 0 || ftruncate (file, (off_t) size) != 0 ||
      fcntl (file, F_ADD_SEALS, F_SEAL_SHRINK | F_SEAL_GROW) != 0)
    return -1;
  return g_steal_fd (&file);
}

/**
 * sel_memory_file_new_copy:
 *
 * Returns: (transfer full): an open file with a copy of @bytes that nobody can change; -1 with
 *   errno
 */
int
sel_memory_file_new_copy (GBytes *bytes)
{
  g_auto (SelDescriptor) file = memfd_create ("selaras", MFD_CLOEXEC | MFD_ALLOW_SEALING);
  gsize length;
  const guint8 *data = g_bytes_get_data (bytes, &length);

  if (file < 0 || !sel_write_whole (file, data, length) ||
      fcntl (file, F_ADD_SEALS, F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_WRITE | F_SEAL_SEAL) != 0)
    return -1;
  return g_steal_fd (&file);
}

/**
 * sel_memory_file_freeze:
 * @file: (transfer none): from sel_memory_file_new_blank()
 *
 * Seals what was written. The kernel refuses as long as any process could still write it.
 *
 * Returns: (transfer full) (nullable): the bytes, mapped and not copied
 */
GBytes *
sel_memory_file_freeze (int file)
{
  g_autoptr (GMappedFile) mapped = NULL;

  if (fcntl (file, F_ADD_SEALS, F_SEAL_WRITE | F_SEAL_SEAL) != 0)
    return NULL;

  mapped = g_mapped_file_new_from_fd (file, FALSE, NULL);
  return mapped ? g_mapped_file_get_bytes (mapped) : NULL;
}
