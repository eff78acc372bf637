/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/exchange/verdict.h"

static const struct
{
  const char *mark;
  const char *css_class; /* libadwaita's own */
} looks[] = {
  [SEL_IMPORT_NEW] = { "+", "success" },
  [SEL_IMPORT_CHANGED] = { "≠", "accent" },
  [SEL_IMPORT_SAME] = { "=", "dim-label" },
  [SEL_IMPORT_DOUBTFUL] = { "?", "warning" },
  [SEL_IMPORT_REFUSED] = { "✕", "error" },
  [SEL_IMPORT_WARNING] = { "!", "warning" },
};

/* "✕ Refused". Free with g_free(). */
char *
sel_verdict_dup_display (SelImportVerdict verdict)
{
  return g_strdup_printf ("%s %s", looks[verdict].mark, sel_import_verdict_label (verdict));
}

const char *
sel_verdict_css_class (SelImportVerdict verdict)
{
  return looks[verdict].css_class;
}
