/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "confined/exchange-header.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "domain/export-gate.h"

typedef SelExchangeHeader RECORD;

#define MOMENT_PATTERN \
  "[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(Z|[+\\-][0-9]{2}:[0-9]{2})"

static gboolean
is_office_code (const char *text)
{
  return g_ascii_isalnum (*text) &&
         strspn (text, "abcdefghijklmnopqrstuvwxyz0123456789.-") == strlen (text);
}

/* The pattern cannot tell whether the month has the day; GLib can, and takes other forms too. */
static gboolean
is_moment (const char *text)
{
  g_autoptr (GDateTime) moment = g_date_time_new_from_iso8601 (text, NULL);

  return moment && g_regex_match_simple ("^" MOMENT_PATTERN "$", text, G_REGEX_DOLLAR_ENDONLY, 0);
}

static const SelForm form_office_code = {
  .pattern = "[a-z0-9][a-z0-9.\\-]*",
  .matches = is_office_code,
  .message =
    N_ ("It has small letters, digits, dots and hyphens, and begins with a letter or a digit."),
};

static const SelForm form_moment = {
  .pattern = MOMENT_PATTERN,
  .matches = is_moment,
  .message = N_ ("It is not a moment with its zone, such as 2019-05-16T09:00:00+08:00."),
};

static const SelField fields[] = {
  FIELD (sender, TEXT, PUBLIC, 0, N_ ("Sender"),
         .hint = N_ ("Stable code of the sending office, such as bnnk-banjarbaru"), .most = 100,
         .form = &form_office_code),
  FIELD (sender_name, TEXT, PUBLIC, 0, N_ ("Sender’s name"),
         .hint = N_ ("Name of the sending office, as people know it")),
  FIELD (recipient, TEXT, PUBLIC, SEL_FIELD_OPTIONAL, N_ ("Recipient"),
         .hint = N_ ("Stable code of the office that it is meant for"), .most = 100,
         .form = &form_office_code),
  FIELD (made_at, TEXT, PUBLIC, 0, N_ ("Made at"),
         .hint = N_ ("When the file was made, with the zone"), .form = &form_moment),
  FIELD (agreement, TEXT, PUBLIC, SEL_FIELD_OPTIONAL, N_ ("Agreement"),
         .hint = N_ ("Identifier of the agreement that the exchange rests on"),
         .most = SEL_EXCHANGE_MOST_ID),
  FIELD (sequence, INTEGER, PUBLIC, 0, N_ ("Sequence"),
         .hint = N_ ("Grows with each file of this sender"), .least = 1, .most = G_MAXINT32),
  FIELD (sensitivity, CHOICE, PUBLIC, SEL_FIELD_OPTIONAL, N_ ("Sensitivity"),
         .hint = N_ ("The highest that the file may hold; what is above it says nothing, and takes "
                     "nothing back"),
         .choices = sel_sensitivities),
};

const SelRecordType sel_exchange_header_type =
  SEL_RECORD_TYPE ("header", N_ ("Header"), N_ ("Headers"), NULL);

/* The type at @index, below %SEL_N_EXCHANGE_TYPES; a record's is its sel_record_type_index(). */
const SelRecordType *
sel_exchange_type_at (guint index)
{
  g_return_val_if_fail (index < SEL_N_EXCHANGE_TYPES, NULL);

  return index < SEL_N_RECORD_TYPES ? sel_record_types[index] : &sel_exchange_header_type;
}
