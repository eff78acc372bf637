/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a form shows besides the fields of its record: a group of rows that the Builder file calls
 * "companion". It follows what is typed, may say something of it, and brings parts that are written with
 * a new record. */
#pragma once

#include <adwaita.h>

#include "ui/office.h"

G_BEGIN_DECLS

#define SEL_TYPE_FORM_COMPANION (sel_form_companion_get_type ())
G_DECLARE_INTERFACE (SelFormCompanion, sel_form_companion, SEL, FORM_COMPANION, GtkWidget)

/* A part of a record that is still to be written: its owner is said when that is. */
typedef struct
{
  const SelRecordType *type;
  gpointer record; /* (owned) */
} SelFormPart;

struct _SelFormCompanionInterface
{
  GTypeInterface parent;

  /* @changed is to be called when the companion was changed by the user. */
  void (*attach) (SelFormCompanion *self,
                  SelOffice *office,
                  gconstpointer record,
                  GCallback changed,
                  gpointer user_data);
  void (*follow) (SelFormCompanion *self, gconstpointer record);
  GtkWidget *(*get_notice) (SelFormCompanion *self); /* that stands below the rows */
  GArray *(*dup_parts) (SelFormCompanion *self);     /* of #SelFormPart */
};

void sel_form_companion_attach (SelFormCompanion *self,
                                SelOffice *office,
                                gconstpointer record,
                                GCallback changed,
                                gpointer user_data);
void sel_form_companion_follow (SelFormCompanion *self, gconstpointer record);
GtkWidget *sel_form_companion_get_notice (SelFormCompanion *self);
GArray *sel_form_companion_dup_parts (SelFormCompanion *self);

GArray *sel_form_parts_new (void);

G_END_DECLS
