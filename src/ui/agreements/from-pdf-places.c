/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where on the pages a value was read, and how many values nobody has looked at yet. */
#include <glib/gi18n-lib.h>

#include "ui/agreements/from-pdf-private.h"

#define SPAN_KEY "sel-span"
#define VIEW_KEY "sel-view" /* borrowed: it is in the same window */
#define LOOKED_KEY "sel-looked"
#define VIEW_WIDTH 520

static gboolean
is_looked_at (GtkWidget *button)
{
  return g_object_get_data (G_OBJECT (button), LOOKED_KEY) != NULL;
}

/* What is left out need not be looked at. */
static gboolean
is_to_look_at (SelPdfDraft *self, GtkWidget *button)
{
  for (guint i = 0; i < self->parts->len; i++)
    {
      const SelDraftPart *part = g_ptr_array_index (self->parts, i);

      if (part->place == button && !sel_draft_part_is_chosen (part))
        return FALSE;
    }

  return !is_looked_at (button);
}

/* How many there are still to look at. */
static guint
count_unseen (SelPdfDraft *self)
{
  guint n = 0;

  for (guint i = 0; i < self->places->len; i++)
    n += is_to_look_at (self, g_ptr_array_index (self->places, i));

  return n;
}

/* Says so, once there is where to. Nothing is refused for that. */
void
sel_pdf_draft_tell_unseen (SelPdfDraft *self)
{
  g_autofree char *sentence = NULL;
  const guint n = count_unseen (self);

  if (self->to_look_at == NULL)
    return;
  if (n)
    sentence = g_strdup_printf (
      ngettext ("%u value was read from the page and is still to be looked at.",
                "%u values were read from the page and are still to be looked at.", n),
      n);
  else
    sentence = g_strdup (_ ("Every value that was read from the page was looked at."));
  gtk_label_set_text (self->to_look_at, sentence);
  gtk_widget_set_sensitive (self->next, n > 0);
}

/* @button, which shows a value of the form, is not to be looked at any more; NULL for none. */
void
sel_pdf_draft_note_look (SelPdfDraft *self, GtkWidget *button)
{
  if (button == NULL || is_looked_at (button) || !g_ptr_array_find (self->places, button, NULL))
    return;

  g_object_set_data (G_OBJECT (button), LOOKED_KEY, self);
  gtk_button_set_icon_name (GTK_BUTTON (button), "object-select-symbolic");
  gtk_widget_remove_css_class (button, "accent");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  _ ("Looked at"), -1);
  sel_pdf_draft_tell_unseen (self);
}

static void
place_cb (SelPdfDraft *self, GtkWidget *button)
{
  const SelSpan *span = g_object_get_data (G_OBJECT (button), SPAN_KEY);
  g_autoptr (GArray) places = sel_paper_dup_places (self->read->text->paper, *span);

  sel_document_view_show_places (g_object_get_data (G_OBJECT (button), VIEW_KEY), places);
  sel_pdf_draft_note_look (self, button);
}

/* A button that shows in @view where something was read, and says what is printed there. */
GtkWidget *
sel_pdf_draft_new_place_button (SelPdfDraft *self, SelDocumentView *view, SelSpan span)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("find-location-symbolic");
  const guint line = sel_paper_find_line (self->read->text->paper, span.start);
  const guint page = g_array_index (self->read->text->paper->lines, SelPaperLine, line).page;
  g_autofree char *printed = sel_paper_dup_text (self->read->text->paper, span);
  /* Translators: what is printed on the page, from which a field was filled in */
  g_autofree char *verb = g_strdup_printf (_ ("Read from page %u: “%s”"), page + 1, printed);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "accent");
  gtk_widget_set_tooltip_text (button, verb);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, verb, -1);
  g_object_set_data_full (G_OBJECT (button), SPAN_KEY, g_memdup2 (&span, sizeof span), g_free);
  g_object_set_data (G_OBJECT (button), VIEW_KEY, view);
  g_signal_connect_object (button, "clicked", G_CALLBACK (place_cb), self, G_CONNECT_SWAPPED);
  return button;
}

/* @button, in the form of the agreement, is to be looked at. */
void
sel_pdf_draft_note_place (SelPdfDraft *self, GtkWidget *button)
{
  g_ptr_array_add (self->places, button);
}

/* The pages beside @form. */
SelDocumentView *
sel_pdf_draft_add_view (SelPdfDraft *self, SelRecordForm *form)
{
  GtkWidget *view = g_object_new (SEL_TYPE_DOCUMENT_VIEW, NULL);

  sel_document_view_attach (SEL_DOCUMENT_VIEW (view), self->office);
  gtk_widget_set_size_request (view, VIEW_WIDTH, -1);
  sel_record_form_set_aside (form, view);
  sel_document_view_show (SEL_DOCUMENT_VIEW (view), self->read->bytes, self->read->name);
  return SEL_DOCUMENT_VIEW (view);
}

/* Shows the next value that nobody has looked at, and goes to its row. */
static gboolean
next_cb (SelPdfDraft *self)
{
  for (guint i = 0; i < self->places->len; i++)
    {
      GtkWidget *button = g_ptr_array_index (self->places, i);

      if (!is_to_look_at (self, button))
        continue;
      gtk_widget_grab_focus (button);
      place_cb (self, button);
      return TRUE;
    }
  return FALSE;
}

static gboolean
shortcut_cb (G_GNUC_UNUSED GtkWidget *form, G_GNUC_UNUSED GVariant *args, gpointer self)
{
  return next_cb (self);
}

/* Appends to @ordered those of @places that are inside @widget, as they come in the form. */
static void
put_in_order (GtkWidget *widget, GPtrArray *places, GPtrArray *ordered)
{
  if (g_ptr_array_find (places, widget, NULL))
    g_ptr_array_add (ordered, widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child;
       child = gtk_widget_get_next_sibling (child))
    put_in_order (child, places, ordered);
}

/* The line that says how many values there are to look at, and leads to the next. */
void
sel_pdf_draft_add_count (SelPdfDraft *self)
{
  GPtrArray *places = g_ptr_array_new ();
  GtkWidget *line, *label;
  GtkEventController *keys;

  put_in_order (GTK_WIDGET (self->form), self->places, places);
  g_ptr_array_unref (self->places);
  self->places = places;
  if (self->places->len == 0)
    return;

  line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  label = gtk_label_new (NULL);
  keys = gtk_shortcut_controller_new ();
  self->to_look_at = GTK_LABEL (label);
  self->next = gtk_button_new_with_mnemonic (_ ("Look at the _next"));
  gtk_widget_set_tooltip_text (self->next, _ ("The next value that was read from the page (F8)"));
  gtk_label_set_xalign (self->to_look_at, 0);
  gtk_label_set_wrap (self->to_look_at, TRUE);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_set_valign (self->next, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (line, "form-problems");
  gtk_box_append (GTK_BOX (line), label);
  gtk_box_append (GTK_BOX (line), self->next);
  g_signal_connect_object (self->next, "clicked", G_CALLBACK (next_cb), self, G_CONNECT_SWAPPED);

  gtk_shortcut_controller_add_shortcut (
    GTK_SHORTCUT_CONTROLLER (keys),
    gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_F8, 0),
                      gtk_callback_action_new (shortcut_cb, g_object_ref (self), g_object_unref)));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (GTK_WIDGET (self->form), keys);
  sel_record_form_add_notice (self->form, line);
  sel_pdf_draft_tell_unseen (self);
}

/* What is said when the agreement was added. Free with g_free(). */
char *
sel_pdf_draft_dup_said (gpointer draft)
{
  const guint n = count_unseen (draft);

  if (n == 0)
    return g_strdup (_ ("Added"));

  return g_strdup_printf (ngettext ("Added; %u value from the page was not looked at",
                                    "Added; %u values from the page were not looked at", n),
                          n);
}
