# SPDX-License-Identifier: GPL-3.0-or-later
"""The widgets of a program as a screen reader meets them, over the accessibility bus.

GTK 4.8 answers one question a frame but any number at once, so a tree is read level by level, all
questions of a level together. A tree that was read does not change any more, but for the states,
which are asked for when a test wants them: read another.
"""

import re

from gi.repository import Gio, GLib

ACCESSIBLE = "org.a11y.atspi.Accessible"
ACTION = "org.a11y.atspi.Action"
COMPONENT = "org.a11y.atspi.Component"
EDITABLE_TEXT = "org.a11y.atspi.EditableText"
PROPERTIES = "org.freedesktop.DBus.Properties"
TEXT = "org.a11y.atspi.Text"

ROOT = "/org/a11y/atspi/accessible/root"

# GTK knows no others: places on the screen are always (0, 0) and make it warn.
WINDOW_COORDINATES = GLib.Variant("(u)", (1,))

# The bits of AtspiStateType that tests ask for.
STATES = {
    "active": 1,
    "checked": 4,
    "focusable": 11,
    "focused": 12,
    "modal": 16,
    "selected": 23,
    "sensitive": 24,
    "invalid": 36,
}

# What is never inside one of these is not asked for.
LEAVES = ("image", "label", "separator")

MNEMONIC_ROLES = ("button", "toggle button", "menu item", "checkbox", "radio")


def plain(name, role):
    """As a person reads it. GTK calls a button by its property and its label: "_Save Save"; and a
    widget without a name by its type."""
    if re.fullmatch(r"(Gtk|Adw|Sel)[A-Z]\w+", name):
        return ""
    if role in MNEMONIC_ROLES:
        name = name.replace("_", "")
        middle = len(name) // 2
        if name[:middle] == name[middle + 1 :]:
            return name[:middle]
    return name


def decode_states(words):
    bits = sum(word << 32 * place for place, word in enumerate(words or ()))
    return {state for state, bit in STATES.items() if bits >> bit & 1}


class Gone(LookupError):
    """The widget went away before it was asked."""


def matches(wanted, text):
    """Wanted is the whole text, or a regular expression that is found in it, or None for any."""
    if isinstance(wanted, re.Pattern):
        return wanted.search(text) is not None
    return wanted is None or wanted == text


class Widget:
    def __init__(self, bus, place):
        self.bus = bus
        self.place = place
        self.children = []
        self.known_states = None

    def spread(self, hidden):
        """Makes its children, which know nothing yet."""
        kids = [kid for kid in self.kids if self.is_placed and kid not in hidden]
        self.children = [Widget(self.bus, kid) for kid in kids]
        return self.children

    def walk(self):
        yield self
        for child in self.children:
            yield from child.walk()

    def all(self, role=None, name=None):
        """Those inside that have a size; None is any role or name."""
        placed = [widget for widget in self.walk() if widget.is_placed]
        return [w for w in placed if matches(role, w.role) and matches(name, w.name)]

    @property
    def states(self):
        """When they were asked for first: few widgets are ever asked."""
        if self.known_states is None:
            self.ask_states([self])
        if self.known_states is None:
            raise Gone(f'{self.role} "{self.name}"')
        return self.known_states

    def ask_states(self, widgets):
        answers = self.bus.ask_states([widget.place for widget in widgets])
        for widget, states in zip(widgets, answers):
            widget.known_states = states

    def in_state(self, state, role=None, name=None):
        """Likewise those that are in a state, all asked at once."""
        widgets = self.all(role, name)
        self.ask_states(widgets)
        return [widget for widget in widgets if state in (widget.known_states or ())]

    def texts(self):
        """What the labels inside say, in order."""
        return [w.name for w in self.all("label") if w.name]

    def text(self):
        """What was typed into it."""
        length = self.ask(PROPERTIES, "Get", GLib.Variant("(ss)", (TEXT, "CharacterCount")))
        return self.ask(TEXT, "GetText", GLib.Variant("(ii)", (0, length)))

    def ask(self, interface, method, arguments=None):
        return self.bus.ask([(self.place, interface, method, arguments)])[0]

    def act(self):
        """Clicks it, if it is something that knows how."""
        return bool(self.ask(ACTION, "DoAction", GLib.Variant("(i)", (0,))))

    def set_text(self, text):
        self.ask(EDITABLE_TEXT, "SetTextContents", GLib.Variant("(s)", (text,)))

    def __str__(self):
        states = sorted(self.known_states or ())
        return f'{self.role} "{self.name}" {self.box} {" ".join(states)}'

    def describe(self, depth=0):
        """The tree as lines of text."""
        if depth == 0:
            self.ask_states(list(self.walk()))
        rows = [child.describe(depth + 1) for child in self.children if child.is_placed]
        return "\n".join(["  " * depth + str(self), *rows])


def connect(address):
    return Gio.DBusConnection.new_for_address_sync(
        address,
        Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT
        | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION,
    )


class Bus:
    """The accessibility bus of a session."""

    def __init__(self, session_address):
        self.session = connect(session_address)
        (address,) = self.session.call_sync(
            "org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus", "GetAddress", None, None, 0, -1
        )
        self.connection = connect(address)
        self.roles = {}  # of each place: they stay as they are

    def ask(self, questions):
        """The answers to questions put all at once; None where there is none, because the widget
        went away meanwhile or knows no such thing."""
        answers = [None] * len(questions)
        waiting = len(questions)

        def answered(connection, result, i):
            nonlocal waiting
            waiting -= 1
            try:
                (answers[i],) = connection.call_finish(result).unpack() or (None,)
            except GLib.Error:
                pass

        for i, ((owner, path), interface, method, arguments) in enumerate(questions):
            self.connection.call(
                owner, path, interface, method, arguments, None, 0, 5000, None, answered, i
            )
        while waiting:
            GLib.MainContext.default().iteration(True)
        return answers

    def ask_states(self, places):
        answers = self.ask([(place, ACCESSIBLE, "GetState", None) for place in places])
        return [None if answer is None else decode_states(answer) for answer in answers]

    def find_program(self, process):
        """The place of the program that runs as this process; None if it is not there yet."""
        registry = ("org.a11y.atspi.Registry", ROOT)
        driver = ("org.freedesktop.DBus", "/org/freedesktop/DBus")
        for place in self.ask([(registry, ACCESSIBLE, "GetChildren", None)])[0] or ():
            owner = GLib.Variant("(s)", (place[0],))
            question = (driver, driver[0], "GetConnectionUnixProcessID", owner)
            if self.ask([question])[0] == process:
                return tuple(place)
        return None

    def read_windows(self, program):
        """The modal window of a program, or else all its windows, without what is in them."""
        root = Widget(self, program)
        self.fill([root])
        windows = root.spread(frozenset())
        self.fill(windows)
        root.children = [w for w in windows if "modal" in w.states] or windows
        return root

    def read(self, program, hidden=frozenset()):
        """The widgets of a program: those of a modal window, or else of all its windows; without
        what is hidden, and what is inside something without a size, such as the rows of a list that
        are off the screen."""
        root = self.read_windows(program)
        level = root.children
        while level:
            level = [child for widget in level for child in widget.spread(hidden)]
            self.fill(level)
        return root

    def learn_roles(self, places):
        new = [place for place in places if place not in self.roles]
        roles = self.ask([(place, ACCESSIBLE, "GetRoleName", None) for place in new])
        self.roles.update((place, role) for place, role in zip(new, roles) if role)

    def fill(self, widgets):
        name = GLib.Variant("(ss)", (ACCESSIBLE, "Name"))
        questions = (
            (PROPERTIES, "Get", name),
            (COMPONENT, "GetExtents", WINDOW_COORDINATES),
            (ACCESSIBLE, "GetChildren", None),
        )
        self.learn_roles([w.place for w in widgets])
        asked = []
        for widget in widgets:
            widget.role = self.roles.get(widget.place, "")
            n = len(questions) - (widget.role in LEAVES)
            asked += [(widget.place, *question) for question in questions[:n]]
        answers = iter(self.ask(asked))
        for widget in widgets:
            widget.raw_name, box = next(answers), next(answers)
            kids = () if widget.role in LEAVES else next(answers)
            widget.name = plain(widget.raw_name or "", widget.role)
            widget.box = box
            widget.is_placed = box is None or box[2] > 0 and box[3] > 0
            widget.kids = [tuple(kid) for kid in kids or ()]
