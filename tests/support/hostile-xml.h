/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Exchange files that are broken, or made to do harm, and what is said of each. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  HOSTILE_XML_STOPS,   /* nothing of the file can be used */
  HOSTILE_XML_REFUSES, /* a record is refused, and the rest of the file is read */
} HostileXmlEffect;

typedef struct
{
  const char *name;
  HostileXmlEffect effect;
  const char *sentence; /* a part of the English sentence that its user gets */

  /* How it is made; use hostile_xml_dup_bytes (). */
  GBytes *(*make) (const char *text, gsize length);
  const char *text;
  gsize length;
} HostileXml;

extern const HostileXml hostile_xml[];
extern const guint n_hostile_xml;

GBytes *hostile_xml_dup_bytes (const HostileXml *self);

G_END_DECLS
