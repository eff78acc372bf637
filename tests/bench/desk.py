#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The legal desk over a register of many agreements, each with a PDF of its own.

SELARAS_DESK says how many (2,000; 20,000 are the whole, with 2 GB of PDFs, which takes two minutes
and 3 GB of disk). The PDFs are written by make-agreements, with five pages of words each and ballast
up to 100 KiB. The texts of all but UNREAD of them go into the index by the function that the program
itself puts them there with; the rest is read from the PDFs, in confined processes, by the window.

Meson runs it: meson test --benchmark.
"""

import os
import statistics
import sys
import time

import bench

COUNT = int(os.environ.get("SELARAS_DESK", "2000"))
KIBIBYTES = 100
UNREAD = 40
PAGES = 300


def compare_reading(table, folder):
    """Three hundred pages into the index of an empty register."""
    pdf, text, database = folder / "pages.pdf", folder / "pages.txt", folder / "pages.db"
    bench.run(bench.BENCH / "make-agreements", "--pdf", str(PAGES), pdf)

    def read_anew():
        for path in folder.glob("pages.db*"):
            path.unlink()
        # An empty register takes a while to make, and it is there when a PDF comes.
        bench.run(bench.BENCH / "make-agreements", database, "0", "0", "0")
        return bench.microseconds(bench.BENCH / "search-text", "--read", pdf, database)

    ours, theirs = bench.take_turns(
        bench.ROUNDS, read_anew, lambda: bench.seconds("pdftotext", pdf, text)
    )
    table.add_ratio(f"Text of {PAGES} pages indexed / pdftotext", ours, theirs, 1.5)


def measure_typing(table, database):
    """Each letter on the thread that answers, over everything."""
    names, *letters = map(int, bench.run(bench.BENCH / "search-text", database).split())
    table.add_time("Names of all records read, once", [names / 1e6], COUNT / 20_000)
    table.add_time("Search everywhere, a letter: median", [n / 1e6 for n in letters], 0.05)
    slowest = statistics.quantiles(letters, n=20)[-1]
    table.add_time("Search everywhere, a letter: 95 %", [slowest / 1e6], 0.2)
    letters = list(map(int, bench.run(bench.BENCH / "search-text", "--list", database).split()))
    slowest = statistics.quantiles(letters, n=20)[-1]
    table.add_time("List of agreements searched, a letter: 95 %", [slowest / 1e6], 0.2)


def measure_window(table, database):
    lines = bench.run(bench.BENCH / "desk-window", database).splitlines()
    times, turns = {}, {}
    for what, whole, turn in map(str.split, lines):
        times.setdefault(what, []).append(int(whole) / 1e6)
        turns.setdefault(what, []).append(int(turn) / 1e6)

    # The answers to letters that came too late for theirs are those to the next ones.
    for what, name, limit in (
        ("list", "List to first rows", 0.5),
        ("filter", "List filtered by state", 0.5),
        ("search", "Search everywhere, to the rows", 0.1),
        ("open", "Agreement opened, to its first page", 0.5),
    ):
        table.add_time(name, times[what], limit)
    for what, name in (
        ("search", "Longest turn of the main loop: searching"),
        ("open", "Longest turn of the main loop: opening"),
        ("filter", "Longest turn of the main loop: filtering"),
    ):
        table.add_time(name, [max(turns[what])], 0.05)


def main():
    with bench.work_folder() as folder:
        database = folder / "register.db"
        start = time.monotonic()
        bench.run(bench.BENCH / "make-agreements", database, str(COUNT), str(KIBIBYTES), str(UNREAD))
        size = database.stat().st_size / 2**30
        print(f"{COUNT:,} agreements, {size:.1f} GiB, made in {time.monotonic() - start:.0f} s")
        table = bench.Table()
        compare_reading(table, folder)
        measure_typing(table, database)
        with bench.desktop():
            measure_window(table, database)
    return 0 if table.is_good else 1


if __name__ == "__main__":
    sys.exit(main())
