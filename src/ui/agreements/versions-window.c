/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/agreements/versions-window.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "store/agreement-view.h"
#include "store/content.h"
#include "ui/agreements/difference-list.h"
#include "ui/agreements/documents.h"
#include "ui/reading.h"
#include "ui/short-choice.h"

#define SEL_TYPE_VERSIONS_WINDOW (sel_versions_window_get_type ())
G_DECLARE_FINAL_TYPE (SelVersionsWindow, sel_versions_window, SEL, VERSIONS_WINDOW, AdwWindow)

enum
{
  OLD,
  NEW,
};

/* One half of the window. */
typedef struct
{
  GtkDropDown *choice;
  SelDocumentView *view;
  GArray *marks;     /* of SelPlace, in the order of the pages; NULL before there are any */
  GArray *positions; /* of guint: the first of the marks of each difference; G_MAXUINT for none */
} Side;

struct _SelVersionsWindow
{
  AdwWindow parent_instance;

  SelDifferenceList *list;
  Side sides[2];

  SelOffice *office;
  GPtrArray *documents;  /* names of the files that can be chosen … */
  GPtrArray *hashes;     /* … and the SHA-256 of each */
  GCancellable *reading; /* the newest question */
  SelPapers *papers;     /* NULL until both are read */
  gboolean is_ready;     /* both choices were made */
};

G_DEFINE_FINAL_TYPE (SelVersionsWindow, sel_versions_window, ADW_TYPE_WINDOW)

/* What is asked of the register: two documents by their hashes; and what comes back. */
typedef struct
{
  char *hashes[2];
  GBytes *bytes[2];
  GError *errors[2];
} Contents;

static void
contents_free (gpointer data)
{
  Contents *self = data;

  for (guint i = 0; i < 2; i++)
    {
      g_free (self->hashes[i]);
      g_clear_pointer (&self->bytes[i], g_bytes_unref);
      g_clear_error (&self->errors[i]);
    }
  g_free (self);
}

/* One that cannot be had does not keep the other from being shown. */
static gpointer
read_contents (SelConnection *connection, gpointer question, G_GNUC_UNUSED GError **error)
{
  const Contents *asked = question;
  Contents *answer = g_new0 (Contents, 1);

  for (guint i = 0; i < 2; i++)
    answer->bytes[i] = sel_content_get (connection, asked->hashes[i], &answer->errors[i]);
  return answer;
}

static const char *
get_name (SelVersionsWindow *self, guint side)
{
  return g_ptr_array_index (self->documents,
                            gtk_drop_down_get_selected (self->sides[side].choice));
}

/* A place of a difference, to be sorted by pages. */
typedef struct
{
  SelPlace place;
  guint difference;
} Mark;

static int
compare_marks (gconstpointer a, gconstpointer b)
{
  const Mark *first = a, *second = b;

  if (first->place.page != second->place.page)
    return first->place.page < second->place.page ? -1 : 1;
  return first->difference < second->difference ? -1 : first->difference > second->difference;
}

static void
set_marks (Side *side, GArray *marks, guint n_differences)
{
  side->marks = g_array_new (FALSE, FALSE, sizeof (SelPlace));
  side->positions = g_array_new (FALSE, FALSE, sizeof (guint));
  g_array_sort (marks, compare_marks);
  for (guint i = 0; i < n_differences; i++)
    g_array_append_vals (side->positions, &(guint){ G_MAXUINT }, 1);
  for (guint i = marks->len; i-- > 0;)
    g_array_index (side->positions, guint, g_array_index (marks, Mark, i).difference) = i;
  for (guint i = 0; i < marks->len; i++)
    g_array_append_val (side->marks, g_array_index (marks, Mark, i).place);
}

static const SelDifference *
get_difference (SelVersionsWindow *self, guint n)
{
  GPtrArray *parts = self->papers->comparison->parts;

  for (guint i = 0; i < parts->len; i++)
    {
      GArray *differences = ((SelComparedPart *) g_ptr_array_index (parts, i))->differences;

      if (n < differences->len)
        return &g_array_index (differences, SelDifference, n);
      n -= differences->len;
    }
  return NULL;
}

static SelSpan
get_span (const SelDifference *difference, guint side)
{
  return side == OLD ? difference->before : difference->after;
}

static void
find_marks (SelVersionsWindow *self, guint side)
{
  const SelComparison *comparison = self->papers->comparison;
  g_autoptr (GArray) marks = g_array_new (FALSE, FALSE, sizeof (Mark));
  guint n = 0;

  for (guint i = 0; i < comparison->parts->len; i++)
    {
      const SelComparedPart *part = g_ptr_array_index (comparison->parts, i);

      for (guint j = 0; j < part->differences->len; j++, n++)
        {
          const SelDifference *difference = &g_array_index (part->differences, SelDifference, j);
          g_autoptr (GArray) places =
            sel_paper_dup_places (self->papers->papers[side], get_span (difference, side));

          for (guint k = 0; k < places->len; k++)
            g_array_append_vals (marks, &(Mark){ g_array_index (places, SelPlace, k), n }, 1);
        }
    }
  set_marks (&self->sides[side], marks, n);
}

static void
show_marks (SelVersionsWindow *self, guint side)
{
  if (self->sides[side].marks)
    sel_document_view_mark (self->sides[side].view, self->sides[side].marks,
                            side == OLD ? SEL_MARK_REMOVED : SEL_MARK_ADDED);
}

/* The text can be there before its pages. */
static void
drawn_cb (SelVersionsWindow *self, SelDocumentView *view)
{
  show_marks (self, view == self->sides[OLD].view ? OLD : NEW);
}

/* Where a document lacks what the other has, it is shown where that would be. */
static void
go_to (SelVersionsWindow *self, guint side, guint n)
{
  const guint mark = g_array_index (self->sides[side].positions, guint, n);
  const SelPaper *paper = self->papers->papers[side];
  const SelSpan span = get_span (get_difference (self, n), side);
  SelPlace place;

  if (mark != G_MAXUINT)
    place = g_array_index (self->sides[side].marks, SelPlace, mark);
  else
    {
      const SelPaperLine *line = &g_array_index (paper->lines, SelPaperLine,
                                                 sel_paper_find_line (paper, span.start));

      place = (SelPlace){ line->page, line->place };
    }
  show_marks (self, side);
  sel_document_view_go_to (self->sides[side].view, mark, &place);
}

static void
chosen_cb (SelVersionsWindow *self, guint n)
{
  for (guint side = OLD; side <= NEW; side++)
    go_to (self, side, n);
}

static void
forget_papers (SelVersionsWindow *self)
{
  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  g_clear_pointer (&self->papers, sel_papers_free);
  for (guint i = 0; i < 2; i++)
    {
      g_clear_pointer (&self->sides[i].marks, g_array_unref);
      g_clear_pointer (&self->sides[i].positions, g_array_unref);
    }
}

static void
cancelled_cb (SelVersionsWindow *self)
{
  forget_papers (self);
  sel_difference_list_say (self->list, _ ("The comparison was stopped. Choose a document to compare "
                                          "again."));
}

static void
compared_cb (G_GNUC_UNUSED GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SelVersionsWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  SelPapers *papers = sel_papers_read_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (papers == NULL)
    {
      sel_difference_list_say (self->list, error->message);
      return;
    }

  self->papers = papers;
  if (papers->comparison)
    for (guint side = OLD; side <= NEW; side++)
      {
        find_marks (self, side);
        show_marks (self, side);
      }
  sel_difference_list_show (self->list, papers);
}

static void
contents_cb (GObject *source, GAsyncResult *result, G_GNUC_UNUSED gpointer user_data)
{
  SelVersionsWindow *self = SEL_VERSIONS_WINDOW (source);
  g_autoptr (GError) error = NULL;
  Contents *contents = sel_read_finish (result, &error);
  SelPaperSource sources[2];

  if (contents == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        sel_difference_list_say (self->list, error->message);
      return;
    }

  for (guint i = 0; i < 2; i++)
    {
      sources[i] = (SelPaperSource){ contents->bytes[i], (char *) get_name (self, i) };
      if (contents->bytes[i])
        sel_document_view_show (self->sides[i].view, contents->bytes[i], sources[i].name);
      else
        sel_document_refuse (self->sides[i].view, sources[i].name, contents->errors[i]);
    }
  if (contents->bytes[OLD] && contents->bytes[NEW])
    sel_papers_read_async (sources, self->reading, compared_cb, g_object_ref (self));
  else
    sel_difference_list_say (self->list, _ ("One of the documents cannot be shown, so that nothing "
                                            "is compared."));
  contents_free (contents);
}

static void
compare (SelVersionsWindow *self)
{
  Contents *question = g_new0 (Contents, 1);

  forget_papers (self);
  for (guint i = 0; i < 2; i++)
    question->hashes[i] =
      g_strdup (g_ptr_array_index (self->hashes,
                                   gtk_drop_down_get_selected (self->sides[i].choice)));
  sel_difference_list_wait (self->list);
  self->reading = g_cancellable_new ();
  sel_read_async (sel_office_get_store (self->office), read_contents, question, contents_free,
                  contents_free, self->reading, self, contents_cb);
}

static void
selected_cb (SelVersionsWindow *self)
{
  if (self->is_ready)
    compare (self);
}

/* Lists the documents that are there, and chooses @document and the one before it, or after the
 * first. */
static void
list_documents (SelVersionsWindow *self, GArray *documents, gint64 document)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint chosen = 0;

  for (guint i = 0; i < documents->len; i++)
    {
      const SelAgreementDocument *one = &g_array_index (documents, SelAgreementDocument, i);
      g_autofree char *kind = sel_document_dup_kind (one);
      g_autofree char *name = g_strdup_printf ("%s · %s", kind, one->title);

      if (!one->has_content)
        continue;
      if (one->id == document)
        chosen = self->documents->len;
      gtk_string_list_append (names, name);
      g_ptr_array_add (self->documents, g_strdup (one->file));
      g_ptr_array_add (self->hashes, g_strdup (one->sha256));
    }

  for (guint i = 0; i < 2; i++)
    gtk_drop_down_set_model (self->sides[i].choice, G_LIST_MODEL (names));
  chosen = MAX (chosen, 1);
  gtk_drop_down_set_selected (self->sides[OLD].choice, chosen - 1);
  gtk_drop_down_set_selected (self->sides[NEW].choice, chosen);
  self->is_ready = self->documents->len > 1;
}

static gboolean
fill (SelVersionsWindow *self, gint64 agreement, gint64 document, GError **error)
{
  g_autoptr (SelReading) reading = sel_reading_begin (sel_office_get_store (self->office), error);
  g_autoptr (SelAgreementView) view = NULL;

  if (reading == NULL ||
      !(view = sel_agreement_view_read (reading->connection, agreement,
                                        sel_office_get_today (self->office),
                                        sel_office_get_notice_days (self->office), error)))
    return FALSE;

  list_documents (self, view->documents, document);
  return TRUE;
}

static void
sel_versions_window_dispose (GObject *object)
{
  SelVersionsWindow *self = SEL_VERSIONS_WINDOW (object);

  self->is_ready = FALSE;
  forget_papers (self);
  g_clear_object (&self->office);
  g_clear_pointer (&self->documents, g_ptr_array_unref);
  g_clear_pointer (&self->hashes, g_ptr_array_unref);

  G_OBJECT_CLASS (sel_versions_window_parent_class)->dispose (object);
}

static void
bind_side (GtkWidgetClass *widget_class, const char *choice, const char *view, guint side)
{
  const gssize offset =
    G_STRUCT_OFFSET (SelVersionsWindow, sides) + (gssize) (side * sizeof (Side));

  gtk_widget_class_bind_template_child_full (widget_class, choice, FALSE,
                                             offset + G_STRUCT_OFFSET (Side, choice));
  gtk_widget_class_bind_template_child_full (widget_class, view, FALSE,
                                             offset + G_STRUCT_OFFSET (Side, view));
}

static void
sel_versions_window_class_init (SelVersionsWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sel_versions_window_dispose;

  g_type_ensure (SEL_TYPE_DIFFERENCE_LIST);
  g_type_ensure (SEL_TYPE_DOCUMENT_VIEW);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/selaras/Selaras/ui/agreements/versions-window.ui");
  gtk_widget_class_bind_template_child (widget_class, SelVersionsWindow, list);
  bind_side (widget_class, "old_choice", "old_view", OLD);
  bind_side (widget_class, "new_choice", "new_view", NEW);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, cancelled_cb);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, drawn_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
sel_versions_window_init (SelVersionsWindow *self)
{
  self->documents = g_ptr_array_new_with_free_func (g_free);
  self->hashes = g_ptr_array_new_with_free_func (g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < G_N_ELEMENTS (self->sides); i++)
    sel_short_choice_attach (self->sides[i].choice);
}

/* Compares @document, an id, with another document of the agreement; both can be chosen anew. */
void
sel_versions_window_present (GtkWidget *parent,
                             SelOffice *office,
                             gint64 agreement,
                             gint64 document)
{
  SelVersionsWindow *self = g_object_new (SEL_TYPE_VERSIONS_WINDOW, NULL);
  g_autoptr (GError) error = NULL;

  self->office = g_object_ref (office);
  gtk_window_set_transient_for (GTK_WINDOW (self), GTK_WINDOW (gtk_widget_get_root (parent)));
  if (!fill (self, agreement, document, &error) || !self->is_ready)
    {
      if (error)
        sel_office_fail (office, error->message);
      gtk_window_destroy (GTK_WINDOW (self));
      return;
    }

  for (guint i = 0; i < 2; i++)
    sel_document_view_attach (self->sides[i].view, office);
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->sides[OLD].choice));
  compare (self);
}
