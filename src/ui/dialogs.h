/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Dialogs that differ between versions of GTK and libadwaita, in one place. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef void (*SelStopFunc) (gpointer user_data);
typedef void (*SelAnswerFunc) (gboolean is_yes, gpointer user_data);

/* What was entered, lent for the call; not called when nothing was. */
typedef void (*SelTextFunc) (const char *text, gpointer user_data);

void sel_dialog_tell (GtkWidget *parent, const char *heading, const char *body);
void sel_dialog_ask (GtkWidget *parent,
                     const char *heading,
                     const char *body,
                     const char *verb,
                     SelAnswerFunc func,
                     gpointer user_data);
void sel_dialog_ask_form (GtkWidget *parent,
                          const char *heading,
                          const char *body,
                          GtkWidget *form,
                          const char *verb,
                          SelAnswerFunc func,
                          gpointer user_data,
                          GDestroyNotify destroy);
void sel_dialog_form_set_ready (GtkWidget *form, gboolean is_ready);
void sel_dialog_ask_passphrase (GtkWidget *parent,
                                const char *heading,
                                const char *body,
                                SelTextFunc func,
                                gpointer user_data);
void sel_dialog_ask_reason (GtkWidget *parent,
                            const char *heading,
                            const char *body,
                            const char *verb,
                            SelTextFunc func,
                            gpointer user_data,
                            GDestroyNotify destroy);
GtkWidget *sel_dialog_wait (GtkWidget *parent,
                            const char *heading,
                            const int *done,
                            SelStopFunc stop,
                            gpointer user_data);
void sel_dialog_wait_end (GtkWidget *dialog);
void sel_dialog_about (GtkWindow *parent);

G_END_DECLS
