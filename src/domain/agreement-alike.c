/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/agreement-alike.h"

#include <string.h>

#include "domain/word-fold.h"

/* What every title of an agreement says, folded: these words tell none from another. */
static const char *const common_words[] = {
  "tentang",
  "antara",
  "dan",
  "dengan",
  "di",
  "ke",
  "dari",
  "yang",
  "untuk",
  "bagi",
  "dalam",
  "pada",
  "oleh",
  "serta",
  "atau",
  "rangka",
  "nota",
  "paham",
  "sepakat",
  "janji",
  "kerja",
  "sama",
  "kerjasama",
  "of",
  "the",
  "and",
  "for",
  "on",
  "in",
  "memorandum",
  "understanding",
  "agreement",
  "cooperation",
};

/* How many words a title needs before it can be alike another by its subject alone, and how much of them
 * the other one has to say; and how much where the parties are the same. */
#define LEAST_WORDS 3
#define MUCH 0.75
#define SOME 0.5

static gboolean
is_common (const char *word)
{
  for (guint i = 0; i < G_N_ELEMENTS (common_words); i++)
    if (g_str_equal (common_words[i], word))
      return TRUE;

  return FALSE;
}

SelAgreementOutline *
sel_agreement_outline_new (const char *title, const SelAgreementSpan *span)
{
  SelAgreementOutline *self = g_new0 (SelAgreementOutline, 1);
  g_autoptr (GString) folded = g_string_new (NULL);
  g_auto (GStrv) words = NULL;

  self->subject = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->partners = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->span = *span;

  sel_word_fold_text (title, folded);
  words = g_strsplit (folded->str, " ", -1);
  for (guint i = 0; words[i]; i++)
    if (strlen (words[i]) > 1 && !is_common (words[i]))
      g_hash_table_add (self->subject, g_strdup (words[i]));

  return self;
}

void
sel_agreement_outline_free (SelAgreementOutline *self)
{
  if (self == NULL)
    return;

  g_hash_table_unref (self->subject);
  g_array_unref (self->partners);
  g_free (self);
}

static guint
count_shared_words (const SelAgreementOutline *one, const SelAgreementOutline *other)
{
  GHashTableIter iter;
  gpointer word;
  guint n = 0;

  g_hash_table_iter_init (&iter, one->subject);
  while (g_hash_table_iter_next (&iter, &word, NULL))
    n += g_hash_table_contains (other->subject, word);

  return n;
}

static guint
count_shared_partners (const SelAgreementOutline *one, const SelAgreementOutline *other)
{
  guint n = 0;

  for (guint i = 0; i < one->partners->len; i++)
    for (guint k = 0; k < other->partners->len; k++)
      if (g_array_index (one->partners, gint64, i) == g_array_index (other->partners, gint64, k))
        {
          n++;
          break;
        }

  return n;
}

/* A day that is not known may be any. */
static gboolean
is_before (const GDate *one, const GDate *other)
{
  return g_date_valid (one) && g_date_valid (other) && g_date_compare (one, other) < 0;
}

/**
 * sel_agreement_outline_compare:
 * @typed: what is known of the new one so far
 * @known: one of the register
 *
 * 0 when they are not alike; else how much they are, more than 1 when they have the same parties. What is
 * not known yet speaks for neither. Where parties are known, all that were named have to be in @known.
 */
double
sel_agreement_outline_compare (const SelAgreementOutline *typed, const SelAgreementOutline *known)
{
  const guint n_words = g_hash_table_size (typed->subject);
  const guint n_shared = count_shared_words (typed, known);
  const gboolean has_partners = typed->partners->len && known->partners->len;
  const gboolean are_partners =
    has_partners && count_shared_partners (typed, known) == typed->partners->len;
  const guint n_all = n_words + g_hash_table_size (known->subject) - n_shared;

  if (n_shared == 0 || (has_partners && !are_partners) ||
      is_before (&typed->span.last_day, &known->span.first_day) ||
      is_before (&known->span.last_day, &typed->span.first_day))
    return 0;
  if (n_shared < n_words * (are_partners ? SOME : MUCH) || (!are_partners && n_words < LEAST_WORDS))
    return 0;

  return are_partners + (double) n_shared / n_all;
}
