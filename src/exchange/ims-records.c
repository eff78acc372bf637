/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/ims-private.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "domain/roster-value.h"
#include "store/known.h"

/* Roles of the standard, as bits. */
#define LEARNER (1u << 1)
#define INSTRUCTOR (1u << 2)
#define MENTOR (1u << 6)

/* What the row says in @cell; NULL for nothing. */
const char *
sel_ims_get (const SelLookRow *row, SelImsCell cell)
{
  return cell < row->n_cells ? row->cells[cell].text : NULL;
}

gboolean
sel_ims_is_kind (const SelLookRow *row, const char *kind)
{
  return g_strcmp0 (sel_ims_get (row, SEL_IMS_KIND), kind) == 0;
}

/* A number of the standard's vocabularies, with or without leading zeroes; 0 for none. */
guint
sel_ims_get_number (const SelLookRow *row, SelImsCell cell)
{
  static const char *const words[] = { "learner", "instructor" };
  const char *text = sel_ims_get (row, cell);

  for (guint i = 0; text && cell == SEL_IMS_ROLE && i < G_N_ELEMENTS (words); i++)
    if (g_ascii_strcasecmp (text, words[i]) == 0)
      return i + 1;
  if (text && cell == SEL_IMS_ROLE && g_ascii_strcasecmp (text, "mentor") == 0)
    return 6;
  return text ? (guint) MIN (g_ascii_strtoull (text, NULL, 10), 31) : 0;
}

static void
warn (SelImsSource *self,
      const SelLookRow *row,
      const SelRecordType *type,
      const char *id,
      const char *reason)
{
  SelQueuedItem *warning = g_new0 (SelQueuedItem, 1);

  warning->line = row->number;
  warning->type = type;
  warning->id = g_strdup (id);
  warning->reason = g_strdup (reason);
  g_ptr_array_add (self->warnings, warning);
}

/* Nothing is deleted because a file says so. TRUE when that is all that @row says. */
static gboolean
asks_to_delete (SelImsSource *self, const SelLookRow *row, const SelRecordType *type)
{
  const SelImsCell id = sel_ims_is_kind (row, SEL_IMS_MEMBER_OF) ? SEL_IMS_MEMBER : SEL_IMS_ID;

  if (sel_ims_get_number (row, SEL_IMS_RECSTATUS) != 3)
    return FALSE;

  warn (self, row, type, sel_ims_get (row, id),
        _ ("The file asks to delete it. No file deletes anything: do it yourself if it is right."));
  return TRUE;
}

static char *
dup_default (SelImsSource *self, const char *name)
{
  const SelRosterColumn *column = sel_roster_column_by_name (SEL_ROSTER_IMS, name);
  const SelCell cell = { SEL_CELL_TEXT, g_hash_table_lookup (self->mapping->defaults, name) };
  char *text = NULL;

  if (cell.text)
    sel_roster_value_read (sel_roster_column_field (column), &cell, &text, NULL);
  return text;
}

static void
set_default (SelImsSource *self, SelQueuedItem *item, const char *field)
{
  g_autofree char *text = dup_default (self, field);

  if (text && sel_queued_item_get (item, field) == NULL)
    sel_queued_item_set (item, field, text);
}

/* Sets a date, which need not be as the standard has it. */
static void
set_date (SelQueuedItem *item, const char *field, const char *text)
{
  const SelCell cell = { text ? SEL_CELL_TEXT : SEL_CELL_EMPTY, text };
  g_autofree char *plain = NULL;
  GDate date;

  if (sel_roster_date_read (&cell, &date))
    {
      plain = sel_date_dup_text (&date);
      sel_queued_item_set (item, field, plain);
    }
  else if (text) /* the rules say what is wrong with it */
    sel_queued_item_set (item, field, text);
}

static char *
dup_person_name (const SelLookRow *row)
{
  const char *full = sel_ims_get (row, SEL_IMS_FULL_NAME);
  const char *given = sel_ims_get (row, SEL_IMS_GIVEN);
  const char *family = sel_ims_get (row, SEL_IMS_FAMILY);

  if (full)
    return g_strdup (full);
  return given && family ? g_strconcat (given, " ", family, NULL)
                         : g_strdup (given ? given : family);
}

static void
remember_key (SelImsSource *self, char kind, const char *id, const char *key)
{
  g_hash_table_insert (self->keys, g_strdup_printf ("%c%s", kind, id), g_strdup (key));
}

static const char *
find_key (SelImsSource *self, char kind, const char *id)
{
  g_autofree char *name = g_strdup_printf ("%c%s", kind, id);

  return g_hash_table_lookup (self->keys, name);
}

/* 1 is female and 2 male (IMS Enterprise 1.1, vocabulary of genders). */
static void
set_sex (SelQueuedItem *item, const char *gender)
{
  const char *code = gender ? sel_roster_find_choice (sel_sexes, gender) : NULL;

  if (g_strcmp0 (gender, "1") == 0)
    code = "female";
  else if (g_strcmp0 (gender, "2") == 0)
    code = "male";
  if (code)
    sel_queued_item_set (item, "sex", code);
}

static SelQueuedItem *
new_participant (SelImsSource *self, const SelLookRow *row, const char *name, guint roles)
{
  SelQueuedItem *item = sel_item_queue_new_item (&self->queue, SEL_EXCHANGE_ITEM_RECORD,
                                                 row->number, &sel_participant_type);

  sel_queued_item_set (item, "name", name);
  set_sex (item, sel_ims_get (row, SEL_IMS_GENDER));
  set_date (item, "birth_date", sel_ims_get (row, SEL_IMS_BIRTH_DATE));
  sel_queued_item_set (item, "phone", sel_ims_get (row, SEL_IMS_PHONE));
  sel_queued_item_set (item, "address", sel_ims_get (row, SEL_IMS_ADDRESS));
  if (roles & MENTOR && !(roles & LEARNER))
    sel_queued_item_set (item, "kind", "companion");
  set_default (self, item, "kind");
  return item;
}

/* Tells a new participant; one whom the register has stays. */
static gboolean
take_participant (SelImsSource *self,
                  const SelLookRow *row,
                  const char *name,
                  guint roles,
                  GError **error)
{
  const char *id = sel_ims_get (row, SEL_IMS_ID);
  SelQueuedItem *item = new_participant (self, row, name, roles);
  const char *birth_date = sel_queued_item_get (item, "birth_date");
  g_autofree char *key = NULL;
  gint64 record = 0;
  gboolean is_done =
    sel_sender_names_find_key (self->names, &sel_participant_type, id, &record, error) &&
    (record || birth_date == NULL ||
     sel_known_person (sel_sender_names_get_connection (self->names), name, birth_date, &record,
                       error));

  if (is_done && record > 0)
    is_done = sel_sender_names_refer (self->names, &sel_participant_type, record, row->number, &key,
                                      error);
  if (is_done)
    remember_key (self, 'p', id, key ? key : id);
  if (!is_done || key)
    {
      sel_item_queue_drop (&self->queue, item);
      return is_done;
    }

  item->id = g_strdup (id);
  sel_item_queue_push (&self->queue, item);
  return TRUE;
}

static gboolean
take_instructor (SelImsSource *self, const SelLookRow *row, const char *name, GError **error)
{
  const char *id = sel_ims_get (row, SEL_IMS_ID);
  SelQueuedItem *item;
  gint64 record;

  if (!sel_sender_names_find_key (self->names, &sel_instructor_type, id, &record, error) ||
      (record == 0 &&
       !sel_sender_names_find (self->names, &sel_instructor_type, name, &record, error)))
    return FALSE;
  if (record)
    return TRUE;

  item = sel_item_queue_new_item (&self->queue, SEL_EXCHANGE_ITEM_RECORD, row->number,
                                  &sel_instructor_type);
  item->id = g_strdup (id);
  sel_queued_item_set (item, "name", name);
  sel_queued_item_set (item, "phone", sel_ims_get (row, SEL_IMS_PHONE));
  sel_item_queue_push (&self->queue, item);
  return TRUE;
}

static void
refuse (SelImsSource *self,
        const SelLookRow *row,
        const SelRecordType *type,
        const char *field,
        const char *reason)
{
  self->queue.n_refused++;
  sel_item_queue_refuse (&self->queue, row->number, type, sel_ims_get (row, SEL_IMS_ID),
                         field ? sel_record_type_field (type, field) : NULL, reason);
}

/* Whether the identifier is one that an import can keep. */
static gboolean
check_id (SelImsSource *self, const SelLookRow *row, const SelRecordType *type)
{
  const char *id = sel_ims_get (row, SEL_IMS_ID);

  if (id && g_utf8_strlen (id, -1) <= SEL_EXCHANGE_MOST_ID)
    return TRUE;

  self->queue.n_refused++;
  sel_item_queue_refuse (&self->queue, row->number, type, NULL, NULL,
                         id ? _ ("The identifier has more than 100 characters.")
                            : _ ("The identifier (sourcedid) is missing."));
  return FALSE;
}

gboolean
sel_ims_take_person (SelImsSource *self, const SelLookRow *row, GError **error)
{
  const char *id = sel_ims_get (row, SEL_IMS_ID);
  g_autofree char *name = dup_person_name (row);
  guint roles;

  if (!check_id (self, row, &sel_participant_type) ||
      asks_to_delete (self, row, &sel_participant_type))
    return TRUE;
  if (name == NULL)
    {
      refuse (self, row, &sel_participant_type, "name",
              _ ("It is missing, and the record needs it."));
      return TRUE;
    }

  roles = GPOINTER_TO_UINT (g_hash_table_lookup (self->roles, id));
  if (roles & INSTRUCTOR && !take_instructor (self, row, name, error))
    return FALSE;
  if (roles == 0 || roles & (LEARNER | MENTOR))
    return take_participant (self, row, name, roles, error);
  if (!(roles & INSTRUCTOR))
    warn (self, row, &sel_participant_type, id,
          _ ("A person who only manages or helps has no place in the register."));
  return TRUE;
}

/* The programme and the course that the mapping names. */
static gboolean
set_reference (SelImsSource *self,
               const SelLookRow *row,
               SelQueuedItem *item,
               const char *name,
               GError **error)
{
  const SelField *field = sel_record_type_field (&sel_cohort_type, name);
  const char *said = g_hash_table_lookup (self->mapping->defaults, name);
  g_autofree char *key = NULL;
  gint64 record = 0;

  if (said == NULL)
    return TRUE;
  if (!sel_sender_names_find (self->names, field->refers_to, said, &record, error))
    return FALSE;
  if (record <= 0)
    return TRUE; /* the importer says that it is missing */
  if (!sel_sender_names_refer (self->names, field->refers_to, record, row->number, &key, error))
    return FALSE;

  sel_queued_item_set (item, name, key);
  return TRUE;
}

static gboolean
push_cohort (SelImsSource *self, const SelLookRow *row, const char *name, GError **error)
{
  SelQueuedItem *item = sel_item_queue_new_item (&self->queue, SEL_EXCHANGE_ITEM_RECORD,
                                                 row->number, &sel_cohort_type);

  item->id = g_strdup (sel_ims_get (row, SEL_IMS_ID));
  sel_queued_item_set (item, "name", name);
  set_date (item, "starts_on", sel_ims_get (row, SEL_IMS_BEGIN));
  set_date (item, "ends_on", sel_ims_get (row, SEL_IMS_END));
  set_default (self, item, "starts_on");
  set_default (self, item, "ends_on");
  set_default (self, item, "capacity");
  if (!set_reference (self, row, item, "course", error) ||
      !set_reference (self, row, item, "programme", error))
    {
      sel_item_queue_drop (&self->queue, item);
      return FALSE;
    }

  remember_key (self, 'g', item->id, item->id);
  sel_item_queue_push (&self->queue, item);
  return TRUE;
}

gboolean
sel_ims_take_group (SelImsSource *self, const SelLookRow *row, GError **error)
{
  const char *id = sel_ims_get (row, SEL_IMS_ID);
  const char *name = sel_ims_get (row, SEL_IMS_FULL_NAME);
  g_autofree char *key = NULL;
  gint64 record;

  name = name ? name : sel_ims_get (row, SEL_IMS_FAMILY);
  if (!check_id (self, row, &sel_cohort_type) || asks_to_delete (self, row, &sel_cohort_type))
    return TRUE;
  if (name == NULL)
    {
      refuse (self, row, &sel_cohort_type, "name", _ ("It is missing, and the record needs it."));
      return TRUE;
    }

  if (!sel_sender_names_find_key (self->names, &sel_cohort_type, id, &record, error) ||
      (record == 0 && !sel_sender_names_find (self->names, &sel_cohort_type, name, &record, error)))
    return FALSE;
  if (record <= 0)
    return push_cohort (self, row, name, error);

  if (!sel_sender_names_refer (self->names, &sel_cohort_type, record, row->number, &key, error))
    return FALSE;
  remember_key (self, 'g', id, key);
  return TRUE;
}

/* Tells an enrolment, unless the register has it. */
static gboolean
push_enrolment (SelImsSource *self,
                const SelLookRow *row,
                const char *person,
                const char *group,
                GError **error)
{
  g_autofree char *joined = g_strconcat (person, "\x1f", group, NULL);
  g_autofree char *hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, joined, -1);
  g_autofree char *id = g_strdup_printf ("ims-%.20s", hash);
  gint64 participant, cohort, record;
  SelQueuedItem *item;

  if (!sel_sender_names_find_key (self->names, &sel_enrolment_type, id, &record, error))
    return FALSE;
  if (record == 0)
    {
      if (!sel_sender_names_find_key (self->names, &sel_participant_type, person, &participant,
                                      error) ||
          !sel_sender_names_find_key (self->names, &sel_cohort_type, group, &cohort, error))
        return FALSE;
      if (participant && cohort &&
          !sel_known_enrolment (sel_sender_names_get_connection (self->names), participant, cohort,
                                0, &record, error))
        return FALSE;
    }
  if (record)
    return TRUE;

  item = sel_item_queue_new_item (&self->queue, SEL_EXCHANGE_ITEM_RECORD, row->number,
                                  &sel_enrolment_type);
  item->id = g_strdup (id);
  sel_queued_item_set (item, "participant", person);
  sel_queued_item_set (item, "cohort", group);
  set_default (self, item, "stage");
  sel_item_queue_push (&self->queue, item);
  return TRUE;
}

gboolean
sel_ims_take_member (SelImsSource *self, const SelLookRow *row, GError **error)
{
  const char *member = sel_ims_get (row, SEL_IMS_MEMBER);
  const char *group = g_hash_table_lookup (self->groups, row);
  const guint role = sel_ims_get_number (row, SEL_IMS_ROLE);
  const char *person = member ? find_key (self, 'p', member) : NULL;
  const char *cohort = group ? find_key (self, 'g', group) : NULL;

  if (asks_to_delete (self, row, &sel_enrolment_type))
    return TRUE;
  if (sel_ims_get_number (row, SEL_IMS_ID_TYPE) == 2)
    warn (self, row, &sel_enrolment_type, member,
          _ ("A group within a group has no place in the register."));
  else if (role != 1)
    warn (self, row, &sel_enrolment_type, member,
          _ ("Who instructs, mentors or manages a whole group has no place in the register: say it "
             "of the sessions."));
  else if (g_strcmp0 (sel_ims_get (row, SEL_IMS_STATUS), "0") == 0)
    warn (self, row, &sel_enrolment_type, member,
          _ ("The membership is not active, so that nobody is enrolled for it."));
  else if (member && group)
    return push_enrolment (self, row, person ? person : member, cohort ? cohort : group, error);
  else
    refuse (self, row, &sel_enrolment_type, member ? "cohort" : "participant",
            _ ("It is missing, and the record needs it."));
  return TRUE;
}

gboolean
sel_ims_take_other (SelImsSource *self,
                    const SelLookRow *row,
                    G_GNUC_UNUSED GError **error)
{
  const gulong n = (gulong) sel_ims_get_number (row, SEL_IMS_COUNT);
  g_autofree char *reason = g_strdup_printf (
    /* Translators: the name of an element, and how often it came */
    ngettext ("The element “%s” came %s time. It has no place in the register, and was left out.",
              "The element “%s” came %s times. It has no place in the register, and was left out.",
              n),
    sel_ims_get (row, SEL_IMS_ID), sel_ims_get (row, SEL_IMS_COUNT));

  warn (self, row, NULL, NULL, reason);
  return TRUE;
}
