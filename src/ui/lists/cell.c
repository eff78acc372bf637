/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/lists/cell.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "domain/region.h"

#define ITEM_KEY "sel-list-item"

/* Of the column that takes the room that is left. */
#define LEAST_CHARS 24

static const SelChoice *
find_choice (const SelChoice *choices, const char *code)
{
  for (; choices->code; choices++)
    if (g_str_equal (choices->code, code))
      return choices;

  return NULL;
}

static char *
dup_choice (const SelListColumn *column, const char *code)
{
  const SelChoice *choice = find_choice (column->choices, code);

  return g_strdup (choice ? sel_choice_label (choice) : code);
}

const char *
sel_state_mark (const char *code)
{
  return sel_agreement_state_mark (code);
}

static char *
dup_date (const char *text)
{
  g_autoptr (GDateTime) date = NULL;
  int year, month, day;

  if (sscanf (text, "%d-%d-%d", &year, &month, &day) != 3)
    return g_strdup (text);

  date = g_date_time_new_utc (year, month, day, 0, 0, 0);
  /* Translators: a date in a list, short: "11 Oct 2025" */
  return date ? g_date_time_format (date, _ ("%-d %b %Y")) : g_strdup (text);
}

static char *
dup_instant (const char *text)
{
  g_autoptr (GDateTime) instant = g_date_time_new_from_iso8601 (text, NULL);

  return instant ? sel_instant_dup_display (instant) : g_strdup (text);
}

/* What a person reads for @text, the stable form of a cell of @column. Free with g_free(). */
char *
sel_cell_dup_display (const SelListColumn *column, const char *text)
{
  g_autofree char *label = NULL;

  if (*text == '\0')
    return g_strdup ("");

  if (column->sensitivity >= SEL_PERSONAL)
    return sel_text_dup_masked (text);

  switch (column->kind)
    {
    case SEL_COLUMN_DATE:
      return dup_date (text);
    case SEL_COLUMN_INSTANT:
      return dup_instant (text);
    case SEL_COLUMN_NUMBER:
      return sel_number_dup_display (g_ascii_strtod (text, NULL));
    case SEL_COLUMN_CHOICE:
      return dup_choice (column, text);
    case SEL_COLUMN_STATE:
      label = dup_choice (column, text);
      return g_strdup_printf ("%s %s", sel_state_mark (text), label);
    case SEL_COLUMN_REGION:
      return g_strdup (sel_region_name (text) ? sel_region_name (text) : text);
    case SEL_COLUMN_TEXT:
    default:
      return g_strdup (text);
    }
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
  return text && strlen (text) > LEAST_CHARS / 2;
}

static void
setup_cb (G_GNUC_UNUSED GtkListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  const Cell *cell = user_data;
  GtkWidget *inscription = gtk_inscription_new (NULL);

  gtk_inscription_set_text_overflow (GTK_INSCRIPTION (inscription),
                                     GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  gtk_inscription_set_min_chars (GTK_INSCRIPTION (inscription),
                                 cell->column->width ? 4 : LEAST_CHARS);
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
  g_autofree char *display = sel_cell_dup_display (cell->column, text);

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
