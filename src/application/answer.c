/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "application/answer.h"

#include <stdio.h>

#include "domain/field.h"

SelAnswer *
sel_answer_new (void)
{
  SelAnswer *self = g_new0 (SelAnswer, 1);

  self->output = g_string_new (NULL);
  self->errors = g_string_new (NULL);
  return self;
}

void
sel_answer_free (SelAnswer *self)
{
  if (self == NULL)
    return;

  g_string_free (self->output, TRUE);
  g_string_free (self->errors, TRUE);
  g_free (self);
}

/* Names and titles come from other offices, and words of the command line from anywhere. */
static void
append_printable (GString *to, const char *text)
{
  g_autofree char *printable = sel_text_dup_printable (text, TRUE);

  g_string_append (to, printable);
}

/* Adds text for a person to the output. */
void
sel_answer_say (SelAnswer *self, const char *text)
{
  append_printable (self->output, text);
}

void
sel_answer_say_line (SelAnswer *self, const char *line)
{
  sel_answer_say (self, line);
  sel_answer_say (self, "\n");
}

/* Sets the status, unless what came before is worse: of several files the one that fared worst
 * tells. */
void
sel_answer_worsen (SelAnswer *self, SelStatus status)
{
  static const guint ranks[] = {
    [SEL_STATUS_DONE] = 0,
    [SEL_STATUS_PARTLY] = 1,
    [SEL_STATUS_REFUSED] = 2,
    [SEL_STATUS_USAGE] = 3,
    [SEL_STATUS_FAILED] = 4,
  };

  if (ranks[status] > ranks[self->status])
    self->status = status;
}

/* Says what went wrong, as a line of the errors. */
void
sel_answer_fail (SelAnswer *self, SelStatus status, const char *message)
{
  g_string_append (self->errors, "selaras: ");
  append_printable (self->errors, message);
  g_string_append_c (self->errors, '\n');
  sel_answer_worsen (self, status);
}

/* Prints all of it, as UTF-8 whatever the locale: other programs read it. Returns the exit status.
 */
int
sel_answer_print (const SelAnswer *self)
{
  if (fputs (self->output->str, stdout) == EOF || fflush (stdout) == EOF)
    {
      perror ("selaras");
      return SEL_STATUS_FAILED;
    }

  fputs (self->errors->str, stderr);
  return self->status;
}
