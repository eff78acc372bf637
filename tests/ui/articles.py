# SPDX-License-Identifier: GPL-3.0-or-later
"""The text of an agreement's page: its articles, and what there is to ask."""

import re
import unittest

import drive

COOPERATION = "9/PKS/PPTKPKK/X/2025"


class Articles(drive.DriveTest):
    def wait_for_page(self, window, page):
        words = window.office.gettext("Page %u of %u").replace("%u", "%s") % (page, "[0-9]+")
        return window.find("image", re.compile(words))

    def open_articles(self, window):
        window.point(self.wait_for_page(window, 1))
        window.press("F9")
        window.click("tab", window.office.gettext("Articles"))

    @drive.in_both_languages
    def test_articles_are_listed_and_go_to_their_place(self, office):
        _ = office.gettext
        office.take_in(1)
        with office.open() as window:
            window.go("agreements")
            window.click("label", COOPERATION)
            self.open_articles(window)
            window.click("list item", re.compile(f"^{_('Article %s') % 7}: "))
            self.wait_for_page(window, 4)
            window.picture(f"articles-{office.language}")
            self.assert_controls_are_named(window, "a PDF with its articles")

    def test_a_scope_item_goes_to_its_article(self):
        office = self.new_office()
        office.take_in(1)
        with office.open() as window:
            window.go("agreements")
            window.click("label", COOPERATION)
            self.wait_for_page(window, 1)
            window.click("button", "Show article 2 on the page")
            self.wait_for_page(window, 3)
            window.picture("scope-item-at-its-article")

    def test_what_is_worth_a_look_is_said_with_its_place(self):
        office = self.new_office()
        office.take_in(2)
        with office.open() as window:
            window.go("agreements")
            window.click("label", "PKS/03/V/2016/BNNK-BJB")
            self.open_articles(window)
            window.find("list item", "No umbrella agreement is cited.: Page 1")
            window.picture("worth-a-look")


if __name__ == "__main__":
    unittest.main()
