/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "confined/package-directory.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define END_RECORD 22
#define ZIP64_LOCATOR 20
#define LISTED 46 /* an entry in the list, before its name */
#define LOCAL 30  /* an entry where it lies, likewise */

#define END_SIGNATURE 0x06054b50u
#define ZIP64_SIGNATURE 0x07064b50u
#define LISTED_SIGNATURE 0x02014b50u
#define LOCAL_SIGNATURE 0x04034b50u
#define DESCRIPTOR_SIGNATURE 0x08074b50u

#define IS_ENCRYPTED (1 << 0 | 1 << 6 | 1 << 13)
#define HAS_DESCRIPTOR (1 << 3)
#define METHOD_STORED 0
#define METHOD_DEFLATED 8

/* The attributes of MS-DOS in the lower half, st_mode in the upper one. */
#define DOS_FOLDER 0x10

/* What the extra fields of an entry have, times of day and owners, is far below this. */
#define MOST_EXTRA 256u

typedef struct
{
  int input;
  gsize size; /* of the file */
  gsize list; /* where the list begins */
  GPtrArray *entries;
  SelPackageProblem problem; /* 0 as long as there is none */
} Directory;

static guint16
get_u16 (const guint8 *at)
{
  return (guint16) (at[0] | at[1] << 8);
}

static guint32
get_u32 (const guint8 *at)
{
  return get_u16 (at) | (guint32) get_u16 (at + 2) << 16;
}

static void
free_entry (gpointer data)
{
  SelPackageEntry *entry = data;

  g_free (entry->name);
  g_free (entry);
}

static gboolean
fail (Directory *self, SelPackageProblem problem)
{
  self->problem = problem;
  return FALSE;
}

static gboolean
read_at (Directory *self, gsize offset, guint8 *data, gsize length)
{
  while (length > 0)
    {
      gssize n = pread (self->input, data, length, (off_t) offset);

      if (n < 0 && errno == EINTR)
        continue;
      if (n <= 0)
        return fail (self, n < 0 ? SEL_PACKAGE_UNREADABLE : SEL_PACKAGE_TRUNCATED);

      data += n;
      offset += (gsize) n;
      length -= (gsize) n;
    }

  return TRUE;
}

/* Finds the list by the record at the very end: without a comment, and without the other record
 * of a Zip64, which would have another list. */
static gboolean
find_list (Directory *self, guint *n_entries, gsize *length)
{
  guint8 end[ZIP64_LOCATOR + END_RECORD];
  const guint8 *record = end + ZIP64_LOCATOR;
  struct stat about;

  if (fstat (self->input, &about) != 0)
    return fail (self, SEL_PACKAGE_UNREADABLE);
  self->size = (gsize) about.st_size;
  if (self->size < sizeof end)
    return fail (self, SEL_PACKAGE_TRUNCATED);
  if (self->size >= G_MAXUINT32)
    return fail (self, SEL_PACKAGE_ZIP64);

  if (!read_at (self, self->size - sizeof end, end, sizeof end))
    return FALSE;
  if (get_u32 (record) != END_SIGNATURE)
    return fail (self, SEL_PACKAGE_TRUNCATED);
  if (get_u32 (end) == ZIP64_SIGNATURE)
    return fail (self, SEL_PACKAGE_ZIP64);

  *n_entries = get_u16 (record + 10);
  *length = get_u32 (record + 12);
  self->list = get_u32 (record + 16);
  if (get_u32 (record + 4) != 0 || get_u16 (record + 8) != *n_entries ||
      get_u16 (record + 20) != 0 || self->list + *length + END_RECORD != self->size)
    return fail (self, SEL_PACKAGE_DAMAGED);
  if (*n_entries > SEL_PACKAGE_MOST_FILES + 2)
    return fail (self, SEL_PACKAGE_TOO_MANY);
  if (*n_entries == 0)
    return fail (self, SEL_PACKAGE_NO_MANIFEST);
  return TRUE;
}

/* A link, a folder or a device says so in its attributes; a folder by its name too. */
static gboolean
is_plain_file (const SelPackageEntry *entry, guint32 attributes)
{
  const guint32 type = (attributes >> 16) & S_IFMT;

  return (type == 0 || type == S_IFREG) && !(attributes & DOS_FOLDER) &&
         !g_str_has_suffix (entry->name, "/");
}

static gboolean
check_listed (Directory *self, const SelPackageEntry *entry, const guint8 *listed)
{
  const guint16 flags = get_u16 (listed + 8);
  const guint16 method = get_u16 (listed + 10);

  if (flags & IS_ENCRYPTED)
    return fail (self, SEL_PACKAGE_ENTRY_ENCRYPTED);
  if (method != METHOD_STORED && method != METHOD_DEFLATED)
    return fail (self, SEL_PACKAGE_ENTRY_METHOD);
  if (!is_plain_file (entry, get_u32 (listed + 38)))
    return fail (self, SEL_PACKAGE_ENTRY_NO_FILE);
  if (MAX (MAX (entry->size, entry->packed), entry->begins) == G_MAXUINT32)
    return fail (self, SEL_PACKAGE_ZIP64);
  if (method == METHOD_STORED && entry->size != entry->packed)
    return fail (self, SEL_PACKAGE_ENTRY_SIZE);
  if (entry->size >= SEL_PACKAGE_RATIO_FROM &&
      entry->size / SEL_PACKAGE_MOST_RATIO > entry->packed)
    return fail (self, SEL_PACKAGE_ENTRY_RATIO);
  if (get_u16 (listed + 30) > MOST_EXTRA || get_u16 (listed + 32) != 0 || get_u16 (listed + 34))
    return fail (self, SEL_PACKAGE_ENTRY_DAMAGED);
  return TRUE;
}

/* What follows the bytes of an entry: nothing, or its sizes once more, with or without a mark. */
static gboolean
check_descriptor (Directory *self, const SelPackageEntry *entry, gsize offset, gsize length)
{
  guint8 data[16];
  const guint8 *sizes = data + (length == 16 ? 8 : 4);

  if (length != 12 && length != 16)
    return fail (self, length > 16 ? SEL_PACKAGE_HIDDEN_BYTES : SEL_PACKAGE_ENTRY_OVERLAPS);
  if (!read_at (self, offset, data, length))
    return FALSE;
  if ((length == 16 && get_u32 (data) != DESCRIPTOR_SIGNATURE) ||
      get_u32 (sizes) != entry->packed || get_u32 (sizes + 4) != entry->size)
    return fail (self, SEL_PACKAGE_ENTRY_TWO_WAYS);
  return TRUE;
}

/* The entry where it lies, up to where the next one begins, or the list. */
static gboolean
check_local (Directory *self, const SelPackageEntry *entry, const guint8 *listed, gsize next)
{
  const gsize name_length = strlen (entry->name);
  guint8 local[LOCAL + SEL_PACKAGE_MOST_NAME];
  gsize ends;

  if (entry->begins + LOCAL + name_length > next)
    return fail (self, SEL_PACKAGE_ENTRY_OVERLAPS);
  if (!read_at (self, entry->begins, local, LOCAL + name_length))
    return FALSE;

  /* Flags, method, time and day; then, without a descriptor, hash and sizes. */
  if (get_u32 (local) != LOCAL_SIGNATURE || get_u16 (local + 26) != name_length ||
      memcmp (local + LOCAL, entry->name, name_length) != 0 ||
      memcmp (local + 6, listed + 8, 8) != 0)
    return fail (self, SEL_PACKAGE_ENTRY_TWO_WAYS);
  if (!(get_u16 (local + 6) & HAS_DESCRIPTOR) && memcmp (local + 14, listed + 16, 12) != 0)
    return fail (self, SEL_PACKAGE_ENTRY_TWO_WAYS);
  if (get_u16 (local + 28) > MOST_EXTRA)
    return fail (self, SEL_PACKAGE_ENTRY_DAMAGED);

  ends = entry->begins + LOCAL + name_length + get_u16 (local + 28) + (gsize) entry->packed;
  if (ends > next)
    return fail (self, SEL_PACKAGE_ENTRY_OVERLAPS);
  if (get_u16 (local + 6) & HAS_DESCRIPTOR)
    return check_descriptor (self, entry, ends, next - ends);
  return ends == next || fail (self, SEL_PACKAGE_HIDDEN_BYTES);
}

/* Takes the entry at @at of the list; @left bytes of the list are there. */
static gboolean
take_listed (Directory *self, const guint8 *at, gsize left, gsize *length)
{
  SelPackageEntry *entry;
  gsize name_length;

  if (left < LISTED || get_u32 (at) != LISTED_SIGNATURE)
    return fail (self, SEL_PACKAGE_DAMAGED);
  name_length = get_u16 (at + 28);
  *length = LISTED + name_length + get_u16 (at + 30) + get_u16 (at + 32);
  if (*length > left)
    return fail (self, SEL_PACKAGE_DAMAGED);

  entry = g_new0 (SelPackageEntry, 1);
  g_ptr_array_add (self->entries, entry);
  entry->name = g_strndup ((const char *) at + LISTED, MIN (name_length, SEL_PACKAGE_MOST_NAME));
  entry->packed = get_u32 (at + 20);
  entry->size = get_u32 (at + 24);
  entry->begins = get_u32 (at + 42);
  if (name_length > SEL_PACKAGE_MOST_NAME ||
      !g_utf8_validate_len ((const char *) at + LISTED, name_length, NULL))
    return fail (self, SEL_PACKAGE_ENTRY_NAME);
  return check_listed (self, entry, at);
}

/* Where the entry of the list at @at begins in the file. */
static gsize
next_begins (const guint8 *at, gsize left)
{
  return left >= LISTED ? get_u32 (at + 42) : 0;
}

static gboolean
take_list (Directory *self, const guint8 *list, gsize length, guint n_entries)
{
  for (guint i = 0; i < n_entries; i++)
    {
      const SelPackageEntry *entry;
      gsize taken, next;

      if (!take_listed (self, list, length, &taken))
        return FALSE;
      entry = g_ptr_array_index (self->entries, i);
      next = i + 1 < n_entries ? next_begins (list + taken, length - taken) : self->list;
      if (i == 0 && entry->begins != 0)
        return fail (self, SEL_PACKAGE_HIDDEN_BYTES);
      if (next > self->list || !check_local (self, entry, list, next))
        return self->problem ? FALSE : fail (self, SEL_PACKAGE_ENTRY_OVERLAPS);

      list += taken;
      length -= taken;
    }

  return length == 0 || fail (self, SEL_PACKAGE_DAMAGED);
}

/**
 * sel_package_directory_read:
 * @input: the open file; where it stands is left alone
 * @problem: (out): what is wrong
 * @name: (out) (transfer full) (nullable): with the entry of this name, as UTF-8
 *
 * Returns: (transfer full) (nullable) (element-type SelPackageEntry): the entries, at least one, in
 *   the order in which they lie in the file
 */
GPtrArray *
sel_package_directory_read (int input, SelPackageProblem *problem, char **name)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func (free_entry);
  Directory self = { .input = input, .entries = entries };
  g_autofree guint8 *list = NULL;
  guint n_entries;
  gsize length;

  /* Each entry of the list is bounded, and so is their number: 25 MiB at most. */
  if (find_list (&self, &n_entries, &length))
    {
      if (length > n_entries * (gsize) (LISTED + SEL_PACKAGE_MOST_NAME + MOST_EXTRA))
        fail (&self, SEL_PACKAGE_DAMAGED);
      else
        {
          list = g_malloc (length + 1);
          if (read_at (&self, self.list, list, length) &&
              take_list (&self, list, length, n_entries))
            return g_steal_pointer (&entries);
        }
    }

  *problem = self.problem;
  if (entries->len > 0 && self.problem >= SEL_PACKAGE_ENTRY_DAMAGED)
    {
      const SelPackageEntry *last = g_ptr_array_index (entries, entries->len - 1);

      *name = g_utf8_make_valid (last->name, -1);
    }
  return NULL;
}
