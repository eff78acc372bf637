/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The exchange files that came in. */
#pragma once

#include "store/act.h"

G_BEGIN_DECLS

/* What is kept of a file; texts are borrowed. */
typedef struct
{
  const char *sender;
  const char *sender_name;
  const char *recipient; /* NULL for none */
  const char *made_at;
  const char *agreement; /* the sender's identifier of the one it rests on; NULL for none */
  gint64 sequence;       /* 0 for none: it is no exchange file */
  const char *hash;      /* SHA-256, of one without a number; NULL for none */
  const char *file;      /* its name */
} SelExchangeEntry;

/* A file that came in. */
typedef struct
{
  gint64 id;
  char *imported_at; /* ISO 8601, UTC */
  char *actor;
  char *sender_name;
  char *file;
  gint64 sequence; /* 0 for none */
  gint64 n_new;
  gint64 n_changed;
  gint64 n_same;
  gint64 n_refused;
  char *undone_at; /* NULL while it stands */
} SelPastImport;

/* An office that sends files, or could. */
typedef struct
{
  char *code; /* NULL of a partner from whom none came in yet */
  char *name;
} SelSender;

GPtrArray *sel_exchange_log_list_senders (SelConnection *connection, GError **error);
GPtrArray *sel_exchange_log_list (SelConnection *connection, GError **error);

gboolean
sel_exchange_log_add (SelAct *act, const SelExchangeEntry *entry, gint64 *id, GError **error);
gboolean sel_exchange_log_set_counts (SelAct *act,
                                      gint64 id,
                                      guint64 n_new,
                                      guint64 n_changed,
                                      guint64 n_same,
                                      guint64 n_refused,
                                      GError **error);
gboolean sel_exchange_log_find_newest (SelConnection *connection,
                                       const char *sender,
                                       gint64 *sequence,
                                       GError **error);
gboolean sel_exchange_log_has_file (SelConnection *connection,
                                    const char *sender,
                                    const char *hash,
                                    gboolean *has_file,
                                    GError **error);
gboolean sel_exchange_log_find_follower (SelConnection *connection,
                                         gint64 exchange,
                                         char **file,
                                         GError **error);

G_END_DECLS
