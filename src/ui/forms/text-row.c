/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/forms/text-row.h"

#include "ui/wheel.h"

struct _SelTextRow
{
  AdwPreferencesRow parent_instance;

  GtkBox *head;
  GtkWidget *scrolled;
  GtkTextView *view;
};

G_DEFINE_FINAL_TYPE (SelTextRow, sel_text_row, ADW_TYPE_PREFERENCES_ROW)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
changed_cb (SelTextRow *self)
{
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
sel_text_row_class_init (SelTextRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", SEL_TYPE_TEXT_ROW, G_SIGNAL_RUN_LAST, 0, NULL,
                                          NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/selaras/Selaras/ui/forms/text-row.ui");
  gtk_widget_class_bind_template_child (widget_class, SelTextRow, head);
  gtk_widget_class_bind_template_child (widget_class, SelTextRow, scrolled);
  gtk_widget_class_bind_template_child (widget_class, SelTextRow, view);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
}

static void
sel_text_row_init (SelTextRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  sel_wheel_pass_on (self->scrolled);
}

void
sel_text_row_set_text (SelTextRow *self, const char *text)
{
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->view), text ? text : "", -1);
}

/* Free with g_free(). */
char *
sel_text_row_dup_text (SelTextRow *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->view);
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

/* At the end of its title. */
void
sel_text_row_add_tool (SelTextRow *self, GtkWidget *button)
{
  gtk_box_append (self->head, button);
}
