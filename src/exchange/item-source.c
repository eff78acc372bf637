/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/item-source.h"

/* @data: (transfer full): what the functions of @klass are called with */
SelItemSource *
sel_item_source_new (const SelItemSourceClass *klass, gpointer data)
{
  SelItemSource *self = g_new0 (SelItemSource, 1);

  self->klass = klass;
  self->data = data;
  return self;
}

static gboolean
next_of_exchange (gpointer data, SelExchangeItem *item, GCancellable *cancellable, GError **error)
{
  return sel_exchange_stream_next (data, item, cancellable, error);
}

static double
progress_of_exchange (gpointer data)
{
  return sel_exchange_stream_get_progress (data);
}

static void
free_exchange (gpointer data)
{
  sel_exchange_stream_free (data);
}

/* The items of an exchange file, which is called @name in what is said of it, as they stand in it. */
SelItemSource *
sel_item_source_new_for_exchange (const char *path, const char *name, GError **error)
{
  static const SelItemSourceClass klass = {
    .next = next_of_exchange,
    .get_progress = progress_of_exchange,
    .free = free_exchange,
  };
  SelExchangeStream *stream = sel_exchange_stream_new_for_path (path, name, error);

  return stream ? sel_item_source_new (&klass, stream) : NULL;
}

void
sel_item_source_free (SelItemSource *self)
{
  if (self == NULL)
    return;

  self->klass->free (self->data);
  g_free (self);
}

gboolean
sel_item_source_next (SelItemSource *self,
                      SelExchangeItem *item,
                      GCancellable *cancellable,
                      GError **error)
{
  return self->klass->next (self->data, item, cancellable, error);
}

double
sel_item_source_get_progress (SelItemSource *self)
{
  return self->klass->get_progress (self->data);
}

/* Notes what the file says that has no place in the register, once all of it was taken. */
void
sel_item_source_note_warnings (SelItemSource *self, SelImportResult *result)
{
  if (self->klass->note_warnings)
    self->klass->note_warnings (self->data, result);
}
