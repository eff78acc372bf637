# SPDX-License-Identifier: GPL-3.0-or-later
"""One process owns a database: while its window is open, it carries out what others ask."""

import json
import unittest

import drive


class Forwarding(drive.DriveTest):
    def summary(self, office):
        done = office.run("report", "summary", "--format=json")
        self.assertEqual(done.returncode, 0, done.stderr)
        return json.loads(done.stdout)

    def test_commands_are_carried_out_by_the_window(self):
        office = self.new_office()
        with office.open() as window:
            self.assertEqual(self.summary(office)["counts"]["participant"], 0)

            window.go("participants")
            done = office.run("import", drive.example(2))
            self.assertEqual(done.returncode, 0, done.stderr)
            self.assertIn("Together", done.stdout)
            window.find("label", "48 records")
            self.assertEqual(self.summary(office)["counts"]["participant"], 48)

            refused = office.run("import", drive.EXAMPLES / "nk-2025-tks.pdf")
            self.assertEqual(refused.returncode, 2)
            self.assertIn("This is not an XML file", refused.stderr)
            # An export goes into the folder of whoever asked.
            out = office.folder / "out.xml"
            line = ["export", "--partner=BLK Kalimantan Selatan", "--purpose=Audit", out]
            nameless = office.run(*line)
            self.assertEqual(nameless.returncode, 2)
            self.assertIn("--sender-id", nameless.stderr)
            done = office.run(*line, "--sender-id=blk", "--sender-name=BLK")
            self.assertEqual(done.returncode, 0, done.stderr)
            self.assertIn("Agreements", done.stdout)
            self.assertTrue(out.read_text().startswith("<?xml"))
            self.assertEqual(office.run("import").returncode, 1)
            self.assertEqual(office.run("check").returncode, 0)

    def test_a_package_is_taken_in_by_the_window(self):
        office = self.new_office()
        package, secret = office.folder / "p.selaras", office.folder / "secret"
        secret.write_text("kuda lumping\n")
        with office.open():
            made = office.run("package", drive.example(2), package, "--passphrase-file", secret)
            self.assertEqual(made.returncode, 0, made.stderr)
            asked = office.run("import", package)
            self.assertEqual(asked.returncode, 2)
            self.assertIn("--passphrase-file", asked.stderr)
            done = office.run("import", package, "--passphrase-file", secret)
            self.assertEqual(done.returncode, 0, done.stderr)
            self.assertIn("It is not signed", done.stdout)
            self.assertEqual(self.summary(office)["counts"]["participant"], 48)

    def test_a_second_start_brings_the_window_to_the_front(self):
        office = self.new_office()
        with office.open() as window:
            second = office.run()
            self.assertEqual((second.returncode, second.stdout, second.stderr), (0, "", ""))
            self.assertEqual(len(window.look().children), 1)

            shown = office.run(drive.example(2))
            self.assertEqual(shown.returncode, 0)
            window.find("button", "Import 343 records")

    def test_without_a_bus_the_holder_of_the_database_is_named(self):
        office = self.new_office()
        with office.open() as window:
            for address in ("unix:path=/nowhere", "disabled:"):
                done = office.run("check", DBUS_SESSION_BUS_ADDRESS=address)
                self.assertEqual(done.returncode, 4)
                self.assertIn(f"process {window.process.pid}", done.stderr)

    def test_other_databases_are_other_programs(self):
        office, other = self.new_office(), self.make_office("other")
        other.take_in(2)
        with office.open():
            self.assertEqual(self.summary(other)["counts"]["participant"], 48)
            self.assertEqual(self.summary(office)["counts"]["participant"], 0)


unittest.main()
