# SPDX-License-Identifier: GPL-3.0-or-later
"""What holds for each of the five cases, and what tests of one need."""

import json

import drive


class ScenarioTest(drive.DriveTest):
    """A case in an office of its own, imported before the first test."""

    case = None  # its number
    today = "2026-11-16"

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.office = cls.make_office(cls.__name__, today=cls.today)
        cls.office.take_in(cls.case)

    def summary(self, **environment):
        done = self.office.run("report", "summary", "--format=json", **environment)
        self.assertEqual(done.returncode, 0, done.stderr)
        return json.loads(done.stdout)

    def programme(self, name):
        (programme,) = [p for p in self.summary()["programmes"] if p["name"] == name]
        return programme

    def agreements(self, **environment):
        """By number, each with its state."""
        states = self.summary(**environment)["agreements"]
        return {a["number"]: dict(a, state=state) for state in states for a in states[state]}

    def target_line(self, window, programme):
        """What the overview says of a programme."""
        return window.find("list item", programme).texts()[1]

    def show_agreement(self, window, number):
        """Selects it in the list of agreements."""
        window.go("agreements")
        window.click("label", number)

    def test_the_same_file_again_changes_nothing(self):
        before = self.summary()
        done = self.office.run("import", "--format=json", drive.example(self.case))
        self.assertEqual(done.returncode, 0, done.stderr)
        (outcome,) = json.loads(done.stdout)["files"]
        self.assertEqual([outcome["total"][n] for n in ("new", "changed", "refused")], [0, 0, 0])
        self.assertEqual(self.summary(), before)

    def test_everything_is_as_it_should_be(self):
        done = self.office.run("check")
        self.assertEqual(done.returncode, 0, done.stdout)
