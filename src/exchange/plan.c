/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/plan.h"

#include <sys/stat.h>

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

#include "exchange/import-doubts.h"

/* The outcome of a dry run, as a GVariant:
 *
 *   file, how it is read when it is a table; who signed it when it is a package, and with which key;
 *     the newest number of the sender before it,
 *   header: texts of its fields, in their order,
 *   counts: type ("" for all together), verdict, how many,
 *   notes: verdict, line, type ("" for none), identifier, field, its value, reason,
 *   pairs: type, line, identifier, older, its identifier, what it counts as, texts of theirs and of
 *     ours.
 */
#define COUNTS "a(sut)"
#define NOTES "a(uusmsmsmsms)"
#define PAIRS "a(susxmsubamsams)"
#define CONTENT "(smsmsmsxbams" COUNTS NOTES PAIRS ")"

void
sel_plan_free (SelPlan *self)
{
  if (self == NULL)
    return;

  sel_import_result_free (self->result);
  sel_mapping_free (self->mapping);
  g_free (self->path);
  g_free (self);
}

/* Whether there is something to import or to decide. */
gboolean
sel_plan_is_worth_keeping (const SelImportResult *result)
{
  return result->is_dry_run && (result->pairs->len || sel_import_result_has_work (result));
}

static GVariant *
pack_header (const SelExchangeHeader *header)
{
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("ams"));
  for (guint i = 0; i < sel_exchange_header_type.n_fields; i++)
    {
      const SelField *field = &sel_exchange_header_type.fields[i];
      g_autofree char *text =
        sel_field_is_empty (field, header) ? NULL : sel_field_dup_text (field, header);

      g_variant_builder_add (&builder, "ms", text);
    }
  return g_variant_builder_end (&builder);
}

static void
pack_count (GVariantBuilder *builder, const char *type, const guint64 *counts)
{
  for (guint verdict = 0; verdict < SEL_N_IMPORT_VERDICTS; verdict++)
    if (counts[verdict])
      g_variant_builder_add (builder, "(sut)", type, verdict, counts[verdict]);
}

static GVariant *
pack_counts (const SelImportResult *result)
{
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE (COUNTS));
  pack_count (&builder, "", result->n);
  for (guint i = 0; i < SEL_N_RECORD_TYPES; i++)
    pack_count (&builder, sel_record_types[i]->name, result->n_of[i]);
  return g_variant_builder_end (&builder);
}

static GVariant *
pack_notes (const SelImportResult *result)
{
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE (NOTES));
  for (guint verdict = 0; verdict < SEL_N_IMPORT_VERDICTS; verdict++)
    for (guint i = 0; i < result->notes[verdict]->len; i++)
      {
        const SelImportNote *note = result->notes[verdict]->pdata[i];

        g_variant_builder_add (&builder, "(uusmsmsmsms)", verdict, note->line,
                               note->type ? note->type->name : "", note->id,
                               note->field ? note->field->name : NULL, note->value, note->reason);
      }
  return g_variant_builder_end (&builder);
}

static GVariant *
pack_texts (const SelRecordType *type, char **texts)
{
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("ams"));
  for (guint i = 0; i < type->n_fields; i++)
    g_variant_builder_add (&builder, "ms", texts[i]);
  return g_variant_builder_end (&builder);
}

static GVariant *
pack_pairs (const SelImportResult *result)
{
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE (PAIRS));
  for (guint i = 0; i < result->pairs->len; i++)
    {
      const SelImportPair *pair = result->pairs->pdata[i];

      g_variant_builder_add (&builder, "(susxmsub@ams@ams)", pair->type->name, pair->line, pair->key,
                             pair->older, pair->older_key, pair->counted, pair->was_same,
                             pack_texts (pair->type, pair->theirs),
                             pack_texts (pair->type, pair->ours));
    }
  return g_variant_builder_end (&builder);
}

static GBytes *
pack (const SelImportResult *result, const SelMapping *mapping)
{
  g_autofree char *reading = mapping ? sel_mapping_dup_text (mapping) : NULL;
  g_autoptr (GVariant) content = g_variant_ref_sink (
    g_variant_new ("(smsmsmsxb@ams@" COUNTS "@" NOTES "@" PAIRS ")", result->file, reading,
                   result->signature, result->signing_key, result->newest_sequence,
                   result->is_search_cut, pack_header (result->header), pack_counts (result),
                   pack_notes (result),
                   pack_pairs (result)));

  return g_variant_get_data_as_bytes (content);
}

static gboolean
unpack_header (SelExchangeHeader *header, GVariant *texts, GError **error)
{
  const gsize n = MIN (g_variant_n_children (texts), sel_exchange_header_type.n_fields);

  for (gsize i = 0; i < n; i++)
    {
      const char *text = NULL;

      g_variant_get_child (texts, i, "m&s", &text);
      if (text &&
          !sel_field_set_text (&sel_exchange_header_type.fields[i], header, text, error))
        return FALSE;
    }

  return TRUE;
}

static void
unpack_counts (SelImportResult *result, GVariant *counts)
{
  GVariantIter iter;
  const char *name;
  guint32 verdict;
  guint64 n;

  g_variant_iter_init (&iter, counts);
  while (g_variant_iter_next (&iter, "(&sut)", &name, &verdict, &n))
    {
      const SelRecordType *type = sel_record_type_by_name (name);

      if (verdict >= SEL_N_IMPORT_VERDICTS)
        continue;
      if (type)
        result->n_of[sel_record_type_index (type)][verdict] = n;
      else
        result->n[verdict] = n;
    }
}

static void
unpack_notes (SelImportResult *result, GVariant *notes)
{
  GVariantIter iter;
  guint32 verdict, line;
  const char *name, *id, *field, *value, *reason;

  g_variant_iter_init (&iter, notes);
  while (
    g_variant_iter_next (&iter, "(uu&sm&sm&sm&sm&s)", &verdict, &line, &name, &id, &field, &value,
                         &reason))
    {
      const SelRecordType *type = sel_record_type_by_name (name);
      const SelExchangeItem item = { .line = line, .type = type, .id = id, .value = value };

      if (verdict < SEL_N_IMPORT_VERDICTS)
        sel_import_result_note (result, verdict, &item,
                                type && field ? sel_record_type_field (type, field) : NULL, reason);
    }
}

static char **
unpack_texts (const SelRecordType *type, GVariant *from)
{
  const gsize n = MIN (g_variant_n_children (from), type->n_fields);
  char **texts = g_new0 (char *, type->n_fields);

  for (gsize i = 0; i < n; i++)
    g_variant_get_child (from, i, "ms", &texts[i]);
  return texts;
}

static void
unpack_pairs (SelImportResult *result, GVariant *pairs)
{
  GVariantIter iter;
  const char *name, *key, *older_key;
  guint32 line, counted;
  gint64 older;
  gboolean was_same;
  GVariant *theirs, *ours;

  g_variant_iter_init (&iter, pairs);
  while (g_variant_iter_next (&iter, "(&su&sxm&sub@ams@ams)", &name, &line, &key, &older, &older_key,
                              &counted, &was_same, &theirs, &ours))
    {
      const SelRecordType *type = sel_record_type_by_name (name);
      SelImportPair *pair = type ? sel_import_pair_new (type) : NULL;

      if (pair)
        {
          pair->line = line;
          pair->key = g_strdup (key);
          pair->older = older;
          pair->older_key = g_strdup (older_key);
          pair->counted = MIN (counted, SEL_IMPORT_DOUBTFUL);
          pair->was_same = was_same;
          pair->theirs = unpack_texts (type, theirs);
          pair->ours = unpack_texts (type, ours);
          g_ptr_array_add (result->pairs, pair);
        }
      g_variant_unref (theirs);
      g_variant_unref (ours);
    }
}

static SelImportResult *
unpack (GBytes *bytes, SelMapping **mapping, GError **error)
{
  g_autoptr (GVariant) content =
    g_variant_ref_sink (g_variant_new_from_bytes (G_VARIANT_TYPE (CONTENT), bytes, FALSE));
  g_autoptr (GVariant) header = NULL;
  g_autoptr (GVariant) counts = NULL;
  g_autoptr (GVariant) notes = NULL;
  g_autoptr (GVariant) pairs = NULL;
  g_autoptr (SelImportResult) result = NULL;
  gint64 newest_sequence;
  gboolean is_search_cut;
  const char *file, *reading, *signature, *signing_key;

  if (!g_variant_is_normal_form (content))
    {
      g_set_error_literal (error, SEL_STORE_ERROR, SEL_STORE_ERROR_DAMAGED,
                           _ ("The plan is damaged, or another version of Selaras made it. "
                              "Choose the file again."));
      return NULL;
    }

  g_variant_get (content, "(&sm&sm&sm&sxb@ams@" COUNTS "@" NOTES "@" PAIRS ")", &file, &reading,
                 &signature, &signing_key, &newest_sequence, &is_search_cut, &header, &counts, &notes,
                 &pairs);
  if (reading && !(*mapping = sel_mapping_new_for_text (reading, error)))
    return NULL;

  result = sel_import_result_new (file);
  result->is_dry_run = TRUE;
  result->signature = g_strdup (signature);
  result->signing_key = g_strdup (signing_key);
  result->newest_sequence = newest_sequence;
  result->is_search_cut = is_search_cut;
  if (!unpack_header (result->header, header, error))
    return NULL;

  unpack_counts (result, counts);
  unpack_notes (result, notes);
  unpack_pairs (result, pairs);
  return g_steal_pointer (&result);
}

static void
look_at_file (const char *path, gint64 *size, gint64 *changed_at)
{
  struct stat found;

  *size = -1;
  *changed_at = 0;
  if (stat (path, &found) == 0)
    {
      *size = found.st_size;
      *changed_at = found.st_mtim.tv_sec * (gint64) 1000000000 + found.st_mtim.tv_nsec;
    }
}

typedef struct
{
  SelPlanRow row;
  const SelImportResult *result;
  const SelMapping *mapping;
  gint64 plan;
} Saving;

static gboolean
save_in_act (SelAct *act, gpointer user_data, GError **error)
{
  Saving *saving = user_data;
  g_autoptr (GBytes) content = pack (saving->result, saving->mapping);

  if (!sel_plan_table_put (act, &saving->row, content, &saving->plan, error))
    return FALSE;

  for (guint i = 0; i < saving->result->pairs->len; i++)
    {
      const SelImportPair *pair = saving->result->pairs->pdata[i];

      if (pair->decision != SEL_DECISION_LATER &&
          !sel_plan_table_decide (act, saving->plan, i, sel_decision_names[pair->decision], error))
        return FALSE;
    }
  return TRUE;
}

/* Keeps the outcome of a dry run of the file, with what was decided of its pairs.
 * @mapping: (nullable): how a table is read; NULL for an exchange file */
gboolean
sel_plan_save (SelStore *store,
               const char *path,
               const SelMapping *mapping,
               const SelImportResult *result,
               gint64 *plan,
               GCancellable *cancellable,
               GError **error)
{
  g_autofree char *uri = g_filename_to_uri (path, NULL, error);
  Saving saving = { .row = { .uri = uri,
                             .file = result->file,
                             .sender_name = result->header->sender_name },
                    .result = result,
                    .mapping = mapping };

  if (uri == NULL)
    return FALSE;

  look_at_file (path, &saving.row.size, &saving.row.changed_at);
  if (!sel_store_write_cancellable (store, SEL_ACT_PLAN, save_in_act, &saving, cancellable, NULL,
                                    error))
    return FALSE;

  *plan = saving.plan;
  return TRUE;
}

static gboolean
has_changed (const SelPlanRow *row, const char *path)
{
  gint64 size, changed_at;

  look_at_file (path, &size, &changed_at);
  return size != row->size || changed_at != row->changed_at;
}

/* Whether the file of the plan was changed since, or is gone, or the plan is. */
gboolean
sel_plan_is_outdated (SelStore *store, gint64 plan)
{
  g_autoptr (SelReading) reading = sel_reading_begin (store, NULL);
  g_autoptr (GPtrArray) rows = reading ? sel_plan_table_list (reading->connection, NULL) : NULL;

  for (guint i = 0; rows && i < rows->len; i++)
    {
      const SelPlanRow *row = rows->pdata[i];
      g_autofree char *path = g_filename_from_uri (row->uri, NULL, NULL);

      if (row->id == plan)
        return path == NULL || has_changed (row, path);
    }

  return TRUE;
}

static void
set_decisions (SelImportResult *result, GHashTable *decisions)
{
  for (guint i = 0; i < result->pairs->len; i++)
    {
      const char *name = g_hash_table_lookup (decisions, GUINT_TO_POINTER (i));
      SelImportPair *pair = result->pairs->pdata[i];

      for (guint d = 0; name && d < SEL_N_DECISIONS; d++)
        if (g_str_equal (sel_decision_names[d], name))
          pair->decision = d;
    }

  sel_import_doubts_recount (result);
}

/* Reads a plan again. */
SelPlan *
sel_plan_load (SelStore *store, gint64 plan, GError **error)
{
  g_autoptr (SelReading) reading = sel_reading_begin (store, error);
  g_autoptr (SelPlanRow) row = NULL;
  g_autoptr (GBytes) content = NULL;
  g_autoptr (GHashTable) decisions = NULL;
  g_autoptr (SelPlan) self = g_new0 (SelPlan, 1);

  if (reading == NULL ||
      !(row = sel_plan_table_read (reading->connection, plan, &content, &decisions, error)) ||
      !(self->path = g_filename_from_uri (row->uri, NULL, error)) ||
      !(self->result = unpack (content, &self->mapping, error)))
    return NULL;

  self->id = plan;
  set_decisions (self->result, decisions);
  self->is_outdated = has_changed (row, self->path);
  return g_steal_pointer (&self);
}
