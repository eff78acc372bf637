/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The answer to a query as an array of plain structs. Which member each column of the query fills
 * is said once, in a table, which also tells what the struct owns. */
#pragma once

#include "domain/field.h"
#include "store/connection.h"

G_BEGIN_DECLS

typedef struct
{
  gsize size;
  const SelField *members; /* kind, offset and choices, in the order of the columns */
  guint n_members;
  GDestroyNotify clear;
} SelTupleType;

#define SEL_TUPLE(Type, KIND, member)                            \
  {                                                              \
    .kind = SEL_FIELD_##KIND, .offset = offsetof (Type, member), \
  }
#define SEL_TUPLE_CHOICE(Type, member, choices_)                                      \
  {                                                                                   \
    .kind = SEL_FIELD_CHOICE, .offset = offsetof (Type, member), .choices = choices_, \
  }

/* Defines name_type of the structs whose members are listed in name_members. */
#define SEL_TUPLE_TYPE(Type, name)                                                         \
  static void clear_##name (gpointer tuple);                                               \
  static const SelTupleType name##_type = { sizeof (Type), name##_members,                 \
                                            G_N_ELEMENTS (name##_members), clear_##name }; \
  static void clear_##name (gpointer tuple)                                                \
  {                                                                                        \
    sel_tuple_clear (&name##_type, tuple);                                                 \
  }

GArray *sel_tuples_new (const SelTupleType *type);
gboolean sel_tuples_append (GArray *tuples,
                            SelStatement *stmt,
                            const SelTupleType *type,
                            GError **error);
GArray *sel_tuples_read (SelStatement *stmt, const SelTupleType *type, GError **error);
GArray *sel_tuples_read_of (SelConnection *connection,
                            const char *sql,
                            gint64 id,
                            const SelTupleType *type,
                            GError **error);
void sel_tuple_read (SelStatement *stmt, const SelTupleType *type, gpointer tuple);
void sel_tuple_clear (const SelTupleType *type, gpointer tuple);

void sel_statement_bind_date (SelStatement *stmt, int parameter, const GDate *date);

G_END_DECLS
