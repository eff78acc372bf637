/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/late-index.h"

#include <string.h>

#include "store/sieve.h"

/* An insertion with its indexes costs some four times what the same row costs when they are made:
 * this many old rows for a new one is where making them begins to pay. */
#define OLD_FOR_NEW 4

/* New participants after which their indexes may be left for later; of no other type do so many
 * come that it matters. Doubled each time that it would not pay yet. */
#define MANY 20000

/* Room for five million NIKs, in 32 MiB. */
#define NIK_SLOTS (1u << 23)

struct _SelLateIndexes
{
  SelConnection *connection; /* borrowed */
  guint64 n_participants;    /* new ones */
  guint64 many;              /* of them, after which indexes are looked at */
  GPtrArray *dropped;        /* of char *, each the statement that makes one */
  SelSieve *niks;            /* while their index is away */
};

SelLateIndexes *
sel_late_indexes_new (SelConnection *connection)
{
  SelLateIndexes *self = g_new0 (SelLateIndexes, 1);

  self->connection = connection;
  self->many = MANY;
  self->dropped = g_ptr_array_new_with_free_func (g_free);
  return self;
}

void
sel_late_indexes_free (SelLateIndexes *self)
{
  g_clear_pointer (&self->niks, sel_sieve_free);
  g_ptr_array_unref (self->dropped);
  g_free (self);
}

/* Whether making the indexes of @table pays, with @n_moved rows added or removed. */
static gboolean
pays (SelLateIndexes *self, const char *table, guint64 n_moved, gboolean *does, GError **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT count (*) FROM \"%s\"", table);
  gint64 n_all;

  if (!sel_connection_get_int (self->connection, sql, &n_all, error))
    return FALSE;

  *does = (guint64) n_all <= n_moved * (1 + OLD_FOR_NEW);
  return TRUE;
}

/* Those that the schema makes with a statement of their own, not those of its constraints. */
static gboolean
read_texts (SelLateIndexes *self, const char *table, GStrv *texts, GError **error)
{
  g_autoptr (GStrvBuilder) found = g_strv_builder_new ();
  g_autoptr (SelStatement) stmt =
    sel_connection_prepare (self->connection,
                            "SELECT sql FROM sqlite_schema WHERE type = 'index' AND tbl_name = $1"
                            " AND sql IS NOT NULL",
                            error);
  gboolean has_row;

  if (stmt == NULL)
    return FALSE;

  sel_statement_bind_text (stmt, 1, table);
  while (sel_statement_step (stmt, &has_row, error))
    {
      if (!has_row)
        {
          *texts = g_strv_builder_end (found);
          return TRUE;
        }
      g_strv_builder_add (found, sel_statement_get_text (stmt, 0));
    }

  return FALSE;
}

/* The word after INDEX, as it was written, quoted or not. */
static char *
dup_name (const char *text)
{
  const char *name = strstr (text, "INDEX ") + strlen ("INDEX ");

  return g_strndup (name, strcspn (name, " "));
}

static gboolean
drop_all (SelLateIndexes *self, const char *table, GError **error)
{
  g_auto (GStrv) texts = NULL;

  if (!read_texts (self, table, &texts, error))
    return FALSE;

  for (guint i = 0; texts[i]; i++)
    {
      g_autofree char *name = dup_name (texts[i]);
      g_autofree char *sql = g_strconcat ("DROP INDEX ", name, NULL);

      if (!sel_connection_execute (self->connection, sql, error))
        return FALSE;
      g_ptr_array_add (self->dropped, g_strdup (texts[i]));
    }

  return TRUE;
}

/* What the index of the NIKs knows. */
static gboolean
fill_sieve (SelLateIndexes *self, GError **error)
{
  g_autoptr (SelStatement) stmt = sel_connection_prepare (
    self->connection, "SELECT nik FROM participant WHERE nik IS NOT NULL", error);
  gboolean has_row = TRUE;

  if (stmt == NULL)
    return FALSE;

  self->niks = sel_sieve_new (NIK_SLOTS);
  while (has_row)
    {
      if (!sel_statement_step (stmt, &has_row, error))
        return FALSE;
      if (has_row)
        sel_sieve_catches (self->niks, sel_statement_get_text (stmt, 0));
    }

  return TRUE;
}

/* Another participant was added: when they are many, the indexes that they are in are dropped. */
gboolean
sel_late_indexes_count_participant (SelLateIndexes *self, GError **error)
{
  const guint64 n = ++self->n_participants;
  gboolean does, does_identity;

  if (n < self->many || self->dropped->len)
    return TRUE;
  if (!pays (self, "participant", n, &does, error) ||
      !pays (self, "identity", n, &does_identity, error))
    return FALSE;

  self->many *= 2;
  return !does || (fill_sieve (self, error) && drop_all (self, "participant", error) &&
                   (!does_identity || drop_all (self, "identity", error)));
}

/* Before @nik becomes that of a participant. */
gboolean
sel_late_indexes_admit_nik (SelLateIndexes *self, const char *nik, GError **error)
{
  return self->niks == NULL || !sel_sieve_catches (self->niks, nik) ||
         sel_late_indexes_make_one (self, SEL_NIK_INDEX, error);
}

/* Takes away the indexes of @table, from which @n_gone rows go and to which none come, unless the
 * rows that stay are too many for that to pay. */
gboolean
sel_late_indexes_drop (SelLateIndexes *self, const char *table, guint64 n_gone, GError **error)
{
  gboolean does;

  return pays (self, table, n_gone, &does, error) && (!does || drop_all (self, table, error));
}

/* The sorter takes as much memory as the cache may have, and the cache is full by then. The thread
 * that read the file has ended: the sorter takes its core. */
#define SORTER "PRAGMA cache_size = -16000; PRAGMA threads = 1"

/* Runs @sql, which makes an index, with the sorter's settings. */
static gboolean
make (SelLateIndexes *self, const char *sql, GError **error)
{
  g_autofree char *restore = NULL;
  gboolean is_done;
  gint64 cache_size;

  if (!sel_connection_get_int (self->connection, "PRAGMA cache_size", &cache_size, error))
    return FALSE;

  restore = g_strdup_printf ("PRAGMA threads = 0; PRAGMA cache_size = %" G_GINT64_FORMAT,
                             cache_size);
  if (!sel_connection_execute (self->connection, SORTER, error))
    return FALSE;
  is_done = sel_connection_execute (self->connection, sql, error);

  /* Whether or not it went well: the connection is used again. */
  return sel_connection_execute (self->connection, restore, is_done ? error : NULL) && is_done;
}

/* Makes the one called @name, if it is away. */
gboolean
sel_late_indexes_make_one (SelLateIndexes *self, const char *name, GError **error)
{
  for (guint i = 0; i < self->dropped->len; i++)
    {
      const char *text = g_ptr_array_index (self->dropped, i);
      g_autofree char *found = dup_name (text);

      if (!g_str_equal (found, name))
        continue;
      if (!make (self, text, error))
        return FALSE;

      g_ptr_array_remove_index (self->dropped, i);
      if (g_str_equal (name, SEL_NIK_INDEX))
        g_clear_pointer (&self->niks, sel_sieve_free);
      break;
    }

  return TRUE;
}

/* Makes all that are away. */
gboolean
sel_late_indexes_make (SelLateIndexes *self, GError **error)
{
  g_clear_pointer (&self->niks, sel_sieve_free);
  for (guint i = 0; i < self->dropped->len; i++)
    if (!make (self, g_ptr_array_index (self->dropped, i), error))
      return FALSE;

  g_ptr_array_set_size (self->dropped, 0);
  return TRUE;
}
