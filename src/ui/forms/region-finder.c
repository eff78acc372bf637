/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/forms/region-finder.h"

#include <glib/gi18n-lib.h>

#include "domain/region.h"

#define MOST_FOUND 8
#define CODE_KEY "sel-code" /* of a button: that of its region */

typedef struct
{
  GtkWidget *row; /* borrowed, as the rest: it has the button */
  GtkWidget *popover;
  GtkBox *found;
  GtkLabel *name; /* of the region whose code is typed */
} Finder;

static void
chosen_cb (Finder *self, GtkWidget *button)
{
  gtk_editable_set_text (GTK_EDITABLE (self->row),
                         g_object_get_data (G_OBJECT (button), CODE_KEY));
  gtk_popover_popdown (GTK_POPOVER (self->popover));
  gtk_widget_grab_focus (self->row);
}

static void
add_found (Finder *self, const char *code)
{
  g_autofree char *name = sel_region_dup_full_name (code);
  GtkWidget *button = gtk_button_new_with_label (name);
  GtkWidget *label = gtk_button_get_child (GTK_BUTTON (button));

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_tooltip_text (button, code);
  gtk_widget_add_css_class (button, "flat");
  g_object_set_data_full (G_OBJECT (button), CODE_KEY, g_strdup (code), g_free);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (chosen_cb), self);
  gtk_box_append (self->found, button);
}

static void
searched_cb (GtkEditable *entry, Finder *self)
{
  g_autoptr (GPtrArray) codes = sel_region_find (gtk_editable_get_text (entry), MOST_FOUND);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->found))))
    gtk_box_remove (self->found, child);
  for (guint i = 0; i < codes->len; i++)
    add_found (self, g_ptr_array_index (codes, i));
  if (codes->len == 0 && *gtk_editable_get_text (entry))
    gtk_box_append (self->found, gtk_label_new (_ ("No region is called so.")));
}

/* The first that was found. */
static void
entered_cb (Finder *self)
{
  GtkWidget *first = gtk_widget_get_first_child (GTK_WIDGET (self->found));

  if (GTK_IS_BUTTON (first))
    chosen_cb (self, first);
}

static void
typed_cb (GtkEditable *row, Finder *self)
{
  const char *code = gtk_editable_get_text (row);
  g_autofree char *name = sel_region_is_shaped (code) ? sel_region_dup_full_name (code) : NULL;

  gtk_label_set_text (self->name, name ? name : "");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->name), name);
  gtk_widget_set_visible (GTK_WIDGET (self->name), name != NULL);
}

static GtkWidget *
new_popover (Finder *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *entry = gtk_search_entry_new ();
  GtkWidget *found = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->popover = gtk_popover_new ();
  self->found = GTK_BOX (found);
  gtk_widget_set_size_request (box, 360, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Name of the region"), -1);
  g_object_set (entry, "placeholder-text", _ ("Name of the region"), NULL);
  gtk_box_append (GTK_BOX (box), entry);
  gtk_box_append (GTK_BOX (box), found);
  gtk_popover_set_child (GTK_POPOVER (self->popover), box);
  g_signal_connect (entry, "search-changed", G_CALLBACK (searched_cb), self);
  g_signal_connect_swapped (entry, "activate", G_CALLBACK (entered_cb), self);
  return self->popover;
}

/* A popover that finds regions by their names, for the entry @row, which holds the code of one. What
 * that region is called is added to the row. */
GtkWidget *
sel_region_finder_new (GtkWidget *row)
{
  Finder *self = g_new0 (Finder, 1);
  GtkWidget *name = gtk_label_new (NULL);

  self->row = row;
  self->name = GTK_LABEL (name);
  gtk_label_set_ellipsize (self->name, PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (self->name, 32);
  gtk_widget_add_css_class (name, "dim-label");
  gtk_widget_set_visible (name, FALSE);
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (row), name);
  g_object_set_data_full (G_OBJECT (row), "sel-region-finder", self, g_free);
  g_signal_connect (row, "changed", G_CALLBACK (typed_cb), self);
  return new_popover (self);
}
