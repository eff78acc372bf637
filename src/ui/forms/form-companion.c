/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/forms/form-companion.h"

G_DEFINE_INTERFACE (SelFormCompanion, sel_form_companion, GTK_TYPE_WIDGET)

static void
sel_form_companion_default_init (G_GNUC_UNUSED SelFormCompanionInterface *iface)
{
}

/* @record is what the form opens with. */
void
sel_form_companion_attach (SelFormCompanion *self,
                           SelOffice *office,
                           gconstpointer record,
                           GCallback changed,
                           gpointer user_data)
{
  SEL_FORM_COMPANION_GET_IFACE (self)->attach (self, office, record, changed, user_data);
}

/* @record is what the rows hold now. */
void
sel_form_companion_follow (SelFormCompanion *self, gconstpointer record)
{
  SEL_FORM_COMPANION_GET_IFACE (self)->follow (self, record);
}

GtkWidget *
sel_form_companion_get_notice (SelFormCompanion *self)
{
  return SEL_FORM_COMPANION_GET_IFACE (self)->get_notice (self);
}

/* Of #SelFormPart. */
GArray *
sel_form_companion_dup_parts (SelFormCompanion *self)
{
  return SEL_FORM_COMPANION_GET_IFACE (self)->dup_parts (self);
}

static void
clear_part (gpointer data)
{
  SelFormPart *part = data;

  sel_record_free (part->type, part->record);
}

GArray *
sel_form_parts_new (void)
{
  GArray *parts = g_array_new (FALSE, FALSE, sizeof (SelFormPart));

  g_array_set_clear_func (parts, clear_part);
  return parts;
}
