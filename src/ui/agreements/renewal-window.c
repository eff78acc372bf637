/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/agreements/renewal-window.h"

#include <glib/gi18n-lib.h>

#include "domain/agreement-family.h"
#include "domain/findings.h"
#include "domain/records.h"
#include "domain/renewal.h"
#include "store/agreement-view.h"
#include "store/record.h"
#include "store/renewal.h"
#include "ui/agreements/promise-rows.h"
#include "ui/forms/field-row.h"
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
  GtkWidget *title;
  GtkWidget *starts_on;
  GtkWidget *ends_on;
  GtkLabel *problem;
  GtkLabel *warnings;
  SelRowGroup *scope;
  SelRowGroup *obligations;

  SelOffice *office;
  SelAgreement *draft; /* NULL until what is renewed was read */
  SelAgreementSpan renewed;
  SelAgreementSpan umbrella;
  gboolean has_umbrella;
  GPtrArray *checks;   /* of GtkCheckButton, borrowed: those of the promises */
};

G_DEFINE_FINAL_TYPE (SelRenewalWindow, sel_renewal_window, ADW_TYPE_WINDOW)

static void
drafted_cb (GObject *store, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SelRenewalWindow) self = user_data;
  const SelRenewal *renewal = g_object_get_data (G_OBJECT (self), "renewal");
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
    sel_record_open (parent, &sel_agreement_type, renewal->draft->record.id);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
renewal_free (gpointer data)
{
  SelRenewal *self = data;

  sel_record_free (&sel_agreement_type, self->draft);
  g_array_unref (self->scope_items);
  g_array_unref (self->obligations);
  g_free (self);
}

static gboolean
renewal_write (SelAct *act, gpointer user_data, GError **error)
{
  return sel_renewal_write (act, user_data, error);
}

/* The fields of the draft that stand in the window, and their rows. */
#define N_ROWS 3

static const SelField *
get_row (SelRenewalWindow *self, guint i, GtkWidget **row)
{
  static const char *const names[N_ROWS] = { "title", "starts_on", "ends_on" };
  GtkWidget *const rows[N_ROWS] = { self->title, self->starts_on, self->ends_on };

  *row = rows[i];
  return sel_record_type_field (&sel_agreement_type, names[i]);
}

/* Says what is wrong, at the row where there is one, and lets it be mended. */
static void
complain (SelRenewalWindow *self, const SelField *about, const char *message)
{
  for (guint i = 0; i < N_ROWS; i++)
    {
      GtkWidget *row;
      const SelField *field = get_row (self, i, &row);

      sel_field_row_mark (row, field, field == about ? message : NULL);
      if (field == about)
        gtk_widget_grab_focus (row);
    }

  gtk_label_set_text (self->problem, message ? message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), message != NULL);
}

/* Whether what the rows hold can be drafted. */
static gboolean
read_rows (SelRenewalWindow *self)
{
  g_autoptr (SelFindings) findings = sel_findings_new ();
  const SelFinding *wrong;

  for (guint i = 0; i < N_ROWS; i++)
    {
      GtkWidget *row;
      const SelField *field = get_row (self, i, &row);
      g_autoptr (GError) error = NULL;

      if (!sel_field_row_get (row, field, self->draft, &error))
        {
          complain (self, field, error->message);
          return FALSE;
        }
    }

  sel_renewal_settle_term (self->draft);
  sel_record_check (&sel_agreement_type, self->draft, sel_office_get_today (self->office), findings);
  wrong = sel_findings_first_error (findings);
  if (wrong)
    complain (self, wrong->field, wrong->message);
  return wrong == NULL;
}

static void
draft_cb (SelRenewalWindow *self)
{
  SelRenewal *renewal;

  if (!read_rows (self))
    return;

  renewal = g_new0 (SelRenewal, 1);
  renewal->draft = sel_record_copy (&sel_agreement_type, self->draft);
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
  GtkWidget *label = gtk_label_new (became ? became : _ ("nothing recorded yet"));

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
      g_autofree char *became = sel_agreement_view_dup_scope_done (view, item);

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
      g_autofree char *done = sel_agreement_view_dup_obligation_done (view, obligation);
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

/* Says what does not fit the agreement that is renewed, or the one above it: a person may mean
 * that. */
static void
warn (SelRenewalWindow *self)
{
  g_autoptr (SelFindings) findings = sel_findings_new ();
  g_autoptr (GString) text = g_string_new (NULL);
  SelAgreement *draft = sel_record_copy (&sel_agreement_type, self->draft);
  gboolean is_whole = TRUE;
  SelAgreementSpan span;

  for (guint i = 0; i < N_ROWS; i++)
    {
      GtkWidget *row;
      const SelField *field = get_row (self, i, &row);

      is_whole &= sel_field_row_get (row, field, draft, NULL);
    }

  span = sel_agreement_span (&draft->starts_on, &draft->signed_on, &draft->ends_on);
  if (is_whole) /* not while a day is being typed */
    sel_agreement_check_family (&span, self->has_umbrella ? &self->umbrella : NULL,
                                &self->renewed, findings);
  for (guint i = 0; i < sel_findings_get_n (findings); i++)
    g_string_append_printf (text, "%s%s", i ? "\n" : "", sel_findings_get (findings, i)->message);
  gtk_label_set_text (self->warnings, text->str);
  gtk_widget_set_visible (GTK_WIDGET (self->warnings), text->len > 0);
  sel_record_free (&sel_agreement_type, draft);
}

/* What was wrong is being mended. */
static void
changed_cb (G_GNUC_UNUSED GtkWidget *row, gpointer user_data)
{
  complain (user_data, NULL, NULL);
  warn (user_data);
}

/* What the term of the draft is held against. */
static void
note_family (SelRenewalWindow *self, const SelAgreement *agreement, const SelAgreementView *view)
{
  const SelAgreementLink *parent = sel_agreement_view_get_only (view, SEL_RELATION_PARENT);

  self->renewed =
    sel_agreement_span (&agreement->starts_on, &agreement->signed_on, &view->ends_on);
  self->has_umbrella = parent && agreement->kind != SEL_AGREEMENT_ADDENDUM;
  if (parent)
    self->umbrella = sel_agreement_link_get_span (parent);
}

static void
show_draft (SelRenewalWindow *self, const SelAgreement *agreement, const SelAgreementView *view)
{
  self->draft = sel_renewal_new (agreement, &view->ends_on);
  for (guint i = 0; i < N_ROWS; i++)
    {
      GtkWidget *row;
      const SelField *field = get_row (self, i, &row);

      sel_field_row_attach (row, field, self->office, changed_cb, self);
      sel_field_row_set (row, field, self->draft);
    }
  note_family (self, agreement, view);
  warn (self);
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
  show_draft (self, contents->agreement, contents->view);
  show_scope (self, contents->view);
  show_obligations (self, contents->view);
  gtk_window_present (GTK_WINDOW (self));
}

static void
sel_renewal_window_finalize (GObject *object)
{
  SelRenewalWindow *self = SEL_RENEWAL_WINDOW (object);

  g_clear_object (&self->office);
  sel_record_free (&sel_agreement_type, self->draft);
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
  gtk_widget_class_bind_template_child (widget_class, SelRenewalWindow, title);
  gtk_widget_class_bind_template_child (widget_class, SelRenewalWindow, starts_on);
  gtk_widget_class_bind_template_child (widget_class, SelRenewalWindow, ends_on);
  gtk_widget_class_bind_template_child (widget_class, SelRenewalWindow, problem);
  gtk_widget_class_bind_template_child (widget_class, SelRenewalWindow, warnings);
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
  gtk_window_set_transient_for (GTK_WINDOW (self), GTK_WINDOW (gtk_widget_get_root (parent)));
  sel_read_async (sel_office_get_store (office), read_contents,
                  g_memdup2 (&question, sizeof question), g_free, contents_free, NULL, self, read_cb);
}
