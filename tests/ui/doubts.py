# SPDX-License-Identifier: GPL-3.0-or-later
"""Doubtful records of an import: decided, or left for later and merged; and an import taken back."""

import contextlib
import json
import re
import shutil
import unittest

import drive

FIRST = """<?xml version="1.0" encoding="UTF-8"?>
<exchange xmlns="urn:selaras:exchange:1"><header><sender>one</sender><sender_name>BLK Banjarbaru</sender_name>
<made_at>2026-11-10T09:00:00+08:00</made_at><sequence>1</sequence></header>
<participant id="O-1"><name>Siti Rahayu</name><birth_date>1991-05-04</birth_date><phone>0800</phone><kind>tks</kind></participant>
<participant id="O-2"><name>Djoko Susilo</name><birth_date>1988-02-01</birth_date><kind>tks</kind></participant>
<participant id="O-3"><name>Ani Lestari</name><birth_date>1990-03-02</birth_date><kind>tks</kind></participant>
</exchange>
"""

SECOND = """<?xml version="1.0" encoding="UTF-8"?>
<exchange xmlns="urn:selaras:exchange:1"><header><sender>two</sender><sender_name>Disnaker Banjar</sender_name>
<made_at>2026-11-11T09:00:00+08:00</made_at><sequence>1</sequence></header>
<participant id="X-1"><name>Hj. Sitti Rahaju, S.Pd.</name><birth_date>1991-05-04</birth_date><address>Jalan A</address><kind>tks</kind></participant>
<participant id="X-2"><name>Joko Soesilo</name><birth_date>1988-02-01</birth_date><kind>tks</kind></participant>
<participant id="X-3"><name>Ani Lestari</name><birth_date>1990-03-02</birth_date><kind>tks</kind></participant>
</exchange>
"""


# Three who may be one, each with something that the others lack.
ALIKE = """<?xml version="1.0" encoding="UTF-8"?>
<exchange xmlns="urn:selaras:exchange:1"><header><sender>one</sender><sender_name>BLK Banjarbaru</sender_name>
<made_at>2026-11-10T09:00:00+08:00</made_at><sequence>1</sequence></header>
<participant id="O-1"><name>Siti Rahayu</name><birth_date>1991-05-04</birth_date><phone>0800</phone><kind>tks</kind></participant>
<participant id="O-2"><name>Sitti Rahaju</name><birth_date>1991-05-04</birth_date><address>Jalan A</address><kind>tks</kind></participant>
<participant id="O-3"><name>Siti Rahaju</name><birth_date>1991-05-04</birth_date><birth_place>Martapura</birth_place><kind>tks</kind></participant>
</exchange>
"""

NIK = "<nik>6372015003920004</nik>"
WITH_NIK = SECOND.replace(
    "</exchange>",
    f'<participant id="X-4">{NIK}<name>Budi Contoh</name><kind>tks</kind></participant></exchange>',
)

# Its sender knows the last of them by another name by then.
MEANWHILE = f"""<?xml version="1.0" encoding="UTF-8"?>
<exchange xmlns="urn:selaras:exchange:1"><header><sender>two</sender><sender_name>Disnaker Banjar</sender_name>
<made_at>2026-11-11T09:00:00+08:00</made_at><sequence>1</sequence></header>
<participant id="X-9">{NIK}<name>Budi Contoh</name><kind>tks</kind></participant>
</exchange>
"""


FIRST_ALONE = "\n".join(line for line in FIRST.splitlines() if "O-2" not in line and "O-3" not in line)


class Doubts(drive.DriveTest):
    def write(self, office, name, text):
        file = office.folder / name
        file.write_text(text)
        return file

    def fill(self, office):
        first = office.folder / "first.xml"
        first.write_text(FIRST)
        office.run("import", first)
        second = office.folder / "second.xml"
        second.write_text(SECOND)
        return second

    def count_records(self, office):
        """Of the kinds that are told apart by a person, and what is part of those."""
        summary = json.loads(office.run("report", "summary", "--format=json").stdout)
        others = ("instructor", "venue", "session_instructor")
        return {name: n for name, n in summary["counts"].items() if name not in others}

    def import_verb(self, office, n):
        return office.ngettext("_Import %s record", "_Import %s records", n).replace("_", "") % n

    def to_decide(self, office, n):
        return office.ngettext("%s to decide", "%s to decide", n) % n

    @drive.in_both_languages
    def test_pairs_are_decided_and_merged_and_taken_back(self, office):
        _ = office.gettext
        with office.open(self.fill(office)) as window:
            window.click("button", office.verb("Decide about _doubtful ones…"))
            window.find("label", _("In the register"))
            window.picture(f"doubt-{office.language}")
            window.click("button", office.verb("_Same person"))
            window.find("label", _("%s: pair %s of %s") % (_("Participant"), 2, 3))
            window.click("button", office.verb("_Two people"))
            window.find("label", _("%s: pair %s of %s") % (_("Participant"), 3, 3))
            self.assert_controls_are_named(window, "a doubtful pair")
            window.click("button", office.pgettext("doubt", "_Later").replace("_", ""))

            # The plan waits, and is carried out from where it waits.
            window.find("button", self.import_verb(office, 3))
            window.picture(f"decided-{office.language}")
            window.click("button", office.verb("_Leave for later"))
            window.find("label", _("Waiting for you"))
            window.find("label", self.to_decide(office, 1))
            window.picture(f"waiting-{office.language}")
            window.click("button", office.verb("_Go on"))
            window.click("button", self.import_verb(office, 3))
            window.click("button", office.verb("_Done"))

            window.find("label", self.to_decide(office, 1))
            window.click("button", office.verb("Co_mpare"))
            window.find("label", office.pgettext("pair", "Came later"))
            window.picture(f"merge-{office.language}")
            window.click("button", office.verb("_Merge into one"))
            window.wait_gone("label", _("Waiting for you"))
            window.wait_gone("label", self.to_decide(office, 1))
            window.press("ctrl+z")
            window.find("label", self.to_decide(office, 1))
            window.press("ctrl+shift+z")
            window.wait_gone("label", self.to_decide(office, 1))

            rows = window.wait(lambda root: window.table(_("Imports"), root), "the past imports")
            self.assertEqual(rows[0][1], "Disnaker Banjar")
            window.point(window.find("label", "second.xml"))
            window.click("button", office.verb("_Take back the import…"))
            window.picture(f"ask-{office.language}")
            window.click("button", office.verb("_Take back"))
            window.find("label", _("“%s” was taken back") % "second.xml")
            window.picture(f"taken-back-{office.language}")

            done = office.verb("_Done")
            window.wait(
                lambda root: any("focused" in one.states for one in root.all("button", done)),
                "the button that leads back to have the focus",
            )

        names = office.run("report", "imports", "--format=csv").stdout.splitlines()
        self.assertEqual(len(names), 3)

    def test_what_would_be_refused_by_now_is_looked_at_again(self):
        office = self.new_office()
        second = self.fill(office)
        second.write_text(WITH_NIK)
        other = office.folder / "meanwhile.xml"
        other.write_text(MEANWHILE)
        with office.open(second) as window:
            window.click("button", "Decide about doubtful ones…")
            window.click("button", "Same person")
            window.find("label", "Participant: pair 2 of 3")
            window.press("Escape")
            window.find("button", "Import 4 records")
            self.assertEqual(office.run("import", other).returncode, 0)
            window.click("button", "Import 4 records")
            window.find("label", re.compile("^Nothing was imported, because some records would be"))
            window.find("label", re.compile("The sender has another participant, “X-9”"))
            window.picture("refused-meanwhile")

            # What was decided before holds.
            window.click("button", "Decide about doubtful ones…")
            window.find("label", "Participant: pair 2 of 3")
            window.press("Escape")
            window.click("checkbox", "Take the good records and leave out the refused ones")
            window.click("button", "Import 3 records")
            window.find("label", re.compile("records? (was|were) imported"))
        self.assertIn("second.xml", office.run("report", "imports").stdout)

    def test_a_page_that_is_left_decides_nothing(self):
        office = self.new_office()
        with office.open(self.fill(office)) as window:
            window.click("button", "Decide about doubtful ones…")
            window.click("button", "Same person")  # which it says after a while …
            window.press("Escape")  # … when it is not in front any more
            window.find("button", "Decide about doubtful ones…")
            window.click("button", "Decide about doubtful ones…")
            window.find("label", re.compile("^Participant: pair [12] of 3"))

    def test_the_same_from_another_office(self):
        office = self.new_office()
        office.take_in(2)
        other = office.folder / "other.xml"
        text = drive.example(2).read_text()
        other.write_text(re.sub("<sender>[^<]*", "<sender>another", text, count=1))
        for pdf in drive.example(2).parent.glob("*.pdf"):
            shutil.copy(pdf, office.folder)
        before = self.count_records(office)
        with office.open(other) as window:
            window.click("button", "Decide about doubtful ones…")
            window.click("button", "All the rest")
            window.click("menu item", "All the rest are the same")
            window.picture("same-from-another")

            # The plan is reckoned anew: what hangs on the same is the same.
            window.find("button", "Import 41 records")
            window.picture("same-reckoned")
            window.click("button", "Import 41 records")
            window.find("label", re.compile("41 records were imported"))
            window.picture("same-imported")
        self.assertEqual(self.count_records(office), before)

    def decide(self, window, office, verb):
        """Says it of the only pair, which leads back to the plan."""
        window.click("button", office.verb("Decide about _doubtful ones…"))
        window.click("button", office.verb(verb))

    @drive.in_both_languages
    def test_that_two_are_one_is_all_there_is_to_keep(self, office):
        _ = office.gettext
        office.run("import", self.write(office, "first.xml", FIRST_ALONE))
        second = self.write(office, "second.xml", FIRST_ALONE.replace("<sender>one", "<sender>two"))
        with office.open(second) as window:
            self.decide(window, office, "_Same person")
            window.find("label", re.compile(re.escape(_(
                "The register has all of this already. What was decided is still to be kept, "
                "so that the next file of this sender does not ask again."))))
            window.picture(f"only-decided-{office.language}")

            # It can still be said otherwise.
            self.decide(window, office, "_Two people")
            window.find("button", office.ngettext("_Import %s record", "_Import %s records", 1)
                        .replace("_", "") % "1")
            self.decide(window, office, "_Same person")
            window.click("button", office.verb("_Keep what was decided"))
            window.find("button", office.verb("_Done"))
        again = office.run("import", "--dry-run", "--format=json", second).stdout
        self.assertEqual(json.loads(again)["files"][0]["counts"]["participant"]["same"], 1)

    @drive.in_both_languages
    def test_an_undo_that_is_stopped_lets_go(self, office):
        _ = office.gettext
        office.run("import", self.fill(office))
        stop, done = office.verb("_Stop"), office.verb("_Done")
        with office.open() as window:
            window.go("exchange")
            window.point(window.find("label", "second.xml"))
            window.click("button", office.verb("_Take back the import…"))
            with office.hold():
                window.click("button", office.verb("_Take back"))
                page = window.find("group", _("Taking back the import"))
                page.all("button", stop)[0].act()
                window.wait(
                    lambda root: "sensitive"
                    not in root.all("group", page.name)[0].all("button", stop)[0].states,
                    "it to be stopped",
                )
            window.find("label", _("You stopped it. Nothing was changed."))
            window.wait(
                lambda root: any("focused" in one.states for one in root.all("button", done)),
                "the button that leads back to have the focus",
            )
            window.press("Escape")
            window.click("button", office.verb("_Take back the import…"))
            window.click("button", office.verb("_Take back"))
            window.find("label", _("“%s” was taken back") % "second.xml")

    def take_in_three(self, office):
        file = office.folder / "alike.xml"
        file.write_text(ALIKE)
        office.run("import", file)

    def pair(self, office, nth, n):
        return office.gettext("%s: pair %s of %s") % (office.gettext("Participant"), nth, n)

    @drive.in_both_languages
    def test_three_become_one(self, office):
        _ = office.gettext
        self.take_in_three(office)
        with office.open() as window:
            window.click("label", _("Exchange"))
            window.find("label", self.to_decide(office, 3))
            window.click("button", office.verb("Co_mpare"))
            window.find("label", self.pair(office, 1, 3))
            window.click("button", office.verb("_Merge into one"))
            window.find("label", _("%s: is it the same?") % _("Participant"))
            window.click("button", office.verb("_Merge into one"))
            window.wait_gone("label", self.to_decide(office, 1))
            window.wait_gone("label", self.to_decide(office, 3))
        self.assertEqual(self.count_people(office), 1)

    def count_people(self, office):
        path = office.folder / "people.csv"
        office.run("list", "participants", path)
        return len(path.read_text().splitlines()) - 1

    @contextlib.contextmanager
    def compare_three(self, office):
        self.take_in_three(office)
        with office.open() as window:
            window.go("exchange")
            window.click("button", "Compare")
            window.find("label", self.pair(office, 1, 3))
            yield window

    def test_pairs_of_which_one_is_gone_are_left_out(self):
        office = self.new_office()
        with self.compare_three(office) as window:
            window.click("button", "Merge into one")
            window.find("label", "Participant: is it the same?")
            window.press("ctrl+z")
            window.find("label", self.to_decide(office, 3))
            window.press("Escape")
            window.click("button", "Compare")
            window.find("label", self.pair(office, 1, 3))
            window.press("ctrl+shift+z")
            window.find("label", self.to_decide(office, 1))
            window.click("button", "Next pair")  # the first and the third have lost one of the two
            window.find("label", "Participant: is it the same?")
            window.click("button", "Merge into one")
            window.wait_gone("label", self.to_decide(office, 1))
        self.assertEqual(self.count_people(office), 1)

    def test_only_what_was_merged_is_counted(self):
        office = self.new_office()
        with self.compare_three(office) as window:
            window.click("button", "All the rest")
            window.click("menu item", "All the rest are the same")
            window.find("label", "2 pairs merged")
            window.press("ctrl+z")
            window.find("label", self.to_decide(office, 3))
        self.assertEqual(self.count_people(office), 3)

    def test_that_they_are_two_is_not_said_to_be_undone(self):
        office = self.new_office()
        with self.compare_three(office) as window:
            window.click("button", "Two people")
            window.find("label", self.pair(office, 1, 2))
            window.find("label", self.to_decide(office, 2))
            window.press("ctrl+z")
            window.find("label", "There is nothing to undo")
            window.find("label", self.to_decide(office, 2))


unittest.main()
