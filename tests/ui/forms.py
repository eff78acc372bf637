# SPDX-License-Identifier: GPL-3.0-or-later
"""A partner is added, edited and deleted in a form; undo and redo reach all of it."""

import contextlib
import json
import shutil
import sqlite3
import unittest

import desktop
import drive

NAME = "Balai Latihan Kerja Martapura"
SHORT = "BLK Martapura"

PERSON = """<?xml version="1.0" encoding="UTF-8"?>
<exchange xmlns="urn:selaras:exchange:1">
  <header>
    <sender>dinas</sender>
    <sender_name>Dinas Sosial</sender_name>
    <made_at>2026-11-16T09:00:00+08:00</made_at>
    <sequence>%d</sequence>
  </header>
  <participant id="O-1">%s<name>%s</name><kind>tks</kind></participant>
</exchange>
"""


class Forms(drive.DriveTest):
    def wait_for_names(self, window, *names):
        """Until the list has just these partners, by their short names."""
        expected = sorted(names)
        seen = lambda root: sorted(row[1] for row in window.table(root=root)) == expected
        window.wait(seen, f"the partners {names}")

    def fill_in(self, window, **texts):
        for name, text in texts.items():
            window.enter(window.office.gettext(name.replace("_", " ")), text)

    @drive.in_both_languages
    def test_a_partner_is_added_edited_deleted_and_all_of_it_undone(self, office):
        _ = office.gettext
        save = office.verb("_Save")
        problem = f"{_('Region')}: {_('It is not a region code such as 63.72.')}"
        with office.open() as window:
            window.go("partners")
            window.press("ctrl+n")
            window.find("button", save)

            # What is wrong is said while it is typed, and not before.
            self.assertEqual(window.look().all("label", problem), [])
            self.fill_in(window, Name=NAME, Short_name=SHORT, Region="Martapura")
            window.find("label", problem)
            window.picture(f"form-{office.language}")
            window.click("button", save)
            counts = json.loads(office.run("report", "summary", "--format=json").stdout)["counts"]
            self.assertEqual(counts["partner"], 0)
            window.find("label", problem)

            # By its name it is found, and told whose code it is.
            window.click("button", _("Find a region by its name"))
            window.wait(lambda root: root.in_state("focused", "search box", _("Name of the region")),
                        "the name to be asked for")
            window.type("kab banjar")
            window.find("button", "Kabupaten Banjar, Kalimantan Selatan")
            window.picture(f"region-{office.language}")
            window.click("button", "Kabupaten Banjar, Kalimantan Selatan")
            window.wait(lambda root: root.all("text box", _("Region"))[0].text() == "63.03",
                        "the code of what was found")
            window.wait_gone("button", "Kabupaten Banjar, Kalimantan Selatan")
            window.find("label", "Kabupaten Banjar, Kalimantan Selatan")
            window.wait_gone("label", problem)
            window.choose(_("Kind"), office.pgettext("choice", "Training centre"))
            window.click("button", save)
            self.wait_for_names(window, SHORT)
            window.find("list item", _("Region"))
            window.picture(f"added-{office.language}")

            window.click("button", _("Edit"))
            self.fill_in(window, Short_name="BLK Banjar")
            window.click("button", save)
            self.wait_for_names(window, "BLK Banjar")

            window.press("ctrl+z")
            self.wait_for_names(window, SHORT)
            window.press("ctrl+shift+z")
            self.wait_for_names(window, "BLK Banjar")
            changed = window.find("list", _("History")).texts()
            self.assertIn(f"{_('Short name')}: {SHORT} → BLK Banjar", changed[1])

            window.click("button", _("Delete"))
            self.wait_for_names(window)
            window.press("ctrl+z")
            self.wait_for_names(window, "BLK Banjar")

    def test_undo_reaches_what_was_done_in_another_section(self):
        office = self.new_office()
        office.take_in(2)
        with office.open() as window:
            window.go("partners")
            window.click("label", "BLK Kalimantan Selatan")
            window.click("button", "Edit")
            self.fill_in(window, Short_name="BLK Banjarbaru")
            window.click("button", "Save")
            window.wait_gone("button", "Save")
            window.go("schedule")
            window.press("ctrl+z")
            window.go("partners")
            window.find("label", "BLK Kalimantan Selatan")

    @drive.in_both_languages
    def test_what_changed_while_a_form_was_open_is_told_field_by_field(self, office):
        _ = office.gettext
        save = office.verb("_Save")
        office.take_in(2)
        newer = office.folder / "newer.xml"
        newer.write_text(
            drive.example(2)
            .read_text()
            .replace("<sequence>1<", "<sequence>2<")
            .replace("Balai Latihan Kerja Provinsi", "BLK Provinsi")
            .replace("BLK Kalimantan Selatan", "BLK Kalsel")
        )
        for pdf in drive.EXAMPLES.glob("*.pdf"):
            shutil.copy(pdf, office.folder)

        with office.open() as window:
            window.go("partners")
            window.click("label", "BLK Kalimantan Selatan")
            window.click("button", _("Edit"))
            self.fill_in(window, Short_name=SHORT)
            self.assertEqual(office.run("import", newer).returncode, 0)

            window.click("button", save)
            window.find(
                "label", _("Nothing was saved yet: the record was changed in the meantime.")
            )
            theirs = "BLK Provinsi Kalimantan Selatan"
            stands_here = _("%s was changed to “%s” in the meantime, which stands here now.")
            is_kept = _("%s was changed to “%s” in the meantime. What you entered is still here.")
            window.find("label", stands_here % (_("Name"), theirs))
            window.find("label", is_kept % (_("Short name"), "BLK Kalsel"))
            self.assertEqual(window.find(drive.ENTRY, _("Name")).text(), theirs)
            window.picture(f"conflict-{office.language}")

            # It stays there while the person goes on.
            self.fill_in(window, Short_name="BLK Banjarbaru")
            window.find("label", stands_here % (_("Name"), theirs))
            window.click("button", save)
            window.wait_gone("button", save)
            window.find("label", "BLK Banjarbaru")
            window.find("label", theirs)

    def test_a_personal_value_that_came_meanwhile_is_logged_before_it_is_shown(self):
        office = self.new_office()
        file = office.folder / "people.xml"
        file.write_text(PERSON % (1, "", "Siti"))
        self.assertEqual(office.run("import", file).returncode, 0)

        def count_looks():
            with contextlib.closing(sqlite3.connect(office.database)) as register:
                question = "SELECT count(*) FROM change WHERE verb = 'reveal'"
                return register.execute(question).fetchone()[0]

        with office.open() as window:
            window.go("participants")
            window.click("label", "Siti")
            window.click("button", "Edit")
            self.fill_in(window, Name="Siti Rahayu")
            looks = count_looks()
            file.write_text(PERSON % (2, "<nik>6372014101900001</nik>", "Siti"))
            self.assertEqual(office.run("import", file).returncode, 0)
            window.click("button", "Save")
            window.find("label", "NIK was changed to “637•••••••••••01” in the meantime, "
                                 "which stands here now.")
            self.assertEqual(window.find(drive.ENTRY, "NIK").text(), "6372014101900001")
            self.assertEqual(count_looks(), looks + 1)
            window.click("button", "Save")
            window.wait_gone("button", "Save")

    def test_the_wheel_does_not_stop_at_a_text(self):
        office = self.new_office()
        with office.open() as window:
            window.go("agreements")
            window.press("ctrl+n")
            title = window.find("text box", "Title")
            desktop.point(desktop.SIZE[0] // 2, 550)
            desktop.run("click", "--repeat", "40", "--delay", "30", "5")
            seen = lambda root: [one for one in root.all("text box", "Note") if one.box[1] < 620]
            window.point(window.wait(seen, "the text at the end of the form")[0])
            desktop.run("click", "--repeat", "40", "--delay", "30", "4")
            window.wait(lambda root: root.all("text box", "Title")[0].box == title.box,
                        "the form to be back at its beginning")
            window.picture("wheel")
            window.press("Escape")
            window.wait_gone("button", "Save")

    def test_the_last_day_follows_from_the_first_and_the_term(self):
        """Until a person says another."""
        office = self.new_office()
        last = lambda root: [row.text() for row in root.all("text box", "Ends on")]
        with office.open() as window:
            window.go("agreements")
            window.press("ctrl+n")
            window.find("text box", "Starts on").set_text("1/3/2026")
            window.find("text box", "Term in months").set_text("36")
            window.wait(lambda root: last(root) == ["28/02/2029"], "the last day")
            window.find("text box", "Starts on").set_text("2/3/2026")
            window.wait(lambda root: last(root) == ["01/03/2029"], "the last day to follow")
            window.find("text box", "Ends on").set_text("31/12/2028")
            window.find("text box", "Term in months").set_text("24")
            window.find("label", "Ends on: The last day does not fit the first day and the term.")
            self.assertEqual(last(window.look()), ["31/12/2028"])
            window.press("Escape")
            window.click("button", "Discard")
            window.wait_gone("button", "Discard")

    def test_an_obligation_is_of_a_party_to_its_agreement(self):
        office = self.new_office()
        office.take_in(1, 2)
        with office.open() as window:
            window.go("agreements")
            window.click("label", "PKS/03/V/2016/BNNK-BJB")
            window.click("button", "Add an obligation")
            window.click("button", "Choose: Party")
            parties = window.find("list", "Parties").texts()
            self.assertEqual(parties, ["BLK Kalimantan Selatan", "563/118/BLK-KS/2016",
                                       "BNN Kota Banjarbaru", "PKS/03/V/2016/BNNK-BJB"])
            window.press("Escape", "Escape")
            window.wait_gone("button", "Save")


unittest.main()
