# SPDX-License-Identifier: GPL-3.0-or-later
"""How much of what a paper says is found in it, and how much of what is found is right.

    measure.py READ-AGREEMENT FOLDER-OF-PDFS FOLDER-OF-VALUES [--differences]

Beside each text of a paper lies what a person reads in it. Fails when fewer than 95 % of the values
that are offered are right, or fewer than 85 % of those that are there are offered.
"""

import collections
import pathlib
import subprocess
import sys

RIGHT = 0.95
OFFERED = 0.85

# Found, but no field of a form.
NOT_MEASURED = {"heading"}
GROUPS = {
    "kind": "kind",
    "alias": "kind as printed",
    "title": "title",
    "signed_on": "day of signature",
    "signed_at": "place",
    "label": "label of a party",
    "number": "number of a party",
    "institution": "institution",
    "signatory": "signatory",
    "office": "office",
    "basis": "basis of authority",
    "term_months": "term in months",
    "open_ended": "open-ended",
    "notice_months": "notice in months",
    "notice_days": "notice in days",
    "starts_on": "first day",
    "ends_on": "last day",
    "parent": "parent cited",
    "article": "article",
    "scope": "scope item",
    "obligation": "obligation",
    "recurrence": "recurrence",
}


def read_values(text):
    values = collections.Counter()
    for line in text.splitlines():
        field, _, value = line.partition(":")
        if field.split()[0] not in NOT_MEASURED:
            values[field, " ".join(value.split())] += 1
    return values


class Figures:
    def __init__(self):
        self.present = self.offered = self.right = self.offered_of_present = 0

    def add(self, other):
        for name in vars(self):
            setattr(self, name, getattr(self, name) + getattr(other, name))

    def line(self, name):
        right = 100 * self.right / self.offered if self.offered else 100
        offered = 100 * self.offered_of_present / self.present if self.present else 100
        return (f"{name:22} {self.present:8} {self.offered:8} {self.right:8}"
                f" {right:9.1f} % {offered:9.1f} %")


def compare(expected, found):
    """Figures by field; a value that is offered for a field that has none there is wrong."""
    figures = collections.defaultdict(Figures)
    fields = {field for field, _ in expected} | {field for field, _ in found}
    for field in fields:
        of_field = figures[field.split()[0]]
        n_expected = sum(n for (name, _), n in expected.items() if name == field)
        n_found = sum(n for (name, _), n in found.items() if name == field)
        of_field.present += n_expected
        of_field.offered += n_found
        of_field.right += sum(((expected & found)[key] for key in found if key[0] == field))
        of_field.offered_of_present += min(n_expected, n_found)
    return figures


def main():
    program, pdfs, papers = sys.argv[1:4]
    shows_differences = "--differences" in sys.argv
    only = next((word[7:] for word in sys.argv if word.startswith("--only=")), "")
    totals = collections.defaultdict(Figures)
    n_papers = 0

    for values in sorted(pathlib.Path(papers).glob(f"{only}*.values")):
        pdf = pathlib.Path(pdfs) / (values.stem + ".pdf")
        said = subprocess.run([program, pdf], capture_output=True, text=True, check=True).stdout
        expected = read_values(values.read_text())
        found = read_values(said)
        n_papers += 1
        for field, figures in compare(expected, found).items():
            totals[field].add(figures)
        if shows_differences and expected != found:
            print(values.stem)
            for key in sorted((expected - found) + (found - expected)):
                print("   ", "-" if key in expected - found else "+", ": ".join(key))

    whole = Figures()
    print(f"{n_papers} papers")
    print(f"{'field':22} {'present':>8} {'offered':>8} {'right':>8} {'right':>11} {'offered':>11}")
    for field, name in GROUPS.items():
        if field in totals:
            print(totals[field].line(name))
            whole.add(totals[field])
    print(whole.line("all"))

    assert set(totals) <= set(GROUPS), set(totals) - set(GROUPS)
    if whole.right < RIGHT * whole.offered or whole.offered_of_present < OFFERED * whole.present:
        sys.exit(f"fewer than {RIGHT:.0%} are right, or fewer than {OFFERED:.0%} offered")


main()
