# SPDX-License-Identifier: GPL-3.0-or-later
"""A package on its way in: opened with its passphrase, and known by its signature."""

import re
import unittest

import drive

PASSPHRASE = "kuda lumping"
SENDER = "bnnk-banjarbaru"
RECORDS = 343


class Packages(drive.DriveTest):
    def pack(self, *options):
        """A package of an example, made by another office; and the key of that, as it says it."""
        office = self.make_office(f"sender-{len(list(self.desktop.folder.iterdir()))}")
        package = office.folder / "peserta.selaras"
        passphrase = office.folder / "passphrase"
        passphrase.write_text(PASSPHRASE + "\n")
        if "encrypted" in options:
            options = [one for one in options if one != "encrypted"]
            options += ["--passphrase-file", passphrase]
        done = office.run("package", *options, drive.example(2), package)
        self.assertEqual(done.returncode, 0, done.stderr)
        said = office.run("key").stdout
        key, fingerprint = re.match(r"Public key: (.*)\nFingerprint: (.*)\n", said).groups()
        return package, key, fingerprint

    def choose(self, window, office, package):
        window.go("exchange")
        window.click("button", office.verb("Choose a _file…"))
        window.choose_file(office.gettext("Choose a file"), package)

    def enter_passphrase(self, window, office, passphrase):
        """An entry that shows no text does not say which it has either."""

        def has_focus(root):
            entries = root.all("text box", office.gettext("Passphrase"))
            return any("focused" in entry.states for entry in entries)

        window.wait(has_focus, "the focus on the passphrase")
        window.type(passphrase)
        window.click("button", office.verb("_Open"))

    def verb(self, office):
        text = office.ngettext("_Import %s record", "_Import %s records", RECORDS) % RECORDS
        return text.replace("_", "")

    @drive.in_both_languages
    def test_an_encrypted_package_is_opened_and_its_key_trusted(self, office):
        _ = office.gettext
        package, key, fingerprint = self.pack("encrypted", "--sign")
        with office.open() as window:
            self.choose(window, office, package)
            window.find("label", _("Passphrase of “%s”") % package.name)
            needed = _("“%s” is encrypted. Enter the passphrase that its sender told you.")
            window.find("label", needed % package.name)
            self.assert_controls_are_named(window, "the question for a passphrase")
            window.picture(f"passphrase-{office.language}")

            self.enter_passphrase(window, office, "kuda terbang")
            wrong = _(
                "This is not the passphrase of “%s”, or the file is damaged. Check it and try again."
            )
            window.find("label", wrong % package.name)
            window.picture(f"wrong-passphrase-{office.language}")

            self.enter_passphrase(window, office, PASSPHRASE)
            unknown = _(
                "It says that it comes from “%s”, and is signed with a key that you do not know. "
                "Call that office and compare its fingerprint: %s."
            )
            window.find("label", unknown % (SENDER, fingerprint))
            window.find("button", self.verb(office))
            self.assert_controls_are_named(window, "the plan of a package")
            window.picture(f"unknown-key-{office.language}")

            window.click("button", office.verb("Trust this _key…"))
            window.find("label", re.compile(fingerprint + "\n"))
            window.picture(f"trust-key-{office.language}")
            window.click("button", office.verb("_Trust the key"))
            trusted = _("It is signed by “%s”, whose key you trust.") % SENDER
            window.find("label", trusted)
            window.wait_gone("button", office.verb("Trust this _key…"))
            self.assertEqual(office.run("trust").stdout, f"{SENDER}  {key}  {fingerprint}\n")
            window.picture(f"trusted-{office.language}")

            # What was opened for the plan is imported: nobody asks again.
            window.click("button", self.verb(office))
            done = office.ngettext("%s record was imported.", "%s records were imported.", RECORDS)
            window.find("label", done % RECORDS)
            window.find("label", trusted)
            self.assertEqual(self.unpacked(office), [])

    def unpacked(self, office):
        """What is left of packages that were taken apart."""
        return list((office.folder / ".cache" / "selaras").glob("package-*"))

    def test_a_plan_that_waited_asks_again(self):
        office = self.new_office()
        package, key, fingerprint = self.pack("encrypted", "--sign")
        self.assertEqual(office.run("trust", SENDER, key).returncode, 0)
        trusted = f"It is signed by “{SENDER}”, whose key you trust."
        with office.open() as window:
            self.choose(window, office, package)
            self.enter_passphrase(window, office, PASSPHRASE)
            window.find("label", trusted)
            self.assertEqual(len(self.unpacked(office)), 1)
            window.press("Escape")
            window.find("button", "Go on")
            self.assertEqual(self.unpacked(office), [])

        with office.open() as window:
            window.go("exchange")
            window.click("button", "Go on")
            window.find("label", trusted)
            window.click("button", self.verb(office))
            window.find("label", "Passphrase of “peserta.selaras”")
            window.press("Escape")
            window.wait_gone("label", "Passphrase of “peserta.selaras”")
            window.click("button", self.verb(office))
            self.enter_passphrase(window, office, PASSPHRASE)
            window.find("label", "343 records were imported.")

    def test_a_key_that_cannot_be_kept_is_not_trusted(self):
        office = self.new_office()
        key = "11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo="
        nowhere = "unix:path=" + str(office.folder / "no-bus")
        done = office.run(
            "trust", SENDER, key, GSETTINGS_BACKEND="dconf", DBUS_SESSION_BUS_ADDRESS=nowhere
        )
        self.assertEqual(done.returncode, 4)
        self.assertIn("The trusted keys cannot be kept", done.stderr)

    def test_what_is_suspect_is_said(self):
        office = self.new_office()
        package, _key, _fingerprint = self.pack()
        unsigned = f"It is not signed: nothing proves that it comes from “{SENDER}”, as it says."
        with office.open(package) as window:
            window.find("label", unsigned)
            self.assertFalse(window.look().all("button", "Trust this key…"))
            self.assertEqual(len(self.unpacked(office)), 1)
            window.picture("not-signed")
        self.assertEqual(self.unpacked(office), [])

        package, key, _fingerprint = self.pack("--sign")
        self.assertEqual(office.run("trust", "blk-kalsel", key).returncode, 0)
        with office.open(package) as window:
            window.find("label", re.compile("^It is signed by “blk-kalsel”, but"))
            self.assertFalse(window.look().all("button", "Trust this key…"))
            window.picture("signed-by-another")

    def test_a_package_that_was_changed_is_refused(self):
        office = self.new_office()
        package, _key, _fingerprint = self.pack("encrypted")
        data = bytearray(package.read_bytes())
        data[-1] ^= 1
        package.write_bytes(data)
        with office.open() as window:
            self.choose(window, office, package)
            self.enter_passphrase(window, office, PASSPHRASE)
            window.find("label", "“peserta.selaras” was not imported")
            window.picture("changed-package")

    @drive.in_both_languages
    def test_the_preferences_list_the_trusted_keys(self, office):
        _ = office.gettext
        _package, key, fingerprint = self.pack("--sign")
        with office.open() as window:
            window.press("ctrl+comma")
            window.find("label", _("No office is trusted yet"))
            own = window.find("label", re.compile("^[0-9]{5}( [0-9]{5}){5}$")).name
            self.assertIn(own, office.run("key").stdout)

            window.click("button", office.verb("_Add…"))
            window.enter(_("Its code, such as bnnk-banjarbaru"), SENDER)
            window.enter(_("Public key"), key[:-2])
            window.find("label", re.compile("44"))
            window.picture(f"no-key-{office.language}")
            window.enter(_("Public key"), key)
            window.find("label", re.compile(fingerprint))
            self.assert_controls_are_named(window, "the form for a key")
            window.picture(f"add-key-{office.language}")
            window.click("button", office.verb("_Trust the key"))
            window.find("label", fingerprint)
            window.wait_gone("label", _("No office is trusted yet"))
            window.resize(560, 780)
            window.picture(f"trusted-keys-{office.language}")

            remove = _("Trust the key of “%s” no more") % SENDER
            window.click("button", remove)
            window.find("label", _("No office is trusted yet"))
            window.picture(f"removed-key-{office.language}")
            window.click("button", office.verb("_Undo"))
            window.find("label", fingerprint)
            self.assertEqual(office.run("trust").stdout, f"{SENDER}  {key}  {fingerprint}\n")
            window.press("Escape")
            window.wait_gone("window", _("Preferences"))


unittest.main()
