# SPDX-License-Identifier: GPL-3.0-or-later
"""The records of one exchange file: those of its template, to be looked up, and those added."""

import datetime
import xml.etree.ElementTree as ElementTree
from xml.sax.saxutils import escape, quoteattr

NAMESPACE = "{urn:selaras:exchange:1}"

# Nobody is taught on these days, whatever the year, nor around Idulfitri and at the turn of the
# year.
HOLIDAYS = {(1, 1), (5, 1), (6, 1), (8, 17), (12, 25)}
LEAVE = (
    ("2025-03-28", "2025-04-07"),
    ("2026-03-16", "2026-03-27"),
    ("2026-12-24", "2027-01-01"),
    ("2027-03-08", "2027-03-12"),
)
FRIDAY = 4

STATUSES = ["present"] * 40 + ["late"] * 2 + ["excused"] * 2 + ["sick"] * 2 + ["absent"]
CONDUCT = (
    "Tekun, membantu peserta lain.",
    "Datang lebih awal dan menyiapkan alat.",
    "Perlu diingatkan tentang keselamatan kerja.",
    "Kurang fokus setelah istirahat, sudah diajak bicara.",
    "Berani memimpin kelompok praktik.",
    "Merawat alat dengan baik.",
)

BUSINESSES = (
    "Kerupuk ikan",
    "Keripik singkong",
    "Anyaman pandan",
    "Ternak ayam kampung",
    "Budi daya lele",
    "Jahit dan bordir",
    "Kopi bubuk",
    "Gula aren",
    "Mebel bambu",
    "Sayur hidroponik",
)


def is_free(day):
    return (day.month, day.day) in HOLIDAYS or any(a <= str(day) <= b for a, b in LEAVE)


def days(first, last, weekdays):
    first = datetime.date.fromisoformat(first)
    last = datetime.date.fromisoformat(last)
    every = (first + datetime.timedelta(n) for n in range((last - first).days + 1))
    return [day for day in every if day.weekday() in weekdays and not is_free(day)]


def numbered(prefix, n):
    return [f"{prefix}-{i + 1:03}" for i in range(n)]


class Exchange:
    def __init__(self, template, invent):
        self.invent = invent
        self.lines = []
        self.known = {}
        for record in ElementTree.fromstring(template).iterfind("*[@id]"):
            fields = {field.tag.removeprefix(NAMESPACE): field.text for field in record}
            self.known[record.get("id")] = fields

    def add(self, record, ident, **fields):
        """Fields in the order of the format; None says nothing. Returns ident."""
        self.lines.append(f"  <{record} id={quoteattr(ident)}>")
        for name, value in fields.items():
            if value is not None:
                text = str(value).lower() if isinstance(value, bool) else escape(str(value))
                self.lines.append(f"    <{name}>{text}</{name}>")
        self.lines.append(f"  </{record}>")
        self.known[ident] = fields
        return ident

    def add_people(self, idents, kind, homes, pool, born, referrer=None, **more):
        for ident in idents:
            person = self.invent.person(kind, homes, pool, born, **more)
            self.add("participant", ident, **person, referrer=referrer)
        return idents

    def add_enrolments(self, people, stage, cohort=None, programme=None, **fields):
        """An enrolment for each of the people; a value may be a function of their place."""

        def said(name):
            value = fields.get(name)
            return value(place) if callable(value) else value

        fields["stage"] = stage
        programme = programme or self.known[cohort]["programme"]
        enrolments = []
        for place, person in enumerate(people):
            enrolment = self.add(
                "enrolment",
                f"E-{person}" if cohort else f"E-{programme}-{person}",
                participant=person,
                programme=programme,
                cohort=cohort,
                referrer=said("referrer"),
                referred_on=said("referred_on"),
                stage=said("stage"),
                test_score=said("test_score"),
                interview_score=said("interview_score"),
                priority=said("priority"),
                decided_on=said("decided_on"),
                reason=said("reason"),
            )
            enrolments.append(enrolment)
        return enrolments

    def add_sessions(self, cohort, weekdays, hours, teacher, topics, every=1, exception=None):
        """Sessions while the cohort lasts, on every so many of the weekdays; topics follow each
        other. exception may give a day other hours and another teacher."""
        dates = days(self.known[cohort]["starts_on"], self.known[cohort]["ends_on"], weekdays)
        dates = dates[::every]
        sessions = []
        for place, day in enumerate(dates):
            (starts, ends), instructor = exception and exception(day) or (hours, teacher)
            if day.weekday() == FRIDAY and starts < "11:00":
                ends = min(ends, "10:15")
            session = self.add(
                "session",
                f"S-{cohort}-{place + 1:02}",
                cohort=cohort,
                starts_at=f"{day}T{starts}",
                ends_at=f"{day}T{ends}",
                topic=topics[place * len(topics) // len(dates)],
            )
            self.add("session_instructor", f"{session}-I", session=session, instructor=instructor)
            sessions.append(session)
        return sessions

    def add_attendance(self, sessions, enrolments):
        for session in sessions:
            for enrolment in enrolments:
                self.add(
                    "attendance",
                    f"{session}-{enrolment}",
                    session=session,
                    enrolment=enrolment,
                    status=self.invent.pick(STATUSES),
                    conduct=self.invent.pick(CONDUCT) if self.invent.chance(0.03) else None,
                )

    def add_group(self, number, members, programme, region):
        """A group with a business; the first of the members is in the chair."""
        business = BUSINESSES[number % len(BUSINESSES)]
        group = self.add(
            "group",
            f"G-{number:02}",
            name=f"{business} {self.invent.regions.short_name(region)} {number}",
            programme=programme,
            business=business,
            region=region,
        )
        for member in members:
            role = "chair" if member == members[0] else "member"
            self.add("membership", f"M-{member}", group=group, participant=member, role=role)
        return group

    def add_follow_up(self, enrolment, due_on, held_on=None, outcome=None, employer=None):
        self.add(
            "follow_up",
            f"F-{enrolment}-{due_on}",
            enrolment=enrolment,
            due_on=due_on,
            held_on=held_on,
            outcome=outcome,
            employer=employer,
        )
