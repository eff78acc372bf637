/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/form.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "domain/region.h"

static gboolean
is_all (const char *text, gsize length, const char *accepted)
{
  return strlen (text) == length && strspn (text, accepted) == length;
}

static gboolean
is_nik (const char *text)
{
  return is_all (text, 16, "0123456789");
}

static gboolean
is_sha256 (const char *text)
{
  return is_all (text, 64, "0123456789abcdef");
}

static gboolean
is_file (const char *text)
{
  return *text != '\0' && *text != '.' && strpbrk (text, "/\\") == NULL;
}

const SelForm sel_form_region = {
  .pattern = "[0-9]{2}(\\.[0-9]{2}(\\.[0-9]{2}(\\.[0-9]{4})?)?)?",
  .matches = sel_region_is_shaped,
  .message = N_ ("It is not a region code such as 63.72."),
};

const SelForm sel_form_nik = {
  .pattern = "[0-9]{16}",
  .matches = is_nik,
  .message = N_ ("A NIK has 16 digits and nothing else."),
};

const SelForm sel_form_sha256 = {
  .pattern = "[0-9a-f]{64}",
  .matches = is_sha256,
  .message = N_ ("A SHA-256 hash has 64 digits, 0 to 9 and a to f."),
};

/* A name without a folder: it is looked for beside the exchange file and nowhere else. */
const SelForm sel_form_file = {
  .pattern = "[^/\\\\.][^/\\\\]*",
  .matches = is_file,
  .message = N_ ("A file name has no folder and does not begin with a dot."),
};
