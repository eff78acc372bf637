# SPDX-License-Identifier: GPL-3.0-or-later
"""The window as a whole: what it keeps, what it says when there is nothing, and how it is used
without a mouse or without eyes."""

import re
import unittest

import drive

EMPTY = {
    "agreements": "No agreement yet",
    "partners": "No partner yet",
    "participants": "No participant yet",
    "schedule": "No session this week",
    "exchange": "No exchange file came in yet",
}


class TheWindow(drive.DriveTest):
    @drive.in_both_languages
    def test_what_was_done_is_kept(self, office):
        kind = office.pgettext("choice", "Regency or city office")
        with office.open() as window:
            window.go("partners")
            window.press("ctrl+n")
            window.enter(office.gettext("Name"), "Dinas Sosial")
            window.choose(office.gettext("Kind"), kind)
            window.click("button", office.verb("_Save"))
            window.find("label", "Dinas Sosial")
            window.resize(1100, 700)
            size = window.size()

        with office.open() as window:
            window.find("label", "Dinas Sosial")
            self.assertEqual(window.size(), size)

    @drive.in_both_languages
    def test_every_section_says_what_to_do_when_it_is_empty(self, office):
        with office.open() as window:
            for section, title in EMPTY.items():
                window.go(section)
                title, *what_to_do = window.find("group", office.gettext(title)).texts()
                self.assertTrue(what_to_do, section)
                window.picture(f"empty-{section}-{office.language}")
            window.go("overview")
            window.find("label", office.gettext("All is well: nothing is due."))
            window.picture(f"empty-overview-{office.language}")

    def test_what_did_not_finish_is_said_once(self):
        office = self.new_office()
        office.take_in(1)
        word = office.folder / "register.db.unfinished"
        word.write_text("[act]\nid=2\nsource=import\nfile=two.xml\nactor=Ani\nbegun_at=1760151600\n")
        said = re.compile("The import of “two.xml”, which Ani began on .*, did not finish; nothing .*")
        with office.open() as window:
            window.find("label", said)
            self.assertFalse(word.exists())

    def test_the_overview_shows_the_rest_when_it_is_asked_to(self):
        office = self.new_office()
        office.take_in(1)
        with office.open() as window:
            due = window.find("list", "Follow-ups due").children
            self.assertEqual(due[-1].texts(), ["Show 9 more"])
            window.press("Tab", "Tab")
            self.wait_for_focus(window, "Obligations due", 0)
            window.press("Tab")
            self.wait_for_focus(window, "Follow-ups due", 0)
            window.press("End", "Return")
            window.wait_gone("list item", "Show 9 more")
            self.wait_for_focus(window, "Follow-ups due", 6)
            self.assertEqual(len(window.find("list", "Follow-ups due").children), 15)
            window.picture("rest")

    def wait_for_focus(self, window, card, line):
        """Until that line of the card has the focus."""

        def has_focus(root):
            lines = [one for list in root.all("list", card) for one in list.children]
            return len(lines) > line and "focused" in lines[line].states

        window.wait(has_focus, f"the focus in {card!r}")

    def test_every_control_has_a_name(self):
        office = self.new_office()
        office.take_in(1)
        with office.open() as window:
            for section in drive.SECTIONS:
                window.go(section)
                if section not in ("overview", "schedule"):
                    rows = window.wait(lambda root: window.table(root=root), "rows")
                    window.click("label", rows[0][0])
                self.assert_controls_are_named(window, section)
                window.picture(section)

            for section in ("agreements", "partners", "participants", "schedule"):
                window.go(section)
                window.press("ctrl+n")
                window.find("button", "Save")
                self.assert_controls_are_named(window, f"a new record of {section}")
                self.leave_form(window)

    def focused(self, root):
        """The role of what has the focus; None while nothing has."""
        return next((one.role for one in root.in_state("focused")), None)

    def leave_form(self, window):
        window.press("Escape")
        window.wait_gone("button", "Save")

    def test_the_keyboard_is_enough(self):
        office = self.new_office()
        office.take_in(1)
        with office.open() as window:
            for section in reversed(drive.SECTIONS):
                window.go(section)

            window.go("participants")
            window.press("ctrl+f")
            window.type("Siti Komarudin")
            window.find("label", "1 of 106")
            window.press("Return")
            window.find("list item", "Birth place")

            # Tab goes on to the person, past the other rows.
            window.press("Tab")
            window.wait(lambda root: self.focused(root) == "label", "the focus on the person")
            window.press("shift+Tab")
            for key in ("F2", "ctrl+n"):
                window.press(key)
                window.find("button", "Save")
                self.leave_form(window)

            # The overview has nothing to search in.
            window.go("overview")
            window.press("ctrl+f")
            window.wait_for_section("agreements")

            window.press("F1")
            window.find("label", "Search in the list")
            window.picture("shortcuts")
            window.press("Escape")

    def test_the_menu_leads_to_the_other_windows(self):
        office = self.new_office()
        with office.open() as window:
            window.press("ctrl+comma")
            window.find("window", "Preferences")
            self.assert_controls_are_named(window, "preferences")
            window.picture("preferences")
            window.press("Escape")
            window.wait_gone("window", "Preferences")

            window.click("button", "Main menu")
            window.click("menu item", "About Selaras")
            window.find("label", "The Selaras developers")
            window.picture("about")
            window.press("Escape")
            window.find("list", "Sections")

    def test_a_file_of_another_program_is_named_and_left_alone(self):
        office = self.new_office()
        office.database.write_text("A list of things to buy.\n" * 500)
        before = office.database.read_bytes()
        with office.open() as window:
            window.find("label", "The register could not be opened")
            window.find("label", re.compile(f"^“{office.database}” is not a Selaras database."))
            window.picture("foreign")
            self.assertEqual(office.run("check").returncode, 4)
        self.assertEqual(office.database.read_bytes(), before)


unittest.main()
