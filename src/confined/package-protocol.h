/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the reader of packages says, in frames (frame.h). It is given the open file at the start and
 * asked nothing: it tells the list, the signature if there is one, and then each entry with its
 * bytes, in the order of the zip. A problem is told as a code; the program makes the sentence. */
#pragma once

#include "confined/package-manifest.h"
#include "confined/protocol.h"

G_BEGIN_DECLS

typedef enum
{
  /* text exchange, u32 n files; and after it n times LISTED: text name, i64 size, text SHA-256 */
  SEL_FRAME_PACKAGE_MANIFEST = SEL_FRAME_PACKAGE_FIRST,
  SEL_FRAME_PACKAGE_LISTED,

  SEL_FRAME_PACKAGE_SIGNATURE, /* bytes */
  SEL_FRAME_PACKAGE_ENTRY,     /* text name, i64 size, as the zip has them */
  SEL_FRAME_PACKAGE_DATA,      /* bytes, of the entry before */
  SEL_FRAME_PACKAGE_STOPPED,   /* u32 SelPackageProblem, text name of the entry or none */
  SEL_FRAME_PACKAGE_END,       /* nothing */
} SelPackageFrameKind;

/* Bytes in one frame. */
#define SEL_PACKAGE_MOST_DATA (128u << 10)

typedef enum
{
  SEL_PACKAGE_UNREADABLE = 1, /* the system cannot read it */
  SEL_PACKAGE_TRUNCATED,
  SEL_PACKAGE_DAMAGED,
  SEL_PACKAGE_HIDDEN_BYTES, /* bytes that belong to no entry */
  SEL_PACKAGE_ZIP64,
  SEL_PACKAGE_TOO_MANY,
  SEL_PACKAGE_NO_MANIFEST,
  SEL_PACKAGE_MANIFEST_TOO_LARGE,
  SEL_PACKAGE_MANIFEST_FORM,
  SEL_PACKAGE_SIGNATURE_FORM,

  /* These name an entry. */
  SEL_PACKAGE_ENTRY_DAMAGED,
  SEL_PACKAGE_ENTRY_TWO_WAYS, /* told in one way where it lies, in another in the list of the zip */
  SEL_PACKAGE_ENTRY_OVERLAPS,
  SEL_PACKAGE_ENTRY_ENCRYPTED,
  SEL_PACKAGE_ENTRY_METHOD,
  SEL_PACKAGE_ENTRY_NO_FILE,
  SEL_PACKAGE_ENTRY_NAME,
  SEL_PACKAGE_ENTRY_RATIO,
  SEL_PACKAGE_ENTRY_SIZE,

  SEL_N_PACKAGE_PROBLEMS,
} SelPackageProblem;

G_END_DECLS
