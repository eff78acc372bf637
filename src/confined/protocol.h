/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What travels between the program and the confined reader (selaras-confined).
 *
 * The two hold the ends of a socket pair. Everything on it is a frame (frame.h): the length of
 * what follows, a kind from the list below, and its values in the order given here. The reader
 * speaks first: READY once its doors are closed; if it cannot close them, it ends. After that the
 * program asks and each question gets exactly one answer. (The readers of exchange files and of
 * packages are asked nothing.)
 *
 * The program does not trust the reader: a file may have taken it over. What it says is checked
 * against these limits, its open files are never accepted, and the pixels it draws go into memory
 * that the program made and seals before it looks. */
#pragma once

#include <glib.h>

#define SEL_PROTOCOL_VERSION 2

/* The descriptors a reader is started with, besides standard input, output and error. */
#define SEL_FILENO_CHANNEL 3
#define SEL_FILENO_INPUT 4 /* the open file, of a reader that is given one at the start */

typedef enum
{
  SEL_FRAME_READY = 0x01,  /* u32 SEL_PROTOCOL_VERSION, u32 SelConfinement, u32 Landlock ABI */
  SEL_FRAME_FAILED = 0x02, /* u32 SelFailure */

  /* Questions about a PDF. Pages count from 0. */
  SEL_FRAME_PDF_OPEN = 0x10,   /* text password or none; and the file, in sealed memory */
  SEL_FRAME_PDF_RENDER = 0x11, /* u32 page, u32 SelPdfStyle, u32 width and height that the whole
                                  page would have, u32 x, y, width and height of the part that is
                                  drawn; memory, 4 bytes a pixel */
  SEL_FRAME_PDF_SEARCH = 0x12, /* u32 page, text words */
  SEL_FRAME_PDF_TEXT = 0x13,   /* u32 page */
  SEL_FRAME_PDF_LINKS = 0x18,  /* u32 page */
  SEL_FRAME_PDF_OUTLINE = 0x19,
  SEL_FRAME_PDF_SIGNATURES = 0x1a, /* text trusted issuers' certificates, PEM */

  /* Their answers, unless it is FAILED. */
  SEL_FRAME_PDF_OPENED = 0x20,    /* text title or none, u32 n, n times f64 width, f64 height */
  SEL_FRAME_PDF_RENDERED = 0x21,  /* nothing: the pixels are in the memory that came with RENDER */
  SEL_FRAME_PDF_HITS = 0x22,      /* u32 n, n times f64 x, f64 y, f64 width, f64 height, text words
                                     around, u32 begin and end of the hit among their bytes */
  SEL_FRAME_PDF_PAGE_TEXT = 0x23, /* text, n letters; n times f64 x, y, width, height */

  /* Lists, with u32 1 before each entry and u32 0 after the last. A target is u32 SelPdfTargetKind,
     u32 page, f64 top, text address. */
  SEL_FRAME_PDF_LINKS_ARE = 0x28,      /* f64 x, f64 y, f64 width, f64 height, target */
  SEL_FRAME_PDF_OUTLINE_IS = 0x29,     /* u32 depth, text title, target */
  SEL_FRAME_PDF_SIGNATURES_ARE = 0x2a, /* u32 SelPdfIntegrity, u32 covers all, u32 is trusted,
                                          text signer */

  /* The exchange reader's own kinds, in exchange-protocol.h. */
  SEL_FRAME_EXCHANGE_FIRST = 0x100,
  SEL_FRAME_EXCHANGE_LAST = 0x1ff,

  /* The sheet reader's own kinds, in sheet-protocol.h. */
  SEL_FRAME_SHEET_FIRST = 0x200,
  SEL_FRAME_SHEET_LAST = 0x2ff,

  /* The package reader's own kinds, in package-protocol.h. */
  SEL_FRAME_PACKAGE_FIRST = 0x300,
  SEL_FRAME_PACKAGE_LAST = 0x3ff,
} SelFrameKind;

/* Why the answer is FAILED. The sentence is made by the program (error.c), in the language of
 * its user; nothing that a reader writes is shown as the program's own words. */
typedef enum
{
  SEL_FAILURE_ENCRYPTED = 1, /* a password is needed, or the one given is wrong */
  SEL_FAILURE_DAMAGED,       /* not a PDF, or no page of it can be found */
  SEL_FAILURE_TOO_MANY_PAGES,
  SEL_FAILURE_PAGE, /* this page cannot be read or drawn */
} SelFailure;

typedef enum
{
  SEL_CONFINED_BY_LANDLOCK = 1,
  SEL_CONFINED_BY_BUBBLEWRAP,
} SelConfinement;

/* An agreement has some dozens of pages; the largest books a few thousand. Finding the sizes of
 * 20,000 pages takes a third of a second. */
#define SEL_PDF_MAX_PAGES 20000
#define SEL_PDF_MAX_BYTES (256u << 20)
#define SEL_PDF_MAX_TITLE 1024u /* bytes, as all lengths of text */
#define SEL_PDF_MAX_WORDS 1024u
#define SEL_PDF_MAX_PASSWORD (64u << 10)
#define SEL_PDF_MAX_HITS 1000u              /* on one page */
#define SEL_PDF_MAX_LETTERS (256u << 10)    /* on one page, whose answer is a frame */
#define SEL_PDF_MAX_ALL_LETTERS (16u << 20) /* of a whole document */
#define SEL_PDF_MAX_CONTEXT 1024u
#define SEL_PDF_MAX_LINKS 1000u /* on one page */
#define SEL_PDF_MAX_ADDRESS 2048u
#define SEL_PDF_MAX_BOOKMARKS 4000u
#define SEL_PDF_MAX_DEPTH 16u
#define SEL_PDF_MAX_SIGNATURES 16u
#define SEL_PDF_MAX_ISSUERS (1u << 20)

/* Points. PDF 1.7 ends at 14,400 (annex C), unless a page says that its unit is larger. */
#define SEL_PDF_MAX_SIDE 20000.0

/* A quarter of a GiB, an A0 sheet at 160 dots per inch. Cairo's surfaces end at 32,767 a side. */
#define SEL_PDF_MAX_PIXELS (64u << 20)
#define SEL_PDF_MAX_SIDE_PIXELS 32767u

/* Of a page of which a part is drawn: what cairo's 24 bits before the point can tell apart. */
#define SEL_PDF_MAX_WHOLE_SIDE (1u << 22)

/* How a page is drawn: any of these. */
typedef enum
{
  SEL_PDF_PLAIN = 0,
  SEL_PDF_DARK = 1 << 0,    /* light letters on dark paper */
  SEL_PDF_PRINTED = 1 << 1, /* as on paper: without what is for the screen only */
} SelPdfStyle;

/* Where a link or a bookmark leads. */
typedef enum
{
  SEL_PDF_TARGET_NOWHERE,
  SEL_PDF_TARGET_PAGE,
  SEL_PDF_TARGET_ADDRESS, /* which is told */
  SEL_PDF_TARGET_FILE,    /* another one, which is not */
  SEL_PDF_TARGET_PROGRAM, /* a program or script, likewise */
} SelPdfTargetKind;

/* What became of the bytes that somebody signed. */
typedef enum
{
  SEL_PDF_INTACT = 1,
  SEL_PDF_CHANGED,
  SEL_PDF_UNCHECKED, /* the signature is of a kind, or in a state, that cannot be checked */
} SelPdfIntegrity;
