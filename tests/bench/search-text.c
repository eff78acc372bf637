/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Searches as somebody types, and prints what each letter took, in microseconds:
 *
 *   search-text DATABASE
 *
 * The first line is how long it took to read what records are called, which is done once. Or it
 * reads the pages of a PDF, puts them into the index of an empty register, and prints how long that
 * took:
 *
 *   search-text --read FILE DATABASE */
#include <stdio.h>
#include <stdlib.h>

#include "confined/pdf.h"
#include "store/find.h"
#include "store/page-text.h"
#include "store/store.h"

static const char *const typed[] = {
  "kerja sama",
  "pelatihan rehabilitasi narkotika",
  "PKS/1234/20",
  "penyelesaian perselisihan",
  "magang",
  "ketenagakerjaan",
  "keadaan kahar",
  "Balai Latihan Kerja Gun",
  "sertifikat kompetensi",
  "tanggung jawab pembiayaan",
  "suryanto",
  "menandatangani adendum",
};

static gboolean
search (SelStore *store, GError **error)
{
  g_autoptr (SelReading) reading = sel_reading_begin (store, error);
  gint64 start = g_get_monotonic_time ();
  g_autoptr (SelFinder) finder = reading ? sel_finder_read (reading->connection, error) : NULL;
  GDate today;

  if (finder == NULL)
    return FALSE;

  printf ("%" G_GINT64_FORMAT "\n", g_get_monotonic_time () - start);
  g_date_set_dmy (&today, 16, 11, 2026);
  for (guint i = 0; i < G_N_ELEMENTS (typed); i++)
    for (glong n = 2; n <= g_utf8_strlen (typed[i], -1); n++)
      {
        g_autofree char *begun = g_utf8_substring (typed[i], 0, n);
        SelFoundAll *all;

        start = g_get_monotonic_time ();
        all = sel_finder_find (finder, reading->connection, begun, &today, 90, error);
        if (all == NULL)
          return FALSE;
        printf ("%" G_GINT64_FORMAT "\n", g_get_monotonic_time () - start);
        if (g_getenv ("SELARAS_SAY"))
          fprintf (stderr, "%7.1f ms %2u found: %s\n", (g_get_monotonic_time () - start) / 1e3,
                   sel_found_all_count (all), begun);
        sel_found_all_free (all);
      }

  return TRUE;
}

static gboolean
put (SelConnection *connection, gpointer texts, GError **error)
{
  return sel_page_text_put (connection, "bench", texts, error);
}

static gboolean
read_pdf (const char *file, SelStore *store, GError **error)
{
  g_autofree char *contents = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_auto (GStrv) texts = NULL;
  gint64 start = g_get_monotonic_time ();
  gsize length;

  if (!g_file_get_contents (file, &contents, &length, error))
    return FALSE;

  bytes = g_bytes_new_take (g_steal_pointer (&contents), length);
  if (!sel_pdf_read_texts (bytes, file, NULL, &texts, error) ||
      !sel_store_write_derived (store, put, texts, NULL, error))
    return FALSE;

  printf ("%" G_GINT64_FORMAT "\n", g_get_monotonic_time () - start);
  return TRUE;
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  gboolean is_reading = argc == 4 && g_str_equal (argv[1], "--read");
  g_autoptr (SelStore) store = NULL;

  if (argc != 2 && !is_reading)
    {
      fprintf (stderr, "usage: search-text DATABASE, or --read FILE DATABASE\n");
      return EXIT_FAILURE;
    }

  store = sel_store_open (argv[argc - 1], &error);
  if (store && (is_reading ? read_pdf (argv[2], store, &error) : search (store, &error)))
    return EXIT_SUCCESS;

  fprintf (stderr, "search-text: %s\n", error->message);
  return EXIT_FAILURE;
}
