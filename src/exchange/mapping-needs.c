/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/mapping-needs.h"

#include <glib/gi18n-lib.h>

#include "confined/error.h"
#include "confined/exchange-header.h"
#include "domain/participant.h"

/* Whether a column of the table or a default says it. */
gboolean
sel_mapping_says (const SelMapping *self, const SelRosterColumn *column)
{
  return g_hash_table_contains (self->headers, column->name) ||
         g_hash_table_contains (self->defaults, column->name);
}

static gboolean
says (const SelMapping *self, const char *name)
{
  const SelRosterColumn *column = sel_roster_column_by_name (self->kind, name);

  return column && sel_mapping_says (self, column);
}

/* Whether it can be the same in all rows. Who somebody is cannot. */
gboolean
sel_roster_column_takes_default (const SelRosterColumn *column)
{
  const SelField *field = sel_roster_column_field (column);

  if (field == NULL)
    return column->role == SEL_ROSTER_SESSION_DATE || column->role == SEL_ROSTER_SESSION_TIME;

  switch (field->kind)
    {
    case SEL_FIELD_CHOICE:
    case SEL_FIELD_REFERENCE:
    case SEL_FIELD_INTEGER:
      return TRUE;
    case SEL_FIELD_DATE:
      return !g_str_equal (column->name, "birth_date");
    default:
      return FALSE;
    }
}

/* Whether a record that is new to the register would be refused for want of it. */
gboolean
sel_mapping_needs (const SelMapping *self, const SelRosterColumn *column)
{
  const SelField *field = sel_roster_column_field (column);

  if (sel_mapping_says (self, column))
    return FALSE;
  if (field == NULL)
    return column->role == SEL_ROSTER_SESSION_DATE;
  if (g_str_equal (column->name, "cohort"))
    return self->kind == SEL_ROSTER_ATTENDANCE || !says (self, "programme");
  return !(field->flags & SEL_FIELD_OPTIONAL) &&
         !(self->kind == SEL_ROSTER_ATTENDANCE && column->type == &sel_participant_type);
}

/* Returns: (transfer full) (nullable): which of what new records need nobody says; NULL for none */
char *
sel_mapping_dup_missing (const SelMapping *self)
{
  g_autoptr (GString) missing = g_string_new (NULL);
  const SelRosterColumn *column;

  for (guint i = 0; (column = sel_roster_column_at (self->kind, i)); i++)
    if (sel_mapping_needs (self, column))
      g_string_append_printf (missing, "%s%s", missing->len ? ", " : "",
                              sel_roster_column_header (column));
  if (missing->len == 0)
    return NULL;

  /* Translators: names of fields of a table */
  return g_strdup_printf (_ ("Not said yet: %s. Records that are new to the register would be "
                             "refused."),
                          missing->str);
}

static gboolean
fail (GError **error, const char *message)
{
  g_set_error_literal (error, SEL_CONFINED_ERROR, SEL_CONFINED_ERROR_REFUSED, message);
  return FALSE;
}

/* Whether it is said which office sends the table. */
gboolean
sel_mapping_check_sender (const SelMapping *self, GError **error)
{
  const SelField *field = sel_record_type_field (&sel_exchange_header_type, "sender");

  if (self->sender == NULL || *self->sender == '\0')
    return fail (error, _ ("Say who sends the table: the code of the office."));
  if (!field->form->matches (self->sender))
    {
      /* Translators: what the code of an office looks like follows */
      g_autofree char *message =
        g_strdup_printf (_ ("This is not the code of an office. %s"), _ (field->form->message));

      return fail (error, message);
    }
  if (self->sender_name == NULL || *self->sender_name == '\0')
    return fail (error, _ ("Say who sends the table: the name of the office."));
  return TRUE;
}

static gboolean
check_person (const SelMapping *self, GError **error)
{
  const gboolean has_birth = says (self, "birth_date") || says (self, "birth");

  if (says (self, "nik") || says (self, "identifier") || (says (self, "name") && has_birth))
    return TRUE;
  return fail (error, _ ("No column says who a row is about. Choose the one of the NIK, of an "
                         "identifier, or those of the name and the birth date."));
}

/* Whether enough columns are said for a row to be taken. */
gboolean
sel_mapping_check_columns (const SelMapping *self, GError **error)
{
  switch (self->kind)
    {
    case SEL_ROSTER_PARTICIPANTS:
      return check_person (self, error);
    case SEL_ROSTER_ENROLMENTS:
      if (!says (self, "programme") && !says (self, "cohort"))
        return fail (error, _ ("It is not said what people are enrolled in. Choose the column of "
                               "the programme or the cohort, or say one for all rows."));
      return check_person (self, error);
    case SEL_ROSTER_ATTENDANCE:
      if (!says (self, "cohort"))
        return fail (error, _ ("It is not said which cohort met. Choose its column, or say it for "
                               "all rows."));
      if (!says (self, "session_date"))
        return fail (error, _ ("It is not said on which day the session was. Choose its column, or "
                               "say it for all rows."));
      return check_person (self, error);
    case SEL_ROSTER_INSTRUCTORS:
    case SEL_ROSTER_VENUES:
      return says (self, "name") || fail (error, _ ("No column says the name. Choose it."));
    case SEL_ROSTER_IMS:
    default:
      return TRUE;
    }
}
