"""What every page needs: the open brief, the library's reports, what can be picked, the tasks."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from briefing.errors import BriefingError
from briefing.model import ReportSummary, Taxonomy
from briefing.model.desk import Vocabulary
from briefing.service.calls import ListReports, ListVocabulary
from briefing.settings import Settings
from gui.document import Document
from gui.tasks import Tasks


class Workspace(QObject):
    """Shared by the pages of one window; built once, in ``app``."""

    vocabulary_ready = Signal()
    """``vocabulary`` is there; pages that show it fill themselves."""
    library_changed = Signal()
    """``reports`` is another: reports came, went, or were corrected."""
    library_asked = Signal()
    """The list of reports is about to be read anew."""
    settings_changed = Signal()
    """``settings`` are others in any respect."""
    places_changed = Signal()
    """The library or the templates lie elsewhere: whatever the core told may be another."""

    templates_changed = Signal()
    """A file of the officer's own templates is another."""

    def __init__(
        self, tasks: Tasks, document: Document, settings: Settings, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.tasks = tasks
        self.document = document
        self.settings = settings
        self.vocabulary: Vocabulary | None = None
        self.reports: tuple[ReportSummary, ...] = ()
        self.reports_known = False
        """Whether ``reports`` has been read from the library yet."""

    @property
    def taxonomy(self) -> Taxonomy:
        """The shipped regions and themes; empty until they are there."""
        return self.vocabulary.taxonomy if self.vocabulary else Taxonomy({}, {})

    def begin(self) -> None:
        """Ask for what can be picked and for the reports."""
        self.tasks.run(ListVocabulary(), self._take_vocabulary, owner=self)
        self.refresh_library()

    def renew_templates(self) -> None:
        """Read the templates anew; ``vocabulary_ready`` follows."""
        self.templates_changed.emit()
        self.tasks.run(ListVocabulary(), self._take_vocabulary, owner=self, replaces="vocabulary")

    def refresh_library(self, *, quietly: bool = False) -> None:
        """Read the list of reports anew; ``library_changed`` follows.

        ``quietly``: where that cannot be done it has been told already.
        """
        self.library_asked.emit()
        failed = _say_nothing if quietly else None
        self.tasks.run(
            ListReports(), self._take_reports, failed=failed, owner=self, replaces="reports"
        )

    def change_settings(self, settings: Settings) -> None:
        """Take other settings; keeping them is the business of ``app``."""
        if settings != self.settings:
            before, self.settings = self.settings, settings
            self.settings_changed.emit()
            if _places(before) != _places(settings):
                self.places_changed.emit()

    def _take_vocabulary(self, vocabulary: Vocabulary) -> None:
        self.vocabulary = vocabulary
        self.vocabulary_ready.emit()

    def _take_reports(self, reports: tuple[ReportSummary, ...]) -> None:
        self.reports = reports
        self.reports_known = True
        self.library_changed.emit()


def _say_nothing(_: BriefingError) -> None:
    """Tell nobody."""


def _places(settings: Settings) -> tuple[str, str]:
    return settings.library, settings.templates
