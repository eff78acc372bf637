/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tens of thousands of rows are looked through for each letter, and folding all their words would
 * take long. So a word is folded only where what is left of the typed one stands in it: taking affixes
 * off leaves a part of the word, but for the first letter, which a nasal may have eaten (tempat in
 * penempatan). */
#include "domain/sought.h"

#include <string.h>

#include "domain/word-fold.h"
#include "domain/word-query.h"

/* A beginning of a folded word, or of two. */
typedef struct
{
  char *begun;      /* with a space before it */
  const char *kept; /* in it: what affixes leave of it, whatever they eat */
  gboolean is_pair;
} Form;

typedef struct
{
  char *fragment; /* as it was typed, plain */
  GArray *forms;  /* of Form; none of what is no word, such as a number */
} Wanted;

struct _SelSought
{
  GPtrArray *wanted; /* of Wanted, all of which must be there */
  GString *plain;    /* what was looked through last, kept for its memory … */
  GString *folded;   /* … and so is this */
};

static void
clear_form (gpointer data)
{
  g_free (((Form *) data)->begun);
}

static void
wanted_free (gpointer data)
{
  Wanted *self = data;

  g_free (self->fragment);
  g_array_unref (self->forms);
  g_free (self);
}

/* Appends @text in small letters without marks. */
static void
append_plain (GString *plain, const char *text)
{
  const gsize start = plain->len;
  g_autofree char *parted = NULL;
  guchar *letters, all = 0;
  gsize length;

  g_string_append (plain, text);
  letters = (guchar *) plain->str + start;
  length = plain->len - start;
  for (gsize i = 0; i < length; i++)
    {
      const guchar letter = letters[i];

      all |= letter;
      letters[i] = (guchar) (letter + (letter >= 'A' && letter <= 'Z' ? 'a' - 'A' : 0));
    }
  if (all < 0x80) /* nearly all are */
    return;

  parted = g_utf8_normalize (text, -1, G_NORMALIZE_ALL);
  g_string_truncate (plain, start);
  for (const char *at = parted; at && *at; at = g_utf8_next_char (at))
    if (!g_unichar_ismark (g_utf8_get_char (at)))
      g_string_append_unichar (plain, g_unichar_tolower (g_utf8_get_char (at)));
}

/* Less than this is the beginning of too many words (la- of pelatihan, while it is being typed). */
#define LEAST_BEGUN 3

/* Letters that a nasal eats. */
static gboolean
can_be_eaten (char letter)
{
  return strchr ("kpst", letter) != NULL;
}

static void
add_forms (Wanted *self, SelWordTerm *term)
{
  for (guint i = 0; i < term->len; i++)
    {
      const char *begun = g_ptr_array_index (term, i);
      Form form = { NULL, NULL, FALSE };

      if (strlen (begun) < LEAST_BEGUN)
        continue;
      form.begun = g_strconcat (" ", begun, NULL);
      form.kept = form.begun + (can_be_eaten (form.begun[1]) ? 2 : 1);
      form.is_pair = strchr (form.kept, ' ') != NULL;
      g_array_append_val (self->forms, form);
    }
}

/* Whether @word may be written in other forms: numbers of documents are looked for as they are. */
static gboolean
has_forms (const char *word)
{
  return word[strcspn (word, "0123456789/")] == '\0';
}

static Wanted *
wanted_new (const char *word, GPtrArray *query)
{
  Wanted *self = g_new0 (Wanted, 1);
  g_autoptr (GString) plain = g_string_new (NULL);

  append_plain (plain, word);
  self->fragment = g_strdup (plain->str);
  self->forms = g_array_new (FALSE, FALSE, sizeof (Form));
  g_array_set_clear_func (self->forms, clear_form);
  if (query->len == 1 && has_forms (word))
    add_forms (self, g_ptr_array_index (query, 0));

  return self;
}

/* Where @first and @second are a pair that may be written as one word, which they are meant to be:
 * what is wanted then. */
static Wanted *
join_pair (const char *first, const char *second)
{
  g_autofree char *both = g_strdup_printf ("%s %s", first, second);
  g_autofree char *ended = g_strconcat (both, " ", NULL);
  g_autoptr (GPtrArray) query = sel_word_query_new (ended);
  g_autoptr (GPtrArray) of_second = sel_word_query_new (second);
  SelWordTerm *term = query->len == 1 && of_second->len == 1 ? g_ptr_array_index (query, 0) : NULL;

  if (term && term->len == 1 && strchr (g_ptr_array_index (term, 0), ' '))
    return wanted_new (both, query);
  return NULL;
}

SelSought *
sel_sought_new (const char *typed)
{
  SelSought *self = g_new0 (SelSought, 1);
  g_autofree char *valid = g_utf8_make_valid (typed, -1);
  g_auto (GStrv) words = g_strsplit_set (valid, " \t\n\r\v\f", -1);
  g_autoptr (GPtrArray) said = g_ptr_array_new ();

  self->wanted = g_ptr_array_new_with_free_func (wanted_free);
  self->plain = g_string_new (NULL);
  self->folded = g_string_new (NULL);
  for (guint i = 0; words[i]; i++)
    if (*words[i])
      g_ptr_array_add (said, words[i]);

  for (guint i = 0; i < said->len; i++)
    {
      const char *word = g_ptr_array_index (said, i);
      Wanted *pair = i + 1 < said->len ? join_pair (word, g_ptr_array_index (said, i + 1)) : NULL;
      g_autoptr (GPtrArray) query = pair ? NULL : sel_word_query_new (word);

      g_ptr_array_add (self->wanted, pair ? pair : wanted_new (word, query));
      i += pair ? 1 : 0;
    }

  return self;
}

void
sel_sought_free (SelSought *self)
{
  g_ptr_array_unref (self->wanted);
  g_string_free (self->plain, TRUE);
  g_string_free (self->folded, TRUE);
  g_free (self);
}

static gboolean
is_in_word (const char *at)
{
  return (guchar) *at < 0x80 ? g_ascii_isalnum (*at) : g_unichar_isalnum (g_utf8_get_char (at));
}

/* Where the word begins in which @at is. */
static const char *
find_word (const char *text, const char *at)
{
  const char *before;

  while (at > text && is_in_word (before = g_utf8_prev_char (at)))
    at = before;

  return at;
}

/* Appends the next word of the same text from @at on, folded, with a space before; @at is moved
 * behind it. */
static void
append_folded (GString *folded, const char **at)
{
  g_autoptr (GString) word = NULL;
  const char *start = *at;
  const char *from, *end;

  if (!sel_word_next (at, &from, &end) || memchr (start, '\t', (gsize) (from - start)))
    return;

  word = g_string_new (NULL);
  sel_word_fold (from, end, word);
  g_string_append_c (folded, ' ');
  g_string_append_len (folded, word->str, (gssize) word->len);
}

/* Whether what is kept of @form at @at is all of it, or stands behind the nasal of a prefix. */
static gboolean
can_be_form (const Form *form, const char *text, const char *at)
{
  if (form->kept == form->begun + 1)
    return TRUE;
  return at > text && (at[-1] == form->begun[1] || strchr ("gmny", at[-1]));
}

/* The next place in @text that has what is kept of @form, up to the second of two words. */
static const char *
find_kept (const Form *form, const char *text, const char *from, const char *end)
{
  const gsize length = strcspn (form->kept, " ");

  for (const char *at = from; (at = memmem (at, (gsize) (end - at), form->kept, length)); at++)
    if (can_be_form (form, text, at))
      return at;

  return NULL;
}

static gboolean
is_form_in (SelSought *self, const Form *form)
{
  const char *text = self->plain->str;
  const char *at = text;

  while ((at = find_kept (form, text, at, text + self->plain->len)))
    {
      const char *behind = find_word (text, at);

      g_string_truncate (self->folded, 0);
      append_folded (self->folded, &behind);
      at = behind;
      if (form->is_pair)
        append_folded (self->folded, &behind);
      if (strstr (self->folded->str, form->begun))
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_wanted_in (SelSought *self, const Wanted *wanted)
{
  if (strstr (self->plain->str, wanted->fragment))
    return TRUE;

  for (guint i = 0; i < wanted->forms->len; i++)
    if (is_form_in (self, &g_array_index (wanted->forms, Form, i)))
      return TRUE;

  return FALSE;
}

/**
 * sel_sought_is_in:
 * @self: by one thread at a time
 * @texts: (array length=n_texts): all that a row is found by, in valid UTF-8; some may be %NULL
 *
 * Returns: whether each word stands in one of @texts; where nothing was typed that is always so
 */
gboolean
sel_sought_is_in (SelSought *self, const char *const *texts, guint n_texts)
{
  g_string_truncate (self->plain, 0);
  for (guint i = 0; i < n_texts; i++)
    if (texts[i])
      {
        append_plain (self->plain, texts[i]);
        g_string_append_c (self->plain, '\t');
      }

  for (guint i = 0; i < self->wanted->len; i++)
    if (!is_wanted_in (self, g_ptr_array_index (self->wanted, i)))
      return FALSE;

  return TRUE;
}
