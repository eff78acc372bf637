/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/likeness.h"

#include "domain/name-fold.h"

/* Days or records that are looked at between two looks at the cancellable. */
#define STEPS_AT_ONCE 256

struct _SelNewcomers
{
  gint64 first[SEL_N_RECORD_TYPES];        /* ids from here on are new; 0 for none */
  GHashTable *changed[SEL_N_RECORD_TYPES]; /* ids of others that are called otherwise; NULL for none */
  GHashTable *days;                        /* Julian, on which such participants were born */
};

/* What the records are called by. An agreement's numbers are with its parties: it is looked at when
 * it is new. */
static const struct
{
  const SelRecordType *type;
  const char *fields[2];
} names[] = {
  { &sel_participant_type, { "name", "birth_date" } },
  { &sel_partner_type, { "name", "short_name" } },
  { &sel_programme_type, { "name", NULL } },
  { &sel_course_type, { "name", NULL } },
  { &sel_cohort_type, { "name", "course" } },
};

SelNewcomers *
sel_newcomers_new (void)
{
  SelNewcomers *self = g_new0 (SelNewcomers, 1);

  self->days = g_hash_table_new (NULL, NULL);
  return self;
}

void
sel_newcomers_free (SelNewcomers *self)
{
  for (guint i = 0; i < SEL_N_RECORD_TYPES; i++)
    g_clear_pointer (&self->changed[i], g_hash_table_unref);
  g_hash_table_unref (self->days);
  g_free (self);
}

static void
add_day (SelNewcomers *self, const SelRecordType *type, gconstpointer record)
{
  const SelParticipant *participant = record;

  if (type == &sel_participant_type && g_date_valid (&participant->birth_date))
    g_hash_table_add (self->days, GUINT_TO_POINTER (g_date_get_julian (&participant->birth_date)));
}

/* Remembers a record that was added; those of a type come in the order of their ids. */
void
sel_newcomers_add (SelNewcomers *self, const SelRecordType *type, gconstpointer record)
{
  gint64 *first = &self->first[sel_record_type_index (type)];

  if (*first == 0)
    *first = ((const SelRecord *) record)->id;
  add_day (self, type, record);
}

static gboolean
is_called_otherwise (const SelRecordType *type, gconstpointer before, gconstpointer after)
{
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    for (guint f = 0; names[i].type == type && f < G_N_ELEMENTS (names[i].fields); f++)
      if (names[i].fields[f] &&
          !sel_field_is_equal (sel_record_type_field (type, names[i].fields[f]), before, after))
        return TRUE;

  return FALSE;
}

/* Remembers a record that was changed, if it is called otherwise now. */
void
sel_newcomers_add_changed (SelNewcomers *self,
                           const SelRecordType *type,
                           gconstpointer before,
                           gconstpointer after)
{
  GHashTable **changed = &self->changed[sel_record_type_index (type)];
  gint64 id = ((const SelRecord *) after)->id;

  if (!is_called_otherwise (type, before, after) || sel_newcomers_is_new (self, type, id))
    return;

  if (*changed == NULL)
    *changed = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_hash_table_add (*changed, g_memdup2 (&id, sizeof id));
  add_day (self, type, after);
}

/* Whether the record was added, not only changed. */
gboolean
sel_newcomers_is_new (const SelNewcomers *self, const SelRecordType *type, gint64 record)
{
  gint64 first = self->first[sel_record_type_index (type)];

  return first != 0 && record >= first;
}

/* Whether it was added or changed. */
static gboolean
is_among (const SelNewcomers *self, const SelRecordType *type, gint64 record)
{
  GHashTable *changed = self->changed[sel_record_type_index (type)];

  return sel_newcomers_is_new (self, type, record) ||
         (changed && g_hash_table_contains (changed, &record));
}

/* What folds the text by which records of a type are held to be alike. */
typedef void (*FoldFunc) (const char *text, GString *folded);

/* Letters and digits alone, small: what is left of a number or a name of an institution. */
static void
fold_plain (const char *text, GString *folded)
{
  g_autofree char *lower = g_utf8_casefold (text, -1);

  g_string_truncate (folded, 0);
  for (const char *at = lower; *at; at = g_utf8_next_char (at))
    if (g_unichar_isalnum (g_utf8_get_char (at)))
      g_string_append_unichar (folded, g_utf8_get_char (at));
}

/* A search under way. */
typedef struct
{
  SelConnection *connection;
  const SelNewcomers *newcomers;
  GArray *pairs;
  GString *folded;
} Search;

typedef struct
{
  gint64 id;
  guint before; /* 1 + the place of the one before that folds to the same; 0 for none */
} Row;

/* The records of one type, or of one day: what each folds to leads to the last that does. */
typedef struct
{
  const SelRecordType *type;
  GArray *rows;        /* of Row */
  GHashTable *by_text; /* 1 + the place of a row */
  GStringChunk *texts;
} Group;

static void
begin_group (Group *group, const SelRecordType *type)
{
  group->type = type;
  group->rows = g_array_new (FALSE, FALSE, sizeof (Row));
  group->by_text = g_hash_table_new (g_str_hash, g_str_equal);
  group->texts = g_string_chunk_new (4096);
}

static void
clear_group (Group *group)
{
  g_array_set_size (group->rows, 0);
  g_hash_table_remove_all (group->by_text);
  g_string_chunk_clear (group->texts);
}

static void
end_group (Group *group)
{
  g_array_unref (group->rows);
  g_hash_table_unref (group->by_text);
  g_string_chunk_free (group->texts);
}

/* Pairs @id with those from the row on whose place is @place - 1, if either is looked for. */
static void
pair_up (Search *self, const Group *group, guint place, gint64 id)
{
  gboolean is_looked_for = place && is_among (self->newcomers, group->type, id);

  while (place && self->pairs->len < SEL_LIKENESS_MOST_PAIRS)
    {
      const Row *row = &g_array_index (group->rows, Row, place - 1);
      SelLikeness pair = { group->type, MIN (id, row->id), MAX (id, row->id) };

      if (pair.one != pair.other &&
          (is_looked_for || is_among (self->newcomers, group->type, row->id)))
        g_array_append_val (self->pairs, pair);
      place = row->before;
    }
}

/* Holds the record against those of its group before it. */
static void
add_to_group (Search *self, Group *group, gint64 id, const char *text, FoldFunc fold)
{
  Row row = { id, 0 };
  char *key;

  fold (text, self->folded);
  if (self->folded->len == 0)
    return;

  row.before = GPOINTER_TO_UINT (g_hash_table_lookup (group->by_text, self->folded->str));
  pair_up (self, group, row.before, id);
  g_array_append_val (group->rows, row);
  key = g_string_chunk_insert_len (group->texts, self->folded->str, (gssize) self->folded->len);
  g_hash_table_replace (group->by_text, key, GUINT_TO_POINTER (group->rows->len));
}

/* Adds what @stmt gives: an id and a text a row. */
static gboolean
add_rows (Search *self, Group *group, SelStatement *stmt, FoldFunc fold, GError **error)
{
  gboolean has_row;

  while (sel_statement_step (stmt, &has_row, error))
    {
      if (!has_row)
        {
          sel_statement_reset (stmt);
          return TRUE;
        }
      add_to_group (self, group, sel_statement_get_int (stmt, 0), sel_statement_get_text (stmt, 1),
                    fold);
    }

  return FALSE;
}

static gboolean
find_people (Search *self, GCancellable *cancellable, GError **error)
{
  g_autoptr (SelStatement) stmt = sel_connection_prepare (
    self->connection, "SELECT id, name FROM participant WHERE birth_date = $1", error);
  GHashTableIter days;
  gpointer day;
  guint n_days = 0;
  gboolean is_done = stmt != NULL;
  Group group;

  begin_group (&group, &sel_participant_type);
  g_hash_table_iter_init (&days, self->newcomers->days);
  while (is_done && g_hash_table_iter_next (&days, &day, NULL))
    {
      GDate date;
      g_autofree char *text = NULL;

      g_date_clear (&date, 1);
      g_date_set_julian (&date, GPOINTER_TO_UINT (day));
      text = sel_date_dup_text (&date);
      sel_statement_bind_text (stmt, 1, text);
      clear_group (&group);
      is_done = add_rows (self, &group, stmt, sel_name_fold, error) &&
                (++n_days % STEPS_AT_ONCE != 0 ||
                 !g_cancellable_set_error_if_cancelled (cancellable, error));
    }
  end_group (&group);

  return is_done;
}

/* The others are few enough to be held against each other whole: by what they are called, and an
 * agreement by the number that each party gave it. */
static const struct
{
  const SelRecordType *type;
  const char *sql;
} others[] = {
  { &sel_partner_type,
    "SELECT id, name FROM partner"
    " UNION ALL SELECT id, short_name FROM partner WHERE short_name IS NOT NULL" },
  { &sel_agreement_type, "SELECT agreement, number FROM party WHERE number IS NOT NULL" },
  { &sel_programme_type, "SELECT id, name FROM programme" },
  { &sel_course_type, "SELECT id, name FROM course" },
  { &sel_cohort_type,
    "SELECT c.id, c.name || ' ' || o.name FROM cohort c JOIN course o ON o.id = c.course" },
};

static gboolean
find_others (Search *self, guint which, GError **error)
{
  guint type = sel_record_type_index (others[which].type);
  g_autoptr (SelStatement) stmt = NULL;
  gboolean is_done;
  Group group;

  if (self->newcomers->first[type] == 0 && self->newcomers->changed[type] == NULL)
    return TRUE;
  if (!(stmt = sel_connection_prepare (self->connection, others[which].sql, error)))
    return FALSE;

  begin_group (&group, others[which].type);
  is_done = add_rows (self, &group, stmt, fold_plain, error);
  end_group (&group);
  return is_done;
}

/* Those that a person said are two are not asked about again. */
static gboolean
leave_out_known (SelConnection *connection, GArray *pairs, GError **error)
{
  g_autoptr (SelStatement) stmt = sel_connection_prepare (
    connection, "SELECT 1 FROM likeness WHERE type = $1 AND one = $2 AND other = $3", error);
  guint n_left = 0;

  if (stmt == NULL)
    return FALSE;

  for (guint i = 0; i < pairs->len; i++)
    {
      SelLikeness pair = g_array_index (pairs, SelLikeness, i);
      gboolean is_known;

      sel_statement_bind_text (stmt, 1, pair.type->name);
      sel_statement_bind_int (stmt, 2, pair.one);
      sel_statement_bind_int (stmt, 3, pair.other);
      if (!sel_statement_step (stmt, &is_known, error))
        return FALSE;
      sel_statement_reset (stmt);
      if (!is_known)
        g_array_index (pairs, SelLikeness, n_left++) = pair;
    }

  g_array_set_size (pairs, n_left);
  return TRUE;
}

static int
compare_pairs (gconstpointer a, gconstpointer b)
{
  const SelLikeness *left = a;
  const SelLikeness *right = b;
  guint left_type = sel_record_type_index (left->type);
  guint right_type = sel_record_type_index (right->type);

  if (left_type != right_type)
    return left_type < right_type ? -1 : 1;
  if (left->other != right->other)
    return left->other < right->other ? -1 : 1;
  return (left->one > right->one) - (left->one < right->one);
}

/* An agreement can have one number with two of its parties. */
static void
leave_out_twice (GArray *pairs)
{
  guint n_left = 0;

  for (guint i = 0; i < pairs->len; i++)
    if (n_left == 0 || compare_pairs (&g_array_index (pairs, SelLikeness, i),
                                      &g_array_index (pairs, SelLikeness, n_left - 1)) != 0)
      g_array_index (pairs, SelLikeness, n_left++) = g_array_index (pairs, SelLikeness, i);

  g_array_set_size (pairs, n_left);
}

/**
 * sel_likeness_find:
 * @connection: on which the newcomers are written, committed or not
 *
 * Looks for records that may be the same as one of @newcomers, people by a fold of their names among
 * those born on the same day; sets @is_cut when there may be more than the most that are looked for.
 *
 * Returns: (element-type SelLikeness): by type and newer record, to be freed with g_array_unref()
 */
GArray *
sel_likeness_find (SelConnection *connection,
                   const SelNewcomers *newcomers,
                   gboolean *is_cut,
                   GCancellable *cancellable,
                   GError **error)
{
  g_autoptr (GArray) pairs = g_array_new (FALSE, FALSE, sizeof (SelLikeness));
  g_autoptr (GString) folded = g_string_new (NULL);
  Search search = { connection, newcomers, pairs, folded };

  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    if (!find_others (&search, i, error))
      return NULL;
  if (!find_people (&search, cancellable, error))
    return NULL;

  *is_cut = pairs->len >= SEL_LIKENESS_MOST_PAIRS;
  g_array_sort (pairs, compare_pairs);
  leave_out_twice (pairs);
  if (!leave_out_known (connection, pairs, error))
    return NULL;
  return g_steal_pointer (&pairs);
}

/* Writes that the two wait for a person's word, or that they are two. */
gboolean
sel_likeness_put (SelAct *act, const SelLikeness *likeness, gboolean is_two, GError **error)
{
  g_autoptr (SelStatement) stmt =
    sel_connection_prepare (sel_act_get_connection (act),
                            "INSERT INTO likeness (type, one, other, decision)"
                            " VALUES ($1, $2, $3, $4) ON CONFLICT (type, one, other)"
                            " DO UPDATE SET decision = excluded.decision",
                            error);

  if (stmt == NULL)
    return FALSE;

  sel_statement_bind_text (stmt, 1, likeness->type->name);
  sel_statement_bind_int (stmt, 2, likeness->one);
  sel_statement_bind_int (stmt, 3, likeness->other);
  sel_statement_bind_text (stmt, 4, is_two ? "two" : "open");
  return sel_statement_run (stmt, error);
}

/* The types whose records are held against each other. */
static const SelRecordType *const types[] = {
  &sel_participant_type,
  &sel_partner_type,
  &sel_agreement_type,
  &sel_programme_type,
  &sel_course_type,
  &sel_cohort_type,
};

static gboolean
append_open (SelConnection *connection,
             const SelRecordType *type,
             guint most,
             GArray *pairs,
             GError **error)
{
  g_autofree char *sql = g_strdup_printf (
    "SELECT l.one, l.other FROM likeness l JOIN \"%s\" a ON a.id = l.one JOIN \"%s\" b"
    " ON b.id = l.other WHERE l.decision = 'open' AND l.type = $1 ORDER BY l.one, l.other LIMIT $2",
    type->name, type->name);
  g_autoptr (SelStatement) stmt = sel_connection_prepare (connection, sql, error);
  gboolean has_row;

  if (stmt == NULL)
    return FALSE;

  sel_statement_bind_text (stmt, 1, type->name);
  sel_statement_bind_int (stmt, 2, most - pairs->len);
  while (sel_statement_step (stmt, &has_row, error))
    {
      SelLikeness pair;

      if (!has_row)
        return TRUE;
      pair = (SelLikeness){ type, sel_statement_get_int (stmt, 0), sel_statement_get_int (stmt, 1) };
      g_array_append_val (pairs, pair);
    }

  return FALSE;
}

/* The types of the pairs: 1 << sel_record_type_index() for each. What is written of them may close a
 * pair, or open one again. */
guint32
sel_likeness_get_types (void)
{
  guint32 bits = 0;

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    bits |= 1u << sel_record_type_index (types[i]);
  return bits;
}

/* Returns: (element-type SelLikeness): pairs that wait for a person's word, at most @most */
GArray *
sel_likeness_list_open (SelConnection *connection, guint most, GError **error)
{
  g_autoptr (GArray) pairs = g_array_new (FALSE, FALSE, sizeof (SelLikeness));

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    if (!append_open (connection, types[i], most, pairs, error))
      return NULL;

  return g_steal_pointer (&pairs);
}
