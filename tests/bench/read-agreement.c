/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Prints what is read from a PDF: read-document PDF. */
#include "confined/pdf.h"
#include "domain/articles.h"
#include "domain/reading.h"

int
main (int argc, char **argv)
{
  g_autofree char *data = NULL;
  gsize length;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GPtrArray) pages = NULL;
  g_autoptr (SelReading) reading = NULL;

  if (argc != 2 || !g_file_get_contents (argv[1], &data, &length, &error))
    g_error ("%s", error ? error->message : "usage");
  bytes = g_bytes_new_take (g_steal_pointer (&data), length);
  if (!sel_pdf_read_pages (bytes, argv[1], NULL, &pages, &error))
    g_error ("%s", error->message);
  reading = sel_reading_new (pages);
  for (guint i = 0; i < reading->lines->len; i++)
    {
      const SelReadingLine *line = &g_array_index (reading->lines, SelReadingLine, i);
      g_print ("%u%c %.*s\n", line->page, sel_reading_line_is_centred (reading, i) ? '|' : ' ', (int) (line->end - line->start), reading->text + line->start);
    }
  {
    g_autoptr (GPtrArray) articles = sel_articles_find (reading);
    for (guint i = 0; i < articles->len; i++)
      {
        SelArticle *a = g_ptr_array_index (articles, i);
        g_print ("ART %s [%s] p%u %zu\n", a->number, a->title, a->page, a->body.end - a->body.start);
      }
  }
  return 0;
}
