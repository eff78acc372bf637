# SPDX-License-Identifier: GPL-3.0-or-later
"""An agreement and its page: the record on the left, its PDF on the right."""

import re
import unittest

import drive

COOPERATION = "9/PKS/PPTKPKK/X/2025"
SIGNED_ON = {"en": "11 October 2025", "id": "11 Oktober 2025"}


# A memorandum that an addendum prolongs, an agreement under it that outlives it all the same, and one
# that renews an older one after a pause. Today is 16 November 2026.
FAMILY = """<?xml version="1.0" encoding="UTF-8"?>
<exchange xmlns="urn:selaras:exchange:1">
<header><sender>one</sender><sender_name>BNN</sender_name><made_at>2026-01-01T00:00:00Z</made_at>
<sequence>1</sequence></header>
<agreement id="A-1"><kind>memorandum</kind><title>Nota Kesepahaman P4GN</title><stage>signed</stage>
<signed_on>2024-05-27</signed_on><starts_on>2024-05-27</starts_on><ends_on>2026-10-26</ends_on></agreement>
<agreement id="A-2"><kind>addendum</kind><title>Adendum masa berlaku</title><parent>A-1</parent>
<stage>signed</stage><signed_on>2026-05-01</signed_on><ends_on>2026-12-27</ends_on></agreement>
<agreement id="A-3"><kind>cooperation</kind><title>PKS Pelatihan las</title><parent>A-1</parent>
<stage>signed</stage><signed_on>2025-10-11</signed_on><starts_on>2025-10-11</starts_on>
<ends_on>2028-10-10</ends_on></agreement>
<agreement id="A-4"><kind>memorandum</kind><title>Kerja sama 2016</title><stage>signed</stage>
<signed_on>2016-02-01</signed_on><starts_on>2016-02-01</starts_on><ends_on>2019-01-31</ends_on></agreement>
<agreement id="A-5"><kind>memorandum</kind><title>Kerja sama 2019</title><renews>A-4</renews>
<stage>signed</stage><signed_on>2019-05-16</signed_on><starts_on>2019-05-16</starts_on>
<ends_on>2029-05-15</ends_on></agreement>
</exchange>
"""


class Agreements(drive.DriveTest):
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

            window.wait_for_page(1, 6)
            window.picture(f"agreement-{office.language}")
            window.click("button", _("Next page"))
            window.wait_for_page(2, 6)
            window.click("button", _("Previous page"))
            window.wait_for_page(1, 6)
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
            window.wait_for_page(1, 6)
            window.click("button", "Find in the document")
            window.enter("Find in the document", "Pasal 7")
            window.find("label", "1 of 1")
            window.wait_for_page(4, 6)
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

    @drive.in_both_languages
    def test_an_addendum_moves_the_end_and_what_does_not_fit_is_said(self, office):
        _ = office.gettext
        file = office.folder / "family.xml"
        file.write_text(FAMILY)
        self.assertEqual(office.run("import", file).returncode, 0)
        ends = _("%s by an addendum") % _("ends %s").replace("%s", "(.+)")
        with office.open() as window:
            window.go("agreements")
            window.click("label", "Nota Kesepahaman P4GN")
            window.find("label", re.compile(ends))
            changed = office.pgettext("relation", "Changed by")
            window.find("label", re.compile(f"^{changed} · "))
            window.picture(f"addendum-{office.language}")

            window.click("label", "PKS Pelatihan las")
            outlives = _("It outlives the agreement that it is made under, which ends on %s.")
            window.find("label", re.compile(re.escape(outlives).replace("%s", "27 .+ 2026")))
            window.find("label", _("Put it right, or record in the agreement why it is right all "
                                   "the same."))
            window.picture(f"outlives-{office.language}")

            window.click("label", "Kerja sama 2019")
            pause = office.ngettext(
                "%s day lies between the end of the agreement that it renews and its first day.",
                "%s days lie between the end of the agreement that it renews and its first day.",
                104,
            )
            window.find("label", pause % "104")

    @drive.in_both_languages
    def test_the_family_of_an_agreement_is_a_picture_that_opens_each(self, office):
        _ = office.gettext
        file = office.folder / "family.xml"
        file.write_text(FAMILY)
        self.assertEqual(office.run("import", file).returncode, 0)
        with office.open() as window:
            window.go("agreements")
            window.click("label", "PKS Pelatihan las")
            family = window.find("group", _("Agreements that hang together"))
            titles = [button.texts()[0] for button in family.all("button")]
            self.assertEqual(titles, ["Nota Kesepahaman P4GN", "PKS Pelatihan las",
                                      "Adendum masa berlaku"])
            window.picture(f"family-{office.language}")

            # The one above both opens, and the picture is the same.
            family.all("button")[0].act()
            window.find("label", re.compile(_("%s by an addendum").replace("%s", "(.+)")))
            family = window.find("group", _("Agreements that hang together"))
            self.assertEqual([button.texts()[0] for button in family.all("button")], titles)

            window.click("label", "Kerja sama 2019")
            window.wait(lambda root: [b.texts()[0] for b in root.all(
                "group", _("Agreements that hang together"))[0].all("button")] ==
                ["Kerja sama 2016", "Kerja sama 2019"], "the chain")
            window.picture(f"chain-{office.language}")

    @drive.in_both_languages
    def test_a_family_too_large_to_be_drawn_says_so(self, office):
        _ = office.gettext
        file = office.folder / "family.xml"
        child = """<agreement id="B-{0}"><kind>cooperation</kind><title>PKS {0}</title>
<parent>A-1</parent><stage>draft</stage></agreement>"""
        children = "".join(child.format(i) for i in range(230))
        file.write_text(FAMILY.replace("</exchange>", children + "</exchange>"))
        self.assertEqual(office.run("import", file).returncode, 0)
        with office.open() as window:
            window.go("agreements")
            window.click("label", "Nota Kesepahaman P4GN")
            sentence = _("%s agreements hang together. The nearest %s are drawn.")
            window.find("label", sentence % (233, 200))
            window.picture(f"large-family-{office.language}")

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

    def test_a_filter_is_kept_under_a_name(self):
        office = self.new_office()
        office.take_in(1, 2, 3)
        with office.open() as window:
            window.go("agreements")
            window.find("label", "6 records")
            window.click("button", "Filter")
            window.choose("Lacks", "An authority to sign")
            window.find("text box", "Name of the filter").set_text("Kewenangan menyusul")
            window.find("button", "Keep").act()
            window.find("button", "Kewenangan menyusul")
            window.picture("saved-filter")
            window.press("Escape")
            window.click("button", "Remove the filter “Lacks: An authority to sign”")
            window.find("label", "6 records")

            window.click("button", "Filter")
            window.find("button", "Kewenangan menyusul").act()
            window.find("button", "Remove the filter “Lacks: An authority to sign”")
            window.find("label", re.compile("^[0-9] of 6$"))

    def test_a_pdf_is_dropped_on_the_list(self):
        office = self.new_office()
        office.take_in(1)
        with office.open() as window:
            window.go("agreements")
            window.drop_file(drive.EXAMPLES / "pks-2025-binapenta-bnn.pdf", 700, 400)
            window.find("button", re.compile("^Read from page 1: “FASILITASI"))
            window.picture("dropped")
            window.click("button", "Cancel")
            window.click("button", "Discard")
            window.wait_gone("button", "Discard")

    @drive.in_both_languages
    def test_a_record_is_closed(self, office):
        _ = office.gettext
        office.take_in(1)
        with office.open() as window:
            window.go("agreements")
            for close in (lambda: window.click("button", _("Close the record")),
                          lambda: window.press("Escape")):
                window.click("label", COOPERATION)
                window.wait_for_page(1, 6)
                every_quarter = office.pgettext("choice", "Every three months")
                window.find("label", re.compile(f" · {every_quarter} · "))
                window.picture(f"record-to-close-{office.language}")
                close()
                window.wait_gone("image", re.compile("^" + _("Page %u of %u").split("%")[0]))
                window.wait_gone("list", _("Parties"))
                self.assertEqual(len(window.table()), 2)

    def test_columns_are_chosen(self):
        office = self.new_office()
        office.take_in(1)
        with office.open() as window:
            window.go("agreements")
            window.click("button", "More for this list")
            window.click("menu item", "Made under")
            window.wait(lambda root: len(window.table(root=root)[0]) == 8, "the column")
            window.picture("columns")


unittest.main()
