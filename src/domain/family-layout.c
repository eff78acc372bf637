/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/family-layout.h"

typedef struct
{
  SelFamilyPlace *places;
  guint n;
  gboolean *is_placed;
} Layout;

/* Places one and all below it from @column on; returns how many columns they take. */
static guint
place (Layout *self, guint at, guint column, guint row)
{
  SelFamilyPlace *one = &self->places[at];
  guint width = 0;

  one->column = column;
  one->row = row;
  self->is_placed[at] = TRUE;
  for (guint i = 0; i < self->n; i++)
    if (self->places[i].parent == one->id && !self->is_placed[i])
      width += place (self, i, column + width, row + 1);

  return MAX (width, 1);
}

static gboolean
has_parent (const Layout *self, guint at)
{
  for (guint i = 0; i < self->n; i++)
    if (i != at && self->places[i].id == self->places[at].parent)
      return TRUE;

  return FALSE;
}

/**
 * sel_family_lay_out:
 * @places: in the order of signature, which is that from left to right
 *
 * Each stands above the first of those that are made under it. A circle, which only a damaged
 * register has, begins with its first.
 */
void
sel_family_lay_out (SelFamilyPlace *places, guint n)
{
  g_autofree gboolean *is_placed = g_new0 (gboolean, n);
  Layout self = { places, n, is_placed };
  guint column = 0;

  for (guint i = 0; i < n; i++)
    if (!has_parent (&self, i))
      column += place (&self, i, column, 0);
  for (guint i = 0; i < n; i++)
    if (!is_placed[i])
      column += place (&self, i, column, 0);
}
