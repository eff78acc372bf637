/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/lists/filter-bar.h"

#include <stdlib.h>

#include <glib/gi18n-lib.h>

#include "store/title.h"
#include "ui/lists/saved-filters.h"

/* Records offered by a filter; more than that are found by their own list. */
#define MOST_OFFERED 500

struct _SelFilterBar
{
  GtkWidget parent_instance;

  SelListModel *model;
  GtkWidget *chips;
  GtkWidget *button;
  GtkWidget *content; /* of the popover */
  GtkWidget *grid;
  SelSavedFilters *saved;
  GtkWidget *drop_downs[SEL_MOST_FILTERS];
  GStrv values[SEL_MOST_FILTERS]; /* beside the labels of each drop-down; "" first, for any */
  gboolean is_setting;
};

G_DEFINE_FINAL_TYPE (SelFilterBar, sel_filter_bar, GTK_TYPE_WIDGET)

static const SelListFilter *
filter_at (SelFilterBar *self, guint filter)
{
  return &sel_list_model_get_query (self->model)->filters[filter];
}

static void
chip_clicked_cb (SelFilterBar *self, GtkButton *chip)
{
  guint filter = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (chip), "filter"));

  sel_filter_bar_set_filter (self, filter, NULL, NULL);
}

static void
add_chip (SelFilterBar *self, guint filter, const char *label)
{
  g_autofree char *text = g_strdup_printf ("%s: %s", _ (filter_at (self, filter)->label), label);
  g_autofree char *tooltip = g_strdup_printf (_ ("Remove the filter “%s”"), text);
  GtkWidget *chip = gtk_button_new ();
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *name = gtk_label_new (text);

  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (name), 40);
  gtk_box_append (GTK_BOX (content), name);
  gtk_box_append (GTK_BOX (content), gtk_image_new_from_icon_name ("window-close-symbolic"));
  gtk_button_set_child (GTK_BUTTON (chip), content);
  gtk_widget_add_css_class (chip, "pill-chip");
  gtk_widget_set_tooltip_text (chip, tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (chip), GTK_ACCESSIBLE_PROPERTY_LABEL, tooltip,
                                  -1);

  g_object_set_data (G_OBJECT (chip), "filter", GUINT_TO_POINTER (filter));
  g_object_set_data_full (G_OBJECT (chip), "label", g_strdup (label), g_free);
  g_signal_connect_object (chip, "clicked", G_CALLBACK (chip_clicked_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->chips), chip);
}

static void
remove_chip (SelFilterBar *self, guint filter)
{
  for (GtkWidget *chip = gtk_widget_get_first_child (self->chips); chip;
       chip = gtk_widget_get_next_sibling (chip))
    if (GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (chip), "filter")) == filter)
      {
        gtk_box_remove (GTK_BOX (self->chips), chip);
        return;
      }
}

static void
selected_cb (SelFilterBar *self, G_GNUC_UNUSED GParamSpec *pspec, GtkDropDown *drop_down)
{
  guint filter = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (drop_down), "filter"));
  guint selected = gtk_drop_down_get_selected (drop_down);
  GtkStringObject *item = gtk_drop_down_get_selected_item (drop_down);

  if (self->is_setting || item == NULL)
    return;

  if (selected == 0)
    sel_filter_bar_set_filter (self, filter, NULL, NULL);
  else
    sel_filter_bar_set_filter (self, filter, self->values[filter][selected],
                               gtk_string_object_get_string (item));
}

static void
append_choices (const SelChoice *choices, GtkStringList *labels, GStrvBuilder *values)
{
  for (; choices->code; choices++)
    {
      gtk_string_list_append (labels, sel_choice_label (choices));
      g_strv_builder_add (values, choices->code);
    }
}

static void
append_records (SelFilterBar *self,
                const SelRecordType *type,
                GtkStringList *labels,
                GStrvBuilder *values)
{
  g_autoptr (SelReading) reading = sel_reading_begin (sel_list_model_get_store (self->model), NULL);
  g_autoptr (GPtrArray) rows = NULL;

  if (reading)
    rows = sel_title_search (reading->connection, type, NULL, 0, "", MOST_OFFERED, NULL);

  for (guint i = 0; rows && i < rows->len; i++)
    {
      SelRow *row = g_ptr_array_index (rows, i);
      g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, sel_row_get_id (row));
      const char *also = sel_row_get_text (row, 1);
      g_autofree char *label =
        g_strconcat (sel_row_get_text (row, 0), *also ? " · " : "", also, NULL);

      gtk_string_list_append (labels, label);
      g_strv_builder_add (values, id);
    }
}

/* Registers reach back some twenty years; terms reach ahead. */
#define YEARS_BACK 20
#define YEARS_AHEAD 10

/* The years around this one, the latest first. */
static void
append_years (SelFilterBar *self, GtkStringList *labels, GStrvBuilder *values)
{
  const int this_year = atoi (sel_list_model_get_request (self->model)->today);

  for (int year = this_year + YEARS_AHEAD; year >= this_year - YEARS_BACK; year--)
    {
      g_autofree char *text = g_strdup_printf ("%d", year);

      gtk_string_list_append (labels, text);
      g_strv_builder_add (values, text);
    }
}

static void
fill (SelFilterBar *self, guint filter)
{
  const SelListFilter *about = filter_at (self, filter);
  const char *value = sel_list_model_get_filter (self->model, filter);
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);
  g_autoptr (GStrvBuilder) values = g_strv_builder_new ();
  guint selected = 0;

  gtk_string_list_append (labels, C_ ("filter", "Any"));
  g_strv_builder_add (values, "");
  if (about->years)
    append_years (self, labels, values);
  else if (about->choices)
    append_choices (about->choices, labels, values);
  else
    append_records (self, about->refers_to, labels, values);

  g_strfreev (self->values[filter]);
  self->values[filter] = g_strv_builder_end (values);
  for (guint i = 1; value && self->values[filter][i]; i++)
    if (g_str_equal (self->values[filter][i], value))
      selected = i;

  self->is_setting = TRUE;
  gtk_drop_down_set_model (GTK_DROP_DOWN (self->drop_downs[filter]), G_LIST_MODEL (labels));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->drop_downs[filter]), selected);
  self->is_setting = FALSE;
}

/* What can be chosen is read when the popover opens: it may have changed since. */
static void
popover_shown_cb (SelFilterBar *self)
{
  for (guint i = 0; i < sel_list_model_get_query (self->model)->n_filters; i++)
    fill (self, i);
  sel_saved_filters_update (self->saved);
}

static void
add_drop_down (SelFilterBar *self, guint filter)
{
  const char *text = _ (filter_at (self, filter)->label);
  GtkExpression *expression = gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string");
  GtkWidget *drop_down = gtk_drop_down_new (NULL, expression);
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "dim-label");
  gtk_drop_down_set_enable_search (GTK_DROP_DOWN (drop_down),
                                   filter_at (self, filter)->refers_to != NULL);
  gtk_widget_set_size_request (drop_down, 240, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (drop_down), GTK_ACCESSIBLE_PROPERTY_LABEL, text,
                                  -1);
  g_object_set_data (G_OBJECT (drop_down), "filter", GUINT_TO_POINTER (filter));
  g_signal_connect_object (drop_down, "notify::selected", G_CALLBACK (selected_cb), self,
                           G_CONNECT_SWAPPED);

  gtk_grid_attach (GTK_GRID (self->grid), label, 0, (int) filter, 1, 1);
  gtk_grid_attach (GTK_GRID (self->grid), drop_down, 1, (int) filter, 1, 1);
  self->drop_downs[filter] = drop_down;
}

static void
sel_filter_bar_dispose (GObject *object)
{
  SelFilterBar *self = SEL_FILTER_BAR (object);

  g_clear_pointer (&self->chips, gtk_widget_unparent);
  g_clear_object (&self->button);
  g_clear_object (&self->model);
  for (guint i = 0; i < SEL_MOST_FILTERS; i++)
    g_clear_pointer (&self->values[i], g_strfreev);

  G_OBJECT_CLASS (sel_filter_bar_parent_class)->dispose (object);
}

static void
sel_filter_bar_class_init (SelFilterBarClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sel_filter_bar_dispose;

  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
sel_filter_bar_init (SelFilterBar *self)
{
  GtkWidget *popover = gtk_popover_new ();

  self->chips = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_widget_set_parent (self->chips, GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);

  self->grid = gtk_grid_new ();
  gtk_grid_set_row_spacing (GTK_GRID (self->grid), 6);
  gtk_grid_set_column_spacing (GTK_GRID (self->grid), 12);
  self->content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  gtk_box_append (GTK_BOX (self->content), self->grid);
  gtk_popover_set_child (GTK_POPOVER (popover), self->content);
  gtk_widget_add_css_class (popover, "filter-popover");
  g_signal_connect_object (popover, "show", G_CALLBACK (popover_shown_cb), self, G_CONNECT_SWAPPED);

  self->button = g_object_ref_sink (gtk_menu_button_new ());
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (self->button), "selaras-filter-symbolic");
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (self->button), popover);
  gtk_widget_set_tooltip_text (self->button, _ ("Filter"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Filter"), -1);
}

/* What the chip calls @value. Free with g_free(). */
static char *
dup_label (SelFilterBar *self, guint filter, const char *value)
{
  const SelListFilter *about = filter_at (self, filter);
  g_autoptr (SelReading) reading = NULL;
  char *label = NULL;

  for (const SelChoice *choice = about->choices; choice && choice->code; choice++)
    if (g_str_equal (choice->code, value))
      return g_strdup (sel_choice_label (choice));

  if (about->refers_to &&
      (reading = sel_reading_begin (sel_list_model_get_store (self->model), NULL)))
    label = sel_title_dup (reading->connection, about->refers_to,
                           g_ascii_strtoll (value, NULL, 10), NULL);
  return label ? label : g_strdup (value);
}

/* Sets what was kept under a name, and nothing else. */
static void
saved_chosen_cb (GVariant *values, gpointer user_data)
{
  SelFilterBar *self = user_data;
  const SelListQuery *query = sel_list_model_get_query (self->model);

  for (guint i = 0; i < query->n_filters; i++)
    {
      g_autofree char *label = NULL;
      const char *value = NULL;

      if (g_variant_lookup (values, query->filters[i].name, "&s", &value))
        label = dup_label (self, i, value);
      sel_filter_bar_set_filter (self, i, value, label);
    }
  gtk_menu_button_popdown (GTK_MENU_BUTTON (self->button));
}

/* @settings keep the filters that get a name. */
void
sel_filter_bar_set_model (SelFilterBar *self, SelListModel *model, GSettings *settings)
{
  g_return_if_fail (self->model == NULL);

  self->model = g_object_ref (model);
  self->saved =
    SEL_SAVED_FILTERS (sel_saved_filters_new (model, settings, saved_chosen_cb, self));
  gtk_box_append (GTK_BOX (self->content), GTK_WIDGET (self->saved));
  for (guint i = 0; i < sel_list_model_get_query (model)->n_filters; i++)
    add_drop_down (self, i);
  gtk_widget_set_visible (self->button, sel_list_model_get_query (model)->n_filters > 0);
}

/* Lets only rows with @value through, which the chip calls @label; NULL lets all through. */
void
sel_filter_bar_set_filter (SelFilterBar *self, guint filter, const char *value, const char *label)
{
  remove_chip (self, filter);
  if (value)
    add_chip (self, filter, label);
  else if (self->drop_downs[filter])
    {
      self->is_setting = TRUE;
      gtk_drop_down_set_selected (GTK_DROP_DOWN (self->drop_downs[filter]), 0);
      self->is_setting = FALSE;
    }

  gtk_widget_set_visible (GTK_WIDGET (self), gtk_widget_get_first_child (self->chips) != NULL);
  sel_list_model_set_filter (self->model, filter, value);
  sel_saved_filters_update (self->saved);
}

void
sel_filter_bar_clear (SelFilterBar *self)
{
  for (guint i = 0; i < sel_list_model_get_query (self->model)->n_filters; i++)
    sel_filter_bar_set_filter (self, i, NULL, NULL);
}

/* The button that opens the filters, for whoever arranges the bar. Lent. */
GtkWidget *
sel_filter_bar_get_button (SelFilterBar *self)
{
  return self->button;
}
