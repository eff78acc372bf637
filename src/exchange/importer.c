/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/importer-private.h"

#include <glib/gi18n-lib.h>

#include "domain/export-gate.h"
#include "domain/nik.h"
#include "exchange/import-document.h"
#include "exchange/import-doubts.h"
#include "store/merge-records.h"
#include "store/record.h"

SelImporter *
sel_importer_new (SelAct *act,
                  SelImportResult *result,
                  int folder,
                  const SelImportRequest *request,
                  GCancellable *cancellable)
{
  SelImporter *self = g_new0 (SelImporter, 1);

  self->act = act;
  self->connection = sel_act_get_connection (act);
  self->result = result;
  self->folder = folder;
  self->request = request;
  self->newcomers = sel_newcomers_new ();
  self->cancellable = cancellable;
  self->findings = sel_findings_new ();
  self->is_old = sel_import_result_has_number (result)
                   ? result->header->sequence <= result->newest_sequence
                   : result->is_again;
  self->refused = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return self;
}

void
sel_importer_free (SelImporter *self)
{
  for (guint i = 0; i < SEL_N_RECORD_TYPES; i++)
    if (self->kinds[i].origin)
      {
        sel_record_free (sel_record_types[i], self->kinds[i].said);
        sel_record_free (sel_record_types[i], self->kinds[i].present);
        g_string_free (self->kinds[i].last_key, TRUE);
        g_array_unref (self->kinds[i].places);
        g_hash_table_unref (self->kinds[i].others);
      }

  sel_findings_free (self->findings);
  sel_newcomers_free (self->newcomers);
  g_hash_table_unref (self->refused);
  g_free (self->last_told);
  g_clear_pointer (&self->content, g_bytes_unref);
  g_free (self);
}

static SelImportedKind *
get_kind (SelImporter *self, const SelRecordType *type, GError **error)
{
  SelImportedKind *kind = &self->kinds[sel_record_type_index (type)];

  if (kind->origin)
    return kind;
  if (!sel_identity_get_origin (self->act, self->result->header->sender, type, &kind->origin,
                                error))
    return NULL;

  kind->said = sel_record_new (type);
  kind->present = sel_record_new (type);
  kind->last_key = g_string_new (NULL);
  kind->places = g_array_new (FALSE, TRUE, sizeof (SelImportedPlace));
  kind->others = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return kind;
}

static char *
make_name (const SelRecordType *type, const char *id)
{
  return g_strconcat (type->name, " ", id, NULL);
}

/* Remembers a refused record, so that what refers to it can say so; a file with very many is
 * remembered in part, and what refers to the rest says that it is not known. */
static void
remember_refused (SelImporter *self, const SelExchangeItem *item)
{
  if (item->type && item->id && g_hash_table_size (self->refused) < SEL_IMPORT_MOST_NOTES)
    g_hash_table_add (self->refused, make_name (item->type, item->id));
}

static gboolean
was_refused (SelImporter *self, const SelRecordType *type, const char *id)
{
  g_autofree char *name = NULL;

  if (g_hash_table_size (self->refused) == 0)
    return FALSE;

  name = make_name (type, id);
  return g_hash_table_contains (self->refused, name);
}

void
sel_importer_refuse (SelImporter *self, const SelField *field, const char *reason)
{
  self->is_refused = TRUE;
  sel_import_result_note (self->result, SEL_IMPORT_REFUSED, self->item, field, reason);
}

/* Sets a reference to the record that the sender calls @key. */
static gboolean
set_reference (SelImporter *self, const SelField *field, const char *key, GError **error)
{
  SelImportedKind *kind = get_kind (self, field->refers_to, error);
  g_autofree char *reason = NULL;
  g_autofree char *shown = NULL;
  SelIdentity identity;

  if (kind == NULL)
    return FALSE;

  if (kind->last_record == 0 || !g_str_equal (kind->last_key->str, key))
    {
      if (!sel_identity_find (self->connection, field->refers_to, kind->origin, key, &identity,
                              error))
        return FALSE;
      g_string_assign (kind->last_key, key);
      kind->last_record = identity.record;
    }

  if (kind->last_record && !was_refused (self, field->refers_to, key))
    {
      *SEL_MEMBER (gint64, self->kind->said, field) = kind->last_record;
      return TRUE;
    }

  shown = sel_nik_dup_hidden (key);
  reason = g_strdup_printf (
    was_refused (self, field->refers_to, key)
      ? _ ("It refers to “%s”, which was refused.")
      : _ ("It refers to “%s”, which is neither before it in the file nor known from this sender."),
    shown);
  sel_importer_refuse (self, field, reason);
  return TRUE;
}

static gboolean
set_fields (SelImporter *self, GError **error)
{
  const SelExchangeItem *item = self->item;

  sel_record_clear (item->type, self->kind->said);
  for (guint i = 0; i < item->type->n_fields; i++)
    {
      const SelField *field = &item->type->fields[i];
      g_autoptr (GError) wrong = NULL;

      if (item->texts[i] == NULL)
        continue;
      if (field->kind != SEL_FIELD_REFERENCE)
        {
          if (!sel_field_set_text (field, self->kind->said, item->texts[i], &wrong))
            sel_importer_refuse (self, field, wrong->message);
        }
      else if (!set_reference (self, field, item->texts[i], error))
        return FALSE;
    }

  sel_record_derive (item->type, self->kind->said);
  return TRUE;
}

/* Whether the sender may not say in this file what it knows of @field, for which @text stands: that
 * takes nothing back. */
static gboolean
is_withheld (SelImporter *self, const SelField *field, const char *text)
{
  int sensitivity = self->result->header->sensitivity;

  if (field->stand_in && g_strcmp0 (text, field->stand_in) == 0)
    return TRUE;

  return text == NULL && sensitivity && !sel_export_carries (sensitivity - 1, field);
}

/* Reads the known record. Where the file says nothing, what others than its sender said stays: an
 * absent element takes back only what the same sender said before. */
gboolean
sel_importer_read_present (SelImporter *self, GError **error)
{
  const SelRecordType *type = self->item->type;
  SelRecord *said = self->kind->said;
  SelRecord *present = self->kind->present;
  gboolean is_found;

  if (self->known == 0)
    return TRUE;
  if (!sel_record_load_into (self->connection, type, self->known, present, &is_found, error))
    return FALSE;

  said->id = present->id;
  said->version = present->version;
  g_free (said->uid);
  said->uid = g_strdup (present->uid);
  for (guint i = 0; i < type->n_fields; i++)
    {
      const SelField *field = &type->fields[i];
      gboolean is_theirs;

      if (is_withheld (self, field, self->item->texts[i]))
        {
          sel_field_copy (field, said, present);
          continue;
        }
      if (self->item->texts[i] || sel_field_is_equal (field, said, present))
        continue;
      if (!sel_identity_is_said_by (self->connection, self->result->header->sender, type, said->id,
                                    field, &is_theirs, error))
        return FALSE;
      if (!is_theirs)
        sel_field_copy (field, said, present);
    }

  if (self->is_counterpart)
    sel_merge_keep_progress (type, said, present);
  return TRUE;
}

/* Takes the PDF of a document from beside the file, unless the register has that very one. */
static gboolean
read_content (SelImporter *self, GError **error)
{
  g_autofree char *reason = NULL;

  SelDocument *document = (SelDocument *) self->kind->said;
  const SelDocument *present = (const SelDocument *) self->kind->present;

  /* What lacks its file is for the rules to refuse: the reader is not trusted to have done so. */
  if (self->item->type != &sel_document_type || document->file == NULL || document->sha256 == NULL)
    return TRUE;
  if (self->known && g_str_equal (document->sha256, present->sha256))
    {
      if (document->pages == SEL_NO_INTEGER)
        document->pages = present->pages;
      return TRUE;
    }
  if (!sel_import_document_read (document, self->folder, self->cancellable, &self->content, &reason,
                                 error))
    return FALSE;

  if (reason)
    sel_importer_refuse (self, sel_record_type_field (&sel_document_type, "file"), reason);
  return TRUE;
}

/* Writes, or refuses, one record. FALSE is an error that ends the import. */
gboolean
sel_importer_take_record (SelImporter *self, const SelExchangeItem *item, GError **error)
{
  static gboolean (*const steps[]) (SelImporter *, GError **) = {
    set_fields,
    sel_importer_find_known,
    sel_importer_read_present,
    read_content,
    sel_importer_settle,
  };

  self->item = item;
  self->is_refused = FALSE;
  self->is_known_good = FALSE;
  sel_act_set_line (self->act, item->line);
  g_clear_pointer (&self->content, g_bytes_unref);
  self->kind = get_kind (self, item->type, error);
  if (self->kind == NULL)
    return FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (steps) && !self->is_refused; i++)
    if (!steps[i](self, error))
      return FALSE;

  if (self->is_refused)
    {
      if (!self->is_known_good)
        remember_refused (self, item);
      sel_import_result_count (self->result, item->type, SEL_IMPORT_REFUSED);
    }
  return TRUE;
}

/* One thing that the reader found wrong with a record, which it then does not give. */
void
sel_importer_take_refusal (SelImporter *self, const SelExchangeItem *item)
{
  g_autofree char *name = g_strconcat (item->type ? item->type->name : "", " ", item->id, NULL);

  sel_import_result_note (self->result, SEL_IMPORT_REFUSED, item, item->field, item->reason);
  if (g_strcmp0 (self->last_told, name) == 0)
    return;

  remember_refused (self, item);
  sel_import_result_count (self->result, item->type, SEL_IMPORT_REFUSED);
  self->n_told++;
  g_free (self->last_told);
  self->last_told = g_steal_pointer (&name);
}

/* Asks which of the new records may be the same as others, when all have come. */
gboolean
sel_importer_finish (SelImporter *self, GError **error)
{
  return sel_act_make_index (self->act, SEL_LIKENESS_INDEX, error) &&
         sel_import_doubts_settle (self->act, self->newcomers, self->request->decisions,
                                   self->result, self->cancellable, error);
}

/* The reader counts what it refused, where it tells of no more than the first ones. */
void
sel_importer_take_end (SelImporter *self, const SelExchangeItem *item)
{
  if (item->n_refused > self->n_told)
    self->result->n[SEL_IMPORT_REFUSED] += item->n_refused - self->n_told;
}
