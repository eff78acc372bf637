/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The commands about packages and the keys that sign them. */
#pragma once

#include "application/command.h"

G_BEGIN_DECLS

SelPackage *sel_command_open_package (const SelCommand *self,
                                      const char *file,
                                      GCancellable *cancellable,
                                      GError **error);

typedef struct
{
  SelPackageOptions options; /* with what the rest holds */
  SelSigningKey *key;
  char *passphrase;
} SelCommandPacking;

void sel_command_packing_clear (SelCommandPacking *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SelCommandPacking, sel_command_packing_clear)

gboolean sel_command_read_packing (const SelCommand *self,
                                   SelCommandPacking *packing,
                                   GError **error);
void sel_command_make_package (const SelCommand *self,
                               GCancellable *cancellable,
                               SelAnswer *answer);
void sel_command_show_key (SelAnswer *answer);
void sel_command_trust (const SelCommand *self, SelAnswer *answer);

G_END_DECLS
