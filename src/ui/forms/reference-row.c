/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/forms/reference-row.h"

#include <glib/gi18n-lib.h>

#include "domain/sought.h"
#include "store/title.h"
#include "ui/forms/record-form.h"

#define MOST_OFFERED 50

struct _SelReferenceRow
{
  AdwActionRow parent_instance;

  GtkLabel *value;
  GtkMenuButton *button;
  GtkButton *clear_button;
  GtkSearchEntry *search_entry;
  GtkListBox *offers;
  GtkButton *new_button;

  SelOffice *office;
  const SelRecordType *type;
  const SelField *within;
  gint64 owner;
  gint64 id;
  gboolean is_optional;
  GPtrArray *more; /* of SelRow: not in the register, and offered before what is */
};

G_DEFINE_FINAL_TYPE (SelReferenceRow, sel_reference_row, ADW_TYPE_ACTION_ROW)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static GtkWidget *
new_line (SelRow *row, guint column)
{
  const char *text = sel_row_get_text (row, column);
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 60);
  gtk_widget_set_tooltip_text (label, text);
  return label;
}

static void
add_offer (SelReferenceRow *self, SelRow *row)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_box_append (GTK_BOX (box), new_line (row, 0));
  if (*sel_row_get_text (row, 1))
    {
      GtkWidget *also = new_line (row, 1);

      gtk_widget_add_css_class (also, "caption");
      gtk_widget_add_css_class (also, "dim-label");
      gtk_box_append (GTK_BOX (box), also);
    }
  g_object_set_data_full (G_OBJECT (box), "row", g_object_ref (row), g_object_unref);
  gtk_list_box_append (self->offers, box);
}

/* A reference is looked up by index or in a table of a few thousand: short enough to wait for. */
static void
search_cb (SelReferenceRow *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SelReading) reading = sel_reading_begin (sel_office_get_store (self->office), &error);
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (self->search_entry));
  g_autoptr (SelSought) sought = sel_sought_new (typed);
  g_autoptr (GPtrArray) rows = NULL;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->offers))))
    gtk_list_box_remove (self->offers, child);

  for (guint i = 0; i < self->more->len; i++)
    {
      const char *title = sel_row_get_text (g_ptr_array_index (self->more, i), 0);

      if (sel_sought_is_in (sought, &title, 1))
        add_offer (self, g_ptr_array_index (self->more, i));
    }
  if (reading)
    rows = sel_title_search (reading->connection, self->type, self->within, self->owner, typed,
                             MOST_OFFERED, &error);
  if (rows == NULL)
    sel_office_fail (self->office, error->message);
  for (guint i = 0; rows && i < rows->len; i++)
    add_offer (self, g_ptr_array_index (rows, i));
  gtk_list_box_select_row (self->offers, gtk_list_box_get_row_at_index (self->offers, 0));
}

static void
chosen_cb (SelReferenceRow *self, GtkListBoxRow *row)
{
  SelRow *offer = g_object_get_data (G_OBJECT (gtk_list_box_row_get_child (row)), "row");

  sel_reference_row_set_id (self, sel_row_get_id (offer));
  gtk_menu_button_popdown (self->button);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/* The first offer is selected while one types. */
static void
enter_cb (SelReferenceRow *self)
{
  GtkListBoxRow *selected = gtk_list_box_get_selected_row (self->offers);

  if (selected)
    chosen_cb (self, selected);
}

/* Down leads from what is typed to the offer after the one that Enter would take. */
static gboolean
entry_key_cb (SelReferenceRow *self, guint key)
{
  GtkListBoxRow *selected = gtk_list_box_get_selected_row (self->offers);
  GtkListBoxRow *next;

  if (selected == NULL || (key != GDK_KEY_Down && key != GDK_KEY_KP_Down))
    return FALSE;

  next = gtk_list_box_get_row_at_index (self->offers, gtk_list_box_row_get_index (selected) + 1);
  next = next ? next : selected;
  gtk_list_box_select_row (self->offers, next);
  return gtk_widget_grab_focus (GTK_WIDGET (next));
}

/* The entry keeps Escape from the popover. */
static void
stop_cb (SelReferenceRow *self)
{
  gtk_menu_button_popdown (self->button);
}

static void
clear_cb (SelReferenceRow *self)
{
  sel_reference_row_set_id (self, 0);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
created_cb (gpointer self, gint64 id)
{
  sel_reference_row_set_id (self, id);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
new_cb (SelReferenceRow *self)
{
  gtk_menu_button_popdown (self->button);
  sel_record_form_present (GTK_WIDGET (self),
                           self->office,
                           self->type,
                           sel_record_new (self->type),
                           created_cb,
                           self);
}

static void
activated_cb (SelReferenceRow *self)
{
  gtk_menu_button_popup (self->button);
}

static void
popover_shown_cb (SelReferenceRow *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  search_cb (self);
}

static void
sel_reference_row_dispose (GObject *object)
{
  g_clear_object (&SEL_REFERENCE_ROW (object)->office);
  g_clear_pointer (&SEL_REFERENCE_ROW (object)->more, g_ptr_array_unref);

  G_OBJECT_CLASS (sel_reference_row_parent_class)->dispose (object);
}

static void
sel_reference_row_class_init (SelReferenceRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sel_reference_row_dispose;

  /* The user chose another record, or none. */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", SEL_TYPE_REFERENCE_ROW, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/selaras/Selaras/ui/forms/reference-row.ui");
  gtk_widget_class_bind_template_child (widget_class, SelReferenceRow, value);
  gtk_widget_class_bind_template_child (widget_class, SelReferenceRow, button);
  gtk_widget_class_bind_template_child (widget_class, SelReferenceRow, clear_button);
  gtk_widget_class_bind_template_child (widget_class, SelReferenceRow, search_entry);
  gtk_widget_class_bind_template_child (widget_class, SelReferenceRow, offers);
  gtk_widget_class_bind_template_child (widget_class, SelReferenceRow, new_button);
  gtk_widget_class_bind_template_callback (widget_class, search_cb);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, enter_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_key_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_cb);
  gtk_widget_class_bind_template_callback (widget_class, clear_cb);
  gtk_widget_class_bind_template_callback (widget_class, new_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, popover_shown_cb);
}

static void
sel_reference_row_init (SelReferenceRow *self)
{
  self->more = g_ptr_array_new_with_free_func (g_object_unref);
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
set_label (gpointer widget, const char *label)
{
  gtk_accessible_update_property (widget, GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

/* Lets the row, which has its title, refer to records of @type. Called once. */
void
sel_reference_row_attach (SelReferenceRow *self,
                          SelOffice *office,
                          const SelRecordType *type,
                          gboolean is_optional)
{
  const char *title = adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self));
  /* Translators: the name of a button; %s is the field, such as "Partner" */
  g_autofree char *choose = g_strdup_printf (_ ("Choose: %s"), title);
  /* Translators: likewise: takes the reference to a record away */
  g_autofree char *clear = g_strdup_printf (_ ("Refer to none: %s"), title);
  /* Translators: opens the form of a new record; %s is "Agreement", "Partner", … */
  g_autofree char *new = g_strdup_printf (_ ("New: %s…"), _ (type->label));

  self->office = g_object_ref (office);
  self->type = type;
  self->is_optional = is_optional;
  set_label (self->button, choose);
  set_label (self->clear_button, clear);
  set_label (self->offers, _ (type->plural));
  gtk_button_set_label (self->new_button, new);
  gtk_widget_set_visible (GTK_WIDGET (self->new_button), sel_record_form_can_add (type));
  sel_reference_row_set_id (self, 0);
}

/* Only records whose owner, which the field @within names, is @owner are offered. */
void
sel_reference_row_narrow (SelReferenceRow *self, const SelField *within, gint64 owner)
{
  self->within = within;
  self->owner = owner;
}

/* Offers also what is to be written with the record: @id is negative, and the caller's. */
void
sel_reference_row_offer (SelReferenceRow *self, gint64 id, const char *title)
{
  char **texts;

  g_return_if_fail (id < 0);

  texts = g_new0 (char *, 3);
  texts[0] = g_strdup (title);
  texts[1] = g_strdup ("");
  g_ptr_array_add (self->more, sel_row_new (id, texts));
  if (self->id == id)
    sel_reference_row_set_id (self, id);
}

/* Free with g_free(). */
static char *
dup_title (SelReferenceRow *self, gint64 id)
{
  g_autoptr (SelReading) reading = NULL;

  for (guint i = 0; i < self->more->len; i++)
    if (sel_row_get_id (g_ptr_array_index (self->more, i)) == id)
      return g_strdup (sel_row_get_text (g_ptr_array_index (self->more, i), 0));

  if (id <= 0 || !(reading = sel_reading_begin (sel_office_get_store (self->office), NULL)))
    return NULL;
  return sel_title_dup (reading->connection, self->type, id, NULL);
}

void
sel_reference_row_set_id (SelReferenceRow *self, gint64 id)
{
  g_autofree char *title = dup_title (self, id);

  self->id = id;
  gtk_label_set_text (self->value, title ? title : "");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->value), title);
  gtk_widget_set_visible (GTK_WIDGET (self->clear_button), self->is_optional && id);
}

/* The id of the record that was chosen, or 0. */
gint64
sel_reference_row_get_id (SelReferenceRow *self)
{
  return self->id;
}
