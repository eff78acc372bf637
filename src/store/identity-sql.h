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
