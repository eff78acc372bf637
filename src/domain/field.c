/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/field.h"

#include <math.h>
#include <string.h>

#include <glib/gi18n-lib.h>

G_DEFINE_QUARK (sel - record - error - quark, sel_record_error)

#define MOST_BYTES_UNLESS_SAID 1000

const char *
sel_field_label (const SelField *field)
{
  return _ (field->label);
}

const char *
sel_field_hint (const SelField *field)
{
  return _ (field->hint);
}

const char *
sel_choice_label (const SelChoice *choice)
{
  return g_dpgettext2 (GETTEXT_PACKAGE, "choice", choice->label);
}

/* The longest text that @field takes, in bytes of UTF-8. */
gsize
sel_field_most_bytes (const SelField *field)
{
  return field->most ? (gsize) field->most : MOST_BYTES_UNLESS_SAID;
}

gboolean
sel_field_is_empty (const SelField *field, gconstpointer record)
{
  switch (field->kind)
    {
    case SEL_FIELD_TEXT:
      return *SEL_MEMBER_CONST (char *, record, field) == NULL;
    case SEL_FIELD_INTEGER:
      return *SEL_MEMBER_CONST (gint64, record, field) == SEL_NO_INTEGER;
    case SEL_FIELD_REAL:
      return isnan (*SEL_MEMBER_CONST (double, record, field));
    case SEL_FIELD_BOOLEAN:
      return FALSE;
    case SEL_FIELD_DATE:
      return !g_date_valid (SEL_MEMBER_CONST (GDate, record, field));
    case SEL_FIELD_TIME:
      return !g_date_valid (&SEL_MEMBER_CONST (SelCivilTime, record, field)->date);
    case SEL_FIELD_CHOICE:
      return *SEL_MEMBER_CONST (int, record, field) == 0;
    case SEL_FIELD_CHOICES:
      return *SEL_MEMBER_CONST (guint, record, field) == 0;
    case SEL_FIELD_REFERENCE:
      return *SEL_MEMBER_CONST (gint64, record, field) == 0;
    default:
      g_return_val_if_reached (TRUE);
    }
}

/* A switch that is off says as little as an empty field. */
gboolean
sel_field_says_nothing (const SelField *field, gconstpointer record)
{
  return field->kind == SEL_FIELD_BOOLEAN ? !*SEL_MEMBER_CONST (gboolean, record, field)
                                          : sel_field_is_empty (field, record);
}

gboolean
sel_field_is_equal (const SelField *field, gconstpointer a, gconstpointer b)
{
  gboolean a_is_empty = sel_field_is_empty (field, a);

  if (a_is_empty || sel_field_is_empty (field, b))
    return a_is_empty == sel_field_is_empty (field, b);

  switch (field->kind)
    {
    case SEL_FIELD_TEXT:
      return g_str_equal (*SEL_MEMBER_CONST (char *, a, field),
                          *SEL_MEMBER_CONST (char *, b, field));
    case SEL_FIELD_INTEGER:
    case SEL_FIELD_REFERENCE:
      return *SEL_MEMBER_CONST (gint64, a, field) == *SEL_MEMBER_CONST (gint64, b, field);
    case SEL_FIELD_REAL:
      return *SEL_MEMBER_CONST (double, a, field) == *SEL_MEMBER_CONST (double, b, field);
    case SEL_FIELD_DATE:
      return g_date_compare (SEL_MEMBER_CONST (GDate, a, field),
                             SEL_MEMBER_CONST (GDate, b, field)) == 0;
    case SEL_FIELD_TIME:
      return sel_civil_time_compare (SEL_MEMBER_CONST (SelCivilTime, a, field),
                                     SEL_MEMBER_CONST (SelCivilTime, b, field)) == 0;
    case SEL_FIELD_BOOLEAN:
    case SEL_FIELD_CHOICE:
    case SEL_FIELD_CHOICES:
      return *SEL_MEMBER_CONST (guint, a, field) == *SEL_MEMBER_CONST (guint, b, field);
    default:
      g_return_val_if_reached (FALSE);
    }
}

/* Makes the field of @record say nothing. */
void
sel_field_clear (const SelField *field, gpointer record)
{
  switch (field->kind)
    {
    case SEL_FIELD_TEXT:
      g_clear_pointer (SEL_MEMBER (char *, record, field), g_free);
      break;
    case SEL_FIELD_INTEGER:
      *SEL_MEMBER (gint64, record, field) = SEL_NO_INTEGER;
      break;
    case SEL_FIELD_REAL:
      *SEL_MEMBER (double, record, field) = NAN;
      break;
    case SEL_FIELD_DATE:
      g_date_clear (SEL_MEMBER (GDate, record, field), 1);
      break;
    case SEL_FIELD_TIME:
      g_date_clear (&SEL_MEMBER (SelCivilTime, record, field)->date, 1);
      SEL_MEMBER (SelCivilTime, record, field)->minutes = 0;
      break;
    case SEL_FIELD_BOOLEAN:
    case SEL_FIELD_CHOICE:
    case SEL_FIELD_CHOICES:
      *SEL_MEMBER (guint, record, field) = 0;
      break;
    case SEL_FIELD_REFERENCE:
      *SEL_MEMBER (gint64, record, field) = 0;
      break;
    default:
      g_return_if_reached ();
    }
}

void
sel_field_copy (const SelField *field, gpointer to, gconstpointer from)
{
  sel_field_clear (field, to);

  switch (field->kind)
    {
    case SEL_FIELD_TEXT:
      *SEL_MEMBER (char *, to, field) = g_strdup (*SEL_MEMBER_CONST (char *, from, field));
      break;
    case SEL_FIELD_INTEGER:
    case SEL_FIELD_REFERENCE:
      *SEL_MEMBER (gint64, to, field) = *SEL_MEMBER_CONST (gint64, from, field);
      break;
    case SEL_FIELD_REAL:
      *SEL_MEMBER (double, to, field) = *SEL_MEMBER_CONST (double, from, field);
      break;
    case SEL_FIELD_DATE:
      *SEL_MEMBER (GDate, to, field) = *SEL_MEMBER_CONST (GDate, from, field);
      break;
    case SEL_FIELD_TIME:
      *SEL_MEMBER (SelCivilTime, to, field) = *SEL_MEMBER_CONST (SelCivilTime, from, field);
      break;
    case SEL_FIELD_BOOLEAN:
    case SEL_FIELD_CHOICE:
    case SEL_FIELD_CHOICES:
      *SEL_MEMBER (guint, to, field) = *SEL_MEMBER_CONST (guint, from, field);
      break;
    default:
      g_return_if_reached ();
    }
}

/* A record of @type in which no field says anything; sel_record_free() frees it. */
gpointer
sel_record_new (const SelRecordType *type)
{
  gpointer record = g_malloc0 (type->size);

  for (guint i = 0; i < type->n_fields; i++)
    sel_field_clear (&type->fields[i], record);

  return record;
}

gpointer
sel_record_copy (const SelRecordType *type, gconstpointer record)
{
  const SelRecord *head = record;
  SelRecord *copy = sel_record_new (type);

  copy->id = head->id;
  copy->uid = g_strdup (head->uid);
  copy->version = head->version;
  for (guint i = 0; i < type->n_fields; i++)
    sel_field_copy (&type->fields[i], copy, record);

  return copy;
}

/* Fills in what follows from the rest of @record: whoever writes it does this first. */
void
sel_record_derive (const SelRecordType *type, gpointer record)
{
  if (type->derive)
    type->derive (record);
}

/* Makes @record as new, so that one struct can take many records in turn. */
void
sel_record_clear (const SelRecordType *type, gpointer record)
{
  SelRecord *head = record;

  for (guint i = 0; i < type->n_fields; i++)
    sel_field_clear (&type->fields[i], record);
  head->id = 0;
  g_clear_pointer (&head->uid, g_free);
  head->version = 0;
}

void
sel_record_free (const SelRecordType *type, gpointer record)
{
  if (record == NULL)
    return;

  sel_record_clear (type, record);
  g_free (record);
}

/* The field of @type called @name, or NULL. */
const SelField *
sel_record_type_field (const SelRecordType *type, const char *name)
{
  for (guint i = 0; i < type->n_fields; i++)
    if (g_str_equal (type->fields[i].name, name))
      return &type->fields[i];

  return NULL;
}

/* Whether records of @type are parts of others, and go with them. */
gboolean
sel_record_type_is_part (const SelRecordType *type)
{
  for (guint i = 0; i < type->n_fields; i++)
    if (type->fields[i].flags & SEL_FIELD_OWNER)
      return TRUE;

  return FALSE;
}

/* The field of @type that names its owner, where that is a record of the type @of; NULL where it is not. */
const SelField *
sel_record_type_owner (const SelRecordType *type, const SelRecordType *of)
{
  for (guint i = 0; i < type->n_fields; i++)
    if (type->fields[i].flags & SEL_FIELD_OWNER && type->fields[i].refers_to == of)
      return &type->fields[i];

  return NULL;
}

/* The field of @other that names its owner, where records of @type are owned by the same type: a
 * party and an obligation are both part of an agreement. NULL where they are not. */
const SelField *
sel_record_type_shared_owner (const SelRecordType *type, const SelRecordType *other)
{
  for (guint i = 0; i < type->n_fields; i++)
    for (guint j = 0; j < other->n_fields; j++)
      if (type->fields[i].flags & other->fields[j].flags & SEL_FIELD_OWNER &&
          type->fields[i].refers_to == other->fields[j].refers_to)
        return &other->fields[j];

  return NULL;
}
