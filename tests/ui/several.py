# SPDX-License-Identifier: GPL-3.0-or-later
"""What is done with several rows of a list at once."""

import csv
import re
import unittest

import drive

# Today is 16 November 2026.
DESK = """<?xml version="1.0" encoding="UTF-8"?>
<exchange xmlns="urn:selaras:exchange:1">
<header><sender>one</sender><sender_name>BNN</sender_name><made_at>2026-01-01T00:00:00Z</made_at>
<sequence>1</sequence></header>
<agreement id="A-1"><kind>memorandum</kind><title>Payung pelatihan</title><stage>draft</stage>
</agreement>
<agreement id="A-2"><kind>work_plan</kind><title>Rencana di bawahnya</title><parent>A-1</parent>
<stage>draft</stage></agreement>
<agreement id="A-3"><kind>memorandum</kind><title>Sudah ditandatangani</title><stage>signed</stage>
<signed_on>2024-03-01</signed_on><ends_on>2027-02-28</ends_on></agreement>
</exchange>
"""
FROZEN = (
    "The signature covers this. It can be deleted with the reason, such as that it was written "
    "down by mistake."
)
TITLES = ["Payung pelatihan", "Rencana di bawahnya", "Sudah ditandatangani"]


class Several(drive.DriveTest):
    def open_desk(self, office):
        file = office.folder / "desk.xml"
        file.write_text(DESK)
        self.assertEqual(office.run("import", file).returncode, 0)
        return office.open()

    def select_all(self, window):
        window.go("agreements")
        window.click("label", TITLES[0])
        window.press("ctrl+a")
        window.find(
            "label", self.count(window.office, "%s record selected", "%s records selected", 3)
        )

    def count(self, office, one, many, n):
        return office.ngettext(one, many, n) % n

    def titles(self, window):
        return sorted(row[1] for row in window.table())

    @drive.in_both_languages
    def test_all_go_and_come_back(self, office):
        _ = office.gettext
        with self.open_desk(office) as window:
            self.select_all(window)
            all_shown = self.count(office, "%s record", "%s records", 3)
            window.find("label", _("%s, %s selected") % (all_shown, 3))
            window.wait_gone("label", _("No PDF"))
            window.picture(f"several-{office.language}")
            window.press("Delete")
            window.find("label", re.compile(re.escape(_(FROZEN))))
            window.type("Salah catat")
            window.picture(f"several-why-{office.language}")
            window.click("button", office.verb("_Delete"))
            window.find("label", self.count(office, "%s record deleted", "%s records deleted", 3))
            window.wait_gone("label", TITLES[0])
            window.press("ctrl+z")
            window.find("label", TITLES[0])
            self.assertEqual(self.titles(window), TITLES)

    @drive.in_both_languages
    def test_a_field_of_all_is_changed(self, office):
        _ = office.gettext
        with self.open_desk(office) as window:
            self.select_all(window)
            window.click("button", office.verb("_Change a field…"))
            window.choose(_("Field"), _("Notice given on"))
            window.find("label", _("None of them has a value here yet."))
            window.choose(_("Field"), _("Stage"))
            told = "%s of %s has a value here, which the change would replace."
            window.find("label", office.ngettext(told, told.replace("has", "have"), 3) % (3, 3))
            window.picture(f"several-field-{office.language}")
            window.choose(_("Field"), _("Notice given on"))
            window.enter(_("Notice given on"), "1/9/2026")
            window.click("button", office.verb("_Change"))
            window.find("label", self.count(office, "%s record changed", "%s records changed", 3))

            window.click("label", TITLES[2])
            given = window.find("list item", _("Notice given on")).texts()
            self.assertIn("2026", given[-1])

    def test_rows_are_taken_in_and_out_one_by_one(self):
        office = self.new_office()
        with self.open_desk(office) as window:
            self.select_all(window)
            window.point(window.find("label", TITLES[1]), "ctrl")
            window.find("label", "2 records selected")
            window.point(window.find("label", TITLES[1]), "ctrl")
            window.find("label", "3 records selected")
            window.point(window.find("label", TITLES[2]))
            window.find("label", "3 records")  # and no more is said of them
            window.point(window.find("label", TITLES[0]), "ctrl")
            window.find("label", "2 records selected")

    def test_only_the_selected_rows_are_saved(self):
        office = self.new_office()
        _ = office.gettext
        path = office.folder / "two.csv"
        with self.open_desk(office) as window:
            self.select_all(window)
            window.click("label", TITLES[1])
            window.press("shift+Up")
            window.find("label", "2 records selected")
            window.click("button", office.verb("_Save selected rows as…"))
            window.name_file(_("Save the list"), path)
            window.find("label", re.compile(re.escape(path.name)))
            with path.open(encoding="utf-8-sig", newline="") as file:
                rows = list(csv.reader(file))
            self.assertEqual(len(rows), 3)


if __name__ == "__main__":
    unittest.main()
