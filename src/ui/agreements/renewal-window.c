/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/agreements/renewal-window.h"

#include <glib/gi18n-lib.h>

#include "domain/renewal.h"
#include "store/agreement-view.h"
#include "store/record.h"
#include "store/renewal.h"
#include "ui/agreements/promise-rows.h"
#include "ui/line-layout.h"
#include "ui/reading.h"
#include "ui/record-actions.h"
#include "ui/records/field-group.h"
#include "ui/records/row-group.h"

#define SEL_TYPE_RENEWAL_WINDOW (sel_renewal_window_get_type ())
G_DECLARE_FINAL_TYPE (SelRenewalWindow, sel_renewal_window, SEL, RENEWAL_WINDOW, AdwWindow)

struct _SelRenewalWindow
{
  AdwWindow parent_instance;

  GtkWidget *draft_button;
  SelRowGroup *totals;
  SelRowGroup *term;
  SelRowGroup *scope;
  SelRowGroup *obligations;

  SelOffice *office;
  gint64 agreement;
  GDate ends_on;
  GPtrArray *checks; /* of GtkCheckButton, borrowed: those of the promises */
};

G_DEFINE_FINAL_TYPE (SelRenewalWindow, sel_renewal_window, ADW_TYPE_WINDOW)

static void
drafted_cb (GObject *store, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SelRenewalWindow) self = user_data;
  SelRenewal *renewal = g_object_get_data (G_OBJECT (self), "renewal");
  GtkWidget *parent = GTK_WIDGET (gtk_window_get_transient_for (GTK_WINDOW (self)));
  g_autoptr (GError) error = NULL;

  if (sel_store_write_finish (SEL_STORE (store), result, &error) < 0)
    {
      gtk_widget_set_sensitive (self->draft_button, TRUE);
      sel_office_fail (self->office, error->message);
      return;
    }

  sel_office_say_undoable (self->office, _ ("Drafted"));
  if (parent)
    sel_record_open (parent, &sel_agreement_type, renewal->draft);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
renewal_free (gpointer data)
{
  SelRenewal *self = data;

  g_array_unref (self->scope_items);
  g_array_unref (self->obligations);
  g_free (self);
}

static gboolean
renewal_write (SelAct *act, gpointer user_data, GError **error)
{
  return sel_renewal_write (act, user_data, error);
}

static void
draft_cb (SelRenewalWindow *self)
{
  SelRenewal *renewal = g_new0 (SelRenewal, 1);

  renewal->agreement = self->agreement;
  renewal->ends_on = self->ends_on;
  renewal->scope_items = g_array_new (FALSE, FALSE, sizeof (gint64));
  renewal->obligations = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (guint i = 0; i < self->checks->len; i++)
    {
      GtkWidget *check = g_ptr_array_index (self->checks, i);
      const gint64 *id = g_object_get_data (G_OBJECT (check), "id");
      const gboolean is_scope = g_object_get_data (G_OBJECT (check), "type") == &sel_scope_item_type;

      if (gtk_check_button_get_active (GTK_CHECK_BUTTON (check)))
        g_array_append_val (is_scope ? renewal->scope_items : renewal->obligations, *id);
    }

  gtk_widget_set_sensitive (self->draft_button, FALSE);
  g_object_set_data_full (G_OBJECT (self), "renewal", renewal, renewal_free);
  sel_store_write_async (sel_office_get_store (self->office), SEL_ACT_FORM, renewal_write, renewal,
                         NULL, drafted_cb, g_object_ref (self));
}

/* A promise on the left, with a mark whether it goes on, and what became of it on the right. */
static void
add_promise (SelRenewalWindow *self,
             SelRowGroup *group,
             const SelRecordType *type,
             gint64 id,
             const char *text,
             const char *facts,
             const char *became,
             gboolean goes_on)
{
  GtkWidget *row = sel_action_row_new ();
  GtkWidget *check = gtk_check_button_new ();
  GtkWidget *label = gtk_label_new (became ? became : _ ("nothing recorded"));

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), text);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), facts);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), goes_on);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  g_object_set_data (G_OBJECT (check), "type", (gpointer) type);
  g_object_set_data_full (G_OBJECT (check), "id", g_memdup2 (&id, sizeof id), g_free);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_width_chars (GTK_LABEL (label), 28);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 28);
  if (became == NULL)
    gtk_widget_add_css_class (label, "dim-label");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);

  g_ptr_array_add (self->checks, check);
  sel_row_group_append (group, row);
}

static void
show_scope (SelRenewalWindow *self, const SelAgreementView *view)
{
  for (guint i = 0; i < view->scope_items->len; i++)
    {
      const SelAgreementScopeItem *item =
        &g_array_index (view->scope_items, SelAgreementScopeItem, i);
      g_autofree char *became =
        sel_realised_dup_text_of_topic (view->realised, item->topic, item->n_realisations);

      add_promise (self, self->scope, &sel_scope_item_type, item->id, item->text,
                   sel_choice_label (&sel_scope_topics[item->topic - 1]), became, TRUE);
    }
  sel_row_group_set_empty (self->scope, _ ("No scope item is recorded."));
}

/* What was owed once and is done does not go on. */
static void
show_obligations (SelRenewalWindow *self, const SelAgreementView *view)
{
  for (guint i = 0; i < view->obligations->len; i++)
    {
      const SelAgreementObligation *obligation =
        &g_array_index (view->obligations, SelAgreementObligation, i);
      g_autofree char *done =
        sel_realised_dup_text_of_topic (view->realised, obligation->topic, obligation->n_realisations);
      g_autoptr (GString) became = g_string_new (sel_obligation_state_label (obligation->state));
      const gboolean is_over =
        obligation->state == SEL_OBLIGATION_DONE && !obligation->terms.recurrence;

      sel_fact_append (became, NULL, done);
      add_promise (self, self->obligations, &sel_obligation_type, obligation->id, obligation->text,
                   obligation->partner_name ? obligation->partner_name : _ ("all parties"),
                   became->str, !is_over);
    }
  sel_row_group_set_empty (self->obligations, _ ("No obligation is recorded."));
}

/* An office that renews asks first what came of it. */
static void
show_totals (SelRenewalWindow *self, const SelAgreementView *view)
{
  g_autofree char *text = sel_realised_dup_text (view->realised, view->realisations->len);
  GtkWidget *row = sel_action_row_new ();

  if (text == NULL)
    {
      GtkWidget *mark = gtk_image_new_from_icon_name ("dialog-warning-symbolic");

      gtk_widget_add_css_class (mark, "warning");
      adw_action_row_add_prefix (ADW_ACTION_ROW (row), mark);
      text = g_strdup (_ ("Nothing is recorded that was done under this agreement. Offices ask for it "
                          "before they renew."));
    }
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), text);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  sel_row_group_append (self->totals, row);
}

static void
add_day (SelRowGroup *group, const char *label, const GDate *day)
{
  g_autofree char *text = g_date_valid (day) ? sel_date_dup_display (day) : NULL;

  sel_row_group_append (group, sel_value_row_new (label, text ? text : _ ("to be filled in")));
}

static void
show_term (SelRenewalWindow *self, const SelAgreement *agreement, const SelAgreementView *view)
{
  SelAgreement *draft = sel_renewal_new (agreement, &view->ends_on);

  self->ends_on = view->ends_on;
  add_day (self->term, _ ("Starts on"), &draft->starts_on);
  add_day (self->term, _ ("Ends on"), &draft->ends_on);
  sel_record_free (&sel_agreement_type, draft);
}

/* What is read on a thread, and shown. */
typedef struct
{
  SelAgreement *agreement;
  SelAgreementView *view;
} Contents;

static void
contents_free (gpointer data)
{
  Contents *self = data;

  sel_record_free (&sel_agreement_type, self->agreement);
  sel_agreement_view_free (self->view);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Contents, contents_free)

typedef struct
{
  gint64 agreement;
  GDate today;
  guint notice_days;
} Question;

static gpointer
read_contents (SelConnection *connection, gpointer question, GError **error)
{
  const Question *asked = question;
  g_autoptr (Contents) self = g_new0 (Contents, 1);

  if (!(self->agreement =
          sel_record_load (connection, &sel_agreement_type, asked->agreement, error)) ||
      !(self->view = sel_agreement_view_read (connection, asked->agreement, &asked->today,
                                              asked->notice_days, error)) ||
      !(self->view->realised =
          sel_realised_count (connection, asked->agreement, &asked->today, error)))
    return NULL;

  return g_steal_pointer (&self);
}

static void
read_cb (GObject *source, GAsyncResult *result, G_GNUC_UNUSED gpointer user_data)
{
  SelRenewalWindow *self = SEL_RENEWAL_WINDOW (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (Contents) contents = sel_read_finish (result, &error);

  if (contents == NULL)
    {
      sel_office_fail (self->office, error->message);
      gtk_window_destroy (GTK_WINDOW (self));
      return;
    }

  show_totals (self, contents->view);
  show_term (self, contents->agreement, contents->view);
  show_scope (self, contents->view);
  show_obligations (self, contents->view);
  gtk_window_present (GTK_WINDOW (self));
}

static void
sel_renewal_window_finalize (GObject *object)
{
  SelRenewalWindow *self = SEL_RENEWAL_WINDOW (object);

  g_clear_object (&self->office);
  g_ptr_array_unref (self->checks);

  G_OBJECT_CLASS (sel_renewal_window_parent_class)->finalize (object);
}

static void
sel_renewal_window_class_init (SelRenewalWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = sel_renewal_window_finalize;

  g_type_ensure (SEL_TYPE_ROW_GROUP);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/selaras/Selaras/ui/agreements/renewal-window.ui");
  gtk_widget_class_bind_template_child (widget_class, SelRenewalWindow, draft_button);
  gtk_widget_class_bind_template_child (widget_class, SelRenewalWindow, totals);
  gtk_widget_class_bind_template_child (widget_class, SelRenewalWindow, term);
  gtk_widget_class_bind_template_child (widget_class, SelRenewalWindow, scope);
  gtk_widget_class_bind_template_child (widget_class, SelRenewalWindow, obligations);
  gtk_widget_class_bind_template_callback (widget_class, draft_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
sel_renewal_window_init (SelRenewalWindow *self)
{
  self->checks = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* Shows what was promised and what became of it, as soon as it is counted. */
void
sel_renewal_window_present (GtkWidget *parent, SelOffice *office, gint64 agreement)
{
  SelRenewalWindow *self = g_object_new (SEL_TYPE_RENEWAL_WINDOW, NULL);
  const Question question = { agreement, *sel_office_get_today (office),
                              sel_office_get_notice_days (office) };

  self->office = g_object_ref (office);
  self->agreement = agreement;
  gtk_window_set_transient_for (GTK_WINDOW (self), GTK_WINDOW (gtk_widget_get_root (parent)));
  sel_read_async (sel_office_get_store (office), read_contents,
                  g_memdup2 (&question, sizeof question), g_free, contents_free, NULL, self, read_cb);
}
