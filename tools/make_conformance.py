"""Make the documents that ``tools/conformance`` has judged.

python tools/make_conformance.py FOLDER [--some] [--shared FOLDER] [--only WORD]

Beside each document stands its marking, in a file of the same name and the ending ``.marking``.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from conformance_briefs import Made, documents  # noqa: E402

_ENDINGS = ("pdf", "docx", "marking")


def main(folder: Path, shared: Path | None, *, some: bool, only: str) -> None:
    """Write the documents and say how many there are."""
    folder.mkdir(parents=True, exist_ok=True)
    for old in (one for ending in _ENDINGS for one in folder.glob(f"*.{ending}")):
        old.unlink()
    count = 0
    with TemporaryDirectory() as meanwhile:
        for made in documents(shared, Path(meanwhile), some=some, only=only):
            count += _write(made, folder)
    print(f"{count} documents in {folder}")


def _write(made: Made, folder: Path) -> int:
    for ending, make in made.files.items():
        target = folder / f"{made.name}{ending}"
        target.write_bytes(make())
        Path(f"{target}.marking").write_text(made.marking, "utf-8")
    return len(made.files)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--some", action="store_true", help="each template once")
    parser.add_argument("--shared", type=Path, help="folder with reports/ and samples/un/")
    parser.add_argument("--only", default="", help="documents with this in their names")
    return parser.parse_args()


if __name__ == "__main__":
    given = _arguments()
    main(given.folder, given.shared, some=given.some, only=given.only)
