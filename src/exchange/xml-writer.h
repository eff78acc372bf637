/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Markup and text on their way into a file, through one buffer. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _SelXmlWriter SelXmlWriter;

SelXmlWriter *sel_xml_writer_new (int file, const char *name);
void sel_xml_writer_free (SelXmlWriter *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SelXmlWriter, sel_xml_writer_free)

void sel_xml_writer_put (SelXmlWriter *self, const char *markup, gsize length);
void sel_xml_writer_put_text (SelXmlWriter *self, const char *text);
gboolean sel_xml_writer_flush (SelXmlWriter *self, GError **error);

G_END_DECLS
