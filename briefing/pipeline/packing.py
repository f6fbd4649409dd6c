"""Use case: several briefs and annexes, from their files to one finished pack."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path

from briefing.brief_file import EXTENSION as BRIEF_EXTENSION
from briefing.brief_file import read_brief_file
from briefing.errors import BriefError, BriefingError, ImportFailure, reason
from briefing.exporters.docx_pack import export_pack_docx
from briefing.exporters.exporter import Exported
from briefing.exporters.pdf import PDF
from briefing.exporters.pdf_pack import PackPrinter
from briefing.files import write_atomically
from briefing.ledger import Guard, Ledger
from briefing.library import Library
from briefing.marking import load_scheme, refuse_outranked, weigh
from briefing.marking.pack_parts import parts_of_pack, without_marks
from briefing.model import Brief, Draft, RenderedBrief, Taxonomy
from briefing.model.desk import ExportedFile
from briefing.model.marking import Part
from briefing.model.pack import Pack, PackAnnex, PackPart, RenderedPack
from briefing.pack_file import check_pack
from briefing.packing import Annex, Bound, bind, read_annex
from briefing.pipeline.building import BuiltBrief, build_draft
from briefing.pipeline.drawings import Drawings
from briefing.pipeline.exporting import draw_charts, refuse_doubtful
from briefing.pipeline.marking import marked, refuse_too_low
from briefing.pipeline.pack_order import PackOrder, targets
from briefing.pipeline.releasing_pack import release_pack, scheme_of_pack
from briefing.pipeline.verifying import Verification, verify_brief
from briefing.progress import Progress
from briefing.request_file import load_request
from briefing.taxonomy import with_groups
from briefing.templating import render


class Packer:
    """Makes packs; what it has drawn and laid out for one serves the next."""

    def __init__(
        self,
        library: Library | None,
        taxonomy: Taxonomy,
        *,
        folders: Sequence[Path] = (),
        today: Callable[[], date],
    ) -> None:
        """Take what briefs are made with.

        Without a ``library`` saved briefs are printed as they are, and not compared with their
        sources. ``folders`` hold templates of the user's own.
        """
        self._library = library
        self._taxonomy = taxonomy
        self._folders = tuple(folders)
        self._today = today
        self._drawn = Drawings()
        self._ledger = Ledger(library.folder) if library is not None else None
        self._printer = PackPrinter()

    def export(self, order: PackOrder, progress: Progress) -> tuple[ExportedFile, ...]:
        """Write a pack to each path, in the format that its ending names.

        Raises:
            BriefingError: a file cannot be read or written, a brief cannot be made or is not
                verbatim; names the file.
            Cancelled: from ``progress``. Files written before stay.
        """
        pack = order.pack
        check_pack(pack)
        wanted = tuple(targets(order))
        self._refuse_changed(order, [path for path, _ in wanted])
        progress.start(len(pack.parts) + len(pack.annexes) + len(wanted))
        if order.level:
            return self._released(order, progress)
        plain, briefs, annexes = self._whole(pack, order.folder, progress)
        wanted = tuple(targets(replace(order, pack=plain)))
        written = []
        for path, copy in wanted:
            progress.step(path.name)
            rendered = bind(plain, briefs, annexes, self._folders, copy)
            document = self._document(rendered, path, progress)
            written.append(self._write(document, path))
        return tuple(written)

    def printed(self, pack: Pack, folder: Path, progress: Progress) -> bytes:
        """Return a pack as PDF without writing a file; errors as ``export``."""
        check_pack(pack)
        progress.start(len(pack.parts) + len(pack.annexes))
        plain, briefs, annexes = self._whole(pack, folder, progress)
        return self._printer.export(bind(plain, briefs, annexes, self._folders), progress).data

    def _whole(
        self, pack: Pack, folder: Path, progress: Progress
    ) -> tuple[Pack, list[Bound], list[Annex]]:
        """Return a pack without the marks of its fields, and what it is made of."""
        plain = without_marks(pack, load_scheme(pack.scheme))
        briefs = [self._brief(part, folder, progress) for part in plain.parts]
        annexes = [_annex(annex, folder, progress) for annex in plain.annexes]
        return replace(plain, marking=with_marking(pack, briefs).marking), briefs, annexes

    def _released(self, order: PackOrder, progress: Progress) -> tuple[ExportedFile, ...]:
        """Write the version of a pack that is releasable at the order's level, all searched."""
        library, built = self._wholes(order, progress)
        annexes = [_annex(annex, order.folder, progress) for annex in order.pack.annexes]
        made = release_pack(
            library, order.pack, built, annexes, self._taxonomy, order.level, self._folders
        )
        briefs = [
            self._bound(one.built.brief, one.built.verification, part.title)
            for one, part in zip(made.briefs, made.pack.parts, strict=True)
        ]
        for figure in (figure for one in briefs for figure in one.rendered.figures):
            made.inspect(f"{figure.name}.svg", figure.svg)
        pack, held = with_marking(made.pack, briefs), []
        for path, copy in targets(replace(order, pack=pack)):
            progress.step(path.name)
            rendered = bind(pack, briefs, made.annexes, self._folders, copy)
            document = self._document(rendered, path, progress)
            held.append((path, document, made.inspect(path.name, document.data)))
        self._refuse_changed(order, [path for path, _, _ in held])
        return tuple(
            self._write(document, path, (*made.sentences, said)) for path, document, said in held
        )

    def _wholes(
        self, order: PackOrder, progress: Progress
    ) -> tuple[Library, tuple[BuiltBrief, ...]]:
        """Return the whole briefs of a pack, built anew under its scheme."""
        if self._library is None:
            raise BriefError(
                "A releasable version is built anew, and there is no library here.",
                "Import its reports first.",
            )
        drafts = [_draft(part, order.folder) for part in order.pack.parts]
        scheme = scheme_of_pack(order.pack, drafts).id
        built = []
        for part, draft in zip(order.pack.parts, drafts, strict=True):
            progress.step(Path(part.file).name)
            with _named(part.file):
                draft = replace(draft, request=replace(draft.request, scheme=scheme))
                built.append(self._built(self._library, draft))
        return self._library, tuple(built)

    def _built(self, library: Library, draft: Draft) -> BuiltBrief:
        today = self._today()
        return build_draft(library, draft, self._taxonomy, today=today, folders=self._folders)

    def _brief(self, part: PackPart, folder: Path, progress: Progress) -> Bound:
        progress.step(Path(part.file).name)
        with _named(part.file):
            draft, brief = _read(folder / part.file)
            if part.template:
                draft = replace(draft, request=replace(draft.request, template=part.template))
                brief = None
            brief, verification = self._made(draft, brief)
            return self._bound(brief, verification, part.title)

    def _bound(self, brief: Brief, verification: Verification | None, title: str) -> Bound:
        """Return a brief to be bound in, once nothing speaks against handing it on."""
        brief = marked(brief)
        refuse_doubtful(verification)
        refuse_too_low(brief)
        verified = len(verification.verbatim) if verification else None
        return Bound(brief, self._rendered(replace(brief, verified=verified)), title)

    def _made(self, draft: Draft, brief: Brief | None) -> tuple[Brief, Verification | None]:
        """Return the brief that a file holds; where it holds none, that of its draft."""
        if brief is not None and self._library is None:
            return brief, None
        if self._library is None:
            raise BriefError(
                "It has to be built, and there is no library here.", "Import its reports first."
            )
        if brief is not None:
            lost = {entry.passage for entry in draft.carried}
            return brief, verify_brief(brief, self._library, lost)
        built = self._built(self._library, draft)
        return built.brief, built.verification

    def _rendered(self, brief: Brief) -> RenderedBrief:
        taxonomy = with_groups(self._taxonomy, brief.request.groups)
        request = replace(brief.request, contents=False)  # the pack has a list of its own
        brief = replace(brief, request=request)
        return render(brief, draw_charts(brief, self._drawn), taxonomy, self._folders)

    def _document(self, rendered: RenderedPack, path: Path, progress: Progress) -> Exported:
        if path.suffix.lower() == PDF.extension:
            return self._printer.export(rendered, progress)
        return export_pack_docx(rendered, self._printer.counted(rendered, progress))

    def _refuse_changed(self, order: PackOrder, paths: Sequence[Path]) -> None:
        if self._ledger is not None:
            guard = Guard(self._ledger, order.replace_changed, order.replace_strange)
            guard.check(paths)

    def _write(self, document: Exported, path: Path, said: Sequence[str] = ()) -> ExportedFile:
        write_atomically(path, document.data)
        if self._ledger is not None:
            self._ledger.remember(path, document.data)
        return ExportedFile(path, document.pages, (*said, *document.remarks))


def with_marking(pack: Pack, briefs: Sequence[Bound]) -> Pack:
    """Return a pack with its marking; where it has none, with the highest of what is in it.

    Raises:
        ExportError: the marking of a brief, an annex or a text outranks it, or cannot be ranked.
        RequestError: there is no such scheme.
    """
    scheme = load_scheme(pack.scheme)
    parts = [
        Part(f"tab {number}", bound.brief.request.marking) for number, bound in enumerate(briefs, 1)
    ]
    parts += parts_of_pack(pack, scheme)
    banner = pack.marking.strip() or weigh(parts, "", scheme).proposed
    refuse_outranked(weigh(parts, banner, scheme), banner, scheme)
    return replace(pack, marking=banner)


def _read(path: Path) -> tuple[Draft, Brief | None]:
    """Return what a file asks for, and the document if it holds one."""
    if path.suffix.lower() != BRIEF_EXTENSION:
        return Draft(load_request(path)), None
    content = read_brief_file(path)
    return content.draft, content.brief


def _draft(part: PackPart, folder: Path) -> Draft:
    """Return the draft of a part, in the template that it wears in the pack."""
    with _named(part.file):
        draft, _ = _read(folder / part.file)
    if not part.template:
        return draft
    return replace(draft, request=replace(draft.request, template=part.template))


def _annex(annex: PackAnnex, folder: Path, progress: Progress) -> Annex:
    path = folder / annex.file
    progress.step(path.name)
    with _named(annex.file):
        try:
            data = path.read_bytes()
        except OSError as error:
            raise ImportFailure(f"It cannot be opened: {reason(error)}.") from error
        return read_annex(data, path.name, annex.title)


@contextmanager
def _named(file: str) -> Iterator[None]:
    """Let an error say which file of the pack it is about."""
    try:
        yield
    except BriefingError as error:
        raise type(error)(f"{file}: {error.message}", error.hint) from error
