/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A list, said as static SQL: what stands in its rows, how it may be filtered, sought and sorted.
 * No text that a person typed ever becomes SQL: it is bound to the parameters of these parts. */
#pragma once

#include "domain/records.h"
#include "store/connection.h"
#include "store/row.h"

G_BEGIN_DECLS

#define SEL_MOST_COLUMNS 16
#define SEL_MOST_FILTERS 8

typedef enum
{
  SEL_COLUMN_TEXT,
  SEL_COLUMN_DATE,
  SEL_COLUMN_NUMBER,
  SEL_COLUMN_CHOICE,
  SEL_COLUMN_STATE,   /* of an agreement: its code */
  SEL_COLUMN_REGION,  /* its code */
  SEL_COLUMN_INSTANT, /* UTC, shown in local time */
} SelColumnKind;

typedef struct
{
  const char *name;
  const char *label; /* untranslated */
  SelColumnKind kind;
  const char *sql;          /* an expression over the query's tables */
  const char *order;        /* what it is sorted by, when that is another expression */
  const SelChoice *choices; /* of a CHOICE */
  guint width;              /* in characters */
  SelSensitivity sensitivity;
  gboolean is_extra; /* shown only once it is chosen */
} SelListColumn;

/* A condition over the query's tables about $value; rows that do not meet it are left out. */
typedef struct
{
  const char *name;
  const char *label; /* untranslated */
  const char *sql;
  gboolean years;                 /* what can be chosen are years … */
  const SelChoice *choices;       /* … or these … */
  const SelRecordType *refers_to; /* … or the records that can */
  const char *tells;              /* the field that it tells, where that has another name */
  gboolean of_part;               /* it is over the tables of the query's "with_part" */
} SelListFilter;

/* Parts may speak of $today and of $horizon, the last day that is "soon" (ISO 8601). */
typedef struct
{
  const char *name;
  const SelRecordType *type;    /* of the records that it lists; NULL for a log … */
  const char *label;            /* … which is called so (untranslated) */
  guint32 (*depends_on) (void); /* the types whose change changes the list, 1 << their index */
  const char *from;             /* tables; the record's is called "r" */
  const char *search;           /* a condition about $typed, for has_words() … */
  const char *search_words;     /* … or one about $words, for the index of words, … */
  const char *search_digits;    /* … and about $digits and what follows them, $digits_end */
  const char *with_part;        /* begins the subquery of parts: one meets all filters of_part */
  const char *order;            /* unless a column is chosen */
  const SelListColumn *columns;
  guint n_columns;
  const SelListFilter *filters;
  guint n_filters;
} SelListQuery;

/* What is asked of a list just now. */
typedef struct
{
  char *search;                    /* as typed; NULL or "" for all */
  char *filters[SEL_MOST_FILTERS]; /* the value of each filter; NULL for any */
  int column;                      /* that it is sorted by; -1 for the query's own order */
  gboolean is_descending;
  char *today;
  char *horizon;
} SelListRequest;

SelListRequest *sel_list_request_new (void);
SelListRequest *sel_list_request_copy (const SelListRequest *self);
void sel_list_request_free (SelListRequest *self);
void sel_list_request_set_day (SelListRequest *self, const GDate *today, guint notice_days);
gboolean sel_list_request_is_narrowed (const SelListRequest *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SelListRequest, sel_list_request_free)

/* How many rows one statement of sel_list_query_read_rows() fetches. */
#define SEL_LIST_PAGE 64

GArray *sel_list_query_read_ids (const SelListQuery *self,
                                 const SelListRequest *request,
                                 SelConnection *connection,
                                 GError **error);
GPtrArray *sel_list_query_read_rows (const SelListQuery *self,
                                     const SelListRequest *request,
                                     SelConnection *connection,
                                     const gint64 *ids,
                                     guint n_ids,
                                     GError **error);
char *sel_list_query_dup_shown_search (const SelListQuery *self, const SelListRequest *request);
gboolean sel_list_query_count (const SelListQuery *self,
                               SelConnection *connection,
                               gint64 *count,
                               GError **error);

G_END_DECLS
