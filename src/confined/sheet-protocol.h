/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the reader of sheets says, in frames (frame.h). A sheet is a CSV file, a sheet of an XLSX
 * workbook, or the persons, groups and memberships of an IMS Enterprise file, each as a row. The
 * reader is given the open file at the start and is told once, by READ, how to read it; it tells
 * what it FOUND, then each ROW that is not empty, and closes with STOPPED or END. A problem is told
 * as a code, never as the text that was wrong; the program makes the sentence (sheet-problem.h). */
#pragma once

#include "confined/protocol.h"
#include "domain/cell.h"

G_BEGIN_DECLS

typedef enum
{
  /* u32 delimiter or 0 to find it, u32 SelSheetEncoding or 0 to find it, text name of the sheet or
   * none for the first that is shown, i64 rows that are wanted or 0 for all */
  SEL_FRAME_SHEET_READ = SEL_FRAME_SHEET_FIRST,

  /* u32 SelSheetKind, u32 delimiter or 0, u32 SelSheetEncoding or 0, u32 place of the sheet that is
   * read, u32 n, n times text name of a sheet */
  SEL_FRAME_SHEET_FOUND,

  /* u32 number, from 1, as a spreadsheet counts; u32 n, n times: u32 SelCellType and, unless it is
   * EMPTY, a text */
  SEL_FRAME_SHEET_ROW,

  /* u32 SelSheetProblem, u32 row or 0, text detail or empty; nothing follows */
  SEL_FRAME_SHEET_STOPPED,

  SEL_FRAME_SHEET_PROGRESS, /* i64 bytes of the file that were read */
  SEL_FRAME_SHEET_END,      /* nothing */
} SelSheetFrameKind;

typedef enum
{
  SEL_SHEET_CSV = 1,
  SEL_SHEET_XLSX,
  SEL_SHEET_IMS,
} SelSheetKind;

typedef enum
{
  SEL_ENCODING_UTF8 = 1,
  SEL_ENCODING_UTF8_MARKED, /* begins with a byte order mark */
  SEL_ENCODING_WINDOWS_1252,
  SEL_ENCODING_UTF16_LE,
  SEL_ENCODING_UTF16_BE,
  SEL_N_ENCODINGS,
} SelSheetEncoding;

/* The cells of the rows of an IMS Enterprise file, after the first, which is the kind of the row. A
 * row of the kind MEMBERSHIP follows its members and names their group; one of the kind OTHER is an
 * element that has no place here, and how often it came. The number of such a row is the line that
 * it begins in. */
typedef enum
{
  SEL_IMS_KIND,
  SEL_IMS_ID, /* of the person, group or MEMBERSHIP’s group; the name of an OTHER */
  SEL_IMS_RECSTATUS,
  SEL_IMS_FULL_NAME, /* PERSON, or the short description of a group */
  SEL_IMS_FAMILY,    /* PERSON, or the long description of a group */
  SEL_IMS_GIVEN,
  SEL_IMS_GENDER,
  SEL_IMS_BIRTH_DATE,
  SEL_IMS_PHONE,
  SEL_IMS_ADDRESS,
  SEL_IMS_BEGIN, /* of a group */
  SEL_IMS_END,
  SEL_IMS_MEMBER,  /* who is in the group */
  SEL_IMS_ID_TYPE, /* of the member: 1 a person, 2 a group */
  SEL_IMS_ROLE,
  SEL_IMS_STATUS, /* of the role: 0 is over */
  SEL_IMS_COUNT,  /* OTHER */
  SEL_N_IMS_CELLS,
} SelImsCell;

#define SEL_IMS_PERSON "person"
#define SEL_IMS_GROUP "group"
#define SEL_IMS_MEMBER_OF "member"
#define SEL_IMS_MEMBERSHIP "membership"
#define SEL_IMS_OTHER "other"

/* Texts in bytes. Excel's own limit for a cell is 32,767 characters. */
#define SEL_SHEET_MOST_CELL (128u << 10)
#define SEL_SHEET_MOST_ROW (1u << 20)
#define SEL_SHEET_MOST_COLUMNS 1000u
#define SEL_SHEET_MOST_ROWS 5000000u
#define SEL_SHEET_MOST_NAME 512u
#define SEL_SHEET_MOST_SHEETS 256u
#define SEL_SHEET_MOST_PARTS 4096u /* files in a workbook */
#define SEL_SHEET_MOST_STRINGS (160u << 20)
#define SEL_SHEET_MOST_STYLES 65536u

/* A part that is so many times larger than its whole workbook, and not small, is there to fill the
 * memory of whoever opens it. */
#define SEL_SHEET_MOST_RATIO 200u
#define SEL_SHEET_SMALL_PART (64u << 20)

typedef enum
{
  SEL_SHEET_PROBLEM_EMPTY = 1,
  SEL_SHEET_PROBLEM_UNREADABLE,
  SEL_SHEET_PROBLEM_NOT_A_SHEET,
  SEL_SHEET_PROBLEM_OLD_EXCEL,
  SEL_SHEET_PROBLEM_PASSWORD,
  SEL_SHEET_PROBLEM_OPEN_DOCUMENT,
  SEL_SHEET_PROBLEM_WEB_PAGE,
  SEL_SHEET_PROBLEM_ZERO_BYTE,
  SEL_SHEET_PROBLEM_BYTES,
  SEL_SHEET_PROBLEM_QUOTE,
  SEL_SHEET_PROBLEM_CELL_TOO_LONG,
  SEL_SHEET_PROBLEM_ROW_TOO_LONG,
  SEL_SHEET_PROBLEM_TOO_MANY_COLUMNS,
  SEL_SHEET_PROBLEM_TOO_MANY_ROWS,
  SEL_SHEET_PROBLEM_DAMAGED,
  SEL_SHEET_PROBLEM_TOO_MANY_PARTS,
  SEL_SHEET_PROBLEM_TOO_MANY_SHEETS,
  SEL_SHEET_PROBLEM_BLOATED,
  SEL_SHEET_PROBLEM_TOO_MUCH_TEXT,
  SEL_SHEET_PROBLEM_DOCTYPE,
  SEL_SHEET_PROBLEM_ENTITY,
  SEL_SHEET_PROBLEM_NO_SUCH_SHEET, /* detail: the names that there are */
  SEL_SHEET_PROBLEM_MALFORMED,
  SEL_SHEET_PROBLEM_XML_ENCODING, /* detail: its name */
  SEL_N_SHEET_PROBLEMS,
} SelSheetProblem;

G_END_DECLS
