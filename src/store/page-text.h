/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The text of the pages of the PDFs, once for each content, and the index of its words. It is
 * derived: read from the bytes by whoever has the time (application/page-reader.c), through
 * sel_store_write_derived(), and gone when the bytes go. */
#pragma once

#include "store/connection.h"

G_BEGIN_DECLS

/* Why a content has no text, though it was looked at. */
typedef enum
{
  SEL_PAGE_TROUBLE_ENCRYPTED = 1,
  SEL_PAGE_TROUBLE_DAMAGED,
  SEL_PAGE_TROUBLE_TOO_LARGE,
  SEL_PAGE_TROUBLE_FAILED, /* its reader ended, or was silent for too long */
} SelPageTrouble;

/* A PDF that was not looked at yet. */
typedef struct
{
  char *sha256;
  char *file; /* what a document calls it */
} SelUnreadContent;

/* Of the PDFs that documents name. */
typedef struct
{
  guint n_read;
  guint n_unread;
  guint n_in_trouble;
} SelPageTextState;

GPtrArray *sel_page_text_list_unread (SelConnection *connection, GError **error);
gboolean sel_page_text_get_state (SelConnection *connection,
                                  SelPageTextState *state,
                                  GError **error);

gboolean sel_page_text_put (SelConnection *connection,
                            const char *sha256,
                            const char *const *texts,
                            const char *const *folded,
                            GError **error);
gboolean sel_page_text_put_trouble (SelConnection *connection,
                                    const char *sha256,
                                    SelPageTrouble trouble,
                                    GError **error);
gboolean sel_page_text_forget_unnamed (SelConnection *connection, GError **error);
gboolean sel_page_text_drop_stale (SelConnection *connection, GError **error);
GArray *sel_page_text_list_unfolded (SelConnection *connection, GError **error);
gboolean sel_page_text_fold (SelConnection *connection, gint64 source, GError **error);
gboolean sel_page_text_forget_trouble (SelConnection *connection, GError **error);

/* Of the row ids of the index. */
#define SEL_PAGES_OF_SOURCE 32768

G_END_DECLS
