/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Twenty thousand agreements are six megabytes of folded words: to look through them takes some
 * milliseconds, and no index has to be kept in step with five tables. */
#include "domain/word-fold.h"
#include "domain/word-query.h"
#include "store/finder-private.h"

typedef struct
{
  gint64 id;
  char *title; /* folded, each word with a space before */
  char *rest;  /* likewise: all else that it is found by, and the title once more */
} Entry;

struct _SelFinder
{
  GArray *entries[SEL_N_FINDER_TYPES]; /* the newest, or else the first by name, come first */
  gatomicrefcount n_refs;
};

/* What each is called, and what else it is found by, which may be NULL. */
static const char *const statements[SEL_N_FINDER_TYPES] = {
  [SEL_FINDER_AGREEMENTS] =
    "SELECT a.id, a.title, a.alias,"
    " (SELECT group_concat (concat.words, ' ') FROM (SELECT coalesce (party.number, '') || ' ' ||"
    " coalesce (party.signatory, '') || ' ' || partner.name || ' ' ||"
    " coalesce (partner.short_name, '') AS words FROM party"
    " JOIN partner ON partner.id = party.partner WHERE party.agreement = a.id) concat),"
    " (SELECT group_concat (name, ' ') FROM witness WHERE witness.agreement = a.id)"
    " FROM agreement a ORDER BY a.signed_on IS NOT NULL, a.signed_on DESC, a.id DESC",
  [SEL_FINDER_PARTNERS] =
    "SELECT id, name, short_name, NULL, NULL FROM partner ORDER BY name COLLATE NOCASE, id",
  [SEL_FINDER_INSTRUCTORS] =
    "SELECT id, name, NULL, NULL, NULL FROM instructor ORDER BY name COLLATE NOCASE, id",
  [SEL_FINDER_COHORTS] =
    "SELECT c.id, c.name, course.name, programme.name, NULL FROM cohort c"
    " JOIN course ON course.id = c.course LEFT JOIN programme ON programme.id = c.programme"
    " ORDER BY c.starts_on DESC, c.id DESC",
  [SEL_FINDER_PROGRAMMES] =
    "SELECT id, name, NULL, NULL, NULL FROM programme ORDER BY name COLLATE NOCASE, id",
};

#define N_COLUMNS 5

/* A change of which changes what is found. */
guint32
sel_finder_depends_on (void)
{
  const SelRecordType *const types[] = {
    &sel_agreement_type,
    &sel_party_type,
    &sel_witness_type,
    &sel_partner_type,
    &sel_instructor_type,
    &sel_cohort_type,
    &sel_course_type,
    &sel_programme_type,
  };
  guint32 bits = 0;

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    bits |= 1u << sel_record_type_index (types[i]);

  return bits;
}

static void
clear_entry (gpointer data)
{
  Entry *entry = data;

  g_free (entry->title);
  g_free (entry->rest);
}

SelFinder *
sel_finder_ref (SelFinder *self)
{
  g_atomic_ref_count_inc (&self->n_refs);
  return self;
}

void
sel_finder_unref (SelFinder *self)
{
  if (!g_atomic_ref_count_dec (&self->n_refs))
    return;

  for (guint i = 0; i < SEL_N_FINDER_TYPES; i++)
    g_array_unref (self->entries[i]);
  g_free (self);
}

static Entry
read_entry (SelStatement *stmt, GString *folded)
{
  Entry entry = { .id = sel_statement_get_int (stmt, 0) };

  g_string_truncate (folded, 0);
  for (int i = 1; i < N_COLUMNS; i++)
    {
      const char *text = sel_statement_get_text (stmt, i);

      if (text)
        sel_word_fold_text (text, folded);
      if (i == 1)
        entry.title = g_strconcat (" ", folded->str, NULL);
    }
  entry.rest = g_strconcat (" ", folded->str, NULL);
  return entry;
}

static gboolean
read_entries (SelConnection *connection, const char *sql, GArray *entries, GError **error)
{
  g_autoptr (SelStatement) stmt = sel_connection_prepare (connection, sql, error);
  g_autoptr (GString) folded = g_string_new (NULL);
  gboolean has_row = TRUE;

  if (stmt == NULL)
    return FALSE;

  while (has_row)
    {
      Entry entry;

      if (!sel_statement_step (stmt, &has_row, error))
        return FALSE;
      if (has_row)
        {
          entry = read_entry (stmt, folded);
          g_array_append_val (entries, entry);
        }
    }

  return TRUE;
}

/* Takes some tenths of a second where there are many agreements. */
SelFinder *
sel_finder_read (SelConnection *connection, GError **error)
{
  g_autoptr (SelFinder) self = g_new0 (SelFinder, 1);

  g_atomic_ref_count_init (&self->n_refs);
  for (guint i = 0; i < SEL_N_FINDER_TYPES; i++)
    {
      self->entries[i] = g_array_new (FALSE, FALSE, sizeof (Entry));
      g_array_set_clear_func (self->entries[i], clear_entry);
    }

  for (guint i = 0; i < SEL_N_FINDER_TYPES; i++)
    if (!read_entries (connection, statements[i], self->entries[i], error))
      return NULL;

  return g_steal_pointer (&self);
}

/**
 * sel_finder_list:
 * @most: how many ids come back at most
 * @has_more: (out): whether more were found
 *
 * Returns: (transfer full) (element-type gint64): those whose title has all that was asked for come
 *   first
 */
GArray *
sel_finder_list (SelFinder *self,
                 SelFinderType type,
                 GPtrArray *query,
                 guint most,
                 gboolean *has_more)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GArray) others = g_array_new (FALSE, FALSE, sizeof (gint64));
  const GArray *entries = self->entries[type];

  for (guint i = 0; i < entries->len && ids->len <= most; i++)
    {
      const Entry *entry = &g_array_index (entries, Entry, i);

      if (sel_word_query_is_in (query, entry->title))
        g_array_append_val (ids, entry->id);
      else if (others->len <= most && sel_word_query_is_in (query, entry->rest))
        g_array_append_val (others, entry->id);
    }

  g_array_append_vals (ids, others->data, others->len);
  *has_more = ids->len > most;
  g_array_set_size (ids, MIN (ids->len, most));
  return ids;
}
