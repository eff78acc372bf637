/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/correction.h"

#include <glib/gi18n-lib.h>

#include "store/error.h"

static gboolean
is_signed_stage (int stage)
{
  return stage == SEL_AGREEMENT_STAGE_SIGNED || stage == SEL_AGREEMENT_STAGE_TERMINATED;
}

/* Only the signed text is what was signed: drafts and annexes of the office come and go. */
static gboolean
is_free (const SelRecordType *type, gconstpointer before)
{
  return type == &sel_document_type &&
         ((const SelDocument *) before)->kind != SEL_DOCUMENT_SIGNED;
}

static gboolean
opens_gate (const SelRecordType *type, gconstpointer added)
{
  return type == &sel_scope_item_type &&
         ((const SelScopeItem *) added)->topic == (int) SEL_SCOPE_DATA_EXCHANGE;
}

/* The first field that would say something else than it says; NULL for none. An agreement does not
 * become a draft again either. */
static const SelField *
find_corrected (const SelRecordType *type, gconstpointer before, gconstpointer after)
{
  for (guint i = 0; i < type->n_fields; i++)
    {
      const SelField *field = &type->fields[i];

      if (field->flags & SEL_FIELD_SIGNED && !sel_field_says_nothing (field, before) &&
          (after == NULL || !sel_field_is_equal (field, before, after)))
        return field;
    }

  if (type == &sel_agreement_type && after && is_signed_stage (((SelAgreement *) before)->stage) &&
      !is_signed_stage (((SelAgreement *) after)->stage))
    return sel_record_type_field (type, "stage");

  return NULL;
}

/* Whether @record is a signed agreement or a part of one. */
static gboolean
read_is_signed (SelConnection *connection,
                const SelRecordType *type,
                gconstpointer record,
                gboolean *is_signed,
                GError **error)
{
  const SelField *owner = sel_record_type_owner (type, &sel_agreement_type);
  g_autoptr (SelStatement) stmt = NULL;

  *is_signed =
    type == &sel_agreement_type && is_signed_stage (((const SelAgreement *) record)->stage);
  if (owner == NULL)
    return TRUE;

  stmt = sel_connection_prepare (connection,
                                 "SELECT 1 FROM agreement WHERE id = $1"
                                 " AND stage IN ('signed', 'terminated')",
                                 error);
  if (stmt == NULL)
    return FALSE;

  sel_statement_bind_int (stmt, 1, *SEL_MEMBER_CONST (gint64, record, owner));
  return sel_statement_step (stmt, is_signed, error);
}

/**
 * sel_correction_admit:
 * @before: (nullable): the record as it stands; %NULL when it is to be added
 * @after: (nullable): as it would stand; %NULL when it is to be deleted
 * @why: (nullable): the reason, when there is one
 *
 * %SEL_STORE_ERROR_FROZEN when a signature covers what would change and there is no reason.
 */
gboolean
sel_correction_admit (SelConnection *connection,
                      const SelRecordType *type,
                      gconstpointer before,
                      gconstpointer after,
                      const char *why,
                      GError **error)
{
  const SelField *corrected = NULL;
  gboolean is_signed;

  if (before && !is_free (type, before))
    corrected = find_corrected (type, before, after);
  if (why || (before ? corrected == NULL : !opens_gate (type, after)))
    return TRUE;
  if (!read_is_signed (connection, type, before ? before : after, &is_signed, error))
    return FALSE;
  if (!is_signed)
    return TRUE;

  if (before == NULL)
    g_set_error_literal (error, SEL_STORE_ERROR, SEL_STORE_ERROR_FROZEN,
                         _ ("The agreement is signed, and by this item data may leave the office. It "
                            "can be added with the reason, such as that it was overlooked."));
  else if (after)
    g_set_error (error, SEL_STORE_ERROR, SEL_STORE_ERROR_FROZEN,
                 _ ("The signature covers “%s”. It changes by an addendum; what was only written "
                    "down wrongly can be corrected, with the reason."),
                 sel_field_label (corrected));
  else
    g_set_error_literal (error, SEL_STORE_ERROR, SEL_STORE_ERROR_FROZEN,
                         _ ("The signature covers this. It can be deleted with the reason, such as "
                            "that it was written down by mistake."));
  return FALSE;
}
