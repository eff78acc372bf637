/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A register in a folder of its own, and exchange files beside it, for one test. */
#pragma once

#include "exchange/import.h"

G_BEGIN_DECLS

#define HEADER_OF(sender, sequence)                                          \
  "<header>\n<sender>" sender "</sender>\n<sender_name>Office</sender_name>" \
  "\n<made_at>2025-10-11T09:00:00+07:00</made_at>\n<sequence>" #sequence     \
  "</sequence>\n</header>\n"

/* An exchange: the records begin in line FIRST_LINE. */
#define EXCHANGE_OF(sender, sequence, records)                                         \
  "<exchange xmlns=\"urn:selaras:exchange:1\">\n" HEADER_OF (sender, sequence) records \
    "</exchange>\n"
#define EXCHANGE(sequence, records) EXCHANGE_OF ("office", sequence, records)
#define FIRST_LINE 8

#define PARTNER \
  "<partner id=\"P-1\"><name>BLK Banjarbaru</name><kind>training_centre</kind></partner>\n"

typedef struct
{
  char *folder;
  SelStore *store;
} Register;

Register *register_new (void);
void register_free (Register *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Register, register_free)

char *register_dup_path (Register *self, const char *name);
void register_write (Register *self, const char *name, const char *text);
void register_write_bytes (Register *self, const char *name, GBytes *bytes);
void register_close (Register *self);
void register_open (Register *self);

SelImportResult *register_import (Register *self, const char *text, SelImportFlags flags);
void register_take (Register *self, const char *text);
void register_refuse (Register *self,
                      const char *text,
                      guint line,
                      const char *field,
                      const char *reason);

void register_set_phone (Register *self, const char *phone);
gint64 register_get_int (Register *self, const char *sql);
char *register_dup_text (Register *self, const char *sql);
void register_assert_counts (const SelImportResult *result,
                             guint64 n_new,
                             guint64 n_changed,
                             guint64 n_same,
                             guint64 n_refused);

G_END_DECLS
