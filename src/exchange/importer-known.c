/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which record of the register the one at hand is. */
#include "exchange/importer-private.h"

#include <glib/gi18n-lib.h>

#include "domain/nik.h"
#include "store/late-index.h"
#include "store/merge-records.h"
#include "store/record.h"

/* The line in which the file has the record of @kind with that id under the identifier @key; 0 for
 * none so far. A person may have said that what the sender calls by two names is one record. */
static guint
line_of (const SelImportedKind *kind, gint64 record, const char *key)
{
  SelImportedPlace place = { 0 };

  if (record < kind->places->len)
    place = g_array_index (kind->places, SelImportedPlace, record);
  if (place.line == 0 || place.key == g_str_hash (key))
    return place.line;

  return GPOINTER_TO_UINT (g_hash_table_lookup (kind->others, key));
}

/* Looks for the same person under another identifier. Two identifiers of one sender with one NIK
 * are a mistake of the sender's, which must not make two people one. */
gboolean
sel_importer_find_by_nik (SelImporter *self, GError **error)
{
  const SelParticipant *participant = (const SelParticipant *) self->kind->said;
  g_autofree char *key = NULL;
  g_autofree char *reason = NULL;
  const SelField *field;
  gint64 other;

  if (participant->nik == NULL)
    return TRUE;
  if (!sel_act_make_index (self->act, SEL_NIK_INDEX, error) ||
      !sel_identity_find_nik (self->connection, participant->nik, &other, error))
    return FALSE;
  self->kind->has_twins = other != 0 && other != self->known;
  if (!self->kind->has_twins)
    return TRUE;

  field = sel_record_type_field (&sel_participant_type, "nik");
  if (self->known)
    {
      sel_importer_refuse (self, field, _ ("Another participant in the register has the same NIK."));
      return TRUE;
    }

  if (!sel_act_make_index (self->act, SEL_IDENTITY_INDEX, error) ||
      !sel_identity_dup_key (self->connection, self->kind->origin, other, &key, error))
    return FALSE;
  if (key)
    {
      g_autofree char *shown = sel_nik_dup_hidden (key);

      reason =
        g_strdup_printf (_ ("The sender has another participant, “%s”, with the same NIK."), shown);
      sel_importer_refuse (self, field, reason);
    }
  else
    self->known = other;
  return TRUE;
}

/* Takes from @others those that the sender does not call otherwise. */
static gboolean
leave_strangers (SelImporter *self, GArray *others, GError **error)
{
  guint n_left = 0;

  if (others->len && !sel_act_make_index (self->act, SEL_IDENTITY_INDEX, error))
    return FALSE;

  for (guint i = 0; i < others->len; i++)
    {
      const gint64 other = g_array_index (others, gint64, i);
      g_autofree char *key = NULL;

      if (!sel_identity_dup_key (self->connection, self->kind->origin, other, &key, error))
        return FALSE;
      if (key == NULL)
        g_array_index (others, gint64, n_left++) = other;
    }

  g_array_set_size (others, n_left);
  return TRUE;
}

/* Looks for the part that another sender spoke of as this one speaks of it, of the same whole: for one
 * that says just the same, or else for the only one that does not say otherwise. */
static gboolean
find_counterpart (SelImporter *self, GError **error)
{
  const SelRecordType *type = self->item->type;
  const gboolean has_apart = sel_merge_has_apart (type);

  for (guint step = 0; step < (has_apart ? 2 : 1); step++)
    {
      const gboolean exactly = step == 0;
      g_autoptr (GArray) others =
        sel_merge_list_counterparts (self->connection, type, self->kind->said, exactly, error);

      if (others == NULL || !leave_strangers (self, others, error))
        return FALSE;
      if (others->len == 1 || (others->len && exactly))
        self->known = g_array_index (others, gint64, 0);
      if (others->len)
        break;
    }

  self->is_counterpart = self->known != 0;
  return TRUE;
}

/* Refuses the record if its identifier was in the file before. */
static void
check_twice (SelImporter *self)
{
  guint line = line_of (self->kind, self->identity.named, self->item->id);
  g_autofree char *reason = NULL;

  if (line == 0)
    return;

  reason = g_strdup_printf (_ ("The identifier stands twice in this file: first in line %u."), line);
  sel_importer_refuse (self, NULL, reason);
  self->is_known_good = TRUE;
}

/* Looks for the record that a person said it is the same as. One that is gone by now is none. */
static gboolean
find_by_decision (SelImporter *self, GError **error)
{
  const SelExchangeItem *item = self->item;
  const SelImportPair *pair =
    sel_decisions_find_same (self->request->decisions, item->type, item->id);
  SelIdentity identity;

  if (pair == NULL)
    return TRUE;
  if (self->result->is_dry_run)
    {
      SelImportPair *kept = sel_import_pair_copy (pair);

      kept->line = item->line;
      kept->was_same = TRUE;
      g_ptr_array_add (self->result->pairs, kept);
    }
  if (pair->older_key == NULL)
    return sel_record_exists (self->connection, item->type, pair->older, &self->known, error);
  if (!sel_identity_find (self->connection, item->type, self->kind->origin, pair->older_key,
                          &identity, error))
    return FALSE;

  self->known = identity.record;
  return TRUE;
}

/* Finds the record in the register that is the same: by the sender's identifier, by its uid where
 * the identifier is one, a part of which its whole has but one by that whole, and a participant by
 * the NIK: nearly all are new, so that is asked when the register does not take one, and from then on
 * beforehand as long as it is found. */
gboolean
sel_importer_find_known (SelImporter *self, GError **error)
{
  const SelExchangeItem *item = self->item;

  if (!sel_identity_find (self->connection, item->type, self->kind->origin, item->id,
                          &self->identity, error))
    return FALSE;

  self->known = self->identity.record;
  self->is_counterpart = FALSE;
  if (self->known)
    check_twice (self);
  if (self->is_refused)
    return TRUE;

  if (self->known == 0 && !find_by_decision (self, error))
    return FALSE;
  if (self->known == 0 && g_uuid_string_is_valid (item->id))
    {
      self->kind->said->uid = g_ascii_strdown (item->id, -1);
      if (!sel_identity_find_uid (self->connection, item->type, self->kind->said->uid, &self->known,
                                  error))
        return FALSE;
    }

  if (self->known == 0 && !find_counterpart (self, error))
    return FALSE;

  return !self->kind->has_twins || sel_importer_find_by_nik (self, error);
}
