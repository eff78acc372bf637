/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/exchange-sql.h"
#include "store/history-sql.h"

/* The highest number of the files of the sender $1 that wrote the record $3 of the type $2 and were
 * not taken back. */
#define SEL_SQL_NEWEST_BY                                            \
  "SELECT max (x.sequence) FROM change c JOIN act a ON a.id = c.act" \
  " JOIN exchange x ON x.id = a.exchange"                            \
  " WHERE x.sender = $1 AND c.verb <> 'reveal'"                      \
  " AND c.id IN (" SEL_SQL_CHANGES_OF ("$2", "$3") ") AND NOT " SEL_SQL_IS_UNDONE ("x.id")

/* The last change that says what stands in the field $3 of the record $2 of the type $1: one of the
 * field, or else that of the run of new records. */
#define SEL_SQL_CHANGES "(" SEL_SQL_CHANGES_OF ("$1", "$2") ")"
#define SEL_SQL_LAST_SAYING                                        \
  "SELECT max (c.id) FROM change c WHERE c.id IN " SEL_SQL_CHANGES \
  " AND (c.verb = 'insert' OR c.verb = 'update' AND EXISTS"        \
  " (SELECT 1 FROM change_value v WHERE v.change = c.id AND v.field = $3))"

/* Whether the sender $4 said last, in an exchange file, what stands there. What was taken back was
 * not said: an undo brings back what was said before the act that it undoes, which may be an undo
 * itself. A test sees to it that all is found by index. */
#define SEL_SQL_SAID_BY                                                           \
  "WITH RECURSIVE saying (change) AS (" SEL_SQL_LAST_SAYING                       \
  " UNION ALL SELECT (" SEL_SQL_LAST_SAYING " AND c.id < (SELECT min (u.id)"      \
  " FROM change u WHERE u.act = a.undoes AND u.verb <> 'insert'"                  \
  " AND u.id IN " SEL_SQL_CHANGES "))"                                            \
  " FROM saying JOIN change s ON s.id = saying.change JOIN act a ON a.id = s.act" \
  " WHERE a.undoes IS NOT NULL)"                                                  \
  " SELECT x.sender = $4 FROM saying JOIN change s ON s.id = saying.change"       \
  " JOIN act a ON a.id = s.act LEFT JOIN exchange x ON x.id = a.exchange"         \
  " ORDER BY s.id LIMIT 1"

/* Whether a file of the sender $4, with the number $5 and the hash $6, one of which says nothing,
 * which was not taken back, said $7 in the field $3 of the record $2 of the type $1, and something
 * else stands there since: the change that ended it tells what stood there, from the change that
 * said it on. An import said what stood there when it ended, though it may have changed nothing, and
 * what it wrote itself. */
#define SEL_SQL_SAID_BEFORE                                                                  \
  "SELECT 1 FROM change e JOIN change s ON s.id = (" SEL_SQL_LAST_SAYING " AND c.id < e.id)" \
  " JOIN change_value ended ON ended.change = e.id AND ended.field = $3"                     \
  " JOIN exchange x ON x.sender = $4 AND x.sequence = $5 AND x.hash = $6"                    \
  " JOIN act a ON a.exchange = x.id AND s.act <= a.id AND (a.id < e.act OR a.id = s.act)"    \
  " WHERE e.type = $1 AND e.record = $2 AND e.verb IN ('update', 'delete')"                  \
  " AND ended.before = $7 AND NOT " SEL_SQL_IS_UNDONE ("x.id") " LIMIT 1"
