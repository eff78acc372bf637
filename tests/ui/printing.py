# SPDX-License-Identifier: GPL-3.0-or-later
"""The register book and the summary of an agreement: saved, and on their way to a printer."""

import subprocess
import unittest

import drive

COOPERATION = "9/PKS/PPTKPKK/X/2025"


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
            window.name_file(_("Save the register (.pdf or .xlsx)"), register)
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
            window.name_file(_("Save the summary (.pdf or .xlsx)"), summary)
            window.find("label", _("The summary was saved as “%s”").replace("%s", "satu.pdf"))
            self.assertIn(COOPERATION, text_of(summary))

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
