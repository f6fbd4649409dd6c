"""The command line: arguments in, one use case, a few lines out.

Exit codes: 0 done; 1 the input is at fault (one sentence and a hint on standard error); 2 usage;
130 interrupted.
"""

from briefing.cli.app import main

__all__ = ["main"]
