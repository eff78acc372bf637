/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Workbooks, as a test looks into them. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A part of the workbook at @path, which has to be XML. Free with g_free(). */
char *workbook_read_part (const char *path, const char *part);

G_END_DECLS
