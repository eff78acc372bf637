# SPDX-License-Identifier: GPL-3.0-or-later
"""An exchange file for a partner: what may leave is said all the while."""

import re
import unittest

import drive


class Export(drive.DriveTest):
    def test_what_is_missing_is_said(self):
        office = self.new_office()
        with office.open() as window:
            window.go("exchange")
            window.click("button", "Export…")
            window.find("label", re.compile("^Set the code and the name of your office"))
            self.assert_controls_are_named(window, "an export")
            window.press("Escape")

    @drive.in_both_languages
    def test_it_is_for_a_partner(self, office):
        office.set(office_id="binapenta", office_name="Ditjen Binapenta")
        with office.open() as window:
            window.go("exchange")
            window.click("button", office.verb("_Export…"))
            window.find("label", office.gettext("Choose for which partner."))
            window.picture(f"export-{office.language}")
            window.press("Escape")


unittest.main()
