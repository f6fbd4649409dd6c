"""Reading files apart: in processes of their own, with limits on time and memory.

A report, a table of figures, a document that came back: each comes from anywhere. Whatever a
file does to what reads it – never ends, takes all memory, brings a library down – costs
that file alone, and several files are read at a time.
"""

from briefing.apart.documents import read_document
from briefing.apart.limits import Limits, chosen_limits
from briefing.apart.outcome import ReadFile
from briefing.apart.readers import Readers, read_apart, shared_readers
from briefing.apart.tables import read_table_file, read_tables

__all__ = [
    "Limits",
    "ReadFile",
    "Readers",
    "chosen_limits",
    "read_apart",
    "read_document",
    "read_table_file",
    "read_tables",
    "shared_readers",
]
