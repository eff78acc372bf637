/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a command says, wherever it is carried out: in the process that was started for it, or in
 * the one whose window has the database open. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The exit status. */
typedef enum
{
  SEL_STATUS_DONE,
  SEL_STATUS_USAGE,   /* wrong usage */
  SEL_STATUS_REFUSED, /* the input was refused, and nothing was changed */
  SEL_STATUS_PARTLY,  /* done, with some records refused */
  SEL_STATUS_FAILED,  /* the database or the machine failed */
} SelStatus;

typedef struct
{
  SelStatus status;
  GString *output; /* for the standard output */
  GString *errors; /* for the standard error */
} SelAnswer;

SelAnswer *sel_answer_new (void);
void sel_answer_free (SelAnswer *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SelAnswer, sel_answer_free)

void sel_answer_say (SelAnswer *self, const char *text);
void sel_answer_say_line (SelAnswer *self, const char *line);
void sel_answer_worsen (SelAnswer *self, SelStatus status);
void sel_answer_fail (SelAnswer *self, SelStatus status, const char *message);
int sel_answer_print (const SelAnswer *self);

G_END_DECLS
