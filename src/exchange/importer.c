/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/importer.h"

#include <glib/gi18n-lib.h>

#include "domain/findings.h"
#include "exchange/import-document.h"
#include "store/content.h"
#include "store/identity.h"
#include "store/record.h"
#include "store/related.h"

/* What is kept for the records of one type while a file is taken in. */
typedef struct
{
  gint64 origin;      /* of the sender's identifiers; 0 until it is asked for */
  SelRecord *said;    /* the record at hand, as the file says it */
  SelRecord *present; /* and as the register has it */
  GString *last_key;  /* the last one that was referred to: the next is often the same … */
  gint64 last_record; /* … 0 when there was none */
  gboolean has_twins; /* the last one was in the register under another identifier */
} Kind;

struct _SelImporter
{
  SelAct *act;               /* borrowed */
  SelConnection *connection; /* borrowed */
  SelImportResult *result;   /* borrowed */
  int folder;                /* borrowed */
  const GDate *today;        /* borrowed */
  GCancellable *cancellable; /* borrowed, may be NULL */
  SelFindings *findings;
  Kind kinds[SEL_N_RECORD_TYPES];
  GHashTable *refused; /* the names of refused records, as make_name() makes them */
  char *last_told;     /* the last of them that the reader told of */
  guint64 n_told;      /* the records that the reader told of */

  /* The record at hand. */
  const SelExchangeItem *item; /* borrowed */
  Kind *kind;
  SelIdentity identity; /* what is known under its identifier */
  gint64 known;         /* the id of the record in the register that is the same; 0 for none */
  GBytes *content;      /* of a document; NULL for others */
  gboolean is_refused;
  gboolean is_known_good; /* refused, but the file has it, good, in an earlier line */
  gboolean is_stale; /* a file that is as new spoke of it before: it stays as it is */
};

SelImporter *
sel_importer_new (SelAct *act,
                  SelImportResult *result,
                  int folder,
                  const GDate *today,
                  GCancellable *cancellable)
{
  SelImporter *self = g_new0 (SelImporter, 1);

  self->act = act;
  self->connection = sel_act_get_connection (act);
  self->result = result;
  self->folder = folder;
  self->today = today;
  self->cancellable = cancellable;
  self->findings = sel_findings_new ();
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
      }

  sel_findings_free (self->findings);
  g_hash_table_unref (self->refused);
  g_free (self->last_told);
  g_clear_pointer (&self->content, g_bytes_unref);
  g_free (self);
}

static Kind *
get_kind (SelImporter *self, const SelRecordType *type, GError **error)
{
  Kind *kind = &self->kinds[sel_record_type_index (type)];

  if (kind->origin)
    return kind;
  if (!sel_identity_get_origin (self->act, self->result->header->sender, type, &kind->origin,
                                error))
    return NULL;

  kind->said = sel_record_new (type);
  kind->present = sel_record_new (type);
  kind->last_key = g_string_new (NULL);
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

static void
refuse (SelImporter *self, const SelField *field, const char *reason)
{
  self->is_refused = TRUE;
  sel_import_result_note (self->result, SEL_IMPORT_REFUSED, self->item, field, reason);
}

/* Sets a reference to the record that the sender calls @key. */
static gboolean
set_reference (SelImporter *self, const SelField *field, const char *key, GError **error)
{
  Kind *kind = get_kind (self, field->refers_to, error);
  g_autofree char *reason = NULL;
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

  if (was_refused (self, field->refers_to, key))
    reason = g_strdup_printf (_ ("It refers to “%s”, which was refused."), key);
  else if (kind->last_record == 0)
    reason = g_strdup_printf (
      _ ("It refers to “%s”, which is neither before it in the file nor known from this sender."),
      key);
  if (reason)
    refuse (self, field, reason);
  else
    *SEL_MEMBER (gint64, self->kind->said, field) = kind->last_record;
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
            refuse (self, field, wrong->message);
        }
      else if (!set_reference (self, field, item->texts[i], error))
        return FALSE;
    }

  sel_record_derive (item->type, self->kind->said);
  return TRUE;
}

/* Looks for the same person under another identifier. Two identifiers of one sender with one NIK
 * are a mistake of the sender's, which must not make two people one. */
static gboolean
find_by_nik (SelImporter *self, GError **error)
{
  const SelParticipant *participant = (const SelParticipant *) self->kind->said;
  g_autofree char *key = NULL;
  g_autofree char *reason = NULL;
  const SelField *field;
  gint64 other;

  if (participant->nik == NULL)
    return TRUE;
  if (!sel_identity_find_nik (self->connection, participant->nik, &other, error))
    return FALSE;
  self->kind->has_twins = other != 0 && other != self->known;
  if (!self->kind->has_twins)
    return TRUE;

  field = sel_record_type_field (&sel_participant_type, "nik");
  if (self->known)
    {
      refuse (self, field, _ ("Another participant in the register has the same NIK."));
      return TRUE;
    }

  if (!sel_identity_dup_key (self->connection, self->kind->origin, other, &key, error))
    return FALSE;
  if (key)
    {
      reason =
        g_strdup_printf (_ ("The sender has another participant, “%s”, with the same NIK."), key);
      refuse (self, field, reason);
    }
  else
    self->known = other;
  return TRUE;
}

/* Finds the record in the register that is the same: by the sender's identifier, by its uid where
 * the identifier is one, and a participant by the NIK: nearly all are new, so that is asked when
 * the register does not take one, and from then on beforehand as long as it is found. What the
 * sender said in a newer file, or in this very one, is left as it is: people may have corrected it
 * since. */
static gboolean
find_known (SelImporter *self, GError **error)
{
  const SelExchangeItem *item = self->item;

  if (!sel_identity_find (self->connection, item->type, self->kind->origin, item->id,
                          &self->identity, error))
    return FALSE;

  self->known = self->identity.record;
  if (self->known && self->identity.exchange == self->result->exchange)
    {
      g_autofree char *reason =
        g_strdup_printf (_ ("The identifier stands twice in this file: first in line %ld."),
                         (glong) self->identity.line);

      refuse (self, NULL, reason);
      self->is_known_good = TRUE;
      return TRUE;
    }

  self->is_stale = self->known && self->identity.sequence >= self->result->header->sequence;
  if (self->is_stale)
    return TRUE;

  if (self->known == 0 && g_uuid_string_is_valid (item->id))
    {
      self->kind->said->uid = g_ascii_strdown (item->id, -1);
      if (!sel_identity_find_uid (self->connection, item->type, self->kind->said->uid, &self->known,
                                  error))
        return FALSE;
    }

  return !self->kind->has_twins || find_by_nik (self, error);
}

/* Whether a file says @text because its sender may not say what it knows: that takes nothing back. */
static gboolean
is_stand_in (const SelField *field, const char *text)
{
  return field->stand_in && g_strcmp0 (text, field->stand_in) == 0;
}

/* Reads the known record. Where the file says nothing, what others than its sender said stays: an
 * absent element takes back only what the same sender said before. */
static gboolean
read_present (SelImporter *self, GError **error)
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

      if (is_stand_in (field, self->item->texts[i]))
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

  return TRUE;
}

/* Takes the PDF of a document from beside the file. */
static gboolean
read_content (SelImporter *self, GError **error)
{
  g_autofree char *reason = NULL;

  const SelDocument *document = (const SelDocument *) self->kind->said;

  /* What lacks its file is for the rules to refuse: the reader is not trusted to have done so. */
  if (self->item->type != &sel_document_type || self->is_stale || document->file == NULL ||
      document->sha256 == NULL)
    return TRUE;
  if (!sel_import_document_read ((SelDocument *) self->kind->said, self->folder, self->cancellable,
                                 &self->content, &reason, error))
    return FALSE;

  if (reason)
    refuse (self, sel_record_type_field (&sel_document_type, "file"), reason);
  return TRUE;
}

/* The labels of the fields that are to change; NULL when nothing is. */
static char *
dup_difference (SelImporter *self)
{
  const SelRecordType *type = self->item->type;
  GString *labels = NULL;

  for (guint i = 0; i < type->n_fields; i++)
    if (!sel_field_is_equal (&type->fields[i], self->kind->said, self->kind->present))
      {
        if (labels)
          g_string_append (labels, ", ");
        else
          labels = g_string_new (NULL);
        g_string_append (labels, sel_field_label (&type->fields[i]));
      }

  return labels ? g_string_free (labels, FALSE) : NULL;
}

/* Holds the record against the rules: it is refused for the errors among the findings. */
static gboolean
check_rules (SelImporter *self, GError **error)
{
  sel_record_check (self->item->type, self->kind->said, self->today, self->findings);
  if (!sel_related_check (self->connection, self->item->type, self->kind->said, self->findings,
                          error))
    return FALSE;

  for (guint i = 0; i < sel_findings_get_n (self->findings); i++)
    {
      const SelFinding *finding = sel_findings_get (self->findings, i);

      if (finding->severity == SEL_ERROR)
        refuse (self, finding->field, finding->message);
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

  return self->known ? sel_act_update (self->act, type, said, error)
                     : sel_act_insert (self->act, type, said, error);
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

/* What this file is not newer than stays; that it says otherwise is told. */
static void
settle_stale (SelImporter *self, const char *difference)
{
  g_autofree char *message = NULL;

  sel_import_result_count (self->result, self->item->type, SEL_IMPORT_SAME);
  if (difference == NULL)
    return;

  message = g_strdup_printf (
    /* Translators: %s is a list of field labels */
    _ ("It differs in: %s. It stays as it is, because this file is not newer than what is known."),
    difference);
  sel_import_result_count (self->result, self->item->type, SEL_IMPORT_WARNING);
  sel_import_result_note (self->result, SEL_IMPORT_WARNING, self->item, NULL, message);
}

static gboolean settle (SelImporter *self, GError **error);

/* A participant may be there under another identifier, and then it is that one which changes; what
 * else is there is refused. */
static gboolean
settle_twin (SelImporter *self, GError **error)
{
  gint64 known = self->known;

  if (self->item->type == &sel_participant_type && !find_by_nik (self, error))
    return FALSE;
  if (self->known != known)
    return read_present (self, error) && settle (self, error);

  if (!self->is_refused)
    refuse (self, NULL, _ ("The same is already in the register."));
  return TRUE;
}

/* Writes what is new or differs, and in any case under which identifier it came, and where. What is
 * the same is not held against the rules again: nothing comes in with it, and what stands in the
 * register is for `selaras check` to judge. */
static gboolean
settle (SelImporter *self, GError **error)
{
  g_autofree char *difference = self->known ? dup_difference (self) : NULL;
  SelImportVerdict verdict = !self->known ? SEL_IMPORT_NEW
                             : difference ? SEL_IMPORT_CHANGED
                                          : SEL_IMPORT_SAME;
  gboolean is_there = FALSE;

  if (self->is_stale)
    {
      settle_stale (self, difference);
      return TRUE;
    }
  if (verdict != SEL_IMPORT_SAME && !try_to_write (self, &is_there, error))
    return FALSE;
  if (is_there)
    return settle_twin (self, error);
  if (self->is_refused)
    return TRUE;

  sel_import_result_count (self->result, self->item->type, verdict);
  if (self->result->is_dry_run && verdict != SEL_IMPORT_SAME)
    sel_import_result_note (self->result, verdict, self->item, NULL, difference);
  self->identity = (SelIdentity){ .record = self->kind->said->id,
                                  .exchange = self->result->exchange,
                                  .line = self->item->line };
  return sel_identity_set (self->act, self->kind->origin, self->item->id, &self->identity, error);
}

/* Writes, or refuses, one record. FALSE is an error that ends the import. */
gboolean
sel_importer_take_record (SelImporter *self, const SelExchangeItem *item, GError **error)
{
  static gboolean (*const steps[]) (SelImporter *, GError **) = {
    set_fields,
    find_known,
    read_present,
    read_content,
    settle,
  };

  self->item = item;
  self->is_refused = FALSE;
  self->is_known_good = FALSE;
  self->is_stale = FALSE;
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

/* The reader counts what it refused, where it tells of no more than the first ones. */
void
sel_importer_take_end (SelImporter *self, const SelExchangeItem *item)
{
  if (item->n_refused > self->n_told)
    self->result->n[SEL_IMPORT_REFUSED] += item->n_refused - self->n_told;
}
