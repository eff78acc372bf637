/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A document in a window, for tests: shows it, waits for what is to be seen, presses buttons. */
#pragma once

#include <adwaita.h>

#include "support/widgets.h"
#include "ui/pages/document-view.h"
#include "ui/pages/page-view.h"

typedef struct
{
  GtkWindow *window;
  SelOffice *office;
  SelDocumentView *view;
  SelPageView *pages;
  guint n_drawn;
  char *said;
} Fixture;

typedef gboolean (*Condition) (Fixture *fixture, gconstpointer data);

void fixture_set_up (Fixture *fixture, gconstpointer data);
void fixture_tear_down (Fixture *fixture, gconstpointer data);
int fixture_run (int *argc, char ***argv, void (*add_tests) (void));

GtkWidget *find_labelled (GtkWidget *root, const char *label);

void wait_until (Fixture *fixture, Condition condition, gconstpointer data);
gboolean is_drawn (Fixture *fixture, gconstpointer times);
gboolean is_state (Fixture *fixture, gconstpointer state);
gboolean is_shown (Fixture *fixture, gconstpointer label);
gboolean is_sharp (Fixture *fixture, gconstpointer data);
gboolean is_said (Fixture *fixture, gconstpointer data);
gboolean is_there (Fixture *fixture, gconstpointer path);
gboolean is_wide (Fixture *fixture, gconstpointer width);

const char *get_state (Fixture *fixture);
void show_bytes (Fixture *fixture, GBytes *bytes);
void show_whole (Fixture *fixture, GBytes *bytes);
void show_pages (Fixture *fixture, guint n_pages);
void activate (Fixture *fixture, const char *action, GVariant *parameter);
void click (Fixture *fixture, const char *label);
void assert_accessible_label (Fixture *fixture, const char *label);
void kill_children (void);
