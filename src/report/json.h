/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the reports ask of json-glib, in as few words. */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

void sel_json_add_text (JsonBuilder *builder, const char *name, const char *text);
void sel_json_add_number (JsonBuilder *builder, const char *name, gint64 number);
void sel_json_add_date (JsonBuilder *builder, const char *name, const GDate *date);
void sel_json_append_to (JsonBuilder *builder, GString *page);

G_END_DECLS
