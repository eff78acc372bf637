/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which records a row is about, and what the sender is to call them. The same row twice is the same
 * records: a person goes by the sender's own identifier, else by a hash of the NIK, else by one of
 * name and birth date, so that no identifier tells who it is. */
#include "exchange/roster-row-private.h"

#include <glib/gi18n-lib.h>

#include "domain/nik.h"
#include "store/identity.h"
#include "store/known.h"

/* Of a hash: enough to tell a hundred million apart. */
#define KEY_DIGITS 20

/* "prefix-" and a hash of the texts, of which the last can be NULL. */
static char *
dup_hash_key (const char *prefix, const char *first, const char *second, const char *third)
{
  g_autofree char *joined =
    g_strconcat (first, "\x1f", second ? second : "", "\x1f", third ? third : "", NULL);
  g_autofree char *hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, joined, -1);

  hash[KEY_DIGITS] = '\0';
  return g_strconcat (prefix, "-", hash, NULL);
}

/* Whether the row speaks of the field, be it by an empty cell, unless a default stands in for it.
 */
static gboolean
is_from_table (const SelQueuedItem *item, const SelField *field, gpointer rows)
{
  const SelRosterRows *self = rows;

  for (guint i = 0; i < self->places->len; i++)
    {
      const SelRosterPlace *place = &g_array_index (self->places, SelRosterPlace, i);

      if (place->cell < 0 || (place->fixed && !place->is_said))
        continue;
      if (place->column->role == SEL_ROSTER_BIRTH && item->type == &sel_participant_type &&
          g_str_has_prefix (field->name, "birth_"))
        return TRUE;
      if (place->column->type == item->type && place->field == field)
        return TRUE;
    }

  return FALSE;
}

/* What the table has no column for it says nothing about, nor where there is only a default. */
static gboolean
keep_present (SelRosterRows *self,
              SelQueuedItem *item,
              gint64 record,
              gboolean is_theirs,
              GError **error)
{
  return sel_sender_names_keep_present (self->names, item, record, is_theirs, is_from_table, self,
                                        error);
}

/* Who the row is about. */
typedef struct
{
  char *key;          /* what the sender calls the person; NULL when that cannot be told */
  gint64 record;      /* in the register; 0: not there */
  gboolean is_theirs; /* the sender spoke of the person before */
} Person;

static void
clear_person (Person *person)
{
  g_free (person->key);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Person, clear_person)

/* Looks for the person under what the sender called them before. */
static gboolean
find_by_keys (SelRosterRows *self, Person *person, char *const *keys, guint n_keys, GError **error)
{
  for (guint i = 0; i < n_keys && person->record == 0; i++)
    {
      if (keys[i] == NULL)
        continue;
      if (!sel_sender_names_find_key (self->names, &sel_participant_type, keys[i], &person->record,
                                      error))
        return FALSE;
      if (person->record)
        person->key = g_strdup (keys[i]);
    }

  person->is_theirs = person->record != 0;
  return TRUE;
}

/* Looks for the person among those that others spoke of. */
static gboolean
find_by_facts (SelRosterRows *self,
               Person *person,
               const char *nik,
               const char *name,
               const char *birth_date,
               GError **error)
{
  SelConnection *connection = sel_sender_names_get_connection (self->names);
  gboolean is_done = TRUE;

  if (nik)
    is_done = sel_identity_find_nik (connection, nik, &person->record, error);
  else if (name && birth_date)
    is_done = sel_known_person (connection, name, birth_date, &person->record, error);

  if (is_done && person->record > 0)
    is_done = sel_sender_names_dup_key (self->names, &sel_participant_type, person->record,
                                        &person->key, &person->is_theirs, error);
  return is_done;
}

static char *
dup_name_key (const char *name, const char *birth_date)
{
  g_autofree char *folded = name ? sel_roster_dup_key (name) : NULL;

  return name && birth_date ? dup_hash_key ("person", folded, birth_date, NULL) : NULL;
}

static gboolean
find_person (SelRosterRows *self, Person *person, GError **error)
{
  const gboolean has_people = sel_sender_names_has_people (self->names);
  const char *nik = sel_queued_item_get (self->person, "nik");
  const char *name = sel_queued_item_get (self->person, "name");
  const char *birth_date = sel_queued_item_get (self->person, "birth_date");
  g_autofree char *by_nik = nik ? dup_hash_key (SEL_NIK_KEY, nik, NULL, NULL) : NULL;
  g_autofree char *by_name =
    has_people || !(nik || self->identifier) ? dup_name_key (name, birth_date) : NULL;
  char *const keys[] = { self->identifier, by_nik, by_name };

  if (has_people &&
      (!find_by_keys (self, person, keys, G_N_ELEMENTS (keys), error) ||
       (person->record == 0 && !find_by_facts (self, person, nik, name, birth_date, error))))
    return FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (keys) && person->key == NULL && person->record == 0; i++)
    person->key = g_strdup (keys[i]);
  return TRUE;
}

/* Refuses the row of a person who cannot be told from others. */
static gboolean
is_told_apart (SelRosterRows *self, const Person *person)
{
  if (person->record == SEL_KNOWN_SEVERAL)
    sel_roster_rows_refuse (self, &sel_participant_type, "name",
                            _ ("The register has several people of this name who were born on "
                               "that day. Add the NIK."));
  else if (person->key == NULL)
    sel_roster_rows_refuse (self, &sel_participant_type, NULL,
                            _ ("The row does not say who it is about: it needs a NIK, an "
                               "identifier, or a name with a birth date."));
  return !self->is_refused;
}

static void
push_person (SelRosterRows *self, const Person *person)
{
  self->person->id = g_strdup (person->key);
  sel_item_queue_push (self->queue, g_steal_pointer (&self->person));
}

/* An identifier stands for one person in a table. That of somebody who is called otherwise here is
 * not seen by the importer. */
static gboolean
check_identifier (SelRosterRows *self, const Person *person)
{
  g_autofree char *reason = NULL;
  guint first;

  if (self->identifier == NULL)
    return TRUE;

  first = GPOINTER_TO_UINT (g_hash_table_lookup (self->passed_over, self->identifier));
  if (first)
    {
      reason =
        g_strdup_printf (_ ("The identifier stands twice in this file: first in line %u."), first);
      sel_roster_rows_refuse (self, &sel_participant_type, NULL, reason);
    }
  else if (!g_str_equal (person->key, self->identifier))
    g_hash_table_insert (self->passed_over, g_strdup (self->identifier),
                         GUINT_TO_POINTER (self->number));
  return first == 0;
}

static gboolean
make_participant (SelRosterRows *self, GError **error)
{
  g_auto (Person) person = { 0 };

  if (!find_person (self, &person, error))
    return FALSE;
  if (!is_told_apart (self, &person) || !check_identifier (self, &person))
    return TRUE;
  if (person.record &&
      !keep_present (self, self->person, person.record, person.is_theirs, error))
    return FALSE;

  push_person (self, &person);
  return TRUE;
}

/* Makes sure that the row can refer to its person: one whom the register has stays as they are, a
 * new one is told with what the row says, once. */
static gboolean
refer_to_person (SelRosterRows *self, Person *person, GError **error)
{
  if (!find_person (self, person, error))
    return FALSE;
  if (!is_told_apart (self, person))
    return TRUE;

  if (person->record)
    {
      g_clear_pointer (&person->key, g_free);
      return sel_sender_names_refer (self->names, &sel_participant_type, person->record,
                                     self->number, &person->key, error);
    }
  if (g_hash_table_contains (self->written, person->key))
    return TRUE;
  if (sel_queued_item_get (self->person, "name") == NULL)
    {
      sel_roster_rows_refuse (self, &sel_participant_type, "name",
                              _ ("The register does not have this person, and the table has no "
                                 "name. Import the participants first."));
      return TRUE;
    }

  g_hash_table_add (self->written, g_strdup (person->key));
  push_person (self, person);
  return TRUE;
}

static gboolean
make_enrolment (SelRosterRows *self, GError **error)
{
  g_auto (Person) person = { 0 };
  gboolean is_theirs = FALSE;
  gint64 record = 0;

  if (!refer_to_person (self, &person, error))
    return FALSE;
  if (self->is_refused)
    return TRUE;

  if (person.record && (self->cohort || self->programme) &&
      !sel_known_enrolment (sel_sender_names_get_connection (self->names), person.record,
                            self->cohort, self->programme, &record, error))
    return FALSE;
  if (record == SEL_KNOWN_SEVERAL)
    {
      sel_roster_rows_refuse (self, &sel_enrolment_type, "participant",
                              _ ("The register has this person enrolled there more than once."));
      return TRUE;
    }

  if (record == 0)
    self->main->id =
      dup_hash_key ("enrolment", person.key, sel_queued_item_get (self->main, "cohort"),
                    sel_queued_item_get (self->main, "programme"));
  else if (!sel_sender_names_dup_key (self->names, &sel_enrolment_type, record, &self->main->id,
                                      &is_theirs, error) ||
           !keep_present (self, self->main, record, is_theirs, error))
    return FALSE;

  sel_queued_item_set (self->main, "participant", person.key);
  sel_item_queue_push (self->queue, g_steal_pointer (&self->main));
  return TRUE;
}

/* The session of the cohort on that day, at that time if it is said. */
static gboolean
find_session (SelRosterRows *self, gint64 *session, GError **error)
{
  const guint first = self->session_minutes >= 0 ? (guint) self->session_minutes : 0;
  const guint last = self->session_minutes >= 0 ? first : 24 * 60 - 1;
  const SelCivilTime from = { self->session_date, first };
  const SelCivilTime to = { self->session_date, last };
  g_autofree char *from_text = NULL;
  g_autofree char *to_text = NULL;

  *session = 0;
  if (self->cohort == 0)
    {
      sel_roster_rows_refuse (self, &sel_attendance_type, "session",
                              _ ("The row does not say which cohort met. Add a column, or set the "
                                 "cohort in the mapping."));
      return TRUE;
    }
  if (!g_date_valid (&self->session_date))
    {
      sel_roster_rows_refuse (self, &sel_attendance_type, "session",
                              _ ("The row does not say on which day the session was."));
      return TRUE;
    }

  from_text = sel_civil_time_dup_text (&from);
  to_text = sel_civil_time_dup_text (&to);
  if (!sel_known_session (sel_sender_names_get_connection (self->names), self->cohort, from_text,
                          to_text, session, error))
    return FALSE;

  if (*session == 0)
    sel_roster_rows_refuse (self, &sel_attendance_type, "session",
                            _ ("The cohort has no session at that time. Plan it first."));
  else if (*session == SEL_KNOWN_SEVERAL)
    sel_roster_rows_refuse (self, &sel_attendance_type, "session",
                            _ ("The cohort has several sessions on that day. Add a column with the "
                               "time."));
  return TRUE;
}

static gboolean
find_enrolment (SelRosterRows *self, gint64 *enrolment, GError **error)
{
  g_auto (Person) person = { 0 };

  *enrolment = 0;
  if (!find_person (self, &person, error))
    return FALSE;
  if (!is_told_apart (self, &person))
    return TRUE;
  if (person.record &&
      !sel_known_enrolment (sel_sender_names_get_connection (self->names), person.record,
                            self->cohort, 0, enrolment, error))
    return FALSE;

  if (*enrolment <= 0)
    sel_roster_rows_refuse (self, &sel_attendance_type, "enrolment",
                            _ ("The register does not have this person enrolled in the cohort. "
                               "Import the enrolments first."));
  return TRUE;
}

static gboolean
push_attendance (SelRosterRows *self, gint64 session, gint64 enrolment, GError **error)
{
  g_autofree char *session_key = NULL;
  g_autofree char *enrolment_key = NULL;
  gboolean is_theirs = FALSE;
  gint64 record;

  if (!sel_sender_names_refer (self->names, &sel_session_type, session, self->number, &session_key,
                               error) ||
      !sel_sender_names_refer (self->names, &sel_enrolment_type, enrolment, self->number,
                               &enrolment_key, error) ||
      !sel_known_attendance (sel_sender_names_get_connection (self->names), session, enrolment,
                             &record, error))
    return FALSE;

  sel_queued_item_set (self->main, "session", session_key);
  sel_queued_item_set (self->main, "enrolment", enrolment_key);
  if (record == 0)
    self->main->id = dup_hash_key ("attendance", session_key, enrolment_key, NULL);
  else if (!sel_sender_names_dup_key (self->names, &sel_attendance_type, record, &self->main->id,
                                      &is_theirs, error) ||
           !keep_present (self, self->main, record, is_theirs, error))
    return FALSE;

  sel_item_queue_push (self->queue, g_steal_pointer (&self->main));
  return TRUE;
}

static gboolean
make_attendance (SelRosterRows *self, GError **error)
{
  gint64 session, enrolment;

  if (!find_session (self, &session, error))
    return FALSE;
  if (self->is_refused)
    return TRUE;
  if (!find_enrolment (self, &enrolment, error))
    return FALSE;
  return self->is_refused || push_attendance (self, session, enrolment, error);
}

/* An instructor or a venue goes by the sender's identifier, or by its name. */
static gboolean
make_named (SelRosterRows *self, GError **error)
{
  const SelRecordType *type = self->person->type;
  const char *name = sel_queued_item_get (self->person, "name");
  g_autofree char *folded = name ? sel_roster_dup_key (name) : NULL;
  g_autofree char *by_name = name ? dup_hash_key (type->name, folded, NULL, NULL) : NULL;
  const char *key = self->identifier ? self->identifier : by_name;
  gboolean is_theirs = FALSE;
  gint64 record;

  if (name == NULL)
    {
      sel_roster_rows_refuse (self, type, "name", _ ("It is missing, and the record needs it."));
      return TRUE;
    }

  if (!sel_sender_names_find_key (self->names, type, key, &record, error))
    return FALSE;
  is_theirs = record != 0;
  if (record == 0 && !sel_sender_names_find (self->names, type, name, &record, error))
    return FALSE;

  if (is_theirs || record <= 0)
    self->person->id = g_strdup (key);
  else if (!sel_sender_names_dup_key (self->names, type, record, &self->person->id, &is_theirs,
                                      error))
    return FALSE;
  if (record > 0 && !keep_present (self, self->person, record, is_theirs, error))
    return FALSE;

  sel_item_queue_push (self->queue, g_steal_pointer (&self->person));
  return TRUE;
}

/* Puts into the queue the records that the cells came to. */
gboolean
sel_roster_rows_make_records (SelRosterRows *self, GError **error)
{
  if (self->identifier && g_utf8_strlen (self->identifier, -1) > SEL_EXCHANGE_MOST_ID)
    {
      g_clear_pointer (&self->identifier, g_free);
      sel_roster_rows_refuse (self, sel_roster_kind_type (self->mapping->kind), NULL,
                              _ ("The identifier has more than 100 characters."));
      return TRUE;
    }

  switch (self->mapping->kind)
    {
    case SEL_ROSTER_PARTICIPANTS:
      return make_participant (self, error);
    case SEL_ROSTER_ENROLMENTS:
      return make_enrolment (self, error);
    case SEL_ROSTER_ATTENDANCE:
      return make_attendance (self, error);
    case SEL_ROSTER_INSTRUCTORS:
    case SEL_ROSTER_VENUES:
    default:
      return make_named (self, error);
    }
}
