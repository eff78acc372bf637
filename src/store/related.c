/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/related.h"

#include <glib/gi18n-lib.h>

#include "domain/agreement.h"
#include "domain/cohort.h"
#include "domain/eligibility.h"
#include "domain/enrolment.h"
#include "domain/obligation.h"
#include "domain/participant.h"
#include "domain/partner.h"
#include "domain/party.h"
#include "domain/planning.h"
#include "domain/programme.h"
#include "store/agreement-link.h"
#include "store/agreement-sql.h"
#include "store/record.h"

/* Reads the record into @other when there is one: one that is not named, or not there, leaves it
 * empty. What refers to nothing is found by the foreign keys. */
static gboolean
read_other (SelConnection *connection,
            const SelRecordType *type,
            gint64 id,
            gpointer other,
            GError **error)
{
  gboolean is_found;

  return id == 0 || sel_record_load_into (connection, type, id, other, &is_found, error);
}

/* Whether @above is @id or lies, any number of steps up, under it: then @id may not lie under
 * @above. UNION ends the walk also where there is a cycle already. */
static gboolean
lies_under (SelConnection *connection,
            const char *sql,
            gint64 id,
            gint64 above,
            gboolean *lies,
            GError **error)
{
  g_autoptr (SelStatement) stmt = NULL;

  *lies = FALSE;
  if (id == 0 || above == 0)
    return TRUE;
  if (!(stmt = sel_connection_prepare (connection, sql, error)))
    return FALSE;

  sel_statement_bind_int (stmt, 1, above);
  sel_statement_bind_int (stmt, 2, id);
  return sel_statement_step (stmt, lies, error);
}

#define LIES_UNDER(table, column)                                                          \
  "WITH RECURSIVE above (id) AS (SELECT $1 UNION SELECT r." column " FROM above JOIN " table \
  " r ON r.id = above.id WHERE r." column " IS NOT NULL) SELECT 1 FROM above WHERE id = $2"

static gboolean
check_agreement (SelConnection *connection,
                 const SelAgreement *self,
                 SelFindings *findings,
                 GError **error)
{
  gboolean is_under_itself;
  gboolean renews_itself;

  if (!lies_under (connection, LIES_UNDER ("agreement", "parent"), self->record.id, self->parent,
                   &is_under_itself, error) ||
      !lies_under (connection, LIES_UNDER ("agreement", "renews"), self->record.id, self->renews,
                   &renews_itself, error))
    return FALSE;

  /* That it names itself, the record alone can tell. */
  if (is_under_itself && self->parent != self->record.id)
    sel_findings_add (findings, "parent", SEL_ERROR,
                      _ ("That agreement was itself made under this one."));
  if (renews_itself && self->renews != self->record.id)
    sel_findings_add (findings, "renews", SEL_ERROR,
                      _ ("That agreement follows this one, and cannot be renewed by it."));
  return TRUE;
}

static gboolean
check_partner (SelConnection *connection,
               const SelPartner *self,
               SelFindings *findings,
               GError **error)
{
  gboolean is_under_itself;

  if (!lies_under (connection, LIES_UNDER ("partner", "parent"), self->record.id, self->parent,
                   &is_under_itself, error))
    return FALSE;

  if (is_under_itself && self->parent != self->record.id)
    sel_findings_add (findings, "parent", SEL_ERROR,
                      _ ("That institution is itself a part of this one."));
  return TRUE;
}

static gboolean
check_obligation (SelConnection *connection,
                  const SelObligation *self,
                  SelFindings *findings,
                  GError **error)
{
  SelParty *party = sel_record_new (&sel_party_type);
  gboolean is_read = read_other (connection, &sel_party_type, self->party, party, error);

  if (is_read && party->agreement && party->agreement != self->agreement)
    sel_findings_add (findings, "party", SEL_ERROR, _ ("It is a party to another agreement."));

  sel_record_free (&sel_party_type, party);
  return is_read;
}

/* The same rule as for its sessions, so that a cohort which warns of nothing has none that do. */
static gboolean
check_cohort (SelConnection *connection,
              const SelCohort *self,
              SelFindings *findings,
              GError **error)
{
  g_autoptr (GArray) links = NULL;

  if (!g_date_valid (&self->starts_on) || !g_date_valid (&self->ends_on))
    return TRUE;

  links = sel_agreement_links_read (connection, SEL_SQL_AGREEMENT_LINKS " WHERE r.id = $1",
                                    self->agreement, &self->starts_on, 0, error);
  if (links == NULL)
    return FALSE;
  if (links->len &&
      sel_planning_check_agreement (&g_array_index (links, SelAgreementLink, 0).terms,
                                    &self->starts_on, &self->ends_on))
    sel_findings_add (findings, "agreement", SEL_WARNING,
                      _ ("The agreement is not in force for the whole of the cohort."));
  return TRUE;
}

static void
add_obstacles (SelFindings *findings, SelObstacles obstacles)
{
  for (guint bit = 1; obstacles; bit <<= 1)
    if (obstacles & bit)
      {
        sel_findings_add (findings, "participant", SEL_WARNING, sel_obstacle_message (bit));
        obstacles &= ~bit;
      }
}

/* Whether the person may join, by the terms of the programme and on the day the cohort starts. It
 * is for people to decide, so it is never more than a warning; whoever was turned away needs none,
 * and before there is a cohort there is no day to test the age on. */
static gboolean
check_enrolment (SelConnection *connection,
                 const SelEnrolment *self,
                 SelFindings *findings,
                 GError **error)
{
  SelCohort *cohort = sel_record_new (&sel_cohort_type);
  SelProgramme *programme = sel_record_new (&sel_programme_type);
  SelParticipant *person = sel_record_new (&sel_participant_type);
  gboolean is_read =
    read_other (connection, &sel_cohort_type, self->cohort, cohort, error) &&
    read_other (connection, &sel_programme_type,
                self->programme ? self->programme : cohort->programme, programme, error) &&
    read_other (connection, &sel_participant_type, self->participant, person, error);

  if (is_read && person->record.id && self->stage != SEL_ENROLMENT_REJECTED &&
      self->stage != SEL_ENROLMENT_DROPPED)
    {
      gboolean has_age = programme->minimum_age != SEL_NO_INTEGER && self->cohort;
      SelEntryTerms terms = {
        .minimum_age = has_age ? (guint) programme->minimum_age : 0,
        .eligible_kinds = programme->eligible_kinds,
        .starts_on = cohort->starts_on,
      };
      SelApplicant applicant = { .kind = person->kind, .birth_date = person->birth_date };

      add_obstacles (findings, sel_eligibility_test (&terms, &applicant).obstacles);
    }

  sel_record_free (&sel_cohort_type, cohort);
  sel_record_free (&sel_programme_type, programme);
  sel_record_free (&sel_participant_type, person);
  return is_read;
}

/* Adds to @findings, which sel_record_check() has filled for this record, what is wrong with it
 * beside the records that it refers to. FALSE is an error of the database. */
gboolean
sel_related_check (SelConnection *connection,
                   const SelRecordType *type,
                   gconstpointer record,
                   SelFindings *findings,
                   GError **error)
{
  if (type == &sel_agreement_type)
    return check_agreement (connection, record, findings, error);
  if (type == &sel_partner_type)
    return check_partner (connection, record, findings, error);
  if (type == &sel_obligation_type)
    return check_obligation (connection, record, findings, error);
  if (type == &sel_cohort_type)
    return check_cohort (connection, record, findings, error);
  if (type == &sel_enrolment_type)
    return check_enrolment (connection, record, findings, error);

  return TRUE;
}

/* Whether the record may be kept, by all rules: as its form would say, but with the first error only.
 * For what no form shows. */
gboolean
sel_related_admit (SelConnection *connection,
                   const SelRecordType *type,
                   gconstpointer record,
                   const GDate *today,
                   GError **error)
{
  g_autoptr (SelFindings) findings = sel_findings_new ();
  const SelFinding *wrong;

  sel_record_check (type, record, today, findings);
  if (!sel_related_check (connection, type, record, findings, error))
    return FALSE;
  if (!(wrong = sel_findings_first_error (findings)))
    return TRUE;

  g_set_error (error, SEL_STORE_ERROR, SEL_STORE_ERROR_FAILED, "%s: %s",
               sel_field_label (wrong->field), wrong->message);
  return FALSE;
}
