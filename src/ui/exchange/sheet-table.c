/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/exchange/sheet-table.h"

#include <glib/gi18n-lib.h>

#include "ui/exchange/sheet-cell.h"

/* As many as a person looks through; the dry run looks at all rows. A wider table shows its first
 * columns. */
#define MOST_ROWS 10
#define MOST_COLUMNS 60

struct _SelSheetTable
{
  GtkWidget parent_instance;

  GtkWidget *scroller;
  GtkBox *box;
  GPtrArray *columns; /* of Column */

  SelRosterLook *look; /* borrowed */
  gboolean reveals;
  gboolean is_setting;
  guint n_wrong;
  char *first_wrong; /* a sentence on the first cell that cannot be read */
};

G_DEFINE_FINAL_TYPE (SelSheetTable, sel_sheet_table, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

typedef struct
{
  guint cell;
  GtkSizeGroup *width;
  GtkDropDown *field; /* lent by the box, as the labels are; NULL while there is no header */
  GPtrArray *labels;  /* of GtkWidget, one for each row that is shown */
} Column;

static void
column_free (gpointer data)
{
  Column *column = data;

  g_object_unref (column->width);
  g_ptr_array_unref (column->labels);
  g_free (column);
}

/* NULL as long as there is none. */
static const SelLookRow *
header_of (SelSheetTable *self)
{
  return self->look->header < self->look->rows->len
           ? g_ptr_array_index (self->look->rows, self->look->header)
           : NULL;
}

/* The rows that are shown: those below the header, or else all, among which one may be found. */
static const SelLookRow *
row_at (SelSheetTable *self, guint place)
{
  return g_ptr_array_index (self->look->rows,
                            header_of (self) ? self->look->header + 1 + place : place);
}

static guint
count_rows (SelSheetTable *self)
{
  const guint n = self->look->rows->len;

  return MIN (header_of (self) ? n - self->look->header - 1 : n, MOST_ROWS);
}

static guint
count_columns (SelSheetTable *self)
{
  guint n = header_of (self) ? header_of (self)->n_cells : 0;

  for (guint i = 0; header_of (self) == NULL && i < count_rows (self); i++)
    n = MAX (n, row_at (self, i)->n_cells);
  return MIN (n, MOST_COLUMNS);
}

/* The field that the column of the table is; NULL when it is not used. */
static const SelRosterColumn *
field_of (SelSheetTable *self, guint cell)
{
  const SelRosterColumn *field;

  for (guint i = 0; (field = sel_roster_column_at (self->look->mapping->kind, i)); i++)
    if (sel_roster_look_find_column (self->look, field) == (int) cell)
      return field;

  return NULL;
}

static void
note_wrong (SelSheetTable *self, guint cell, guint row, const char *reason)
{
  if (self->n_wrong++ == 0)
    /* Translators: the number of a row, what its column is called, and why it cannot be read */
    self->first_wrong = g_strdup_printf (_ ("Row %u, “%s”: %s"), row,
                                         header_of (self)->cells[cell].text, reason);
}

static void
show_cell (SelSheetTable *self, const Column *column, const SelRosterColumn *field, guint place)
{
  const SelLookRow *row = row_at (self, place);
  g_autofree char *reason = NULL;
  g_autofree char *text =
    sel_sheet_cell_dup_display (self->look, row, column->cell, field, self->reveals, &reason);
  GtkWidget *label = g_ptr_array_index (column->labels, place);

  gtk_label_set_text (GTK_LABEL (label), text);
  gtk_widget_set_tooltip_text (label, reason);
  gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  reason ? reason : "", -1);
  if (reason)
    gtk_widget_add_css_class (label, "wrong");
  else
    gtk_widget_remove_css_class (label, "wrong");
  if (field)
    gtk_widget_remove_css_class (label, "dim-label");
  else
    gtk_widget_add_css_class (label, "dim-label");

  if (reason)
    note_wrong (self, column->cell, row->number, reason);
}

/* Shows what the mapping says by now. The widgets stay, and with them the focus. */
static void
refresh (SelSheetTable *self)
{
  self->n_wrong = 0;
  g_clear_pointer (&self->first_wrong, g_free);
  self->is_setting = TRUE;
  for (guint i = 0; i < self->columns->len; i++)
    {
      const Column *column = g_ptr_array_index (self->columns, i);
      const SelRosterColumn *field = field_of (self, column->cell);
      guint selected = 0;

      for (guint j = 0; field && sel_roster_column_at (self->look->mapping->kind, j); j++)
        if (sel_roster_column_at (self->look->mapping->kind, j) == field)
          selected = j + 1;
      if (column->field)
        gtk_drop_down_set_selected (column->field, selected);
      for (guint j = 0; j < column->labels->len; j++)
        show_cell (self, column, field, j);
    }
  self->is_setting = FALSE;
}

/* A field is one column, and a column one field. */
static void
field_chosen_cb (GtkDropDown *drop_down, G_GNUC_UNUSED GParamSpec *pspec, SelSheetTable *self)
{
  const guint cell = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (drop_down), "cell"));
  const guint selected = gtk_drop_down_get_selected (drop_down);
  SelMapping *mapping = self->look->mapping;
  const SelRosterColumn *field;

  if (self->is_setting)
    return;

  while ((field = field_of (self, cell)))
    sel_mapping_set_header (mapping, field, NULL);
  if (selected > 0)
    sel_mapping_set_header (mapping, sel_roster_column_at (mapping->kind, selected - 1),
                            header_of (self)->cells[cell].text);
  refresh (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static GtkStringList *
list_fields (SelRosterKind kind)
{
  GtkStringList *names = gtk_string_list_new (NULL);
  const SelRosterColumn *field;

  /* Translators: a column of a table that is not taken in */
  gtk_string_list_append (names, _ ("Not used"));
  for (guint i = 0; (field = sel_roster_column_at (kind, i)); i++)
    gtk_string_list_append (names, sel_roster_column_header (field));
  return names;
}

/* Why the column cannot be used; NULL when it can. */
static const char *
find_obstacle (SelSheetTable *self, guint cell)
{
  const char *text = header_of (self)->cells[cell].text;
  g_autofree char *key = text ? sel_roster_dup_key (text) : NULL;

  if (key == NULL || *key == '\0')
    return _ ("The column has no name in the file, so it cannot be used.");
  if (sel_roster_find_cell (header_of (self), text) != (int) cell)
    return _ ("Another column has the same name, so this one cannot be used.");
  return NULL;
}

static GtkWidget *
add_drop_down (SelSheetTable *self, Column *column, GtkStringList *fields)
{
  const char *text = header_of (self)->cells[column->cell].text;
  const char *obstacle = find_obstacle (self, column->cell);
  /* Translators: the name of a drop-down list above a column of a table; %s is the column */
  g_autofree char *name = g_strdup_printf (_ ("Field of “%s”"), text ? text : "");
  GtkWidget *drop_down = gtk_drop_down_new (g_object_ref (G_LIST_MODEL (fields)), NULL);

  g_object_set_data (G_OBJECT (drop_down), "cell", GUINT_TO_POINTER (column->cell));
  gtk_widget_set_sensitive (drop_down, obstacle == NULL);
  gtk_widget_set_tooltip_text (drop_down, obstacle);
  gtk_accessible_update_property (GTK_ACCESSIBLE (drop_down), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
  g_signal_connect_object (drop_down, "notify::selected", G_CALLBACK (field_chosen_cb), self, 0);
  column->field = GTK_DROP_DOWN (drop_down);
  return drop_down;
}

static GtkWidget *
new_label (GtkAccessibleRole role, const char *text)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "accessible-role", role, "label", text,
                                   "xalign", 0.0, "ellipsize", PANGO_ELLIPSIZE_END,
                                   "max-width-chars", 28, NULL);

  return label;
}

static GtkWidget *
add_row (SelSheetTable *self, const char *number)
{
  GtkWidget *row = g_object_new (GTK_TYPE_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_ROW, NULL);
  GtkWidget *label = new_label (GTK_ACCESSIBLE_ROLE_ROW_HEADER, number);

  gtk_label_set_width_chars (GTK_LABEL (label), 4);
  gtk_widget_add_css_class (label, "sheet-cell");
  gtk_label_set_xalign (GTK_LABEL (label), 1);
  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_add_css_class (label, "numeric");
  gtk_box_append (GTK_BOX (row), label);
  gtk_box_append (self->box, row);
  return row;
}

static void
add_column (SelSheetTable *self, guint cell, GtkWidget *names, GtkStringList *fields)
{
  const char *text = header_of (self) ? header_of (self)->cells[cell].text : NULL;
  Column *column = g_new0 (Column, 1);
  GtkWidget *head = g_object_new (GTK_TYPE_BOX, "accessible-role",
                                  GTK_ACCESSIBLE_ROLE_COLUMN_HEADER, "orientation",
                                  GTK_ORIENTATION_VERTICAL, "spacing", 3, NULL);
  GtkWidget *name = new_label (GTK_ACCESSIBLE_ROLE_LABEL, text ? text : "");

  column->cell = cell;
  column->width = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);
  column->labels = g_ptr_array_new ();
  g_ptr_array_add (self->columns, column);

  gtk_widget_add_css_class (head, "sheet-head");
  gtk_widget_add_css_class (name, "heading");
  gtk_widget_set_tooltip_text (name, text);
  gtk_box_append (GTK_BOX (head), name);
  if (header_of (self))
    gtk_box_append (GTK_BOX (head), add_drop_down (self, column, fields));
  gtk_size_group_add_widget (column->width, head);
  gtk_box_append (GTK_BOX (names), head);
}

static void
add_cells (SelSheetTable *self, guint place)
{
  g_autofree char *number = g_strdup_printf ("%u", row_at (self, place)->number);
  GtkWidget *line = add_row (self, number);

  for (guint i = 0; i < self->columns->len; i++)
    {
      Column *column = g_ptr_array_index (self->columns, i);
      GtkWidget *label = new_label (GTK_ACCESSIBLE_ROLE_CELL, "");

      gtk_widget_add_css_class (label, "sheet-cell");
      gtk_size_group_add_widget (column->width, label);
      g_ptr_array_add (column->labels, label);
      gtk_box_append (GTK_BOX (line), label);
    }
}

static void
clear (SelSheetTable *self)
{
  GtkWidget *child;

  g_ptr_array_set_size (self->columns, 0);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->box))))
    gtk_box_remove (self->box, child);
}

/* Shows the rows below the header of @look, which lives until another is shown. What is chosen goes
 * into its mapping. */
void
sel_sheet_table_show (SelSheetTable *self, SelRosterLook *look)
{
  g_autoptr (GtkStringList) fields = list_fields (look->mapping->kind);
  GtkWidget *names;

  self->look = look;
  clear (self);
  names = add_row (self, "");
  for (guint i = 0; i < count_columns (self); i++)
    add_column (self, i, names, fields);
  for (guint i = 0; i < count_rows (self); i++)
    add_cells (self, i);
  refresh (self);
}

/* Shows personal values, or masks them again. */
void
sel_sheet_table_reveal (SelSheetTable *self, gboolean reveals)
{
  self->reveals = reveals;
  refresh (self);
}

/* Returns: (transfer full) (nullable): how many of the cells that are shown cannot be read, why the
 *   first cannot, and whether there are more columns; NULL when all is well */
char *
sel_sheet_table_dup_remark (SelSheetTable *self)
{
  const guint n_columns = header_of (self) ? header_of (self)->n_cells : 0;
  g_autoptr (GString) remark = g_string_new (NULL);

  if (self->n_wrong)
    {
      g_string_append_printf (remark,
                              ngettext ("%u of these cells cannot be read.",
                                        "%u of these cells cannot be read.", self->n_wrong),
                              self->n_wrong);
      g_string_append_printf (remark, " %s", self->first_wrong);
    }
  if (n_columns > MOST_COLUMNS)
    {
      g_string_append (remark, remark->len ? "\n" : "");
      g_string_append_printf (remark, _ ("Only the first %d of the %u columns are shown."),
                              MOST_COLUMNS, n_columns);
    }

  return remark->len ? g_strdup (remark->str) : NULL;
}

static void
sel_sheet_table_dispose (GObject *object)
{
  SelSheetTable *self = SEL_SHEET_TABLE (object);

  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_pointer (&self->columns, g_ptr_array_unref);
  g_clear_pointer (&self->first_wrong, g_free);

  G_OBJECT_CLASS (sel_sheet_table_parent_class)->dispose (object);
}

static void
sel_sheet_table_class_init (SelSheetTableClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sel_sheet_table_dispose;

  /* The user chose another field for a column. */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", SEL_TYPE_SHEET_TABLE, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/selaras/Selaras/ui/exchange/sheet-table.ui");
  gtk_widget_class_bind_template_child (widget_class, SelSheetTable, scroller);
  gtk_widget_class_bind_template_child (widget_class, SelSheetTable, box);
}

static void
sel_sheet_table_init (SelSheetTable *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->columns = g_ptr_array_new_with_free_func (column_free);
}
