/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/sql-functions.h"

#include "domain/field.h"
#include "domain/sought.h"
#include "domain/term.h"
#include "domain/typed.h"

/* Of has_words(): the typed words and what a row is found by. */
#define MOST_TEXTS 8

static gint64
integer_of (sqlite3_value *value)
{
  return sqlite3_value_type (value) == SQLITE_NULL ? SEL_NO_INTEGER : sqlite3_value_int64 (value);
}

/* Invalid for NULL and for what is no date. */
static GDate
date_of (sqlite3_value *value)
{
  const char *text = (const char *) sqlite3_value_text (value);
  GDate date;

  g_date_clear (&date, 1);
  if (text)
    sel_typed_date (text, &date);
  return date;
}

/* notice_by (ends_on, months, days) */
static void
notice_by (sqlite3_context *context, G_GNUC_UNUSED int n_values, sqlite3_value **values)
{
  GDate ends_on = date_of (values[0]);
  GDate by;
  g_autofree char *text = NULL;

  sel_term_notice_by (&ends_on, integer_of (values[1]), integer_of (values[2]), &by);
  if (g_date_valid (&by))
    sqlite3_result_text (context, text = sel_date_dup_text (&by), -1, SQLITE_TRANSIENT);
}

/* days_after (day, number) */
static void
days_after (sqlite3_context *context, G_GNUC_UNUSED int n_values, sqlite3_value **values)
{
  GDate day = date_of (values[0]);
  const gint64 n_days = integer_of (values[1]);
  g_autofree char *text = NULL;

  if (!g_date_valid (&day) || n_days < 0 || n_days > G_MAXINT32)
    return;

  g_date_add_days (&day, (guint) n_days);
  sqlite3_result_text (context, text = sel_date_dup_text (&day), -1, SQLITE_TRANSIENT);
}

/* has_words (typed, text, …): each time in a statement with the same typed words, which are
 * prepared once. */
static void
has_words (sqlite3_context *context, int n_values, sqlite3_value **values)
{
  SelSought *sought = sqlite3_get_auxdata (context, 0);
  const char *texts[MOST_TEXTS];
  gboolean is_in;

  g_assert (n_values > 1 && n_values <= MOST_TEXTS);

  if (sought == NULL)
    {
      const char *typed = (const char *) sqlite3_value_text (values[0]);

      sought = sel_sought_new (typed ? typed : "");
      sqlite3_set_auxdata (context, 0, sought, (void (*) (void *)) sel_sought_free);
      if (!(sought = sqlite3_get_auxdata (context, 0)))
        {
          sqlite3_result_error_nomem (context);
          return;
        }
    }

  for (int i = 1; i < n_values; i++)
    texts[i - 1] = (const char *) sqlite3_value_text (values[i]);
  is_in = sel_sought_is_in (sought, texts, (guint) n_values - 1);
  sqlite3_result_int (context, is_in);
}

/* join_texts (text, …), an aggregate: all that there are, with a tab behind each. */
static void
join_texts (sqlite3_context *context, int n_values, sqlite3_value **values)
{
  GString **joined = sqlite3_aggregate_context (context, sizeof *joined);

  if (joined == NULL)
    {
      sqlite3_result_error_nomem (context);
      return;
    }
  if (*joined == NULL)
    *joined = g_string_sized_new (256);
  for (int i = 0; i < n_values; i++)
    {
      const char *text = (const char *) sqlite3_value_text (values[i]);

      if (text)
        {
          g_string_append_len (*joined, text, sqlite3_value_bytes (values[i]));
          g_string_append_c (*joined, '\t');
        }
    }
}

static void
end_texts (sqlite3_context *context)
{
  GString **joined = sqlite3_aggregate_context (context, 0);

  if (joined)
    {
      int length = (int) (*joined)->len;

      sqlite3_result_text (context, g_string_free (*joined, FALSE), length, g_free);
    }
}

/* Makes them known to @db. A code of SQLite comes back. */
int
sel_sql_functions_add (sqlite3 *db)
{
  static const struct
  {
    const char *name;
    int n_values;
    void (*func) (sqlite3_context *context, int n_values, sqlite3_value **values);
  } functions[] = {
    { "notice_by", 3, notice_by },
    { "days_after", 2, days_after },
    { "has_words", -1, has_words },
  };
  int code = SQLITE_OK;

  for (guint i = 0; code == SQLITE_OK && i < G_N_ELEMENTS (functions); i++)
    code = sqlite3_create_function_v2 (db, functions[i].name, functions[i].n_values,
                                       SQLITE_UTF8 | SQLITE_DETERMINISTIC, NULL, functions[i].func,
                                       NULL, NULL, NULL);

  if (code == SQLITE_OK)
    code = sqlite3_create_function_v2 (db, "join_texts", -1, SQLITE_UTF8 | SQLITE_DETERMINISTIC,
                                       NULL, NULL, join_texts, end_texts, NULL);
  return code;
}
