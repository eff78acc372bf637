/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/merge/merge-dialog.h"

#include <glib/gi18n-lib.h>

#include "store/title.h"
#include "ui/forms/reference-row.h"
#include "ui/merge/doubts.h"

#define SEL_TYPE_MERGE_DIALOG (sel_merge_dialog_get_type ())
G_DECLARE_FINAL_TYPE (SelMergeDialog, sel_merge_dialog, SEL, MERGE_DIALOG, AdwWindow)

struct _SelMergeDialog
{
  AdwWindow parent_instance;

  AdwActionRow *this_row;
  SelReferenceRow *other_row;
  GtkStack *stack;
  SelDoubts *doubts;

  SelOffice *office;
  const SelRecordType *type;
  gint64 id;
};

G_DEFINE_FINAL_TYPE (SelMergeDialog, sel_merge_dialog, ADW_TYPE_WINDOW)

static void
chosen_cb (SelMergeDialog *self)
{
  gint64 other = sel_reference_row_get_id (self->other_row);

  if (other == self->id)
    sel_office_say (self->office, _ ("That is this record itself. Choose another."));
  else if (other)
    sel_doubts_show_two (self->doubts, self->type, self->id, other);
  gtk_stack_set_visible_child_name (self->stack, other && other != self->id ? "pair" : "none");
}

static void
leave_action (GtkWidget *widget, G_GNUC_UNUSED const char *action, G_GNUC_UNUSED GVariant *none)
{
  gtk_window_close (GTK_WINDOW (widget));
}

static void
sel_merge_dialog_dispose (GObject *object)
{
  g_clear_object (&SEL_MERGE_DIALOG (object)->office);

  G_OBJECT_CLASS (sel_merge_dialog_parent_class)->dispose (object);
}

static void
sel_merge_dialog_class_init (SelMergeDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sel_merge_dialog_dispose;

  g_type_ensure (SEL_TYPE_REFERENCE_ROW);
  g_type_ensure (SEL_TYPE_DOUBTS);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/selaras/Selaras/ui/merge/merge-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SelMergeDialog, this_row);
  gtk_widget_class_bind_template_child (widget_class, SelMergeDialog, other_row);
  gtk_widget_class_bind_template_child (widget_class, SelMergeDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, SelMergeDialog, doubts);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_install_action (widget_class, "doubts.leave", NULL, leave_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "doubts.leave", NULL);
}

static void
sel_merge_dialog_init (SelMergeDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* Lets the user merge the record with another of its type. */
void
sel_merge_dialog_present (GtkWidget *parent,
                          SelOffice *office,
                          const SelRecordType *type,
                          gint64 id)
{
  g_autoptr (SelReading) reading = sel_reading_begin (sel_office_get_store (office), NULL);
  g_autofree char *title =
    reading ? sel_title_dup (reading->connection, type, id, NULL) : NULL;
  g_autofree char *subtitle = g_markup_escape_text (title ? title : "", -1);
  SelMergeDialog *self = g_object_new (SEL_TYPE_MERGE_DIALOG,
                                       "transient-for", gtk_widget_get_root (parent), NULL);

  self->office = g_object_ref (office);
  self->type = type;
  self->id = id;
  sel_doubts_attach (self->doubts, office);
  sel_reference_row_attach (self->other_row, office, type, FALSE);
  adw_action_row_set_subtitle (self->this_row, subtitle);
  gtk_window_present (GTK_WINDOW (self));
}
