/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The zip file that a workbook is, and the XML of the parts in it, by name. */
#pragma once

#include "confined/sheet-teller.h"

G_BEGIN_DECLS

typedef struct
{
  SelSheetTeller *teller; /* borrowed: what goes wrong is told to it */
  int file;               /* borrowed */
  guint64 size;
} SelXlsxPackage;

/* The attributes of an element, lent for the call. */
typedef struct
{
  int n;
  const guint8 **values; /* as libxml2 gives them: five pointers each */
} SelXlsxAttributes;

/* What is done with a part as it is read; names are without their namespaces. */
typedef struct
{
  void (*start) (gpointer data, const char *name, const SelXlsxAttributes *attributes);
  void (*end) (gpointer data, const char *name);
  void (*text) (gpointer data, const char *text, gsize length);
} SelXlsxHandler;

gboolean sel_xlsx_package_open (SelXlsxPackage *self, SelSheetTeller *teller, int file);
gboolean sel_xlsx_package_read (SelXlsxPackage *self,
                                const char *part,
                                const SelXlsxHandler *handler,
                                gpointer data,
                                gboolean *is_found);
char *sel_xlsx_package_dup_start (SelXlsxPackage *self, const char *part, gsize most);

gboolean sel_xlsx_attribute_get (const SelXlsxAttributes *attributes,
                                 const char *name,
                                 char *value,
                                 gsize size);
char *sel_xlsx_attribute_dup (const SelXlsxAttributes *attributes, const char *name);
gboolean sel_xlsx_attribute_is_true (const SelXlsxAttributes *attributes, const char *name);

G_END_DECLS
