/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/agreements/agreement-companion.h"

#include <glib/gi18n-lib.h>

#include "domain/records.h"
#include "store/agreement-alike.h"
#include "ui/forms/reference-row.h"
#include "ui/lists/cell.h"
#include "ui/reading.h"
#include "ui/record-actions.h"
#include "ui/records/field-group.h"

/* Milliseconds after the last letter before the register is looked through. */
#define PAUSE 250

#define MOST_PARTIES 9

struct _SelAgreementCompanion
{
  AdwPreferencesGroup parent_instance;

  GPtrArray *rows;   /* of SelReferenceRow, borrowed: the parties in their order; the last one is free */
  GPtrArray *like;   /* of SelParty: the first of them, as they stand in the paper before */
  GArray *given;     /* (nullable): gint64, partners that somebody else adds; 0 for an unknown one */
  GtkWidget *notice; /* (owned) */

  SelOffice *office;
  SelAgreementTyped *typed; /* that is to be looked for */
  GCancellable *reading;    /* the newest question */
  guint pause_source;

  void (*changed) (gpointer user_data);
  gpointer user_data;
};

static void sel_agreement_companion_form_companion_init (SelFormCompanionInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (SelAgreementCompanion,
                               sel_agreement_companion,
                               ADW_TYPE_PREFERENCES_GROUP,
                               G_IMPLEMENT_INTERFACE (SEL_TYPE_FORM_COMPANION,
                                                      sel_agreement_companion_form_companion_init))

static void
clear_notice (SelAgreementCompanion *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->notice)))
    gtk_box_remove (GTK_BOX (self->notice), child);
  gtk_widget_set_visible (self->notice, FALSE);
}

/* The agreement is shown in the window behind the form. */
static void
look_cb (GtkWidget *button)
{
  GtkWindow *form = GTK_WINDOW (gtk_widget_get_root (button));
  GtkWindow *parent = gtk_window_get_transient_for (form);

  if (parent)
    sel_record_open (GTK_WIDGET (parent), &sel_agreement_type,
                     *(gint64 *) g_object_get_data (G_OBJECT (button), "id"));
}

static void
add_alike (SelAgreementCompanion *self, const SelAgreementLink *link)
{
  const char *code = sel_agreement_state_code (link->state);
  g_autofree char *state =
    g_strdup_printf ("%s %s", sel_state_mark (code), sel_agreement_state_label (link->state));
  g_autoptr (GString) text = g_string_new (link->title);
  GtkWidget *button = gtk_button_new ();
  GtkWidget *label;

  sel_fact_append (text, NULL, link->number);
  sel_fact_append (text, NULL, link->partners);
  sel_fact_append (text, NULL, state);
  label = gtk_label_new (text->str);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_button_set_child (GTK_BUTTON (button), label);
  gtk_widget_add_css_class (button, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, text->str,
                                  -1);
  gtk_widget_set_tooltip_text (button, _ ("Show it in the window behind"));
  g_object_set_data_full (G_OBJECT (button), "id", g_memdup2 (&link->id, sizeof link->id), g_free);
  g_signal_connect (button, "clicked", G_CALLBACK (look_cb), NULL);
  gtk_box_append (GTK_BOX (self->notice), button);
}

static gpointer
read_alike (SelConnection *connection, gpointer question, GError **error)
{
  return sel_agreement_alike_read (connection, question, error);
}

static void
read_cb (GObject *source, GAsyncResult *result, G_GNUC_UNUSED gpointer user_data)
{
  SelAgreementCompanion *self = SEL_AGREEMENT_COMPANION (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) links = sel_read_finish (result, &error);
  GtkWidget *label;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  clear_notice (self);
  if (links == NULL || links->len == 0) /* a failure is said where the record is saved */
    return;

  label = gtk_label_new (_ ("There may be one already:"));
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "warning");
  gtk_box_append (GTK_BOX (self->notice), label);
  for (guint i = 0; i < links->len; i++)
    add_alike (self, &g_array_index (links, SelAgreementLink, i));
  gtk_widget_set_visible (self->notice, TRUE);
}

static void
stop_reading (SelAgreementCompanion *self)
{
  g_clear_handle_id (&self->pause_source, g_source_remove);
  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  g_clear_pointer (&self->typed, sel_agreement_typed_free);
}

static gboolean
read_after_pause_cb (gpointer user_data)
{
  SelAgreementCompanion *self = user_data;

  self->pause_source = 0;
  self->reading = g_cancellable_new ();
  sel_read_async (sel_office_get_store (self->office), read_alike, g_steal_pointer (&self->typed),
                  (GDestroyNotify) sel_agreement_typed_free, (GDestroyNotify) g_array_unref,
                  self->reading, self, read_cb);
  return G_SOURCE_REMOVE;
}

static GArray *
dup_partners (SelAgreementCompanion *self)
{
  GArray *partners = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < self->rows->len; i++)
    {
      const gint64 id = sel_reference_row_get_id (g_ptr_array_index (self->rows, i));

      if (id)
        g_array_append_val (partners, id);
    }

  return partners;
}

/* What is compared. */
static GArray *
dup_all_partners (SelAgreementCompanion *self)
{
  GArray *partners = dup_partners (self);

  for (guint i = 0; self->given && i < self->given->len; i++)
    if (g_array_index (self->given, gint64, i))
      g_array_append_val (partners, g_array_index (self->given, gint64, i));

  return partners;
}

static void
sel_agreement_companion_follow (SelFormCompanion *companion, gconstpointer record)
{
  SelAgreementCompanion *self = SEL_AGREEMENT_COMPANION (companion);
  const SelAgreement *agreement = record;

  stop_reading (self);
  if (agreement->title == NULL || agreement->kind == SEL_AGREEMENT_ADDENDUM)
    {
      clear_notice (self);
      return;
    }

  self->typed = g_new0 (SelAgreementTyped, 1);
  self->typed->title = g_strdup (agreement->title);
  self->typed->partners = dup_all_partners (self);
  self->typed->id = agreement->record.id;
  self->typed->parent = agreement->parent;
  self->typed->renews = agreement->renews;
  self->typed->span =
    sel_agreement_span (&agreement->starts_on, &agreement->signed_on, &agreement->ends_on);
  self->typed->today = *sel_office_get_today (self->office);
  self->typed->notice_days = sel_office_get_notice_days (self->office);
  self->pause_source = g_timeout_add (PAUSE, read_after_pause_cb, self);
}

static void add_row (SelAgreementCompanion *self);

/* There is always a free row for one more. */
static void
row_changed_cb (SelAgreementCompanion *self)
{
  SelReferenceRow *last = g_ptr_array_index (self->rows, self->rows->len - 1);

  if (sel_reference_row_get_id (last) && self->rows->len < MOST_PARTIES)
    add_row (self);
  self->changed (self->user_data);
}

static void
add_row (SelAgreementCompanion *self)
{
  GtkWidget *row = g_object_new (SEL_TYPE_REFERENCE_ROW, NULL);
  g_autofree char *label = sel_party_dup_label (NULL, self->rows->len + 1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), label);
  sel_reference_row_attach (SEL_REFERENCE_ROW (row), self->office, &sel_partner_type, TRUE);
  g_signal_connect_object (row, "changed", G_CALLBACK (row_changed_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  g_ptr_array_add (self->rows, row);
}

static void
sel_agreement_companion_attach (SelFormCompanion *companion,
                                SelOffice *office,
                                gconstpointer record,
                                GCallback changed,
                                gpointer user_data)
{
  SelAgreementCompanion *self = SEL_AGREEMENT_COMPANION (companion);
  const gboolean is_new = ((const SelRecord *) record)->id == 0;

  self->office = g_object_ref (office);
  self->changed = (void (*) (gpointer)) changed;
  self->user_data = user_data;
  gtk_widget_set_visible (GTK_WIDGET (self), is_new);
  for (guint i = 0; is_new && i < 2; i++)
    add_row (self);
}

static GtkWidget *
sel_agreement_companion_get_notice (SelFormCompanion *companion)
{
  return SEL_AGREEMENT_COMPANION (companion)->notice;
}

static const SelParty *
get_like (SelAgreementCompanion *self, guint i)
{
  return i < self->like->len ? g_ptr_array_index (self->like, i) : NULL;
}

static gint64
get_partner (SelAgreementCompanion *self, guint row)
{
  return row < self->rows->len ? sel_reference_row_get_id (g_ptr_array_index (self->rows, row)) : 0;
}

/* The party of @row: as it stands in the paper before, also where it has moved to another row; what
 * that calls it goes with its place there. */
static SelParty *
party_new (SelAgreementCompanion *self, guint row)
{
  const gint64 partner = get_partner (self, row);
  const SelParty *like = get_like (self, row);
  SelParty *party;

  if (like && like->partner == partner)
    return sel_record_copy (&sel_party_type, like);

  for (guint i = 0; (like = get_like (self, i)); i++)
    if (like->partner == partner && get_partner (self, i) != partner)
      break;
  party = like ? sel_record_copy (&sel_party_type, like) : sel_record_new (&sel_party_type);
  g_clear_pointer (&party->label, g_free);
  party->partner = partner;
  return party;
}

static GArray *
sel_agreement_companion_dup_parts (SelFormCompanion *companion)
{
  SelAgreementCompanion *self = SEL_AGREEMENT_COMPANION (companion);
  GArray *parts = sel_form_parts_new ();

  for (guint i = 0; i < self->rows->len; i++)
    if (get_partner (self, i))
      {
        SelParty *party = party_new (self, i);
        const SelFormPart part = { &sel_party_type, party };

        g_array_append_val (parts, part);
        party->position = parts->len;
      }

  return parts;
}

static void
sel_agreement_companion_form_companion_init (SelFormCompanionInterface *iface)
{
  iface->attach = sel_agreement_companion_attach;
  iface->follow = sel_agreement_companion_follow;
  iface->get_notice = sel_agreement_companion_get_notice;
  iface->dup_parts = sel_agreement_companion_dup_parts;
}

static void
sel_agreement_companion_dispose (GObject *object)
{
  SelAgreementCompanion *self = SEL_AGREEMENT_COMPANION (object);

  stop_reading (self);
  g_clear_object (&self->notice);
  g_clear_object (&self->office);

  G_OBJECT_CLASS (sel_agreement_companion_parent_class)->dispose (object);
}

static void
sel_agreement_companion_finalize (GObject *object)
{
  SelAgreementCompanion *self = SEL_AGREEMENT_COMPANION (object);

  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->like);
  g_clear_pointer (&self->given, g_array_unref);

  G_OBJECT_CLASS (sel_agreement_companion_parent_class)->finalize (object);
}

static void
sel_agreement_companion_class_init (SelAgreementCompanionClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sel_agreement_companion_dispose;
  G_OBJECT_CLASS (klass)->finalize = sel_agreement_companion_finalize;
}

static void
sel_agreement_companion_init (SelAgreementCompanion *self)
{
  self->rows = g_ptr_array_new ();
  self->like = g_ptr_array_new ();
  self->notice = g_object_ref_sink (gtk_box_new (GTK_ORIENTATION_VERTICAL, 3));
  gtk_widget_add_css_class (self->notice, "form-problems");
  gtk_widget_set_visible (self->notice, FALSE);
}

/* The parties are added with the agreement by somebody else, and only looked for: @partners is of
 * gint64, 0 for one that is not known. */
void
sel_agreement_companion_use_partners (SelAgreementCompanion *self, GArray *partners)
{
  g_clear_pointer (&self->given, g_array_unref);
  self->given = g_array_ref (partners);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  self->changed (self->user_data);
}

/* Begins with @parties, of #SelParty, that are those of the paper before. */
void
sel_agreement_companion_begin_with (SelAgreementCompanion *self, GPtrArray *parties)
{
  g_ptr_array_unref (self->like);
  self->like = g_ptr_array_ref (parties);
  for (guint i = 0; i < parties->len; i++)
    {
      if (i == self->rows->len)
        add_row (self);
      sel_reference_row_set_id (g_ptr_array_index (self->rows, i), get_like (self, i)->partner);
    }
  if (parties->len == self->rows->len)
    add_row (self);
}
