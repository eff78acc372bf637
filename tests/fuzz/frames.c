/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The program's side of the channel: frames as a confined reader that was taken over may send them,
 * decoded and, where they are records, held against the rules. */
#include "frames.h"

#include <string.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <unistd.h>

#include "confined/exchange-stream.h"
#include "confined/pdf-answers.h"
#include "confined/pdf.h"
#include "confined/process.h"
#include "confined/protocol.h"
#include "domain/findings.h"
#include "domain/records.h"
#include "drain.h"

/* Where the frames of the input come from. There is no process behind it. */
static SelFrameChannel *
channel_new (const uint8_t *data, size_t length)
{
  const int room = 1 << 22;
  int pair[2];

  g_assert (socketpair (AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, pair) == 0);
  setsockopt (pair[1], SOL_SOCKET, SO_SNDBUF, &room, sizeof room);
  if (send (pair[1], data, length, MSG_DONTWAIT) < 0)
    length = 0; /* it has no room: nothing comes */
  close (pair[1]);
  return sel_frame_channel_new (pair[0], SEL_CHANNEL_NEVER_BLOCKS);
}

/* In place of process.c, for the stream. */
struct _SelConfinedProcess
{
  SelFrameChannel *channel;
};

static const uint8_t *input;
static size_t input_length;

SelConfinedProcess *
sel_confined_process_spawn (G_GNUC_UNUSED SelConfinedMode mode,
                            G_GNUC_UNUSED int file,
                            G_GNUC_UNUSED const char *name,
                            G_GNUC_UNUSED GError **error)
{
  SelConfinedProcess *self = g_new0 (SelConfinedProcess, 1);

  self->channel = channel_new (input, input_length);
  return self;
}

void
sel_confined_process_free (SelConfinedProcess *self)
{
  sel_frame_channel_free (self->channel);
  g_free (self);
}

gboolean
sel_confined_process_read (SelConfinedProcess *self,
                           SelFrame *frame,
                           G_GNUC_UNUSED GCancellable *cancellable,
                           GError **error)
{
  if (sel_frame_channel_next (self->channel, frame) == SEL_CHANNEL_FRAME)
    return TRUE;

  g_propagate_error (error, sel_confined_error_new (SEL_CONFINED_ERROR_DIED, "frames"));
  return FALSE;
}

/* What an import does with what a record says before it looks into the register. */
static void
take_record (const SelExchangeItem *item)
{
  SelRecord *record = sel_record_new (item->type);
  SelFindings *findings = sel_findings_new ();
  GDate today;

  g_date_clear (&today, 1);
  g_date_set_dmy (&today, 22, G_DATE_NOVEMBER, 2025);
  for (guint i = 0; i < item->type->n_fields; i++)
    {
      const SelField *field = &item->type->fields[i];
      g_autofree char *text = NULL;

      if (item->texts[i] && field->kind != SEL_FIELD_REFERENCE &&
          sel_field_set_text (field, record, item->texts[i], NULL))
        {
          text = sel_field_dup_text (field, record);
          g_assert (text == NULL || g_utf8_validate (text, -1, NULL));
        }
    }

  sel_record_derive (item->type, record);
  sel_record_check (item->type, record, &today, findings);
  sel_findings_free (findings);
  sel_record_free (item->type, record);
}

static void
take_item (const SelExchangeItem *item)
{
  g_assert (item->id == NULL || g_utf8_validate (item->id, -1, NULL));
  g_assert (item->kind != SEL_EXCHANGE_ITEM_REFUSAL ||
            g_utf8_validate (item->reason, -1, NULL));

  for (guint i = 0; item->texts && i < item->type->n_fields; i++)
    g_assert (item->texts[i] == NULL || g_utf8_validate (item->texts[i], -1, NULL));
  if (item->kind == SEL_EXCHANGE_ITEM_RECORD)
    take_record (item);
}

static void
take_exchange (const uint8_t *data, size_t length)
{
  g_autoptr (SelExchangeStream) stream = NULL;
  g_autoptr (GError) error = NULL;
  SelExchangeItem item = { 0 };
  static int file = -1;

  if (file < 0)
    file = memfd_create ("input", MFD_CLOEXEC);
  input = data;
  input_length = length;
  stream = sel_exchange_stream_new (file, "frames", &error);
  g_assert_no_error (error);

  while (item.kind != SEL_EXCHANGE_ITEM_END &&
         sel_exchange_stream_next (stream, &item, NULL, &error))
    take_item (&item);
  g_assert (error == NULL || g_utf8_validate (error->message, -1, NULL));
}

static gboolean
take_pdf_list (Frames kind, SelFrame *answer, GError **error)
{
  const SelFrameKind question = kind == FRAMES_PDF_LINKS     ? SEL_FRAME_PDF_LINKS
                                : kind == FRAMES_PDF_OUTLINE ? SEL_FRAME_PDF_OUTLINE
                                                             : SEL_FRAME_PDF_SIGNATURES;
  g_autoptr (GPtrArray) list = sel_pdf_answer_list (answer, question, "frames", 0, 2, error);

  g_assert (list == NULL || list->len <= SEL_PDF_MAX_BOOKMARKS);
  return list != NULL;
}

static void
take_pdf_answer (Frames kind, SelFrame *answer)
{
  const SelPdfSize size = { 595, 842 };
  g_autoptr (GArray) hits = sel_pdf_hits_new ();
  g_autoptr (GArray) sizes = NULL;
  g_autofree char *title = NULL;
  g_autoptr (SelPageText) text = NULL;
  g_autoptr (GError) error = NULL;
  gboolean is_good;

  if (kind == FRAMES_PDF_OPENED)
    is_good = sel_pdf_answer_opened (answer, "frames", FALSE, &title, &sizes, &error);
  else if (kind == FRAMES_PDF_RENDERED)
    is_good = sel_pdf_answer_rendered (answer, "frames", 0, &error);
  else if (kind == FRAMES_PDF_HITS)
    is_good = sel_pdf_answer_hits (answer, "frames", 0, hits, &error);
  else if (kind >= FRAMES_PDF_LINKS)
    is_good = take_pdf_list (kind, answer, &error);
  else
    is_good = (text = sel_pdf_answer_text (answer, "frames", 0, &size, &error)) != NULL;

  g_assert (is_good == (error == NULL));
  g_assert (title == NULL || g_utf8_validate (title, -1, NULL));
  g_assert (text == NULL || text->n_letters == (gulong) g_utf8_strlen (text->text, -1));
  g_assert (sizes == NULL || (sizes->len > 0 && sizes->len <= SEL_PDF_MAX_PAGES));
  g_assert (hits->len <= SEL_PDF_MAX_HITS);
}

static void
take_pdf_answers (Frames kind, const uint8_t *data, size_t length)
{
  g_autoptr (SelFrameChannel) channel = channel_new (data, length);
  SelFrame answer;

  while (sel_frame_channel_next (channel, &answer) == SEL_CHANNEL_FRAME)
    take_pdf_answer (kind, &answer);
}

int
LLVMFuzzerInitialize (G_GNUC_UNUSED int *argc, G_GNUC_UNUSED char ***argv)
{
  return 0;
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t length)
{
  if (length == 0 || data[0] >= N_FRAMES)
    return -1; /* it is not kept */

  if (data[0] == FRAMES_EXCHANGE)
    take_exchange (data + 1, length - 1);
  else
    take_pdf_answers (data[0], data + 1, length - 1);
  return 0;
}
