"""What the paragraph styles of a Word file say: heading levels, titles, lists, contents lists."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml import etree

from briefing.importers.docx.package import W

_HEADING = re.compile(
    r"(?:heading|überschrift|titre|título|titolo|kop|rubrik|nagłówek|заголовок|başlık)\s*([1-9])",
    re.I,
)
_TITLE = re.compile(r"(?:document )?(?:title|titel|titre|título|titolo|название)", re.I)
_SUBTITLE = re.compile(r"(?:subtitle|untertitel|sous-titre|subtítulo|подзаголовок)", re.I)
_CONTENTS = re.compile(
    r"(?:toc|contents)\b.*|table of (?:figures|authorities|contents)|index \d", re.I
)
_CAPTION = re.compile(r"(?:caption|beschriftung|légende|descripción|название объекта)", re.I)
_LIST = re.compile(r"list (?:bullet|number)\b.*", re.I)


@dataclass(frozen=True, slots=True)
class Style:
    """One paragraph style with what it takes over from those it is based on."""

    name: str = ""
    level: int = 0
    """Heading level from 1; 0 for none."""
    numbering: tuple[str, int] | None = None
    """Id of its numbering and level in it, from 0."""
    bold: bool = False
    hidden: bool = False
    size: float = 0.0
    """Size of its type in points; 0 where it says nothing."""

    @property
    def is_title(self) -> bool:
        """Whether it is the style of the document's title."""
        return bool(_TITLE.fullmatch(self.name))

    @property
    def is_subtitle(self) -> bool:
        """Whether it is the style of a subtitle."""
        return bool(_SUBTITLE.fullmatch(self.name))

    @property
    def is_contents(self) -> bool:
        """Whether it is a style of a contents list."""
        return bool(_CONTENTS.fullmatch(self.name))

    @property
    def is_caption(self) -> bool:
        """Whether it is the style of captions."""
        return bool(_CAPTION.fullmatch(self.name))

    @property
    def is_list(self) -> bool:
        """Whether it is one of the built-in list styles."""
        return bool(_LIST.fullmatch(self.name))


class Styles:
    """All styles by id."""

    def __init__(self, root: etree._Element | None) -> None:
        """Read the styles part; without one every paragraph is plain."""
        self._elements: dict[str, etree._Element] = {}
        self._known: dict[str, Style] = {}
        self._default = ""
        for element in root.iter(f"{W}style") if root is not None else ():
            key = element.get(f"{W}styleId", "")
            self._elements[key] = element
            if element.get(f"{W}type") == "paragraph" and element.get(f"{W}default") in (
                "1",
                "true",
                "on",
            ):
                self._default = key

    def of(self, key: str | None) -> Style:
        """Return a style by its id; the default style where none is named."""
        return self._style(key or self._default, frozenset())

    def _style(self, key: str, seen: frozenset[str]) -> Style:
        if key in self._known or key not in self._elements or key in seen:
            return self._known.get(key, Style())
        element = self._elements[key]
        base = Style()
        if (based := element.find(f"{W}basedOn")) is not None:
            base = self._style(based.get(f"{W}val", ""), seen | {key})
        self._known[key] = _derived(element, base)
        return self._known[key]


def _derived(element: etree._Element, base: Style) -> Style:
    name = element.find(f"{W}name")
    own = name.get(f"{W}val", "") if name is not None else ""
    own = own if _says_something(own) or not _says_something(base.name) else base.name
    run, paragraph = element.find(f"{W}rPr"), element.find(f"{W}pPr")
    named = _HEADING.match(own)
    return Style(
        name=own,
        level=outline_level(paragraph) or (int(named[1]) if named else base.level),
        numbering=numbering_of(paragraph) or base.numbering,
        bold=flag(run, "b", default=base.bold),
        hidden=flag(run, "vanish", default=base.hidden),
        size=size_of(run) or base.size,
    )


def _says_something(name: str) -> bool:
    patterns = (_TITLE, _SUBTITLE, _CONTENTS, _CAPTION, _LIST)
    return any(pattern.fullmatch(name) for pattern in patterns)


def outline_level(properties: etree._Element | None) -> int:
    """Return the outline level from 1 that paragraph properties set; 0 for body text."""
    level = properties.find(f"{W}outlineLvl") if properties is not None else None
    value = level.get(f"{W}val", "9") if level is not None else "9"
    return int(value) + 1 if value.isdigit() and int(value) < 9 else 0


def numbering_of(properties: etree._Element | None) -> tuple[str, int] | None:
    """Return id and level of the numbering that paragraph properties set."""
    found = properties.find(f"{W}numPr") if properties is not None else None
    if found is None:
        return None
    key, level = found.find(f"{W}numId"), found.find(f"{W}ilvl")
    depth = level.get(f"{W}val", "0") if level is not None else "0"
    return (
        key.get(f"{W}val", "0") if key is not None else "",
        int(depth) if depth.isdigit() else 0,
    )


def flag(properties: etree._Element | None, name: str, *, default: bool = False) -> bool:
    """Return whether an on/off property such as ``b`` is set."""
    found = properties.find(f"{W}{name}") if properties is not None else None
    return default if found is None else is_on(found.get(f"{W}val"))


def is_on(value: str | None) -> bool:
    """Return what an on/off value of the format means; on where it is not written."""
    return value not in ("0", "false", "off", "none")


def size_of(properties: etree._Element | None) -> float:
    """Return the size of type in points that run properties set; 0 for none."""
    found = properties.find(f"{W}sz") if properties is not None else None
    value = found.get(f"{W}val", "") if found is not None else ""
    return int(value) / 2 if value.isdigit() else 0.0
