"""What watches all tests for sockets sees them: in a test, and in processes that it starts."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from tests import conftest

TRY = "import socket; socket.create_connection(('127.0.0.1', 9))"


def test_a_socket_that_a_started_process_tries_is_noted_and_refused(tmp_path: Path) -> None:
    notes = tmp_path / "tried"
    around = os.environ | {conftest.NOTES: str(notes)}
    nested = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {TRY!r}])"
    done = subprocess.run(  # noqa: S603 - ourselves
        [sys.executable, "-c", nested], env=around, capture_output=True, text=True, check=False
    )
    assert "AssertionError: network: socket." in done.stderr
    assert "socket." in notes.read_text("utf-8")


def test_a_name_that_the_test_itself_looks_up_is_noted() -> None:
    sys.audit("socket.getaddrinfo", "localhost", 80)
    assert conftest.tried() == ["socket.getaddrinfo ('localhost', 80)"]
    conftest.tried().clear()
