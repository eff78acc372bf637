/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/ims-private.h"

#include <glib/gi18n-lib.h>

#include "confined/error.h"

/* All of them are held, as a membership may come before its person; each takes some 200 bytes. */
#define MOST_ROWS 200000

static void
free_warning (gpointer data)
{
  SelImsWarning *warning = data;

  g_free (warning->id);
  g_free (warning->reason);
  g_free (warning);
}

static void
free_source (gpointer data)
{
  SelImsSource *self = data;

  sel_sender_names_free (self->names);
  sel_item_queue_clear (&self->queue);
  g_ptr_array_unref (self->rows);
  g_hash_table_unref (self->roles);
  g_hash_table_unref (self->persons);
  g_hash_table_unref (self->groups);
  g_ptr_array_unref (self->warnings);
  g_free (self->name);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SelImsSource, free_source)

/* Goes on to the next row; FALSE at the end of all, or on error. */
static gboolean
take_next (SelImsSource *self, GError **error)
{
  static const struct
  {
    const char *kind;
    gboolean (*take) (SelImsSource *, SelImsRow *, GError **);
  } stages[] = {
    { SEL_IMS_PERSON, sel_ims_take_person },
    { SEL_IMS_GROUP, sel_ims_take_group },
    { SEL_IMS_MEMBER_OF, sel_ims_take_member },
    { SEL_IMS_OTHER, sel_ims_take_other },
  };
  SelImsRow *row;

  if (self->n_taken == self->rows->len)
    {
      self->n_taken = 0;
      self->stage++;
    }
  if (self->stage >= G_N_ELEMENTS (stages) || self->rows->len == 0)
    return FALSE;

  row = g_ptr_array_index (self->rows, self->n_taken++);
  return !sel_ims_is_kind (row, stages[self->stage].kind) ||
         stages[self->stage].take (self, row, error);
}

static gboolean
next_item (gpointer data,
           SelExchangeItem *item,
           G_GNUC_UNUSED GCancellable *cancellable,
           GError **error)
{
  SelImsSource *self = data;
  g_autoptr (GError) local_error = NULL;

  while (!sel_item_queue_pop (&self->queue, item))
    if (!take_next (self, &local_error))
      {
        if (local_error)
          {
            g_propagate_error (error, g_steal_pointer (&local_error));
            return FALSE;
          }
        *item = (SelExchangeItem){ .kind = SEL_EXCHANGE_ITEM_END,
                                   .n_records = self->queue.n_records,
                                   .n_refused = self->queue.n_refused };
        return TRUE;
      }

  return TRUE;
}

static double
get_progress (gpointer data)
{
  const SelImsSource *self = data;

  return self->rows->len ? (self->stage + (double) self->n_taken / self->rows->len) / 4 : 1;
}

static void
note_warnings (gpointer data, SelImportResult *result)
{
  SelImsSource *self = data;

  for (guint i = 0; i < self->warnings->len; i++)
    {
      const SelImsWarning *warning = g_ptr_array_index (self->warnings, i);
      const SelExchangeItem item = {
        .line = warning->line, .type = warning->type, .id = warning->id
      };

      sel_import_result_count (result, warning->type, SEL_IMPORT_WARNING);
      sel_import_result_note (result, SEL_IMPORT_WARNING, &item, NULL, warning->reason);
    }
}

/* Puts the group of a membership to the members before it, and their roles to the persons. */
static void
end_membership (SelImsSource *self, guint first)
{
  SelImsRow *membership = g_ptr_array_index (self->rows, self->rows->len - 1);
  const char *group = sel_ims_get (membership, SEL_IMS_ID);

  for (guint i = first; i + 1 < self->rows->len; i++)
    {
      SelImsRow *row = g_ptr_array_index (self->rows, i);
      const char *member = sel_ims_get (row, SEL_IMS_MEMBER);
      guint roles;

      if (!sel_ims_is_kind (row, SEL_IMS_MEMBER_OF))
        continue;
      row->group = group;
      if (member == NULL || sel_ims_get_number (row, SEL_IMS_ID_TYPE) == 2)
        continue;
      roles = GPOINTER_TO_UINT (g_hash_table_lookup (self->roles, member));
      roles |= 1u << sel_ims_get_number (row, SEL_IMS_ROLE);
      g_hash_table_replace (self->roles, (gpointer) member, GUINT_TO_POINTER (roles));
    }
}

static gboolean
read_rows (SelImsSource *self,
           SelSheetStream *stream,
           GCancellable *cancellable,
           GError **error)
{
  guint first = 0;
  SelSheetRow row;
  SelImsRow *kept;

  for (;;)
    {
      if (!sel_sheet_stream_next (stream, &row, cancellable, error))
        return FALSE;
      if (row.number == 0)
        return TRUE;
      if (self->rows->len == MOST_ROWS)
        {
          g_set_error (error, SEL_CONFINED_ERROR, SEL_CONFINED_ERROR_REFUSED,
                       _ ("“%s” has more than 200,000 persons, groups and members. Divide it into "
                          "several files."),
                       self->name);
          return FALSE;
        }

      kept = sel_ims_row_new (&row);
      g_ptr_array_add (self->rows, kept);
      if (sel_ims_is_kind (kept, SEL_IMS_MEMBERSHIP))
        {
          end_membership (self, first);
          first = self->rows->len;
        }
    }
}

static SelImsSource *
new_source (const SelMapping *mapping, const char *path)
{
  SelImsSource *self = g_new0 (SelImsSource, 1);

  self->mapping = mapping;
  self->name = g_filename_display_basename (path);
  self->rows = g_ptr_array_new_with_free_func (sel_ims_row_free);
  self->roles = g_hash_table_new (g_str_hash, g_str_equal);
  self->persons = g_hash_table_new (g_str_hash, g_str_equal);
  self->groups = g_hash_table_new (g_str_hash, g_str_equal);
  self->warnings = g_ptr_array_new_with_free_func (free_warning);
  sel_item_queue_init (&self->queue);
  return self;
}

static gboolean
check_is_ims (SelImsSource *self, SelSheetStream *stream, GError **error)
{
  if (sel_sheet_stream_get_found (stream)->kind == SEL_SHEET_IMS)
    return TRUE;

  g_set_error (error, SEL_CONFINED_ERROR, SEL_CONFINED_ERROR_REFUSED,
               _ ("“%s” is not an IMS Enterprise file, which the mapping is for."), self->name);
  return FALSE;
}

/* As sel_roster_source_new(), which calls it for a mapping of the kind. */
SelItemSource *
sel_ims_source_new (SelStore *store,
                    const char *path,
                    const SelMapping *mapping,
                    SelSheetProgressFunc progress,
                    gpointer user_data,
                    GCancellable *cancellable,
                    GError **error)
{
  static const SelItemSourceClass klass = {
    .next = next_item,
    .get_progress = get_progress,
    .note_warnings = note_warnings,
    .free = free_source,
  };
  g_autoptr (SelSheetStream) stream = NULL;
  g_autoptr (SelImsSource) self = new_source (mapping, path);
  SelQueuedItem *header;

  if (!sel_mapping_check (mapping, error) ||
      !(stream = sel_sheet_stream_new_for_path (path, &mapping->layout, 0, cancellable,
                                                error)) ||
      !check_is_ims (self, stream, error))
    return NULL;

  sel_sheet_stream_set_progress (stream, progress, user_data);
  if (!read_rows (self, stream, cancellable, error) ||
      !(self->names = sel_sender_names_new (store, mapping->sender, &self->queue, error)))
    return NULL;

  header = sel_item_queue_new_item (&self->queue, SEL_EXCHANGE_ITEM_HEADER, 0,
                                    &sel_exchange_header_type);
  sel_queued_item_set_header (header, mapping->sender, mapping->sender_name,
                              sel_sheet_stream_get_modified (stream));
  sel_item_queue_push (&self->queue, header);
  return sel_item_source_new (&klass, g_steal_pointer (&self));
}
