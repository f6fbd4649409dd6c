"""What is said of a document that came back."""

from __future__ import annotations

from collections import Counter

from PySide6.QtCore import QObject

from briefing.model.checked import AddedText, Backing, CheckedDocument, CheckedPart, Edit, Fate
from briefing.model.trace import PartKind

_SHOWN = 160
"""Characters of a part that tell which it is."""


class Words(QObject):
    """Puts fates into words."""

    def summary(self, checked: CheckedDocument) -> str:
        """Return in a sentence or two what was found."""
        findings = checked.findings
        sound = sum(part.fate in (Fate.VERBATIM, Fate.MOVED) for part in findings)
        verbatim = self.tr("{sound} of %n finding(s) verbatim", "", len(findings))
        said = [verbatim.replace("{sound}", str(sound))]
        fates = Counter(part.fate for part in findings)
        if fates[Fate.ALTERED]:
            said.append(self.tr("%n altered", "", fates[Fate.ALTERED]))
        if fates[Fate.REMOVED]:
            said.append(self.tr("%n removed", "", fates[Fate.REMOVED]))
        if fates[Fate.NOT_COMPARED]:
            said.append(self.tr("%n not compared", "", fates[Fate.NOT_COMPARED]))
        others = sum(
            part.fate in (Fate.ALTERED, Fate.REMOVED)
            for part in checked.parts
            if part.kind is not PartKind.FINDING
        )
        if others:
            said.append(self.tr("%n other part(s) changed", "", others))
        if checked.added:
            said.append(self.tr("%n passage(s) added", "", len(checked.added)))
        about = (f"{', '.join(said)}.", self._library(checked), self._annex(checked))
        return " ".join(filter(None, about))

    def part(self, part: CheckedPart) -> str:
        """Return what became of a part, and its words."""
        name = f"{part.code} [{part.place}]" if part.code else self._kind(part.kind)
        said = [f"{self._fate(part)}: {name}"]
        if part.backing.is_telling:
            said.append(self._backing(part.backing))
        return f"{' · '.join(said)}\n{self._changes(part) or part.text[:_SHOWN]}"

    def added(self, added: AddedText) -> str:
        """Return words that were added, and where."""
        said = self.tr("Added")
        if added.after:
            said = self.tr("Added behind “{words}”").replace("{words}", added.after)
        return f"{said}\n{added.words}"

    def _fate(self, part: CheckedPart) -> str:
        if part.fate is Fate.VERBATIM and part.has_changed_mark:
            return self.tr("Its mark is changed")
        return {
            Fate.VERBATIM: self.tr("Verbatim"),
            Fate.MOVED: self.tr("Verbatim, in another place"),
            Fate.ALTERED: self.tr("Altered"),
            Fate.REMOVED: self.tr("Removed"),
            Fate.NOT_COMPARED: self.tr("Not compared"),
        }[part.fate]

    def _kind(self, kind: PartKind) -> str:
        return {
            PartKind.HEADING: self.tr("heading"),
            PartKind.JUDGEMENT: self.tr("judgement"),
            PartKind.PASSAGE: self.tr("passage of the annex"),
            PartKind.SOURCE: self.tr("source"),
        }.get(kind, self.tr("text"))

    def _backing(self, backing: Backing) -> str:
        return {
            Backing.ELSEWHERE: self.tr("stands elsewhere in its report now"),
            Backing.NO_REPORT: self.tr("its report is not in the library"),
        }.get(backing, self.tr("is not what its report in the library says"))

    def _annex(self, checked: CheckedDocument) -> str:
        """Return what is said of the passages, which hold what only figures quote too."""
        if not checked.passages:
            return ""
        sound = sum(part.fate in (Fate.VERBATIM, Fate.MOVED) for part in checked.passages)
        said = self.tr("In the annex {sound} of %n passage(s) verbatim.", "", len(checked.passages))
        return said.replace("{sound}", str(sound))

    def _library(self, checked: CheckedDocument) -> str:
        backings = Counter(part.backing for part in checked.findings)
        return self.tr("%n found in the reports of the library.", "", backings[Backing.STANDS])

    def _changes(self, part: CheckedPart) -> str:
        """Return the words of a part, those gone and those new told by their brackets."""
        around = {Edit.KEPT: "{}", Edit.GONE: "[-{}-]", Edit.NEW: "{{+{}+}}"}
        return " ".join(around[run.edit].format(run.words) for run in part.runs)
