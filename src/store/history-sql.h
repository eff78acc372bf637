/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/change-log.h"

/* The run of @verb that the record is in. Those of one verb do not overlap: the one that began last
 * before the record is the only one that may hold it. */
#define SEL_SQL_RUN_OF(type, verb, record)                                  \
  "SELECT run.id FROM (SELECT r.id, r.last FROM change r"                   \
  " WHERE r.type = " type " AND r.verb = '" verb "' AND r.record < " record \
  " AND r.last > r.record ORDER BY r.record DESC LIMIT 1) run WHERE run.last >= " record

/* The ids of the changes of a record. New records are logged in runs, and so are those that went
 * with their import. */
#define SEL_SQL_CHANGES_OF(type, record)                                             \
  "SELECT own.id FROM change own WHERE own.type = " type " AND own.record = " record \
  " UNION ALL " SEL_SQL_RUN_OF (type, "insert", record) " UNION ALL " SEL_SQL_RUN_OF (type, "remove", record)

/* The runs of records looked at together that the record is in, but not the first. */
#define SEL_SQL_REVEALS_OF(type, record)                                                \
  "SELECT r.id FROM change r WHERE r.type = " type " AND r.verb = 'reveal'"             \
  " AND r.last > r.record AND r.record < " record " AND r.last >= " record              \
  " AND r.record > " record " - " G_STRINGIFY (SEL_LONGEST_REVEAL)

/* The changes of the record $2 of the type $1, newest first, $3 at most. A test sees to it that all
 * is found by index. */
#define SEL_SQL_HISTORY                                                                 \
  "SELECT c.id, c.act, c.verb, a.made_at, a.actor, a.source, x.file, x.sender_name,"    \
  " coalesce (c.line, (SELECT i.line FROM identity i JOIN origin o ON o.id = i.origin"  \
  " WHERE o.type = $1 AND i.record = $2 AND i.exchange = a.exchange LIMIT 1)),"         \
  " EXISTS (SELECT 1 FROM act u WHERE u.undoes = a.id), a.why"                          \
  " FROM change c JOIN act a ON a.id = c.act LEFT JOIN exchange x ON x.id = a.exchange" \
  " WHERE c.id IN (" SEL_SQL_CHANGES_OF ("$1", "$2")                                    \
  " UNION ALL " SEL_SQL_REVEALS_OF ("$1", "$2") ") ORDER BY c.id DESC LIMIT $3"

/* The deleted records of the type $1 whose field $2 referred to $3 (an id as text). */
#define SEL_SQL_HISTORY_REMOVED                                          \
  "SELECT c.record FROM change_value v JOIN change c ON c.id = v.change" \
  " WHERE c.type = $1 AND v.field = $2 AND v.before = $3 AND v.after IS NULL AND c.verb = 'delete'"
