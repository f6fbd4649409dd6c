"""A reading process has no network, starts nothing and writes nothing."""

from __future__ import annotations

import io
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest

from briefing.apart.channel import receive, send, unpacked
from briefing.model import Report

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


def test_what_comes_back_is_a_report_with_all_its_parts_or_nothing() -> None:
    stream = io.BytesIO()
    send(stream, 1, {"sha256": "ab", "file_name": 7, "blocks": ["a"]})
    stream.seek(0)
    kind, packed = receive(stream)
    assert kind == 1
    with pytest.raises(msgspec.ValidationError):
        unpacked(packed, Report)


@pytest.mark.parametrize(
    "sent", [b"", b"\x01", b"\x01" + b"\xff" * 8, b"\x01" + bytes(7) + b"\x09ab"]
)
def test_what_is_cut_short_or_too_long_is_the_end(sent: bytes) -> None:
    with pytest.raises(EOFError):
        receive(io.BytesIO(sent))
