/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/list-query.h"

#include <string.h>

#include "store/words.h"

SelListRequest *
sel_list_request_new (void)
{
  SelListRequest *self = g_new0 (SelListRequest, 1);

  self->column = -1;
  return self;
}

SelListRequest *
sel_list_request_copy (const SelListRequest *self)
{
  SelListRequest *copy = g_memdup2 (self, sizeof *self);

  copy->search = g_strdup (self->search);
  copy->today = g_strdup (self->today);
  copy->horizon = g_strdup (self->horizon);
  for (guint i = 0; i < SEL_MOST_FILTERS; i++)
    copy->filters[i] = g_strdup (self->filters[i]);

  return copy;
}

/* What is computed is computed for @today; what ends within @notice_days is expiring. */
void
sel_list_request_set_day (SelListRequest *self, const GDate *today, guint notice_days)
{
  GDate horizon = *today;

  g_date_add_days (&horizon, notice_days);
  g_free (self->today);
  self->today = sel_date_dup_text (today);
  g_free (self->horizon);
  self->horizon = sel_date_dup_text (&horizon);
}

void
sel_list_request_free (SelListRequest *self)
{
  if (self == NULL)
    return;

  g_free (self->search);
  g_free (self->today);
  g_free (self->horizon);
  for (guint i = 0; i < SEL_MOST_FILTERS; i++)
    g_free (self->filters[i]);
  g_free (self);
}

/* Whether a search or a filter keeps rows out. */
gboolean
sel_list_request_is_narrowed (const SelListRequest *self)
{
  for (guint i = 0; i < SEL_MOST_FILTERS; i++)
    if (self->filters[i])
      return TRUE;

  return self->search && *self->search;
}

/* A statement put together from the fixed parts of a query. Parts name what they speak of ($today,
 * $value, …); the numbers that SQL wants are given here, and the values kept beside them. */
typedef struct
{
  GString *sql;
  GPtrArray *names;  /* of the parameters, in the order of their numbers */
  GPtrArray *values; /* (nullable): as text; SQLite compares numbers as what the column is */
} Composer;

static Composer *
composer_new (void)
{
  Composer *self = g_new0 (Composer, 1);

  self->sql = g_string_new (NULL);
  self->names = g_ptr_array_new_with_free_func (g_free);
  self->values = g_ptr_array_new_with_free_func (g_free);
  return self;
}

static void
composer_free (Composer *self)
{
  g_string_free (self->sql, TRUE);
  g_ptr_array_unref (self->names);
  g_ptr_array_unref (self->values);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Composer, composer_free)

/* The number of the parameter @name whose value is @value. Each "$value" is another one. */
static guint
composer_number (Composer *self, const char *name, const char *value)
{
  guint position;

  if (!g_str_equal (name, "value") &&
      g_ptr_array_find_with_equal_func (self->names, name, g_str_equal, &position))
    return position + 1;

  g_ptr_array_add (self->names, g_strdup (name));
  g_ptr_array_add (self->values, g_strdup (value));
  return self->names->len;
}

/* At any space, of which some come with what is pasted. Free with g_strfreev(). */
static char **
split_words (const char *typed)
{
  g_autoptr (GString) spaced = g_string_new (NULL);

  for (const char *at = typed; *at; at = g_utf8_next_char (at))
    {
      const gunichar letter = g_utf8_get_char (at);

      g_string_append_unichar (spaced, g_unichar_isspace (letter) ? ' ' : letter);
    }

  return g_strsplit (spaced->str, " ", -1);
}

/* The digits of a word of figures, which dots and dashes may part; NULL for another word. */
static char *
dup_figures (const char *word)
{
  g_autoptr (GString) digits = g_string_new (NULL);

  for (; *word; word++)
    if (g_ascii_isdigit (*word))
      g_string_append_c (digits, *word);
    else if (*word != '.' && *word != '-')
      return NULL;

  return digits->len ? g_string_free (g_steal_pointer (&digits), FALSE) : NULL;
}

/* Fewer digits beside a name belong to it ("Klien 12"). */
#define LEAST_DIGITS_BESIDE_WORDS 4

/* All that was typed as words of figures, which are one number: some write theirs in groups. NULL
 * without any. */
static char *
dup_digits (const char *typed)
{
  g_auto (GStrv) words = split_words (typed);
  g_autoptr (GString) digits = g_string_new (NULL);
  gboolean has_others = FALSE;

  for (guint i = 0; words[i]; i++)
    {
      g_autofree char *figures = dup_figures (words[i]);

      if (figures)
        g_string_append (digits, figures);
      else if (*words[i])
        has_others = TRUE;
    }

  if (digits->len == 0 || (has_others && digits->len < LEAST_DIGITS_BESIDE_WORDS))
    return NULL;
  return g_string_free (g_steal_pointer (&digits), FALSE);
}

/* The first text after all that begin with the digits @typed. */
static char *
dup_digits_end (const char *typed)
{
  char *end = dup_digits (typed);

  end[strlen (end) - 1]++;
  return end;
}

/* All that was typed, with what @say makes of each word of figures; NULL leaves it out. */
static char *
dup_other_words (const char *typed, char *(*say) (const char *figures))
{
  g_auto (GStrv) words = split_words (typed);
  g_autoptr (GString) others = g_string_new (NULL);

  for (guint i = 0; words[i]; i++)
    {
      g_autofree char *figures = dup_figures (words[i]);
      g_autofree char *said = figures && say ? say (figures) : NULL;
      const char *word = figures ? said : words[i];

      if (word && *word)
        g_string_append_printf (others, "%s%s", others->len ? " " : "", word);
    }

  return g_string_free (g_steal_pointer (&others), FALSE);
}

/* A query for the index of words, of what was typed and is not a number; NULL where there is
 * nothing. */
static char *
dup_words (const char *typed)
{
  g_autofree char *digits = dup_digits (typed);
  g_autofree char *others = dup_other_words (typed, digits ? NULL : g_strdup);

  return sel_words_dup_query (others);
}

static char *
dup_value (const SelListRequest *request, const char *name, const char *filter)
{
  if (g_str_equal (name, "today"))
    return g_strdup (request->today);
  if (g_str_equal (name, "horizon"))
    return g_strdup (request->horizon);
  if (g_str_equal (name, "value"))
    return g_strdup (filter);
  if (g_str_equal (name, "typed"))
    return g_strdup (request->search);
  if (g_str_equal (name, "words"))
    return dup_words (request->search);
  if (g_str_equal (name, "digits"))
    return dup_digits (request->search);
  if (g_str_equal (name, "digits_end"))
    return dup_digits_end (request->search);

  g_return_val_if_reached (NULL);
}

/* Appends the parameter called @name; all "$value" of one part are one, kept in @of_value. */
static void
composer_append_parameter (Composer *self,
                           const SelListRequest *request,
                           const char *name,
                           const char *filter,
                           guint *of_value)
{
  g_autofree char *value = dup_value (request, name, filter);
  gboolean is_value = g_str_equal (name, "value");
  guint number = is_value && *of_value ? *of_value : composer_number (self, name, value);

  if (is_value)
    *of_value = number;
  g_string_append_printf (self->sql, "$%u", number);
}

/* Appends @part with its named parameters numbered. */
static void
composer_append (Composer *self,
                 const SelListRequest *request,
                 const char *part,
                 const char *filter)
{
  guint of_value = 0;

  while (*part)
    {
      gsize length = strcspn (part, "$");
      g_autofree char *name = NULL;

      g_string_append_len (self->sql, part, (gssize) length);
      part += length;
      if (*part == '\0')
        return;

      length = strspn (++part, "abcdefghijklmnopqrstuvwxyz_");
      name = g_strndup (part, length);
      composer_append_parameter (self, request, name, filter, &of_value);
      part += length;
    }
}

static SelStatement *
composer_prepare (Composer *self, SelConnection *connection, GError **error)
{
  SelStatement *stmt = sel_connection_prepare (connection, self->sql->str, error);

  for (guint i = 0; stmt && i < self->values->len; i++)
    sel_statement_bind_text (stmt, (int) i + 1, g_ptr_array_index (self->values, i));

  return stmt;
}

static void
append_condition (Composer *composer, const SelListRequest *request, const char *part)
{
  g_string_append (composer->sql, " AND (");
  composer_append (composer, request, part, NULL);
  g_string_append (composer->sql, ")");
}

/* What was typed, as it may stand on paper: digits are looked for in a number that the list masks.
 * Free with g_free(). */
char *
sel_list_query_dup_shown_search (const SelListQuery *self, const SelListRequest *request)
{
  g_autofree char *digits = self->search_digits ? dup_digits (request->search) : NULL;

  return digits ? dup_other_words (request->search, sel_text_dup_masked)
                : g_strdup (request->search);
}

/* Appends what finds what was typed. */
static void
append_search (Composer *composer, const SelListQuery *self, const SelListRequest *request)
{
  g_autofree char *words = NULL;
  g_autofree char *digits = NULL;

  if (request->search == NULL || *request->search == '\0')
    return;
  if (self->search)
    {
      append_condition (composer, request, self->search);
      return;
    }

  if ((words = dup_words (request->search)))
    append_condition (composer, request, self->search_words);
  if ((digits = dup_digits (request->search)))
    append_condition (composer, request, self->search_digits);
}

/* Appends the filters that are set and are about a part, or those that are not. */
static void
append_filters (Composer *composer,
                const SelListQuery *self,
                const SelListRequest *request,
                gboolean of_part)
{
  for (guint i = 0; i < self->n_filters; i++)
    if (request->filters[i] && self->filters[i].of_part == of_part)
      {
        g_string_append (composer->sql, " AND (");
        composer_append (composer, request, self->filters[i].sql, request->filters[i]);
        g_string_append (composer->sql, ")");
      }
}

static gboolean
asks_of_part (const SelListQuery *self, const SelListRequest *request)
{
  for (guint i = 0; i < self->n_filters; i++)
    if (request->filters[i] && self->filters[i].of_part)
      return TRUE;

  return FALSE;
}

static void
append_conditions (Composer *composer, const SelListQuery *self, const SelListRequest *request)
{
  g_string_append_printf (composer->sql, " FROM %s WHERE TRUE", self->from);
  append_search (composer, self, request);
  append_filters (composer, self, request, FALSE);
  if (asks_of_part (self, request))
    {
      g_string_append_printf (composer->sql, " AND %s WHERE TRUE", self->with_part);
      append_filters (composer, self, request, TRUE);
      g_string_append (composer->sql, ")");
    }
}

static void
append_order (Composer *composer, const SelListQuery *self, const SelListRequest *request)
{
  const SelListColumn *column = request->column >= 0 ? &self->columns[request->column] : NULL;

  g_string_append (composer->sql, " ORDER BY ");
  if (column)
    {
      composer_append (composer, request, column->order ? column->order : column->sql, NULL);
      g_string_append (composer->sql, request->is_descending ? " DESC, " : ", ");
    }
  g_string_append_printf (composer->sql, "%s, r.id", self->order);
}

/* Every id of the answer, in its order: an array of gint64. */
GArray *
sel_list_query_read_ids (const SelListQuery *self,
                         const SelListRequest *request,
                         SelConnection *connection,
                         GError **error)
{
  g_autoptr (Composer) composer = composer_new ();
  g_autoptr (SelStatement) stmt = NULL;

  g_string_append (composer->sql, "SELECT r.id");
  append_conditions (composer, self, request);
  append_order (composer, self, request);
  if (!(stmt = composer_prepare (composer, connection, error)))
    return NULL;
  return sel_statement_read_ids (stmt, error);
}

static SelRow *
read_row (const SelListQuery *self, SelStatement *stmt)
{
  char **texts = g_new0 (char *, self->n_columns + 1);

  for (guint i = 0; i < self->n_columns; i++)
    {
      const char *text = sel_statement_get_text (stmt, (int) i + 1);

      texts[i] = g_strdup (text ? text : "");
    }

  return sel_row_new (sel_statement_get_int (stmt, 0), texts);
}

/* The rows of up to SEL_LIST_PAGE records, in no particular order: an array of SelRow. */
GPtrArray *
sel_list_query_read_rows (const SelListQuery *self,
                          const SelListRequest *request,
                          SelConnection *connection,
                          const gint64 *ids,
                          guint n_ids,
                          GError **error)
{
  g_autoptr (Composer) composer = composer_new ();
  g_autoptr (SelStatement) stmt = NULL;
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);
  gboolean has_row;

  g_return_val_if_fail (n_ids > 0 && n_ids <= SEL_LIST_PAGE, NULL);

  g_string_append (composer->sql, "SELECT r.id");
  for (guint i = 0; i < self->n_columns; i++)
    {
      g_string_append (composer->sql, ", ");
      composer_append (composer, request, self->columns[i].sql, NULL);
    }

  /* One text for every page, so that it is prepared once: a short page repeats its last id. */
  g_string_append_printf (composer->sql, " FROM %s WHERE r.id IN (", self->from);
  for (guint i = 0; i < SEL_LIST_PAGE; i++)
    g_string_append_printf (composer->sql, "%s$%u", i ? ", " : "", composer->names->len + i + 1);
  g_string_append (composer->sql, ")");

  if (!(stmt = composer_prepare (composer, connection, error)))
    return NULL;
  for (guint i = 0; i < SEL_LIST_PAGE; i++)
    sel_statement_bind_int (stmt, (int) (composer->names->len + i + 1), ids[MIN (i, n_ids - 1)]);

  while (sel_statement_step (stmt, &has_row, error))
    {
      if (!has_row)
        return g_steal_pointer (&rows);
      g_ptr_array_add (rows, read_row (self, stmt));
    }

  return NULL;
}

/* How many rows there are without search and filters. */
gboolean
sel_list_query_count (const SelListQuery *self,
                      SelConnection *connection,
                      gint64 *count,
                      GError **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT count (*) FROM %s", self->from);

  return sel_connection_get_int (connection, sql, count, error);
}
