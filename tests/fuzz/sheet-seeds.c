/* SPDX-License-Identifier: GPL-3.0-or-later */
/* make-sheet-seeds csv|xlsx FOLDER: tables for the fuzzer to begin with, as offices send them and as
 * nobody should. */
#include <string.h>

#include <glib/gstdio.h>

#include "exchange/template.h"

typedef struct
{
  const char *name;
  const char *data;
  gsize length;
} Seed;

#define SEED(name, text)          \
  {                               \
    name, text, sizeof (text) - 1 \
  }

static const Seed texts[] = {
  SEED ("utf-8", "Nama,NIK,Tanggal Lahir\nSiti Ren\xc3\xa9,6372014101900001,11/10/1990\n"),
  SEED ("marked", "\xef\xbb\xbfNama,NIK\r\nSiti,6372014101900001\r\n"),
  SEED ("windows-1252", "Nama;Alamat\r\nRen\xe9;Jalan \x93\x41\x94 \x96 1\r\n"),
  SEED ("utf-16-le", "\xff\xfeN\0a\0;\0x\0\r\0\n\0\x3d\xd8\0\xde;\0y\0\n\0"),
  SEED ("utf-16-be", "\xfe\xff\0N\0a\0\t\0x\0\n\xd8\x3d\xde\0\0\t\0y\0\n"),
  SEED ("semicolons", "Daftar peserta\n\nNo;Nama;Nilai\n1;Siti;85,5\n2;Ali;90\n"),
  SEED ("quotes", "a,b\n\"x\ny\",\"say \"\"yes\"\"\"\n\"5\" nails,6\" pipe\n"),
  SEED ("separator-line", "sep=|\r\na|b\r1|2\r\n"),
  SEED ("rows-of-different-lengths", "a\tb\n\n1\n1\t2\t3\n\t\t\t\n"),
  SEED ("open-quote", "a,b\n\"x,y\n"),
  SEED ("zero-byte", "a,b\n\0,c\n"),
  SEED ("half-a-pair", "\xff\xfe\x3d\xd8N\0\n\0"),
  SEED ("web-page", "<html><table><tr><td>a</table>"),
  SEED ("pdf", "%PDF-1.7"),
  SEED ("old-excel", "\x09\x08\x08\0"),
  SEED ("old-office", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"),
  SEED ("has-password", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
                        "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0\0\0"),
  SEED ("ims",
        "<?xml version=\"1.0\"?>\n<enterprise><person><sourcedid><source>s</source><id>1</id>"
        "</sourcedid><name><fn>Siti</fn><n><family>Contoh</family><given>Siti</given></n></name>"
        "<demographics><gender>1</gender><bday>1990-10-11</bday></demographics><tel>0800</tel>"
        "<adr><street>Jalan A</street></adr><userid>x</userid></person>\n<group><sourcedid>"
        "<id>2</id></sourcedid><description><short>Las</short></description><timeframe>"
        "<begin>2025-01-01</begin></timeframe></group>\n<membership><sourcedid><id>2</id>"
        "</sourcedid><member><sourcedid><id>1</id></sourcedid><idtype>1</idtype>"
        "<role roletype=\"01\"><status>1</status></role></member></membership></enterprise>\n"),
  SEED ("ims-with-doctype",
        "<!DOCTYPE ENTERPRISE [<!ENTITY x \"y\">]>\n<ENTERPRISE><PERSON><NAME><FN>a &x;</FN>"
        "</NAME></PERSON></ENTERPRISE>"),
  SEED ("ims-broken-off", "<enterprise><person><name><fn>Siti</fn></name><userid>x</userid>"),
  SEED ("ims-in-latin-1",
        "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><enterprise><person><name><fn>Ren\xe9"
        "</fn></name></person></enterprise>"),
};

/* Parts of a workbook, in the order of xlsx.c. */
#define BETWEEN "\xff"
#define MAIN "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
#define RELATIONS "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
#define ROOT                                                                                 \
  "<Relationships><Relationship Id=\"rId1\" Type=\"" RELATIONS "/officeDocument\" Target=\"" \
  "xl/workbook.xml\"/></Relationships>"
#define WORKBOOK                                                                                \
  "<workbook xmlns=\"" MAIN "\" xmlns:r=\"" RELATIONS "\"><workbookPr date1904=\"1\"/><sheets>" \
  "<sheet name=\"Petunjuk\" sheetId=\"1\" state=\"hidden\" r:id=\"rId2\"/>"                     \
  "<sheet name=\"Peserta\" sheetId=\"2\" r:id=\"rId1\"/></sheets></workbook>"
#define LINKS                                                                                     \
  "<Relationships>"                                                                               \
  "<Relationship Id=\"rId1\" Type=\"" RELATIONS "/worksheet\" Target=\"worksheets/sheet1.xml\"/>" \
  "<Relationship Id=\"rId2\" Type=\"" RELATIONS "/worksheet\" "                                   \
  "Target=\"/xl/worksheets/sheet2.xml\"/>"                                                        \
  "<Relationship Id=\"rId3\" Type=\"" RELATIONS "/sharedStrings\" Target=\"sharedStrings.xml\"/>" \
  "<Relationship Id=\"rId4\" Type=\"" RELATIONS "/styles\" Target=\"styles.xml\"/></Relationships>"
#define STYLES                                                                             \
  "<styleSheet><numFmts><numFmt numFmtId=\"164\" formatCode=\"[$-421]dd\\ mmmm\\ yyyy\"/>" \
  "<numFmt numFmtId=\"165\" formatCode=\"&quot;day&quot;0\"/></numFmts><cellXfs>"          \
  "<xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"164\"/><xf numFmtId=\"165\"/>"  \
  "</cellXfs></styleSheet>"
#define STRINGS                                                                                \
  "<sst><si><t>Nama</t></si><si><r><t>Si</t></r><r><t xml:space=\"preserve\">ti </t></r><rPh>" \
  "<t>x</t></rPh></si></sst>"
#define SHEET                                                                                   \
  "<worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>1" \
  "</v></c></row><row r=\"3\"><c s=\"1\"><v>45941</v></c><c s=\"2\"><v>45941.375</v></c>"       \
  "<c r=\"F3\" t=\"b\"><v>1</v></c><c t=\"e\"><v>#REF!</v></c><c t=\"d\">"                      \
  "<v>2025-10-11T09:30:00Z</v></c><c t=\"inlineStr\"><is><r><t>a</t></r><rPh><t>x</t></rPh>"    \
  "</is></c><c t=\"str\"><f>B1</f><v>a&amp;b&#10;c</v></c><c><v>6.3720141019E15</v></c></row>"  \
  "</sheetData></worksheet>"
#define BEFORE_SHEET \
  ROOT BETWEEN WORKBOOK BETWEEN LINKS BETWEEN STYLES BETWEEN STRINGS BETWEEN

static const Seed parts[] = {
  SEED ("whole", BEFORE_SHEET SHEET BETWEEN SHEET),
  SEED ("strings-alone", ROOT BETWEEN WORKBOOK BETWEEN LINKS BETWEEN BETWEEN STRINGS BETWEEN SHEET),
  SEED ("no-sheet", BEFORE_SHEET),
  SEED ("no-links", ROOT BETWEEN WORKBOOK),
  SEED ("entity", BEFORE_SHEET "<worksheet><row><c><v>&xxe;</v></c></row></worksheet>"),
  SEED ("doctype", BEFORE_SHEET "<!DOCTYPE x [<!ENTITY a \"&a;&a;\">]><worksheet>&a;</worksheet>"),
  SEED ("no-such-string",
        BEFORE_SHEET "<worksheet><row><c t=\"s\"><v>99999999999999999999</v></c></row></worksheet>"),
  SEED ("no-such-style",
        BEFORE_SHEET "<worksheet><row><c s=\"-1\"><v>1e308</v></c></row></worksheet>"),
  SEED ("far-away", BEFORE_SHEET "<worksheet><row r=\"1048576\"><c r=\"ZZZZZZZ1\"><v>1</v></c></row>"
                                 "<row><c><v>1</v></c></row></worksheet>"),
  SEED ("cells-in-cells", BEFORE_SHEET "<worksheet><row><c><c><v>1</v><is><t>a<rPh></rPh></rPh>b</t>"
                                       "</is></c></c></row></worksheet>"),
  SEED ("links-that-lead-out",
        ROOT BETWEEN WORKBOOK BETWEEN
        "<Relationships><Relationship Id=\"rId1\" Type=\"" RELATIONS "/worksheet\" "
        "Target=\"../../../../etc/passwd\"/></Relationships>"),
};

static const char *folder;

static void
put (const char *name, const char *data, gsize length)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GError) error = NULL;

  if (!g_file_set_contents (path, data, (gssize) length, &error))
    g_error ("%s", error->message);
}

static void
put_all (const Seed *seeds, guint n_seeds)
{
  for (guint i = 0; i < n_seeds; i++)
    put (seeds[i].name, seeds[i].data, seeds[i].length);
}

/* Workbooks as the templates are, one of them cut off and one said to have a password. */
static void
put_templates (void)
{
  for (SelRosterKind kind = 0; kind < SEL_N_TABLE_KINDS; kind++)
    {
      g_autofree char *name = g_strconcat (sel_roster_kind_name (kind), ".xlsx", NULL);
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *bytes = NULL;
      g_autoptr (GError) error = NULL;
      gsize length;

      g_remove (path); /* a template replaces nothing */
      if (!sel_template_write (kind, path, FALSE, &error) ||
          !g_file_get_contents (path, &bytes, &length, &error))
        g_error ("%s", error->message);
      if (kind > 0)
        continue;

      put ("cut-off", bytes, length / 2);
      bytes[6] |= 1; /* a flag of the first part, where it lies; its list does not say so */
      put ("has-password", bytes, length);
    }
}

int
main (int argc, char **argv)
{
  g_assert (argc == 3);
  folder = argv[2];
  if (g_mkdir_with_parents (folder, 0755) != 0)
    g_error ("%s cannot be made", folder);

  if (g_str_equal (argv[1], "csv"))
    put_all (texts, G_N_ELEMENTS (texts));
  else
    {
      put_all (parts, G_N_ELEMENTS (parts));
      put_templates ();
    }
  return 0;
}
