/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/register-book.h"

#include "store/lists.h"
#include "store/tuples.h"

static const SelField party_members[] = {
  SEL_TUPLE (SelRegisterParty, TEXT, name),
  SEL_TUPLE (SelRegisterParty, TEXT, number),
  SEL_TUPLE (SelRegisterParty, TEXT, signatory),
  SEL_TUPLE (SelRegisterParty, TEXT, office),
};
SEL_TUPLE_TYPE (SelRegisterParty, party)

static void
entry_free (gpointer data)
{
  SelRegisterEntry *self = data;

  g_free (self->under);
  g_free (self->renews);
  g_clear_pointer (&self->parties, g_array_unref);
  g_clear_pointer (&self->owned, g_array_unref);
  g_free (self);
}

static GArray *
read_link (SelConnection *connection,
           gint64 id,
           const GDate *today,
           guint notice_days,
           GError **error)
{
  return sel_agreement_links_read (connection, SEL_SQL_AGREEMENT_LINKS " WHERE r.id = $1", id,
                                   today, notice_days, error);
}

/* "4/NK/2024, Sinergi rehabilitasi"; leaves NULL where @id is 0, for none. */
static gboolean
read_name (SelConnection *connection,
           gint64 id,
           const GDate *today,
           guint notice_days,
           char **name,
           GError **error)
{
  g_autoptr (GArray) links = NULL;
  const SelAgreementLink *link;

  if (id == 0)
    return TRUE;

  links = read_link (connection, id, today, notice_days, error);
  if (links == NULL)
    return FALSE;

  link = &g_array_index (links, SelAgreementLink, 0);
  *name = link->number ? g_strdup_printf ("%s, %s", link->number, link->title)
                       : g_strdup (link->title);
  return TRUE;
}

static SelRegisterEntry *
read_entry (SelConnection *connection,
            gint64 id,
            const GDate *today,
            guint notice_days,
            GError **error)
{
  SelRegisterEntry *self = g_new0 (SelRegisterEntry, 1);

  self->owned = read_link (connection, id, today, notice_days, error);
  self->parties = sel_tuples_read_of (
    connection,
    "SELECT partner.name, party.number, party.signatory, party.office FROM party"
    " JOIN partner ON partner.id = party.partner WHERE party.agreement = $1"
    " ORDER BY party.position, party.id",
    id, &party_type, self->owned ? error : NULL);
  if (self->owned == NULL || self->parties == NULL)
    {
      entry_free (self);
      return NULL;
    }

  self->agreement = &g_array_index (self->owned, SelAgreementLink, 0);
  if (!read_name (connection, self->agreement->parent, today, notice_days, &self->under, error) ||
      !read_name (connection, self->agreement->renews, today, notice_days, &self->renews, error))
    {
      entry_free (self);
      return NULL;
    }

  return self;
}

/* By the day of signature; what is not signed comes last. */
static int
compare_entries (gconstpointer a, gconstpointer b)
{
  const SelAgreementLink *one = (*(SelRegisterEntry *const *) a)->agreement;
  const SelAgreementLink *other = (*(SelRegisterEntry *const *) b)->agreement;
  gboolean is_signed = g_date_valid (&one->signed_on);
  int order = 0;

  if (is_signed != g_date_valid (&other->signed_on))
    return is_signed ? -1 : 1;
  if (is_signed)
    order = g_date_compare (&one->signed_on, &other->signed_on);
  return order ? order : (one->id > other->id) - (one->id < other->id);
}

/**
 * sel_register_book_read:
 * @request: of the list of agreements: those that it finds are in the book
 *
 * Reads on whatever thread calls, within one view of the register.
 *
 * Returns: (transfer full) (element-type SelRegisterEntry): in the order of the book
 */
GPtrArray *
sel_register_book_read (SelConnection *connection,
                        const SelListRequest *request,
                        const GDate *today,
                        guint notice_days,
                        GCancellable *cancellable,
                        GError **error)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func (entry_free);
  g_autoptr (GArray) ids =
    sel_list_query_read_ids (&sel_agreements_list, request, connection, error);

  for (guint i = 0; ids && i < ids->len; i++)
    {
      SelRegisterEntry *entry = NULL;

      if (!g_cancellable_set_error_if_cancelled (cancellable, error))
        entry = read_entry (connection, g_array_index (ids, gint64, i), today, notice_days, error);
      if (entry == NULL)
        return NULL;
      g_ptr_array_add (entries, entry);
    }
  if (ids == NULL)
    return NULL;

  g_ptr_array_sort (entries, compare_entries);
  return g_steal_pointer (&entries);
}
