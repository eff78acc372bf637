/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The komparisi, which introduces each party up to its label: the official, the office, on what
 * authority, for whom. It comes as
 *
 *   1. NAME : OFFICE, berdasarkan BASIS, bertindak untuk dan atas nama INSTITUTION, … PIHAK KESATU
 *   Nama : NAME / Jabatan : OFFICE / dalam hal ini bertindak …
 *   NAME, selaku OFFICE, …
 *   INSTITUTION, dalam hal ini diwakili oleh NAME selaku OFFICE, … */
#include "domain/found-private.h"

#include <string.h>

#define ORDINALS \
  "kesatu|pertama|kedua|ketiga|keempat|kelima|keenam|ketujuh|kedelapan|[IVX]{1,4}\\b|[0-9]\\b"
#define LABEL \
  "(?:disebut|sebagai|\\()(?: juga| sebagai| dengan)*[\\s\"“”'«]*(pihak (?:" ORDINALS "))"

/* A label of the party's own: "selanjutnya disebut BNN". */
#define OWN_LABEL "disebut(?: juga| sebagai| dengan)*\\s*[\"“]([^\"”]{2,40})[\"”]"

/* What ends an office, or a name that has no comma after it. */
#define CLAUSES                                                                            \
  "(?:(?:yang )?(?:berkedudukan|beralamat|diangkat|bertempat|berkantor|dalam hal ini|"     \
  "dalam jabatan(?:nya)? tersebut|dalam kedudukan(?:nya)?|bertindak|mewakili|oleh karena|" \
  "berdasarkan|sesuai dengan|sah mewakili|(?:untuk )?selanjutnya)|alamat\\s*:|nip\\b|"     \
  "untuk dan atas nama|oleh dan karena)"
#define BEFORE_OFFICE                                                                         \
  "(?:selaku|sebagai|jabatan|menjabat sebagai|yang menjabat sebagai|dalam jabatannya selaku|" \
  "dalam jabatannya sebagai|dalam kedudukannya selaku|dalam kedudukannya sebagai|"            \
  "bertindak selaku|yang menjabat)"

#define MAX_NAME 90

/* How far behind the date the first party may be introduced. */
#define INTRODUCTION 260

static gboolean
is_degree_end (char c)
{
  return g_ascii_isspace (c) || c == ',' || c == ':' || c == ';' || c == '\0' || c == ')';
}

/* How many bytes of what stands at @text are a degree, such as "M.Si." or "SH". */
static gsize
read_degree (const char *text, gsize length)
{
  static const char *const bare[] = { "SH", "SE", "MM", "MH", "MSi", "ST", "MT", "MA", "SKM", "SP",
                                      "MAP", "MPd", "SPd", "MKes", "SSos", "SIP", "PhD", "Ak", "CA",
                                      "SIK", "MPH", "MBA", NULL };
  g_autofree char *word = NULL;
  gsize n = 0;

  while (n < length && !is_degree_end (text[n]))
    n++;
  if (n == 0 || n > 12 || !g_ascii_isupper (text[0]))
    return 0;

  word = g_strndup (text, n);
  return strchr (word, '.') || g_strv_contains (bare, word) ? n : 0;
}

/* A comma in a name comes before a degree. */
static gboolean
goes_on_with_degree (const SelPaper *paper, gsize comma, gsize end, gsize *next)
{
  gsize at = comma + 1;
  gsize n;

  while (at < end && g_ascii_isspace (paper->text[at]))
    at++;
  n = read_degree (paper->text + at, end - at);
  *next = at + n;
  return n > 0;
}

/* The end of the name that begins at the start of @span. */
static gsize
find_name_end (const SelPaper *paper, SelSpan span)
{
  SelMatch match;
  gsize end = MIN (span.end, span.start + MAX_NAME);

  if (sel_paper_find (paper, "\\s(?:" BEFORE_OFFICE "|" CLAUSES ")\\b|[:;]|\\s[-–—]\\s|\\bnip\\b",
                      span, &match))
    end = MIN (end, match.whole.start);

  for (gsize at = span.start; at < end; at++)
    if (paper->text[at] == ',')
      {
        gsize next;

        if (!goes_on_with_degree (paper, at, end, &next))
          return at;
        at = next - 1;
      }
  return end;
}

/* A name has letters, begins with a capital, and is no institution nor an office. */
static gboolean
is_name (const SelPaper *paper, SelSpan span)
{
  return span.end - span.start >= 3 && g_ascii_isalpha (paper->text[span.start]) &&
         (!g_ascii_islower (paper->text[span.start]) ||
          sel_paper_has (paper, "\\A(?:dr|drg|drs|dra|ir|prof|hj?)\\.", span)) &&
         !sel_paper_has (paper,
                         "\\.{3}|…|_{2}|[0-9]|\\b(?:badan|dinas|kementerian|kepala|direktur|"
                         "pemerintah|balai|pt|yayasan|universitas|rumah|lembaga|direktorat|"
                         "pihak|deputi|menteri|bupati|gubernur|wali ?kota|ketua)\\b",
                         span);
}

static SelSpan
strip_enumeration (const SelPaper *paper, SelSpan span)
{
  SelMatch match;

  if (sel_paper_find (paper,
                      "\\A(?:[\\s.,;:\"”’')]|(?:dan|serta)\\s)*"
                      "(?:\\(?(?:[0-9]{1,2}|[IVX]{1,4}|[a-z])[.)]\\s*)?"
                      "(?:[^:,]{0,40}\\bnama\\b[^:,]{0,40}:\\s*)?",
                      span, &match))
    span.start = match.whole.end;
  return sel_paper_trim (paper, span, "\"");
}

/* The value of "Jabatan : …" of a form. */
static gboolean
find_form_value (const SelPaper *paper, const char *pattern, SelSpan within, SelSpan *value)
{
  SelMatch match;

  if (!sel_paper_find (paper, pattern, within, &match))
    return FALSE;

  *value = (SelSpan){ match.whole.end, within.end };
  if (sel_paper_find (paper,
                      "(?:^|,)\\s*(?:nama|jabatan|alamat|nip|instansi|pangkat|kedudukan|unit kerja|"
                      "berkedudukan|selaku|dalam hal ini|bertindak|untuk|yang|selanjutnya|"
                      "berdasarkan|[a-z ]{3,20}:)",
                      *value, &match))
    value->end = match.whole.start;
  *value = sel_paper_trim (paper, *value, ",;:");
  return !sel_span_is_empty (*value);
}

static void
set_office (SelFinder *self, SelFoundParty *party, SelSpan rest)
{
  SelMatch match;

  rest = sel_paper_trim (self->paper, rest, ",;:-");
  if (sel_paper_find (self->paper, "\\A" BEFORE_OFFICE "\\b[\\s:]*", rest, &match))
    rest.start = match.whole.end;
  if (!sel_paper_find (self->paper, "[,;.]?\\s+" CLAUSES "\\b", rest, &match))
    return;

  rest.end = match.whole.start;
  rest = sel_paper_trim (self->paper, rest, ",;:");
  if (rest.end - rest.start < 4 || rest.end - rest.start > 250 ||
      sel_paper_has (self->paper, "\\.{3}|…|_{2}|:", rest))
    return;
  sel_found_text_set_cased (self, &party->office, rest);
}

static gboolean
set_signatory (SelFinder *self, SelFoundParty *party, SelSpan name)
{
  g_autofree char *printed = NULL;

  name = sel_paper_trim (self->paper, name, ",;:\"");
  if (!is_name (self->paper, name))
    return FALSE;
  sel_found_text_set (self->paper, &party->signatory, name);
  printed = party->signatory.text;
  party->signatory.text = sel_casing_dup_name (printed);
  return TRUE;
}

/* Dots for a name to come. */
static gboolean
is_blank (const SelPaper *paper, SelSpan span)
{
  return sel_paper_has (paper, "\\A[.…_\\s]*\\Z", span);
}

static void
find_signatory (SelFinder *self, SelFoundParty *party)
{
  const SelPaper *paper = self->paper;
  SelSpan span = strip_enumeration (paper, party->span);
  SelSpan value;
  SelMatch match;

  if (find_form_value (paper, "^\\s*(?:[0-9IVX]+[.)]\\s*)?nama(?: lengkap)?\\s*:\\s*", party->span,
                       &value))
    {
      set_signatory (self, party, value);
      if (find_form_value (paper, "(?:^|,)\\s*jabatan\\s*:\\s*", party->span, &value))
        sel_found_text_set_cased (self, &party->office, value);
      return;
    }

  if (sel_paper_find (paper, "\\b(?:diwakili(?: secara sah)? oleh|dalam hal ini oleh)\\s*:?\\s*",
                      span, &match))
    span.start = match.whole.end;
  value = (SelSpan){ span.start, find_name_end (paper, span) };
  if (set_signatory (self, party, value) || is_blank (paper, value))
    set_office (self, party, (SelSpan){ value.end, party->span.end });
}

/* For whom the signatory acts. "jabatannya" is nobody. */
static void
find_institution (SelFinder *self, SelFoundParty *party)
{
  SelMatch match;
  SelSpan name;

  if (sel_paper_find (self->paper,
                      "(?:untuk dan atas nama|guna dan atas nama|sah mewakili|mewakili|"
                      "atas nama)\\s+"
                      "([^;:]+?)"
                      "(?=[,;.]?\\s+(?:yang|berkedudukan|beralamat|berkantor|selanjutnya|"
                      "untuk selanjutnya|berdasarkan|dalam hal ini|selaku|sebagai|sesuai dengan|"
                      "dalam perjanjian|dalam nota|disebut)\\b|[,;.(]?\\s*\\Z|"
                      "\\s*\\((?:selanjutnya|yang|untuk|disebut|pihak))",
                      party->span, &match))
    {
      name = sel_paper_trim (self->paper, match.groups[0], ",;.:\"");
      if (sel_paper_has (self->paper, "\\A(?:jabatan|kepentingan|diri)", name) ||
          sel_paper_has (self->paper, "\\.{3}|…|_{2}", name) || name.end - name.start > 200)
        return;
      sel_found_text_set_cased (self, &party->institution, name);
      return;
    }

  name = strip_enumeration (self->paper, party->span);
  if (sel_paper_find (self->paper,
                      "\\A([^,;:]{4,160}?),?\\s+(?:yang )?(?:dalam hal ini|berkedudukan|beralamat)"
                      "[\\s\\S]{0,260}?\\bdiwakili\\b",
                      name, &match))
    sel_found_text_set_cased (self, &party->institution, match.groups[0]);
}

static void
find_basis (SelFinder *self, SelFoundParty *party)
{
  static const char *const starts[] = {
    "surat kuasa",
    "keputusan|surat keputusan|surat perintah|surat tugas|petikan|izin|surat izin|sk\\b|akta|"
    "anggaran|peraturan|undang",
  };

  for (guint i = 0; i < G_N_ELEMENTS (starts); i++)
    {
      g_autofree char *pattern = g_strdup_printf (
        "\\b(?:berdasarkan|sesuai dengan|sesuai|dengan|serta)\\s+((?:%s)[^;]+?)"
        "(?=[,;.]?\\s+(?:(?:yang )?dalam hal ini|oleh karena|selanjutnya|untuk selanjutnya|"
        "sehingga|"
        "bertindak|yang bertindak|mewakili|dan karenanya|berkedudukan|yang berkedudukan|beralamat|"
        "untuk dan atas nama|dengan demikian|dari dan karenanya|dan oleh karena|serta surat kuasa|"
        "dan surat kuasa)\\b|[,;.]?\\s*\\Z)",
        starts[i]);
      SelMatch match;

      if (!sel_paper_find (self->paper, pattern, party->span, &match))
        continue;
      match.groups[0] = sel_paper_trim (self->paper, match.groups[0], ",;.");
      if (!sel_paper_has (self->paper, "\\.{3}|…|_{2}", match.groups[0]))
        sel_found_text_set (self->paper, &party->basis, match.groups[0]);
      return;
    }
}

/* Where the first party is introduced. */
static gsize
find_begin (SelFinder *self)
{
  SelMatch match;

  if (sel_paper_find (self->paper, "di ?bawah ini[^:.]{0,60}[:.,]", self->opening, &match) ||
      sel_paper_find (self->paper, "di ?bawah ini", self->opening, &match))
    return match.whole.end;
  if (sel_paper_find (self->paper, ":\\s*$",
                      (SelSpan){ self->found->opening.span.end,
                                 MIN (self->opening.end,
                                      self->found->opening.span.end + INTRODUCTION) },
                      &match))
    return match.whole.end;
  return sel_span_is_empty (self->found->opening.span) ? self->opening.start
                                                       : self->found->opening.span.end;
}

/* "PIHAK KESATU dan PIHAK KEDUA secara bersama-sama disebut PARA PIHAK": no party follows. */
static gboolean
is_past_parties (SelFinder *self, SelSpan before)
{
  return sel_paper_has (self->paper, "\\bpara pihak\\b|^pasal [0-9]", before);
}

/* What ends the line of the party before is no part of the next: "PIHAK KESATU"; dan */
static SelSpan
strip_joint (const SelPaper *paper, SelSpan span)
{
  SelMatch match;

  if (sel_paper_find (paper, "\\A[\\s.,;:)\"'”’]*(?:(?:dan|serta|and)\\s)?\\s*", span, &match))
    span.start = match.whole.end;
  return span;
}

static void
add_parties (SelFinder *self, const char *pattern)
{
  SelSpan rest = { find_begin (self), self->opening.end };
  SelMatch match;

  while (sel_paper_find (self->paper, pattern, rest, &match))
    {
      SelFoundParty *party;

      if (is_past_parties (self, (SelSpan){ rest.start, match.whole.start }))
        break;
      party = sel_found_party_new ();
      party->span =
        strip_joint (self->paper, (SelSpan){ rest.start, match.whole.start });
      sel_found_text_set (self->paper, &party->label, match.groups[0]);
      find_signatory (self, party);
      find_institution (self, party);
      find_basis (self, party);
      g_ptr_array_add (self->found->parties, party);
      rest.start = match.whole.end;
    }
}

/* A NOMOR a party, in their order: only where there are as many. */
static void
give_numbers (SelFinder *self)
{
  GPtrArray *numbers = self->found->numbers;
  GPtrArray *parties = self->found->parties;

  if (numbers->len != parties->len)
    return;
  for (guint i = 0; i < parties->len; i++)
    {
      const SelFoundText *number = g_ptr_array_index (numbers, i);
      SelFoundParty *party = g_ptr_array_index (parties, i);

      party->number.text = g_strdup (number->text);
      party->number.span = number->span;
    }
}

static void
give_headings (SelFinder *self, GPtrArray *headings)
{
  GPtrArray *parties = self->found->parties;

  if (headings->len != parties->len)
    return;
  for (guint i = 0; i < parties->len; i++)
    {
      const SelFoundText *heading = g_ptr_array_index (headings, i);
      SelFoundParty *party = g_ptr_array_index (parties, i);

      party->heading.text = g_strdup (heading->text);
      party->heading.span = heading->span;
      if (!party->institution.text)
        {
          party->institution.text = g_strdup (heading->text);
          party->institution.span = heading->span;
        }
    }
}

void
sel_finder_find_parties (SelFinder *self, GPtrArray *headings)
{
  add_parties (self, LABEL);
  if (self->found->parties->len < 2)
    {
      g_ptr_array_set_size (self->found->parties, 0);
      add_parties (self, OWN_LABEL);
    }
  give_numbers (self);
  give_headings (self, headings);
}
