/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the reader of exchange files says, in frames (frame.h). It is given the open file at the
 * start and asked nothing: it tells of each record as it comes to its end, and closes with STOPPED
 * or END. A problem is told as a code; the program makes the sentence (exchange-problem.h). */
#pragma once

#include "confined/exchange-header.h"
#include "confined/protocol.h"

G_BEGIN_DECLS

typedef enum
{
  /* u32 line, u32 type (sel_exchange_type_at()), text identifier (empty in the header), and a
   * text or none for each field of the type */
  SEL_FRAME_EXCHANGE_RECORD = SEL_FRAME_EXCHANGE_FIRST,

  /* u32 SelExchangeProblem, u32 line or 0, u32 type or NOTHING, u32 field or NOTHING, text
   * identifier or empty, text detail or empty. REFUSED is about one record; after STOPPED nothing
   * follows. */
  SEL_FRAME_EXCHANGE_REFUSED,
  SEL_FRAME_EXCHANGE_STOPPED,

  SEL_FRAME_EXCHANGE_PROGRESS, /* i64 bytes of the file that were read */
  SEL_FRAME_EXCHANGE_END,      /* i64 refused records, i64 problems that were not told */
} SelExchangeFrameKind;

#define SEL_EXCHANGE_NOTHING G_MAXUINT32

/* Problems that are told one by one; a file with more of them has something else wrong. */
#define SEL_EXCHANGE_MOST_PROBLEMS 10000

/* Text of one record, in bytes: the longest field of any has 10,000. */
#define SEL_EXCHANGE_MOST_TEXT (1u << 20)

/* A tag, comment or processing instruction, in bytes. Before its end the parser can do nothing
 * but keep it, and what it does then may grow with the square of its length. */
#define SEL_EXCHANGE_MOST_TOKEN (128u << 10)

#define SEL_EXCHANGE_MOST_DEPTH 64

/* The identifier of a problem's record and its detail are cut to this, in bytes. */
#define SEL_EXCHANGE_MOST_DETAIL (4 * SEL_EXCHANGE_MOST_ID)

typedef enum
{
  /* The file cannot be read any further. */
  SEL_PROBLEM_EMPTY = 1,
  SEL_PROBLEM_NOT_XML,
  SEL_PROBLEM_UNREADABLE, /* the system cannot read it */
  SEL_PROBLEM_MALFORMED,
  SEL_PROBLEM_TRUNCATED,
  SEL_PROBLEM_TRAILING,
  SEL_PROBLEM_DOCTYPE,
  SEL_PROBLEM_ENTITY,         /* detail: its name */
  SEL_PROBLEM_ENCODING,       /* detail: its name */
  SEL_PROBLEM_OTHER_ENCODING, /* detail: the one that is declared */
  SEL_PROBLEM_BYTES,
  SEL_PROBLEM_CHARACTER,
  SEL_PROBLEM_DECLARATION,
  SEL_PROBLEM_TAGS,
  SEL_PROBLEM_ATTRIBUTE_TWICE,
  SEL_PROBLEM_PREFIX, /* detail: the prefix */
  SEL_PROBLEM_TOKEN_TOO_LONG,
  SEL_PROBLEM_TEXT_TOO_LONG,
  SEL_PROBLEM_TOO_DEEP,
  SEL_PROBLEM_ROOT, /* detail: its name */
  SEL_PROBLEM_NO_NAMESPACE,
  SEL_PROBLEM_NAMESPACE, /* detail: the one found */
  SEL_PROBLEM_VERSION,   /* detail: the namespace found */
  SEL_PROBLEM_NO_HEADER,
  SEL_PROBLEM_SECOND_HEADER,

  /* One record is refused; about the header, or the root, one of these also stops the reader. */
  SEL_PROBLEM_UNKNOWN_RECORD,    /* detail: the element's name */
  SEL_PROBLEM_UNKNOWN_FIELD,     /* detail: the element's name */
  SEL_PROBLEM_UNKNOWN_ATTRIBUTE, /* detail: its name */
  SEL_PROBLEM_STRAY_TEXT,
  SEL_PROBLEM_NO_ID,
  SEL_PROBLEM_ID,
  SEL_PROBLEM_MISSING,
  SEL_PROBLEM_TWICE,
  SEL_PROBLEM_OUT_OF_ORDER,
  SEL_PROBLEM_ELEMENT_INSIDE,
  SEL_PROBLEM_VALUE, /* detail: the value, masked if it is personal */
  SEL_PROBLEM_SCHEMA,

  SEL_N_PROBLEMS,
} SelExchangeProblem;

G_END_DECLS
