/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/merge/doubts.h"
#include "ui/exchange/exchange-page.h"
#include "ui/exchange/exports-pane.h"
#include "ui/exchange/import-progress.h"
#include "ui/exchange/import-report.h"
#include "ui/exchange/sheet-assistant.h"
#include "ui/exchange/undo-page.h"
#include "ui/exchange/waiting.h"
#include "ui/lists/record-list.h"

G_BEGIN_DECLS

struct _SelExchangePage
{
  GtkWidget parent_instance;

  GtkWidget *overlay;
  GtkWidget *choose_button;
  GtkStack *stack;
  GtkStack *logs;
  SelExportsPane *exports;
  SelRecordList *past;
  SelWaiting *waiting;
  GtkWidget *undo_button;
  SelDoubts *doubts;
  SelUndoPage *undo_page;
  SelSheetAssistant *assistant;
  SelImportProgress *progress;
  SelImportReport *report;
  GtkCheckButton *take_older;
  GtkCheckButton *accept_valid;
  GtkWidget *show_participants;
  GtkWidget *show_agreements;
  GtkWidget *decide_button;
  GtkWidget *columns_button;
  GtkButton *leave_button;
  GtkButton *import_button;
  AdwStatusPage *failure;
  GtkWidget *drop_hint;

  SelOffice *office;
  char *path;           /* of the file at hand */
  SelMapping *mapping;  /* how it is read, when it is a table; NULL for an exchange file */
  SelNoteList *notes;   /* of its plan or outcome; NULL for none */
  gint64 plan;          /* that is shown, and waits in the register; 0 for none */
  SelImportFlags flags; /* of the newest run */
  gboolean is_importing;
  gint64 asked;         /* the import that the user is asked about, whatever is selected by then */
  GTask *loading; /* of a plan, asked for last: compared only */
  char *locked;   /* the package whose passphrase is asked for; NULL for none */
};

void sel_exchange_page_show (SelExchangePage *self, const char *page);
void sel_exchange_page_show_past (SelExchangePage *self);
void sel_exchange_page_show_report (SelExchangePage *self);
void sel_exchange_page_fail (SelExchangePage *self, const char *message);
void sel_exchange_page_take_plan (SelExchangePage *self,
                                  const char *path,
                                  SelMapping *take_mapping,
                                  gint64 plan,
                                  SelImportResult *take_result);
void sel_exchange_page_tell_elsewhere (SelExchangePage *self, const char *message);

void sel_exchange_page_run (SelExchangePage *self, SelImportFlags flags);
void sel_exchange_page_look_again (SelExchangePage *self, const char *message);
void sel_exchange_page_reckon (SelExchangePage *self);

gboolean sel_exchange_page_ask_passphrase (SelExchangePage *self, const GError *error);

void sel_exchange_page_install_import (GtkWidgetClass *widget_class);
void sel_exchange_page_install_waiting_actions (GtkWidgetClass *widget_class);

void sel_exchange_page_look_at (SelExchangePage *self);
void sel_exchange_page_install_sheets (GtkWidgetClass *widget_class);

G_END_DECLS
