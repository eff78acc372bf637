/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "confined/exchange-stream.h"
#include "domain/document.h"
#include "exchange/package-write.h"

static GStrv
dup_keys (GHashTable *names)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  GHashTableIter iter;
  gpointer name;

  g_hash_table_iter_init (&iter, names);
  while (g_hash_table_iter_next (&iter, &name, NULL))
    g_strv_builder_add (builder, name);
  return g_strv_builder_end (builder);
}

/* The field of @item, by its name. */
static const char *
get_text (const SelExchangeItem *item, const char *field)
{
  for (guint i = 0; i < item->type->n_fields; i++)
    if (g_str_equal (item->type->fields[i].name, field))
      return item->texts[i];

  return NULL;
}

static gboolean
refuse (const char *path, const SelExchangeItem *item, GError **error)
{
  g_autofree char *name = g_filename_display_basename (path);

  g_set_error (error, SEL_PACKAGE_ERROR, SEL_PACKAGE_ERROR_REFUSED,
               /* Translators: a file's name, a line in it, and a sentence on what is wrong. */
               _ ("“%s”, line %u: %s Nothing was packed: its receivers would refuse that record."),
               name, item->line, item->reason);
  return FALSE;
}

/**
 * sel_package_list_documents:
 * @path: an exchange file
 *
 * Reads an exchange file through, for the PDFs that belong beside it.
 *
 * Returns: (transfer full) (nullable): their names, each once; NULL when the file cannot be read,
 *   or has a record that would be refused
 */
GStrv
sel_package_list_documents (const char *path, GCancellable *cancellable, GError **error)
{
  g_autoptr (SelExchangeStream) stream = sel_exchange_stream_new_for_path (path, NULL, error);
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  SelExchangeItem item = { 0 };

  while (stream && item.kind != SEL_EXCHANGE_ITEM_END)
    {
      if (!sel_exchange_stream_next (stream, &item, cancellable, error))
        return NULL;
      if (item.kind == SEL_EXCHANGE_ITEM_REFUSAL)
        {
          refuse (path, &item, error);
          return NULL;
        }
      if (item.kind == SEL_EXCHANGE_ITEM_RECORD && item.type == &sel_document_type)
        g_hash_table_add (names, g_strdup (get_text (&item, "file")));
    }

  return stream ? dup_keys (names) : NULL;
}
