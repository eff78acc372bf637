/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/lists/record-list.h"

#include <glib/gi18n-lib.h>

#include "application/settings.h"
#include "report/list-cell.h"
#include "report/list-heading.h"
#include "ui/lists/cell.h"
#include "ui/lists/column-chooser.h"
#include "ui/lists/column-order.h"
#include "ui/lists/filter-bar.h"
#include "ui/lists/list-columns.h"
#include "ui/lists/list-printing.h"
#include "ui/lists/list-saving.h"
#include "ui/lists/row-selection.h"
#include "ui/lists/row-sight.h"
#include "ui/sight-shortcut.h"

struct _SelRecordList
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkSearchEntry *search_entry;
  GtkBox *bar;
  SelFilterBar *filter_bar;
  GtkStack *stack;
  GtkColumnView *view;
  GtkWidget *empty_page;
  GtkWidget *everywhere;
  GtkLabel *foot;
  SelListSaving *saving;
  GMenu *list_menu;
  GtkPopoverMenu *popover;
  GMenuModel *menu;         /* of one record; may be NULL … */
  GMenuModel *several_menu; /* … and of several */

  SelOffice *office;
  SelListModel *model;
  SelRowSelection *selection;
  gint64 selected;  /* 0 for none, and for several … */
  guint n_selected; /* … as this says */
  gint64 wanted;   /* to be selected once it is in the list */
  GtkToggleButton *other; /* borrowed: whether the other view is in front; may be NULL */
  GtkWidget *next; /* borrowed: where Tab leads from the rows; may be NULL */
};

G_DEFINE_FINAL_TYPE (SelRecordList, sel_record_list, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_SELECTED,
  SIGNAL_ACTIVATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
update_foot (SelRecordList *self)
{
  g_autofree char *text = sel_list_count_dup (g_list_model_get_n_items (G_LIST_MODEL (self->model)),
                                              sel_list_model_get_total (self->model),
                                              sel_list_model_is_narrowed (self->model));

  if (self->n_selected > 1)
    {
      g_autofree char *n_selected = sel_number_dup_display (self->n_selected);
      /* Translators: the first is "152 of 3,481" or "3,481 records" */
      g_autofree char *both = g_strdup_printf (_ ("%s, %s selected"), text, n_selected);

      gtk_label_set_text (self->foot, both);
    }
  else
    gtk_label_set_text (self->foot, text);
}

static void
update_page (SelRecordList *self)
{
  const gboolean has_other = self->other && gtk_toggle_button_get_active (self->other);
  const char *page = has_other ? "other" : "rows";

  if (g_list_model_get_n_items (G_LIST_MODEL (self->model)) == 0 &&
      !sel_list_model_is_loading (self->model))
    page = sel_list_model_is_narrowed (self->model) ? "nothing" : "empty";

  gtk_widget_set_visible (self->everywhere,
                          *gtk_editable_get_text (GTK_EDITABLE (self->search_entry)) != '\0');
  gtk_stack_set_visible_child_name (self->stack, page);
  update_foot (self);
}

/* What is not in this list may be found elsewhere in the register. */
static void
search_everywhere_cb (SelRecordList *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.search-words", "s",
                              gtk_editable_get_text (GTK_EDITABLE (self->search_entry)));
}

/* Brings the first row into sight, where the newest of a log stands. */
void
sel_record_list_show_first (SelRecordList *self)
{
  if (g_list_model_get_n_items (G_LIST_MODEL (self->model)) > 0)
    sel_row_sight_scroll_to (self->view, 0);
}

/* Tells of another record, or that there is none or more than one. */
static void
selection_changed_cb (SelRecordList *self)
{
  const GArray *ids = sel_row_selection_get_ids (self->selection);
  const gint64 id = ids->len == 1 ? g_array_index (ids, gint64, 0) : 0;

  if (self->selected == id && self->n_selected == ids->len)
    return;

  self->selected = id;
  self->n_selected = ids->len;
  update_foot (self);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "record-list.save-selected", ids->len > 1);
  g_signal_emit (self, signals[SIGNAL_SELECTED], 0, id);
}

/* Keeps the selection on the records, wherever their rows have gone; one that is wanted and hidden
 * by the search or a filter is looked for again without them. */
static void
find_wanted (SelRecordList *self)
{
  const guint before = self->wanted ? GTK_INVALID_LIST_POSITION
                                    : sel_row_selection_get_place (self->selection);
  guint place = GTK_INVALID_LIST_POSITION;

  if (self->wanted && (place = sel_list_model_find (self->model, self->wanted)) ==
                        GTK_INVALID_LIST_POSITION &&
      sel_list_model_is_narrowed (self->model))
    {
      sel_record_list_clear (self);
      return;
    }

  if (self->wanted)
    {
      sel_row_selection_select (self->selection, place);
      sel_row_sight_focus_selected (self->view);
    }
  else
    sel_row_selection_find (self->selection);
  self->wanted = 0;

  place = sel_row_selection_get_place (self->selection);
  if (place != before && place != GTK_INVALID_LIST_POSITION)
    sel_row_sight_scroll_to (self->view, place);
  selection_changed_cb (self);
}

static void
loaded_cb (SelRecordList *self)
{
  find_wanted (self);
  update_page (self);
}

static void
failed_cb (SelRecordList *self, const char *message)
{
  sel_office_fail (self->office, message);
  update_page (self);
}

/* Return on a row that only has the focus, as after Tab, selects it too. */
static void
activated_cb (SelRecordList *self, guint position)
{
  sel_row_selection_select (self->selection, position);
  g_signal_emit (self, signals[SIGNAL_ACTIVATED], 0, sel_list_model_get_id (self->model, position));
}

static void
order_changed_cb (SelRecordList *self)
{
  gboolean is_descending;
  int column;

  if (self->model == NULL) /* the view says so once more while it is taken apart */
    return;

  column = sel_column_order_get (self->view, &is_descending);
  sel_list_model_set_order (self->model, column, is_descending);
}

static void
search_changed_cb (SelRecordList *self)
{
  if (self->model) /* the entry speaks up once before there is a list */
    sel_list_model_set_search (self->model,
                               gtk_editable_get_text (GTK_EDITABLE (self->search_entry)));
}

static void
day_changed_cb (SelRecordList *self)
{
  sel_list_model_set_day (self->model,
                          sel_office_get_today (self->office),
                          sel_office_get_notice_days (self->office));
}

static void
pop_up (SelRecordList *self, double x, double y)
{
  const GdkRectangle place = { (int) x, (int) y, 1, 1 };

  GMenuModel *menu = self->n_selected > 1 ? self->several_menu : self->menu;

  if (menu == NULL || self->n_selected == 0)
    return;

  gtk_popover_menu_set_menu_model (self->popover, menu);

  gtk_popover_set_pointing_to (GTK_POPOVER (self->popover), &place);
  gtk_popover_popup (GTK_POPOVER (self->popover));
}

static void
right_pressed_cb (SelRecordList *self, G_GNUC_UNUSED int n, double x, double y)
{
  GtkWidget *picked = gtk_widget_pick (GTK_WIDGET (self->view), x, y, GTK_PICK_DEFAULT);
  guint position;

  /* While the list is read anew the row is not yet the record that the menu would speak of. */
  if (sel_list_model_is_loading (self->model) || !sel_cell_find_position (picked, &position))
    return;

  if (!gtk_selection_model_is_selected (GTK_SELECTION_MODEL (self->selection), position))
    sel_row_selection_select (self->selection, position);
  pop_up (self, x, y);
}

/* Return after a search goes to what was found. */
static void
search_activated_cb (SelRecordList *self)
{
  if (sel_list_model_get_id (self->model, 0) == 0)
    return;

  if (self->n_selected == 0)
    sel_row_selection_select (self->selection, 0);
  gtk_widget_child_focus (GTK_WIDGET (self->view), GTK_DIR_DOWN);
}

/* Tab leads out of the rows, not through all of them; Escape lets go of what is selected. */
static gboolean
view_key_cb (SelRecordList *self, guint key)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));

  if (focus == NULL || gtk_widget_get_ancestor (focus, GTK_TYPE_LIST_VIEW) == NULL)
    return FALSE;
  if (key == GDK_KEY_Escape && self->n_selected)
    {
      sel_row_selection_select (self->selection, GTK_INVALID_LIST_POSITION);
      return TRUE;
    }
  if (key == GDK_KEY_Tab || key == GDK_KEY_KP_Tab)
    return self->next && gtk_widget_get_mapped (self->next) &&
           gtk_widget_child_focus (self->next, GTK_DIR_TAB_FORWARD);
  return key == GDK_KEY_ISO_Left_Tab && gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

static void
menu_key_cb (GtkWidget *widget, G_GNUC_UNUSED const char *action, G_GNUC_UNUSED GVariant *parameter)
{
  pop_up (SEL_RECORD_LIST (widget), 24, 48);
}

/* Of what is shown just now. */
static SelListOrder *
order_new (SelRecordList *self)
{
  SelListOrder *order = sel_list_order_new (sel_list_model_get_query (self->model),
                                            sel_list_model_get_request (self->model));

  sel_list_columns_read (self->view, order);
  order->office = sel_office_name_dup ();
  return order;
}

static void
print_action (GtkWidget *widget,
              G_GNUC_UNUSED const char *action,
              G_GNUC_UNUSED GVariant *parameter)
{
  SelRecordList *self = SEL_RECORD_LIST (widget);

  sel_list_print (widget, self->office, order_new (self));
}

static void
save_action (GtkWidget *widget, const char *action, G_GNUC_UNUSED GVariant *parameter)
{
  SelRecordList *self = SEL_RECORD_LIST (widget);
  SelListOrder *order = order_new (self);

  if (g_str_equal (action, "record-list.save-selected"))
    order->ids = g_array_copy (sel_row_selection_get_ids (self->selection));
  order->replaces = TRUE; /* the dialog has asked */
  order->with_personal = g_str_equal (action, "record-list.save-personal");
  sel_list_saving_begin (self->saving, self->office, order);
}

static void
add_column_chooser (SelRecordList *self, const SelListQuery *query)
{
  g_autoptr (GMenuModel) columns = sel_column_chooser_new (
    GTK_WIDGET (self), self->view, query, sel_office_get_settings (self->office));

  g_menu_append_section (self->list_menu, _ ("Columns"), columns);
}

static void
sel_record_list_map (GtkWidget *widget)
{
  SelRecordList *self = SEL_RECORD_LIST (widget);

  GTK_WIDGET_CLASS (sel_record_list_parent_class)->map (widget);
  if (self->model)
    sel_list_model_set_in_sight (self->model, TRUE);
}

static void
sel_record_list_unmap (GtkWidget *widget)
{
  SelRecordList *self = SEL_RECORD_LIST (widget);

  if (self->model)
    sel_list_model_set_in_sight (self->model, FALSE);
  GTK_WIDGET_CLASS (sel_record_list_parent_class)->unmap (widget);
}

static void
sel_record_list_dispose (GObject *object)
{
  SelRecordList *self = SEL_RECORD_LIST (object);

  if (self->popover)
    gtk_widget_unparent (GTK_WIDGET (g_steal_pointer (&self->popover)));
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->menu);
  g_clear_object (&self->several_menu);
  g_clear_object (&self->selection);
  g_clear_object (&self->model);
  g_clear_object (&self->office);

  G_OBJECT_CLASS (sel_record_list_parent_class)->dispose (object);
}

static void
sel_record_list_class_init (SelRecordListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sel_record_list_dispose;
  widget_class->map = sel_record_list_map;
  widget_class->unmap = sel_record_list_unmap;

  /* Another record is selected; 0 for none and for several, as sel_record_list_get_ids() says. */
  signals[SIGNAL_SELECTED] = g_signal_new ("selected", SEL_TYPE_RECORD_LIST, G_SIGNAL_RUN_LAST, 0,
                                           NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  /* The user asked for the record itself: Enter or a double click. */
  signals[SIGNAL_ACTIVATED] = g_signal_new ("activated", SEL_TYPE_RECORD_LIST, G_SIGNAL_RUN_LAST, 0,
                                            NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);

  g_type_ensure (SEL_TYPE_FILTER_BAR);
  g_type_ensure (SEL_TYPE_LIST_SAVING);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/selaras/Selaras/ui/lists/record-list.ui");
  gtk_widget_class_bind_template_child (widget_class, SelRecordList, box);
  gtk_widget_class_bind_template_child (widget_class, SelRecordList, search_entry);
  gtk_widget_class_bind_template_child (widget_class, SelRecordList, bar);
  gtk_widget_class_bind_template_child (widget_class, SelRecordList, filter_bar);
  gtk_widget_class_bind_template_child (widget_class, SelRecordList, stack);
  gtk_widget_class_bind_template_child (widget_class, SelRecordList, view);
  gtk_widget_class_bind_template_child (widget_class, SelRecordList, empty_page);
  gtk_widget_class_bind_template_child (widget_class, SelRecordList, everywhere);
  gtk_widget_class_bind_template_child (widget_class, SelRecordList, foot);
  gtk_widget_class_bind_template_child (widget_class, SelRecordList, saving);
  gtk_widget_class_bind_template_child (widget_class, SelRecordList, list_menu);
  gtk_widget_class_bind_template_callback (widget_class, search_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_everywhere_cb);
  gtk_widget_class_bind_template_callback (widget_class, view_key_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, sel_record_list_clear);
  gtk_widget_class_bind_template_callback (widget_class, right_pressed_cb);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_install_action (widget_class, "record-list.menu", NULL, menu_key_cb);
  gtk_widget_class_install_action (widget_class, "record-list.print", NULL, print_action);
  gtk_widget_class_install_action (widget_class, "record-list.save", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "record-list.save-personal", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "record-list.save-selected", NULL, save_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Menu, 0, "record-list.menu", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "pane.delete", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK,
                                       "record-list.menu", NULL);
}

static void
sel_record_list_init (SelRecordList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_box_insert_child_after (self->bar, sel_filter_bar_get_button (self->filter_bar),
                              GTK_WIDGET (self->search_entry));
  sel_sight_shortcut_add (GTK_WIDGET (self), SEL_SAVE_KEYS, "record-list.save", NULL);
  sel_sight_shortcut_add (GTK_WIDGET (self), "<Control>p", "record-list.print", NULL);

  self->popover = GTK_POPOVER_MENU (gtk_popover_menu_new_from_model (NULL));
  gtk_popover_set_has_arrow (GTK_POPOVER (self->popover), FALSE);
  gtk_widget_set_halign (GTK_WIDGET (self->popover), GTK_ALIGN_START);
  gtk_widget_set_parent (GTK_WIDGET (self->popover), GTK_WIDGET (self->view));
}

/* Shows what @query lists. Called once. */
void
sel_record_list_attach (SelRecordList *self, SelOffice *office, const SelListQuery *query)
{
  g_return_if_fail (self->office == NULL);

  self->office = g_object_ref (office);
  self->model = sel_list_model_new (sel_office_get_store (office), query);
  self->selection = sel_row_selection_new (self->model);
  sel_list_columns_add (self->view, query);
  add_column_chooser (self, query);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "record-list.save-personal",
                                 sel_list_has_personal (query));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "record-list.save-selected", FALSE);
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));
  sel_filter_bar_set_model (self->filter_bar, self->model, sel_office_get_settings (office));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  sel_list_label (query),
                                  -1);

  g_signal_connect_object (self->model, "loaded", G_CALLBACK (loaded_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->model, "failed", G_CALLBACK (failed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->selection, "selection-changed", G_CALLBACK (selection_changed_cb),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_column_view_get_sorter (self->view), "changed",
                           G_CALLBACK (order_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (office, "day-changed", G_CALLBACK (day_changed_cb), self,
                           G_CONNECT_SWAPPED);
  day_changed_cb (self);
}

/* What an empty list says and what to do about it: @property is "icon-name", "title" or
 * "description". */
void
sel_record_list_set_empty (SelRecordList *self, const char *property, const char *value)
{
  g_object_set (self->empty_page, property, value, NULL);
}

/* What can be done with the selected record, and (nullable) with several of them, for the right click
 * and the Menu key. */
void
sel_record_list_set_menu (SelRecordList *self, GMenuModel *menu, GMenuModel *several_menu)
{
  g_set_object (&self->menu, menu);
  g_set_object (&self->several_menu, several_menu);
}

SelListModel *
sel_record_list_get_model (SelRecordList *self)
{
  return self->model;
}

/* The id of the one selected record, or 0. */
gint64
sel_record_list_get_selected (SelRecordList *self)
{
  return self->selected;
}

/* Lent: of gint64, all that are selected. */
GArray *
sel_record_list_get_ids (SelRecordList *self)
{
  return sel_row_selection_get_ids (self->selection);
}

/* What the one selected record has in the column called @name; NULL when there is none. */
char *
sel_record_list_dup_selected_text (SelRecordList *self, const char *name)
{
  const SelListQuery *query = sel_list_model_get_query (self->model);
  g_autoptr (SelRow) row = g_list_model_get_item (
    G_LIST_MODEL (self->model), sel_row_selection_get_place (self->selection));

  for (guint i = 0; row && i < query->n_columns; i++)
    if (g_str_equal (query->columns[i].name, name))
      return g_strdup (sel_row_get_text (row, i));

  return NULL;
}

/* Selects the record and brings it into sight; search and filters that hide it are removed. */
void
sel_record_list_select (SelRecordList *self, gint64 id)
{
  self->wanted = id;
  if (!sel_list_model_is_loading (self->model))
    find_wanted (self);
}

/* Leaves the focus among the rows. */
void
sel_record_list_select_none (SelRecordList *self)
{
  sel_row_selection_select (self->selection, GTK_INVALID_LIST_POSITION);
  gtk_widget_child_focus (GTK_WIDGET (self->view), GTK_DIR_DOWN);
}

/* Lets all rows through again. */
void
sel_record_list_clear (SelRecordList *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  sel_list_model_set_search (self->model, "");
  sel_filter_bar_clear (self->filter_bar);
}

/* Lets only rows with @value through; the chip calls it @label. */
void
sel_record_list_set_filter (SelRecordList *self, guint filter, const char *value, const char *label)
{
  sel_filter_bar_set_filter (self->filter_bar, filter, value, label);
}

/* The other view may have ordered the list for itself. */
static void
other_toggled_cb (SelRecordList *self)
{
  if (!gtk_toggle_button_get_active (self->other))
    order_changed_cb (self);
  update_page (self);
}

/* Gives the list another @view of its rows, which a button called @label with @icon puts in front. */
void
sel_record_list_add_view (SelRecordList *self,
                          GtkWidget *view,
                          const char *icon,
                          const char *label)
{
  GtkWidget *button = gtk_toggle_button_new ();

  gtk_button_set_icon_name (GTK_BUTTON (button), icon);
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  self->other = GTK_TOGGLE_BUTTON (button);
  gtk_stack_add_named (self->stack, view, "other");
  gtk_box_insert_child_after (self->bar, button, GTK_WIDGET (self->search_entry));
  g_signal_connect_object (button, "toggled", G_CALLBACK (other_toggled_cb), self, G_CONNECT_SWAPPED);
}

/* Lent: of the rows as they are shown. */
GtkSelectionModel *
sel_record_list_get_selection (SelRecordList *self)
{
  return GTK_SELECTION_MODEL (self->selection);
}

/* Tab leads from the rows to @next, which is lent and lives as long. */
void
sel_record_list_set_next (SelRecordList *self, GtkWidget *next)
{
  self->next = next;
}

/* Moves the focus to the search entry. */
void
sel_record_list_search (SelRecordList *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}
