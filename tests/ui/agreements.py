# SPDX-License-Identifier: GPL-3.0-or-later
"""An agreement and its page: the record on the left, its PDF on the right."""

import unittest

import drive

COOPERATION = "9/PKS/PPTKPKK/X/2025"
SIGNED_ON = {"en": "11 October 2025", "id": "11 Oktober 2025"}


class Agreements(drive.DriveTest):
    def wait_for_page(self, window, page):
        window.find("image", window.office.gettext("Page %u of %u").replace("%u", "%d") % (page, 6))

    def column(self, window, root, place):
        return [row[place] for row in window.table(root=root)]

    @drive.in_both_languages
    def test_an_agreement_opens_beside_its_pdf(self, office):
        _ = office.gettext
        office.take_in(1)
        with office.open() as window:
            window.go("agreements")
            window.click("label", COOPERATION)
            signed = window.find("list item", _("Signed on"))
            self.assertEqual(signed.texts(), [_("Signed on"), SIGNED_ON[office.language]])

            self.wait_for_page(window, 1)
            window.picture(f"agreement-{office.language}")
            window.click("button", _("Next page"))
            self.wait_for_page(window, 2)
            window.click("button", _("Previous page"))
            self.wait_for_page(window, 1)
            window.picture(f"agreement-{office.language}")

    def test_a_pdf_is_added_and_taken_away_again(self):
        office = self.new_office()
        office.take_in(2)
        pdf = drive.EXAMPLES / "pks-2025-binapenta-bnn.pdf"
        with office.open() as window:
            window.go("agreements")
            window.click("label", "PKS/03/V/2016/BNNK-BJB")
            window.click("button", "Add a PDF")
            window.choose_file("Add a PDF", pdf)
            added = window.find("list item", pdf.name)
            self.assertIn("6 pages", " ".join(added.texts()))
            window.picture("added-pdf")
            window.press("ctrl+z")
            window.wait_gone("list item", pdf.name)

    def test_words_are_found_in_the_pdf(self):
        office = self.new_office()
        office.take_in(1)
        with office.open() as window:
            window.go("agreements")
            window.click("label", COOPERATION)
            self.wait_for_page(window, 1)
            window.click("button", "Find in the document")
            window.enter("Find in the document", "Pasal 7")
            window.find("label", "1 of 1")
            self.wait_for_page(window, 4)
            self.assert_controls_are_named(window, "a PDF with its search")
            window.picture("found")

    def test_a_related_agreement_is_a_link(self):
        office = self.new_office()
        office.take_in(1)
        with office.open() as window:
            window.go("agreements")
            window.click("label", "4/NK/PPTKPKK/V/2024")
            (child,) = window.find("list", "Related agreements").children
            self.assertIn("Under it · Cooperation agreement · ● In force", child.texts())

    def test_the_list_is_narrowed_and_ordered(self):
        office = self.new_office()
        office.take_in(1, 2, 3)
        with office.open() as window:
            window.go("agreements")
            window.find("label", "6 records")
            window.enter("Search", "pelatihan keterampilan")
            window.find("label", "3 of 6")

            window.click("label", "Ends")
            ends = ["11 May 2019", "31 Dec 2026", "13 Jul 2027"]
            window.wait(lambda root: self.column(window, root, 5) == ends, "the order")
            window.click("button", "Filter")
            window.choose("State", "In force")
            window.find("label", "1 of 6")
            window.press("Escape")
            window.click("button", "Remove the filter “State: In force”")
            window.find("label", "3 of 6")


unittest.main()
