/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/paper-pattern.h"

#include <string.h>

static const char *
expand_letter (char letter)
{
  switch (letter)
    {
    case 'i':
    case 'l':
    case 'I':
    case 'L':
      return "[il1|!]";
    case 'o':
    case 'O':
      return "[o0]";
    case 's':
    case 'S':
      return "[s5]";
    case ' ':
      return "\\s+";
    default:
      return NULL;
    }
}

/**
 * sel_paper_fold_letter:
 *
 * Returns: one letter for all that a scanner takes for each other
 */
char
sel_paper_fold_letter (char letter)
{
  switch (letter)
    {
    case 'I':
    case 'l':
    case 'L':
    case '1':
    case '|':
    case '!':
      return 'i';
    case '0':
      return 'o';
    case '5':
      return 's';
    default:
      return g_ascii_tolower (letter);
    }
}

static char *
expand (const char *pattern)
{
  g_autoptr (GString) expanded = g_string_new (NULL);
  gboolean in_class = FALSE;

  for (const char *at = pattern; *at; at++)
    {
      const char *letter = in_class ? NULL : expand_letter (*at);

      if (*at == '\\')
        {
          g_string_append_len (expanded, at, 2);
          at++;
          continue;
        }
      if (!in_class && at[0] == ' ' && at[1] == '?')
        {
          g_string_append (expanded, "\\s*");
          at++;
          continue;
        }
      if (*at == '[')
        in_class = TRUE;
      else if (*at == ']')
        in_class = FALSE;

      if (letter)
        g_string_append (expanded, letter);
      else
        g_string_append_c (expanded, *at);
    }
  return g_strdup (expanded->str);
}

/* Patterns are compiled once: they are literals of this program. */
static GRegex *
get_regex (const char *pattern)
{
  static GMutex mutex;
  static GHashTable *compiled;
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&mutex);
  GRegex *regex;

  if (!compiled)
    compiled = g_hash_table_new (g_str_hash, g_str_equal);

  regex = g_hash_table_lookup (compiled, pattern);
  if (!regex)
    {
      g_autofree char *expanded = expand (pattern);
      g_autoptr (GError) error = NULL;

      regex = g_regex_new (expanded, G_REGEX_CASELESS | G_REGEX_MULTILINE | G_REGEX_OPTIMIZE, 0,
                           &error);
      g_assert_no_error (error);
      g_hash_table_insert (compiled, g_strdup (pattern), regex);
    }
  return regex;
}

gboolean
sel_span_is_empty (SelSpan span)
{
  return span.start >= span.end;
}

/**
 * sel_paper_find:
 * @within: the part of the text to look at, as if there were no other
 * @match: (out): where it is
 *
 * Finds the first place that fits @pattern.
 */
gboolean
sel_paper_find (const SelPaper *self, const char *pattern, SelSpan within, SelMatch *match)
{
  g_autoptr (GMatchInfo) info = NULL;

  memset (match, 0, sizeof *match);
  within = sel_paper_snap (self, within);
  if (within.start >= within.end)
    return FALSE;
  if (!g_regex_match_full (get_regex (pattern), self->text + within.start,
                           (gssize) (within.end - within.start), 0, 0, &info, NULL))
    return FALSE;

  for (int i = 0; i <= SEL_MATCH_GROUPS; i++)
    {
      SelSpan *span = i == 0 ? &match->whole : &match->groups[i - 1];
      int start, stop;

      if (g_match_info_fetch_pos (info, i, &start, &stop) && start >= 0)
        *span = (SelSpan){ within.start + (gsize) start, within.start + (gsize) stop };
    }
  return TRUE;
}

gboolean
sel_paper_has (const SelPaper *self, const char *pattern, SelSpan within)
{
  SelMatch match;

  return sel_paper_find (self, pattern, within, &match);
}

static gboolean
is_cut (const char *letter, const char *also)
{
  const gunichar c = g_utf8_get_char (letter);

  return g_unichar_isspace (c) || (c != 0 && g_utf8_strchr (also, -1, c));
}

/**
 * sel_paper_trim:
 * @also: the letters that are cut from both ends besides blanks
 */
SelSpan
sel_paper_trim (const SelPaper *self, SelSpan span, const char *also)
{
  const char *text = self->text;

  span = sel_paper_snap (self, span);
  while (span.start < span.end && is_cut (text + span.start, also))
    span.start = (gsize) (g_utf8_next_char (text + span.start) - text);
  while (span.start < span.end && is_cut (g_utf8_prev_char (text + span.end), also))
    span.end = (gsize) (g_utf8_prev_char (text + span.end) - text);
  return span;
}

SelSpan
sel_paper_line_span (const SelPaper *self, guint line)
{
  const SelPaperLine *one = &g_array_index (self->lines, SelPaperLine, line);

  return (SelSpan){ one->start, one->end };
}
