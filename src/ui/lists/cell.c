/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/lists/cell.h"

#include <string.h>

#include "report/list-cell.h"

#define ITEM_KEY "sel-list-item"

const char *
sel_state_mark (const char *code)
{
  return sel_agreement_state_mark (code);
}

typedef struct
{
  const SelListColumn *column;
  guint position;
} Cell;

/* To set a tooltip asks the screen where the pointer is, which would take half of each frame while
 * a list scrolls: cells tell theirs only when they are asked. */
static gboolean
query_tooltip_cb (GtkInscription *inscription,
                  G_GNUC_UNUSED int x,
                  G_GNUC_UNUSED int y,
                  G_GNUC_UNUSED gboolean by_keyboard,
                  GtkTooltip *tooltip)
{
  const char *text = gtk_inscription_get_text (inscription);

  gtk_tooltip_set_text (tooltip, text);
  return text && strlen (text) > SEL_CELL_LEAST_CHARS / 2;
}

static void
setup_cb (G_GNUC_UNUSED GtkListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  const Cell *cell = user_data;
  GtkWidget *inscription = gtk_inscription_new (NULL);

  gtk_inscription_set_text_overflow (GTK_INSCRIPTION (inscription),
                                     GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  gtk_inscription_set_min_chars (GTK_INSCRIPTION (inscription),
                                 cell->column->width ? 4 : SEL_CELL_LEAST_CHARS);
  if (cell->column->kind == SEL_COLUMN_NUMBER)
    {
      gtk_inscription_set_xalign (GTK_INSCRIPTION (inscription), 1.0f);
      gtk_widget_add_css_class (inscription, "numeric");
    }
  if (cell->column->kind == SEL_COLUMN_TEXT && cell->column->sensitivity < SEL_PERSONAL)
    {
      gtk_widget_set_has_tooltip (inscription, TRUE);
      g_signal_connect (inscription, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
    }

  g_object_set_data (G_OBJECT (inscription), ITEM_KEY, item);
  gtk_list_item_set_child (item, inscription);
  /* The row is: in GTK 4.8 both would take a click, and one with Ctrl selects and unselects at once. */
  gtk_list_item_set_selectable (item, FALSE);
}

static void
bind_cb (G_GNUC_UNUSED GtkListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  const Cell *cell = user_data;
  GtkWidget *inscription = gtk_list_item_get_child (item);
  const char *text = sel_row_get_text (gtk_list_item_get_item (item), cell->position);
  g_autofree char *display = sel_list_cell_dup_display (cell->column, text, FALSE);

  gtk_inscription_set_text (GTK_INSCRIPTION (inscription), display);
  if (cell->column->kind == SEL_COLUMN_STATE)
    {
      const char *const classes[] = { "state", text, NULL };

      gtk_widget_set_css_classes (inscription, (const char **) classes);
    }
}

/* Makes the cells of one column of @query, whose rows are SelRow. */
GtkListItemFactory *
sel_cell_factory_new (const SelListQuery *query, guint column)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  Cell *cell = g_new0 (Cell, 1);

  cell->column = &query->columns[column];
  cell->position = column;
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), cell);
  g_signal_connect_data (factory, "bind", G_CALLBACK (bind_cb), cell,
                         (GClosureNotify) (GCallback) g_free, 0);
  return factory;
}

/* The place in the list of the row that @picked, as gtk_widget_pick() gave it, belongs to. */
gboolean
sel_cell_find_position (GtkWidget *picked, guint *position)
{
  GtkListItem *item = NULL;

  /* Beside the text, the cell around it is picked. */
  if (picked && !GTK_IS_INSCRIPTION (picked))
    picked = gtk_widget_get_first_child (picked);
  while (picked && !GTK_IS_INSCRIPTION (picked))
    picked = gtk_widget_get_first_child (picked);
  if (picked)
    item = g_object_get_data (G_OBJECT (picked), ITEM_KEY);
  if (item == NULL)
    return FALSE;

  *position = gtk_list_item_get_position (item);
  return *position != GTK_INVALID_LIST_POSITION;
}
