/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The form of a record: a Builder file for each type (ui/forms), checked as it is filled in. */
#pragma once

#include <adwaita.h>

#include "ui/forms/form-companion.h"
#include "ui/office.h"

G_BEGIN_DECLS

#define SEL_TYPE_RECORD_FORM (sel_record_form_get_type ())
G_DECLARE_FINAL_TYPE (SelRecordForm, sel_record_form, SEL, RECORD_FORM, AdwWindow)

/* The form that @asker opened was saved, and the record has this id. */
typedef void (*SelSavedFunc) (gpointer asker, gint64 id);

SelRecordForm *sel_record_form_present (GtkWidget *parent,
                                        SelOffice *office,
                                        const SelRecordType *type,
                                        gpointer take_record,
                                        SelSavedFunc saved,
                                        gpointer asker);

/* The user is done with a draft, which is not written. */
typedef void (*SelDraftedFunc) (gpointer asker, gpointer take_record);

SelRecordForm *sel_record_form_present_draft (GtkWidget *parent,
                                              SelOffice *office,
                                              const SelRecordType *type,
                                              gpointer take_record,
                                              SelDraftedFunc drafted,
                                              gpointer asker);

/* What is written with a new record, in the same act: @take notes it when the form is saved, or
 * says what is wrong with it, and @write runs on the writing thread, with the id of the record. */
typedef struct
{
  gpointer (*take) (gpointer asker, GError **error);
  gboolean (*write) (SelAct *act, gint64 id, gpointer taken, GError **error);
  GDestroyNotify free_taken;
  char *(*dup_said) (gpointer asker); /* what is said once it is saved */
} SelFormWith;

void sel_record_form_set_with (SelRecordForm *self, const SelFormWith *with);

/* What else is to be seen in a form, for who has presented it. */
void sel_record_form_set_aside (SelRecordForm *self, GtkWidget *widget);
SelFormCompanion *sel_record_form_get_companion (SelRecordForm *self);
void sel_record_form_add_group (SelRecordForm *self, AdwPreferencesGroup *group);
void sel_record_form_add_group_at_companion (SelRecordForm *self, AdwPreferencesGroup *group);
void sel_record_form_add_tool (SelRecordForm *self, const char *field, GtkWidget *button);
void sel_record_form_add_notice (SelRecordForm *self, GtkWidget *notice);
void sel_record_form_hold (SelRecordForm *self, const char *field);
void sel_record_form_offer (SelRecordForm *self, const char *field, gint64 id, const char *title);
void sel_record_form_note_change (SelRecordForm *self);
void sel_record_form_lead_to (GtkWidget *widget);
void sel_record_form_warn (SelRecordForm *self, const char *sentence);

GtkBuilder *sel_record_form_build (const SelRecordType *type);
gboolean sel_record_form_can_add (const SelRecordType *type);

G_END_DECLS
