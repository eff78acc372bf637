# SPDX-License-Identifier: GPL-3.0-or-later
"""A partner is added, edited and deleted in a form; undo and redo reach all of it."""

import unittest

import drive

NAME = "Balai Latihan Kerja Martapura"
SHORT = "BLK Martapura"


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
            self.assertTrue(window.find("label", problem))

            self.fill_in(window, Region="63.03")
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


unittest.main()
