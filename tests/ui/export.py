# SPDX-License-Identifier: GPL-3.0-or-later
"""An exchange file for a partner: what may leave is said all the while."""

import re
import unittest

import desktop
import drive

# What a stack switcher has.
TAB = re.compile("button|tab")


class Export(drive.DriveTest):
    def test_what_is_missing_is_said(self):
        office = self.new_office()
        with office.open() as window:
            window.go("exchange")
            window.click("button", "Export…")
            window.find("label", re.compile("^Set the code and the name of your office"))
            self.assert_controls_are_named(window, "an export")
            window.press("Escape")

    @drive.in_both_languages
    def test_it_is_for_a_partner(self, office):
        office.set(office_id="binapenta", office_name="Ditjen Binapenta")
        with office.open() as window:
            window.go("exchange")
            window.click("button", office.verb("_Export…"))
            window.find("label", office.gettext("Choose for which partner."))
            window.picture(f"export-{office.language}")
            window.press("Escape")

    def refer(self, window, title, search, offer):
        """Chooses a record in the row with this title by the words that leave one offer only."""
        window.point(window.find("label", title))
        window.wait(lambda root: root.all("search box"), "the offers")
        window.type(search)

        def is_only(root):
            lists = [one for one in root.all("list") if one.all("label", offer)]
            return lists and len(lists[-1].all("list item")) == 1

        window.wait(is_only, f"{offer!r} alone")
        window.press("Return")
        window.wait_gone("search box")

    def test_a_window_that_is_closed_meanwhile_stays_to_tell(self):
        office = self.new_office()
        office.set(office_id="binapenta", office_name="Ditjen Binapenta")
        office.take_in(1)
        file = office.folder / "perjanjian.selaras"
        with office.open() as window:
            window.go("exchange")
            window.click("button", "Export…")
            self.refer(window, "For the partner", "Deputi", "Deputi Rehabilitasi BNN")
            self.refer(window, "Under the agreement", "Fasilitasi", re.compile("^Fasilitasi"))
            window.enter("Purpose: what the partner needs it for", "Pemantauan")
            with office.hold():
                window.click("button", "Export…")
                window.name_file("Export as", file)
                window.find("progress bar")
                window.press("alt+F4")
                window.find("label", "If you cancel, nothing is left behind.")

            # Whether it came in time or not.
            leave = re.compile("^(Cancel|Done)$")
            window.wait_gone("progress bar")
            window.click("button", leave)
            window.wait_gone("button", leave)
        exports = office.folder / "exports.csv"
        office.run("list", "exports", exports)
        self.assertEqual(len(exports.read_text().splitlines()) - 1, file.exists())

    @drive.in_both_languages
    def test_what_is_held_under_another_agreement_is_said_before_it_leaves(self, office):
        _ = office.gettext
        office.set(office_id="binapenta", office_name="Ditjen Binapenta")
        office.take_in(1, 2)
        warning = office.ngettext(
            "%s cohort is held under another agreement than the one named: "
            "see whether that one lets its people’s data travel.",
            "%s cohorts are held under other agreements than the one named: "
            "see whether those let their people’s data travel.",
            3,
        )
        with office.open() as window:
            window.go("exchange")
            window.click("button", office.verb("_Export…"))
            self.refer(window, _("For the partner"), "Deputi", "Deputi Rehabilitasi BNN")
            window.point(window.find("label", _("What")))
            window.press("Down", "Return")
            self.refer(window, _("Programme"), "2016-2018",
                       "Pelatihan kerja klien pascarehabilitasi 2016-2018")
            self.refer(window, _("Under the agreement"), "Fasilitasi", re.compile("^Fasilitasi"))
            window.enter(_("Purpose: what the partner needs it for"), "Pemantauan")
            window.find("label", warning % "3")
            [export] = window.look().all("button", office.verb("_Export…"))[-1:]
            self.assertNotIn("sensitive", export.states)
            window.picture(f"export-elsewhere-{office.language}")

            # Whoever answers for it goes on.
            window.point(window.find("label", _("Also what is held under other agreements")))
            window.find("label", re.compile(re.escape("\n" + warning % "3" + "\n")))
            window.picture(f"export-answered-{office.language}")
            window.press("Escape")
            window.wait_gone("label", _("For the partner"))

    @drive.in_both_languages
    def test_from_the_dialog_to_the_person(self, office):
        _ = office.gettext
        office.set(office_id="binapenta", office_name="Ditjen Binapenta")
        office.take_in(1)
        file = office.folder / "peserta.selaras"
        passphrase = office.folder / "passphrase"
        passphrase.write_text("kuda lumping naik becak\n")
        allowed = _(
            "It may leave with personal data. What is specific stays: the kind of a "
            "participant, who referred them and why it was decided so."
        )
        partner = "Deputi Rehabilitasi BNN"
        purpose = "Pemantauan penempatan"
        with office.open() as window:
            window.go("exchange")
            window.click(TAB, _("Exports"))
            window.find("label", _("Nothing was exported yet"))
            window.picture(f"exports-none-{office.language}")

            window.click("button", office.verb("_Export…"))
            self.refer(window, _("For the partner"), "Deputi", partner)
            window.point(window.find("label", _("What")))
            window.press("Down", "Return")
            self.refer(window, _("Programme"), "TKM", "TKM Lanjutan 2025")
            self.refer(window, _("Under the agreement"), "Fasilitasi", re.compile("^Fasilitasi"))
            window.enter(_("Purpose: what the partner needs it for"), purpose)
            window.find("label", re.compile(re.escape(allowed) + "\n.*", re.DOTALL))
            window.point(window.find("text box", _("Passphrase")))
            window.type(passphrase.read_text().strip())
            window.find("label", allowed)  # and nothing of it being there for all to read
            window.picture(f"export-filled-{office.language}")
            window.click("button", office.verb("_Export…"))
            window.choose_file(_("Export as"), file.with_suffix(""))
            window.find("label", _("“%s” was written") % file.name)
            window.picture(f"export-written-{office.language}")
            window.click("button", office.verb("_Done"))
            self.assertNotIn(b"participant", file.read_bytes())

            rows = window.wait(lambda root: window.table(_("Exports"), root), "the export")
            kind = office.pgettext("choice", "Roster of a programme or cohort")
            self.assertEqual(
                rows[0][1:7], [partner, "9/PKS/PPTKPKK/X/2025", kind, purpose, "20", file.name]
            )
            self.assert_controls_are_named(window, "the exports")
            window.press("ctrl+f")
            window.type("BLK")
            window.find("label", _("Nothing found"))
            window.press("ctrl+a", "BackSpace")
            window.point(window.find("label", partner))
            window.picture(f"exports-{office.language}")
            window.click("button", office.verb("Show the _partner"))
            window.wait_for_section("partners")

            window.go("participants")
            window.press("ctrl+f")
            window.type("Asep Wirakusumah")
            window.find("label", _("%s of %s") % (1, 106))
            window.press("Return")
            window.find("label", _("Who received data about this person"))
            window.find("label", re.compile(_("Purpose: %s") % purpose))
            window.point(window.find("label", _("Attendance")))
            desktop.run("click", "--repeat", "30", "5")  # the wheel, to the end
            window.picture(f"received-{office.language}")

        shut = office.run("import", "--dry-run", file)
        self.assertNotEqual(shut.returncode, 0)
        why = _(
            "“%s” is encrypted. Write the passphrase that its sender told you into a "
            "file, and name that with --passphrase-file."
        )
        self.assertIn(why % file.name, shut.stdout + shut.stderr)
        done = office.run("import", "--dry-run", "--passphrase-file", passphrase, file)
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertIn("binapenta", done.stdout)

        name = "Asep Wirakusumah"
        answer = office.run("report", "receipts", "--format=csv", name).stdout.splitlines()
        self.assertEqual(len(answer), 2)
        self.assertIn(
            f",{partner},9/PKS/PPTKPKK/X/2025,roster,personal,{purpose},{file.name},", answer[1]
        )


unittest.main()
