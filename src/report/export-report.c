/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/export-report.h"

#include <glib/gi18n-lib.h>

#include "report/text-table.h"

static void
append_counts (GString *page, const SelExportResult *result)
{
  g_autoptr (SelTextTable) table = sel_text_table_new (2, 1);

  for (guint i = 0; i < SEL_N_RECORD_TYPES; i++)
    if (result->n_of[i])
      {
        sel_text_table_add (table, _ (sel_record_types[i]->plural));
        sel_text_table_add_number (table, (gint64) result->n_of[i]);
      }
  sel_text_table_add (table, _ ("Together"));
  sel_text_table_add_number (table, (gint64) result->n);

  sel_text_table_append_to (table, page);
}

/* Which fields stayed behind. A required one is there, with a code that tells nothing. */
static void
append_withheld (GString *page, const SelExportResult *result)
{
  gboolean is_first = TRUE;

  for (guint i = 0; i < SEL_N_RECORD_TYPES; i++)
    for (guint f = 0; f < sel_record_types[i]->n_fields; f++)
      {
        const SelField *field = &sel_record_types[i]->fields[f];

        if (!sel_export_result_has_withheld (result, i, f))
          continue;
        if (is_first)
          g_string_append_printf (page, "\n%s\n",
                                  _ ("Left out, because no agreement lets it travel"));
        is_first = FALSE;
        g_string_append (page, "  ");
        if (field->stand_in)
          /* Translators: a kind of record in the plural; a field of it that stays behind, but that a
           * file has to have; the code that stands in its place */
          g_string_append_printf (page, _ ("%s: %s (“%s” stands in its place)"),
                                  _ (sel_record_types[i]->plural), sel_field_label (field),
                                  field->stand_in);
        else
          g_string_append_printf (page, "%s: %s", _ (sel_record_types[i]->plural),
                                  sel_field_label (field));
        g_string_append_c (page, '\n');
      }
}

static void
append_head (GString *page, const SelExportResult *result)
{
  /* Translators: the name of a file, who receives it, the number of the file */
  g_string_append_printf (page, _ ("%s, for %s, number %ld"), result->file, result->partner,
                          (glong) result->header->sequence);
  g_string_append_c (page, '\n');
}

/* What a person has to know of it besides the numbers. */
static void
append_remarks (GString *page, const SelExportResult *result)
{
  g_autofree char *n_documents = sel_number_dup_display ((double) result->n_documents);
  g_autofree char *elsewhere = sel_export_elsewhere_dup_message (result->n_elsewhere);

  append_withheld (page, result);
  g_string_append_c (page, '\n');
  if (elsewhere)
    g_string_append_printf (page, "%s\n", elsewhere);
  if (result->n_documents)
    {
      g_string_append_printf (page,
                              result->is_packed
                                ? ngettext ("It holds %s PDF.", "It holds %s PDFs.",
                                            (gulong) result->n_documents)
                                : ngettext ("Send %s PDF along, which lies beside it.",
                                            "Send %s PDFs along, which lie beside it.",
                                            (gulong) result->n_documents),
                              n_documents);
      g_string_append_c (page, '\n');
    }
  /* Translators: %s is “Personal data” or the like */
  g_string_append_printf (page, _ ("The most sensitive that it holds: %s."),
                          sel_choice_label (&sel_sensitivities[result->sensitivity]));
}

/* For a person, in the user's language. */
void
sel_export_report_append_text (GString *page, const SelExportResult *result)
{
  append_head (page, result);
  append_counts (page, result);
  append_remarks (page, result);
  g_string_append_printf (page, "\n%s\n", _ ("Done."));
}

/* Likewise, as running text: a window does not keep the columns of a table. */
void
sel_export_report_append_running (GString *page, const SelExportResult *result)
{
  gboolean is_first = TRUE;

  append_head (page, result);
  for (guint i = 0; i < SEL_N_RECORD_TYPES; i++)
    {
      g_autofree char *number = sel_number_dup_display ((double) result->n_of[i]);

      if (result->n_of[i] == 0)
        continue;
      g_string_append_printf (page, "%s%s\302\240%s", /* a space that does not break */
                              is_first ? "" : " · ", _ (sel_record_types[i]->plural), number);
      is_first = FALSE;
    }
  g_string_append_c (page, '\n');
  append_remarks (page, result);
}

static void
add_withheld (JsonBuilder *builder, const SelExportResult *result)
{
  json_builder_set_member_name (builder, "withheld");
  json_builder_begin_array (builder);
  for (guint i = 0; i < SEL_N_RECORD_TYPES; i++)
    for (guint f = 0; f < sel_record_types[i]->n_fields; f++)
      if (sel_export_result_has_withheld (result, i, f))
        {
          json_builder_begin_object (builder);
          sel_json_add_text (builder, "record", sel_record_types[i]->name);
          sel_json_add_text (builder, "field", sel_record_types[i]->fields[f].name);
          sel_json_add_text (builder, "stand_in", sel_record_types[i]->fields[f].stand_in);
          json_builder_end_object (builder);
        }
  json_builder_end_array (builder);
}

/* Adds an object for other programs. */
void
sel_export_report_add_json (JsonBuilder *builder, const SelExportResult *result)
{
  json_builder_begin_object (builder);
  sel_json_add_text (builder, "file", result->file);
  sel_json_add_text (builder, "what", sel_export_kinds[result->kind - 1].code);
  sel_json_add_text (builder, "partner", result->partner);
  sel_json_add_text (builder, "sender", result->header->sender);
  sel_json_add_text (builder, "made_at", result->header->made_at);
  sel_json_add_number (builder, "sequence", result->header->sequence);
  sel_json_add_text (builder, "agreement", result->header->agreement);
  sel_json_add_number (builder, "total", (gint64) result->n);
  json_builder_set_member_name (builder, "counts");
  json_builder_begin_object (builder);
  for (guint i = 0; i < SEL_N_RECORD_TYPES; i++)
    if (result->n_of[i])
      sel_json_add_number (builder, sel_record_types[i]->name, (gint64) result->n_of[i]);
  json_builder_end_object (builder);
  sel_json_add_number (builder, "documents", (gint64) result->n_documents);
  sel_json_add_number (builder, "cohorts_elsewhere", (gint64) result->n_elsewhere);
  sel_json_add_text (builder, "sensitivity", sel_sensitivities[result->sensitivity].code);
  add_withheld (builder, result);
  json_builder_end_object (builder);
}
