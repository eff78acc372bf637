/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/agreement-view.h"

#include <glib/gi18n-lib.h>

#include "store/agenda.h"
#include "store/cohort-sql.h"
#include "store/tuples.h"

static const char parties_sql[] =
  "SELECT y.id, y.position, p.id, p.name, y.number, y.signatory, y.office, y.on_behalf_of,"
  " y.label, y.unit, y.authority, y.authority_number, y.authority_date,"
  " y.authority_document IS NOT NULL"
  " FROM party y JOIN partner p ON p.id = y.partner WHERE y.agreement = $1"
  " ORDER BY y.position, y.id";

static const SelField party_members[] = {
  SEL_TUPLE (SelAgreementParty, REFERENCE, id),
  SEL_TUPLE (SelAgreementParty, INTEGER, position),
  SEL_TUPLE (SelAgreementParty, REFERENCE, partner),
  SEL_TUPLE (SelAgreementParty, TEXT, partner_name),
  SEL_TUPLE (SelAgreementParty, TEXT, number),
  SEL_TUPLE (SelAgreementParty, TEXT, signatory),
  SEL_TUPLE (SelAgreementParty, TEXT, office),
  SEL_TUPLE (SelAgreementParty, TEXT, on_behalf_of),
  SEL_TUPLE (SelAgreementParty, TEXT, label),
  SEL_TUPLE (SelAgreementParty, TEXT, unit),
  SEL_TUPLE_CHOICE (SelAgreementParty, authority, sel_authorities),
  SEL_TUPLE (SelAgreementParty, TEXT, authority_number),
  SEL_TUPLE (SelAgreementParty, DATE, authority_date),
  SEL_TUPLE (SelAgreementParty, BOOLEAN, has_authority_document),
};
SEL_TUPLE_TYPE (SelAgreementParty, party)

static const char witnesses_sql[] =
  "SELECT id, name, office FROM witness WHERE agreement = $1 ORDER BY id";

static const SelField witness_members[] = {
  SEL_TUPLE (SelAgreementWitness, REFERENCE, id),
  SEL_TUPLE (SelAgreementWitness, TEXT, name),
  SEL_TUPLE (SelAgreementWitness, TEXT, office),
};
SEL_TUPLE_TYPE (SelAgreementWitness, witness)

static const char scope_items_sql[] =
  "SELECT s.id, s.position, s.topic, s.text, s.article,"
  " (SELECT count (*) FROM realisation n WHERE n.scope_item = s.id)"
  " FROM scope_item s WHERE s.agreement = $1 ORDER BY s.position, s.id";

static const SelField scope_item_members[] = {
  SEL_TUPLE (SelAgreementScopeItem, REFERENCE, id),
  SEL_TUPLE (SelAgreementScopeItem, INTEGER, position),
  SEL_TUPLE_CHOICE (SelAgreementScopeItem, topic, sel_scope_topics),
  SEL_TUPLE (SelAgreementScopeItem, TEXT, text),
  SEL_TUPLE (SelAgreementScopeItem, TEXT, article),
  SEL_TUPLE (SelAgreementScopeItem, INTEGER, n_realisations),
};
SEL_TUPLE_TYPE (SelAgreementScopeItem, scope_item)

static const char obligations_sql[] =
  "SELECT o.id, y.id, p.id, p.name, o.text, o.article, o.topic, o.responsible,"
  " (SELECT count (*) FROM realisation n WHERE n.obligation = o.id),"
  " o.due_on, o.recurrence, " SEL_SQL_OBLIGATION_DONE_ON ","
  " " SEL_SQL_AGREEMENT_ENDS_ON ", CASE WHEN r.stage = 'terminated' THEN r.terminated_on END"
  " FROM obligation o JOIN agreement r ON r.id = o.agreement"
  " LEFT JOIN party y ON y.id = o.party LEFT JOIN partner p ON p.id = y.partner"
  " WHERE o.agreement = $1";

static const SelField obligation_members[] = {
  SEL_TUPLE (SelAgreementObligation, REFERENCE, id),
  SEL_TUPLE (SelAgreementObligation, REFERENCE, party),
  SEL_TUPLE (SelAgreementObligation, REFERENCE, partner),
  SEL_TUPLE (SelAgreementObligation, TEXT, partner_name),
  SEL_TUPLE (SelAgreementObligation, TEXT, text),
  SEL_TUPLE (SelAgreementObligation, TEXT, article),
  SEL_TUPLE_CHOICE (SelAgreementObligation, topic, sel_scope_topics),
  SEL_TUPLE (SelAgreementObligation, TEXT, responsible),
  SEL_TUPLE (SelAgreementObligation, INTEGER, n_realisations),
  SEL_TUPLE (SelAgreementObligation, DATE, terms.due_on),
  SEL_TUPLE_CHOICE (SelAgreementObligation, terms.recurrence, sel_recurrences),
  SEL_TUPLE (SelAgreementObligation, DATE, terms.done_on),
  SEL_TUPLE (SelAgreementObligation, DATE, terms.ends_on),
  SEL_TUPLE (SelAgreementObligation, DATE, terms.terminated_on),
};
SEL_TUPLE_TYPE (SelAgreementObligation, obligation)

static const char realisations_sql[] =
  "SELECT n.id, n.scope_item, n.obligation,"
  " coalesce ((SELECT o.text FROM obligation o WHERE o.id = n.obligation),"
  " (SELECT s.text FROM scope_item s WHERE s.id = n.scope_item)),"
  " n.done_on, n.text, n.quantity, n.cohort,"
  " (SELECT c.name FROM cohort c WHERE c.id = n.cohort), n.document,"
  " (SELECT d.title FROM document d WHERE d.id = n.document)"
  " FROM realisation n WHERE n.agreement = $1 ORDER BY n.done_on DESC, n.id DESC";

static const SelField realisation_members[] = {
  SEL_TUPLE (SelAgreementRealisation, REFERENCE, id),
  SEL_TUPLE (SelAgreementRealisation, REFERENCE, scope_item),
  SEL_TUPLE (SelAgreementRealisation, REFERENCE, obligation),
  SEL_TUPLE (SelAgreementRealisation, TEXT, carries_out),
  SEL_TUPLE (SelAgreementRealisation, DATE, done_on),
  SEL_TUPLE (SelAgreementRealisation, TEXT, text),
  SEL_TUPLE (SelAgreementRealisation, INTEGER, quantity),
  SEL_TUPLE (SelAgreementRealisation, REFERENCE, cohort),
  SEL_TUPLE (SelAgreementRealisation, TEXT, cohort_name),
  SEL_TUPLE (SelAgreementRealisation, REFERENCE, document),
  SEL_TUPLE (SelAgreementRealisation, TEXT, document_title),
};
SEL_TUPLE_TYPE (SelAgreementRealisation, realisation)

static const char reviews_sql[] =
  "SELECT id, reviewer, sent_on, due_on, decision, decided_on, remarks FROM review"
  " WHERE agreement = $1 ORDER BY coalesce (sent_on, '9999'), id";

static const SelField review_members[] = {
  SEL_TUPLE (SelAgreementReview, REFERENCE, id),
  SEL_TUPLE (SelAgreementReview, TEXT, reviewer),
  SEL_TUPLE (SelAgreementReview, DATE, sent_on),
  SEL_TUPLE (SelAgreementReview, DATE, due_on),
  SEL_TUPLE_CHOICE (SelAgreementReview, decision, sel_review_decisions),
  SEL_TUPLE (SelAgreementReview, DATE, decided_on),
  SEL_TUPLE (SelAgreementReview, TEXT, remarks),
};
SEL_TUPLE_TYPE (SelAgreementReview, review)

static const char amendments_sql[] =
  "SELECT m.id, a.id, a.title, m.article, m.text FROM agreement a"
  " JOIN amendment m ON m.agreement = a.id"
  " WHERE a.id IN (SELECT $1 UNION ALL SELECT d.id FROM agreement d"
  " WHERE d.parent = $1 AND d.kind = 'addendum')"
  " ORDER BY coalesce (a.signed_on, '9999'), a.id, m.id";

static const SelField amendment_members[] = {
  SEL_TUPLE (SelAgreementAmendment, REFERENCE, id),
  SEL_TUPLE (SelAgreementAmendment, REFERENCE, addendum),
  SEL_TUPLE (SelAgreementAmendment, TEXT, title),
  SEL_TUPLE (SelAgreementAmendment, TEXT, article),
  SEL_TUPLE (SelAgreementAmendment, TEXT, text),
};
SEL_TUPLE_TYPE (SelAgreementAmendment, amendment)

static const char documents_sql[] =
  "SELECT d.id, d.kind, d.title, d.edition, d.file, d.sha256, d.pages,"
  " EXISTS (SELECT 1 FROM content WHERE content.sha256 = d.sha256)"
  " FROM document d WHERE d.agreement = $1"
  " ORDER BY CASE d.kind WHEN 'draft' THEN 1 WHEN 'signed' THEN 2 ELSE 3 END,"
  " coalesce (length (d.edition), 0), d.edition, d.id";

static const SelField document_members[] = {
  SEL_TUPLE (SelAgreementDocument, REFERENCE, id),
  SEL_TUPLE_CHOICE (SelAgreementDocument, kind, sel_document_kinds),
  SEL_TUPLE (SelAgreementDocument, TEXT, title),
  SEL_TUPLE (SelAgreementDocument, TEXT, edition),
  SEL_TUPLE (SelAgreementDocument, TEXT, file),
  SEL_TUPLE (SelAgreementDocument, TEXT, sha256),
  SEL_TUPLE (SelAgreementDocument, INTEGER, pages),
  SEL_TUPLE (SelAgreementDocument, BOOLEAN, has_content),
};
SEL_TUPLE_TYPE (SelAgreementDocument, document)

static const char programmes_sql[] =
  "SELECT p.id, p.name, p.target, p.target_stage, p.starts_on, p.ends_on"
  " FROM programme_agreement x JOIN programme p ON p.id = x.programme"
  " WHERE x.agreement = $1 ORDER BY p.name COLLATE NOCASE, p.id";

static const SelField programme_members[] = {
  SEL_TUPLE (SelAgreementProgramme, REFERENCE, id),
  SEL_TUPLE (SelAgreementProgramme, TEXT, name),
  SEL_TUPLE (SelAgreementProgramme, INTEGER, target),
  SEL_TUPLE_CHOICE (SelAgreementProgramme, target_stage, sel_target_stages),
  SEL_TUPLE (SelAgreementProgramme, DATE, starts_on),
  SEL_TUPLE (SelAgreementProgramme, DATE, ends_on),
};
SEL_TUPLE_TYPE (SelAgreementProgramme, programme)

#define FILLED_SEATS SEL_SQL_FILLED_SEATS ("c.id")

static const char cohorts_sql[] =
  "SELECT c.id, c.name, (SELECT course.name FROM course WHERE course.id = c.course),"
  " (SELECT venue.name FROM venue WHERE venue.id = c.venue), c.starts_on, c.ends_on,"
  " " FILLED_SEATS
  ", c.capacity FROM cohort c WHERE c.agreement = $1 ORDER BY c.starts_on DESC, c.id DESC";

static const SelField cohort_members[] = {
  SEL_TUPLE (SelAgreementCohort, REFERENCE, id),
  SEL_TUPLE (SelAgreementCohort, TEXT, name),
  SEL_TUPLE (SelAgreementCohort, TEXT, course_name),
  SEL_TUPLE (SelAgreementCohort, TEXT, venue_name),
  SEL_TUPLE (SelAgreementCohort, DATE, starts_on),
  SEL_TUPLE (SelAgreementCohort, DATE, ends_on),
  SEL_TUPLE (SelAgreementCohort, INTEGER, filled),
  SEL_TUPLE (SelAgreementCohort, INTEGER, capacity),
};
SEL_TUPLE_TYPE (SelAgreementCohort, cohort)

#define LINKS(condition)                      \
  SEL_SQL_AGREEMENT_LINKS " WHERE " condition \
                          " ORDER BY coalesce (r.signed_on, '9999'), r.id"

static const char self_sql[] = LINKS ("r.id = $1");
static const char *const relations_sql[SEL_N_AGREEMENT_RELATIONS] = {
  [SEL_RELATION_PARENT] = LINKS ("r.id = (SELECT a.parent FROM agreement a WHERE a.id = $1)"),
  [SEL_RELATION_CHILD] = LINKS ("r.parent = $1"),
  [SEL_RELATION_RENEWS] = LINKS ("r.id = (SELECT a.renews FROM agreement a WHERE a.id = $1)"),
  [SEL_RELATION_RENEWED_BY] = LINKS ("r.renews = $1"),
};

/* All that are tied to it over any number of others, the nearest first. */
#define WITH_KIN(limit)                                                                           \
  "WITH RECURSIVE kin (id) AS (SELECT $1 UNION SELECT a.id FROM kin"                              \
  " JOIN agreement k ON k.id = kin.id"                                                            \
  " JOIN agreement a ON a.parent = k.id OR a.renews = k.id OR a.id = k.parent OR a.id = k.renews" \
  " " limit ") "

/* More than anybody draws. */
#define MOST_KIN 200
static const char family_sql[] =
  WITH_KIN ("LIMIT " G_STRINGIFY (MOST_KIN)) LINKS ("r.id IN (SELECT id FROM kin)");
static const char count_family_sql[] =
  WITH_KIN ("LIMIT " G_STRINGIFY (SEL_FAMILY_MOST_COUNTED)) "SELECT count (*) FROM kin";

/* The lists of the view that are read alike. */
static const struct
{
  const char *sql;
  const SelTupleType *type;
  gsize offset;
} lists[] = {
  { parties_sql, &party_type, offsetof (SelAgreementView, parties) },
  { witnesses_sql, &witness_type, offsetof (SelAgreementView, witnesses) },
  { scope_items_sql, &scope_item_type, offsetof (SelAgreementView, scope_items) },
  { obligations_sql, &obligation_type, offsetof (SelAgreementView, obligations) },
  { realisations_sql, &realisation_type, offsetof (SelAgreementView, realisations) },
  { reviews_sql, &review_type, offsetof (SelAgreementView, reviews) },
  { amendments_sql, &amendment_type, offsetof (SelAgreementView, amendments) },
  { documents_sql, &document_type, offsetof (SelAgreementView, documents) },
  { programmes_sql, &programme_type, offsetof (SelAgreementView, programmes) },
  { cohorts_sql, &cohort_type, offsetof (SelAgreementView, cohorts) },
};

static GArray **
list_of (SelAgreementView *self, guint i)
{
  return &G_STRUCT_MEMBER (GArray *, self, lists[i].offset);
}

/* What is due next comes first; then what has no day, then what is done. */
static int
compare_obligations (gconstpointer a, gconstpointer b)
{
  const SelAgreementObligation *one = a;
  const SelAgreementObligation *other = b;
  int order = (one->state >= SEL_OBLIGATION_DONE) - (other->state >= SEL_OBLIGATION_DONE);

  if (order == 0)
    order = g_date_valid (&other->next_due) - g_date_valid (&one->next_due);
  if (order == 0 && g_date_valid (&one->next_due))
    order = g_date_compare (&one->next_due, &other->next_due);

  return order ? order : (one->id > other->id) - (one->id < other->id);
}

static void
find_states (GArray *obligations, const GDate *today)
{
  for (guint i = 0; i < obligations->len; i++)
    {
      SelAgreementObligation *obligation = &g_array_index (obligations, SelAgreementObligation, i);

      obligation->state = sel_obligation_state_on (&obligation->terms,
                                                   today,
                                                   SEL_AGENDA_DAYS,
                                                   &obligation->next_due);
    }

  g_array_sort (obligations, compare_obligations);
}

static gboolean
read_state (SelAgreementView *self,
            SelConnection *connection,
            gint64 id,
            const GDate *today,
            guint notice_days,
            GError **error)
{
  g_autoptr (GArray) links = NULL;

  if (!(links = sel_agreement_links_read (connection, self_sql, id, today, notice_days, error)))
    return FALSE;
  if (links->len == 0)
    {
      g_set_error_literal (error,
                           SEL_STORE_ERROR,
                           SEL_STORE_ERROR_NOT_FOUND,
                           _ ("The record is no longer there."));
      return FALSE;
    }

  self->state = g_array_index (links, SelAgreementLink, 0).state;
  self->ends_on = g_array_index (links, SelAgreementLink, 0).terms.ends_on;
  self->notice_by = g_array_index (links, SelAgreementLink, 0).terms.notice_by;
  return TRUE;
}

static gboolean
read_family (SelAgreementView *self,
             SelConnection *connection,
             gint64 id,
             const GDate *today,
             guint notice_days,
             GError **error)
{
  g_autoptr (SelStatement) stmt = NULL;
  gboolean has_row;

  self->family = sel_agreement_links_read (connection, family_sql, id, today, notice_days, error);
  if (self->family == NULL)
    return FALSE;

  self->n_family = self->family->len;
  if (self->n_family < MOST_KIN)
    return TRUE;

  if (!(stmt = sel_connection_prepare (connection, count_family_sql, error)))
    return FALSE;
  sel_statement_bind_int (stmt, 1, id);
  if (!sel_statement_step (stmt, &has_row, error))
    return FALSE;
  self->n_family = sel_statement_get_int (stmt, 0);
  return TRUE;
}

static gboolean
read_relations (SelAgreementView *self,
                SelConnection *connection,
                gint64 id,
                const GDate *today,
                guint notice_days,
                GError **error)
{
  for (guint i = 0; i < SEL_N_AGREEMENT_RELATIONS; i++)
    {
      self->relations[i] = sel_agreement_links_read (connection,
                                                     relations_sql[i],
                                                     id,
                                                     today,
                                                     notice_days,
                                                     error);
      if (self->relations[i] == NULL)
        return FALSE;
    }

  return read_family (self, connection, id, today, notice_days, error);
}

/**
 * sel_agreement_view_read:
 * @today: the day of the states
 * @notice_days: an agreement is expiring when it ends within so many days
 *
 * Reads what hangs on the agreement, on whatever thread calls. %SEL_STORE_ERROR_NOT_FOUND when it
 * is no longer there.
 */
SelAgreementView *
sel_agreement_view_read (SelConnection *connection,
                         gint64 id,
                         const GDate *today,
                         guint notice_days,
                         GError **error)
{
  g_autoptr (SelAgreementView) self = g_new0 (SelAgreementView, 1);

  if (!read_state (self, connection, id, today, notice_days, error) ||
      !read_relations (self, connection, id, today, notice_days, error))
    return NULL;

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      GArray **list = list_of (self, i);

      *list = sel_tuples_read_of (connection, lists[i].sql, id, lists[i].type, error);
      if (*list == NULL)
        return NULL;
    }
  find_states (self->obligations, today);

  return g_steal_pointer (&self);
}

void
sel_agreement_view_free (SelAgreementView *self)
{
  if (self == NULL)
    return;

  g_free (self->realised);
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    g_clear_pointer (list_of (self, i), g_array_unref);
  for (guint i = 0; i < SEL_N_AGREEMENT_RELATIONS; i++)
    g_clear_pointer (&self->relations[i], g_array_unref);
  g_clear_pointer (&self->family, g_array_unref);
  g_free (self);
}

/* Lent: the one agreement in a @relation that has at most one; NULL without. */
const SelAgreementLink *
sel_agreement_view_get_only (const SelAgreementView *self, SelAgreementRelation relation)
{
  const GArray *links = self->relations[relation];

  return links->len ? &g_array_index (links, SelAgreementLink, 0) : NULL;
}

/* What a PDF that is added now is likely to be; whoever adds it can change it. */
SelDocumentKind
sel_agreement_view_next_document (const SelAgreementView *self)
{
  if (self->state == SEL_AGREEMENT_STATE_DRAFT || self->state == SEL_AGREEMENT_STATE_UNDER_REVIEW)
    return SEL_DOCUMENT_DRAFT;

  for (guint i = 0; i < self->documents->len; i++)
    if (g_array_index (self->documents, SelAgreementDocument, i).kind == SEL_DOCUMENT_SIGNED)
      return SEL_DOCUMENT_ANNEX;

  return SEL_DOCUMENT_SIGNED;
}

/* What tells how far a scope item came, for a line; NULL for nothing. Free with g_free(). */
char *
sel_agreement_view_dup_scope_done (const SelAgreementView *self, const SelAgreementScopeItem *item)
{
  guint n = 0;

  for (guint i = 0; i < self->scope_items->len; i++)
    n += g_array_index (self->scope_items, SelAgreementScopeItem, i).topic == item->topic;
  return sel_realised_dup_text_of_topic (self->realised, item->topic, n, item->n_realisations);
}

/* Likewise of an obligation. */
char *
sel_agreement_view_dup_obligation_done (const SelAgreementView *self,
                                        const SelAgreementObligation *obligation)
{
  guint n = 0;

  for (guint i = 0; i < self->obligations->len; i++)
    n += g_array_index (self->obligations, SelAgreementObligation, i).topic == obligation->topic;
  return sel_realised_dup_text_of_topic (self->realised, obligation->topic, n,
                                         obligation->n_realisations);
}
