/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/item-queue.h"

static void
clear_item (SelQueuedItem *item)
{
  g_clear_pointer (&item->id, g_free);
  g_clear_pointer (&item->reason, g_free);
  g_clear_pointer (&item->value, g_free);
  for (guint i = 0; item->type && i < item->type->n_fields; i++)
    g_clear_pointer (&item->texts[i], g_free);
}

static void
free_item (gpointer data)
{
  clear_item (data);
  g_free (data);
}

void
sel_item_queue_init (SelItemQueue *self)
{
  *self = (SelItemQueue){ .items = G_QUEUE_INIT };
  self->spare = g_ptr_array_new_with_free_func (free_item);
}

void
sel_item_queue_clear (SelItemQueue *self)
{
  g_queue_clear_full (&self->items, free_item);
  g_clear_pointer (&self->lent, free_item);
  g_clear_pointer (&self->spare, g_ptr_array_unref);
}

/* An item that says nothing yet; push it, or drop it. */
SelQueuedItem *
sel_item_queue_new_item (SelItemQueue *self,
                         SelExchangeItemKind kind,
                         guint line,
                         const SelRecordType *type)
{
  SelQueuedItem *item = self->spare->len
                          ? g_ptr_array_steal_index_fast (self->spare, self->spare->len - 1)
                          : g_new0 (SelQueuedItem, 1);

  item->kind = kind;
  item->line = line;
  item->type = type;
  item->field = NULL;
  return item;
}

void
sel_item_queue_push (SelItemQueue *self, SelQueuedItem *item)
{
  self->n_records += item->kind == SEL_EXCHANGE_ITEM_RECORD;
  g_queue_push_tail (&self->items, item);
}

void
sel_item_queue_drop (SelItemQueue *self, SelQueuedItem *item)
{
  if (item == NULL)
    return;

  clear_item (item);
  g_ptr_array_add (self->spare, item);
}

/**
 * sel_item_queue_refuse:
 * @id: (nullable): what the sender calls the record; without it is called by its line
 * @field: (nullable): the field that it is about
 * @value: (nullable): what stands there, masked if it is personal
 * @reason: a whole sentence, translated
 */
void
sel_item_queue_refuse (SelItemQueue *self,
                       guint line,
                       const SelRecordType *type,
                       const char *id,
                       const SelField *field,
                       const char *value,
                       const char *reason)
{
  SelQueuedItem *item = sel_item_queue_new_item (self, SEL_EXCHANGE_ITEM_REFUSAL, line, type);

  item->field = field;
  item->id = id ? g_strdup (id) : g_strdup_printf ("#%u", line);
  item->value = g_strdup (value);
  item->reason = g_strdup (reason);
  sel_item_queue_push (self, item);
}

/* Lends the first of the items until the next call; FALSE when there is none. */
gboolean
sel_item_queue_pop (SelItemQueue *self, SelExchangeItem *item)
{
  sel_item_queue_drop (self, g_steal_pointer (&self->lent));
  self->lent = g_queue_pop_head (&self->items);
  if (self->lent == NULL)
    return FALSE;

  *item = (SelExchangeItem){
    .kind = self->lent->kind,
    .line = self->lent->line,
    .type = self->lent->type,
    .id = self->lent->id,
    .texts = (const char *const *) self->lent->texts,
    .field = self->lent->field,
    .value = self->lent->value,
    .reason = self->lent->reason,
  };
  return TRUE;
}

static guint
place_of (const SelQueuedItem *item, const char *field)
{
  return (guint) (sel_record_type_field (item->type, field) - item->type->fields);
}

/* Sets the text of the field called @field. */
void
sel_queued_item_set (SelQueuedItem *item, const char *field, const char *text)
{
  char **place = &item->texts[place_of (item, field)];

  g_free (*place);
  *place = g_strdup (text);
}

const char *
sel_queued_item_get (const SelQueuedItem *item, const char *field)
{
  return item->texts[place_of (item, field)];
}

/**
 * sel_queued_item_set_header:
 * @sender_name: (nullable): the code stands for it
 * @modified: when the file was last changed, in seconds since 1970
 *
 * Makes the header that a table does not have. It has no number: among those of the sender's
 * exchange files a table has no place, and when it was saved does not say which is the newer.
 */
void
sel_queued_item_set_header (SelQueuedItem *item,
                            const char *sender,
                            const char *sender_name,
                            gint64 modified)
{
  g_autoptr (GDateTime) moment = g_date_time_new_from_unix_utc (modified);
  g_autofree char *made_at = g_date_time_format (moment, "%Y-%m-%dT%H:%M:%SZ");

  sel_queued_item_set (item, "sender", sender);
  sel_queued_item_set (item, "sender_name", sender_name ? sender_name : sender);
  sel_queued_item_set (item, "made_at", made_at);
}
