/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/row.h"

struct _SelRow
{
  GObject parent_instance;

  gint64 id;
  char **texts;
};

G_DEFINE_FINAL_TYPE (SelRow, sel_row, G_TYPE_OBJECT)

static void
sel_row_finalize (GObject *object)
{
  g_strfreev (SEL_ROW (object)->texts);

  G_OBJECT_CLASS (sel_row_parent_class)->finalize (object);
}

static void
sel_row_class_init (SelRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sel_row_finalize;
}

static void
sel_row_init (G_GNUC_UNUSED SelRow *self)
{
}

/* @take_texts are the columns in their stable form, "" where there is nothing. */
SelRow *
sel_row_new (gint64 id, char **take_texts)
{
  SelRow *self = g_object_new (SEL_TYPE_ROW, NULL);

  self->id = id;
  self->texts = take_texts;
  return self;
}

gint64
sel_row_get_id (SelRow *self)
{
  return self->id;
}

const char *
sel_row_get_text (SelRow *self, guint column)
{
  return self->texts[column];
}

gboolean
sel_row_is_equal (SelRow *self, SelRow *other)
{
  return self->id == other->id &&
         g_strv_equal ((const char *const *) self->texts, (const char *const *) other->texts);
}
