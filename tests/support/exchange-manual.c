/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support/exchange-manual.h"

#include "confined/exchange-header.h"

static const char head[] =
  ".\\\" SPDX-License-Identifier: GPL-3.0-or-later\n"
  ".\\\" Made from the field tables of Selaras (src/domain): change those, not this file.\n"
  ".Dd November 22, 2026\n"
  ".Dt SELARAS-EXCHANGE 5\n"
  ".Os\n"
  ".Sh NAME\n"
  ".Nm selaras-exchange\n"
  ".Nd files in which offices exchange records\n"
  ".Sh DESCRIPTION\n"
  "An exchange file is an XML 1.0 document in UTF-8 (or UTF-16, ISO-8859-1 or US-ASCII).\n"
  "Its root is the element\n"
  ".Cm exchange\n"
  "in the namespace\n"
  ".Ql " SEL_EXCHANGE_NAMESPACE " .\n"
  "In it stand one\n"
  ".Cm header\n"
  "and then any number of records, in any order but for one rule: a record refers only to records\n"
  "before it in the file, or to those that the same sender sent earlier.\n"
  ".Pp\n"
  "Each record has an attribute\n"
  ".Cm id :\n"
  "the sender's own identifier of it, 1 to 100 characters, unique among the sender's records of "
  "that\n"
  "type and the same in every file.\n"
  "By it a record is known again: a file that is taken in twice changes nothing, and a later file\n"
  "brings the records in it up to date.\n"
  ".Pp\n"
  "The fields of a record are elements in the order given below.\n"
  "An element that is left out says nothing; an empty one is refused.\n"
  "In a later file of the same sender it takes back what that sender said before; what others "
  "said,\n"
  "or a person typed, stays.\n"
  "A participant whose kind its sender may not tell has the kind\n"
  ".Ql unstated ,\n"
  "which never takes back one that is known.\n"
  "There are no other attributes.\n"
  "Spaces and line breaks around a value do not count, and within it they count as one space, "
  "except\n"
  "in texts that may have line breaks.\n"
  ".Pp\n"
  "A file with a document type (DOCTYPE) is refused, and so are files with tags, comments or "
  "CDATA\n"
  "sections over 128 KiB, records with more than 1 MiB of text, and elements nested more than 64 "
  "deep.\n"
  "Comments and processing instructions are passed over.\n"
  "A schema that\n"
  ".Ql xsi:schemaLocation\n"
  "in the root names is not looked for.\n"
  ".Pp\n"
  "The PDF files that\n"
  ".Cm document\n"
  "records name lie in the folder of the exchange file.\n"
  "One that is missing, or whose content has another hash, is refused.\n"
  ".Pp\n"
  "A file whose\n"
  ".Cm sequence\n"
  "is lower than that of another of the same sender that came in before is refused, unless the user\n"
  "insists; then what the newer ones added or changed stays as it is.\n"
  "One with the same number may tell more of the same register, and is taken for what those before\n"
  "it did not say; it takes nothing back.\n"
  "What they did say does not come back where it was changed since, with a warning where it\n"
  "differs: the same file again changes nothing.\n"
  "An agreement with a first day and a term, but without a last day, gets the last day of the "
  "term.\n";

static const char tail[] =
  ".Sh FILES\n"
  ".Bl -tag -width Ds\n"
  ".It Pa /usr/share/selaras/exchange/selaras-exchange-1.xsd\n"
  "The format as an XML Schema, against which every file is held.\n"
  ".It Pa /usr/share/selaras/exchange/sample.xml\n"
  "A file with one record of each type.\n"
  ".El\n"
  ".Sh SEE ALSO\n"
  ".Xr selaras 1\n";

/* A line of running text. In roff a backslash is special everywhere, a full stop or an apostrophe
 * at the start of a line, and mandoc reads other scripts only by their numbers. */
static void
put_text (GString *page, const char *text)
{
  if (*text == '.' || *text == '\'')
    g_string_append (page, "\\&");

  for (; *text; text = g_utf8_next_char (text))
    {
      gunichar character = g_utf8_get_char (text);

      if (character == '\\')
        g_string_append (page, "\\e");
      else if (character < 0x80)
        g_string_append_c (page, (char) character);
      else
        g_string_append_printf (page, "\\[u%04X]", character);
    }
  g_string_append_c (page, '\n');
}

static void
put_choices (GString *page, const SelField *field)
{
  put_text (page, field->kind == SEL_FIELD_CHOICE ? "One of:"
                                                  : "Some of these, with spaces between them:");
  g_string_append (page, ".Bl -tag -width Ds -compact\n");
  for (const SelChoice *choice = field->choices; choice->code; choice++)
    {
      g_string_append_printf (page, ".It Cm %s\n", choice->code);
      put_text (page, choice->label);
    }
  g_string_append (page, ".El\n");
}

static void
put_form_of_text (GString *page, const SelField *field)
{
  g_autofree char *form = NULL;
  const gboolean is_multiline = (field->flags & SEL_FIELD_MULTILINE) != 0;

  if (field->form)
    form = g_strdup_printf ("Text of the form %s", field->form->pattern);
  else
    form = g_strdup_printf ("Text %s, at most %" G_GSIZE_FORMAT " bytes.",
                            is_multiline ? "that may have line breaks" : "of one line",
                            sel_field_most_bytes (field));
  put_text (page, form);
}

static void
put_form (GString *page, const SelField *field)
{
  g_autofree char *range = g_strdup_printf ("from %" G_GINT64_FORMAT " to %" G_GINT64_FORMAT ".",
                                            field->least,
                                            field->most);
  g_autofree char *form = NULL;

  switch (field->kind)
    {
    case SEL_FIELD_TEXT:
      put_form_of_text (page, field);
      return;
    case SEL_FIELD_CHOICE:
    case SEL_FIELD_CHOICES:
      put_choices (page, field);
      return;
    case SEL_FIELD_INTEGER:
      form = g_strconcat ("A whole number ", range, NULL);
      break;
    case SEL_FIELD_REAL:
      form = g_strconcat ("A number, with a point before decimals, ", range, NULL);
      break;
    case SEL_FIELD_BOOLEAN:
      form = g_strdup ("It is true or false.");
      break;
    case SEL_FIELD_DATE:
      form = g_strdup ("A day, such as 2019-05-16.");
      break;
    case SEL_FIELD_TIME:
      form = g_strdup ("Civil time at the venue, such as 2019-05-16T09:00.");
      break;
    case SEL_FIELD_REFERENCE:
      form =
        g_strdup_printf ("The identifier of a record, of the type %s.", field->refers_to->name);
      break;
    default:
      g_assert_not_reached ();
    }
  put_text (page, form);
}

static void
put_type (GString *page, const SelRecordType *type)
{
  g_string_append_printf (page, ".Ss %s (%s)\n.Bl -tag -width Ds\n", type->label, type->name);
  for (guint i = 0; i < type->n_fields; i++)
    {
      const SelField *field = &type->fields[i];
      g_autofree char *meaning = g_strconcat (field->label, ": ", field->hint, ".", NULL);

      g_string_append_printf (page,
                              ".It Cm %s%s\n",
                              field->name,
                              field->flags & SEL_FIELD_OPTIONAL ? "" : " Pq needed");
      put_text (page, meaning);
      put_form (page, field);
    }
  g_string_append (page, ".El\n");
}

/* The manual page selaras-exchange(5), from the field tables. */
char *
exchange_manual_dup_text (void)
{
  GString *page = g_string_new (head);

  g_string_append (page, ".Sh HEADER\n");
  put_type (page, &sel_exchange_header_type);
  g_string_append (page, ".Sh RECORDS\n");
  for (guint i = 0; i < SEL_N_RECORD_TYPES; i++)
    put_type (page, sel_record_types[i]);
  g_string_append (page, tail);

  return g_string_free (page, FALSE);
}
