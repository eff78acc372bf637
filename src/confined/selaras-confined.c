/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The confined reader: selaras-confined MODE landlock|bubblewrap. The program starts it
 * (command.c) with a socket as descriptor 3 and, in some modes, the open file as 4. It closes its
 * doors, says so, and only then looks at anything from outside. */
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <unistd.h>

#include "confined/exchange-reader.h"
#include "confined/landlock.h"
#include "confined/package-reader.h"
#include "confined/pdf-renderer.h"
#include "confined/sandbox.h"
#include "confined/sheet-reader.h"

typedef struct
{
  const char *name;
  gboolean has_input;
  gboolean reads_fonts;
  int (*run) (SelFrameChannel *channel, int input_fd);
} Mode;

static const Mode modes[] = {
  { .name = "read-exchange", .has_input = TRUE, .run = sel_exchange_reader_run },
  { .name = "read-sheet", .has_input = TRUE, .run = sel_sheet_reader_run },
  { .name = "read-package", .has_input = TRUE, .run = sel_package_reader_run },
  { .name = "probe-pdf", .run = sel_pdf_renderer_run },
  { .name = "show-pdf", .reads_fonts = TRUE, .run = sel_pdf_renderer_run },
};

static const Mode *
find_mode (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (modes); i++)
    if (strcmp (modes[i].name, name) == 0)
      return &modes[i];
  return NULL;
}

/* Poppler and libxml2 complain in the file's own words, through stdio: those must reach no log.
 * What the C library, sanitizers and we say goes to descriptor 2 directly, and still arrives. */
static void
silence_libraries (void)
{
  stderr = fopencookie (NULL, "w", (cookie_io_functions_t){ 0 });
}

static gboolean
close_doors (const Mode *mode, SelConfinement confinement, GError **error)
{
  g_auto (GStrv) folders = NULL;

  prctl (PR_SET_PDEATHSIG, SIGKILL);
  if (!sel_sandbox_close_files (SEL_FILENO_CHANNEL + (mode->has_input ? 2 : 1), error))
    return FALSE;

  folders = mode->reads_fonts ? sel_pdf_renderer_prepare () : g_new0 (char *, 1);
  return sel_sandbox_enter (confinement, (const char *const *) folders, error);
}

static gboolean
say_ready (SelFrameChannel *channel, SelConfinement confinement, guint landlock_abi)
{
  SelFrameWriter *ready = sel_frame_channel_begin (channel, SEL_FRAME_READY);

  sel_frame_put_u32 (ready, SEL_PROTOCOL_VERSION);
  sel_frame_put_u32 (ready, confinement);
  sel_frame_put_u32 (ready, landlock_abi);
  return sel_frame_channel_end (channel) && sel_frame_channel_flush (channel);
}

static int
run (const Mode *mode, SelConfinement confinement)
{
  const guint landlock_abi = confinement == SEL_CONFINED_BY_LANDLOCK ? sel_landlock_get_abi () : 0;
  g_autoptr (SelFrameChannel) channel = NULL;
  g_autoptr (GError) error = NULL;

  silence_libraries ();
  if (!close_doors (mode, confinement, &error))
    {
      dprintf (STDERR_FILENO, "selaras-confined: %s\n", error->message);
      return EXIT_FAILURE;
    }

  channel = sel_frame_channel_new (SEL_FILENO_CHANNEL, SEL_CHANNEL_ACCEPTS_FILES);
  if (!say_ready (channel, confinement, landlock_abi))
    return EXIT_FAILURE;
  return mode->run (channel, SEL_FILENO_INPUT);
}

int
main (int argc, char *argv[])
{
  const Mode *mode = argc == 3 ? find_mode (argv[1]) : NULL;
  SelConfinement confinement;

  if (!mode || fcntl (SEL_FILENO_CHANNEL, F_GETFD) < 0)
    {
      fprintf (stderr, "selaras-confined is started by selaras and reads files for it.\n");
      return 2;
    }

  confinement = strcmp (argv[2], "bubblewrap") == 0 ? SEL_CONFINED_BY_BUBBLEWRAP
                                                    : SEL_CONFINED_BY_LANDLOCK;

  /* Nothing is left to tidy, and what a sanitizer does at a normal end needs open doors. */
  _exit (run (mode, confinement));
}
