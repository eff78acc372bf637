/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the form share: the window with its rows (record-form.c), what is wrong with
 * what they hold (form-check.c), what of it follows from the rest (form-follow.c), and the way into
 * the database (form-save.c). */
#pragma once

#include "domain/findings.h"
#include "ui/forms/record-form.h"

G_BEGIN_DECLS

struct _SelRecordForm
{
  AdwWindow parent_instance;

  AdwBin *place;
  AdwBin *aside;
  GtkButton *save_button;
  GtkBox *problems;

  GtkBox *notices;

  SelOffice *office;
  const SelRecordType *type;
  gpointer record;
  SelFormCompanion *companion; /* borrowed; NULL where the form has none */
  GtkWidget **rows;            /* for each field; NULL where the form has none */
  gboolean *touched;           /* whether its problems are shown: the user was there, or asked to save */
  gboolean *follows;           /* whether it is as it follows from the rest, while nobody touches it */
  GtkWidget *first_wrong;      /* borrowed: the first row with an error; NULL for none */
  gboolean is_filling;         /* while the rows are set by us */
  gboolean is_changed;         /* by the user */
  gboolean is_saving;
  GPtrArray *changes; /* what sel_merge_record() told, until it is saved again; may be NULL */
  guint patience_source;
  SelSavedFunc saved;
  SelDraftedFunc drafted;  /* (nullable): the record is a draft, and is not written by the form */
  GObject *asker;          /* weak */
  const SelFormWith *with; /* (nullable): for the asker */
};

gboolean sel_record_form_is_new (SelRecordForm *self);
void sel_record_form_set_rows (SelRecordForm *self, gconstpointer record);
GPtrArray *sel_record_form_list_personal (SelRecordForm *self,
                                          gconstpointer record,
                                          gconstpointer shown);

void sel_record_form_add_problem (SelRecordForm *self, const char *text, SelSeverity severity);
void sel_record_form_clear_problems (SelRecordForm *self);
gboolean sel_record_form_check (SelRecordForm *self, gpointer record);
void sel_record_form_note_derived (SelRecordForm *self);
gboolean sel_record_form_follow (SelRecordForm *self, gconstpointer record);

void sel_record_form_save (SelRecordForm *self);

G_END_DECLS
