/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/section.h"

G_DEFINE_INTERFACE (SelSection, sel_section, GTK_TYPE_WIDGET)

static void
sel_section_default_init (G_GNUC_UNUSED SelSectionInterface *iface)
{
}

void
sel_section_attach (SelSection *self, SelOffice *office)
{
  SEL_SECTION_GET_IFACE (self)->attach (self, office);
}

gboolean
sel_section_show_record (SelSection *self, const SelRecordType *type, gint64 id)
{
  SelSectionInterface *iface = SEL_SECTION_GET_IFACE (self);

  return iface->show_record && iface->show_record (self, type, id);
}

/* FALSE when the section has no search. */
gboolean
sel_section_search (SelSection *self)
{
  SelSectionInterface *iface = SEL_SECTION_GET_IFACE (self);

  if (iface->search)
    iface->search (self);
  return iface->search != NULL;
}

void
sel_section_add (SelSection *self)
{
  if (SEL_SECTION_GET_IFACE (self)->add)
    SEL_SECTION_GET_IFACE (self)->add (self);
}
