/* SPDX-License-Identifier: GPL-3.0-or-later */
/* PDFs that are broken, or meant to do harm. */
#pragma once

#include <glib.h>

typedef enum
{
  DRAWN,      /* whatever is wrong with it, there is a page */
  DAMAGED,    /* cannot be opened */
  BAD_PAGE,   /* opens, but its first page cannot be shown */
  LOCKED,     /* asks for a password */
  TOO_LARGE,  /* beyond what is opened */
  ANY_ANSWER, /* a page or a sentence: which, depends on Poppler or on the machine */
} BrokenOutcome;

typedef struct
{
  const char *name;
  BrokenOutcome outcome;
  GBytes *(*make) (const char *first, const char *second);
  const char *first; /* what they are is up to the maker */
  const char *second;
} BrokenPdf;

extern const BrokenPdf broken_pdfs[];
extern const guint n_broken_pdfs;
