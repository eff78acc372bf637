# SPDX-License-Identifier: GPL-3.0-or-later
"""The week, in which a teacher is booked twice on a Wednesday."""

import re
import unittest

import drive

# What a stack switcher has.
TAB = re.compile("button|tab")

WEEK = {"en": "30 November 2026 – 6 December 2026", "id": "30 November 2026 – 6 Desember 2026"}
NEXT = {"en": "7 – 13 December 2026", "id": "7 – 13 Desember 2026"}
CLASH = {
    "en": "Rina Kartikasari, S.Pd. also teaches Barista Angkatan III 2026",
    "id": "Rina Kartikasari, S.Pd. juga mengajar Barista Angkatan III 2026",
}

LONG = """<?xml version="1.0" encoding="UTF-8"?>
<exchange xmlns="urn:selaras:exchange:1">
  <header>
    <sender>dinas</sender>
    <sender_name>Dinas Tenaga Kerja</sender_name>
    <made_at>2026-11-16T09:00:00+08:00</made_at>
    <sequence>1</sequence>
  </header>
  <course id="K-1"><name>Magang</name><vocation>Tata boga</vocation></course>
  <cohort id="C-1">
    <name>Magang I</name>
    <course>K-1</course>
    <capacity>12</capacity>
    <starts_on>2026-11-19</starts_on>
    <ends_on>2026-11-24</ends_on>
  </cohort>
  <session id="S-1">
    <cohort>C-1</cohort>
    <starts_at>2026-11-19T08:00</starts_at>
    <ends_at>2026-11-24T16:00</ends_at>
  </session>
</exchange>
"""


class Schedule(drive.DriveTest):
    @drive.in_both_languages
    def test_a_week_names_its_clashes_and_opens_its_sessions(self, office):
        _ = office.gettext
        office.environment["SELARAS_TODAY"] = "2026-12-02"
        office.take_in(1)
        with office.open() as window:
            window.go("schedule")
            window.find("label", WEEK[office.language])
            window.find("button", re.compile("^Tata Boga Angkatan II 2026"))
            self.assertEqual(window.look().all("button", re.compile("⚠")), [])

            window.click("button", _("Next week"))
            window.find("label", NEXT[office.language])
            says = re.escape(CLASH[office.language])
            clash = re.compile("^Tata Boga Angkatan II 2026.*⚠ " + says, re.DOTALL)
            window.find("button", clash)
            window.picture(f"week-{office.language}")

            window.click("button", clash)
            window.find("list item", re.compile("^" + says))
            window.find("list item", "Rina Kartikasari, S.Pd.")
            window.picture(f"session-{office.language}")

            window.press("ctrl+t")
            window.find("label", WEEK[office.language])

    def test_a_session_over_several_days_stands_on_each_of_them(self):
        office = self.new_office(today="2026-11-19")
        file = office.folder / "magang.xml"
        file.write_text(LONG)
        self.assertEqual(office.run("import", file).returncode, 0)
        with office.open() as window:
            window.go("schedule")
            name = re.compile("^Magang I")
            window.wait(lambda root: len(root.all("button", name)) == 4, "Thursday to Sunday")
            window.picture("several-days")
            window.click("button", "Next week")
            window.wait(lambda root: len(root.all("button", name)) == 2, "Monday and Tuesday")
            window.click("button", "Next week")
            window.find("label", "No session this week")

    @drive.in_both_languages
    def test_the_schedule_is_saved_for_another_calendar(self, office):
        _ = office.gettext
        office.environment["SELARAS_TODAY"] = "2026-12-02"
        office.take_in(1)
        with office.open() as window:
            window.go("schedule")
            window.find("button", re.compile("^Tata Boga Angkatan II 2026"))
            self.assertEqual(self.save(window, "ctrl+shift+s"), self.count_on_page(window))

            window.click("button", _("Save for another calendar"))
            coming = office.verb("Save all from _today on as…")
            window.find("menu item", coming)
            window.picture(f"schedule-menu-{office.language}")
            window.click("menu item", coming)
            self.assertGreater(self.save(window), self.count_on_page(window))
            window.picture(f"schedule-saved-{office.language}")

            window.click("button", _("Save for another calendar"))
            of_cohort = office.verb("Save the sessions of the chosen _cohort as…")
            self.assertNotIn("sensitive", window.find("menu item", of_cohort).states)
            window.press("Escape")
            window.click(TAB, _("Cohorts"))
            window.point(window.find("label", re.compile("^Tata Boga Angkatan")))
            window.find("label", _("Show the people"))
            window.click("button", _("Save for another calendar"))
            window.click("menu item", of_cohort)
            name = re.compile(f"{_('Schedule')} Tata Boga Angkatan .*\\.ics")
            window.wait(
                lambda root: any(name.fullmatch(text) for text in self.entries(root)),
                "the proposed name to be that of the cohort",
            )
            self.assertGreater(self.save(window), 1)

            # It is still chosen, but out of sight.
            window.click(TAB, _("Week"))
            window.find("button", _("Next week"))
            window.click("button", _("Save for another calendar"))
            self.assertNotIn("sensitive", window.find("menu item", of_cohort).states)
            window.press("Escape")

    def entries(self, root):
        return [entry.text() for entry in root.in_state("focused", drive.ENTRY)]

    def count_on_page(self, window):
        return len(window.look().all("button", re.compile("Angkatan")))

    def save(self, window, *keys):
        """How many sessions the file has."""
        path = window.office.folder / "schedule.ics"
        path.unlink(missing_ok=True)
        if keys:
            window.press(*keys)
        window.name_file(window.office.gettext("Save the schedule"), path)
        window.wait(lambda root: path.exists(), "the file")
        lines = path.read_bytes().split(b"\r\n")
        self.assertEqual((lines[0], lines[-2]), (b"BEGIN:VCALENDAR", b"END:VCALENDAR"))
        return lines.count(b"BEGIN:VEVENT")

    def test_cohorts_show_how_many_seats_are_taken(self):
        office = self.new_office()
        office.take_in(1)
        with office.open() as window:
            window.go("schedule")
            window.click(re.compile("button|tab"), "Cohorts")
            window.find("label", "12 records")
            seats = {row[0]: row[1:3] for row in window.table()}
            self.assertEqual(seats["Tata Boga Angkatan I 2025"], ["15", "16"])
            window.picture("cohorts")


unittest.main()
