/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/reveal.h"

#include "store/reveal.h"

typedef struct
{
  SelOffice *office;
  const SelRecordType *type;
  gint64 ids[2];     /* the second is 0 for none */
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

  for (guint i = 0; i < G_N_ELEMENTS (self->ids) && self->ids[i]; i++)
    if (!sel_reveal_note (act, self->type, self->ids[i], self->ids[i], self->fields, error))
      return FALSE;

  return TRUE;
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

/* Logs that these fields of two records are looked at side by side, and calls @func when that is
 * done. */
void
sel_reveal_two (SelOffice *office,
                const SelRecordType *type,
                gint64 one,
                gint64 other,
                GPtrArray *take_fields,
                SelRevealedFunc func,
                gpointer user_data)
{
  Reveal *self = g_new0 (Reveal, 1);

  self->office = g_object_ref (office);
  self->type = type;
  self->ids[0] = one;
  self->ids[1] = other;
  self->fields = take_fields;
  self->func = func;
  self->user_data = user_data;
  sel_store_write_async (sel_office_get_store (office), SEL_ACT_REVEAL, write_cb, self, NULL,
                         written_cb, self);
}

/* Likewise of one record. */
void
sel_reveal (SelOffice *office,
            const SelRecordType *type,
            gint64 id,
            GPtrArray *take_fields,
            SelRevealedFunc func,
            gpointer user_data)
{
  sel_reveal_two (office, type, id, 0, take_fields, func, user_data);
}
