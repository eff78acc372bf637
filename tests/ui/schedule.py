# SPDX-License-Identifier: GPL-3.0-or-later
"""The week, in which a teacher is booked twice on a Wednesday."""

import re
import unittest

import drive

WEEK = {"en": "30 November 2026 – 6 December 2026", "id": "30 November 2026 – 6 Desember 2026"}
NEXT = {"en": "7 – 13 December 2026", "id": "7 – 13 Desember 2026"}
CLASH = {
    "en": "Rina Kartikasari, S.Pd. also teaches Barista Angkatan III 2026",
    "id": "Rina Kartikasari, S.Pd. juga mengajar Barista Angkatan III 2026",
}


class Schedule(drive.DriveTest):
    @drive.in_both_languages
    def test_a_week_names_its_clashes_and_opens_its_sessions(self, office):
        _ = office.gettext
        office.environment["SELARAS_TODAY"] = "2026-12-02"
        office.take_in(1)
        with office.open() as window:
            window.go("schedule")
            window.find("label", WEEK[office.language])
            window.find("button", re.compile("^Tata Boga Angkatan II 2026"))
            self.assertEqual(window.look().all("button", re.compile("⚠")), [])

            window.click("button", _("Next week"))
            window.find("label", NEXT[office.language])
            says = re.escape(CLASH[office.language])
            clash = re.compile("^Tata Boga Angkatan II 2026.*⚠ " + says, re.DOTALL)
            window.find("button", clash)
            window.picture(f"week-{office.language}")

            window.click("button", clash)
            window.find("list item", re.compile("^" + says))
            window.find("list item", "Rina Kartikasari, S.Pd.")
            window.picture(f"session-{office.language}")

            window.press("ctrl+t")
            window.find("label", WEEK[office.language])

    def test_cohorts_show_how_many_seats_are_taken(self):
        office = self.new_office()
        office.take_in(1)
        with office.open() as window:
            window.go("schedule")
            window.click(re.compile("button|tab"), "Cohorts")
            window.find("label", "12 records")
            window.picture("cohorts")


unittest.main()
