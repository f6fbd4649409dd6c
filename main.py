"""Deskbrief from the command line: ``main.py --help`` lists what it does."""

import sys


def run() -> int:
    """Run one command; whoever interrupts while the program still loads gets the same answer."""
    try:
        from briefing.cli import main

        return main()
    except KeyboardInterrupt:
        sys.stderr.write("Interrupted.\n")
        return 130


if __name__ == "__main__":
    sys.exit(run())
