# SPDX-License-Identifier: GPL-3.0-or-later
"""Search everywhere: from the keyboard, over records and the pages of their PDFs."""

import re
import sqlite3
import unittest

import drive

COOPERATION = "9/PKS/PPTKPKK/X/2025"


class Search(drive.DriveTest):
    def open_search(self, window, typed):
        window.press("ctrl+k")
        window.find("label", re.compile("kerja sama"))
        window.type(typed)

    def wait_for_row(self, window, *parts):
        """A row that says all of these, in this order."""
        return window.find("list item", re.compile(".*".join(map(re.escape, parts))))

    @drive.in_both_languages
    def test_what_is_typed_is_found_and_opened(self, office):
        _ = office.gettext
        page = lambda number: _("page %u").replace("%u", str(number))
        office.take_in(1, 2)
        with office.open() as window:
            self.open_search(window, "kerjasama")
            # The PDFs are read meanwhile.
            self.wait_for_row(window, "Perjanjian Kerja Sama 2019", page(2), "kerja sama perlu")
            self.assert_controls_are_named(window, "the search")
            window.picture(f"search-{office.language}")

            window.enter(_("What to look for"), "xyzzy")
            window.find("label", _("Nothing was found"))
            window.picture(f"search-nothing-{office.language}")

            # The agreement with a number.
            window.enter(_("What to look for"), "9/PKS/PPTKPKK")
            self.wait_for_row(window, "Fasilitasi", COOPERATION)
            window.press("Return")
            window.find("list item", _("Signed on"))

            # A page of the PDF that is open beside it, with the words marked.
            self.open_search(window, "selesai selisih")
            self.wait_for_row(window, page(5), "PENYELESAIAN PERSELISIHAN")
            window.press("Down", "Return")
            window.find("label", re.compile("^" + _("%u of %u").replace("%u", "1") + "$"))
            window.wait_for_page(5, 6)
            window.picture(f"search-page-{office.language}")

            # A page of another agreement.
            self.open_search(window, "perselisihan")
            self.wait_for_row(window, "Perjanjian Kerja Sama 2016", page(3))
            window.click("list item", re.compile("Perjanjian Kerja Sama 2016.*" + page(3)))
            window.wait_for_page(3, "[0-9]+")
            window.picture(f"search-other-page-{office.language}")

            # Nobody is shown whose list would not show them so, and Escape leads back.
            self.open_search(window, "siti")
            window.press("Escape")
            window.wait_gone("list", _("What was found"))

    def test_a_record_of_another_section(self):
        office = self.new_office()
        office.take_in(1, 2)
        with office.open() as window:
            self.open_search(window, "BLK Kalim")
            window.click("list item", re.compile("^Balai Latihan Kerja .*, BLK Kalimantan"))
            window.wait_for_section("partners")

    def test_closing_the_window_ends_the_reading(self):
        """The register is one file again, although there were PDFs left to read."""
        office = self.new_office()
        office.take_in(1, 2, 3, 4, 5)
        with office.open() as window:
            window.press("ctrl+k", "Escape")
        self.assertFalse(list(office.folder.glob("register.db-*")))
        with sqlite3.connect(office.database) as register:
            (n_read,) = register.execute("SELECT count(*) FROM page_source").fetchone()
            (n_all,) = register.execute("SELECT count(*) FROM content").fetchone()
        self.assertLessEqual(n_read, n_all)

    def test_it_can_be_opened_by_mouse(self):
        office = self.new_office()
        with office.open() as window:
            window.click("button", "Search everywhere")
            window.find("label", re.compile("kerja sama"))
            window.press("Escape")
            window.wait_gone("label", re.compile("kerja sama"))


if __name__ == "__main__":
    unittest.main()
