/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A record is a plain C struct and a table of its fields. The table is written once, beside the
 * struct, and drives what would otherwise be written again for each record: SQL columns, XML
 * elements, form rows, validation messages, the change log and masking. */
#pragma once

#include <stddef.h>

#include <glib.h>

#include "domain/civil-time.h"
#include "domain/form.h"

G_BEGIN_DECLS

typedef struct _SelField SelField;
typedef struct _SelRecordType SelRecordType;
typedef struct _SelFindings SelFindings;

/* What the member of the struct is, and what stands for "nothing was said". */
typedef enum
{
  SEL_FIELD_TEXT,      /* char *, NULL */
  SEL_FIELD_INTEGER,   /* gint64, SEL_NO_INTEGER */
  SEL_FIELD_REAL,      /* double, NAN */
  SEL_FIELD_BOOLEAN,   /* gboolean; it is always said */
  SEL_FIELD_DATE,      /* GDate, cleared */
  SEL_FIELD_TIME,      /* SelCivilTime, its date cleared */
  SEL_FIELD_CHOICE,    /* int, 0; else 1 + the place in the field's choices */
  SEL_FIELD_CHOICES,   /* guint, a bit (1 << place) for each choice; 0 */
  SEL_FIELD_REFERENCE, /* gint64, the id of another record; 0 */
} SelFieldKind;

#define SEL_NO_INTEGER G_MININT64

/* UU 27/2022, article 4, tells general from specific personal data; what a screen shows and a
 * file may carry follows from this alone. */
typedef enum
{
  SEL_PUBLIC,   /* stands in a published agreement */
  SEL_INTERNAL, /* of the office: shown to its staff */
  SEL_PERSONAL, /* shown masked until it is asked for */
  SEL_SPECIFIC, /* health, criminal record: likewise, and never in an export by default */
} SelSensitivity;

typedef enum
{
  SEL_FIELD_OPTIONAL = 1 << 0,
  SEL_FIELD_SEARCHED = 1 << 1,  /* its words are found by the search of its list */
  SEL_FIELD_MULTILINE = 1 << 2, /* may hold line breaks */
  SEL_FIELD_OWNER = 1 << 3,     /* the record is part of the one referred to, and goes with it */
  SEL_FIELD_SIGNED = 1 << 4,    /* the signature covers it: it changes by a correction only */
} SelFieldFlags;

typedef struct
{
  const char *code;  /* in the database and in files; never changes */
  const char *label; /* untranslated, for g_dpgettext2 with the context "choice" */
} SelChoice;

struct _SelField
{
  const char *name; /* of the member, the SQL column and the XML element */
  SelFieldKind kind;
  gsize offset;
  SelSensitivity sensitivity;
  SelFieldFlags flags;
  const char *label;              /* untranslated */
  const char *hint;               /* untranslated: what it means, in one sentence */
  const SelChoice *choices;       /* of CHOICE and CHOICES; ends with a NULL code */
  const char *stand_in;           /* of a required CHOICE that may have to stay behind: the code
                                     that tells nothing; NULL for others */
  const SelRecordType *refers_to; /* of REFERENCE */
  gint64 least;                   /* INTEGER, REAL: the smallest value */
  gint64 most;                    /* INTEGER, REAL: the largest value; TEXT: bytes, 0 is 1000 */
  const SelForm *form;            /* TEXT: the form it has, NULL for any */
};

/* The head of each record's struct. */
typedef struct
{
  gint64 id;      /* in this database; 0 until it is stored */
  char *uid;      /* UUID (RFC 9562), the same in every office */
  gint64 version; /* raised by each write */
} SelRecord;

struct _SelRecordType
{
  const char *name;   /* of the SQL table and the XML element */
  const char *label;  /* untranslated, "Agreement" */
  const char *plural; /* untranslated, "Agreements" */
  gsize size;
  const SelField *fields;
  guint n_fields;
  /* What is special about this record: adds findings beyond what the table says. */
  void (*check) (gconstpointer record, const GDate *today, SelFindings *findings);
  /* Fills in empty fields that follow from others; NULL where there are none. */
  void (*derive) (gpointer record);
};

typedef enum
{
  SEL_RECORD_ERROR_FORM,  /* the text does not have the form of its field */
  SEL_RECORD_ERROR_RANGE, /* it has, but is out of bounds */
} SelRecordError;

#define SEL_RECORD_ERROR (sel_record_error_quark ())
GQuark sel_record_error_quark (void);

const char *sel_field_label (const SelField *field);
const char *sel_field_hint (const SelField *field);
const char *sel_choice_label (const SelChoice *choice);
gsize sel_field_most_bytes (const SelField *field);

gboolean sel_field_is_empty (const SelField *field, gconstpointer record);
gboolean sel_field_says_nothing (const SelField *field, gconstpointer record);
gboolean sel_field_is_equal (const SelField *field, gconstpointer a, gconstpointer b);
void sel_field_clear (const SelField *field, gpointer record);
void sel_field_copy (const SelField *field, gpointer to, gconstpointer from);

gboolean sel_field_set_text (const SelField *field,
                             gpointer record,
                             const char *text,
                             GError **error);
char *sel_field_dup_text (const SelField *field, gconstpointer record);
char *sel_field_dup_display (const SelField *field, gconstpointer record);

char *sel_text_dup_masked (const char *text);
char *sel_text_dup_printable (const char *text, gboolean keeps_lines);
char *sel_number_dup_display (double number);
char *sel_date_dup_text (const GDate *date);
char *sel_date_dup_display (const GDate *date);
char *sel_clock_dup_display (guint minutes);
char *sel_instant_dup_display (GDateTime *instant);
char *sel_civil_time_dup_display (const SelCivilTime *time);

gpointer sel_record_new (const SelRecordType *type);
gpointer sel_record_copy (const SelRecordType *type, gconstpointer record);
void sel_record_free (const SelRecordType *type, gpointer record);
void sel_record_derive (const SelRecordType *type, gpointer record);
void sel_record_clear (const SelRecordType *type, gpointer record);
const SelField *sel_record_type_field (const SelRecordType *type, const char *name);
gboolean sel_record_type_is_part (const SelRecordType *type);
const SelField *sel_record_type_owner (const SelRecordType *type, const SelRecordType *of);
const SelField *sel_record_type_shared_owner (const SelRecordType *type,
                                              const SelRecordType *other);

/* The member of a record that a field speaks of. */
#define SEL_MEMBER(Type, record, field) \
  ((Type *) (gpointer) ((char *) (gpointer) (record) + (field)->offset))
#define SEL_MEMBER_CONST(Type, record, field) \
  ((const Type *) (gconstpointer) ((const char *) (record) + (field)->offset))

/* A row of a field table; RECORD is the struct of the file. At least a .hint follows the label. */
#define FIELD(member_, kind_, sensitivity_, flags_, label_, ...)                                   \
  {                                                                                                \
    .name = #member_, .kind = SEL_FIELD_##kind_, .offset = offsetof (RECORD, member_),             \
    .sensitivity = SEL_##sensitivity_, .flags = flags_, .label = label_, __VA_ARGS__               \
  }

/* After the check, a .derive may follow. */
#define SEL_RECORD_TYPE(name_, label_, plural_, ...)                                               \
  {                                                                                                \
    .name = name_, .label = label_, .plural = plural_, .size = sizeof (RECORD), .fields = fields,  \
    .n_fields = G_N_ELEMENTS (fields), .check = __VA_ARGS__                                        \
  }

G_END_DECLS
