#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Turn regions.csv and former.csv into the C table that src/domain/region.c searches.

usage: make-table.py REGIONS FORMER OUTPUT
"""

import csv
import re
import sys

CODE = re.compile(r"[1-9]\d(\.\d\d(\.\d\d)?)?")


def read(path):
    """The rows without the heading, in strict order of their codes, for the binary search."""
    with open(path, newline="", encoding="utf-8") as lines:
        rows = list(csv.reader(lines))[1:]
    codes = [code for code, _ in rows]
    for before, code in zip([""] + codes, codes):
        if not CODE.fullmatch(code) or code <= before:
            sys.exit(f"{path}: {code}: not a region code, or out of order")
    return rows


def number(code):
    """63 is 630000, 63.72 is 637200, 63.72.05 is 637205."""
    return int(code.replace(".", "").ljust(6, "0"))


def quoted(name):
    return name.replace("\\", "\\\\").replace('"', '\\"')


def main(regions_path, former_path, output_path):
    names = []
    places = []
    offset = 0
    for code, name in read(regions_path):
        places.append(f"  {{ {number(code)}, {offset} }},")
        names.append(f'  "{quoted(name)}\\0"')
        offset += len(name.encode()) + 1
    former = [f"  {number(code) // 100}," for code, _ in read(former_path)]

    with open(output_path, "w", encoding="utf-8") as output:
        print("/* Made by make-table.py. */", file=output)
        print("static const char region_names[] =", *names, sep="\n", end=";\n\n", file=output)
        print("static const Region regions[] = {", *places, "};\n", sep="\n", file=output)
        print("static const guint former_regencies[] = {", *former, "};", sep="\n", file=output)


main(*sys.argv[1:])
