/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/page-find.h"

#include <string.h>

#include "domain/word-query.h"
#include "store/page-text.h"

/* To rank a page by how rare its words are (bm25), all pages with them are counted: 200 ms where a
 * hundred thousand have them. Beyond this many, the words say little, and the newest come first. */
#define MOST_RANKED 1000

/* Pages that are read to see how close their words stand. */
#define MOST_READ 30

/* What stands together on a page is within so many bytes. */
#define TOGETHER 200

#define MOST_OF_ONE_DOCUMENT 3
#define SNIPPET_CHARACTERS 160

void
sel_page_hit_free (SelPageHit *self)
{
  g_free (self->agreement_title);
  g_free (self->document_title);
  g_free (self->sha256);
  g_free (self->file);
  g_free (self->snippet);
  g_free (self->words);
  g_free (self);
}

/* As FTS5 reads it: all terms, any beginning of each. */
static char *
dup_match (GPtrArray *query)
{
  GString *match = g_string_new (NULL);

  for (guint i = 0; i < query->len; i++)
    {
      GPtrArray *term = g_ptr_array_index (query, i);

      g_string_append (match, i ? " AND (" : "(");
      for (guint j = 0; j < term->len; j++)
        g_string_append_printf (match, "%s\"%s\"*", j ? " OR " : "",
                                (const char *) g_ptr_array_index (term, j));
      g_string_append_c (match, ')');
    }

  return g_string_free (match, FALSE);
}

static GArray *
list_ids (SelConnection *connection,
          const char *sql,
          const char *match,
          gint64 most,
          GError **error)
{
  g_autoptr (SelStatement) stmt = sel_connection_prepare (connection, sql, error);

  if (stmt == NULL)
    return NULL;

  sel_statement_bind_text (stmt, 1, match);
  sel_statement_bind_int (stmt, 2, most);
  return sel_statement_read_ids (stmt, error);
}

/* The pages that are worth a look, the best, or else the newest, first. */
static GArray *
list_candidates (SelConnection *connection, GPtrArray *query, GError **error)
{
  g_autofree char *match = dup_match (query);
  g_autoptr (GArray) newest =
    list_ids (connection,
              "SELECT rowid FROM page_words WHERE page_words MATCH $1"
              " ORDER BY rowid DESC LIMIT $2",
              match, MOST_RANKED, error);

  if (newest == NULL || newest->len <= MOST_READ || newest->len == MOST_RANKED)
    return g_steal_pointer (&newest);
  return list_ids (connection,
                   "SELECT rowid FROM page_words WHERE page_words MATCH $1"
                   " ORDER BY rank LIMIT $2",
                   match, MOST_READ, error);
}

typedef struct
{
  SelPageHit *hit;
  gint64 source;
  guint place; /* of the best page of its document, as the index has them */
  guint score;
} Candidate;

static guint
find_place (const GArray *candidates, gint64 source)
{
  for (guint i = 0; i < candidates->len; i++)
    if (g_array_index (candidates, Candidate, i).source == source)
      return g_array_index (candidates, Candidate, i).place;

  return candidates->len;
}

static void
clear_candidate (gpointer data)
{
  g_clear_pointer (&((Candidate *) data)->hit, sel_page_hit_free);
}

/* How many different terms stand together somewhere, and then how often any of them does. */
static guint
measure (const GArray *places)
{
  guint most = 0;

  for (guint i = 0; i < places->len; i++)
    {
      const SelWordPlace *first = &g_array_index (places, SelWordPlace, i);
      guint32 seen = 0;
      guint n = 0;

      for (guint j = i; j < places->len; j++)
        {
          const SelWordPlace *place = &g_array_index (places, SelWordPlace, j);

          if (place->from > first->from + TOGETHER)
            break;
          n += (seen >> place->term & 1) == 0;
          seen |= 1u << place->term;
        }
      most = MAX (most, n);
    }

  return most * 100 + MIN (places->len, 20);
}

/* Says in @candidate what the page @id is of; one whose document was deleted has no hit. */
static gboolean
read_page (SelConnection *connection,
           gint64 id,
           GPtrArray *query,
           Candidate *candidate,
           GError **error)
{
  g_autoptr (SelStatement) stmt = sel_connection_prepare (
    connection,
    "SELECT a.id, a.title, d.id, d.title, d.sha256, t.text, d.file FROM page_text t"
    " JOIN page_source s ON s.id = t.id / 32768 JOIN document d ON d.sha256 = s.sha256"
    " JOIN agreement a ON a.id = d.agreement"
    " WHERE t.id = $1 ORDER BY d.kind = 'signed' DESC, d.id LIMIT 1",
    error);
  g_autoptr (GArray) places = NULL;
  const char *text;
  SelPageHit *hit;
  gboolean has_row;

  if (stmt == NULL)
    return FALSE;
  sel_statement_bind_int (stmt, 1, id);
  if (!sel_statement_step (stmt, &has_row, error))
    return FALSE;
  if (!has_row)
    return TRUE;

  text = sel_statement_get_text (stmt, 5);
  places = sel_word_query_find (query, text);
  candidate->hit = hit = g_new0 (SelPageHit, 1);
  candidate->source = id / SEL_PAGES_OF_SOURCE;
  candidate->score = measure (places);
  hit->agreement = sel_statement_get_int (stmt, 0);
  hit->agreement_title = g_strdup (sel_statement_get_text (stmt, 1));
  hit->document = sel_statement_get_int (stmt, 2);
  hit->document_title = g_strdup (sel_statement_get_text (stmt, 3));
  hit->sha256 = g_strdup (sel_statement_get_text (stmt, 4));
  hit->file = g_strdup (sel_statement_get_text (stmt, 6));
  hit->page = (guint) (id % SEL_PAGES_OF_SOURCE);
  hit->snippet = sel_word_places_dup_snippet (places, text, SNIPPET_CHARACTERS);
  hit->words = sel_word_places_dup_words (places, text);
  return TRUE;
}

static int
compare_candidates (gconstpointer a, gconstpointer b)
{
  const Candidate *one = a, *other = b;

  if (one->score != other->score)
    return one->score > other->score ? -1 : 1;
  if (one->place != other->place)
    return one->place < other->place ? -1 : 1;
  return one->hit->page < other->hit->page ? -1 : 1;
}

/* No document may fill the list alone. */
static gboolean
has_too_many (const GArray *candidates, guint n, gint64 source)
{
  guint n_same = 0;

  for (guint i = 0; i < n; i++)
    {
      const Candidate *candidate = &g_array_index (candidates, Candidate, i);

      n_same += candidate->hit == NULL && candidate->source == source;
    }

  return n_same >= MOST_OF_ONE_DOCUMENT;
}

/* Moves the best of @candidates, which are sorted, to what comes back. */
static GPtrArray *
take_best (GArray *candidates, guint most, gboolean *has_more)
{
  GPtrArray *hits = g_ptr_array_new_with_free_func ((GDestroyNotify) sel_page_hit_free);

  for (guint i = 0; i < candidates->len && hits->len < most; i++)
    {
      Candidate *candidate = &g_array_index (candidates, Candidate, i);

      if (has_too_many (candidates, i, candidate->source))
        *has_more = TRUE;
      else
        g_ptr_array_add (hits, g_steal_pointer (&candidate->hit));
    }

  *has_more |= candidates->len > hits->len;
  return hits;
}

/**
 * sel_page_find:
 * @query: of sel_word_query_new(), not empty
 * @has_more: (out): whether others were found that do not come back
 *
 * Returns: (transfer full) (element-type SelPageHit): at most @most, the best first
 */
GPtrArray *
sel_page_find (SelConnection *connection,
               GPtrArray *query,
               guint most,
               gboolean *has_more,
               GError **error)
{
  g_autoptr (GArray) ids = list_candidates (connection, query, error);
  g_autoptr (GArray) candidates = g_array_new (FALSE, FALSE, sizeof (Candidate));

  if (ids == NULL)
    return NULL;

  *has_more = ids->len > MOST_READ;
  g_array_set_clear_func (candidates, clear_candidate);
  for (guint i = 0; i < MIN (ids->len, MOST_READ); i++)
    {
      Candidate candidate = { 0 };

      if (!read_page (connection, g_array_index (ids, gint64, i), query, &candidate, error))
        return NULL;
      if (candidate.hit)
        {
          candidate.place = find_place (candidates, candidate.source);
          g_array_append_val (candidates, candidate);
        }
    }

  g_array_sort (candidates, compare_candidates);
  return take_best (candidates, most, has_more);
}
