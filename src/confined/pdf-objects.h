/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Poppler's and cairo's types, and limits, that the parts of the PDF renderer share. */
#pragma once

#include <cairo.h>
#include <poppler.h>

#include "confined/frame.h"

/* Under names of our own, because later versions of Poppler define this for theirs. */
typedef PopplerDocument Document;
typedef PopplerPage Page;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Document, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Page, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (cairo_t, cairo_destroy)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (cairo_surface_t, cairo_surface_destroy)

void sel_pdf_put_sound_text (SelFrameWriter *answer, const char *text, gsize max_length);
