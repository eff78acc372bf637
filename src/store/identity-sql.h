/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/history-sql.h"

/* The highest number of the files of the sender $1 that wrote the record $3 of the type $2. */
#define SEL_SQL_NEWEST_BY                                            \
  "SELECT max (x.sequence) FROM change c JOIN act a ON a.id = c.act" \
  " JOIN exchange x ON x.id = a.exchange"                            \
  " WHERE x.sender = $1 AND c.verb <> 'reveal'"                      \
  " AND c.id IN (" SEL_SQL_CHANGES_OF ("$2", "$3") ")"

/* Whether the sender $1 said last, in an exchange file, what stands in the field $4 of the record
 * $3 of the type $2: the last change of the field tells, or else the run of new records. A test
 * sees to it that all is found by index. */
#define SEL_SQL_SAID_BY                                                                   \
  "SELECT x.sender = $1 FROM change c JOIN act a ON a.id = c.act"                         \
  " LEFT JOIN exchange x ON x.id = a.exchange"                                            \
  " WHERE c.id IN (" SEL_SQL_CHANGES_OF (                                                 \
    "$2", "$3") ")"                                                                       \
                " AND (c.verb = 'insert' OR c.verb = 'update' AND EXISTS"                 \
                " (SELECT 1 FROM change_value v WHERE v.change = c.id AND v.field = $4))" \
                " ORDER BY c.id DESC LIMIT 1"
