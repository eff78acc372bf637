/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the rules found in a record. An error keeps it out; a warning is shown beside it. */
#pragma once

#include "domain/field.h"

G_BEGIN_DECLS

typedef enum
{
  SEL_WARNING,
  SEL_ERROR,
} SelSeverity;

typedef struct
{
  const SelField *field;
  SelSeverity severity;
  char *message; /* a whole sentence without the value, which may be personal */
} SelFinding;

SelFindings *sel_findings_new (void);
void sel_findings_free (SelFindings *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SelFindings, sel_findings_free)

guint sel_findings_get_n (const SelFindings *self);
const SelFinding *sel_findings_get (const SelFindings *self, guint position);
const SelFinding *sel_findings_first_error (const SelFindings *self);

void sel_record_check (const SelRecordType *type,
                       gconstpointer record,
                       const GDate *today,
                       SelFindings *findings);

/* For the check functions of record types; they name fields of the type that is being checked. */
void sel_findings_set_type (SelFindings *self, const SelRecordType *type);
void sel_findings_add (SelFindings *self,
                       const char *field,
                       SelSeverity severity,
                       const char *message);
void sel_findings_check_period (SelFindings *self,
                                const char *field,
                                const GDate *starts_on,
                                const GDate *ends_on);
void sel_findings_check_region (SelFindings *self, const char *field, const char *code);
void sel_findings_check_nik (SelFindings *self,
                             const char *field,
                             const char *nik,
                             gboolean is_female,
                             gboolean sex_is_known,
                             const GDate *birth_date);

G_END_DECLS
