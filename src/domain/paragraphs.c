/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/found-private.h"

#include <string.h>

/* How far to the right of its number a paragraph may begin, in points, and still be under it. */
#define UNDER 3.0f

static char
read_kind (const SelPaper *paper, SelSpan label)
{
  const char first = paper->text[label.start];
  const char last = paper->text[label.end - 1];
  const char inner = first == '(' ? paper->text[label.start + 1] : first;

  if (label.end - label.start == 1 || (guchar) first >= 0x80)
    return '-';
  if (first == '(')
    return g_ascii_isdigit (inner) || strchr ("lI", inner) ? '(' : '[';
  if (g_ascii_isdigit (inner))
    return last == ')' ? ')' : '1';
  if (g_ascii_isupper (inner))
    return 'A';
  return last == ')' ? ']' : 'a';
}

static gboolean
find_label (const SelPaper *paper, SelSpan line, SelSpan *label)
{
  SelMatch match;

  if (!sel_paper_find (paper,
                       "\\A(\\([0-9]{1,2}\\)(?=\\s*\\S)|\\([a-zI]{1,2}\\)(?=\\s*\\S)|"
                       "[0-9]{1,2}[.)](?=\\s)|[a-z]{1,2}[.)](?=\\s)|[-–•](?=\\s))",
                       line, &match))
    return FALSE;
  *label = match.groups[0];
  return TRUE;
}

static gboolean
ends_sentence (const SelPaper *paper, SelSpan text)
{
  return sel_paper_has (paper, "(?:[.;:]|[;,]\\s*(?:dan|dan/atau|atau|serta))\\s*\\Z", text);
}

/**
 * sel_paragraphs_find:
 *
 * Returns: (transfer full) (element-type SelParagraph): the paragraphs of a part of the text
 */
GArray *
sel_paragraphs_find (const SelPaper *paper, SelSpan span)
{
  GArray *paragraphs = g_array_new (FALSE, TRUE, sizeof (SelParagraph));
  float left = 0;

  if (sel_span_is_empty (span))
    return paragraphs;

  for (guint i = sel_paper_find_line (paper, span.start); i < paper->lines->len; i++)
    {
      SelSpan line = sel_paper_line_span (paper, i);
      const float x = g_array_index (paper->lines, SelPaperLine, i).place.x;
      SelParagraph *last = paragraphs->len
                             ? &g_array_index (paragraphs, SelParagraph, paragraphs->len - 1)
                             : NULL;
      SelParagraph begun = { { 0, 0 }, { 0, 0 }, 0 };

      line = (SelSpan){ MAX (line.start, span.start), MIN (line.end, span.end) };
      if (line.start >= span.end)
        break;
      if (sel_span_is_empty (line))
        continue;

      if (find_label (paper, line, &begun.label))
        begun.kind = read_kind (paper, begun.label);
      else if (last && (x > left + UNDER || !ends_sentence (paper, last->text)))
        {
          last->text.end = line.end;
          continue;
        }
      begun.text = sel_paper_trim (
        paper, (SelSpan){ begun.kind ? begun.label.end : line.start, line.end }, "");
      g_array_append_val (paragraphs, begun);
      left = x;
    }
  return paragraphs;
}
