/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "confined/error.h"

#include <glib/gi18n-lib.h>

G_DEFINE_QUARK (sel_confined_error, sel_confined_error)

/* Translators: %s is the name of a file. */
static const char *const sentences[] = {
  [SEL_CONFINED_ERROR_DIED] =
    N_ ("“%s” could not be read: the reader stopped in the middle of it. Try again; if it stops "
        "again the file is damaged, and its sender has to send it anew."),
  [SEL_CONFINED_ERROR_TIMEOUT] =
    N_ ("“%s” could not be read: it took too long and was stopped. Try again when the computer is "
        "less busy, or ask its sender for a simpler file."),
  [SEL_CONFINED_ERROR_PROTOCOL] =
    N_ ("“%s” made its reader do something unexpected, so the reader was stopped. Do not trust "
        "this file; ask its sender for a new one."),
  [SEL_CONFINED_ERROR_NOT_CONFINED] =
    N_ ("“%s” was not opened: this computer cannot read files from outside safely. Use a Linux "
        "kernel with Landlock, or install bubblewrap."),
  [SEL_CONFINED_ERROR_DAMAGED] =
    N_ ("“%s” cannot be read: it is damaged, incomplete or not a PDF. Ask its sender for a new "
        "copy."),
};

/**
 * sel_confined_error_new:
 * @code: DIED, TIMEOUT, PROTOCOL, NOT_CONFINED or DAMAGED
 * @name: the file as its user knows it
 *
 * Returns: (transfer full): the error with its sentence
 */
GError *
sel_confined_error_new (SelConfinedError code, const char *name)
{
  g_assert (code < G_N_ELEMENTS (sentences) && sentences[code]);

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral" /* the table above and its translations */
  return g_error_new (SEL_CONFINED_ERROR, code, _ (sentences[code]), name);
#pragma GCC diagnostic pop
}

/**
 * sel_confined_set_system_error:
 * @number: an errno
 *
 * Says that the computer refused what reading @name takes.
 */
void
sel_confined_set_system_error (GError **error, const char *name, int number)
{
  g_set_error (error, SEL_CONFINED_ERROR, SEL_CONFINED_ERROR_FAILED,
               /* Translators: the first %s is a file's name, the second the system's reason. */
               _ ("“%s” could not be opened: %s. Close other programs and try again."),
               name, g_strerror (number));
}
