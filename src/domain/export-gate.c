/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/export-gate.h"

#include <glib/gi18n-lib.h>

#include "domain/scope-item.h"

const SelChoice sel_export_kinds[] = {
  { "agreements", NC_ ("choice", "Agreements of the partner") },
  { "roster", NC_ ("choice", "Roster of a programme or cohort") },
  { "schedule", NC_ ("choice", "Schedule") },
  { "outcomes", NC_ ("choice", "Outcomes") },
  { "everything", NC_ ("choice", "Everything") },
  { NULL },
};

const SelChoice sel_sensitivities[] = {
  [SEL_PUBLIC] = { "public", NC_ ("choice", "Public data") },
  [SEL_INTERNAL] = { "internal", NC_ ("choice", "Internal data") },
  [SEL_PERSONAL] = { "personal", NC_ ("choice", "Personal data") },
  [SEL_SPECIFIC] = { "specific", NC_ ("choice", "Specific personal data") },
  { NULL },
};

/* Whether it tells of participants. A schedule tells of instructors, whose personal fields can be
 * left out of it; a roster without the personal is none. */
gboolean
sel_export_has_people (SelExportKind kind)
{
  return kind == SEL_EXPORT_ROSTER || kind == SEL_EXPORT_OUTCOMES || kind == SEL_EXPORT_EVERYTHING;
}

/* The most sensitive field that may travel under an agreement whose lines of scope about the
 * exchange of data carry this, as in #SelExportTerms: the most permissive line counts. One that
 * does not say was agreed for personal data, but nobody meant health or crimes by it. */
SelSensitivity
sel_export_most_of_scope (guint carries)
{
  if (carries & 1 << SEL_CARRIES_SPECIFIC)
    return SEL_SPECIFIC;
  if (carries & (1 << SEL_CARRIES_PERSONAL | 1 << 0))
    return SEL_PERSONAL;
  return SEL_PUBLIC;
}

/* Whether the value of @field may travel where @most is the most sensitive that does. What a record
 * cannot be without goes with it, such as the name of an instructor in a schedule, but never what
 * is personal: a participant’s kind has a code that tells nothing, and then has that. */
gboolean
sel_export_carries (SelSensitivity most, const SelField *field)
{
  return field->sensitivity <= most ||
         (field->sensitivity < SEL_PERSONAL && !(field->flags & SEL_FIELD_OPTIONAL));
}

static gboolean
is_blank (const char *text)
{
  for (; text && *text; text = g_utf8_next_char (text))
    if (!g_unichar_isspace (g_utf8_get_char (text)))
      return FALSE;

  return TRUE;
}

/**
 * sel_export_test:
 * @most: (out): the most sensitive field that may travel, where it is allowed
 *
 * Whether an export may be made. Without people it needs no agreement; then what is public may
 * travel, and what else the office knows only as far as an agreement covers it.
 */
SelExportObstacle
sel_export_test (const SelExportTerms *terms, SelSensitivity *most)
{
  gboolean has_people = sel_export_has_people (terms->kind);
  gboolean is_in_force = sel_agreement_state_is_in_force (terms->state);

  *most = SEL_PUBLIC;
  if (is_blank (terms->purpose))
    return SEL_EXPORT_NO_PURPOSE;
  if (!terms->has_agreement)
    return has_people ? SEL_EXPORT_NO_AGREEMENT : SEL_EXPORT_ALLOWED;
  if (!terms->is_party)
    return SEL_EXPORT_NOT_A_PARTY;
  if (!is_in_force)
    return has_people ? SEL_EXPORT_NOT_IN_FORCE : SEL_EXPORT_ALLOWED;
  if (terms->carries == 0)
    return has_people ? SEL_EXPORT_NO_DATA_EXCHANGE : SEL_EXPORT_ALLOWED;

  *most = sel_export_most_of_scope (terms->carries);
  if (has_people && *most < SEL_PERSONAL)
    return SEL_EXPORT_NO_PERSONAL_DATA;
  return terms->n_elsewhere && !terms->takes_elsewhere ? SEL_EXPORT_HELD_ELSEWHERE
                                                       : SEL_EXPORT_ALLOWED;
}

/* What is missing, and what to do; without names, which whoever says it adds. */
const char *
sel_export_obstacle_message (SelExportObstacle obstacle)
{
  switch (obstacle)
    {
    case SEL_EXPORT_NO_PURPOSE:
      return _ ("The purpose is missing: say what the partner needs the data for.");
    case SEL_EXPORT_NO_AGREEMENT:
      return _ ("It has personal data, which leaves under an agreement only: name one with the "
                "partner that is in force and has the exchange of data in its scope.");
    case SEL_EXPORT_NOT_A_PARTY:
      return _ ("The partner is not a party to that agreement: name one that the partner is a "
                "party to.");
    case SEL_EXPORT_NOT_IN_FORCE:
      return _ ("That agreement is not in force today, and the data is personal: name one that "
                "is, or renew it first.");
    case SEL_EXPORT_NO_DATA_EXCHANGE:
      return _ ("The scope of that agreement does not have the exchange of data, and the data is "
                "personal: name another agreement, or have its scope extended.");
    case SEL_EXPORT_NO_PERSONAL_DATA:
      return _ ("The scope of that agreement lets no personal data travel: name another "
                "agreement, or export the agreements or the schedule.");
    case SEL_EXPORT_HELD_ELSEWHERE:
      return _ ("Some of the people are in cohorts that are held under another agreement: name that "
                "one, or say --elsewhere to take them along all the same.");
    case SEL_EXPORT_ALLOWED:
    default:
      g_return_val_if_reached (NULL);
    }
}

/**
 * sel_export_elsewhere_dup_message:
 * @n_elsewhere: as in #SelExportTerms
 *
 * Returns: (transfer full) (nullable): what to think about before it leaves; NULL for nothing
 */
char *
sel_export_elsewhere_dup_message (guint64 n_elsewhere)
{
  g_autofree char *number = sel_number_dup_display ((double) n_elsewhere);

  if (n_elsewhere == 0)
    return NULL;

  return g_strdup_printf (ngettext ("%s cohort is held under another agreement than the one named: "
                                    "see whether that one lets its people’s data travel.",
                                    "%s cohorts are held under other agreements than the one named: "
                                    "see whether those let their people’s data travel.",
                                    (gulong) n_elsewhere),
                          number);
}
