/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/schedule/cohorts-pane.h"

#include <glib/gi18n-lib.h>

#include "store/lists.h"
#include "ui/record-actions.h"
#include "ui/records/field-group.h"
#include "ui/records/record-pane.h"
#include "ui/records/row-group.h"

struct _SelCohortsPane
{
  GtkWidget parent_instance;

  SelRecordPane *pane;
  SelFieldGroup *facts;
  SelRowGroup *people;
  SelRowGroup *history;

  SelOffice *office;
};

G_DEFINE_FINAL_TYPE (SelCohortsPane, sel_cohorts_pane, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_SHOWN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const char *const fact_fields[] = { "course",   "programme", "agreement", "venue",
                                           "capacity", "starts_on", "ends_on",   NULL };

static void
fill_cb (SelCohortsPane *self, SelCohort *cohort)
{
  g_signal_emit (self, signals[SIGNAL_SHOWN], 0);
  if (cohort == NULL)
    return;

  sel_record_pane_set_title (self->pane, cohort->name, NULL);
  sel_field_group_show (self->facts, cohort);
  sel_row_group_clear (self->people);
  sel_row_group_append (self->people, sel_people_row_new (_ ("Show the people"), NULL,
                                                          &sel_cohort_type, cohort->record.id));
  sel_row_group_show_history (self->history, self->office, &sel_cohort_type, cohort->record.id);
}

static void
sel_cohorts_pane_dispose (GObject *object)
{
  SelCohortsPane *self = SEL_COHORTS_PANE (object);

  if (self->pane)
    gtk_widget_unparent (GTK_WIDGET (g_steal_pointer (&self->pane)));
  g_clear_object (&self->office);

  G_OBJECT_CLASS (sel_cohorts_pane_parent_class)->dispose (object);
}

static void
sel_cohorts_pane_class_init (SelCohortsPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sel_cohorts_pane_dispose;

  /* Another cohort is shown, or none. */
  signals[SIGNAL_SHOWN] = g_signal_new ("shown", SEL_TYPE_COHORTS_PANE, G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (SEL_TYPE_RECORD_PANE);
  g_type_ensure (SEL_TYPE_FIELD_GROUP);
  g_type_ensure (SEL_TYPE_ROW_GROUP);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/selaras/Selaras/ui/schedule/cohorts-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, SelCohortsPane, pane);
  gtk_widget_class_bind_template_child (widget_class, SelCohortsPane, facts);
  gtk_widget_class_bind_template_child (widget_class, SelCohortsPane, people);
  gtk_widget_class_bind_template_child (widget_class, SelCohortsPane, history);
  gtk_widget_class_bind_template_callback (widget_class, fill_cb);
}

static void
sel_cohorts_pane_init (SelCohortsPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* Called once. */
void
sel_cohorts_pane_attach (SelCohortsPane *self, SelOffice *office)
{
  self->office = g_object_ref (office);
  sel_field_group_attach (self->facts, office, &sel_cohort_type, fact_fields);
  sel_record_pane_attach (self->pane, office, &sel_cohorts_list);
}

void
sel_cohorts_pane_show_cohort (SelCohortsPane *self, gint64 id)
{
  sel_record_pane_open (self->pane, id);
}

/* The id of the cohort that was chosen, or 0. */
gint64
sel_cohorts_pane_get_shown (SelCohortsPane *self)
{
  return sel_record_pane_get_shown (self->pane);
}

/* Moves the focus to the search entry. */
void
sel_cohorts_pane_search (SelCohortsPane *self)
{
  sel_record_list_search (sel_record_pane_get_list (self->pane));
}
