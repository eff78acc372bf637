/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The parts that are chosen are written in the same act as the agreement. */
#include <string.h>

#include <glib/gi18n-lib.h>

#include "domain/agreement.h"
#include "domain/document.h"
#include "domain/found-records.h"
#include "domain/partner.h"
#include "store/content.h"
#include "store/record.h"
#include "store/related.h"
#include "ui/agreements/from-pdf-private.h"

/* A part as a thread sees it. */
typedef struct
{
  const SelRecordType *type;
  gpointer record;  /* NULL for the document */
  gpointer partner; /* (nullable): that is new */
  guint number;
} Chosen;

static void
clear_chosen (gpointer data)
{
  Chosen *chosen = data;

  sel_record_free (chosen->type, chosen->record);
  sel_record_free (&sel_partner_type, chosen->partner);
}

typedef struct
{
  SelPdfRead *read;
  gint64 agreement;
  GDate today;
  GArray *chosen;  /* of Chosen, parties first */
  gint64 *parties; /* ids, one for each that was found; 0 for one that is not added */
} Writing;

static void
writing_free (gpointer data)
{
  Writing *self = data;

  g_array_unref (self->chosen);
  g_free (self->parties);
  sel_pdf_read_unref (self->read);
  g_free (self);
}

/* What is typed is never too long; what stands on a page may be. */
static gboolean
fits (const SelRecordType *type, gconstpointer record, GError **error)
{
  for (guint i = 0; i < type->n_fields; i++)
    {
      const SelField *field = &type->fields[i];
      const char *text =
        field->kind == SEL_FIELD_TEXT ? *SEL_MEMBER_CONST (char *, record, field) : NULL;

      if (text && strlen (text) > sel_field_most_bytes (field))
        {
          g_set_error (error, SEL_STORE_ERROR, SEL_STORE_ERROR_FAILED,
                       /* Translators: a kind of record, such as "Obligation", and one of its
                        * fields */
                       _ ("%s: “%s” is too long on the page. Shorten it, or leave it unchecked."),
                       _ (type->label), sel_field_label (field));
          return FALSE;
        }
    }

  return TRUE;
}

static gboolean
insert (Writing *self, SelAct *act, const SelRecordType *type, gpointer record, GError **error)
{
  if (!fits (type, record, error))
    return FALSE;
  if (sel_related_admit (sel_act_get_connection (act), type, record, &self->today, error))
    return sel_act_insert (act, type, record, error);

  g_prefix_error (error, "%s: ", _ (type->label));
  return FALSE;
}

/* A new partner first: the party names it. */
static gboolean
write_party (Writing *self, SelAct *act, const Chosen *chosen, GError **error)
{
  SelParty *party = chosen->record;

  party->agreement = self->agreement;
  if (chosen->partner)
    {
      if (!insert (self, act, &sel_partner_type, chosen->partner, error))
        return FALSE;
      party->partner = ((SelRecord *) chosen->partner)->id;
    }
  if (!insert (self, act, &sel_party_type, party, error))
    return FALSE;

  self->parties[chosen->number] = party->record.id;
  return TRUE;
}

static gboolean
write_scope_item (Writing *self, SelAct *act, const Chosen *chosen, GError **error)
{
  ((SelScopeItem *) chosen->record)->agreement = self->agreement;
  return insert (self, act, &sel_scope_item_type, chosen->record, error);
}

static gboolean
write_obligation (Writing *self, SelAct *act, const Chosen *chosen, GError **error)
{
  SelObligation *obligation = chosen->record;

  obligation->agreement = self->agreement;
  if (obligation->party < 0)
    obligation->party = self->parties[-1 - obligation->party];
  return insert (self, act, &sel_obligation_type, obligation, error);
}

static gboolean
write_document (Writing *self, SelAct *act, GError **error)
{
  const SelPdfRead *read = self->read;
  SelAgreement *agreement = sel_record_load (sel_act_get_connection (act), &sel_agreement_type,
                                             self->agreement, error);
  const gboolean is_signed = agreement && agreement->stage >= SEL_AGREEMENT_STAGE_SIGNED;
  SelDocument *document;
  gboolean is_done;

  if (agreement == NULL)
    return FALSE;

  sel_record_free (&sel_agreement_type, agreement);
  document = sel_record_new (&sel_document_type);
  document->agreement = self->agreement;
  document->kind = is_signed ? SEL_DOCUMENT_SIGNED : SEL_DOCUMENT_DRAFT;
  document->title = g_strdup (read->name);
  document->file = g_strdup (read->name);
  document->sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, read->bytes);
  if (read->text->n_pages)
    document->pages = read->text->n_pages;
  is_done = sel_content_put (act, document->sha256, read->bytes, error) &&
            insert (self, act, &sel_document_type, document, error);
  sel_record_free (&sel_document_type, document);
  return is_done;
}

static gboolean
write_part (Writing *self, SelAct *act, const Chosen *chosen, GError **error)
{
  if (chosen->type == &sel_party_type)
    return write_party (self, act, chosen, error);
  if (chosen->type == &sel_scope_item_type)
    return write_scope_item (self, act, chosen, error);
  if (chosen->type == &sel_obligation_type)
    return write_obligation (self, act, chosen, error);
  return write_document (self, act, error);
}

/* What is to be added, and is not ready for that, is no business of the database. */
static gpointer
take (gpointer asker, GError **error)
{
  SelPdfDraft *self = SEL_PDF_DRAFT (asker);
  Writing *writing = g_new0 (Writing, 1);

  writing->read = g_atomic_rc_box_acquire (self->read);
  writing->today = *sel_office_get_today (self->office);
  writing->chosen = g_array_new (FALSE, TRUE, sizeof (Chosen));
  g_array_set_clear_func (writing->chosen, clear_chosen);
  writing->parties = g_new0 (gint64, self->read->text->found->parties->len);
  for (guint i = 0; i < self->parts->len; i++)
    {
      const SelDraftPart *part = g_ptr_array_index (self->parts, i);
      g_autofree char *problem = NULL;
      Chosen chosen = { part->type, NULL, NULL, part->number };

      if (!sel_draft_part_is_chosen (part))
        continue;
      if ((problem = sel_draft_part_dup_problem (part)))
        {
          g_autofree char *title = sel_draft_part_dup_title (part);

          g_set_error (error, SEL_STORE_ERROR, SEL_STORE_ERROR_FAILED, "%s: %s", title, problem);
          sel_record_form_lead_to (part->check);
          writing_free (writing);
          return NULL;
        }
      chosen.record = part->record ? sel_record_copy (part->type, part->record) : NULL;
      chosen.partner = part->partner ? sel_record_copy (&sel_partner_type, part->partner) : NULL;
      g_array_append_val (writing->chosen, chosen);
    }
  return writing;
}

static gboolean
write_parts (SelAct *act, gint64 agreement, gpointer taken, GError **error)
{
  Writing *self = taken;

  self->agreement = agreement;
  for (guint i = 0; i < self->chosen->len; i++)
    if (!write_part (self, act, &g_array_index (self->chosen, Chosen, i), error))
      return FALSE;
  return TRUE;
}

const SelFormWith sel_pdf_draft_parts = { take, write_parts, writing_free, sel_pdf_draft_dup_said };
