/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/search/search-dialog.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "ui/search/found-row.h"
#include "ui/search/reading-bar.h"

#define SEL_TYPE_SEARCH_DIALOG (sel_search_dialog_get_type ())
G_DECLARE_FINAL_TYPE (SelSearchDialog, sel_search_dialog, SEL, SEARCH_DIALOG, AdwWindow)

struct _SelSearchDialog
{
  AdwWindow parent_instance;

  GtkSearchEntry *entry;
  GtkStack *stack;
  GtkScrolledWindow *scrolled;
  GtkListBox *list;
  SelReadingBar *reading_bar;

  SelOffice *office;
  SelSearcher *searcher;
  gboolean has_more[SEL_N_FOUND_GROUPS];
};

G_DEFINE_FINAL_TYPE (SelSearchDialog, sel_search_dialog, ADW_TYPE_WINDOW)

static const char *
group_title (SelFoundGroup group)
{
  switch (group)
    {
    case SEL_FOUND_AGREEMENTS:
      return _ ("Agreements");
    case SEL_FOUND_PAGES:
      return _ ("Text of the pages");
    case SEL_FOUND_PARTNERS:
      return _ ("Partners");
    case SEL_FOUND_PEOPLE:
      return _ ("People");
    default:
      return _ ("Cohorts and programmes");
    }
}

static void
header_func (GtkListBoxRow *row, GtkListBoxRow *before, gpointer user_data)
{
  SelSearchDialog *self = user_data;
  SelFoundGroup group = sel_found_row_get_group (row);
  g_autofree char *text = NULL;
  GtkWidget *label;

  if (before && sel_found_row_get_group (before) == group)
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }

  /* Translators: the name of a group of what was found, of which more was found than is shown */
  text = self->has_more[group] ? g_strdup_printf (_ ("%s (best matches)"), group_title (group))
                               : g_strdup (group_title (group));
  label = gtk_label_new (text);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "heading");
  gtk_widget_add_css_class (label, "found-heading");
  gtk_list_box_row_set_header (row, label);
}

static void
clear_list (SelSearchDialog *self)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)))
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
}

static void
show_found (SelSearchDialog *self, const SelFoundAll *all)
{
  clear_list (self);
  for (guint group = 0; group < SEL_N_FOUND_GROUPS; group++)
    {
      self->has_more[group] = all->has_more[group];
      for (guint i = 0; i < all->groups[group]->len; i++)
        {
          gpointer found = g_ptr_array_index (all->groups[group], i);

          gtk_list_box_append (self->list, group == SEL_FOUND_PAGES
                                             ? sel_found_row_new_for_page (found)
                                             : sel_found_row_new (group, found));
        }
    }

  gtk_list_box_invalidate_headers (self->list);
  gtk_list_box_select_row (self->list, gtk_list_box_get_row_at_index (self->list, 0));
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scrolled), 0);
}

static void
found_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SelSearchDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SelFoundAll) all =
    sel_searcher_find_finish (SEL_SEARCHER (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->searcher == NULL)
    return;
  if (all == NULL)
    {
      sel_office_fail (self->office, error->message);
      return;
    }

  show_found (self, all);
  gtk_stack_set_visible_child_name (self->stack,
                                    sel_found_all_count (all) ? "found" : "nothing");
}

static void
changed_cb (SelSearchDialog *self)
{
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (self->entry));

  if (self->searcher == NULL)
    return;

  if (g_utf8_strlen (typed, 2) >= 2)
    {
      sel_searcher_find_async (self->searcher, typed, found_cb, g_object_ref (self));
      return;
    }

  sel_searcher_cancel (self->searcher);
  clear_list (self);
  gtk_stack_set_visible_child_name (self->stack, "start");
}

static void
row_activated_cb (SelSearchDialog *self, GtkListBoxRow *row)
{
  GtkWidget *window = GTK_WIDGET (gtk_window_get_transient_for (GTK_WINDOW (self)));

  g_object_ref (row);
  gtk_window_close (GTK_WINDOW (self));
  sel_found_row_open (row, window);
  g_object_unref (row);
}

static void
activate_cb (SelSearchDialog *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  if (row)
    row_activated_cb (self, row);
}

/* The focus stays in the entry: whoever hears the window is told which row is meant. */
static void
row_selected_cb (SelSearchDialog *self, GtkListBoxRow *row)
{
  graphene_rect_t bounds;

  if (self->searcher == NULL)
    return;
  if (row == NULL)
    {
      gtk_accessible_reset_relation (GTK_ACCESSIBLE (self->entry),
                                     GTK_ACCESSIBLE_RELATION_ACTIVE_DESCENDANT);
      return;
    }

  gtk_accessible_update_relation (GTK_ACCESSIBLE (self->entry),
                                  GTK_ACCESSIBLE_RELATION_ACTIVE_DESCENDANT, row, -1);
  if (gtk_list_box_row_get_index (row) == 0) /* with the heading of its group */
    gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scrolled), 0);
  else if (gtk_widget_compute_bounds (GTK_WIDGET (row), GTK_WIDGET (self->list), &bounds))
    gtk_adjustment_clamp_page (gtk_scrolled_window_get_vadjustment (self->scrolled),
                               bounds.origin.y, bounds.origin.y + bounds.size.height);
}

/* Rows that a page of keys moves by. */
#define PAGE_OF_ROWS 6

static gboolean
key_cb (SelSearchDialog *self, guint key)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);
  int index = row ? gtk_list_box_row_get_index (row) : -1;
  GtkListBoxRow *next;
  int step;

  switch (key)
    {
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      step = 1;
      break;
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      step = -1;
      break;
    case GDK_KEY_Page_Down:
      step = PAGE_OF_ROWS;
      break;
    case GDK_KEY_Page_Up:
      step = -PAGE_OF_ROWS;
      break;
    default:
      return GDK_EVENT_PROPAGATE;
    }

  for (next = NULL; next == NULL && step != 0; step += step > 0 ? -1 : 1)
    next = index + step >= 0 ? gtk_list_box_get_row_at_index (self->list, index + step) : NULL;
  if (next)
    gtk_list_box_select_row (self->list, next);
  return GDK_EVENT_STOP;
}

static void
sel_search_dialog_dispose (GObject *object)
{
  SelSearchDialog *self = SEL_SEARCH_DIALOG (object);

  if (self->searcher)
    sel_searcher_cancel (self->searcher);
  g_clear_object (&self->searcher);
  g_clear_object (&self->office);

  G_OBJECT_CLASS (sel_search_dialog_parent_class)->dispose (object);
}

static void
sel_search_dialog_class_init (SelSearchDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sel_search_dialog_dispose;

  g_type_ensure (SEL_TYPE_READING_BAR);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/selaras/Selaras/ui/search/search-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SelSearchDialog, entry);
  gtk_widget_class_bind_template_child (widget_class, SelSearchDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, SelSearchDialog, scrolled);
  gtk_widget_class_bind_template_child (widget_class, SelSearchDialog, list);
  gtk_widget_class_bind_template_child (widget_class, SelSearchDialog, reading_bar);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
sel_search_dialog_init (SelSearchDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_set_header_func (self->list, header_func, self, NULL);
}

/* Begins with @words. What is chosen is shown by @parent, which has the actions for it. */
void
sel_search_dialog_present (GtkWindow *parent,
                           SelOffice *office,
                           SelSearcher *searcher,
                           SelPageReader *reader,
                           const char *words)
{
  SelSearchDialog *self =
    g_object_new (SEL_TYPE_SEARCH_DIALOG, "transient-for", parent, NULL);

  self->office = g_object_ref (office);
  self->searcher = g_object_ref (searcher);
  sel_searcher_prepare (searcher);
  g_signal_connect_object (searcher, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (reader, "notify::reading", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
  sel_reading_bar_attach (self->reading_bar, office, reader);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), words);
  gtk_window_present (GTK_WINDOW (self));
}
