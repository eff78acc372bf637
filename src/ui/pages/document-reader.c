/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/pages/document-reader.h"

/* So many readers in a row may end before one of them has drawn a page. */
#define MOST_DEATHS 8

struct _SelDocumentReader
{
  GObject parent_instance;

  GBytes *bytes;
  char *name;
  char *password;
  GCancellable *opening;
  SelPdf *pdf; /* NULL while it is opened */
  gboolean was_open;
  guint n_deaths;
};

G_DEFINE_FINAL_TYPE (SelDocumentReader, sel_document_reader, G_TYPE_OBJECT)

enum
{
  SIGNAL_OPENED,
  SIGNAL_REVIVED,
  SIGNAL_FAILED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void open_again (SelDocumentReader *self);

/* One that ends before it has begun looks like one that could not be confined; but where there was
 * one, there can be another. */
static gboolean
is_gone (const GError *error)
{
  return g_error_matches (error, SEL_CONFINED_ERROR, SEL_CONFINED_ERROR_DIED) ||
         g_error_matches (error, SEL_CONFINED_ERROR, SEL_CONFINED_ERROR_NOT_CONFINED) ||
         g_error_matches (error, SEL_CONFINED_ERROR, SEL_CONFINED_ERROR_TIMEOUT);
}

static void
revive_or_fail (SelDocumentReader *self, const GError *error)
{
  g_clear_object (&self->pdf);
  if (self->was_open && is_gone (error) && ++self->n_deaths <= MOST_DEATHS)
    open_again (self);
  else
    g_signal_emit (self, signals[SIGNAL_FAILED], 0, error);
}

static void
opened_cb (G_GNUC_UNUSED GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SelDocumentReader) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SelPdf) pdf = sel_pdf_open_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (pdf == NULL)
    {
      revive_or_fail (self, error);
      return;
    }

  self->pdf = g_steal_pointer (&pdf);
  g_signal_emit (self, signals[self->was_open ? SIGNAL_REVIVED : SIGNAL_OPENED], 0);
  self->was_open = TRUE;
}

static void
open_again (SelDocumentReader *self)
{
  g_clear_object (&self->opening);
  self->opening = g_cancellable_new ();
  sel_pdf_open_async (self->bytes, self->name, self->password, self->opening, opened_cb,
                      g_object_ref (self));
}

static void
sel_document_reader_dispose (GObject *object)
{
  sel_document_reader_close (SEL_DOCUMENT_READER (object));

  G_OBJECT_CLASS (sel_document_reader_parent_class)->dispose (object);
}

static guint
new_signal (const char *name, guint n_values)
{
  return g_signal_new (name, SEL_TYPE_DOCUMENT_READER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                       G_TYPE_NONE, n_values, G_TYPE_ERROR);
}

static void
sel_document_reader_class_init (SelDocumentReaderClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sel_document_reader_dispose;

  signals[SIGNAL_OPENED] = new_signal ("opened", 0);
  signals[SIGNAL_REVIVED] = new_signal ("revived", 0);
  signals[SIGNAL_FAILED] = new_signal ("failed", 1);
}

static void
sel_document_reader_init (G_GNUC_UNUSED SelDocumentReader *self)
{
}

SelDocumentReader *
sel_document_reader_new (void)
{
  return g_object_new (SEL_TYPE_DOCUMENT_READER, NULL);
}

/**
 * sel_document_reader_open:
 * @password: (nullable): of the document
 *
 * Opens a document in the place of another.
 */
void
sel_document_reader_open (SelDocumentReader *self,
                          GBytes *bytes,
                          const char *name,
                          const char *password)
{
  sel_document_reader_close (self);
  self->bytes = g_bytes_ref (bytes);
  self->name = g_strdup (name);
  self->password = g_strdup (password);
  open_again (self);
}

/* Ends the reader at once. */
void
sel_document_reader_close (SelDocumentReader *self)
{
  g_autoptr (SelPdf) pdf = g_steal_pointer (&self->pdf);

  g_cancellable_cancel (self->opening);
  g_clear_object (&self->opening);
  if (pdf)
    sel_pdf_close (pdf);

  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->password, g_free);
  self->was_open = FALSE;
  self->n_deaths = 0;
}

/**
 * sel_document_reader_get_pdf:
 *
 * Returns: (transfer none) (nullable): the open document
 */
SelPdf *
sel_document_reader_get_pdf (SelDocumentReader *self)
{
  return self->pdf;
}

/* For all who asked @pdf and were told that it has ended: the first of them is enough. */
void
sel_document_reader_note_end (SelDocumentReader *self, SelPdf *pdf, const GError *error)
{
  if (pdf && pdf == self->pdf)
    revive_or_fail (self, error);
}

/* A page was drawn: the reader does its work. */
void
sel_document_reader_note_drawn (SelDocumentReader *self)
{
  self->n_deaths = 0;
}
