/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/sql-functions.h"

#include "domain/field.h"
#include "domain/term.h"
#include "domain/typed.h"

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

/* Makes them known to @db. A code of SQLite comes back. */
int
sel_sql_functions_add (sqlite3 *db)
{
  return sqlite3_create_function_v2 (db, "notice_by", 3, SQLITE_UTF8 | SQLITE_DETERMINISTIC, NULL,
                                     notice_by, NULL, NULL, NULL);
}
