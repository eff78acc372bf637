# SPDX-License-Identifier: GPL-3.0-or-later
"""The text of an agreement's page: its articles, and what there is to ask."""

import contextlib
import os
import pathlib
import re
import sqlite3
import unittest

import drive

PAPERS = pathlib.Path(os.environ["SELARAS_BUILD"]) / "tests" / "papers"
FIRST = "Badan Narkotika Nasional Kota Balikpapan"
SECOND = "Dinas Sosial Kota Balikpapan"
PARTNER = "Deputi Rehabilitasi BNN"
COOPERATION = "9/PKS/PPTKPKK/X/2025"

# Of the same sender as the first example, and its agreement.
UNANCHORED = """<?xml version="1.0" encoding="UTF-8"?>
<exchange xmlns="urn:selaras:exchange:1">
<header><sender>bnn-rehabilitasi</sender><sender_name>BNN</sender_name>
<made_at>2026-09-01T00:00:00Z</made_at><sequence>99</sequence></header>
<scope_item id="A-2025-z"><agreement>A-2025</agreement><position>9</position>
<topic>training</topic><text>Magang</text></scope_item>
</exchange>
"""


class Articles(drive.DriveTest):
    def open_articles(self, window, n_pages):
        """By their key, which is that of the page."""
        window.point(window.wait_for_page(1, n_pages))
        window.press("F7")

    def count_unseen(self, window):
        """How many values of the form are still to be looked at."""
        return int(window.find("label", re.compile("^[0-9]+ values were read")).name.split()[0])

    @drive.in_both_languages
    def test_articles_are_listed_and_go_to_their_place(self, office):
        _ = office.gettext
        office.take_in(1)
        with office.open() as window:
            window.go("agreements")
            window.click("label", COOPERATION)
            self.open_articles(window, 6)
            second = f"{_('Article %s') % 2}: RUANG LINGKUP"
            window.click("list item", second)
            window.wait_for_page(3, 6)
            window.picture(f"articles-{office.language}")
            self.assert_controls_are_named(window, "a PDF with its articles")

    def test_a_scope_item_goes_to_its_article(self):
        office = self.new_office()
        office.take_in(1)
        with office.open() as window:
            window.go("agreements")
            window.click("label", COOPERATION)
            window.wait_for_page(1, 6)
            window.click("button", "Show article 2 on the page")
            window.wait_for_page(3, 6)
            window.picture("scope-item-at-its-article")

    @drive.in_both_languages
    def test_a_scope_item_is_anchored_to_the_article_that_is_read(self, office):
        _ = office.gettext
        office.take_in(1)
        item = office.folder / "item.xml"
        item.write_text(UNANCHORED)
        self.assertEqual(office.run("import", item).returncode, 0)
        with office.open() as window:
            window.go("agreements")
            window.click("label", COOPERATION)
            self.open_articles(window, 6)
            third = window.find("list item", re.compile(f"^{_('Article %s') % 3}: "))
            window.point(third)
            verb = _("Anchor to the article that is read on the page")
            window.click("button", f"{verb}: Magang")
            window.find("label", _("Anchored"))
            window.find("label", re.compile(_("Article %s") % 3 + "$"))
            window.wait_gone("button", f"{verb}: Magang")
            window.picture(f"anchored-{office.language}")

    def test_what_is_worth_a_look_is_said_with_its_place(self):
        office = self.new_office()
        office.take_in(2)
        with office.open() as window:
            window.go("agreements")
            window.click("label", "PKS/03/V/2016/BNNK-BJB")
            self.open_articles(window, 3)
            window.find("list item", "No umbrella agreement is cited.: Page 1")
            window.picture("worth-a-look")

    @drive.in_both_languages
    def test_a_new_agreement_is_filled_in_from_its_pdf(self, office):
        _ = office.gettext
        office.take_in(1)
        pdf = PAPERS / "07-lampiran-dua-kolom.pdf"
        title = "Layanan Terpadu bagi Keluarga Pecandu Narkotika"
        with office.open() as window:
            window.go("agreements")
            window.click("button", _("New from a PDF…"))
            window.choose_file(_("New agreement from a PDF"), pdf)
            read = _("Read from page %u: “%s”").replace("%u", "%d")
            signed = ("Senin, tanggal tiga belas, bulan November, tahun dua ribu dua puluh tiga "
                      "(13-11-2023)")
            window.click("button", read % (1, signed))
            window.wait_for_page(1, 3)
            window.picture(f"from-pdf-{office.language}")
            self.assert_controls_are_named(window, "an agreement that is filled in from its PDF")
            window.click("button", office.verb("_Save"))
            window.find("label", re.compile(f"^{FIRST}: "))
            window.picture(f"from-pdf-undecided-{office.language}")
            window.press("space")  # Save has led to it
            window.find("label", re.compile(f"^{_('left out')} · PIHAK KESATU"))
            window.click("button", office.verb("_Save"))
            window.find("label", re.compile(f"^{SECOND}: "))
            window.press("space")
            window.find("label", re.compile(_("left out with its party")))
            window.picture(f"from-pdf-left-out-{office.language}")
            window.click("button", office.verb("_Save"))
            window.find("label", title)
            window.find("label", re.compile("asesmen keluarga"))
            window.picture(f"from-pdf-added-{office.language}")

    def open_draft(self, window, name):
        window.go("agreements")
        window.click("button", "New from a PDF…")
        window.choose_file("New agreement from a PDF", PAPERS / name)
        window.find("button", "Look at the next")

    def test_what_was_read_is_corrected_before_it_is_added(self):
        office = self.new_office()
        office.take_in(1)
        with office.open() as window:
            self.open_draft(window, "07-lampiran-dua-kolom.pdf")

            window.click("button", f"Add it as a new partner: {FIRST}")
            kinds = lambda root: root.all("combo box", "Kind")[1:]  # behind it is that of the agreement
            window.point(window.wait(kinds, "the kind of the partner")[0])
            window.press("Home", "Down", "Down", "Return")
            window.find("label", "National agency")
            window.picture("from-pdf-new-partner")
            window.click("button", "Done")
            window.find("label", re.compile("^PIHAK KESATU · new partner · No. PKS/19/"))

            window.click("button", f"Correct: {SECOND}")
            window.click("button", "Choose: Partner")
            window.find("list", "Partners")
            window.type("Deputi")
            window.wait(lambda root: root.all("list", "Partners")[0].texts()[:1] == [PARTNER],
                        "what is called so")
            window.press("Return")
            window.find("label", re.compile(f"^{PARTNER}$"))
            window.picture("from-pdf-correct-party")
            window.click("button", "Done")
            window.wait_gone("button", "Done")

            window.click("button", "Correct: menyampaikan daftar keluarga setiap bulan")
            window.find("button", re.compile("^Read from page 2: “setiap bulan”"))
            window.find("label", f"PIHAK KESATU · {FIRST}")
            window.enter("Due on", "2026-12-10")
            window.picture("from-pdf-correct-obligation")
            window.click("button", "Done")
            window.find("label", re.compile("· Every month · 10"))
            window.picture("from-pdf-corrected")

            # What a person has said stays when the agreement turns out to begin on another day.
            window.find("text box", "Starts on").set_text("2024-01-01")
            window.wait(lambda root: root.all("text box", "Starts on")[0].text() == "2024-01-01",
                        "another first day")
            window.find("label", re.compile("· Every month · 10 December 2026"))
            n = self.count_unseen(window)
            window.click("button", "Save")
            window.find("label", f"Added; {n} values from the page were not looked at")

        with contextlib.closing(sqlite3.connect(office.database)) as register:
            parties = register.execute(
                "SELECT r.stage, n.name, n.kind FROM agreement r JOIN party p ON p.agreement = r.id"
                " JOIN partner n ON n.id = p.partner WHERE r.title LIKE 'Layanan Terpadu%'"
                " ORDER BY p.position"
            ).fetchall()
            owed = register.execute(
                "SELECT n.name, o.recurrence, o.due_on FROM obligation o"
                " JOIN party p ON p.id = o.party JOIN partner n ON n.id = p.partner"
                " WHERE o.text LIKE 'menyampaikan daftar keluarga%'"
            ).fetchall()
            acts = register.execute("SELECT MAX(id) FROM act").fetchone()
        self.assertEqual(parties[0], ("signed", FIRST, "agency"))
        self.assertEqual(parties[1][1], "Deputi Bidang Rehabilitasi Badan Narkotika Nasional")
        self.assertEqual(owed, [(FIRST, "monthly", "2026-12-10")])
        self.assertEqual(acts, (2,))

    def test_each_value_that_was_read_is_looked_at_in_turn(self):
        office = self.new_office()
        office.take_in(1)
        with office.open() as window:
            self.open_draft(window, "17-judul-di-atas-pasal.pdf")
            n = self.count_unseen(window)
            window.press("F8")
            window.find("label", re.compile(f"^{n - 1} values were read"))
            window.click("button", "Look at the next")
            window.find("label", re.compile(f"^{n - 2} values were read"))
            window.find("button", re.compile("(?s)^Read from page 2: “.*tidak\\s+ditentukan"))
            for _ in range(n - 2):
                window.press("F8")
            window.find("label", "Every value that was read from the page was looked at.")
            window.picture("from-pdf-looked-at")
            window.click("button", "Cancel")
            window.click("button", "Discard")
            window.wait_gone("button", "Discard")

    def test_a_last_day_stays_where_the_page_says_it_and_follows_the_term_elsewhere(self):
        office = self.new_office()
        office.take_in(1)
        last = lambda root: [row.text() for row in root.all("text box", "Ends on")]
        with office.open() as window:
            self.open_draft(window, "03-tiga-pihak-formulir.pdf")
            window.find("text box", "Starts on").set_text("01-04-2024")
            window.find("label", "Ends on: The last day does not fit the first day and the term.")
            self.assertEqual(last(window.look()), ["31/08/2025"])
            window.picture("from-pdf-last-day-stays")
            window.click("button", "Cancel")
            window.click("button", "Discard")
            window.wait_gone("text box", "Ends on")

            self.open_draft(window, "31-berkala-dan-perpanjangan.pdf")
            window.find("text box", "Starts on").set_text("01-12-2025")
            window.wait(lambda root: last(root) == ["30/11/2028"], "the last day to follow")
            window.click("button", "Cancel")
            window.click("button", "Discard")
            window.wait_gone("text box", "Ends on")

    def test_a_scan_without_text_opens_an_empty_form(self):
        office = self.new_office()
        office.take_in(1)
        with office.open() as window:
            window.go("agreements")
            window.click("button", "New from a PDF…")
            window.choose_file("New agreement from a PDF", PAPERS / "10-pindai-tanpa-teks.pdf")
            window.find("label", re.compile("^The pages have no text that can be read"))
            window.picture("from-pdf-scan")
            window.click("button", "Cancel")
            window.wait_gone("button", "Cancel")

    def test_parties_that_are_known_come_with_it(self):
        office = self.new_office()
        office.take_in(1)
        with office.open() as window:
            window.go("agreements")
            window.click("button", "New from a PDF…")
            window.choose_file("New agreement from a PDF",
                               drive.EXAMPLES / "pks-2025-binapenta-bnn.pdf")
            window.find("button", re.compile("^Read from page 1: “FASILITASI"))
            window.find("label", "There may be one already:")
            window.find("label", re.compile("^This very file is a document of “Fasilitasi"))
            n = self.count_unseen(window)
            window.enter("Title", "Fasilitasi Penempatan")
            window.find("label", re.compile(f"^{n - 1} values were read"))  # it was corrected
            window.find("label", re.compile("^This very file is a document of “Fasilitasi"))
            window.picture("from-pdf-known")
            # It was signed on 11 October 2025; what comes back is owed first by the end of as much time.
            window.find("label", re.compile("· Every three months · 10 January 2026"))
            window.find("label", re.compile("· Every six months · 10 April 2026"))
            # Where only the words were corrected, the day still follows.
            window.click("button", re.compile("^Correct: .*triwulan"))
            window.enter("Text", "Mengusulkan calon peserta setiap triwulan")
            window.click("button", "Done")
            window.find("label", "Mengusulkan calon peserta setiap triwulan")
            window.find("text box", "Starts on").set_text("11-11-2025")
            window.find("label", re.compile("· Every three months · 10 February 2026"))
            window.find("label", re.compile("· Every six months · 10 May 2026"))
            window.picture("from-pdf-first-day")
            window.click("button", "Save")
            window.find("label", f"Added; {n - 3} values from the page were not looked at")
            parties = window.find("list", "Parties")
            said = " ".join(" ".join(row.texts()) for row in parties.children)
            self.assertIn("No. 9/PKS/PPTKPKK/X/2025 · Rahmat Wiryadinata", said)
            self.assertIn("No. PKS/47/X/2025/REHABILITASI · Laksmi Prameswari", said)
            window.picture("from-pdf-known-added")


if __name__ == "__main__":
    unittest.main()
