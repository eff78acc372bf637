/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "application/commands.h"

#include <string.h>

SelCommand *
commands_parse (const char *line, const char *folder, SelAnswer *answer)
{
  g_auto (GStrv) words = g_strsplit (line, " ", 0);

  for (guint i = 0; words[i]; i++)
    if (g_str_has_prefix (words[i], "--partner="))
      g_strdelimit (words[i], "_", ' ');

  return sel_command_parse ((const char *const *) words, folder, answer);
}

SelAnswer *
commands_run (Register *reg, const char *line)
{
  SelAnswer *answer = sel_answer_new ();
  g_autoptr (SelCommand) command = commands_parse (line, reg->folder, answer);
  GDate today;

  g_assert_nonnull (command);
  g_date_clear (&today, 1);
  g_date_set_dmy (&today, 22, G_DATE_NOVEMBER, 2025);
  sel_command_run (command, reg->store, &today, 90, NULL, answer);
  return answer;
}

static void
assert_part (const GString *text, const char *part)
{
  g_assert_cmpint (text->len > 0, ==, part != NULL);
  if (part && !strstr (text->str, part))
    g_error ("“%s” is not in: %s", part, text->str);
}

void
commands_assert (const SelAnswer *answer, const CommandCase *expected)
{
  g_test_message ("%s", expected->line);
  g_assert_cmpint (answer->status, ==, expected->status);
  assert_part (answer->output, expected->output);
  assert_part (answer->errors, expected->errors);
}

static void
finished_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  SelAnswer **answer = user_data;

  g_assert_true (SEL_IS_STORE (source));
  *answer = sel_command_run_finish (result);
}

SelAnswer *
commands_run_on_thread (Register *reg, const char *line)
{
  g_autoptr (SelAnswer) parsed = sel_answer_new ();
  SelCommand *command = commands_parse (line, reg->folder, parsed);
  SelAnswer *answer = NULL;

  sel_command_run_async (command, reg->store, NULL, finished_cb, &answer);
  sel_command_free (command); /* the thread has its own words */
  while (answer == NULL)
    g_main_context_iteration (NULL, TRUE);

  return answer;
}
