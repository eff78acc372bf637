/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/pages/document-contents.h"

#include <glib/gi18n-lib.h>

#include "ui/text-label.h"

/* Milliseconds with one document after which its text is read. */
#define REST 800

struct _SelDocumentContents
{
  GtkWidget parent_instance;

  GtkStack *stack;
  GtkListBox *list;
  GtkLabel *notice;

  GBytes *bytes; /* NULL without a document */
  char *name;
  guint rest_source;
  GCancellable *reading; /* while the text is being read */
  SelDocumentText *text;
  char *wanted; /* the article to go to once it is */
  const SelArticle *chosen; /* the last one that the user went to; of the text; NULL for none */
};

G_DEFINE_FINAL_TYPE (SelDocumentContents, sel_document_contents, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_CHOSEN,
  SIGNAL_READ,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
show_notice (SelDocumentContents *self, const char *sentence)
{
  gtk_label_set_text (self->notice, sentence);
  gtk_stack_set_visible_child_name (self->stack, "notice");
}

static void
clear_list (SelDocumentContents *self)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))))
    gtk_list_box_remove (self->list, row);
}

/* A row that goes to a part of the text. @heading is of the rows like it. */
static void
append_row (SelDocumentContents *self,
            const char *heading,
            const char *icon,
            const char *first,
            const char *second,
            SelSpan span)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autofree char *name = *second ? g_strdup_printf ("%s: %s", first, second) : g_strdup (first);

  if (icon)
    {
      GtkWidget *image = gtk_image_new_from_icon_name (icon);

      gtk_widget_set_valign (image, GTK_ALIGN_START);
      gtk_widget_add_css_class (image, "warning");
      gtk_box_append (GTK_BOX (box), image);
    }
  gtk_box_append (GTK_BOX (lines), sel_text_label_new (first, icon ? NULL : "caption"));
  if (*second)
    gtk_box_append (GTK_BOX (lines), sel_text_label_new (second, icon ? "caption" : NULL));
  gtk_box_append (GTK_BOX (box), lines);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data (G_OBJECT (row), "heading", (gpointer) heading);
  g_object_set_data_full (G_OBJECT (row), "span", g_memdup2 (&span, sizeof span), g_free);
  gtk_list_box_append (self->list, row);
}

static void
append_articles (SelDocumentContents *self)
{
  GPtrArray *articles = self->text->found->articles;

  for (guint i = 0; i < articles->len; i++)
    {
      const SelArticle *article = g_ptr_array_index (articles, i);
      /* Translators: an article of an agreement; the paper itself says Pasal */
      g_autofree char *number = g_strdup_printf (_ ("Article %s"), article->number);

      append_row (self, _ ("Articles"), NULL, number, article->title, article->heading);
    }
}

static void
append_remarks (SelDocumentContents *self)
{
  GPtrArray *remarks = self->text->remarks;

  for (guint i = 0; i < remarks->len; i++)
    {
      const SelRemark *remark = g_ptr_array_index (remarks, i);
      const guint line = sel_paper_find_line (self->text->paper, remark->span.start);
      const guint page = g_array_index (self->text->paper->lines, SelPaperLine, line).page;
      g_autofree char *place = g_strdup_printf (_ ("Page %u"), page + 1);

      append_row (self, _ ("Worth a look"), "dialog-warning-symbolic", remark->message, place,
                  remark->span);
    }
}

static void
header_cb (GtkListBoxRow *row, GtkListBoxRow *before, G_GNUC_UNUSED gpointer user_data)
{
  const char *heading = g_object_get_data (G_OBJECT (row), "heading");
  const char *last = before ? g_object_get_data (G_OBJECT (before), "heading") : NULL;

  if (g_strcmp0 (heading, last) != 0)
    {
      GtkWidget *label = sel_text_label_new (heading, "heading");

      gtk_widget_add_css_class (label, "contents-heading");
      gtk_list_box_row_set_header (row, label);
    }
  else
    gtk_list_box_row_set_header (row, NULL);
}

static void
choose (SelDocumentContents *self, SelSpan span)
{
  g_autoptr (GArray) places = sel_paper_dup_places (self->text->paper, span);

  if (places->len)
    g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, places);
}

static const SelArticle *
find_by_heading (GPtrArray *articles, gsize start)
{
  for (guint i = 0; i < articles->len; i++)
    {
      const SelArticle *article = g_ptr_array_index (articles, i);

      if (article->heading.start == start)
        return article;
    }

  return NULL;
}

static void
row_activated_cb (SelDocumentContents *self, GtkListBoxRow *row)
{
  const SelSpan *span = g_object_get_data (G_OBJECT (row), "span");

  self->chosen = find_by_heading (self->text->found->articles, span->start);
  choose (self, *span);
}

static void
go_to_wanted (SelDocumentContents *self)
{
  g_autofree char *wanted = g_steal_pointer (&self->wanted);
  const SelArticle *article =
    wanted ? sel_articles_get_by_number (self->text->found->articles, wanted) : NULL;

  if (article)
    choose (self, article->heading);
}

static void
show_text (SelDocumentContents *self)
{
  clear_list (self);
  if (self->text->paper->length == 0)
    {
      show_notice (self, _ ("The pages have no text that can be read, as in a scan. Their articles "
                            "cannot be listed."));
      return;
    }

  append_remarks (self);
  append_articles (self);
  if (gtk_widget_get_first_child (GTK_WIDGET (self->list)))
    gtk_stack_set_visible_child_name (self->stack, "list");
  else
    show_notice (self, _ ("No articles are found in this document, and nothing to ask about it."));
  go_to_wanted (self);
}

static void
read_cb (G_GNUC_UNUSED GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SelDocumentContents) self = user_data;
  g_autoptr (GError) error = NULL;
  SelDocumentText *text = sel_document_text_read_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  g_clear_object (&self->reading);
  self->text = text;
  if (text)
    {
      show_text (self);
      g_signal_emit (self, signals[SIGNAL_READ], 0);
    }
  else
    show_notice (self, error->message);
}

/* Reads the text, unless that has been done, or is going on. */
static void
begin (SelDocumentContents *self)
{
  if (self->bytes == NULL || self->text || self->reading)
    return;

  show_notice (self, _ ("The text is being read …"));
  self->reading = g_cancellable_new ();
  sel_document_text_read_async (self->bytes, self->name, self->reading, read_cb,
                                g_object_ref (self));
}

static void
forget (SelDocumentContents *self)
{
  g_clear_handle_id (&self->rest_source, g_source_remove);
  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  self->chosen = NULL;
  g_clear_pointer (&self->text, sel_document_text_free);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->wanted, g_free);
}

static void
sel_document_contents_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (sel_document_contents_parent_class)->map (widget);
  begin (SEL_DOCUMENT_CONTENTS (widget));
}

static void
sel_document_contents_dispose (GObject *object)
{
  SelDocumentContents *self = SEL_DOCUMENT_CONTENTS (object);

  forget (self);
  if (self->stack)
    gtk_widget_unparent (GTK_WIDGET (g_steal_pointer (&self->stack)));

  G_OBJECT_CLASS (sel_document_contents_parent_class)->dispose (object);
}

static void
sel_document_contents_class_init (SelDocumentContentsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sel_document_contents_dispose;
  widget_class->map = sel_document_contents_map;

  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", SEL_TYPE_DOCUMENT_CONTENTS, G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ARRAY);

  /* sel_document_contents_get_text() has something to tell. */
  signals[SIGNAL_READ] = g_signal_new ("read", SEL_TYPE_DOCUMENT_CONTENTS, G_SIGNAL_RUN_LAST, 0,
                                       NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/selaras/Selaras/ui/pages/document-contents.ui");
  gtk_widget_class_bind_template_child (widget_class, SelDocumentContents, stack);
  gtk_widget_class_bind_template_child (widget_class, SelDocumentContents, list);
  gtk_widget_class_bind_template_child (widget_class, SelDocumentContents, notice);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
sel_document_contents_init (SelDocumentContents *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_set_header_func (self->list, header_cb, NULL, NULL);
}

/**
 * sel_document_contents_set_document:
 * @pdf: (nullable): the file, or %NULL while there is none
 */
void
sel_document_contents_set_document (SelDocumentContents *self, GBytes *pdf, const char *name)
{
  forget (self);
  clear_list (self);
  if (pdf == NULL)
    {
      show_notice (self, "");
      return;
    }

  self->bytes = g_bytes_ref (pdf);
  self->name = g_strdup (name);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    begin (self);
}

static void
rested_cb (gpointer user_data)
{
  SelDocumentContents *self = user_data;

  self->rest_source = 0;
  begin (self);
}

/* Reads the text though nobody asks for its contents yet, once the user stays with the document. */
void
sel_document_contents_read_at_rest (SelDocumentContents *self)
{
  if (self->rest_source == 0)
    self->rest_source = g_timeout_add_once (REST, rested_cb, self);
}

/**
 * sel_document_contents_get_text:
 *
 * Returns: (transfer none) (nullable): what was read, until there is another document
 */
const SelDocumentText *
sel_document_contents_get_text (SelDocumentContents *self)
{
  return self->text;
}

/* Chooses the article of this number, once the text is read; without one nothing happens. */
void
sel_document_contents_show_article (SelDocumentContents *self, const char *number)
{
  g_free (self->wanted);
  self->wanted = g_strdup (number);
  begin (self);
  if (self->text)
    go_to_wanted (self);
}

/**
 * sel_document_contents_get_article:
 * @page: that is read, from 0
 *
 * Returns: (transfer none) (nullable): the number of the article that is read: the one that the user
 * went to, as long as its page is read; else the first that begins on the page, or the one that goes
 * on there
 */
const char *
sel_document_contents_get_article (SelDocumentContents *self, guint page)
{
  GPtrArray *articles = self->text ? self->text->found->articles : NULL;
  const SelArticle *last = NULL;

  if (self->chosen && self->chosen->page == page)
    return self->chosen->number;

  for (guint i = 0; articles && i < articles->len; i++)
    {
      const SelArticle *article = g_ptr_array_index (articles, i);

      if (article->page == page)
        return article->number;
      if (article->page < page)
        last = article;
    }

  return last ? last->number : NULL;
}
