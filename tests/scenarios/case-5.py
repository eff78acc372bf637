# SPDX-License-Identifier: GPL-3.0-or-later
"""A network of institutions: Kemensos and BNN, the IPWL and the BRSKPN."""

import unittest

import scenario

MEMORANDUM = "12/HUK/2020"


class NetworkOfInstitutions(scenario.ScenarioTest):
    case = 5
    today = "2021-12-20"

    def test_there_are_178_ipwl_in_34_provinces(self):
        partners = self.summary()["partners"]
        self.assertEqual(partners["rehabilitation"], {"count": 178, "provinces": 34})

    def test_there_are_5_brskpn_and_6_ipwl_with_local_governments(self):
        partners = self.summary()["partners"]
        self.assertEqual(partners["unit"]["count"], 5)
        self.assertEqual(partners["provincial_office"]["count"], 6)

    def test_the_memorandum_is_in_force_through_the_last_day_of_its_third_year(self):
        memorandum = self.agreements()[MEMORANDUM]
        self.assertEqual(memorandum["signed_on"], "2020-07-10")
        self.assertEqual(memorandum["ends_on"], "2023-07-09")

        states = {
            "2020-07-09": "not_yet",
            "2020-07-10": "in_force",
            "2023-07-09": "expiring",
            "2023-07-10": "expired",
        }
        for day, state in states.items():
            agreements = self.agreements(SELARAS_TODAY=day)
            self.assertEqual(agreements[MEMORANDUM]["state"], state, day)

    def test_every_institution_has_a_companion_who_was_trained(self):
        trained = {p["target"]: p["by_stage"]["completed"] for p in self.summary()["programmes"]}
        self.assertEqual(trained, {178: 178, 5: 5, 6: 6})

    def test_the_window_lists_the_institutions(self):
        with self.office.open() as window:
            window.go("partners")
            window.find("label", "192 records")
            window.click("button", "Filter")
            window.choose("Kind", "Rehabilitation institution")
            window.find("label", "178 of 192")
            window.press("Escape")
            window.enter("Search", "Aceh")
            window.find("label", "4 of 192")
            window.picture("case-5")


unittest.main()
