/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/renewal.h"

#include "domain/renewal.h"
#include "store/record.h"

/* The parties of the old agreement, and beside each the one of the draft that is the same. */
typedef struct
{
  GArray *old; /* gint64 */
  GArray *new; /* gint64 */
} Parties;

static gboolean
copy_parties (SelAct *act, const SelRenewal *self, Parties *parties, GError **error)
{
  SelConnection *connection = sel_act_get_connection (act);
  g_autoptr (SelStatement) stmt =
    sel_connection_prepare (connection,
                            "SELECT id FROM party WHERE agreement = $1 ORDER BY position, id",
                            error);

  if (stmt == NULL)
    return FALSE;

  sel_statement_bind_int (stmt, 1, self->draft->renews);
  if (!(parties->old = sel_statement_read_ids (stmt, error)))
    return FALSE;

  parties->new = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (guint i = 0; i < parties->old->len; i++)
    {
      SelParty *old = sel_record_load (connection, &sel_party_type,
                                       g_array_index (parties->old, gint64, i), error);
      SelParty *party = old ? sel_renewal_new_party (old) : NULL;
      gboolean is_done = FALSE;

      if (party)
        {
          party->agreement = self->draft->record.id;
          is_done = sel_act_insert (act, &sel_party_type, party, error);
          g_array_append_val (parties->new, party->record.id);
        }
      sel_record_free (&sel_party_type, old);
      sel_record_free (&sel_party_type, party);
      if (!is_done)
        return FALSE;
    }

  return TRUE;
}

static gboolean
copy_scope (SelAct *act, const SelRenewal *self, GError **error)
{
  for (guint i = 0; i < self->scope_items->len; i++)
    {
      SelScopeItem *item = sel_record_load (sel_act_get_connection (act), &sel_scope_item_type,
                                            g_array_index (self->scope_items, gint64, i), error);
      gboolean is_done = FALSE;

      if (item)
        {
          g_clear_pointer (&item->record.uid, g_free);
          item->record.id = 0;
          item->record.version = 0;
          item->agreement = self->draft->record.id;
          is_done = sel_act_insert (act, &sel_scope_item_type, item, error);
        }
      sel_record_free (&sel_scope_item_type, item);
      if (!is_done)
        return FALSE;
    }

  return TRUE;
}

static gint64
find_new (const Parties *parties, gint64 old)
{
  for (guint i = 0; i < parties->old->len; i++)
    if (g_array_index (parties->old, gint64, i) == old)
      return g_array_index (parties->new, gint64, i);

  return 0;
}

static gboolean
copy_obligations (SelAct *act,
                  const SelRenewal *self,
                  const SelAgreement *of,
                  const Parties *parties,
                  GError **error)
{
  for (guint i = 0; i < self->obligations->len; i++)
    {
      SelObligation *old = sel_record_load (sel_act_get_connection (act), &sel_obligation_type,
                                            g_array_index (self->obligations, gint64, i), error);
      SelObligation *obligation = old ? sel_renewal_new_obligation (old, of, self->draft) : NULL;
      gboolean is_done = FALSE;

      if (obligation)
        {
          obligation->agreement = self->draft->record.id;
          obligation->party = find_new (parties, old->party);
          is_done = sel_act_insert (act, &sel_obligation_type, obligation, error);
        }
      sel_record_free (&sel_obligation_type, old);
      sel_record_free (&sel_obligation_type, obligation);
      if (!is_done)
        return FALSE;
    }

  return TRUE;
}

/* %SEL_STORE_ERROR_NOT_FOUND when the agreement, or one of the promises, is no longer there. */
gboolean
sel_renewal_write (SelAct *act, SelRenewal *self, GError **error)
{
  SelAgreement *of = sel_record_load (sel_act_get_connection (act), &sel_agreement_type,
                                      self->draft->renews, error);
  Parties parties = { 0 };
  const gboolean is_done = of && sel_act_insert (act, &sel_agreement_type, self->draft, error) &&
                           copy_parties (act, self, &parties, error) &&
                           copy_scope (act, self, error) &&
                           copy_obligations (act, self, of, &parties, error);

  g_clear_pointer (&parties.old, g_array_unref);
  g_clear_pointer (&parties.new, g_array_unref);
  sel_record_free (&sel_agreement_type, of);
  return is_done;
}
