/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One SQLite connection and the statements prepared on it. Used by one thread at a time. */
#pragma once

#include <gio/gio.h>

#include "store/error.h"

G_BEGIN_DECLS

typedef struct _SelConnection SelConnection;
typedef struct _SelStatement SelStatement;

typedef enum
{
  SEL_CONNECTION_READ,
  SEL_CONNECTION_WRITE,
} SelConnectionMode;

SelConnection *sel_connection_open (const char *path, SelConnectionMode mode, GError **error);
void sel_connection_close (SelConnection *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SelConnection, sel_connection_close)

const char *sel_connection_get_path (const SelConnection *self);
gboolean sel_connection_execute (SelConnection *self, const char *sql, GError **error);
gint64 sel_connection_get_n_changed (SelConnection *self);
void sel_connection_interrupt (SelConnection *self);
void sel_connection_set_cancellable (SelConnection *self, GCancellable *cancellable);
gboolean sel_connection_back_up (SelConnection *self, const char *path, GError **error);

SelStatement *sel_connection_prepare (SelConnection *self, const char *sql, GError **error);
void sel_statement_release (SelStatement *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SelStatement, sel_statement_release)

void sel_statement_bind_null (SelStatement *self, int parameter);
void sel_statement_bind_int (SelStatement *self, int parameter, gint64 value);
void sel_statement_bind_real (SelStatement *self, int parameter, double value);
void sel_statement_bind_text (SelStatement *self, int parameter, const char *text);
void sel_statement_lend_text (SelStatement *self, int parameter, const char *text);
void sel_statement_bind_blob (SelStatement *self, int parameter, gconstpointer data, gsize size);

gboolean sel_statement_step (SelStatement *self, gboolean *has_row, GError **error);
gboolean sel_statement_run (SelStatement *self, GError **error);
void sel_statement_reset (SelStatement *self);

int sel_statement_get_n_columns (SelStatement *self);
gboolean sel_statement_is_null (SelStatement *self, int column);
GArray *sel_statement_read_ids (SelStatement *self, GError **error);
gint64 sel_statement_get_int (SelStatement *self, int column);
double sel_statement_get_real (SelStatement *self, int column);
const char *sel_statement_get_text (SelStatement *self, int column);
gconstpointer sel_statement_get_blob (SelStatement *self, int column, gsize *size);

gboolean sel_connection_get_int (SelConnection *self,
                                 const char *sql,
                                 gint64 *value,
                                 GError **error);

G_END_DECLS
