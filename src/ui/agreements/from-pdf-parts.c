/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rows of what is added with the agreement, and of what there is to ask about the paper. */
#include <glib/gi18n-lib.h>

#include "domain/document.h"
#include "domain/found-records.h"
#include "domain/paper-pattern.h"
#include "ui/agreements/agreement-companion.h"
#include "ui/agreements/from-pdf-private.h"
#include "ui/line-layout.h"

static GtkWidget *
new_warning (void)
{
  GtkWidget *mark = gtk_image_new_from_icon_name ("dialog-warning-symbolic");

  gtk_widget_add_css_class (mark, "warning");
  return mark;
}

/* What is chosen of the parties, for who looks for agreements like this one. */
static void
tell_partners (SelPdfDraft *self)
{
  g_autoptr (GArray) partners = g_array_new (FALSE, FALSE, sizeof (gint64));
  const guint n_parties = self->read->text->found->parties->len;

  for (guint i = 0; i < n_parties; i++)
    {
      const SelDraftPart *part = g_ptr_array_index (self->parts, i);
      const gint64 partner = MAX (0, ((const SelParty *) part->record)->partner);

      if (sel_draft_part_is_chosen (part))
        g_array_append_val (partners, partner);
    }
  if (n_parties)
    sel_agreement_companion_use_partners (
      SEL_AGREEMENT_COMPANION (sel_record_form_get_companion (self->form)), partners);
}

/* Says anew what all parts say: those that are owed by a party go with it. */
static void
refresh (SelPdfDraft *self)
{
  for (guint i = 0; i < self->parts->len; i++)
    sel_draft_part_refresh (g_ptr_array_index (self->parts, i));
  tell_partners (self);
}

/* The user chose among the parts, or corrected one. */
void
sel_pdf_draft_note_change (SelPdfDraft *self)
{
  refresh (self);
  sel_pdf_draft_tell_unseen (self);
  sel_record_form_note_change (self->form);
}

/* What comes back is owed from another day on where the agreement begins on another, unless a person
 * has said when. */
void
sel_pdf_draft_follow_first_day (SelPdfDraft *self, const GDate *first_day)
{
  for (guint i = 0; i < self->parts->len; i++)
    {
      SelDraftPart *part = g_ptr_array_index (self->parts, i);

      if (part->type != &sel_obligation_type || part->is_due_said)
        continue;
      sel_found_agreement_set_first_due (self->read->text->found, part->number, first_day,
                                         part->record);
      sel_draft_part_refresh (part);
    }
}

static GtkWidget *
add_button (SelDraftPart *part, GtkWidget *button, const char *verb, GCallback callback)
{
  g_autofree char *title = sel_draft_part_dup_title (part);
  g_autofree char *name = g_strdup_printf ("%s: %s", verb, title);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, verb);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_object (button, "clicked", callback, part->row, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (part->row), button);
  return button;
}

static void
add_tools (SelDraftPart *part)
{
  SelPdfDraft *self = part->draft;

  if (part->type == &sel_party_type)
    part->new_partner = add_button (part, gtk_button_new_with_label (_ ("New partner…")),
                                    _ ("Add it as a new partner"),
                                    G_CALLBACK (sel_draft_part_add_partner_cb));
  part->place = sel_pdf_draft_new_place_button (self, self->view, part->span);
  sel_pdf_draft_note_place (self, part->place);
  adw_action_row_add_suffix (ADW_ACTION_ROW (part->row), part->place);
  add_button (part, gtk_button_new_from_icon_name ("document-edit-symbolic"), _ ("Correct"),
              G_CALLBACK (sel_draft_part_correct_cb));
}

static void
add_part (SelPdfDraft *self,
          AdwPreferencesGroup *group,
          const SelRecordType *type,
          guint number,
          gpointer take_record,
          SelSpan span)
{
  SelDraftPart *part = g_new0 (SelDraftPart, 1);

  part->draft = self;
  part->type = type;
  part->record = take_record;
  part->number = number;
  part->span = span;
  part->row = sel_action_row_new ();
  part->check = gtk_check_button_new ();
  part->mark = new_warning ();
  g_ptr_array_add (self->parts, part);

  adw_action_row_set_title_lines (ADW_ACTION_ROW (part->row), 0);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (part->row), 0);
  gtk_widget_set_valign (part->check, GTK_ALIGN_CENTER);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (part->check), TRUE);
  adw_action_row_add_prefix (ADW_ACTION_ROW (part->row), part->mark);
  adw_action_row_add_prefix (ADW_ACTION_ROW (part->row), part->check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (part->row), part->check);
  g_object_set_data (G_OBJECT (part->row), SEL_DRAFT_PART_KEY, part);
  if (take_record)
    add_tools (part);
  adw_preferences_group_add (group, part->row);
  g_signal_connect_object (part->check, "toggled", G_CALLBACK (sel_pdf_draft_note_change), self,
                           G_CONNECT_SWAPPED);
}

static AdwPreferencesGroup *
new_group (const char *title, gboolean has_rows)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());

  adw_preferences_group_set_title (group, title);
  gtk_widget_set_visible (GTK_WIDGET (group), has_rows);
  return group;
}

static AdwPreferencesGroup *
add_group (SelPdfDraft *self, const char *title, gboolean has_rows)
{
  AdwPreferencesGroup *group = new_group (title, has_rows);

  sel_record_form_add_group (self->form, group);
  return group;
}

static SelParty *
make_party (SelPdfDraft *self, guint i)
{
  SelParty *party = sel_found_agreement_dup_party (self->read->text->found, i);

  party->partner = g_array_index (self->read->lookup->partners, gint64, i);
  return party;
}

static SelSpan
get_party_span (SelPdfDraft *self, guint i)
{
  const SelFoundParty *party = g_ptr_array_index (self->read->text->found->parties, i);

  return sel_paper_trim (self->read->text->paper, party->span, ".,;");
}

static SelSpan
get_promise_span (GPtrArray *promises, guint i)
{
  return ((const SelFoundPromise *) g_ptr_array_index (promises, i))->text.span;
}

/* Lists what will be added with the agreement. The parties come first, as what refers to them has
 * it. */
static void
add_found (SelPdfDraft *self)
{
  const SelFoundAgreement *found = self->read->text->found;
  const SelAgreementSpan span =
    sel_agreement_span (&found->starts_on.date, &found->signed_on.date, &found->ends_on.date);
  AdwPreferencesGroup *group =
    new_group (_ ("Parties that are added with it"), found->parties->len > 0);

  sel_record_form_add_group_at_companion (self->form, group);
  for (guint i = 0; i < found->parties->len; i++)
    add_part (self, group, &sel_party_type, i, make_party (self, i),
              get_party_span (self, i));
  group = add_group (self, _ ("Scope that is added with it"), found->scope->len > 0);
  for (guint i = 0; i < found->scope->len; i++)
    add_part (self, group, &sel_scope_item_type, i, sel_found_agreement_dup_scope_item (found, i),
              get_promise_span (found->scope, i));
  group = add_group (self, _ ("Obligations that are added with it"), found->obligations->len > 0);
  for (guint i = 0; i < found->obligations->len; i++)
    add_part (self, group, &sel_obligation_type, i,
              sel_found_agreement_dup_obligation (found, i, &span.first_day),
              get_promise_span (found->obligations, i));
  group = add_group (self, _ ("Document that is added with it"), TRUE);
  add_part (self, group, &sel_document_type, 0, NULL, (SelSpan){ 0, 0 });
}

/* That the register has this file already, or a number that is on it; NULL where it has neither. */
char *
sel_pdf_draft_dup_twin (SelPdfDraft *self)
{
  const SelPageLookup *lookup = self->read->lookup;
  const SelFoundParty *party;

  if (lookup->same)
    /* Translators: %s is what an agreement is called */
    return g_strdup_printf (_ ("This very file is a document of “%s” already."), lookup->same);
  if (lookup->alike.id == 0)
    return NULL;

  party = g_ptr_array_index (self->read->text->found->parties, lookup->alike.number);
  /* Translators: the number of a party's copy, as printed */
  return g_strdup_printf (_ ("An agreement with the number %s is in the register already."),
                          party->number.text);
}

/* @button may be NULL. */
static void
add_remark (AdwPreferencesGroup *group, const char *message, GtkWidget *button)
{
  GtkWidget *row = sel_action_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), message);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), new_warning ());
  if (button)
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  adw_preferences_group_add (group, row);
}

/* What there is to ask about the paper, before it is filed. */
static void
add_remarks (SelPdfDraft *self)
{
  GPtrArray *remarks = self->read->text->remarks;
  AdwPreferencesGroup *group = add_group (self, _ ("Worth a look"), remarks->len > 0);

  for (guint i = 0; i < remarks->len; i++)
    {
      const SelRemark *remark = g_ptr_array_index (remarks, i);

      add_remark (group, remark->message,
                  sel_pdf_draft_new_place_button (self, self->view, remark->span));
    }
}

/* Lists what will be added with the agreement, and what there is to ask about it. */
void
sel_pdf_draft_add_parts (SelPdfDraft *self)
{
  add_found (self);
  add_remarks (self);
  refresh (self);
}
