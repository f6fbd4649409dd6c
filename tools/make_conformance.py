"""Make the documents that ``tools/conformance`` has judged.

python tools/make_conformance.py FOLDER [--some]
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from briefing.exporters.docx import DOCX  # noqa: E402
from briefing.exporters.pdf import PDF  # noqa: E402
from briefing.model import Brief, BriefRequest, PageSize  # noqa: E402
from briefing.templating import list_templates, render  # noqa: E402
from tests import briefs  # noqa: E402

SPOKEN = (
    "Le cessez-le-feu tient depuis mars, mais aucune patrouille ne garde le corridor.",
    "Les deux capitales comptent les villages de la frontière de façon différente.",
    "La misión de observación pidió más vehículos y una línea directa con ambas partes.",
    "El acuerdo de 2010 se renovó en 2021 sin que nadie lo anunciara.",
)
"""Sentences in other languages than the templates."""
TIMES = 17
"""So many times eighteen findings are more than three hundred."""


def main(folder: Path, *, some: bool) -> None:
    """Write the documents and say how many there are."""
    folder.mkdir(parents=True, exist_ok=True)
    for old in (*folder.glob("*.pdf"), *folder.glob("*.docx")):
        old.unlink()
    count = 0
    sizes = tuple(PageSize)
    for number, template in enumerate(header.name for header in list_templates()):
        for size in sizes[number % 2 :][:1] if some else sizes:
            for name, made in _some(template, size) if some else _all(template, size):
                count += _write(made, folder / f"{template}-{name}-{size}")
    print(f"{count} documents in {folder}")


def _some(template: str, size: PageSize) -> Iterator[tuple[str, Brief]]:
    yield "made-up", briefs.brief(_request(template, size))


def _all(template: str, size: PageSize) -> Iterator[tuple[str, Brief]]:
    wanted = _request(template, size)
    yield "made-up", briefs.brief(wanted)
    yield "comments", briefs.brief(replace(wanted, comments=True))
    yield "empty", briefs.empty_brief(wanted)
    yield "spoken", briefs.brief_of(*SPOKEN, wanted=wanted)
    yield "many", briefs.brief(wanted, times=TIMES)


def _request(template: str, size: PageSize) -> BriefRequest:
    return briefs.request(template=template, page_size=size.value, marking="OFFICIAL")


def _write(made: Brief, path: Path) -> int:
    figures = briefs.figures() if made.charts else ()
    rendered = render(made, figures, briefs.TAXONOMY)
    for exporter in (PDF, DOCX):
        target = path.with_name(path.name + exporter.extension)
        target.write_bytes(exporter.export(rendered).data)
    return 2


if __name__ == "__main__":
    main(Path(sys.argv[1]), some="--some" in sys.argv[2:])
