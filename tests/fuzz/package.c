/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The reader of packages. */
#include "confined/package-reader.h"
#include "drain.h"

int
LLVMFuzzerInitialize (G_GNUC_UNUSED int *argc, G_GNUC_UNUSED char ***argv)
{
  drain_start ();
  return 0;
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t length)
{
  drain_run (sel_package_reader_run, data, length);
  return 0;
}
