/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/exchange/waiting.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "domain/field.h"
#include "store/plan-table.h"
#include "ui/exchange/undecided.h"

struct _SelWaiting
{
  GtkWidget parent_instance;

  GtkWidget *scroller;
  AdwPreferencesGroup *group;
  GPtrArray *rows; /* of GtkWidget, lent by the group */

  SelUndecided *undecided;
};

G_DEFINE_FINAL_TYPE (SelWaiting, sel_waiting, GTK_TYPE_WIDGET)

static void
add_button (AdwActionRow *row, const char *label, const char *action, GVariant *target)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (button), target);
  adw_action_row_add_suffix (row, button);
}

static AdwActionRow *
add_row (SelWaiting *self, const char *title, const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_preferences_group_add (self->group, row);
  g_ptr_array_add (self->rows, row);
  return ADW_ACTION_ROW (row);
}

static void
add_plan (SelWaiting *self, const SelPlanRow *plan)
{
  g_autoptr (GDateTime) moment = g_date_time_new_from_iso8601 (plan->planned_at, NULL);
  g_autofree char *when = moment ? sel_instant_dup_display (moment) : g_strdup (plan->planned_at);
  /* Translators: a plan of an import: its sender, when it was made, by whom */
  g_autofree char *subtitle =
    g_strdup_printf (_ ("from %s · looked through %s by %s"), plan->sender_name, when, plan->actor);
  AdwActionRow *row = add_row (self, plan->file, subtitle);

  add_button (row, _ ("_Discard the plan"), "exchange.forget-plan", g_variant_new_int64 (plan->id));
  add_button (row, _ ("_Go on"), "exchange.open-plan", g_variant_new_int64 (plan->id));
}

static void
add_pairs (SelWaiting *self, guint n)
{
  g_autofree char *number = sel_number_dup_display (n);
  g_autofree char *title = g_strdup_printf (
    sel_undecided_has_more_pairs (self->undecided)
      ? ngettext ("%s possible duplicate and more", "%s possible duplicates and more", n)
      : ngettext ("%s possible duplicate", "%s possible duplicates", n),
    number);
  AdwActionRow *row = add_row (self, title, _ ("Records that may be one: compare and decide"));

  add_button (row, _ ("Co_mpare"), "exchange.compare", NULL);
}

static void
fill (SelWaiting *self)
{
  GPtrArray *plans = sel_undecided_get_plans (self->undecided);
  guint n_pairs = sel_undecided_get_n_pairs (self->undecided);

  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->group, self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);

  for (guint i = 0; i < plans->len; i++)
    add_plan (self, plans->pdata[i]);
  if (n_pairs)
    add_pairs (self, n_pairs);
  gtk_widget_set_visible (GTK_WIDGET (self), self->rows->len > 0);
}

void
sel_waiting_attach (SelWaiting *self, SelOffice *office)
{
  self->undecided = g_object_ref (sel_undecided_of (office));
  g_signal_connect_object (self->undecided, "read", G_CALLBACK (fill), self, G_CONNECT_SWAPPED);
  fill (self);
}

static void
sel_waiting_dispose (GObject *object)
{
  SelWaiting *self = SEL_WAITING (object);

  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_object (&self->undecided);

  G_OBJECT_CLASS (sel_waiting_parent_class)->dispose (object);
}

static void
sel_waiting_class_init (SelWaitingClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sel_waiting_dispose;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/selaras/Selaras/ui/exchange/waiting.ui");
  gtk_widget_class_bind_template_child (widget_class, SelWaiting, scroller);
  gtk_widget_class_bind_template_child (widget_class, SelWaiting, group);
}

static void
sel_waiting_init (SelWaiting *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->rows = g_ptr_array_new ();
}
