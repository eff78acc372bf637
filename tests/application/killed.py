# SPDX-License-Identifier: GPL-3.0-or-later
"""An import, and the undo of one, killed at random moments, or without room on the disk: the next
start finds the database whole, with all of it or nothing, and says which if the one that was killed
could not.

SELARAS_KILLS says how often; SELARAS_SEED which moments, to see again what a run printed.
"""

import collections
import json
import os
import pathlib
import random
import re
import resource
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
import unittest

BUILD = pathlib.Path(os.environ["SELARAS_BUILD"])
PROGRAM = BUILD / "src" / "selaras"
MAKE_PARTICIPANTS = BUILD / "tests" / "bench" / "make-participants"
N_KILLS = int(os.environ.get("SELARAS_KILLS", "100"))
SEED = int(os.environ.get("SELARAS_SEED", random.randrange(1 << 32)))

N_BEFORE = 1000
N_AFTER = 30000

# Rounds between two that look at everything, which takes longer.
ROUNDS_BETWEEN_CHECKS = 10

# All that one act writes.
COUNTS = """
SELECT (SELECT count (*) FROM participant), (SELECT count (*) FROM identity),
       (SELECT count (*) FROM participant_words WHERE participant_words MATCH 'a* OR s*'),
       (SELECT count (*) FROM exchange), (SELECT count (*) FROM act),
       (SELECT count (*) FROM change), (SELECT count (*) FROM change_value),
       (SELECT count (*) FROM participant WHERE address LIKE '%300%'),
       (SELECT count (*) FROM sqlite_schema WHERE type = 'index')
"""


class KilledTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        home = tempfile.TemporaryDirectory(prefix="selaras-killed-")
        cls.addClassCleanup(home.cleanup)
        cls.folder = pathlib.Path(home.name)
        cls.environment = dict(os.environ, HOME=home.name, XDG_DATA_HOME=home.name)
        cls.random = random.Random(SEED)
        print(f"SELARAS_SEED={SEED} SELARAS_KILLS={N_KILLS}")

        cls.first = cls.make_file("first.xml", N_BEFORE, 1)
        cls.second = cls.make_file("second.xml", N_AFTER, 2)
        cls.bases = {name: cls.folder / f"{name}.db" for name in ("small", "large", "back")}
        cls.run_on(cls.bases["small"], "import", cls.first)
        cls.durations = {}
        cls.copy("small", cls.bases["large"])
        cls.durations["import"] = cls.run_on(cls.bases["large"], "import", cls.second)
        cls.copy("large", cls.bases["back"])
        cls.durations["undo-import"] = cls.run_on(cls.bases["back"], "undo-import", "2")
        cls.states = {name: cls.count(path) for name, path in cls.bases.items()}

    @classmethod
    def make_file(cls, name, n, sequence):
        path = cls.folder / name
        with path.open("w") as file:
            subprocess.run([MAKE_PARTICIPANTS, str(n), str(sequence)], stdout=file, check=True)
        return path

    @classmethod
    def copy(cls, base, path):
        for old in path.parent.glob(path.name + "*"):
            old.unlink()
        shutil.copyfile(cls.bases[base], path)

    @classmethod
    def start(cls, path, *arguments, **options):
        return subprocess.Popen(
            [PROGRAM, "--database", path, *arguments],
            env=cls.environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            **options,
        )

    @classmethod
    def run_on(cls, path, *arguments):
        """Seconds that it took."""
        begun = time.monotonic()
        process = cls.start(path, *arguments)
        said, complaints = process.communicate()
        complaints = re.sub("^selaras: A new register is begun: .*\n", "", complaints)
        assert process.returncode == 0 and complaints == "", said + complaints
        return time.monotonic() - begun

    @staticmethod
    def count(path):
        database = sqlite3.connect(path)
        (whole,) = database.execute("PRAGMA integrity_check").fetchone()
        assert whole == "ok", whole
        assert database.execute("PRAGMA foreign_key_check").fetchall() == []
        (counts,) = database.execute(COUNTS).fetchall()
        database.close()
        return counts

    def kill(self, path, command, argument):
        """Whether it had ended before."""
        process = self.start(path, command, argument)
        time.sleep(self.random.uniform(0, 1.1 * self.durations[command]))
        has_ended = process.poll() is not None
        process.send_signal(signal.SIGKILL)
        process.communicate()
        return has_ended

    def next_start(self, path):
        """What it says of the last one, and how many imports it finds."""
        process = self.start(path, "report", "imports", "--format=json")
        said, complaints = process.communicate()
        self.assertEqual(process.returncode, 0, complaints)
        return complaints, json.loads(said)

    def check_whole(self, path):
        process = self.start(path, "check")
        said, complaints = process.communicate()
        self.assertEqual((process.returncode, complaints), (0, ""), said)

    def look_after(self, path, words, before, after):
        """What is there after a kill; words are those of the sentence."""
        log = path.with_name(path.name + "-wal")
        has_log = log.exists() and log.stat().st_size > 0
        said, _ = self.next_start(path)
        counts = self.count(path)
        self.assertIn(counts, (self.states[before], self.states[after]))

        is_done = counts == self.states[after]
        if said:
            self.assertTrue(said.startswith(f"selaras: {words} “second.xml”, which "), said)
            self.assertIn("was finished" if is_done else "did not finish; nothing", said)
            self.assertEqual(len(said.splitlines()), 1)
            self.assertEqual(self.next_start(path)[0], "")
        if not said:
            return "committed, and told" if is_done else "before it began"
        if is_done:
            return "committed, not told"
        return "within it, some in the log" if has_log else "within it"

    def kill_often(self, command, argument, words, before, after):
        path = self.folder / "killed.db"
        phases = collections.Counter()
        for round_ in range(1, N_KILLS // 2 + 1):
            self.copy(before, path)
            has_ended = self.kill(path, command, argument)
            phase = self.look_after(path, words, before, after)
            phases["ended" if has_ended else phase] += 1
            if has_ended:
                self.assertEqual(phase, "committed, and told")
            if round_ % ROUNDS_BETWEEN_CHECKS == 0:
                self.check_whole(path)
                if phase not in ("committed, and told", "committed, not told"):
                    self.run_on(path, command, argument)
                    self.assertEqual(self.count(path), self.states[after])
        print(f"{command}: {dict(phases)}")
        self.assertGreater(phases["within it"], 0)

    def test_import(self):
        self.kill_often("import", self.second, "The import of", "small", "large")

    def test_undo(self):
        self.kill_often("undo-import", "2", "Taking back the import of", "large", "back")

    def test_no_room(self):
        """No file may grow beyond a limit, as on a full disk; Python lets the signal be ignored."""
        for command, argument, base in (
            ("import", self.second, "small"),
            ("undo-import", "2", "large"),
        ):
            for limit in (0, 20, 10_000, 100_000, 1_000_000, 2_000_000):
                path = self.folder / "full.db"
                self.copy(base, path)
                process = self.start(
                    path,
                    command,
                    argument,
                    restore_signals=False,
                    preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit)),
                )
                said, complaints = process.communicate()
                self.assertEqual((process.returncode, said), (4, ""), f"{limit} {complaints}")
                self.assertRegex(complaints, r"^selaras: [^\n]*“[^\n]*\.\n$")
                self.assertEqual(self.next_start(path)[0], "")
                self.assertEqual(self.count(path), self.states[base])


if __name__ == "__main__":
    unittest.main(testRunner=unittest.TextTestRunner(sys.stdout, verbosity=2))
