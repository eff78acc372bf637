# SPDX-License-Identifier: GPL-3.0-or-later
"""A display with a window manager and a session bus, of the tests' own.

It needs the Debian packages dbus-daemon, at-spi2-core, python3-gi, xvfb, openbox, xdotool,
imagemagick and locales.
"""

import contextlib
import os
import pathlib
import re
import shutil
import subprocess
import tempfile
import time

import accessible

BUILD = pathlib.Path(os.environ["SELARAS_BUILD"])
PICTURES = BUILD / "pictures"

# One takes as long as a few steps of a test: only for who wants to look at them.
TAKES_PICTURES = "SELARAS_PICTURES" in os.environ

SIZE = (1280, 800)

# Seconds; GTK takes what is nearer, by 0.4, for a double click.
BETWEEN_CLICKS = 0.45

# Without frames a window's place is that of its content.
OPENBOX = """<openbox_config xmlns="http://openbox.org/3.4/rc">
<focus><focusNew>yes</focusNew></focus>
<keyboard><keybind key="A-F4"><action name="Close"/></keybind></keyboard>
<applications><application class="*"><decor>no</decor></application></applications>
</openbox_config>"""

# Of whoever runs the tests; the programs are to have none of it.
PERSONAL = ("GDK_", "GTK_", "LC_", "WAYLAND_", "XDG_")


class Desktop:
    """One for a test process, whose own environment it changes. What was begun has to be ended."""

    def __init__(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="selaras-test-"))
        self.processes = []
        self.bus = None

    def begin(self):
        runtime = self.folder / "run"
        runtime.mkdir(mode=0o700)
        for name in [name for name in os.environ if name.startswith(PERSONAL)]:
            del os.environ[name]
        os.environ.update(
            XDG_RUNTIME_DIR=str(runtime),
            GDK_BACKEND="x11",
            GSK_RENDERER="cairo",
            GSETTINGS_BACKEND="keyfile",
            ADW_DISABLE_PORTAL="1",
        )

        screen = "x".join(map(str, (*SIZE, 24)))
        # Unless told, it begins anew when its last client leaves, and takes with it one that just came.
        display = ["Xvfb", "-noreset", "-screen", "0", screen, "-nolisten", "tcp", "-displayfd"]
        os.environ["DISPLAY"] = ":" + self.start_and_ask(display)
        bus = ["dbus-daemon", "--session", "--nofork", "--nopidfile", "--print-address"]
        address = os.environ["DBUS_SESSION_BUS_ADDRESS"] = self.start_and_ask(bus)

        settings = self.folder / "openbox.xml"
        settings.write_text(OPENBOX)
        manager = self.start(["openbox", "--sm-disable", "--config-file", settings])
        while subprocess.run(["xdotool", "get_num_desktops"], capture_output=True).returncode:
            assert manager.poll() is None, "the window manager did not start"
            time.sleep(0.05)
        self.bus = accessible.Bus(address)

    def start(self, command, **options):
        quiet = dict.fromkeys(("stdin", "stdout", "stderr"), subprocess.DEVNULL)
        process = subprocess.Popen(command, **quiet, **options)
        self.processes.append(process)
        return process

    def start_and_ask(self, command):
        """Starts a program that takes the number of a file as its last word, and returns the line
        that it writes there."""
        reading, writing = os.pipe()
        with os.fdopen(reading) as answer:
            self.start([*command, str(writing)], pass_fds=[writing])
            os.close(writing)
            return answer.readline().strip()

    def end(self):
        """Services that the bus started end with it."""
        for process in reversed(self.processes):
            process.terminate()
            process.wait()
        shutil.rmtree(self.folder)


def active_window():
    """Where the window is that takes the keys; None while there is none, as when a menu closes."""
    question = ["xdotool", "getactivewindow", "getwindowgeometry", "--shell"]
    answer = subprocess.run(question, capture_output=True, text=True).stdout
    return {key: int(value) for key, value in re.findall(r"(\w+)=(\d+)", answer)} or None


def activate_window_of(process):
    """The topmost of a program's windows, as a click on it does; False where it has none."""
    question = ["xdotool", "search", "--onlyvisible", "--pid", str(process)]
    windows = subprocess.run(question, capture_output=True, text=True).stdout.split()
    if windows:
        run("windowactivate", windows[-1])
    return bool(windows)


def resize_active_window(width, height):
    run("getactivewindow", "windowsize", str(width), str(height))


def press(*keys):
    """Presses keys, as xdotool calls them: "ctrl+q"."""
    run("key", "--delay", "20", *keys)


def type_text(text):
    run("type", "--delay", "10", "--", text)


def point(x, y):
    run("mousemove", str(x), str(y))


last_click = 0


def click(modifier=None):
    """Apart from the one before, so that two of them are not a double click."""
    global last_click
    time.sleep(max(0, last_click + BETWEEN_CLICKS - time.monotonic()))
    run(*(["keydown", modifier, "click", "1", "keyup", modifier] if modifier else ["click", "1"]))
    last_click = time.monotonic()


def drag(source, x, y):
    """From the window that is called so to a place, as a hand moves: by steps."""
    run("search", "--sync", "--onlyvisible", "--name", source, "windowmove", "0", "0",
        "windowactivate", "--sync", "mousemove", "--window", "%1", "60", "40", "mousedown", "1")
    for step in range(1, 9):
        run("mousemove", str(60 + (x - 60) * step // 8), str(40 + (y - 40) * step // 8))
        time.sleep(0.05)
    run("mouseup", "1")


def run(*words):
    subprocess.run(["xdotool", *words], check=True)


def take_picture(name, is_asked_for=TAKES_PICTURES):
    """Of the whole screen, into the build folder."""
    point(SIZE[0] - 1, SIZE[1] - 1)  # where nothing has a tooltip
    if not is_asked_for:
        return
    PICTURES.mkdir(exist_ok=True)
    subprocess.run(["import", "-window", "root", PICTURES / f"{name}.png"], check=True)


def make_locale(name):
    """The folder for LOCPATH that has the locale, whole: other tests make it at the same time. None
    where the system has it."""
    known = subprocess.run(["locale", "-a"], capture_output=True, text=True, check=True).stdout
    if name.lower().replace("-", "") in known.lower().replace("-", "").split():
        return None

    folder = BUILD / "locale"
    if not (folder / name).exists():
        folder.mkdir(exist_ok=True)
        language = name.partition(".")[0]
        with tempfile.TemporaryDirectory(dir=folder) as work:
            made = pathlib.Path(work) / name
            # Its status counts warnings that no one minds.
            command = ["localedef", "-c", "-i", language, "-f", "UTF-8", made]
            done = subprocess.run(command, capture_output=True, text=True)
            with contextlib.suppress(OSError):  # somebody else was quicker
                made.rename(folder / name)
        assert (folder / name).exists(), done.stderr
    return folder
