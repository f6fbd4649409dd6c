"""Deskbrief from the command line: ``main.py --help`` lists what it does."""

import sys

from briefing.cli import main

if __name__ == "__main__":
    sys.exit(main())
