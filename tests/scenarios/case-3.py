# SPDX-License-Identifier: GPL-3.0-or-later
"""Prison skills training: Rutan Kelas IIB Tamiang Layang and Disnakertrans Barito Timur."""

import unittest

import scenario

COOPERATION = "W.17.PAS.15-UM.01.01-412 TAHUN 2025"
THOUSAND = "1.000 tenaga kerja terampil Kabupaten Barito Timur"
PRIORITY = "13 program prioritas: pembinaan kemandirian"


class PrisonSkillsTraining(scenario.ScenarioTest):
    case = 3

    def test_the_prison_and_the_regency_office_have_an_agreement_in_force(self):
        agreement = self.agreements()[COOPERATION]
        self.assertEqual(agreement["state"], "in_force")
        self.assertEqual(
            agreement["parties"],
            [
                "Rumah Tahanan Negara Kelas IIB Tamiang Layang",
                "Dinas Tenaga Kerja dan Transmigrasi Kabupaten Barito Timur",
            ],
        )

    def test_two_programmes_count_and_one_has_a_target_of_a_thousand(self):
        thousand, priority = self.programme(THOUSAND), self.programme(PRIORITY)
        self.assertEqual(thousand["target"], 1000)
        self.assertEqual(thousand["actual"], thousand["by_stage"]["completed"])
        self.assertIsNone(priority["target"])
        self.assertEqual(len(self.summary()["programmes"]), 2)

    def test_those_who_learn_are_convicts_and_detainees(self):
        self.assertEqual(set(self.summary()["participants"]), {"convict", "detainee"})

    def test_the_window_counts_and_shows_what_is_taught(self):
        with self.office.open() as window:
            self.assertEqual(self.target_line(window, THOUSAND), "60 of 1000 completed")

            self.show_agreement(window, COOPERATION)
            cohorts = " ".join(window.find("list", "Programmes and cohorts").texts())
            for course in ("Pertukangan", "Perbengkelan", "Tata Boga"):
                self.assertIn(course, cohorts)
            window.picture("case-3")


unittest.main()
