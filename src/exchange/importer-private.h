/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/findings.h"
#include "exchange/importer.h"
#include "store/identity.h"
#include "store/likeness.h"

G_BEGIN_DECLS

/* Where the file has a record. Texts are not kept: there may be a million of them. */
typedef struct
{
  guint32 line; /* 0 for nowhere so far */
  guint32 key;  /* g_str_hash() of the identifier that it has there */
} SelImportedPlace;

/* What is kept for the records of one type while a file is taken in. */
typedef struct
{
  gint64 origin;      /* of the sender's identifiers; 0 until it is asked for */
  SelRecord *said;    /* the record at hand, as the file says it */
  SelRecord *present; /* and as the register has it */
  GString *last_key;  /* the last one that was referred to: the next is often the same … */
  gint64 last_record; /* … 0 when there was none */
  gboolean has_twins; /* the last one was in the register under another identifier */
  GArray *places;     /* of SelImportedPlace: by the id that an identifier was given to */
  GHashTable *others; /* the lines of further identifiers of records that have several */
} SelImportedKind;

struct _SelImporter
{
  SelAct *act;                     /* borrowed */
  SelConnection *connection;       /* borrowed */
  SelImportResult *result;         /* borrowed */
  int folder;                      /* borrowed */
  const SelImportRequest *request; /* borrowed */
  GCancellable *cancellable;       /* borrowed, may be NULL */
  SelFindings *findings;
  SelNewcomers *newcomers;
  SelImportedKind kinds[SEL_N_RECORD_TYPES];
  GHashTable *refused; /* the names of refused records, as make_name() makes them */
  char *last_told;     /* the last of them that the reader told of */
  guint64 n_told;      /* the records that the reader told of */

  /* The record at hand. */
  const SelExchangeItem *item; /* borrowed */
  SelImportedKind *kind;
  SelIdentity identity; /* what is known under its identifier */
  gint64 known;         /* the id of the record in the register that is the same; 0 for none */
  gboolean is_counterpart; /* it was found by what it is about */
  GBytes *content;      /* of a document; NULL for others */
  gboolean is_refused;
  gboolean is_known_good; /* refused, but the file has it, good, in an earlier line */
  gboolean is_old;        /* the file is one of its sender that came in before, or older */
};

void sel_importer_refuse (SelImporter *self, const SelField *field, const char *reason);

gboolean sel_importer_find_known (SelImporter *self, GError **error);
gboolean sel_importer_find_by_nik (SelImporter *self, GError **error);
gboolean sel_importer_read_present (SelImporter *self, GError **error);
gboolean sel_importer_settle (SelImporter *self, GError **error);

G_END_DECLS
