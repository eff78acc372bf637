/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/exchange/to-decide.h"

#include <glib/gi18n-lib.h>

#include "domain/field.h"
#include "store/likeness.h"
#include "store/plan-table.h"
#include "ui/merge/doubts.h"
#include "ui/reading.h"

struct _SelToDecide
{
  GtkWidget parent_instance;

  GtkWidget *label;

  SelOffice *office;
  gboolean is_reading;
  gboolean is_stale; /* something changed since the reading began */
};

G_DEFINE_FINAL_TYPE (SelToDecide, sel_to_decide, GTK_TYPE_WIDGET)

typedef struct
{
  guint n;
  gboolean is_more; /* than that: not all were counted */
} Answer;

static void reload (SelToDecide *self);

static gpointer
count (SelConnection *connection, G_GNUC_UNUSED gpointer question, GError **error)
{
  g_autoptr (GPtrArray) plans = sel_plan_table_list (connection, error);
  g_autoptr (GArray) pairs =
    plans ? sel_likeness_list_open (connection, SEL_DOUBTS_MOST_PAIRS, error) : NULL;
  Answer *answer;

  if (pairs == NULL)
    return NULL;

  answer = g_new (Answer, 1);
  *answer = (Answer){ plans->len + pairs->len, pairs->len == SEL_DOUBTS_MOST_PAIRS };
  return answer;
}

/* The row is what has the focus: it says the number too. */
static void
show (SelToDecide *self, const Answer *answer)
{
  GtkWidget *row = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_LIST_BOX_ROW);
  g_autofree char *number = sel_number_dup_display (answer->n);
  g_autofree char *shown = g_strconcat (number, answer->is_more ? "+" : NULL, NULL);
  /* Translators: what waits in the exchange section: plans and possible duplicates */
  g_autofree char *words =
    g_strdup_printf (ngettext ("%s to decide", "%s to decide", answer->n), shown);
  const char *said = answer->n ? words : NULL;

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
  gtk_widget_set_visible (GTK_WIDGET (self), answer->n > 0);
}

static void
counted_cb (GObject *source, GAsyncResult *result, G_GNUC_UNUSED gpointer user_data)
{
  SelToDecide *self = SEL_TO_DECIDE (source);
  g_autoptr (GError) error = NULL;
  g_autofree Answer *answer = sel_read_finish (result, &error);

  self->is_reading = FALSE;
  if (self->office == NULL)
    return;

  if (self->is_stale)
    reload (self);
  else if (answer)
    show (self, answer);
  else
    sel_office_fail (self->office, error->message);
}

/* Counts once more after the counting that is going on, however much changed meanwhile. */
static void
reload (SelToDecide *self)
{
  self->is_stale = self->is_reading;
  if (self->is_reading)
    return;

  self->is_reading = TRUE;
  sel_read_async (sel_office_get_store (self->office), count, NULL, NULL, g_free, NULL, self,
                  counted_cb);
}

static void
changed_cb (SelToDecide *self, guint types)
{
  if (types & (SEL_TOUCHED_EXCHANGES | sel_likeness_get_types ()))
    reload (self);
}

static void
sel_to_decide_dispose (GObject *object)
{
  SelToDecide *self = SEL_TO_DECIDE (object);

  g_clear_pointer (&self->label, gtk_widget_unparent);
  g_clear_object (&self->office);

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
  self->office = g_object_ref (office);
  g_signal_connect_object (sel_office_get_store (office), "changed", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
  reload (self);
}
