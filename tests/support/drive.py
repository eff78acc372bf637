# SPDX-License-Identifier: GPL-3.0-or-later
"""Drives the built program as a person would: by command line, keyboard and mouse.

A test is a unittest whose class is DriveTest.
"""

import contextlib
import functools
import gettext
import os
import re
import sqlite3
import subprocess
import sys
import time
import unittest

# The modules beside this file are small, and the source folder may be read-only.
sys.dont_write_bytecode = True

import accessible
import desktop
from desktop import BUILD

EXAMPLES = BUILD / "data" / "examples"
PROGRAM = BUILD / "src" / "selaras"

# Seconds between two looks: what comes mostly comes soon, and what is looked at is kept from work.
SHORTEST_PAUSE = 0.03
LONGEST_PAUSE = 0.24

# Seconds until what should come is said not to come: many times what a slow machine needs.
PATIENCE = 30

# How often a window may be without the keys before that is no chance any more.
MOST_CLICKS_BACK = 1

# In the order of the sidebar.
SECTIONS = ("overview", "agreements", "partners", "participants", "schedule", "exchange")

# The class of what a section shows.
SECTION_CLASS = re.compile(r"Sel\w+Page")

LOCALES = {"en": "C.UTF-8", "id": "id_ID.UTF-8"}

SETTINGS = "[Settings]\ngtk-enable-animations=0\ngtk-cursor-blink=0\ngtk-font-name=Cantarell 11\n"

# Roles, as GTK calls them.
BUTTONS = ("button", "toggle button", "menu item")
ENTRY = re.compile("text box|search box")
CONTROLS = (
    *BUTTONS,
    "checkbox",
    "column header",
    "combo box",
    "list item",
    "password text",
    "radio",
    "search box",
    "slider",
    "spin button",
    "switch",
    "text box",
)

# A place on the bus at which nothing is.
NOWHERE = ("org.selaras.Nowhere", "/")

COMPLAINT = re.compile(r"-(WARNING|CRITICAL|ERROR) \*\*|ERROR: |runtime error")


def example(number):
    """The exchange file of one of the five cases."""
    (path,) = EXAMPLES.glob(f"case-{number}-*.xml")
    return path


class Vain(AssertionError):
    """What was waited for did not come."""


class Office:
    """Someone's computer: a home folder, a database, a language, and what day it is there."""

    def __init__(self, bus, folder, language="en", today="2026-11-16"):
        self.bus = bus
        self.folder = folder
        self.database = folder / "register.db"
        self.language = language
        self.environment = dict(
            os.environ,
            HOME=str(folder),
            LANG=LOCALES[language],
            GSETTINGS_SCHEMA_DIR=str(BUILD / "data"),
            SELARAS_CONFINED=str(BUILD / "src" / "confined" / "selaras-confined"),
            SELARAS_LOCALEDIR=str(BUILD / "po"),
            SELARAS_TODAY=today,
        )
        locales = desktop.make_locale(LOCALES[language])
        if locales:
            self.environment["LOCPATH"] = str(locales)

        is_source = language == "en"
        catalogue = gettext.translation("selaras", BUILD / "po", [language], fallback=is_source)
        self.gettext = catalogue.gettext
        self.ngettext = catalogue.ngettext
        self.pgettext = catalogue.pgettext

        settings = folder / ".config" / "gtk-4.0" / "settings.ini"
        settings.parent.mkdir(parents=True)
        settings.write_text(SETTINGS)

    def set(self, **texts):
        """Sets what the preferences have, in text; _ stands for -."""
        lines = [f'{key.replace("_", "-")}="{text}"' for key, text in texts.items()]
        keyfile = self.folder / ".config" / "glib-2.0" / "settings" / "keyfile"
        keyfile.parent.mkdir(parents=True)
        keyfile.write_text("\n".join(["[org/selaras/Selaras]", *lines, ""]))
        self.environment["GSETTINGS_BACKEND"] = "keyfile"

    def verb(self, text):
        """What a button says, without the mark of its mnemonic."""
        return self.gettext(text).replace("_", "")

    def command(self, *arguments):
        return [PROGRAM, "--database", self.database, *arguments]

    def run(self, *arguments, **environment):
        """Carries out a command of the command line, and returns when it is done."""
        return subprocess.run(
            self.command(*arguments),
            env=dict(self.environment, **environment),
            capture_output=True,
            text=True,
            timeout=PATIENCE,
        )

    def take_in(self, *cases):
        """Imports examples, named by their numbers."""
        for case in cases:
            done = self.run("import", example(case))
            assert done.returncode == 0, done.stdout + done.stderr

    @contextlib.contextmanager
    def hold(self):
        """Meanwhile whoever wants to write to the register waits, for five seconds at most."""
        with contextlib.closing(sqlite3.connect(self.database, isolation_level=None)) as connection:
            connection.execute("BEGIN IMMEDIATE")
            yield
            connection.execute("ROLLBACK")

    def open(self, *arguments):
        return Window(self, arguments)


class Window:
    """The program while its window is open: to be used in a with statement, which closes it."""

    def __init__(self, office, arguments):
        self.office = office
        self.bus = office.bus
        self.log = office.folder / "window.log"
        with self.log.open("w") as log:
            self.process = subprocess.Popen(
                office.command(*arguments), env=office.environment, stdout=log, stderr=log
            )
        self.program = None
        self.rows = []  # of the sidebar: their places
        self.pages = []  # the places of what they show
        self.clicks_back = 0

    def __enter__(self):
        try:
            self.wait(self.meet, "the window")
        except BaseException:
            self.give_up()
            raise
        return self

    def __exit__(self, kind, error, trace):
        if error:
            self.give_up()
            return

        if self.process.poll() is None:
            self.close()
        complaints = [line for line in self.log.read_text().splitlines() if COMPLAINT.search(line)]
        assert not complaints, "\n".join(complaints)

    def give_up(self):
        """Ends the program, and tells how far it came."""
        desktop.take_picture("failed-" + self.office.folder.name, True)
        print(self.look().describe(), self.log.read_text(), sep="\n", file=sys.stderr)
        self.process.kill()
        self.process.wait()

    def meet(self, root):
        """Whether the window is there; takes note of where its sections are."""
        sidebar = root.all("list", self.office.gettext("Sections"))
        self.rows = [row.place for row in sidebar[0].children] if sidebar else []
        for stack in root.walk():
            inside = [widget for page in stack.children for widget in page.children]
            if any(SECTION_CLASS.fullmatch(widget.raw_name) for widget in inside):
                self.pages = [page.place for page in stack.children]
                break  # a section may have pages of its own
        return any("active" in window.states for window in root.children)

    def close(self):
        """As a person does; the program has to end well. A key that went to a dialog, which was just
        closing, is pressed again."""
        try:
            self.press("ctrl+q")
            with contextlib.suppress(subprocess.TimeoutExpired):
                self.process.wait(PATIENCE / 4)
            if self.process.poll() is None:
                self.press("ctrl+q")
            status = self.process.wait(PATIENCE)
        except (AssertionError, subprocess.TimeoutExpired):
            self.give_up()
            raise
        assert status == 0, f"the window ended with status {status}"

    def find_program(self):
        self.program = self.program or self.bus.find_program(self.process.pid)
        return self.program or NOWHERE

    def look_at_windows(self):
        return self.bus.read_windows(self.find_program())

    def look(self):
        """What can be seen and used now. GTK 4.8 says of every section that it is seen, so all but
        the one in front are left out."""
        program = self.find_program()
        is_front = ["selected" in (states or ()) for states in self.bus.ask_states(self.rows)]
        hidden = {page for page, front in zip(self.pages, is_front) if not front}
        return self.bus.read(program, hidden)

    def wait(self, look_for, what, patience=PATIENCE, look=None):
        """Looks again and again until look_for, which is given what can be seen, finds something,
        and returns that. Where the whole machine stood still for a while, a single look takes that
        long: each counts for a second at most."""
        look = look or self.look
        waited = 0
        pause = SHORTEST_PAUSE
        before = time.monotonic()
        while True:
            status = self.process.poll()
            assert status is None, f"the program ended with status {status} before {what}"
            try:
                found = look_for(look())
            except accessible.Gone:
                found = None
            if found:
                return found
            time.sleep(pause)
            pause = min(2 * pause, LONGEST_PAUSE)
            now = time.monotonic()
            waited += min(now - before, 1)
            before = now
            if waited >= patience:
                raise Vain(f"waited in vain for {what}")

    def find(self, role, name=None):
        """The first such widget, when it is there."""
        return self.wait(lambda root: root.all(role, name), f"{role} {name!r}")[0]

    def wait_for_page(self, page, n_pages):
        """The page of a PDF that is read; both are numbers, or patterns."""
        words = self.office.gettext("Page %u of %u").replace("%u", "%s") % (page, n_pages)
        return self.find("image", re.compile(f"^{words}$"))

    def wait_gone(self, role, name=None):
        self.wait(lambda root: not root.all(role, name), f"{role} {name!r} to go")

    def active(self, root):
        """The window that takes the keys, and its place; None while there is none. GTK 4.8 says of
        no dialog that it does, but it is in front while it is there."""
        windows = [one for one in root.children if "active" in one.states or one.role == "dialog"]
        place = desktop.active_window()
        return (windows[0], place) if windows and place else None

    def wait_for_active(self):
        """Where two windows close at the same time, a window manager may leave the keys to none: a
        person then clicks on the one that is left."""
        what = "a window that takes the keys"
        try:
            return self.wait(self.active, what, PATIENCE / 4, self.look_at_windows)
        except Vain:
            print(f"no window takes the keys, but {desktop.active_window()}", file=sys.stderr)
            self.clicks_back += 1
            if self.clicks_back > MOST_CLICKS_BACK or not desktop.activate_window_of(self.process.pid):
                raise
        return self.wait(self.active, what, look=self.look_at_windows)

    def press(self, *keys):
        """Keys that come while a window closes and the next has no focus yet would be lost; and they
        are for what a person would see by then, which a whole look waits for."""
        self.look()
        self.wait_for_active()
        desktop.press(*keys)

    def type(self, text):
        desktop.type_text(text)

    def click(self, role, name):
        """Presses a button, or points at something else."""

        def ready(root):
            return [widget for widget in root.all(role, name) if "sensitive" in widget.states]

        widget = self.wait(ready, f"{role} {name!r} to be ready")[0]
        if not any(inner.act() for inner in widget.walk() if inner.role in BUTTONS):
            self.point(widget)

    def point(self, widget, modifier=None):
        """Clicks with the mouse in the middle of a widget. Its place is told from the window's
        edge, which lies within a shadow that is as wide on every side."""

        window, place = self.wait_for_active()
        x = (place["WIDTH"] - window.box[2]) // 2 + widget.box[0] + widget.box[2] // 2
        y = (place["HEIGHT"] - window.box[3]) // 2 + widget.box[1] + widget.box[3] // 2
        is_inside = 0 < x < place["WIDTH"] and 0 < y < place["HEIGHT"]
        assert is_inside, f"{widget} is off the screen"

        desktop.point(place["X"] + x, place["Y"] + y)
        self.look_at_windows()  # meanwhile a frame was drawn, in which GTK sees where the pointer is
        desktop.click(modifier)

    def drop_file(self, path, x, y):
        """Drags a file from another program and lets it go at a place of the screen."""
        source = desktop.BUILD / "tests" / "ui" / "drag-source"
        with subprocess.Popen([source, path], env=self.office.environment) as program:
            desktop.drag("Drag source", x, y)
            self.look()
            program.terminate()

    def enter(self, name, text):
        """Types into an entry in place of what is there."""
        entry = self.find(ENTRY, name)
        self.point(entry)
        self.wait_for_active()
        desktop.press("ctrl+a")
        self.type(text)
        self.wait(lambda root: entry.text() == text, f"{text!r} in {name!r}",
                  look=self.look_at_windows)

    def choose(self, name, option):
        """An item of a drop-down list. A click while the window is still moving to its place opens
        none, and a key while the list is being laid out may be lost, so that both are repeated, as
        a person would."""

        def items(root):
            lists = root.all("combo box", name)[0].all("list")
            return lists[-1].all("list item") if lists else []

        def offers(root):
            texts = [" ".join(item.texts()) for item in items(root)]
            return option in texts and texts

        def is_there(root):
            lists = root.all("combo box", name)[0].all("list")
            focused = lists[-1].in_state("focused", "list item") if lists else []
            return [" ".join(item.texts()) for item in focused] == [option]

        self.click("combo box", name)
        try:
            texts = self.wait(offers, f"{option!r} among what {name!r} offers", PATIENCE / 6)
        except AssertionError:
            self.click("combo box", name)
            texts = self.wait(offers, f"{option!r} among what {name!r} offers")
        for _ in range(3):
            self.press("Home", *["Down"] * texts.index(option))
            try:
                self.wait(is_there, f"{option!r} to be at hand", PATIENCE / 6)
                break
            except AssertionError:
                continue
        self.press("Return")

    def choose_file(self, title, path):
        """Types the path into GTK's own dialog, which does not say that it takes the keys."""
        self.find("widget", title)
        desktop.type_text(str(path))
        desktop.press("Return")
        self.wait_gone("widget", title)

    def name_file(self, title, path):
        """Likewise in a dialog that saves, where only the stem of the proposed name is selected."""
        self.find("widget", title)
        desktop.press("ctrl+a")
        self.choose_file(title, path)

    def go(self, section):
        """To one of SECTIONS."""
        self.press(f"alt+{SECTIONS.index(section) + 1}")
        self.wait_for_section(section)

    def wait_for_section(self, section):
        place = SECTIONS.index(section)

        def is_in_front(root):
            if not self.rows:  # the window was met before its sidebar
                self.meet(root)
            return self.rows and "selected" in (self.bus.ask_states(self.rows)[place] or ())

        self.wait(is_in_front, section)

    def table(self, name=None, root=None):
        """The rows of a table that are in sight, each a list of the texts of its cells."""
        tables = (root or self.look()).all("tree grid", name)
        rows = [row.all("grid cell") for table in tables for row in table.all("row")]
        return [[" ".join(cell.texts()) for cell in row] for row in rows if row]

    def size(self):
        return self.look().children[0].box[2:]

    def resize(self, width, height):
        before = self.size()
        desktop.resize_active_window(width, height)
        self.wait(lambda root: root.children[0].box[2:] != before, "another size")

    def picture(self, name):
        desktop.take_picture(name)


class DriveTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.desktop = desktop.Desktop()
        cls.addClassCleanup(cls.desktop.end)
        cls.desktop.begin()

    @classmethod
    def make_office(cls, name, **options):
        """A new one, with nothing in its register."""
        folder = cls.desktop.folder / name
        folder.mkdir()
        return Office(cls.desktop.bus, folder, **options)

    def new_office(self, **options):
        return self.make_office(self._testMethodName, **options)

    def assert_controls_are_named(self, window, where):
        """Everything that can be used says what it is, itself or by what is written inside."""
        seen = window.look()
        controls = [control for role in CONTROLS for control in seen.all(role)]
        nameless = [str(one) for one in controls if not one.name and not one.texts()]
        self.assertEqual(nameless, [], where)


def in_both_languages(test):
    """A test that is given an office, and that the interface has to pass in every language."""

    @functools.wraps(test)
    def run(self):
        for language in LOCALES:
            with self.subTest(language=language):
                name = f"{self._testMethodName}-{language}"
                test(self, self.make_office(name, language=language))

    return run
