/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The exports that left, and which records were in them. An export is an act, but no change of a
 * record: it is kept so that whoever is asked can tell a person who received data about them. */
#pragma once

#include "domain/export-gate.h"
#include "store/act.h"

G_BEGIN_DECLS

/* What is kept of an export; texts are borrowed. */
typedef struct
{
  gint64 partner; /* who receives it */
  const char *partner_name;
  gint64 agreement; /* that it rests on; 0 for none */
  const char *purpose;
  SelExportKind kind;
  const char *file; /* its name */
  gint64 sequence;
  guint64 n_records;
  SelSensitivity sensitivity; /* the highest of a field that leaves */
  GArray *const *runs;        /* settled, for each type of record in its order */
} SelExportEntry;

/* An export that a person was in. */
typedef struct
{
  gint64 id;
  char *made_at; /* UTC, ISO 8601 */
  char *actor;
  gint64 partner; /* 0 when it is no longer in the register */
  char *partner_name;
  gint64 agreement;     /* likewise, or without one */
  char *agreement_name; /* its number, or else its title; NULL with 0 */
  char *purpose;
  int kind; /* SelExportKind */
  char *file;
  int sensitivity; /* 1 + SelSensitivity */
} SelReceipt;

/* The record @id of @type as it is in the register now, under its own id or as a part of the one
 * that it was merged into, over several merges; NULL when it is gone. */
#define SEL_SQL_STANDS_AS(type, id)                                                \
  "(WITH RECURSIVE named (id) AS (SELECT " id " UNION SELECT m.stays FROM named"   \
  " JOIN merged m ON m.type = '" type "' AND m.record = named.id WHERE NOT EXISTS" \
  " (SELECT 1 FROM " type " t WHERE t.id = named.id)) SELECT now.id FROM named JOIN " type " now ON now.id = named.id)"

/* The partner of export r … */
#define SEL_SQL_EXPORT_PARTNER SEL_SQL_STANDS_AS ("partner", "r.partner")

/* … and its agreement … */
#define SEL_SQL_EXPORT_AGREEMENT SEL_SQL_STANDS_AS ("agreement", "r.agreement")

/* … which is called by its number, or else by its title. */
#define SEL_SQL_EXPORT_AGREEMENT_NAME                                              \
  "(SELECT coalesce ((SELECT party.number FROM party WHERE party.agreement = a.id" \
  " AND party.number IS NOT NULL ORDER BY party.position LIMIT 1), a.title)"       \
  " FROM agreement a WHERE a.id = " SEL_SQL_EXPORT_AGREEMENT ")"

/* The exports that the participant $1 was in, the newest first; those included that had someone
 * who was found to be the same and was merged into them since. Each export that has people is asked
 * with one look at its index. */
#define SEL_SQL_RECEIPTS                                                                    \
  "WITH RECURSIVE person (id) AS MATERIALIZED (SELECT $1 UNION SELECT m.record FROM person" \
  " JOIN merged m ON m.type = 'participant' AND m.stays = person.id"                        \
  " WHERE NOT EXISTS (SELECT 1 FROM participant p WHERE p.id = m.record))"                  \
  " SELECT r.id, act.made_at, act.actor, " SEL_SQL_EXPORT_PARTNER ", r.partner_name"        \
  ", " SEL_SQL_EXPORT_AGREEMENT ", " SEL_SQL_EXPORT_AGREEMENT_NAME                          \
  ", r.purpose, r.what, r.file, r.sensitivity FROM export r JOIN act ON act.id = r.act"     \
  " WHERE r.n_people > 0 AND EXISTS (SELECT 1 FROM person WHERE (SELECT x.last"             \
  " FROM export_run x WHERE x.export = r.id AND x.type = 'participant'"                     \
  " AND x.first <= person.id ORDER BY x.first DESC LIMIT 1) >= person.id) ORDER BY r.id DESC"

/* The last act that wrote records: its id, and when it was. */
#define SEL_SQL_LAST_WRITE                                                     \
  "SELECT a.id, a.made_at FROM act a WHERE a.id = (SELECT c.act FROM change c" \
  " WHERE c.verb <> 'reveal' ORDER BY c.id DESC LIMIT 1)"

gboolean
sel_export_log_add (SelAct *act, const SelExportEntry *entry, gint64 *id, GError **error);
gboolean sel_export_log_withdraw (SelAct *act, gint64 id, GError **error);
GArray *sel_export_log_list_receipts (SelConnection *connection,
                                      gint64 participant,
                                      GError **error);
gboolean sel_export_log_find_ends (SelConnection *connection,
                                   gint64 export,
                                   gint64 *partner,
                                   gint64 *agreement,
                                   GError **error);
gboolean sel_export_log_read_state (SelConnection *connection,
                                    gint64 *sequence,
                                    char **made_at,
                                    GError **error);

G_END_DECLS
