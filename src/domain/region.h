/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The administrative regions of Indonesia, by the codes of the Ministry of Home Affairs: "63" is
 * a province, "63.72" a regency (01-69) or city (71-99) in it, "63.72.04" a district in that.
 * Villages are not kept: a village's code, "63.72.04.1001", stands for its district. */
#pragma once

#include "domain/civil-time.h"

G_BEGIN_DECLS

gboolean sel_region_is_shaped (const char *code);
gboolean sel_region_code_is_valid (const char *code);
const char *sel_region_name (const char *code);
char *sel_region_dup_full_name (const char *code);
GPtrArray *sel_region_find (const char *words, guint most);
gboolean sel_region_zone (const char *code, SelZone *zone);
gboolean sel_region_is_known_prefix (const char *digits);

G_END_DECLS
