/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/ims-source.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "confined/error.h"
#include "domain/roster-value.h"
#include "exchange/roster-look.h"
#include "exchange/sender-names.h"
#include "store/known.h"

/* Memory is kept for so many: a membership may come before its person. */
#define MOST_ROWS 200000

/* Roles of the standard, as bits. */
#define LEARNER (1u << 1)
#define INSTRUCTOR (1u << 2)
#define MENTOR (1u << 6)

typedef struct
{
  const SelMapping *mapping; /* borrowed */
  char *name;                /* of the file, for sentences */
  gint64 modified;
  GPtrArray *rows; /* of SelLookRow */
  guint n_taken;
  guint stage;         /* persons, then groups, then members */
  GHashTable *groups;  /* of members: the identifier of their group, by the row */
  GHashTable *roles;   /* of persons: bits of all their roles, by their identifier */
  GHashTable *keys;    /* what references say for persons and groups, by "p" or "g" and theirs */
  GPtrArray *warnings; /* of SelQueuedItem: what is told at the end */
  SelItemQueue queue;
  SelSenderNames *names;
} Source;

static void
free_warning (gpointer data)
{
  SelQueuedItem *warning = data;

  g_free (warning->id);
  g_free (warning->reason);
  g_free (warning);
}

static void
free_source (gpointer data)
{
  Source *self = data;

  sel_sender_names_free (self->names);
  sel_item_queue_clear (&self->queue);
  g_ptr_array_unref (self->rows);
  g_hash_table_unref (self->groups);
  g_hash_table_unref (self->roles);
  g_hash_table_unref (self->keys);
  g_ptr_array_unref (self->warnings);
  g_free (self->name);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Source, free_source)

/* What the row says in @cell; NULL for nothing. */
static const char *
get (const SelLookRow *row, SelImsCell cell)
{
  return cell < row->n_cells ? row->cells[cell].text : NULL;
}

static gboolean
is_kind (const SelLookRow *row, const char *kind)
{
  return g_strcmp0 (get (row, SEL_IMS_KIND), kind) == 0;
}

/* A number of the standard's vocabularies, with or without leading zeroes; 0 for none. */
static guint
get_number (const SelLookRow *row, SelImsCell cell)
{
  static const char *const words[] = { "learner", "instructor" };
  const char *text = get (row, cell);

  for (guint i = 0; text && cell == SEL_IMS_ROLE && i < G_N_ELEMENTS (words); i++)
    if (g_ascii_strcasecmp (text, words[i]) == 0)
      return i + 1;
  if (text && cell == SEL_IMS_ROLE && g_ascii_strcasecmp (text, "mentor") == 0)
    return 6;
  return text ? (guint) MIN (g_ascii_strtoull (text, NULL, 10), 31) : 0;
}

static void
warn (Source *self,
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
asks_to_delete (Source *self, const SelLookRow *row, const SelRecordType *type)
{
  if (get_number (row, SEL_IMS_RECSTATUS) != 3)
    return FALSE;

  warn (self, row, type, get (row, is_kind (row, SEL_IMS_MEMBER_OF) ? SEL_IMS_MEMBER : SEL_IMS_ID),
        _ ("The file asks to delete it. No file deletes anything: do it yourself if it is right."));
  return TRUE;
}

static char *
dup_default (Source *self, const char *name)
{
  const SelRosterColumn *column = sel_roster_column_by_name (SEL_ROSTER_IMS, name);
  const SelCell cell = { SEL_CELL_TEXT, g_hash_table_lookup (self->mapping->defaults, name) };
  char *text = NULL;

  if (cell.text)
    sel_roster_value_read (sel_roster_column_field (column), &cell, &text, NULL);
  return text;
}

static void
set_default (Source *self, SelQueuedItem *item, const char *field)
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
  const char *full = get (row, SEL_IMS_FULL_NAME);
  const char *given = get (row, SEL_IMS_GIVEN);
  const char *family = get (row, SEL_IMS_FAMILY);

  if (full)
    return g_strdup (full);
  return given && family ? g_strconcat (given, " ", family, NULL)
                         : g_strdup (given ? given : family);
}

static void
remember_key (Source *self, char kind, const char *id, const char *key)
{
  g_hash_table_insert (self->keys, g_strdup_printf ("%c%s", kind, id), g_strdup (key));
}

static const char *
find_key (Source *self, char kind, const char *id)
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
new_participant (Source *self, const SelLookRow *row, const char *name, guint roles)
{
  SelQueuedItem *item = sel_item_queue_new_item (&self->queue, SEL_EXCHANGE_ITEM_RECORD,
                                                 row->number, &sel_participant_type);

  sel_queued_item_set (item, "name", name);
  set_sex (item, get (row, SEL_IMS_GENDER));
  set_date (item, "birth_date", get (row, SEL_IMS_BIRTH_DATE));
  sel_queued_item_set (item, "phone", get (row, SEL_IMS_PHONE));
  sel_queued_item_set (item, "address", get (row, SEL_IMS_ADDRESS));
  if (roles & MENTOR && !(roles & LEARNER))
    sel_queued_item_set (item, "kind", "companion");
  set_default (self, item, "kind");
  return item;
}

/* Tells a new participant; one whom the register has stays. */
static gboolean
take_participant (Source *self,
                  const SelLookRow *row,
                  const char *name,
                  guint roles,
                  GError **error)
{
  const char *id = get (row, SEL_IMS_ID);
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
take_instructor (Source *self, const SelLookRow *row, const char *name, GError **error)
{
  const char *id = get (row, SEL_IMS_ID);
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
  sel_queued_item_set (item, "phone", get (row, SEL_IMS_PHONE));
  sel_item_queue_push (&self->queue, item);
  return TRUE;
}

static void
refuse (Source *self,
        const SelLookRow *row,
        const SelRecordType *type,
        const char *field,
        const char *reason)
{
  self->queue.n_refused++;
  sel_item_queue_refuse (&self->queue, row->number, type, get (row, SEL_IMS_ID),
                         field ? sel_record_type_field (type, field) : NULL, reason);
}

/* Whether the identifier is one that an import can keep. */
static gboolean
check_id (Source *self, const SelLookRow *row, const SelRecordType *type)
{
  const char *id = get (row, SEL_IMS_ID);

  if (id && g_utf8_strlen (id, -1) <= SEL_EXCHANGE_MOST_ID)
    return TRUE;

  self->queue.n_refused++;
  sel_item_queue_refuse (&self->queue, row->number, type, NULL, NULL,
                         id ? _ ("The identifier has more than 100 characters.")
                            : _ ("The identifier (sourcedid) is missing."));
  return FALSE;
}

static gboolean
take_person (Source *self, const SelLookRow *row, GError **error)
{
  const char *id = get (row, SEL_IMS_ID);
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
set_reference (Source *self,
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
push_cohort (Source *self, const SelLookRow *row, const char *name, GError **error)
{
  SelQueuedItem *item = sel_item_queue_new_item (&self->queue, SEL_EXCHANGE_ITEM_RECORD,
                                                 row->number, &sel_cohort_type);

  item->id = g_strdup (get (row, SEL_IMS_ID));
  sel_queued_item_set (item, "name", name);
  set_date (item, "starts_on", get (row, SEL_IMS_BEGIN));
  set_date (item, "ends_on", get (row, SEL_IMS_END));
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

static gboolean
take_group (Source *self, const SelLookRow *row, GError **error)
{
  const char *id = get (row, SEL_IMS_ID);
  const char *name = get (row, SEL_IMS_FULL_NAME);
  g_autofree char *key = NULL;
  gint64 record;

  name = name ? name : get (row, SEL_IMS_FAMILY);
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
push_enrolment (Source *self,
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

static gboolean
take_member (Source *self, const SelLookRow *row, GError **error)
{
  const char *member = get (row, SEL_IMS_MEMBER);
  const char *group = g_hash_table_lookup (self->groups, row);
  const guint role = get_number (row, SEL_IMS_ROLE);
  const char *person = member ? find_key (self, 'p', member) : NULL;
  const char *cohort = group ? find_key (self, 'g', group) : NULL;

  if (asks_to_delete (self, row, &sel_enrolment_type))
    return TRUE;
  if (get_number (row, SEL_IMS_ID_TYPE) == 2)
    warn (self, row, &sel_enrolment_type, member,
          _ ("A group within a group has no place in the register."));
  else if (role != 1)
    warn (self, row, &sel_enrolment_type, member,
          _ ("Who instructs, mentors or manages a whole group has no place in the register: say it "
             "of the sessions."));
  else if (g_strcmp0 (get (row, SEL_IMS_STATUS), "0") == 0)
    warn (self, row, &sel_enrolment_type, member,
          _ ("The membership is not active, so that nobody is enrolled for it."));
  else if (member && group)
    return push_enrolment (self, row, person ? person : member, cohort ? cohort : group, error);
  else
    refuse (self, row, &sel_enrolment_type, member ? "cohort" : "participant",
            _ ("It is missing, and the record needs it."));
  return TRUE;
}

static void
take_other (Source *self, const SelLookRow *row)
{
  const gulong n = (gulong) get_number (row, SEL_IMS_COUNT);
  g_autofree char *reason = g_strdup_printf (
    /* Translators: the name of an element, and how often it came */
    ngettext ("The element “%s” came %s time. It has no place in the register, and was left out.",
              "The element “%s” came %s times. It has no place in the register, and was left out.",
              n),
    get (row, SEL_IMS_ID), get (row, SEL_IMS_COUNT));

  warn (self, row, NULL, NULL, reason);
}

/* Goes on to the next row; FALSE at the end of all, or on error. */
static gboolean
take_next (Source *self, GError **error)
{
  static const char *const kinds[] = { SEL_IMS_PERSON, SEL_IMS_GROUP, SEL_IMS_MEMBER_OF,
                                       SEL_IMS_OTHER };
  const SelLookRow *row;

  if (self->n_taken == self->rows->len)
    {
      self->n_taken = 0;
      self->stage++;
    }
  if (self->stage >= G_N_ELEMENTS (kinds) || self->rows->len == 0)
    return FALSE;

  row = g_ptr_array_index (self->rows, self->n_taken++);
  if (!is_kind (row, kinds[self->stage]))
    return TRUE;
  switch (self->stage)
    {
    case 0:
      return take_person (self, row, error);
    case 1:
      return take_group (self, row, error);
    case 2:
      return take_member (self, row, error);
    default:
      take_other (self, row);
      return TRUE;
    }
}

static gboolean
next_item (gpointer data,
           SelExchangeItem *item,
           G_GNUC_UNUSED GCancellable *cancellable,
           GError **error)
{
  Source *self = data;
  g_autoptr (GError) local_error = NULL;

  while (!sel_item_queue_pop (&self->queue, item))
    if (!take_next (self, &local_error))
      {
        if (local_error)
          {
            g_propagate_error (error, g_steal_pointer (&local_error));
            return FALSE;
          }
        *item = (SelExchangeItem){ .kind = SEL_EXCHANGE_ITEM_END,
                                   .n_records = self->queue.n_records,
                                   .n_refused = self->queue.n_refused };
        return TRUE;
      }

  return TRUE;
}

static double
get_progress (gpointer data)
{
  const Source *self = data;

  return self->rows->len ? (self->stage + (double) self->n_taken / self->rows->len) / 4 : 1;
}

static void
note_warnings (gpointer data, SelImportResult *result)
{
  Source *self = data;

  for (guint i = 0; i < self->warnings->len; i++)
    {
      const SelQueuedItem *warning = g_ptr_array_index (self->warnings, i);
      const SelExchangeItem item = {
        .line = warning->line, .type = warning->type, .id = warning->id
      };

      sel_import_result_count (result, warning->type, SEL_IMPORT_WARNING);
      sel_import_result_note (result, SEL_IMPORT_WARNING, &item, NULL, warning->reason);
    }
}

/* Puts the group of a membership to the members before it, and their roles to the persons. */
static void
end_membership (Source *self, guint first)
{
  const SelLookRow *membership = g_ptr_array_index (self->rows, self->rows->len - 1);
  const char *group = get (membership, SEL_IMS_ID);

  for (guint i = first; i + 1 < self->rows->len; i++)
    {
      SelLookRow *row = g_ptr_array_index (self->rows, i);
      const char *member = get (row, SEL_IMS_MEMBER);
      guint roles;

      if (!is_kind (row, SEL_IMS_MEMBER_OF))
        continue;
      if (group)
        g_hash_table_insert (self->groups, row, (gpointer) group);
      if (member == NULL || get_number (row, SEL_IMS_ID_TYPE) == 2)
        continue;
      roles = GPOINTER_TO_UINT (g_hash_table_lookup (self->roles, member));
      g_hash_table_replace (self->roles, (gpointer) member,
                            GUINT_TO_POINTER (roles | 1u << get_number (row, SEL_IMS_ROLE)));
    }
}

static gboolean
read_rows (Source *self, SelSheetStream *stream, GError **error)
{
  guint first = 0;
  SelSheetRow row;

  for (;;)
    {
      if (!sel_sheet_stream_next (stream, &row, NULL, error))
        return FALSE;
      if (row.number == 0)
        return TRUE;
      if (self->rows->len == MOST_ROWS)
        {
          g_set_error (error, SEL_CONFINED_ERROR, SEL_CONFINED_ERROR_REFUSED,
                       _ ("“%s” has more than 200,000 persons, groups and members. Divide it into "
                          "several files."),
                       self->name);
          return FALSE;
        }

      g_ptr_array_add (self->rows, sel_look_row_new (&row));
      if (g_strcmp0 (row.cells[SEL_IMS_KIND].text, SEL_IMS_MEMBERSHIP) == 0)
        {
          end_membership (self, first);
          first = self->rows->len;
        }
    }
}

static Source *
new_source (const SelMapping *mapping, const char *path)
{
  Source *self = g_new0 (Source, 1);

  self->mapping = mapping;
  self->name = g_filename_display_basename (path);
  self->rows = g_ptr_array_new_with_free_func (sel_look_row_free);
  self->groups = g_hash_table_new (NULL, NULL);
  self->roles = g_hash_table_new (g_str_hash, g_str_equal);
  self->keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->warnings = g_ptr_array_new_with_free_func (free_warning);
  sel_item_queue_init (&self->queue);
  return self;
}

static gboolean
check_is_ims (Source *self, SelSheetStream *stream, GError **error)
{
  if (sel_sheet_stream_get_found (stream)->kind == SEL_SHEET_IMS)
    return TRUE;

  g_set_error (error, SEL_CONFINED_ERROR, SEL_CONFINED_ERROR_REFUSED,
               _ ("“%s” is not an IMS Enterprise file, which the mapping is for."), self->name);
  return FALSE;
}

/* As sel_roster_source_new(), which calls it for a mapping of the kind. */
SelItemSource *
sel_ims_source_new (SelStore *store, const char *path, const SelMapping *mapping, GError **error)
{
  static const SelItemSourceClass klass = {
    .next = next_item,
    .get_progress = get_progress,
    .note_warnings = note_warnings,
    .free = free_source,
  };
  g_autoptr (SelSheetStream) stream = NULL;
  g_autoptr (Source) self = new_source (mapping, path);
  SelQueuedItem *header;

  if (!sel_mapping_check (mapping, error) ||
      !(stream = sel_sheet_stream_new_for_path (path, &mapping->layout, 0, error)) ||
      !check_is_ims (self, stream, error) || !read_rows (self, stream, error) ||
      !(self->names = sel_sender_names_new (store, mapping->sender, &self->queue, error)))
    return NULL;

  header = sel_item_queue_new_item (&self->queue, SEL_EXCHANGE_ITEM_HEADER, 0,
                                    &sel_exchange_header_type);
  sel_queued_item_set_header (header, mapping->sender, mapping->sender_name,
                              sel_sheet_stream_get_modified (stream));
  sel_item_queue_push (&self->queue, header);
  return sel_item_source_new (&klass, g_steal_pointer (&self));
}
