/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "confined/exchange-elements.h"

#include <string.h>

#include "domain/nik.h"

#define SCHEMA_INSTANCE "http://www.w3.org/2001/XMLSchema-instance"

/* Where an element stands. */
enum
{
  DEPTH_ROOT = 1,
  DEPTH_RECORD,
  DEPTH_FIELD,
};

/* What SAX2 gives of an attribute. */
enum
{
  ATTRIBUTE_NAME,
  ATTRIBUTE_PREFIX,
  ATTRIBUTE_NAMESPACE,
  ATTRIBUTE_VALUE,
  ATTRIBUTE_END,
  SIZE_OF_ATTRIBUTE,
};

/* Where the text of a field lies in the text of its record. */
typedef struct
{
  gboolean is_said;
  gsize start;
  gsize length;
} Value;

struct _SelExchangeElements
{
  SelExchangeTeller *teller;
  SelExchangeValidator *validator;

  guint depth;
  guint skipped; /* the depth of the element that is skipped with all inside it; 0 for none */
  gboolean has_header;
  gboolean has_stray_text; /* since the last tag */
  gboolean is_complete;

  /* The record that is open. */
  const SelRecordType *type; /* NULL for none, or one that is not known */
  guint type_index;
  guint line;
  GString *id;
  GString *text; /* of all its fields, one after the other */
  Value values[SEL_EXCHANGE_MOST_FIELDS];
  guint next; /* the first field that may still come */
  gboolean has_problem;
  gboolean fits_schema;

  /* The field that is open. */
  guint field;
  guint field_line;
  gboolean field_has_problem;
};

/**
 * sel_exchange_elements_new:
 * @teller: (transfer none): who tells the program
 */
SelExchangeElements *
sel_exchange_elements_new (SelExchangeTeller *teller)
{
  SelExchangeElements *self = g_new0 (SelExchangeElements, 1);

  self->teller = teller;
  self->validator = sel_exchange_validator_new ();
  self->id = g_string_new (NULL);
  self->text = g_string_new (NULL);
  return self;
}

void
sel_exchange_elements_free (SelExchangeElements *self)
{
  g_clear_pointer (&self->validator, sel_exchange_validator_free);
  g_string_free (self->id, TRUE);
  g_string_free (self->text, TRUE);
  g_free (self);
}

/* Whether the root has ended. */
gboolean
sel_exchange_elements_is_complete (SelExchangeElements *self)
{
  return self->is_complete;
}

static void
stop (SelExchangeElements *self, SelExchangeProblem problem, guint line, const xmlChar *detail)
{
  const SelExchangePlace place = { line, SEL_EXCHANGE_NOTHING, SEL_EXCHANGE_NOTHING, "" };

  sel_exchange_teller_stop (self->teller, problem, &place, (const char *) detail);
}

/* One thing that is wrong with the open record; without a header nothing can be used. */
static void
refuse (SelExchangeElements *self,
        SelExchangeProblem problem,
        guint line,
        guint field,
        const xmlChar *detail)
{
  const guint type = self->type ? self->type_index : SEL_EXCHANGE_NOTHING;
  const SelExchangePlace place = { line, type, field, self->id->str };

  self->has_problem = TRUE;
  if (self->type == &sel_exchange_header_type)
    sel_exchange_teller_stop (self->teller, problem, &place, (const char *) detail);
  else
    sel_exchange_teller_refuse (self->teller, problem, &place, (const char *) detail);
}

static gboolean
is_ours (const xmlChar *uri)
{
  return uri && g_str_equal (uri, SEL_EXCHANGE_NAMESPACE);
}

/* Editors like to name a schema in the root. Nothing follows that pointer, here or in libxml2,
 * which has been given its schema. */
static gboolean
is_schema_location (const xmlChar **attribute)
{
  const char *uri = (const char *) attribute[ATTRIBUTE_NAMESPACE];

  return g_strcmp0 (uri, SCHEMA_INSTANCE) == 0 &&
         (g_str_equal (attribute[ATTRIBUTE_NAME], "schemaLocation") ||
          g_str_equal (attribute[ATTRIBUTE_NAME], "noNamespaceSchemaLocation"));
}

static gboolean
start_root (SelExchangeElements *self, guint line, const SelXmlElement *element)
{
  const xmlChar **attribute = element->attributes;
  const char *uri = (const char *) element->uri;

  if (!g_str_equal (element->name, SEL_EXCHANGE_ROOT))
    stop (self, SEL_PROBLEM_ROOT, line, element->name);
  else if (uri == NULL)
    stop (self, SEL_PROBLEM_NO_NAMESPACE, line, NULL);
  else if (!is_ours (element->uri) && g_str_has_prefix (uri, SEL_EXCHANGE_ANY_VERSION))
    stop (self, SEL_PROBLEM_VERSION, line, element->uri);
  else if (!is_ours (element->uri))
    stop (self, SEL_PROBLEM_NAMESPACE, line, element->uri);

  for (int i = 0; i < element->n_attributes; i++, attribute += SIZE_OF_ATTRIBUTE)
    if (!is_schema_location (attribute))
      stop (self, SEL_PROBLEM_UNKNOWN_ATTRIBUTE, line, attribute[ATTRIBUTE_NAME]);

  return !self->teller->is_over;
}

/* Most records are of the type of the one before, so that the search begins there. */
static gboolean
find_type (const xmlChar *name, guint *index)
{
  for (guint i = 0; i < SEL_N_EXCHANGE_TYPES; i++)
    {
      const guint place = (*index + i) % SEL_N_EXCHANGE_TYPES;

      if (g_str_equal (sel_exchange_type_at (place)->name, name))
        {
          *index = place;
          return TRUE;
        }
    }

  return FALSE;
}

/* Fields have an order, so that the search begins at @start. */
static gboolean
find_field (const SelRecordType *type, const xmlChar *name, guint start, guint *index)
{
  for (guint i = 0; i < type->n_fields; i++)
    {
      *index = (start + i) % type->n_fields;
      if (g_str_equal (type->fields[*index].name, name))
        return TRUE;
    }

  return FALSE;
}

/* As xs:token is read: no spaces at the ends, and one between words. */
static void
collapse (GString *text, gsize start)
{
  char *const first = text->str + start;
  char *to = first;

  for (const char *from = first; *from; from++)
    if (!g_ascii_isspace (*from))
      *to++ = *from;
    else if (to > first && to[-1] != ' ')
      *to++ = ' ';

  if (to > first && to[-1] == ' ')
    to--;
  g_string_truncate (text, (gsize) (to - text->str));
}

static gboolean
is_id (const xmlChar **attribute)
{
  return attribute[ATTRIBUTE_NAMESPACE] == NULL && g_str_equal (attribute[ATTRIBUTE_NAME], "id");
}

/* libxml2 hands over each ampersand of an attribute as "&#38;". */
static void
take_id (SelExchangeElements *self, const xmlChar **attribute)
{
  g_string_append_len (self->id,
                       (const char *) attribute[ATTRIBUTE_VALUE],
                       attribute[ATTRIBUTE_END] - attribute[ATTRIBUTE_VALUE]);
  g_string_replace (self->id, "&#38;", "&", 0);
  collapse (self->id, 0);
}

static void
take_attributes (SelExchangeElements *self, const SelXmlElement *element)
{
  const gboolean takes_id = self->type != &sel_exchange_header_type;
  const xmlChar **attribute = element->attributes;
  const xmlChar *unknown = NULL;
  gboolean has_id = FALSE;

  for (int i = 0; i < element->n_attributes; i++, attribute += SIZE_OF_ATTRIBUTE)
    if (takes_id && is_id (attribute))
      {
        has_id = TRUE;
        take_id (self, attribute);
      }
    else
      unknown = attribute[ATTRIBUTE_NAME];

  if (takes_id && !has_id)
    refuse (self, SEL_PROBLEM_NO_ID, self->line, SEL_EXCHANGE_NOTHING, NULL);
  if (unknown)
    refuse (self, SEL_PROBLEM_UNKNOWN_ATTRIBUTE, self->line, SEL_EXCHANGE_NOTHING, unknown);
}

static gboolean
start_record (SelExchangeElements *self, guint line, const SelXmlElement *element)
{
  const gboolean is_known = is_ours (element->uri) && find_type (element->name, &self->type_index);
  const gboolean is_header = is_known && self->type_index == SEL_N_RECORD_TYPES;

  self->type = is_known ? sel_exchange_type_at (self->type_index) : NULL;
  self->line = line;
  g_string_truncate (self->text, 0);
  memset (self->values, 0, sizeof self->values);
  self->next = 0;
  self->has_problem = FALSE;
  self->fits_schema = TRUE;

  if (is_header == self->has_header)
    stop (self, is_header ? SEL_PROBLEM_SECOND_HEADER : SEL_PROBLEM_NO_HEADER, line, NULL);
  self->has_header = TRUE;

  if (!is_known)
    {
      refuse (self, SEL_PROBLEM_UNKNOWN_RECORD, line, SEL_EXCHANGE_NOTHING, element->name);
      self->teller->n_refused++;
      return FALSE;
    }

  take_attributes (self, element);
  return TRUE;
}

/* To the schema a field that is missing before @end is shown as an empty one. It would lose its
 * place without, and say nothing more of this record. */
static void
pass_over_missing (SelExchangeElements *self, guint end)
{
  for (; self->next < end; self->next++)
    if (!(self->type->fields[self->next].flags & SEL_FIELD_OPTIONAL))
      {
        const SelXmlElement stand_in = {
          .name = (const xmlChar *) self->type->fields[self->next].name,
          .uri = (const xmlChar *) SEL_EXCHANGE_NAMESPACE,
        };

        sel_exchange_validator_start (self->validator, &stand_in);
        sel_exchange_validator_end (self->validator, &stand_in);
      }
}

static gboolean
start_field (SelExchangeElements *self, guint line, const SelXmlElement *element)
{
  gboolean came_before;
  guint index;

  if (!is_ours (element->uri) || !find_field (self->type, element->name, self->next, &index))
    {
      refuse (self, SEL_PROBLEM_UNKNOWN_FIELD, line, SEL_EXCHANGE_NOTHING, element->name);
      return FALSE;
    }

  came_before = self->values[index].is_said;
  self->values[index] = (Value){ .is_said = TRUE, .start = self->text->len };
  if (came_before || index < self->next)
    {
      refuse (self, came_before ? SEL_PROBLEM_TWICE : SEL_PROBLEM_OUT_OF_ORDER, line, index, NULL);
      return FALSE;
    }

  pass_over_missing (self, index);
  self->next = index + 1;
  self->field = index;
  self->field_line = line;
  self->field_has_problem = FALSE;
  if (element->n_attributes > 0)
    {
      self->field_has_problem = TRUE;
      refuse (self,
              SEL_PROBLEM_UNKNOWN_ATTRIBUTE,
              line,
              index,
              element->attributes[ATTRIBUTE_NAME]);
    }
  return TRUE;
}

/* Returns whether the schema should see the element: one that has no place here would make it
 * lose its own. */
static gboolean
start_element (SelExchangeElements *self, guint line, const SelXmlElement *element)
{
  switch (self->depth)
    {
    case DEPTH_ROOT:
      return start_root (self, line, element);
    case DEPTH_RECORD:
      return start_record (self, line, element);
    case DEPTH_FIELD:
      return start_field (self, line, element);
    default:
      self->field_has_problem = TRUE;
      refuse (self, SEL_PROBLEM_ELEMENT_INSIDE, line, self->field, NULL);
      return FALSE;
    }
}

/**
 * sel_exchange_elements_start:
 * @line: where it stands in the file
 */
void
sel_exchange_elements_start (SelExchangeElements *self, guint line, const SelXmlElement *element)
{
  if (++self->depth > SEL_EXCHANGE_MOST_DEPTH)
    stop (self, SEL_PROBLEM_TOO_DEEP, line, NULL);
  if (self->teller->is_over || self->skipped)
    return;

  self->has_stray_text = FALSE;
  if (!start_element (self, line, element))
    self->skipped = self->depth;
  else if (!sel_exchange_validator_start (self->validator, element))
    {
      /* The start of a record has nothing but its identifier to be wrong. */
      self->fits_schema = FALSE;
      if (self->depth == DEPTH_RECORD && !self->has_problem)
        refuse (self, SEL_PROBLEM_ID, line, SEL_EXCHANGE_NOTHING, NULL);
    }
}

/**
 * sel_exchange_elements_text:
 * @text: what came, of which more may come
 */
void
sel_exchange_elements_text (SelExchangeElements *self, guint line, const char *text, gsize length)
{
  if (self->teller->is_over || self->skipped)
    return;

  if (self->depth == DEPTH_FIELD)
    {
      if (self->text->len + length > SEL_EXCHANGE_MOST_TEXT)
        stop (self, SEL_PROBLEM_TEXT_TOO_LONG, line, NULL);
      else
        g_string_append_len (self->text, text, (gssize) length);
      return;
    }

  for (gsize i = 0; i < length && !self->has_stray_text; i++)
    if (!g_ascii_isspace (text[i]))
      {
        self->has_stray_text = TRUE;
        refuse (self, SEL_PROBLEM_STRAY_TEXT, line, SEL_EXCHANGE_NOTHING, NULL);
      }
}

/* What is wrong is told with the value, but for one that is personal. */
static void
refuse_value (SelExchangeElements *self, const Value *value)
{
  const SelField *field = &self->type->fields[self->field];
  g_autofree char *text = g_strndup (self->text->str + value->start, value->length);
  g_autofree char *masked = NULL;

  if (field->sensitivity >= SEL_PERSONAL && *text)
    masked = sel_text_dup_masked (text);
  else if (field->kind == SEL_FIELD_REFERENCE)
    masked = sel_nik_dup_hidden (text);
  refuse (self, SEL_PROBLEM_VALUE, self->field_line, self->field,
          (const xmlChar *) (masked ? masked : text));
}

static void
end_field (SelExchangeElements *self, const SelXmlElement *element)
{
  Value *value = &self->values[self->field];

  if (!(self->type->fields[self->field].flags & SEL_FIELD_MULTILINE))
    collapse (self->text, value->start);
  value->length = self->text->len - value->start;

  sel_exchange_validator_text (self->validator, self->text->str + value->start, value->length);
  if (!sel_exchange_validator_end (self->validator, element) && !self->field_has_problem)
    refuse_value (self, value);
}

static void
tell_record (SelExchangeElements *self)
{
  SelFrameWriter *writer = sel_exchange_teller_begin (self->teller, SEL_FRAME_EXCHANGE_RECORD);

  sel_frame_put_u32 (writer, self->line);
  sel_frame_put_u32 (writer, self->type_index);
  sel_frame_put_text_len (writer, self->id->str, self->id->len);
  for (guint i = 0; i < self->type->n_fields; i++)
    if (self->values[i].is_said)
      sel_frame_put_text_len (writer,
                              self->text->str + self->values[i].start,
                              self->values[i].length);
    else
      sel_frame_put_text (writer, NULL);
  sel_exchange_teller_end (self->teller);
}

static void
end_record (SelExchangeElements *self, const SelXmlElement *element)
{
  pass_over_missing (self, self->type->n_fields);
  self->fits_schema &= sel_exchange_validator_end (self->validator, element);

  for (guint i = 0; i < self->type->n_fields; i++)
    if (!self->values[i].is_said && !(self->type->fields[i].flags & SEL_FIELD_OPTIONAL))
      refuse (self, SEL_PROBLEM_MISSING, self->line, i, NULL);
  if (!self->fits_schema && !self->has_problem)
    refuse (self, SEL_PROBLEM_SCHEMA, self->line, SEL_EXCHANGE_NOTHING, NULL);

  if (!self->has_problem)
    tell_record (self);
  else
    self->teller->n_refused++;

  self->type = NULL;
  g_string_truncate (self->id, 0);
}

void
sel_exchange_elements_end (SelExchangeElements *self, const SelXmlElement *element)
{
  const guint depth = self->depth--;

  self->has_stray_text = FALSE;
  if (self->teller->is_over)
    return;

  if (self->skipped)
    {
      if (self->skipped == depth)
        self->skipped = 0;
    }
  else if (depth == DEPTH_FIELD)
    end_field (self, element);
  else if (depth == DEPTH_RECORD)
    end_record (self, element);
  else
    {
      self->is_complete = TRUE;
      if (!sel_exchange_validator_end (self->validator, element))
        stop (self, SEL_PROBLEM_NO_HEADER, 0, NULL);
    }
}
