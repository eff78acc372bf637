/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/receipts.h"

#include <glib/gi18n-lib.h>

#include "report/csv.h"
#include "report/json.h"
#include "report/text-table.h"

/* The columns, in order. */
enum
{
  MADE_AT,
  PARTNER,
  AGREEMENT,
  WHAT,
  SENSITIVITY,
  PURPOSE,
  FILE_NAME,
  BY,
  N_COLUMNS,
};

static const struct
{
  const char *name; /* in JSON and CSV */
  const char *label;
} columns[N_COLUMNS] = {
  [MADE_AT] = { "made_at", N_ ("Exported") },
  [PARTNER] = { "partner", N_ ("Partner") },
  [AGREEMENT] = { "agreement", N_ ("Agreement") },
  [WHAT] = { "what", N_ ("What") },
  [SENSITIVITY] = { "sensitivity", N_ ("Sensitivity") },
  [PURPOSE] = { "purpose", N_ ("Purpose") },
  [FILE_NAME] = { "file", N_ ("File") },
  [BY] = { "actor", N_ ("By") },
};

/* The choice that a receipt has in the column; NULL where it is text. */
static const SelChoice *
get_choice (const SelReceipt *receipt, guint column)
{
  if (column == WHAT && receipt->kind)
    return &sel_export_kinds[receipt->kind - 1];
  if (column == SENSITIVITY && receipt->sensitivity)
    return &sel_sensitivities[receipt->sensitivity - 1];
  return NULL;
}

/* The cell for other programs, which is lent; NULL for nothing. */
static const char *
get_text (const SelReceipt *receipt, guint column)
{
  const SelChoice *choice = get_choice (receipt, column);

  switch (column)
    {
    case MADE_AT:
      return receipt->made_at;
    case PARTNER:
      return receipt->partner_name;
    case AGREEMENT:
      return receipt->agreement_name;
    case PURPOSE:
      return receipt->purpose;
    case FILE_NAME:
      return receipt->file;
    case BY:
      return receipt->actor;
    default:
      return choice ? choice->code : NULL;
    }
}

/* The cell for a person. */
static char *
dup_display (const SelReceipt *receipt, guint column)
{
  const SelChoice *choice = get_choice (receipt, column);
  g_autoptr (GDateTime) moment = NULL;

  if (choice)
    return g_strdup (sel_choice_label (choice));
  if (column == MADE_AT && (moment = g_date_time_new_from_iso8601 (receipt->made_at, NULL)))
    return sel_instant_dup_display (moment);
  return g_strdup (get_text (receipt, column));
}

/* For a person, in the user's language. */
void
sel_receipts_append_text (GString *page, const GArray *receipts)
{
  g_autoptr (SelTextTable) table = sel_text_table_new (N_COLUMNS, N_COLUMNS);

  if (receipts->len == 0)
    {
      g_string_append_printf (page, "%s\n",
                              _ ("Nobody received data about this person from this register."));
      return;
    }

  for (guint column = 0; column < N_COLUMNS; column++)
    sel_text_table_add (table, _ (columns[column].label));
  for (guint i = 0; i < receipts->len; i++)
    for (guint column = 0; column < N_COLUMNS; column++)
      {
        g_autofree char *cell = dup_display (&g_array_index (receipts, SelReceipt, i), column);

        sel_text_table_add (table, cell);
      }
  sel_text_table_append_to (table, page);
}

/* For other programs. */
void
sel_receipts_append_json (GString *page, const GArray *receipts)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "receipts");
  json_builder_begin_array (builder);
  for (guint i = 0; i < receipts->len; i++)
    {
      const SelReceipt *receipt = &g_array_index (receipts, SelReceipt, i);

      json_builder_begin_object (builder);
      for (guint column = 0; column < N_COLUMNS; column++)
        sel_json_add_text (builder, columns[column].name, get_text (receipt, column));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  sel_json_append_to (builder, page);
}

/* For spreadsheets. */
void
sel_receipts_append_csv (GString *page, const GArray *receipts)
{
  const char *cells[N_COLUMNS];

  for (guint column = 0; column < N_COLUMNS; column++)
    cells[column] = columns[column].name;
  sel_csv_append_row (page, cells, N_COLUMNS);

  for (guint i = 0; i < receipts->len; i++)
    {
      for (guint column = 0; column < N_COLUMNS; column++)
        {
          const char *text = get_text (&g_array_index (receipts, SelReceipt, i), column);

          cells[column] = text ? text : "";
        }
      sel_csv_append_row (page, cells, N_COLUMNS);
    }
}
