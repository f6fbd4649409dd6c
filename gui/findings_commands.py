"""The commands of the list of findings, each with its keys, as the menu shows them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QActionGroup, QGuiApplication, QKeySequence
from PySide6.QtWidgets import QMenu

from briefing.model import Choice, Passage
from briefing.model.desk import FindingRow, SectionRow, Standing
from gui.finding_detail import FindingDetail
from gui.findings_deeds import FindingsDeeds
from gui.findings_list import FindingsList
from gui.models.findings_lines import Shown
from gui.tips import plain_tip

_CHOICES = (Choice.LEAD, Choice.SUPPORT, Choice.LEFT_OUT)


class FindingsCommands(QObject):
    """Makes the commands; their keys work while the list has the focus."""

    def __init__(self, view: FindingsList, deeds: FindingsDeeds, detail: FindingDetail) -> None:
        super().__init__(view)
        self._view = view
        self._deeds = deeds
        self._detail = detail
        self._follower: Passage | None = None
        self._asked_for: tuple[Choice, bool] | None = None
        """What is to be decided once a section is chosen, and whether one stays at the finding."""
        self._make_choices()
        self._make_moves()
        self._make_reaches()
        self._make_writing()
        self._make_going()
        self._make_filters()
        self._gathered = self._gather()
        self.enable()

    def actions(self) -> list[QAction | None]:
        """Return the commands in the order of the menu; None stands for a line between."""
        return [
            *(self.lead, self.support, self.leave_out, self.reason, self.undecide),
            *(self.propose, None),
            *(self.note, self.tags, self.confirm, self.show, self.copy_code),
            *(menu.menuAction() for menu in self._gathered[:2]),
            *(None, self.next_unseen, self.previous_unseen, self.find, self.near),
            self._gathered[2].menuAction(),
        ]

    def _gather(self) -> tuple[QMenu, ...]:
        """Return the menus within the menu: all commands in one would fill the screen."""
        moves = (self.up, self.down, self.sections.menuAction())
        return (
            self._menu(self.tr("&Move"), moves),
            self._menu(self.tr("Extend or &Cut"), self._reaches),
            self._menu(self.tr("Sho&w"), self.filters.actions()),
        )

    def _menu(self, name: str, actions: Sequence[QAction]) -> QMenu:
        menu = QMenu(name, self._view)
        menu.addActions(list(actions))
        return menu

    def enable(self) -> None:
        """Let be used what can be done with the finding that is current."""
        row = self._view.current_row()
        listed = row is not None and not self._view.lines_model.searched
        used = row is not None and row.decision.is_used
        one = (self.lead, self.support, self.leave_out, self.reason, self.note, self.tags)
        self.copy_code.setEnabled(row is not None)
        for action in (*one, self.show, *self.here):
            action.setEnabled(row is not None)
        for action, choice in zip(self.here, _CHOICES, strict=True):
            action.setChecked(row is not None and _is_chosen(row, choice))
        self.back.setEnabled(bool(self._view.lines_model.searched))
        self.undecide.setEnabled(_is_decided(row))
        for action in (self.up, self.down):
            action.setEnabled(listed and used)
        self.sections.menuAction().setEnabled(row is not None)
        for action in self._reaches:
            action.setEnabled(row is not None)  # what is not used says why it is not extended
        self.confirm.setEnabled(row is not None and row.standing is Standing.MOVED)

    def show_all(self) -> None:
        """Hold nothing back any more: another brief has been opened."""
        everything = self.filters.actions()[0]
        if not everything.isChecked():
            everything.trigger()

    def take_follower(self) -> Passage | None:
        """Return, once, where one goes on after the reason for leaving out has been given."""
        follower, self._follower = self._follower, None
        return follower

    def _make_choices(self) -> None:
        deeds = self._deeds
        self.lead = self._action(self.tr("&Lead"), lambda: deeds.decide(Choice.LEAD), "L")
        self.support = self._action(self.tr("&Support"), lambda: deeds.decide(Choice.SUPPORT), "S")
        self.leave_out = self._action(
            self.tr("Leave &Out"), lambda: deeds.decide(Choice.LEFT_OUT), "X", "Del"
        )
        self.reason = self._action(self.tr("Leave Out with &Reason…"), self._leave_out_why, "R")
        self.undecide = self._action(self.tr("&Undecided Again"), deeds.undecide, "U")
        self.propose = self._action(self.tr("&Propose Again"), deeds.propose_again, "G")
        tip = self.tr("Puts what is best now in place of what was proposed; your choices stay")
        self.propose.setToolTip(plain_tip(tip))

        commands = (self.lead, self.support, self.leave_out)
        pairs = zip(commands, _CHOICES, strict=True)
        self.here = tuple(self._here(command, choice) for command, choice in pairs)
        """The choices for the mouse: they stay at the finding, and show which is made."""
        deeds.section_wanted.connect(self._ask_section)

    def _here(self, command: QAction, choice: Choice) -> QAction:
        action = QAction(command.text(), self)
        action.setToolTip(plain_tip(f"{command.toolTip()} ({command.shortcut().toString()})"))
        action.setCheckable(True)
        action.triggered.connect(lambda: self._decide_here(choice))
        return action

    def _decide_here(self, choice: Choice) -> None:
        self._deeds.decide(choice, stays=True)
        self.enable()  # the button itself has turned its mark
        if choice is Choice.LEFT_OUT:
            self._detail.revealed.emit()

    def _make_moves(self) -> None:
        self.up = self._action(self.tr("Move U&p"), lambda: self._deeds.step(-1), "Alt+Up")
        self.down = self._action(self.tr("Move &Down"), lambda: self._deeds.step(1), "Alt+Down")
        self.sections = QMenu(self.tr("Put into Se&ction"), self._view)
        self.sections.aboutToShow.connect(self._fill_sections)
        self.to_section = self._action(self.tr("Put into Section…"), self._pop_sections, "M")

    def _make_reaches(self) -> None:
        reach = self._detail.reach
        self.longer_before = self._action(
            self.tr("Add Sentence &Before"), lambda: reach("longer_before"), "B"
        )
        self.shorter_before = self._action(
            self.tr("Take A&way Sentence Before"), lambda: reach("shorter_before"), "Shift+B"
        )
        self.longer_after = self._action(
            self.tr("Add Sentence &After"), lambda: reach("longer_after"), "A"
        )
        self.shorter_after = self._action(
            self.tr("Ta&ke Away Sentence After"), lambda: reach("shorter_after"), "Shift+A"
        )
        before = (self.longer_before, self.shorter_before)
        self._reaches = (*before, self.longer_after, self.shorter_after)

    def _make_writing(self) -> None:
        self.note = self._action(self.tr("&Note"), self._detail.write_note, "N")
        self.tags = self._action(self.tr("Correct &Tags…"), self._detail.tags_wanted.emit, "T")
        self.confirm = self._action(self.tr("Con&firm New Place"), self._deeds.confirm, "C")

        self.copy_code = self._action(self.tr("Cop&y Code"), self._copy_code, "Y")
        tip = self.tr("For your own words: in a bottom line or an answer it prints the marks")
        self.copy_code.setToolTip(plain_tip(tip))

    def _copy_code(self) -> None:
        row = self._view.current_row()
        if row is not None:
            QGuiApplication.clipboard().setText(f"[{row.code}]")

    def _make_going(self) -> None:
        self.show = self._action(
            self.tr("Show in R&eport"), self._detail.show_wanted.emit, "Return", "Enter"
        )
        self.next_unseen = self._action(
            self.tr("Ne&xt Not Seen"), lambda: self._view.go_to_unseen(1), "J"
        )
        self.previous_unseen = self._action(
            self.tr("Pre&vious Not Seen"), lambda: self._view.go_to_unseen(-1), "K"
        )
        self.find = self._action(self.tr("Searc&h All Reports"), None, "/")
        self.near = self._action(self.tr("Ne&ar Misses"), None, "5")
        tip = self.tr("Findings that nearly answer what is asked for, each with why it does not")
        self.near.setToolTip(plain_tip(tip))
        self.back = self._action(self.tr("Back to the List"), None, "Esc")

    def _make_filters(self) -> None:
        self.filters = QActionGroup(self)
        names = {
            Shown.ALL: self.tr("All"),
            Shown.USED: self.tr("Used"),
            Shown.UNSEEN: self.tr("Not seen"),
            Shown.LEFT_OUT: self.tr("Left out"),
        }
        for n, (shown, name) in enumerate(names.items(), 1):
            action = self._action(name, None, str(n))
            action.setCheckable(True)
            action.setChecked(shown is Shown.ALL)
            action.setData(shown.value)
            tip = self.tr("Show these findings only ({key})").replace("{key}", str(n))
            action.setToolTip(plain_tip(tip))
            self.filters.addAction(action)

    def _action(self, text: str, then: Callable[[], object] | None, *keys: str) -> QAction:
        action = QAction(text, self)
        action.setShortcuts([QKeySequence(key) for key in keys])
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        if then is not None:
            action.triggered.connect(lambda: then())
        self._view.addAction(action)
        return action

    def _leave_out_why(self) -> None:
        row = self._view.current_row()
        if row is None:
            return
        if row.decision.is_used or not row.decision.by_officer:
            self._follower = self._view.after_selection()
            self._deeds.give_reason(row, "")
        self._detail.ask_reason()

    def _ask_section(self, choice: Choice, stays: bool) -> None:
        self._asked_for = choice, stays
        self._pop_sections()

    def _pop_sections(self) -> None:
        rect = self._view.visualRect(self._view.currentIndex())
        self.sections.popup(self._view.viewport().mapToGlobal(rect.bottomLeft()))

    def _fill_sections(self) -> None:
        asked_for, self._asked_for = self._asked_for, None
        self.sections.clear()
        for section in self._view.lines_model.sections:
            action = self.sections.addAction(section.title.replace("&", "&&"))
            action.triggered.connect(lambda _=False, s=section: self._put_into(s, asked_for))

    def _put_into(self, section: SectionRow, asked_for: tuple[Choice, bool] | None) -> None:
        if asked_for is None:
            self._deeds.move_to(section.region, section.theme)
        else:
            choice, stays = asked_for
            self._deeds.decide(choice, section, stays=stays)


def _is_chosen(row: FindingRow, choice: Choice) -> bool:
    """Whether a choice is made: what the program does not use is not left out by anyone."""
    made = row.decision
    return made.choice is choice and (made.is_used or made.by_officer)


def _is_decided(row: FindingRow | None) -> bool:
    return row is not None and (row.decision.by_officer or row.decision.is_used)
