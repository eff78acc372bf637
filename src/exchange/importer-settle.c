/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What becomes of a record when it is known what it says and which one it is. */
#include "exchange/importer-private.h"

#include <glib/gi18n-lib.h>

#include "store/content.h"
#include "store/related.h"

static void
add_label (GString **labels, const SelField *field)
{
  if (*labels)
    g_string_append (*labels, ", ");
  else
    *labels = g_string_new (NULL);
  g_string_append (*labels, sel_field_label (field));
}

/* The labels of the fields that are to change; NULL when nothing is. */
static char *
dup_difference (SelImporter *self)
{
  const SelRecordType *type = self->item->type;
  GString *labels = NULL;

  for (guint i = 0; i < type->n_fields; i++)
    if (!sel_field_is_equal (&type->fields[i], self->kind->said, self->kind->present))
      add_label (&labels, &type->fields[i]);

  return labels ? g_string_free (labels, FALSE) : NULL;
}

/* Holds the record against the rules: it is refused for the errors among the findings. */
static gboolean
check_rules (SelImporter *self, GError **error)
{
  sel_record_check (self->item->type, self->kind->said, self->request->today, self->findings);
  if (!sel_related_check (self->connection, self->item->type, self->kind->said, self->findings,
                          error))
    return FALSE;

  for (guint i = 0; i < sel_findings_get_n (self->findings); i++)
    {
      const SelFinding *finding = sel_findings_get (self->findings, i);

      if (finding->severity == SEL_ERROR)
        sel_importer_refuse (self, finding->field, finding->message);
    }

  return TRUE;
}

static void
note_warnings (SelImporter *self)
{
  for (guint i = 0; i < sel_findings_get_n (self->findings); i++)
    {
      const SelFinding *finding = sel_findings_get (self->findings, i);

      if (finding->severity != SEL_WARNING)
        continue;
      sel_import_result_count (self->result, self->item->type, SEL_IMPORT_WARNING);
      sel_import_result_note (self->result, SEL_IMPORT_WARNING, self->item, finding->field,
                              finding->message);
    }
}

static gboolean
write_record (SelImporter *self, GError **error)
{
  const SelRecordType *type = self->item->type;
  SelRecord *said = self->kind->said;

  if (self->content &&
      !sel_content_put (self->act, ((SelDocument *) said)->sha256, self->content, error))
    return FALSE;

  if (self->known)
    {
      if (!sel_act_update (self->act, type, said, error))
        return FALSE;
      if (!self->result->is_dry_run)
        sel_newcomers_add_changed (self->newcomers, type, self->kind->present, said);
      return TRUE;
    }
  if (!sel_act_insert (self->act, type, said, error))
    return FALSE;

  sel_newcomers_add (self->newcomers, type, said);
  return TRUE;
}

/* Writes the record if the rules let it. @is_there: the register has the same already. */
static gboolean
try_to_write (SelImporter *self, gboolean *is_there, GError **error)
{
  g_autoptr (GError) local_error = NULL;

  *is_there = FALSE;
  if (!check_rules (self, error))
    return FALSE;
  if (self->is_refused || write_record (self, &local_error))
    {
      note_warnings (self);
      return TRUE;
    }

  *is_there = g_error_matches (local_error, SEL_STORE_ERROR, SEL_STORE_ERROR_DUPLICATE);
  if (!*is_there)
    g_propagate_error (error, g_steal_pointer (&local_error));
  return *is_there;
}

/* Whether what the file says in @field is older than what stands there: its sender spoke of the
 * record in a file with a number above that of this one, as @newest tells, or said the very same in
 * one with this number, or that is this one. Two files of one number have one register behind them,
 * and may differ in how much of it they were to tell. */
static gboolean
is_older (SelImporter *self,
          const SelField *field,
          gint64 newest,
          gboolean *is_older,
          GError **error)
{
  const SelExchangeHeader *header = self->result->header;
  g_autofree char *text = NULL;

  *is_older = newest > header->sequence;
  if (newest != header->sequence)
    return TRUE;

  text = sel_field_dup_text (field, self->kind->said);
  return sel_identity_was_said (self->connection, header->sender,
                                self->result->hash ? 0 : header->sequence, self->result->hash,
                                self->item->type, self->identity.named, field, text, is_older,
                                error);
}

/* What is older than what stands in the register stays as it is there; that the file says otherwise
 * is told. What it leaves out others with its number may have been meant to tell. */
static gboolean
keep_newer (SelImporter *self, gint64 newest, GError **error)
{
  const SelRecordType *type = self->item->type;
  gint64 sequence = self->result->header->sequence;
  g_autoptr (GString) labels = NULL;
  g_autofree char *message = NULL;

  for (guint i = 0; i < type->n_fields; i++)
    {
      const SelField *field = &type->fields[i];
      gboolean is_kept;

      if (sel_field_is_equal (field, self->kind->said, self->kind->present))
        continue;
      if (newest > sequence || !sel_field_is_empty (field, self->kind->said))
        {
          if (!is_older (self, field, newest, &is_kept, error))
            return FALSE;
          if (!is_kept)
            continue;
          add_label (&labels, field);
        }
      sel_field_copy (field, self->kind->said, self->kind->present);
    }
  if (labels == NULL)
    return TRUE;

  message = g_strdup_printf (
    newest > sequence
      /* Translators: %s is a list of field labels */
      ? _ ("It differs in: %s. It stays as it is, because this file is not newer than what is known.")
      : self->result->is_again
          /* Translators: %s is a list of field labels */
          ? _ ("It differs in: %s. That was changed since this file came in before, and stays.")
          /* Translators: %s is a list of field labels */
          : _ ("It differs in: %s. That was changed since a file with this number said the same, and "
               "stays."),
    labels->str);
  sel_import_result_count (self->result, type, SEL_IMPORT_WARNING);
  sel_import_result_note (self->result, SEL_IMPORT_WARNING, self->item, NULL, message);
  return TRUE;
}

/* Sees to it that a file which is not newer than all that its sender sent changes nothing that is. */
static gboolean
check_age (SelImporter *self, GError **error)
{
  const SelExchangeHeader *header = self->result->header;
  gint64 newest = header->sequence;

  if (!self->is_old || self->identity.record == 0)
    return TRUE;
  if (sel_import_result_is_old (self->result) &&
      !sel_identity_find_newest (self->connection, header->sender, self->item->type, self->known,
                                 &newest, error))
    return FALSE;

  return newest < header->sequence || keep_newer (self, newest, error);
}

/* A participant may be there under another identifier, and then it is that one which changes; what
 * else is there is refused. */
static gboolean
settle_twin (SelImporter *self, GError **error)
{
  gint64 known = self->known;

  if (self->item->type == &sel_participant_type && !sel_importer_find_by_nik (self, error))
    return FALSE;
  if (self->known != known)
    return sel_importer_read_present (self, error) && sel_importer_settle (self, error);

  if (!self->is_refused)
    sel_importer_refuse (self, NULL, _ ("The same is already in the register."));
  return TRUE;
}

static void
note_line (SelImporter *self)
{
  GArray *places = self->kind->places;
  gint64 record = self->identity.record ? self->identity.named : self->kind->said->id;
  SelImportedPlace *place;

  if (record >= places->len)
    g_array_set_size (places, (guint) record + 1);
  place = &g_array_index (places, SelImportedPlace, record);
  if (place->line)
    g_hash_table_insert (self->kind->others, g_strdup (self->item->id),
                         GUINT_TO_POINTER (self->item->line));
  else
    *place = (SelImportedPlace){ self->item->line, g_str_hash (self->item->id) };
}

/* Remembers what the sender calls the record, and where it says so first. */
static gboolean
remember_identity (SelImporter *self, GError **error)
{
  note_line (self);
  if (self->identity.record)
    return TRUE;

  self->identity = (SelIdentity){ .record = self->kind->said->id,
                                  .exchange = self->result->exchange,
                                  .line = self->item->line };
  return sel_identity_set (self->act, self->kind->origin, self->item->id, &self->identity, error);
}

/* A pair that was decided before counts as what came of it. */
static void
note_pair (SelImporter *self, SelImportVerdict verdict)
{
  GPtrArray *pairs = self->result->pairs;
  SelImportPair *last = pairs->len ? g_ptr_array_index (pairs, pairs->len - 1) : NULL;

  if (last && last->type == self->item->type && g_str_equal (last->key, self->item->id))
    last->counted = verdict;
}

/* Writes what is new or differs. What is the same is not held against the rules again: nothing
 * comes in with it, and what stands in the register is for `selaras check` to judge. */
gboolean
sel_importer_settle (SelImporter *self, GError **error)
{
  g_autofree char *difference = NULL;
  SelImportVerdict verdict = SEL_IMPORT_NEW;
  gboolean is_there = FALSE;

  if (self->known)
    {
      if (!check_age (self, error))
        return FALSE;
      difference = dup_difference (self);
      verdict = difference ? SEL_IMPORT_CHANGED : SEL_IMPORT_SAME;
    }
  if (verdict != SEL_IMPORT_SAME && !try_to_write (self, &is_there, error))
    return FALSE;
  if (is_there)
    return settle_twin (self, error);
  if (self->is_refused)
    return TRUE;

  sel_import_result_count (self->result, self->item->type, verdict);
  note_pair (self, verdict);
  if (self->result->is_dry_run && verdict != SEL_IMPORT_SAME)
    sel_import_result_note (self->result, verdict, self->item, NULL, difference);
  return remember_identity (self, error);
}
