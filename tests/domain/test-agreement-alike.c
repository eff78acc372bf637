/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dates.h"

#include "domain/agreement-alike.h"

/* Up to two partners by their ids, 0 for none. */
typedef struct
{
  const char *title;
  gint64 partners[2];
  const char *first_day;
  const char *last_day;
} Sketch;

static SelAgreementOutline *
outline_of (const Sketch *sketch)
{
  SelAgreementSpan span = { date (sketch->first_day), date (sketch->last_day) };
  SelAgreementOutline *self = sel_agreement_outline_new (sketch->title, &span);

  for (guint i = 0; i < G_N_ELEMENTS (sketch->partners); i++)
    if (sketch->partners[i])
      g_array_append_val (self->partners, sketch->partners[i]);
  return self;
}

#define PTKDN "Fasilitasi Penempatan Tenaga Kerja Dalam Negeri bagi Klien Pascarehabilitasi"

static const struct
{
  Sketch typed;
  Sketch known;
  gboolean is_alike;
} cases[] = {
  /* the same words in other forms, whoever the parties are */
  { { "Memfasilitasi penempatan tenaga kerja dalam negeri klien", { 0, 0 }, NULL, NULL },
    { PTKDN, { 1, 2 }, "2025-10-11", "2028-10-10" }, TRUE },
  /* too little is typed to tell */
  { { "Fasilitasi", { 0, 0 }, NULL, NULL }, { PTKDN, { 1, 2 }, NULL, NULL }, FALSE },
  { { "Perjanjian kerja sama tentang", { 0, 0 }, NULL, NULL }, { PTKDN, { 1, 2 }, NULL, NULL },
    FALSE },
  /* with the same parties less is enough */
  { { "Penempatan kerja", { 1, 2 }, NULL, NULL }, { PTKDN, { 1, 2 }, NULL, NULL }, TRUE },
  { { "Penempatan kerja", { 1, 3 }, NULL, NULL }, { PTKDN, { 1, 2 }, NULL, NULL }, FALSE },
  { { "Penempatan kerja", { 1, 0 }, NULL, NULL }, { PTKDN, { 1, 2 }, NULL, NULL }, TRUE },
  { { "Pertukaran data", { 1, 2 }, NULL, NULL }, { PTKDN, { 1, 2 }, NULL, NULL }, FALSE },
  /* one after the other is not at the same time; what is open-ended is */
  { { PTKDN, { 1, 2 }, "2028-10-11", "2031-10-10" }, { PTKDN, { 1, 2 }, "2025-10-11", "2028-10-10" },
    FALSE },
  { { PTKDN, { 1, 2 }, "2028-10-10", "2031-10-10" }, { PTKDN, { 1, 2 }, "2025-10-11", "2028-10-10" },
    TRUE },
  { { PTKDN, { 1, 2 }, "2028-10-11", NULL }, { PTKDN, { 1, 2 }, "2025-10-11", NULL }, TRUE },
  { { PTKDN, { 1, 2 }, "2020-01-01", "2022-12-31" }, { PTKDN, { 1, 2 }, "2025-10-11", NULL }, FALSE },
};

static void
test_alike (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SelAgreementOutline) typed = outline_of (&cases[i].typed);
      g_autoptr (SelAgreementOutline) known = outline_of (&cases[i].known);

      g_test_message ("case %u", (guint) i);
      g_assert_cmpint (sel_agreement_outline_compare (typed, known) > 0, ==, cases[i].is_alike);
    }
}

/* The same parties count for more than all the words. */
static void
test_order (void)
{
  const Sketch typed = { "Penempatan tenaga kerja klien", { 1, 2 }, NULL, NULL };
  const Sketch of_same = { "Penempatan klien", { 1, 2 }, NULL, NULL };
  const Sketch of_nobody = { "Penempatan tenaga kerja klien", { 0, 0 }, NULL, NULL };
  g_autoptr (SelAgreementOutline) one = outline_of (&typed);
  g_autoptr (SelAgreementOutline) two = outline_of (&of_same);
  g_autoptr (SelAgreementOutline) three = outline_of (&of_nobody);

  g_assert_cmpfloat (sel_agreement_outline_compare (one, two), >,
                     sel_agreement_outline_compare (one, three));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/agreement-alike/alike", test_alike);
  g_test_add_func ("/agreement-alike/order", test_order);

  return g_test_run ();
}
