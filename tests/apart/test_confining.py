"""A reading process has no network, starts nothing and writes nothing."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from briefing.apart.channel import receive_guarded, send

ROOT = Path(__file__).resolve().parent.parent.parent


@pytest.mark.parametrize(
    "deed",
    [
        "import socket; socket.socket()",
        "import socket; socket.getaddrinfo('localhost', 80)",
        "import os; os.system('true')",
        "import subprocess; subprocess.run(['true'])",
        "open('written', 'w')",
        "import os; os.open('written', os.O_WRONLY | os.O_CREAT)",
        "import os; os.remove('anything')",
    ],
)
def test_a_confined_process_is_refused_what_reading_needs_not(deed: str, tmp_path: Path) -> None:
    code = f"from briefing.apart.limits import confine; confine(); {deed}"
    done = subprocess.run(  # noqa: S603
        [sys.executable, "-I", "-c", f"import sys; sys.path.insert(0, {str(ROOT)!r}); {code}"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert "PermissionError: reading a report has no use for" in done.stderr
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "name", [("os", "system"), ("briefing.model.report", "dataclass"), ("builtins", "eval")]
)
def test_what_comes_back_makes_nothing_but_values_of_a_report(name: tuple[str, str]) -> None:
    import io
    import pickle
    import struct

    module, function = name
    packed = f"c{module}\n{function}\n(S'true'\ntR.".encode()
    stream = io.BytesIO(struct.pack("!Q", len(packed)) + packed)
    with pytest.raises(pickle.UnpicklingError, match="nothing that a report is made of"):
        receive_guarded(stream)


def test_plain_values_come_back_as_they_were() -> None:
    import io

    stream = io.BytesIO()
    send(stream, (1, "word", frozenset({"a"})))
    stream.seek(0)
    assert receive_guarded(stream) == (1, "word", frozenset({"a"}))
