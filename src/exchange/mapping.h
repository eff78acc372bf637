/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How one office's tables are read: what they are about, which column says what, what is true of
 * every row, and who sends them. It is kept under a name, as a file that people can read:
 * mappings/NAME.ini in the user's data folder. */
#pragma once

#include "confined/sheet-stream.h"
#include "domain/roster.h"

G_BEGIN_DECLS

typedef struct
{
  SelRosterKind kind;
  SelSheetLayout layout;
  char *sender; /* the office's identifier; NULL until it is said */
  char *sender_name;
  GHashTable *headers;  /* what stands above a column, by the name of the SelRosterColumn */
  GHashTable *defaults; /* what it says where the table does not, as people write it, likewise */
} SelMapping;

SelMapping *sel_mapping_new (SelRosterKind kind);
SelMapping *sel_mapping_copy (const SelMapping *self);
void sel_mapping_keep_said (SelMapping *self, const SelMapping *before);
void sel_mapping_free (SelMapping *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SelMapping, sel_mapping_free)

void sel_mapping_set_header (SelMapping *self, const SelRosterColumn *column, const char *header);
gboolean sel_mapping_set_default (SelMapping *self,
                                  const char *name,
                                  const char *text,
                                  GError **error);
char *sel_mapping_default_dup_problem (const SelRosterColumn *column, const char *text);
char *sel_mapping_dup_problem (const SelMapping *self);
gboolean sel_mapping_check (const SelMapping *self, GError **error);

GStrv sel_mapping_list (void);
char *sel_mapping_dup_path (const char *name);
SelMapping *sel_mapping_load (const char *name, GError **error);
gboolean sel_mapping_save (const SelMapping *self, const char *name, GError **error);

char *sel_mapping_dup_text (const SelMapping *self);
SelMapping *sel_mapping_new_for_text (const char *text, GError **error);

G_END_DECLS
