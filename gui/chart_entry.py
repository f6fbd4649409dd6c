"""One chart in the form: a tick, what it shows, its picture, or why it is not offered."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QMimeData, QObject, QPoint, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QDrag,
    QDragEnterEvent,
    QDropEvent,
    QIcon,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPen,
    QPixmap,
)
from PySide6.QtWidgets import QApplication, QCheckBox, QFrame, QHBoxLayout, QToolButton, QVBoxLayout

from briefing.model.desk import ChartChoice
from briefing.model.offers import ChartOffer
from gui import theme
from gui.widgets.labels import plain
from gui.widgets.quiet_button import QuietButton
from gui.widgets.remark import Remark

_THUMBNAIL = QSize(168, 104)
_AIR = 5
"""Pixels of paper around the drawing."""
_DRAGGED = "application/x-deskbrief-chart"
_KEYS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class ChartEntry(QFrame):
    """Ticked by its box; dragged, or moved with Alt and the arrows; its picture opens larger."""

    ticked = Signal(bool)
    look_wanted = Signal()
    change_wanted = Signal()
    """What it shows of the officer's own figures is to be another."""
    moved = Signal(int)
    """It is to stand so many places further down."""
    dropped = Signal(str)
    """Another chart, by its id, is to stand here."""

    def __init__(self, choice: ChartChoice) -> None:
        super().__init__()
        self.choice = choice
        self.offer: ChartOffer | None = None
        self._pressed: QPoint | None = None
        self.setAcceptDrops(True)
        self.box = QCheckBox(choice.name.replace("&", "&&"))
        self.box.setAccessibleDescription(choice.description)
        self.box.clicked.connect(self.ticked)
        self.answer = plain(wraps=True)
        """What the chart says: by that it is chosen."""
        self.reason = Remark()
        self.picture = QToolButton()
        self.picture.setAutoRaise(True)
        self.picture.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.picture.setAccessibleName(self.tr("Look at {name}").format(name=choice.name))
        self.picture.clicked.connect(self._want_look)
        self.change_button = QuietButton(self.tr("Change…"))
        self.change_button.setAccessibleName(self.tr("Change {name}").format(name=choice.name))
        self.change_button.clicked.connect(self.change_wanted)
        self.change_button.hide()
        for part in (self.box, self.picture, self.change_button):
            part.installEventFilter(self)
        self._lay_out()
        self.show_offer(None)

    def show_offer(self, offer: ChartOffer | None) -> None:
        """Show what is offered; None: nothing is known yet."""
        self.offer = offer
        self._give_reason()
        self.answer.setText(offer.data.answer if offer is not None and offer.data else "")
        self.answer.setVisible(bool(self.answer.text()))
        said = (self.choice.description, self.answer.text(), self.reason.text())
        self.box.setAccessibleDescription(" ".join(filter(None, said)))
        image = QImage.fromData(offer.png) if offer is not None and offer.png else QImage()
        self.picture.setVisible(not image.isNull())
        if not image.isNull():
            small = self._small(image)
            self.picture.setIcon(QIcon(small))
            self.picture.setIconSize(small.deviceIndependentSize().toSize())
            self.picture.setToolTip(self.tr("Larger, with what stands behind it"))

    def tick(self, ticked: bool) -> None:
        """Show whether the brief has the chart."""
        self.box.setChecked(ticked)
        self._give_reason()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Go up or down with Alt and an arrow, which would lead on from a box or button."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            by = _KEYS.get(Qt.Key(event.key()))
            if by and event.modifiers() == Qt.KeyboardModifier.AltModifier:
                self.moved.emit(by)
                return True
        return super().eventFilter(watched, event)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Take hold of the chart, if it is one of the brief's."""
        is_left = event.button() is Qt.MouseButton.LeftButton
        self._pressed = event.pos() if is_left and self.box.isChecked() else None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Drag the chart to another place."""
        if self._pressed is None:
            return
        if (event.pos() - self._pressed).manhattanLength() < QApplication.startDragDistance():
            return
        self._pressed = None
        drag, what = QDrag(self), QMimeData()
        what.setData(_DRAGGED, self.choice.id.encode())
        drag.setMimeData(what)
        drag.setPixmap(self.box.grab())
        drag.exec(Qt.DropAction.MoveAction)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 - Qt's name
        """Let another chart in."""
        if event.mimeData().hasFormat(_DRAGGED):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 - Qt's name
        """Give another chart this place."""
        event.acceptProposedAction()
        self.dropped.emit(event.mimeData().data(_DRAGGED).toStdString())

    def _want_look(self) -> None:
        """Be where the officer is: that is led back to once the picture has been looked at."""
        self.picture.setFocus(Qt.FocusReason.MouseFocusReason)
        self.look_wanted.emit()

    def _give_reason(self) -> None:
        """Say why the chart is not offered: to be minded where the brief asks for it."""
        said = self.offer.reason if self.offer is not None else ""
        self.reason.say(said, mind=self.box.isChecked())

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.box)
        indent = self.box.iconSize().width() + self.box.fontMetrics().horizontalAdvance("  ")
        for said in (Remark(self.choice.description), self.answer, self.reason):
            said.setIndent(indent)
            words.addWidget(said)
        under = QHBoxLayout()
        under.setContentsMargins(indent - self.fontMetrics().horizontalAdvance(" "), 0, 0, 0)
        under.addWidget(self.change_button)
        under.addStretch(1)
        words.addLayout(under)
        words.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addLayout(words, 1)
        row.addWidget(self.picture, 0, Qt.AlignmentFlag.AlignTop)

    def _small(self, image: QImage) -> QPixmap:
        """Return a picture of the chart in small, on white whatever the window's colours are."""
        ratio = self.devicePixelRatioF()
        air = round(_AIR * ratio)
        around = QSize(2 * air, 2 * air)
        small = image.scaled(
            _THUMBNAIL * ratio - around,
            Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
        paper = QPixmap(small.size() + around)
        paper.fill(QColor(theme.LIGHT.paper))
        painter = QPainter(paper)
        painter.drawImage(air, air, small)
        painter.setPen(QPen(QColor(theme.LIGHT.hairline), ratio))
        painter.drawRect(paper.rect().adjusted(0, 0, -1, -1))
        painter.end()
        paper.setDevicePixelRatio(ratio)
        return paper
