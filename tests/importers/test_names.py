"""Names in a line: in either order, with commas, semicolons and small words between them."""

from __future__ import annotations

import pytest

from briefing.importers.names import split_names


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Novak, Ada; Okoro, Ben", ("Ada Novak", "Ben Okoro")),
        ("van der Berg, Jan; Novak, Ada Maria", ("Jan van der Berg", "Ada Maria Novak")),
        ("Novak, A. B.; and Okoro, C.", ("A. B. Novak", "C. Okoro")),
        ("Петров, Иван; Novak, Ada, Ph.D.", ("Иван Петров", "Ada Novak")),
        ("Ada Novak; Ben Okoro", ("Ada Novak", "Ben Okoro")),
        ("Ada Novak, Ben Okoro; Cleo Marsh", ("Ada Novak", "Ben Okoro", "Cleo Marsh")),
        ("Ada Novak, Ben Okoro and Cleo Marsh", ("Ada Novak", "Ben Okoro", "Cleo Marsh")),
    ],
)
def test_between_semicolons_a_comma_parts_surname_and_first_names(
    line: str, names: tuple[str, ...]
) -> None:
    assert split_names(line) == names
