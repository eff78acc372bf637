#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""How fast Selaras is, as ratios to other programs of the same machine and minute.

What is compared takes turns, because the speed of a shared machine moves; what counts is the median
of the ratios within each turn. Fails when one of them is above its limit. Meson runs it: meson test --benchmark.
"""

import contextlib
import csv
import hashlib
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile
import time
import xml.etree.ElementTree

ROUNDS = 7
WINDOW_ROUNDS = 15
PARTICIPANTS = 100_000
PAGES = 500
PDF = "pks-2025-binapenta-bnn.pdf"
BOOK = "book.pdf"
BOOK_PAGES = 300

SOURCE = pathlib.Path(os.environ["SELARAS_SOURCE"])
BUILD = pathlib.Path(os.environ["SELARAS_BUILD"])
BENCH = BUILD / "tests" / "bench"
EXAMPLES = BUILD / "data" / "examples"
SELARAS = BUILD / "src" / "selaras"
SCHEMA = SOURCE / "data" / "exchange" / "selaras-exchange-1.xsd"

# Every window has the same around it, and nobody's own settings.
ENVIRONMENT = dict(
    ADW_DISABLE_PORTAL="1",
    GDK_BACKEND="x11",
    GSETTINGS_BACKEND="memory",
    GSETTINGS_SCHEMA_DIR=str(BUILD / "data"),
    GSK_RENDERER="cairo",
    GTK_A11Y="none",
    LANG="C.UTF-8",
    SELARAS_CONFINED=str(BUILD / "src" / "confined" / "selaras-confined"),
    SELARAS_TODAY="2026-11-16",
)


def run(*command):
    """What the program prints; it must succeed."""
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    if done.returncode != 0:
        sys.exit(f"{command[0]}: {done.stderr or done.stdout}")
    return done.stdout


def seconds(*command):
    """How long a whole process takes."""
    start = time.monotonic()
    run(*command)
    return time.monotonic() - start


def first_frame(*command):
    """Seconds from the start of the process to the first frame of its window."""
    start = time.monotonic()
    return int(run(*command)) / 1e6 - start


def microseconds(*command):
    """The median of the times that the program prints, in seconds."""
    return statistics.median(int(line) for line in run(*command).split()) / 1e6


def take_turns(rounds, *measures):
    """The times of each measure, turn by turn. The first round only warms up."""
    times = [[measure() for measure in measures] for _ in range(rounds + 1)]
    return list(zip(*times[1:]))


def median_ratio(ours, theirs):
    return statistics.median(our / their for our, their in zip(ours, theirs))


class Table:
    """What was measured, against its limit; it prints each line when it is there."""

    def __init__(self):
        self.is_good = True
        print(f"{'':44}{'Selaras':>10}{'beside':>10}{'ratio':>8}{'at most':>10}")

    def add_ratio(self, name, ours, theirs, limit):
        """Of times that took turns."""
        ratio = median_ratio(ours, theirs)
        our, their = statistics.median(ours) * 1000, statistics.median(theirs) * 1000
        self.add(name, f"{our:7.0f} ms{their:7.0f} ms{ratio:8.2f}", limit, "", ratio)

    def add_time(self, name, ours, limit):
        time = statistics.median(ours) * 1000
        self.add(name, f"{time:7.2f} ms{'':18}", limit * 1000, " ms", time)

    def add(self, name, figures, limit, unit, value):
        self.is_good = self.is_good and value <= limit
        verdict = "" if value <= limit else "  too slow"
        print(f"{name:44}{figures}{f'{limit:.3g}{unit}':>10}{verdict}", flush=True)


def compare_import(table, folder):
    """Returns the database of the last import."""
    file = folder / "participants.xml"
    with file.open("w") as output:
        subprocess.run([BENCH / "make-participants", str(PARTICIPANTS)], stdout=output, check=True)
    database = folder / "register.db"

    def import_anew():
        for path in folder.glob("register.db*"):
            path.unlink()
        return seconds(SELARAS, "--database", database, "import", file)

    check, read, take_in = take_turns(
        ROUNDS,
        lambda: seconds("xmllint", "--stream", "--noout", "--schema", SCHEMA, file),
        lambda: seconds(BENCH / "read-exchange", file),
        import_anew,
    )
    table.add_ratio(f"Reading {PARTICIPANTS:,} participants / xmllint", read, check, 1.2)
    table.add_ratio(f"Importing {PARTICIPANTS:,} participants / xmllint", take_in, check, 3)
    return database


def write_table(exchange, table):
    """The participants of an exchange file as the CSV of a spreadsheet program."""
    fields = "nik name sex birth_date birth_place region address phone education kind".split()
    with table.open("w", newline="") as output:
        rows = csv.writer(output, delimiter=";")
        rows.writerow(name.replace("_", " ") for name in fields)
        for _, element in xml.etree.ElementTree.iterparse(exchange):
            space, _, tag = element.tag.rpartition("}")
            if tag == "participant":
                rows.writerow(element.findtext(f"{space}}}{name}") for name in fields)
                element.clear()


def compare_table(table, folder):
    file = folder / "participants.csv"
    database = folder / "empty.db"
    write_table(folder / "participants.xml", file)
    read_table, read_exchange = take_turns(
        ROUNDS,
        lambda: seconds(BENCH / "read-roster", database, file),
        lambda: seconds(BENCH / "read-exchange", folder / "participants.xml"),
    )
    table.add_ratio(f"Reading {PARTICIPANTS:,} rows / an exchange", read_table, read_exchange, 1.5)


def compare_list_files(table, database, folder):
    """Against the same rows as sqlite3 prints them."""
    sql = (
        "SELECT name, nik, birth_date, (SELECT stage FROM enrolment WHERE participant = r.id"
        " ORDER BY referred_on DESC, id DESC LIMIT 1) FROM participant r"
        " ORDER BY name COLLATE NOCASE"
    )

    def save(name):
        return seconds(
            SELARAS, "--database", database, "list", "--force", "participants", folder / name
        )

    printed, as_csv, as_xlsx = take_turns(
        ROUNDS,
        lambda: seconds("sqlite3", "-csv", "-header", database, sql),
        lambda: save("list.csv"),
        lambda: save("list.xlsx"),
    )
    table.add_ratio(f"A list of {PARTICIPANTS:,} as CSV / sqlite3", as_csv, printed, 2.5)
    table.add_ratio(f"A list of {PARTICIPANTS:,} as XLSX / sqlite3", as_xlsx, printed, 5)


def measure_list(table, database):
    (page,) = take_turns(ROUNDS, lambda: microseconds(BENCH / "list-page", database, str(PAGES)))
    table.add_time("A page of the participant list", page, 0.001)


def compare_first_frame(table, database):
    empty, whole = take_turns(
        WINDOW_ROUNDS,
        lambda: first_frame(BENCH / "empty-window"),
        lambda: first_frame(BENCH / "whole-window", "first-frame", database),
    )
    table.add_ratio("First frame / that of an empty window", whole, empty, 2)


def measure_paging(table, database):
    (frame,) = take_turns(ROUNDS, lambda: microseconds(BENCH / "whole-window", "paging", database))
    table.add_time("A frame while paging through participants", frame, 0.016)


AGREEMENT = """<?xml version="1.0" encoding="UTF-8"?>
<exchange xmlns="urn:selaras:exchange:1">
<header><sender>bench</sender><sender_name>BNN</sender_name><made_at>2026-01-01T00:00:00Z</made_at>
<sequence>1</sequence></header>
<agreement id="A-1"><kind>cooperation</kind><title>Buku</title><stage>signed</stage>
<signed_on>2025-10-11</signed_on><starts_on>2025-10-11</starts_on><ends_on>2028-10-10</ends_on>
</agreement><document id="D-1"><agreement>A-1</agreement><kind>signed</kind><title>Buku</title>
<edition>1</edition><file>{}</file><sha256>{}</sha256><pages>{}</pages></document></exchange>
"""


def take_in_book(database, folder):
    """An agreement whose PDF has many pages."""
    pdf = folder / BOOK
    run(BUILD / "tests" / "confined" / "make-pdf", "rich", str(BOOK_PAGES), pdf)
    digest = hashlib.sha256(pdf.read_bytes()).hexdigest()
    file = folder / "book.xml"
    file.write_text(AGREEMENT.format(BOOK, digest, BOOK_PAGES))
    run(SELARAS, "--database", database, "import", file)


def compare_document(table, database, folder, name, pdf):
    command = [BENCH / "whole-window", "document", database, pdf.name]
    page = ("-f", "1", "-l", "1", "-r", "96", "-png")
    pdftoppm = ["pdftoppm", *page, pdf, folder / "page"]
    pipe = subprocess.PIPE

    with subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True) as window:

        def select():
            print(file=window.stdin, flush=True)
            return int(window.stdout.readline()) / 1e6

        whole, page = take_turns(WINDOW_ROUNDS, select, lambda: seconds(*pdftoppm))
    table.add_ratio(f"First page of {name} / pdftoppm", whole, page, 0.5)


def measure_scrolling(table, database):
    """What all but the slowest twentieth of the frames take of the main loop."""

    def scroll():
        printed = run(BENCH / "whole-window", "scrolling", database, BOOK)
        times = sorted(int(line) / 1e6 for line in printed.split())
        return times[len(times) * 95 // 100]

    (frame,) = take_turns(ROUNDS, scroll)
    table.add_time(f"95 % of frames, scrolling {BOOK_PAGES} pages", frame, 1 / 60)


@contextlib.contextmanager
def started(*command):
    """A program that takes the number of a file as its last word and writes a line there, while it
    runs: the line."""
    reading, writing = os.pipe()
    quiet = dict(stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    process = subprocess.Popen([*command, str(writing)], pass_fds=[writing], **quiet)
    os.close(writing)
    try:
        with os.fdopen(reading) as answer:
            yield answer.readline().strip()
    finally:
        process.terminate()
        process.wait()


@contextlib.contextmanager
def desktop():
    """A display and a session bus of one's own."""
    screen = ["Xvfb", "-screen", "0", "1280x800x24", "-nolisten", "tcp", "-noreset", "-displayfd"]
    bus = ["dbus-daemon", "--session", "--nofork", "--nopidfile", "--print-address"]
    with started(*screen) as number, started(*bus) as address:
        os.environ.update(DISPLAY=f":{number}", DBUS_SESSION_BUS_ADDRESS=address)
        yield


@contextlib.contextmanager
def work_folder():
    """A home of one's own, in which nothing is kept."""
    with tempfile.TemporaryDirectory(prefix="work-", dir=BENCH) as name:
        os.environ.update(ENVIRONMENT, HOME=name, XDG_RUNTIME_DIR=name)
        yield pathlib.Path(name)


def main():
    with work_folder() as folder:
        table = Table()
        database = compare_import(table, folder)
        compare_table(table, folder)
        run(SELARAS, "--database", database, "import", *sorted(EXAMPLES.glob("*.xml")))
        measure_list(table, database)
        compare_list_files(table, database, folder)
        with desktop():
            compare_first_frame(table, database)
            measure_paging(table, database)
            compare_document(table, database, folder, "a selected PDF", EXAMPLES / PDF)
            take_in_book(database, folder)
            book = folder / BOOK
            compare_document(table, database, folder, f"a PDF of {BOOK_PAGES} pages", book)
            measure_scrolling(table, database)
    return 0 if table.is_good else 1


if __name__ == "__main__":
    sys.exit(main())
