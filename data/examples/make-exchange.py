#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Make an exchange file of its template: the hashes of its PDFs, and the people of its case.

usage: make-exchange.py TEMPLATE REGIONS OUTPUT

The PDFs lie beside OUTPUT. The template says by hand what is known of the case: institutions,
agreements, programmes; @rest@ stands where what cases.py invents goes.
"""

import hashlib
import pathlib
import re
import sys

# The modules beside this file are small, and the source folder may be read-only.
sys.dont_write_bytecode = True

import cases
from exchange import Exchange
from invented import People, Regions

DOCUMENT = re.compile(r"(<file>(.+)</file>\s*<sha256>)@sha256@(</sha256>\s*<pages>)@pages@")


def fill_in_documents(template, folder):
    def described(match):
        content = (folder / match[2]).read_bytes()
        pages = re.search(rb"/Type /Pages[^>]*/Count (\d+)", content)[1].decode()
        return match[1] + hashlib.sha256(content).hexdigest() + match[3] + pages

    return DOCUMENT.sub(described, template)


def main(template_path, regions_path, output_path):
    output = pathlib.Path(output_path)
    number = int(output.name.removeprefix("case-")[0])
    template = pathlib.Path(template_path).read_text(encoding="utf-8")
    template = fill_in_documents(template, output.parent)

    exchange = Exchange(template, People(number, Regions(regions_path)))
    cases.ALL[number](exchange)
    output.write_text(template.replace("@rest@", "\n".join(exchange.lines)), encoding="utf-8")


main(*sys.argv[1:])
