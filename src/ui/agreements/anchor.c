/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/agreements/anchor.h"

#include <glib/gi18n-lib.h>

#include "store/record.h"

typedef struct
{
  const SelRecordType *type;
  gint64 id;
  char *article;
} Anchor;

static void
anchor_free (gpointer data)
{
  Anchor *self = data;

  g_free (self->article);
  g_free (self);
}

static gboolean
write_in_act (SelAct *act, gpointer user_data, GError **error)
{
  const Anchor *self = user_data;
  gpointer record = sel_record_load (sel_act_get_connection (act), self->type, self->id, error);
  const gboolean is_done =
    record &&
    sel_field_set_text (sel_record_type_field (self->type, "article"), record, self->article, error) &&
    sel_act_update (act, self->type, record, error);

  sel_record_free (self->type, record);
  return is_done;
}

static void
written_cb (GObject *store, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SelOffice) office = user_data;
  g_autoptr (GError) error = NULL;

  if (sel_store_write_finish (SEL_STORE (store), result, &error) >= 0)
    sel_office_say_undoable (office, _ ("Anchored"));
  else
    sel_office_fail (office, error->message);
}

/* Keeps that the promise stands in @article. */
void
sel_anchor_promise (SelOffice *office, const SelRecordType *type, gint64 id, const char *article)
{
  Anchor *anchor = g_new0 (Anchor, 1);

  anchor->type = type;
  anchor->id = id;
  anchor->article = g_strdup (article);
  sel_store_write_async (sel_office_get_store (office), SEL_ACT_FORM, write_in_act, anchor,
                         anchor_free, written_cb, g_object_ref (office));
}
