#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What an exchange of a million people costs, as ratios to xmllint on the same file, and in memory.

Meson runs it: meson test --benchmark. It takes a quarter of an hour, and 6 GB of disk.
"""

import pathlib
import subprocess
import sys
import time

import bench

ROUNDS = 5
LONG_ROUNDS = 2
MILLION = 1_000_000
MIB = 1024


# The partner of the participants may have everything about them.
AGREEMENT = """\
<exchange xmlns="urn:selaras:exchange:1">
<header><sender>bench</sender><sender_name>Bench</sender_name>
<made_at>2019-05-16T09:00:00+08:00</made_at><sequence>3</sequence></header>
<agreement id="A-1"><kind>memorandum</kind><title>Data</title><stage>signed</stage>
<signed_on>2019-05-16</signed_on><starts_on>2019-05-16</starts_on><open_ended>true</open_ended>
</agreement>
<party id="A-1/1"><agreement>A-1</agreement><position>1</position><partner>P-1</partner>
<number>1/NK/2019</number></party>
<scope_item id="A-1/S"><agreement>A-1</agreement><position>1</position>
<topic>data_exchange</topic><text>Data</text><carries>specific</carries></scope_item>
</exchange>
"""


# Begins a register, which a dry run does not.
FIRST = """\
<exchange xmlns="urn:selaras:exchange:1">
<header><sender>first</sender><sender_name>First</sender_name>
<made_at>2019-05-16T09:00:00+08:00</made_at><sequence>1</sequence></header>
<partner id="P"><name>First</name><kind>agency</kind></partner>
</exchange>
"""


class Register:
    """A database file in the folder, and what is done with it."""

    def __init__(self, folder):
        self.path = folder / "register.db"

    def forget(self):
        for path in self.path.parent.glob(self.path.name + "*"):
            path.unlink()

    def take_in(self, *arguments):
        return bench.seconds(bench.SELARAS, "--database", self.path, "import", *arguments)

    def take_back(self, number):
        return bench.seconds(bench.SELARAS, "--database", self.path, "undo-import", str(number))

    def take_in_anew(self, *arguments):
        self.forget()
        return self.take_in(*arguments)

    def look_through_anew(self, file):
        self.forget()
        first = file.with_name("first.xml")
        first.write_text(FIRST)
        self.take_in(first)
        return self.take_in("--dry-run", file)

    def send(self, file):
        file.unlink(missing_ok=True)
        return bench.seconds(
            bench.SELARAS, "--database", self.path, "export", "--what=everything",
            "--partner=BNN Kota Banjarbaru", "--agreement=1/NK/2019", "--purpose=Bench",
            "--sender-id=bench", "--sender-name=Bench", file,
        )


def make_file(folder, count, sequence=1):
    path = folder / f"participants-{count}-{sequence}.xml"
    with path.open("w") as output:
        command = [bench.BENCH / "make-participants", str(count), str(sequence)]
        subprocess.run(command, stdout=output, check=True)
    return path


def peak_of(pid):
    """The most memory that a process has had so far, in KiB; 0 when it is gone."""
    try:
        status = pathlib.Path(f"/proc/{pid}/status").read_text()
    except OSError:
        return 0
    return sum(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmHWM:"))


def children_of(pid):
    try:
        found = pathlib.Path(f"/proc/{pid}/task/{pid}/children").read_text()
    except OSError:
        return []
    return [int(child) for child in found.split()]


def family_of(pid):
    for child in children_of(pid):
        yield child
        yield from family_of(child)


def peak_memory(*command):
    """Of the process and all that it started, together, in KiB."""
    peaks = {}
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    while process.poll() is None:
        for pid in [process.pid, *family_of(process.pid)]:
            peaks[pid] = max(peaks.get(pid, 0), peak_of(pid))
        time.sleep(0.1)
    return sum(peaks.values())


def compare_times(table, folder, register):
    file = make_file(folder, MILLION)
    newer = make_file(folder, MILLION, sequence=2)
    check, read, dry, first, same, changed = bench.take_turns(
        ROUNDS,
        lambda: bench.seconds("xmllint", "--stream", "--noout", "--schema", bench.SCHEMA, file),
        lambda: bench.seconds(bench.BENCH / "read-exchange", file),
        lambda: register.look_through_anew(file),
        lambda: register.take_in_anew(file),
        lambda: register.take_in(file),
        lambda: register.take_in(newer),
    )
    table.add_ratio("Importing 1,000,000 participants / xmllint", first, check, 2)
    table.add_ratio("The same in a dry run / xmllint", dry, check, 1.3)
    table.add_ratio("The same file again / xmllint", same, check, 1.6)
    limit = 0.1 * bench.median_ratio(first, check) + bench.median_ratio(read, check)
    table.add_ratio("10,000 of them changed / xmllint", changed, check, limit)


def compare_undo(table, folder, register):
    file = make_file(folder, MILLION)
    first, undo = bench.take_turns(
        LONG_ROUNDS, lambda: register.take_in_anew(file), lambda: register.take_back(1)
    )
    table.add_ratio("Undoing the import / importing", undo, first, 0.7)


def compare_export(table, folder, register):
    """Of all that the register has."""
    agreement = folder / "agreement.xml"
    agreement.write_text(AGREEMENT)
    register.take_in_anew(make_file(folder, MILLION))
    register.take_in(agreement)
    file = folder / "everything.xml"
    export, check = bench.take_turns(
        ROUNDS,
        lambda: register.send(file),
        lambda: bench.seconds("xmllint", "--stream", "--noout", file),
    )
    table.add_ratio("Exporting 1,000,000 participants / xmllint --noout", export, check, 1.0)
    file.unlink()


def compare_likeness(table, folder, register):
    file = make_file(folder, MILLION)
    register.take_in_anew(file)
    find, check = bench.take_turns(
        ROUNDS,
        lambda: bench.seconds(bench.BENCH / "find-likeness", register.path),
        lambda: bench.seconds("xmllint", "--stream", "--noout", "--schema", bench.SCHEMA, file),
    )
    table.add_ratio("Looking for duplicates among a million / xmllint", find, check, 0.5)


def measure_window(table, folder, register):
    """While a million are looked through and imported."""
    register.forget()
    file = make_file(folder, MILLION)
    lines = bench.run(bench.BENCH / "live-window", register.path, file).split("\n")
    for name, line in zip(("looking through", "importing"), lines):
        longest, moves = (int(word) for word in line.split())
        table.add_time(f"Longest turn of the window while {name}", [longest / 1e6], 0.05)
        table.add(f"Progress while {name} stood still", f"{moves:7} moves{'':15}", 0, "", moves < 10)


def compare_growth(table, folder, register):
    one, four = make_file(folder, MILLION), make_file(folder, 4 * MILLION)
    first, large = bench.take_turns(
        LONG_ROUNDS, lambda: register.take_in_anew(one), lambda: register.take_in_anew(four)
    )
    table.add_ratio("Importing 4,000,000 / 1,000,000", large, first, 4.4)
    four.unlink()


def compare_memory(table, folder, register):
    sizes = []
    for count in (MILLION, 2 * MILLION):
        register.forget()
        file = make_file(folder, count)
        command = (bench.SELARAS, "--database", register.path, "import", file)
        sizes.append(peak_memory(*command) / MIB)
    one, two = sizes
    table.add("Memory of both processes, 1,000,000", f"{one:7.0f} MiB{'':17}", 200, " MiB", one)
    table.add("The same for 2,000,000 / 1,000,000", f"{two:7.0f} MiB{one:6.0f} MiB{two / one:8.2f}",
              1.1, "", two / one)


def main():
    with bench.work_folder() as folder:
        table = bench.Table()
        register = Register(folder)
        compare_times(table, folder, register)
        compare_undo(table, folder, register)
        compare_export(table, folder, register)
        compare_likeness(table, folder, register)
        with bench.desktop():
            measure_window(table, folder, register)
        compare_growth(table, folder, register)
        compare_memory(table, folder, register)
    return 0 if table.is_good else 1


if __name__ == "__main__":
    sys.exit(main())
