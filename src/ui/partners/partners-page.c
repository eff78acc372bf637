/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/partners/partners-page.h"

#include <glib/gi18n-lib.h>

#include "store/agreement-link.h"
#include "store/lists.h"
#include "store/partner-view.h"
#include "ui/lists/cell.h"
#include "ui/record-actions.h"
#include "ui/records/field-group.h"
#include "ui/records/record-pane.h"
#include "ui/records/row-group.h"

struct _SelPartnersPage
{
  GtkWidget parent_instance;

  GtkWidget *box;
  SelRecordPane *pane;
  SelFieldGroup *institution;
  SelFieldGroup *contact;
  SelRowGroup *agreements;
  SelRowGroup *children;
  SelRowGroup *resources;
  SelRowGroup *history;

  SelOffice *office;
};

static void sel_partners_page_section_init (SelSectionInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (SelPartnersPage, sel_partners_page, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (SEL_TYPE_SECTION,
                                                      sel_partners_page_section_init))

static const char *const institution_fields[] = { "name",   "kind",    "parent",
                                                  "region", "address", NULL };
static const char *const contact_fields[] = { "contact", "phone", "email", NULL };

static void
show_agreements (SelPartnersPage *self, GArray *links)
{
  sel_row_group_clear (self->agreements);
  for (guint i = 0; i < links->len; i++)
    {
      const SelAgreementLink *link = &g_array_index (links, SelAgreementLink, i);
      g_autofree char *state =
        g_strdup_printf ("%s %s", sel_state_mark (sel_agreement_state_code (link->state)),
                         sel_agreement_state_label (link->state));

      sel_row_group_append (self->agreements,
                            sel_link_row_new (link->title, state, &sel_agreement_type, link->id));
    }
  sel_row_group_set_empty (self->agreements, _ ("No agreement with this partner yet."));
}

static void
show_children (SelPartnersPage *self, GArray *children)
{
  sel_row_group_clear (self->children);
  for (guint i = 0; i < children->len; i++)
    {
      const SelPartnerChild *child = &g_array_index (children, SelPartnerChild, i);

      sel_row_group_append (
        self->children,
        sel_link_row_new (child->name, sel_choice_label (&sel_partner_kinds[child->kind - 1]),
                          &sel_partner_type, child->id));
    }
  gtk_widget_set_visible (GTK_WIDGET (self->children), children->len > 0);
}

static void
show_resources (SelPartnersPage *self, const SelPartnerView *view)
{
  sel_row_group_clear (self->resources);
  for (guint i = 0; i < view->venues->len; i++)
    {
      const SelPartnerVenue *venue = &g_array_index (view->venues, SelPartnerVenue, i);

      sel_row_group_append (self->resources,
                            sel_part_row_new (self->office, &sel_venue_type, venue->id, venue->name,
                                              sel_choice_label (&sel_zones[venue->zone - 1])));
    }
  for (guint i = 0; i < view->instructors->len; i++)
    {
      const SelPartnerInstructor *instructor =
        &g_array_index (view->instructors, SelPartnerInstructor, i);

      sel_row_group_append (self->resources,
                            sel_part_row_new (self->office, &sel_instructor_type, instructor->id,
                                              instructor->name, instructor->vocations));
    }
  gtk_widget_set_visible (GTK_WIDGET (self->resources),
                          view->venues->len + view->instructors->len > 0);
}

static void
fill_cb (SelPartnersPage *self, SelPartner *partner)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SelReading) reading = NULL;
  g_autoptr (SelPartnerView) view = NULL;

  if (partner == NULL)
    return;

  if ((reading = sel_reading_begin (sel_office_get_store (self->office), &error)))
    view = sel_partner_view_read (reading->connection, partner->record.id,
                                  sel_office_get_today (self->office),
                                  sel_office_get_notice_days (self->office), &error);
  if (view == NULL)
    {
      sel_office_fail (self->office, error->message);
      return;
    }

  sel_record_pane_set_title (self->pane, partner->short_name ? partner->short_name : partner->name,
                             sel_choice_label (&sel_partner_kinds[partner->kind - 1]));
  sel_field_group_show (self->institution, partner);
  sel_field_group_show (self->contact, partner);
  sel_row_group_show_history (self->history, self->office, &sel_partner_type, partner->record.id);
  show_agreements (self, view->agreements);
  show_children (self, view->children);
  show_resources (self, view);
}

static void
sel_partners_page_attach (SelSection *section, SelOffice *office)
{
  SelPartnersPage *self = SEL_PARTNERS_PAGE (section);

  self->office = g_object_ref (office);
  sel_field_group_attach (self->institution, office, &sel_partner_type, institution_fields);
  sel_field_group_attach (self->contact, office, &sel_partner_type, contact_fields);
  sel_record_pane_attach (self->pane, office, &sel_partners_list);
}

static gboolean
sel_partners_page_show_record (SelSection *section, const SelRecordType *type, gint64 id)
{
  if (type != &sel_partner_type)
    return FALSE;

  sel_record_pane_open (SEL_PARTNERS_PAGE (section)->pane, id);
  return TRUE;
}

static void
sel_partners_page_search (SelSection *section)
{
  sel_record_list_search (sel_record_pane_get_list (SEL_PARTNERS_PAGE (section)->pane));
}

static void
sel_partners_page_add (SelSection *section)
{
  sel_record_add (GTK_WIDGET (section), SEL_PARTNERS_PAGE (section)->office, &sel_partner_type,
                  NULL);
}

static void
sel_partners_page_section_init (SelSectionInterface *iface)
{
  iface->attach = sel_partners_page_attach;
  iface->show_record = sel_partners_page_show_record;
  iface->search = sel_partners_page_search;
  iface->add = sel_partners_page_add;
}

static void
sel_partners_page_dispose (GObject *object)
{
  SelPartnersPage *self = SEL_PARTNERS_PAGE (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->office);

  G_OBJECT_CLASS (sel_partners_page_parent_class)->dispose (object);
}

static void
sel_partners_page_class_init (SelPartnersPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sel_partners_page_dispose;

  g_type_ensure (SEL_TYPE_RECORD_PANE);
  g_type_ensure (SEL_TYPE_FIELD_GROUP);
  g_type_ensure (SEL_TYPE_ROW_GROUP);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/selaras/Selaras/ui/partners/partners-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SelPartnersPage, box);
  gtk_widget_class_bind_template_child (widget_class, SelPartnersPage, pane);
  gtk_widget_class_bind_template_child (widget_class, SelPartnersPage, institution);
  gtk_widget_class_bind_template_child (widget_class, SelPartnersPage, contact);
  gtk_widget_class_bind_template_child (widget_class, SelPartnersPage, agreements);
  gtk_widget_class_bind_template_child (widget_class, SelPartnersPage, children);
  gtk_widget_class_bind_template_child (widget_class, SelPartnersPage, resources);
  gtk_widget_class_bind_template_child (widget_class, SelPartnersPage, history);
  gtk_widget_class_bind_template_callback (widget_class, fill_cb);
}

static void
sel_partners_page_init (SelPartnersPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
