/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/find.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "domain/word-query.h"
#include "store/finder-private.h"
#include "store/lists.h"
#include "store/words.h"

/* Of each group, so that all of them are in sight. */
static const guint most_found[SEL_N_FOUND_GROUPS] = {
  [SEL_FOUND_AGREEMENTS] = 5,
  [SEL_FOUND_PAGES] = 6,
  [SEL_FOUND_PARTNERS] = 3,
  [SEL_FOUND_PEOPLE] = 4,
  [SEL_FOUND_COHORTS] = 3,
};

/* Fewer digits of a NIK say only where it was issued. */
#define LEAST_DIGITS 6

static void
found_free (gpointer data)
{
  SelFound *self = data;

  g_free (self->title);
  g_free (self->detail);
  g_free (self->state);
  g_free (self);
}

SelFoundAll *
sel_found_all_new (void)
{
  SelFoundAll *self = g_new0 (SelFoundAll, 1);

  for (guint i = 0; i < SEL_N_FOUND_GROUPS; i++)
    self->groups[i] = g_ptr_array_new_with_free_func (found_free);
  return self;
}

void
sel_found_all_free (SelFoundAll *self)
{
  for (guint i = 0; i < SEL_N_FOUND_GROUPS; i++)
    g_ptr_array_unref (self->groups[i]);
  g_free (self);
}

guint
sel_found_all_count (const SelFoundAll *self)
{
  guint n = 0;

  for (guint i = 0; i < SEL_N_FOUND_GROUPS; i++)
    n += self->groups[i]->len;

  return n;
}

/* What a search is about, for the functions here. */
typedef struct
{
  SelConnection *connection;
  GPtrArray *query;
  SelListRequest *request;
  SelFoundAll *all;
} Search;

#define WHOLE 100000

static char *
dup_marked (GPtrArray *query, const char *text)
{
  g_autoptr (GArray) places = sel_word_query_find (query, text);

  return sel_word_places_dup_snippet (places, text, WHOLE);
}

/* The columns of @row that are named, and say something, with a dot between them. */
static char *
dup_detail (const SelListQuery *list, SelRow *row, const char *const *columns, GPtrArray *query)
{
  g_autoptr (GString) detail = g_string_new (NULL);

  for (; *columns; columns++)
    for (guint i = 0; i < list->n_columns; i++)
      {
        const char *text = sel_row_get_text (row, i);

        if (g_str_equal (list->columns[i].name, *columns) && *text)
          g_string_append_printf (detail, "%s%s", detail->len ? " · " : "", text);
      }

  return dup_marked (query, detail->str);
}

static const char *
find_state (const SelListQuery *list, SelRow *row)
{
  for (guint i = 0; i < list->n_columns; i++)
    if (list->columns[i].kind == SEL_COLUMN_STATE)
      return sel_row_get_text (row, i);

  return NULL;
}

static const char *
find_title (const SelListQuery *list, SelRow *row)
{
  for (guint i = 0; i < list->n_columns; i++)
    if (g_str_equal (list->columns[i].name, "title") || g_str_equal (list->columns[i].name, "name"))
      return sel_row_get_text (row, i);

  g_assert_not_reached ();
}

static SelRow *
find_row (GPtrArray *rows, gint64 id)
{
  for (guint i = 0; i < rows->len; i++)
    if (sel_row_get_id (g_ptr_array_index (rows, i)) == id)
      return g_ptr_array_index (rows, i);

  return NULL;
}

/* Adds the records with @ids as their list shows them, so that what it masks is not seen here. */
static gboolean
add_listed (Search *search,
            SelFoundGroup group,
            const SelListQuery *list,
            const char *const *columns,
            GArray *ids,
            GError **error)
{
  g_autoptr (GPtrArray) rows = NULL;

  if (ids->len == 0)
    return TRUE;

  rows = sel_list_query_read_rows (list, search->request, search->connection,
                                   (const gint64 *) (gpointer) ids->data, ids->len, error);
  if (rows == NULL)
    return FALSE;

  for (guint i = 0; i < ids->len; i++)
    {
      gint64 id = g_array_index (ids, gint64, i);
      SelRow *row = find_row (rows, id);
      SelFound *found;

      if (row == NULL) /* it has gone since the finder was read */
        continue;
      found = g_new0 (SelFound, 1);
      found->type = list->type;
      found->id = id;
      found->title = dup_marked (search->query, find_title (list, row));
      found->detail = dup_detail (list, row, columns, search->query);
      found->state = g_strdup (find_state (list, row));
      g_ptr_array_add (search->all->groups[group], found);
    }

  return TRUE;
}

/* Adds those that no list shows: all that is said of them is their name. */
static gboolean
add_named (Search *search,
           SelFoundGroup group,
           const SelRecordType *type,
           const char *sql,
           GArray *ids,
           GError **error)
{
  for (guint i = 0; i < ids->len; i++)
    {
      g_autoptr (SelStatement) stmt = sel_connection_prepare (search->connection, sql, error);
      gint64 id = g_array_index (ids, gint64, i);
      gboolean has_row;
      SelFound *found;

      if (stmt == NULL)
        return FALSE;
      sel_statement_bind_int (stmt, 1, id);
      if (!sel_statement_step (stmt, &has_row, error))
        return FALSE;
      if (!has_row)
        continue;

      found = g_new0 (SelFound, 1);
      found->type = type;
      found->id = id;
      found->title = dup_marked (search->query, sel_statement_get_text (stmt, 0));
      found->detail = g_markup_escape_text (_ (type->label), -1);
      g_ptr_array_add (search->all->groups[group], found);
    }

  return TRUE;
}

static GArray *
list_by (SelConnection *connection,
         const char *sql,
         const char *first,
         const char *second,
         guint most,
         GError **error)
{
  g_autoptr (SelStatement) stmt = sel_connection_prepare (connection, sql, error);

  if (stmt == NULL)
    return NULL;

  sel_statement_bind_text (stmt, 1, first);
  sel_statement_bind_text (stmt, 2, second);
  sel_statement_bind_int (stmt, 3, most);
  return sel_statement_read_ids (stmt, error);
}

/* Participants have an index of their own: they may be a million. */
static GArray *
list_people (Search *search, const char *typed, guint most, GError **error)
{
  gsize n_digits = strspn (typed, "0123456789");
  g_autofree char *words = NULL;
  g_autofree char *end = NULL;

  if (typed[n_digits] == '\0' && n_digits >= LEAST_DIGITS)
    {
      end = g_strconcat (typed, ":", NULL); /* the character after 9 */
      return list_by (search->connection,
                      "SELECT id FROM participant WHERE nik >= $1 AND nik < $2 LIMIT $3", typed,
                      end, most, error);
    }

  words = sel_words_dup_query (typed);
  return list_by (search->connection,
                  "SELECT rowid FROM participant_words WHERE participant_words MATCH $1"
                  " AND $2 IS NULL LIMIT $3",
                  words, NULL, most, error);
}

static gboolean
find_people (Search *search, SelFinder *finder, const char *typed, GError **error)
{
  static const char *const columns[] = { "programme", "cohort", NULL };
  const guint most = most_found[SEL_FOUND_PEOPLE];
  gboolean *has_more = &search->all->has_more[SEL_FOUND_PEOPLE];
  g_autoptr (GArray) ids = list_people (search, typed, most + 1, error);
  g_autoptr (GArray) instructors = NULL;
  gboolean has_more_instructors;

  if (ids == NULL)
    return FALSE;

  *has_more = ids->len > most;
  g_array_set_size (ids, MIN (ids->len, most));
  instructors = sel_finder_list (finder, SEL_FINDER_INSTRUCTORS, search->query, 2,
                                 &has_more_instructors);
  *has_more |= has_more_instructors;
  return add_listed (search, SEL_FOUND_PEOPLE, &sel_participants_list, columns, ids, error) &&
         add_named (search, SEL_FOUND_PEOPLE, &sel_instructor_type,
                    "SELECT name FROM instructor WHERE id = $1", instructors, error);
}

static gboolean
find_listed (Search *search,
             SelFinder *finder,
             SelFoundGroup group,
             SelFinderType type,
             const SelListQuery *list,
             const char *const *columns,
             GError **error)
{
  g_autoptr (GArray) ids = sel_finder_list (finder, type, search->query, most_found[group],
                                            &search->all->has_more[group]);

  return add_listed (search, group, list, columns, ids, error);
}

static gboolean
find_programmes (Search *search, SelFinder *finder, GError **error)
{
  gboolean has_more;
  g_autoptr (GArray) ids =
    sel_finder_list (finder, SEL_FINDER_PROGRAMMES, search->query, 2, &has_more);

  search->all->has_more[SEL_FOUND_COHORTS] |= has_more;
  return add_named (search, SEL_FOUND_COHORTS, &sel_programme_type,
                    "SELECT name FROM programme WHERE id = $1", ids, error);
}

static gboolean
find_pages (Search *search, GError **error)
{
  GPtrArray *hits = sel_page_find (search->connection, search->query, most_found[SEL_FOUND_PAGES],
                                   &search->all->has_more[SEL_FOUND_PAGES], error);

  if (hits == NULL)
    return FALSE;

  g_ptr_array_unref (search->all->groups[SEL_FOUND_PAGES]);
  search->all->groups[SEL_FOUND_PAGES] = hits;
  return TRUE;
}

/**
 * sel_finder_find:
 * @typed: whatever was typed
 *
 * Returns: (transfer full): nothing in it where nothing was typed that can be looked for
 */
SelFoundAll *
sel_finder_find (SelFinder *self,
                 SelConnection *connection,
                 const char *typed,
                 const GDate *today,
                 guint notice_days,
                 GError **error)
{
  static const char *const of_agreement[] = { "number", "partners", NULL };
  static const char *const of_partner[] = { "short_name", NULL };
  static const char *const of_cohort[] = { "course", "programme", NULL };
  g_autoptr (SelFoundAll) all = sel_found_all_new ();
  g_autoptr (GPtrArray) query = sel_word_query_new (typed);
  g_autoptr (SelListRequest) request = sel_list_request_new ();
  Search search = { connection, query, request, all };

  if (query->len == 0)
    return g_steal_pointer (&all);

  sel_list_request_set_day (request, today, notice_days);
  if (!find_listed (&search, self, SEL_FOUND_AGREEMENTS, SEL_FINDER_AGREEMENTS,
                    &sel_agreements_list, of_agreement, error) ||
      !find_pages (&search, error) ||
      !find_listed (&search, self, SEL_FOUND_PARTNERS, SEL_FINDER_PARTNERS, &sel_partners_list,
                    of_partner, error) ||
      !find_people (&search, self, typed, error) ||
      !find_listed (&search, self, SEL_FOUND_COHORTS, SEL_FINDER_COHORTS, &sel_cohorts_list,
                    of_cohort, error) ||
      !find_programmes (&search, self, error))
    return NULL;

  return g_steal_pointer (&all);
}
