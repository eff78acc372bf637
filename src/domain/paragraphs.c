/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/found-private.h"

#include <string.h>

/* How far to the right of its number a paragraph may begin, in points, and still be under it. */
#define UNDER 3.0f

static char
read_kind (const SelReading *reading, SelSpan label)
{
  const char first = reading->text[label.start];
  const char last = reading->text[label.end - 1];
  const char inner = first == '(' ? reading->text[label.start + 1] : first;

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
find_label (const SelReading *reading, SelSpan line, SelSpan *label)
{
  SelMatch match;

  if (!sel_reading_find (reading,
                         "\\A(\\([0-9]{1,2}\\)(?=\\s*\\S)|\\([a-zI]{1,2}\\)(?=\\s*\\S)|"
                         "[0-9]{1,2}[.)](?=\\s)|[a-z]{1,2}[.)](?=\\s)|[-–•](?=\\s))",
                         line, &match))
    return FALSE;
  *label = match.groups[0];
  return TRUE;
}

static gboolean
ends_sentence (const SelReading *reading, SelSpan text)
{
  return sel_reading_has (reading, "(?:[.;:]|[;,]\\s*(?:dan|dan/atau|atau|serta))\\s*\\Z", text);
}

/**
 * sel_paragraphs_find:
 *
 * Returns: (transfer full) (element-type SelParagraph): the paragraphs of a part of the text
 */
GArray *
sel_paragraphs_find (const SelReading *reading, SelSpan span)
{
  GArray *paragraphs = g_array_new (FALSE, TRUE, sizeof (SelParagraph));
  float left = 0;

  if (sel_span_is_empty (span))
    return paragraphs;

  for (guint i = sel_reading_find_line (reading, span.start); i < reading->lines->len; i++)
    {
      SelSpan line = sel_reading_line_span (reading, i);
      const float x = g_array_index (reading->lines, SelReadingLine, i).place.x;
      SelParagraph *last = paragraphs->len
                             ? &g_array_index (paragraphs, SelParagraph, paragraphs->len - 1)
                             : NULL;
      SelParagraph begun = { { 0, 0 }, { 0, 0 }, 0 };

      line = (SelSpan){ MAX (line.start, span.start), MIN (line.end, span.end) };
      if (line.start >= span.end)
        break;
      if (sel_span_is_empty (line))
        continue;

      if (find_label (reading, line, &begun.label))
        begun.kind = read_kind (reading, begun.label);
      else if (last && (x > left + UNDER || !ends_sentence (reading, last->text)))
        {
          last->text.end = line.end;
          continue;
        }
      begun.text = sel_reading_trim (
        reading, (SelSpan){ begun.kind ? begun.label.end : line.start, line.end }, "");
      g_array_append_val (paragraphs, begun);
      left = x;
    }
  return paragraphs;
}
