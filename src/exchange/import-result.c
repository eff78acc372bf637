/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/import-result.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "domain/nik.h"
#include "store/likeness.h"

/* In characters, of a value in a note. */
#define MOST_VALUE 100

static const char *const labels[] = {
  [SEL_IMPORT_NEW] = NC_ ("import", "New"),
  [SEL_IMPORT_CHANGED] = NC_ ("import", "Changed"),
  [SEL_IMPORT_SAME] = NC_ ("import", "Same"),
  [SEL_IMPORT_DOUBTFUL] = NC_ ("import", "Doubtful"),
  [SEL_IMPORT_REFUSED] = NC_ ("import", "Refused"),
  [SEL_IMPORT_WARNING] = NC_ ("import", "Warning"),
};

static void
free_note (gpointer data)
{
  SelImportNote *note = data;

  g_free (note->id);
  g_free (note->value);
  g_free (note->reason);
  g_free (note);
}

static void
free_pair (gpointer pair)
{
  sel_import_pair_free (pair);
}

SelImportResult *
sel_import_result_new (const char *file)
{
  SelImportResult *self = g_new0 (SelImportResult, 1);

  self->file = g_strdup (file);
  self->header = sel_record_new (&sel_exchange_header_type);
  self->pairs = g_ptr_array_new_with_free_func (free_pair);
  for (guint i = 0; i < SEL_N_IMPORT_VERDICTS; i++)
    self->notes[i] = g_ptr_array_new_with_free_func (free_note);
  return self;
}

void
sel_import_result_free (SelImportResult *self)
{
  if (self == NULL)
    return;

  for (guint i = 0; i < SEL_N_IMPORT_VERDICTS; i++)
    g_ptr_array_unref (self->notes[i]);
  g_ptr_array_unref (self->pairs);
  sel_record_free (&sel_exchange_header_type, self->header);
  g_free (self->file);
  g_free (self->signature);
  g_free (self->signing_key);
  g_free (self->hash);
  g_free (self);
}

/* Counts one record, or one warning, of @type, which may be NULL. */
void
sel_import_result_count (SelImportResult *self, const SelRecordType *type, SelImportVerdict verdict)
{
  self->n[verdict]++;
  if (type && type != &sel_exchange_header_type)
    self->n_of[sel_record_type_index (type)][verdict]++;
}

/* A reason that begins with the label of its field loses it: the note names the field itself. */
static const char *
skip_label (const SelField *field, const char *reason)
{
  g_autofree char *label = field ? g_strconcat (sel_field_label (field), ": ", NULL) : NULL;

  return label && g_str_has_prefix (reason, label) ? reason + strlen (label) : reason;
}

/* What the file says in @field, as much of it as a report has room for. */
static char *
dup_value (const SelExchangeItem *item, const SelField *field)
{
  const char *text = item->value;
  g_autofree char *masked = NULL;
  g_autofree char *printable = NULL;

  if (text == NULL && field && item->texts)
    {
      text = item->texts[field - item->type->fields];
      if (text && field->sensitivity >= SEL_PERSONAL)
        text = masked = sel_text_dup_masked (text);
      else if (field->kind == SEL_FIELD_REFERENCE)
        text = masked = sel_nik_dup_hidden (text);
    }
  if (text == NULL)
    return NULL;

  printable = sel_text_dup_printable (text, FALSE);
  return g_utf8_strlen (printable, -1) > MOST_VALUE ? g_utf8_substring (printable, 0, MOST_VALUE)
                                                    : g_steal_pointer (&printable);
}

/**
 * sel_import_result_note:
 * @item: the record that it is about, or a refusal of it
 * @field: (nullable): the field that it is about
 * @reason: (nullable): as in SelImportNote
 *
 * Notes what is to be said of a record, while there are not too many notes.
 */
void
sel_import_result_note (SelImportResult *self,
                        SelImportVerdict verdict,
                        const SelExchangeItem *item,
                        const SelField *field,
                        const char *reason)
{
  SelImportNote *note;

  if (self->notes[verdict]->len >= SEL_IMPORT_MOST_NOTES)
    return;

  note = g_new0 (SelImportNote, 1);
  note->verdict = verdict;
  note->line = item->line;
  note->type = item->type;
  note->id = item->id ? sel_text_dup_printable (item->id, FALSE) : NULL;
  note->field = field;
  note->value = dup_value (item, field);
  note->reason = reason ? sel_text_dup_printable (skip_label (field, reason), FALSE) : NULL;
  g_ptr_array_add (self->notes[verdict], note);
}

/* A table has none: it counts as newer than whatever came in before it. */
gboolean
sel_import_result_has_number (const SelImportResult *self)
{
  return self->header->sequence != SEL_NO_INTEGER;
}

/* Whether carrying out the plan would change the register, be it only that the sender’s name for a
 * record is known from then on, because a person said that it is one with another. */
gboolean
sel_import_result_has_work (const SelImportResult *self)
{
  for (guint i = 0; i < self->pairs->len; i++)
    if (((const SelImportPair *) self->pairs->pdata[i])->decision == SEL_DECISION_SAME)
      return TRUE;

  return self->n[SEL_IMPORT_NEW] + self->n[SEL_IMPORT_CHANGED] + self->n[SEL_IMPORT_DOUBTFUL] > 0;
}

/* Whether a newer file of the same sender came in before this one. */
gboolean
sel_import_result_is_old (const SelImportResult *self)
{
  return sel_import_result_has_number (self) && self->newest_sequence > self->header->sequence;
}

/* That there are more possible duplicates than a plan has, or than were looked for: a sentence, to be
 * freed with g_free(); NULL when there are not. */
char *
sel_import_result_dup_more_pairs (const SelImportResult *self)
{
  g_autofree char *most = NULL;

  if (self->is_search_cut)
    {
      most = sel_number_dup_display (SEL_LIKENESS_MOST_PAIRS);
      /* Translators: %s is a number */
      return g_strdup_printf (_ ("The search for possible duplicates ended at %s pairs; there may be "
                                 "more."),
                              most);
    }
  if (!self->is_dry_run || self->pairs->len < SEL_IMPORT_MOST_NOTES)
    return NULL;

  most = sel_number_dup_display (SEL_IMPORT_MOST_NOTES);
  /* Translators: %s is a number */
  return g_strdup_printf (_ ("Only the first %s pairs can be decided before the import. After it, the "
                             "others wait among the possible duplicates of the register."),
                          most);
}

/* "New", "Changed", …, translated. */
const char *
sel_import_verdict_label (SelImportVerdict verdict)
{
  g_return_val_if_fail (verdict < SEL_N_IMPORT_VERDICTS, NULL);

  return g_dpgettext2 (GETTEXT_PACKAGE, "import", labels[verdict]);
}

/* "peserta.xml, line 318: Participant “O-12”, Kind “x”: It must be one of these: …" Free with
 * g_free(). */
char *
sel_import_note_dup_sentence (const SelImportNote *note, const char *file)
{
  GString *sentence = g_string_new (NULL);
  g_autofree char *id = sel_nik_dup_hidden (note->id);

  /* Translators: a file's name and a line in it */
  g_string_append_printf (sentence, _ ("%s, line %u"), file, note->line);
  g_string_append_printf (sentence, ": %s",
                          note->type ? _ (note->type->label) : _ ("Unknown record"));
  if (id)
    g_string_append_printf (sentence, " “%s”", id);
  if (note->field)
    g_string_append_printf (sentence, ", %s", sel_field_label (note->field));
  if (note->value)
    g_string_append_printf (sentence, " “%s”", note->value);
  g_string_append_printf (sentence, ": %s",
                          note->reason ? note->reason : sel_import_verdict_label (note->verdict));

  return g_string_free (sentence, FALSE);
}
