/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The message is a whole sentence for a person; the code is what the program acts on. */
typedef enum
{
  SEL_STORE_ERROR_FAILED,
  SEL_STORE_ERROR_BUSY,      /* another process owns the file */
  SEL_STORE_ERROR_CONFLICT,  /* the record changed since it was read */
  SEL_STORE_ERROR_IN_USE,    /* other records refer to it */
  SEL_STORE_ERROR_DUPLICATE, /* the same is there already */
  SEL_STORE_ERROR_NOT_FOUND, /* it is no longer there */
  SEL_STORE_ERROR_TOO_NEW,   /* written by a newer version of the program */
  SEL_STORE_ERROR_NOT_OURS,  /* a file of another program */
  SEL_STORE_ERROR_DAMAGED,
  SEL_STORE_ERROR_READ_ONLY,
  SEL_STORE_ERROR_FROZEN,  /* a signature covers it: a correction needs its reason */
  SEL_STORE_ERROR_NETWORK, /* on a network share, where SQLite cannot lock */
} SelStoreError;

#define SEL_STORE_ERROR (sel_store_error_quark ())
GQuark sel_store_error_quark (void);

G_END_DECLS
