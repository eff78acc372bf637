# SPDX-License-Identifier: GPL-3.0-or-later
"""A table of another office on its way in: how it is read is said, and then it is looked through
and imported like an exchange file."""

import json
import re
import unittest
import zipfile

import drive

# Names of columns that nobody foresaw, but for two; and a row that cannot be read as it is.
TABLE = """DAFTAR PESERTA PELATIHAN TAHUN 2026

Nama Sesuai Akta;Nomor Kartu;L/P;TTL;Kontak Aktif;Catatan Panitia
Siti Contoh;6372014101900001;P;Banjarbaru, 1 Januari 1990;0800111;hadir
Ali Contoh;6372010202910002;L;Martapura, 02-02-1991;0800222;
Budi Contoh;;L;Barabai, {day};;
"""

TYPES = "application/vnd.openxmlformats-"
WORKBOOK = {
    "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/'
    f'content-types"><Default Extension="rels" ContentType="{TYPES}package.relationships+xml"/>'
    '<Override PartName="/xl/workbook.xml" ContentType='
    f'"{TYPES}officedocument.spreadsheetml.sheet.main+xml"/>'
    '<Override PartName="/xl/worksheets/sheet1.xml" ContentType='
    f'"{TYPES}officedocument.spreadsheetml.worksheet+xml"/></Types>',
    "_rels/.rels": '<Relationships xmlns="{package}"><Relationship Id="r1" '
    'Type="{office}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    "xl/workbook.xml": '<workbook xmlns="{main}" xmlns:r="{office}"><sheets>'
    '<sheet name="Peserta" sheetId="1" r:id="r1"/></sheets></workbook>',
    "xl/_rels/workbook.xml.rels": '<Relationships xmlns="{package}"><Relationship Id="r1" '
    'Type="{office}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
}
SPACES = {
    "main": "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
    "office": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "package": "http://schemas.openxmlformats.org/package/2006/relationships",
}

KEPT = """[mapping]
kind=participants
sender=blk-banjarbaru
sender_name=BLK Banjarbaru

[columns]
nik=Nomor Kartu
name=Nama Sesuai Akta
birth=TTL

[defaults]
kind=job_seeker
"""

ENROLLED = """[mapping]
kind=enrolments
sender=blk-banjarbaru
sender_name=BLK Banjarbaru

[columns]
name=Nama
birth_date=Lahir

[defaults]
kind=job_seeker
stage=accepted
programme=Rehab
decided_on=11/10/2025
"""

EXCHANGE = """<?xml version="1.0" encoding="UTF-8"?>
<exchange xmlns="urn:selaras:exchange:1"><header><sender>one</sender><sender_name>BLK Banjarbaru</sender_name>
<made_at>2026-11-10T09:00:00+08:00</made_at><sequence>1</sequence></header>
<participant id="O-1"><name>Siti Rahayu</name><birth_date>1991-05-04</birth_date><kind>tks</kind></participant>
</exchange>
"""

IMS = """<?xml version="1.0"?>
<enterprise><person><sourcedid><source>SIS</source><id>P-1</id></sourcedid>
<name><fn>Siti Contoh</fn></name></person></enterprise>
"""

NOBODY = (
    "No column says who a row is about. Choose the one of the NIK, of an identifier, or those of "
    "the name and the birth date."
)


def write_workbook(path, rows):
    """Of one sheet. A cell is a number when it is one in Python."""

    def cell(value):
        if isinstance(value, int):
            return f"<c><v>{value}</v></c>"
        return f'<c t="inlineStr"><is><t>{value}</t></is></c>'

    lines = ["<row>" + "".join(map(cell, row)) + "</row>" for row in rows]
    sheet = '<worksheet xmlns="{main}"><sheetData>' + "".join(lines) + "</sheetData></worksheet>"
    with zipfile.ZipFile(path, "w") as package:
        for name, text in {**WORKBOOK, "xl/worksheets/sheet1.xml": sheet}.items():
            for space, uri in SPACES.items():
                text = text.replace("{" + space + "}", uri)
            package.writestr(name, text)


def is_ready(root, name):
    return any("sensitive" in button.states for button in root.all("button", name))


class Assistant(drive.DriveTest):
    def rows(self, window, root=None):
        """What the first rows would be read as, after the number of each."""
        tables = (root or window.look()).all("table")
        return [[cell.name for cell in row.all("cell")] for row in tables[0].all("row")[1:]]

    def wait_for_cell(self, window, row, column, text):
        def there(root):
            rows = self.rows(window, root) if root.all("table") else []
            return len(rows) > row and rows[row][column : column + 1] == [text]

        window.wait(there, f"{text!r} in the table")

    def field(self, window, column, field):
        _ = window.office.gettext
        window.choose(_("Field of “%s”") % column, _(field))

    def say_sender(self, window):
        _ = window.office.gettext
        window.enter(_("Code of the office"), "blk-banjarbaru")
        window.enter(_("Name of the office"), "BLK Banjarbaru")

    def is_ready(self, window, label):
        return "sensitive" in window.find("button", label).states

    def count(self, office):
        return json.loads(office.run("report", "summary", "--format=json").stdout)["counts"]

    @drive.in_both_languages
    def test_a_table_is_mapped_and_imported(self, office):
        _ = office.gettext
        path = office.folder / "peserta.csv"
        path.write_text(TABLE.format(day="31/31/1992"))
        look = (office.ngettext("_Look through %s row", "_Look through %s rows", 3) % 3)[1:]
        import_verb = office.ngettext("_Import %s record", "_Import %s records", 3) % 3

        with office.open(path) as window:
            window.find("button", look)
            self.wait_for_cell(window, 0, 0, "••••••")  # nobody knows yet what it is
            window.find("label", _(NOBODY))
            self.field(window, "Nama Sesuai Akta", "Name")
            self.wait_for_cell(window, 0, 0, "Siti Contoh")
            self.field(window, "Nomor Kartu", "NIK")
            self.field(window, "Kontak Aktif", "Phone")
            self.wait_for_cell(window, 0, 4, "••••••")
            window.click("button", office.verb("Show _personal values"))
            self.wait_for_cell(window, 0, 4, "0800111")
            window.click("button", office.verb("Show _personal values"))
            self.wait_for_cell(window, 0, 1, "637•••••••••••01")

            self.assertEqual(self.rows(window)[2][3], "⚠ Barabai, 31/31/1992")
            wrong = office.ngettext("%u of these cells cannot be read.", "", 1) % 1
            window.find("label", re.compile("^" + re.escape(wrong)))
            path.write_text(TABLE.format(day="3/3/1992"))

            self.assertFalse(self.is_ready(window, look))
            self.say_sender(window)
            window.wait(lambda root: self.is_ready(window, look), "the way on")
            window.choose(_("Kind"), office.pgettext("choice", "Job seeker"))
            window.enter(office.verb("_Keep as"), "Peserta BLK")
            self.assert_controls_are_named(window, "the assistant")
            window.picture(f"assistant-{office.language}")

            window.click("button", look)
            window.click("button", import_verb.replace("_", ""))
            window.click("button", office.verb("_Done"))
            window.find("button", office.verb("Choose a _file…"))
        self.assertEqual(self.count(office)["participant"], 3)

        kept = office.folder / ".local/share/selaras/mappings/Peserta BLK.ini"
        self.assertIn("name=Nama Sesuai Akta", kept.read_text())

    def test_a_table_is_read_as_one_was_before(self):
        office = self.new_office()
        path = office.folder / "bulan-depan.csv"
        path.write_text(TABLE.format(day="3/3/1992"))
        kept = office.folder / ".local/share/selaras/mappings/Peserta BLK.ini"
        kept.parent.mkdir(parents=True)
        kept.write_text(KEPT)
        with office.open(path) as window:
            self.wait_for_cell(window, 0, 0, "Siti Contoh")
            window.find("label", "Peserta BLK")
            window.wait(lambda root: self.is_ready(window, "Look through 3 rows"), "the way on")
            window.choose("Read it", "As found in the file")
            self.wait_for_cell(window, 0, 0, "••••••")
            window.choose("Read it", "Peserta BLK")
            self.wait_for_cell(window, 0, 0, "Siti Contoh")
            window.click("button", "Look through 3 rows")
            window.find("button", "Import 3 records")
            window.find("button", "Change the columns…")
            window.picture("assistant-plan")

    @drive.in_both_languages
    def test_niks_that_are_numbers_are_refused(self, office):
        _ = office.gettext
        path = office.folder / "peserta.xlsx"
        write_workbook(
            path,
            [
                ["Nama Lengkap", "NIK", "Tanggal Lahir"],
                ["Siti Contoh", 6372014101900000, "01/01/1990"],
                ["Ali Contoh", 6372010202910000, "02/02/1991"],
            ],
        )
        look = (office.ngettext("_Look through %s row", "_Look through %s rows", 2) % 2)[1:]

        with office.open(path) as window:
            window.find("label", _("The NIK were kept as numbers"))
            self.assertEqual(self.rows(window)[0][1], "⚠ 637•••••••••••00")
            self.say_sender(window)
            reason = _("The NIK lost digits: ask for the table again, or do not use the column.")
            window.find("label", reason)
            self.assertFalse(self.is_ready(window, look))
            window.picture(f"assistant-numbers-{office.language}")

            template = office.folder / "templat.xlsx"
            window.click("button", office.verb("Save a _template…"))
            window.choose_file(_("Save the template"), template.with_suffix(""))
            window.find("label", _("The template was saved as “%s”") % template.name)
            self.assertTrue(zipfile.is_zipfile(template))

            self.field(window, "NIK", "Not used")
            window.wait_gone("label", _("The NIK were kept as numbers"))
            window.wait(lambda root: self.is_ready(window, look), "the way on")

    def test_a_correction_is_followed_at_once(self):
        office = self.new_office()
        path = office.folder / "tempat.csv"
        path.write_text("Nama Tempat|Kapasitas\nBengkel A|16\nDapur|20\n")
        with office.open(path) as window:
            self.wait_for_cell(window, 1, 1, "20")
            window.choose("Between the columns", "Comma")
            window.find("label", re.compile("^Choose the row that names the columns"))
            window.choose("Between the columns", "Vertical bar")
            self.wait_for_cell(window, 1, 0, "Dapur")
            window.choose("It is about", "Instructors")
            window.find("label", "Choose…")
            window.choose("The columns are named in", "Row 2")
            window.find("button", "Look through 1 row")

    def test_what_all_rows_say_has_to_be_right_to_go_on(self):
        office = self.new_office()
        table = office.folder / "t.csv"
        table.write_text("Nama,Lahir\nSiti Contoh,3/3/1992\n")
        kept = office.folder / ".local/share/selaras/mappings/X.ini"
        kept.parent.mkdir(parents=True)
        kept.write_text(ENROLLED)
        with office.open(table) as window:
            go = "Look through 1 row"
            window.wait(lambda root: is_ready(root, go), "the table to be ready")
            day = window.find(drive.ENTRY, "Decided on")  # which may lie below the edge
            day.set_text("31/02/2025")
            window.find("label", "Decided on: There is no such day: see the day and the month.")
            window.wait(lambda root: not is_ready(root, go), "it to be kept")
            day.set_text("28/02/2025")
            window.wait(lambda root: is_ready(root, go), "it to be ready again")

    def test_a_file_that_comes_meanwhile_is_the_one_that_is_shown(self):
        office = self.new_office()
        first = office.folder / "first.xml"
        first.write_text(EXCHANGE)
        second = office.folder / "peserta.csv"
        second.write_text(TABLE.format(day="31/12/1992"))
        with office.open() as window:
            window.go("exchange")
            with office.hold():  # what the look through the first file finds cannot be kept
                window.click("button", "Choose a file…")
                window.choose_file("Choose a file", first)
                window.find("label", "Looking through “first.xml”")
                window.click("button", "Choose a file…")
                window.choose_file("Choose a file", second)
                window.find("button", "Look through 3 rows")
            self.field(window, "Nama Sesuai Akta", "Name")
            self.wait_for_cell(window, 0, 0, "Siti Contoh")
            self.assertEqual(window.look().all("button", re.compile("^Import .* record")), [])

    def test_what_is_no_table_is_told(self):
        office = self.new_office()
        path = office.folder / "lama.xls"
        path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504))
        with office.open(path) as window:
            window.find("label", "“lama.xls” was not imported")
            window.find("label", re.compile("Excel file of the old kind"))
            window.picture("assistant-old-excel")

    def test_an_ims_file_says_its_columns_itself(self):
        office = self.new_office()
        path = office.folder / "sis.xml"
        path.write_text(IMS)
        with office.open(path) as window:
            window.find("label", "IMS Enterprise file")
            self.say_sender(window)
            window.choose("Kind", "Job seeker")
            window.picture("assistant-ims")
            window.click("button", "Look through the file")
            window.click("button", "Import 1 record")
            window.find("label", "1 record was imported.")

    def test_a_plan_that_waits_can_be_read_otherwise(self):
        office = self.new_office()
        path = office.folder / "instruktur.csv"
        path.write_text("Nama Instruktur,Bidang\nAli Contoh,Las\n")
        with office.open(path) as window:
            self.say_sender(window)
            window.click("button", "Look through 1 row")
            window.click("button", "Leave for later")
            window.click("button", "Go on")
            window.click("button", "Change the columns…")
            self.wait_for_cell(window, 0, 1, "Las")
            self.field(window, "Bidang", "Not used")
            window.click("button", "Look through 1 row")
            window.click("button", "Import 1 record")
            window.find("label", "1 record was imported.")


unittest.main()
