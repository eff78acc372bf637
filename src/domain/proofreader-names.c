/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/proofreader.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "domain/paper-pattern.h"

/* Shorter names are too much like others. */
#define MIN_LETTERS 12

/* One letter in so many may be another, and still it is meant to be the same name. */
#define LETTERS_A_SLIP 10
#define MAX_SLIPS 3
#define MAX_NAME 160

static GArray *
find_words (const SelPaper *paper)
{
  GArray *words = g_array_new (FALSE, FALSE, sizeof (SelSpan));

  for (gsize i = 0; i < paper->length;)
    {
      SelSpan word = { i, i };

      while (word.end < paper->length && !g_ascii_isspace (paper->text[word.end]))
        word.end++;
      i = word.end + 1;
      word = sel_paper_trim (paper, word, ".,;:()\"");
      if (!sel_span_is_empty (word))
        g_array_append_val (words, word);
    }
  return words;
}

/* What two writings must have in common: letters, whatever their case and what a scanner took them
 * for. */
static void
fold (const char *text, gsize length, GString *folded)
{
  g_string_truncate (folded, 0);
  for (gsize i = 0; i < length; i++)
    if (g_ascii_isalnum (text[i]) || (guchar) text[i] >= 0x80)
      g_string_append_c (folded, sel_paper_fold_letter (text[i]));
}

static guint
count_slips (const GString *a, const GString *b)
{
  guint rows[2][MAX_NAME + 1];

  for (gsize j = 0; j <= b->len; j++)
    rows[0][j] = (guint) j;
  for (gsize i = 1; i <= a->len; i++)
    {
      guint *now = rows[i % 2];
      const guint *before = rows[(i - 1) % 2];

      now[0] = (guint) i;
      for (gsize j = 1; j <= b->len; j++)
        now[j] = MIN (MIN (before[j], now[j - 1]) + 1,
                      before[j - 1] + (a->str[i - 1] != b->str[j - 1]));
    }
  return rows[a->len % 2][b->len];
}

static guint
count_words (const char *name)
{
  guint n = 1;

  for (const char *at = name; *at; at++)
    n += *at == ' ';
  return n;
}

/* A degree may be left out where a person signs. */
static char *
dup_core (const char *name)
{
  const char *comma = strchr (name, ',');

  return comma ? g_strndup (name, (gsize) (comma - name)) : g_strdup (name);
}

static gboolean
is_near (const GString *name, const GString *other)
{
  const guint most = MIN (MAX_SLIPS, (guint) name->len / LETTERS_A_SLIP);
  const gsize longer = MAX (name->len, other->len), shorter = MIN (name->len, other->len);
  guint slips;

  if (other->len == 0 || other->len > MAX_NAME || longer - shorter > most ||
      name->str[0] != other->str[0])
    return FALSE;
  slips = count_slips (name, other);
  return slips > 0 && slips <= most;
}

/* A slip changes a letter of the first word; "Direktur" is another word than "Direktorat". */
static gboolean
begins_alike (const SelPaper *paper, SelSpan word, const char *name)
{
  g_autoptr (GString) first = g_string_new (NULL);
  g_autoptr (GString) other = g_string_new (NULL);

  fold (name, strcspn (name, " "), first);
  fold (paper->text + word.start, word.end - word.start, other);
  return first->len <= MAX_NAME && other->len <= MAX_NAME && count_slips (first, other) <= 1;
}

/* Whether the words from @first on are, but for a slip, those of @name. */
static void
check_words (const SelPaper *paper,
             GArray *words,
             guint first,
             guint n_words,
             const GString *name,
             const char *written,
             GPtrArray *remarks)
{
  const SelSpan span = { g_array_index (words, SelSpan, first).start,
                         g_array_index (words, SelSpan, first + n_words - 1).end };
  g_autoptr (GString) folded = g_string_new (NULL);

  fold (paper->text + span.start, span.end - span.start, folded);
  if (!is_near (name, folded) ||
      !begins_alike (paper, g_array_index (words, SelSpan, first), written))
    return;
  sel_proofreader_add (
    remarks, SEL_REMARK_NAME, span,
    /* Translators: %s is a name as another part of the document has it. */
    g_strdup_printf (_ ("This may be meant to be “%s”, as it is written where the parties are "
                        "named."),
                     written));
}

static void
check_name (const SelPaper *paper,
            GArray *words,
            const SelFoundText *name,
            GHashTable *done,
            GPtrArray *remarks)
{
  g_autoptr (GString) folded = g_string_new (NULL);
  g_autofree char *core = name->text ? dup_core (name->text) : NULL;
  guint n_words;

  if (!core)
    return;
  fold (core, strlen (core), folded);
  if (folded->len < MIN_LETTERS || folded->len > MAX_NAME ||
      !g_hash_table_add (done, g_strdup (folded->str)))
    return;

  n_words = count_words (core);
  for (guint i = 0; i + n_words <= words->len; i++)
    check_words (paper, words, i, n_words, folded, core, remarks);
}

/* Names that differ by a letter or two from those with which the parties are introduced. */
void
sel_proofreader_check_names (const SelPaper *paper,
                             const SelFoundAgreement *found,
                             GPtrArray *remarks)
{
  g_autoptr (GArray) words = find_words (paper);
  g_autoptr (GHashTable) done = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < found->parties->len; i++)
    {
      const SelFoundParty *party = g_ptr_array_index (found->parties, i);

      check_name (paper, words, &party->institution, done, remarks);
      check_name (paper, words, &party->signatory, done, remarks);
    }
}
