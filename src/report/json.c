/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/json.h"

#include "domain/field.h"

/* NULL becomes null. */
void
sel_json_add_text (JsonBuilder *builder, const char *name, const char *text)
{
  json_builder_set_member_name (builder, name);
  if (text)
    json_builder_add_string_value (builder, text);
  else
    json_builder_add_null_value (builder);
}

/* SEL_NO_INTEGER becomes null. */
void
sel_json_add_number (JsonBuilder *builder, const char *name, gint64 number)
{
  json_builder_set_member_name (builder, name);
  if (number == SEL_NO_INTEGER)
    json_builder_add_null_value (builder);
  else
    json_builder_add_int_value (builder, number);
}

/* An invalid date becomes null. */
void
sel_json_add_date (JsonBuilder *builder, const char *name, const GDate *date)
{
  g_autofree char *text = g_date_valid (date) ? sel_date_dup_text (date) : NULL;

  sel_json_add_text (builder, name, text);
}

/* Appends what was built, indented, and the end of the last line. */
void
sel_json_append_to (JsonBuilder *builder, GString *page)
{
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  g_autoptr (JsonNode) root = json_builder_get_root (builder);

  json_generator_set_root (generator, root);
  json_generator_set_pretty (generator, TRUE);
  json_generator_to_gstring (generator, page);
  g_string_append_c (page, '\n');
}
