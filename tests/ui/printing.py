# SPDX-License-Identifier: GPL-3.0-or-later
"""The register book, the summary of an agreement and lists: saved, and on their way to a printer."""

import re
import subprocess
import unittest

import desktop
import drive

COOPERATION = "9/PKS/PPTKPKK/X/2025"
PREVIEW = re.compile("Preview|Pratinjau")


def text_of(path):
    command = ["pdftotext", "-layout", path, "-"]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


class Printing(drive.DriveTest):
    @drive.in_both_languages
    def test_the_register_and_a_summary_are_saved(self, office):
        _ = office.gettext
        office.take_in(1, 2)
        register, summary = office.folder / "buku.pdf", office.folder / "satu.pdf"
        with office.open() as window:
            window.go("agreements")
            # Only what the list shows is in the book.
            window.enter(_("Search"), "Banjarbaru")
            window.wait_gone("label", COOPERATION)
            window.click("button", _("More for this list"))
            window.picture(f"register-menu-{office.language}")
            window.click("menu item", _("Save _register…").replace("_", ""))
            window.name_file(_("Save the register"), register)
            window.find("label", _("The register was saved as “%s”").replace("%s", "buku.pdf"))
            text = text_of(register)
            self.assertIn(_("Register of agreements"), text)
            self.assertIn("PKS/05/V/2019/BNNK-BJB", text)
            self.assertNotIn(COOPERATION, text)

            window.enter(_("Search"), COOPERATION)
            window.click("label", COOPERATION)
            window.find("list item", _("Signed on"))
            window.click("button", _("More about this agreement"))
            window.picture(f"summary-menu-{office.language}")
            window.click("menu item", _("_Save summary…").replace("_", ""))
            window.name_file(_("Save the summary"), summary)
            window.find("label", _("The summary was saved as “%s”").replace("%s", "satu.pdf"))
            self.assertIn(COOPERATION, text_of(summary))

    @drive.in_both_languages
    def test_a_list_is_seen_before_it_is_printed(self, office):
        _ = office.gettext
        office.take_in(1, 2)
        with office.open() as window:
            window.go("agreements")
            window.wait(lambda root: window.table(root=root), "rows")
            window.click("button", _("More for this list"))
            print_list = re.compile(re.escape(office.verb("Print _list…")))
            window.find("menu item", print_list)
            window.picture(f"list-menu-{office.language}")
            window.click("menu item", print_list)
            window.click("button", PREVIEW)
            sheet = _("Sheet %u of %u").replace("%u", "%d")
            window.find("label", sheet % (1, 1))
            self.assert_controls_are_named(window, "a print preview")
            window.picture(f"list-preview-{office.language}")
            window.press("Escape")
            window.wait_gone("button", _("Next sheet"))

    def test_a_list_is_printed_as_it_is_shown(self):
        office = self.new_office()
        office.take_in(1)
        with office.open() as window:
            window.go("participants")
            window.enter("Search", "komarudin")
            window.find("label", re.compile("[0-9]+ of 106"))
            shown = window.table()
            window.press("ctrl+p")
            window.click("button", PREVIEW)
            window.click("button", "Print…")  # on to the printer, as it was seen
            window.click("label", "Print to File")
            window.picture("print-list")
            window.click("button", "Print")
            printed = office.folder / "Participants.pdf"
            window.wait(lambda root: printed.exists() and printed.stat().st_size, str(printed))
            text = text_of(printed)
            self.assertIn("“komarudin”", text)
            self.assertIn(f"{len(shown)} of 106", text)
            for row in shown:
                self.assertIn(row[0], text)
                self.assertIn(row[1], text)
            self.assertNotRegex(text, "[0-9]{16}")

    @drive.in_both_languages
    def test_the_format_is_chosen(self, office):
        _ = office.gettext
        office.take_in(1)
        with office.open() as window:
            window.go("partners")
            window.wait(lambda root: window.table(root=root), "rows")
            window.press("ctrl+shift+s")
            window.find("widget", _("Save the list"))
            window.click("combo box", None)
            window.find("label", _("Table as text (.csv)"))
            window.picture(f"formats-{office.language}")
            for key in ("Down", "Down", "Return"):
                desktop.press(key)
            window.wait(lambda root: any(entry.text().endswith("2026-11-16.pdf")
                                         for entry in root.all(drive.ENTRY)), "a PDF to be proposed")
            window.picture(f"format-{office.language}")
            desktop.press("alt+n")
            window.name_file(_("Save the list"), office.folder / "mitra")
            window.find("label", _("The list was saved as “%s”").replace("%s", "mitra.pdf"))
            text = text_of(office.folder / "mitra.pdf")
            self.assertIn(_("Partners"), text)
            self.assertRegex(text, "3 (records|data)")

    def test_a_printer_is_asked_for(self):
        office = self.new_office()
        office.take_in(1)
        with office.open() as window:
            window.go("agreements")
            window.click("button", "More for this list")
            window.click("menu item", "Print register…")
            window.click("label", "Print to File")
            window.picture("print-register")
            window.click("button", "Print")
            window.wait_gone("label", "Print to File")
            printed = office.folder / "Register of agreements.pdf"
            window.wait(lambda root: printed.exists() and printed.stat().st_size, str(printed))
            self.assertIn(COOPERATION, text_of(printed))
            self.assertIn("Page 1 of 1", text_of(printed))


if __name__ == "__main__":
    unittest.main()
