/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "confined/exchange-stream.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>

#include <glib/gi18n-lib.h>

#include "confined/descriptor.h"
#include "confined/exchange-problem.h"
#include "confined/process.h"

struct _SelExchangeStream
{
  SelConfinedProcess *process;
  char *name; /* of the file, for sentences */
  gint64 size;
  gint64 n_read;
  gboolean has_header;
  guint64 n_records;

  /* What the last item lends, besides the frame. */
  const char *texts[SEL_EXCHANGE_MOST_FIELDS];
  char *reason;
};

/**
 * sel_exchange_stream_new:
 * @file: (transfer none): the file, open for reading; it is read from where it stands
 * @name: what its user calls it, for sentences
 *
 * Returns: (transfer full) (nullable): the stream; on error %SEL_CONFINED_ERROR
 */
SelExchangeStream *
sel_exchange_stream_new (int file, const char *name, GError **error)
{
  g_autoptr (SelExchangeStream) self = g_new0 (SelExchangeStream, 1);
  struct stat status;

  if (fstat (file, &status) != 0 || !S_ISREG (status.st_mode))
    {
      g_set_error (error, SEL_CONFINED_ERROR, SEL_CONFINED_ERROR_REFUSED,
                   _ ("“%s” is not a file that can be read. Choose an XML file."), name);
      return NULL;
    }

  self->name = g_strdup (name);
  self->size = status.st_size;
  self->process = sel_confined_process_spawn (SEL_CONFINED_READ_EXCHANGE, file, name, error);
  return self->process ? g_steal_pointer (&self) : NULL;
}

/**
 * sel_exchange_stream_new_for_path:
 * @name: (nullable): what its user calls it, if that is not its own name
 *
 * As sel_exchange_stream_new(), for a file that is not open yet.
 */
SelExchangeStream *
sel_exchange_stream_new_for_path (const char *path, const char *name, GError **error)
{
  g_autofree char *own_name = g_filename_display_basename (path);
  /* To open a pipe would wait for somebody to write into it. */
  g_auto (SelDescriptor) file = open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);

  if (name == NULL)
    name = own_name;
  if (file < 0)
    {
      g_set_error (error, SEL_CONFINED_ERROR, SEL_CONFINED_ERROR_REFUSED,
                   /* Translators: the first %s is a file's name, the second the system's reason. */
                   _ ("“%s” cannot be opened: %s. Check its name, and that you may read it."),
                   name, g_strerror (errno));
      return NULL;
    }

  return sel_exchange_stream_new (file, name, error);
}

/**
 * sel_exchange_stream_free:
 *
 * Ends the reader too, wherever it is.
 */
void
sel_exchange_stream_free (SelExchangeStream *self)
{
  g_clear_pointer (&self->process, sel_confined_process_free);
  g_free (self->name);
  g_free (self->reason);
  g_free (self);
}

/* What came is what no sound reader says; it is ended at once. */
static gboolean
fail_protocol (SelExchangeStream *self, GError **error)
{
  g_clear_pointer (&self->process, sel_confined_process_free);
  g_propagate_error (error, sel_confined_error_new (SEL_CONFINED_ERROR_PROTOCOL, self->name));
  return FALSE;
}

/* The sender's identifier, which may be empty; NULL then. */
static const char *
get_id (SelFrameReader *payload)
{
  const char *id = sel_frame_get_text (payload, SEL_EXCHANGE_MOST_DETAIL);

  return id && *id ? id : NULL;
}

static gboolean
take_record (SelExchangeStream *self,
             SelFrameReader *payload,
             SelExchangeItem *item,
             GError **error)
{
  guint32 type_index;
  gboolean is_header;

  item->line = sel_frame_get_u32 (payload);
  type_index = sel_frame_get_u32 (payload);
  item->id = get_id (payload);
  if (type_index >= SEL_N_EXCHANGE_TYPES)
    return fail_protocol (self, error);

  item->type = sel_exchange_type_at (type_index);
  for (guint i = 0; i < item->type->n_fields; i++)
    {
      self->texts[i] = sel_frame_get_text (payload, SEL_EXCHANGE_MOST_TEXT);
      if (self->texts[i] == NULL && !(item->type->fields[i].flags & SEL_FIELD_OPTIONAL))
        return fail_protocol (self, error);
    }
  item->texts = self->texts;

  is_header = item->type == &sel_exchange_header_type;
  if (!sel_frame_reader_finish (payload) ||
      is_header == self->has_header ||
      is_header == (item->id != NULL))
    return fail_protocol (self, error);

  item->kind = is_header ? SEL_EXCHANGE_ITEM_HEADER : SEL_EXCHANGE_ITEM_RECORD;
  self->has_header = TRUE;
  self->n_records += !is_header;
  return TRUE;
}

/* Leaves the sentence in self->reason. */
static gboolean
take_problem (SelExchangeStream *self,
              SelFrameReader *payload,
              SelExchangeItem *item,
              GError **error)
{
  guint32 problem = sel_frame_get_u32 (payload);
  guint32 type_index;
  guint32 field_index;
  const char *detail;

  item->kind = SEL_EXCHANGE_ITEM_REFUSAL;
  item->line = sel_frame_get_u32 (payload);
  type_index = sel_frame_get_u32 (payload);
  field_index = sel_frame_get_u32 (payload);
  item->id = get_id (payload);
  detail = sel_frame_get_text (payload, SEL_EXCHANGE_MOST_DETAIL);
  if (!sel_frame_reader_finish (payload) ||
      (type_index >= SEL_N_EXCHANGE_TYPES && type_index != SEL_EXCHANGE_NOTHING))
    return fail_protocol (self, error);

  if (type_index != SEL_EXCHANGE_NOTHING)
    item->type = sel_exchange_type_at (type_index);
  if (item->type && field_index < item->type->n_fields)
    item->field = &item->type->fields[field_index];
  else if (field_index != SEL_EXCHANGE_NOTHING)
    return fail_protocol (self, error);

  self->reason = sel_exchange_problem_dup_sentence (problem, item->field, detail);
  item->reason = self->reason;
  item->value = problem == SEL_PROBLEM_VALUE && detail && *detail ? detail : NULL;
  return self->reason ? TRUE : fail_protocol (self, error);
}

static gboolean
fail_stopped (SelExchangeStream *self,
              SelFrameReader *payload,
              SelExchangeItem *item,
              GError **error)
{
  if (!take_problem (self, payload, item, error))
    return FALSE;

  if (item->line > 0)
    /* Translators: a file's name, a line in it, and a whole sentence on what is wrong there. */
    g_set_error (error, SEL_CONFINED_ERROR, SEL_CONFINED_ERROR_REFUSED, _ ("“%s”, line %u: %s"),
                 self->name, item->line, item->reason);
  else
    /* Translators: a file's name, and a whole sentence on what is wrong with it. */
    g_set_error (error, SEL_CONFINED_ERROR, SEL_CONFINED_ERROR_REFUSED, _ ("“%s”: %s"),
                 self->name, item->reason);
  return FALSE;
}

static gboolean
take_end (SelExchangeStream *self, SelFrameReader *payload, SelExchangeItem *item, GError **error)
{
  gint64 n_refused = sel_frame_get_i64 (payload);
  gint64 n_unlisted = sel_frame_get_i64 (payload);

  if (!sel_frame_reader_finish (payload) || !self->has_header || MIN (n_refused, n_unlisted) < 0)
    return fail_protocol (self, error);

  item->kind = SEL_EXCHANGE_ITEM_END;
  item->n_records = self->n_records;
  item->n_refused = (guint64) n_refused;
  item->n_unlisted = (guint64) n_unlisted;
  self->n_read = self->size;
  g_clear_pointer (&self->process, sel_confined_process_free);
  return TRUE;
}

static gboolean
take_progress (SelExchangeStream *self, SelFrameReader *payload, GError **error)
{
  self->n_read = sel_frame_get_i64 (payload);

  return sel_frame_reader_finish (payload) || fail_protocol (self, error);
}

/**
 * sel_exchange_stream_next:
 * @item: (out): the header, a record, a refusal or the end, lent until the next call
 *
 * Waits for the next item. Nothing may be asked for after the end or an error, unless that was
 * a cancellation.
 *
 * Returns: %FALSE on error: %SEL_CONFINED_ERROR_REFUSED when nothing in the file can be used, with
 *   the file's name, the line and the reason; others when the reader came to grief
 */
gboolean
sel_exchange_stream_next (SelExchangeStream *self,
                          SelExchangeItem *item,
                          GCancellable *cancellable,
                          GError **error)
{
  SelFrame frame;

  g_return_val_if_fail (self->process, FALSE);

  *item = (SelExchangeItem){ 0 };
  g_clear_pointer (&self->reason, g_free);

  while (sel_confined_process_read (self->process, &frame, cancellable, error))
    switch (frame.kind)
      {
      case SEL_FRAME_EXCHANGE_RECORD:
        return take_record (self, &frame.payload, item, error);
      case SEL_FRAME_EXCHANGE_REFUSED:
        return take_problem (self, &frame.payload, item, error);
      case SEL_FRAME_EXCHANGE_STOPPED:
        return fail_stopped (self, &frame.payload, item, error);
      case SEL_FRAME_EXCHANGE_END:
        return take_end (self, &frame.payload, item, error);
      case SEL_FRAME_EXCHANGE_PROGRESS:
        if (!take_progress (self, &frame.payload, error))
          return FALSE;
        break;
      default:
        return fail_protocol (self, error);
      }

  return FALSE;
}

/**
 * sel_exchange_stream_get_progress:
 *
 * Returns: how much of the file the reader has read, from 0 to 1
 */
double
sel_exchange_stream_get_progress (SelExchangeStream *self)
{
  return self->size > 0 ? CLAMP ((double) self->n_read / (double) self->size, 0, 1) : 0;
}
