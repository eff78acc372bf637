/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Searches as somebody types, and prints what each letter took, in microseconds:
 *
 *   search-text DATABASE
 *
 * The first line is how long it took to read what records are called, which is done once. Or it
 * searches the list of agreements likewise:
 *
 *   search-text --list DATABASE
 *
 * Or it reads the pages of a PDF, puts them into the index of an empty register, and prints how long
 * that took:
 *
 *   search-text --read FILE DATABASE */
#include <stdio.h>
#include <stdlib.h>

#include "confined/pdf.h"
#include "domain/word-fold.h"
#include "store/find.h"
#include "store/lists.h"
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
search_list (SelStore *store, GError **error)
{
  g_autoptr (SelReading) reading = sel_reading_begin (store, error);
  g_autoptr (SelListRequest) request = sel_list_request_new ();
  GDate today;

  g_date_set_dmy (&today, 16, 11, 2026);
  sel_list_request_set_day (request, &today, 90);
  for (guint i = 0; reading && i < G_N_ELEMENTS (typed); i++)
    for (glong n = 1; n <= g_utf8_strlen (typed[i], -1); n++)
      {
        const gint64 start = g_get_monotonic_time ();
        g_autoptr (GArray) ids = NULL;

        g_free (request->search);
        request->search = g_utf8_substring (typed[i], 0, n);
        ids = sel_list_query_read_ids (&sel_agreements_list, request, reading->connection, error);
        if (ids == NULL)
          return FALSE;
        printf ("%" G_GINT64_FORMAT "\n", g_get_monotonic_time () - start);
        if (g_getenv ("SELARAS_SAY"))
          fprintf (stderr, "%7.1f ms %5u found: %s\n", (g_get_monotonic_time () - start) / 1e3,
                   ids->len, request->search);
      }

  return reading != NULL;
}

typedef struct
{
  GStrv texts;
  GPtrArray *folded;
} Pages;

static void
fold_page (const char *text, gpointer folded)
{
  GString *words = g_string_new (NULL);

  sel_word_fold_text (text, words);
  g_ptr_array_add (folded, g_string_free (words, FALSE));
}

static gboolean
put (SelConnection *connection, gpointer data, GError **error)
{
  Pages *pages = data;

  return sel_page_text_put (connection, "bench", (const char *const *) pages->texts,
                            (const char *const *) pages->folded->pdata, error);
}

static gboolean
read_pdf (const char *file, SelStore *store, GError **error)
{
  g_autofree char *contents = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_auto (GStrv) texts = NULL;
  g_autoptr (GPtrArray) folded = g_ptr_array_new_with_free_func (g_free);
  Pages pages;
  gint64 start = g_get_monotonic_time ();
  gsize length;

  if (!g_file_get_contents (file, &contents, &length, error))
    return FALSE;

  bytes = g_bytes_new_take (g_steal_pointer (&contents), length);
  if (!sel_pdf_read_texts (bytes, file, fold_page, folded, NULL, &texts, error))
    return FALSE;

  g_ptr_array_add (folded, NULL);
  pages = (Pages){ texts, folded };
  if (!sel_store_write_derived (store, put, &pages, NULL, error))
    return FALSE;

  printf ("%" G_GINT64_FORMAT "\n", g_get_monotonic_time () - start);
  return TRUE;
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  gboolean is_reading = argc == 4 && g_str_equal (argv[1], "--read");
  gboolean is_list = argc == 3 && g_str_equal (argv[1], "--list");
  g_autoptr (SelStore) store = NULL;

  if (argc != 2 && !is_reading && !is_list)
    {
      fprintf (stderr, "usage: search-text [--list] DATABASE, or --read FILE DATABASE\n");
      return EXIT_FAILURE;
    }

  store = sel_store_open (argv[argc - 1], &error);
  if (store && (is_reading ? read_pdf (argv[2], store, &error)
                : is_list  ? search_list (store, &error)
                           : search (store, &error)))
    return EXIT_SUCCESS;

  fprintf (stderr, "search-text: %s\n", error->message);
  return EXIT_FAILURE;
}
