/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/sieve.h"

/* A mark lies in the first free slot from its own on. With one slot in three left free that is near;
 * where it is not, somebody has chosen the texts. */
#define MOST_STEPS 512

struct _SelSieve
{
  guint32 *marks; /* 0 for none */
  guint n_slots;
  guint n_marks;
  gboolean is_full;
};

/* @n_slots: a power of two; four bytes each, and two thirds of them can be taken. */
SelSieve *
sel_sieve_new (guint n_slots)
{
  SelSieve *self = g_new0 (SelSieve, 1);

  self->n_slots = n_slots;
  self->marks = g_new0 (guint32, n_slots);
  return self;
}

void
sel_sieve_free (SelSieve *self)
{
  g_free (self->marks);
  g_free (self);
}

/* FNV-1a, and the last steps of MurmurHash3: numbers that follow each other lie far apart. */
static guint64
hash (const char *text)
{
  guint64 value = G_GUINT64_CONSTANT (0xcbf29ce484222325);

  for (; *text; text++)
    value = (value ^ (guchar) *text) * G_GUINT64_CONSTANT (0x100000001b3);

  value = (value ^ value >> 33) * G_GUINT64_CONSTANT (0xff51afd7ed558ccd);
  value = (value ^ value >> 33) * G_GUINT64_CONSTANT (0xc4ceb9fe1a85ec53);
  return value ^ value >> 33;
}

/* Whether @text may have been there before; it has been from now on. */
gboolean
sel_sieve_catches (SelSieve *self, const char *text)
{
  const guint64 value = hash (text);
  const guint32 mark = MAX ((guint32) value, 1);
  guint slot = (guint) (value >> 32);

  for (guint step = 0; step < MOST_STEPS && !self->is_full; step++, slot++)
    {
      guint32 *place = &self->marks[slot & (self->n_slots - 1)];

      if (*place == mark)
        return TRUE;
      if (*place == 0)
        {
          *place = mark;
          self->is_full = ++self->n_marks > self->n_slots / 3 * 2;
          return FALSE;
        }
    }

  self->is_full = TRUE;
  return TRUE;
}
