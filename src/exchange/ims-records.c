/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/ims-private.h"

#include <glib/gi18n-lib.h>

#include "domain/roster-value.h"
#include "store/known.h"

/* Roles of the standard, as bits. */
#define LEARNER (1u << 1)
#define INSTRUCTOR (1u << 2)
#define MENTOR (1u << 6)

static void
warn (SelImsSource *self,
      const SelImsRow *row,
      const SelRecordType *type,
      const char *id,
      const char *reason)
{
  SelImsWarning *warning = g_new0 (SelImsWarning, 1);

  warning->line = row->number;
  warning->type = type;
  if (self->warnings->len < SEL_IMPORT_MOST_NOTES)
    {
      warning->id = g_strdup (id);
      warning->reason = g_strdup (reason);
    }
  g_ptr_array_add (self->warnings, warning);
}

/* Nothing is deleted because a file says so. TRUE when that is all that @row says. */
static gboolean
asks_to_delete (SelImsSource *self, const SelImsRow *row, const SelRecordType *type)
{
  const SelImsCell id = sel_ims_is_kind (row, SEL_IMS_MEMBER_OF) ? SEL_IMS_MEMBER : SEL_IMS_ID;

  if (sel_ims_get_number (row, SEL_IMS_RECSTATUS) != 3)
    return FALSE;

  warn (self, row, type, sel_ims_get (row, id),
        _ ("The file asks to delete it. No file deletes anything: do it yourself if it is right."));
  return TRUE;
}

static char *
dup_person_name (const SelImsRow *row)
{
  const char *full = sel_ims_get (row, SEL_IMS_FULL_NAME);
  const char *given = sel_ims_get (row, SEL_IMS_GIVEN);
  const char *family = sel_ims_get (row, SEL_IMS_FAMILY);

  if (full)
    return g_strdup (full);
  return given && family ? g_strconcat (given, " ", family, NULL)
                         : g_strdup (given ? given : family);
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
new_participant (SelImsSource *self, const SelImsRow *row, const char *name)
{
  SelQueuedItem *item = sel_item_queue_new_item (&self->queue, SEL_EXCHANGE_ITEM_RECORD,
                                                 row->number, &sel_participant_type);

  sel_queued_item_set (item, "name", name);
  set_sex (item, sel_ims_get (row, SEL_IMS_GENDER));
  sel_ims_set_date (item, "birth_date", sel_ims_get (row, SEL_IMS_BIRTH_DATE));
  sel_queued_item_set (item, "phone", sel_ims_get (row, SEL_IMS_PHONE));
  sel_queued_item_set (item, "address", sel_ims_get (row, SEL_IMS_ADDRESS));
  return item;
}

/* What somebody is in one group makes nobody of the register another kind of person. */
static gboolean
take_participant (SelImsSource *self,
                  SelImsRow *row,
                  const char *name,
                  guint roles,
                  GError **error)
{
  const char *id = sel_ims_get (row, SEL_IMS_ID);
  SelQueuedItem *item = new_participant (self, row, name);
  gboolean is_theirs;
  gint64 record;
  gboolean is_done = sel_ims_find_present (self, item, id, &record, &is_theirs, error);

  if (is_done && record <= 0)
    {
      if (roles & MENTOR && !(roles & LEARNER))
        sel_queued_item_set (item, "kind", "companion");
      sel_ims_set_default (self, item, "kind");
    }
  is_done = is_done && sel_ims_set_id (self, item, id, record, is_theirs, error);
  if (is_done)
    sel_ims_remember (self->persons, row, record, item->id);
  return sel_ims_finish (self, item, is_done);
}

static gboolean
take_instructor (SelImsSource *self, const SelImsRow *row, const char *name, GError **error)
{
  const char *id = sel_ims_get (row, SEL_IMS_ID);
  SelQueuedItem *item = sel_item_queue_new_item (&self->queue, SEL_EXCHANGE_ITEM_RECORD,
                                                 row->number, &sel_instructor_type);
  gboolean is_theirs;
  gint64 record;

  sel_queued_item_set (item, "name", name);
  sel_queued_item_set (item, "phone", sel_ims_get (row, SEL_IMS_PHONE));
  return sel_ims_finish (self, item,
                         sel_ims_find_present (self, item, id, &record, &is_theirs, error) &&
                           sel_ims_set_id (self, item, id, record, is_theirs, error));
}

static void
refuse (SelImsSource *self,
        const SelImsRow *row,
        const SelRecordType *type,
        const char *field,
        const char *reason)
{
  self->queue.n_refused++;
  sel_item_queue_refuse (&self->queue, row->number, type, sel_ims_get (row, SEL_IMS_ID),
                         field ? sel_record_type_field (type, field) : NULL, NULL, reason);
}

/* Whether the identifier is one that an import can keep. */
static gboolean
check_id (SelImsSource *self, const SelImsRow *row, const SelRecordType *type)
{
  const char *id = sel_ims_get (row, SEL_IMS_ID);

  if (id && g_utf8_strlen (id, -1) <= SEL_EXCHANGE_MOST_ID)
    return TRUE;

  self->queue.n_refused++;
  sel_item_queue_refuse (&self->queue, row->number, type, NULL, NULL, NULL,
                         id ? _ ("The identifier has more than 100 characters.")
                            : _ ("The identifier (sourcedid) is missing."));
  return FALSE;
}

gboolean
sel_ims_take_person (SelImsSource *self, SelImsRow *row, GError **error)
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
               const SelImsRow *row,
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

/* What the mapping says of every new cohort. */
static gboolean
set_cohort_defaults (SelImsSource *self,
                     const SelImsRow *row,
                     SelQueuedItem *item,
                     GError **error)
{
  sel_ims_set_default (self, item, "starts_on");
  sel_ims_set_default (self, item, "ends_on");
  sel_ims_set_default (self, item, "capacity");
  return set_reference (self, row, item, "course", error) &&
         set_reference (self, row, item, "programme", error);
}

static gboolean
take_cohort (SelImsSource *self, SelImsRow *row, const char *name, GError **error)
{
  const char *id = sel_ims_get (row, SEL_IMS_ID);
  SelQueuedItem *item = sel_item_queue_new_item (&self->queue, SEL_EXCHANGE_ITEM_RECORD,
                                                 row->number, &sel_cohort_type);
  gboolean is_theirs;
  gint64 record;
  gboolean is_done;

  sel_queued_item_set (item, "name", name);
  sel_ims_set_date (item, "starts_on", sel_ims_get (row, SEL_IMS_BEGIN));
  sel_ims_set_date (item, "ends_on", sel_ims_get (row, SEL_IMS_END));
  is_done = sel_ims_find_present (self, item, id, &record, &is_theirs, error) &&
            (record > 0 || set_cohort_defaults (self, row, item, error)) &&
            sel_ims_set_id (self, item, id, record, is_theirs, error);
  if (is_done)
    sel_ims_remember (self->groups, row, record, item->id);
  return sel_ims_finish (self, item, is_done);
}

gboolean
sel_ims_take_group (SelImsSource *self, SelImsRow *row, GError **error)
{
  const char *name = sel_ims_get (row, SEL_IMS_FULL_NAME);

  name = name ? name : sel_ims_get (row, SEL_IMS_FAMILY);
  if (!check_id (self, row, &sel_cohort_type) || asks_to_delete (self, row, &sel_cohort_type))
    return TRUE;
  if (name)
    return take_cohort (self, row, name, error);

  refuse (self, row, &sel_cohort_type, "name", _ ("It is missing, and the record needs it."));
  return TRUE;
}

/* One who is in a group, each by the record in the register and by what a reference says. */
typedef struct
{
  gint64 participant;
  gint64 cohort;
  const char *person;
  const char *group;
} Member;

/* Looks for their enrolment. */
static gboolean
find_enrolment (SelImsSource *self,
                const Member *member,
                const char *id,
                gint64 *record,
                gboolean *is_theirs,
                GError **error)
{
  if (!sel_sender_names_find_key (self->names, &sel_enrolment_type, id, record, error))
    return FALSE;

  *is_theirs = *record != 0;
  return *is_theirs || member->participant == 0 || member->cohort == 0 ||
         sel_known_enrolment (sel_sender_names_get_connection (self->names), member->participant,
                              member->cohort, 0, record, error);
}

static gboolean
push_enrolment (SelImsSource *self, const SelImsRow *row, const Member *member, GError **error)
{
  g_autofree char *joined = g_strconcat (member->person, "\x1f", member->group, NULL);
  g_autofree char *hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, joined, -1);
  g_autofree char *id = g_strdup_printf ("ims-%.20s", hash);
  SelQueuedItem *item;
  gboolean is_theirs;
  gint64 record;

  if (!find_enrolment (self, member, id, &record, &is_theirs, error))
    return FALSE;
  if (record == SEL_KNOWN_SEVERAL)
    {
      refuse (self, row, &sel_enrolment_type, "participant",
              _ ("The register has this person enrolled there more than once."));
      return TRUE;
    }

  item = sel_item_queue_new_item (&self->queue, SEL_EXCHANGE_ITEM_RECORD, row->number,
                                  &sel_enrolment_type);
  sel_queued_item_set (item, "participant", member->person);
  sel_queued_item_set (item, "cohort", member->group);
  if (record == 0)
    sel_ims_set_default (self, item, "stage");
  return sel_ims_finish (self, item, sel_ims_set_id (self, item, id, record, is_theirs, error));
}

/* An active learner in a group. */
static gboolean
take_learner (SelImsSource *self, const SelImsRow *row, GError **error)
{
  Member member;

  return sel_ims_find_taken (self, &sel_participant_type, sel_ims_get (row, SEL_IMS_MEMBER),
                             &member.participant, &member.person, error) &&
         sel_ims_find_taken (self, &sel_cohort_type, row->group, &member.cohort, &member.group,
                             error) &&
         push_enrolment (self, row, &member, error);
}

gboolean
sel_ims_take_member (SelImsSource *self, SelImsRow *row, GError **error)
{
  const char *member = sel_ims_get (row, SEL_IMS_MEMBER);
  const guint role = sel_ims_get_number (row, SEL_IMS_ROLE);

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
  else if (member && row->group)
    return take_learner (self, row, error);
  else
    refuse (self, row, &sel_enrolment_type, member ? "cohort" : "participant",
            _ ("It is missing, and the record needs it."));
  return TRUE;
}

gboolean
sel_ims_take_other (SelImsSource *self,
                    SelImsRow *row,
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
