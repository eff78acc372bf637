/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/exchange/sheet-cell.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "domain/typed.h"

/* A place, a date, or both. */
static char *
dup_birth (const char *text)
{
  const char *comma = strrchr (text, ',');
  const char *day = comma ? comma + 2 : text;
  g_autofree char *place = g_strndup (text, (gsize) (day - text));
  g_autofree char *display = NULL;
  GDate date;

  if (!sel_typed_date (day, &date))
    return g_strdup (text);

  display = sel_date_dup_display (&date);
  return g_strconcat (place, display, NULL);
}

/* The stable form of a value as a person reads it. */
static char *
dup_value (const SelRosterColumn *column, const char *text)
{
  const SelField *field = sel_roster_column_field (column);
  GDate date;

  if (field && field->kind == SEL_FIELD_CHOICE)
    for (const SelChoice *choice = field->choices; choice->code; choice++)
      if (g_str_equal (choice->code, text))
        return g_strdup (sel_choice_label (choice));
  if (field && field->kind == SEL_FIELD_BOOLEAN)
    return g_strdup (g_str_equal (text, "true") ? _ ("Yes") : _ ("No"));
  if ((field ? field->kind == SEL_FIELD_DATE : column->role == SEL_ROSTER_SESSION_DATE) &&
      sel_typed_date (text, &date))
    return sel_date_dup_display (&date);
  if (column->role == SEL_ROSTER_BIRTH)
    return dup_birth (text);

  return g_strdup (text);
}

static char *
dup_line (const char *text)
{
  return g_strstrip (g_strdelimit (g_strdup (text), "\r\n\t", ' '));
}

/**
 * sel_sheet_cell_dup_display:
 * @field: (nullable): what the mapping makes of the cell; NULL when it is not used
 * @reveals: whether personal values are shown; what is not used may be one
 * @reason: (out) (transfer full) (nullable): why the cell cannot be read; NULL when it can
 *
 * Returns: (transfer full): what a person sees of it
 */
char *
sel_sheet_cell_dup_display (const SelRosterLook *look,
                            const SelLookRow *row,
                            guint cell,
                            const SelRosterColumn *field,
                            gboolean reveals,
                            char **reason)
{
  g_autoptr (GError) wrong = NULL;
  g_autofree char *value = field ? sel_roster_look_dup_value (look, row, field, &wrong) : NULL;
  const char *raw = cell < row->n_cells ? row->cells[cell].text : NULL;
  g_autofree char *text = NULL;
  g_autofree char *masked = NULL;

  *reason = wrong ? g_strdup (wrong->message) : NULL;
  if (value)
    text = dup_value (field, value);
  else if (raw && (wrong || field == NULL))
    text = dup_line (raw);
  else
    return g_strdup ("");

  if (!reveals && (field == NULL || sel_roster_column_is_personal (field)))
    masked = sel_text_dup_masked (text);

  return g_strconcat (wrong ? "⚠ " : "", masked ? masked : text, NULL);
}
