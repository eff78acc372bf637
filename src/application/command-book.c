/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "application/command-book.h"

#include <glib/gi18n-lib.h>

#include "application/settings.h"
#include "report/agreement-summary.h"
#include "report/register-book.h"
#include "store/named.h"

/* What is wrong with the words after “list”, or NULL. */
const char *
sel_list_find_fault (GStrv words, guint n_words)
{
  if (n_words > 0 && g_str_equal (words[0], SEL_AGREEMENT_NAME))
    return n_words == 3 ? NULL
                        : _ ("Say which agreement, by its UID, number or title, and which file to "
                             "write.");

  return n_words == 2 && (sel_list_by_name (words[0]) || g_str_equal (words[0], SEL_REGISTER_NAME))
           ? NULL
           : _ ("Say which list, and which file to write: there are “agreements”, “partners”, "
                "“participants”, “cohorts”, “imports”, “exports”, “register” and “agreement”.");
}

/* Saves the register book, of all agreements or of those that the search of their list finds.
 * Waits, on whatever thread calls. */
void
sel_register_save (SelStore *store,
                   const SelListWords *words,
                   const char *path,
                   const GDate *today,
                   guint notice_days,
                   GCancellable *cancellable,
                   SelAnswer *answer)
{
  g_autoptr (SelListRequest) request = sel_list_request_new ();
  g_autoptr (SelRegisterOrder) order = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *office = sel_office_name_dup ();
  g_autofree char *file = g_filename_display_basename (path);
  g_autofree char *number = NULL;
  g_autofree char *line = NULL;
  guint n;

  sel_list_request_set_day (request, today, notice_days);
  request->search = g_strdup (words->search);
  order = sel_register_order_new (request, office, today, notice_days);
  if (!sel_register_write (store, order, path, words->replaces, &n, cancellable, &error))
    {
      sel_save_fail (answer, error);
      return;
    }

  number = sel_number_dup_display (n);
  line = g_strdup_printf (ngettext ("The register with %s agreement was saved as “%s”",
                                    "The register with %s agreements was saved as “%s”", n),
                          number, file);
  sel_answer_say_line (answer, line);
}

static gboolean
find_agreement (SelStore *store,
                const char *name,
                const GDate *today,
                guint notice_days,
                gint64 *id,
                GError **error)
{
  g_autoptr (SelReading) reading = sel_reading_begin (store, error);

  return reading && sel_named_find (reading->connection, &sel_agreement_type, name, today,
                                    notice_days, id, error);
}

/* Saves one agreement on one page. Likewise. */
void
sel_agreement_save (SelStore *store,
                    const SelListWords *words,
                    const char *path,
                    const GDate *today,
                    guint notice_days,
                    SelAnswer *answer)
{
  g_autoptr (SelAgreementSummaryOrder) order = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *office = sel_office_name_dup ();
  g_autofree char *file = g_filename_display_basename (path);
  g_autofree char *line = NULL;
  gint64 id;

  if (find_agreement (store, words->agreement, today, notice_days, &id, &error))
    order = sel_agreement_summary_order_new (id, office, today, notice_days);
  if (order == NULL ||
      !sel_agreement_summary_write (store, order, path, words->replaces, &error))
    {
      sel_save_fail (answer, error);
      return;
    }

  line = g_strdup_printf (_ ("The agreement was saved as “%s”"), file);
  sel_answer_say_line (answer, line);
}
