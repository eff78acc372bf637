/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "confined/sheet-problem.h"

#include <glib/gi18n-lib.h>

#include "domain/field.h"

/* Of problems that need no more words. */
static const char *const sentences[SEL_N_SHEET_PROBLEMS] = {
  [SEL_SHEET_PROBLEM_EMPTY] = N_ ("There is nothing in it. Ask its sender to send it again."),
  [SEL_SHEET_PROBLEM_UNREADABLE] =
    N_ ("The file cannot be read any further. Copy it to this computer and try again."),
  [SEL_SHEET_PROBLEM_NOT_A_SHEET] =
    N_ ("This is no table that can be read here. Save it as XLSX or CSV in the program it was made "
        "with."),
  [SEL_SHEET_PROBLEM_OLD_EXCEL] =
    N_ ("This is an Excel file of the old kind (XLS). Open it in Excel or LibreOffice and save it "
        "as XLSX or CSV."),
  [SEL_SHEET_PROBLEM_PASSWORD] =
    N_ ("The workbook is protected with a password. Open it with the password, and save it without "
        "one as XLSX or CSV."),
  [SEL_SHEET_PROBLEM_OPEN_DOCUMENT] =
    N_ ("This is an OpenDocument spreadsheet (ODS). Open it in LibreOffice and save it as XLSX or "
        "CSV."),
  [SEL_SHEET_PROBLEM_WEB_PAGE] =
    N_ ("This is a web page or another XML file, whatever its name ends in. Open it in Excel or "
        "LibreOffice and save it as XLSX or CSV."),
  [SEL_SHEET_PROBLEM_ZERO_BYTE] =
    N_ ("There is a zero byte here, which no text has. The file is damaged, or is no CSV: save the "
        "table again as CSV or XLSX."),
  [SEL_SHEET_PROBLEM_BYTES] =
    N_ ("There are bytes here that are no text in the encoding of the file. Save it as “CSV "
        "UTF-8”."),
  [SEL_SHEET_PROBLEM_QUOTE] =
    N_ ("The file ends inside of a cell: a quotation mark is opened in this row and never closed. "
        "Close it, or take it out."),
  [SEL_SHEET_PROBLEM_CELL_TOO_LONG] =
    N_ ("A cell holds more than 128 KiB of text. Is a quotation mark opened in this row, and never "
        "closed?"),
  [SEL_SHEET_PROBLEM_ROW_TOO_LONG] =
    N_ ("The row holds more than 1 MiB of text. Is this really a table, with one row for each "
        "record?"),
  [SEL_SHEET_PROBLEM_TOO_MANY_COLUMNS] =
    N_ ("The row has more than 1,000 columns. Leave only those that are meant for the register."),
  [SEL_SHEET_PROBLEM_TOO_MANY_ROWS] =
    N_ ("The table has more than 5,000,000 rows. Divide it into several files."),
  [SEL_SHEET_PROBLEM_DAMAGED] =
    N_ ("The workbook is damaged or incomplete. Open it in Excel or LibreOffice and save it anew, "
        "or ask its sender for it again."),
  [SEL_SHEET_PROBLEM_TOO_MANY_PARTS] =
    N_ ("The workbook consists of more than 4,096 files, which no sound one does. Copy the table "
        "into a new workbook."),
  [SEL_SHEET_PROBLEM_TOO_MANY_SHEETS] =
    N_ ("The workbook has more than 256 sheets. Copy the one that is meant into a new workbook."),
  [SEL_SHEET_PROBLEM_BLOATED] =
    N_ ("The workbook swells to more than 200 times its size when it is opened, which no sound one "
        "does. Do not trust this file; ask its sender for a new one."),
  [SEL_SHEET_PROBLEM_TOO_MUCH_TEXT] =
    N_ ("The workbook holds more than 160 MiB of different texts. Save the sheet as CSV."),
  [SEL_SHEET_PROBLEM_DOCTYPE] =
    N_ ("The workbook has a document type (DOCTYPE), which can hide harmful content and which no "
        "spreadsheet program writes. Do not trust this file; ask its sender for a new one."),
  [SEL_SHEET_PROBLEM_ENTITY] =
    N_ ("The file uses an entity, which can hide harmful content. Have it made again without."),
  [SEL_SHEET_PROBLEM_MALFORMED] = N_ (
    "This is not well-formed XML. Have the file made by a program that writes XML, not by hand."),
};

/**
 * sel_sheet_problem_dup_sentence:
 * @detail: UTF-8, what the problem asks for
 *
 * Returns: (transfer full) (nullable): what is wrong and what to do; NULL when @problem is none
 */
char *
sel_sheet_problem_dup_sentence (SelSheetProblem problem, const char *detail)
{
  g_autofree char *printable = sel_text_dup_printable (detail, FALSE);

  if (problem == SEL_SHEET_PROBLEM_NO_SUCH_SHEET)
    /* Translators: %s is a list of names */
    return g_strdup_printf (_ ("The workbook has no sheet of this name. It has: %s."), printable);
  if (problem == SEL_SHEET_PROBLEM_XML_ENCODING)
    return g_strdup_printf (_ ("The encoding “%s” is not read here. Save the file as UTF-8."),
                            printable);

  return problem < SEL_N_SHEET_PROBLEMS && sentences[problem] ? g_strdup (_ (sentences[problem]))
                                                              : NULL;
}
