# SPDX-License-Identifier: GPL-3.0-or-later
"""An exchange file on its way in: looked through, then imported, then among the past ones."""

import json
import re
import shutil
import unittest

import drive

FILE = "case-2-city-office-and-training-centre.xml"
RECORDS = 343
REFUSED = 17  # a participant, and what refers to it

PARTNER = """<?xml version="1.0" encoding="UTF-8"?>
<exchange xmlns="urn:selaras:exchange:1">
<header><sender>blk</sender><sender_name>BLK</sender_name><made_at>2026-01-01T00:00:00Z</made_at>
<sequence>%d</sequence></header>
<partner id="P-1"><name>BLK %d</name><kind>training_centre</kind></partner>
</exchange>
"""


class Exchange(drive.DriveTest):
    def figures(self, window):
        """How many records of each verdict, which stands above its word."""
        labels = window.look().texts()
        marked = {"+": "New", "≠": "Changed", "=": "Same", "✕": "Refused", "!": "Warning"}
        words = [f"{m} {window.office.pgettext('import', marked[m])}" for m in marked]
        return [labels[labels.index(word) - 1] for word in words]

    def verb(self, office, n):
        text = office.ngettext("_Import %s record", "_Import %s records", n) % n
        return text.replace("_", "")

    @drive.in_both_languages
    def test_a_file_is_looked_through_and_imported(self, office):
        _ = office.gettext
        with office.open(drive.example(2)) as window:
            window.find("button", self.verb(office, RECORDS))
            self.assertEqual(self.figures(window), ["343", "0", "0", "0", "2"])
            window.find("label", _("This is what an import would do. Nothing is changed yet."))
            window.picture(f"plan-{office.language}")

            window.click("button", self.verb(office, RECORDS))
            done = office.ngettext("%s record was imported.", "%s records were imported.", RECORDS)
            window.find("label", done % RECORDS)
            counts = json.loads(office.run("report", "summary", "--format=json").stdout)["counts"]
            self.assertEqual(counts["participant"], 48)

            window.click("button", office.verb("_Done"))
            rows = window.wait(lambda root: window.table(_("Imports"), root), "the past imports")
            self.assertEqual(rows[0][1:3], ["BNN Kota Banjarbaru", FILE])
            self.assertEqual(rows[0][4:9], ["1", "343", "0", "0", "0"])
            window.picture(f"imported-{office.language}")

    def test_a_file_is_chosen_by_keys_from_any_section(self):
        office = self.new_office()
        with office.open() as window:
            window.press("ctrl+o")
            window.choose_file("Choose a file", drive.example(2))
            window.find("button", self.verb(office, RECORDS))
            window.wait_for_section("exchange")

    def test_what_is_wrong_is_shown_by_line_and_can_be_left_out(self):
        office = self.new_office()
        for pdf in drive.EXAMPLES.glob("*.pdf"):
            shutil.copy(pdf, office.folder)
        text = drive.example(2).read_text()
        born = "<birth_date>1991-09-22</birth_date>"
        line = text[: text.rindex("<participant", 0, text.index(born))].count("\n") + 1
        wrong = office.folder / "wrong.xml"
        wrong.write_text(text.replace(born, "<birth_date>2091-09-22</birth_date>"))

        with office.open(wrong) as window:
            button = self.verb(office, RECORDS - REFUSED)
            window.find("button", button)
            rows = window.table("Notes on the records of the file")
            self.assertEqual(rows[0][:4], ["✕ Refused", str(line), "Participant", "T-2019-002"])
            self.assertEqual(
                rows[0][4:], ["Birth date", "2091-09-22", "The birth date lies in the future."]
            )
            self.assertEqual(rows[1][6], "It refers to “T-2019-002”, which was refused.")
            self.assert_controls_are_named(window, "the plan of an import")
            window.picture("refused")

            window.click("checkbox", "Take the good records and leave out the refused ones")
            window.click("button", button)
            window.find("label", "326 records were imported. 17 records were refused and left out.")

    @drive.in_both_languages
    def test_that_a_later_file_came_in_is_said_before_one_is_taken_back(self, office):
        _ = office.gettext
        for number in (1, 2):
            file = office.folder / f"partner-{number}.xml"
            file.write_text(PARTNER % (number, number))
            self.assertEqual(office.run("import", file).returncode, 0)
        advice = _("“%s” of the same sender came in after it: take that one back first, or "
                   "what both wrote stays.") % "partner-2.xml"
        with office.open() as window:
            window.go("exchange")
            window.point(window.find("label", "partner-2.xml"))
            window.click("button", office.verb("_Take back the import…"))
            window.find("label", _("Take back the import of “%s”?") % "partner-2.xml")
            self.assertNotIn(advice, " ".join(window.look().texts()))
            window.press("Escape")
            window.wait_gone("button", office.verb("_Take back"))

            window.point(window.find("label", "partner-1.xml"))
            window.click("button", office.verb("_Take back the import…"))
            window.find("label", re.compile(re.escape(advice)))
            window.picture(f"take-back-first-{office.language}")
            window.click("button", office.verb("_Take back"))
            window.find("label", _("“%s” was taken back") % "partner-1.xml")
            window.picture(f"taken-back-first-{office.language}")

    def test_a_file_that_is_none_is_refused_with_a_sentence(self):
        office = self.new_office()
        with office.open(drive.EXAMPLES / "nk-2025-tks.pdf") as window:
            window.find("label", "“nk-2025-tks.pdf” was not imported")
            window.find("label", re.compile("This is not an XML file"))
            window.picture("no-exchange-file")


unittest.main()
