/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/reveal.h"

#include "store/reveal.h"

typedef struct
{
  SelOffice *office;
  const SelRecordType *type;
  gint64 id;
  GPtrArray *fields; /* of SelField, static */
  SelRevealedFunc func;
  gpointer user_data;
} Reveal;

static void
reveal_free (Reveal *self)
{
  g_object_unref (self->office);
  g_ptr_array_unref (self->fields);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Reveal, reveal_free)

static gboolean
write_cb (SelAct *act, gpointer user_data, GError **error)
{
  const Reveal *self = user_data;

  return sel_reveal_note (act, self->type, self->id, self->id, self->fields, error);
}

static void
written_cb (GObject *store, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Reveal) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean is_logged = sel_store_write_finish (SEL_STORE (store), result, &error) >= 0;

  if (!is_logged)
    sel_office_fail (self->office, error->message);
  self->func (is_logged, self->user_data);
}

/* Logs that these fields of the record are looked at, and calls @func when that is done. */
void
sel_reveal (SelOffice *office,
            const SelRecordType *type,
            gint64 id,
            GPtrArray *take_fields,
            SelRevealedFunc func,
            gpointer user_data)
{
  Reveal *self = g_new0 (Reveal, 1);

  self->office = g_object_ref (office);
  self->type = type;
  self->id = id;
  self->fields = take_fields;
  self->func = func;
  self->user_data = user_data;
  sel_store_write_async (sel_office_get_store (office), SEL_ACT_REVEAL, write_cb, self, NULL,
                         written_cb, self);
}
