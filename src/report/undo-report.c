/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/undo-report.h"

#include <glib/gi18n-lib.h>

#include "domain/nik.h"
#include "report/json.h"

/* How each reason is called in JSON. */
static const char *const reasons[] = {
  [SEL_KEPT_CHANGED] = "changed",
  [SEL_KEPT_IN_USE] = "in_use",
  [SEL_KEPT_TAKEN] = "taken",
};

static void
append_line (GString *page, char *take_line)
{
  g_string_append_printf (page, "%s\n", take_line);
  g_free (take_line);
}

static void
append_kept (GString *page, const char *file, const SelKept *kept)
{
  g_autofree char *reason = sel_kept_dup_reason (kept);
  g_autofree char *hidden = sel_nik_dup_hidden (kept->key);
  g_autofree char *key = hidden ? sel_text_dup_printable (hidden, FALSE) : NULL;

  g_string_append (page, "  ");
  if (kept->line)
    {
      g_string_append_printf (page, _ ("%s, line %u"), file, (guint) kept->line);
      g_string_append (page, ": ");
    }
  g_string_append (page, _ (kept->type->label));
  if (key)
    g_string_append_printf (page, " “%s”", key);
  if (kept->field)
    g_string_append_printf (page, ", %s", sel_field_label (kept->field));
  g_string_append_printf (page, ": %s\n", reason);
}

/* For a person, in the user's language. */
void
sel_undo_report_append_text (GString *page, const SelUndoneImport *outcome)
{
  g_autofree char *removed = sel_number_dup_display ((double) outcome->n_removed);
  g_autofree char *reset = sel_number_dup_display ((double) outcome->n_reset);
  g_autofree char *kept = sel_number_dup_display ((double) outcome->n_kept);
  g_autofree char *remark = sel_undone_import_dup_remark (outcome);

  /* Translators: the name of a file, and who sent it */
  g_string_append_printf (page, _ ("The import of %s, from %s, was taken back."), outcome->file,
                          outcome->sender_name);
  g_string_append_c (page, '\n');
  append_line (page, g_strdup_printf (ngettext ("%s record was removed.",
                                                "%s records were removed.",
                                                (gulong) outcome->n_removed),
                                      removed));
  append_line (page, g_strdup_printf (ngettext ("%s record was set back.",
                                                "%s records were set back.",
                                                (gulong) outcome->n_reset),
                                      reset));
  if (outcome->n_kept == 0)
    return;

  append_line (page, g_strdup_printf (ngettext ("%s record was kept:",
                                                "%s records were kept:",
                                                (gulong) outcome->n_kept),
                                      kept));
  for (guint i = 0; i < outcome->kept->len; i++)
    append_kept (page, outcome->file, outcome->kept->pdata[i]);
  if (outcome->kept->len == SEL_UNDO_MOST_KEPT)
    {
      g_string_append_printf (page, _ ("Only the first %u are listed."), SEL_UNDO_MOST_KEPT);
      g_string_append_c (page, '\n');
    }
  if (remark)
    g_string_append_printf (page, "%s\n", remark);
}

static void
add_kept (JsonBuilder *builder, const SelKept *kept)
{
  g_autofree char *id = sel_nik_dup_hidden (kept->key);

  json_builder_begin_object (builder);
  sel_json_add_number (builder, "line", kept->line ? kept->line : SEL_NO_INTEGER);
  sel_json_add_text (builder, "record", kept->type->name);
  sel_json_add_text (builder, "id", id);
  sel_json_add_text (builder, "field", kept->field ? kept->field->name : NULL);
  sel_json_add_text (builder, "reason", reasons[kept->reason]);
  json_builder_end_object (builder);
}

/* For other programs. */
void
sel_undo_report_append_json (GString *page, const SelUndoneImport *outcome)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  sel_json_add_text (builder, "file", outcome->file);
  sel_json_add_text (builder, "sender_name", outcome->sender_name);
  sel_json_add_number (builder, "removed", (gint64) outcome->n_removed);
  sel_json_add_number (builder, "set_back", (gint64) outcome->n_reset);
  sel_json_add_text (builder, "followed_by", outcome->follower);
  sel_json_add_number (builder, "kept", (gint64) outcome->n_kept);
  json_builder_set_member_name (builder, "list");
  json_builder_begin_array (builder);
  for (guint i = 0; i < outcome->kept->len; i++)
    add_kept (builder, outcome->kept->pdata[i]);
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  sel_json_append_to (builder, page);
}
