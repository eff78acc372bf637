/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/lists/row-selection.h"

/* When the list is read anew, so many records are looked for; of more, which would take long, none
 * stays selected, rather than some of them. */
#define MOST_SOUGHT 200000u

struct _SelRowSelection
{
  GObject parent_instance;

  SelListModel *model;
  GtkBitset *places;
  GArray *ids; /* of gint64: of the places, as they were chosen */
};

static void sel_row_selection_list_init (GListModelInterface *iface);
static void sel_row_selection_selection_init (GtkSelectionModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (
  SelRowSelection, sel_row_selection, G_TYPE_OBJECT,
  G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, sel_row_selection_list_init)
    G_IMPLEMENT_INTERFACE (GTK_TYPE_SELECTION_MODEL, sel_row_selection_selection_init))

static GType
sel_row_selection_get_item_type (G_GNUC_UNUSED GListModel *list)
{
  return SEL_TYPE_ROW;
}

static guint
sel_row_selection_get_n_items (GListModel *list)
{
  return g_list_model_get_n_items (G_LIST_MODEL (SEL_ROW_SELECTION (list)->model));
}

static gpointer
sel_row_selection_get_item (GListModel *list, guint place)
{
  return g_list_model_get_item (G_LIST_MODEL (SEL_ROW_SELECTION (list)->model), place);
}

static void
sel_row_selection_list_init (GListModelInterface *iface)
{
  iface->get_item_type = sel_row_selection_get_item_type;
  iface->get_n_items = sel_row_selection_get_n_items;
  iface->get_item = sel_row_selection_get_item;
}

static gboolean
sel_row_selection_is_selected (GtkSelectionModel *model, guint place)
{
  return gtk_bitset_contains (SEL_ROW_SELECTION (model)->places, place);
}

static GtkBitset *
sel_row_selection_get_in_range (GtkSelectionModel *model,
                                G_GNUC_UNUSED guint place,
                                G_GNUC_UNUSED guint n)
{
  return gtk_bitset_ref (SEL_ROW_SELECTION (model)->places);
}

static void
note_ids (SelRowSelection *self)
{
  GtkBitsetIter iter;
  guint place;

  g_array_set_size (self->ids, 0);
  for (gboolean is_there = gtk_bitset_iter_init_first (&iter, self->places, &place); is_there;
       is_there = gtk_bitset_iter_next (&iter, &place))
    {
      const gint64 id = sel_list_model_get_id (self->model, place);

      g_array_append_val (self->ids, id);
    }
}

/* Selects @places, which are taken, and nothing else. */
static void
set_places (SelRowSelection *self, GtkBitset *places)
{
  g_autoptr (GtkBitset) changed = gtk_bitset_copy (self->places);

  gtk_bitset_difference (changed, places);
  gtk_bitset_unref (self->places);
  self->places = places;
  note_ids (self);
  if (!gtk_bitset_is_empty (changed))
    {
      const guint first = gtk_bitset_get_minimum (changed);

      gtk_selection_model_selection_changed (GTK_SELECTION_MODEL (self), first,
                                             gtk_bitset_get_maximum (changed) - first + 1);
    }
}

/* What GTK asks for in all its ways comes to this. */
static gboolean
sel_row_selection_set_selection (GtkSelectionModel *model, GtkBitset *selected, GtkBitset *mask)
{
  SelRowSelection *self = SEL_ROW_SELECTION (model);
  g_autoptr (GtkBitset) places = gtk_bitset_copy (self->places);
  g_autoptr (GtkBitset) wanted = gtk_bitset_copy (selected);

  gtk_bitset_intersect (wanted, mask);
  gtk_bitset_subtract (places, mask);
  gtk_bitset_union (places, wanted);
  gtk_bitset_remove_range (places, sel_row_selection_get_n_items (G_LIST_MODEL (self)),
                           G_MAXINT32);
  set_places (self, g_steal_pointer (&places));
  return TRUE;
}

static void
sel_row_selection_selection_init (GtkSelectionModelInterface *iface)
{
  iface->is_selected = sel_row_selection_is_selected;
  iface->get_selection_in_range = sel_row_selection_get_in_range;
  iface->set_selection = sel_row_selection_set_selection;
}

/* Which records they are is found once the whole answer is there: sel_row_selection_find(). */
static void
items_changed_cb (SelRowSelection *self, guint place, guint n_removed, guint n_added)
{
  gtk_bitset_splice (self->places, place, n_removed, n_added);
  g_list_model_items_changed (G_LIST_MODEL (self), place, n_removed, n_added);
}

static void
sel_row_selection_dispose (GObject *object)
{
  SelRowSelection *self = SEL_ROW_SELECTION (object);

  g_clear_object (&self->model);
  g_clear_pointer (&self->places, gtk_bitset_unref);
  g_clear_pointer (&self->ids, g_array_unref);

  G_OBJECT_CLASS (sel_row_selection_parent_class)->dispose (object);
}

static void
sel_row_selection_class_init (SelRowSelectionClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sel_row_selection_dispose;
}

static void
sel_row_selection_init (SelRowSelection *self)
{
  self->places = gtk_bitset_new_empty ();
  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
}

SelRowSelection *
sel_row_selection_new (SelListModel *model)
{
  SelRowSelection *self = g_object_new (SEL_TYPE_ROW_SELECTION, NULL);

  self->model = g_object_ref (model);
  g_signal_connect_object (model, "items-changed", G_CALLBACK (items_changed_cb), self,
                           G_CONNECT_SWAPPED);
  return self;
}

/* Of the only row that is selected; else %GTK_INVALID_LIST_POSITION. */
guint
sel_row_selection_get_place (SelRowSelection *self)
{
  return gtk_bitset_get_size (self->places) == 1 ? gtk_bitset_get_minimum (self->places)
                                                 : GTK_INVALID_LIST_POSITION;
}

/* Lent: of gint64, the selected records in the order in which they were listed. */
GArray *
sel_row_selection_get_ids (SelRowSelection *self)
{
  return self->ids;
}

/* Selects this row and no other; %GTK_INVALID_LIST_POSITION selects none. */
void
sel_row_selection_select (SelRowSelection *self, guint place)
{
  GtkBitset *places = gtk_bitset_new_empty ();

  if (place != GTK_INVALID_LIST_POSITION)
    gtk_bitset_add (places, place);
  set_places (self, places);
}

static GtkBitset *
find_places (SelRowSelection *self)
{
  const guint n_rows = sel_row_selection_get_n_items (G_LIST_MODEL (self));
  g_autoptr (GHashTable) sought = g_hash_table_new (g_int64_hash, g_int64_equal);
  GtkBitset *places = gtk_bitset_new_empty ();

  for (guint i = 0; i < self->ids->len; i++)
    g_hash_table_add (sought, &g_array_index (self->ids, gint64, i));
  for (guint i = 0; i < n_rows && gtk_bitset_get_size (places) < self->ids->len; i++)
    {
      const gint64 id = sel_list_model_get_id (self->model, i);

      if (g_hash_table_contains (sought, &id))
        gtk_bitset_add (places, i);
    }

  return places;
}

/* After the list was read anew: selects the records where they are now. */
void
sel_row_selection_find (SelRowSelection *self)
{
  if (self->ids->len == 1)
    sel_row_selection_select (self, sel_list_model_find (self->model,
                                                         g_array_index (self->ids, gint64, 0)));
  else if (self->ids->len <= MOST_SOUGHT)
    set_places (self, find_places (self));
  else
    set_places (self, gtk_bitset_new_empty ());
}
