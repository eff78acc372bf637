/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/lists/saved-filters.h"

#include <glib/gi18n-lib.h>

/* In the preferences: the list, the name that a person gave, and the values by the filters' names. */
#define KEY "saved-filters"
#define KIND "a(ssa{ss})"

struct _SelSavedFilters
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkWidget *rows;
  GtkWidget *naming; /* the entry and its button */
  GtkWidget *entry;

  SelListModel *model;
  GSettings *settings;
  SelFiltersFunc chosen;
  gpointer user_data;
};

G_DEFINE_FINAL_TYPE (SelSavedFilters, sel_saved_filters, GTK_TYPE_WIDGET)

static const char *
get_list (SelSavedFilters *self)
{
  return sel_list_model_get_query (self->model)->name;
}

/* What is set just now; none is set where it is empty. Floating. */
static GVariant *
make_values (SelSavedFilters *self)
{
  const SelListQuery *query = sel_list_model_get_query (self->model);
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a{ss}"));
  for (guint i = 0; i < query->n_filters; i++)
    if (sel_list_model_get_filter (self->model, i))
      g_variant_builder_add (&builder, "{ss}", query->filters[i].name,
                             sel_list_model_get_filter (self->model, i));
  return g_variant_builder_end (&builder);
}

/* Keeps all but the one of this list called @name, and @values (nullable, floating) under that name. */
static void
keep (SelSavedFilters *self, const char *name, GVariant *values)
{
  g_autoptr (GVariant) kept = g_settings_get_value (self->settings, KEY);
  GVariantBuilder builder;
  GVariantIter iter;
  GVariant *one;

  g_variant_builder_init (&builder, G_VARIANT_TYPE (KIND));
  g_variant_iter_init (&iter, kept);
  while ((one = g_variant_iter_next_value (&iter)))
    {
      const char *list, *called;

      g_variant_get_child (one, 0, "&s", &list);
      g_variant_get_child (one, 1, "&s", &called);
      if (!g_str_equal (list, get_list (self)) || !g_str_equal (called, name))
        g_variant_builder_add_value (&builder, one);
      g_variant_unref (one);
    }
  if (values)
    g_variant_builder_add (&builder, "(ss@a{ss})", get_list (self), name, values);
  g_settings_set_value (self->settings, KEY, g_variant_builder_end (&builder));
  sel_saved_filters_update (self);
}

static void
choose_cb (SelSavedFilters *self, GtkWidget *button)
{
  /* The button may go while they are set one by one. */
  g_autoptr (GVariant) values = g_variant_ref (g_object_get_data (G_OBJECT (button), "values"));

  self->chosen (values, self->user_data);
}

static void
forget_cb (SelSavedFilters *self, GtkWidget *button)
{
  g_autofree char *name = g_strdup (g_object_get_data (G_OBJECT (button), "name"));

  keep (self, name, NULL);
}

static void
save_cb (SelSavedFilters *self)
{
  g_autofree char *name =
    g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))));

  if (*name == '\0')
    return;

  keep (self, name, make_values (self));
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
}

static void
append (SelSavedFilters *self, const char *name, GVariant *values)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *choose = gtk_button_new_with_label (name);
  GtkWidget *forget = gtk_button_new_from_icon_name ("user-trash-symbolic");
  g_autofree char *verb = g_strdup_printf (_ ("Forget the filter “%s”"), name);

  gtk_label_set_xalign (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (choose))), 0);
  gtk_widget_set_hexpand (choose, TRUE);
  gtk_widget_add_css_class (choose, "flat");
  gtk_widget_add_css_class (forget, "flat");
  gtk_widget_set_tooltip_text (forget, verb);
  gtk_accessible_update_property (GTK_ACCESSIBLE (forget), GTK_ACCESSIBLE_PROPERTY_LABEL, verb, -1);
  g_object_set_data_full (G_OBJECT (choose), "values", g_variant_ref (values),
                          (GDestroyNotify) g_variant_unref);
  g_object_set_data_full (G_OBJECT (forget), "name", g_strdup (name), g_free);
  g_signal_connect_object (choose, "clicked", G_CALLBACK (choose_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (forget, "clicked", G_CALLBACK (forget_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (row), choose);
  gtk_box_append (GTK_BOX (row), forget);
  gtk_box_append (GTK_BOX (self->rows), row);
}

/* Shows those that there are, and asks for a name when some are set. */
void
sel_saved_filters_update (SelSavedFilters *self)
{
  g_autoptr (GVariant) kept = g_settings_get_value (self->settings, KEY);
  g_autoptr (GVariant) values = g_variant_ref_sink (make_values (self));
  GVariantIter iter;
  GVariant *of_one;
  const char *list, *name;
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (self->rows)))
    gtk_box_remove (GTK_BOX (self->rows), row);

  g_variant_iter_init (&iter, kept);
  while (g_variant_iter_loop (&iter, "(&s&s@a{ss})", &list, &name, &of_one))
    if (g_str_equal (list, get_list (self)))
      append (self, name, of_one);
  gtk_widget_set_visible (self->naming, g_variant_n_children (values) > 0);
  gtk_widget_set_visible (GTK_WIDGET (self), g_variant_n_children (values) > 0 ||
                                               gtk_widget_get_first_child (self->rows));
}

static void
sel_saved_filters_dispose (GObject *object)
{
  SelSavedFilters *self = SEL_SAVED_FILTERS (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->model);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (sel_saved_filters_parent_class)->dispose (object);
}

static void
sel_saved_filters_class_init (SelSavedFiltersClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sel_saved_filters_dispose;

  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
sel_saved_filters_init (SelSavedFilters *self)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("_Keep"));

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  self->rows = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->naming = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  self->entry = gtk_entry_new ();
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  gtk_box_append (GTK_BOX (self->box), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  gtk_box_append (GTK_BOX (self->box), self->rows);
  gtk_box_append (GTK_BOX (self->box), self->naming);
  gtk_box_append (GTK_BOX (self->naming), self->entry);
  gtk_box_append (GTK_BOX (self->naming), button);
  gtk_widget_set_hexpand (self->entry, TRUE);
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->entry), _ ("Keep this filter as…"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Name of the filter"), -1);
  g_signal_connect_object (self->entry, "activate", G_CALLBACK (save_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (button, "clicked", G_CALLBACK (save_cb), self, G_CONNECT_SWAPPED);
}

/* @user_data outlives it. */
GtkWidget *
sel_saved_filters_new (SelListModel *model,
                       GSettings *settings,
                       SelFiltersFunc chosen,
                       gpointer user_data)
{
  SelSavedFilters *self = g_object_new (SEL_TYPE_SAVED_FILTERS, NULL);

  self->model = g_object_ref (model);
  self->settings = g_object_ref (settings);
  self->chosen = chosen;
  self->user_data = user_data;
  return GTK_WIDGET (self);
}
