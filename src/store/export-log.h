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

/* An export that a record was in. */
typedef struct
{
  gint64 id;
  char *made_at; /* UTC, ISO 8601 */
  char *actor;
  gint64 partner; /* may have been deleted since */
  char *partner_name;
  gint64 agreement; /* likewise; 0 for none */
  char *purpose;
  int kind; /* SelExportKind */
  char *file;
  int sensitivity; /* 1 + SelSensitivity */
} SelReceipt;

/* A run in the log is no longer; as data/sql/0004.sql says. */
#define SEL_EXPORT_LONGEST_RUN 65536

/* The exports that the record $2 of the type $1 was in, the newest first. */
#define SEL_SQL_RECEIPTS                                                                \
  "SELECT e.id, a.made_at, a.actor, e.partner, e.partner_name, e.agreement, e.purpose," \
  " e.what, e.file, e.sensitivity"                                                      \
  " FROM export_run r JOIN export e ON e.id = r.export JOIN act a ON a.id = e.act"      \
  " WHERE r.type = $1 AND r.first <= $2 AND r.last >= $2"                               \
  " AND r.first > $2 - " G_STRINGIFY (SEL_EXPORT_LONGEST_RUN) " ORDER BY e.id DESC"

/* The last act that wrote records: its id, and when it was. */
#define SEL_SQL_LAST_WRITE                                                     \
  "SELECT a.id, a.made_at FROM act a WHERE a.id = (SELECT c.act FROM change c" \
  " WHERE c.verb <> 'reveal' ORDER BY c.id DESC LIMIT 1)"

gboolean
sel_export_log_add (SelAct *act, const SelExportEntry *entry, gint64 *id, GError **error);
gboolean sel_export_log_withdraw (SelAct *act, gint64 id, GError **error);
GArray *sel_export_log_list_receipts (SelConnection *connection,
                                      const SelRecordType *type,
                                      gint64 record,
                                      GError **error);
gboolean sel_export_log_read_state (SelConnection *connection,
                                    gint64 *sequence,
                                    char **made_at,
                                    GError **error);

G_END_DECLS
