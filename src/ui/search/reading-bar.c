/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/search/reading-bar.h"

#include <glib/gi18n-lib.h>

#include "store/page-text.h"
#include "ui/reading.h"

struct _SelReadingBar
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkLabel *label;
  GtkProgressBar *progress;
  GtkButton *button;

  SelOffice *office;
  SelPageReader *reader;
  SelPageTextState state;
  guint look_source;
};

G_DEFINE_FINAL_TYPE (SelReadingBar, sel_reading_bar, GTK_TYPE_WIDGET)

#define MILLISECONDS_BETWEEN_LOOKS 250

static void
show_progress (SelReadingBar *self)
{
  g_autofree char *done = NULL;
  g_autofree char *all = NULL;
  g_autofree char *text = NULL;
  guint n_done, n_all;

  sel_page_reader_get_progress (self->reader, &n_done, &n_all);
  done = sel_number_dup_display (n_done);
  all = sel_number_dup_display (n_all);
  /* Translators: how many of how many */
  text = g_strdup_printf (_ ("Reading PDFs so that they can be searched: %s of %s"), done, all);
  gtk_label_set_text (self->label, text);
  gtk_progress_bar_set_fraction (self->progress, n_all ? (double) n_done / n_all : 0);
  gtk_widget_set_visible (self->box, n_all > 0);
}

static gboolean
look_cb (gpointer user_data)
{
  show_progress (user_data);
  return G_SOURCE_CONTINUE;
}

static char *
dup_sentence (SelReadingBar *self)
{
  const char *trouble = sel_page_reader_get_trouble (self->reader);
  g_autofree char *n = NULL;

  if (trouble)
    return g_strdup (trouble);
  if (self->state.n_unread)
    {
      n = sel_number_dup_display (self->state.n_unread);
      return g_strdup_printf (ngettext ("%s PDF was not read yet, and is not searched",
                                        "%s PDFs were not read yet, and are not searched",
                                        self->state.n_unread),
                              n);
    }
  if (self->state.n_in_trouble == 0)
    return NULL;

  n = sel_number_dup_display (self->state.n_in_trouble);
  return g_strdup_printf (
    ngettext ("%s PDF cannot be read, as it is protected or damaged, and is not searched",
              "%s PDFs cannot be read, as they are protected or damaged, and are not searched",
              self->state.n_in_trouble),
    n);
}

static void
show_state (SelReadingBar *self)
{
  gboolean is_reading = sel_page_reader_is_reading (self->reader);
  g_autofree char *sentence = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->progress), is_reading);
  if (is_reading)
    {
      gtk_button_set_label (self->button, _ ("_Stop reading"));
      show_progress (self);
      return;
    }

  sentence = dup_sentence (self);
  gtk_widget_set_visible (self->box, sentence != NULL);
  gtk_label_set_text (self->label, sentence ? sentence : "");
  gtk_button_set_label (self->button,
                        self->state.n_unread ? _ ("_Read them now") : _ ("_Try again"));
}

static gpointer
read_state (SelConnection *connection, G_GNUC_UNUSED gpointer question, GError **error)
{
  g_autofree SelPageTextState *state = g_new0 (SelPageTextState, 1);

  return sel_page_text_get_state (connection, state, error) ? g_steal_pointer (&state) : NULL;
}

static void
state_read_cb (GObject *source, GAsyncResult *result, G_GNUC_UNUSED gpointer user_data)
{
  SelReadingBar *self = SEL_READING_BAR (source);
  g_autofree SelPageTextState *state = sel_read_finish (result, NULL);

  if (state == NULL || self->box == NULL)
    return;

  self->state = *state;
  show_state (self);
}

static void
reading_changed_cb (SelReadingBar *self)
{
  gboolean is_reading = sel_page_reader_is_reading (self->reader);

  g_clear_handle_id (&self->look_source, g_source_remove);
  if (is_reading)
    self->look_source = g_timeout_add (MILLISECONDS_BETWEEN_LOOKS, look_cb, self);
  show_state (self);
  if (!is_reading)
    sel_read_async (sel_office_get_store (self->office), read_state, NULL, NULL, g_free, NULL, self,
                    state_read_cb);
}

static void
clicked_cb (SelReadingBar *self)
{
  if (sel_page_reader_is_reading (self->reader))
    sel_page_reader_stop (self->reader);
  else if (self->state.n_unread)
    sel_page_reader_start (self->reader);
  else
    sel_page_reader_try_again (self->reader);
}

static void
sel_reading_bar_dispose (GObject *object)
{
  SelReadingBar *self = SEL_READING_BAR (object);

  g_clear_handle_id (&self->look_source, g_source_remove);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->reader);
  g_clear_object (&self->office);

  G_OBJECT_CLASS (sel_reading_bar_parent_class)->dispose (object);
}

static void
sel_reading_bar_class_init (SelReadingBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sel_reading_bar_dispose;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/selaras/Selaras/ui/search/reading-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, SelReadingBar, box);
  gtk_widget_class_bind_template_child (widget_class, SelReadingBar, label);
  gtk_widget_class_bind_template_child (widget_class, SelReadingBar, progress);
  gtk_widget_class_bind_template_child (widget_class, SelReadingBar, button);
  gtk_widget_class_bind_template_callback (widget_class, clicked_cb);
}

static void
sel_reading_bar_init (SelReadingBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* Called once. */
void
sel_reading_bar_attach (SelReadingBar *self, SelOffice *office, SelPageReader *reader)
{
  self->office = g_object_ref (office);
  self->reader = g_object_ref (reader);
  g_signal_connect_object (reader, "notify::reading", G_CALLBACK (reading_changed_cb), self,
                           G_CONNECT_SWAPPED);
  reading_changed_cb (self);
}
