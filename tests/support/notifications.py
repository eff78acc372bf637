# SPDX-License-Identifier: GPL-3.0-or-later
"""A desktop that takes notifications, and remembers them."""

import contextlib
import os
import threading
import time

from gi.repository import Gio, GLib

NAME = "org.freedesktop.Notifications"
INTERFACE = """<node><interface name="org.freedesktop.Notifications"><method name="Notify">
<arg type="s" direction="in"/><arg type="u" direction="in"/><arg type="s" direction="in"/>
<arg type="s" direction="in"/><arg type="s" direction="in"/><arg type="as" direction="in"/>
<arg type="a{sv}" direction="in"/><arg type="i" direction="in"/><arg type="u" direction="out"/>
</method></interface></node>"""


class Notifications:
    def __init__(self):
        self.seen = []  # pairs of a title and a body

    def take(self, connection, sender, path, interface, method, arguments, invocation):
        self.seen.append(tuple(arguments.unpack()[3:5]))
        invocation.return_value(GLib.Variant("(u)", (len(self.seen),)))

    def wait_for(self, n, seconds=20):
        end = time.monotonic() + seconds
        while len(self.seen) < n:
            assert time.monotonic() < end, f"{len(self.seen)} notifications, not {n}"
            time.sleep(0.05)
        return self.seen[n - 1]


@contextlib.contextmanager
def taken():
    """Takes notifications on the session bus as long as it is entered."""
    notifications = Notifications()
    context = GLib.MainContext()
    loop = GLib.MainLoop(context)

    def serve():
        context.push_thread_default()
        flags = (Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT
                 | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION)
        bus = Gio.DBusConnection.new_for_address_sync(
            os.environ["DBUS_SESSION_BUS_ADDRESS"], flags, None, None)
        (interface,) = Gio.DBusNodeInfo.new_for_xml(INTERFACE).interfaces
        bus.register_object("/org/freedesktop/Notifications", interface, notifications.take, None,
                            None)
        bus.call_sync("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus",
                      "RequestName", GLib.Variant("(su)", (NAME, 4)), None,
                      Gio.DBusCallFlags.NONE, -1, None)
        ready.set()
        loop.run()
        bus.close_sync(None)
        context.pop_thread_default()

    ready = threading.Event()
    thread = threading.Thread(target=serve, daemon=True)
    thread.start()
    assert ready.wait(10), "nobody takes notifications"
    try:
        yield notifications
    finally:
        loop.quit()
        thread.join(10)
