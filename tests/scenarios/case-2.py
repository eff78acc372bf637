# SPDX-License-Identifier: GPL-3.0-or-later
"""City office and training centre: BNN Kota Banjarbaru and BLK Provinsi Kalimantan Selatan."""

import unittest

import scenario

FIRST = "PKS/03/V/2016/BNNK-BJB"
SECOND = "PKS/05/V/2019/BNNK-BJB"


class CityOfficeAndTrainingCentre(scenario.ScenarioTest):
    case = 2
    today = "2019-12-20"

    def test_the_cooperation_of_2016_was_renewed_in_2019(self):
        agreements = self.agreements()
        self.assertEqual(agreements[FIRST]["signed_on"][:4], "2016")
        self.assertEqual(agreements[FIRST]["state"], "renewed")
        self.assertEqual(agreements[SECOND]["signed_on"], "2019-05-16")
        self.assertEqual(agreements[SECOND]["state"], "in_force")

    def test_of_36_in_rehabilitation_7_went_on_and_3_were_referred(self):
        self.assertEqual(self.programme("Rehabilitasi 2019")["people"], 36)
        self.assertEqual(self.programme("Pascarehabilitasi 2019")["people"], 7)
        self.assertEqual(self.programme("Rujukan pelatihan kerja 2019")["people"], 3)

    def test_12_were_trained_and_work_now(self):
        trained = self.programme("Pelatihan kerja klien pascarehabilitasi 2016-2018")
        outcomes = trained["by_outcome"]
        self.assertEqual(trained["by_stage"]["completed"], 12)
        self.assertEqual(outcomes["own_business"] + outcomes["employed"], 12)

    def test_the_window_shows_the_people_behind_a_figure(self):
        with self.office.open() as window:
            line = self.target_line(window, "Pelatihan kerja klien pascarehabilitasi 2016-2018")
            self.assertEqual(line, "12 of 12 working")

            window.click("list item", "Rujukan pelatihan kerja 2019")
            window.find("label", "3 of 48")
            referred = window.table()
            self.assertEqual(len(referred), 3)

            # Referred people have priority, sat a written test and were interviewed.
            window.click("label", referred[0][0])
            facts = window.find("list", "From referral to outcome").texts()
            self.assertRegex(facts[0], "^Completed · Rujukan pelatihan kerja 2019")
            self.assertRegex(facts[1], r"written test [0-9.]+ · interview [0-9.]+ · priority")
            attendance = window.find("list", "Attendance").texts()
            self.assertRegex(" ".join(attendance), r"Present \d+")
            window.picture("case-2")


unittest.main()
