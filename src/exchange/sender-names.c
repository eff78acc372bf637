/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/sender-names.h"

#include "store/identity.h"
#include "store/known.h"
#include "store/record.h"

struct _SelSenderNames
{
  SelReading *reading;
  SelItemQueue *queue; /* borrowed */
  gint64 origins[SEL_N_RECORD_TYPES];
  gboolean has_people;
  GHashTable *records;    /* gint64 by "type name": a table says the same name in every row */
  GHashTable *introduced; /* the uids of those that were */
};

/**
 * sel_sender_names_new:
 * @queue: (transfer none): where introductions go
 *
 * Returns: (transfer full) (nullable): it reads the register on the thread that made it
 */
SelSenderNames *
sel_sender_names_new (SelStore *store, const char *sender, SelItemQueue *queue, GError **error)
{
  g_autoptr (SelSenderNames) self = g_new0 (SelSenderNames, 1);
  gint64 has_people;

  self->queue = queue;
  self->records = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->introduced = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  if (!(self->reading = sel_reading_begin (store, error)))
    return NULL;

  if (!sel_connection_get_int (self->reading->connection,
                               "SELECT EXISTS (SELECT 1 FROM participant)", &has_people, error))
    return NULL;
  self->has_people = has_people != 0;
  for (guint i = 0; i < SEL_N_RECORD_TYPES; i++)
    if (!sel_known_origin (self->reading->connection, sender, sel_record_types[i],
                           &self->origins[i], error))
      return NULL;
  return g_steal_pointer (&self);
}

void
sel_sender_names_free (SelSenderNames *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->reading, sel_reading_end);
  g_hash_table_unref (self->records);
  g_hash_table_unref (self->introduced);
  g_free (self);
}

SelConnection *
sel_sender_names_get_connection (SelSenderNames *self)
{
  return self->reading->connection;
}

/* Whether there is anybody to be found in the register. */
gboolean
sel_sender_names_has_people (SelSenderNames *self)
{
  return self->has_people;
}

/* The record that is called @name: 0 for none, SEL_KNOWN_SEVERAL for several. */
gboolean
sel_sender_names_find (SelSenderNames *self,
                       const SelRecordType *type,
                       const char *name,
                       gint64 *record,
                       GError **error)
{
  g_autofree char *key = g_strconcat (type->name, " ", name, NULL);
  const gint64 *known = g_hash_table_lookup (self->records, key);

  if (known)
    {
      *record = *known;
      return TRUE;
    }
  if (!sel_known_by_name (self->reading->connection, type, name, record, error))
    return FALSE;

  g_hash_table_insert (self->records, g_steal_pointer (&key),
                       g_memdup2 (record, sizeof *record));
  return TRUE;
}

/* The record that the sender called @key before; 0 for none. */
gboolean
sel_sender_names_find_key (SelSenderNames *self,
                           const SelRecordType *type,
                           const char *key,
                           gint64 *record,
                           GError **error)
{
  const gint64 origin = self->origins[sel_record_type_index (type)];
  SelIdentity identity = { 0 };

  if (origin && !sel_identity_find (self->reading->connection, type, origin, key, &identity, error))
    return FALSE;

  *record = identity.record;
  return TRUE;
}

/**
 * sel_sender_names_dup_key:
 * @key: (out) (transfer full): what the sender calls @record, or its uid
 * @is_theirs: (out): whether the sender spoke of it before
 */
gboolean
sel_sender_names_dup_key (SelSenderNames *self,
                          const SelRecordType *type,
                          gint64 record,
                          char **key,
                          gboolean *is_theirs,
                          GError **error)
{
  const gint64 origin = self->origins[sel_record_type_index (type)];

  *key = NULL;
  if (origin &&
      !sel_identity_dup_key (self->reading->connection, origin, record, key, error))
    return FALSE;

  *is_theirs = *key != NULL;
  return *key || sel_known_dup_uid (self->reading->connection, type, record, key, error);
}

/**
 * sel_sender_names_refer:
 * @line: the row that refers
 * @key: (out) (transfer full): what a reference to @record says
 *
 * Makes sure that the sender may refer to @record, and says as what.
 */
gboolean
sel_sender_names_refer (SelSenderNames *self,
                        const SelRecordType *type,
                        gint64 record,
                        guint line,
                        char **key,
                        GError **error)
{
  SelQueuedItem *item;
  gboolean is_theirs;

  if (!sel_sender_names_dup_key (self, type, record, key, &is_theirs, error))
    return FALSE;
  if (is_theirs || g_hash_table_contains (self->introduced, *key))
    return TRUE;

  g_hash_table_add (self->introduced, g_strdup (*key));
  item = sel_item_queue_new_item (self->queue, SEL_EXCHANGE_ITEM_RECORD, line, type);
  item->id = g_strdup (*key);
  sel_item_queue_push (self->queue, item);
  return TRUE;
}

/* What the register has in @field, as the sender would say it. */
static gboolean
keep_field (SelSenderNames *self,
            SelQueuedItem *item,
            const SelField *field,
            gconstpointer present,
            GError **error)
{
  char **text = &item->texts[field - item->type->fields];

  g_clear_pointer (text, g_free);
  if (field->kind == SEL_FIELD_REFERENCE)
    return sel_sender_names_refer (self, field->refers_to,
                                   *SEL_MEMBER_CONST (gint64, present, field), item->line, text,
                                   error);

  *text = sel_field_dup_text (field, present);
  return TRUE;
}

/**
 * sel_sender_names_keep_present:
 * @item: what is said of @record
 * @is_theirs: whether the sender spoke of it before
 * @is_said: (nullable): without it, what has a text is said
 *
 * What the table does not speak of stays, whoever said it: what this sender said is said again, as
 * an import takes back what its own sender says no more.
 */
gboolean
sel_sender_names_keep_present (SelSenderNames *self,
                               SelQueuedItem *item,
                               gint64 record,
                               gboolean is_theirs,
                               SelSaidFunc is_said,
                               gpointer user_data,
                               GError **error)
{
  const SelRecordType *type = item->type;
  gpointer present = sel_record_new (type);
  gboolean is_found = FALSE;
  gboolean is_done = sel_record_load_into (self->reading->connection, type, record, present,
                                           &is_found, error);

  for (guint i = 0; i < type->n_fields && is_done && is_found; i++)
    {
      const SelField *field = &type->fields[i];

      if (is_said ? is_said (item, field, user_data) : item->texts[i] != NULL)
        continue;
      if (sel_field_is_empty (field, present))
        continue;
      if (is_theirs)
        is_done = keep_field (self, item, field, present, error);
      else
        g_clear_pointer (&item->texts[i], g_free);
    }

  sel_record_free (type, present);
  return is_done;
}
