"""Fills in the English plural forms of a Qt translation file, where they follow from the source.

``%n finding(s)`` becomes ``%n finding`` and ``%n findings``; ``entr(y/ies)`` names both endings,
``(is/are)`` both words. Forms that someone has written by hand stay as they are.
"""

from __future__ import annotations

import re
import sys
import xml.etree.ElementTree as ElementTree
from pathlib import Path

_ENDINGS = re.compile(r"\((\w*)/(\w+)\)|\((s|es)\)")


def forms(source: str) -> tuple[str, str]:
    """Return the singular and the plural of a source string."""
    one = _ENDINGS.sub(lambda found: found[1] or "", source)
    many = _ENDINGS.sub(lambda found: found[2] or found[3], source)
    return one, many


def fill(path: Path) -> int:
    """Fill in every message that has no forms yet; return how many were filled."""
    tree = ElementTree.parse(path)  # noqa: S314 - our own file
    filled = 0
    for message in tree.iter("message"):
        translation = message.find("translation")
        if translation is None or message.get("numerus") != "yes":
            continue
        if translation.get("type") != "unfinished" and all(
            form.text for form in translation.iter("numerusform")
        ):
            continue
        for old in list(translation):
            translation.remove(old)
        for form in forms(message.findtext("source", "")):
            ElementTree.SubElement(translation, "numerusform").text = form
        translation.attrib.pop("type", None)
        filled += 1
    ElementTree.indent(tree, "    ")
    written = ElementTree.tostring(tree.getroot(), encoding="unicode")
    head = '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n'
    path.write_text(f"{head}{written}\n", "utf-8")
    return filled


if __name__ == "__main__":
    sys.stdout.write(f"{fill(Path(sys.argv[1]))} plural forms filled in\n")
