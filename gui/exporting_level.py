"""Which version is exported: the whole document, or one that is releasable at a lower level."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QWidget

from briefing.marking import read_marking
from briefing.marking.limits import Limit
from briefing.marking.pack_parts import with_pack_texts, without_marks
from briefing.marking.weighing import highest
from briefing.model import BriefRequest
from briefing.model.marking import Level, Scheme
from briefing.model.pack import Pack
from gui.widgets.calm_combo import CalmCombo


class VersionCombo(CalmCombo):
    """Offers the whole document, and a version for each level of the brief's scheme."""

    level_changed = Signal(str, str)
    """The level before, and the one that is chosen now; empty: the whole document."""

    def __init__(
        self, scheme: Scheme | None, marking: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._before = ""
        self._offered: tuple[Level, ...] = ()
        self.addItem(self.tr("the whole document"), "")
        self.offer(scheme, marking)
        self.setAccessibleName(self.tr("Version to export"))
        self.setToolTip(
            self.tr("What is marked higher is left out, and the files are searched for it")
        )
        self.currentIndexChanged.connect(self._tell)

    def offer(self, scheme: Scheme | None, marking: str = "") -> None:
        """Offer the levels of a scheme up to a marking; the one that is chosen stays if it can."""
        levels = levels_up_to(scheme, marking)
        if levels == self._offered:
            return
        chosen, self._offered = self.level, levels
        with QSignalBlocker(self):
            while self.count() > 1:
                self.removeItem(1)
            for level in levels:
                self.addItem(self.tr("releasable at {level}").format(level=level.name), level.name)
            self.setCurrentIndex(max(self.findData(chosen), 0))
        if self.level != chosen:
            self._tell()

    @property
    def level(self) -> str:
        """The level at which the version is to be releasable; empty: the whole document."""
        return str(self.currentData())

    def _tell(self) -> None:
        before, self._before = self._before, self.level
        self.level_changed.emit(before, self.level)


def levels_up_to(scheme: Scheme | None, marking: str) -> tuple[Level, ...]:
    """Return the levels that a version of a document with a marking may have.

    None is above the document itself. Where its marking is not known, all are returned.
    """
    if scheme is None:
        return ()
    most = read_marking(marking, scheme) if marking.strip() else None
    return scheme.levels if most is None else scheme.levels[: most.rank + 1]


def released_request(
    request: BriefRequest, scheme: Scheme | None, level: str, inside: str
) -> BriefRequest:
    """Return a request as the version at a level holds it, as far as its files are named by it.

    ``inside`` is the highest marking of what is in the brief.
    """
    wanted = read_marking(level, scheme) if level and scheme else None
    if wanted is None or scheme is None:
        return request
    marks = (read_marking(said, scheme) for said in (request.marking, inside))
    document = highest([mark for mark in marks if mark is not None], scheme)
    limit = Limit(scheme, wanted, document)
    return replace(
        request, title=limit.released(request.title), reference=limit.released(request.reference)
    )


def released_pack(pack: Pack, scheme: Scheme | None, level: str) -> Pack:
    """Return a pack as its version at a level holds it, as far as its files are named by it.

    What its briefs are marked is not known here: a pack without a marking counts as above.
    """
    wanted = read_marking(level, scheme) if level and scheme else None
    if wanted is not None and scheme is not None:
        limit = Limit(scheme, wanted, read_marking(pack.marking, scheme))
        pack = with_pack_texts(pack, limit.released, limit.released_head)
    return without_marks(pack, scheme)


def renamed(name: str, before: str, now: str) -> str:
    """Return the name of a file with the level at its end that is chosen now."""
    bare = name.removesuffix(f" {_plain(before)}") if before else name
    return f"{bare} {_plain(now)}" if now else bare


def _plain(level: str) -> str:
    return level.replace("/", "-")
