# SPDX-License-Identifier: GPL-3.0-or-later
"""Volunteers who mentor: Kemnaker's TKS and the groups in their care."""

import unittest

import scenario

PROGRAMME = "Tenaga Kerja Sukarela 2025"


class VolunteersWhoMentor(scenario.ScenarioTest):
    case = 4

    def test_664_were_recruited_and_trained(self):
        programme = self.programme(PROGRAMME)
        self.assertEqual(self.summary()["participants"]["tks"]["count"], 664)
        self.assertEqual(programme["target"], 664)
        self.assertEqual(programme["by_stage"]["completed"], 664)

    def test_groups_are_in_their_care(self):
        counts = self.summary()["counts"]
        self.assertEqual(counts["group"], 40)
        self.assertEqual(counts["mentoring"], 40)

    def test_the_partners_are_of_several_kinds(self):
        self.assertEqual(set(self.summary()["partners"]), {"ministry", "bank", "organisation"})

    def test_the_window_finds_a_volunteer_and_their_group(self):
        with self.office.open() as window:
            self.assertEqual(self.target_line(window, PROGRAMME), "664 of 664 completed")
            window.click("list item", PROGRAMME)
            window.find("label", "664 of 1063")

            window.enter("Search", "Gazali Salman")
            window.find("label", "1 of 1063")
            window.click("label", "Gazali Salman")
            groups = window.find("list", "Group and mentor").children
            self.assertEqual([group.name for group in groups], ["In their care"] * 2)
            self.assertIn("10 members · Keripik singkong · since 1 July 2025", groups[1].texts())
            window.picture("case-4")


unittest.main()
