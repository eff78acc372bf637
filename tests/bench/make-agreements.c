/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Fills a register with agreements, each with its parties and a PDF of its own:
 *
 *   make-agreements DATABASE COUNT KIBIBYTES UNREAD
 *
 * The PDFs are written here, five pages of words and then ballast up to KIBIBYTES each. UNREAD of
 * them are left to be read by the confined reader; the texts of the others are put into the index by
 * the function that it calls, as they were written. Or it writes one PDF, to be read:
 *
 *   make-agreements --pdf PAGES FILE */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "domain/word-fold.h"
#include "store/content.h"
#include "store/page-text.h"
#include "store/store.h"

#define PAGES 5
#define LINES 38
#define WORDS_IN_LINE 9
#define AGREEMENTS_IN_ACT 200
#define AGREEMENTS_FOR_COHORT 4
#define PEOPLE_IN_COHORT 8
#define N_PARTNERS 400

/* What such texts are made of, the frequent words first. */
static const char *const words[] = {
  "dan",
  "yang",
  "PIHAK",
  "Pasal",
  "pelaksanaan",
  "dalam",
  "PARA",
  "kerja",
  "sama",
  "untuk",
  "perjanjian",
  "ini",
  "dengan",
  "ayat",
  "sebagaimana",
  "dimaksud",
  "kegiatan",
  "pelatihan",
  "peserta",
  "rehabilitasi",
  "KESATU",
  "KEDUA",
  "berdasarkan",
  "ketentuan",
  "peraturan",
  "perundang",
  "undangan",
  "melaksanakan",
  "penyediaan",
  "tempat",
  "biaya",
  "pembiayaan",
  "jangka",
  "waktu",
  "berlaku",
  "tanggal",
  "ditandatangani",
  "perselisihan",
  "diselesaikan",
  "musyawarah",
  "mufakat",
  "kewajiban",
  "hak",
  "tanggung",
  "jawab",
  "data",
  "informasi",
  "pertukaran",
  "evaluasi",
  "pemantauan",
  "laporan",
  "tahunan",
  "narkotika",
  "klien",
  "keterampilan",
  "kompetensi",
  "instruktur",
  "sarana",
  "prasarana",
  "penempatan",
  "tenaga",
  "ketenagakerjaan",
  "kesempatan",
  "perluasan",
  "keadaan",
  "kahar",
  "adendum",
  "perubahan",
  "disepakati",
  "tertulis",
  "pengakhiran",
  "perpanjangan",
  "wirausaha",
  "pendampingan",
  "kelompok",
  "pertukangan",
  "perbengkelan",
  "boga",
  "magang",
  "sertifikat",
  "kerahasiaan",
  "korespondensi",
  "pejabat",
  "menunjuk",
};

static char *names[20000];

static void
make_names (GRand *random)
{
  static const char *const syllables[] = { "ba", "di", "ku", "ra", "ni", "sa", "to", "wi", "mu",
                                           "la", "har", "yan", "sur", "gun", "tri" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      GString *name = g_string_new (NULL);

      for (int n = g_rand_int_range (random, 2, 5); n > 0; n--)
        g_string_append (name, syllables[g_rand_int_range (random, 0, G_N_ELEMENTS (syllables))]);
      name->str[0] = g_ascii_toupper (name->str[0]);
      names[i] = g_string_free (name, FALSE);
    }
}

static const char *
pick_word (GRand *random)
{
  double place = g_rand_double (random);

  if (g_rand_double (random) < 0.12)
    return names[g_rand_int_range (random, 0, G_N_ELEMENTS (names))];
  return words[(guint) (place * place * G_N_ELEMENTS (words))];
}

static char *
dup_words (GRand *random, guint n)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "%s%s", i ? " " : "", pick_word (random));
  return g_string_free (text, FALSE);
}

static char *
dup_page (GRand *random)
{
  GString *page = g_string_new (NULL);

  for (guint i = 0; i < LINES; i++)
    {
      g_autofree char *line = dup_words (random, WORDS_IN_LINE);

      g_string_append_printf (page, "%s%s", i ? "\n" : "", line);
    }
  return g_string_free (page, FALSE);
}

static void
add_object (GString *pdf, GArray *offsets, const char *object)
{
  gsize offset = pdf->len;

  g_array_append_val (offsets, offset);
  g_string_append_printf (pdf, "%u 0 obj\n%s\nendobj\n", offsets->len, object);
}

static void
add_page (GString *pdf, GArray *offsets, const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_autoptr (GString) content = g_string_new ("BT /F 10 Tf 14 TL 60 780 Td\n");
  g_autofree char *page = NULL;
  g_autofree char *stream = NULL;

  for (guint i = 0; lines[i]; i++)
    g_string_append_printf (content, "(%s) Tj T*\n", lines[i]);
  g_string_append (content, "ET");
  page = g_strdup_printf ("<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents %u 0 R"
                          "/Resources<</Font<</F 3 0 R>>>>>>",
                          offsets->len + 2);
  stream = g_strdup_printf ("<</Length %zu>>stream\n%s\nendstream", content->len, content->str);
  add_object (pdf, offsets, page);
  add_object (pdf, offsets, stream);
}

/* With @n_ballast bytes that no page shows. */
static GBytes *
make_pdf (char **texts, guint n_pages, gsize n_ballast, GRand *random)
{
  GString *pdf = g_string_new ("%PDF-1.4\n");
  g_autoptr (GArray) offsets = g_array_new (FALSE, FALSE, sizeof (gsize));
  g_autoptr (GString) kids = g_string_new (NULL);
  g_autofree char *pages = NULL;
  gsize table;

  for (guint i = 0; i < n_pages; i++)
    g_string_append_printf (kids, " %u 0 R", 4 + 2 * i);
  pages = g_strdup_printf ("<</Type/Pages/Count %u/Kids[%s]>>", n_pages, kids->str);
  add_object (pdf, offsets, "<</Type/Catalog/Pages 2 0 R>>");
  add_object (pdf, offsets, pages);
  add_object (pdf, offsets, "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>");
  for (guint i = 0; i < n_pages; i++)
    add_page (pdf, offsets, texts[i]);
  if (n_ballast > pdf->len)
    {
      g_autoptr (GString) ballast = g_string_new (NULL);
      gsize n = n_ballast - pdf->len;

      g_string_append_printf (ballast, "<</Length %zu>>stream\n", n);
      for (gsize i = 0; i < n; i++)
        g_string_append_c (ballast, "0123456789abcdef"[g_rand_int (random) >> 28]);
      g_string_append (ballast, "\nendstream");
      add_object (pdf, offsets, ballast->str);
    }

  table = pdf->len;
  g_string_append_printf (pdf, "xref\n0 %u\n0000000000 65535 f \n", offsets->len + 1);
  for (guint i = 0; i < offsets->len; i++)
    g_string_append_printf (pdf, "%010zu 00000 n \n", g_array_index (offsets, gsize, i));
  g_string_append_printf (pdf, "trailer<</Root 1 0 R/Size %u>>\nstartxref\n%zu\n%%%%EOF\n",
                          offsets->len + 1, table);
  return g_string_free_to_bytes (pdf);
}

typedef struct
{
  GRand *random;
  guint first;
  guint n;
  gsize n_bytes;
  guint n_read; /* agreements from here on are left unread */
  GPtrArray *hashes;
  GPtrArray *texts; /* of GStrv */
} Batch;

static gboolean
insert (SelAct *act, const SelRecordType *type, gpointer take_record, gint64 *id, GError **error)
{
  gboolean is_done = sel_act_insert (act, type, take_record, error);

  if (id)
    *id = ((SelRecord *) take_record)->id;
  sel_record_free (type, take_record);
  return is_done;
}

static gboolean
add_party (SelAct *act, gint64 agreement, int position, guint number, GError **error)
{
  SelParty *party = sel_record_new (&sel_party_type);

  party->agreement = agreement;
  party->position = position;
  party->partner = 1 + (number * 7 + position * 13) % N_PARTNERS;
  party->number = g_strdup_printf ("PKS/%u/%u/%d", number, 2005 + number % 21, position);
  party->signatory = g_strdup (names[(number * 3 + position) % G_N_ELEMENTS (names)]);
  return insert (act, &sel_party_type, party, NULL, error);
}

/* What is counted of one that is opened: people who were trained, and asked afterwards. */
static gboolean
add_cohort (SelAct *act, gint64 agreement, const GDate *day, GError **error)
{
  SelCohort *cohort = sel_record_new (&sel_cohort_type);
  gint64 id, participant, enrolment;

  cohort->name = g_strdup ("Angkatan I");
  cohort->course = 1;
  cohort->agreement = agreement;
  cohort->capacity = PEOPLE_IN_COHORT;
  cohort->starts_on = cohort->ends_on = *day;
  if (!insert (act, &sel_cohort_type, cohort, &id, error))
    return FALSE;

  for (guint i = 0; i < PEOPLE_IN_COHORT; i++)
    {
      SelParticipant *person = sel_record_new (&sel_participant_type);
      SelEnrolment *seat = sel_record_new (&sel_enrolment_type);
      SelFollowUp *question = sel_record_new (&sel_follow_up_type);

      person->name = g_strdup (names[(id * PEOPLE_IN_COHORT + i) % G_N_ELEMENTS (names)]);
      person->kind = 1;
      if (!insert (act, &sel_participant_type, person, &participant, error))
        return FALSE;
      seat->participant = participant;
      seat->cohort = id;
      seat->stage = SEL_ENROLMENT_COMPLETED;
      if (!insert (act, &sel_enrolment_type, seat, &enrolment, error))
        return FALSE;
      question->enrolment = enrolment;
      question->due_on = question->held_on = *day;
      question->outcome = 1;
      if (!insert (act, &sel_follow_up_type, question, NULL, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
add_agreement (SelAct *act, Batch *batch, guint number, GError **error)
{
  SelAgreement *agreement = sel_record_new (&sel_agreement_type);
  SelDocument *document = sel_record_new (&sel_document_type);
  g_autofree char *subject = dup_words (batch->random, 7);
  GStrv texts = g_new0 (char *, PAGES + 1);
  g_autoptr (GBytes) pdf = NULL;
  gint64 id;
  GDate day;

  for (guint i = 0; i < PAGES; i++)
    texts[i] = dup_page (batch->random);
  pdf = make_pdf (texts, PAGES, batch->n_bytes, batch->random);

  agreement->kind = number % 4 ? SEL_AGREEMENT_COOPERATION : SEL_AGREEMENT_MEMORANDUM;
  agreement->title = g_strdup_printf ("Kerja sama %s %u", subject, number);
  agreement->stage = SEL_AGREEMENT_STAGE_SIGNED;
  g_date_set_dmy (&agreement->signed_on, 1 + number % 28, 1 + number % 12, 2005 + number % 21);
  day = agreement->starts_on = agreement->ends_on = agreement->signed_on;
  g_date_add_years (&agreement->ends_on, 3);
  document->kind = SEL_DOCUMENT_SIGNED;
  document->title = g_strdup ("Naskah yang ditandatangani");
  document->file = g_strdup_printf ("naskah-%u.pdf", number);
  document->pages = PAGES;
  document->sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, pdf);
  g_ptr_array_add (batch->hashes, g_strdup (document->sha256));
  g_ptr_array_add (batch->texts, texts);
  if (!sel_content_put (act, document->sha256, pdf, error) ||
      !insert (act, &sel_agreement_type, agreement, &id, error))
    return FALSE;

  document->agreement = id;
  return insert (act, &sel_document_type, document, NULL, error) &&
         add_party (act, id, 1, number, error) && add_party (act, id, 2, number, error) &&
         (number % AGREEMENTS_FOR_COHORT || add_cohort (act, id, &day, error));
}

static gboolean
add_batch (SelAct *act, gpointer data, GError **error)
{
  Batch *batch = data;

  for (guint i = 0; i < batch->n; i++)
    if (!add_agreement (act, batch, batch->first + i, error))
      return FALSE;

  return TRUE;
}

static gboolean
add_partners (SelAct *act, G_GNUC_UNUSED gpointer data, GError **error)
{
  for (guint i = 0; i < N_PARTNERS; i++)
    {
      SelPartner *partner = sel_record_new (&sel_partner_type);

      partner->name = g_strdup_printf ("Balai Latihan Kerja %s", names[i * 31]);
      partner->short_name = g_strdup_printf ("BLK %s", names[i * 31]);
      partner->kind = 1;
      if (!insert (act, &sel_partner_type, partner, NULL, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
add_course (SelAct *act, G_GNUC_UNUSED gpointer data, GError **error)
{
  SelCourse *course = sel_record_new (&sel_course_type);

  course->name = g_strdup ("Las");
  course->vocation = g_strdup ("Las");
  return insert (act, &sel_course_type, course, NULL, error);
}

static gboolean
put_texts (SelConnection *connection, gpointer data, GError **error)
{
  Batch *batch = data;

  for (guint i = 0; i < batch->n && batch->first + i < batch->n_read; i++)
    {
      GStrv texts = g_ptr_array_index (batch->texts, i);
      g_auto (GStrv) folded = g_new0 (char *, PAGES + 1);

      for (guint j = 0; texts[j]; j++)
        {
          GString *page = g_string_new (NULL);

          sel_word_fold_text (texts[j], page);
          folded[j] = g_string_free (page, FALSE);
        }
      if (!sel_page_text_put (connection, g_ptr_array_index (batch->hashes, i),
                              (const char *const *) texts, (const char *const *) folded, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
fill (const char *path, guint count, gsize n_bytes, guint n_unread, GError **error)
{
  g_autoptr (SelStore) store = sel_store_open (path, error);
  g_autoptr (GRand) random = g_rand_new_with_seed (1);

  make_names (random);
  if (store == NULL || !sel_store_write (store, SEL_ACT_FORM, add_partners, NULL, NULL, error) ||
      !sel_store_write (store, SEL_ACT_FORM, add_course, NULL, NULL, error))
    return FALSE;

  for (guint first = 0; first < count; first += AGREEMENTS_IN_ACT)
    {
      g_autoptr (GPtrArray) hashes = g_ptr_array_new_with_free_func (g_free);
      g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
      Batch batch = { random, first, MIN (AGREEMENTS_IN_ACT, count - first), n_bytes,
                      count - n_unread, hashes, texts };

      if (!sel_store_write (store, SEL_ACT_FORM, add_batch, &batch, NULL, error) ||
          !sel_store_write_derived (store, put_texts, &batch, NULL, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
write_pdf (const char *file, guint n_pages, GError **error)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (2);
  GStrv texts = g_new0 (char *, n_pages + 1);
  g_autoptr (GBytes) pdf = NULL;

  make_names (random);
  for (guint i = 0; i < n_pages; i++)
    texts[i] = dup_page (random);
  pdf = make_pdf (texts, n_pages, 0, random);
  g_strfreev (texts);
  return g_file_set_contents (file, g_bytes_get_data (pdf, NULL), (gssize) g_bytes_get_size (pdf),
                              error);
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  gboolean is_done = FALSE;

  if (argc == 4 && g_str_equal (argv[1], "--pdf"))
    is_done = write_pdf (argv[3], (guint) atoi (argv[2]), &error);
  else if (argc == 5)
    is_done = fill (argv[1], (guint) atoi (argv[2]), (gsize) atoi (argv[3]) << 10,
                    (guint) atoi (argv[4]), &error);
  if (is_done)
    return EXIT_SUCCESS;

  fprintf (stderr, "make-agreements: %s\n", error ? error->message : "wrong arguments");
  return EXIT_FAILURE;
}
