# SPDX-License-Identifier: GPL-3.0-or-later
"""A PDF beside its record, read as a person reads: by outline, search, links, keys and mouse."""

import hashlib
import re
import subprocess
import unittest

import drive

N_PAGES = 12

EXCHANGE = """<?xml version="1.0" encoding="UTF-8"?>
<exchange xmlns="urn:selaras:exchange:1">
<header><sender>one</sender><sender_name>BNN</sender_name><made_at>2026-01-01T00:00:00Z</made_at>
<sequence>1</sequence></header>
<agreement id="A-1"><kind>cooperation</kind><title>PKS Pelatihan las</title><stage>signed</stage>
<signed_on>2025-10-11</signed_on><starts_on>2025-10-11</starts_on><ends_on>2028-10-10</ends_on>
</agreement>
<document id="D-1"><agreement>A-1</agreement><kind>signed</kind><title>Naskah</title>
<edition>1</edition><file>pks.pdf</file><sha256>{}</sha256><pages>{}</pages></document>
</exchange>
"""


class Pages(drive.DriveTest):
    def take_in(self, office, kind, n_pages):
        """An agreement with a PDF of that kind."""
        pdf = office.folder / "pks.pdf"
        program = drive.BUILD / "tests" / "confined" / "make-pdf"
        subprocess.run([program, kind, str(n_pages), pdf], check=True)
        file = office.folder / "exchange.xml"
        file.write_text(EXCHANGE.format(hashlib.sha256(pdf.read_bytes()).hexdigest(), n_pages))
        done = office.run("import", file)
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)

    def open_page(self, window, n_pages=N_PAGES):
        window.go("agreements")
        window.click("label", "PKS Pelatihan las")
        return window.wait_for_page(1, n_pages)

    @drive.in_both_languages
    def test_a_document_is_read(self, office):
        _ = office.gettext
        self.take_in(office, "rich", N_PAGES)
        with office.open() as window:
            view = self.open_page(window)
            window.picture(f"pages-{office.language}")

            window.point(view)
            window.press("F11")
            window.wait_gone("list", _("Sections"))
            window.press("F9")
            window.find("list", _("Pages"))
            window.picture(f"pages-full-{office.language}")
            window.click("tab", _("Outline"))
            window.find("list", _("Outline"))
            window.picture(f"pages-outline-{office.language}")

            window.press("ctrl+f")
            window.enter(_("Find in the document"), "peserta 4 kepada")
            window.find("list", _("Places found"))
            window.wait_for_page(4, N_PAGES)
            window.picture(f"pages-found-{office.language}")
            window.press("Escape")
            window.wait_gone("list", _("Places found"))

            window.press("ctrl+i", "ctrl+1", "ctrl+Right")
            window.picture(f"pages-turned-{office.language}")
            window.press("ctrl+i", "ctrl+1", "ctrl+Left", "Escape")
            window.find("list", _("Sections"))

    def test_text_is_copied_and_pasted(self):
        office = self.new_office()
        self.take_in(office, "rich", N_PAGES)
        with office.open() as window:
            window.point(self.open_page(window))
            window.press("ctrl+a", "ctrl+c", "ctrl+f", "ctrl+v")
            entry = window.find("search box", "Find in the document")
            pasted = re.compile(r"Pasal 1\s+\(1\) PIHAK KESATU menyerahkan daftar peserta 1 .+")
            window.wait(lambda root: pasted.match(entry.text()), "the text of the page")

    def test_a_link_is_asked_about(self):
        office = self.new_office()
        self.take_in(office, "rich", N_PAGES)
        with office.open() as window:
            window.point(self.open_page(window))
            window.press("Tab")
            window.find("image", "Go to page 12")
            window.press("Tab")
            window.find("image", "https://jdih.example.go.id/pks")
            window.press("Return")
            window.find("button", "Open the address")
            window.picture("link")
            window.press("Escape")
            window.wait_gone("button", "Open the address")
            window.press("shift+Tab")
            window.find("image", "Go to page 12")
            window.press("Return")
            window.wait_for_page(12, N_PAGES)

    @drive.in_both_languages
    def test_a_signature_is_told(self, office):
        _ = office.gettext
        self.take_in(office, "signed", 1)
        with office.open() as window:
            self.open_page(window, 1)
            window.click("button", _("Signed by %s; intact, but the issuer is unknown") % "Siti Rahayu")
            window.find("label", _("What was signed is intact."))
            window.find("label", _("The signature covers the whole file."))
            window.find("label", _("The issuer of the certificate is unknown."))
            self.assert_controls_are_named(window, "a PDF that was signed")
            window.picture(f"signed-{office.language}")
            window.press("Escape")

    @drive.in_both_languages
    def test_it_is_seen_before_it_is_printed(self, office):
        _ = office.gettext
        self.take_in(office, "rich", N_PAGES)
        with office.open() as window:
            window.point(self.open_page(window))
            window.press("ctrl+p")
            window.click("button", re.compile("Preview|Pratinjau"))
            sheet = _("Sheet %u of %u").replace("%u", "%d")
            window.find("label", sheet % (1, N_PAGES))
            window.click("button", _("Next sheet"))
            window.find("label", sheet % (2, N_PAGES))
            self.assert_controls_are_named(window, "a print preview")
            window.picture(f"preview-{office.language}")
            window.press("Escape")
            window.wait_gone("button", _("Next sheet"))


if __name__ == "__main__":
    unittest.main()
