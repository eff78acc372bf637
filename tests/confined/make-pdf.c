/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes a PDF for a test that drives the window:
 *
 *   make-pdf rich N FILE     an agreement of N pages with bookmarks and links
 *   make-pdf signed - FILE   a page that was signed */
#include <gio/gio.h>
#include <stdlib.h>

#include "rich-pdf.h"
#include "signed-pdf.h"

int
main (int argc, char **argv)
{
  g_autoptr (GBytes) bytes = NULL;
  gconstpointer data;
  gsize length;

  g_assert (argc == 4);
  if (g_str_equal (argv[1], "rich"))
    bytes = pdf_rich ((guint) atoi (argv[2]));
  else
    {
      g_autoptr (SignedPdf) pdf = signed_pdf_new ();

      bytes = g_bytes_ref (pdf->bytes);
    }

  data = g_bytes_get_data (bytes, &length);
  return g_file_set_contents (argv[3], data, (gssize) length, NULL) ? EXIT_SUCCESS : EXIT_FAILURE;
}
