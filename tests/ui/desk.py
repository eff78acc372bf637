# SPDX-License-Identifier: GPL-3.0-or-later
"""The legal desk: who signs by what, what was promised and what became of it, and what the signature
covers."""

import fcntl
import json
import os
import re
import struct
import subprocess
import termios
import unittest

import drive
import notifications

# Today is 16 November 2026. The notice of the first falls due on 30 November.
DESK = """<?xml version="1.0" encoding="UTF-8"?>
<exchange xmlns="urn:selaras:exchange:1">
<header><sender>one</sender><sender_name>BNN</sender_name><made_at>2026-01-01T00:00:00Z</made_at>
<sequence>1</sequence></header>
<partner id="P-1"><name>Badan Narkotika Nasional</name><short_name>BNN</short_name>
<kind>agency</kind></partner>
<partner id="P-2"><name>Dinas Tenaga Kerja Kabupaten Barito Timur</name>
<short_name>Disnaker Bartim</short_name><kind>regency_office</kind></partner>
<agreement id="A-1"><kind>memorandum</kind><title>Pelatihan kerja klien</title><stage>signed</stage>
<signed_on>2024-03-01</signed_on><starts_on>2024-03-01</starts_on><ends_on>2027-02-28</ends_on>
<occasion>Hari Anti Narkotika</occasion><notice_months>3</notice_months></agreement>
<agreement id="A-2"><kind>cooperation</kind><title>Naskah penempatan</title><parent>A-1</parent>
<stage>under_review</stage></agreement>
<review id="R-1"><agreement>A-2</agreement><reviewer>Biro Hukum</reviewer>
<sent_on>2026-11-02</sent_on><due_on>2026-11-20</due_on></review>
<party id="T-1"><agreement>A-1</agreement><position>1</position><partner>P-1</partner>
<number>NK/1/III/2024</number><signatory>Rahmat Hidayat</signatory><office>Deputi Rehabilitasi</office>
<unit>Deputi Bidang Rehabilitasi</unit><authority>office</authority></party>
<party id="T-2"><agreement>A-1</agreement><position>2</position><partner>P-2</partner>
<signatory>Siti Aminah</signatory><authority>attorney</authority>
<authority_number>100/SK/II/2024</authority_number><authority_date>2024-02-12</authority_date></party>
<scope_item id="S-1"><agreement>A-1</agreement><position>1</position><topic>training</topic>
<text>Pelatihan keterampilan bagi klien.</text><article>3</article></scope_item>
<scope_item id="S-2"><agreement>A-1</agreement><position>2</position><topic>training</topic>
<text>Sertifikasi keterampilan.</text></scope_item>
<obligation id="O-1"><agreement>A-1</agreement><party>T-2</party><text>Laporan tahunan</text>
<article>5</article><due_on>2026-12-01</due_on><responsible>Bagian Hukum</responsible></obligation>
<course id="C-1"><name>Las</name><vocation>Las</vocation></course>
<cohort id="K-1"><name>Angkatan I</name><course>C-1</course><agreement>A-1</agreement>
<capacity>16</capacity><starts_on>2025-03-01</starts_on><ends_on>2025-04-30</ends_on></cohort>
</exchange>
"""


class Desk(drive.DriveTest):
    def fill_desk(self, office):
        file = office.folder / "desk.xml"
        file.write_text(DESK)
        self.assertEqual(office.run("import", file).returncode, 0)

    def open_desk(self, office):
        self.fill_desk(office)
        return office.open()

    @drive.in_both_languages
    def test_parties_and_promises_tell_what_there_is_to_know(self, office):
        _ = office.gettext
        with self.open_desk(office) as window:
            window.go("agreements")
            window.click("label", "Pelatihan kerja klien")
            window.find("label", re.compile(_("last day for notice %s").replace("%s", ".+")))
            parties = window.find("list", _("Parties")).texts()
            self.assertIn("PIHAK KESATU · Badan Narkotika Nasional", parties)
            attorney = office.pgettext("choice", "Power of attorney")
            self.assertTrue(any(f"{attorney} 100/SK/II/2024" in text for text in parties), parties)
            scope = window.find("list", _("Scope")).texts()
            held = office.ngettext("%s cohort held", "%s cohorts held", 1) % "1"
            # The cohort is counted for both items, and for neither alone.
            together = _("%s (together with the other items of this topic)") % held
            self.assertEqual(sum(text.endswith(together) for text in scope), 2, scope)
            # There is no page to anchor them to.
            anchor = re.compile(_("Anchor to the article that is read on the page"))
            self.assertEqual(window.look().all("button", anchor), [])
            self.assertEqual(window.look().all("button", _("Show article %s on the page") % 3), [])
            window.picture(f"desk-{office.language}")

            window.click("label", "Naskah penempatan")
            window.find("label", "Biro Hukum")
            window.picture(f"review-{office.language}")

    @drive.in_both_languages
    def test_what_was_done_is_written_down_beside_the_promise(self, office):
        _ = office.gettext
        with self.open_desk(office) as window:
            window.go("agreements")
            window.click("label", "Pelatihan kerja klien")
            window.click("button", f"{_('Write down what was done')}: Laporan tahunan")
            window.enter(_("What was done"), "Laporan 2026 dikirim.")
            window.picture(f"realise-{office.language}")
            window.click("button", office.verb("_Save"))
            done = office.pgettext("obligation state", "Done")
            window.find("label", re.compile(f"^{done} · "))
            window.picture(f"realised-{office.language}")

    @drive.in_both_languages
    def test_what_the_signature_covers_is_corrected_with_a_reason(self, office):
        _ = office.gettext
        name = f"{_('Edit')}: PIHAK KEDUA · Dinas Tenaga Kerja Kabupaten Barito Timur"
        with self.open_desk(office) as window:
            window.go("agreements")
            window.click("label", "Pelatihan kerja klien")

            # A number that was missing needs none.
            window.click("button", name)
            window.enter(_("Document number"), "NK/2/III/2024")
            window.click("button", office.verb("_Save"))
            window.wait_gone("button", office.verb("_Save"))

            window.click("button", name)
            window.enter(_("Signatory"), "Siti Aminah, S.H.")
            window.click("button", office.verb("_Save"))
            window.find("label", _("Why is it corrected?"))
            window.picture(f"correction-{office.language}")
            window.enter(_("Reason"), "Gelar tertinggal")
            window.click("button", office.verb("_Correct"))
            window.wait_gone("button", office.verb("_Save"))
            history = window.find("list", _("History")).texts()
            correction = _("Correction: %s") % "Gelar tertinggal"
            whose = office.pgettext("history", "%s: %s") % (_("Party"), "Disnaker Bartim")
            self.assertTrue(any(f"({whose})" in text for text in history), history)
            self.assertTrue(any(correction in text for text in history), history)
            window.picture(f"corrected-{office.language}")

    @drive.in_both_languages
    def test_a_renewal_is_drafted_from_what_was_promised_and_done(self, office):
        _ = office.gettext
        with self.open_desk(office) as window:
            window.go("agreements")
            window.click("label", "Pelatihan kerja klien")
            window.click("button", _("More about this agreement"))
            window.click("menu item", office.verb("_Renew…"))
            window.find("label", _("Scope, and what became of it"))
            held = office.ngettext("%s cohort held", "%s cohorts held", 1) % "1"
            window.find("label", _("%s (together with the other items of this topic)") % held)
            window.enter(_("Title"), "Pelatihan kerja klien 2027")
            window.enter(_("Ends on"), "2027-01-31")
            window.click("button", office.verb("_Draft the renewal"))
            window.find("label", _("The last day lies before the first."))
            window.picture(f"renewal-{office.language}")
            window.enter(_("Ends on"), "2029-02-28")
            window.enter(_("Starts on"), "2027-03-11")
            days = office.ngettext(
                "%s day lies between the end of the agreement that it renews and its first day.",
                "%s days lie between the end of the agreement that it renews and its first day.",
                10,
            )
            window.find("label", days % 10)
            window.picture(f"renewal-gap-{office.language}")
            window.enter(_("Starts on"), "2027-03-01")
            window.wait_gone("label", days % 10)
            window.click("button", office.verb("_Draft the renewal"))
            window.find("label", re.compile(office.pgettext("choice", "Draft") + " · .*2029"))
            window.find("label", "Pelatihan kerja klien 2027")
            self.assertEqual(len(window.table()), 3)
            window.picture(f"renewed-{office.language}")

    def wait_for_last_row(self, window, title):
        """Of the list, in sight."""
        window.wait(lambda root: [row[1] for row in window.table(root=root)[-1:]] == [title],
                    f"the row of {title!r} as the last")

    def test_what_was_drafted_comes_into_sight(self):
        office = self.new_office()
        office.take_in(1, 2, 3, 4, 5)
        with office.open() as window:
            window.go("agreements")
            window.click("label", re.compile("^Fasilitasi Penempatan"))
            window.click("button", "More about this agreement")
            window.click("menu item", "Renew…")
            # Three years more are longer than the memorandum above it runs.
            window.find("label", "It outlives the agreement that it is made under, which ends on "
                                 "26 May 2029.")
            window.picture("renewal-outlives")
            window.enter("Title", "Fasilitasi 2028")
            window.click("button", "Draft the renewal")
            self.wait_for_last_row(window, "Fasilitasi 2028")
            window.picture("drafted-in-sight")

            # Also where a row has the focus, to which that comes back when the form closes.
            window.press("ctrl+f")
            window.press("Return")
            window.press("Home")
            window.press("ctrl+n")
            window.enter("Title", "Rencana kerja 2027")
            window.choose("Kind", "Work plan")
            window.click("button", "Save")
            self.wait_for_last_row(window, "Rencana kerja 2027")
            window.picture("added-in-sight")
            window.press("alt+5", "alt+2")
            window.wait_for_section("agreements")
            self.wait_for_last_row(window, "Rencana kerja 2027")

    @drive.in_both_languages
    def test_what_may_be_there_already_is_shown_while_typing(self, office):
        _ = office.gettext
        office.take_in(1)
        with office.open() as window:
            window.go("agreements")
            window.press("ctrl+n")
            window.enter(_("Title"), "Penempatan tenaga kerja dalam negeri")
            window.find("label", _("There may be one already:"))
            window.find("button", re.compile("9/PKS/PPTKPKK/X/2025"))
            window.picture(f"alike-{office.language}")
            window.enter(_("Title"), "Pengelolaan arsip statis bersama")
            window.wait_gone("label", _("There may be one already:"))
            window.press("Escape")
            window.click("button", office.verb("_Discard"))
            window.wait_gone("button", office.verb("_Save"))

    @drive.in_both_languages
    def test_the_desktop_reminds_once_of_what_comes_near(self, office):
        _ = office.gettext
        notice = office.pgettext("deadline", "Last day for notice")
        office.set(remind_end="200, 100", remind_obligation="15", remind_review="")
        self.fill_desk(office)
        with notifications.taken() as desktop:
            title, body = self.remind(office, desktop, 1, "2026-11-16")
            self.assertEqual(title, office.ngettext("%s deadline comes near",
                                                    "%s deadlines come near", 1) % "1")
            self.assertIn("Laporan tahunan", body)
            self.remind(office, desktop, 1, "2026-11-17")
            title, body = self.remind(office, desktop, 2, "2026-11-27")
            self.assertIn(f"{notice}: Pelatihan kerja klien", body)

    def remind(self, office, desktop, n, today):
        """What the n-th notification says, after it was looked for some on that day."""
        done = office.run("due", "--notify", SELARAS_TODAY=today)
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        return desktop.wait_for(n)

    def test_what_is_due_is_printed_and_saved(self):
        office = self.new_office()
        with self.open_desk(office) as window:
            window.find("label", "Notice to be given")
            days = json.loads(office.run("due", "--format=json").stdout)
            self.assertEqual(
                [(day["day"], day["kind"], day["days_left"]) for day in days],
                [("2026-11-20", "review", 4), ("2026-11-28", "notice", 12),
                 ("2026-12-01", "obligation", 15), ("2027-02-28", "end", 104)])
            self.assertEqual(days[3]["number"], "NK/1/III/2024")
            self.assertRegex(office.run("due").stdout, "Last day for notice +NK/1/III/2024")
            soon = json.loads(office.run("due", "--within=14", "--format=json").stdout)
            self.assertEqual([day["day"] for day in soon], ["2026-11-20", "2026-11-28"])
            self.assertEqual(office.run("due", "--within=3").stdout, "Nothing is due.\n")
            self.assertRegex(self.print_due(office, 60), r"in 12 days +Last.*…  NK/1/I")

            window.press("ctrl+shift+s")
            window.name_file("Save what is due", office.folder / "due.ics")
            window.find("label", "4 deadlines were saved as “due.ics”")
            text = (office.folder / "due.ics").read_text()
            self.assertIn("DTSTART;VALUE=DATE:20261128", text)
            self.assertEqual(text.count("BEGIN:VALARM"), 2 + 4 + 3 + 5)

    def print_due(self, office, columns):
        """What a terminal of so many columns shows, all of it within them."""
        try:
            terminal, inside = os.openpty()
        except OSError as error:
            self.skipTest(f"this machine gives no terminal: {error}")
        fcntl.ioctl(inside, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
        subprocess.run(office.command("due"), env=office.environment, stdout=inside, check=True)
        text = os.read(terminal, 65536).decode()
        os.close(inside)
        os.close(terminal)
        self.assertLessEqual(max(len(line) for line in text.splitlines()), columns)
        return text

    @drive.in_both_languages
    def test_reminders_are_set_in_the_preferences(self, office):
        _ = office.gettext
        entry = office.folder / ".config" / "autostart" / "org.selaras.Selaras.Due.desktop"
        with office.open() as window:
            window.press("ctrl+comma")
            window.find("label", _("Reminders"))
            window.click("label", _("Also while the window is closed"))
            window.wait(lambda root: entry.exists(), "the entry")
            self.assertIn("Exec=selaras due --notify", entry.read_text())
            window.click("label", _("Also while the window is closed"))
            window.wait(lambda root: not entry.exists(), "no entry")
            window.enter(_("Last day of an agreement"), "60, 5")
            window.picture(f"reminders-{office.language}")
            window.press("Escape")

    @drive.in_both_languages
    def test_an_addendum_is_begun_from_what_it_changes(self, office):
        _ = office.gettext
        with self.open_desk(office) as window:
            window.go("agreements")
            window.click("label", "Pelatihan kerja klien")
            window.click("button", _("More about this agreement"))
            window.click("menu item", office.verb("Add an _addendum…"))
            window.find("label", _("New addendum to “%s”") % "Pelatihan kerja klien")
            window.find("label", "Pelatihan kerja klien")
            window.enter(_("Title"), "Perpanjangan pelatihan")
            window.picture(f"addendum-begun-{office.language}")
            window.click("button", office.verb("_Save"))
            window.find("label", _("Added"))
            changes = office.pgettext("choice", "Addendum")
            window.find("label", re.compile(f"{changes}$"))
            # The same parties; who signs for them is still to be said.
            parties = window.find("list", _("Parties")).texts()
            self.assertIn("PIHAK KESATU · Badan Narkotika Nasional", parties)
            self.assertIn("PIHAK KEDUA · Dinas Tenaga Kerja Kabupaten Barito Timur", parties)
            self.assertIn("Deputi Bidang Rehabilitasi · " + _("number missing"), " ".join(parties))
            self.assertNotIn("Rahmat Hidayat", " ".join(parties))
            window.picture(f"addendum-{office.language}")

    @drive.in_both_languages
    def test_a_timeline_shows_what_runs_when(self, office):
        _ = office.gettext
        office.take_in(1, 2, 3)
        with self.open_desk(office) as window:
            window.go("agreements")
            window.click("button", _("Timeline"))
            window.find("list", _("Timeline"))
            window.find("label", "2026")
            # What lies outside what is seen says so at its edge, and nothing else does.
            hints = re.compile("^(‹ [0-9]+|[0-9]+ ›)$")
            shown = [hint.name for hint in window.look().all("label", hints)]
            self.assertEqual(sorted(shown), ["‹ 2019", "‹ 2022"])
            window.picture(f"timeline-{office.language}")

            # With few years there are months, and a bar that is cut says in which year it ends.
            window.click("button", _("Fewer years"))
            window.find("label", "2029 ›")
            window.click("button", _("Fewer years"))
            window.find("label", "2028 ›")
            window.find("label", "Apr")
            window.picture(f"timeline-months-{office.language}")
            window.click("button", _("More years"))
            window.wait_gone("label", "Apr")
            window.click("button", _("More years"))
            window.wait_gone("label", "2029 ›")
            window.choose(_("Groups of the timeline"), _("By partner"))
            window.picture(f"timeline-partner-{office.language}")
            window.click("button", _("More years"))
            window.find("label", "2021")
            window.click("label", "Pelatihan kerja klien")
            window.find("label", re.compile(_("last day for notice %s").replace("%s", ".+")))
            window.picture(f"timeline-opened-{office.language}")

    @drive.in_both_languages
    def test_the_overview_tells_what_waits(self, office):
        _ = office.gettext
        with self.open_desk(office) as window:
            window.go("overview")
            window.find("label", _("Notice to be given"))
            window.find("label", _("Drafts with a reviewer"))
            window.picture(f"waits-{office.language}")


unittest.main()
