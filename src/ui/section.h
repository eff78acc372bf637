/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the window asks of a section of the program. */
#pragma once

#include <gtk/gtk.h>

#include "ui/office.h"

G_BEGIN_DECLS

#define SEL_TYPE_SECTION (sel_section_get_type ())
G_DECLARE_INTERFACE (SelSection, sel_section, SEL, SECTION, GtkWidget)

struct _SelSectionInterface
{
  GTypeInterface parent_iface;

  /* Called once, before anything else. */
  void (*attach) (SelSection *self, SelOffice *office);
  /* Shows the record; FALSE when records of this type are not shown here. */
  gboolean (*show_record) (SelSection *self, const SelRecordType *type, gint64 id);
  /* Moves the focus to the section's search entry. */
  void (*search) (SelSection *self);
  /* Opens the form for a new record of the section's own type. */
  void (*add) (SelSection *self);
};

void sel_section_attach (SelSection *self, SelOffice *office);
gboolean sel_section_show_record (SelSection *self, const SelRecordType *type, gint64 id);
gboolean sel_section_search (SelSection *self);
void sel_section_add (SelSection *self);

G_END_DECLS
