/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The first day of the signed agreement that renews agreement r; NULL without one. */
#define SEL_SQL_SUCCESSOR_STARTS_ON                                    \
  "(SELECT min (coalesce (n.starts_on, n.signed_on)) FROM agreement n" \
  " WHERE n.renews = r.id AND n.stage IN ('signed', 'terminated'))"

/* Addenda d to agreement r that say when it ends, the one that counts first. */
#define SEL_SQL_ADDENDA_OF_END                                                           \
  "FROM agreement d WHERE d.parent = r.id AND d.kind = 'addendum'"                       \
  " AND d.stage IN ('signed', 'terminated') AND (d.ends_on IS NOT NULL OR d.open_ended)" \
  " ORDER BY coalesce (d.signed_on, '') DESC, d.id DESC LIMIT 1"

/* The twin of sel_agreement_effective_end(): the last day of agreement r as its addenda left it;
 * NULL for none. A test holds the two equal. */
#define SEL_SQL_AGREEMENT_ENDS_ON "nullif (" SEL_SQL_AGREEMENT_END_AS_SAID ", '')"

/* The same, and '' where an addendum says that there is none; NULL where nothing is said. */
#define SEL_SQL_AGREEMENT_END_AS_SAID                              \
  "coalesce ((SELECT CASE WHEN d.open_ended THEN '' ELSE d.ends_on" \
  " END " SEL_SQL_ADDENDA_OF_END "), r.ends_on)"

/* The last day for notice of agreement r; NULL for none, or when notice was given. notice_by() is
 * sel_term_notice_by() (store/sql-functions.h). */
#define SEL_SQL_NOTICE_BY                                  \
  "CASE WHEN r.notice_given_on IS NULL THEN notice_by (" SEL_SQL_AGREEMENT_ENDS_ON \
  ", r.notice_months, r.notice_days) END"

/* The twin of sel_agreement_state_on() for agreement r on $today, where what ends by $horizon is
 * expiring: the code of the state. A test holds the two equal. */
#define SEL_SQL_AGREEMENT_STATE                                                   \
  "CASE"                                                                          \
  " WHEN r.stage = 'draft' THEN 'draft'"                                          \
  " WHEN r.stage = 'under_review' THEN 'under_review'"                            \
  " WHEN r.stage = 'terminated' AND coalesce (r.terminated_on, $today) <= $today" \
  " THEN 'terminated'"                                                            \
  " WHEN " SEL_SQL_SUCCESSOR_STARTS_ON " <= $today THEN 'renewed'"                \
  " WHEN r.starts_on > $today THEN 'not_yet'"                                     \
  " WHEN " SEL_SQL_AGREEMENT_ENDS_ON " < $today THEN 'expired'"                   \
  " WHEN " SEL_SQL_AGREEMENT_ENDS_ON " <= $horizon"                               \
  " AND coalesce (" SEL_SQL_NOTICE_BY ", '') < $today THEN 'expiring'"            \
  " WHEN " SEL_SQL_NOTICE_BY " <= $horizon THEN 'notice_due'"                     \
  " ELSE 'in_force' END"

/* The names of the parties to agreement r, in the order of the page. */
#define SEL_SQL_AGREEMENT_PARTNERS                                                               \
  "(SELECT group_concat (p.name, ', ') FROM (SELECT coalesce (partner.short_name, partner.name)" \
  " AS name FROM party JOIN partner ON partner.id = party.partner"                               \
  " WHERE party.agreement = r.id ORDER BY party.position) p)"

/* The document number that stands first on the page. */
#define SEL_SQL_AGREEMENT_NUMBER                                                              \
  "(SELECT party.number FROM party WHERE party.agreement = r.id AND party.number IS NOT NULL" \
  " ORDER BY party.position LIMIT 1)"

/* The day on which obligation o was last done: as recorded, or by what proves it. */
#define SEL_SQL_OBLIGATION_DONE_ON                                    \
  "(SELECT max (d.day) FROM (SELECT o.done_on AS day UNION ALL"       \
  " SELECT n.done_on FROM realisation n WHERE n.obligation = o.id) d)"
