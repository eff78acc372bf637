/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/exchange/to-decide.h"

#include <glib/gi18n-lib.h>

#include "domain/field.h"
#include "ui/exchange/undecided.h"

struct _SelToDecide
{
  GtkWidget parent_instance;

  GtkWidget *label;

  SelUndecided *undecided;
};

G_DEFINE_FINAL_TYPE (SelToDecide, sel_to_decide, GTK_TYPE_WIDGET)

/* The row is what has the focus: it says the number too. */
static void
show (SelToDecide *self)
{
  guint n = sel_undecided_get_plans (self->undecided)->len +
            sel_undecided_get_n_pairs (self->undecided);
  gboolean is_more = sel_undecided_has_more_pairs (self->undecided);
  GtkWidget *row = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_LIST_BOX_ROW);
  g_autofree char *number = sel_number_dup_display (n);
  g_autofree char *shown = g_strconcat (number, is_more ? "+" : NULL, NULL);
  /* Translators: what waits in the exchange section: plans and possible duplicates */
  g_autofree char *words =
    g_strdup_printf (ngettext ("%s to decide", "%s to decide", n), shown);
  const char *said = n ? words : NULL;

  gtk_label_set_text (GTK_LABEL (self->label), shown);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->label),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, words,
                                  -1);
  gtk_widget_set_tooltip_text (row, said);
  if (said)
    gtk_accessible_update_property (GTK_ACCESSIBLE (row),
                                    GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, said,
                                    -1);
  else
    gtk_accessible_reset_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
  gtk_widget_set_visible (GTK_WIDGET (self), n > 0);
}

static void
sel_to_decide_dispose (GObject *object)
{
  SelToDecide *self = SEL_TO_DECIDE (object);

  g_clear_pointer (&self->label, gtk_widget_unparent);
  g_clear_object (&self->undecided);

  G_OBJECT_CLASS (sel_to_decide_parent_class)->dispose (object);
}

static void
sel_to_decide_class_init (SelToDecideClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sel_to_decide_dispose;

  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
sel_to_decide_init (SelToDecide *self)
{
  self->label = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->label, "numeric");
  gtk_widget_add_css_class (self->label, "dim-label");
  gtk_widget_set_parent (self->label, GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/* Called once, when it stands in its row. */
void
sel_to_decide_attach (SelToDecide *self, SelOffice *office)
{
  self->undecided = g_object_ref (sel_undecided_of (office));
  g_signal_connect_object (self->undecided, "read", G_CALLBACK (show), self, G_CONNECT_SWAPPED);
  show (self);
}
