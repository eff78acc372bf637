# SPDX-License-Identifier: GPL-3.0-or-later
"""Lists are saved as they are shown, and open again in another program."""

import csv
import re
import unittest
import zipfile
from xml.etree import ElementTree

import drive

NAME = "Siti Komarudin"
NIK = "3217026807769911"
MASKED = "321•••••••••••11"
SPACE = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
KEYS = "ctrl+shift+s"


def read_csv(path):
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file))


def read_sheet(path):
    """The name of the only sheet, and the texts or numbers of its cells."""
    with zipfile.ZipFile(path) as book:
        names = ElementTree.fromstring(book.read("xl/workbook.xml")).iter(SPACE + "sheet")
        sheet = ElementTree.fromstring(book.read("xl/worksheets/sheet1.xml"))
    rows = [["".join(cell.itertext()) for cell in row] for row in sheet.iter(SPACE + "row")]
    return next(names).get("name"), rows


class Lists(drive.DriveTest):
    def save(self, window, title, path):
        _ = window.office.gettext
        window.name_file(_(title), path)
        window.find("label", re.compile(re.escape(path.name)))

    @drive.in_both_languages
    def test_a_list_is_saved_as_it_is_shown(self, office):
        _ = office.gettext
        office.take_in(1)
        with office.open() as window:
            window.go("participants")
            window.enter(_("Search"), "komarudin")
            window.find("label", re.compile(_("%s of %s") % ("[0-9]+", "106")))
            shown = window.table()

            path = office.folder / "people.csv"
            window.press(KEYS)
            self.save(window, "Save the list", path)
            window.picture(f"list-saved-{office.language}")
            saved = read_csv(path)
            self.assertEqual(saved[0][:3], [_("Name"), _("NIK"), _("Birth date")])
            self.assertEqual([row[:2] for row in saved[1:]], [row[:2] for row in shown])
            self.assertIn([NAME, MASKED], [row[:2] for row in saved])

            window.click("button", _("More for this list"))
            window.find("menu item", re.compile(re.escape(office.verb("_Save list as…"))))
            window.picture(f"list-menu-{office.language}")
            personal = office.verb("Save list with _personal values… (this is recorded)")
            window.click("menu item", re.compile(re.escape(personal)))
            path = office.folder / "people.xlsx"
            self.save(window, "Save the list with personal values", path)
            name, rows = read_sheet(path)
            self.assertEqual(name, _("Participants"))
            self.assertIn([NAME, NIK], [row[:2] for row in rows])

            window.click("label", NAME)
            looked = office.pgettext("history", "Looked at")
            history = window.find("list", _("History"))
            self.assertRegex(history.texts()[0], f"^{looked} ")
            self.assertEqual(history.texts()[1], "NIK")

    @drive.in_both_languages
    def test_words_stand_where_they_like_and_are_looked_for_everywhere(self, office):
        _ = office.gettext
        office.take_in(1)
        with office.open() as window:
            window.go("agreements")
            for typed in ("BNN fasilitasi", "47/X rahmat", "laksmi memfasilitasi"):
                window.enter(_("Search"), typed)
                window.find("label", _("%s of %s") % (1, 2))
                window.enter(_("Search"), "rahmat")
                window.find("label", _("%s of %s") % (2, 2))
            window.enter(_("Search"), "Komarudin")
            window.find("label", _("Nothing found"))
            window.picture(f"nothing-found-{office.language}")
            # The first with this name is above the sections.
            window.look().all("button", _("Search everywhere"))[-1].act()
            window.find("list item", re.compile("Siti Komarudin"))
            window.picture(f"found-everywhere-{office.language}")
            window.press("Escape")

    def test_every_list_can_be_saved(self):
        office = self.new_office()
        office.take_in(1)
        with office.open() as window:
            for section, label in (
                ("agreements", "Title"),
                ("partners", "Short name"),
                ("exchange", "Sender"),
            ):
                window.go(section)
                window.wait(lambda root: window.table(root=root), "rows")
                path = office.folder / f"{section}.csv"
                window.press(KEYS)
                self.save(window, "Save the list", path)
                saved = read_csv(path)
                self.assertIn(label, saved[0])
                self.assertGreater(len(saved), 1)

            window.go("schedule")
            window.click(re.compile("button|tab"), "Cohorts")
            window.find("label", "12 records")
            path = office.folder / "cohorts.xlsx"
            window.press(KEYS)
            self.save(window, "Save the list", path)
            name, rows = read_sheet(path)
            self.assertEqual((name, len(rows)), ("Cohorts", 13))

    def test_a_workbook_has_a_point_in_its_numbers(self):
        office = self.new_office(language="id")
        office.take_in(1)
        for words in (["list", "cohorts"], ["template", "participants"]):
            path = office.folder / f"{words[1]}.xlsx"
            done = office.run(*words, path)
            self.assertEqual(done.returncode, 0, done.stderr)
            with zipfile.ZipFile(path) as book:
                for name in book.namelist():
                    self.assertNotRegex(book.read(name).decode(), r"[\">][0-9]+,[0-9]+[\"<]", name)

    def test_a_name_without_a_format_gets_the_one_that_is_chosen(self):
        office = self.new_office()
        office.take_in(1)
        saved = office.folder / "partners 1.2.xlsx"
        with office.open() as window:
            window.go("partners")
            window.wait(lambda root: window.table(root=root), "rows")
            window.press(KEYS)
            window.name_file("Save the list", office.folder / "partners 1.2")
            window.find("label", "The list was saved as “partners 1.2.xlsx”")
            saved.write_text("other")

            # GTK asks only about the name that was typed.
            window.press(KEYS)
            window.name_file("Save the list", office.folder / "partners 1.2")
            window.find("label", "Replace “partners 1.2.xlsx”?")
            window.picture("list-replaces")
            window.click("button", "Cancel")
            window.wait_gone("label", "Replace “partners 1.2.xlsx”?")
            self.assertEqual(saved.read_text(), "other")
            window.press(KEYS)
            window.name_file("Save the list", office.folder / "partners 1.2")
            window.click("button", "Replace")
            window.wait(lambda root: saved.read_bytes()[:2] == b"PK", "a workbook")


unittest.main()
