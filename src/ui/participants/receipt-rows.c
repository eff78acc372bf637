/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/participants/receipt-rows.h"

#include <glib/gi18n-lib.h>

#include "store/export-log.h"
#include "ui/line-layout.h"
#include "ui/records/field-group.h"

/* As many are shown unless all are asked for. */
#define MOST_AT_FIRST 5

static char *
dup_details (const SelReceipt *receipt)
{
  g_autoptr (GDateTime) moment = g_date_time_new_from_iso8601 (receipt->made_at, NULL);
  g_autofree char *when = moment ? sel_instant_dup_display (moment) : g_strdup (receipt->made_at);
  g_autoptr (GString) facts = g_string_new (when);

  sel_fact_append (facts, NULL,
                   receipt->kind ? sel_choice_label (&sel_export_kinds[receipt->kind - 1]) : NULL);
  sel_fact_append (facts, C_ ("export", "under"), receipt->agreement_name);
  sel_fact_append (facts, C_ ("export", "by"), receipt->actor);
  g_string_append_c (facts, '\n');
  /* Translators: what a partner needed the data of an export for */
  g_string_append_printf (facts, _ ("Purpose: %s"), receipt->purpose);
  return g_string_free (g_steal_pointer (&facts), FALSE);
}

static GtkWidget *
row_new (const SelReceipt *receipt)
{
  g_autofree char *details = dup_details (receipt);
  GtkWidget *row;

  if (receipt->partner)
    row = sel_link_row_new (receipt->partner_name, details, &sel_partner_type, receipt->partner);
  else
    {
      row = sel_action_row_new ();
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), receipt->partner_name);
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), details);
    }
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  return row;
}

static void
show_first (SelRowGroup *group, GArray *receipts, guint n)
{
  sel_row_group_clear (group);
  for (guint i = 0; i < n; i++)
    sel_row_group_append (group, row_new (&g_array_index (receipts, SelReceipt, i)));
}

/* The row that asks goes with the others. */
static void
show_all_cb (GtkWidget *row, gpointer user_data)
{
  g_autoptr (GArray) receipts = g_array_ref (user_data);
  GtkWidget *group = gtk_widget_get_ancestor (row, SEL_TYPE_ROW_GROUP);

  show_first (SEL_ROW_GROUP (group), receipts, receipts->len);
  gtk_widget_child_focus (group, GTK_DIR_TAB_FORWARD);
}

static GtkWidget *
all_row_new (GArray *receipts)
{
  g_autofree char *number = sel_number_dup_display (receipts->len);
  g_autofree char *title =
    g_strdup_printf (ngettext ("Show all %s", "Show all %s", receipts->len), number);
  GtkWidget *row = sel_action_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_signal_connect_data (row, "activated", G_CALLBACK (show_all_cb), g_array_ref (receipts),
                         (GClosureNotify) (GCallback) g_array_unref, 0);
  return row;
}

/* Fills @group with @receipts, of #SelReceipt. */
void
sel_receipts_show (SelRowGroup *group, GArray *receipts)
{
  show_first (group, receipts, MIN (receipts->len, MOST_AT_FIRST));
  if (receipts->len > MOST_AT_FIRST)
    sel_row_group_append (group, all_row_new (receipts));
  sel_row_group_set_empty (group, _ ("Nobody received data about this person from here."));
}
