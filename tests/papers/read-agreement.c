/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Prints what is found in the PDF of an agreement, one "field: value" a line: read-agreement PDF.
 * With --lines, the lines as they are read; with --remarks, what the proofreader says. */
#include <string.h>

#include "confined/pdf.h"
#include "domain/obligation.h"
#include "domain/paper-pattern.h"
#include "domain/proofreader.h"

static void
print (const char *field, const char *value)
{
  if (value && *value)
    g_print ("%s: %s\n", field, value);
}

static void
print_date (const char *field, const GDate *date)
{
  char text[16];

  if (g_date_valid (date) && g_date_strftime (text, sizeof text, "%Y-%m-%d", date))
    print (field, text);
}

static void
print_party (guint i, const SelFoundParty *party)
{
  const struct
  {
    const char *field;
    const char *value;
  } values[] = {
    { "label", party->label.text },
    { "number", party->number.text },
    { "institution", party->institution.text },
    { "heading", party->heading.text },
    { "signatory", party->signatory.text },
    { "office", party->office.text },
    { "basis", party->basis.text },
  };

  for (guint j = 0; j < G_N_ELEMENTS (values); j++)
    {
      g_autofree char *field = g_strdup_printf ("%s %u", values[j].field, i + 1);

      print (field, values[j].value);
    }
}

static void
print_promises (const char *field, GPtrArray *promises)
{
  for (guint i = 0; i < promises->len; i++)
    {
      const SelFoundPromise *promise = g_ptr_array_index (promises, i);

      const char *party = promise->party.text ? promise->party.text : "";

      g_print ("%s: %s | %s%s%s\n", field, promise->article, party, *party ? " | " : "",
               promise->text.text);
      if (promise->recurrence.number)
        g_print ("recurrence: %s | %s\n", sel_recurrences[promise->recurrence.number - 1].code,
                 promise->text.text);
    }
}

static void
print_found (const SelPaper *paper)
{
  static const char *const kinds[] = { NULL, "memorandum", "cooperation", "addendum", "work_plan" };
  g_autoptr (SelFoundAgreement) found = sel_found_agreement_new (paper);

  print ("kind", kinds[found->kind]);
  print ("alias", found->alias.text);
  print ("title", found->title.text);
  print_date ("signed_on", &found->signed_on.date);
  print ("signed_at", found->signed_at.text);
  for (guint i = 0; i < found->parties->len; i++)
    print_party (i, g_ptr_array_index (found->parties, i));
  if (found->term_months.number)
    g_print ("term_months: %u\n", found->term_months.number);
  if (found->notice_months.number)
    g_print ("notice_months: %u\n", found->notice_months.number);
  if (found->notice_days.number)
    g_print ("notice_days: %u\n", found->notice_days.number);
  if (!sel_span_is_empty (found->open_ended))
    g_print ("open_ended: yes\n");
  print_date ("starts_on", &found->starts_on.date);
  print_date ("ends_on", &found->ends_on.date);
  for (guint i = 0; i < found->parents->len; i++)
    print ("parent", ((SelFoundText *) g_ptr_array_index (found->parents, i))->text);
  for (guint i = 0; i < found->articles->len; i++)
    {
      const SelArticle *article = g_ptr_array_index (found->articles, i);

      g_print ("article: %s | %s\n", article->number, article->title);
    }
  print_promises ("scope", found->scope);
  print_promises ("obligation", found->obligations);
}

static void
print_lines (const SelPaper *paper)
{
  for (guint i = 0; i < paper->lines->len; i++)
    {
      const SelPaperLine *line = &g_array_index (paper->lines, SelPaperLine, i);

      g_print ("%2u %c %.*s\n", line->page + 1, sel_paper_line_is_centred (paper, i) ? '|' : ' ',
               (int) (line->end - line->start), paper->text + line->start);
    }
}

static void
print_remarks (const SelPaper *paper)
{
  g_autoptr (SelFoundAgreement) found = sel_found_agreement_new (paper);
  g_autoptr (GPtrArray) remarks = sel_proofreader_read (paper, found);

  for (guint i = 0; i < remarks->len; i++)
    {
      const SelRemark *remark = g_ptr_array_index (remarks, i);
      g_autofree char *text = sel_paper_dup_text (paper, remark->span);

      g_print ("%s | %s\n", text, remark->message);
    }
}

int
main (int argc, char **argv)
{
  const char *option = argc == 3 ? argv[1] : "";
  const char *path = argc >= 2 ? argv[argc - 1] : "";
  g_autofree char *data = NULL;
  gsize length;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GPtrArray) pages = NULL;
  g_autoptr (SelPaper) paper = NULL;

  if (!g_file_get_contents (path, &data, &length, &error))
    g_error ("%s", error->message);
  bytes = g_bytes_new_take (g_steal_pointer (&data), length);
  if (!sel_pdf_read_pages (bytes, path, NULL, &pages, &error))
    g_error ("%s", error->message);

  paper = sel_paper_new (pages);
  if (strcmp (option, "--lines") == 0)
    print_lines (paper);
  else if (strcmp (option, "--remarks") == 0)
    print_remarks (paper);
  else
    print_found (paper);
  return 0;
}
