/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "confined/exchange-problem.h"

#include <glib/gi18n-lib.h>

/* Of problems that need no more words. */
static const char *const sentences[SEL_N_PROBLEMS] = {
  [SEL_PROBLEM_EMPTY] = N_ ("The file is empty. Ask its sender to send it again."),
  [SEL_PROBLEM_NOT_XML] = N_ ("This is not an XML file: it does not begin with “<”."),
  [SEL_PROBLEM_UNREADABLE] =
    N_ ("The file cannot be read any further. Copy it to this computer and try again."),
  [SEL_PROBLEM_MALFORMED] = N_ (
    "This is not well-formed XML. Have the file made by a program that writes XML, not by hand."),
  [SEL_PROBLEM_TRUNCATED] =
    N_ ("The file ends too early: the rest was cut off. Ask its sender to send it again."),
  [SEL_PROBLEM_TRAILING] =
    N_ ("Something follows the end of the exchange. Only one exchange goes in one file."),
  [SEL_PROBLEM_DOCTYPE] = N_ ("The file has a document type (DOCTYPE), which can hide harmful "
                              "content. An exchange file has none: take it out."),
  [SEL_PROBLEM_BYTES] =
    N_ ("There are bytes here that are no text in the encoding of the file. Save it as UTF-8."),
  [SEL_PROBLEM_CHARACTER] = N_ ("There is a character here that XML does not allow. Take it out."),
  [SEL_PROBLEM_DECLARATION] =
    N_ ("An XML declaration stands only at the very beginning of a file, and says its version."),
  [SEL_PROBLEM_TAGS] = N_ ("This end tag does not belong to the element that is open."),
  [SEL_PROBLEM_ATTRIBUTE_TWICE] = N_ ("An attribute stands twice in one tag."),
  [SEL_PROBLEM_TOKEN_TOO_LONG] = N_ ("A tag, a comment or a CDATA section is longer than 128 KiB. "
                                     "No sound exchange file has such a thing."),
  [SEL_PROBLEM_TEXT_TOO_LONG] =
    N_ ("A record holds more than 1 MiB of text. No sound exchange file has such a thing."),
  [SEL_PROBLEM_TOO_DEEP] =
    N_ ("The elements are nested more than 64 deep. No sound exchange file has such a thing."),
  [SEL_PROBLEM_NO_HEADER] =
    N_ ("The header is missing: it must be the first element of the exchange."),
  [SEL_PROBLEM_SECOND_HEADER] =
    N_ ("There is a second header. Only one exchange goes in one file."),
  [SEL_PROBLEM_STRAY_TEXT] =
    N_ ("There is text outside of the fields. Take it out, or put it in a field."),
  [SEL_PROBLEM_NO_ID] = N_ ("The identifier is missing: give the record an attribute “id”."),
  [SEL_PROBLEM_ID] = N_ ("The attribute “id” must have 1 to 100 characters."),
  [SEL_PROBLEM_MISSING] = N_ ("It is missing, and the record needs it."),
  [SEL_PROBLEM_TWICE] = N_ ("It stands twice in one record."),
  [SEL_PROBLEM_OUT_OF_ORDER] =
    N_ ("It stands too late: the fields of a record have an order, which the schema shows."),
  [SEL_PROBLEM_ELEMENT_INSIDE] = N_ ("It must hold text only, and there is an element in it."),
  [SEL_PROBLEM_SCHEMA] = N_ ("The record does not fit the schema of exchange files."),
};

static char *
dup_choices_sentence (const SelField *field)
{
  g_autoptr (GString) codes = g_string_new (NULL);

  for (const SelChoice *choice = field->choices; choice->code; choice++)
    g_string_append_printf (codes, "%s%s", codes->len ? ", " : "", choice->code);

  if (field->kind == SEL_FIELD_CHOICE)
    /* Translators: %s is a list of codes, as they stand in the file. */
    return g_strdup_printf (_ ("It must be one of these: %s."), codes->str);
  /* Translators: %s is a list of codes, as they stand in the file. */
  return g_strdup_printf (_ ("It must be some of these, with spaces between them: %s."),
                          codes->str);
}

/* What the value of @field should be. It does not quote the one found, which may be personal. */
static char *
dup_value_sentence (const SelField *field)
{
  switch (field->kind)
    {
    case SEL_FIELD_TEXT:
      if (field->form)
        return g_strdup (_ (field->form->message));
      return g_strdup_printf (
        _ ("It must have 1 to %lu characters; when nothing is known, leave it out."),
        (gulong) sel_field_most_bytes (field));
    case SEL_FIELD_INTEGER:
      return g_strdup_printf (_ ("It must be a whole number from %ld to %ld."),
                              (glong) field->least,
                              (glong) field->most);
    case SEL_FIELD_REAL:
      return g_strdup_printf (
        _ ("It must be a number from %ld to %ld, with a point before decimals."),
        (glong) field->least, (glong) field->most);
    case SEL_FIELD_BOOLEAN:
      return g_strdup (_ ("It must be true or false."));
    case SEL_FIELD_DATE:
      return g_strdup (_ ("It must be a day of the calendar, such as 2019-05-16, without a zone."));
    case SEL_FIELD_TIME:
      return g_strdup (
        _ ("It must be a date and time, such as 2019-05-16T09:00, without seconds or a zone."));
    case SEL_FIELD_CHOICE:
    case SEL_FIELD_CHOICES:
      return dup_choices_sentence (field);
    case SEL_FIELD_REFERENCE:
      return g_strdup (_ ("It must be the identifier of another record, 1 to 100 characters."));
    default:
      g_return_val_if_reached (NULL);
    }
}

static char *
dup_sentence (SelExchangeProblem problem, const SelField *field, const char *detail)
{
  switch (problem)
    {
    case SEL_PROBLEM_ENTITY:
      return g_strdup_printf (_ ("The entity “&%s;” is not known here. Write the character itself; "
                                 "XML has names for no more than &, <, >, ' and \"."),
                              detail);
    case SEL_PROBLEM_ENCODING:
      return g_strdup_printf (_ ("The encoding “%s” is not read here. Save the file as UTF-8."),
                              detail);
    case SEL_PROBLEM_OTHER_ENCODING:
      return g_strdup_printf (
        _ ("The file says that its encoding is “%s”, which it is not. Save it as UTF-8."), detail);
    case SEL_PROBLEM_PREFIX:
      return g_strdup_printf (_ ("The namespace prefix “%s” is not declared."), detail);
    case SEL_PROBLEM_ROOT:
      return g_strdup_printf (
        _ ("This is not an exchange file: its first element is “%s” and not “exchange”."), detail);
    case SEL_PROBLEM_NO_NAMESPACE:
      return g_strdup_printf (_ ("The file has no namespace; that of exchange files is “%s”."),
                              SEL_EXCHANGE_NAMESPACE);
    case SEL_PROBLEM_NAMESPACE:
      return g_strdup_printf (_ ("The namespace is “%s”; that of exchange files is “%s”."), detail,
                              SEL_EXCHANGE_NAMESPACE);
    case SEL_PROBLEM_VERSION:
      return g_strdup_printf (_ ("The file has the format “%s”; this program reads “%s”. Use a "
                                 "newer version, or ask the sender for this format."),
                              detail, SEL_EXCHANGE_NAMESPACE);
    case SEL_PROBLEM_UNKNOWN_RECORD:
      return g_strdup_printf (_ ("There is no record called “%s”."), detail);
    case SEL_PROBLEM_UNKNOWN_FIELD:
      return g_strdup_printf (_ ("There is no field called “%s” in this record."), detail);
    case SEL_PROBLEM_UNKNOWN_ATTRIBUTE:
      return g_strdup_printf (_ ("The attribute “%s” is not known. Take it out."), detail);
    case SEL_PROBLEM_VALUE:
      return field ? dup_value_sentence (field) : NULL;
    default:
      return problem < SEL_N_PROBLEMS && sentences[problem] ? g_strdup (_ (sentences[problem]))
                                                            : NULL;
    }
}

/**
 * sel_exchange_problem_dup_sentence:
 * @field: (nullable): the field that it is about
 * @detail: (nullable): UTF-8, what the problem asks for
 *
 * Returns: (transfer full) (nullable): what is wrong and what to do, beginning with the label of
 *   the field, as sel_field_set_text() does; NULL when @problem is none
 */
char *
sel_exchange_problem_dup_sentence (SelExchangeProblem problem,
                                   const SelField *field,
                                   const char *detail)
{
  g_autofree char *printable = sel_text_dup_printable (detail, FALSE);
  g_autofree char *sentence = dup_sentence (problem, field, printable);

  if (sentence && field)
    return g_strdup_printf ("%s: %s", sel_field_label (field), sentence);
  return g_steal_pointer (&sentence);
}
