/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/agreements/difference-list.h"

#include <glib/gi18n-lib.h>

#include "ui/text-label.h"

/* Rows and letters of each that somebody may still read. */
#define MOST_ROWS 400u
#define MOST_LETTERS 240

#define PULSE 150

struct _SelDifferenceList
{
  GtkWidget parent_instance;

  GtkStack *stack;
  GtkLabel *notice;
  GtkProgressBar *progress;
  GtkListBox *list;

  guint pulse_source;
};

G_DEFINE_FINAL_TYPE (SelDifferenceList, sel_difference_list, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_CHOSEN,
  SIGNAL_CANCELLED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* What a kind is called; a shape says it too. */
static const struct
{
  const char *name, *icon;
} kinds[] = {
  [SEL_DIFFERENCE_REMOVED] = { NC_ ("difference", "Removed"), "list-remove-symbolic" },
  [SEL_DIFFERENCE_ADDED] = { NC_ ("difference", "Added"), "list-add-symbolic" },
  [SEL_DIFFERENCE_CHANGED] = { NC_ ("difference", "Changed"), "document-edit-symbolic" },
  [SEL_DIFFERENCE_MOVED] = { NC_ ("difference", "Moved"), "object-flip-vertical-symbolic" },
  [SEL_DIFFERENCE_RENUMBERED] = { NC_ ("difference", "Renumbered"),
                                  "view-list-ordered-symbolic" },
};

static char *
dup_excerpt (const SelPaper *paper, SelSpan span)
{
  g_autofree char *text = sel_paper_dup_text (paper, span);

  if (g_utf8_strlen (text, -1) > MOST_LETTERS)
    {
      g_autofree char *first = g_utf8_substring (text, 0, MOST_LETTERS);

      return g_strconcat (first, "…", NULL);
    }
  return g_steal_pointer (&text);
}

static char *
dup_heading (const SelComparedPart *part)
{
  const SelArticle *article = part->after ? part->after : part->before;
  g_autofree char *number = NULL;

  if (article == NULL)
    return g_strdup (part->is_closing ? _ ("After the articles") : _ ("Before the articles"));

  if (part->before && part->after && !g_str_equal (part->before->number, part->after->number))
    /* Translators: numbers of an article, in the newer and in the older text */
    number = g_strdup_printf (_ ("Article %s, before %s"), part->after->number,
                              part->before->number);
  else
    /* Translators: an article of an agreement; the paper itself says Pasal */
    number = g_strdup_printf (_ ("Article %s"), article->number);
  return *article->title ? g_strdup_printf ("%s · %s", number, article->title)
                         : g_steal_pointer (&number);
}

static void
append_text (GtkWidget *lines, GString *name, const char *text, gboolean is_struck)
{
  GtkWidget *label;

  if (*text == '\0')
    return;

  label = sel_text_label_new (text, is_struck ? "difference-removed" : "difference-added");
  if (is_struck)
    {
      g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

      pango_attr_list_insert (attributes, pango_attr_strikethrough_new (TRUE));
      gtk_label_set_attributes (GTK_LABEL (label), attributes);
    }
  gtk_box_append (GTK_BOX (lines), label);
  g_string_append_printf (name, name->len ? " → %s" : "%s", text);
}

static void
append_row (SelDifferenceList *self,
            const SelPapers *papers,
            const SelDifference *difference,
            const char *heading)
{
  const char *kind = g_dpgettext2 (GETTEXT_PACKAGE, "difference", kinds[difference->kind].name);
  const gboolean is_moved = difference->kind == SEL_DIFFERENCE_MOVED;
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *image = gtk_image_new_from_icon_name (kinds[difference->kind].icon);
  g_autoptr (GString) said = g_string_new (NULL);
  g_autofree char *was = dup_excerpt (papers->papers[0], difference->before);
  g_autofree char *is = dup_excerpt (papers->papers[1], difference->after);
  g_autofree char *name = NULL;

  gtk_widget_set_valign (image, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (box), image);
  gtk_box_append (GTK_BOX (lines), sel_text_label_new (kind, "caption"));
  append_text (lines, said, is_moved ? "" : was, TRUE);
  append_text (lines, said, is, FALSE);
  gtk_box_append (GTK_BOX (box), lines);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  name = g_strdup_printf ("%s: %s", kind, said->str);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data_full (G_OBJECT (row), "heading", g_strdup (heading), g_free);
  gtk_list_box_append (self->list, row);
}

/* Nobody reads so many; what was rewritten altogether is not compared word by word. */
static void
append_rest (SelDifferenceList *self, guint n, guint n_all)
{
  g_autofree char *text =
    g_strdup_printf (_ ("These are the first %u of %u differences. The others are marked on the "
                        "pages."),
                     n, n_all);
  GtkWidget *row = gtk_list_box_row_new ();

  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), sel_text_label_new (text, NULL));
  g_object_set_data_full (G_OBJECT (row), "heading", g_strdup (""), g_free);
  gtk_list_box_append (self->list, row);
}

static void
header_cb (GtkListBoxRow *row, GtkListBoxRow *before, G_GNUC_UNUSED gpointer user_data)
{
  const char *heading = g_object_get_data (G_OBJECT (row), "heading");
  GtkWidget *label = NULL;

  if (before == NULL ||
      !g_str_equal (heading, g_object_get_data (G_OBJECT (before), "heading")))
    {
      label = sel_text_label_new (heading, "heading");
      gtk_widget_add_css_class (label, "contents-heading");
    }
  gtk_list_box_row_set_header (row, label);
}

static void
row_activated_cb (SelDifferenceList *self, GtkListBoxRow *row)
{
  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, (guint) gtk_list_box_row_get_index (row));
}

static void
cancel_cb (SelDifferenceList *self)
{
  g_signal_emit (self, signals[SIGNAL_CANCELLED], 0);
}

static gboolean
pulse_cb (gpointer user_data)
{
  gtk_progress_bar_pulse (SEL_DIFFERENCE_LIST (user_data)->progress);
  return G_SOURCE_CONTINUE;
}

static void
show_child (SelDifferenceList *self, const char *child)
{
  g_clear_handle_id (&self->pulse_source, g_source_remove);
  gtk_stack_set_visible_child_name (self->stack, child);
}

void
sel_difference_list_wait (SelDifferenceList *self)
{
  show_child (self, "waiting");
  self->pulse_source = g_timeout_add (PULSE, pulse_cb, self);
}

void
sel_difference_list_say (SelDifferenceList *self, const char *sentence)
{
  gtk_label_set_text (self->notice, sentence);
  show_child (self, "notice");
}

/* Says what differs; of what was read, that is not kept. */
void
sel_difference_list_show (SelDifferenceList *self, const SelPapers *papers)
{
  const SelComparison *comparison = papers->comparison;
  GtkWidget *row;
  guint n = 0;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))))
    gtk_list_box_remove (self->list, row);

  if (comparison == NULL)
    {
      sel_difference_list_say (self, _ ("One of the documents has no text that can be read, as in "
                                        "a scan. Their pages can be compared by eye only."));
      return;
    }
  if (comparison->n_differences == 0)
    {
      sel_difference_list_say (self, _ ("Both documents say the same."));
      return;
    }

  for (guint i = 0; i < comparison->parts->len; i++)
    {
      const SelComparedPart *part = g_ptr_array_index (comparison->parts, i);
      g_autofree char *heading = dup_heading (part);

      for (guint j = 0; j < part->differences->len && n < MOST_ROWS; j++, n++)
        append_row (self, papers, &g_array_index (part->differences, SelDifference, j), heading);
    }
  if (n < comparison->n_differences)
    append_rest (self, n, comparison->n_differences);
  show_child (self, "list");
}

static void
sel_difference_list_dispose (GObject *object)
{
  SelDifferenceList *self = SEL_DIFFERENCE_LIST (object);

  g_clear_handle_id (&self->pulse_source, g_source_remove);
  if (self->stack)
    gtk_widget_unparent (GTK_WIDGET (g_steal_pointer (&self->stack)));

  G_OBJECT_CLASS (sel_difference_list_parent_class)->dispose (object);
}

static void
sel_difference_list_class_init (SelDifferenceListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sel_difference_list_dispose;

  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", SEL_TYPE_DIFFERENCE_LIST, G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[SIGNAL_CANCELLED] = g_signal_new ("cancelled", SEL_TYPE_DIFFERENCE_LIST,
                                            G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/selaras/Selaras/ui/agreements/difference-list.ui");
  gtk_widget_class_bind_template_child (widget_class, SelDifferenceList, stack);
  gtk_widget_class_bind_template_child (widget_class, SelDifferenceList, notice);
  gtk_widget_class_bind_template_child (widget_class, SelDifferenceList, progress);
  gtk_widget_class_bind_template_child (widget_class, SelDifferenceList, list);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
sel_difference_list_init (SelDifferenceList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_set_header_func (self->list, header_cb, NULL, NULL);
}
