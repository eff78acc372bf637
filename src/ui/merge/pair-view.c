/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/merge/pair-view.h"

#include <glib/gi18n-lib.h>

#include "ui/text-label.h"

/* What fits side by side at the least width of the window; more is wrapped, and less than that is
 * wide where the letters are large. */
#define LABEL_CHARACTERS 18
#define VALUE_CHARACTERS 28
#define LEAST_VALUE_CHARACTERS 10

enum
{
  COLUMN_LABEL,
  COLUMN_MARK,
  COLUMN_LEFT,
  COLUMN_RIGHT,
};

/* A field of which at least one side says something. */
typedef struct
{
  const SelField *field;
  char *left;
  char *right;
  GtkWidget *left_value; /* a label, or a check button with one */
  GtkWidget *right_value;
} Line;

struct _SelPairView
{
  GtkWidget parent_instance;

  GtkWidget *scroller;
  GtkGrid *grid;

  const SelRecordType *type;
  GArray *lines; /* of Line */
  gboolean is_revealed;
};

G_DEFINE_FINAL_TYPE (SelPairView, sel_pair_view, GTK_TYPE_WIDGET)

static void
clear_line (gpointer data)
{
  Line *line = data;

  g_free (line->left);
  g_free (line->right);
}

static void
sel_pair_view_dispose (GObject *object)
{
  SelPairView *self = SEL_PAIR_VIEW (object);

  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_pointer (&self->lines, g_array_unref);

  G_OBJECT_CLASS (sel_pair_view_parent_class)->dispose (object);
}

static void
sel_pair_view_class_init (SelPairViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sel_pair_view_dispose;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/selaras/Selaras/ui/merge/pair-view.ui");
  gtk_widget_class_bind_template_child (widget_class, SelPairView, scroller);
  gtk_widget_class_bind_template_child (widget_class, SelPairView, grid);
}

static void
sel_pair_view_init (SelPairView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->lines = g_array_new (FALSE, TRUE, sizeof (Line));
  g_array_set_clear_func (self->lines, clear_line);
}

/* What a person reads for the text of @field. */
static char *
dup_display (const SelRecordType *type, const SelField *field, const char *text)
{
  gpointer record;
  char *display = NULL;

  if (text == NULL || field->kind == SEL_FIELD_REFERENCE)
    return g_strdup (text);

  record = sel_record_new (type);
  if (sel_field_set_text (field, record, text, NULL))
    display = sel_field_dup_display (field, record);
  sel_record_free (type, record);
  return display ? display : g_strdup (text);
}

static char *
dup_shown (SelPairView *self, const Line *line, const char *text)
{
  g_autofree char *display = dup_display (self->type, line->field, text);

  if (display == NULL)
    return g_strdup ("–");
  if (self->is_revealed || line->field->sensitivity < SEL_PERSONAL)
    return g_steal_pointer (&display);

  return sel_text_dup_masked (display);
}

/* The label of a value, which may stand in a check button. */
static GtkLabel *
label_of (GtkWidget *value)
{
  return GTK_LABEL (GTK_IS_CHECK_BUTTON (value)
                      ? gtk_check_button_get_child (GTK_CHECK_BUTTON (value))
                      : value);
}

static GtkWidget *
new_value (gboolean can_choose)
{
  GtkWidget *label = sel_text_label_new (NULL, NULL);
  GtkWidget *button;

  gtk_widget_set_hexpand (label, TRUE);
  gtk_label_set_selectable (GTK_LABEL (label), !can_choose);
  gtk_label_set_width_chars (GTK_LABEL (label), LEAST_VALUE_CHARACTERS);
  gtk_label_set_max_width_chars (GTK_LABEL (label), VALUE_CHARACTERS);
  if (!can_choose)
    return label;

  button = gtk_check_button_new ();
  gtk_widget_set_hexpand (button, TRUE);
  gtk_check_button_set_child (GTK_CHECK_BUTTON (button), label);
  return button;
}

static void
add_heading (SelPairView *self, const SelPairShown *shown)
{
  GtkWidget *left = sel_text_label_new (shown->left_heading, "heading");
  GtkWidget *right = sel_text_label_new (shown->right_heading, "heading");

  gtk_grid_attach (self->grid, left, COLUMN_LEFT, 0, 1, 1);
  gtk_grid_attach (self->grid, right, COLUMN_RIGHT, 0, 1, 1);
}

static void
mark_difference (SelPairView *self, GtkWidget *name, int row)
{
  GtkWidget *mark = sel_text_label_new ("≠", "accent");

  gtk_widget_set_tooltip_text (mark, C_ ("pair", "They differ"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (mark), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  C_ ("pair", "They differ"), -1);
  gtk_widget_add_css_class (name, "heading");
  gtk_grid_attach (self->grid, mark, COLUMN_MARK, row, 1, 1);
}

/* Two of a check button's kind: one of them stands. What is said stands over what is not. */
static void
join_values (const Line *line)
{
  gboolean takes_right = line->left == NULL;

  gtk_check_button_set_group (GTK_CHECK_BUTTON (line->right_value),
                              GTK_CHECK_BUTTON (line->left_value));
  gtk_check_button_set_active (
    GTK_CHECK_BUTTON (takes_right ? line->right_value : line->left_value), TRUE);
}

static void
name_value (GtkWidget *value, const Line *line, const char *heading)
{
  g_autofree char *name = g_strdup_printf ("%s, %s", sel_field_label (line->field), heading);

  gtk_accessible_update_property (GTK_ACCESSIBLE (value), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
update_texts (SelPairView *self)
{
  for (guint i = 0; i < self->lines->len; i++)
    {
      const Line *line = &g_array_index (self->lines, Line, i);
      g_autofree char *left = dup_shown (self, line, line->left);
      g_autofree char *right = dup_shown (self, line, line->right);

      gtk_label_set_text (label_of (line->left_value), left);
      gtk_label_set_text (label_of (line->right_value), right);
    }
}

static void
add_line (SelPairView *self, const SelPairShown *shown, guint index)
{
  gboolean is_different = g_strcmp0 (shown->left[index], shown->right[index]) != 0;
  gboolean can_choose = shown->can_choose && is_different;
  Line line = { &shown->type->fields[index], g_strdup (shown->left[index]),
                g_strdup (shown->right[index]), new_value (can_choose), new_value (can_choose) };
  GtkWidget *name = sel_text_label_new (sel_field_label (line.field),
                                        is_different ? NULL : "dim-label");
  int row = (int) self->lines->len + 1;

  gtk_label_set_width_chars (GTK_LABEL (name), LABEL_CHARACTERS);
  gtk_widget_set_valign (name, GTK_ALIGN_CENTER);
  gtk_grid_attach (self->grid, name, COLUMN_LABEL, row, 1, 1);
  gtk_grid_attach (self->grid, line.left_value, COLUMN_LEFT, row, 1, 1);
  gtk_grid_attach (self->grid, line.right_value, COLUMN_RIGHT, row, 1, 1);
  if (is_different)
    mark_difference (self, name, row);
  if (can_choose)
    {
      join_values (&line);
      name_value (line.left_value, &line, shown->left_heading);
      name_value (line.right_value, &line, shown->right_heading);
    }
  g_array_append_val (self->lines, line);
}

/* Shows two records, masked again. */
void
sel_pair_view_show (SelPairView *self, const SelPairShown *shown)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->grid))))
    gtk_grid_remove (self->grid, child);
  g_array_set_size (self->lines, 0);

  self->type = shown->type;
  self->is_revealed = FALSE;
  add_heading (self, shown);
  for (guint i = 0; i < shown->type->n_fields; i++)
    if (shown->left[i] || shown->right[i])
      add_line (self, shown, i);
  update_texts (self);
}

/* Whether what is personal is shown as it is. */
void
sel_pair_view_set_revealed (SelPairView *self, gboolean is_revealed)
{
  self->is_revealed = is_revealed;
  update_texts (self);
}

/* Whether the value on the right is to stand in the field, whose place in the table is @field. */
gboolean
sel_pair_view_takes_right (SelPairView *self, guint field)
{
  for (guint i = 0; i < self->lines->len; i++)
    {
      const Line *line = &g_array_index (self->lines, Line, i);

      if (line->field == &self->type->fields[field])
        return GTK_IS_CHECK_BUTTON (line->right_value) &&
               gtk_check_button_get_active (GTK_CHECK_BUTTON (line->right_value));
    }

  return FALSE;
}
