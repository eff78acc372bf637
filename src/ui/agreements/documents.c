/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/agreements/documents.h"

#include <glib/gi18n-lib.h>

#include "confined/pdf.h"
#include "store/agreement-view.h"
#include "store/content.h"
#include "ui/agreements/pdf-file.h"
#include "ui/file-dialogs.h"
#include "ui/reading.h"

struct _SelDocumentLoader
{
  GObject parent_instance;

  SelOffice *office;
  SelRowGroup *group;    /* weak: the page's, which may go while a question is out */
  SelDocumentView *view; /* likewise */
  gint64 agreement;      /* that a file is being chosen for … */
  SelDocumentKind kind;  /* … and what it is likely to be */
  char *shown;           /* the hash of the PDF that is open; NULL without one */
  char *file;            /* its name */
  GCancellable *reading; /* the newest question */

  /* Where in which PDF somebody wants to look, once it is open. */
  char *wanted;
  guint wanted_page;
  char *wanted_words;
};

G_DEFINE_FINAL_TYPE (SelDocumentLoader, sel_document_loader, G_TYPE_OBJECT)

static gpointer
read_content (SelConnection *connection, gpointer sha256, GError **error)
{
  return sel_content_get (connection, sha256, error);
}

/* Goes where somebody wants to look, if that is in the PDF that is shown. */
static void
forget_wanted (SelDocumentLoader *self)
{
  g_clear_pointer (&self->wanted, g_free);
  g_clear_pointer (&self->wanted_words, g_free);
}

/* The document of another agreement may arrive before the one that is wanted is asked for. */
static void
look_up_wanted (SelDocumentLoader *self)
{
  if (self->wanted == NULL || g_strcmp0 (self->wanted, self->shown) != 0)
    return;

  sel_document_view_look_up (self->view, self->wanted_page, self->wanted_words);
  forget_wanted (self);
}

/* Says in the place of its pages why a document cannot be had from the register: whoever looks for
 * what was signed must not take something else for it. */
void
sel_document_refuse (SelDocumentView *view, const char *file, const GError *error)
{
  g_autofree char *sentence = g_strdup_printf ("%s: %s", file, error->message);

  sel_document_view_refuse (view,
                            g_error_matches (error, SEL_STORE_ERROR, SEL_STORE_ERROR_DAMAGED)
                              ? _ ("This is not the document that was kept")
                              : _ ("This PDF cannot be shown"),
                            sentence);
}

static void
read_cb (GObject *source, GAsyncResult *result, G_GNUC_UNUSED gpointer user_data)
{
  SelDocumentLoader *self = SEL_DOCUMENT_LOADER (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = sel_read_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->view == NULL)
    return;
  if (bytes)
    sel_document_view_show (self->view, bytes, self->file);
  else
    {
      g_clear_pointer (&self->shown, g_free); /* it can be tried again */
      sel_document_refuse (self->view, self->file, error);
    }
  look_up_wanted (self);
}

static void
stop_reading (SelDocumentLoader *self)
{
  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
}

/* Opens the PDF with this hash; one that is open already keeps its place. Whether one is on its way
 * comes back. */
static gboolean
open_document (SelDocumentLoader *self, const char *sha256, const char *file)
{
  if (g_strcmp0 (self->shown, sha256) == 0)
    return FALSE;

  stop_reading (self);
  g_free (self->shown);
  self->shown = g_strdup (sha256);
  g_free (self->file);
  self->file = g_strdup (file);
  if (sha256 == NULL)
    {
      sel_document_view_show (self->view, NULL, NULL);
      return FALSE;
    }

  sel_document_view_set_loading (self->view);
  self->reading = g_cancellable_new ();
  sel_read_async (sel_office_get_store (self->office), read_content, g_strdup (sha256), g_free,
                  (GDestroyNotify) g_bytes_unref, self->reading, self, read_cb);
  return TRUE;
}

static void
row_activated_cb (SelDocumentLoader *self, GtkWidget *row)
{
  open_document (self, g_object_get_data (G_OBJECT (row), "sha256"),
                 g_object_get_data (G_OBJECT (row), "file"));
}

/* "Draft · version 2" */
char *
sel_document_dup_kind (const SelAgreementDocument *document)
{
  g_autoptr (GString) facts =
    g_string_new (sel_choice_label (&sel_document_kinds[document->kind - 1]));

  if (document->edition)
    /* Translators: which text of an agreement on its way to signature */
    g_string_append_printf (facts, _ (" · version %s"), document->edition);
  return g_strdup (facts->str);
}

/* The word is among the facts of the row. */
static void
mark_signed (GtkWidget *row)
{
  GtkWidget *mark = gtk_image_new_from_icon_name ("emblem-ok-symbolic");

  gtk_widget_set_tooltip_text (mark, _ ("The signed text. Its SHA-256 is checked each time it is "
                                        "opened."));
  gtk_widget_add_css_class (mark, "success");
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), mark);
}

static void
add_compare_button (GtkWidget *row, const SelAgreementDocument *document)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("view-dual-symbolic");
  g_autofree char *name = g_strdup_printf (_ ("Compare “%s” with another document"),
                                           document->title);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _ ("Compare with another document"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "agreements.compare");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "x", document->id);
  sel_part_row_add_tool (row, button);
}

static void
append_row (SelDocumentLoader *self, const SelAgreementDocument *document, gboolean has_others)
{
  g_autofree char *kind = sel_document_dup_kind (document);
  g_autoptr (GString) facts = g_string_new (kind);
  GtkWidget *row;

  if (document->pages != SEL_NO_INTEGER)
    {
      g_autofree char *pages = sel_number_dup_display ((double) document->pages);

      g_string_append (facts, " · ");
      g_string_append_printf (facts, ngettext ("%s page", "%s pages", (gulong) document->pages),
                              pages);
    }
  if (!document->has_content)
    g_string_append_printf (facts, " · %s", _ ("the PDF itself is missing"));

  row =
    sel_part_row_new (self->office, &sel_document_type, document->id, document->title, facts->str);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), document->has_content);
  gtk_widget_set_tooltip_text (row, document->file);
  g_object_set_data_full (G_OBJECT (row), "sha256", g_strdup (document->sha256), g_free);
  g_object_set_data_full (G_OBJECT (row), "file", g_strdup (document->file), g_free);
  g_signal_connect_object (row, "activated", G_CALLBACK (row_activated_cb), self,
                           G_CONNECT_SWAPPED);
  if (document->kind == SEL_DOCUMENT_SIGNED)
    mark_signed (row);
  if (document->has_content && has_others)
    add_compare_button (row, document);
  sel_row_group_append (self->group, row);
}

/* NULL for none. */
static const SelAgreementDocument *
find_document (GArray *documents, const char *sha256)
{
  for (guint i = 0; sha256 && i < documents->len; i++)
    {
      const SelAgreementDocument *document = &g_array_index (documents, SelAgreementDocument, i);

      if (document->has_content && g_strcmp0 (document->sha256, sha256) == 0)
        return document;
    }

  return NULL;
}

/* The document to open: the one that is looked for, else the one that is open already, else the
 * signed text, else the first. */
static const SelAgreementDocument *
choose_document (SelDocumentLoader *self, GArray *documents)
{
  const SelAgreementDocument *chosen = find_document (documents, self->wanted);

  if (chosen || (chosen = find_document (documents, self->shown)))
    return chosen;

  for (guint i = 0; i < documents->len; i++)
    {
      const SelAgreementDocument *document = &g_array_index (documents, SelAgreementDocument, i);

      if (!document->has_content)
        continue;
      if (chosen == NULL ||
          (document->kind == SEL_DOCUMENT_SIGNED && chosen->kind != SEL_DOCUMENT_SIGNED))
        chosen = document;
    }

  return chosen;
}

/* Opens one of @documents, of SelAgreementDocument; NULL when there is no agreement. Whether a page
 * is to be drawn for it comes back. */
gboolean
sel_document_loader_open (SelDocumentLoader *self, GArray *documents)
{
  const SelAgreementDocument *chosen = documents ? choose_document (self, documents) : NULL;

  return open_document (self, chosen ? chosen->sha256 : NULL, chosen ? chosen->file : NULL);
}

/**
 * sel_document_loader_show_page:
 * @is_listed: whether it is of the agreement that is shown, not of one on its way
 * @page: from 1
 * @words: what is looked for there; "" for nothing
 *
 * Opens the PDF with this hash at that page.
 */
void
sel_document_loader_show_page (SelDocumentLoader *self,
                               gboolean is_listed,
                               const char *sha256,
                               const char *file,
                               guint page,
                               const char *words)
{
  g_free (self->wanted);
  self->wanted = g_strdup (sha256);
  self->wanted_page = page;
  g_free (self->wanted_words);
  self->wanted_words = g_strdup (words);
  if (is_listed && !open_document (self, sha256, file))
    look_up_wanted (self);
}

/* Lists @documents, likewise. */
void
sel_document_loader_list (SelDocumentLoader *self, GArray *documents)
{
  guint n_contents = 0;

  for (guint i = 0; i < documents->len; i++)
    n_contents += g_array_index (documents, SelAgreementDocument, i).has_content;

  sel_row_group_clear (self->group);
  for (guint i = 0; i < documents->len; i++)
    append_row (self, &g_array_index (documents, SelAgreementDocument, i), n_contents > 1);
  sel_row_group_set_empty (self->group, _ ("No PDF yet. Add one with the plus button."));
}

/* A PDF on its way into the register. */
typedef struct
{
  SelDocument *document;
  GBytes *bytes;
} Addition;

static void
addition_free (gpointer data)
{
  Addition *self = data;

  sel_record_free (&sel_document_type, self->document);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_free (self);
}

static gboolean
addition_write (SelAct *act, gpointer user_data, GError **error)
{
  Addition *addition = user_data;

  return sel_content_add (act, addition->document, addition->bytes, error);
}

/* While it is written another one may be chosen. */
typedef struct
{
  SelOffice *office;
  SelDocumentKind kind;
} Added;

static void
added_free (Added *self)
{
  g_object_unref (self->office);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Added, added_free)

/* What it was taken for, which whoever added it may know better. */
static const char *
added_as (SelDocumentKind kind)
{
  switch (kind)
    {
    case SEL_DOCUMENT_DRAFT:
      return _ ("Added as a draft");
    case SEL_DOCUMENT_SIGNED:
      return _ ("Added as the signed text");
    case SEL_DOCUMENT_ANNEX:
    default:
      return _ ("Added as an annex");
    }
}

static void
added_cb (GObject *store, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Added) added = user_data;
  g_autoptr (GError) error = NULL;
  const gint64 act = sel_store_write_finish (SEL_STORE (store), result, &error);

  if (act < 0)
    sel_office_fail (added->office, error->message);
  else if (act == 0) /* see sel_content_add() */
    sel_office_say (added->office, _ ("The PDF was kept with its document"));
  else
    sel_office_say_undoable (added->office, added_as (added->kind));
}

/* Hashes the file and has it opened by the confined reader, on a thread. */
static void
examine_in_thread (GTask *task,
                   G_GNUC_UNUSED gpointer source,
                   gpointer task_data,
                   GCancellable *cancellable)
{
  Addition *addition = task_data;
  SelDocument *document = addition->document;
  GError *error = NULL;
  guint n_pages = 0;

  document->sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, addition->bytes);
  if (sel_pdf_probe (addition->bytes, document->file, cancellable, &n_pages, &error))
    document->pages = n_pages;

  /* The bytes of a PDF that asks for a password are as good as any other's. */
  if (error && !g_error_matches (error, SEL_CONFINED_ERROR, SEL_CONFINED_ERROR_ENCRYPTED))
    {
      g_task_return_error (task, error);
      return;
    }

  g_clear_error (&error);
  g_task_return_boolean (task, TRUE);
}

static void
examined_cb (GObject *source, GAsyncResult *result, G_GNUC_UNUSED gpointer user_data)
{
  SelDocumentLoader *self = SEL_DOCUMENT_LOADER (source);
  Addition *addition = g_task_get_task_data (G_TASK (result));
  Addition *writing;
  Added *added;
  g_autoptr (GError) error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      sel_office_fail (self->office, error->message);
      return;
    }

  added = g_new0 (Added, 1);
  added->office = g_object_ref (self->office);
  added->kind = (SelDocumentKind) addition->document->kind;
  writing = g_new0 (Addition, 1);
  writing->document = g_steal_pointer (&addition->document);
  writing->bytes = g_steal_pointer (&addition->bytes);
  sel_store_write_async (sel_office_get_store (self->office), SEL_ACT_FORM, addition_write, writing,
                         addition_free, added_cb, added);
}

static void
loaded_cb (GObject *file, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SelDocumentLoader) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = sel_pdf_file_load_finish (result, &error);
  g_autoptr (GTask) task = NULL;
  Addition *addition;

  if (bytes == NULL)
    {
      sel_office_fail (self->office, error->message);
      return;
    }

  addition = g_new0 (Addition, 1);
  addition->bytes = g_steal_pointer (&bytes);
  addition->document = sel_record_new (&sel_document_type);
  addition->document->agreement = self->agreement;
  addition->document->kind = (int) self->kind;
  addition->document->file = sel_pdf_file_dup_name (G_FILE (file));
  addition->document->title = g_strdup (addition->document->file);

  task = g_task_new (self, NULL, examined_cb, NULL);
  g_task_set_task_data (task, addition, addition_free);
  g_task_run_in_thread (task, examine_in_thread);
}

static void
chosen_cb (GFile *file, gpointer user_data)
{
  sel_pdf_file_load_async (file, loaded_cb, g_object_ref (user_data));
}

/* Lets the user choose a PDF, likely of this kind, for the agreement with this id. */
void
sel_document_loader_add (SelDocumentLoader *self, gint64 agreement, SelDocumentKind kind)
{
  self->agreement = agreement;
  self->kind = kind;
  sel_dialog_open_file (GTK_WIDGET (self->view), _ ("Add a PDF"), _ ("PDF documents"), "pdf",
                        chosen_cb, self);
}

static void
sel_document_loader_dispose (GObject *object)
{
  SelDocumentLoader *self = SEL_DOCUMENT_LOADER (object);

  stop_reading (self);
  g_clear_weak_pointer (&self->group);
  g_clear_weak_pointer (&self->view);
  g_clear_object (&self->office);
  g_clear_pointer (&self->shown, g_free);
  g_clear_pointer (&self->file, g_free);
  g_clear_pointer (&self->wanted, g_free);
  g_clear_pointer (&self->wanted_words, g_free);

  G_OBJECT_CLASS (sel_document_loader_parent_class)->dispose (object);
}

static void
sel_document_loader_class_init (SelDocumentLoaderClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sel_document_loader_dispose;
}

static void
sel_document_loader_init (G_GNUC_UNUSED SelDocumentLoader *self)
{
}

/* @group and @view are lent. */
SelDocumentLoader *
sel_document_loader_new (SelOffice *office, SelRowGroup *group, SelDocumentView *view)
{
  SelDocumentLoader *self = g_object_new (SEL_TYPE_DOCUMENT_LOADER, NULL);

  self->office = g_object_ref (office);
  g_set_weak_pointer (&self->group, group);
  g_set_weak_pointer (&self->view, view);
  return self;
}
