/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/title.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "domain/region.h"
#include "store/agreement-sql.h"
#include "store/record.h"
#include "store/words.h"

/* Longer ones are cut between words: a title stands in a line. */
#define MOST_CHARACTERS 120

/* How many people of those found by their words are put in order. */
#define MOST_PEOPLE "500"

#define PARTNER_NAME "coalesce (p.short_name, p.name)"
#define PERSON_OF(enrolment) "(SELECT e.participant FROM enrolment e WHERE e.id = " enrolment ")"
#define NAME_OF_PERSON(participant) \
  "(SELECT p.name FROM participant p WHERE p.id = " participant ")"
#define NAME_OF_GROUP(group) "(SELECT g.name FROM \"group\" g WHERE g.id = " group ")"

/* Expressions over the record r. */
typedef struct
{
  const SelRecordType *type;
  const char *text;
  const char *moment; /* (nullable): a date, with or without a time of day, that follows the text */
  const char *also;   /* (nullable): another text that it is found by */
  const char *person; /* (nullable): the participant by whose words it is found instead */
} Title;

static const Title titles[] = {
  { &sel_partner_type, "coalesce (r.short_name, r.name)", .also = "r.name" },
  { &sel_agreement_type, "r.title", .also = SEL_SQL_AGREEMENT_NUMBER },
  { &sel_document_type, "r.title", .also = "r.file" },
  { &sel_amendment_type, "r.article || ': ' || r.text" },
  { &sel_review_type, "r.reviewer" },
  { &sel_party_type, "(SELECT " PARTNER_NAME " FROM partner p WHERE p.id = r.partner)",
    .also = "r.number" },
  { &sel_witness_type, "r.name" },
  { &sel_scope_item_type, "r.text" },
  { &sel_obligation_type, "r.text" },
  { &sel_programme_type, "r.name" },
  { &sel_programme_agreement_type,
    "(SELECT p.name FROM programme p WHERE p.id = r.programme) || ' – '"
    " || (SELECT a.title FROM agreement a WHERE a.id = r.agreement)" },
  { &sel_course_type, "r.name", .also = "r.vocation" },
  { &sel_venue_type, "r.name" },
  { &sel_instructor_type, "r.name", .also = "r.vocations" },
  { &sel_cohort_type, "r.name" },
  { &sel_realisation_type, "r.text", "r.done_on" },
  { &sel_session_type, "(SELECT c.name FROM cohort c WHERE c.id = r.cohort)", "r.starts_at",
    .also = "r.topic" },
  { &sel_session_instructor_type, "(SELECT i.name FROM instructor i WHERE i.id = r.instructor)" },
  { &sel_participant_type, "r.name", .person = "r.id" },
  { &sel_group_type, "r.name" },
  { &sel_membership_type, NAME_OF_PERSON ("r.participant") },
  { &sel_mentoring_type,
    NAME_OF_PERSON ("r.mentor") " || ' – ' || " NAME_OF_GROUP ("r.\"group\"") },
  { &sel_enrolment_type, NAME_OF_PERSON ("r.participant"), .person = "r.participant" },
  { &sel_attendance_type, NAME_OF_PERSON (PERSON_OF ("r.enrolment")),
    "(SELECT s.starts_at FROM session s WHERE s.id = r.session)" },
  { &sel_follow_up_type, NAME_OF_PERSON (PERSON_OF ("r.enrolment")), "r.due_on" },
};

G_STATIC_ASSERT (G_N_ELEMENTS (titles) == SEL_N_RECORD_TYPES);

static const Title *
title_of (const SelRecordType *type)
{
  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    if (titles[i].type == type)
      return &titles[i];

  g_return_val_if_reached (NULL);
}

/* The first words of @text, on one line. Free with g_free(). */
char *
sel_title_dup_first_words (const char *text)
{
  g_autofree char *line = g_strdelimit (g_strdup (text), "\r\n\t", ' ');
  g_autofree char *start = NULL;
  char *space;

  if (g_utf8_strlen (line, -1) <= MOST_CHARACTERS)
    return g_steal_pointer (&line);

  start = g_utf8_substring (line, 0, MOST_CHARACTERS);
  space = strrchr (start, ' ');
  if (space)
    *space = '\0';

  return g_strconcat (start, "…", NULL);
}

/* "2025-10-11" or "2025-10-11T09:00" as a person reads it; NULL when it is neither. */
static char *
dup_moment (const char *text)
{
  g_autofree char *at_midnight = NULL;
  SelCivilTime time;

  if (sel_civil_time_parse (text, &time))
    return sel_civil_time_dup_display (&time);

  at_midnight = g_strconcat (text, "T00:00", NULL);
  return sel_civil_time_parse (at_midnight, &time) ? sel_date_dup_display (&time.date) : NULL;
}

/* The statement over the titles of a type, which @rest narrows and orders. A title has the owner
 * that the field @within names (nullable). */
static SelStatement *
prepare (SelConnection *connection,
         const SelRecordType *type,
         const SelField *within,
         const char *rest,
         GError **error)
{
  const Title *title = title_of (type);
  g_autofree char *owner =
    within ? g_strdup_printf ("r.\"%s\"", within->name) : g_strdup ("NULL");
  g_autofree char *sql =
    g_strdup_printf ("SELECT t.id, t.title, t.moment, t.also FROM (SELECT r.id, %s AS title,"
                     " %s AS moment, %s AS also, %s AS person, %s AS owner FROM \"%s\" r) t %s",
                     title->text, title->moment ? title->moment : "NULL",
                     title->also ? title->also : "NULL", title->person ? title->person : "NULL",
                     owner, type->name, rest);

  return sel_connection_prepare (connection, sql, error);
}

/* From the row that @stmt stands on. */
static char *
read_title (SelStatement *stmt)
{
  const char *text = sel_statement_get_text (stmt, 1);
  const char *stable = sel_statement_get_text (stmt, 2);
  g_autofree char *words = sel_title_dup_first_words (text ? text : "");
  g_autofree char *moment = stable ? dup_moment (stable) : NULL;

  return moment ? g_strdup_printf ("%s, %s", words, moment) : g_steal_pointer (&words);
}

/* Likewise the other text that it is found by; "" where there is none, or it says no more. */
static char *
read_also (SelStatement *stmt)
{
  const char *also = sel_statement_get_text (stmt, 3);

  return also && g_strcmp0 (also, sel_statement_get_text (stmt, 1)) != 0
           ? sel_title_dup_first_words (also)
           : g_strdup ("");
}

/* The short text by which a person knows the record; %SEL_STORE_ERROR_NOT_FOUND when it is no
 * longer there. Free with g_free(). */
char *
sel_title_dup (SelConnection *connection, const SelRecordType *type, gint64 id, GError **error)
{
  g_autoptr (SelStatement) stmt = prepare (connection, type, NULL, "WHERE t.id = $1", error);
  gboolean has_row;

  if (stmt == NULL)
    return NULL;

  sel_statement_bind_int (stmt, 1, id);
  if (!sel_statement_step (stmt, &has_row, error))
    return NULL;
  if (has_row)
    return read_title (stmt);

  g_set_error_literal (error, SEL_STORE_ERROR, SEL_STORE_ERROR_NOT_FOUND,
                       _ ("The record is no longer there."));
  return NULL;
}

/* What a person reads for the field of @record: references by their titles, regions by their names.
 * NULL when the field is empty. Free with g_free(). */
char *
sel_title_dup_value (SelConnection *connection, const SelField *field, gconstpointer record)
{
  char *value = NULL;

  if (sel_field_is_empty (field, record))
    return NULL;

  if (field->kind == SEL_FIELD_REFERENCE)
    {
      value = sel_title_dup (connection, field->refers_to,
                             *SEL_MEMBER_CONST (gint64, record, field), NULL);
      return value ? value : g_strdup (_ ("A record that is no longer there"));
    }

  if (field->form == &sel_form_region)
    value = sel_region_dup_full_name (*SEL_MEMBER_CONST (char *, record, field));
  return value ? value : sel_field_dup_display (field, record);
}

/* Those that have the text anywhere, first those that begin with it. */
static SelStatement *
prepare_by_text (SelConnection *connection,
                 const SelRecordType *type,
                 const SelField *within,
                 gint64 owner,
                 const char *typed,
                 guint most,
                 GError **error)
{
  g_autofree char *anywhere = sel_words_dup_pattern (typed, TRUE);
  g_autofree char *in_front = sel_words_dup_pattern (typed, FALSE);
  SelStatement *stmt =
    prepare (connection, type, within,
             "WHERE (t.title LIKE $1 ESCAPE '\\' OR t.also LIKE $1 ESCAPE '\\')"
             " AND ($2 IS NULL OR t.owner = $2)"
             " ORDER BY t.title LIKE $3 ESCAPE '\\' DESC, t.title COLLATE NOCASE, t.moment, t.id"
             " LIMIT $4",
             error);

  if (stmt == NULL)
    return NULL;

  sel_statement_bind_text (stmt, 1, anywhere);
  if (within)
    sel_statement_bind_int (stmt, 2, owner);
  sel_statement_bind_text (stmt, 3, in_front);
  sel_statement_bind_int (stmt, 4, most);
  return stmt;
}

/* Those whose person has the words. There may be a million, so that not all of them are put in
 * order, and without words it is the newest that are offered. */
static SelStatement *
prepare_by_person (SelConnection *connection,
                   const SelRecordType *type,
                   const char *typed,
                   guint most,
                   GError **error)
{
  g_autofree char *words = sel_words_dup_query (typed);
  SelStatement *stmt = prepare (connection, type, NULL,
                                words ? "WHERE t.person IN (SELECT w.rowid FROM participant_words w"
                                        " WHERE participant_words MATCH $1 LIMIT " MOST_PEOPLE ")"
                                        " ORDER BY t.title COLLATE NOCASE, t.id LIMIT $2"
                                      : "WHERE $1 IS NULL ORDER BY t.id DESC LIMIT $2",
                                error);

  if (stmt == NULL)
    return NULL;

  sel_statement_bind_text (stmt, 1, words);
  sel_statement_bind_int (stmt, 2, most);
  return stmt;
}

/**
 * sel_title_search:
 * @within: (nullable): the field that names the owner of such a record
 * @owner: whose records alone are offered, when there is @within
 * @typed: what a person typed so far; "" for any
 * @most: how many at most
 *
 * What a picker of records of @type offers, the best first.
 *
 * Returns: (element-type SelRow): rows of two columns: the title, and what tells those of one title
 * apart, or ""
 */
GPtrArray *
sel_title_search (SelConnection *connection,
                  const SelRecordType *type,
                  const SelField *within,
                  gint64 owner,
                  const char *typed,
                  guint most,
                  GError **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *trimmed = g_strstrip (g_strdup (typed));
  g_autoptr (SelStatement) stmt = NULL;
  gboolean has_row;

  stmt = title_of (type)->person && within == NULL
           ? prepare_by_person (connection, type, trimmed, most, error)
           : prepare_by_text (connection, type, within, owner, trimmed, most, error);
  if (stmt == NULL)
    return NULL;

  while (sel_statement_step (stmt, &has_row, error))
    {
      char **texts;

      if (!has_row)
        return g_steal_pointer (&rows);

      texts = g_new0 (char *, 3);
      texts[0] = read_title (stmt);
      texts[1] = read_also (stmt);
      g_ptr_array_add (rows, sel_row_new (sel_statement_get_int (stmt, 0), texts));
    }

  return NULL;
}

/**
 * sel_title_dup_texts:
 *
 * What stands in the fields of a record: a text for each, in the stable form, or the title of what is
 * referred to; NULL for nothing.
 *
 * Returns: (transfer full): to be freed with sel_title_free_texts()
 */
char **
sel_title_dup_texts (SelConnection *connection,
                     const SelRecordType *type,
                     gint64 id,
                     GError **error)
{
  gpointer record = sel_record_load (connection, type, id, error);
  char **texts;

  if (record == NULL)
    return NULL;

  texts = g_new0 (char *, type->n_fields);
  for (guint i = 0; i < type->n_fields; i++)
    {
      const SelField *field = &type->fields[i];

      if (!sel_field_is_empty (field, record))
        texts[i] = field->kind == SEL_FIELD_REFERENCE
                     ? sel_title_dup_value (connection, field, record)
                     : sel_field_dup_text (field, record);
    }

  sel_record_free (type, record);
  return texts;
}

void
sel_title_free_texts (const SelRecordType *type, char **texts)
{
  for (guint i = 0; texts && i < type->n_fields; i++)
    g_free (texts[i]);
  g_free (texts);
}
