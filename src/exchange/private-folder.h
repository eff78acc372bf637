/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A folder in the user's cache that nobody else can look into, for what is only needed for a while.
 * It goes with all that is in it when it is freed; and one whose process ended before it could do
 * that is removed by the next that makes one. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _SelPrivateFolder SelPrivateFolder;

SelPrivateFolder *sel_private_folder_new (int *number);
void sel_private_folder_free (SelPrivateFolder *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SelPrivateFolder, sel_private_folder_free)

const char *sel_private_folder_get_path (SelPrivateFolder *self);
int sel_private_folder_create (SelPrivateFolder *self, const char *name);

G_END_DECLS
