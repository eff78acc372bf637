/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define SEL_CONFINED_ERROR (sel_confined_error_quark ())

typedef enum
{
  SEL_CONFINED_ERROR_DIED, /* the reader ended in the middle of the file: it can be tried again */
  SEL_CONFINED_ERROR_TIMEOUT,      /* the reader took too long and was stopped */
  SEL_CONFINED_ERROR_PROTOCOL,     /* the reader said what no sound reader says, and was stopped */
  SEL_CONFINED_ERROR_NOT_CONFINED, /* this computer cannot close the reader's doors */
  SEL_CONFINED_ERROR_ENCRYPTED,    /* ask for the password */
  SEL_CONFINED_ERROR_DAMAGED,      /* the file, or this page of it, cannot be read */
  SEL_CONFINED_ERROR_TOO_LARGE,    /* beyond a limit that we set */
  SEL_CONFINED_ERROR_REFUSED,      /* the file can be read but breaks a rule of its format */
  SEL_CONFINED_ERROR_FAILED,       /* the computer has no memory, no processes … */
} SelConfinedError;

GQuark sel_confined_error_quark (void);

GError *sel_confined_error_new (SelConfinedError code, const char *name);
void sel_confined_set_system_error (GError **error, const char *name, int number);

G_END_DECLS
