# SPDX-License-Identifier: GPL-3.0-or-later
"""Rehabilitation to work: BNN and Kemnaker, an umbrella and the agreement under it."""

import datetime
import unittest

import scenario

MEMORANDUM = "4/NK/PPTKPKK/V/2024"
COOPERATION = "9/PKS/PPTKPKK/X/2025"
PARTIES = [
    "Direktorat Jenderal Pembinaan Penempatan Tenaga Kerja dan Perluasan Kesempatan Kerja",
    "Deputi Bidang Rehabilitasi Badan Narkotika Nasional",
]
PTKDN = "Fasilitasi PTKDN pasca program rehabilitasi narkotika"


class RehabilitationToWork(scenario.ScenarioTest):
    case = 1

    def test_there_are_two_agreements_of_the_same_parties(self):
        agreements = self.agreements()
        self.assertEqual(set(agreements), {MEMORANDUM, COOPERATION})

        memorandum, cooperation = agreements[MEMORANDUM], agreements[COOPERATION]
        self.assertEqual(memorandum["kind"], "memorandum")
        self.assertEqual(memorandum["signed_on"], "2024-05-27")
        self.assertEqual(cooperation["kind"], "cooperation")
        self.assertEqual(cooperation["signed_on"], "2025-10-11")
        self.assertEqual(f"{datetime.date(2025, 10, 11):%A}", "Saturday")
        for agreement in agreements.values():
            self.assertEqual(agreement["state"], "in_force")
            self.assertEqual(agreement["parties"], PARTIES)

    def test_tkm_lanjutan_falls_together_with_it(self):
        self.assertEqual(self.programme("TKM Lanjutan 2025")["people"], 20)

    def test_the_window_shows_the_agreement(self):
        with self.office.open() as window:
            self.assertEqual(self.target_line(window, PTKDN), "12 of 160 working")

            self.show_agreement(window, COOPERATION)
            signed = window.find("list item", "Signed on")
            self.assertEqual(signed.texts(), ["Signed on", "11 October 2025"])
            place = window.find("list item", "Signed at").texts()[1]
            self.assertEqual(place, "Balai Besar Perluasan Kesempatan Kerja, Bandung Barat")

            scope = window.find("list", "Scope").texts()
            self.assertIn("pertukaran data dan informasi", scope)
            self.assertIn("program fasilitasi Penempatan Tenaga Kerja Dalam Negeri (PTKDN)", scope)
            self.assertIn("perluasan kesempatan kerja", scope)
            witness = window.find("list", "Witnesses").texts()
            self.assertIn("Menteri Ketenagakerjaan Republik Indonesia", witness)
            (related,) = window.find("list", "Related agreements").children
            self.assertIn("Made under · Memorandum · ● In force", related.texts())
            window.picture("case-1")


unittest.main()
