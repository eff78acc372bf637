# SPDX-License-Identifier: GPL-3.0-or-later
"""The documents of an agreement on its way to signature: compared, and known to be what was kept."""

import contextlib
import hashlib
import re
import sqlite3
import subprocess
import unittest

import drive

TEXT = "pks-2025-binapenta-bnn.txt"

DOCUMENT = """<document id="D-{0}"><agreement>A-1</agreement><kind>{1}</kind><title>{2}</title>
<edition>{0}</edition><file>{3}</file><sha256>{4}</sha256></document>
"""

EXCHANGE = """<?xml version="1.0" encoding="UTF-8"?>
<exchange xmlns="urn:selaras:exchange:1">
<header><sender>one</sender><sender_name>BNN</sender_name><made_at>2026-01-01T00:00:00Z</made_at>
<sequence>1</sequence></header>
<agreement id="A-1"><kind>cooperation</kind><title>PKS Fasilitasi</title><stage>signed</stage>
<signed_on>2025-10-11</signed_on><starts_on>2025-10-11</starts_on><ends_on>2028-10-10</ends_on>
</agreement>
{}</exchange>
"""


def draft_of(text):
    """A text on the way to the signed one: for five years, and without the article on addenda."""
    text = text.replace("selama 3 (tiga) tahun sejak", "selama 5 (lima) tahun sejak")
    before, _, rest = text.partition("# Pasal 14 | ADENDUM")
    return before + "# Pasal 14 |" + rest.partition("# Pasal 15 |")[2]


class Versions(drive.DriveTest):
    def draw(self, office, name, text):
        (office.folder / "text.txt").write_text(text)
        program = drive.EXAMPLES / "draw-agreement"
        subprocess.run([program, office.folder / "text.txt", office.folder / name], check=True)

    def take_in(self, office, *kinds):
        """An agreement with such documents."""
        documents = []
        for edition, (kind, file) in enumerate(kinds, 1):
            sha256 = hashlib.sha256((office.folder / file).read_bytes()).hexdigest()
            documents.append(DOCUMENT.format(edition, kind, file.partition(".")[0], file, sha256))
        file = office.folder / "exchange.xml"
        file.write_text(EXCHANGE.format("".join(documents)))
        done = office.run("import", file)
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)

    def take_in_two(self, office):
        sources = drive.BUILD.parent / "data" / "examples" / "agreements"
        text = (sources / TEXT).read_text()
        self.draw(office, "konsep.pdf", draft_of(text))
        self.draw(office, "naskah.pdf", text)
        self.take_in(office, ("draft", "konsep.pdf"), ("signed", "naskah.pdf"))

    def compare(self, window, title):
        _ = window.office.gettext
        window.go("agreements")
        window.click("label", "PKS Fasilitasi")
        window.click("button", _("Compare “%s” with another document") % title)
        window.find("list", _("Differences"))

    @drive.in_both_languages
    def test_a_draft_and_the_signed_text_are_compared(self, office):
        _, p = office.gettext, office.pgettext
        self.take_in_two(office)
        with office.open() as window:
            self.compare(window, "naskah")
            changed, added = p("difference", "Changed"), p("difference", "Added")
            row = window.find("list item", f"{changed}: 5 (lima) → 3 (tiga)")
            window.find("list item", re.compile(f"^{added}: Pasal 14 ADENDUM"))
            window.find("list item", re.compile(f"^{p('difference', 'Renumbered')}: Pasal 14"))
            window.find("label", _("Article %s, before %s") % (15, 14) + " · PENUTUP")
            window.picture(f"versions-{office.language}")
            window.point(row)
            window.picture(f"versions-term-{office.language}")
            window.point(window.find("list item", re.compile(f"^{added}: Pasal 14")))
            window.picture(f"versions-added-{office.language}")
            self.assert_controls_are_named(window, "two documents compared")

            signed = f"{p('choice', 'Signed text')}{_(' · version %s') % 2} · naskah"
            window.choose(_("Older document"), signed)
            window.find("label", _("Both documents say the same."))
            window.press("Escape")
            window.wait_gone("list", _("Differences"))
            window.point(window.find("list item", _("Signed on")))
            # Its texts have a picture, though it is tied to no other agreement.
            family = window.find("group", _("Agreements that hang together"))
            self.assertEqual(len(family.all("button")), 4)
            window.press(*["Tab"] * 30)
            window.picture(f"versions-listed-{office.language}")

    @drive.in_both_languages
    def test_versions_stand_in_the_picture_of_the_family(self, office):
        _ = office.gettext
        draft = office.pgettext("choice", "Draft") + _(" · version %s")
        signed = office.pgettext("choice", "Signed text") + _(" · version %s")
        sources = drive.BUILD.parent / "data" / "examples" / "agreements"
        text = (sources / TEXT).read_text()
        self.draw(office, "konsep.pdf", text.partition("# Pasal 3 |")[0])
        self.draw(office, "naskah.pdf", text)
        self.take_in(office, ("draft", "konsep.pdf"), ("signed", "naskah.pdf"))
        child = office.folder / "child.xml"
        child.write_text(
            EXCHANGE.format(
                '<agreement id="A-2"><kind>work_plan</kind><title>Rencana kerja</title>'
                "<parent>A-1</parent><stage>draft</stage></agreement>"
            ).replace("<sequence>1<", "<sequence>2<").replace("cooperation", "memorandum")
        )
        self.assertEqual(office.run("import", child).returncode, 0)
        with office.open() as window:
            window.go("agreements")
            window.click("label", "PKS Fasilitasi")
            family = window.find("group", _("Agreements that hang together"))
            self.assertEqual(
                [button.texts()[0] for button in family.all("button")],
                [
                    "PKS Fasilitasi",
                    draft % 1,
                    f"✓ {signed % 2}",
                    _("Compare versions"),
                    "Rencana kerja",
                ],
            )
            window.wait_for_page(1, 6)
            window.picture(f"family-versions-{office.language}")

            family.all("button", f"{draft % 1}, konsep")[0].act()
            window.wait_for_page(1, "[1-5]")
            window.picture(f"family-draft-{office.language}")
            family.all("button", _("Compare versions"))[0].act()
            window.find("list", _("Differences"))
            window.press("Escape")

            # What is made under it has no text yet.
            window.click("label", "Rencana kerja")
            window.wait_gone("button", _("Compare versions"))

    def test_a_scan_is_said_to_have_no_text(self):
        office = self.new_office()
        head = "title: PKS\nauthor: BNN\ndate: 2025-10-11\n"
        body = "\n# Pasal 1 | TUJUAN\n\nSatu dua.\n"
        self.draw(office, "konsep.pdf", head + body)
        self.draw(office, "pindaian.pdf", head + "scan: yes\n" + body)
        self.take_in(office, ("draft", "konsep.pdf"), ("signed", "pindaian.pdf"))
        with office.open() as window:
            window.go("agreements")
            window.click("label", "PKS Fasilitasi")
            window.click("button", "Compare “konsep” with another document")
            window.find("label", re.compile("^One of the documents has no text"))
            window.picture("versions-scan")
            window.press("Escape")
            window.wait_gone("label", re.compile("^One of the documents has no text"))

    @drive.in_both_languages
    def test_what_was_damaged_is_not_shown_as_signed(self, office):
        _ = office.gettext
        self.take_in_two(office)
        with contextlib.closing(sqlite3.connect(office.database)) as connection:
            connection.execute(
                "UPDATE content SET bytes = CAST (replace (bytes, '%%EOF', '%%EoF') || x'0a' AS BLOB)"
                " WHERE sha256 = (SELECT sha256 FROM document WHERE kind = 'signed')"
            )
            connection.commit()
        with office.open() as window:
            window.go("agreements")
            window.click("label", "PKS Fasilitasi")
            window.find("label", _("This is not the document that was kept"))
            window.picture(f"versions-damaged-{office.language}")
            self.assertEqual(window.look().all("image", re.compile(_("Page %u of %u")[:4])), [])
            window.click("button", _("Compare “%s” with another document") % "naskah")
            window.find(
                "label", _("One of the documents cannot be shown, so that nothing is compared.")
            )
            window.picture(f"versions-damaged-compared-{office.language}")

            # The same file again puts it right.
            window.press("Escape")
            window.wait_gone(
                "label", _("One of the documents cannot be shown, so that nothing is compared.")
            )
            window.click("button", _("Add a PDF"))
            window.choose_file(_("Add a PDF"), office.folder / "naskah.pdf")
            window.find("label", _("The PDF was kept with its document"))
            window.wait_for_page("[0-9]+", "[0-9]+")
            compare = re.compile(_("Compare “%s” with another document") % ".*")
            self.assertEqual(len(window.look().all("button", compare)), 2)
            window.picture(f"versions-mended-{office.language}")

            # Once more is once too often.
            window.click("button", _("Add a PDF"))
            window.choose_file(_("Add a PDF"), office.folder / "naskah.pdf")
            twice = _(
                "This very file is a document of the agreement already, as “%s”. Nothing was added; "
                "the title and the kind of that document can be changed."
            )
            window.find("label", twice % "naskah")
            window.picture(f"versions-twice-{office.language}")
            window.press("Escape")
            window.wait_gone("label", twice % "naskah")


if __name__ == "__main__":
    unittest.main()
