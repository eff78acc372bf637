# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs the built program on a display and a session bus of its own, as a person would.

A test is a unittest whose class is DriveTest. It needs the Debian packages dbus-daemon,
at-spi2-core, python3-gi, xvfb, openbox, xdotool, imagemagick and locales.
"""

import functools
import gettext
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import time
import unittest

# The modules beside this file are small, and the source folder may be read-only.
sys.dont_write_bytecode = True

import accessible

BUILD = pathlib.Path(os.environ["SELARAS_BUILD"])
EXAMPLES = BUILD / "data" / "examples"
PICTURES = BUILD / "pictures"
PROGRAM = BUILD / "src" / "selaras"

# Seconds until what should come is said not to come: many times what a slow machine needs.
PATIENCE = 30

# In the order of the sidebar.
SECTIONS = ("overview", "agreements", "partners", "participants", "schedule", "exchange")

# The class of what a section shows.
SECTION_CLASS = re.compile(r"Sel\w+Page")

LOCALES = {"en": "C.UTF-8", "id": "id_ID.UTF-8"}

# A place on the bus at which nothing is.
NOWHERE = ("org.selaras.Nowhere", "/")

# Without frames a window's place is that of its content.
OPENBOX = """<openbox_config xmlns="http://openbox.org/3.4/rc">
<focus><focusNew>yes</focusNew></focus>
<applications><application class="*"><decor>no</decor></application></applications>
</openbox_config>"""

SETTINGS = "[Settings]\ngtk-enable-animations=0\ngtk-cursor-blink=0\ngtk-font-name=Cantarell 11\n"

BUTTONS = ("button", "toggle button", "menu item")
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
ENTRY = re.compile("text box|search box")

COMPLAINT = re.compile(r"-(WARNING|CRITICAL|ERROR) \*\*|ERROR: |runtime error")


def make_locale(name):
    """The folder for LOCPATH that has the locale; None where the system has it."""
    known = subprocess.run(["locale", "-a"], capture_output=True, text=True, check=True).stdout
    if name.lower().replace("-", "") in known.lower().replace("-", "").split():
        return None

    folder = BUILD / "locale"
    if not (folder / name).exists():
        folder.mkdir(exist_ok=True)
        language = name.partition(".")[0]
        # It warns of what no one minds, and says so in its status.
        subprocess.run(["localedef", "-c", "-i", language, "-f", "UTF-8", folder / name], capture_output=True)
    return folder


def example(number):
    """The exchange file of one of the five cases."""
    (path,) = EXAMPLES.glob(f"case-{number}-*.xml")
    return path


def active_window():
    """Where the window is that takes the keys; None while there is none, as when a menu closes."""
    question = ["xdotool", "getactivewindow", "getwindowgeometry", "--shell"]
    answer = subprocess.run(question, capture_output=True, text=True).stdout
    return {key: int(value) for key, value in re.findall(r"(\w+)=(\d+)", answer)} or None


def resize_active_window(width, height):
    size = [str(width), str(height)]
    subprocess.run(["xdotool", "getactivewindow", "windowsize", *size], check=True)


class Desktop:
    """A display with a window manager, and a session bus: one for a test process."""

    def __init__(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="selaras-test-"))
        self.processes = []
        runtime = self.folder / "run"
        runtime.mkdir(mode=0o700)
        (self.folder / "openbox.xml").write_text(OPENBOX)

        for name in [n for n in os.environ if n.startswith(("XDG_", "GTK_", "GDK_", "WAYLAND_", "LC_"))]:
            del os.environ[name]
        os.environ.update(
            XDG_RUNTIME_DIR=str(runtime),
            GDK_BACKEND="x11",
            GSK_RENDERER="cairo",
            GSETTINGS_BACKEND="keyfile",
            ADW_DISABLE_PORTAL="1",
            GSETTINGS_SCHEMA_DIR=str(BUILD / "data"),
            SELARAS_CONFINED=str(BUILD / "src" / "confined" / "selaras-confined"),
            SELARAS_LOCALEDIR=str(BUILD / "po"),
        )
        screen = ["Xvfb", "-screen", "0", "1280x800x24", "-nolisten", "tcp", "-displayfd"]
        os.environ["DISPLAY"] = ":" + self.start_and_ask(screen)
        bus = ["dbus-daemon", "--session", "--nofork", "--nopidfile", "--print-address"]
        os.environ["DBUS_SESSION_BUS_ADDRESS"] = self.start_and_ask(bus)
        self.start(["openbox", "--sm-disable", "--config-file", self.folder / "openbox.xml"])
        while subprocess.run(["xdotool", "get_num_desktops"], capture_output=True).returncode:
            assert self.processes[-1].poll() is None, "the window manager did not start"
            time.sleep(0.05)
        self.bus = accessible.Bus(os.environ["DBUS_SESSION_BUS_ADDRESS"])

    def start(self, command, **options):
        quiet = dict(stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self.processes.append(subprocess.Popen(command, **quiet, **options))

    def start_and_ask(self, command):
        """Starts a program that takes the number of a file as its last word, and returns the line
        that it writes there."""
        reading, writing = os.pipe()
        with os.fdopen(reading) as answer:
            self.start([*command, str(writing)], pass_fds=[writing])
            os.close(writing)
            return answer.readline().strip()

    def make_office(self, name, language="en", today="2026-11-16"):
        """A new one, with nothing in its register. The name is that of the test."""
        folder = self.folder / name
        folder.mkdir()
        return Office(self, folder, language, today)

    def stop(self):
        """Services that the bus started end with it."""
        for process in reversed(self.processes):
            process.terminate()
            process.wait()
        shutil.rmtree(self.folder)


class Office:
    """Someone's computer: a home folder, a database, a language, and what day it is there."""

    def __init__(self, desktop, folder, language, today):
        self.desktop = desktop
        self.database = folder / "register.db"
        self.language = language
        self.folder = folder
        self.environment = dict(os.environ, HOME=str(folder), SELARAS_TODAY=today)
        self.environment["LANG"] = LOCALES[language]
        catalogue = gettext.translation("selaras", BUILD / "po", [language], fallback=language == "en")
        self.gettext, self.ngettext, self.pgettext = catalogue.gettext, catalogue.ngettext, catalogue.pgettext
        locales = make_locale(LOCALES[language])
        if locales:
            self.environment["LOCPATH"] = str(locales)

        settings = folder / ".config" / "gtk-4.0" / "settings.ini"
        settings.parent.mkdir(parents=True)
        settings.write_text(SETTINGS)

    def command(self, *arguments):
        return [PROGRAM, "--database", self.database, *arguments]

    def run(self, *arguments, **environment):
        """Carries out a command of the command line, and returns when it is done."""
        command = self.command(*arguments)
        environment = dict(self.environment, **environment)
        return subprocess.run(command, env=environment, capture_output=True, text=True, timeout=PATIENCE)

    def take_in(self, *cases):
        """Imports examples, named by their numbers."""
        for case in cases:
            done = self.run("import", example(case))
            assert done.returncode == 0, done.stdout + done.stderr

    def open(self, *arguments):
        return Window(self, arguments)


class Window:
    """The program while its window is open: to be used in a with statement, which closes it."""

    def __init__(self, office, arguments):
        self.office = office
        self.bus = office.desktop.bus
        self.log = office.folder / "window.log"
        with self.log.open("w") as log:
            self.process = subprocess.Popen(
                office.command(*arguments), env=office.environment, stdout=log, stderr=log
            )
        self.program = None
        self.rows = []  # of the sidebar: their places
        self.pages = []  # the places of what they show

    def __enter__(self):
        try:
            self.wait(self.meet, "the window")
        except BaseException:
            self.process.kill()
            raise
        return self

    def __exit__(self, kind, error, trace):
        try:
            if error:
                self.picture("failed-" + self.office.folder.name)
                print(self.look().describe(), file=sys.stderr)
            elif self.process.poll() is None:
                self.close()
        finally:
            self.process.kill()
            self.process.wait()
        complaints = [line for line in self.log.read_text().splitlines() if COMPLAINT.search(line)]
        assert error or not complaints, "\n".join(complaints)

    def meet(self, root):
        """Whether the window is there; takes note of where its sections are."""
        sidebar = root.all("list", self.office.gettext("Sections"))
        self.rows = [row.place for row in sidebar[0].children] if sidebar else []
        for stack in root.walk():
            inside = [widget for page in stack.children for widget in page.children]
            if any(SECTION_CLASS.fullmatch(widget.raw_name) for widget in inside):
                self.pages = [page.place for page in stack.children]
        return any("active" in window.states for window in root.children)

    def close(self):
        """As a person does; the program has to end well."""
        self.press("ctrl+q")
        status = self.process.wait(PATIENCE)
        assert status == 0, f"the window ended with status {status}"

    def look(self):
        """What can be seen and used now. GTK 4.8 says of every section that it is seen, so all but
        the one in front are left out."""
        self.program = self.program or self.bus.find_program(self.process.pid)
        is_front = ["selected" in states for states in self.bus.ask_states(self.rows)]
        hidden = {page for page, front in zip(self.pages, is_front) if not front}
        return self.bus.read(self.program or NOWHERE, hidden)

    def wait(self, look_for, what):
        """Looks again and again until look_for, which is given what can be seen, finds something,
        and returns that."""
        deadline = time.monotonic() + PATIENCE
        while True:
            status = self.process.poll()
            assert status is None, f"the program ended with status {status} before {what}"
            found = look_for(self.look())
            if found:
                return found
            assert time.monotonic() < deadline, f"waited in vain for {what}"

    def find(self, role, name=None):
        """The first such widget, when it is there."""
        return self.wait(lambda root: root.all(role, name), f"{role} {name!r}")[0]

    def wait_gone(self, role, name=None):
        self.wait(lambda root: not root.all(role, name), f"{role} {name!r} to go")

    def press(self, *keys):
        """Presses keys, as xdotool calls them: "ctrl+q"."""
        subprocess.run(["xdotool", "key", "--delay", "20", *keys], check=True)

    def type(self, text):
        subprocess.run(["xdotool", "type", "--delay", "10", "--", text], check=True)

    def click(self, role, name):
        """Presses a button, or points at something else."""
        ready = lambda root: [w for w in root.all(role, name) if "sensitive" in w.states]
        widget = self.wait(ready, f"{role} {name!r} to be ready")[0]
        if not any(inner.act() for inner in widget.walk() if inner.role in BUTTONS):
            self.point(widget)

    def point(self, widget):
        """Clicks with the mouse in the middle of a widget. Its place is told from the window's edge,
        which lies within a shadow that is as wide on every side."""
        place = self.wait(lambda root: active_window(), "a window that takes the keys")
        (window,) = [w for w in self.look().children if "active" in w.states]
        x = (place["WIDTH"] - window.box[2]) // 2 + widget.box[0] + widget.box[2] // 2
        y = (place["HEIGHT"] - window.box[3]) // 2 + widget.box[1] + widget.box[3] // 2
        assert 0 < x < place["WIDTH"] and 0 < y < place["HEIGHT"], f"{widget} is off the screen"
        x, y = str(place["X"] + x), str(place["Y"] + y)
        subprocess.run(["xdotool", "mousemove", x, y], check=True)
        self.look()  # meanwhile a frame was drawn, in which GTK sees where the pointer is
        subprocess.run(["xdotool", "click", "1"], check=True)

    def enter(self, name, text):
        """Types into an entry in place of what is there."""
        entry = self.find(ENTRY, name)
        self.point(entry)
        self.press("ctrl+a")
        self.type(text)
        self.wait(lambda root: entry.text() == text, f"{text!r} in {name!r}")

    def choose(self, name, option):
        """An item of a drop-down list."""
        self.click("combo box", name)

        def offers(root):
            lists = root.all("combo box", name)[0].all("list")
            texts = [" ".join(item.texts()) for item in lists[-1].all("list item")] if lists else []
            return option in texts and texts

        place = self.wait(offers, f"{option!r} among what {name!r} offers").index(option)
        self.press("Home", *["Down"] * place, "Return")

    def go(self, section):
        """To one of SECTIONS."""
        place = SECTIONS.index(section)
        self.press(f"alt+{place + 1}")
        self.wait(lambda root: "selected" in self.bus.ask_states(self.rows)[place], section)

    def table(self, name=None, root=None):
        """The rows of a table that are in sight, each a list of the texts of its cells."""
        tables = (root or self.look()).all("tree grid", name)
        rows = [row.all("grid cell") for table in tables for row in table.all("row")]
        return [[" ".join(cell.texts()) for cell in row] for row in rows if row]

    def picture(self, name):
        PICTURES.mkdir(exist_ok=True)
        subprocess.run(["xdotool", "mousemove", "1279", "799"], check=True)  # no tooltips
        subprocess.run(["import", "-window", "root", PICTURES / f"{name}.png"], check=True)


class DriveTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.desktop = Desktop()
        cls.addClassCleanup(cls.desktop.stop)

    def assert_controls_are_named(self, window, where):
        """Everything that can be used says what it is, itself or by what is written inside."""
        controls = [control for role in CONTROLS for control in window.look().all(role)]
        nameless = [str(control) for control in controls if not control.name and not control.texts()]
        self.assertEqual(nameless, [], where)


def in_both_languages(test):
    """A test that is given an office, and that the interface has to pass in every language."""

    @functools.wraps(test)
    def run(self):
        for language in LOCALES:
            with self.subTest(language=language):
                test(self, self.desktop.make_office(f"{self.id()}-{language}", language))

    return run
