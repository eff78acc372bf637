/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What became of an exchange file, or would. */
#pragma once

#include "confined/exchange-stream.h"
#include "exchange/import-pair.h"
#include "exchange/signature.h"

G_BEGIN_DECLS

/* Notes of each verdict beyond these are only counted. */
#define SEL_IMPORT_MOST_NOTES 10000

typedef enum
{
  SEL_IMPORT_NEW,
  SEL_IMPORT_CHANGED,
  SEL_IMPORT_SAME,
  SEL_IMPORT_DOUBTFUL, /* new, but it may be one that is there already */
  SEL_IMPORT_REFUSED,
  SEL_IMPORT_WARNING, /* a rule warns, which keeps no record out; the others are one for each record
                       */
  SEL_N_IMPORT_VERDICTS,
} SelImportVerdict;

/* What is said of one record. It holds no personal value. */
typedef struct
{
  SelImportVerdict verdict;
  guint line;
  const SelRecordType *type; /* NULL when the element is none that is known */
  char *id;                  /* the sender's; NULL when it has none */
  const SelField *field;     /* NULL when it is about the whole record */
  char *value;               /* what the file has there, masked if personal; NULL for nothing */
  char *reason;              /* a whole sentence; of CHANGED the labels of the fields that differ */
} SelImportNote;

typedef struct
{
  char *file;                /* its name */
  char *signature;           /* of a package: who signed it, in a sentence; else NULL */
  SelPackageSigner signer;   /* likewise, where there is a @signature */
  char *signing_key;         /* the public key, as text; NULL where nobody signed */
  SelExchangeHeader *header; /* what the file says of itself */
  gboolean is_dry_run;
  gboolean is_applied;
  gint64 exchange;        /* its id in the register; 0 unless it was applied */
  gint64 newest_sequence; /* of the files of this sender that came in before; 0 for none */
  char *hash;             /* of a file without a number: its SHA-256; else NULL */
  gboolean is_again;      /* this very file, one without a number, came in before */

  guint64 n[SEL_N_IMPORT_VERDICTS];
  guint64 n_of[SEL_N_RECORD_TYPES][SEL_N_IMPORT_VERDICTS]; /* without what is of no known type */

  /* Of SelImportPair, in the order of the records: of a dry run, at most SEL_IMPORT_MOST_NOTES. */
  GPtrArray *pairs;
  gboolean is_search_cut; /* there may be more possible duplicates than were looked for */

  /* Of SelImportNote, in the order of the file, at most SEL_IMPORT_MOST_NOTES of each. A refused
   * record can have several. NEW and CHANGED are noted by a dry run only, SAME never. */
  GPtrArray *notes[SEL_N_IMPORT_VERDICTS];
} SelImportResult;

SelImportResult *sel_import_result_new (const char *file);
void sel_import_result_free (SelImportResult *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SelImportResult, sel_import_result_free)

void sel_import_result_count (SelImportResult *self,
                              const SelRecordType *type,
                              SelImportVerdict verdict);
void sel_import_result_note (SelImportResult *self,
                             SelImportVerdict verdict,
                             const SelExchangeItem *item,
                             const SelField *field,
                             const char *reason);
gboolean sel_import_result_has_number (const SelImportResult *self);
gboolean sel_import_result_has_work (const SelImportResult *self);
gboolean sel_import_result_is_old (const SelImportResult *self);
char *sel_import_result_dup_more_pairs (const SelImportResult *self);

const char *sel_import_verdict_label (SelImportVerdict verdict);
char *sel_import_note_dup_sentence (const SelImportNote *note, const char *file);

G_END_DECLS
