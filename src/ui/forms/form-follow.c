/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What follows from other fields, as the last day does from the first and the term, follows them while
 * they are filled in, until a person says otherwise. */
#include "ui/forms/field-row.h"
#include "ui/forms/record-form-private.h"

/* @record as it would be if nobody had said anything in @field. */
static gpointer
derive (SelRecordForm *self, const SelField *field, gconstpointer record)
{
  gpointer derived = sel_record_copy (self->type, record);

  sel_field_clear (field, derived);
  sel_record_derive (self->type, derived);
  return derived;
}

/* Notes which fields of the record that the form opens with follow from the others. */
void
sel_record_form_note_derived (SelRecordForm *self)
{
  for (guint i = 0; i < self->type->n_fields; i++)
    {
      const SelField *field = &self->type->fields[i];
      gpointer derived = derive (self, field, self->record);

      self->follows[i] = (field->flags & SEL_FIELD_OPTIONAL) &&
                         sel_field_is_equal (field, derived, self->record);
      sel_record_free (self->type, derived);
    }
}

/* Somebody else says what @field is: it does not follow from the rest. */
void
sel_record_form_hold (SelRecordForm *self, const char *field)
{
  self->follows[sel_record_type_field (self->type, field) - self->type->fields] = FALSE;
}

static gboolean
is_following (SelRecordForm *self, guint place)
{
  return self->rows[place] && self->follows[place] && !self->touched[place];
}

/* Sets the row to what @derived says, if it says something else; whether it did. */
static gboolean
follow_one (SelRecordForm *self, guint place, gconstpointer derived, gpointer shown)
{
  const SelField *field = &self->type->fields[place];

  if (sel_field_is_empty (field, derived) ||
      !sel_field_row_get (self->rows[place], field, shown, NULL) ||
      sel_field_is_equal (field, derived, shown))
    return FALSE;

  self->is_filling = TRUE;
  sel_field_row_set (self->rows[place], field, derived);
  self->is_filling = FALSE;
  return TRUE;
}

/* Sets the rows that follow from what others hold now, as @record has it; whether any was. */
gboolean
sel_record_form_follow (SelRecordForm *self, gconstpointer record)
{
  gboolean has_changed = FALSE;
  gpointer derived, shown;

  if (self->type->derive == NULL)
    return FALSE;

  derived = sel_record_copy (self->type, record);
  shown = sel_record_new (self->type);
  for (guint i = 0; i < self->type->n_fields; i++)
    if (is_following (self, i))
      sel_field_clear (&self->type->fields[i], derived);
  sel_record_derive (self->type, derived);
  for (guint i = 0; i < self->type->n_fields; i++)
    if (is_following (self, i))
      has_changed |= follow_one (self, i, derived, shown);
  sel_record_free (self->type, derived);
  sel_record_free (self->type, shown);
  return has_changed;
}
