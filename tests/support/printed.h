/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was printed into a PDF, as a test reads it. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The pages of the PDF at @path, each line with one space between its words. */
GStrv printed_read (const char *path);

/* All of the texts are in @text, one after the other. */
#define PRINTED_IN_ORDER(text, ...) \
  printed_assert_in_order (text, (const char *const[]){ __VA_ARGS__, NULL })
void printed_assert_in_order (const char *text, const char *const *parts);

G_END_DECLS
