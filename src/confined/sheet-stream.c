/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "confined/sheet-stream.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>

#include <glib/gi18n-lib.h>

#include "confined/descriptor.h"
#include "confined/process.h"
#include "confined/sheet-problem.h"

struct _SelSheetStream
{
  SelConfinedProcess *process;
  char *name; /* of the file, for sentences */
  gint64 modified;
  gint64 size;
  gint64 n_read;
  SelSheetFound found;
  guint last_row;
  SelSheetProgressFunc progress; /* NULL for none */
  gpointer user_data;
  SelCell cells[SEL_SHEET_MOST_COLUMNS]; /* of the last row */
};

/* What came is what no sound reader says; it is ended at once. */
static gboolean
fail_protocol (SelSheetStream *self, GError **error)
{
  g_clear_pointer (&self->process, sel_confined_process_free);
  g_propagate_error (error, sel_confined_error_new (SEL_CONFINED_ERROR_PROTOCOL, self->name));
  return FALSE;
}

static gboolean
fail_stopped (SelSheetStream *self, SelFrameReader *payload, GError **error)
{
  const SelSheetProblem problem = sel_frame_get_u32 (payload);
  const guint32 row = sel_frame_get_u32 (payload);
  const char *detail = sel_frame_get_text (payload, SEL_SHEET_MOST_ROW);
  g_autofree char *sentence = NULL;

  if (!sel_frame_reader_finish (payload) || detail == NULL ||
      !(sentence = sel_sheet_problem_dup_sentence (problem, detail)))
    return fail_protocol (self, error);

  if (row > 0)
    /* Translators: a file's name, a row in it, and a whole sentence on what is wrong there. */
    g_set_error (error, SEL_CONFINED_ERROR, SEL_CONFINED_ERROR_REFUSED, _ ("“%s”, row %u: %s"),
                 self->name, row, sentence);
  else
    g_set_error (error, SEL_CONFINED_ERROR, SEL_CONFINED_ERROR_REFUSED, _ ("“%s”: %s"), self->name,
                 sentence);
  return FALSE;
}

static gboolean
take_progress (SelSheetStream *self, SelFrameReader *payload, GError **error)
{
  self->n_read = sel_frame_get_i64 (payload);
  if (!sel_frame_reader_finish (payload))
    return fail_protocol (self, error);

  if (self->progress)
    self->progress (sel_sheet_stream_get_progress (self), self->user_data);
  return TRUE;
}

static gboolean
take_found (SelSheetStream *self, SelFrameReader *payload, GError **error)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  guint32 n_names;

  self->found.kind = sel_frame_get_u32 (payload);
  self->found.delimiter = sel_frame_get_u32 (payload);
  self->found.encoding = sel_frame_get_u32 (payload);
  self->found.sheet = sel_frame_get_u32 (payload);
  n_names = sel_frame_get_u32 (payload);
  if (self->found.kind < SEL_SHEET_CSV || self->found.kind > SEL_SHEET_IMS ||
      self->found.delimiter > 0x7f || self->found.encoding >= SEL_N_ENCODINGS ||
      n_names > SEL_SHEET_MOST_SHEETS || self->found.sheet >= MAX (n_names, 1))
    return fail_protocol (self, error);

  for (guint i = 0; i < n_names; i++)
    {
      const char *name = sel_frame_get_text (payload, SEL_SHEET_MOST_NAME);

      g_strv_builder_add (names, name ? name : "");
    }
  self->found.sheets = g_strv_builder_end (names);
  return sel_frame_reader_finish (payload) || fail_protocol (self, error);
}

/* Waits for what the reader found, which comes before every row. */
static gboolean
read_found (SelSheetStream *self, GCancellable *cancellable, GError **error)
{
  SelFrame frame;

  while (sel_confined_process_read (self->process, &frame, cancellable, error))
    switch (frame.kind)
      {
      case SEL_FRAME_SHEET_FOUND:
        return take_found (self, &frame.payload, error);
      case SEL_FRAME_SHEET_STOPPED:
        return fail_stopped (self, &frame.payload, error);
      case SEL_FRAME_SHEET_PROGRESS:
        if (!take_progress (self, &frame.payload, error))
          return FALSE;
        break;
      default:
        return fail_protocol (self, error);
      }

  return FALSE;
}

static gboolean
ask (SelSheetStream *self, const SelSheetLayout *layout, gint64 n_wanted, GError **error)
{
  SelFrameWriter *question = sel_confined_process_begin (self->process, SEL_FRAME_SHEET_READ);

  sel_frame_put_u32 (question, layout->delimiter);
  sel_frame_put_u32 (question, layout->encoding);
  sel_frame_put_text (question, layout->sheet);
  sel_frame_put_i64 (question, n_wanted);
  return sel_confined_process_ask (self->process, -1, error);
}

/**
 * sel_sheet_stream_new:
 * @file: (transfer none): the file, open for reading
 * @name: what its user calls it, for sentences
 * @n_wanted: how many rows are wanted; 0 for all
 *
 * Returns: (transfer full) (nullable): the stream, once the reader has said what the file is; on
 *   error %SEL_CONFINED_ERROR
 */
SelSheetStream *
sel_sheet_stream_new (int file,
                      const char *name,
                      const SelSheetLayout *layout,
                      gint64 n_wanted,
                      GCancellable *cancellable,
                      GError **error)
{
  g_autoptr (SelSheetStream) self = g_new0 (SelSheetStream, 1);
  struct stat status;

  if (fstat (file, &status) != 0 || !S_ISREG (status.st_mode))
    {
      g_set_error (error, SEL_CONFINED_ERROR, SEL_CONFINED_ERROR_REFUSED,
                   _ ("“%s” is not a file that can be read. Choose a CSV or XLSX file."), name);
      return NULL;
    }

  self->name = g_strdup (name);
  self->size = status.st_size;
  self->modified = status.st_mtim.tv_sec;
  self->process = sel_confined_process_spawn (SEL_CONFINED_READ_SHEET, file, name, error);
  if (self->process == NULL || !ask (self, layout, n_wanted, error) ||
      !read_found (self, cancellable, error))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * sel_sheet_stream_new_for_path:
 *
 * As sel_sheet_stream_new(), for a file that is not open yet.
 */
SelSheetStream *
sel_sheet_stream_new_for_path (const char *path,
                               const SelSheetLayout *layout,
                               gint64 n_wanted,
                               GCancellable *cancellable,
                               GError **error)
{
  g_autofree char *name = g_filename_display_basename (path);
  /* To open a pipe would wait for somebody to write into it. */
  g_auto (SelDescriptor) file = open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);

  if (file < 0)
    {
      g_set_error (error, SEL_CONFINED_ERROR, SEL_CONFINED_ERROR_REFUSED,
                   /* Translators: the first %s is a file's name, the second the system's reason. */
                   _ ("“%s” cannot be opened: %s. Check its name, and that you may read it."),
                   name, g_strerror (errno));
      return NULL;
    }

  return sel_sheet_stream_new (file, name, layout, n_wanted, cancellable, error);
}

/**
 * sel_sheet_stream_free:
 *
 * Ends the reader too, wherever it is.
 */
void
sel_sheet_stream_free (SelSheetStream *self)
{
  g_clear_pointer (&self->process, sel_confined_process_free);
  g_clear_pointer (&self->found.sheets, g_strfreev);
  g_free (self->name);
  g_free (self);
}

/**
 * sel_sheet_stream_set_progress:
 * @progress: called within sel_sheet_stream_next(), which may wait long for a row
 */
void
sel_sheet_stream_set_progress (SelSheetStream *self,
                               SelSheetProgressFunc progress,
                               gpointer user_data)
{
  self->progress = progress;
  self->user_data = user_data;
}

const SelSheetFound *
sel_sheet_stream_get_found (SelSheetStream *self)
{
  return &self->found;
}

/* When the file was last changed, in seconds since 1970. */
gint64
sel_sheet_stream_get_modified (SelSheetStream *self)
{
  return self->modified;
}

static gboolean
take_row (SelSheetStream *self, SelFrameReader *payload, SelSheetRow *row, GError **error)
{
  row->number = sel_frame_get_u32 (payload);
  row->n_cells = sel_frame_get_u32 (payload);
  row->cells = self->cells;
  /* Elements of XML can share a line. */
  if (row->number < self->last_row + (self->found.kind != SEL_SHEET_IMS) || row->number == 0 ||
      row->n_cells > SEL_SHEET_MOST_COLUMNS)
    return fail_protocol (self, error);

  self->last_row = row->number;
  for (guint i = 0; i < row->n_cells; i++)
    {
      SelCell *cell = &self->cells[i];

      cell->type = sel_frame_get_u32 (payload);
      cell->text = cell->type == SEL_CELL_EMPTY
                     ? NULL
                     : sel_frame_get_text (payload, SEL_SHEET_MOST_CELL);
      if (cell->type >= SEL_N_CELL_TYPES || (cell->type != SEL_CELL_EMPTY && cell->text == NULL))
        return fail_protocol (self, error);
    }
  return sel_frame_reader_finish (payload) || fail_protocol (self, error);
}

/**
 * sel_sheet_stream_next:
 * @row: (out): the next row that is not empty; its number is 0 when there is none
 *
 * Returns: %FALSE on error: %SEL_CONFINED_ERROR_REFUSED when the file cannot be read any further,
 *   with its name, the row and the reason; others when the reader came to grief
 */
gboolean
sel_sheet_stream_next (SelSheetStream *self,
                       SelSheetRow *row,
                       GCancellable *cancellable,
                       GError **error)
{
  SelFrame frame;

  *row = (SelSheetRow){ 0 };
  if (self->process == NULL)
    return TRUE;

  while (sel_confined_process_read (self->process, &frame, cancellable, error))
    switch (frame.kind)
      {
      case SEL_FRAME_SHEET_ROW:
        return take_row (self, &frame.payload, row, error);
      case SEL_FRAME_SHEET_STOPPED:
        return fail_stopped (self, &frame.payload, error);
      case SEL_FRAME_SHEET_PROGRESS:
        if (!take_progress (self, &frame.payload, error))
          return FALSE;
        break;
      case SEL_FRAME_SHEET_END:
        if (!sel_frame_reader_finish (&frame.payload))
          return fail_protocol (self, error);
        self->n_read = self->size;
        g_clear_pointer (&self->process, sel_confined_process_free);
        return TRUE;
      default:
        return fail_protocol (self, error);
      }

  return FALSE;
}

/**
 * sel_sheet_stream_get_progress:
 *
 * Returns: how much of the file the reader has read, from 0 to 1
 */
double
sel_sheet_stream_get_progress (SelSheetStream *self)
{
  return self->size > 0 ? CLAMP ((double) self->n_read / (double) self->size, 0, 1) : 0;
}

/* As it is called in mapping files and by people; NULL for none. */
const char *
sel_sheet_encoding_name (SelSheetEncoding encoding)
{
  static const char *const names[SEL_N_ENCODINGS] = {
    [SEL_ENCODING_UTF8] = "UTF-8",
    [SEL_ENCODING_UTF8_MARKED] = "UTF-8-BOM",
    [SEL_ENCODING_WINDOWS_1252] = "Windows-1252",
    [SEL_ENCODING_UTF16_LE] = "UTF-16LE",
    [SEL_ENCODING_UTF16_BE] = "UTF-16BE",
  };

  return encoding < SEL_N_ENCODINGS ? names[encoding] : NULL;
}
