/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Command lines, said in a test as they are typed. */
#pragma once

#include "application/command.h"
#include "exchange/register.h"

G_BEGIN_DECLS

/* In the name of a partner, an underscore stands for a space. NULL when @answer says why not. */
SelCommand *commands_parse (const char *line, const char *folder, SelAnswer *answer);

/* Runs the line in the folder of @reg, on a day of its own. */
SelAnswer *commands_run (Register *reg, const char *line);

typedef struct
{
  const char *line;
  SelStatus status;
  const char *output; /* a part of it; NULL for none */
  const char *errors;
} CommandCase;

void commands_assert (const SelAnswer *answer, const CommandCase *expected);

/* Waits for the line to be run on a thread. */
SelAnswer *commands_run_on_thread (Register *reg, const char *line);

G_END_DECLS
