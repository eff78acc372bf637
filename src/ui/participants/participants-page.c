/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/participants/participants-page.h"

#include <glib/gi18n-lib.h>

#include "store/export-log.h"
#include "store/lists.h"
#include "store/person.h"
#include "store/title.h"
#include "ui/participants/person-rows.h"
#include "ui/participants/receipt-rows.h"
#include "ui/reading.h"
#include "ui/record-actions.h"
#include "ui/records/field-group.h"
#include "ui/records/record-pane.h"
#include "ui/records/row-group.h"

struct _SelParticipantsPage
{
  GtkWidget parent_instance;

  GtkWidget *box;
  SelRecordPane *pane;
  SelFieldGroup *person;
  SelRowGroup *timeline;
  SelRowGroup *attendance;
  SelRowGroup *groups;
  SelFieldGroup *contact;
  SelRowGroup *receipts;
  SelRowGroup *history;

  SelOffice *office;
  gint64 receipts_of;            /* the person whose receipts are shown, or will be; 0 for none */
  GCancellable *asking_receipts; /* NULL when they were answered */
};

static void sel_participants_page_section_init (SelSectionInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (SelParticipantsPage, sel_participants_page, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (SEL_TYPE_SECTION,
                                                      sel_participants_page_section_init))

static const char *const person_fields[] = { "nik",         "kind",     "sex", "birth_date",
                                             "birth_place", "referrer", NULL };
static const char *const contact_fields[] = { "region", "address", "phone", "education", NULL };

static gpointer
read_receipts (SelConnection *connection, gpointer person, GError **error)
{
  return sel_export_log_list_receipts (connection, *(gint64 *) person, error);
}

static void
free_receipts (gpointer receipts)
{
  g_array_unref (receipts);
}

static void
receipts_cb (GObject *source, GAsyncResult *result, G_GNUC_UNUSED gpointer user_data)
{
  SelParticipantsPage *self = SEL_PARTICIPANTS_PAGE (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) receipts = sel_read_finish (result, &error);

  /* Another person has been asked for since. */
  if (self->office == NULL || g_task_get_cancellable (G_TASK (result)) != self->asking_receipts)
    return;

  g_clear_object (&self->asking_receipts);
  if (receipts)
    sel_receipts_show (self->receipts, receipts);
  else
    sel_office_fail (self->office, error->message);
}

/* The log of exports grows for years: it is asked elsewhere. What stands there of the same person
 * stays until then. */
static void
show_receipts (SelParticipantsPage *self, gint64 person)
{
  if (self->receipts_of != person)
    sel_row_group_clear (self->receipts);
  self->receipts_of = person;

  g_cancellable_cancel (self->asking_receipts);
  g_clear_object (&self->asking_receipts);
  self->asking_receipts = g_cancellable_new ();
  sel_read_async (sel_office_get_store (self->office), read_receipts,
                  g_memdup2 (&person, sizeof person), g_free, free_receipts, self->asking_receipts,
                  self, receipts_cb);
}

static void
fill_cb (SelParticipantsPage *self, SelParticipant *participant)
{
  g_autoptr (SelReading) reading = NULL;
  g_autoptr (SelPerson) person = NULL;
  g_autoptr (GError) error = NULL;

  if (participant == NULL)
    return;

  if ((reading = sel_reading_begin (sel_office_get_store (self->office), &error)))
    person = sel_person_read (reading->connection, participant->record.id, &error);
  if (person == NULL)
    {
      sel_office_fail (self->office, error->message);
      return;
    }

  sel_record_pane_set_title (self->pane, participant->name, NULL);
  sel_field_group_show (self->person, participant);
  sel_field_group_show (self->contact, participant);
  sel_row_group_show_history (self->history, self->office, &sel_participant_type,
                              participant->record.id);
  sel_person_show_timeline (self->timeline, self->office, person);
  sel_person_show_attendance (self->attendance, self->office, person);
  sel_person_show_groups (self->groups, person);
  show_receipts (self, participant->record.id);
}

static void
revealed_cb (SelParticipantsPage *self)
{
  sel_row_group_show_history (self->history, self->office, &sel_participant_type,
                              sel_record_pane_get_shown (self->pane));
}

static void
add_part_action (GtkWidget *widget,
                 G_GNUC_UNUSED const char *action,
                 G_GNUC_UNUSED GVariant *parameter)
{
  SelParticipantsPage *self = SEL_PARTICIPANTS_PAGE (widget);
  SelEnrolment *enrolment = sel_record_new (&sel_enrolment_type);

  enrolment->participant = sel_record_pane_get_shown (self->pane);
  enrolment->stage = SEL_ENROLMENT_REFERRED;
  enrolment->referred_on = *sel_office_get_today (self->office);
  sel_record_add (widget, self->office, &sel_enrolment_type, enrolment);
}

static void
sel_participants_page_attach (SelSection *section, SelOffice *office)
{
  SelParticipantsPage *self = SEL_PARTICIPANTS_PAGE (section);

  self->office = g_object_ref (office);
  sel_field_group_attach (self->person, office, &sel_participant_type, person_fields);
  sel_field_group_attach (self->contact, office, &sel_participant_type, contact_fields);
  sel_record_pane_attach (self->pane, office, &sel_participants_list);
}

static gboolean
sel_participants_page_show_record (SelSection *section, const SelRecordType *type, gint64 id)
{
  SelParticipantsPage *self = SEL_PARTICIPANTS_PAGE (section);

  if (type == &sel_programme_type)
    sel_participants_page_show_people (self, type, id);
  else if (type == &sel_participant_type)
    sel_record_pane_open (self->pane, id);
  else
    return FALSE;

  return TRUE;
}

static void
sel_participants_page_search (SelSection *section)
{
  sel_record_list_search (sel_record_pane_get_list (SEL_PARTICIPANTS_PAGE (section)->pane));
}

static void
sel_participants_page_add (SelSection *section)
{
  sel_record_add (GTK_WIDGET (section), SEL_PARTICIPANTS_PAGE (section)->office,
                  &sel_participant_type, NULL);
}

static void
sel_participants_page_section_init (SelSectionInterface *iface)
{
  iface->attach = sel_participants_page_attach;
  iface->show_record = sel_participants_page_show_record;
  iface->search = sel_participants_page_search;
  iface->add = sel_participants_page_add;
}

static void
sel_participants_page_dispose (GObject *object)
{
  SelParticipantsPage *self = SEL_PARTICIPANTS_PAGE (object);

  g_cancellable_cancel (self->asking_receipts);
  g_clear_object (&self->asking_receipts);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->office);

  G_OBJECT_CLASS (sel_participants_page_parent_class)->dispose (object);
}

static void
sel_participants_page_class_init (SelParticipantsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sel_participants_page_dispose;

  g_type_ensure (SEL_TYPE_RECORD_PANE);
  g_type_ensure (SEL_TYPE_FIELD_GROUP);
  g_type_ensure (SEL_TYPE_ROW_GROUP);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/selaras/Selaras/ui/participants/participants-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SelParticipantsPage, box);
  gtk_widget_class_bind_template_child (widget_class, SelParticipantsPage, pane);
  gtk_widget_class_bind_template_child (widget_class, SelParticipantsPage, person);
  gtk_widget_class_bind_template_child (widget_class, SelParticipantsPage, timeline);
  gtk_widget_class_bind_template_child (widget_class, SelParticipantsPage, attendance);
  gtk_widget_class_bind_template_child (widget_class, SelParticipantsPage, groups);
  gtk_widget_class_bind_template_child (widget_class, SelParticipantsPage, contact);
  gtk_widget_class_bind_template_child (widget_class, SelParticipantsPage, receipts);
  gtk_widget_class_bind_template_child (widget_class, SelParticipantsPage, history);
  gtk_widget_class_bind_template_callback (widget_class, fill_cb);
  gtk_widget_class_bind_template_callback (widget_class, revealed_cb);
  gtk_widget_class_install_action (widget_class, "participants.add-part", "s", add_part_action);
}

static void
sel_participants_page_init (SelParticipantsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* Shows the people of the programme or cohort alone. */
void
sel_participants_page_show_people (SelParticipantsPage *self, const SelRecordType *type, gint64 id)
{
  g_autoptr (SelReading) reading = sel_reading_begin (sel_office_get_store (self->office), NULL);
  g_autofree char *title = reading ? sel_title_dup (reading->connection, type, id, NULL) : NULL;
  g_autofree char *value = g_strdup_printf ("%" G_GINT64_FORMAT, id);
  SelRecordList *list = sel_record_pane_get_list (self->pane);
  guint filter =
    type == &sel_cohort_type ? SEL_PARTICIPANTS_BY_COHORT : SEL_PARTICIPANTS_BY_PROGRAMME;

  if (title == NULL)
    return;

  sel_record_list_clear (list);
  sel_record_list_set_filter (list, filter, value, title);
}
