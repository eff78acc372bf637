/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Dialogs in which files are chosen, which differ between versions of GTK, in one place. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The file that was chosen, lent for the call; not called when none was. @user_data is an object,
 * which the dialog holds. */
typedef void (*SelFileFunc) (GFile *file, gpointer user_data);
typedef void (*SelPathFunc) (const char *path, gpointer user_data);

void sel_dialog_open_file (GtkWidget *parent,
                           const char *title,
                           const char *filter_name,
                           const char *ends,
                           SelFileFunc func,
                           gpointer user_data);
void sel_dialog_save_file (GtkWidget *parent,
                           const char *title,
                           const char *name,
                           SelPathFunc func,
                           gpointer user_data);
void sel_dialog_save_file_as (GtkWidget *parent,
                              const char *title,
                              const char *stem,
                              const char *ends,
                              SelPathFunc func,
                              gpointer user_data);

G_END_DECLS
