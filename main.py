"""Deskbrief: without arguments the window, with a command the command line.

``main.py`` opens the window, ``main.py talks.brief`` opens it with that brief, and ``main.py
--help`` lists the commands.
"""

import sys


def run() -> int:
    """Run the window or one command; whoever interrupts gets the same answer from both."""
    try:
        from pathlib import Path

        named = sys.argv[1:]
        if not named or (len(named) == 1 and named[0].endswith(".brief")):
            from gui.app import run as open_window

            return open_window(Path(named[0]) if named else None)
        import signal

        signal.signal(signal.SIGTERM, _interrupt)  # what is half done is taken back, as by Ctrl+C
        from briefing.cli import main

        return main()
    except KeyboardInterrupt:
        sys.stderr.write("Interrupted.\n")
        return 130


def _interrupt(_number: int, _frame: object) -> None:
    raise KeyboardInterrupt


if __name__ == "__main__":
    if getattr(sys, "frozen", False):  # packed into one file, it is started again for each process
        import multiprocessing  # otherwise not before the window is there: it takes long to load

        multiprocessing.freeze_support()
    sys.exit(run())
