/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/field.h"

G_BEGIN_DECLS

typedef enum
{
  SEL_DOCUMENT_DRAFT = 1,
  SEL_DOCUMENT_SIGNED,
  SEL_DOCUMENT_ANNEX,
} SelDocumentKind;

/* A PDF of an agreement, kept byte for byte. */
typedef struct
{
  SelRecord record;
  gint64 agreement;
  int kind; /* SelDocumentKind */
  char *title;
  char *edition;
  char *file;
  char *sha256;
  gint64 pages;
} SelDocument;

extern const SelChoice sel_document_kinds[];
extern const SelRecordType sel_document_type;

G_END_DECLS
