/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The tables that offices send: what they are about, and what their columns are called. */
#pragma once

#include "domain/field.h"

G_BEGIN_DECLS

typedef enum
{
  SEL_ROSTER_PARTICIPANTS,
  SEL_ROSTER_ENROLMENTS, /* people, what they are enrolled in, and their scores */
  SEL_ROSTER_ATTENDANCE, /* a person at a session in each row */
  SEL_ROSTER_INSTRUCTORS,
  SEL_ROSTER_VENUES,
  SEL_ROSTER_IMS, /* an IMS Enterprise file: no table, but a mapping has defaults for it */
  SEL_N_ROSTER_KINDS,
} SelRosterKind;

#define SEL_N_TABLE_KINDS SEL_ROSTER_IMS

/* What a column says. Most say one field of a record. */
typedef enum
{
  SEL_ROSTER_FIELD,
  SEL_ROSTER_IDENTIFIER,   /* what the sender calls the record that the row is about */
  SEL_ROSTER_BIRTH,        /* "Banjarbaru, 11 Oktober 1990": the place, then the date */
  SEL_ROSTER_SESSION_DATE, /* of the session, with or without its time */
  SEL_ROSTER_SESSION_TIME,
} SelRosterRole;

typedef struct
{
  const char *name; /* in the file of a mapping; one of its kind */
  SelRosterRole role;
  const SelRecordType *type; /* of FIELD: the record … */
  const char *field;         /* … and its field */
  const char *header;        /* untranslated: how a template calls the column */
  const char *aliases;       /* how people do, as sel_roster_dup_key() has it, "|" between them */
  guint kinds;               /* 1 << SelRosterKind, of each that has it */
} SelRosterColumn;

const char *sel_roster_kind_name (SelRosterKind kind);
const char *sel_roster_kind_label (SelRosterKind kind);
gboolean sel_roster_kind_by_name (const char *name, SelRosterKind *kind);
const SelRecordType *sel_roster_kind_type (SelRosterKind kind);

char *sel_roster_dup_key (const char *text);

const SelRosterColumn *sel_roster_column_at (SelRosterKind kind, guint position);
const SelRosterColumn *sel_roster_column_by_name (SelRosterKind kind, const char *name);
const SelRosterColumn *sel_roster_column_by_header (SelRosterKind kind, const char *header);
const SelField *sel_roster_column_field (const SelRosterColumn *column);
const char *sel_roster_column_header (const SelRosterColumn *column);
gboolean sel_roster_column_is_personal (const SelRosterColumn *column);

G_END_DECLS
