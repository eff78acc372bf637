/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the program believes of what a reader says that a file has taken over. */
#include "confined/descriptor.h"
#include "confined/error.h"
#include "confined/exchange-protocol.h"
#include "confined/exchange-stream.h"
#include "confined/frame.h"
#include "support/input.h"

#define COURSE sel_record_type_index (&sel_course_type)
#define HEADER SEL_N_RECORD_TYPES
#define NONE (-1)

/* A record of @n_texts fields that all say "1". */
static void
say_record (SelFrameWriter *said, guint type, const char *id, guint n_texts)
{
  sel_frame_begin (said, SEL_FRAME_EXCHANGE_RECORD);
  sel_frame_put_u32 (said, 1);
  sel_frame_put_u32 (said, type);
  sel_frame_put_text (said, id);
  for (guint i = 0; i < n_texts; i++)
    sel_frame_put_text (said, "1");
  sel_frame_end (said);
}

static void
say_header (SelFrameWriter *said)
{
  say_record (said, HEADER, "", sel_exchange_header_type.n_fields);
}

static void
say_course (SelFrameWriter *said, const char *id)
{
  say_record (said, COURSE, id, sel_course_type.n_fields);
}

static void
say_problem (SelFrameWriter *said, guint kind, guint problem, guint type, guint field)
{
  sel_frame_begin (said, kind);
  sel_frame_put_u32 (said, problem);
  sel_frame_put_u32 (said, 1);
  sel_frame_put_u32 (said, type);
  sel_frame_put_u32 (said, field);
  sel_frame_put_text (said, "R-1");
  sel_frame_put_text (said, "");
  sel_frame_end (said);
}

static void
say_end (SelFrameWriter *said, gint64 n_refused)
{
  sel_frame_begin (said, SEL_FRAME_EXCHANGE_END);
  sel_frame_put_i64 (said, n_refused);
  sel_frame_put_i64 (said, 0);
  sel_frame_end (said);
}

static void
truth (SelFrameWriter *said)
{
  say_header (said);
  say_course (said, "C-1");
  say_problem (said, SEL_FRAME_EXCHANGE_REFUSED, SEL_PROBLEM_VALUE, COURSE, 0);
  say_end (said, 1);
}

static void
record_first (SelFrameWriter *said)
{
  say_course (said, "C-1");
}

static void
two_headers (SelFrameWriter *said)
{
  say_header (said);
  say_header (said);
}

static void
end_without_header (SelFrameWriter *said)
{
  say_end (said, 0);
}

static void
negative_count (SelFrameWriter *said)
{
  say_header (said);
  say_end (said, -1);
}

static void
unknown_type (SelFrameWriter *said)
{
  say_header (said);
  say_record (said, SEL_N_EXCHANGE_TYPES, "X-1", 1);
}

static void
huge_type (SelFrameWriter *said)
{
  say_header (said);
  say_record (said, G_MAXUINT32, "X-1", 1);
}

static void
no_id (SelFrameWriter *said)
{
  say_header (said);
  say_course (said, "");
}

static void
long_id (SelFrameWriter *said)
{
  g_autofree char *id = g_strnfill (SEL_EXCHANGE_MOST_DETAIL + 1, 'A');

  say_header (said);
  say_course (said, id);
}

static void
broken_id (SelFrameWriter *said)
{
  say_header (said);
  say_course (said, "\xc0\x80");
}

static void
too_few_fields (SelFrameWriter *said)
{
  say_header (said);
  say_record (said, COURSE, "C-1", sel_course_type.n_fields - 1);
}

static void
too_many_fields (SelFrameWriter *said)
{
  say_header (said);
  say_record (said, COURSE, "C-1", sel_course_type.n_fields + 1);
}

static void
needed_field_missing (SelFrameWriter *said)
{
  say_header (said);
  sel_frame_begin (said, SEL_FRAME_EXCHANGE_RECORD);
  sel_frame_put_u32 (said, 1);
  sel_frame_put_u32 (said, COURSE);
  sel_frame_put_text (said, "C-1");
  for (guint i = 0; i < sel_course_type.n_fields; i++)
    sel_frame_put_text (said, NULL);
  sel_frame_end (said);
}

static void
unknown_problem (SelFrameWriter *said)
{
  say_header (said);
  say_problem (said, SEL_FRAME_EXCHANGE_REFUSED, SEL_N_PROBLEMS, COURSE, 0);
}

static void
no_problem (SelFrameWriter *said)
{
  say_header (said);
  say_problem (said, SEL_FRAME_EXCHANGE_REFUSED, 0, COURSE, 0);
}

static void
value_of_no_field (SelFrameWriter *said)
{
  say_header (said);
  say_problem (said, SEL_FRAME_EXCHANGE_REFUSED, SEL_PROBLEM_VALUE, COURSE, SEL_EXCHANGE_NOTHING);
}

static void
problem_of_unknown_field (SelFrameWriter *said)
{
  say_header (said);
  say_problem (said, SEL_FRAME_EXCHANGE_REFUSED, SEL_PROBLEM_VALUE, COURSE,
               sel_course_type.n_fields);
}

static void
problem_of_unknown_type (SelFrameWriter *said)
{
  say_header (said);
  say_problem (said, SEL_FRAME_EXCHANGE_STOPPED, SEL_PROBLEM_VALUE, SEL_N_EXCHANGE_TYPES, 0);
}

static void
field_of_no_type (SelFrameWriter *said)
{
  say_header (said);
  say_problem (said, SEL_FRAME_EXCHANGE_REFUSED, SEL_PROBLEM_VALUE, SEL_EXCHANGE_NOTHING, 0);
}

static void
answer_about_a_pdf (SelFrameWriter *said)
{
  say_header (said);
  sel_frame_begin (said, SEL_FRAME_PDF_RENDERED);
  sel_frame_end (said);
}

static void
empty_frame (SelFrameWriter *said)
{
  say_header (said);
  sel_frame_begin (said, SEL_FRAME_EXCHANGE_RECORD);
  sel_frame_end (said);
}

static void
no_end (SelFrameWriter *said)
{
  say_header (said);
  say_course (said, "C-1");
}

static const struct
{
  const char *name;
  void (*say) (SelFrameWriter *);
  int error; /* SelConfinedError, or NONE */
} cases[] = {
  { "truth", truth, NONE },
  { "no-end", no_end, SEL_CONFINED_ERROR_DIED },
  { "record-first", record_first, SEL_CONFINED_ERROR_PROTOCOL },
  { "two-headers", two_headers, SEL_CONFINED_ERROR_PROTOCOL },
  { "end-without-header", end_without_header, SEL_CONFINED_ERROR_PROTOCOL },
  { "negative-count", negative_count, SEL_CONFINED_ERROR_PROTOCOL },
  { "unknown-type", unknown_type, SEL_CONFINED_ERROR_PROTOCOL },
  { "huge-type", huge_type, SEL_CONFINED_ERROR_PROTOCOL },
  { "no-id", no_id, SEL_CONFINED_ERROR_PROTOCOL },
  { "long-id", long_id, SEL_CONFINED_ERROR_PROTOCOL },
  { "broken-id", broken_id, SEL_CONFINED_ERROR_PROTOCOL },
  { "too-few-fields", too_few_fields, SEL_CONFINED_ERROR_PROTOCOL },
  { "too-many-fields", too_many_fields, SEL_CONFINED_ERROR_PROTOCOL },
  { "needed-field-missing", needed_field_missing, SEL_CONFINED_ERROR_PROTOCOL },
  { "unknown-problem", unknown_problem, SEL_CONFINED_ERROR_PROTOCOL },
  { "no-problem", no_problem, SEL_CONFINED_ERROR_PROTOCOL },
  { "value-of-no-field", value_of_no_field, SEL_CONFINED_ERROR_PROTOCOL },
  { "problem-of-unknown-field", problem_of_unknown_field, SEL_CONFINED_ERROR_PROTOCOL },
  { "problem-of-unknown-type", problem_of_unknown_type, SEL_CONFINED_ERROR_PROTOCOL },
  { "field-of-no-type", field_of_no_type, SEL_CONFINED_ERROR_PROTOCOL },
  { "answer-about-a-pdf", answer_about_a_pdf, SEL_CONFINED_ERROR_PROTOCOL },
  { "empty-frame", empty_frame, SEL_CONFINED_ERROR_PROTOCOL },
};

static void
test_case (gconstpointer data)
{
  const guint i = GPOINTER_TO_UINT (data);
  g_auto (SelDescriptor) file = -1;
  g_autoptr (SelExchangeStream) stream = NULL;
  g_autoptr (GError) error = NULL;
  SelFrameWriter said = { 0 };
  SelExchangeItem item = { 0 };

  cases[i].say (&said);
  file = input_new ((const char *) said.data, said.length);
  sel_frame_writer_clear (&said);

  stream = sel_exchange_stream_new (file, "frames", &error);
  g_assert_no_error (error);
  while (item.kind != SEL_EXCHANGE_ITEM_END &&
         sel_exchange_stream_next (stream, &item, NULL, &error))
    ;

  if (cases[i].error != NONE)
    g_assert_error (error, SEL_CONFINED_ERROR, cases[i].error);
  else
    g_assert_no_error (error);
}

int
main (int argc, char **argv)
{
  g_setenv ("SELARAS_CONFINED", g_getenv ("ECHO_READER"), TRUE);
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/exchange-stream/", cases[i].name, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_case);
    }

  return g_test_run ();
}
