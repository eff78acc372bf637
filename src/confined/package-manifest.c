/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "confined/package-manifest.h"

#include <string.h>

#define BEGINNING "{\n  \"format\": \"selaras-package-1\",\n  \"exchange\": "
#define LIST ",\n  \"files\": [\n"
#define NAME "    {\"name\": "
#define SIZE ", \"size\": "
#define SHA256 ", \"sha256\": "
#define BETWEEN "},\n"
#define END "}\n  ]\n}\n"

static void
free_file (gpointer data)
{
  SelPackageFile *file = data;

  g_free (file->name);
  g_free (file->sha256);
  g_free (file);
}

SelPackageManifest *
sel_package_manifest_new (const char *exchange)
{
  SelPackageManifest *self = g_new0 (SelPackageManifest, 1);

  self->exchange = g_strdup (exchange);
  self->files = g_ptr_array_new_with_free_func (free_file);
  return self;
}

void
sel_package_manifest_free (SelPackageManifest *self)
{
  g_free (self->exchange);
  g_ptr_array_unref (self->files);
  g_free (self);
}

void
sel_package_manifest_add (SelPackageManifest *self,
                          const char *name,
                          gint64 size,
                          const char *sha256)
{
  SelPackageFile *file = g_new0 (SelPackageFile, 1);

  file->name = g_strdup (name);
  file->size = size;
  file->sha256 = g_strdup (sha256);
  g_ptr_array_add (self->files, file);
}

/* Names have no control characters, so that JSON asks for no more. */
static void
append_quoted (GString *text, const char *value)
{
  g_string_append_c (text, '"');
  for (; *value; value++)
    {
      if (*value == '"' || *value == '\\')
        g_string_append_c (text, '\\');
      g_string_append_c (text, *value);
    }
  g_string_append_c (text, '"');
}

/**
 * sel_package_manifest_dup_bytes:
 * @self: with a file at least
 *
 * Returns: (transfer full): the manifest as it is written, and signed
 */
GBytes *
sel_package_manifest_dup_bytes (const SelPackageManifest *self)
{
  GString *text = g_string_new (BEGINNING);

  append_quoted (text, self->exchange);
  g_string_append (text, LIST);
  for (guint i = 0; i < self->files->len; i++)
    {
      const SelPackageFile *file = g_ptr_array_index (self->files, i);

      if (i > 0)
        g_string_append (text, BETWEEN);
      g_string_append (text, NAME);
      append_quoted (text, file->name);
      g_string_append_printf (text, SIZE "%" G_GINT64_FORMAT SHA256, file->size);
      append_quoted (text, file->sha256);
    }
  g_string_append (text, END);

  return g_string_free_to_bytes (text);
}

/* A place in the text of a manifest; @at becomes NULL where it is not as it has to be. */
typedef struct
{
  const char *at;
  const char *end;
} Cursor;

static gboolean
skip (Cursor *self, const char *words)
{
  const gsize length = strlen (words);

  if (self->at == NULL || (gsize) (self->end - self->at) < length ||
      memcmp (self->at, words, length) != 0)
    return FALSE;

  self->at += length;
  return TRUE;
}

static char *
read_quoted (Cursor *self)
{
  g_autoptr (GString) value = g_string_new (NULL);

  if (!skip (self, "\""))
    return NULL;

  for (; self->at < self->end && *self->at != '"'; self->at++)
    {
      if (*self->at == '\\' && ++self->at == self->end)
        return NULL;
      g_string_append_c (value, *self->at);
    }

  if (!skip (self, "\"") || !g_utf8_validate_len (value->str, value->len, NULL))
    return NULL;
  return g_string_free (g_steal_pointer (&value), FALSE);
}

static gint64
read_number (Cursor *self)
{
  gint64 value = 0;

  for (; self->at < self->end && g_ascii_isdigit (*self->at); self->at++)
    {
      if (value > G_MAXINT64 / 10 - 1)
        return 0;
      value = value * 10 + (*self->at - '0');
    }
  return value;
}

static gboolean
read_file (Cursor *cursor, SelPackageManifest *manifest)
{
  g_autofree char *name = skip (cursor, NAME) ? read_quoted (cursor) : NULL;
  const gint64 size = name && skip (cursor, SIZE) ? read_number (cursor) : 0;
  g_autofree char *sha256 = name && skip (cursor, SHA256) ? read_quoted (cursor) : NULL;

  if (sha256 == NULL)
    return FALSE;

  sel_package_manifest_add (manifest, name, size, sha256);
  return TRUE;
}

/**
 * sel_package_manifest_parse:
 *
 * Reads a manifest. What is in it is not checked, but for being text: only its form is, to the
 * byte.
 *
 * Returns: (transfer full) (nullable): the manifest; NULL when it is none, or one in another form
 */
SelPackageManifest *
sel_package_manifest_parse (const char *text, gsize length)
{
  Cursor cursor = { text, text + length };
  g_autofree char *exchange = skip (&cursor, BEGINNING) ? read_quoted (&cursor) : NULL;
  g_autoptr (SelPackageManifest) self = NULL;
  g_autoptr (GBytes) again = NULL;

  if (exchange == NULL || !skip (&cursor, LIST))
    return NULL;

  self = sel_package_manifest_new (exchange);
  do
    if (self->files->len == SEL_PACKAGE_MOST_FILES || !read_file (&cursor, self))
      return NULL;
  while (skip (&cursor, BETWEEN));

  /* A number with zeros before it, a character escaped without need, anything after the end. */
  again = sel_package_manifest_dup_bytes (self);
  if (g_bytes_get_size (again) != length ||
      memcmp (g_bytes_get_data (again, NULL), text, length) != 0)
    return NULL;
  return g_steal_pointer (&self);
}
