/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/reveal.h"

#include "store/change-log.h"

/* Records, in an act of %SEL_ACT_REVEAL, that the masked @fields (of SelField) of the records from
 * @first to @last were looked at, or left together (UU 27/2022: the trail of processing). It changes
 * nothing. A list of a million people that was saved is about a thousand entries, and stands in the
 * history of each of them. */
gboolean
sel_reveal_note (SelAct *act,
                 const SelRecordType *type,
                 gint64 first,
                 gint64 last,
                 const GPtrArray *fields,
                 GError **error)
{
  SelConnection *connection = sel_act_get_connection (act);

  for (; first <= last; first += SEL_LONGEST_REVEAL)
    {
      const SelChange change = { sel_act_get_id (act), type, "reveal", first,
                                 MIN (last, first + SEL_LONGEST_REVEAL - 1), 0 };
      gint64 entry;

      if (!sel_change_log_add (connection, &change, &entry, error))
        return FALSE;
      for (guint i = 0; i < fields->len; i++)
        {
          const SelField *field = g_ptr_array_index (fields, i);

          if (!sel_change_log_add_value (connection, entry, field->name, NULL, NULL, error))
            return FALSE;
        }
    }

  return TRUE;
}
