/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What cannot be done in the sandbox, tried in it by sandbox-proof.c; and that each attempt would
 * succeed outside, so that its failure proves something. */
#include <glib.h>
#include <sys/wait.h>

#include "confined/command.h"
#include "confined/landlock.h"

enum
{
  REFUSED = 0,
  POSSIBLE = 1,
};

typedef struct
{
  const char *attempt;
  int reading_exchange;
  int showing_pdf;
} Case;

static const Case cases[] = {
  { "read-file", REFUSED, REFUSED },
  { "list-folder", REFUSED, REFUSED },
  { "read-font-folder", REFUSED, POSSIBLE },
  { "write-file", REFUSED, REFUSED },
  { "write-beside-fonts", REFUSED, REFUSED },
  { "remove-file", REFUSED, REFUSED },
  { "make-memory-file", REFUSED, REFUSED },
  { "open-socket", REFUSED, REFUSED },
  { "connect", REFUSED, REFUSED },
  { "send-datagram", REFUSED, REFUSED },
  { "fork", REFUSED, REFUSED },
  { "run-program", REFUSED, REFUSED },
  { "trace", REFUSED, REFUSED },
  { "read-other-memory", REFUSED, REFUSED },
  { "signal-parent", REFUSED, REFUSED },
  { "make-code", REFUSED, REFUSED },
  { "map-code", REFUSED, REFUSED },
#ifndef __SANITIZE_ADDRESS__ /* under which memory is not limited */
  { "take-memory", REFUSED, REFUSED },
#endif
  { "raise-limit", REFUSED, REFUSED },
};

static int
run (const char *const *command)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *words = NULL;
  int status;

  g_spawn_sync (NULL, (char **) command, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, &words,
                &status, &error);
  g_assert_no_error (error);
  g_test_message ("%s", words);
  return WIFEXITED (status) ? WEXITSTATUS (status) : -1;
}

static int
try_it (SelConfinedMode mode, SelConfinement confinement, const char *attempt)
{
  const char *proof = g_getenv ("SANDBOX_PROOF");
  g_auto (GStrv) command = sel_confined_command_new (proof, mode, confinement);
  g_autoptr (GStrvBuilder) whole = g_strv_builder_new ();
  g_auto (GStrv) words = NULL;

  g_strv_builder_addv (whole, (const char **) command);
  g_strv_builder_add (whole, attempt);
  words = g_strv_builder_end (whole);
  return run ((const char *const *) words);
}

static void
try_all (SelConfinement confinement)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const Case *tried = &cases[i];
      int reading = try_it (SEL_CONFINED_READ_EXCHANGE, confinement, tried->attempt);
      int showing = try_it (SEL_CONFINED_SHOW_PDF, confinement, tried->attempt);

      g_test_message ("%s", tried->attempt);
      g_assert_cmpint (reading, ==, tried->reading_exchange);
      g_assert_cmpint (showing, ==, tried->showing_pdf);
    }
}

static void
test_possible_outside (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const char *attempt = cases[i].attempt;
      const char *const command[] = { g_getenv ("SANDBOX_PROOF"), "show-pdf", "none", attempt,
                                      NULL };

      /* These need rights that whoever runs this may not have. */
      if (g_str_equal (attempt, "write-beside-fonts") || g_str_equal (attempt, "raise-limit"))
        continue;

      g_test_message ("%s", attempt);
      g_assert_cmpint (run (command), ==, POSSIBLE);
    }
}

static void
test_landlock (void)
{
  if (sel_landlock_get_abi () == 0)
    g_test_skip ("this kernel has no Landlock");
  else
    try_all (SEL_CONFINED_BY_LANDLOCK);
}

static gboolean
has_bubblewrap (void)
{
  const char *const command[] = { "bwrap", "--unshare-all", "--ro-bind", "/", "/", "true", NULL };
  g_autofree char *bubblewrap = g_find_program_in_path ("bwrap");

  return bubblewrap && run (command) == 0;
}

static void
test_bubblewrap (void)
{
  if (!has_bubblewrap ())
    g_test_skip ("bubblewrap does not work here");
  else
    try_all (SEL_CONFINED_BY_BUBBLEWRAP);
}

/* A reader that is told it is walled in looks before it believes. */
static void
test_missing_bubblewrap_is_noticed (void)
{
  const char *const command[] = { g_getenv ("SANDBOX_PROOF"), "show-pdf", "bubblewrap",
                                  "read-file", NULL };

  g_assert_cmpint (run (command), ==, 2);
}

static void
test_choice (void)
{
  SelConfinement confinement;

  g_assert_true (sel_confined_choose (1, NULL, &confinement));
  g_assert_cmpint (confinement, ==, SEL_CONFINED_BY_LANDLOCK);
  g_assert_true (sel_confined_choose (7, "/usr/bin/bwrap", &confinement));
  g_assert_cmpint (confinement, ==, SEL_CONFINED_BY_LANDLOCK);
  g_assert_true (sel_confined_choose (0, "/usr/bin/bwrap", &confinement));
  g_assert_cmpint (confinement, ==, SEL_CONFINED_BY_BUBBLEWRAP);
  g_assert_false (sel_confined_choose (0, NULL, &confinement));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sandbox/possible-outside", test_possible_outside);
  g_test_add_func ("/sandbox/landlock", test_landlock);
  g_test_add_func ("/sandbox/bubblewrap", test_bubblewrap);
  g_test_add_func ("/sandbox/missing-bubblewrap-is-noticed", test_missing_bubblewrap_is_noticed);
  g_test_add_func ("/sandbox/choice", test_choice);
  return g_test_run ();
}
