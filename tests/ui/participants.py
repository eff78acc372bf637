# SPDX-License-Identifier: GPL-3.0-or-later
"""People: found by name and by NIK, and what of theirs is hidden until someone asks."""

import re
import unittest

import drive

NAME = "Siti Komarudin"
NIK = "3217026807769911"
MASKED = "321•••••••••••11"
BNNK = "BNN Kota Banjarbaru"
BNNK_IN_FULL = "Badan Narkotika Nasional Kota Banjarbaru"


class Participants(drive.DriveTest):
    def find_person(self, window, words):
        """The only one that the words find; how many there are is at the foot of the list."""
        of = window.office.gettext("%s of %s") % ("1", "106")
        window.go("participants")
        window.enter(window.office.gettext("Search"), words)
        window.find("label", of)
        return window.table()[0]

    @drive.in_both_languages
    def test_a_person_is_found_by_name_and_by_nik(self, office):
        office.take_in(1)
        with office.open() as window:
            self.assertEqual(self.find_person(window, "komarudin siti")[:2], [NAME, MASKED])
            self.assertEqual(self.find_person(window, NIK[:12])[:2], [NAME, MASKED])
            window.click("label", NAME)
            window.find("list item", office.gettext("Birth place"))
            window.picture(f"participant-{office.language}")

    @drive.in_both_languages
    def test_a_nik_is_hidden_and_who_looks_at_it_is_recorded(self, office):
        _ = office.gettext
        office.take_in(1)
        with office.open() as window:
            self.find_person(window, NAME)
            window.click("label", NAME)
            self.assertIn(MASKED, window.find("list item", "NIK").texts())

            window.click("button", _("Show: %s (this is recorded)") % "NIK")
            window.wait(lambda root: NIK in root.all("list item", "NIK")[0].texts(), "the NIK")
            history = window.find("list", _("History"))
            looked = office.pgettext("history", "Looked at")
            self.assertRegex(history.texts()[0], f"^{looked} ")
            self.assertEqual(history.texts()[1], "NIK")
            self.assertNotIn(NIK, history.texts())
            window.picture(f"revealed-{office.language}")

    @drive.in_both_languages
    def test_who_referred_a_person_tells_what_they_are_and_is_hidden_too(self, office):
        _ = office.gettext
        office.take_in(2)
        show = _("Show: %s (this is recorded)")
        referred = _("Referred by")
        by = office.pgettext("enrolment", "referred by")
        with office.open() as window:
            window.go("participants")
            window.enter(_("Search"), "Rahmadi Hidayat")
            window.click("label", "Rahmadi Hidayat")
            timeline = window.find("list", _("From referral to outcome"))
            self.assertRegex(" ".join(timeline.texts()), f"{by} ••••••")
            self.assertNotIn(BNNK, window.find("list item", referred).texts())
            window.picture(f"referrer-hidden-{office.language}")

            [enrolment] = window.wait(
                lambda root: root.all("button", re.compile(re.escape(show % referred) + ": ")),
                "the eye of the enrolment")
            enrolment.act()
            told = f"{by} {BNNK_IN_FULL}"
            window.wait(lambda root: told in " ".join(root.all(
                "list", _("From referral to outcome"))[0].texts()), told)
            looked = office.pgettext("history", "Looked at")
            self.assertRegex(window.find("list", _("History")).texts()[0], f"^{looked} ")

            window.click("button", show % referred)
            window.wait(lambda root: BNNK in root.all(
                "list item", referred)[0].texts(), "the partner")
            window.picture(f"referrer-shown-{office.language}")


unittest.main()
