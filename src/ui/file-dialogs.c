/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/file-dialogs.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "domain/file-name.h"
#include "ui/dialogs.h"

typedef struct
{
  GtkWidget *parent;
  SelFileFunc open; /* or */
  SelPathFunc save;
  GObject *user_data; /* lives as long as the dialog */
  GStrv ends;         /* of names; NULL for any */
  guint format;       /* of these: the one that the name follows */
  GtkWindow *shown;   /* (nullable): in which they are chosen */
  char *path;         /* while it is asked whether what is there gives way */
} FileRequest;

/* What can be saved, by the end of its name. */
static const struct
{
  const char *end;
  const char *name;
} formats[] = {
  { "pdf", N_ ("PDF, to print (.pdf)") },
  { "xlsx", N_ ("Spreadsheet (.xlsx)") },
  { "csv", N_ ("Table as text (.csv)") },
  { "txt", N_ ("Text (.txt)") },
  { "json", N_ ("JSON, for programs (.json)") },
};

static FileRequest *
file_request_new (GtkWidget *parent, SelFileFunc open, SelPathFunc save, gpointer user_data)
{
  FileRequest *self = g_new0 (FileRequest, 1);

  self->parent = g_object_ref (parent);
  self->open = open;
  self->save = save;
  self->user_data = g_object_ref (user_data);
  return self;
}

static void
file_request_free (FileRequest *self)
{
  g_object_unref (self->parent);
  g_object_unref (self->user_data);
  g_strfreev (self->ends);
  g_clear_object (&self->shown);
  g_free (self->path);
  g_free (self);
}

/* The place among @ends of the one that @name has; their number for none. */
static guint
find_format (char *const *ends, const char *name)
{
  guint i = 0;

  for (; ends[i]; i++)
    {
      g_autofree char *end = g_strconcat (".", ends[i], NULL);

      if (sel_file_name_ends (name, end))
        break;
    }
  return i;
}

/* @name with the end of @format, in place of another of @ends. */
static char *
dup_with_end (char *const *ends, const char *name, guint format)
{
  const guint had = find_format (ends, name);
  const gsize stem = strlen (name) - (ends[had] ? strlen (ends[had]) + 1 : 0);

  return g_strdup_printf ("%.*s.%s", (int) stem, name, ends[format]);
}

static void
replace_answered_cb (gboolean is_yes, gpointer user_data)
{
  FileRequest *request = user_data;

  if (is_yes)
    request->save (request->path, request->user_data);
  file_request_free (request);
}

/* Saves under the name that was chosen, or with the end that it lacks. The dialog has asked whether
 * a file may give way, but not one that is called otherwise. */
static void
answer_path (FileRequest *take_request, const char *path, guint format)
{
  char *const *ends = take_request->ends;
  const gboolean is_followed = format == take_request->format;
  const gboolean is_good = ends == NULL || (is_followed && ends[find_format (ends, path)]);

  take_request->path = is_good ? g_strdup (path) : dup_with_end (ends, path, format);
  if (g_str_equal (take_request->path, path) ||
      !g_file_test (take_request->path, G_FILE_TEST_EXISTS))
    replace_answered_cb (TRUE, take_request);
  else
    {
      g_autofree char *file = g_filename_display_basename (take_request->path);
      g_autofree char *heading = g_strdup_printf (_ ("Replace “%s”?"), file);

      sel_dialog_ask (take_request->parent, heading,
                      _ ("There is such a file in this folder. What is in it will be lost."),
                      _ ("_Replace"), replace_answered_cb, take_request);
    }
}

/* What is saved is written beside where it will be, which only a folder of this computer allows. */
static void
answer_file (FileRequest *take_request, GFile *file, guint format)
{
  if (file && take_request->save && g_file_peek_path (file))
    {
      answer_path (take_request, g_file_peek_path (file), format);
      return;
    }

  if (file && take_request->open)
    take_request->open (file, take_request->user_data);
  else if (file && gtk_widget_get_root (take_request->parent))
    sel_dialog_tell (take_request->parent, _ ("Nothing was saved"),
                     _ ("The folder is not on this computer. Choose another, and copy the files "
                        "from there."));

  file_request_free (take_request);
}

static GtkFileFilter *
make_filter (const char *name, const char *ends)
{
  GtkFileFilter *filter = gtk_file_filter_new ();
  g_auto (GStrv) each = g_strsplit (ends, " ", 0);

  gtk_file_filter_set_name (filter, name);
  for (guint i = 0; each[i]; i++)
    gtk_file_filter_add_suffix (filter, each[i]);
  return filter;
}

static const char *
get_format_name (const char *end)
{
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    if (g_str_equal (formats[i].end, end))
      return _ (formats[i].name);

  g_return_val_if_reached (end);
}

static GtkWindow *
window_of (GtkWidget *widget)
{
  return GTK_WINDOW (gtk_widget_get_root (widget));
}

#if GTK_CHECK_VERSION(4, 10, 0)

/* This dialog does not tell which filter was chosen: the end of the name says the format, and the one
 * filter says what ends there are. */
static GtkFileFilter *
make_any_filter (char *const *ends)
{
  g_autoptr (GString) name = g_string_new (NULL);
  g_autofree char *all = g_strjoinv (" ", (char **) ends);

  for (guint i = 0; ends[i]; i++)
    g_string_append_printf (name, "%s%s", i ? " · " : "", get_format_name (ends[i]));
  return make_filter (name->str, all);
}

static void
opened_cb (GObject *dialog, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (dialog), result, NULL);

  answer_file (user_data, file, 0);
}

static void
saved_cb (GObject *dialog, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (dialog), result, NULL);

  answer_file (user_data, file, 0);
}

static void
choose_file (GtkWidget *parent,
             const char *title,
             GtkFileFilter *filter,
             const char *name,
             FileRequest *request)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();

  gtk_file_dialog_set_title (dialog, title);
  if (filter)
    gtk_file_dialog_set_default_filter (dialog, filter);
  if (request->ends)
    {
      g_autoptr (GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
      g_autoptr (GtkFileFilter) any = make_any_filter (request->ends);

      g_list_store_append (filters, any);
      gtk_file_dialog_set_filters (dialog, G_LIST_MODEL (filters));
    }
  if (name)
    gtk_file_dialog_set_initial_name (dialog, name);

  if (name)
    gtk_file_dialog_save (dialog, window_of (parent), NULL, saved_cb, request);
  else
    gtk_file_dialog_open (dialog, window_of (parent), NULL, opened_cb, request);
}

#else

/* Which of the formats is chosen. */
static guint
get_format (GtkFileChooser *chooser)
{
  g_autoptr (GListModel) filters = gtk_file_chooser_get_filters (chooser);
  GtkFileFilter *chosen = gtk_file_chooser_get_filter (chooser);
  guint format = 0;

  for (guint i = 0; i < g_list_model_get_n_items (filters); i++)
    {
      g_autoptr (GtkFileFilter) filter = g_list_model_get_item (filters, i);

      if (filter == chosen)
        format = i;
    }
  return format;
}

/* The name follows the format. */
static void
filter_changed_cb (GtkFileChooser *chooser, G_GNUC_UNUSED GParamSpec *about, FileRequest *request)
{
  g_autofree char *name = gtk_file_chooser_get_current_name (chooser);
  g_autofree char *its = NULL;

  request->format = get_format (chooser);
  if (name == NULL || *name == '\0')
    return;

  its = dup_with_end (request->ends, name, request->format);
  gtk_file_chooser_set_current_name (chooser, its);
}

/* A filter for each format, in the order of the ends. */
static void
offer_formats (GtkFileChooser *chooser, FileRequest *request)
{
  for (guint i = 0; request->ends[i]; i++)
    {
      g_autoptr (GtkFileFilter) filter =
        make_filter (get_format_name (request->ends[i]), request->ends[i]);

      gtk_file_chooser_add_filter (chooser, filter);
      if (i == 0)
        gtk_file_chooser_set_filter (chooser, filter);
    }
}

/* What is on the screen: the dialog of a portal is in another process, and its name follows nothing
 * before it is answered. */
static void
follow_format (GtkNativeDialog *dialog, FileRequest *request)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (GTK_IS_FILE_CHOOSER (window) && gtk_widget_get_visible (GTK_WIDGET (window)) &&
          gtk_window_get_transient_for (window) == gtk_native_dialog_get_transient_for (dialog))
        {
          g_signal_connect (window, "notify::filter", G_CALLBACK (filter_changed_cb), request);
          request->shown = g_object_ref (window);
        }
    }
}

static void
response_cb (GtkNativeDialog *dialog, int response, gpointer user_data)
{
  FileRequest *request = user_data;
  GtkFileChooser *chooser = GTK_FILE_CHOOSER (dialog);
  g_autoptr (GFile) file = NULL;

  if (request->shown)
    g_signal_handlers_disconnect_matched (request->shown, G_SIGNAL_MATCH_DATA, 0, 0, NULL, NULL,
                                          request);
  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (chooser);
  answer_file (request, file, request->ends ? get_format (chooser) : 0);
  g_object_unref (dialog);
}

static void
choose_file (GtkWidget *parent,
             const char *title,
             GtkFileFilter *filter,
             const char *name,
             FileRequest *request)
{
  GtkFileChooserAction action = name ? GTK_FILE_CHOOSER_ACTION_SAVE : GTK_FILE_CHOOSER_ACTION_OPEN;
  GtkFileChooserNative *dialog =
    gtk_file_chooser_native_new (title, window_of (parent), action, NULL, NULL);

  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  if (filter)
    gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (dialog), filter);
  if (name)
    gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), name);
  if (request->ends)
    offer_formats (GTK_FILE_CHOOSER (dialog), request);

  g_signal_connect (dialog, "response", G_CALLBACK (response_cb), request);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
  if (request->ends)
    follow_format (GTK_NATIVE_DIALOG (dialog), request);
}

#endif

/* Lets the user choose a file whose name has one of the @ends ("xml csv"). */
void
sel_dialog_open_file (GtkWidget *parent,
                      const char *title,
                      const char *filter_name,
                      const char *ends,
                      SelFileFunc func,
                      gpointer user_data)
{
  g_autoptr (GtkFileFilter) filter = make_filter (filter_name, ends);

  choose_file (parent, title, filter, NULL, file_request_new (parent, func, NULL, user_data));
}

/* Lets the user choose where on this computer to save what is called @name. */
void
sel_dialog_save_file (GtkWidget *parent,
                      const char *title,
                      const char *name,
                      SelPathFunc func,
                      gpointer user_data)
{
  choose_file (parent, title, NULL, name, file_request_new (parent, NULL, func, user_data));
}

/* Likewise in one of the formats whose names end in @ends ("pdf xlsx"), the first of which is
 * proposed; what is saved is called @stem, and the path that is chosen has such an end. */
void
sel_dialog_save_file_as (GtkWidget *parent,
                         const char *title,
                         const char *stem,
                         const char *ends,
                         SelPathFunc func,
                         gpointer user_data)
{
  FileRequest *request = file_request_new (parent, NULL, func, user_data);
  g_autofree char *name = NULL;

  request->ends = g_strsplit (ends, " ", 0);
  name = g_strconcat (stem, ".", request->ends[0], NULL);
  choose_file (parent, title, NULL, name, request);
}
