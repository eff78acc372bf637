/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The first byte of an input says what the frames after it are taken for. */
typedef enum
{
  FRAMES_EXCHANGE,
  FRAMES_PDF_OPENED,
  FRAMES_PDF_RENDERED,
  FRAMES_PDF_HITS,
  FRAMES_PDF_TEXT,
  FRAMES_PDF_LINKS,
  FRAMES_PDF_OUTLINE,
  FRAMES_PDF_SIGNATURES,
  N_FRAMES,
} Frames;
